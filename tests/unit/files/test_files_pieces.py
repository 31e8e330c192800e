"""Files that are larger than memory: read in pieces, copied in one step."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n import files
from i18n.problems import HabarError


def test_pieces_join_to_the_file_and_its_digest_is_that_of_the_whole(tmp_path: Path) -> None:
    data = bytes(range(256)) * 10_000
    (tmp_path / "a").write_bytes(data)
    found = list(files.pieces(tmp_path / "a", "a"))
    assert len(found) > 1
    assert b"".join(found) == data
    assert files.digest(tmp_path / "a", "a") == hashlib.sha256(data).hexdigest()
    assert files.digest(tmp_path / "b", "b") is None
    for path in (tmp_path, tmp_path / "b"):
        with pytest.raises(HabarError, match="error H501"):
            list(files.pieces(path, "x"))
    with pytest.raises(HabarError, match="error H501"):
        files.digest(tmp_path, "x")


def test_a_copy_is_whole_or_not_there(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise OSError("gone")

    files.copy(tmp_path, "in/a", [b"one ", b"two"])
    with pytest.raises(HabarError, match="in/a: error H502: the file cannot be written: gone"):
        files.copy(tmp_path, "in/a", broken())
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "in").iterdir()] == [("a", b"one two")]
    with pytest.raises(HabarError, match="error H502"):
        files.copy(tmp_path, "../a", [b"x"])
