"""A bulletin in one language as XML, for other programs: ``<address>/bulletin.xml``."""

from __future__ import annotations

from collections.abc import Mapping

from i18n.model import Document, Published
from i18n.publish import text
from i18n.publish.addresses import XML, Files, absolute, link
from i18n.publish.alternates import Site
from i18n.publish.forms import Form
from i18n.publish.inputs import Leaf
from i18n.publish.press import Press
from i18n.publish.shape import Shape

_SLOTS = (
    "path", "bulletin", "revision", "record_date", "display_date", "display_line", "title", "title_lang", "body",
    "files",
)  # fmt: skip


def xml(press: Press, leaf: Leaf) -> Files:
    """The XML file."""
    shape = leaf.shape
    form = press.form(("bulletin.xml", shape), lambda: _form(press, shape))
    localized = leaf.localized
    heading = text.title(localized).segments[0]
    filled = form.fill(
        {
            **leaf.values,
            "title_lang": text.xml_language(heading, localized.locale),
            "body": text.xml_body(localized, leaf.escaped, leaf.spots),
            "files": _files(press.site, localized.document, shape.depth),
        }
    )
    return {leaf.address + XML: filled.encode()}


def _files(site: Site, document: Document, depth: int) -> str:
    """The images and attachments that readers get, a line each. What is said of them stands in the text, by its id."""
    lines = []
    for picture in document.pictures:
        if file := picture.file:
            sides = {"width": str(file.width), "height": str(file.height)}
            said = {"alt": picture.alt, "caption": picture.caption, "credit": picture.credit}
            lines.append(_element("picture", _facts(site, file, depth) | sides | said))
    for attachment in document.attachments:
        if file := attachment.file:
            said = {"title": attachment.title, "xml:lang": attachment.locale}
            lines.append(_element("attachment", _facts(site, file, depth) | said))
    return "".join(lines)


def _facts(site: Site, file: Published, depth: int) -> dict[str, str]:
    return {"href": _reference(site, file.address, depth), "type": file.type, "size": str(file.size)}


def _element(name: str, facts: Mapping[str, str]) -> str:
    said = [f' {key}="{text.escape(value)}"' for key, value in facts.items() if value]
    return f"<{name}{''.join(said)}/>\n"


def _form(press: Press, shape: Shape) -> Form:
    others = [version for version in shape.versions(press.site) if version.published and version.locale != shape.locale]
    return press.templates.form(
        "bulletin.xml",
        shape.locale,
        _SLOTS,
        versions=[
            {"locale": version.locale, "href": _reference(press.site, version.address + XML, shape.depth)}
            for version in others
        ],
        source=shape.source,
        status=shape.status,
        machine=shape.machine,
        recorded=shape.recorded,
        displayed=shape.displayed,
    )


def _reference(site: Site, address: str, depth: int) -> str:
    return absolute(address, site.base_url) if site.base_url else link(address, depth, site.base_url)
