"""Every page of a site once, of bulletins that nobody wrote: a wrong template shows before anything is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from i18n.model import (
    Document,
    LocaleTag,
    LocalizedDocument,
    LocalizedSegment,
    LocalizedUnit,
    Meta,
    Place,
    Unit,
    UnitRef,
)
from i18n.problems import HabarError, Problem
from i18n.publish.addresses import Files
from i18n.publish.alternates import Alternates, Edition
from i18n.publish.briefs import edition
from i18n.publish.inputs import Excerpt, Leaf
from i18n.publish.outputs import PAGE_MAKERS, SITE_MAKERS, lists
from i18n.publish.press import Press

_DAYS = (date(2001, 1, 1), date(2001, 2, 1), date(2002, 2, 1), None)


def rehearse(press: Press) -> Files:
    """The pages of some bulletins with and without a date, in each language, translated, provisional and not at all.

    :raises HabarError: H301 with every fault of a template that came to light.
    """
    problems: dict[str, Problem] = {}
    made: Files = {}
    for make in _jobs(press):
        try:
            made |= make()
        except HabarError as error:
            problems |= {str(each): each for each in error.problems}
    if problems:
        raise HabarError(*problems.values())
    return made


def _jobs(press: Press) -> Iterator[Callable[[], Files]]:
    table, texts = _example(press.site.locales)
    for localized in texts:
        row = table.of(localized.document.id)
        beside = table.listing(localized.locale).neighbours(localized.document.id)
        leaf = Leaf(localized, row, beside)
        yield from (partial(make, press, leaf) for make in PAGE_MAKERS)
    calendar = table.calendar()
    for maker, part in lists(press.site, calendar):
        excerpt = Excerpt(part, table.select(part), calendar)
        yield partial(maker.make, press, excerpt)
    yield from (partial(make, press) for make in SITE_MAKERS)


def _example(locales: tuple[LocaleTag, ...]) -> tuple[Alternates, list[LocalizedDocument]]:
    table, texts = Alternates(locales), list[LocalizedDocument]()
    for number, day in enumerate(_DAYS):
        document = _document(f"rehearsal-{number}", locales[0], day)
        readable = locales if number else locales[:1]
        table.add(_row(document, locales, readable, number % 2 == 1))
        texts += [_localized(document, locale) for locale in readable]
    return table, texts


def _row(
    document: Document, locales: Iterable[LocaleTag], readable: Iterable[LocaleTag], odd: bool
) -> Iterator[Edition]:
    for locale in locales:
        text = _localized(document, locale) if locale in readable else None
        row = edition(document, locale, text, provisional=odd and text is not None and locale != document.locale)
        yield row._replace(aliases=(f"{document.id}-before",))


def _document(bulletin: str, locale: LocaleTag, day: date | None) -> Document:
    place = Place("")
    units = (Unit("title", place, "title", ("Title",)), Unit("p1", place, "paragraph", ("One. Two.",)))
    body = ('<p id="p1">', UnitRef("p1"), "</p>")
    return Document(bulletin, place, "record", locale, "sentence", "0" * 12, Meta(day), (), units, body)


def _localized(document: Document, locale: LocaleTag) -> LocalizedDocument:
    title = LocalizedSegment("title", locale, (), ("Title",))
    pieces = (
        LocalizedSegment("p1.s1", locale, (), ("One.",)),
        LocalizedSegment("p1.s2", document.locale, (" ",), ("Two.",)),
    )
    units = (LocalizedUnit("title", "title", (title,)), LocalizedUnit("p1", "paragraph", pieces))
    return LocalizedDocument(document, locale, units)
