"""Names, offices and organisations as the glossary has them, in whatever case they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from i18n import inflection
from i18n.checks import persons, titles
from i18n.checks.copy import is_copy
from i18n.checks.frame import Check, Example, Finding, Pair
from i18n.checks.script import wrong_language
from i18n.checks.swapped import subjects
from i18n.checks.vocabulary import named
from i18n.checks.weekdays import may_name
from i18n.patterns import late
from i18n.termbase import BODIES, NAMES, Mention, Termbase

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENOUGH = 0.5
"""The share of an office's words that tells it: offices are named in shorter and in other ways."""
_WHOLE = 3
"""Fewer Japanese signs than these tell nothing one by one: 首脳 is not said by 首相."""
_ABBREVIATION = late(r"(?<![^\W\d_])[A-ZÄÇŽŇÖŞÜÝА-ЯЁ]{2,}")
_VERB = late(r"\s+(?:ed|et)\w+")
"""A Turkmen noun before it is a verb, and no name: *kabul edilýär* at the beginning of a sentence."""
_NEAR = 16
"""Characters before a name in which its currency stands."""
# 日本語, 日本時間, 大統領令; "Tokyo time"; ABŞ-nyň 40 dollary, Tokio wagty.
_GOES_ON = {
    "ja": late("[語円]|時間|ドル|マナト|令(?!夫人)"),
    "en": late(r" time\b| dollars?\b", re.IGNORECASE),
    "tk": late(r"(?:-?\w{0,4})? (?:[\d.,\s]{0,14}(?:müň|mln|mlrd|million|milliard)? ?dollar|wagt)"),
}
_BEGINS = {"ru": late(r"(?:долл\w*\.?|\$) \Z", re.IGNORECASE)}
_COMMON = {"tk": late(r"Duşenbe(?:\w{0,4} gün|\w{0,4} (?:we|bilen|sagat)\b|den \w+ çenli)")}
# Each country has its own word for its parts: a welaýat, an oblast, a prefecture.
_REGIONS = {
    "en": late(r"\b(?:region|province|oblast|velayat|welayat|prefecture|governorate)", re.IGNORECASE),
    "ru": late(r"\b(?:велаят|област|кра[йяеюё]|провинци|регион|губерни|префектур)", re.IGNORECASE),
    "tk": late(r"\b(?:welaýat|oblast|sebit|prowinsiýa|prefektura)", re.IGNORECASE),
    "ja": late("[州県省道府]|地方|地域"),
}
_HOME = late(
    "(?:気象|文化|観光|消防|警察|林野|水産|海上保安|金融|消費者|復興|デジタル|宮内|国税|特許|入管|公正取引)庁"
    "|(?:総務|財務|法務|外務|文部科学|厚生労働|農林水産|経済産業|国土交通|環境|防衛)省|内閣府|全国|国内|わが国|我が国"
    "|[一-龥]{2}[県府](?!知事会)|人間国宝"
)
"""Words of texts at home, where the country goes without saying."""
_TABLES = ("country", "place", "organisation")
_KANJI = late("[\u3400-\u9fff々]+")


def _run(pair: Pair) -> Iterator[Finding]:
    if is_copy(pair) or wrong_language(pair):
        return
    found = list(_by_glossary(pair.terms, pair)) if pair.terms else []
    yield from found or subjects(pair)


def _grave(pair: Pair) -> Iterator[Finding]:
    found = list(_forbidden(pair.terms, pair)) if pair.terms else []
    if found and not is_copy(pair) and not wrong_language(pair):
        yield from found


def _by_glossary(base: Termbase, pair: Pair) -> Iterator[Finding]:
    yield from _forbidden(base, pair)
    if pair.monolingual:
        return
    seen: set[int] = set()
    for mention in base.mentions(pair.source_prose, pair.source_language):
        concept = mention.form.concept
        if concept not in seen and _asks(base, mention, pair):
            seen.add(concept)
            yield from _asked(base, mention, pair)


def _asks(base: Termbase, mention: Mention, pair: Pair) -> bool:
    """Whether the other text has to name it, too. A single plain word, such as *deputy*, is used too freely."""
    kind, text = base.kinds[mention.form.concept], pair.source_text[mention.start : mention.end]
    if _is_part(mention, pair):
        return False
    if kind in NAMES:
        return pair.source_text[mention.start - 1 : mention.start] != "駐"  # an ambassador's country may go unsaid
    if kind not in BODIES:
        return False
    if pair.source_language == "ja":
        return len(text) > 2
    if len(inflection.words(text)) > 1 or (len(text) > 2 and text[:3].isupper()):
        return True
    return titles.taken_over(base, mention, pair)


def _is_part(mention: Mention, pair: Pair) -> bool:
    """Whether it is part of something that has its own name elsewhere: a language, a zone of time, a currency."""
    text = pair.source_prose
    after = _GOES_ON.get(pair.source_language)
    before = _BEGINS.get(pair.source_language)
    return bool(
        (after and after.match(text, mention.end))
        or (before and before.search(text[max(0, mention.start - _NEAR) : mention.start]))
        or _is_common_word(text, mention, pair.source_language)
    )


def _is_common_word(text: str, mention: Mention, language: str) -> bool:
    """Whether it is a word and no name, with a capital at the beginning of a sentence: *Kabul edilýän wagty*."""
    common = _COMMON.get(language)
    verb = language == "tk" and _VERB.match(text, mention.end)
    return bool(verb or (common and common.match(text, mention.start)))


def _forbidden(base: Termbase, pair: Pair) -> Iterator[Finding]:
    for mention in base.forbidden(pair.target_prose, pair.target_language):
        yield _forbids(base, mention, pair)


def _forbids(base: Termbase, mention: Mention, pair: Pair) -> Finding:
    written = pair.target_text[mention.start : mention.end]
    right = base.preferred(mention.form.concept, pair.target_language)
    exact = written == mention.form.text and pair.target_language in ("en", "ja")
    hint = f"write {right}" if right else "use another word"
    message = f"the glossary forbids “{mention.form.text}”"
    return Finding(message, (mention.start, mention.end), hint, "error", fix=right if exact else None)


def _asked(base: Termbase, mention: Mention, pair: Pair) -> Iterator[Finding]:
    forms = base.forms(mention.form.concept, pair.target_language)
    if not forms or all(map(str.isupper, forms)):  # an abbreviation may be written out
        return
    # A name in Latin letters may stay as it is in any language.
    forms += [form for form in base.forms(mention.form.concept, "en") if form.isupper() and form.isascii()]
    text, language = pair.target_prose, pair.target_language
    simple = inflection.plain(text)
    source = pair.source_text[mention.start : mention.end]
    if any(_stands(form, simple, language) for form in forms) or inflection.plain(source) in simple:
        return
    if _is_known(mention, pair) or _is_region(source, pair) or _is_monday(source, pair) or _is_at_home(forms, pair):
        return
    kind = base.kinds[mention.form.concept]
    if kind == "person":
        spelled = persons.another(base, pair) or persons.other_spelling(forms, text, language)
        if spelled is None and any(persons.part_stands(form, simple, language) for form in forms):
            return
        yield _missing(forms[0], source, spelled, text, pair)
        return
    if kind in NAMES:
        fine = _name_like(base, forms, _without_others(base, mention.form.concept, text, language), language, kind)
    else:
        fine = _office_like(base, forms, text, language)
    if not fine and not titles.unsaid(base, mention, pair):
        yield _missing(forms[0], source, None, text, pair)


def _is_known(mention: Mention, pair: Pair) -> bool:
    """Whether the other text has the country or body of the mention by another of its names: ОАЭ, 国連."""
    known, other = named(pair.source_prose, pair.source_language), named(pair.target_prose, pair.target_language)
    ours, theirs = ([one for kind in _TABLES for one in found.get(kind, ())] for found in (known, other))
    spoken = {one.concept for one in ours if one.start < mention.end and mention.start < one.end}
    return any(one.concept in spoken for one in theirs)


def _is_region(source: str, pair: Pair) -> bool:
    """Whether the mention is a plain word for a part of a country, and the other text has one of its words for it."""
    word, words = _REGIONS.get(pair.source_language), _REGIONS.get(pair.target_language)
    return bool(word and words and word.match(source) and words.search(pair.target_prose))


def _is_monday(source: str, pair: Pair) -> bool:
    """Whether the Turkmen word for Dushanbe means the day: it is Monday, too."""
    day = pair.source_language == "tk" and source.lower().startswith("duşenbe")
    return day and may_name(pair.target_prose, pair.target_language, "Monday")


def _is_at_home(forms: list[str], pair: Pair) -> bool:
    """Whether the country is Japan, and a Japanese text speaks of its own ministries and prefectures."""
    return pair.target_language == "ja" and "日本" in forms and _HOME.search(pair.target_prose) is not None


def _missing(form: str, source: str, spelled: tuple[int, int] | None, text: str, pair: Pair) -> Finding:
    if spelled:
        message = f"“{text[slice(*spelled)]}”: the glossary has “{form}” for “{source}”"
        return Finding(message, spelled, f"write {form}", pair.loose)
    return Finding(f"the glossary has “{form}” for “{source}”", None, f"write {form}", pair.loose)


def _stands(form: str, simple: str, language: str) -> bool:
    if language == "ja":
        return inflection.plain(form) in simple
    return all(inflection.word(part, language).search(simple) for part in inflection.words(form))


# Countries and places ----------------------------------------------------------------------------


# One kanji stands for a country beside another country's, or in words such as 訪日 and 日系.
_BESIDE = "[訪対来在駐親中米韓露英独仏印日・]"


def _without_others(base: Termbase, concept: int, text: str, language: str) -> str:
    """The plain text with the names of other places blanked: Turkmenistan does not answer Turkey."""
    simple = inflection.plain(text)
    for one in base.names(text, language):
        if one.form.concept != concept:
            simple = f"{simple[: one.start]}{' ' * (one.end - one.start)}{simple[one.end :]}"
    return simple


def _name_like(base: Termbase, forms: list[str], simple: str, language: str, kind: str) -> bool:
    """Whether an adjective or a short form stands for the name: японский, ýapon, Japanese, 訪日."""
    if language == "ja":
        return any(re.search(_short_japanese(form, kind), simple) for form in forms)
    for form in forms:
        words = [word for word in inflection.words(form) if word not in base.common(language)]
        for part in words or inflection.words(form):
            length = 3 if kind == "country" else max(4, len(part) - 2)
            if re.search(rf"(?<![^\W_]){_PREFIX.get(language, '')}{re.escape(part[:length])}", simple):
                return True
    return False


# Прикаспийские государства are those of the Caspian Sea.
_PREFIX = {"ru": "(?:при|за|транс|внутри|обще|восточно|западно|северо|южно|юго|центрально)?"}


def _short_japanese(form: str, kind: str) -> str:
    if not _KANJI.match(form):
        return re.escape(form[: 3 if kind == "country" else max(3, len(form) - 2)])
    if kind != "country":
        return f"{re.escape(form[:2])}|在{form[-1]}(?!{form[-1]})" if len(form) == 2 else re.escape(form[:2])
    return f"{form[:2]}|{_BESIDE}{form[0]}|{form[0]}(?:{_BESIDE}|[系側大ド])"


# Offices and organisations -----------------------------------------------------------------------


def _office_like(base: Termbase, forms: list[str], text: str, language: str) -> bool:
    """Whether enough of the words stand, or an abbreviation does."""
    if _ABBREVIATION.search(text) and language != "ja":
        return True
    return any(_share(base, form, text, language) >= _ENOUGH for form in forms)


def _share(base: Termbase, form: str, text: str, language: str) -> float:
    """How much of the form the text has, the names of countries in it aside."""
    simple = inflection.plain(text)
    if language == "ja":
        spans = base.names(form, language)
        core = [sign for at, sign in enumerate(form) if not any(one.start <= at < one.end for one in spans)]
        if len(core) < _WHOLE:
            return float("".join(core).lower() in simple)
        return sum(sign.lower() in simple for sign in core) / len(core)
    names = {word for one in base.names(form, language) for word in inflection.words(form[one.start : one.end])}
    words = inflection.words(form)
    core = [word for word in words if word not in names] or words
    return sum(bool(inflection.word(word, language).search(simple)) for word in core) / len(core)


_GLOSSARY = (
    "en,tk,ru,ja,kind\nRashid Meredov,Raşid Meredow,Рашид Мередов,ラシッド・メレドフ,person\n"
    "Ashgabat,Aşgabat,Ашхабад,アシガバット | アシガバート,place\n"
    "Turkmenistan,Türkmenistan,Туркменистан | !Туркмения,トルクメニスタン,country\n"
    "President of Turkmenistan,Türkmenistanyň Prezidenti,Президент Туркменистана,トルクメニスタン大統領,office\n"
)

TERMS = Check(
    "H258",
    "terms",
    "Persons, places, countries, offices and organisations are called as the glossary has them (locales/glossary.csv): "
    "by the preferred form or an allowed one, in the case that the sentence needs. A surname alone, an adjective of a "
    "country and a shorter name of an office are fine. Forbidden forms are errors. Without a glossary, "
    "too: another country, large city, international organisation or rank in the place of one, and another disease, "
    "tax, building, sport and so on, where no translator takes the one word for the other.",
    16,
    _run,
    (
        Example("en", "ru", "The customs duty was lowered.", "Пошлину снизили.", False),
        Example("en", "ru", "The customs duty was lowered.", "Налог снизили.", True),
        Example("en", "ru", "with Rashid Meredov", "с Рашидом Мередовым", False, glossary=_GLOSSARY),
        Example("en", "ru", "with Rashid Meredov", "с Решидом Мередовым", True, glossary=_GLOSSARY),
        Example("en", "tk", "in Ashgabat", "Aşgabatda", False, glossary=_GLOSSARY),
        Example("ru", "tk", "в Ашхабаде", "Aşkabatda", True, glossary=_GLOSSARY),
        Example("en", "ja", "in Ashgabat", "アシガバートで", False, glossary=_GLOSSARY),
        Example("en", "ja", "the President of Turkmenistan", "トルクメニスタン首相", True, glossary=_GLOSSARY),
        Example("tk", "ru", "Türkmenistanyň", "Туркмении", True, glossary=_GLOSSARY),
        Example(
            "ru", "tk", "В Туркменистане развит туризм.", "Ýurdumyzda syýahatçylyk ösen.", False, glossary=_GLOSSARY
        ),
        Example("ru", "tk", "В Туркменистане развит туризм.", "Syýahatçylyk ösen.", True, glossary=_GLOSSARY),
        Example("tk", "en", "ýerine ýetiriji häkimiýet", "executive power of the President", False),
        Example("ru", "en", "устав организации", "the constitution of the organisation", False),
        Example("tk", "ru", "bedenterbiýe we sport", "физическая культура и спорт", False),
        Example("tk", "ru", "halkara şertnamalar", "конституция и международные договоры", False),
        Example("ja", "en", "カナダの総領事", "the Ambassador of Canada", True),
        Example("ru", "tk", "саммит ОЭС в Баку", "Bakuwda geçiriljek ŞHG-niň sammiti", True),
        Example("tk", "ru", "Lebap welaýatynda", "в Марыйском велаяте", True),
        Example("en", "ja", "a Norwegian company", "デンマークの企業", True),
        Example("en", "ru", "the Dutch Vice-Premier", "вице-премьер Нидерландов", False),
        Example("ja", "ru", "トルクメニスタン側", "туркменская сторона", False, glossary=_GLOSSARY),
    ),
    grave=_grave,
)
