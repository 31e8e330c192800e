"""The words of the page frame: a project's own catalogs (``site.po``), and behind them those that come with habar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from i18n import catalogs, files, publish
from i18n.config import Project
from i18n.ids import SITE
from i18n.model import Catalog, Entry, LocaleTag, Place
from i18n.problems import Problem, problem
from i18n.workflow import headers
from i18n.workflow.bulletins import read_catalog
from i18n.workflow.reading import collecting


def filled(entries: Iterable[Entry], locale: LocaleTag) -> Iterator[Entry]:
    """The entries; an empty one has the translation that comes with habar, where there is one."""
    known = {entry.key: entry for entry in _shipped(locale)}
    for entry in entries:
        offer = known.get(entry.key)
        empty = not entry.obsolete and not any(entry.msgstrs)
        yield entry._replace(msgstrs=offer.msgstrs, comments=offer.comments) if offer and empty else entry


def compiled(project: Project, locale: LocaleTag, problems: list[Problem]) -> bytes | None:
    """The words of one language in compiled form, or None where there are none at all.

    A catalog of the project that cannot be read is a problem, and habar's own words stand in: a page does
    not speak two languages because a quote is missing.
    """
    own = None
    with collecting(problems):
        own = read_catalog(project, SITE, locale)
    if own is None:
        shipped = publish.shipped_words(locale)
        return publish.compile_words(shipped, Place(f"{locale}.po")) if shipped else None
    whole = replace(own, entries=tuple(filled(own.entries, locale)))
    words = publish.compile_words(catalogs.render(whole), own.place)
    files.write(project.root, project.catalog(SITE, locale, "mo"), words)
    return words


def check(project: Project) -> list[Problem]:
    """Faults of the catalogs, and the words that a page would show in English."""
    problems: list[Problem] = []
    for locale in project.locales:
        with collecting(problems):
            own = read_catalog(project, SITE, locale)
            problems += headers.contradiction(own) if own else []
            if own and locale != publish.FRAME_LOCALE:
                problems += _untranslated(own)
    return problems


def _untranslated(own: Catalog) -> list[Problem]:
    return [
        problem("H222", entry.place or own.place, "this word of the page frame has no translation", msgid=entry.msgid)
        for entry in own.entries
        if not entry.obsolete and not entry.translated
    ]


def _shipped(locale: LocaleTag) -> tuple[Entry, ...]:
    data = publish.shipped_words(locale)
    return catalogs.parse(data, f"{locale}.po").entries if data else ()
