"""``habar export tbx`` and ``habar import tbx``: the project's glossary and those of other tools."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

from i18n import files, glossary
from i18n.config import Project
from i18n.encoding import Codes, decode
from i18n.glossary import Concept, Glossary, Term
from i18n.model import LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.termbase import Termbase

NAME = "locales/glossary.csv"
_CODES = Codes(empty="H279", not_utf8="H279", nul="H279")


@dataclass(slots=True)
class Joined:
    """What an import did to the glossary."""

    added: int = 0
    """Concepts."""
    filled: int = 0
    """Concepts that got a form, a kind or a note that they did not have."""
    problems: list[Problem] = field(default_factory=list)


def read(data: bytes, path: str) -> Glossary:
    """A glossary in the bytes of a CSV file.

    :raises HabarError: H279 with every line that cannot be read.
    """
    return glossary.parse(decode(data, path, _CODES).text.replace("\r\n", "\n"), path)


def of(project: Project) -> Glossary:
    """The project's glossary.

    :raises HabarError: H279 with every line that cannot be read, H501 where there is none.
    """
    return read(files.read_bytes(project.root / NAME, NAME), NAME)


def base(project: Project) -> Termbase | None:
    """The project's glossary made ready to be looked up; None where it has none.

    :raises HabarError: H279 with every line that cannot be read.
    """
    data = files.read_if_there(project.root / NAME, NAME)
    return Termbase(read(data, NAME)) if data and data.strip() else None


def receive(project: Project, other: Glossary, shown: str, *, dry: bool = False) -> Joined:
    """Adds to the project's glossary what another one has besides. Nothing in it is changed or removed.

    :param shown: what the other one is called in messages.
    :param dry: write nothing.
    :raises HabarError: the project's glossary cannot be read or written.
    """
    was = files.read_if_there(project.root / NAME, NAME)
    own = read(was, NAME) if was and was.strip() else Glossary(other.columns, ())
    whole, differences = glossary.joined(own, other)
    done = Joined(
        added=len(whole.concepts) - len(own.concepts),
        filled=sum(new is not old for new, old in zip(whole.concepts, own.concepts, strict=False)),
        problems=[_difference(found, shown) for found in differences],
    )
    if (done.added or done.filled) and not dry:
        _write(project, glossary.render(whole), was)
    return done


def pairs(known: Glossary, source: LocaleTag, target: LocaleTag) -> bytes:
    """The terms of two languages as CAT tools read them: source, target and comment, without headings, in CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for concept in known.concepts:
        ours, theirs = (concept.terms.get(locale, Term()) for locale in (source, target))
        for one in filter(None, (ours.preferred, *ours.allowed)):
            for other in filter(None, (theirs.preferred, *theirs.allowed)):
                writer.writerow((one, other, _comment(concept, theirs)))
    return text.getvalue().encode("utf-8")


def _comment(concept: Concept, target: Term) -> str:
    never = f"not: {', '.join(target.forbidden)}" if target.forbidden else ""
    return "; ".join(filter(None, (concept.about.get(glossary.KIND), concept.about.get(glossary.NOTE), never)))


def _difference(found: glossary.Difference, shown: str) -> Problem:
    place = Place(shown, found.concept.place.line)
    return problem("H280", place, f"“{found.other}” ({found.locale}) is “{found.own}” in {NAME}, which stays")


def _write(project: Project, text: str, was: bytes | None) -> None:
    bom, crlf = (was or b"").startswith(b"\xef\xbb\xbf"), b"\r\n" in (was or b"")
    data = (text.replace("\n", "\r\n") if crlf else text).encode("utf-8-sig" if bom else "utf-8")
    try:
        files.write(project.root, NAME, data, was=was)
    except files.StaleError as error:
        raise HabarError(problem("H502", Place(NAME), "another program wrote to the file; run it again")) from error
