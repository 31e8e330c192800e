"""A look at a folder of many files: it is listed again only where names may have come or gone."""

from __future__ import annotations

import importlib
import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n import files
from i18n.files import Look

folders = importlib.import_module("i18n.files.folders")  # the function of this name hides it
LATER = 10_000_000_000


@pytest.fixture
def later(monkeypatch):
    """The clock goes on, so that the times of folders that were made just now are past."""
    now = time.time_ns
    monkeypatch.setattr(folders.time, "time_ns", lambda: now() + LATER)


@pytest.fixture
def listings(monkeypatch):
    """How often a folder was listed."""
    asked: list[int] = []
    listed = os.listdir
    monkeypatch.setattr(folders.os, "listdir", lambda folder: asked.append(folder) or listed(folder))
    return asked


@pytest.fixture
def folder(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(b"1")
    return tmp_path


def test_a_folder_that_is_the_same_is_not_listed_again(folder, later, listings):
    before = files.look(str(folder))
    (folder / "b").write_bytes(b"12")
    now = files.look(str(folder), before)
    assert len(listings) == 1
    assert now.names == "a/b/c"
    assert now.others(before) == {"b"}


def test_names_that_come_and_go_are_found(folder, later, listings):
    before = files.look(str(folder))
    status = os.stat(folder)
    (folder / "d").write_bytes(b"1")
    (folder / "a").unlink()
    os.utime(folder, ns=(status.st_atime_ns, status.st_mtime_ns))  # as programs do that copy folders
    now = files.look(str(folder), before)
    assert now.names == "b/c/d"
    assert now.others(before) == {"a", "d"}


def test_a_folder_that_changed_just_now_is_listed_each_time(folder, listings):
    before = files.look(str(folder))
    assert files.look(str(folder), before) == before
    assert len(listings) == 2


def test_another_folder_in_the_place_is_listed(folder, later, tmp_path_factory):
    before = files.look(str(folder))
    other = tmp_path_factory.mktemp("other")
    (other / "e").write_bytes(b"1")
    assert files.look(str(other), before).names == "e"


def test_an_empty_folder_and_none(tmp_path, later):
    (tmp_path / "empty").mkdir()
    before = files.look(f"{tmp_path}/empty")
    assert files.look(f"{tmp_path}/empty", before) == before
    assert before.others(files.NO_LOOK) == set()
    assert files.look(f"{tmp_path}/none", before) == files.NO_LOOK


def test_what_was_kept_is_the_same_look(folder, later):
    before = files.look(str(folder))
    assert Look.restored(before.names, before.packed()) == before


@given(st.lists(st.integers(0, 2), min_size=1, max_size=40), st.data())
def test_the_files_that_differ_are_told(sizes, data):
    others = data.draw(st.lists(st.integers(0, 2), min_size=len(sizes), max_size=len(sizes)))
    names = [f"{at:02}" for at in range(len(sizes))]
    looks = [
        Look("/".join(names), b"".join(bytes(23) + bytes([size]) for size in some), bytes([at]) * 24)
        for at, some in enumerate((sizes, others))
    ]
    differing = {name for name, one, other in zip(names, sizes, others, strict=True) if one != other}
    assert looks[0].others(looks[1]) == differing
