"""How approvals are written, read and remembered."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest

from i18n.approval import Approval, approve, counting, digest, found_in, history, reviewer, unwrapped
from i18n.model import Entry

DAY = date(2024, 1, 23)
ENTRY = Entry("It has 40 stands.", ("На ней 40 стендов.",))
ANNA = Approval("Anna-Maria O. Petrowa", DAY, "a1b2c3d4e5f6")
LINE = "Approved by Anna-Maria O. Petrowa on 2024-01-23 [a1b2c3d4e5f6]"


def test_an_approval_prints_as_its_line() -> None:
    assert str(ANNA) == LINE


def test_the_digits_keep_their_meaning() -> None:
    """Approvals stand in files for years: whoever changes how they are made voids all of them."""
    assert digest(ENTRY) == "502a6b7886e7"
    assert digest(Entry("a", ("b",))) == "6d1ad9d4b61a"
    assert digest(Entry("a", ("b", "c"), msgctxt="", msgid_plural="as")) == "3a98ca1022ac"


READ = {
    "alone": ((LINE,), [ANNA]),
    "among others": (("D9: doubtful", LINE, "seen"), [ANNA]),
    "twice": ((LINE, "x", LINE), [ANNA]),
    "more blanks": (("  Approved by  Anna-Maria O.\tPetrowa on 2024-01-23   [a1b2c3d4e5f6] ",), [ANNA]),
    "wrapped at a blank": (("Approved by Anna-Maria", "O. Petrowa on 2024-01-23", "[a1b2c3d4e5f6]"), [ANNA]),
    "wrapped at a hyphen": (("Approved by Anna-", "Maria O. Petrowa on 2024-01-23 [a1b2c3d4e5f6]"), [ANNA]),
    "with words behind": ((LINE + " by telephone",), [ANNA]),
    "the name begun twice": (("Approved by", LINE), [ANNA]),
    "two reviewers": ((LINE, LINE.replace("Anna-Maria O.", "Б. on 2020-01-01")), [
        ANNA, replace(ANNA, name="Б. on 2020-01-01 Petrowa")]),
    "inside a line": (("Not " + LINE,), []),
    "no such day": ((LINE.replace("01-23", "02-30"),), []),
    "digits that are none": ((LINE.replace("a1b2", "g1b2"),), []),
    "too few digits": ((LINE.replace("a1b2", "a1b"),), []),
    "no name": (("Approved by on 2024-01-23 [a1b2c3d4e5f6]",), []),
    "words only": (("Approved by the minister",), []),
}  # fmt: skip


@pytest.mark.parametrize(("comments", "expected"), READ.values(), ids=READ)
def test_what_is_read_as_an_approval(comments: tuple[str, ...], expected: list[Approval]) -> None:
    assert list(found_in(comments)) == expected


UNWRAPPED = {
    "on one line": (("note", LINE, "note"), ("note", LINE, "note")),
    "on two": (("note", "Approved by Anna-Maria", "O. Petrowa on 2024-01-23 [a1b2c3d4e5f6]"), ("note", LINE)),
    "on four": (("Approved by Anna-", "Maria", "O. Petrowa on 2024-01-23", "[a1b2c3d4e5f6]", "x"), (LINE, "x")),
    "with words behind": ((LINE + " by", "telephone"), (LINE + " by", "telephone")),
    "no approval": (("Approved by", "[all]"), ("Approved by", "[all]")),
    "nothing": ((), ()),
}


@pytest.mark.parametrize(("comments", "expected"), UNWRAPPED.values(), ids=UNWRAPPED)
def test_an_approval_comes_back_on_one_line(comments: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert unwrapped(comments) == expected


NAMES = {
    "Aýna Meredowa": "Aýna Meredowa",
    "  Анна   Петрова ": "Анна Петрова",
    "山田 太郎": "山田 太郎",
    "\u0415\u0308лка": "\u0401лка",
    "علی\u200cرضا": "علی\u200cرضا",
    "A. B. (Embassy) <a@example.org>": "A. B. (Embassy) <a@example.org>",
}
REFUSED = {
    "": "a name with at least one letter",
    " . ": "a name with at least one letter",
    "A\nB": "a name without line breaks and invisible characters",
    "A\u2028B": "a name without line breaks and invisible characters",
    "A\x1b[2J": "a name without line breaks and invisible characters",
    "A\u202eB": "a name without line breaks and invisible characters",
    "A\x00": "a name without line breaks and invisible characters",
    "A\ud800": "a name without line breaks and invisible characters",
    "A]": "a name without [ and ], and without the words “Approved by”",
    "Approved by A": "a name without [ and ], and without the words “Approved by”",
    "A" * 1_000_000: "a name of 80 characters at most",
}


@pytest.mark.parametrize(("name", "expected"), NAMES.items(), ids=map(ascii, NAMES))
def test_names_of_any_script(name: str, expected: str) -> None:
    assert reviewer(name) == expected


@pytest.mark.parametrize(("name", "words"), REFUSED.items(), ids=[ascii(name)[:12] for name in REFUSED])
def test_names_that_cannot_be(name: str, words: str) -> None:
    with pytest.raises(ValueError) as caught:
        reviewer(name)
    assert str(caught.value) == words


def test_the_history_tells_of_the_texts_that_were_approved() -> None:
    old = approve(ENTRY, "Anna", DAY)
    changed = old._replace(msgid="It has 45 stands.", flags=("fuzzy",), previous_msgid=ENTRY.msgid)
    gone = old._replace(obsolete=True)
    other = approve(old._replace(msgid="Other"), "Boris", date(2024, 1, 22))
    found = history([changed, other, gone])
    assert [(record.approval.name, record.entry, record.void) for record in found] == [
        ("Boris", other, None),
        ("Anna", gone, "gone"),
    ]
    assert [record.void for record in history([changed])] == ["edited"]
    assert [record.void for record in history([old._replace(flags=("fuzzy",))])] == ["needs editing"]


def test_several_reviewers_each_have_a_line() -> None:
    entry = approve(approve(approve(ENTRY, "Anna", DAY), "Boris", DAY), "Anna", date(2025, 1, 1))
    assert [approval.name for approval in counting(entry)] == ["Anna", "Boris"]
    assert entry.comments == (f"Approved by Anna on 2024-01-23 [{digest(ENTRY)}]",
                              f"Approved by Boris on 2024-01-23 [{digest(ENTRY)}]")  # fmt: skip


@pytest.mark.parametrize(
    "comments",
    [
        ("Approved by" + " " * 1_000_000,),
        ("Approved by " + "x " * 500_000,),
        ("Approved by x",) * 100_000,
        ("Approved by " * 100_000,),
        ("Approved by x on 2024-01-23 [" * 30_000,),
        ("\n" * 1_000_000, "Approved by x"),
    ],
    ids=["blanks", "words", "lines", "one line", "nearly", "empty lines"],
)
def test_hostile_comments_take_no_time(comments: tuple[str, ...]) -> None:
    begin = time.perf_counter()
    assert found_in(comments) == ()
    assert time.perf_counter() - begin < 2
