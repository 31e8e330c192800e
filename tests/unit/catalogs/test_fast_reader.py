"""The quick reader reads what is ordinary, and does not step aside: that would cost a build twice its time, unseen."""

from __future__ import annotations

import pytest

from i18n.catalogs.fast import Newline, read_finished, read_ordinary
from i18n.model import Entry

ORDINARY = """\
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# A translator's remark.
#. The title.
#: sources/a.txt:1
#, fuzzy
#| msgctxt "old"
#| msgid "About the talks"
msgctxt "title"
msgid "About the meeting"
msgstr "О встрече"

#. A sentence.
#: sources/a.txt:3 sources/a.txt:9
msgid ""
"The parties met in Tokyo, "
"and said “yes”.\\n"
msgstr ""
"Стороны встретились в Токио "
"и сказали \\"да\\".\\n"
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_ordinary_catalog_is_read_to_its_end(newline: Newline) -> None:
    text = ORDINARY.replace("\n", newline)
    entries: list[Entry] = []
    position, _ = read_ordinary(text, 0, 1, "a.po", newline, entries)
    assert position == len(text)
    assert [entry.msgid for entry in entries][1:] == [
        "About the meeting",
        "The parties met in Tokyo, and said “yes”.\n",
    ]
    assert entries[1].previous_msgid == "About the talks"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_its_finished_translations_are_found(newline: Newline) -> None:
    found = read_finished(ORDINARY.replace("\n", newline), newline)
    key = (None, "The parties met in Tokyo, and said “yes”.\n")
    assert found == {key: 'Стороны встретились в Токио и сказали "да".\n'}
