"""The example site in a real browser: what a reader sees, on a phone and on a desk, in light and in dark.

The pages are those of ``tests/unit/publish/example``, which another test compares with what is made today.
They are read from files as a preview, and over HTTP below a folder as they would be on line.
"""

from __future__ import annotations

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

playwright = pytest.importorskip(
    "playwright.sync_api", reason="the browser tests need Playwright (pip install playwright)"
)
CHROMIUM = shutil.which("chromium")
if not CHROMIUM:
    pytest.skip("the browser tests need Debian's chromium", allow_module_level=True)

EXAMPLE = Path(__file__).parents[1] / "unit" / "publish" / "example"
AXE = Path(os.environ.get("HABAR_NODE_TOOLS", ".tools/node_modules")) / "axe-core" / "axe.min.js"
BULLETIN = "2024/01/23/turkmenistan-japan-ministers/"
TITLES = {
    "en": "About the meeting of the Ministers of Foreign Affairs of Turkmenistan and Japan",
    "tk": "Türkmenistanyň we Ýaponiýanyň daşary işler ministrleriniň duşuşygy barada",
    "ru": "О встрече министров иностранных дел Туркменистана и Японии",
    "ja": "トルクメニスタンと日本の外相会談について",
}
LISTS = ["", "archive/", "2024/", "2024/01/", "languages/", "languages/2024/01/"]
PAGES = [
    "index.html",
    "404.html",
    *(f"{tag}/{page}index.html" for tag in TITLES for page in ("", BULLETIN)),
    *(f"{tag}/{page}index.html" for tag in ("tk", "ja") for page in LISTS[1:]),
    "ru/2023/12/05/information-for-the-media/index.html",
]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Window:
    """One browser window that is used again and again; keeps what a page asks for and what it complains about."""

    def __init__(self, page):
        self.page = page
        self.requested, self.complaints = [], []
        page.on("request", lambda request: self.requested.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))

    def open(self, address, width=1280, scheme="light", media="screen"):
        self.requested.clear()
        self.complaints.clear()
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(media=media, color_scheme=scheme)
        self.page.goto(address)
        return self.page


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def window(browser):
    """What a reader has."""
    return Window(browser.new_page())


@pytest.fixture(scope="module")
def laboratory(browser):
    """A window in which a test may add styles and scripts of its own."""
    return Window(browser.new_page(bypass_csp=True))


@pytest.fixture(scope="module")
def served():
    """The site that is meant for the web, served below a folder of its host."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def translate_path(self, path):
            return super().translate_path(path.removeprefix("/mfa"))

        def send_error(self, code, *args, **options):
            """As web servers are set up for a site: the site's own page for what is not there."""
            body = (EXAMPLE / "online" / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(EXAMPLE / "online")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/mfa/"
    server.shutdown()
    server.server_close()


def file_address(path):
    return (EXAMPLE / "preview" / path).as_uri()


@pytest.mark.parametrize("path", PAGES)
def test_page_asks_for_its_own_files_only_and_nothing_fails(window, served, path):
    for root, address in (((EXAMPLE / "preview").as_uri(), file_address(path)), (served, served + path)):
        page = window.open(address)
        assert [url for url in window.requested if not url.startswith(root)] == []
        assert window.complaints == []
        assert page.evaluate("document.styleSheets.length") == 1
        assert page.evaluate("getComputedStyle(document.body).borderTopStyle") == "solid"
        assert page.locator("script:not([type='application/ld+json'])").count() == 0


def test_a_wrong_address_at_any_depth_leads_back_to_every_language(window, served):
    for wrong in ("nothing", "ru/2024/01/23/nothing/", "xx/"):
        page = window.open(served + wrong)
        assert [url for url in window.requested if not url.startswith(served)] == []
        assert page.evaluate("getComputedStyle(document.body).borderTopStyle") == "solid"
        page.click("a[hreflang=ja]")
        assert page.url == served + "ja/"


def test_japanese_words_of_the_page_for_wrong_addresses_stay_whole(window):
    page = window.open((EXAMPLE / "preview" / "404.html").as_uri(), 360)
    breaks = "node => getComputedStyle(node).wordBreak"
    assert page.locator(".front li:lang(ja) strong").evaluate(breaks) == "auto-phrase"


def test_an_old_address_leads_to_the_new_one(window, served):
    for start in (served + "ru/2023/12/04/information/", file_address("ru/2023/12/04/information/index.html")):
        page = window.open(start)
        page.wait_for_url("**/ru/2023/12/05/information-for-the-media/**")
        assert "Информация для СМИ" in page.inner_text("h1")


def test_reader_turns_the_pages_of_a_language_with_the_keyboard(window):
    page = window.open(file_address("tk/about-these-pages/index.html"))
    visited = []
    for _ in range(2):
        page.locator(".beside a[rel=next]").focus()
        page.keyboard.press("Enter")
        page.wait_for_load_state()
        visited.append(page.inner_text("h1"))
    assert visited == ["Habar beriş serişdeleri üçin maglumat: <R&D>", TITLES["tk"]]
    assert page.locator(".beside a[rel=next]").count() == 0


def heading(page):
    """The heading without what holds its words together."""
    return page.inner_text("h1").replace("\u00a0", " ")


def test_archive_leads_to_a_bulletin(window, served):
    page = window.open(served + "ru/")
    page.click("nav.sections >> text=Архив")
    assert page.locator("nav.sections [aria-current=page]").inner_text() == "Архив"
    page.click("main >> text=Декабрь")
    assert page.inner_text("h1") == "Декабрь 2023\u00a0г."
    page.click("nav.turn a[rel=next]")
    page.click(f"main >> text={TITLES['ru']}")
    assert heading(page) == TITLES["ru"]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_page_never_scrolls_sideways(window, path, width):
    page = window.open(file_address(path), width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 1280])
def test_text_spacing_can_grow(laboratory, width):
    """WCAG 1.4.12: a reader's own spacing cuts nothing off."""
    page = laboratory.open(file_address(f"ru/{BULLETIN}index.html"), width)
    page.add_style_tag(
        content="* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("tag", TITLES)
def test_reader_goes_round_the_languages_and_back(window, served, tag):
    for start in (file_address("index.html"), served):
        page = window.open(start)
        page.click(f"a[hreflang={tag}]")
        page.click(f"main >> text={TITLES[tag]}")
        for target in (*TITLES, tag):
            page.click(f"nav a[hreflang={target}]")
            assert heading(page) == TITLES[target]
            assert page.locator("h1").is_visible()
            assert page.evaluate("document.documentElement.lang") == target
            assert page.locator("[aria-current]").get_attribute("lang") == target


def test_keyboard_reaches_the_text_first(window):
    page = window.open(file_address(f"ja/{BULLETIN}index.html"))
    page.keyboard.press("Tab")
    link = page.locator(".skip")
    box = link.bounding_box()
    assert link.evaluate("node => node === document.activeElement")
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#text"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_reader_and_have_contrast(window, scheme):
    page = window.open(file_address(f"ru/{BULLETIN}index.html"), scheme=scheme)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (_luminance(background) < 0.1) == (scheme == "dark")
    for selector in ("h1", "time", ".body p", "dt", ".notice a", ".label"):
        colour = page.locator(selector).first.evaluate("node => getComputedStyle(node).color")
        assert (selector, _contrast(colour, background) >= 4.5) == (selector, True)


def test_print_drops_navigation_and_keeps_what_identifies_the_text(window):
    page = window.open(file_address(f"tk/{BULLETIN}index.html"), media="print")
    assert [nav.is_visible() for nav in page.locator("nav").all()] == [False] * 3
    assert not page.locator(".skip").is_visible()
    kept = ["23 ýanwar 2024", TITLES["tk"], "Resmi däl terjime", "Asyl nusganyň dili", f"/tk/{BULLETIN}"]
    assert [text for text in kept if not page.get_by_text(text, exact=True).first.is_visible()] == []


@pytest.mark.skipif(not AXE.is_file(), reason=f"axe-core is not at {AXE} (npm install axe-core)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_barrier(laboratory, path, scheme):
    for width in (320, 1280):
        page = laboratory.open(file_address(path), width, scheme)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert _barriers(page) == []


def test_japanese_emphasis_is_dots_and_no_slant(laboratory):
    page = laboratory.open(file_address(f"ja/{BULLETIN}index.html"))
    page.locator(".body p").first.evaluate("node => node.innerHTML = '<em>名</em><i>名</i><i lang=en>name</i>'")
    style = "(nodes, name) => nodes.map(node => getComputedStyle(node)[name])"
    assert page.locator(".body p > *").evaluate_all(style, "fontStyle") == ["normal", "normal", "italic"]
    assert page.locator(".body p > *").evaluate_all(style, "textEmphasisStyle") == ["dot", "none", "none"]


@pytest.mark.parametrize("width", [360, 1280])
def test_an_upright_image_is_seen_as_a_whole(laboratory, width):
    page = laboratory.open(file_address(f"ja/{BULLETIN}index.html"), width)
    image = "<img width=800 height=1600 src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%22800%22 height=%221600%22/>'>"
    page.locator(".body p").first.evaluate("(node, image) => { node.innerHTML = image }", image)
    page.wait_for_function("document.querySelector('.body img').complete")
    box = page.locator(".body img").bounding_box()
    assert (box["height"] <= 800, round(box["height"] / box["width"], 1)) == (True, 2.0)


def test_languages_stand_on_one_line_whether_they_are_there_or_not(laboratory):
    page = laboratory.open(file_address("en/2024/01/23/turkmenistan-japan-ministers/index.html"))
    page.locator(".languages ul").evaluate(
        "node => node.insertAdjacentHTML('beforeend', '<li class=missing><span>Deutsch</span> <small>none</small></li>')"
    )
    bottoms = page.locator(".languages li > :first-child").evaluate_all(
        "nodes => nodes.map(node => { const range = new Range(); range.selectNodeContents(node); return range.getBoundingClientRect().bottom })"
    )
    assert max(bottoms) - min(bottoms) <= 3  # fonts differ


BLOCKS = ["2024/03/21/committee/index.html", "2024/03/22/page/index.html"]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", [f"{tag}/{page}" for tag in ("en", "ja") for page in BLOCKS])
def test_lists_tables_and_listings_stay_on_the_page(window, blocks_site, path, width):
    page = window.open((blocks_site / path).as_uri(), width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert window.complaints == []


def test_a_wide_table_is_moved_with_the_keyboard(laboratory, blocks_site):
    page = laboratory.open((blocks_site / "en" / BLOCKS[0]).as_uri(), 360)
    table = page.locator(".wide")
    assert table.evaluate("node => node.scrollWidth > node.clientWidth")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.wide').scrollLeft > 0")


def test_a_paragraph_in_a_cell_leaves_no_empty_room_below_it(laboratory, blocks_site):
    page = laboratory.open((blocks_site / "en" / BLOCKS[0]).as_uri())
    rows = "<tr><td><p>One</p></td></tr><tr><td>Two</td></tr>"
    page.locator(".body").evaluate(f"node => node.insertAdjacentHTML('beforeend', '<table id=cells>{rows}</table>')")
    heights = page.locator("#cells tr").evaluate_all("rows => rows.map(row => row.offsetHeight)")
    assert heights[0] - heights[1] in (0, 1)


def test_lists_have_their_marks(window, blocks_site):
    page = window.open((blocks_site / "en" / BLOCKS[0]).as_uri())
    marks = "nodes => nodes.map(node => getComputedStyle(node).listStyleType)"
    assert set(page.locator(".body ul > li").evaluate_all(marks)) == {"disc"}
    assert set(page.locator(".body ol > li").evaluate_all(marks)) == {"decimal"}
    assert page.locator(".notes > li").count() == 1


@pytest.mark.skipif(not AXE.is_file(), reason=f"axe-core is not at {AXE} (npm install axe-core)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", BLOCKS)
def test_axe_finds_no_barrier_in_blocks(laboratory, blocks_site, path, scheme):
    for width in (320, 1280):
        page = laboratory.open((blocks_site / "en" / path).as_uri(), width, scheme)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert _barriers(page) == []


def _barriers(page):
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    assert len(found["passes"]) > 15
    return [(violation["id"], violation["help"]) for violation in found["violations"]]


def _luminance(colour):
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    """The contrast ratio of WCAG 2."""
    dark, light = sorted([_luminance(one), _luminance(other)])
    return (light + 0.05) / (dark + 0.05)
