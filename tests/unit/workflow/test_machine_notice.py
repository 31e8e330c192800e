"""A page says that texts in it are a machine's: until they are edited, or a reviewer approves them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import etree

import i18n
from i18n import origin
from i18n.model import Place
from i18n.publish.words import compile_words, shipped_words, translator
from i18n.workflow import approve, build, correct, extract
from tests.conftest import FAIR, Workplace

CATALOG = f"locales/ru/LC_MESSAGES/{FAIR}.po"
PAGE, XML = (f"output/ru/2024/03/01/fair/{name}" for name in ("index.html", "bulletin.xml"))
TEXT = "На ней 40 стендов."
NOTICES = {
    "en": "Parts of this text are a machine translation.",
    "tk": "Tekstiň bir bölegi awtomatiki usulda terjime edildi.",
    "ru": "Часть текста переведена автоматически.",
    "ja": "本文の一部は機械翻訳です。",
}
LINE = f"<span>{NOTICES['ru']}</span>\n"


@pytest.fixture
def place(ministry: Workplace) -> Workplace:
    """One sentence of the fair is a machine's, and a translator has cleared its fuzzy mark."""
    assert extract.run(ministry.project).problems == []
    mark = origin.mark("LibreTranslate", date(2024, 3, 2), TEXT)
    text = ministry.read(CATALOG).decode()
    at = text.rindex("\n\n", 0, text.index('msgid "It has 40 stands."')) + 2
    ministry.write(CATALOG, f"{text[:at]}# {mark}\n{text[at:]}")
    return ministry


def notice(place: Workplace) -> bool:
    """Whether page and XML file say it; they must agree."""
    assert build.run(place.project).problems == []
    page, xml = place.read(PAGE).decode(), place.read(XML)
    assert (' machine="true"' in xml.decode()) is (LINE in page)
    schema = etree.RelaxNG(etree.fromstring(packaged_schema()))
    assert schema.validate(etree.fromstring(xml)), schema.error_log
    return LINE in page


def packaged_schema() -> bytes:
    return (Path(i18n.__file__).parent / "data" / "bulletin.rng").read_bytes()


def test_a_page_with_a_machines_text_says_so_and_no_other(place: Workplace) -> None:
    assert notice(place)
    pages = {name for name, data in place.files("output").items() if NOTICES["ru"].encode() in data}
    assert pages == {PAGE.removeprefix("output/")}
    english = {name for name, data in place.files("output").items() if NOTICES["en"].encode() in data}
    assert english == set()


def test_every_file_for_machines_says_so_in_its_own_terms(place: Workplace) -> None:
    place.write("habar.toml", place.read("habar.toml") + b'base-url = "https://example.org/"\n')
    assert notice(place)
    term = b"compositeWithTrainedAlgorithmicMedia"
    folder = "ru/2024/03/01/fair"
    told = {name for name, data in place.files("output").items() if term.lower() in data.lower()}
    assert told == {f"{folder}/index.html", f"{folder}/newsml.xml", f"{folder}/ninjs.json", "ru/feed.atom"}
    page = place.read(PAGE).decode()
    assert '"digitalSourceType":"https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"' in page
    assert f'label="{NOTICES["ru"]}"' in place.read("output/ru/feed.atom").decode()


def test_nothing_else_on_the_page_is_another(place: Workplace) -> None:
    assert notice(place)
    page = place.read(PAGE).decode()
    place.edit(CATALOG, "# Machine translation", "# It was no machine translation")
    assert not notice(place)
    assert place.read(PAGE).decode() == page.replace(LINE, "")


def test_an_edit_makes_it_a_persons(place: Workplace) -> None:
    place.edit(CATALOG, TEXT, "На ней сорок стендов.")
    assert not notice(place)


def test_an_approval_takes_the_notice_away_and_a_void_one_does_not(place: Workplace) -> None:
    approve.run(place.project, [FAIR], "ru", "Anna Petrowa", date(2024, 3, 3))
    assert not notice(place)
    place.write(CATALOG, place.read(CATALOG).decode().replace("# Approved by Anna", "# Not approved by Anna"))
    assert notice(place)


def test_a_text_that_is_still_fuzzy_does_not_go_out(place: Workplace) -> None:
    place.edit(CATALOG, 'msgid "It has 40 stands."', '#, fuzzy\nmsgid "It has 40 stands."')
    report = build.run(place.project)
    assert [(held.bulletin, held.locale) for held in report.withheld] == [(FAIR, "ru")]


def test_an_earlier_version_says_what_it_was_when_it_was_published(place: Workplace) -> None:
    now = datetime(2024, 3, 5, tzinfo=UTC)
    correct.run(place.project, FAIR, {"": "More stands.", "ru": "Больше стендов."}, date(2024, 3, 5), now)
    place.edit(f"sources/{FAIR}.txt", "It has 40 stands.", "It has 50 stands.")
    assert extract.run(place.project).problems == []
    text = place.read(CATALOG).decode()
    new = f'msgid "It has 50 stands."\nmsgstr "{TEXT}"'
    before, _, _ = text.partition(new)
    at = before.rindex("#, fuzzy\n")
    text = f"{text[:at]}{text[at + len('#, fuzzy') + 1 :]}".replace(new, new.replace("40", "50"))
    place.write(CATALOG, text)
    assert not notice(place)
    assert LINE in place.read("output/ru/2024/03/01/fair/v1/index.html").decode()


@pytest.mark.parametrize("locale", NOTICES)
def test_the_words_come_with_habar(locale: str) -> None:
    words = shipped_words(locale)
    assert words
    assert translator(compile_words(words, Place("x")))(NOTICES["en"]) == NOTICES[locale]
