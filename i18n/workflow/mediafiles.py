"""The files in a bulletin's folder: found by the name that an author wrote, looked at, and named for readers."""

from __future__ import annotations

import difflib
import hashlib
import os
import re
import unicodedata
from pathlib import Path
from urllib.parse import unquote

from i18n import files, ids, images
from i18n.config import Project
from i18n.model import Place, Published
from i18n.patterns import late
from i18n.problems import HabarError, problem

LARGEST_IMAGE = 16 * 1024 * 1024
"""Bytes. A photo for a page has some hundred thousand."""
MOST_PIXELS = 100_000_000
"""A browser needs four bytes for each, and gives up long before."""
_OFFICE = b"PK\x03\x04"
ATTACHMENTS = {
    "pdf": ("application/pdf", b"%PDF-"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _OFFICE),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _OFFICE),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", _OFFICE),
    "odt": ("application/vnd.oasis.opendocument.text", _OFFICE),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", _OFFICE),
    "odp": ("application/vnd.oasis.opendocument.presentation", _OFFICE),
}
"""By the ending of the name: the media type, and how such a file begins. No browser runs any of these."""
_ELSEWHERE = late(r"[A-Za-z][A-Za-z0-9+.\-]*:|/")


def folder_of(bulletin: str) -> str:
    """The folder of a bulletin's files, relative to the project."""
    return f"sources/{bulletin}"


def is_elsewhere(name: str) -> bool:
    """Whether an address leads elsewhere than to the folder beside the source: to the web, to a site's root."""
    return _ELSEWHERE.match(name) is not None


def file_name(bulletin: str, name: str) -> str:
    """The name of a file in the bulletin's folder, from how it is written: ``photo.jpg`` or ``<bulletin>/photo.jpg``.

    In addresses signs may be spelled by their numbers (``%20``), and a query may follow.
    """
    path = unquote(re.split(r"[?#]", name)[0]).removeprefix("./")
    return path.removeprefix(f"{bulletin}/")


def published(project: Project, bulletin: str, name: str, place: Place, *, image: bool, folder: str = "") -> Published:
    """What readers get of a file.

    :param folder: that it lies in, relative to the project; empty: the bulletin's own.
    :param place: where it is mentioned.
    :param image: whether it has to be an image; else it has to be one of ``ATTACHMENTS``.
    :raises HabarError: H331 to H334 or H337, why it cannot be published.
    """
    from i18n import publish  # all that makes pages: only for bulletins with files

    file = file_name(bulletin, name)
    if not file or file in (".", "..") or set(file) & set("/\\\0") or is_elsewhere(file):
        message = f"{file!r} is no name of a file in the folder {folder_of(bulletin)}/"
        raise HabarError(problem("H332", place, message))
    path = f"{folder or folder_of(bulletin)}/{file}"
    data = _read(project, path, place)
    words = ids.propose(file.rpartition(".")[0] or file, None, "")
    if image:
        shape = _shape(data, path)
        data = _cleaned(data, path)
        digest = hashlib.sha256(data).hexdigest()
        address = publish.media_address(bulletin, words, digest, shape.kind)
        return Published(address, images.KINDS[shape.kind], len(data), shape.width, shape.height, path)
    ending, media_type = _kind(data, path)
    digest = hashlib.sha256(data).hexdigest()
    return Published(publish.media_address(bulletin, words, digest, ending), media_type, len(data), path=path)


def data_of(project: Project, file: Published) -> bytes:
    """The bytes that readers get of a file that was found before.

    :raises HabarError: it is no longer there, or is another one.
    """
    data = files.read_bytes(project.root / file.path, file.path)
    if file.type.startswith("image/"):
        data = _cleaned(data, file.path)
    if hashlib.sha256(data).hexdigest()[:12] not in file.address:
        raise HabarError(problem("H333", Place(file.path), "the file was changed while the site was being built"))
    return data


def _read(project: Project, name: str, place: Place) -> bytes:
    path = project.root / name
    top = os.path.realpath(project.root / "sources")
    if not os.path.realpath(path).startswith(f"{top}{os.sep}"):
        raise HabarError(problem("H332", place, f"{name} is a link that leads out of the folder sources/"))
    data = files.read_if_there(path, name)
    if data is None:
        raise HabarError(problem("H331", place, f"there is no file {name}", hint=_near(path)))
    return data


def _near(path: Path) -> str | None:
    """The name that may be meant. Capitals count where sites live, though not on the machines of many editors."""
    there = {_folded(name): name for name in files.names(path.parent)}
    near = difflib.get_close_matches(_folded(path.name), there, n=1)
    if not near:
        return None
    name = there[near[0]]
    if unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", path.name):
        return "there is one that looks alike, with a letter and its sign apart: give that file its name anew"
    return f"did you mean {name!r}?"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _shape(data: bytes, shown: str) -> images.Shape:
    place = Place(shown)
    if len(data) > LARGEST_IMAGE:
        message = f"the image has {len(data) / 1e6:.0f} MB, and {LARGEST_IMAGE / 1e6:.0f} MB are the most"
        raise HabarError(problem("H334", place, message))
    try:
        shape = images.shape(data)
    except ValueError as error:
        raise HabarError(problem("H333", place, f"the image cannot be used: {error}")) from error
    if shape.width * shape.height > MOST_PIXELS:
        raise HabarError(problem("H334", place, f"the image has {shape.width} x {shape.height} pixels"))
    return shape


def _cleaned(data: bytes, shown: str) -> bytes:
    try:
        return images.cleaned(data)
    except ValueError as error:
        raise HabarError(problem("H333", Place(shown), f"the image cannot be used: {error}")) from error


def _kind(data: bytes, shown: str) -> tuple[str, str]:
    ending = shown.rpartition(".")[2].lower()
    known = ATTACHMENTS.get(ending)
    if known is None or not data.startswith(known[1]):
        kinds = ", ".join(ATTACHMENTS)
        raise HabarError(problem("H337", Place(shown), f"the file is none that can be attached: {kinds}"))
    return ending, known[0]
