"""What stands between two translated segments, for every pair of languages."""

from __future__ import annotations

import pytest

from i18n.model import Code, Content
from i18n.segment import join_gap

BR = Code(1, "alone", "br", ("<br/>",))
IMAGE = Code(2, "alone", "img", ("<img/>",))
CLOSE = Code(3, "close", "b", ("</b>",))
OPEN = Code(4, "open", "i", ("<i>",))


@pytest.mark.parametrize("language", ["en", "ru", "tk", "ja"])
@pytest.mark.parametrize("gap", [(), (" ",), ("  ",), (" \n\t",), ("\u3000",), (" ", CLOSE, "\u00a0"), (BR,)])
def test_the_same_language_keeps_the_gap(language: str, gap: Content) -> None:
    assert join_gap(gap, "One.", "Two.", language, language) == gap


@pytest.mark.parametrize(
    ("gap", "left", "right", "source", "target", "joined"),
    [
        # A spaced language: one space, whatever the source had.
        ((" ",), "One.", "Два.", "en", "ru", (" ",)),
        (("   ",), "Бир.", "Iki.", "ru", "tk", (" ",)),
        (("\u00a0",), "One.", "Two.", "tk", "en", (" ",)),
        (("\u3000",), "One.", "Two.", "ja", "en", (" ",)),
        ((), "One.", "Two.", "ja", "en", (" ",)),
        ((), "Раз.", "Два.", "ja", "ru", (" ",)),
        ((), "Bir.", "Iki.", "ja", "tk", (" ",)),
        ((), "Un.", "Deux.", "ja", "fr", (" ",)),
        # A line break stays one.
        (("\n",), "One.", "Два.", "en", "ru", ("\n",)),
        ((" \r\n  ",), "One.", "Два.", "en", "ru", ("\n",)),
        # Japanese and Chinese: nothing behind a wide character.
        ((" ",), "一つ。", "二つ。", "en", "ja", ()),
        ((" ",), "一つ！", "ASEANは。", "en", "ja", ()),
        ((" ",), "「はい。」", "次。", "ru", "ja", ()),
        ((" ",), "なぜ？", "次。", "ru", "ja", ()),
        ((" ",), "（注）", "次。", "tk", "ja", ()),
        ((" ",), "沈黙した……", "次。", "tk", "ja", ()),
        ((" ",), "“我々は隣人だ。”", "次。", "tk", "ja", ()),
        ((" ",), "漢字", "Next.", "tk", "ja", ()),
        (("\n",), "一つ。", "二つ。", "en", "ja", ()),
        ((" ",), "一句。", "二句。", "en", "zh", ()),
        # One space where Latin text meets more text, but none before an opening mark.
        ((" ",), "Sumitomo Co., Ltd.", "次。", "en", "ja", (" ",)),
        ((" ",), "Not translated.", "次。", "en", "ja", (" ",)),
        ((" ",), "Not translated.", "Nor this.", "en", "ja", (" ",)),
        ((), "TEL 5766", "ASEAN", "zh", "ja", (" ",)),
        ((" ",), "said “yes.”", "次。", "en", "ja", (" ",)),
        ((" ",), "Not translated.", "「次。」", "en", "ja", ()),
        ((" ",), "Not translated.", "『次。』", "en", "ja", ()),
        ((" ",), "Not translated.", "（次。）", "en", "ja", ()),
        ((" ",), "Not translated.", "、次。", "en", "ja", ()),
        # Markup stays, the space goes outside closing tags.
        ((CLOSE, " "), "One.", "Два.", "en", "ru", (CLOSE, " ")),
        ((" ", CLOSE), "One.", "Два.", "en", "ru", (CLOSE, " ")),
        ((CLOSE, OPEN), "一。", "Two.", "ja", "en", (CLOSE, " ", OPEN)),
        ((" ", OPEN), "One.", "Два.", "en", "ru", (" ", OPEN)),
        ((" ", IMAGE, " "), "One.", "Два.", "en", "ru", (" ", IMAGE)),
        ((CLOSE, " ", OPEN), "一つ。", "二つ。", "en", "ja", (CLOSE, OPEN)),
        ((BR,), "One.", "Два.", "en", "ru", (BR,)),
        ((BR, "\n"), "One.", "二。", "en", "ja", (BR,)),
        # Never beside a space that is there already, nor at an edge without text.
        ((" ",), "One. ", "Два.", "en", "ru", ()),
        ((" ",), "One.", " Два.", "en", "ru", ()),
        ((" ",), "", "Два.", "en", "ru", ()),
        # A region does not make another language.
        (("  ",), "One.", "Two.", "en-GB", "en", ("  ",)),
    ],
)
def test_another_language(gap: Content, left: str, right: str, source: str, target: str, joined: Content) -> None:
    assert join_gap(gap, left, right, source, target) == joined
