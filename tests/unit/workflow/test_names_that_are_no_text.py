"""Names of files in another encoding, as an archive of another system brings them: told, and in nobody's way."""

from __future__ import annotations

import os

import pytest

from i18n.workflow import build, check, extract
from tests.conftest import FAIR

ODD = b"\xcd\xee\xe2\xee"  # Windows Cyrillic


@pytest.fixture
def odd(ministry):
    """The three bulletins, and beside them what was unpacked from an archive."""
    folder = os.fsencode(ministry.root / "sources")
    os.mkdir(os.path.join(folder, FAIR.encode()))
    for name in (ODD + b".txt", ODD + b".doc", os.path.join(FAIR.encode(), ODD + b".png")):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"x")
    return ministry


@pytest.mark.parametrize("command", [extract, check])
def test_each_is_told_in_letters_that_can_be_printed(command, odd):
    told = [str(found) for found in command.run(odd.project).problems]
    assert {line.partition(": ")[0] for line in told if "H106" in line or "H108" in line} == {
        r"sources/\udccd\udcee\udce2\udcee.doc",
        r"sources/\udccd\udcee\udce2\udcee.txt",
    }
    assert "\n".join(told).encode()


def test_they_keep_no_page_back(odd):
    assert len(list(odd.root.glob("output/*/2024/03/*/*/index.html"))) == 0
    told = [str(found) for found in build.run(odd.project).problems]
    assert len(list(odd.root.glob("output/*/2024/03/*/*/index.html"))) == 6
    again = build.run(odd.project)
    assert ([str(found) for found in again.problems], again.written) == (told, 0)
    with open(os.path.join(os.fsencode(odd.root / "sources"), ODD + b".txt"), "ab") as file:
        file.write(b"y")
    assert [str(found) for found in build.run(odd.project).problems] == told
