"""What the translation memory has, as a person reads it, or as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click

from i18n.cli.show import as_json, count, safe
from i18n.memory import Match, Memory, Segment, Spot
from i18n.worddiff import word_diff


def matches(text: str, found: Sequence[Match], style: str) -> None:
    """Each match with its likeness, where it is from, and what is different in its source."""
    if style == "json":
        as_json([{"percent": match.percent, "text": match.text, **_plain(match.segment)} for match in found])
        return
    for match in found:
        segment = match.segment
        click.echo(f"{match.percent:>3} %  {_origin(segment)}")
        _line(segment.source_locale, _different(segment.source, text))
        _line(segment.target_locale, safe(match.text))
    click.echo(_sum(len(found)))


def spots(found: Sequence[Spot], style: str) -> None:
    """Each sentence with the words marked, and its translation."""
    if style == "json":
        as_json([{"spans": spot.spans, **_plain(spot.segment)} for spot in found])
        return
    for segment, spans in found:
        click.echo(f"       {_origin(segment)}")
        _line(segment.source_locale, _marked(segment.source, spans))
        _line(segment.target_locale, safe(segment.target))
    click.echo(_sum(len(found)))


def counts(memory: Memory, style: str) -> None:
    """How much there is of each pair."""
    found = memory.counts()
    if style == "json":
        as_json({"origins": memory.origins(), "pairs": [
            {"from": one.pair.source, "to": one.pair.target, "segments": one.segments, "texts": one.texts,
             "approved": one.approved} for one in found
        ]})  # fmt: skip
        return
    for one in found:
        name = f"{one.pair.source} -> {one.pair.target}"
        click.echo(f"  {name:<12} {count(one.segments, 'translation')}, {count(one.texts, 'different text')}, "
                   f"{one.approved} approved")  # fmt: skip
    files = sum(name.lower().endswith(".tmx") for name in memory.origins())
    click.echo(f"from {count(len(memory.origins()) - files, 'bulletin')} and {count(files, 'TMX file')}")


def _plain(segment: Segment) -> dict[str, Any]:
    return {
        "source": segment.source,
        "target": segment.target,
        "from": segment.source_locale,
        "to": segment.target_locale,
        "kind": segment.kind,
        "origin": segment.bulletin,
        "day": segment.day.isoformat() if segment.day else None,
        "state": segment.state,
        "context": segment.context,
    }


def _origin(segment: Segment) -> str:
    facts = (segment.bulletin, segment.day.isoformat() if segment.day else None, segment.context, segment.state)
    return safe(", ".join(fact for fact in facts if fact))


def _line(locale: str, text: str) -> None:
    click.echo(f"   {locale:>4}  {text}")


def _different(found: str, asked: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    colors = {"same": None, "removed": "red", "added": "green"}
    return "".join(
        click.style(marks[piece.kind].format(safe(piece.text)), fg=colors[piece.kind])
        for piece in word_diff(found, asked)
    )


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, end = [], 0
    for start, stop in spans:
        parts += [safe(text[end:start]), click.style(f"[{safe(text[start:stop])}]", bold=True)]
        end = stop
    return "".join((*parts, safe(text[end:])))


def _sum(number: int) -> str:
    return f"{count(number, 'translation')} found"
