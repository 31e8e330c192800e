"""The text of a bulletin as markup: escaped, in its paragraphs, every passage in its own language."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter

from i18n.assemble import filled
from i18n.content import printed
from i18n.locales import admits
from i18n.model import (
    Content,
    LocaleTag,
    LocalizedDocument,
    LocalizedSegment,
    LocalizedUnit,
    Only,
    Skeleton,
    UnitRef,
)
from i18n.problems import HabarError, problem
from i18n.publish.characters import forbidden
from i18n.publish.forms import Form

_language = attrgetter("locale")


def escape(text: str) -> str:
    """Text that may stand between tags and inside double quotes, in HTML and in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def refuse_forbidden(localized: LocalizedDocument) -> None:
    """Stops a bulletin that no page and no XML file can hold.

    :raises HabarError: H302, with the segment, its language and the character.
    """
    for segment in localized.segments():
        for part in (*segment.gap, *segment.content):
            if isinstance(part, str) and (character := forbidden(part)):
                unit = next(unit for unit in localized.document.units if unit.id == segment.id.partition(".")[0])
                message = f"{segment.id} in {segment.locale} holds the character {character}, which no page can hold"
                raise HabarError(problem("H302", unit.place, message))


def title(localized: LocalizedDocument) -> LocalizedUnit:
    """The title unit; every reader refuses a bulletin without one."""
    return next(unit for unit in localized.units if unit.role == "title")


def html_body(localized: LocalizedDocument, labels: Mapping[LocaleTag, Form]) -> str:
    """The text below the title. ``labels`` marks a passage in another language."""
    texts = {unit.id: html_unit(unit, localized.locale, labels) for unit in localized.units}
    return _filled(localized.document.body, texts, localized.locale)


def _filled(body: Skeleton, texts: Mapping[str, str], locale: LocaleTag) -> str:
    """The skeleton of a page with its holes filled; what is not meant for ``locale`` is left out."""
    parts = []
    for part in body:
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(part, UnitRef):
            parts.append(texts.get(part.unit, ""))
        elif isinstance(part, Only):
            parts.append(_filled(part.parts, texts, locale) if admits(part.locales, locale) else "")
        else:
            parts.append(filled(part, locale))
    return "".join(parts)


def html_unit(unit: LocalizedUnit, locale: LocaleTag, labels: Mapping[LocaleTag, Form]) -> str:
    """One unit's segments and what stands between them. Neighbours in one other language share a mark."""
    if all(segment.locale == locale for segment in unit.segments):  # nearly always
        return "".join([html(s.gap) + html(s.content) for s in unit.segments])
    parts = []
    for language, run in groupby(unit.segments, _language):
        first, *others = run
        passage = html(first.content) + "".join([html(s.gap) + html(s.content) for s in others])
        parts.append(html(first.gap))
        parts.append(passage if language == locale else labels[language].fill({"text": passage}))
    return "".join(parts)


def html(content: Content) -> str:
    """Content in HTML. A code's markup comes from the source's reader and is printed as it is."""
    if len(content) == 1 and isinstance(content[0], str):  # running text, nearly always
        return escape(content[0])
    return printed(content, escape, _page_markup) if content else ""


_page_markup = attrgetter("html")


def xml_body(localized: LocalizedDocument) -> str:
    """The units below the title and their segments, each with its id; ``xml:lang`` where one is in another language."""
    return "\n".join(
        f'<p id="{unit.id}"{_xml_role(unit)}>{_xml_segments(unit, localized.locale)}</p>'
        for unit in localized.units
        if unit.role not in ("title", "date")
    )


def _xml_role(unit: LocalizedUnit) -> str:
    return "" if unit.role == "paragraph" else f' role="{unit.role}"'


def xml(content: Content) -> str:
    """Content in XML. A code becomes an empty element: its two ends may stand in different segments."""
    if len(content) == 1 and isinstance(content[0], str):
        return escape(content[0])
    return "".join(
        [
            escape(part) if isinstance(part, str) else f'<code id="{part.id}" kind="{part.kind}" name="{part.name}"/>'
            for part in content
        ]
    )


def xml_language(segment: LocalizedSegment, locale: LocaleTag) -> str:
    """The attribute that a segment in another language needs, or nothing."""
    return "" if segment.locale == locale else f' xml:lang="{segment.locale}"'


def _xml_segments(unit: LocalizedUnit, locale: LocaleTag) -> str:
    return "".join([f'{xml(s.gap)}<s id="{s.id}"{xml_language(s, locale)}>{xml(s.content)}</s>' for s in unit.segments])
