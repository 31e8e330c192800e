"""Sources in UTF-16, as Windows calls “Unicode text”: read like those in UTF-8, and written in their own encoding."""

from __future__ import annotations

import pytest

from i18n import assemble, formats, segment
from i18n.model import Key

RECORD = " date 2024-01-23 О встрече министров иностранных дел\r\n\r\nМинистры встретились. Стороны обсудили 東京.\r\n"
MARKDOWN = "---\ntitle: О встрече\nlang: ru\n---\n\n# О встрече\n\nМинистры *встретились*.\n\n- раз\n- два\n"


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(("name", "text"), [("a.txt", RECORD), ("a.md", MARKDOWN)])
def test_it_is_what_it_would_be_in_utf_8(name: str, text: str, charset: str) -> None:
    wide, narrow = (
        formats.read(formats.Source("a", name, data, "ru", "sentence"))
        for data in (f"\ufeff{text}".encode(charset), text.encode())
    )
    assert (wide.units, wide.body, wide.skeleton, wide.left_out, wide.meta, wide.remarks) == (
        narrow.units, narrow.body, narrow.skeleton, narrow.left_out, narrow.meta, narrow.remarks
    )  # fmt: skip
    cut = segment.cut(wide)
    assert formats.write(assemble.localize(wide, cut, {}, "ru")) == f"\ufeff{text}".encode(charset)
    words: dict[Key, str] = {piece.key: f"日{piece.id}" for _, pieces in cut for piece in pieces}
    translated = formats.write(assemble.localize(wide, cut, words, "ja")).decode("utf-16")
    assert translated == formats.write(assemble.localize(narrow, cut, words, "ja")).decode()
