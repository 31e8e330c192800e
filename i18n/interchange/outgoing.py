"""From a catalog to what travels."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from i18n import approval, content
from i18n.interchange.units import State, TransFile, TransUnit
from i18n.model import Catalog, Content, Document, Entry, Key


def unit_id(key: Key) -> str:
    """A catalog's key as the id of a unit: as long in every tool, and the same for as long as the text is."""
    context, msgid = key
    glued = msgid if context is None else f"{context}\4{msgid}"
    return sha256(glued.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest(text: str, state: State | None = None) -> str:
    """Twelve hexadecimal digits by which a text, or a translation with its state, is known again."""
    whole = text if state is None else f"{state}\0{text}"
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def numbered(source: Content) -> Content:
    """A source text with its codes numbered from 1 in the order in which they begin.

    In the document a code's number depends on the text before it; what travels must not.
    """
    numbers: dict[int, int] = {}
    return tuple(
        part if isinstance(part, str) else part._replace(id=numbers.setdefault(part.id, len(numbers) + 1))
        for part in source
    )


def spelled(returned: Content, source: Content) -> tuple[str, int]:
    """A translation as it stands in a catalog, and how many codes were left out because the source has none such."""
    spelling = {(code.id, code.kind): tag for tag, code in content.tags(source).items()}
    parts = [part if isinstance(part, str) else spelling.get((part.id, part.kind)) for part in returned]
    return "".join(part for part in parts if part is not None), parts.count(None)


def as_sent(text: Content) -> str:
    """A text with each code as the file itself names it: what its msgid was, if the file is honest."""
    ends = {"open": ("<", ">"), "close": ("</", ">"), "alone": ("<", "/>")}
    return "".join(
        part if isinstance(part, str) else part.name.join(ends[part.kind]) if part.name else "" for part in text
    )


def trans_file(document: Document, catalog: Catalog, contents: Mapping[Key, Content]) -> TransFile:
    """The living entries of a bulletin's catalog, in its order.

    :param contents: what stands behind each key in the document; a text that it lacks has no codes.
    """
    units = [
        _unit(entry, contents.get(entry.key, (entry.msgid,)))
        for entry in catalog.entries
        if not entry.obsolete and entry.msgid_plural is None
    ]
    return TransFile(document.place.path, document.locale, catalog.locale, tuple(units))


def is_approval(line: str) -> bool:
    """Whether a comment is, or begins, an approval. None travels: a reviewer approves in the catalog."""
    return " ".join(line.split()).startswith(approval.MARK.rstrip())


def said(entry: Entry) -> tuple[str, State]:
    """The translation of an entry and its state. A blank one is none."""
    text = entry.msgstr if entry.msgstr.strip() else ""
    return text, "untranslated" if not text else "fuzzy" if entry.fuzzy else "translated"


def _unit(entry: Entry, written: Content) -> TransUnit:
    source = numbered(content.parse(entry.msgid, written))
    text, its_state = said(entry)
    return TransUnit(
        id=unit_id(entry.key),
        source=source,
        target=content.parse(text, source),
        state=its_state,
        approved=bool(approval.counting(entry)),
        context=entry.msgctxt,
        source_digest=digest(entry.msgid),
        target_digest=digest(text, its_state),
        name=entry.references[0].rpartition(":")[2] if entry.references else "",
        notes=entry.extracted,
        comments=tuple(line for line in entry.comments if not is_approval(line)),
        previous=entry.previous_msgid if entry.fuzzy else None,
        preserve=content.fold(entry.msgid) != entry.msgid,
    )
