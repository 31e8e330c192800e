"""The header of a catalog: the entry with the empty msgid, whose msgstr holds one ``Name: value`` a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from i18n.model import Catalog, Entry


def new_header(title_comment: tuple[str, ...], fields: Mapping[str, str]) -> Entry:
    """A header entry with these comment lines and these fields, in the order given."""
    lines = (f"{name}: {_one_line(value)}\n" for name, value in fields.items())
    return Entry("", ("".join(lines),), comments=title_comment)


def header_fields(catalog: Catalog) -> dict[str, str]:
    """The header's fields by name, in the order of the file. Where one stands twice, the first counts."""
    found: dict[str, str] = {}
    for line in catalog.header.msgstr.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip(), value.strip())
    return found


def with_header_field(catalog: Catalog, name: str, value: str) -> Catalog:
    """The catalog with one header field set: in its place where there is one, else at the end.

    Names are compared without regard to case, as gettext does. Everything else in the header stays.
    """
    lines = catalog.header.msgstr.split("\n")
    names = [line.partition(":")[0].strip().lower() if ":" in line else "" for line in lines]
    line = f"{name}: {_one_line(value)}"
    if name.lower() in names:
        lines[names.index(name.lower())] = line
    else:
        lines = [*(lines if lines[-1] else lines[:-1]), line, ""]
    return replace(catalog, header=catalog.header._replace(msgstrs=("\n".join(lines),)))


def _one_line(value: str) -> str:
    return " ".join(value.split())
