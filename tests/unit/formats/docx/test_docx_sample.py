"""The sample of the contract: what it is made of, and the whole page that it becomes."""

from __future__ import annotations

import os
from pathlib import Path

from i18n import assemble, formats, segment
from tests.contract import make_docx

FOLDER = Path(__file__).parents[3] / "contract"
PAGE = Path(__file__).with_name("sample.expected.html")


def test_the_sample_is_what_its_script_makes() -> None:
    assert (FOLDER / "sample.docx").read_bytes() == make_docx.sample()


def test_the_page_of_the_sample() -> None:
    source = formats.Source("sample", "sample.docx", (FOLDER / "sample.docx").read_bytes(), "en", "sentence")
    document = formats.read(source)
    page = formats.write(assemble.localize(document, segment.cut(document), {}, "en"))
    if os.environ.get("HABAR_BLESS"):
        PAGE.write_bytes(page)
    assert page.decode() == PAGE.read_text(encoding="utf-8")
