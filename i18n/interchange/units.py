"""What travels: a bulletin's texts with their translations in one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from i18n.model import Content, LocaleTag, Place

State = Literal["untranslated", "fuzzy", "translated"]
"""What a tool can say of a translation. An approval is a reviewer's, and comes from no file."""

MOST_CHARACTERS = 100_000
"""Of a text that comes in. The longest paragraph of a bulletin is a hundredth of it."""
MOST_CODES = 1_000
"""Inline codes of a text that comes in."""


@dataclass(frozen=True, slots=True)
class TransUnit:
    """One text with its translation: an entry of a catalog (the word is XLIFF's)."""

    id: str
    """The catalog's key: sixteen hexadecimal digits of the SHA-256 of msgctxt and msgid (see ``unit_id``)."""
    source: Content
    """Its codes are numbered from 1 in the text, not in the paragraph."""
    target: Content = ()
    """Empty where there is no translation."""
    state: State = "untranslated"
    approved: bool = False
    """Whether a reviewer approved it. Only told to others: what comes back approves nothing."""
    context: str | None = None
    """The msgctxt."""
    source_digest: str | None = None
    """Of the source's msgid when the file was written (see ``digest``). None: the file does not say it."""
    target_digest: str | None = None
    """Of the state and the translation when the file was written."""
    name: str = ""
    """Where the text stands, for people: ``p2.s1``."""
    notes: tuple[str, ...] = ()
    """Lines for the translator from the program."""
    comments: tuple[str, ...] = ()
    """Lines of people."""
    previous: str | None = None
    """The text that a fuzzy translation was really made from."""
    preserve: bool = False
    """Whether white space counts."""
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class TransFile:
    """The texts of one bulletin in one language."""

    original: str
    """The path of the source, such as ``sources/<id>.txt``."""
    source_locale: LocaleTag
    target_locale: LocaleTag
    units: tuple[TransUnit, ...]
    place: Place = field(default=Place(""), compare=False)

    @property
    def bulletin(self) -> str:
        """The id: the file's name to its first dot, in whatever folder a tool says that it lies."""
        return self.original.replace("\\", "/").rpartition("/")[2].partition(".")[0]
