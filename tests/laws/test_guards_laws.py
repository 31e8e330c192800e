"""What is asked before a dear expression is true of every text in which that finds something."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import addresses, scripts
from i18n.checks import invisible, lookalikes, misread, pairs, signs, spaces
from i18n.numerals import japanese, shared


class Guard(NamedTuple):
    dear: re.Pattern[str]
    cheap: Callable[[str], object]
    texts: str
    """Those that have what is looked for, one of each kind, with a bar between."""


GUARDS = {
    "address": Guard(
        addresses._ADDRESS,
        lambda text: "." not in text or addresses._may_have(text),
        "a@b.tm|www.x|https://a.b|see mfa.gov.tm now",
    ),
    "bracket": Guard(pairs._SIGN, pairs._ANY.search, "(a|「|»|{"),
    "before": Guard(spaces._BEFORE, spaces._BEFORE_SIGN.search, "a .|a ,b|a\u00a0)|a  »"),
    "behind": Guard(spaces._AFTER_OPENING, spaces._AFTER_SIGN.search, "( a|«\u00a0a|[  5"),
    "missing": Guard(spaces._MISSING, spaces._MISSING_SIGN.search, "a,a|5;aa|)abcde|talks.Trade|a?a|a!a|a:a"),
    "hugged": Guard(spaces._HUGGED, spaces._HUGGED_SIGN.search, "aa(aa|aa«aa|aa“aa"),
    "double": Guard(spaces.DOUBLE, spaces._DOUBLE_SIGN.search, "a  a|a\u00a0\u00a0a|a \u3000|\u3000\u3000a"),
    "japanese": Guard(
        spaces._japanese(), lambda text: " " in text or "\u3000" in text, "あ 。|「 あ|、 a|あ 漢|漢 は、|あ\u3000。"
    ),
    "two signs": Guard(signs._TWICE, signs._TWO.search, "a..|,,|;;|::|、、|。、|.。|,.|.,"),
    "dots": Guard(signs._DOTS, lambda text: ".." in text or "。。" in text, "あ...|。。"),
    "narrow": Guard(signs._JAPANESE, signs._NARROW.search, "あ.|漢,|あ?|」!"),
    "invisible": Guard(invisible._INVISIBLE, invisible._SUSPECT.search, "\u200b|\u00ad|\ufeff|\u202e|\u3164"),
    "control": Guard(invisible._CONTROL, invisible._SUSPECT.search, "\x07|\x7f|\x9f"),
    "lost": Guard(
        invisible._LOST, lambda text: "?" in text or invisible._SUSPECT.search(text), "a??a|????|\ufffd|\ue000"
    ),
    "mojibake": Guard(invisible._MOJIBAKE, invisible._SUSPECT.search, "Ð¿Ñ\u0080|Ã¼|Åž|â€|ã€|æœŸ|Р°Р±Р²|вЂ”|СѓС‚СЏ"),
    "misread ja": Guard(misread._STRANGE["ja"], misread._OTHER["ja"].search, "ÆüËÜ|æ—¥"),
    "code page": Guard(misread._CASES, misread._CAPITALS.search, "рЕТЕЗПЧПТЩ|ПЕТЕЗПЧПТЩ|ЫЛПМЩ"),
    "letter for digit": Guard(lookalikes._DIGITS, lookalikes._BESIDE.search, "2O24|1.O5|5О|l5|І12|5l5"),
    "digit for letter": Guard(lookalikes._LETTERS, lookalikes._BESIDE.search, "c0op|3асед|ба0ба|a1ab"),
    "year first": Guard(shared._YEAR_FIRST, shared._BETWEEN.search, "2024-12-12|2024/1/1|2024.1.1"),
    "day first": Guard(shared._DAY_FIRST, shared._BETWEEN.search, "5.5.2024|5/5/24"),
    "roman": Guard(japanese._ROMAN, japanese._ROMAN_SIGN.search, "IV|Ⅵ"),
}
EXAMPLES = [(name, text) for name, guard in GUARDS.items() for text in guard.texts.split("|")]
PIECES = [text for _, text in EXAMPLES] + list(" aбあ漢ア15.,;:!?()«»“」、。-'Ia\u00a0\u3000İ")


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_each_guard_lets_through_what_it_is_for(name: str, text: str) -> None:
    guard = GUARDS[name]
    assert guard.dear.search(text)
    assert guard.cheap(text)


@given(st.lists(st.sampled_from(PIECES), max_size=4).map("".join))
@settings(max_examples=1000, deadline=None)
def test_no_guard_hides_what_is_there(text: str) -> None:
    assert [name for name, guard in GUARDS.items() if guard.dear.search(text) and not guard.cheap(text)] == []


@given(st.text(st.sampled_from("aяあ漢Ωㄱعא½ °,-ñ"), max_size=12))
def test_other_scripts_are_seen_without_their_runs(text: str) -> None:
    for known in (frozenset(("Latin", "Greek")), frozenset(("Kana", "Han")), frozenset(("Cyrillic", "Latin", "Greek"))):
        if any(script not in known for script, _, _ in scripts.runs(text)):
            assert scripts.others(text, known)
    assert scripts.has(text, "Latin") == any(script == "Latin" for script, _, _ in scripts.runs(text))


def test_all_digits_are_counted() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert scripts.digits(every) == sum(map(str.isdigit, every))
    assert all(scripts.digits(sign) == sign.isdigit() for sign in every[:0x3000])
