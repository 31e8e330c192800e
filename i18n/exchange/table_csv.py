"""Tables as CSV files (RFC 4180), as spreadsheets write and read them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from i18n.encoding import Codes, decode
from i18n.exchange.table import Row
from i18n.exchange.xmlfile import LARGEST
from i18n.model import Place
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CODES = Codes(empty="H278", not_utf8="H278", nul="H278")
_DELIMITERS = (",", ";", "\t")
_FORMULA = tuple("=+-@\t\r'")
"""A cell that begins so would be calculated by a spreadsheet."""


def write(rows: Iterable[Sequence[str]]) -> bytes:
    """In UTF-8 with a byte order mark, without which spreadsheets guess wrong.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; ``read`` takes it away.
    """
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def read(data: bytes, path: str) -> Iterator[Row]:
    """The rows, whatever of comma, semicolon and tab a spreadsheet has put between the cells.

    :raises HabarError: H261, it is too large; H278, it is neither UTF-8 nor UTF-16, or no table.
    """
    if len(data) > LARGEST:
        raise HabarError(problem("H261", Place(path), f"the file has {len(data)} bytes; {LARGEST} are allowed"))
    text = _text(data, path)
    first = text[: text.find("\n") if "\n" in text else len(text)]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield Row(Place(path, line), [_unguarded(cell) for cell in cells])
            line = reader.line_num + 1
    except csv.Error as error:
        raise HabarError(problem("H278", Place(path, line), f"the table cannot be read here: {error}")) from None


def _text(data: bytes, path: str) -> str:
    return decode(data, path, _CODES, wide=True).text  # UTF-16 is the "Unicode text" of a spreadsheet


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
