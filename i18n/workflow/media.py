"""Images and attachments of bulletins: what the settings say of them, and the files in the folder ``sources/<id>/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from i18n import files
from i18n.config import BulletinSettings, Project
from i18n.model import Attachment, Document, Picture, Place, Published, Remark, Role, Unit
from i18n.problems import HabarError, Problem, problem
from i18n.workflow import mediafiles

_TELLING = "H394"
"""What an attachment tells beside its text."""


def described(document: Document, settings: BulletinSettings) -> Document:
    """The document with the images and attachments of its settings. The words for them become units."""
    if not settings.images and not settings.attachments:  # nearly always
        return document
    units: list[Unit] = []

    def unit(id: str, place: Place, role: Role, text: str) -> str:
        if text:
            units.append(Unit(id, place, role, (text,)))
        return id if text else ""

    pictures = [
        Picture(
            image.place,
            image.file,
            unit(f"image{number}-alt", image.place, "label", image.alt),
            unit(f"image{number}-caption", image.place, "caption", image.caption),
            image.credit,
            in_text=False,
        )
        for number, image in enumerate(settings.images, start=1)
    ]
    attachments = [
        Attachment(each.place, each.file, unit(f"file{number}-title", each.place, "label", each.title), language)
        for number, each in enumerate(settings.attachments, start=1)
        if (language := each.language or document.locale)
    ]
    return replace(
        document,
        units=(*document.units, *units),
        pictures=(*document.pictures, *pictures),
        attachments=tuple(attachments),
    )


def furnished(project: Project, document: Document) -> Document:
    """The document with its files found. What is elsewhere on the web is not shown, and a remark says so.

    :raises HabarError: H330 to H334 and H337, for every file that cannot be published.
    """
    if not document.pictures and not document.attachments:  # nearly always
        return document
    problems: list[Problem] = []
    remarks: list[Remark] = []
    pictures = [_picture(project, document, each, problems, remarks) for each in document.pictures]
    attachments = [
        replace(each, file=_found(project, document, each, problems, image=False)) for each in document.attachments
    ]
    if problems:
        raise HabarError(*problems)
    remarks += _telling(project, attachments)
    return replace(
        document,
        pictures=tuple(pictures),
        attachments=tuple(attachments),
        remarks=(*document.remarks, *remarks),
    )


def refurnished(project: Project, document: Document, folder: str) -> Document:
    """An earlier version of a document with the files that were kept of it. What was not kept is not shown."""

    def found(each: Picture | Attachment) -> Published | None:
        with suppress(HabarError):
            image = isinstance(each, Picture)
            return mediafiles.published(project, document.id, each.name, each.place, image=image, folder=folder)
        return None

    return replace(
        document,
        pictures=tuple([replace(each, file=found(each)) for each in document.pictures]),
        attachments=tuple([replace(each, file=found(each)) for each in document.attachments]),
    )


def told(document: Document) -> list[Problem]:
    """What has to be known when the attachments of a document go out: H394."""
    return [problem(each.code, each.place, each.message) for each in document.remarks if each.code == _TELLING]


def _telling(project: Project, attachments: Iterable[Attachment]) -> Iterator[Remark]:
    """What readers may find in attachments beside their texts. That the publisher made them is no secret."""
    from i18n.formats.traces import traces  # with lxml behind it: only for bulletins with attachments

    for path in dict.fromkeys(each.file.path for each in attachments if each.file):
        found = traces(files.read_bytes(project.root / path, path), path)
        names = [name for name in found.authors if name not in project.publisher.values()]
        told = [f"names {' and '.join(names)} as its author"] if names else []
        kinds = [kind for kind, there in (("comments", found.comments), ("tracked changes", found.changes)) if there]
        told += [f"holds {' and '.join(kinds)}"] if kinds else []
        if told:
            yield Remark(_TELLING, Place(path), f"readers can find out more than is meant: it {' and '.join(told)}")


def _picture(
    project: Project, document: Document, picture: Picture, problems: list[Problem], remarks: list[Remark]
) -> Picture:
    if picture.in_text and mediafiles.is_elsewhere(picture.name):
        message = f"the image {_short(picture.name)} is not in the folder sources/{document.id}/: no page shows it"
        remarks.append(Remark("H335", picture.place, message))
        return picture
    if not picture.alt:
        message = f"the image {_short(picture.name)} has no text for those who cannot see it"
        problems.append(problem("H330", picture.place, message))
    return replace(picture, file=_found(project, document, picture, problems, image=True))


def _found(
    project: Project, document: Document, wanted: Picture | Attachment, problems: list[Problem], *, image: bool
) -> Published | None:
    try:
        return mediafiles.published(project, document.id, wanted.name, wanted.place, image=image)
    except HabarError as error:
        problems += error.problems
        return None


def contents(project: Project, documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
    """The files of documents that were furnished, by their addresses, each once.

    :raises HabarError: a file cannot be read any more, or is another one by now.
    """
    known = {each.file.address: each.file for document in documents for each in _all(document) if each.file}
    for address, file in known.items():
        yield address, mediafiles.data_of(project, file)


def kept(project: Project, document: Document) -> Iterator[tuple[str, bytes]]:
    """The files of a document by their names in the bulletin's folder, to keep them with a version of it."""
    found = refurnished(project, document, mediafiles.folder_of(document.id))
    for file in {each.file.path: each.file for each in _all(found) if each.file}.values():
        yield file.path.rpartition("/")[2], mediafiles.data_of(project, file)


def unused(project: Project, document: Document) -> list[Problem]:
    """The files in the bulletin's folder that nothing mentions."""
    folder = mediafiles.folder_of(document.id)
    named = {mediafiles.file_name(document.id, each.name) for each in _all(document)}
    return [
        problem("H336", Place(f"{folder}/{name}"), f"nothing in {document.place.path} or its settings shows this file")
        for name in files.names(project.root / folder)
        if name not in named
    ]


def _all(document: Document) -> tuple[Picture | Attachment, ...]:
    return (*document.pictures, *document.attachments)


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:79]}…"
