"""What was kept from a machine: put back on the way home. Pure.

The spaces around it are as the text wants them, whatever the machine made of them.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator, Sequence

from i18n import content
from i18n.machine.marks import BRACKETS, ELEMENT, NO_SPACE_BEFORE, NO_SPACE_BEHIND, OPAQUE, Mark, Sent, spelled
from i18n.model import Code, Content, LocaleTag

_SPACELESS = frozenset(("ja", "zh", "th", "lo", "km", "my"))


class MarksError(ValueError):
    """The marks of an answer are not those that were sent. The message says which, in a person's words."""


def restore(sent: Sent, answer: str, target: LocaleTag) -> Content:
    """An answer with everything in the place of its mark.

    :raises MarksError: a mark is missing, stands twice, or is new.
    """
    found = list(_found(sent, answer))
    _compare(sent, [index for index, _, _ in found])
    spaceless = target.partition("-")[0] in _SPACELESS
    parts: list[str | Code] = []
    end = 0
    for index, start, stop in found:
        parts += (_text(sent, answer[end:start]), sent.marks[index].part)
        end = stop
    parts.append(_text(sent, answer[end:]))
    kinds = [sent.marks[index] for index, _, _ in found]
    return content.merged(_spaced(parts, kinds, spaceless=spaceless))


def _found(sent: Sent, answer: str) -> Iterator[tuple[int, int, int]]:
    """Which mark stands where: its index, start and end. An unknown one has the index -1."""
    if sent.style == "brackets":
        for match in BRACKETS.finditer(answer):
            number = int(match[1])
            yield (number - 1 if 0 < number <= len(sent.marks) else -1), *match.span()
        return
    by_spelling = {tag: index for index, tag in enumerate(_tags(sent))}
    end = 0
    for match in ELEMENT.finditer(answer):
        if match.start() < end:
            continue
        closes, letter, digits, alone = match.groups()
        whole = OPAQUE.match(answer, match.start()) if letter == "k" else None
        end = whole.end() if whole else match.end()
        yield by_spelling.get(f"<{closes}{letter}{digits}{alone}>", -1), match.start(), end


def _tags(sent: Sent) -> Iterator[str]:
    """The tags by which the marks are known in an answer in XML, in their order."""
    first: dict[int, int] = {}
    for number, mark in enumerate(sent.marks, 1):
        if isinstance(mark.part, Code):
            yield spelled(mark, first.setdefault(mark.part.id, number), "xml")
        else:
            yield f"<k{number}>"


def _compare(sent: Sent, found: Sequence[int]) -> None:
    counted = Counter(found)
    for index, mark in enumerate(sent.marks):
        if counted[index] != 1:
            lost = "lost" if not counted[index] else "doubled"
            raise MarksError(f"it {lost} {_named(mark)}")
    if counted[-1]:
        raise MarksError("it invented a mark")


def _named(mark: Mark) -> str:
    if isinstance(mark.part, str):
        return f"“{mark.original}”"
    return f"the inline code {content.render((mark.part,))}"


def _text(sent: Sent, text: str) -> str:
    return html.unescape(text) if sent.style == "xml" else text


def _spaced(parts: Sequence[str | Code], marks: Sequence[Mark], *, spaceless: bool) -> Iterator[str | Code]:
    """The parts with spaces around what was put back as the source and the language want them.

    :param parts: text and what was put back, in turns; the first and the last are text.
    """
    for index in range(0, len(parts), 2):
        text = str(parts[index])
        before = marks[index // 2 - 1] if index else None
        behind = marks[index // 2] if index // 2 < len(marks) else None
        yield _trimmed(text, before, behind, spaceless=spaceless)
        if behind is not None:
            yield behind.part


def _trimmed(text: str, before: Mark | None, behind: Mark | None, *, spaceless: bool) -> str:
    """A text between two marks, without the spaces that came in with them."""
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    core = text.strip()
    if not core:
        inner = (before and before.kind == "open") or (behind and behind.kind == "close")
        wanted = before is not None and behind is not None and (before.space_behind or behind.space_before)
        return " " if start and wanted and not inner and not spaceless else ""
    if before is not None:
        glued = (before.kind == "open" and not before.space_behind) or core[0] in NO_SPACE_BEFORE or spaceless
        start = "" if glued else start
    if behind is not None:
        glued = (behind.kind == "close" and not behind.space_before) or core[-1] in NO_SPACE_BEHIND or spaceless
        end = "" if glued else end
    return f"{start}{core}{end}"
