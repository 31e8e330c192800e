"""What each kind of file of a site costs: microseconds of processor time for a page, by the module that makes it.

    python tests/benchmarks/makers.py PROJECT

The project is one of corpus.py, with a base-url in its settings. Texts are assembled before the clock starts.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from i18n import assemble, config, publish, segment
from i18n.publish.outputs import LIST_MAKERS, PAGE_MAKERS
from i18n.workflow import bulletins

MOST = 500
"""Bulletins that are made: enough for a mean, and few enough to hold."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("project", type=Path)
    project = config.find(arguments.parse_args().project.resolve())
    site = publish.Site(project.publisher, project.locales, project.bulletins.locale, project.base_url, project.zone)
    table, press = publish.Alternates(project.locales), publish.Press(site, {})
    texts = list(_texts(project, table))
    leaves = [publish.Leaf(text, table.of(text.document.id)) for text in texts]
    spent: Counter[str] = Counter()
    for maker in PAGE_MAKERS:
        for leaf in leaves:
            _time(spent, maker, press, leaf)
    calendar = table.calendar()
    for maker in LIST_MAKERS:
        for part in maker.slices(site, calendar):
            _time(spent, maker.make, press, publish.Excerpt(part, table.select(part), calendar))
    for name, seconds in spent.most_common():
        print(f"{name:24} {seconds / len(leaves) * 1e6:8.1f} µs a page")
    print(f"{'all':24} {sum(spent.values()) / len(leaves) * 1e6:8.1f} µs a page")


def _texts(project: config.Project, table: publish.Alternates) -> Iterator[object]:
    sources, _ = bulletins.listing(project)
    for file in list(sources.values())[:MOST]:
        document = bulletins.read_document(project, file)
        cut = segment.cut(document)
        found = {
            locale: assemble.localize(
                document, cut, bulletins.read_translations(project, document.id, locale).texts, locale
            )
            for locale in project.locales
        }
        table.add(publish.edition(document, locale, text) for locale, text in found.items())
        yield from found.values()


def _time(spent: Counter[str], make: Callable[..., object], *given: object) -> None:
    start = time.process_time()
    make(*given)
    spent[f"{make.__module__.rpartition('.')[2]}.{make.__name__}"] += time.process_time() - start


if __name__ == "__main__":
    main()
