"""The short way of reading a catalog: finished translations only, in ordinary files and in odd ones."""

from __future__ import annotations

import pytest

from i18n.catalogs import translations
from i18n.problems import HabarError

HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n'
FINISHED = '\n#. note\n#: x.txt:p1.s1\nmsgid "one"\nmsgstr "раз"\n'
FUZZY = '\n#, fuzzy\n#| msgid "tow"\nmsgid "two"\nmsgstr "два"\n'
FUZZY_AMONG_FLAGS = '\n#, c-format, fuzzy\nmsgid "three"\nmsgstr "три"\n'
EMPTY = '\nmsgid "four"\nmsgstr ""\n'
TITLE = '\nmsgctxt "title"\nmsgid "one"\nmsgstr "Раз"\n'
ESCAPED = '\nmsgid "a \\"b\\"\\n"\n"c"\nmsgstr ""\n"а «б»\\n"\n"в"\n'
OBSOLETE = '\n#~ msgid "five"\n#~ msgstr "пять"\n'
PLURAL = '\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] "дня"\nmsgstr[2] "дней"\n'


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        (FINISHED, {(None, "one"): "раз"}),
        (FUZZY, {}),
        (FUZZY_AMONG_FLAGS, {}),
        (EMPTY, {}),
        (FINISHED + TITLE, {(None, "one"): "раз", ("title", "one"): "Раз"}),
        (ESCAPED, {(None, 'a "b"\nc'): "а «б»\nв"}),
        (FINISHED + OBSOLETE, {(None, "one"): "раз"}),
        (FINISHED + FUZZY + OBSOLETE, {(None, "one"): "раз"}),
        (PLURAL + FUZZY, {(None, "day"): "день"}),
        ("", {}),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_finished_translations_are_given(entries, wanted, newline):
    assert translations((HEADER + entries).replace("\n", newline).encode(), "x.po") == wanted


def test_a_message_that_stands_twice_is_refused():
    with pytest.raises(HabarError) as caught:
        translations((HEADER + FINISHED + FINISHED).encode(), "x.po")
    assert [(found.code, found.place.line) for found in caught.value.problems] == [("H211", 12)]
