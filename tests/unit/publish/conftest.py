"""The example site of this folder as values."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from i18n.model import Document, LocalizedDocument, LocalizedSegment, LocalizedUnit, Meta, Place, Unit, UnitRef
from i18n.publish import (
    Alternates,
    Edition,
    Excerpt,
    Files,
    Leaf,
    Press,
    Site,
    Slice,
    Whole,
    bulletin_files,
    compile_words,
    edition,
    lists,
    page_files,
    shipped_words,
    site_files,
)
from i18n.publish.start import start

EXAMPLE = Path(__file__).parent / "example"
LOCALES = ("en", "tk", "ru", "ja")
PUBLISHER = {
    "en": "Ministry of Foreign Affairs of Turkmenistan",
    "tk": "Türkmenistanyň Daşary işler ministrligi",
    "ru": "Министерство иностранных дел Туркменистана",
    "ja": "トルクメニスタン外務省",
}
ONLINE = "https://news.example.org/mfa/"


@dataclass(frozen=True)
class Example:
    """The example's values: how the site is set up, what exists, the bulletins, the words of the frame."""

    site: Site
    table: Alternates
    localized: tuple[LocalizedDocument, ...]
    words: dict[str, bytes]

    def press(self) -> Press:
        return Press(self.site, self.words)

    def leaf(self, localized: LocalizedDocument) -> Leaf:
        """What makers see of one bulletin in one language."""
        bulletin = localized.document.id
        return Leaf(localized, self.table.of(bulletin), self.table.listing(localized.locale).neighbours(bulletin))

    def files(self) -> Files:
        """Every file of the site."""
        press = self.press()
        made = [page_files(press, self.leaf(localized)) for localized in self.localized]
        made += [bulletin_files(press, whole) for whole in self._wholes()]
        made += [drawn(press, self.table), site_files(press)]
        return {path: data for files in made for path, data in files.items()}

    def _wholes(self) -> Iterator[Whole]:
        for document, found in groupby(self.localized, lambda localized: localized.document):
            yield Whole(document, {localized.locale: localized for localized in found}, self.table.of(document.id))


def drawn(press: Press, table: Alternates) -> Files:
    """Every list of a site."""
    calendar = table.calendar()
    made = [
        maker.make(press, Excerpt(part, table.select(part), calendar)) for maker, part in lists(press.site, calendar)
    ]
    return {path: data for files in made for path, data in files.items()}


@pytest.fixture(scope="session")
def lists_of() -> Callable[[Site, Alternates], Files]:
    """Every list of a site, and what depends on no bulletin."""

    def files(site: Site, table: Alternates) -> Files:
        press = Press(site, {})
        return drawn(press, table) | site_files(press)

    return files


@pytest.fixture(scope="session")
def empty_list() -> Callable[[Site, dict[str, bytes], str], str]:
    """The start page of a language in which nothing is published."""

    def page(site: Site, words: dict[str, bytes], locale: str) -> str:
        excerpt = Excerpt(Slice(locale), (), Alternates(site.locales).calendar())
        return start(Press(site, words), excerpt)[f"{locale}/index.html"].decode()

    return page


@pytest.fixture(scope="session")
def preview() -> Example:
    """The example as it is read from files."""
    return _example(None)


@pytest.fixture(scope="session")
def online() -> Example:
    """The example as it stands under an address, below the root of its host."""
    return _example(ONLINE)


def _example(base_url: str | None) -> Example:
    records = tomllib.loads((EXAMPLE / "bulletins.toml").read_text(encoding="utf-8"))["bulletin"]
    words = {locale: compile_words(shipped_words(locale) or b"", Place(f"{locale}.po")) for locale in LOCALES}
    table = Alternates(LOCALES)
    localized = []
    for record in records:
        document = _document(record)
        texts = {locale: _localized(document, record, locale) for locale in LOCALES if locale in record}
        table.add(_edition(document, record, locale, texts.get(locale)) for locale in LOCALES)
        localized += texts.values()
    return Example(Site(PUBLISHER, LOCALES, "en", base_url, "+05:00"), table, tuple(localized), words)


def _document(record: dict[str, Any]) -> Document:
    source = record[record["source"]]
    units = [
        Unit(id, Place("sources/x.txt", line), "title" if id == "title" else "paragraph", (" ".join(passages),))
        for line, (id, passages) in enumerate(source.items(), start=3)
    ]
    meta = Meta(record.get("recorded"), record.get("displayed"))
    place = Place(f"sources/{record['id']}.txt")
    body = [part for unit in units[1:] for part in (f'<p id="{unit.id}">', UnitRef(unit.id), "</p>", "\n")]
    return Document(
        id=record["id"],
        place=place,
        format="record",
        locale=record["source"],
        mode="sentence",
        revision="0123456789ab",
        meta=meta,
        skeleton=(),
        units=tuple(units),
        body=tuple(body[:-1]),
    )


def _localized(document: Document, record: dict[str, Any], locale: str) -> LocalizedDocument:
    units = []
    for unit in document.units:
        pairs = zip(record[locale][unit.id], record[document.locale][unit.id], strict=True)
        segments = [
            LocalizedSegment(
                id="title" if unit.id == "title" else f"{unit.id}.s{number}",
                locale=locale if own else document.locale,
                gap=() if number == 1 or locale == "ja" else (" ",),
                content=(own or source,),
            )
            for number, (own, source) in enumerate(pairs, start=1)
        ]
        units.append(LocalizedUnit(unit.id, unit.role, tuple(segments)))
    return LocalizedDocument(document, locale, tuple(units))


def _edition(document: Document, record: dict[str, Any], locale: str, text: LocalizedDocument | None) -> Edition:
    approved = locale == document.locale or locale in record.get("approved", [])
    row = edition(document, locale, text, provisional=text is not None and not approved)
    return row._replace(aliases=tuple(record.get("aliases", ())))
