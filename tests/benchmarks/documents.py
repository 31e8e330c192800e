"""Documents to measure ``habar file`` on, and the catalogs that every contender's templates become.

A document has a title and the paragraphs of some bulletins; in XML and HTML, with links and emphasis as pages have
them. They are seeded: the same numbers give the same bytes.

    python tests/benchmarks/documents.py make FOLDER --kind xml --files 1000
    python tests/benchmarks/documents.py fill FOLDER
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import corpus
import polib

HEADS = {
    "txt": "{title}\n\n",
    "html": '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n',
    "xml": '<?xml version="1.0" encoding="utf-8"?>\n<article xmlns="http://docbook.org/ns/docbook" version="5.0">\n<title>{title}</title>\n',
}
TAILS = {"txt": "", "html": "</body>\n</html>\n", "xml": "</article>\n"}
PARAGRAPHS = {"txt": "{text}\n\n", "html": '<p class="text">{text}</p>\n', "xml": "<para>{text}</para>\n"}
# Three of ten paragraphs have a code in them.
MARKED = {
    "txt": "{}",
    "html": '<a href="https://www.example.org/page?a=1&amp;b=2">{}</a>',
    "xml": '<link xmlns:x="http://www.w3.org/1999/xlink" x:href="https://www.example.org/page">{}</link>',
}


def make(folder: Path, kind: str, files: int, bulletins: int) -> None:
    """Writes the documents ``1.<kind>`` and so on."""
    chance = random.Random(1)
    folder.mkdir(parents=True)
    for number in range(1, files + 1):
        texts = [text for _ in range(bulletins) for text in _paragraphs(chance, kind)]
        head = HEADS[kind].format(title=f"Report No. {number}")
        body = "".join(PARAGRAPHS[kind].format(text=text) for text in texts)
        (folder / f"{number}.{kind}").write_text(head + body + TAILS[kind], encoding="utf-8")


def _paragraphs(chance: random.Random, kind: str) -> list[str]:
    rows = list(corpus._body(chance))
    found = []
    for size in corpus.PARAGRAPHS:
        text = " ".join(row[0] for row in rows[:size])
        rows = rows[size:]
        if chance.random() < 0.3:
            first, _, rest = text.partition(" ")
            text = f"{MARKED[kind].format(first)} {rest}"
        found.append(text)
    return found


def fill(folder: Path) -> None:
    """Makes a Russian catalog, and its compiled form, of every template in a folder."""
    for template in sorted((*folder.rglob("*.pot"), *folder.rglob("*.po"))):
        catalog = polib.pofile(str(template))
        catalog.metadata.update(Language="ru", **{"Content-Type": "text/plain; charset=UTF-8"})
        for entry in catalog:
            entry.msgstr = f"Я {entry.msgid}"
        catalog.save(str(template.with_suffix(".po")))
        catalog.save_as_mofile(str(template.with_suffix(".mo")))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("folder", type=Path)
    making.add_argument("--kind", choices=HEADS, required=True)
    making.add_argument("--files", type=int, required=True)
    making.add_argument("--bulletins", type=int, default=2)
    filling = commands.add_parser("fill")
    filling.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "make":
        make(options.folder, options.kind, options.files, options.bulletins)
    else:
        fill(options.folder)


if __name__ == "__main__":
    main()
