"""Tables of concepts with their words in four languages, and where a text names them.

A table is ``tables/*.toml``: of each concept, its forms in English, Russian, Turkmen and Japanese, with commas between.
``*`` stands for any ending, ``#`` for a digit; a capital asks for a capital, capitals alone for capitals; ``~`` marks a
form that answers the concept and does not tell it for certain; ``-`` one that is none of it. The longest form in a
place counts, of every part of a table.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from pkgutil import get_data
from typing import TYPE_CHECKING, NamedTuple

from i18n.checks import tablefile
from i18n.checks.forms import KEY, Cell, Form, Here, keys, surely
from i18n.needles import holds, needles
from i18n.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_TABLES = (
    *("countries", "places", "further", "regions", "organisations", "bodies", "offices", "periods"),
    *("economy", "life", "society", "opposites", "contrasts", "predicates"),
)
LANGUAGES = ("en", "ru", "tk", "ja")
_WORD = late(r"[^\W_]+")
_LETTERS = late(r"[^\W\d_]*")
_ROWS = {
    **dict.fromkeys([*map(chr, range(0x30A1, 0x30FB)), "ー"], "katakana"),
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "Latin"),
    **dict.fromkeys("0123456789", "digit"),
}
"""Signs that make words of their own in a Japanese text."""
_FRONT = "äeiöü"
_VOWELS = f"aouy{_FRONT}"
_NAME = 4
_WORDS = ("arkadag", "hazar", "deli", "galkynyş", "aral", "wena")
"""Turkmen names of places that are words, too: *arkadagly* is who has a protector."""


_KNOWN = 8192
"""Words of which is known what they name."""
Told = tuple[tuple[Form, int], ...]
"""The forms that begin in one place, with their lengths."""
Begins = tuple[str, ...]


class Named(NamedTuple):
    """A concept where a text names it."""

    kind: str
    """The part of the table, such as ``country``."""
    concept: str
    start: int
    end: int
    sure: bool


@lru_cache(maxsize=256)
def named(text: str, language: str) -> dict[str, list[Named]]:
    """What a text names, in order, by the part of a table."""
    plain, done = _plain(text), 0
    found: dict[str, list[Named]] = {}
    for start, end in _places(plain, language) if len(plain) == len(text) else ():
        if start < done:
            continue
        told, begins = _of_word(text[start:end], language) if end > start + 1 else (None, None)
        if told is None and (begins is None or plain.startswith(begins, start)):
            told = _longest(text, plain, start, language, begins)
        for form, length in told or ():
            done = max(done, start + length)
            if form.concept:
                one = Named(form.kind, form.concept, start, start + length, form.sure)
                found.setdefault(form.kind, []).append(one)
    return found


@lru_cache(maxsize=256)
def may_name(text: str, language: str, table: str, kinds: tuple[str, ...]) -> bool:
    """Whether a text may surely name something of these parts of a table: a cheap question, and no is sure."""
    return holds(_plain(text), _needles(table, kinds, language))


@cache
def _needles(table: str, kinds: tuple[str, ...], language: str) -> tuple[str, ...]:
    at = LANGUAGES.index(language)
    rows = [cells for kind in kinds for cells in _table(table)[kind].values()]
    forms = [form for cells in rows for form in (*_split(cells[at]), *_acronyms(cells[0]))]
    return needles("|".join(one for form in forms for one in surely(form)))


def _plain(text: str) -> str:
    return text.lower().replace("ё", "е").replace("\u00a0", " ").replace("’", "'")


def _places(plain: str, language: str) -> list[tuple[int, int]]:
    """Where a form can begin: where words do, with their ends, or at signs of Japanese, which has no spaces."""
    if language != "ja":
        return [match.span() for match in _WORD.finditer(plain)]
    index = _index(language)
    return [(at, 0) for at, sign in enumerate(plain) if sign in index or plain[at : at + KEY] in index]


@lru_cache(maxsize=_KNOWN)
def _of_word(word: str, language: str) -> tuple[Told | None, Begins]:
    """The longest forms that a word begins with, for texts repeat their words; and how those may begin that it is in.

    The forms are None where what stands behind the word tells.
    """
    plain = _plain(word)
    here = _here(plain, 0, language)
    if here is None:
        return (), ()
    longer = [begin for begin in here.begins if begin.startswith(plain) and not begin[len(plain) :][:1].isalnum()]
    begins = tuple([begin for begin in here.begins if plain.startswith(begin) or begin in longer])
    if any(len(begin) > len(plain) for begin in longer) or any(form.pattern for form in here.forms(begins)):
        return None, begins
    return _longest(word, plain, 0, language, begins), begins


def _here(plain: str, start: int, language: str) -> Here | None:
    index = _index(language)
    return index.get(plain[start : start + KEY]) or index.get(plain[start])


def _longest(text: str, plain: str, start: int, language: str, begins: Begins | None = None) -> Told:
    """The longest form that begins here, of every kind that has it.

    :param begins: how these forms can begin, where that is known.
    """
    here = _here(plain, start, language)
    begins = here.begins if here and begins is None else begins
    if here is None or begins is None or not plain.startswith(begins, start):
        return ()
    found: dict[str, tuple[Form, int]] = {}
    for form in here.forms(tuple([begin for begin in begins if plain.startswith(begin, start)])):
        if form.kind not in found and (end := _end(form, text, plain, start, language)):
            found[form.kind] = form, end - start
    return tuple(found.values())


@cache
def _index(language: str) -> dict[str, Here]:
    """The forms of a language by their first two letters."""
    at = LANGUAGES.index(language)
    cells: dict[str, list[Cell]] = {}
    for kind, concept, columns, acronyms in _rows():
        people = _people(kind, columns[at]) if language == "tk" else ()
        for text in (*_split(columns[at]), *people, *(acronyms if at else ())):
            cell = Cell(kind, concept, text)
            for key in keys(text):
                cells.setdefault(key, []).append(cell)
    index: dict[str, Here] = {}
    for key in sorted(cells, key=len):
        index[key] = Here(key, language, cells[key], index.get(key[:1]) if len(key) > 1 else None)
    return index


@cache
def _rows() -> list[tuple[str, str, list[str], list[str]]]:
    """Kind and concept, the cells of the languages, and the English abbreviations, which may stand in each of them."""
    tables = [part for name in _TABLES for part in _table(name).items()]
    rows = ((kind, concept, cells) for kind, rows in tables for concept, cells in rows.items())
    return [(kind, concept, cells, _acronyms(cells[0])) for kind, concept, cells in rows]


@cache
def _table(name: str) -> dict[str, dict[str, list[str]]]:
    return tablefile.read((get_data(__package__, f"tables/{name}.toml") or b"").decode())


@cache
def kinds(table: str) -> tuple[str, ...]:
    """The parts of a table, such as the axes of the opposites."""
    return tuple(_table(table))


def swaps(one: list[Named], other: list[Named], *, loosely: bool = False) -> list[tuple[str, Named]]:
    """The concepts of the first text in whose place the second has others, with these.

    A concept that the other text does not have at all took the place of one that it has less often.

    :param loosely: for two concepts that are opposites: what is not sure in both texts is no answer.
    """
    if {named.concept for named in one} == {named.concept for named in other}:
        return []
    lost, added = _only(one, other), _only(other, one)
    if added and not lost:
        lost = _fewer(one, other, loosely)
    elif lost and not added:
        added = _fewer(other, one, loosely)
    return [(gone.concept, new) for gone, new in zip(lost, added, strict=False)]


def _only(one: list[Named], other: list[Named]) -> list[Named]:
    known = {named.concept for named in other}
    first = {named.concept: named for named in reversed(one) if named.sure and named.concept not in known}
    return sorted(first.values(), key=lambda named: named.start)


def _fewer(one: list[Named], other: list[Named], loosely: bool) -> list[Named]:
    """The concepts that the first text surely has more often than the second may have them."""
    (surely, ours), (told, theirs) = _counted(one), _counted(other)
    last = {named.concept: named for named in one if surely[named.concept] > theirs[named.concept]}
    if loosely:
        more = (surely - told).keys() & (ours - theirs).keys()
        last = {named.concept: named for named in one if named.concept in more}
    return sorted(last.values(), key=lambda named: named.start)


def _counted(found: list[Named]) -> tuple[Counter[str], Counter[str]]:
    """How often each concept is surely named, and how often it may be."""
    return Counter(named.concept for named in found if named.sure), Counter(named.concept for named in found)


def _split(cell: str) -> list[str]:
    return [form for one in cell.split(",") if (form := one.strip())]


def _acronyms(cell: str) -> list[str]:
    if cell.islower():
        return []
    return [form for form in _split(cell) if form.isupper() and form.isascii() and form.isalnum()]


def _people(kind: str, cell: str) -> Iterator[str]:
    """The Turkmen adjectives in small letters of cities and countries, and the names of their people: *osakaly*."""
    for at, form in enumerate(_split(cell) if kind in ("place", "country") else ()):
        name = form.removesuffix("*").lower()
        if len(name) < _NAME or not form[0].isupper() or not name.isalpha() or name in _WORDS:
            continue
        if form.endswith("*") or not at:
            name += "ýa" if kind == "country" and name.endswith("i") else ""
            vowel = next((letter for letter in reversed(name) if letter in _VOWELS), "")
            yield f"{name}{'li' if vowel in _FRONT else 'ly'}*"


def _end(form: Form, text: str, plain: str, start: int, language: str) -> int | None:
    """Where the form ends that begins here; None where it does not."""
    if form.pattern:
        match = form.pattern.match(plain, start)
        end = match.end() if match else 0
    else:
        end = start + len(form.text)  # the text has its letters here: only such forms were asked for
    if not end or (form.capital and not text[start].isupper()) or (form.capitals and not text[start:end].isupper()):
        return None
    if form.open and not form.pattern:
        return _LETTERS.match(plain, end).end()  # type: ignore[union-attr]
    return None if form.pattern is None and _goes_on(text, start, end, language) else end


def _goes_on(text: str, start: int, end: int, language: str) -> bool:
    """Whether the word in a text is longer than what was found in it. A Turkmen ending may follow capitals."""
    before, last, after = text[start - 1 : start], text[end - 1], text[end : end + 1]
    if language != "ja":
        if last.isdigit() and after.isdigit():
            return True
        return after.isalpha() and not (language == "tk" and last.isupper() and after.islower())
    first, end_of = _ROWS.get(text[start]), _ROWS.get(last)
    return bool(first and first == _ROWS.get(before)) or bool(end_of and end_of == _ROWS.get(after))
