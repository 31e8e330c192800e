"""From bytes to text, or to a good guess at what the bytes are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.encoding import Codes, decode
from i18n.problems import HabarError

CODES = Codes(empty="H101", not_utf8="H104", nul="H105")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), st.booleans())
def test_text_comes_through_as_it_is(text: str, bom: bool) -> None:
    try:
        decoded = decode((b"\xef\xbb\xbf" if bom else b"") + text.encode(), "x", CODES)
    except HabarError as refused:
        assert refused.problems[0].message == "there is nothing in the file"
        assert text.removeprefix("\ufeff").strip(" \t\r\n\f\v") == ""
        return
    assert decoded == (text if bom else text.removeprefix("\ufeff"), bom or text.startswith("\ufeff"), "utf-8")


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_a_mark_tells_of_utf_16_where_that_may_be(charset: str, text: str) -> None:
    data = f"\ufeff{text}".encode(charset)
    if text.strip():
        assert decode(data, "x", CODES, wide=True) == (text, True, charset)
    with pytest.raises(HabarError):
        decode(data, "x", CODES)


@given(st.binary())
def test_any_bytes_are_text_or_one_problem(data: bytes) -> None:
    try:
        text, bom, _ = decode(data, "x", CODES)
    except HabarError as refused:
        (problem,) = refused.problems
        assert problem.place.path == "x"
        assert 1 <= (problem.place.line or 0) <= data.count(b"\n") + 1
        return
    assert (b"\xef\xbb\xbf" if bom else b"") + text.encode() == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Министр принял посла.\n".encode("cp1251"), "x:1: error H104: this line is not UTF-8: the file looks like CP1251 (Windows Cyrillic)"),
        ("ok\n大臣は述べた。\n".encode("cp932"), "x:2: error H104: this line is not UTF-8: the file looks like Shift_JIS"),
        ("Café".encode("latin-1"), "x:1: error H104: this line is not UTF-8"),
        ("Министр".encode("utf-16"), "x:1: error H104: the file looks like UTF-16, not UTF-8"),
        ("The minister".encode("utf-16-le"), "x:1: error H104: the file looks like UTF-16, not UTF-8"),
        (b"one\ntwo\0\n", "x:2: error H105: there is a NUL byte in the file"),
        (b"\xed\xa0\x80", "x:1: error H104: this line is not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_said_of_other_bytes(data: bytes, message: str) -> None:
    with pytest.raises(HabarError) as refused:
        decode(data, "x", CODES)
    assert [str(problem) for problem in refused.value.problems] == [message]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("\ufeffone\ntwo".encode("utf-16-le") + b"\0", "x:2: error H104: this line is damaged: it is not UTF-16 as the file is"),
        (b"\xfe\xff\0a\0\n\xd8\0\0b", "x:2: error H104: this line is damaged: it is not UTF-16 as the file is"),
        ("\ufeffone\n\0".encode("utf-16-be"), "x:2: error H105: there is a NUL byte in the file"),
        ("\ufeff \r\n".encode("utf-16-le"), "x:1: error H101: there is nothing in the file"),
        ("The minister".encode("utf-16-le"), "x:1: error H104: the file looks like UTF-16, not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_said_of_utf_16(data: bytes, message: str) -> None:
    with pytest.raises(HabarError) as refused:
        decode(data, "x", CODES, wide=True)
    assert [str(problem) for problem in refused.value.problems] == [message]
