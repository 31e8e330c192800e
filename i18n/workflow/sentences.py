"""Paragraphs and their sentences in a translation memory: what is known of one serves the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from i18n import segment
from i18n.memory import Pair, Unit, Variant
from i18n.model import LocaleTag
from i18n.workflow.rules import Rules

_TAG = re.compile(r"<(/?)([\w.\-]+)>")
_SHORTEST, _LONGEST = 0.4, 2.5
"""How far a sentence may be from the length that its paragraph's translation lets expect, as a share of it."""


class Piece(NamedTuple):
    """A sentence of a paragraph."""

    gap: str
    """What stands between the sentence before and this one."""
    text: str


def pieces(text: str, locale: LocaleTag, own: Rules) -> list[Piece]:
    """The sentences of a text; none where it is one sentence, or where a code goes from one into another."""
    spans = segment.split(text, locale, own.of(locale))
    ends = [0, *(end for _, end in spans)]
    found = [Piece(text[before:start], text[start:end]) for before, (start, end) in zip(ends, spans, strict=False)]
    return found if len(found) > 1 and all(_is_whole(piece.text) for piece in found) else []


def sentence_units(unit: Unit, own: Rules) -> Iterator[Unit]:
    """A unit for each sentence of a paragraph, with those translations that have as many, of fitting length."""
    source = unit.source_locale
    if source is None or source not in unit.variants:
        return
    cut = {locale: pieces(variant.text, locale, own) for locale, variant in unit.variants.items()}
    fitting = [locale for locale in cut if locale == source or _fits(cut[source], cut[locale])]
    if not cut[source] or len(fitting) < 2:
        return
    for at in range(len(cut[source])):
        variants = {locale: Variant(cut[locale][at].text, unit.variants[locale].state) for locale in fitting}
        yield replace(unit, variants=variants, kind="sentence")


def composed(found: Sequence[tuple[Piece, str]], pair: Pair) -> str:
    """The translations of sentences, put together as the target's language joins sentences."""
    joined = ""
    for piece, text in found:
        gap = segment.join_gap((piece.gap,) if piece.gap else (), joined, text, *pair) if joined else ()
        joined += "".join(part for part in gap if isinstance(part, str)) + text.strip()
    return joined


def _is_whole(text: str) -> bool:
    ends = Counter((name, bool(close)) for close, name in _TAG.findall(text))
    return all(ends[name, True] == ends[name, False] for name, _ in list(ends))


def _fits(source: Sequence[Piece], target: Sequence[Piece]) -> bool:
    if len(source) != len(target):
        return False
    ratio = sum(len(piece.text) for piece in target) / max(sum(len(piece.text) for piece in source), 1)
    expected = [len(piece.text) * ratio for piece in source]
    return all(_SHORTEST * length <= len(piece.text) <= _LONGEST * length
               for length, piece in zip(expected, target, strict=True))  # fmt: skip
