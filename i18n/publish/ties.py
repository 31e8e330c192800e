"""Which spaces of a language do not break: between a number and its unit, an initial and a name, and so on.

A rule is an expression that begins with the space itself and says what stands around it, where a space of either kind
counts as one. So no rule takes a letter from another, and to search for a space is fast: this is done on every page.
What is asked first in a rule is what few spaces have.
"""

from __future__ import annotations

import re

from i18n.model import LocaleTag
from i18n.patterns import late

NO_BREAK = "\u00a0"


def tie(text: str, locale: LocaleTag, *, hanging: bool) -> str:
    """The text with no-break spaces, of the same length. In a language without rules it stays as it is.

    :param hanging: whether a Russian word of one letter may end a line.
    """
    language = locale.partition("-")[0]
    rules = _TIES_HANGING if hanging else _TIES
    return rules[language].sub(NO_BREAK, text) if " " in text and language in rules else text


def whole(markup: str, locale: LocaleTag) -> str:
    """Escaped text in which a number and the ending that a hyphen joins to it stay on one line: ``2024-nji``.

    Browsers end a line behind a hyphen. A hyphen that does not let them is another character, and nobody who searches
    for the word would find it.
    """
    needed, pattern = _ENDINGS.get(locale.partition("-")[0], _NO_ENDINGS)
    return pattern.sub(r'<span class="whole">\g<0></span>', markup) if needed.search(markup) else markup


def _rule(pattern: str, **words: str) -> str:
    """A rule. ``{name}`` stands for one of the words of that name, ``_`` for a space of either kind.

    Words that stand before the space are named ``before`` or so: each is looked for backwards, as a whole word.
    """
    for name, listed in words.items():
        each = listed.split()
        behind = "|".join([rf"(?<=(?<!\w){word} )" for word in each])
        pattern = pattern.replace(f"{{{name}}}", f"(?:{behind if name.startswith('before') else '|'.join(each)})")
    return pattern.replace("_", f"[ {NO_BREAK}]")


def _before(following: str, *rules: str) -> str:
    """Rules for spaces before ``following``: what few spaces stand before is asked once for all of them."""
    return f" (?={following}){_any(*rules)}"


def _any(*rules: str) -> str:
    """All rules as one expression for what follows the space, so that each space of a text is looked at once."""
    return f"(?:{'|'.join([rule.removeprefix(' ') for rule in rules])})"


_NUMBER_BEFORE = r" (?<=[0-9] )(?:(?={units}(?!\w))|(?=[%°])|(?<!\d\d\d\d )(?=\d\d\d(?!\d)))"
"""A number with its unit, a day with its month, 12 500 with its 500. Four digits before three are a year."""
_NUMBER_BEHIND = r" (?=[0-9]){before}"
_DASH = " (?=[—–]_)"
_ONE_LETTER = r" (?<=[вксоуиаВКСОУИА] )(?<![\w-]..)"
_MONTHS_EN = "January February March April May June July August September October November December"

_NO_ENDINGS = (late("\0"), late("\0"))
_ENDINGS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "tk": (late("-nj"), late(r"(?<![\w-])[0-9]{1,9}-nj[iy](?![\w-])")),
    "ru": (late("-(?<=[0-9]-)"), late(r"(?<![\w-])[0-9]{1,9}-(?:го|му|м|й|я|е|х|ю|ое|ая|ой)(?![\w-])")),
}
"""By language: what is quickly found in every text with such a number, and what one looks like."""
_RULES: dict[str, tuple[str, ...]] = {
    "en": (
        _rule(
            _NUMBER_BEFORE,
            units=rf"{_MONTHS_EN} million billion trillion thousand hundred per_cent percent km kilomet(?:re|er)s? cm "
            r"mm m met(?:re|er)s? km² m² m³ square cubic ha hectares? kg g kilograms? t tons? tonnes? [kMG]Wh? kV bcm "
            r"barrels? (?:US_)?dollars? euros? manats? yen roubles? rubles? USD EUR TMT JPY RUB [ap]\.m\. [ap]m",
        ),
        _before(
            "[0-9A-Z]",
            _rule(
                r" (?=[0-9])(?:{before}|(?=[0-9]{1,2}(?!\w)){before_day})",
                before=r"[Nn]o\. [Nn]os\. [Aa]rt\. [Aa]rts\. [Pp]ara\. [Pp]aras\. [Ff]ig\. [Vv]ol\. p\. pp\. §",
                before_day=_MONTHS_EN,
            ),
            _rule(
                r" (?=[A-Z])(?<=[.rs] ){before}", before=r"Mr Mrs Ms Dr Mr\. Mrs\. Ms\. Dr\. Prof\. H\.E\. Gen\. Col\."
            ),
            _rule(
                r" (?=[A-Z])(?<=\. )(?<=(?<!\w)[A-Z]\. )(?!{first}_)",
                first="The This That These In On At It He She They We A An As For",
            ),
        ),
    ),
    "ru": (
        _rule(
            _NUMBER_BEFORE,
            units="января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
            r"гг?\. год(?:а|у|ом|ов|ы)? вв?\. век(?:а|у|е|ом)? млн млрд трлн тыс\. тысяч[аи]? миллион(?:а|ов)? "
            r"миллиард(?:а|ов)? процент(?:а|ов)? км м см мм га кг г т л [кМГ]Вт кВ руб\. долл(?:\.|ар(?:а|ов)?) евро "
            r"манат(?:а|ов)? иен[аы]? ч\. мин\. км² м² м³ кв\. куб\. чел\.",
        ),
        _before(
            "[0-9—–А-ЯЁ]",
            _rule(
                _NUMBER_BEHIND, before=r"№ § [Сс]тр\. [Сс]т\. [Пп]\. [Пп]п\. ч\. [Гг]л\. [Рр]ис\. [Тт]абл\. [Тт]ел\."
            ),
            _rule(_DASH),
            _rule(
                r" (?=[А-ЯЁ])(?<=\. )(?<=(?<!\w)[А-ЯЁ]\. )(?!{first}_)",
                first="[ВКСОУИА] На По Он Она Они Оно Это Эти Для При Из За До От Об Так Как Мы",
            ),
            _rule(r" (?<=\. )(?=[А-ЯЁ])(?<![0-9]_г\. ){before}", before=r"г\. ул\. им\. пл\. пр\. проф\. акад\."),
            _rule(r" (?=[А-ЯЁ]){before}", before="г-н г-на г-ну г-ном г-не г-жа г-жи г-же г-жу г-жой"),
        ),
        _before(
            r"[а-я]{1,2}\.",
            _rule(r" (?=[дпекнчэ]\.){before}", before=r"т\. н\."),
            _rule(r" (?=т\._?[дп]\.|др\.|пр\.)(?<=(?<!\w)и )"),
        ),
    ),
    "tk": (
        _rule(
            _NUMBER_BEFORE,
            units=r"(?:ýanwar|fewral|mart|aprel|maý|iýun|iýul|awgust|sentýabr|oktýabr|noýabr|dekabr)\w* "
            r"(?:ýyl|müň|million|milliard|trillion|göterim|gektar|kilogram|tonna|kilometr|metr|manat|dollar|ýewro)\w* "
            r"(?:ýen|rubl|kub|inedördül)\w* km m sm mm ga kg g t [kMG]Wt kW km² m² m³",
        ),
        _before(
            "[0-9—–A-ZÄÇŇÖŞÜÝŽ]",
            _rule(_NUMBER_BEHIND, before="№ §"),
            _rule(_DASH),
            _rule(
                r" (?=[A-ZÄÇŇÖŞÜÝŽ])(?<=\. )(?<=(?<!\w)[A-ZÄÇŇÖŞÜÝŽ]\. )(?!{first}_)",
                first="Bu Şol Şu Ol Olar Şeýle Munuň Şonuň Biz",
            ),
        ),
        _rule(r" (?<=[iy] )(?<=[0-9]-nj. )(?=\w)"),
        _before(r"[şm]\.", _rule(r" (?=ş\._?m\.)(?<=(?<!\w)we )"), _rule(r" (?=m\.)(?<=(?<!\w)ş\. )")),
    ),
    "ja": (_rule(_NUMBER_BEFORE, units="km m cm mm km² m² m³ ha kg g t [kMG]Wh?"),),
}
"""By language. Where a name may stand behind an initial, a word that begins a sentence may not be one."""
_TIES_HANGING = {language: late(f" {_any(*rules)}") for language, rules in _RULES.items()}
_TIES = _TIES_HANGING | {"ru": late(f" {_any(*_RULES['ru'], _ONE_LETTER)}")}
