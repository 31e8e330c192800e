"""Reading rule and standoff files: only from one folder, only XML without tricks."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from i18n import files
from i18n.formats.its.wording import plainly
from i18n.model import Place
from i18n.problems import HabarError, problem

Loader = Callable[[str, str], bytes]
"""``load(href, base)``: the bytes of the file that ``href`` names from the file ``base``.

Raises ``HabarError`` where it refuses or cannot read. ``base`` is a place's path, with forward slashes.
"""

MAX_LINKED_BYTES = 4 * 1024 * 1024
"""More than any rules file."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_REFERENCE = re.compile(r"[&%](?!(?:amp|lt|gt|quot|apos);)[^#;\s]+;")
_LONGEST_EXPANSION = 10_000_000


def loader(folder: Path, root: Path | None = None) -> Loader:
    """A loader that reads files at or below ``folder`` and nothing else.

    Hosts, schemes, absolute paths, and paths or links that lead out of the folder are refused (H143).

    :param root: what ``base`` is relative to; the folder itself where it is not given.
    """
    inside, start = folder.resolve(), (root or folder).resolve()

    def load(href: str, base: str) -> bytes:
        name = file_of(href)
        shown = linked(base, name)
        refused = _refusal(name) or _outside(start, inside, shown)
        if refused:
            raise HabarError(problem("H143", Place(base), f"“{href}” {refused}"))
        data = files.read_bytes((start / shown).resolve(), shown)
        if len(data) > MAX_LINKED_BYTES:
            raise HabarError(problem("H143", Place(base), f"“{href}” is larger than {MAX_LINKED_BYTES} bytes"))
        return data

    return load


def file_of(href: str) -> str:
    """The path in an address, without its fragment, with its escapes undone."""
    return unquote(href.partition("#")[0].strip())


def linked(base: str, name: str) -> str:
    """The path of a file that is named from the file ``base``: ``its/a.xml`` and ``b.xml`` give ``its/b.xml``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), name))


def _refusal(name: str) -> str:
    if not name:
        return "names no file"
    if _SCHEME.match(name) or name.startswith(("//", "\\")):
        return "is on another host or of another kind than a file beside this one"
    if name.startswith("/") or "\\" in name:
        return "is not a path relative to this file"
    return "holds a character that no path has" if "\0" in name else ""


def _outside(start: Path, inside: Path, name: str) -> str:
    try:
        reached = (start / name).resolve()
    except (OSError, RuntimeError):  # a link to itself
        return "cannot be followed"
    return "" if reached.is_relative_to(inside) else "lies outside the folder that files may be read from"


def parse_xml(data: bytes, place: str, *, line: int = 0) -> etree._Element:
    """The root of an XML document, read without network, external DTD or expansion of entities.

    :param line: how many lines stand before ``data`` in the file.
    :raises HabarError: H141 with the line, for what is no XML or declares entities that refer to others.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        at = getattr(error, "lineno", None)
        raise HabarError(
            problem("H141", Place(place, line + at if at else None), f"this is not XML: {plainly(str(error))}")
        ) from error
    _refuse_growth(root, place)
    return root


def _refuse_growth(root: etree._Element, place: str) -> None:
    """Entities in entities, and long ones that are used often, grow without bound wherever text is asked for."""
    subset = root.getroottree().docinfo.internalDTD
    sizes = {}
    for entity in () if subset is None else subset.iterentities():
        sizes[entity.name] = len(entity.content or "")
        if _REFERENCE.search(entity.content or ""):
            message = f"the entity “{entity.name}” refers to another entity"
            raise HabarError(problem("H141", Place(place, 1), message, hint="write the text out"))
    used = Counter(entity.name for entity in root.iter(etree.Entity)) if sizes else {}
    for name, count in used.items():
        if sizes.get(name, 0) * count > _LONGEST_EXPANSION:
            message = f"the entity “{name}” is {sizes[name]} characters long and used {count} times"
            raise HabarError(problem("H141", Place(place, 1), message, hint="write the text out"))
