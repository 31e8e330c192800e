"""What is refused, with its line; and what looks hostile and is read."""

from __future__ import annotations

import time

import pytest

from i18n import content, formats
from i18n.model import Document
from i18n.problems import HabarError


def read(data: bytes) -> Document:
    return formats.read(formats.Source("x", "x.md", data, "en", "sentence"))


NO_END = "the front matter has no end: there is no second line"
MISTAKES = [
    ("---\ntitle: A\n\n# A\n", "H150", 1, f"{NO_END} ---"),
    ('+++\ntitle = "A"\n\n# A\n', "H150", 1, f"{NO_END} +++"),
    ("---\ntitle: A\nlang: en\ntitle: B\n---\ntext\n", "H150", 4, "title stands in the front matter twice"),
    ("---\ntitle: A\nbad: [1, 2\nlang: en\n---\ntext\n", "H150", 4, "the front matter is not valid YAML"),
    ("---\ntitle: A\n\tbad\n---\ntext\n", "H150", 3, "the front matter is not valid YAML"),
    ("---\ntitle: A\nb: &x [1]\nc: *x\n---\ntext\n", "H150", 4, "a reference (*) in the front matter: write the value out"),
    ("---\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\ntext\n", "H150", 3, "a reference (*) in the front matter: write the value out"),
    (f"---\ntitle: A\nx: {'[' * 21}{']' * 21}\n---\ntext\n", "H150", 3, "the front matter is nested too deeply"),
    (f"---\ntitle: A\nx: {'[' * 60_000}\n---\ntext\n", "H150", 3, "the front matter is nested too deeply"),
    ("---\n- title\n---\ntext\n", "H150", 2, "the front matter is no list of keys with values"),
    ("---\ntitle: \x07\n---\ntext\n", "H150", 2, "a character that YAML does not allow"),
    (f"---\ntitle: A\nx: {'x' * 70_000}\n---\ntext\n", "H150", 1, "the front matter is longer than 65536 characters"),
    ('+++\ntitle = "A"\nlang = en\n+++\ntext\n', "H150", 3, "the front matter is not valid TOML"),
    ('+++\ntitle = "A"\ntitle = "B"\n+++\ntext\n', "H150", 3, "the front matter is not valid TOML"),
    (f"+++\nx = {'[' * 30_000}\n+++\ntext\n", "H150", 2, "the front matter is not valid TOML"),
    ("---\ndate: 2024-02-30\n---\ntext\n", "H111", 2, "there is no day 2024-02-30"),
    (f"# A\n\n{'> ' * 1000}text\n", "H151", 3, "quotes or lists are nested too deeply here"),
    (f"# A\n\n{'- ' * 1000}text\n", "H151", 3, "quotes or lists are nested too deeply here"),
    (f"# A\n\n{'[' * 20_000}\n", "H152", 3, "this paragraph has more than 10000 brackets"),
    ("# A\n\n" + "word " * 30_000, "H152", 3, "this paragraph is longer than 100000 characters"),
    ("word " * 900_000, "H152", None, "the text is longer than 4000000 characters"),
    ("# A\n\nword\0word\n", "H105", 3, "there is a NUL byte in the file"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "line", "message"), MISTAKES, ids=[f"{number}" for number in range(len(MISTAKES))]
)
def test_what_is_refused(text: str, code: str, line: int | None, message: str) -> None:
    with pytest.raises(HabarError) as refused:
        read(text.encode())
    (found,) = refused.value.problems
    assert (found.code, found.place.line, found.message) == (code, line, message)


def test_another_encoding_is_named() -> None:
    with pytest.raises(HabarError) as refused:
        read("# Встреча министров\n".encode("cp1251"))
    assert (
        str(refused.value.problems[0])
        == "x.md:1: error H104: this line is not UTF-8: the file looks like CP1251 (Windows Cyrillic)"
    )


@pytest.mark.parametrize(
    "text", ["---\n---\n", "---\n# a comment\n---\n", "---\ntitle: ~\n---\n", "```\ncode\n```\n", "***\n"]
)
def test_a_file_without_any_text_is_told_of(text: str) -> None:
    document = read(text.encode())
    assert (document.units, [remark.code for remark in document.remarks]) == ((), ["H103"])


def test_a_title_alone_is_a_text() -> None:
    document = read(b"# About the meeting\n")
    assert [unit.role for unit in document.units] == ["title"]
    assert [(remark.code, remark.message) for remark in document.remarks] == [("H103", "nothing follows the title")]


@pytest.mark.parametrize(
    ("front", "left_out"),
    [
        ("title: !!python/object/apply:os.system [ls]", "title: !!python/object/apply:os.system [ls]"),
        ("title: !!binary SGVsbG8=", "title: !!binary SGVsbG8="),
        ("title: {a: b}", "title: {a: b}"),
        ("tags:\n  - a\n  - b", "tags: - a - b"),
    ],
)
def test_what_is_no_text_of_a_front_matter_is_left_out(front: str, left_out: str) -> None:
    document = read(f"---\n{front}\n---\n\nA text.\n".encode())
    assert [content.plain(unit.content) for unit in document.units] == ["A text."]
    assert [left.text for left in document.left_out] == [left_out]


HOSTILE = {
    "stars": "*" * 50_000, "openers": "*a " * 15_000, "strong": "a**b" * 10_000, "low lines": "_a " * 15_000, "both": "*a_ " * 12_000,
    "ticks": "`" * 50_000, "growing ticks": "".join("`" * count + " " for count in range(1, 300)), "code": "`a " * 10_000,
    "quotes": ">\n" * 25_000, "lazy": "> " * 50 + "a\n" + "a\n" * 25_000, "tags": "<b>" * 15_000, "comments": "<!--" * 10_000, "attributes": "<a " + 'b="c" ' * 8000,
    "entities": "&#x41;" * 8000, "backslashes": "\\" * 50_000, "images": "![a](" * 9000, "breaks": "a\\\n" * 5000, "parentheses": "[a](" + "(" * 50_000,
    "rules": "***\n" * 40_000, "labels": "[^" * 9000, "definitions": "".join(f"[a{number}]: /u\n" for number in range(3000)), "wide table": "|a" * 3000 + "\n" + "|-" * 3000 + "\n" + "|a\n" * 50,
    "keys": "+++\n" + "".join(f'k{number} = "v"\n' for number in range(3000)) + "+++\ntext\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_takes_little_time(name: str) -> None:
    begun = time.process_time()
    try:
        read(HOSTILE[name].encode())
    except HabarError as refused:
        assert [found.code for found in refused.problems] == ["H152"]
    assert time.process_time() - begun < 8
