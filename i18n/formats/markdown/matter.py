"""The front matter of a Markdown file: what a bulletin says about itself above its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from i18n.formats.markdown import tomlmatter, yamlmatter
from i18n.formats.markdown.fields import Block, Field, damaged
from i18n.formats.markdown.lines import Text
from i18n.model import Place
from i18n.problems import HabarError, problem

LARGEST = 1 << 16
"""In characters: no front matter of a bulletin is larger."""
_FENCES = (
    (re.compile(r"---[ \t]*\n(?=[^\s])"), re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M), yamlmatter.fields),
    (re.compile(r"\+\+\+[ \t]*\n"), re.compile(r"^\+\+\+[ \t]*$", re.M), tomlmatter.fields),
)
_KEY = re.compile(r"""["']?[A-Za-z_][\w.-]*["']?[ \t]*[:=]""")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt \t].*)?\Z", re.S)


@dataclass(frozen=True, slots=True)
class Matter:
    """The fields of a front matter in the order of the file, and where the text behind it begins."""

    fields: tuple[Field, ...] = ()
    end: int = 0


def read(text: Text, path: str) -> Matter:
    """The front matter at the start of a text, in YAML between ``---`` or in TOML between ``+++``.

    :raises HabarError: H150, with the line: it has no end, or it is damaged.
    """
    for begin, ends, fields in _FENCES:
        if opened := begin.match(text.plain):
            if closed := ends.search(text.plain, opened.end()):
                block = Block(text, opened.end(), closed.start(), path)
                return Matter(_without_doubles(fields(_small(block)), block), closed.end())
            if _KEY.match(text.plain, opened.end()):
                mark = text.plain[: opened.end()].strip()
                raise damaged(path, 1, f"the front matter has no end: there is no second line {mark}")
    return Matter()


def day_of(field: Field, path: str, text: Text) -> date | None:
    """The day that a value says; None where it is no date.

    :raises HabarError: H111 for a date that does not exist.
    """
    if isinstance(field.value, date):
        return date(field.value.year, field.value.month, field.value.day)
    found = _DAY.match(str(field.value).strip())
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as error:
        day = "-".join(found.groups())
        raise HabarError(problem("H111", Place(path, text.line(field.start)), f"there is no day {day}")) from error


def _small(block: Block) -> Block:
    if block.end - block.start > LARGEST:
        raise damaged(block.path, 1, f"the front matter is longer than {LARGEST} characters")
    return block


def _without_doubles(fields: Iterable[Field], block: Block) -> tuple[Field, ...]:
    found = tuple(fields)
    seen: set[str] = set()
    for field in found:
        if field.key in seen:
            line = block.text.line(field.start)
            raise damaged(block.path, line, f"{field.key} stands in the front matter twice")
        seen |= {field.key} - {"?"}
    return found
