"""Telephone numbers in the text of a page: they stay on one line, where one has room for them."""

from __future__ import annotations

import re

from i18n.patterns import late

_HINT = late(r"[+＋(（][+＋0-9０-９]")
"""What every number has that is told here: a plus, or an area code in brackets."""
_SIGNS = " \u00a0\u2009\u202f.‐‑–-"
_JAPANESE = "ぁ-ヿ々〇一-鿿"
"""Letters that stand right beside a number where others leave a space."""
_NUMBER = late(
    rf"(?:(?<![\w+＋(（/.,:-])|(?<=[{_JAPANESE}]))(?:(?:[+＋][0-9]{{1,4}}|[0-9]{{1,2}})[{_SIGNS}]?)?"
    rf"(?:[(（][+＋]?[0-9]{{1,5}}(?:[{_SIGNS}][0-9]{{1,4}})?[)）][{_SIGNS}]?|(?<=[0-9{_SIGNS}]))"
    rf"[0-9]{{1,10}}(?:[{_SIGNS}][0-9]{{1,10}}){{0,6}}(?:(?![\w%°]|[{_SIGNS}][0-9])|(?=[{_JAPANESE}]))"
)
_DIGITS = range(7, 16)
"""Of a whole number: the most that the standard has (ITU-T E.164), and the fewest that anybody dials from abroad."""
_LONGEST = 24
"""Characters that the narrowest telephone shows in one line, in any part of a page."""


def held(markup: str) -> str:
    """Escaped text whose telephone numbers do not break, as ``+993 12 44-56-92`` or ``8 (495) 123-45-67``.

    Numbers longer than a narrow line are left to break. No character is changed, so that what is copied can be dialled.
    """
    return _NUMBER.sub(_held, markup) if _may_have_one(markup) else markup


def _may_have_one(markup: str) -> bool:
    # To look for four characters one by one is faster than to look for one of the four.
    begun = "(" in markup or "+" in markup or "（" in markup or "＋" in markup
    return begun and _HINT.search(markup) is not None


def _held(found: re.Match[str]) -> str:
    number = found[0]
    told = number[0] in "+＋" or any(sign in number for sign in "(（")
    digits = sum(map(str.isdecimal, number))
    divided = not number.strip("+＋").isdecimal()
    if not (told and divided and digits in _DIGITS and len(number) <= _LONGEST):
        return number
    return f'<span class="whole">{number}</span>'
