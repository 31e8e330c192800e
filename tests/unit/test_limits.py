"""Limits of ITS: which characters an expression allows, and how many bytes a text takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.limits import characters, is_charset, stored_size
from i18n.model import Limits


@pytest.mark.parametrize(
    ("expression", "inside", "outside"),
    [
        ("[abc]", "abc", "dA-[]"),
        ("[a-c]", "abc", "-d"),
        ("[a-zA-Z]", "azAZ", "-й0"),
        ("[^abc]", "dA^ \n", "abc"),
        ("[a-zA-Z_\\-]", "a_-", "\\^"),
        ("[^*+]", "a^\\", "*+"),
        ("[-a]", "-a", "b"),
        ("[a-]", "-a", "b"),
        ("[a-c-e]", "abc-e", "d"),
        ("[+--]", "+,-", "."),
        ("[\u0020-\u00fe]", " aþ", "\u00ffй\n"),
        ('[^<>:"\\\\/|\\?*]', "a.^", '<>:"\\/|?*'),
        ("[\\n\\r\\t]", "\n\r\t", "nrt\\"),
        ("[\\^\\[\\]\\{\\}]", "^[]{}", "\\"),
        ("[あ-んー]", "あんー", "ア"),
        (".", "a\n\r\U0001f600", ""),
        ("\\.", ".", "a"),
        ("[^^]", "a", "^"),
        ("[a^]", "a^", "b"),
    ],
)
def test_an_expression_is_one_class_of_characters(expression: str, inside: str, outside: str) -> None:
    found = characters(expression)
    assert [letter for letter in inside if letter not in found] == []
    assert [letter for letter in outside if letter in found] == []


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("", "it is no single class of characters, such as [a-z]"),
        ("a", "it is no single class of characters, such as [a-z]"),
        ("abc", "it is no single class of characters, such as [a-z]"),
        ("[a-z]+", "it is no single class of characters, such as [a-z]"),
        ("(a+)+$", "it is no single class of characters, such as [a-z]"),
        ("[]", "it is no single class of characters, such as [a-z]"),
        ("[^]", "there is no character in it"),
        ("[a-z][0-9]", "] in a class is written \\]"),
        ("[a-z-[aeiou]]", "[ in a class is written \\["),
        ("[\\p{Lu}]", "the escape \\p is not known"),
        ("[\\w]", "the escape \\w is not known"),
        ("[a\\]", "the escape \\ is not known"),
        ("[z-a]", "z-a goes backwards"),
        ("[" + "a" * 2000 + "]", "it is longer than 2000 characters"),
    ],
)
def test_any_other_expression_is_refused(expression: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        characters(expression)


ESCAPABLE = "\\|.?*+(){}-[]^"
MEMBERS = st.one_of(st.characters(codec="utf-8", exclude_characters="\\[]-^&~|"), st.sampled_from(ESCAPABLE))


@settings(max_examples=200)
@given(st.lists(st.tuples(MEMBERS, MEMBERS), min_size=1, max_size=6), st.booleans(), st.characters(codec="utf-8"))
def test_it_agrees_with_the_regular_expressions_of_python(
    pairs: list[tuple[str, str]], others: bool, letter: str
) -> None:
    ranges = "".join("-".join(map(escaped, sorted(pair))) for pair in pairs)
    expression = f"[{'^' if others else ''}{ranges}]"
    for tried in (letter, *pairs[0]):
        assert (tried in characters(expression)) == (re.match(expression, tried) is not None)


def escaped(letter: str) -> str:
    return f"\\{letter}" if letter in ESCAPABLE else letter


@pytest.mark.parametrize(
    ("text", "limits", "size"),
    [
        ("Mary", Limits(), 4),
        ("Мары", Limits(), 8),
        ("マル", Limits(), 6),
        ("Мары", Limits(charset="windows-1251"), 4),
        ("Mary", Limits(charset="UTF-16"), 8),
        ("😀", Limits(charset="UTF-16"), 4),
        ("Mary", Limits(charset="utf-32"), 16),
        ("日本", Limits(charset="Shift_JIS"), 4),
        ("a\nb", Limits(), 3),
        ("a\r\nb\rc\n", Limits(), 6),
        ("a\nb", Limits(line_break="cr"), 3),
        ("a\nb", Limits(line_break="crlf"), 4),
        ("a\nb", Limits(line_break="nel"), 4),
        ("a\nb", Limits(charset="UTF-16", line_break="crlf"), 8),
    ],
)
def test_a_size_is_that_of_the_bytes(text: str, limits: Limits, size: int) -> None:
    assert stored_size(text, limits) == size


def test_only_encodings_of_text_are_encodings() -> None:
    assert all(map(is_charset, ("UTF-8", "utf-16", "ISO-8859-1", "windows-1251", "Shift_JIS", "KOI8-R", "GB18030")))
    wrong = ("", "UTF-9", "base64", "rot13", "zip", "idna", "punycode", "unicode_escape", "undefined", "../x", "a" * 99)
    assert not any(map(is_charset, wrong))
