"""From a finished walk to the document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from i18n.formats.markup.draft import Draft
from i18n.formats.source import Source
from i18n.model import Document, Meta, Place, Remark
from i18n.problems import Problem

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
"""Byte order marks, and the encoding that each tells of."""


class Charset(NamedTuple):
    """How the bytes of a source spell its text."""

    name: str
    bom: bool


def document(
    source: Source,
    format: str,
    draft: Draft,
    charset: Charset,
    *,
    meta: Meta | None = None,
    resources: tuple[str, ...] = (),
    noticed: Iterable[Problem] = (),
) -> Document:
    """The document that a walk found. What a bulletin needs and this one lacks is said in its remarks.

    :param noticed: what did not have to stop the reading.
    """
    units = tuple(draft.units[name] for name in draft.ids if name in draft.units)
    return Document(
        id=source.id,
        place=Place(source.path),
        format=format,
        locale=source.locale,
        mode=source.mode,
        revision=hashlib.sha256(source.data).hexdigest()[:12],
        meta=meta or Meta(),
        skeleton=draft.skeleton,
        units=units,
        body=draft.body,
        left_out=tuple(draft.left_out),
        remarks=(
            *_remarks(source.path, draft),
            *(Remark(problem.code, problem.place, problem.message) for problem in noticed),
        ),
        resources=resources,
        charset=charset.name,
        bom=charset.bom,
        pictures=tuple(draft.pictures),
    )


def _remarks(path: str, draft: Draft) -> list[Remark]:
    roles = {unit.role for unit in draft.units.values()}
    if not roles:
        return [Remark("H103", Place(path), "there is no title and no text")]
    if "title" not in roles:
        return [Remark("H102", Place(path), "a title is missing: nothing in the file is marked as one")]
    if roles == {"title"}:
        return [Remark("H103", Place(path), "nothing follows the title")]
    return []
