"""The forms of concepts as tables write them, made ready where a text begins like one: most texts have few of all."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEY = 2
"""So many letters of a form are enough to look for it."""
_DIGITS = late(r"\\?#")
_SHORT = "訪対来在駐親反日米中韓露英独仏印豪欧伊土ト"
"""One kanji stands for a country beside another, or behind a verb: 訪日, 日米."""


class Form(NamedTuple):
    """One way to name a concept."""

    kind: str
    concept: str | None
    """``None`` for a form that only hides what is inside."""
    text: str
    """In lower case, without stars."""
    pattern: re.Pattern[str] | None
    """For a form of several words; of the others a comparison tells."""
    open: bool
    """Whether any ending may follow."""
    capital: bool
    capitals: bool
    sure: bool
    length: int


class Cell(NamedTuple):
    """A form as its table has it."""

    kind: str
    concept: str
    text: str


class Here:
    """The forms that begin with the same letters."""

    def __init__(self, key: str, language: str, cells: list[Cell], shorter: Here | None) -> None:
        """
        :param cells: those that have such a form.
        :param shorter: the forms of one letter that is the first of these.
        """
        self._cells = cells
        self._key, self._language, self._shorter = key, language, shorter
        self._known: dict[tuple[str, ...], tuple[Form, ...]] = {}

    @cached_property
    def begins(self) -> tuple[str, ...]:
        """How the forms begin, up to their first star or digit."""
        return (*self._places, *(self._shorter.begins if self._shorter else ()))

    def forms(self, begins: tuple[str, ...]) -> tuple[Form, ...]:
        """The forms that have one of these beginnings, the longest first."""
        known = self._known.get(begins)
        if known is None:
            places = sorted(place for begin in begins for place in self._places.get(begin, ()))
            own = [self._form(self._cells[at], text) for at, text in places]
            own.sort(key=lambda form: (-form.length, form.concept is None, not form.sure))
            known = self._known[begins] = (*own, *(self._shorter.forms(begins) if self._shorter else ()))
        return known

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, str]]]:
        """By beginning, the numbers of the cells and the texts that have it."""
        found: dict[str, list[tuple[int, str]]] = {}
        for at, cell in enumerate(self._cells):
            for text in _texts(cell.text):
                begin = _begin(text)
                if begin[:KEY] == self._key:
                    found.setdefault(begin, []).append((at, text))
        return found

    def _form(self, cell: Cell, text: str) -> Form:
        cased = self._language != "ja" or text.isascii()
        simple = text.lower().rstrip("*")
        return Form(
            cell.kind,
            None if cell.text[0] == "-" else cell.concept,
            _begin(text),
            _pattern(text.lower()) if "*" in simple or "#" in simple else None,
            open=text.endswith("*"),
            capital=cased and text[0].isupper(),
            capitals=cased and len(text) > 1 and text.isupper(),
            sure=cell.text[0] != "~",
            length=len(text) - text.count("*"),
        )


def keys(cell: str) -> Iterable[str]:
    """The letters by which the forms of a cell are found."""
    return _key(cell[:KEY]) or dict.fromkeys(_begin(text)[:KEY] for text in _texts(cell))


@cache
def _key(begin: str) -> tuple[str, ...]:
    """The letters of a cell that begins like this; none where only the whole cell tells."""
    return (begin.lower().replace("ё", "е")[:KEY],) if begin.isalpha() and len(begin) == KEY else ()


def surely(cell: str) -> Iterator[str]:
    """What the forms of a cell look like that tell their concept for certain: expressions, in lower case."""
    yield from (_expression(text.lower()) for text in _texts(cell) if cell[0] not in "-~")


def _texts(cell: str) -> Iterator[str]:
    """The forms of a cell, without the mark before them."""
    bare = cell[1:] if cell[0] in "-~" else cell
    if bare[:1] == "%":
        yield from (f"{sign}{bare[1]}" for sign in _SHORT)
        yield from (f"{bare[1]}{sign}" for sign in f"{_SHORT}側系")
    else:
        yield bare.replace("ё", "е").replace("Ё", "Е")


def _begin(text: str) -> str:
    return text.lower().partition("*")[0].partition("#")[0]


def _pattern(text: str) -> re.Pattern[str]:
    return late(_expression(text) + r"(?![^\W\d_])")


def _expression(text: str) -> str:
    return r"\w*".join(_DIGITS.sub(r"\\d", re.escape(part)) for part in text.split("*"))
