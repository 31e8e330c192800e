"""What each data category of ITS does to a template and to the file in another language.

A case in ``tests/gold/its/carried.txt`` is a document in English, what of it becomes an entry, and the document in
another language, with every word of the entries in capitals. ``habar file`` does the work.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from i18n import catalogs
from i18n.formats import its
from i18n.workflow import onefile

GOLD = Path(__file__).parents[3] / "gold" / "its" / "carried.txt"
XML = '<doc xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'
RULES = '<its:rules xmlns:its="http://www.w3.org/2005/11/its" xmlns:h="http://www.w3.org/1999/xhtml" version="2.0">'
CATEGORIES = {category.identifier for category in its.CATEGORIES}


class Case(NamedTuple):
    title: str
    """``category, locale: what it shows``; a category with ``.html`` is a page."""
    document: str

    @property
    def category(self) -> str:
        return re.split("[., ]", self.title)[0]

    @property
    def locale(self) -> str:
        return self.title.partition(":")[0].partition(", ")[2]

    @property
    def name(self) -> str:
        return "a.html" if ".html" in self.title else "a.xml"


def cases() -> list[Case]:
    parts = re.split(r"^== (.+)\n", GOLD.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [Case(title, body.partition("\n--\n")[0]) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def test_every_category_has_a_case() -> None:
    assert {case.category for case in cases()} == CATEGORIES


def test_what_a_category_says_is_used_and_written_back(tmp_path: Path) -> None:
    found = "\n".join(printed(case, tmp_path) for case in cases())
    if os.environ.get("HABAR_BLESS"):
        GOLD.write_text(found, encoding="utf-8")
    assert found == GOLD.read_text(encoding="utf-8")


def printed(case: Case, folder: Path) -> str:
    source = folder / case.name
    source.write_text(case.document, encoding="utf-8")
    template = onefile.extracted(source, onefile.Reading("en", "paragraph"))
    catalog = catalogs.parse(template.template, "a.pot", id="a", locale="")
    entries = tuple(entry._replace(msgstrs=(capitals(entry.msgid),), raw=None) for entry in catalog.entries)
    (folder / "a.po").write_bytes(catalogs.render(replace(catalog, entries=entries)))
    compiled = onefile.compiled(source, folder / "a.po", case.locale).data.decode()
    lines = [line for entry in entries for line in described(entry.references, entry.extracted, entry.msgid)]
    lines += [f"left out ({left.rule}): {left.text}" for left in template.left_out if "ITS" not in left.rule]
    lines += [f"refers to: {address}" for address in template.resources]
    lines += [f"{found.code}: {found.message}" for found in template.problems]
    return "\n--\n".join((f"== {case.title}\n{case.document}", "\n".join(lines), f"{compiled}\n"))


def described(references: tuple[str, ...], comments: tuple[str, ...], msgid: str) -> Iterator[str]:
    yield f"{references[0].rpartition(':')[2]}: {msgid!r}"
    yield from (f"    {line}" for line in comments[1:] if not line.startswith("Bulletin"))


def capitals(msgid: str) -> str:
    return "".join(part if part.startswith("<") else part.upper() for part in re.split("(<[^>]*>)", msgid))
