"""Which place, country or firm a word is, in any of the four languages, and whether a text speaks of it at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from i18n import inflection, locales
from i18n.names import places
from i18n.names.sounds import stems

_LANGUAGES = ("en", "tk", "ru", "ja")
_OWN = frozenset("US GB KR KP CZ TR GE AE SA CN JP KG BY NL".split())
"""Countries of the table of our own."""
_OTHER_WORDS = frozenset("TG TD ML JO JE GG IM NU GN DM CG CD CU OM PE MQ RE MO HK GF SJ SM LA".split())
"""Their names are parts of others, or other words, too: Того is also *of that*."""
_VOWELS = "aäeioöuüyýаеиоуыэюяйь"
_STAN = re.compile("(?:i|y|и|ы)?(?:stan|стан)\\Z")
_FINAL = re.compile(r"(?<=\w\w\w)(?:ия|ья|[аяьйоеы])\Z")
_SHORTEST, _ROOT = 4, 5
# How the people, the language and the adjective begin where the name of the country does not tell it.
_PEOPLES = {
    "en": "FR french|NL dutch|CH swiss|DK danish dane|ES spanish|GR greek|FI finnish finn|PL polish pole|IE irish"
    "|PH filipin|SE swedish swede|NO norweg|US us usa american|GB uk british english|TH thai|SK slovak|LT lithuan"
    "|TR turk|RU russia",
    "ru": "DE немец немк фрг|GR греч грек|SE швед|DK датск датч|NL голланд|TR турец турк|CN кнр|US сша амер|GB англи"
    "|CZ чешск чех|RU рф русск росс|NO норвеж|SK словац|FR франц|AE эмират оаэ|KR рк корей юж|PL польск поляк",
    "tk": "DE nemes|FR fransuz|GB iňlis angliýa|RU rus|GR grek|PL polýak|IT italýan|ES ispan|GE gruzin|US abş|AE bae"
    "|CH şweýsar",
    "ja": "",
}


class Known(NamedTuple):
    """A place of the tables."""

    kind: str
    """``city``, ``water``, ``firm`` or ``country``."""
    name: str
    forms: dict[str, tuple[str, ...]]


@cache
def _all() -> tuple[Known, ...]:
    tables = (("city", places.CITIES), ("water", places.WATERS), ("firm", places.FIRMS), ("country", places.COUNTRIES))
    own = [Known(kind, row["en"][0], row) for kind, table in tables for row in places.rows(table)]
    return (*own, *_territories())


def _territories() -> list[Known]:
    names = {language: locales.territories(language) for language in _LANGUAGES}
    found = []
    for code, name in names["en"].items():
        if len(code) == 2 and code.isalpha() and code not in _OWN | _OTHER_WORDS:
            forms = {language: names[language].get(code, "") for language in _LANGUAGES}
            found.append(
                Known(
                    "country", name, {tag: (form,) if form and " " not in form else () for tag, form in forms.items()}
                )
            )
    return found


@cache
def _index(language: str) -> dict[str, int]:
    """The forms of one language by what an ending leaves of them; forms of two places tell neither."""
    index: dict[str, int] = {}
    doubtful = set()
    for at, one in enumerate(_all()):
        for form in one.forms[language]:
            for key in _keys(form, language):
                if index.setdefault(key, at) != at:
                    doubtful.add(key)
    return {key: at for key, at in index.items() if key not in doubtful}


def _keys(form: str, language: str) -> set[str]:
    if language == "ja":
        return {form}
    simple = inflection.plain(form).replace("-", " ")
    if language == "tk":
        return {simple, simple[:-1] + {"k": "g", "p": "b", "t": "d", "e": "ä"}.get(simple[-1], simple[-1])}
    return {simple, _FINAL.sub("", simple)} if language == "ru" else {simple}


@lru_cache(maxsize=8192)
def place(words: str, language: str) -> int | None:
    """The place that a word is, or several with spaces between, in whatever case they stand."""
    index = _index(language)
    if language == "ja":
        return index.get(words)
    first, space, last = inflection.plain(words).rpartition(" ")
    found = (index.get(first + space + stem) for stem in stems(last, language))
    return next((at for at in found if at is not None), None)


def get(at: int) -> Known:
    return _all()[at]


@cache
def kanji() -> re.Pattern[str]:
    """What finds the places that are written in kanji, the longest first."""
    forms = (form for form in _index("ja") if not "ァ" <= form[0] <= "ヺ" or "・" in form)
    return re.compile("|".join(sorted(map(re.escape, forms), key=len, reverse=True)))


def speaks_of(text: str, language: str, at: int) -> bool:
    """Whether a text has the place, its adjective, its people or its one sign: 日米, французский, Kazakh."""
    found = _beginnings(language, at).finditer(inflection.plain(text))
    return any((other := place(match[0], language)) is None or other == at for match in found)


@lru_cache(maxsize=2048)
def _beginnings(language: str, at: int) -> re.Pattern[str]:
    one = get(at)
    if language == "ja":
        sign = places.SIGNS.get(one.name)
        return re.compile("|".join(map(re.escape, (*one.forms["ja"], *(sign or ())))) or r"(?!)")
    roots = {_beginning(inflection.plain(form)) for form in one.forms[language]} | set(_people(one, language))
    return re.compile(rf"(?<![^\W_])(?:при|за|транс)?(?:{'|'.join(map(re.escape, sorted(roots))) or '(?!)'})[^\W_]*")


def _people(one: Known, language: str) -> list[str]:
    rows = (row.split(" ") for row in _PEOPLES[language].split("|") if row)
    names = locales.territories("en")
    return [word for code, *words in rows if one.kind == "country" and _is(one, code, names) for word in words]


def _is(one: Known, code: str, names: dict[str, str]) -> bool:
    return one.name == names.get(code)


def _beginning(form: str) -> str:
    root = _STAN.sub("", form).rstrip(_VOWELS) or form
    return root[: max(_SHORTEST, len(root) - 2)] if len(root) > _ROOT else root
