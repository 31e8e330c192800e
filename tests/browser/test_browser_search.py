"""The search in a real browser, over HTTP below a folder, under the policy of its page."""

from __future__ import annotations

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from i18n import search
from i18n.workflow import build, extract, searching
from tests.conftest import ROOT, SETTINGS, Workplace

playwright = pytest.importorskip(
    "playwright.sync_api", reason="the browser tests need Playwright (pip install playwright)"
)
CHROMIUM = shutil.which("chromium")
if not CHROMIUM:
    pytest.skip("the browser tests need Debian's chromium", allow_module_level=True)
if not search.available():
    pytest.skip("the search needs Pagefind (pip install 'habar[search]')", allow_module_level=True)

AXE = Path(os.environ.get("HABAR_NODE_TOOLS", ".tools/node_modules")) / "axe-core" / "axe.min.js"
BULLETIN = "2024/01/23/turkmenistan-japan-ministers/"
FOUND = [("en", "ministers"), ("tk", "duşuşygy"), ("ru", "встреча"), ("ja", "外相")]


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """The site of habar's own bulletin, with a search."""
    place = Workplace(tmp_path_factory.mktemp("search"))
    for folder in ("sources", "locales"):
        shutil.copytree(ROOT / folder, place.root / folder)
    place.write("habar.toml", SETTINGS + 'search = true\nbase-url = "https://news.example.org/mfa/"\n')
    extract.run(place.project)
    assert build.run(place.project).problems == []
    assert searching.run(place.project) == []
    return place.root / "output"


@pytest.fixture(scope="module")
def served(output):
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def translate_path(self, path):
            return super().translate_path(path.removeprefix("/mfa"))

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/mfa/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page():
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page()
        opened.complaints, opened.requested = [], []
        opened.on("console", lambda message: opened.complaints.append(message.text))
        opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.on("request", lambda request: opened.requested.append(request.url))
        yield opened
        browser.close()


def test_a_word_is_found_in_every_language_and_leads_to_the_bulletin(page, served):
    for locale, word in FOUND:
        page.goto(f"{served}{locale}/search/?q={word}")
        page.wait_for_selector("#results a")
        assert page.locator("#results mark").first.inner_text().casefold()[:4] == word[:4]
        page.locator("#results a").first.click()
        page.wait_for_url(f"**/mfa/{locale}/{BULLETIN}")
    assert page.complaints == []
    assert [address for address in page.requested if not address.startswith(served)] == []


def test_it_is_used_with_the_keyboard_alone_and_what_is_typed_is_text(page, served):
    page.goto(served + "en/search/")
    page.wait_for_selector("#search:not([hidden])")
    page.keyboard.type("<img src=x>")
    page.get_by_text("No bulletin has these words.").wait_for()
    assert page.locator("#results *").count() == 0
    page.keyboard.press("Control+A")
    page.keyboard.type("Turkmenistan")
    page.wait_for_selector("#results a")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/{BULLETIN}")
    assert page.complaints == []


def test_where_it_cannot_be_used_the_archive_is_named(page, output):
    page.goto((output / "ru/search/index.html").as_uri())
    assert page.locator("#unable").is_visible()
    assert not page.locator("#search").is_visible()
    assert page.locator("#unable a").get_attribute("href").endswith("ru/archive/")


@pytest.mark.skipif(not AXE.is_file(), reason=f"axe-core is not at {AXE} (npm install axe-core)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_among_results(page, served, scheme):
    laboratory = page.context.browser.new_page(bypass_csp=True, color_scheme=scheme)
    for width in (320, 1280):
        laboratory.set_viewport_size({"width": width, "height": 800})
        laboratory.goto(f"{served}ru/search/?q=встреча")
        laboratory.wait_for_selector("#results a")
        assert laboratory.evaluate("document.documentElement.scrollWidth") == width
        laboratory.evaluate(AXE.read_text(encoding="utf-8"))
        tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
        found = laboratory.evaluate(f"axe.run({{runOnly: {tags}}})")
        assert len(found["passes"]) > 15
        assert [(violation["id"], violation["help"]) for violation in found["violations"]] == []
