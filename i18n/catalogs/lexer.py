"""From the text of a PO file to its statements: comment lines, and keywords with their strings.

The grammar of the tokens is that of GNU gettext 0.21 (``po-lex.c``): white space is free, ``#~`` and
``#|`` hold until the end of their line, a string may stand in several pieces, a backslash at the very end of a
line joins the next line to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from i18n.catalogs.lines import body_of, kind_of
from i18n.catalogs.quoting import unquote
from i18n.patterns import late

KEYWORDS = {"msgctxt": "msgctxt", "msgid": "msgid", "msgid_plural": "msgid_plural", "msgstr": "msgstrs"}
"""The keywords of an entry, and the field of ``Entry`` that each one fills."""

_OTHER_MARKS = tuple("“”„«‘’'")
"""What word processors make of a quotation mark."""
_TOKEN = late(
    r"""
      (?P<gap>(?>(?:[ \t\r\f\v\n]|\\\n)+))
    | (?P<mark>\#~\|?|\#\|)
    | (?P<comment>\#[^\n\\]*+(?>(?:\\\n?[^\n\\]*+)*))
    | (?P<string>"[^"\\\n]*+(?>(?:\\(?s:.)[^"\\\n]*+)*)")
    | (?P<unterminated>"[^\n]*+)
    | (?P<word>(?P<name>[A-Za-z_$][A-Za-z0-9_$]*+)(?:\s*+\[\s*+(?P<index>[0-9]{1,9})\s*+\])?)
    | (?P<junk>[^\n"]++)
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the text, before it has a path."""

    code: str
    line: int
    message: str
    hint: str | None = None


@dataclass(slots=True)
class Statement:
    """One comment line, or one keyword with its strings."""

    kind: str
    """A field of ``Entry``, or ``other`` (a line that is only kept), ``domain``, ``broken``."""
    line: int
    start: int
    """Where its text begins, with the ``#~`` before it."""
    end: int
    value: str = ""
    index: int | None = None
    """The number in ``msgstr[0]``."""
    marked: bool = False
    """Whether it stands behind ``#~``."""
    bare: bool = False
    """Whether the ``#~`` or ``#|`` that holds for it belongs to an earlier statement of its line."""
    end_line: int = 0
    pieces: list[str] = field(default_factory=list)
    """The text between each pair of quotation marks."""
    piece_lines: list[int] = field(default_factory=list)

    @property
    def comment(self) -> bool:
        """Whether it stands before the keywords of an entry and belongs to the entry below."""
        return self.kind in ("comments", "extracted", "references", "flags", "other", "domain")


class Lexer:
    """Reads the statements of ``text`` from ``position`` on, which is in line ``line``. Collects faults as it goes."""

    def __init__(self, text: str, position: int = 0, line: int = 1) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._position = position
        self._line = line
        self._marks = ""
        self._mark_start: int | None = None
        self._spoiled_line = 0
        self._current: Statement | None = None

    def statements(self) -> Iterator[Statement]:
        """The statements in the order of the text."""
        while token := _TOKEN.match(self._text, self._position):
            self._position = token.end()
            if token.lastgroup == "gap":
                self._skip(token[0])
            elif self._spoiled_line != self._line:
                yield from self._take(token)
            self._line += token[0].count("\n")
        yield from self._close()

    def _skip(self, gap: str) -> None:
        if "\n" in gap.replace("\\\n", ""):
            self._marks, self._mark_start = "", None

    def _take(self, token: re.Match[str]) -> list[Statement]:
        match token.lastgroup:
            case "string":
                return self._add(token, token[0][1:-1])
            case "comment":
                return [*self._close(), self._comment(token)]
            case "word":
                return self._word(token)
            case "mark":
                return self._mark(token)
            case "unterminated":
                return self._unterminated(token)
        return self._spoil(token)

    def _mark(self, token: re.Match[str]) -> list[Statement]:
        self._marks += token[0]
        self._mark_start = token.start() if self._mark_start is None else self._mark_start
        return []

    def _comment(self, token: re.Match[str]) -> Statement:
        """A backslash at the end of its line joins the next line to it, as in C, and gettext takes it so."""
        text = token[0][1:].replace("\\\n", "")
        end_line = self._line + token[0].count("\n")
        return Statement(kind_of(text), self._line, self._begin(token), token.end(), body_of(text), end_line=end_line)

    def _word(self, token: re.Match[str]) -> list[Statement]:
        word = token["name"]
        known = word in KEYWORDS or word == "domain"
        if not known and self._current is not None and self._current.end_line == self._line:
            return self._spoil(token)
        closed = self._close()
        if self._marks and "\n" in token[0]:
            self._fault("H212", f"{word} and its number are not on one line behind their #~ or #|")
        if not known:
            self._fault("H208", f'"{word}" is not a keyword of a PO file')
            self._spoiled_line = self._line
        self._current = self._statement(token)
        return closed

    def _statement(self, token: re.Match[str]) -> Statement:
        index = int(token["index"]) if token["index"] else None
        bare = bool(self._marks) and self._mark_start is None
        start = self._begin(token)
        kind = self._kind(token["name"])
        return Statement(kind, self._line, start, token.end(), "", index, "~" in self._marks, bare, self._line)

    def _kind(self, word: str) -> str:
        kind = KEYWORDS.get(word, "domain" if word == "domain" else "broken")
        if "|" not in self._marks or kind == "broken":
            return kind
        if kind in ("msgstrs", "domain"):
            self._fault("H209", f"{word} cannot stand behind #|")
            return "broken"
        return f"previous_{kind}"

    def _unterminated(self, token: re.Match[str]) -> list[Statement]:
        self._fault("H205", "the closing quotation mark is missing")
        self._add(token, token[0][1:].rstrip("\r\\"))
        self._spoiled_line = self._line
        return []

    def _add(self, token: re.Match[str], piece: str) -> list[Statement]:
        statement = self._current
        if statement is None:
            self._fault("H209", "a text in quotation marks has no keyword before it")
            self._spoiled_line = self._line
            return []
        if statement.kind != "broken" and self._inconsistent(statement):
            self._fault("H212", "this line and the entry it belongs to differ in #~ or #| at their beginning")
        statement.pieces.append(piece)
        statement.piece_lines.append(self._line)
        statement.end = token.end()
        statement.end_line = self._line + token[0].count("\n")
        return []

    def _inconsistent(self, statement: Statement) -> bool:
        previous = statement.kind.startswith("previous_")
        return ("~" in self._marks, "|" in self._marks) != (statement.marked, previous)

    def _spoil(self, token: re.Match[str]) -> list[Statement]:
        """Reports what should not stand here, once for its line."""
        rest = self._text[token.start() : token.start() + 60].split("\n")[0].strip()
        where = "after the closing quotation mark" if self._after_string() else "outside quotation marks"
        if rest[:1] in _OTHER_MARKS and not self._after_string():
            self._fault("H206", f'{rest[0]} opens no string, only " does: {rest}')
        else:
            self._fault("H206", f"there is text {where}: {rest}")
        self._spoiled_line = self._line
        return []

    def _after_string(self) -> bool:
        return self._current is not None and bool(self._current.pieces) and self._current.end_line == self._line

    def _begin(self, token: re.Match[str]) -> int:
        """Where a statement's text begins: at the ``#~`` before it, if that is not another statement's already."""
        start, self._mark_start = self._mark_start, None
        return token.start() if start is None else start

    def _close(self) -> list[Statement]:
        """The statement that is now complete, if there is one."""
        statement, self._current = self._current, None
        if statement is None:
            return []
        if not statement.pieces and statement.kind != "broken":
            if self._spoiled_line != statement.line:
                self._fault("H209", "a keyword has no text in quotation marks after it", statement.line)
            statement.kind = "broken"
        statement.value, bad = unquote(statement.pieces)
        if bad:
            self._report_escapes(statement, bad)
        return [statement]

    def _report_escapes(self, statement: Statement, bad: tuple[str, ...]) -> None:
        found = [
            (line, escape)
            for piece, line in zip(statement.pieces, statement.piece_lines, strict=True)
            for escape in unquote([piece])[1]
        ]
        for line, escape in found or [(statement.line, bad[0])]:
            self._fault("H207", f"{escape} is not an escape that a PO file knows", line)

    def _fault(self, code: str, message: str, line: int | None = None) -> None:
        self.faults.append(Fault(code, line or self._line, message))
