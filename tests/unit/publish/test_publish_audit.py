"""The whole site looked at as an expert publisher would; and every fault that is planted in it is found."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from i18n.workflow import build, correct, extract, withdraw
from tests.conftest import CARPETS, FAIR
from tests.siteaudit import audit

RU = "ru/2024/01/23/turkmenistan-japan-ministers/"
JA = "ja/2024/01/23/turkmenistan-japan-ministers/"
EN = "en/2024/01/23/turkmenistan-japan-ministers/"
BASE = "https://news.example.org/mfa/"
PAGE = RU + "index.html"
GONE = None
WRITTEN = ("%(title)s", "alert('&amp;amp;')", "&lt;b&gt;&amp;lt;&lt;/b&gt;")
"""What the bulletins of the example really say."""


@pytest.mark.parametrize("name", ["preview", "online"])
def test_nothing_is_wrong_with_the_example(name, request):
    example = request.getfixturevalue(name)
    assert audit(example.files(), example.site.base_url, WRITTEN) == []


# A fault each: the file, what stands in it, what is planted in its place, and what is said of it.
FAULTS = [
    (PAGE, '<html lang="ru"', "<html", "the page has no lang"),
    (PAGE, '<html lang="ru"', '<html lang="tk"', "lang is 'tk', but the page lies in ru/"),
    (PAGE, ' dir="ltr"', "", "the page has no dir"),
    (PAGE, '<meta charset="utf-8">\n', "", "no charset"),
    (PAGE, "initial-scale=1", "initial-scale=1, user-scalable=no", "cannot be zoomed"),
    (PAGE, "<title>", "<title></title><title>", "2 elements title"),
    (PAGE, "</h1>", "</h1><h1>x</h1>", "2 elements h1"),
    (PAGE, "</h1>", "</h1><h3>x</h3>", "a level of headings is skipped"),
    (PAGE, "</p>\n", "</div>\n", "markup: "),
    (PAGE, '<main id="text"', "<main", "no link over the head"),
    (PAGE, '<p id="p1">', '<p id="text">', "the id 'text' is there twice"),
    (PAGE, ' aria-label="Языки"', "", "a list of links without a name"),
    (PAGE, "style-src 'self'", "style-src *", "the content security policy"),
    (PAGE, "</body>", "<script>x()</script></body>", "an inline script"),
    (PAGE, "</body>", '<script src="../../../../../static/habar.css"></script></body>', "a script outside of the search page"),
    (PAGE, '<p id="p1">', '<p id="p1" onclick="x()">', "the attribute onclick on p"),
    (PAGE, '<p id="p1">', '<p id="p1" style="color: red">', "the attribute style on p"),
    (PAGE, "</head>", "<style>p{}</style></head>", "an inline style sheet"),
    (PAGE, '<p id="p1">', '<p id="p1"><a href="javascript:x()">a</a>', "a link that runs"),
    (PAGE, "../../../../../static/habar.css", "https://cdn.example.com/habar.css", "loads from another host"),
    (PAGE, '<p id="p1">', '<p id="p1"><img src="//cdn.example.com/a.png" alt="">', "loads from another host"),
    (PAGE, '<p id="p1">', '<p id="p1"><img src="../../../../../static/favicon.svg">', "no alternative text"),
    (PAGE, '<p id="p1">', '<p id="p1"><a href="../nothing/">a</a>', "leads nowhere: ../nothing/"),
    (PAGE, 'href="#text"', 'href="#txt"', "leads to a place that is not there: #txt"),
    (PAGE, '<p id="p1">', '<p id="p1">{{ title }} ', "an artefact of templates"),
    (PAGE, '<p id="p1">', '<p id="p1">R&amp;amp;D ', "an artefact of templates"),
    (PAGE, '<p id="p1">', '<p id="p1">и\u0306 ', "text is not in NFC"),
    (PAGE, 'datetime="2024-01-23"', 'datetime="23.01.2024"', "a time without a date"),
    (PAGE, ' lang="ja" hreflang="ja" rel', ' hreflang="ja" rel', "a link to ja has no lang of its own"),
    (PAGE, f'<link rel="canonical" href="{BASE}{RU}">', "", "canonical is []"),
    (PAGE, f'<link rel="canonical" href="{BASE}{RU}">', f'<link rel="canonical" href="{BASE}{EN}">', "canonical is"),
    (PAGE, f'<link rel="alternate" hreflang="ru" href="{BASE}{RU}">\n', "", "not among its own alternates"),
    (PAGE, f'hreflang="ja" href="{BASE}{JA}"', f'hreflang="ja" href="{BASE}{EN}"', "hreflang ja leads to a page in en"),
    (PAGE, f'hreflang="ja" href="{BASE}{JA}"', f'hreflang="ja" href="{BASE}ja/x/"', "hreflang ja leads to no page"),
    (PAGE, f'<link rel="alternate" hreflang="ja" href="{BASE}{JA}">\n', "", "is another set"),
    (PAGE, f'hreflang="x-default" href="{BASE}{EN}"', f'hreflang="x-default" href="{BASE}en/"', "x-default leads elsewhere"),
    (PAGE, f'<a href="../../../../../{JA}"', '<a href="../../../../../ja/"', "the switcher and the head name other pages"),
    (PAGE, '"headline":"О встрече', '"headline":"Встреча', "the headline of JSON-LD"),
    (PAGE, '"inLanguage":"ru"', '"inLanguage":"en"', "the language of JSON-LD"),
    (PAGE, '"datePublished":"2024-01-23', '"datePublished":"2024-01-24', "JSON-LD dates it"),
    (PAGE, '"datePublished":"2024-01-23T00:00:00+05:00"', '"datePublished":"2024-01-23"', "has no offset"),
    (PAGE, f'og:url" content="{BASE}{RU}"', f'og:url" content="{BASE}{EN}"', "og:url is"),
    (PAGE, 'og:locale" content="ru_RU"', 'og:locale" content="en_US"', "og:locale is"),
    (PAGE, '<meta name="description"', '<meta name="describtion"', "no description"),
    (PAGE, 'name="description" content="', 'name="description" content="' + "о" * 150, "longer than 150"),
    ("ru/2024/01/index.html", "<title>Январь 2024\u00a0г.", "<title>2024", "has the title of"),
    ("ru/feed.atom", 'xml:lang="ru"', 'xml:lang="en"', "the feed has another language"),
    ("ru/feed.atom", f'type="text/html" hreflang="ru" href="{BASE}{RU}"', f'type="text/html" hreflang="ru" href="{BASE}ru/x/"', "an entry leads to no page"),
    ("ru/feed.atom", f'type="text/html" hreflang="ru" href="{BASE}{RU}"', f'type="text/html" hreflang="ru" href="{BASE}{EN}"', "an entry in another language"),
    ("ru/feed.atom", "newsml.xml", "newsml2.xml", "an entry leads nowhere"),
    ("ru/feed.atom", "<title>О встрече", "<title>Встреча", "an entry with another title"),
    ("ru/feed.atom", "2023-12-05-information-for-the-media</id>", "2024-01-23-turkmenistan-japan-ministers</id>", "is there 2 times"),
    ("sitemap-2024.xml", f"<loc>{BASE}{RU}</loc>", f"<loc>{BASE}ru/x/</loc>", "is missing"),
    ("sitemap-2024.xml", f"<loc>{BASE}{RU}</loc>", f"<loc>{BASE}ru/x/</loc>", "is no page"),
    ("sitemap-2024.xml", f'hreflang="ja" href="{BASE}{JA}"', f'hreflang="ja" href="{BASE}ja/"', "other alternates than the head"),
    ("sitemap.xml", "sitemap-2024.xml", "sitemap-2025.xml", "leads nowhere"),
    ("robots.txt", "Sitemap: ", "Site: ", "does not name the sitemap"),
    ("static/habar.css", GONE, GONE, "leads nowhere"),
    (JA + "index.html", GONE, GONE, "hreflang ja leads to no page"),
    ("404.html", GONE, GONE, "404.html is missing"),
    (RU + "bulletin.xml", 'xml:lang="ru"', 'xml:lang="en"', "it is in en"),
    (RU + "bulletin.xml", "<title>О встрече", "<title>Встреча", "its title is not the heading"),
    (RU + "bulletin.xml", 'status="provisional"', 'status="withdrawn"', "do not agree on a withdrawal"),
    (RU + "bulletin.xml", "</bulletin>", "", "it is no XML"),
    (RU + "newsml.xml", 'xml:lang="ru"', 'xml:lang="en"', "it is in en"),
    (RU + "newsml.xml", "stat:usable", "stat:canceled", "do not agree on a withdrawal"),
    (RU + "newsml.xml", "<headline>О встрече", "<headline>Встреча", "its headline is not the heading"),
    (RU + "newsml.xml", "</newsItem>", "", "it is no XML"),
    (RU + "ninjs.json", '"version":"1"', '"version":"2"', "ninjs.json has another version"),
    (RU + "ninjs.json", '"pubStatus":"usable"', '"pubStatus":"canceled"', "ninjs.json has another pubStatus"),
    (RU + "ninjs.json", '"edNote":"', '"edNote":"x', "ninjs.json has another edNote"),
    (PAGE, '<strong>Неофициальный перевод', "<strong>Перевод", "the page does not say: Неофициальный перевод"),
    ("ru/2024/01/index.html", RU.removeprefix("ru/"), "2024/01/", f"does not lead to {PAGE}"),
    ("en/languages/2024/01/index.html", RU, "ru/", f"does not lead to {PAGE}"),
    ("ru/feed.atom", f'type="text/html" hreflang="ru" href="{BASE}{RU}"', f'type="text/html" hreflang="ru" href="{BASE}ru/"', f"lacks {BASE}{RU}"),
]  # fmt: skip


@pytest.fixture(scope="module")
def files(online):
    return online.files()


@pytest.mark.parametrize(
    ("path", "old", "new", "said"), FAULTS, ids=[f"{at}-{fault[3]}" for at, fault in enumerate(FAULTS)]
)
def test_a_planted_fault_is_found(files, path, old, new, said):
    planted = dict(files)
    if old is GONE:
        del planted[path]
    else:
        text = files[path].decode()
        assert old in text
        planted[path] = text.replace(old, new, 1).encode()
    assert [fault for fault in audit(planted, BASE, WRITTEN) if said in fault] != []


def test_a_page_that_nothing_leads_to_is_found(files):
    lost = files["ru/about/index.html"] = files["ru/archive/index.html"].replace(b"<title>", b"<title>Lost ")
    assert lost
    try:
        assert "ru/about/index.html: no link leads to it" in audit(files, BASE, WRITTEN)
    finally:
        del files["ru/about/index.html"]


def files_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_wrong_with_lists_tables_and_notes(blocks_site):
    assert audit(files_of(blocks_site)) == []


def test_nothing_is_wrong_with_a_site_of_a_project(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b'base-url = "https://example.org/news/"\n')
    ministry.write("sources/2024-03-01-fair.toml", 'aliases = ["2024-02-28-fair"]\n')
    build.run(ministry.project)
    assert audit(files_of(ministry.root / "output"), "https://example.org/news/") == []


@pytest.fixture
def life(ministry):
    """The files of a site before and after a bulletin was corrected and another one withdrawn."""
    ministry.write("habar.toml", ministry.read("habar.toml") + b'base-url = "https://example.org/news/"\n')
    build.run(ministry.project)
    before = files_of(ministry.root / "output")
    now = datetime(2024, 3, 9, tzinfo=UTC)
    correct.run(ministry.project, FAIR, {"en": "The number of stands."}, now.date(), now)
    ministry.edit(f"sources/{FAIR}.txt", "It has 40 stands.", "It has 50 stands.")
    extract.run(ministry.project)
    withdraw.run(ministry.project, CARPETS, {"en": "Published by mistake."}, now.date(), now)
    assert build.run(ministry.project).problems == []
    return before, files_of(ministry.root / "output")


def test_nothing_is_wrong_with_a_site_where_bulletins_were_corrected_and_withdrawn(life):
    _, files = life
    assert audit(files, "https://example.org/news/") == []
    assert " · без последнего исправления" in files["ru/languages/index.html"].decode()
    assert "carpets" not in files["ru/languages/index.html"].decode()


OLD = {
    "ru/feed.atom": "an entry leads to no page",
    "sitemap-2024.xml": "is no page",
    "ru/2024/03/index.html": "was withdrawn",
    "ru/index.html": "was withdrawn",
    "en/languages/index.html": "was withdrawn",
    "ru/2024/03/03/talks/index.html": "was withdrawn",
    "ru/2024/03/02/carpets/index.html": "do not agree on a withdrawal",
    "ru/2024/03/02/carpets/bulletin.xml": "do not agree on a withdrawal",
    "ru/2024/03/02/carpets/newsml.xml": "do not agree on a withdrawal",
    "ru/2024/03/02/carpets/ninjs.json": "has another pubStatus",
    "ru/2024/03/01/fair/index.html": "the page does not say: Исходный текст исправлен",
    "en/2024/03/01/fair/newsml.xml": "has another version",
    "en/2024/03/01/fair/ninjs.json": "has another version",
}


@pytest.mark.parametrize(("name", "said"), OLD.items(), ids=OLD)
def test_a_file_of_before_is_found(life, name, said):
    before, files = life
    assert [fault for fault in audit(files | {name: before[name]}, "https://example.org/news/") if said in fault] != []


def test_bulletins_of_one_title_are_told_apart_by_their_days(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b'base-url = "https://example.org/news/"\n')
    again = "2024-03-11-fair"
    ministry.write(
        f"sources/{again}.txt",
        ministry.read(f"sources/{FAIR}.txt").replace(b"1 March", b"11 March").replace(b"-01", b"-11"),
    )
    po = "locales/ru/LC_MESSAGES/{}.po"
    ministry.write(po.format(again), ministry.read(po.format(FAIR)))
    extract.run(ministry.project)
    assert build.run(ministry.project).problems == []
    files = files_of(ministry.root / "output")
    titles = [
        re.search("<title>(.+?)</title>", files[f"ru/2024/03/{day}/fair/index.html"].decode())[1]
        for day in ("01", "11")
    ]
    assert [title.partition(" – ")[0] for title in titles] == ["Ярмарка в Мары"] * 2
    assert audit(files, "https://example.org/news/") == []
