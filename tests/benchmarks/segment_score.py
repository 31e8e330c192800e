"""Scores the cuts against gold files, beside the libraries that happen to be installed.

Run: ``python tests/benchmarks/segment_score.py [FOLDER]``. A gold file is ``<locale>.txt``: one
paragraph a line, ``‖`` where it is cut, ``#`` before a remark. A boundary is a place inside a
paragraph where two sentences meet; the figures count boundaries of all paragraphs of a language.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from i18n.segment import split
from i18n.segment.examples import parse_marked

GOLD = Path(__file__).parents[1] / "gold" / "segment"
LOCALES = ("en", "ru", "tk", "ja")

Cutter = Callable[[str, str], set[int]]
"""The offsets behind which a text in a language is cut."""


@dataclass(frozen=True)
class Paragraph:
    line: int
    text: str
    cuts: frozenset[int]


@dataclass(frozen=True)
class Score:
    """Counts of boundaries and of paragraphs without an error."""

    right: int
    wrong: int
    missed: int
    exact: int
    paragraphs: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed or 1)


def read_gold(path: Path) -> list[Paragraph]:
    """The paragraphs of a gold file."""
    paragraphs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            text, cuts = parse_marked(line)
            paragraphs.append(Paragraph(number, text, frozenset(cuts)))
    return paragraphs


def score(paragraphs: list[Paragraph], cutter: Cutter, locale: str) -> Score:
    """How the cuts of ``cutter`` agree with the gold."""
    pairs = [(paragraph.cuts, cutter(paragraph.text, locale)) for paragraph in paragraphs]
    return Score(
        sum(len(gold & found) for gold, found in pairs),
        sum(len(found - gold) for gold, found in pairs),
        sum(len(gold - found) for gold, found in pairs),
        sum(gold == found for gold, found in pairs),
        len(pairs),
    )


def habar(text: str, locale: str) -> set[int]:
    return {end for _, end in split(text, locale)[:-1]}


def _offsets(text: str, sentences: Iterator[str]) -> set[int]:
    """Where another tool's sentences end in the text; it may have changed white space."""
    at, ends = 0, []
    for sentence in sentences:
        for char in "".join(sentence.split()):
            found = text.find(char, at)
            at = found + 1 if found >= 0 else at
        ends.append(at)
    return set(ends[:-1])


def _sentencex(text: str, locale: str) -> set[int]:
    import sentencex

    return _offsets(text, iter(sentencex.segment(locale, text)))


def _pysbd(text: str, locale: str) -> set[int]:
    import pysbd

    known = locale if locale in ("en", "ru", "ja") else "en"
    return _offsets(text, iter(pysbd.Segmenter(language=known, clean=False).segment(text)))


def _blingfire(text: str, _locale: str) -> set[int]:
    import blingfire

    return _offsets(text, iter(blingfire.text_to_sentences(text).split("\n")))


CUTTERS: dict[str, Cutter] = {"habar": habar, "sentencex": _sentencex, "pysbd": _pysbd, "blingfire": _blingfire}


def _works(cutter: Cutter) -> bool:
    try:
        cutter("One. Two.", "en")
    except ImportError:
        return False
    return True


def main(folder: Path) -> None:
    print(f"{'cutter':<10} {'lang':<4} {'F1':>6} {'prec.':>6} {'recall':>6} {'exact':>9}")
    for name, cutter in CUTTERS.items():
        if not _works(cutter):
            print(f"{name:<10} is not installed")
            continue
        for locale in LOCALES:
            if (path := folder / f"{locale}.txt").exists():
                found = score(read_gold(path), cutter, locale)
                figures = (found.f1, found.precision, found.recall)
                shown = " ".join(f"{figure * 100:6.2f}" for figure in figures)
                print(f"{name:<10} {locale:<4} {shown} {found.exact:>4}/{found.paragraphs:<4}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD)
