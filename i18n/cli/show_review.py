"""The state of the work, changes and approvals, as a person reads them or as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from i18n.cli.show import as_json, count, plain, safe, shortened
from i18n.worddiff import word_diff

if TYPE_CHECKING:
    from i18n.release import Withheld
    from i18n.stats import Progress
    from i18n.workflow.approve import ApproveReport
    from i18n.workflow.changes import Change, ChangesReport
    from i18n.workflow.log import Line, LogReport
    from i18n.workflow.status import Row, StatusReport, Turn

_WIDTH = 80
_STATES = ("untranslated", "needs_editing", "waiting_for_review", "approved")
_HEAD = (
    " untranslated     needs     waiting  approved  waits for",
    "                editing  for review",
)
_WIDTHS = (13, 10, 12, 10)
_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_COLORS = {"same": None, "removed": "red", "added": "green"}
_TURNS = {None: "green", "reviewer": "yellow", "translator": "red"}
_VOID = {
    "edited": "void, because the text was edited since",
    "gone": "void, because the source has this text no more",
    "needs editing": "void, because the text needs editing",
}


# How far it is ---------------------------------------------------------------------------------


def status(report: StatusReport, style: str) -> None:
    """The table of bulletins and languages."""
    if style == "json":
        as_json({"bulletins": [_row(row) for row in report.rows], "problems": list(map(plain, report.problems))})
    elif report.rows:
        click.echo("\n".join(_table(report.rows)))
    elif not report.problems:
        click.echo("There are no bulletins in sources/ yet.")


def _table(rows: list[Row]) -> Iterator[str]:
    first = max(len(locale) for locale in rows[0].progress) + 3
    yield from (" " * first + line for line in _HEAD)
    for row in rows:
        yield row.bulletin
        for locale, progress in row.progress.items():
            yield _line(f"  {locale}{'*' if locale == row.source else ''}".ljust(first), progress, row.turns[locale])
        yield from (_held(held) for held in row.withheld if not _is_plain(held, row))
    yield "* the language it was written in"


def _line(label: str, progress: Progress | None, turn: Turn | None) -> str:
    if progress is None:
        return click.style(f"{label} unreadable", fg="red")
    cells = [str(getattr(progress, name).units).rjust(width) for name, width in zip(_STATES, _WIDTHS, strict=True)]
    line = label + "".join(cells)
    who = f"  {_who(turn, _WIDTH - len(line) - 2)}" if turn else ""
    return click.style(line + who, fg=_TURNS[turn.role if turn else None])


def _who(turn: Turn, room: int) -> str:
    """For whom a bulletin waits, in so many columns: a Chinese or Japanese character takes two."""
    from rich.cells import cell_len, set_cell_size

    words = f", {count(turn.words, 'word')}"
    name, room = turn.name or turn.role, max(room - len(words), 2)
    return (name if cell_len(name) <= room else f"{set_cell_size(name, room - 1).rstrip()}…") + words


def _is_plain(held: Withheld, row: Row) -> bool:
    """Whether the table shows already what is missing: a translator has not finished yet."""
    turn = row.turns.get(held.locale)
    return held.why == "gate" and turn is not None and turn.role == "translator"


def _held(held: Withheld) -> str:
    return f"    not built{f' in {held.locale}' if held.locale else ''}: {held.message}"


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.bulletin,
        "source": row.source,
        "languages": {locale: _numbers(progress, row.turns[locale]) for locale, progress in row.progress.items()},
        "withheld": [
            {"language": held.locale or None, "why": held.why, "message": held.message} for held in row.withheld
        ],
    }


def _numbers(progress: Progress | None, turn: Turn | None) -> dict[str, Any] | None:
    if progress is None:
        return None
    counts = {name: asdict(getattr(progress, name)) for name in (*_STATES, "total")}
    return counts | {"waits_for": asdict(turn) if turn else None}


# What changed ----------------------------------------------------------------------------------


def changes(report: ChangesReport, style: str) -> None:
    """Each change with its place, the words that differ, and the translation; and a sum."""
    if style == "json":
        as_json({"changes": list(map(_change, report.changes)), "problems": list(map(plain, report.problems))})
        return
    for change in report.changes:
        click.echo(f"{safe(str(change.place))}: {_why(change)}")
        click.echo(f"    {change.source}  {_marked(change.old, change.new)}")
        if change.locale != change.source:
            click.echo(f"    {change.locale}  {safe(change.translation) or '(not translated)'}")
    click.echo(count(len(report.changes), "change"))


def _why(change: Change) -> str:
    if change.what == "source":
        return "needs editing, because the source changed"
    where = f" in {change.corrected}" if change.locale != change.source else ""
    return f"the published text was corrected{where}"


def _marked(old: str, new: str) -> str:
    return "".join(
        click.style(_MARKS[piece.kind].format(safe(piece.text)), fg=_COLORS[piece.kind])
        for piece in word_diff(old, new)
    )


def _change(change: Change) -> dict[str, Any]:
    return {
        "id": change.bulletin,
        "language": change.locale,
        "file": change.place.path,
        "line": change.place.line,
        "what": change.what,
        "old": change.old,
        "new": change.new,
        "diff": [{"kind": piece.kind, "text": piece.text} for piece in word_diff(change.old, change.new)],
        "translation": change.translation,
    }


# Approvals -------------------------------------------------------------------------------------


def approved(report: ApproveReport) -> None:
    """A line for each catalog with new approvals, and a sum."""
    for done in report.approved:
        if done.entries:
            click.echo(f"  {done.bulletin}  {done.locale}  {done.entries} approved")
    total = sum(done.entries for done in report.approved)
    click.echo(f"{count(total, 'translation')} approved")


def log(report: LogReport, style: str) -> None:
    """Each approval with the place and the beginning of its text, and a sum."""
    if style == "json":
        as_json({"approvals": list(map(_approval, report.lines)), "problems": list(map(plain, report.problems))})
        return
    for line in report.lines:
        found = line.record.approval
        state = _VOID[line.record.void] if line.record.void else "approved"
        color = "yellow" if line.record.void else "green"
        who = f"{found.day.isoformat()} {safe(found.name)}"
        click.echo(f"{safe(str(line.record.entry.place))}: {who}: {click.style(state, fg=color)}")
        click.echo(f"    {safe(shortened(line.record.entry.msgid))}")
    void = sum(line.record.void is not None for line in report.lines)
    click.echo(f"{count(len(report.lines), 'approval')}, {void} of them void")


def _approval(line: Line) -> dict[str, Any]:
    record = line.record
    place = record.entry.place
    return {
        "id": line.bulletin,
        "language": line.locale,
        "reviewer": record.approval.name,
        "day": record.approval.day.isoformat(),
        "void": record.void,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "msgctxt": record.entry.msgctxt,
        "msgid": record.entry.msgid,
        "translation": record.entry.msgstr,
    }
