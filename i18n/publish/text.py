"""The text of a bulletin as XML: escaped, every segment in its own language; and what no output can hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from i18n.model import Code, Content, LocaleTag, LocalizedDocument, LocalizedSegment, LocalizedUnit, Role
from i18n.problems import HabarError, problem
from i18n.publish import codes
from i18n.publish.characters import forbidden
from i18n.publish.outline import Spot

_BORDER = "\1"
"""No page can hold it (see ``characters``), so no text has it."""


def escape(text: str) -> str:
    """Text that may stand between tags and inside double quotes, in HTML and in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def refuse_forbidden(localized: LocalizedDocument) -> None:
    """Stops a bulletin that no page and no XML file can hold.

    :raises HabarError: H302, with the segment, its language and the character.
    """
    running = localized.running
    if len(running) == len(localized.units) and not forbidden("".join(running.values())):  # nearly always
        return
    for segment in localized.segments():
        for part in (*segment.gap, *segment.content):
            if isinstance(part, str) and (character := forbidden(part)):
                unit = next(unit for unit in localized.document.units if unit.id == segment.id.partition(".")[0])
                message = f"{segment.id} in {segment.locale} holds the character {character}, which no page can hold"
                raise HabarError(problem("H302", unit.place, message))


def together(texts: Mapping[str, str], work: Callable[[str], str]) -> dict[str, str]:
    """What ``work`` makes of each text. It sees them all at once, which takes less time, with a border between them."""
    return dict(zip(texts, work(_BORDER.join(texts.values())).split(_BORDER), strict=True)) if texts else {}


def title(localized: LocalizedDocument) -> LocalizedUnit:
    """The title unit; every reader refuses a bulletin without one."""
    return next(unit for unit in localized.units if unit.role == "title")


def xml_body(localized: LocalizedDocument, escaped: Mapping[str, str], spots: Mapping[str, Spot]) -> str:
    """The units below the title and their segments, each with its id; ``xml:lang`` where one is in another language.

    :param escaped: the texts of units that are nothing but text, see ``LocalizedDocument.running``.
    :param spots: where units stand, see ``outline``.
    """
    return "\n".join(
        [
            f'<p id="{unit.id}"{_xml_role(unit, spots)}>{_xml_segments(unit, localized.locale, escaped)}</p>'
            for unit in localized.units
            if unit.role not in ("title", "date")
        ]
    )


def _xml_role(unit: LocalizedUnit, spots: Mapping[str, Spot]) -> str:
    role = unit.role
    if role == "paragraph":
        return ""
    return f' role="{role}"{_xml_spot(role, spots[unit.id]) if unit.id in spots else ""}'


def _xml_spot(role: Role, spot: Spot) -> str:
    """The level of a heading, the number of an item or a note, the place of a cell."""
    if role == "heading":
        return f' level="{spot.level}"'
    if role in ("item", "note") and spot.ordered and not spot.later:
        return f' number="{spot.number}"'
    return f' row="{spot.row}" column="{spot.column}"' if role == "cell" and spot.row else ""


def xml(content: Content) -> str:
    """Content in XML. A code becomes an empty element: its two ends may stand in different segments."""
    if len(content) == 1 and isinstance(content[0], str):
        return escape(content[0])
    return "".join(
        [
            escape(part)
            if isinstance(part, str)
            else f'<code id="{part.id}" kind="{part.kind}" name="{part.name}"{_xml_facts(part)}/>'
            for part in content
        ]
    )


def _xml_facts(code: Code) -> str:
    """Where a link leads, the language of a passage, and what stands on the page in the place of the code."""
    if code.kind == "close":
        return ""
    facts = (
        ("href", codes.href(code)),
        ("xml:lang", codes.language(code)),
        ("shows", codes.note(code) or escape(code.shows)),
    )
    return "".join([f' {name}="{value}"' for name, value in facts if value])


def xml_language(segment: LocalizedSegment, locale: LocaleTag) -> str:
    """The attribute that a segment in another language needs, or nothing."""
    return "" if segment.locale == locale else f' xml:lang="{segment.locale}"'


def _xml_segments(unit: LocalizedUnit, locale: LocaleTag, escaped: Mapping[str, str]) -> str:
    if len(unit.segments) == 1 and unit.id in escaped and not unit.segments[0].gap:  # nearly always
        return f'<s id="{unit.segments[0].id}">{escaped[unit.id]}</s>'
    parts: list[str] = []
    for segment in unit.segments:
        id, language, gap, content = segment
        if gap:
            parts.append(xml(gap))
        named = "" if language == locale else xml_language(segment, locale)
        parts.append(f'<s id="{id}"{named}>{xml(content)}</s>')
    return "".join(parts)
