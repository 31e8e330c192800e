"""No text takes a check more than a moment, however it was made."""

from __future__ import annotations

import time

import pytest

from i18n.checks import check_pair

PIECES = (
    "a", "я", "ñ", "ー", "一", "万", "億", "1", "1)", "(", "«", "«»", "“", "」", " ", "  ", " .", ",", "。", "...", "-", "a-",
    "the ", "the the ", "не ", "ません", "1万 ", "10:30 ", "sagat ", "{a}", "%s", "a@b.tm ", "www.a.tm ", "Turkmenistan ",
    "Rashid Meredov ", "ラシッド・", "Ð¿", "\u200b", "e\u0301", "?", "5 million ", "Monday ", "上川", "в ", "diňe ", "&lt;",
)  # fmt: skip
LENGTH = 5_000


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_row_of_one_piece(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    for locale in ("en", "ru", "tk", "ja"):
        for source, target in (("The parties met.", f"x{text}x 1"), (f"x{text}x 1", "The parties met.")):
            started = time.process_time()
            check_pair(source, target, "ja" if locale == "en" else "en", locale)
            assert time.process_time() - started < 1
