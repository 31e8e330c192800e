"""A bulletin's own cuts: what a person decided about single places, over the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from i18n.model import Override


def corrected(sentences: list[tuple[int, int]], text: str, overrides: Sequence[Override]) -> list[tuple[int, int]]:
    """The sentences of a text (offsets, as ``split`` gives them), joined and split as the overrides say.

    Where both a join and a split fit a place, it is split.
    """
    if not sentences:
        return sentences
    borders = {end: start for (_, end), (start, _) in pairwise(sentences)}
    for kind in ("join", "split"):
        for override in overrides:
            for end, start in places(text, override) if override.kind == kind else ():
                if kind == "split":
                    borders[end] = start
                else:
                    borders.pop(end, None)
    cuts = sorted(borders.items())
    starts = [sentences[0][0], *(start for _, start in cuts)]
    return list(zip(starts, [*(end for end, _ in cuts), sentences[-1][1]], strict=True))


def places(text: str, override: Override) -> Iterator[tuple[int, int]]:
    """Where an override fits: the end of the words before it, the start of those behind it."""
    for match in _pattern(override.before, override.after).finditer(text):
        yield match.span(1)


@lru_cache(maxsize=256)
def _pattern(before: str, after: str) -> re.Pattern[str]:
    # Within a look-ahead, so that places whose words overlap are all found.
    return re.compile(rf"(?={_words(before)}(\s*+){_words(after)})")


def _words(text: str) -> str:
    """The words with any white space between them, their letters composed or not: sources are typed in both ways."""
    spelled = (dict.fromkeys((word, normalize("NFC", word), normalize("NFD", word))) for word in text.split())
    return r"\s++".join(f"(?:{'|'.join(map(re.escape, spellings))})" for spellings in spelled)


def deciding(text: str, end: int, overrides: Iterable[Override]) -> Override | None:
    """The override that decides about the place where a sentence may end at ``end``: a split before a join."""
    found = [override for override in overrides if any(at == end for at, _ in places(text, override))]
    return max(found, key=lambda override: override.kind == "split", default=None)


def unused(texts: Sequence[str], overrides: Iterable[Override]) -> list[Override]:
    """The overrides that fit in none of the texts."""
    return [override for override in overrides if not any(any(places(text, override)) for text in texts)]
