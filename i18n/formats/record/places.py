"""Lines of place and date: ``Ashgabat, 24 May 2023``, ``АШХАБАД, 23 января. /ТАСС/``, ``東京、1月23日``.

Wires and press offices put one above the text or at the beginning of its first sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from i18n.formats.record import words
from i18n.formats.record.dates import date_line, dates_in, day_of, is_beside
from i18n.formats.record.lines import Line
from i18n.formats.source import Source
from i18n.model import Place
from i18n.patterns import late

_LONGEST = 80
"""Characters of such a line."""
_DIGIT = late(r"\d")
_PLACE_WORDS = 4
_PLACES = 2
"""A city, and its country."""
_GAP = late(r"[ \u00a0]{3,}|\t+|\u3000+")
_BRACKETS = str.maketrans(dict.fromkeys("（［【〔[(", "(") | dict.fromkeys("）］】〕])", ")"))
_DIVIDERS = late(r"[,、，|=＝]|\s[-–—―]+(?:\s|\Z)|[-–—―]+\Z")
_SMALL = frozenset("г г. гор. ş ş. şäheri de la le da do del di am an der of the und al el es на-дону".split())
"""Words of a place's name that have no capital."""
_CITY = ("г.", "гор. ")
_WIDE_PLACE = late("[\u30a0-\u30ff\u4e00-\u9fff]{1,12}\\Z")
_AGENCY = late(
    r"[\s.,]*(?:/([^/()\d]{1,40})/|\(([^()\d]{1,40})\)|[-–—―]+\s*([^\W\d_][^\d.,:;()]{0,30})|([^\W\d_][^\d()]{0,30})(?=\)))?"
    r"[\s.:：)–—―-]*\Z"
)
_AGENCY_WORDS = 3
_DAY_ALONE = late(r"\([\u30a0-\u30ff\u4e00-\u9fff]{1,12}[ ,、=＝]?\d{1,2}日[^()]{0,20}\)[\s–—―-]*\Z")
"""``[東京 23日 ロイター]``: no month."""
_LEAD_END = late(r"\s[-–—―]+\s|[)/）］】\]][.:]?\s*[-–—―]*\s*|[.:：]\s+(?=[^\W\d_])")
"""Where a line of place and date may end that a sentence begins with."""


class _Found(NamedTuple):
    """What such a line says."""

    day: date | None
    """None where it names no year."""


def is_place_line(text: str, source: Source) -> bool:
    """Where and when a document was made, or whence and when it was sent. The year may be missing."""
    return _read(text, source) is not None


def place_day(text: str, source: Source) -> date | None:
    """The day in a line of place and date; None: it is no such line, or names no year."""
    found = _read(text, source)
    return found.day if found else None


def leading_day(text: str, source: Source) -> date | None:
    """The day of a line of place and date that a sentence begins with: ``Tokyo, 23 January 2024 – The sides met``."""
    for end in _LEAD_END.finditer(text[: _LONGEST + 10]):
        found = next(_named(text[: end.end()], source), None)
        if found and found.day:
            return found.day
    return None


def _read(text: str, source: Source) -> _Found | None:
    if not _DIGIT.search(text):  # nearly always
        return None
    if len(text) > _LONGEST and len(" ".join(text[: 2 * _LONGEST].split())) > _LONGEST:
        return None
    if words.is_one("embargoes", text):  # a day, but not that of the text
        return None
    text = " ".join(_GAP.sub(" | ", text.strip()).split())
    return _with_a_comma(text, source) or next(_named(text, source), None) if len(text) <= _LONGEST else None


def _with_a_comma(text: str, source: Source) -> _Found | None:
    """``Ashgabat, 24 May 2023``: whatever stands before the comma."""
    before, _, after = text.partition(",")
    if not _DIGIT.search(after) or len(before.split()) > _PLACE_WORDS:
        return None
    line = Line(0, len(after.strip()), 0, after.strip(), 0)
    found = date_line(line, source.locale, None, source.path)
    return _Found(found.day) if found else None


def _named(text: str, source: Source) -> Iterator[_Found]:
    """What names a place by its capitals: without a year, with a country or an agency, with the date in front."""
    text = text.translate(_BRACKETS).strip()
    if not _DIGIT.search(text) or not _is_divided(text):
        return
    if _DAY_ALONE.match(text):
        yield _Found(None)
    for start, end, found in dates_in(text, source.locale):
        before, after = text[:start], text[end:]
        if found and not (found.day and found.month):
            continue
        placed = _is_place(before) and (is_beside(after) or _is_agency(after))
        if placed or (not before.strip(" (") and _is_place_behind(after)):
            whole = found is None or found.year is not None
            yield _Found(day_of(found, text[start:end], Place(source.path)) if whole else None)


def _is_divided(text: str) -> bool:
    """Whether a text has what stands between a place and a date: the quick question."""
    return text.startswith(_CITY) or any(map(text.__contains__, ",、，|=＝-–—―("))


def _is_place(before: str) -> bool:
    """Whether nothing but a place, and perhaps the day of the week, stands before a date."""
    divided = _DIVIDERS.search(before) or before.startswith(("(", *_CITY)) or before.endswith("(")
    parts = [part.strip(" .()") for part in _DIVIDERS.split(before)]
    named = [part for part in parts if part and not is_beside(part)]
    return bool(divided) and 1 <= len(named) <= _PLACES and all(map(_names_a_place, named))


def _is_place_behind(after: str) -> bool:
    """``23 January 2024, Ashgabat``."""
    parts = [part.strip(" .()") for part in _DIVIDERS.split(after)]
    return len(parts) > 1 and not parts[0] and 1 <= len(parts[1:]) <= _PLACES and all(map(_names_a_place, parts[1:]))


def _names_a_place(text: str) -> bool:
    if _WIDE_PLACE.match(text):
        return True
    words = text.split()
    capital = any(word[:1].isupper() for word in words)
    return capital and len(words) < _PLACE_WORDS and all(word[:1].isupper() or word in _SMALL for word in words)


def _is_agency(after: str) -> bool:
    """``(MFA) –``, ``/TDH/.``, ``- РИА Новости.``: nothing else stands behind a date."""
    found = _AGENCY.match(after)
    if not found:
        return False
    words = next(filter(None, found.groups()), "").strip(" .").split()
    return len(words) <= _AGENCY_WORDS and all(any(map(_is_high, word)) for word in words)


def _is_high(letter: str) -> bool:
    return letter.isupper() or not letter.islower()
