"""A file is replaced only by what was made from it: whoever saves in the last instant wins, and is not lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n import files
from i18n.files import swap

Exchange = Callable[[str, str], bool]


def save(path: Path, data: bytes) -> None:
    """As an editor saves: a new file in the place of the old one."""
    beside = path.with_name("saved")
    beside.write_bytes(data)
    os.replace(beside, path)


def racing(monkeypatch: pytest.MonkeyPatch, path: Path, *saves: bytes) -> None:
    """Lets an editor save just before each exchange of two files."""
    real: Exchange = swap._exchange
    left = list(saves)

    def exchange(one: str, other: str) -> bool:
        if left:
            save(path, left.pop(0))
        return real(one, other)

    monkeypatch.setattr(swap, "_exchange", exchange)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "x.po"
    path.write_bytes(b"before")
    return path


def only(path: Path) -> bool:
    return [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_save_in_the_last_instant_is_kept(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    racing(monkeypatch, target, b"a translator's")
    with pytest.raises(files.StaleError):
        files.write(target.parent, "x.po", b"ours", was=b"before")
    assert target.read_bytes() == b"a translator's"
    assert only(target)


def test_of_two_saves_the_last_is_kept(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    racing(monkeypatch, target, b"a translator's", b"a translator's second")
    with pytest.raises(files.StaleError):
        files.write(target.parent, "x.po", b"ours", was=b"before")
    assert target.read_bytes() == b"a translator's second"
    assert only(target)


def test_a_save_of_the_same_bytes_is_no_change(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    racing(monkeypatch, target, b"before")
    assert files.write(target.parent, "x.po", b"ours", was=b"before")
    assert target.read_bytes() == b"ours"
    assert only(target)


def test_systems_without_an_exchange_look_before_they_replace(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_renameat2", lambda: None)
    with pytest.raises(files.StaleError):
        files.write(target.parent, "x.po", b"ours", was=b"other")
    assert files.write(target.parent, "x.po", b"ours", was=b"before")
    assert target.read_bytes() == b"ours"
    assert only(target)


def test_a_file_that_appears_in_the_last_instant_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = os.link

    def late(one: str, other: str) -> None:
        (tmp_path / "x.po").write_bytes(b"a translator's")
        link(one, other)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(files.StaleError):
        files.write(tmp_path, "x.po", b"ours", was=None)
    assert (tmp_path / "x.po").read_bytes() == b"a translator's"
    assert only(tmp_path / "x.po")


def test_file_systems_without_links_are_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_one: str, _other: str) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refused)
    assert files.write(tmp_path, "x.po", b"ours", was=None)
    with pytest.raises(files.StaleError):
        files.write(tmp_path, "x.po", b"again", was=None)
    assert (tmp_path / "x.po").read_bytes() == b"ours"
    assert only(tmp_path / "x.po")


def test_a_file_that_was_removed_meanwhile_is_not_made_again(target: Path) -> None:
    target.unlink()
    with pytest.raises(files.StaleError):
        files.write(target.parent, "x.po", b"ours", was=b"before")
    assert list(target.parent.iterdir()) == []
