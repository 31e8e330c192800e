"""A bilingual table for translators who want no PO editor: source and translation side by side, in CSV or Word.

Inline codes stand in the text as they do in a PO file: ``<a>...</a>``. The last column holds the key, by which a row is
found again whatever its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from i18n import content
from i18n.exchange.writable import writable
from i18n.interchange import State, TransFile, TransUnit
from i18n.model import Place
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from i18n.problems import Problem

_COLUMNS = ("place", "source", "translation", "state", "comment", "notes", "key")
"""The first words of the headings."""
_STATES: dict[State, str] = {"untranslated": "untranslated", "fuzzy": "needs editing", "translated": "translated"}
_UNFINISHED = (_STATES["fuzzy"], "fuzzy", "needs work")


class Row(NamedTuple):
    """One row of a table file."""

    place: Place
    cells: Sequence[str]


def write(files: Sequence[TransFile], *, word: bool = False) -> tuple[bytes, list[Problem]]:
    """The table as a CSV or a Word file, and the texts that a Word file cannot hold (H275). Same files, same bytes."""
    from i18n.exchange import table_csv, table_docx

    if not word:
        return table_csv.write(_rows(files)), []
    kept, problems = writable(files)
    return table_docx.write(_rows(kept)), problems


def read(data: bytes, path: str) -> list[TransFile]:
    """The bulletins in a table that came back: Word where the file begins as a ZIP archive does, else CSV.

    Columns are known by their headings and may have been moved; ``translation`` and ``key`` have to be there. A row
    without a key is passed over, such as one that a person added.

    :raises HabarError: H261 to H263 and H278, and for Word files H155 to H157, with every fault.
    """
    from i18n.exchange import table_csv, table_docx

    rows = table_docx.read(data, path) if data.startswith(b"PK") else table_csv.read(data, path)
    return list(_files(rows, path))


# Writing ---------------------------------------------------------------------------------------


def _rows(files: Sequence[TransFile]) -> Iterator[Sequence[str]]:
    place, source, translation, *others = _COLUMNS
    languages = [sorted({getattr(file, name) for file in files}) for name in ("source_locale", "target_locale")]
    yield place, f"{source} ({', '.join(languages[0])})", f"{translation} ({', '.join(languages[1])})", *others
    for file in files:
        yield from (_row(file, unit) for unit in file.units)


def _row(file: TransFile, unit: TransUnit) -> Sequence[str]:
    return (
        unit.name,
        content.render(unit.source),
        content.render_as(unit.target, unit.source),
        "approved" if unit.approved else _STATES[unit.state],
        "\n".join(unit.comments),
        "\n".join(unit.notes),
        _key(file, unit),
    )


def _key(file: TransFile, unit: TransUnit) -> str:
    marks = (file.bulletin, file.source_locale, file.target_locale, unit.id, unit.source_digest, unit.target_digest)
    context = () if unit.context is None else (f"={unit.context}",)
    return " ".join((*map(str, marks), *context))


# Reading ---------------------------------------------------------------------------------------


class _Found(NamedTuple):
    """A row that was understood: its bulletin with the languages, and its unit."""

    file: tuple[str, str, str]
    unit: TransUnit


def _files(rows: Iterable[Row], path: str) -> Iterator[TransFile]:
    table = iter(rows)
    columns = _headings(next(table, None), path)
    units: dict[tuple[str, str, str], list[TransUnit]] = {}
    for row in table:
        if found := _unit(row, columns):
            units.setdefault(found.file, []).append(found.unit)
    if not units:
        raise HabarError(problem("H263", Place(path), "no row of the table has a key"))
    for (bulletin, source, target), own in units.items():
        yield TransFile(bulletin, source, target, tuple(own), own[0].place)


def _headings(row: Row | None, path: str) -> dict[str, int]:
    """Which column is which."""
    names = [] if row is None else [cell.strip().casefold().partition(" ")[0] for cell in row.cells]
    columns = {name: names.index(name) for name in _COLUMNS if name in names}
    missing = [name for name in ("source", "translation", "key") if name not in columns]
    if missing:
        message = f"the table has no column “{missing[0]}”: its first row has to be the headings"
        raise HabarError(problem("H263", row.place if row else Place(path), message))
    return columns


def _unit(row: Row, columns: dict[str, int]) -> _Found | None:
    cells = {name: row.cells[at] if at < len(row.cells) else "" for name, at in columns.items()}
    parts = cells["key"].strip().split(" ", 6)
    if len(parts) < 6:
        return None
    bulletin, source, target, number, source_digest, target_digest, *context = parts
    text = cells["translation"]
    unfinished = cells.get("state", "").strip().casefold() in _UNFINISHED
    unit = TransUnit(
        id=number,
        source=(cells["source"],),
        target=(text,) if text.strip() else (),
        state="untranslated" if not text.strip() else "fuzzy" if unfinished else "translated",
        context=context[0].removeprefix("=") if context else None,
        source_digest=source_digest,
        target_digest=target_digest,
        name=cells.get("place", "").strip(),
        comments=tuple(cells.get("comment", "").split("\n")),
        place=row.place,
    )
    return _Found((bulletin, source, target), unit)
