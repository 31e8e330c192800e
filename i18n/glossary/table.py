"""The glossary as a CSV file, with a row for each concept."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from i18n.glossary.model import Concept, Glossary, Term
from i18n.locales import is_tag
from i18n.model import Place
from i18n.problems import HabarError, Problem, problem

_BETWEEN = "|"
FORBIDDEN = "!"
"""Stands before a form that must not be used."""
_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab"}
"""What may stand between cells: spreadsheets take the semicolon where the comma stands in numbers."""
_MOST = 100
"""Rows that cannot be read: no file is read further."""


def parse(text: str, path: str) -> Glossary:
    """The glossary in the text of a CSV file. Its cells are divided by commas, or by what a spreadsheet puts there.

    :raises HabarError: H279 with every line that cannot be read.
    """
    found, problems = load(text, path)
    if problems:
        raise HabarError(*problems)
    return found


def load(text: str, path: str) -> tuple[Glossary, list[Problem]]:
    """What can be read of the text of a CSV file, and H279 for each row that cannot.

    :raises HabarError: H279, the first line does not name the columns.
    """
    problems: list[Problem] = []
    first_line = text.partition("\n")[0]
    sign = max(_SIGNS, key=first_line.count)
    rows = iter(_rows(text, path, sign, problems))
    _, first = next(rows, (1, []))
    columns = tuple(cell.strip() for cell in first)
    if not any(map(is_tag, columns)) or len(set(columns)) < len(columns):
        message = "the first line has to name the columns, each once, languages by their tags: en,tk,ru,kind,note"
        raise HabarError(problem("H279", Place(path, 1), message))
    concepts = []
    for at, row in rows:
        if len(row) > len(columns):
            message = (
                f'the line has {len(row)} cells, and there are {len(columns)} columns: put " " around a {_SIGNS[sign]}'
            )
            problems.append(problem("H279", Place(path, at), message))
        else:
            concepts.append(_concept(columns, row, Place(path, at)))
    return Glossary(columns, tuple(concepts)), sorted(problems, key=lambda one: one.place.line or 0)


def _rows(text: str, path: str, sign: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not empty, with its line. Behind one that cannot be read, reading goes on in the next line."""
    lines = text.removesuffix("\n").split("\n")
    done = 0
    while done < len(lines) and len(problems) < _MOST:
        reader = csv.reader((f"{line}\n" for line in lines[done:]), delimiter=sign, strict=True)
        at = done
        try:
            for row in reader:
                if any(map(str.strip, row)):
                    yield at + 1, row
                at = done + reader.line_num
            done = len(lines)
        except csv.Error as error:
            problems.append(problem("H279", Place(path, at + 1), _why(error)))
            done = at + 1


def _why(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return 'a " opens here and none closes it'
    if "expected after" in str(error):
        return 'behind a " that closes stands more text: a " inside a cell is written twice'
    return f"it is no CSV here: {error}"


def render(glossary: Glossary) -> str:
    """The text of the CSV file. Same glossary, same text."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(glossary.columns)
    for concept in glossary.concepts:
        writer.writerow([_cell(concept, column) for column in glossary.columns])
    return "".join(lines.written)


def forms(cell: str) -> Term:
    """The forms in a cell."""
    parts = [part.strip() for part in cell.split(_BETWEEN)]
    wanted = [part for part in parts if part and not part.startswith(FORBIDDEN)]
    forbidden = [part.removeprefix(FORBIDDEN).strip() for part in parts if part.startswith(FORBIDDEN)]
    return Term(wanted[0] if wanted else None, tuple(wanted[1:]), tuple(filter(None, forbidden)))


def spelled(term: Term | None) -> str:
    """A cell with these forms."""
    if not term:
        return ""
    wanted = (term.preferred, *term.allowed) if term.preferred else ()
    return f" {_BETWEEN} ".join((*map(str, wanted), *(f"{FORBIDDEN}{form}" for form in term.forbidden)))


class _Lines:
    """What a CSV writer writes to."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, text: str) -> None:
        self.written.append(text)


def _concept(columns: Sequence[str], row: Sequence[str], place: Place) -> Concept:
    cells = dict(zip(columns, row, strict=False))
    terms = {column: forms(cell) for column, cell in cells.items() if is_tag(column)}
    about = {column: cell for column, cell in cells.items() if cell and not is_tag(column)}
    return Concept({column: term for column, term in terms.items() if term}, about, place)


def _cell(concept: Concept, column: str) -> str:
    return spelled(concept.terms.get(column)) if is_tag(column) else concept.about.get(column, "")
