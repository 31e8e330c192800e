"""The preview in a real browser: a page changes when there is a newer one, and shows what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from i18n.preview import Fault, Preview

playwright = pytest.importorskip(
    "playwright.sync_api", reason="the browser tests need Playwright (pip install playwright)"
)
CHROMIUM = shutil.which("chromium")
if not CHROMIUM:
    pytest.skip("the browser tests need Debian's chromium", allow_module_level=True)

EXAMPLE = Path(__file__).parents[1] / "unit" / "publish" / "example" / "preview"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def test_an_open_page_follows_the_site(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(EXAMPLE, root)
    complaints: list[str] = []
    with playwright.sync_playwright() as driver, Preview(root, 0) as preview:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(f"{preview.address}ru/")
        heading = page.inner_text("h1")
        file = root / "ru" / "index.html"
        file.write_text(file.read_text(encoding="utf-8").replace(heading, "Другой заголовок"), encoding="utf-8")
        preview.news.tell([], newer=True)
        page.wait_for_function("document.querySelector('h1').textContent === 'Другой заголовок'", timeout=10_000)
        preview.news.tell([Fault("ru.po:7", "H201", "<img src=x onerror=alert(1)>", "mend it")], newer=False)
        page.wait_for_selector("aside", timeout=10_000)
        assert page.inner_text("aside") == "ru.po:7: <img src=x onerror=alert(1)> (H201). mend it"
        preview.news.tell([], newer=False)
        page.wait_for_selector("aside", state="detached", timeout=10_000)
        browser.close()
    assert complaints == []
