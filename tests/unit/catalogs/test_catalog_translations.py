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
ESCAPED_KEY = (None, 'a "b"\nc')
ODD_COMMENTS = '\n#\n#no blank\n#.\n#:\n#-\n#, no-wrap\nmsgid "six"\nmsgstr "шесть"\n'
BLANK = '\nmsgid "seven"\nmsgstr "  "\n'
PLURAL = '\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] "дня"\nmsgstr[2] "дней"\n'


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        (FINISHED, {(None, "one"): "раз"}),
        (FUZZY, {}),
        (FUZZY_AMONG_FLAGS, {}),
        (EMPTY, {}),
        (FINISHED + TITLE, {(None, "one"): "раз", ("title", "one"): "Раз"}),
        (ESCAPED, {ESCAPED_KEY: "а «б»\nв"}),
        (FINISHED + OBSOLETE, {(None, "one"): "раз"}),
        (FINISHED + FUZZY + OBSOLETE, {(None, "one"): "раз"}),
        (PLURAL + FUZZY, {(None, "day"): "день"}),
        (ODD_COMMENTS, {(None, "six"): "шесть"}),
        (
            ODD_COMMENTS + FUZZY + ESCAPED + FINISHED,
            {(None, "six"): "шесть", ESCAPED_KEY: "а «б»\nв", (None, "one"): "раз"},
        ),
        (FINISHED + BLANK, {(None, "one"): "раз"}),
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


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        ('\n# a remark \\\nmsgid "a"\nmsgstr "б"\n', 7),
        ('\nmsgid "a"\nmsgstr "б" more\n', 6),
        ('\nmsgid "a"b"\nmsgstr "б"\n', 5),
        ('\nmsgid "a"\nmsgstr "б"\nrest\n', 7),
    ],
)
def test_what_is_no_catalog_is_refused_at_its_line(entries, line):
    with pytest.raises(HabarError) as caught:
        translations((HEADER + entries).encode(), "x.po")
    assert caught.value.problems[0].place.line == line
