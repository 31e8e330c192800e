"""The page of ``habar check --html``: whole, safe against every text, and the place marked."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.cli import show_page
from i18n.model import Entry, Place
from i18n.problems import problem
from i18n.workflow.check import CheckReport

FAIR_PO = "locales/ru/LC_MESSAGES/2024-03-01-fair.po"
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr",
    "th", "td", "a", "section", "article", "div", "span", "mark", "ul", "li",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "scope", "class", "href", "id", "dir"}


class Tags(HTMLParser):
    """The elements and attributes of a page, and whether every element is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.links, self.open = set(), set(), set(), []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value for name, value in attrs if name in ("href", "src")}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def made(found, entry=None) -> str:
    report = CheckReport(checked=1, problems=list(found))
    report.group("2024-03-01-fair", "ru", "en")
    if entry:
        report.entries[entry.place] = entry
    return show_page.page(report).decode()


def test_a_page_in_a_project(ministry):
    ministry.edit(FAIR_PO, "На ней 40 стендов.", "На ней\u200b 41 стенд.")
    ended = ministry.habar("check", "--html", "report.html")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "16 translations checked, 2 problems\nLook at report.html\n"
    page = ministry.read("report.html").decode()
    assert '<p lang="en" dir="ltr">It has 40 stands.</p>' in page
    shown = 'На ней<mark><span class="hidden">\\u200b</span></mark> <mark>41</mark> стенд.'
    assert f'<p lang="ru" dir="ltr">{shown}</p>' in page
    assert f'<p class="place">{FAIR_PO}:34</p>' in page
    assert '<a href="#g0">2024-03-01-fair · Russian</a>' in page
    first = ministry.read("report.html")
    assert ministry.habar("check", "--html", "report.html", "--format", "github").stdout.count("::") == 4
    assert ministry.read("report.html") == first


def test_its_policy_lets_in_its_own_style_and_nothing_else(ministry):
    page = made([])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    digest = re.fullmatch(
        r"default-src 'none'; style-src 'sha256-([^']+)'; base-uri 'none'; form-action 'none'", policy
    )
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert b64decode(digest[1]) == sha256(style.encode()).digest()
    assert not re.search(r"url\(|@import|expression", style)


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([(0, 2)], "<mark>ab</mark>cdef"),
        ([(0, 3), (2, 4)], "<mark>abcd</mark>ef"),
        ([(4, 6), (0, 1)], "<mark>a</mark>bcd<mark>ef</mark>"),
        ([(0, 2), (2, 4)], "<mark>ab</mark><mark>cd</mark>ef"),
        ([(3, 3), (3, 3)], "abc<mark>‸</mark>def"),
        ([None, (0, 99)], "abcdef"),
    ],
)
def test_places(spans, shown):
    from dataclasses import replace

    entry = Entry("source", ("abcdef",), place=Place("x.po", 1))
    page = made([replace(problem("H245", entry.place, "m"), span=span) for span in spans], entry)
    assert f'<p lang="ru" dir="ltr">{shown}</p>' in page


PIECES = ["<script>alert(1)</script>", '"', "'", "&lt;", "<", ">", "\u202e", "\x1b[31m", "]]>", "</mark>", "a b", "\n", "</style>", "-->", "\x00", "é", "e\u0301", "\u2028"]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=6).map("".join)


@given(texts, texts, texts, st.tuples(st.integers(0, 9), st.integers(0, 9)))
@settings(max_examples=150, deadline=None)
def test_no_text_is_markup(source, target, message, span):
    from dataclasses import replace

    entry = Entry(source, (target,), place=Place(f"locales/{message}.po", 3))
    found = replace(problem("H245", entry.place, message, hint=message), span=(min(span), max(span)))
    page = made([found], entry)
    tags = Tags(page)
    assert tags.open == []
    assert tags.tags <= TAGS
    assert tags.attributes <= ATTRIBUTES
    assert tags.links <= {"#g0"}
    assert not set(page) & set("\u202e\x1b\x00\u2028")


def test_a_page_without_a_problem(ministry):
    assert ministry.habar("check", "--html", "report.html").returncode == 0
    page = ministry.read("report.html").decode()
    assert "<p>16 translations checked, 0 problems</p>\n</main>" in page
