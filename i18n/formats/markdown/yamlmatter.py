"""A front matter in YAML. Nothing is constructed of it: values stay the text that they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from i18n.formats.markdown.fields import Block, Field

if TYPE_CHECKING:
    from yaml.events import Event

_DEEPEST = 20
_KEYS = 3
"""So deep are the keys of the mapping that a front matter is: below the stream, the document and the mapping."""
_NULL = ("", "~", "null", "Null", "NULL")
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


def fields(block: Block) -> Iterator[Field]:
    """The fields of the mapping.

    :raises HabarError: H150, with the line: it is no mapping, it is damaged, too deep, or refers to itself.
    """
    import yaml

    try:
        events = list(_bounded(yaml.parse(block.inside, yaml.SafeLoader), block))
    except yaml.reader.ReaderError as error:
        line = block.inside.count("\n", 0, error.position)
        raise block.damaged(line, "a character that YAML does not allow") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise block.damaged(mark.line if mark else 0, "the front matter is not valid YAML") from error
    return _fields(events, block)


def _bounded(events: Iterator[Event], block: Block) -> Iterator[Event]:
    depth = 0
    for event in events:
        depth += _opens(event) - _closes(event)
        if _kind(event) == "AliasEvent":
            raise block.damaged(event.start_mark.line, "a reference (*) in the front matter: write the value out")
        if depth > _DEEPEST:
            raise block.damaged(event.start_mark.line, "the front matter is nested too deeply")
        yield event


def _kind(event: Event) -> str:
    return type(event).__name__


def _opens(event: Event) -> bool:
    return _kind(event).endswith("StartEvent")


def _closes(event: Event) -> bool:
    return _kind(event).endswith("EndEvent")


def _fields(events: list[Event], block: Block) -> Iterator[Field]:
    """The events are those of the stream, the document, the mapping, and then a key and a value in turn."""
    if _kind(events[1]) == "StreamEndEvent":
        return
    if _kind(events[2]) != "MappingStartEvent":
        raise block.damaged(events[2].start_mark.line, "the front matter is no list of keys with values")
    nodes = _nodes(events[_KEYS:])
    for first, last in nodes:
        value = next(nodes, None)
        if value is None:
            return
        key = first.value if first is last else "?"
        yield _field(key, *value, block)


def _nodes(events: list[Event]) -> Iterator[tuple[Any, Any]]:
    """The keys and values of the mapping in turn, each as its first event and its last."""
    depth, first = _KEYS, events[0]
    for event in events:
        if depth == _KEYS:
            first = event
        depth += _opens(event) - _closes(event)
        if depth < _KEYS:
            return
        if depth == _KEYS:
            yield first, event


def _field(key: str, first: Any, last: Any, block: Block) -> Field:
    start, end = block.start + first.start_mark.index, block.start + last.end_mark.index
    end = start + len(block.text.plain[start:end].rstrip())
    if first is not last or first.tag not in _TEXT_TAGS:
        return Field(key, None, start, end)
    missing = first.style is None and first.value in _NULL
    return Field(key, None if missing else first.value.strip(" \t\n"), start, end)
