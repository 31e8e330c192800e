"""What a person is told where the place of -o cannot be written to."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.files import write
from i18n.model import Place
from i18n.problems import HabarError, problem
from i18n.workflow import destination, onefile
from tests.conftest import Workplace


def failing(path: Path, cause: OSError | None) -> None:
    """Writes, or fails as if it had met with ``cause``."""
    if cause is None:
        write(path.resolve().parent, path.name, b"new")
    raise HabarError(problem("H502", Place("x"), "the file cannot be written")) from cause


def refusal(output: str, cause: OSError | None = None) -> tuple[str, str | None]:
    """The message and the way out, relative to no folder."""
    with pytest.raises(HabarError) as refused, destination.named(output):
        failing(Path(output), cause)
    (told,) = refused.value.problems
    return str(told), told.hint


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    output = f"{tmp_path}/plain/memory.tmx"
    assert refusal(output) == (
        f"{output}: error H502: nothing can be written into the folder {tmp_path}/plain: {tmp_path}/plain is a file, and no folder",
        "give another place with -o",
    )  # fmt: skip


def test_a_folder_that_belongs_to_somebody_else(tmp_path: Path) -> None:
    denied = PermissionError(13, "Permission denied")
    way_out = "give another place with -o, or have the rights of that folder changed"
    output = f"{tmp_path}/memory.tmx"
    assert refusal(output, denied) == (
        f"{output}: error H502: nothing can be written into the folder {tmp_path}: you may not write there", way_out
    )  # fmt: skip
    output = f"{tmp_path}/a/b/"
    assert refusal(output, denied) == (
        f"{output}: error H502: nothing can be written into the folder {tmp_path}/a/b: you may not write into {tmp_path}", way_out
    )  # fmt: skip


def test_a_full_disk(tmp_path: Path) -> None:
    told, hint = refusal(f"{tmp_path}/x", OSError(28, "No space left on device"))
    assert told.endswith(f"into the folder {tmp_path}: No space left on device")
    assert hint == "mend that, or give another place with -o"


def test_other_errors_stay_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(HabarError, match="H101"), onefile.writing(f"{tmp_path}/x"):
        raise HabarError(problem("H101", Place("a.txt"), "there is nothing in the file"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [
    ["export", "tmx", "-o", "plain/x.tmx"], ["export", "archive", "-o", "plain/"],
    ["export", "xliff", "--to", "ru", "-o", "plain/sub/x.xlf"], ["segment", "export-srx", "tk", "-o", "plain/x.srx"],
])  # fmt: skip
def test_commands_name_the_folder(ministry: Workplace, arguments: list[str]) -> None:
    ministry.write("plain", "")
    ended = ministry.habar(*arguments)
    assert ended.returncode == 2
    assert f"{arguments[-1]}: error H502: nothing can be written into the folder {ministry.root}/plain" in ended.stderr
    assert "give another place with -o" in ended.stderr
