"""``habar its``: what the rules and the markup of ITS say of every node of a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from i18n.formats.its import CATEGORIES
from i18n.formats.its.report import read, text
from i18n.problems import Problem

IDENTIFIERS = tuple(category.identifier for category in CATEGORIES)


def run(file: Path, categories: tuple[str, ...]) -> Iterator[tuple[str, str, list[Problem]]]:
    """The report of each category: its identifier, its text, and what it found wrong without having to stop.

    :param categories: identifiers.
    :raises HabarError: the file or one of its rules cannot be used.
    """
    rules = read(file)
    for category in categories:
        known = len(rules.problems)
        yield category, text(rules, category), rules.problems[known:]
