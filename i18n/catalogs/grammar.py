"""From statements to entries: what may follow what, and what an entry needs to be whole.

An entry is comment lines, the previous source text (``#|``), msgctxt, msgid, msgid_plural and msgstr, in this
order, as in GNU gettext 0.21 (``po-gram-gen.y``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from i18n.catalogs.lexer import Fault, Statement
from i18n.catalogs.lines import flags_of, references_of
from i18n.model import Entry, Place

ORDER = ("previous_msgctxt", "previous_msgid", "previous_msgid_plural", "msgctxt", "msgid", "msgid_plural", "msgstrs")
"""The fields of an entry that keywords fill, in the order of their lines."""

_RANK = {kind: rank for rank, kind in enumerate(ORDER)}
_WORDS = {kind: f"#| {kind.removeprefix('previous_')}" if "previous" in kind else kind for kind in ORDER} | {
    "msgstrs": "msgstr"
}


@dataclass(slots=True)
class Group:
    """The statements of one entry."""

    statements: list[Statement] = field(default_factory=list)
    faulty: bool = False
    """Whether something was reported already that makes the rest of it doubtful."""

    def of(self, kind: str) -> list[Statement]:
        return [statement for statement in self.statements if statement.kind == kind]

    def values(self, kind: str) -> tuple[str, ...]:
        return tuple(statement.value for statement in self.statements if statement.kind == kind)

    def first(self, kind: str) -> Statement | None:
        return next((statement for statement in self.statements if statement.kind == kind), None)

    @property
    def keywords(self) -> list[Statement]:
        return [statement for statement in self.statements if statement.kind in _RANK]

    @property
    def begun(self) -> bool:
        """Whether anything but comment lines stands in it."""
        return any(not statement.comment for statement in self.statements)

    @property
    def line(self) -> int:
        """The line of the msgid, where an editor jumps to."""
        found = self.first("msgid") or next((s for s in self.statements if not s.comment), self.statements[0])
        return found.line


class Grammar:
    """Cuts statements into entries. Collects faults as it goes; a group that is at fault is still given out."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._group = Group()

    def groups(self, statements: Iterable[Statement]) -> Iterator[Group]:
        """Each entry's statements. Comment lines after the last entry are in no group."""
        for statement in statements:
            if self._group.begun and self._starts_entry(statement):
                yield self._finish()
            self._accept(statement)
        if self._group.begun:
            yield self._finish()

    def _starts_entry(self, statement: Statement) -> bool:
        group = self._group
        if group.first("msgstrs"):
            return statement.kind != "msgstrs"
        if statement.kind not in _RANK:
            return False
        rank = _RANK[statement.kind]
        last = max((_RANK[earlier.kind] for earlier in group.keywords), default=-1)
        return rank <= last and rank <= _RANK["msgid"]

    def _accept(self, statement: Statement) -> None:
        group = self._group
        if statement.kind == "broken":
            group.faulty = True
        elif group.keywords and not statement.comment and not group.faulty:
            self._check_order(group, statement)
        elif statement.kind in ("msgid_plural", "msgstrs") and not group.faulty:
            swallowed = group.statements and group.statements[-1].end_line > group.statements[-1].line
            hint = "put a blank after the last backslash of the comment above" if swallowed else None
            self._blame(group, "H209", statement.line, f"{_WORDS[statement.kind]} has no msgid before it", hint)
        elif statement.bare and not group.faulty:
            self._blame(group, "H212", statement.line, "an entry begins in the middle of a #~ line", "begin a new line")
        group.statements.append(statement)

    def _check_order(self, group: Group, statement: Statement) -> None:
        before = group.statements[-1]
        if before.comment:
            self._blame(
                group, "H209", before.line, "a comment stands between the lines of an entry", "move it above the entry"
            )
        elif group.keywords[0].marked != statement.marked:
            self._blame(group, "H212", statement.line, "some lines of this entry begin with #~ and some do not")
        elif statement.kind == "msgstrs" and not group.first("msgid"):
            self._blame(group, "H209", statement.line, "msgstr has no msgid before it")
        elif _RANK[statement.kind] < _RANK[before.kind]:
            words = f"{_WORDS[statement.kind]} cannot stand after {_WORDS[before.kind]}"
            self._blame(group, "H209", statement.line, words)

    def _finish(self) -> Group:
        group, self._group = self._group, Group()
        while group.statements[-1].comment:
            self._group.statements.insert(0, group.statements.pop())
        for check in (self._check_whole, self._check_forms):
            if not group.faulty:
                check(group)
        return group

    def _check_whole(self, group: Group) -> None:
        previous = [statement.kind for statement in group.keywords if statement.kind.startswith("previous_")]
        if not group.first("msgid"):
            self._blame(group, "H209", group.line, f"{_WORDS[group.keywords[0].kind]} has no msgid after it")
        elif not group.first("msgstrs"):
            self._blame(group, "H209", group.line, "msgid has no msgstr after it")
        elif previous and "previous_msgid" not in previous:
            self._blame(group, "H209", group.keywords[0].line, f"{_WORDS[previous[0]]} stands without #| msgid")
        for kind in ORDER[:-1]:
            for extra in group.of(kind)[1:]:
                self._blame(group, "H209", extra.line, f"{_WORDS[kind]} stands twice in one entry")

    def _check_forms(self, group: Group) -> None:
        forms = group.of("msgstrs")
        indices = [form.index for form in forms]
        if group.first("msgid_plural") is None:
            if indices[0] is not None:
                self._blame(group, "H210", forms[0].line, "msgstr has a number, but the entry has no msgid_plural")
            elif len(forms) > 1:
                self._blame(group, "H209", forms[1].line, "a second msgstr stands here without a msgid of its own")
            return
        for wanted, form in enumerate(forms):
            if form.index != wanted:
                found = "msgstr" if form.index is None else f"msgstr[{form.index}]"
                self._blame(group, "H210", form.line, f"{found} stands where msgstr[{wanted}] should be")
                return

    def _blame(self, group: Group, code: str, line: int, message: str, hint: str | None = None) -> None:
        group.faulty = True
        self.faults.append(Fault(code, line, message, hint))


def entry_of(group: Group, path: str, raw: str) -> Entry:
    """The entry that a faultless group spells."""
    value = {kind: statement.value for kind in ORDER if (statement := group.first(kind))}
    return Entry(
        value["msgid"],
        group.values("msgstrs"),
        value.get("msgctxt"),
        value.get("msgid_plural"),
        flags_of(group.values("flags")),
        group.keywords[0].marked,
        value.get("previous_msgctxt"),
        value.get("previous_msgid"),
        value.get("previous_msgid_plural"),
        references_of(group.values("references")),
        group.values("extracted"),
        group.values("comments"),
        Place(path, group.line),
        raw,
    )
