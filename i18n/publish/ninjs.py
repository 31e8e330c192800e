"""A bulletin in one language for programs that read JSON: IPTC ninjs 3.1, ``<address>/ninjs.json``."""

from __future__ import annotations

from typing import Any

from i18n.publish import origins, pictures
from i18n.publish.addresses import FRONT, NEWSML, NINJS, Files, absolute
from i18n.publish.blocks import HTML, blocks
from i18n.publish.forms import Form, slot
from i18n.publish.inputs import Leaf
from i18n.publish.jsonld import json_text, printed
from i18n.publish.newsitem import Shape, folder, is_item, name, notes, relatives, shape_of, values_of
from i18n.publish.press import Press

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"


def ninjs(press: Press, leaf: Leaf) -> Files:
    """The news item. None without an address or a day, as with NewsML-G2."""
    if not is_item(press.site, leaf):
        return {}
    edition, shape = leaf.edition, shape_of(leaf)
    texts = {
        "title": edition.title,
        "summary": edition.summary,
        "note": "\n".join([note.text for note in notes(press, edition)]),
        "body": blocks(leaf.localized, leaf.escaped, leaf.spots, HTML) if shape.usable else "",
        **{f"title {other.locale}": other.title for other in leaf.row},
    }
    has = tuple([name for name in ("summary", "note", "body") if texts[name]])
    form = press.form(("ninjs.json", shape, has), lambda: Form(printed(_item(press, shape, has)) + "\n"))
    values = {name: json_text(text) for name, text in texts.items()}
    values |= pictures.values(edition.images, press.site.base_url or "", json_text)
    return {leaf.address + NINJS: form.fill({**values_of(press.site, leaf), **values}).encode()}


def _item(press: Press, shape: Shape, has: tuple[str, ...]) -> dict[str, Any]:
    site, base_url = press.site, press.site.base_url or ""
    publisher, _ = site.publisher_in(shape.locale)
    item: dict[str, Any] = {
        "uri": name(site, shape.locale),
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "representationType": "full",
        "version": slot("version"),
        "firstCreated": slot("published"),
        "versionCreated": slot("modified"),
        "pubStatus": "usable" if shape.usable else "canceled",
        "language": shape.locale,
        "headlines": [{"role": "main", "value": slot("title")}],
        "altIds": [{"role": "bulletin", "value": slot("bulletin")}],
        "infoSources": [{"name": publisher, "role": "provider", "uri": absolute(FRONT, base_url)}],
    }
    if not publisher:
        del item["infoSources"][0]["name"]
    if shape.machine:
        item["digitalSourceType"] = {"name": origins.TERM, "uri": origins.SCHEME + origins.TERM}
    if "note" in has:
        item["edNote"] = slot("note")
    if "summary" in has:
        item["descriptions"] = [{"role": "summary", "contentType": "text/plain", "value": slot("summary")}]
    if "body" in has:
        item["bodies"] = [{"role": "main", "contentType": "text/html", "value": slot("body")}]
    if shape.usable:
        item["renditions"] = _renditions(shape, base_url)
    if associations := [*_associations(press, shape), *map(_picture, pictures.shown(shape.images))]:
        item["associations"] = associations
    return item


def _renditions(shape: Shape, base_url: str) -> list[dict[str, str]]:
    own = absolute(folder(shape.locale), base_url)
    return [
        {"name": "web", "href": own, "contentType": "text/html"},
        {"name": "newsml-g2", "href": own + NEWSML, "contentType": "application/vnd.iptc.g2.newsitem+xml"},
    ]


def _picture(image: dict[str, str]) -> dict[str, Any]:
    """An image, named by its address: other bytes have another one."""
    file = {
        "name": "original",
        "href": image["href"],
        "contentType": image["type"],
        "width": image["width"],
        "height": image["height"],
        "sizeInBytes": image["size"],
    }
    item: dict[str, Any] = {"name": image.get("alt", image["href"]), "uri": image["href"], "type": "picture"}
    if "credit" in image:
        item["by"] = image["credit"]
    if locale := image.get("caption_locale"):
        item["language"] = locale
    if "caption" in image:
        item["descriptions"] = [{"role": "caption", "contentType": "text/plain", "value": image["caption"]}]
    return item | {"renditions": [file]}


def _associations(press: Press, shape: Shape) -> list[dict[str, Any]]:
    base_url = press.site.base_url or ""
    return [
        {
            "name": slot(f"title {other.locale}"),
            "rel": other.relation,
            "uri": other.name,
            "type": "text",
            "representationType": "partial",
            "language": other.locale,
            "renditions": [
                {"name": "ninjs", "href": absolute(other.folder + NINJS, base_url), "contentType": "application/json"}
            ],
        }
        for other in relatives(press.site, shape)
    ]
