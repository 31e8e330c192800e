"""Seeded sentences of the news in four languages, to measure a translation memory on.

A sentence is made of stretches of the formulas of real bulletins, numbers, and words of a vocabulary in which, as in
a real one, few words are frequent and most are rare. Some sentences come again with another number or name.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from corpus import FORMULAS, LOCALES

SYLLABLES = {
    "en": "ment tion al er in re con pro de com par ter ver st ate ing or an tri lo ma ber ton ford wick".split(),
    "tk": "lar ler yň iň da de gür ban geldi mu ham met öz söz ýol daş ky ly li aş ga bat dur dy ça rş en be".split(),
    "ru": "ов ск ого ение пре при про раз вы ста ция ми нист ер ств ра бо та ло ги че ный ем ах го су дар".split(),
    "ja": "大 会 国 民 経 済 協 力 発 展 首 相 外 務 省 東 京 合 意 文 書 署 名 年 月 日 本 間 議 員 都 市 港 湾 道 路 水 資 源 教 育 科 学".split(),
}
VOCABULARY = 20_000
AGAIN = 0.15
"""The share of sentences that are an earlier one with another word."""


class Corpus:
    """Sentences of one language. The same seed gives the same ones."""

    def __init__(self, locale: str, seed: int = 1) -> None:
        self._random = random.Random(f"{locale} {seed}")
        self._gap = "" if locale == "ja" else " "
        column = LOCALES.index(locale)
        texts = [row[column].format(city="", country="", n="", year="") for row in FORMULAS]
        self._formulas = [list(text) if locale == "ja" else text.split() for text in texts]
        self._words = [self._word(SYLLABLES[locale]) for _ in range(VOCABULARY)]
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(VOCABULARY)))

    def _word(self, syllables: list[str]) -> str:
        count = self._random.choice((1, 2, 2)) if not self._gap else self._random.choice((2, 3, 3, 4))
        return "".join(self._random.choices(syllables, k=count))

    def sentence(self) -> str:
        parts: list[str] = []
        for _ in range(self._random.choice((2, 3, 3, 4))):
            formula = self._random.choice(self._formulas)
            start = self._random.randrange(len(formula))
            parts += formula[start : start + self._random.randint(2, 12 if not self._gap else 6)]
            parts += self._random.choices(self._words, cum_weights=self._weights, k=self._random.randint(1, 4))
        parts.insert(self._random.randrange(len(parts)), str(self._random.randint(2, 2030)))
        return self._gap.join(parts) + ("。" if not self._gap else ".")

    def edited(self, text: str, edits: int = 1) -> str:
        """A sentence with some of its words replaced, taken out or added."""
        parts = list(text) if not self._gap else text.split()
        for _ in range(edits):
            at = self._random.randrange(len(parts))
            new = self._random.choices(self._words, cum_weights=self._weights, k=self._random.choice((0, 1, 1, 1, 2)))
            parts[at : at + self._random.choice((0, 1, 1, 1))] = new
        return self._gap.join(parts)

    def sentences(self, count: int) -> Iterator[str]:
        kept: list[str] = []
        for _ in range(count):
            text = self.edited(self._random.choice(kept)) if kept and self._random.random() < AGAIN else self.sentence()
            if len(kept) < 5000:
                kept.append(text)
            else:
                kept[self._random.randrange(5000)] = text
            yield text
