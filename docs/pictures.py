"""Takes the pictures of the README from the built site, side by side on the colour of a desk.

    make site && python docs/pictures.py

It needs Playwright and Debian's chromium with its fonts. The pictures are looked at before they are committed.
"""

from __future__ import annotations

import shutil
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
SITE, IMAGES = ROOT / "output", ROOT / "docs" / "images"
BULLETIN = "2024/01/23/turkmenistan-japan-ministers/index.html"
GAP = 16


class View(NamedTuple):
    """A page as one reader sees it."""

    address: str
    scheme: Literal["light", "dark"] = "light"


class Picture(NamedTuple):
    """Views beside each other, in windows of one size in CSS pixels."""

    name: str
    width: int
    height: int
    views: tuple[View, ...]


PICTURES = (
    Picture(
        "pages-phone.png",
        390,
        900,
        (
            View(f"en/{BULLETIN}"),
            View(f"tk/{BULLETIN}"),
            View(f"ru/{BULLETIN}", "dark"),
            View(f"ja/{BULLETIN}"),
        ),
    ),
    Picture("pages-desk.png", 1120, 620, (View(f"ja/{BULLETIN}"), View("tk/languages/index.html", "dark"))),
)


def take(browser: Browser, picture: Picture) -> bytes:
    """The picture as a PNG file."""
    shots = [_shot(browser, picture, view) for view in picture.views]
    row = "".join([f'<img src="data:image/png;base64,{b64encode(shot).decode()}">' for shot in shots])
    style = f"body{{margin:0;padding:{GAP}px;display:flex;gap:{GAP}px;background:#e2dfd6}}"
    count = len(shots)
    width, height = count * picture.width + (count + 1) * GAP, picture.height + 2 * GAP
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(f"<!DOCTYPE html><style>{style}</style>{row}")
    return page.screenshot()


def _shot(browser: Browser, picture: Picture, view: View) -> bytes:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, color_scheme=view.scheme, java_script_enabled=False
    )
    page.goto((SITE / view.address).as_uri())
    return page.screenshot()


if __name__ == "__main__":
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for each in PICTURES:
            (IMAGES / each.name).write_bytes(take(opened, each))
