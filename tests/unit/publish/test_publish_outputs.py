"""The page of all outputs names every file of a site, and none that there is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "outputs.md"
HOLES = {
    "language": r"[a-z]{2,3}(-[A-Za-z0-9]+)*",
    "folder": r"[a-z]{2,3}(-[A-Za-z0-9]+)*(/\d{4}/\d\d/\d\d)?/(?!archive|languages|search)[a-z0-9-]*[a-z][a-z0-9-]*",
    "year": r"\d{4}",
    "month": r"\d\d",
    "number": r"\d+",
    "part": r"[a-z0-9-]+",
    "file": r"[a-z0-9-]+(/[a-z0-9.-]+)+",
    "name": r"[a-z0-9.-]+",
}


def rows() -> dict[str, re.Pattern[str]]:
    """What the page names, as expressions."""
    named = re.findall(r"^\| `([^`]+)` \| ", PAGE.read_text(encoding="utf-8"), re.M)
    return {
        name: re.compile(re.sub(r"<(\w+)>", lambda hole: HOLES[hole[1]], re.escape(name)) + r"\Z") for name in named
    }


@pytest.mark.parametrize("site", ["preview", "online"])
def test_every_file_has_one_row(site: str, request: pytest.FixtureRequest) -> None:
    known = rows()
    assert len(known) > 15
    for path in request.getfixturevalue(site).files():
        assert (path, len([name for name, fits in known.items() if fits.match(path)])) == (path, 1)


def test_what_needs_an_address_is_in_no_preview(preview, online) -> None:
    text = PAGE.read_text(encoding="utf-8")
    needing = [fits for name, fits in rows().items() if re.search(rf"^\| `{re.escape(name)}` .*`base-url`", text, re.M)]
    assert len(needing) == 6
    extra = online.files().keys() - preview.files().keys()
    assert {path for path in online.files() if any(fits.match(path) for fits in needing)} == extra
