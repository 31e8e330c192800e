"""Earlier versions of corrected bulletins: kept in ``sources/.versions/<id>/<number>/``, and read back for their pages.

Of each version there is the source as it was, the settings that it is read by (``<id>.toml``), and a PO file for every
language in which it went out. Where the source was cut stands beside it (``_sentences.tsv``): no change of the rules
for sentences can reach it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from i18n import assemble, catalogs, config, content, files, formats, ids, segment
from i18n.config import BulletinSettings, Project
from i18n.model import Catalog, Document, Entry, LocaleTag, LocalizedDocument, Place
from i18n.problems import HabarError, Problem, problem
from i18n.publish import refuse_forbidden
from i18n.workflow import headers, media
from i18n.workflow.bulletins import SourceFile, read_document, source_of
from i18n.workflow.reading import collecting

FOLDER = "sources/.versions"
_MEDIA = "files"
"""In the folder of a version: the images and attachments as they were."""
_SENTENCES = "_sentences.tsv"
"""In the folder of a version: a line for each text of several sentences, its id and where they begin and end in it."""
_APPROVED = "X-Approved"
"""The header field that says whether a reviewer had approved the whole text when it was published."""
_MACHINE = "X-Machine"
"""The header field of a text that was in part word for word a machine's when it was published."""


class Ready(NamedTuple):
    """A bulletin in one language, as it goes out."""

    localized: LocalizedDocument
    approved: bool
    """Whether a reviewer approved every translation in it; never where a segment is not translated."""
    version: int = 1
    machine: bool = False
    """Whether a text in it is word for word a machine's, and no reviewer approved it."""


def tell(found: Ready) -> str:
    """The same for versions that read alike, however they are cut."""
    texts = (content.fold(content.plain(assemble.text_of(unit))) for unit in found.localized.units)
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


Past = Mapping[LocaleTag, tuple[Ready, ...]]
"""By language, the versions in which a bulletin went out, the first one first."""


def past(project: Project, document: Document, before: int, problems: list[Problem]) -> Past:
    """The versions of a bulletin that are kept, under its id or one that it had before.

    :param before: only versions with a lower number.
    :param problems: what is wrong with a file of one is added here, and the version left out in that language.
    """
    found: dict[LocaleTag, tuple[Ready, ...]] = {}
    for number, folder in sorted(_kept(project, (document.id, *document.aliases)).items()):
        if number < before:
            with collecting(problems):
                earlier = _document(project, document.id, folder)
                for locale in _languages(project, folder):
                    with collecting(problems):
                        found[locale] = (*found.get(locale, ()), _read(project, earlier, folder, locale))
    return found


def _kept(project: Project, names: tuple[str, ...]) -> dict[int, str]:
    """The folders of the versions that are kept under some ids, by number; of two, that of the first id.

    :raises HabarError: H501, a folder cannot be read.
    """
    return {
        int(number): f"{FOLDER}/{name}/{number}"
        for name in reversed(names)
        for number in files.folders(project.root / FOLDER / name)
        if number.isdecimal()
    }


def _languages(project: Project, folder: str) -> Iterator[LocaleTag]:
    there = set(files.names(project.root / folder))
    return (locale for locale in project.locales if f"{locale}.po" in there)


def _read(project: Project, document: Document, folder: str, locale: LocaleTag) -> Ready:
    """An earlier version in one language, as it was published.

    :raises HabarError: with every fault of its PO file.
    """
    name = f"{folder}/{locale}.po"
    catalog = catalogs.parse(files.read_bytes(project.root / name, name), name, id=document.id, locale=locale)
    cut = segment.cut_at(document, _places(project, folder))
    localized = assemble.localize(document, cut, catalog.translations(), locale)
    refuse_forbidden(localized)
    approved, machine = (catalogs.header_fields(catalog).get(label) == "yes" for label in (_APPROVED, _MACHINE))
    return Ready(localized, approved, int(folder.rpartition("/")[2]), machine)


def _places(project: Project, folder: str) -> segment.Places:
    """Where a version was cut; nowhere where nothing says it.

    :raises HabarError: H360, it cannot be read.
    """
    name = f"{folder}/{_SENTENCES}"
    data = files.read_if_there(project.root / name, name) or b""
    try:
        lines = [line.split("\t") for line in data.decode().splitlines()]
        return {
            unit: [(int(start), int(end)) for start, end in zip(*[iter(ends)] * 2, strict=True)]
            for unit, *ends in lines
        }
    except ValueError as error:
        raise HabarError(problem("H360", Place(name), "it does not say where the text was cut")) from error


def _lines(places: segment.Places) -> bytes:
    return "".join(
        "\t".join([unit, *(str(end) for pair in ends for end in pair)]) + "\n" for unit, ends in places.items()
    ).encode()


def keep(
    project: Project, file: SourceFile, number: int, ready: Mapping[LocaleTag, Ready], cut: segment.Cut
) -> list[str]:
    """Keeps what is published as a version of its own. Returns the files that were written.

    :param file: the source as it was published.
    :param cut: where it was cut.
    :param ready: what was published, by language.
    :raises HabarError: H502, a file cannot be written.
    """
    folder = f"{FOLDER}/{file.id}/{number}"
    suffix = file.name.rpartition(".")[2]
    settings = config.of_bulletin(project, file.id)
    source = f"{folder}/{file.id}.{suffix}"
    places = segment.places(cut)
    made = {
        source: files.read_bytes(project.root / file.name, file.name),
        f"{folder}/{file.id}.toml": _settings(settings, f"{folder}/{file.id}.toml"),
    }
    made[f"{folder}/{_SENTENCES}"] = _lines(places)
    as_it_is = read_document(project, file)
    made |= {f"{folder}/{_MEDIA}/{name}": data for name, data in media.kept(project, as_it_is)}
    for name, data in made.items():
        files.write(project.root, name, data)
    document = _document(project, file.id, folder)
    for locale in set(_languages(project, folder)) - ready.keys():  # of a run that was interrupted
        files.remove(project.root, f"{folder}/{locale}.po")
    for locale, found in ready.items():
        made[f"{folder}/{locale}.po"] = catalogs.render(_catalog(document, segment.cut_at(document, places), found))
        files.write(project.root, f"{folder}/{locale}.po", made[f"{folder}/{locale}.po"])
    return list(made)


def _settings(settings: BulletinSettings, name: str) -> bytes:
    """The settings by which an earlier version is read."""
    lines = [f'locale = "{settings.locale}"', 'units = "paragraph"']
    lines += ["accept-changes = true"] if settings.accept_changes else []
    data = "".join(f"{line}\n" for line in lines).encode()
    for image in settings.images:
        values = {"file": image.file, "alt": image.alt, "caption": image.caption, "credit": image.credit}
        data = config.with_table(data, name, "[[image]]", _given(values))
    for each in settings.attachments:
        values = {"file": each.file, "title": each.title, "language": each.language or ""}
        data = config.with_table(data, name, "[[attachment]]", _given(values))
    return data


def _given(values: Mapping[str, str]) -> dict[str, config.Value]:
    return {key: value for key, value in values.items() if value}


def _document(project: Project, bulletin: str, folder: str) -> Document:
    """The source of an earlier version, in whole paragraphs."""
    kept_as, number = folder.split("/")[-2:]
    names = [name for name in files.names(project.root / folder) if _is_source(name, kept_as)]
    if len(names) != 1:
        raise HabarError(problem("H360", Place(folder), f"version {number} needs one source file, not {len(names)}"))
    file = SourceFile(bulletin, f"{folder}/{names[0]}")
    settings = config.of_bulletin(project, f"{folder.removeprefix('sources/')}/{kept_as}")
    data = files.read_bytes(project.root / file.name, file.name)
    read = formats.read(source_of(project, file, data, replace(settings, mode="paragraph")))
    return media.refurnished(project, media.described(read, settings), f"{folder}/{_MEDIA}")


def _is_source(name: str, bulletin: str) -> bool:
    return ids.of_file(name) == bulletin and not name.endswith(".toml")


def _catalog(document: Document, cut: segment.Cut, found: Ready) -> Catalog:
    """What was published in a language. A segment that was not translated is left out."""
    localized = found.localized
    said = {_APPROVED: "yes" if found.approved else "no"} | ({_MACHINE: "yes"} if found.machine else {})
    header = headers.of_catalog(document, localized.locale, said)
    return Catalog(document.id, localized.locale, Place(""), header, tuple(_entries(cut, localized)))


def _entries(cut: segment.Cut, localized: LocalizedDocument) -> Iterator[Entry]:
    texts = {piece.id: piece for unit in localized.units for piece in unit.segments}
    source, known = localized.document.locale, set()
    for piece in (piece for _, pieces in cut for piece in pieces):
        own = texts.get(piece.id)
        if own is None or own.locale != localized.locale or piece.key in known:
            continue
        known.add(piece.key)
        text = content.render_as(own.content, piece.content)
        same = localized.locale == source and content.fold(text) == piece.key[1]
        yield Entry(piece.key[1], (piece.key[1] if same else text,), piece.key[0])
