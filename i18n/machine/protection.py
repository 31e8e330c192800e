"""What a machine must not touch: marked on the way out, put back on the way home. Pure.

Inline codes, addresses, reference numbers, placeholders, and on request terms of the glossary are sent as marks:
``[X1X]`` where a service knows plain text alone, elements where it knows XML. Marks stand between spaces on the way
out, so that they do not stick to words; on the way home the spaces are as the text wants them.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from i18n import addresses, content
from i18n.machine.service import Marks
from i18n.model import Code, Content, LocaleTag

MOST = 99
"""Marks of one text: a machine gets none with more."""
VERSION = 1
"""Goes up when the same text would be sent in another way."""

Kind = Literal["open", "close", "alone", "text"]

# A machine may write a mark in other brackets, other digits, or letters that look like X, with spaces inside.
_BRACKETS = re.compile(r"[\[［【〔]\s?[XxХхＸｘ]\s?(\d{1,3})\s?[XxХхＸｘ]\s?[\]］】〕]")
_ELEMENT = re.compile(r"<(/?)([ck])(\d{1,3})\s?(/?)>")
_OPAQUE = re.compile(r"<k(\d{1,3})>[^<>]*</k\1>")
_ANY_MARK = {"brackets": _BRACKETS, "xml": _ELEMENT}
# A/RES/77/28, COVID-19, S00120126FR: capital letters and digits together, with a sign between or without.
_REFERENCE = re.compile(
    r"(?<![\w/-])(?=[A-Z/.-]{0,40}\d)(?=[\d/.-]{0,40}[A-Z])[A-Z0-9]{1,20}(?:[/.-][A-Z0-9]{1,20}){1,6}(?![\w/-])"
    r"|(?<![\w-])[A-Z]{1,6}\d[A-Z0-9]{2,20}(?![\w-])"
)
_PLACEHOLDER = re.compile(
    r"\{\{\s?[\w.]{1,40}\s?\}\}|\$?\{[\w.]{0,40}\}|%\([\w.]{1,40}\)[sdif]|(?<![\d\w%])%(?:\d\$)?[sd](?!\w)"
)
_PHONE = re.compile(r"(?<![\w+])\+\d{1,3}[\s\u00a0(-]{1,2}\d[\d\s\u00a0()-]{5,18}\d(?!\w)")
_SENTENCE_SIGNS = ".,;:!?)»”\"'。、）」"
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}»”’。、，．）」』】%")
_NO_SPACE_BEHIND = frozenset("([{«“‘（「『【")
_SPACELESS = frozenset(("ja", "zh", "th", "lo", "km", "my"))


class Replaced(NamedTuple):
    """A stretch of the source's text that stands for something else in the translation."""

    start: int
    """In the text without codes."""
    end: int
    text: str
    """What stands there in the translation."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a mark stands for."""

    kind: Kind
    part: str | Code
    """What is put back."""
    original: str = ""
    """What stands there in the source, where that is text."""
    space_before: bool = False
    """Whether the source has a space there."""
    space_behind: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A text as it is given to a service."""

    text: str
    marks: tuple[Mark, ...]
    """The first is number 1."""
    style: Marks

    @property
    def worth_asking(self) -> bool:
        """Whether there is a word to translate besides what is marked."""
        rest = _OPAQUE.sub("", self.text) if self.style == "xml" else self.text
        return any(map(str.isalpha, _ANY_MARK[self.style].sub("", rest)))


class MarksError(ValueError):
    """The marks of an answer are not those that were sent. The message says which, in a person's words."""


def protect(source: Content, style: Marks, terms: Sequence[Replaced] = ()) -> Sent:
    """The text with marks in the place of all that a machine must not touch.

    :param terms: of the glossary, to be put into the translation as they are.
    """
    marks: list[Mark] = []
    parts: list[str] = []
    numbers: dict[int, int] = {}
    for piece in _pieces(source, terms):
        if isinstance(piece, str):
            parts.append(html.escape(piece, quote=False) if style == "xml" else piece)
            continue
        marks.append(piece)
        first = numbers.setdefault(piece.part.id, len(marks)) if isinstance(piece.part, Code) else len(marks)
        parts.append(_spelled(piece, first if style == "xml" else len(marks), style))
    return Sent(_joined(parts, style), tuple(marks), style)


def _pieces(source: Content, terms: Sequence[Replaced]) -> Iterator[str | Mark]:
    """Text that is sent as it is, and what is not, in order."""
    whole = content.plain(source)
    spans = list(_spans(whole, terms))
    at = 0
    for index, part in enumerate(source):
        if isinstance(part, Code):
            yield Mark(part.kind, part, "", _ends_in_space(source, index), _begins_with_space(source, index))
            continue
        end = at
        for start, stop, text in spans:
            if at <= start and stop <= at + len(part):
                yield whole[end:start]
                around = whole[start - 1 : start].isspace(), whole[stop : stop + 1].isspace()
                yield Mark("text", text, whole[start:stop], *around)
                end = stop
        yield whole[end : at + len(part)]
        at += len(part)


def _spans(text: str, terms: Sequence[Replaced]) -> Iterator[Replaced]:
    """What is marked in a text, in order and without overlaps; addresses count more than terms."""
    found = [
        Replaced(at, at + len(one.rstrip(_SENTENCE_SIGNS)), one.rstrip(_SENTENCE_SIGNS))
        for one, at in addresses.find(text)
    ]
    for pattern in (_BRACKETS, _ELEMENT, _PLACEHOLDER, _PHONE, _REFERENCE):
        found += [Replaced(*match.span(), match[0]) for match in pattern.finditer(text)]
    end = 0
    kept = list(_apart(sorted(found, key=lambda one: (one.start, -one.end))))
    kept += [term for term in terms if not any(one.start < term.end and term.start < one.end for one in kept)]
    for one in sorted(kept):
        if one.start >= end and one.end > one.start:
            yield one
            end = one.end


def _apart(found: Iterable[Replaced]) -> Iterator[Replaced]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _ends_in_space(source: Content, index: int) -> bool:
    before = source[index - 1] if index else ""
    return isinstance(before, str) and before[-1:].isspace()


def _begins_with_space(source: Content, index: int) -> bool:
    behind = source[index + 1] if index + 1 < len(source) else ""
    return isinstance(behind, str) and behind[:1].isspace()


def _spelled(mark: Mark, number: int, style: Marks) -> str:
    if style == "brackets":
        return f"[X{number}X]"
    if mark.kind == "text":
        return f"<k{number}>{html.escape(str(mark.part), quote=False)}</k{number}>"
    return {"open": f"<c{number}>", "close": f"</c{number}>", "alone": f"<c{number}/>"}[mark.kind]


def _joined(parts: Iterable[str], style: Marks) -> str:
    """The parts as one text. Marks in brackets stand between spaces."""
    if style == "xml":
        return "".join(parts)
    whole: list[str] = []
    last, was_mark = " ", False
    for part in filter(None, parts):
        is_mark = bool(_BRACKETS.fullmatch(part))
        open_before, closed_behind = last in _NO_SPACE_BEHIND, part[0] in _NO_SPACE_BEFORE
        glued = not last.isspace() and not part[0].isspace() and (is_mark or was_mark)
        if glued and not (is_mark and open_before) and not closed_behind:
            whole.append(" ")
        whole.append(part)
        last, was_mark = part[-1], is_mark
    return "".join(whole)


# On the way home -------------------------------------------------------------------------------


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
        for match in _BRACKETS.finditer(answer):
            number = int(match[1])
            yield (number - 1 if 0 < number <= len(sent.marks) else -1), *match.span()
        return
    by_spelling = {tag: index for index, tag in enumerate(_tags(sent))}
    end = 0
    for match in _ELEMENT.finditer(answer):
        if match.start() < end:
            continue
        closes, letter, digits, alone = match.groups()
        whole = _OPAQUE.match(answer, match.start()) if letter == "k" else None
        end = whole.end() if whole else match.end()
        yield by_spelling.get(f"<{closes}{letter}{digits}{alone}>", -1), match.start(), end


def _tags(sent: Sent) -> Iterator[str]:
    """The tags by which the marks are known in an answer in XML, in their order."""
    first: dict[int, int] = {}
    for number, mark in enumerate(sent.marks, 1):
        if isinstance(mark.part, Code):
            yield _spelled(mark, first.setdefault(mark.part.id, number), "xml")
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
        glued = (before.kind == "open" and not before.space_behind) or core[0] in _NO_SPACE_BEFORE or spaceless
        start = "" if glued else start
    if behind is not None:
        glued = (behind.kind == "close" and not behind.space_before) or core[-1] in _NO_SPACE_BEHIND or spaceless
        end = "" if glued else end
    return f"{start}{core}{end}"
