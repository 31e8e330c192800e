"""What becomes of a build where its state cannot be written, or is damaged."""

from __future__ import annotations

import sqlite3

import pytest

from i18n import state
from i18n.problems import HabarError
from i18n.state import store
from i18n.workflow import build

STATE = ".habar/state.sqlite"


def test_a_project_that_may_only_be_read_is_built_without_its_state(ministry, monkeypatch):
    build.run(ministry.project)
    kept = ministry.read(STATE)
    monkeypatch.setattr(store.os, "access", lambda *_: False)
    again = build.run(ministry.project)
    assert (again.written, again.removed, again.problems) == (0, [], [])
    assert ministry.read(STATE) == kept


def test_a_state_that_is_damaged_within_is_named_and_begun_anew(ministry):
    build.run(ministry.project)
    path = ministry.root / STATE
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xa5" * (size - size // 2))
    ministry.write("habar.toml", ministry.read("habar.toml") + b"gate = 50\n")
    with pytest.raises(HabarError) as caught:
        build.run(ministry.project)
    assert [str(each).partition(": d")[0] for each in caught.value.problems] == [
        f"{STATE}: error H390: what habar remembers of the project cannot be used"
    ]
    assert not path.exists()
    assert build.run(ministry.project).problems == []


def test_a_full_disk_is_said_in_words_and_the_state_stays(ministry):
    build.run(ministry.project)
    full = r"H390: .* cannot be used: database or disk is full"
    with pytest.raises(HabarError, match=full), state.opened(ministry.root) as opened:
        _fill(opened.connection)
    assert (ministry.root / STATE).exists()


def test_where_no_room_is_left_to_say_that_the_site_changes_it_does_not(ministry, monkeypatch):
    build.run(ministry.project)
    before = ministry.files("output")
    ministry.edit("sources/2024-03-01-fair.txt", "It has 40 stands.", "It has 50 stands.")

    def full(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.Path, "touch", full)
    with pytest.raises(HabarError, match=r"H390: .*No space left"):
        build.run(ministry.project)
    assert ministry.files("output") == before


def _fill(connection: sqlite3.Connection) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    connection.execute("INSERT INTO facts VALUES ('much', ?)", ("x" * 1_000_000,))


def test_a_state_of_an_earlier_format_is_begun_anew(ministry):
    build.run(ministry.project)
    with sqlite3.connect(ministry.root / STATE) as connection:
        connection.execute("DELETE FROM facts")  # what an earlier program did not note
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert build.run(ministry.project).problems == []
