"""``habar file``: one file in, one template or one translated file out, without a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from i18n import assemble, catalogs, content, extract, files, formats, locales, segment
from i18n.model import Catalog, Code, Content, Document, Entry, Key, LeftOut, LocaleTag, Place, UnitMode
from i18n.problems import HabarError, Problem, problem
from i18n.workflow import destination, headers
from i18n.workflow.guard import refuse_loss
from i18n.workflow.reading import collecting, linked, remarks

__all__ = [
    "Compiled", "Extracted", "Reading", "check_output", "collecting", "compiled", "extracted", "is_folder",
    "translated", "translated_name", "writing",
]  # fmt: skip

SOURCE_LANGUAGE, UNITS, CHANGES = "X-Source-Language", "X-Source-Units", "X-Source-Changes"
"""Header fields of a template: how its file was read. ``compile`` reads it in the same way."""
_ACCEPTED = "accepted"
_NO_PAGE_NEEDED = frozenset(("H102", "H103"))
"""What only a bulletin must have: a title, and text below it."""


_MERGE = "run habar file extract again and merge the new template into the catalog, such as with msgmerge"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read."""

    locale: LocaleTag
    mode: UnitMode
    rules: Sequence[Path] = ()
    """Files with ITS rules."""
    accept_changes: bool = False
    """Whether tracked changes of a Word file count as accepted."""


@dataclass(slots=True)
class Extracted:
    """What was found in a file."""

    template: bytes
    units: int
    entries: int
    left_out: tuple[LeftOut, ...]
    resources: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Compiled:
    """A file in another language."""

    data: bytes
    locale: LocaleTag
    percent: int
    problems: list[Problem] = field(default_factory=list)


def extracted(file: Path, reading: Reading) -> Extracted:
    """The template of one file.

    :raises HabarError: with every reason why the file cannot be read.
    """
    document = _document(file, reading)
    entries = extract.entries(document, segment.cut(document))
    said = {SOURCE_LANGUAGE: reading.locale, UNITS: reading.mode}
    header = headers.of_catalog(document, None, said | ({CHANGES: _ACCEPTED} if reading.accept_changes else {}))
    template = catalogs.render(Catalog(document.id, "", Place(""), header, entries))
    return Extracted(
        template, len(document.units), len(entries), document.left_out, document.resources, _problems(document)
    )


def compiled(file: Path, catalog: Path, to: LocaleTag | None, rules: Sequence[Path] = ()) -> Compiled:
    """One file with the finished translations of a catalog.

    :param to: the language; None for that of the catalog's header.
    :raises HabarError: with every reason why one of the two cannot be read, or no language is named.
    """
    shown = catalog.as_posix()
    parsed = catalogs.parse(files.read_bytes(catalog, shown), shown, id=file.stem, locale=to or "")
    known = catalogs.header_fields(parsed)
    locale = to or known.get("Language", "").replace("_", "-")
    if not locales.is_tag(locale):
        raise HabarError(
            problem("H513", Place(shown, 1), "neither the command nor the catalog's header names a language")
        )
    written = known.get("Language", "").replace("_", "-")
    if written and _language(written) != _language(locale):
        raise HabarError(problem("H537", Place(shown, 1), f"the catalog's header says {written}, the command {locale}"))
    document = _document(file, _as_read(known, rules))
    cut = segment.cut(document)
    damaged = _damaged(document, cut, parsed)
    finished = parsed.translations()
    for key in damaged:
        del finished[key]
    localized = assemble.localize(document, cut, finished, locale)
    wanted = {piece.key for unit, pieces in segment.admitted(cut, locale) for piece in pieces}
    found = [*_problems(document), *headers.lag(parsed, wanted, document, _MERGE)]
    found += [one for problems in damaged.values() for one in problems]
    return Compiled(formats.write(localized), locale, assemble.percent_translated(localized), found)


def _damaged(document: Document, cut: segment.Cut, catalog: Catalog) -> dict[Key, list[Problem]]:
    """What is wrong with the inline codes of translations. Such a text stays as it is in the source."""
    marked = [entry for entry in catalog.entries if ("<" in entry.msgid or "<" in entry.msgstr) and entry.translated]
    if not marked:
        return {}
    sources = {piece.key: piece.content for _, pieces in cut for piece in pieces}
    found = {
        entry.key: _wrong_codes(document, sources[entry.key], entry, catalog)
        for entry in marked
        if entry.key in sources
    }
    return {key: problems for key, problems in found.items() if problems}


def _wrong_codes(document: Document, source: Content, entry: Entry, catalog: Catalog) -> list[Problem]:
    target = content.parse(entry.msgstr, source)
    if _is_as_its_source(target, source):  # nearly always
        return []
    from i18n import checks  # all of them

    place = entry.place or catalog.place
    pair = checks.Pair(source, target, document.locale, catalog.locale, msgid=entry.msgid, place=place)
    return checks.check_codes(pair)


def _is_as_its_source(target: Content, source: Content) -> bool:
    """Whether a text has the codes of its source in their order, and no sign that one begins with."""
    mine, wanted = ([part for part in text if isinstance(part, Code)] for text in (target, source))
    text = content.plain(target)
    return mine == wanted and not any(sign in text for sign in "<＜&")


def translated(job: tuple[Path, Path, Path], to: LocaleTag | None, rules: Sequence[Path] = ()) -> Compiled:
    """The file, the one that is to be written, and the catalog: as ``compiled``, if the one may be written to."""
    file, target, catalog = job
    check_output(file, target)
    return compiled(file, catalog, to, rules)


@contextmanager
def writing(output: str, inputs: Iterable[Path] = ()) -> Iterator[Callable[[Path, bytes], object]]:
    """What writes files: each whole or not at all, those of a folder together at the end.

    It raises H536 for a file that a person made: nothing is written over it.

    :param output: a folder, or one file.
    :param inputs: what the files are made from.
    """
    whole, made_from = Path(output).resolve(), cache(lambda: frozenset([path.resolve() for path in inputs]))
    if not is_folder(output):
        refuse_loss(Path(output), made_from)
        with destination.named(output):
            yield lambda _path, data: files.write(whole.parent, whole.name, data)
        return
    with destination.named(output), files.Batch(whole) as batch:

        def put(path: Path, data: bytes) -> None:
            refuse_loss(whole / path.name, made_from)
            batch.write(path.name, data)

        yield put


def translated_name(source: Path) -> str:
    """The name of a file's translation in a folder of its own."""
    return formats.written_name(source.name)


def check_output(source: Path, target: Path) -> None:
    """Whether the translation of a file may have a name.

    :raises HabarError: H162 for the name of a format that is only read.
    """
    suffix = Path(formats.written_name(source.name)).suffix
    if target.suffix.lower() == source.suffix.lower() != suffix:
        message = f"habar reads {source.suffix} and does not write it: {source.name} becomes a page"
        hint = f"name it {target.with_suffix(suffix).name}"
        raise HabarError(problem("H162", Place(target.as_posix()), message, hint=hint))


def is_folder(output: str) -> bool:
    """Whether files are to be written into it: it is a folder, or its name ends as one."""
    return output.endswith("/") or Path(output).is_dir()


def _language(tag: str) -> str:
    return tag.lower().partition("-")[0]


def _as_read(known: dict[str, str], rules: Sequence[Path]) -> Reading:
    """How the file was read when the template was made."""
    locale = known.get(SOURCE_LANGUAGE, "")
    return Reading(
        locale=locale if locales.is_tag(locale) else "en",
        mode="sentence" if known.get(UNITS) == "sentence" else "paragraph",
        rules=rules,
        accept_changes=known.get(CHANGES) == _ACCEPTED,
    )


def _document(file: Path, reading: Reading) -> Document:
    shown = file.as_posix()
    source = formats.Source(
        id=file.stem,
        path=shown,
        data=files.read_bytes(file, shown),
        locale=reading.locale,
        mode=reading.mode,
        rules=tuple(
            formats.RuleFile(rule.as_posix(), files.read_bytes(rule, rule.as_posix())) for rule in reading.rules
        ),
        load=lambda href, base: linked(_folder(file), Path())(href, base),
        accept_changes=reading.accept_changes,
        page=False,
        event=False,
    )
    return formats.read(source)


def _folder(file: Path) -> Path:
    """Linked rules are read from here or below: the working folder where the file lies in it, else the file's own."""
    here = Path().resolve()
    return here if file.resolve().is_relative_to(here) else file.resolve().parent


def _problems(document: Document) -> list[Problem]:
    return [found for found in remarks(document) if found.code not in _NO_PAGE_NEEDED]
