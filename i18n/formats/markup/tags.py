"""Start tags with holes for the texts in their attributes and for the language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from i18n.formats import page
from i18n.formats.languagemark import is_of
from i18n.formats.markup.facts import Facts, Label
from i18n.formats.markup.flow import has_text
from i18n.formats.markup.outline import Flavour, Outline
from i18n.formats.markup.tokens import Attribute, Token, attributes
from i18n.locales import direction
from i18n.model import LocaleSlot, Note, Only, Skeleton, UnitRef

_KINDS = {'"': "double", "'": "single", "": "bare"}
MakeLabel = Callable[[int, str, Label], str]
"""Makes a unit of an attribute's text, from its position, the text, and what is known about it; returns its id."""


@lru_cache(256)
def _any_of(*names: frozenset[str]) -> re.Pattern[str]:
    """What every tag that has one of these attributes holds."""
    return re.compile("|".join(map(re.escape, sorted(frozenset[str]().union(*names)))) or r"(?!)", re.I)


_ON_PAGES = _any_of(page.SHOWN)
_ON_CELLS = _any_of(page.SHOWN_OF_CELLS)


class Tags:
    """The start tags of one document."""

    def __init__(self, text: str, flavour: Flavour, outline: Outline, label: MakeLabel) -> None:
        self._text = text
        self._flavour = flavour
        self._outline = outline
        self._label = label

    def start(self, token: Token, facts: Facts) -> Skeleton:
        """A start tag as it is spelled, but for its holes."""
        text, outline = self._text, self._outline
        slot = outline.slots.get(token.number)
        if not slot and token.end - token.start == len(token.name) + 2:  # no attributes
            return (text[token.start : token.end],)
        wanted = _any_of(outline.languages, facts.attributes, facts.languages, facts.directions)
        if not slot and not wanted.search(text, token.start, token.end):  # nearly always
            return (text[token.start : token.end],)
        parts: list[str | UnitRef | LocaleSlot | Only] = []
        position = token.start
        if slot:
            position += 1 + len(token.name)
            parts += [text[token.start : position], *slot]
        for item in attributes(text, token):
            hole = self._hole(token, item, facts)
            if hole is not None:
                parts += [text[position : item.start], hole]
                position = item.end
        return (*parts, text[position : token.end])

    def values(self, token: Token) -> dict[str, str]:
        """The attributes of a start tag that a page may show, decoded; those of XML without a prefix."""
        wanted = _ON_CELLS if token.name.lower() in page.CELLS else _ON_PAGES
        if not wanted.search(self._text, token.start, token.end):  # nearly always
            return {}
        return {
            self._name(item) if self._flavour.html else short(item.name): self._flavour.value(
                self._text[item.start : item.end]
            )
            for item in attributes(self._text, token)
        }

    def value(self, token: Token, name: str) -> str:
        """One attribute, decoded; empty where it is missing."""
        found = (item for item in attributes(self._text, token) if self._name(item) == name)
        return next((self._flavour.value(self._text[item.start : item.end]) for item in found), "")

    def _name(self, item: Attribute) -> str:
        return item.name.lower() if self._flavour.html else item.name

    def _hole(self, token: Token, item: Attribute, facts: Facts) -> UnitRef | LocaleSlot | Only | None:
        name = self._name(item)
        spelled = self._text[item.start : item.end]
        if (name in self._outline.languages or name in facts.languages) and is_of(spelled, self._outline.locale):
            return LocaleSlot("lang", spelled, "", "")
        if name in facts.directions and spelled.strip().lower() == direction(self._outline.locale):
            return LocaleSlot("dir", spelled, "", "")
        if name not in facts.attributes:
            return None
        value = self._flavour.value(spelled)
        if not has_text(value):
            return None
        label = facts.labels.get(name, Label(facts.notes))
        note = Note(f"The text of the attribute {name} of <{short(token.name)}>")
        unit = self._label(item.start, value.strip(), replace(label, notes=(note, *label.notes)))
        hole = UnitRef(unit, _KINDS[item.quote], (spelled,))
        return Only(label.locales, (hole,)) if label.locales else hole


def short(name: str) -> str:
    """An element's own name, without its prefix."""
    return name.rpartition(":")[2]


def _local(item: Attribute) -> str:
    return short(item.name)
