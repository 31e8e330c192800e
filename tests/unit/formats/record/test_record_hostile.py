"""A text that was made to keep the reader busy takes no longer than its length explains."""

from __future__ import annotations

import time

import pytest

from i18n import formats

LINES = 16_000
ENOUGH = 6.0
"""Seconds of computing; a reader that compares everything with everything needs several times as many."""

TEXTS = {
    "one block of lines": "\n".join(f"Title number {number}" for number in range(LINES)),
    "titles": "\n\n".join(f"Title number {number}" for number in range(LINES)),
    "divided words": "T\n\nThe text. " + "mese-\nleleri " * LINES,
    "ends of a page": "T\n\nText.\n\n" + "You just read:\n\n" * LINES,
    "frames": "Home\nUnknown thing here\n\n" * LINES + "Text.\n",
    "numbers": "1" * LINES * 10 + "\n\nT\n\n" + "1/1/2024 " * LINES,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_time_goes_with_length(text: str) -> None:
    start = time.process_time()
    document = formats.read(formats.Source("x", "x.txt", text.encode(), "en", "sentence"))
    assert time.process_time() - start < ENOUGH
    assert document.units
