"""Each kind of file that is no bulletin gets words of its own."""

from __future__ import annotations

import pytest

from i18n import formats


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("in/Letter.DOC", "open it in its word processor and save it as .docx"),
        ("mail.eml", "save the text of the mail as a text file (.txt), without its head"),
        ("back.xlf", "translations from a CAT tool are taken in by: habar import xliff FILE"),
        ("news.txt~", "it is a copy that an editor left behind: remove it"),
        ("talks photo.png", "put an image into the folder of its bulletin: sources/ID/"),
    ],
)
def test_a_file_of_another_kind_says_what_to_do_with_it(name, hint):
    found = formats.no_reader(name)
    assert (found.code, found.place.path, found.hint) == ("H106", name, hint)


@pytest.mark.parametrize("name", ["README", "x.unknown", "doc", ".pdfx"])
def test_a_kind_that_nobody_knows_is_told_all_formats(name):
    assert formats.no_reader(name).hint == "use one of: " + ", ".join(
        suffix for known in formats.FORMATS for suffix in known.suffixes
    )
