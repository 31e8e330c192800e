"""The page of ``habar check --html`` in a real browser: on a phone and on a desk, in light and in dark."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from i18n.cli import show_page
from i18n.model import Entry, Place
from i18n.problems import problem
from i18n.workflow.check import CheckReport

playwright = pytest.importorskip(
    "playwright.sync_api", reason="the browser tests need Playwright (pip install playwright)"
)
CHROMIUM = shutil.which("chromium")
if not CHROMIUM:
    pytest.skip("the browser tests need Debian's chromium", allow_module_level=True)

LONG = "locales/ru/LC_MESSAGES/2024-01-23-turkmenistan-japan-ministers-of-foreign-affairs.po"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A report with a long path, a hostile text and a place that is marked."""
    entry = Entry(
        "It has <a>40</a> stands.", ("<script>document.title='x'</script>41 " + "ж" * 200,), place=Place(LONG, 3)
    )
    report = CheckReport(checked=1)
    report.add(entry, [replace(problem("H232", entry.place, "the source has 40", msgid=entry.msgid), span=(35, 37))])
    report.group("2024-01-23-turkmenistan-japan-ministers-of-foreign-affairs", "ru", "en")
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(show_page.page(report))
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_read_on_a_phone_and_on_a_desk(address, scheme):
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(color_scheme=scheme)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        papers, columns = set(), []
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            papers.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            columns.append(page.evaluate("getComputedStyle(document.querySelector('.texts')).gridTemplateColumns"))
        assert papers == {"rgb(255, 255, 255)" if scheme == "light" else "rgb(23, 23, 26)"}
        assert [len(found.split()) for found in columns] == [1, 2]
        assert page.title() == "Problems in translations"
        assert page.locator("mark").inner_text() == "41"
        assert complaints == []
        browser.close()
