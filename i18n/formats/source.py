"""What a reader is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from i18n.model import LocaleTag, UnitMode


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file with ITS rules that count for every source."""

    path: str
    """As it is called in messages."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """One source file and what its project decided about it."""

    id: str
    path: str
    """As it is called in messages and references."""
    data: bytes
    locale: LocaleTag
    mode: UnitMode
    rules: tuple[RuleFile, ...] = ()
    """ITS rules of the project or of the command line; those of the document itself count more."""
    load: Callable[[str, str], bytes] | None = None
    """Reads a rules file that the document links, from its address and the place of the link. None: it may not."""
    accept_changes: bool = False
    """Whether tracked changes of a word processor count as accepted."""
    page: bool = True
    """Whether what only a page shows is asked for: how the text looks there, and its images. A reader that would
    not be faster without may give it unasked."""
    event: bool = True
    """Whether the day of the event is asked for, which no page shows: the checks compare it with the bulletin's."""
