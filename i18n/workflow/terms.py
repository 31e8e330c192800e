"""The project's glossary: how it is read, what it takes in, and what goes out (``habar glossary``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from i18n import files, glossary
from i18n.config import Project
from i18n.encoding import Codes, decode
from i18n.glossary import Glossary
from i18n.locales import is_tag
from i18n.model import LocaleTag, Place
from i18n.problems import HabarError, Problem, problem
from i18n.termbase import Termbase

NAME = "locales/glossary.csv"
_IN_ITSELF = ("H282", "H285")
"""Rows without a term, and columns in no known language."""
_CODES = Codes(empty="H279", not_utf8="H279", nul="H279")


@dataclass(slots=True)
class Joined:
    """What an import did to the glossary."""

    added: int = 0
    """Concepts."""
    filled: int = 0
    """Concepts that got a form, a kind or a note that they did not have."""
    problems: list[Problem] = field(default_factory=list)


def load(data: bytes, path: str) -> tuple[Glossary, list[Problem]]:
    """What can be read of a CSV file, and H279 for each row that cannot.

    :raises HabarError: H279, the file is no glossary at all.
    """
    return glossary.load(_text(data, path), path)


def of(project: Project, problems: list[Problem]) -> Glossary:
    """The project's glossary. The rows that cannot be read are left out, and told.

    :raises HabarError: H501, there is none; H279, the file is no glossary at all.
    """
    found, wrong = load(files.read_bytes(project.root / NAME, NAME), NAME)
    problems += wrong
    return found


def base(project: Project, problems: list[Problem]) -> Termbase | None:
    """The same, made ready to be looked up; None where the project has no glossary.

    :raises HabarError: H279, the file is no glossary at all.
    """
    data = files.read_if_there(project.root / NAME, NAME)
    if not data or not data.strip():
        return None
    found, wrong = load(data, NAME)
    problems += wrong
    return Termbase(found)


def receive(project: Project, other: Glossary, shown: str, *, dry: bool = False) -> Joined:
    """Adds to the project's glossary what another one has besides. Nothing in it is changed or removed.

    :param shown: what the other one is called in messages.
    :param dry: write nothing.
    :raises HabarError: the project's glossary cannot be read, be it one row of it, or written.
    """
    was = files.read_if_there(project.root / NAME, NAME)
    own = glossary.parse(_text(was, NAME), NAME) if was and was.strip() else Glossary(other.columns, ())
    whole, differences = glossary.joined(own, other)
    done = Joined(
        added=len(whole.concepts) - len(own.concepts),
        filled=sum(new is not old for new, old in zip(whole.concepts, own.concepts, strict=False)),
        problems=[*(_difference(found, shown) for found in differences), *_faults(other, whole, shown)],
    )
    if (done.added or done.filled) and not dry:
        _write(project, glossary.render(whole), was)
    return done


def _faults(other: Glossary, whole: Glossary, shown: str) -> list[Problem]:
    """What of another glossary says nothing, and where the concepts that it added say otherwise than ours."""
    own = [one for one in glossary.faults(other, shown) if one.code in _IN_ITSELF]
    against = [one for one in glossary.faults(whole, NAME) if one.place.path == shown and one.severity == "error"]
    return [*own, *(one for one in against if one.code not in _IN_ITSELF)]


def of_languages(known: Glossary, wanted: Sequence[LocaleTag]) -> Glossary:
    """The part of a glossary that is in some languages; all of it where none is named.

    Columns that are no language stay, so that what comes back is the same concept.
    """
    if not wanted:
        return known
    columns = tuple(name for name in known.columns if name in wanted or not is_tag(name))
    parts = (
        replace(one, terms={tag: term for tag, term in one.terms.items() if tag in wanted}) for one in known.concepts
    )
    return Glossary(columns, tuple(part for part in parts if part.terms))


def _text(data: bytes, path: str) -> str:
    """In UTF-8; or in UTF-16, as the “Unicode text” of a spreadsheet."""
    return decode(data, path, _CODES, wide=True).text.replace("\r\n", "\n")


def _difference(found: glossary.Difference, shown: str) -> Problem:
    place = Place(shown, found.concept.place.line)
    return problem("H280", place, f"“{found.other}” ({found.locale}) is “{found.own}” in {NAME}, which stays")


def _write(project: Project, text: str, was: bytes | None) -> None:
    old = decode(was, NAME, _CODES, wide=True) if was and was.strip() else None
    bom, crlf = bool(old and old.bom), bool(old and "\r\n" in old.text)
    data = (text.replace("\n", "\r\n") if crlf else text).encode("utf-8-sig" if bom else "utf-8")
    try:
        files.write(project.root, NAME, data, was=was)
    except files.StaleError as error:
        raise HabarError(problem("H502", Place(NAME), "another program wrote to the file; run it again")) from error
