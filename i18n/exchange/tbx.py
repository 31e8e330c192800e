"""TBX-Basic (ISO 30042:2008): glossaries for the tools of translators.

Written is the first edition, ``martif``, which every tool reads; read are both it and the second (2019), ``tbx``.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from i18n.exchange.xmlfile import Refusals, attribute, children, element, holds, local, root_of, spelled, tag
from i18n.glossary import KIND, NOTE, SOURCE, Concept, Glossary, Term
from i18n.locales import is_tag
from i18n.model import Place
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_STATUS = "administrativeStatus"
_PREFERRED, _ALLOWED, _FORBIDDEN = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
_BAD = ("deprecated", "superseded", "forbidden", "obsolete")
_XCS = "http://www.lisa.org/fileadmin/standards/tbx_basic/TBXBasicXCSV02.xcs"
_REFUSALS = Refusals(doctype=rb'<!DOCTYPE\s+(martif|tbx)(\s+(SYSTEM|PUBLIC\s+"[^"<>\[\]]*")\s+"[^"<>\[\]]*")?\s*>')
"""Tools name the DTD of the standard. It is not opened, and nothing may be declared beside it."""
_LONGEST = 1_000
"""Characters of a term."""


def write(glossary: Glossary) -> bytes:
    """A glossary in UTF-8. What has no place in TBX-Basic, columns but ``kind``, ``note`` and ``source``, is left out.

    Same glossary, same bytes.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', tag("martif", {"type": "TBX-Basic", "xml:lang": "en"})]
    source = element("fileDesc", {}, element("sourceDesc", {}, element("p", {}, "Glossary of official terms")))
    rules = element("encodingDesc", {}, element("p", {"type": "XCSURI"}, _XCS))
    lines += ["  " + element("martifHeader", {}, source + rules), "  <text>", "    <body>"]
    met: dict[str, int] = {}
    for concept in glossary.concepts:
        lines += [f"      {line}" for line in _entry(concept, glossary, met)]
    return "\n".join([*lines, "    </body>", "  </text>", "</martif>", ""]).encode("utf-8")


def _entry(concept: Concept, glossary: Glossary, met: dict[str, int]) -> Iterator[str]:
    sets = [line for locale in glossary.locales for line in _language(locale, concept.terms.get(locale))]
    if not sets:
        return
    yield tag("termEntry", {"id": _id(concept, met)})
    for name, kind, value in (("descrip", "subjectField", KIND), ("admin", "source", SOURCE), ("note", None, NOTE)):
        if (text := concept.about.get(value)) and holds(text):
            yield "  " + element(name, {"type": kind}, spelled(text))
    yield from (f"  {line}" for line in sets)
    yield "</termEntry>"


def _language(locale: str, term: Term | None) -> Iterator[str]:
    if not term:
        return
    preferred = (term.preferred,) if term.preferred else ()
    groups = ((_PREFERRED, preferred), (_ALLOWED, term.allowed), (_FORBIDDEN, term.forbidden))
    terms = [(form, status) for status, forms in groups for form in forms if holds(form)]
    if terms:
        yield tag("langSet", {"xml:lang": locale})
        for form, status in terms:
            note = element("termNote", {"type": _STATUS}, status)
            yield "  " + element("tig", {}, element("term", {}, spelled(form)) + note)
        yield "</langSet>"


def _id(concept: Concept, met: dict[str, int]) -> str:
    """The same for as long as the first term and the kind are."""
    first = next((term.preferred for term in concept.terms.values() if term.preferred), "")
    name = "c" + sha256(f"{concept.about.get(KIND, '')}\0{first}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    met[name] = met.get(name, 0) + 1
    return name if met[name] == 1 else f"{name}-{met[name]}"


# Reading ---------------------------------------------------------------------------------------


def read(data: bytes, path: str) -> Glossary:
    """The glossary in a TBX file. ``path`` is for the places.

    The first form of a language that is not forbidden is the preferred one, unless another says that it is. A language
    that CLDR does not know, and a term of more than 1,000 characters, are passed over.

    :raises HabarError: H260 to H262, each with its line.
    """
    root = root_of(data, path, _REFUSALS)
    if local(root) not in ("martif", "tbx"):
        message = f"the file begins with <{local(root)}>; a TBX file begins with <martif> or <tbx>"
        raise HabarError(problem("H262", Place(path, root.sourceline), message))
    entries = (entry for entry in root.iter() if local(entry) in ("termEntry", "conceptEntry"))
    concepts = [concept for concept in (_concept(entry, path) for entry in entries) if concept.terms]
    locales = dict.fromkeys(locale for concept in concepts for locale in concept.terms)
    named = {name for concept in concepts for name in concept.about}
    return Glossary((*locales, KIND, NOTE, *({SOURCE} & named)), tuple(concepts))


def _concept(entry: Any, path: str) -> Concept:
    terms = {}
    for part in entry:
        locale = (attribute(part, "lang") or "").replace("_", "-")
        if local(part) in ("langSet", "langSec") and is_tag(locale) and (term := _term(part)):
            terms[locale] = term
    kind = [_text(part) for part in children(entry, "descrip") if attribute(part, "type") == "subjectField"]
    sources = [_text(part) for part in children(entry, "admin") if attribute(part, "type") == "source"]
    notes = [_text(part) for part in children(entry, "note")]
    about = {KIND: kind[0] if kind else "", NOTE: "; ".join(notes), SOURCE: "; ".join(sources)}
    return Concept(terms, {name: text for name, text in about.items() if text}, Place(path, entry.sourceline))


def _term(language: Any) -> Term:
    preferred: list[str] = []
    allowed: list[str] = []
    forbidden: list[str] = []
    for group in language.iter():
        if local(group) not in ("tig", "termGrp", "termSec"):
            continue
        form = next((_text(part) for part in children(group, "term")), "")
        status = "".join(_text(note) for note in children(group, "termNote") if attribute(note, "type") == _STATUS)
        if form and len(form) <= _LONGEST:
            bad, good = status.startswith(_BAD), status.startswith("preferred")
            (forbidden if bad else preferred if good else allowed).append(form)
    wanted = [*preferred, *allowed]
    return Term(wanted[0] if wanted else None, tuple(wanted[1:]), tuple(forbidden))


def _text(part: Any) -> str:
    """The text without bars, which stand between forms in a glossary."""
    return " ".join("".join(part.itertext()).replace("|", "/").split()).lstrip("! ")
