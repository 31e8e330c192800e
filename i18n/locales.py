"""What is known about languages: tags, names, plural forms, directions and date lines (Babel's door).

Facts come from CLDR through Babel; where a house style differs, the difference is a table here.
Babel's locale data are embedded, so the machine's own locale has no say.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from babel.core import Locale, UnknownLocaleError, get_global

from i18n.model import JapaneseYears, LocaleFilter, LocaleTag
from i18n.patterns import late

# How a language calls itself in a language switcher. CLDR has "türkmen dili" for the first.
_OWN_NAMES = {"tk": "Türkmençe", "ru": "Русский", "en": "English", "ja": "日本語"}
# Official English puts the day first; CLDR's "en" is American.
_DATE_PATTERNS = {"en": "d MMMM y"}
# First days of the eras in the calendar of today, which Japan has had since 1873.
_ERAS = (
    ("令和", date(2019, 5, 1)),
    ("平成", date(1989, 1, 8)),
    ("昭和", date(1926, 12, 25)),
    ("大正", date(1912, 7, 30)),
    ("明治", date(1873, 1, 1)),
)
_MEIJI_BEGAN = 1868
_YEARS_OF_FOUR_DIGITS = 1000
# Countries whose first language CLDR has another opinion of.
_MEANT = {"kz": "kk"}
_TAG = late(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?\Z")


def is_tag(text: str) -> bool:
    """Whether ``text`` is a well-formed BCP 47 tag (language, script, region) that CLDR knows.

    Checked by form first: a tag becomes a folder's name and an address. A language has one tag: ``ru``, not ``rus``.
    """
    if not _TAG.match(text) or _locale(text) is None:
        return False
    return text.partition("-")[0] not in get_global("language_aliases")


def meant(text: str) -> LocaleTag | None:
    """The tag that was probably meant: ``ja`` by ``jp`` or ``jpn``, ``en-US`` by ``en_us``. None: nothing is near."""
    language, _, region = text.replace("_", "-").partition("-")
    language = language.lower()
    alias = get_global("language_aliases").get(language)
    likely = get_global("likely_subtags").get(f"und_{language.upper()}")  # the name of a country
    spelled = [f"{language}-{region.upper()}"] if region else [language]
    guesses = [*spelled, _MEANT.get(language, ""), *(found.partition("_")[0] for found in (alias, likely) if found)]
    return next((tag for tag in guesses if is_tag(tag)), None)


def own_name(locale: LocaleTag) -> str:
    """How the language calls itself, as a language switcher shows it."""
    known = _locale(locale)
    name = (known.get_display_name() if known else None) or locale
    return _OWN_NAMES.get(locale) or name[:1].upper() + name[1:]


def english_name(locale: LocaleTag) -> str:
    """The language's English name, for editors."""
    known = _locale(locale)
    return (known.english_name if known else None) or locale


@lru_cache(maxsize=256)
def direction(locale: LocaleTag) -> str:
    """``ltr`` or ``rtl``."""
    known = _locale(locale)
    return known.text_direction if known else "ltr"


def admits(wanted: LocaleFilter, locale: LocaleTag) -> bool:
    """Whether a text with this filter is meant for ``locale``, by the extended filtering of RFC 4647."""
    subtags = locale.lower().split("-")
    return any(_in_range(subtags, item.lower().split("-")) for item in wanted.ranges) == wanted.include


def _in_range(subtags: list[str], wanted: list[str]) -> bool:
    if wanted[0] not in ("*", subtags[0]):
        return False
    position = 1
    for part in wanted[1:]:
        if part == "*":
            continue
        while position < len(subtags) and subtags[position] != part:
            if len(subtags[position]) == 1:  # behind a singleton stands an extension, which does not count
                return False
            position += 1
        if position == len(subtags):
            return False
        position += 1
    return True


@lru_cache(maxsize=4096)
def date_line(day: date, locale: LocaleTag, japanese_years: JapaneseYears = "gregorian") -> str:
    """A date as it stands alone above a text: ``23 ýanwar 2024``. Not the form for running prose.

    The pattern is CLDR's long one, English excepted. CLDR ties Russian ``г.`` with a narrow no-break
    space; every space of that kind becomes U+00A0, which all fonts have.
    """
    if locale.partition("-")[0] == "ja" and japanese_years != "gregorian" and (year := _era_year(day)):
        years = f"{year}（{day.year}年）" if japanese_years == "both" else year
        return f"{years}{day.month}月{day.day}日"
    form = _month_form(day.month, locale) if day.year >= _YEARS_OF_FOUR_DIGITS else None
    return form.format(day=day.day, year=day.year) if form else _long_date(day, locale)


def _long_date(day: date, locale: LocaleTag) -> str:
    from babel.dates import format_date

    text = format_date(day, _DATE_PATTERNS.get(locale, "long"), locale=_known(locale))
    return text.replace("\u202f", "\u00a0")


@lru_cache(maxsize=1024)
def _month_form(month: int, locale: LocaleTag) -> str | None:
    """The days of a month with holes for day and year: CLDR's patterns are slow. None: one form does not do for all."""
    text = _long_date(date(1987, month, 26), locale)
    if "{" in text or "}" in text or text.count("1987") != 1 or text.count("26") != 1:
        return None
    form = text.replace("1987", "{year}").replace("26", "{day}")
    probes = (date(2014, month, 1), date(2003, month, 10))
    same = all(form.format(day=day.day, year=day.year) == _long_date(day, locale) for day in probes)
    return form if same else None


def _era_year(day: date) -> str:
    """The year as Japan counts it: ``令和6年``; the first is ``元年``. Nothing before 1873."""
    for name, first in _ERAS:
        if day >= first:
            year = day.year - (_MEIJI_BEGAN if name == "明治" else first.year) + 1
            return f"{name}{'元' if year == 1 else year}年"
    return ""


@lru_cache(maxsize=4096)
def month_line(year: int, month: int, locale: LocaleTag) -> str:
    """A month as the heading of a list: ``January 2024``, ``Ýanwar 2024``, ``Январь 2024 г.``, ``2024年1月``."""
    from babel.dates import format_skeleton

    text = format_skeleton("yMMMM", date(year, month, 1), locale=_known(locale)).replace("\u202f", "\u00a0")
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=256)
def month_name(month: int, locale: LocaleTag) -> str:
    """A month that stands alone below its year: ``January``, ``Январь``, ``1月``."""
    name: str = _known(locale).months["stand-alone"]["wide"][month]
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1024)
def year_line(year: int, locale: LocaleTag) -> str:
    """A year as the heading of a list: ``2024``, ``2024年``."""
    from babel.dates import format_skeleton

    return format_skeleton("y", date(year, 1, 1), locale=_known(locale))


def file_size(size: int, locale: LocaleTag) -> str:
    """The size of a file for readers: ``1.2 MB``, ``340 kB``, with the language's own signs."""
    from babel.units import format_unit

    unit, value = ("megabyte", round(size / 1e6, 1)) if size >= 1_000_000 else ("kilobyte", max(1, round(size / 1000)))
    text = format_unit(value, f"digital-{unit}", length="short", locale=_known(locale))
    return text.replace("\u202f", "\u00a0").replace(" ", "\u00a0")


def plural_forms(locale: LocaleTag) -> str:
    """The value of the ``Plural-Forms`` header field, in gettext's notation.

    From Babel's gettext table: CLDR's own categories give Russian a fourth form that PO files do not use.
    """
    from babel.messages.catalog import Catalog

    return Catalog(locale=_known(locale)).plural_forms


def posix_name(locale: LocaleTag) -> str:
    """The tag in gettext's notation for the ``Language`` header field: ``zh_TW``."""
    return locale.replace("-", "_")


def with_territory(locale: LocaleTag) -> str:
    """The language and the territory where most of its readers are (CLDR, likely subtags): ``tk_TM``, ``ru_RU``."""
    known = _known(locale)
    likely = get_global("likely_subtags")
    guess = likely.get(str(known)) or likely.get(known.language, "")
    territory = known.territory or guess.rpartition("_")[2]
    return f"{known.language}_{territory}" if territory else known.language


@cache
def _locale(tag: LocaleTag) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _known(tag: LocaleTag) -> Locale:
    known = _locale(tag)
    if known is None:
        raise ValueError(f"unknown language tag {tag!r}")
    return known
