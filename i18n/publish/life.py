"""What becomes of a bulletin after it was published: notices of corrections, earlier versions, what was withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Any

from i18n.publish.addresses import Files, page_file
from i18n.publish.alternates import Edition
from i18n.publish.frame import Version, frame, linker
from i18n.publish.inputs import Earlier, Leaf
from i18n.publish.press import Press


def notices(press: Press, edition: Edition) -> str:
    """What a page says of corrections, as HTML; nothing where there were none."""
    if not (edition.revised or edition.lag):
        return ""
    return press.templates.render(
        "life.html",
        edition.locale,
        edition=edition,
        link=linker(press.site, edition.address.count("/")),
        revised_line=_line(press, edition.revised, edition),
        lag_line=_line(press, edition.lag, edition),
    )


def withdrawn(press: Press, leaf: Leaf) -> Files:
    """What stands at the address of a withdrawn bulletin: its title and the reason, not for search engines."""
    edition = leaf.edition
    page = _withdrawn(press, edition, leaf.row, edition.address.count("/"))
    return {page_file(edition.address): page.encode()}


def earlier(press: Press, leaf: Earlier) -> Files:
    """The page of an earlier version, which names the current one as its canonical address."""
    edition = leaf.edition
    address = earlier_address(edition, leaf.version)
    depth = address.count("/")
    if edition.state == "withdrawn":
        return {page_file(address): _withdrawn(press, edition, leaf.row, depth).encode()}
    document = leaf.localized.document
    text = press.texts[edition.locale].page(leaf.localized, depth)
    values = _frame(press, edition, leaf.row, depth) | {
        "edition": edition,
        "title": leaf.title,
        "version": leaf.version,
        "text": text,
        "day": document.day,
        "day_line": _line(press, document.day, edition),
        "provisional": leaf.provisional,
        "machine": leaf.machine,
    }
    return {page_file(address): press.templates.render("earlier.html", edition.locale, **values).encode()}


def earlier_address(edition: Edition, version: int) -> str:
    """The folder of an earlier version: ``v1/`` below the bulletin's own address."""
    return f"{edition.address}v{version}/"


def _withdrawn(press: Press, edition: Edition, row: tuple[Edition, ...], depth: int) -> str:
    values = _frame(press, edition, row, depth) | {
        "edition": edition,
        "day_line": _line(press, edition.day, edition),
        "revised_line": _line(press, edition.revised, edition),
    }
    return press.templates.render("withdrawn.html", edition.locale, **values)


def _frame(press: Press, edition: Edition, row: tuple[Edition, ...], depth: int) -> dict[str, Any]:
    """What stands around a page that search engines shall not keep: it has no alternates."""
    versions = [Version(other.locale, other.address, other.state != "missing") for other in row]
    return frame(press.site, edition.locale, edition.address, depth, versions, None) | {"alternates": []}


def _line(press: Press, day: date | None, edition: Edition) -> str:
    return press.typesetter.date_line(day, edition.locale) if day else ""
