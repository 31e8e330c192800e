"""Images and attachments of one bulletin: ``[[image]]`` and ``[[attachment]]`` in ``sources/<id>.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from i18n.config import values
from i18n.config.table import line_of
from i18n.config.values import Check
from i18n.model import LocaleTag, Place


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """An image beside the text."""

    place: Place
    file: str
    alt: str = ""
    """What is to be seen, for those who do not see it."""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentSettings:
    """A file that is offered below the text."""

    place: Place
    file: str
    title: str
    language: LocaleTag | None = None
    """That it is in; None: that of the bulletin."""


_IMAGE: Mapping[str, Check] = dict.fromkeys(("file", "alt", "caption", "credit"), values.text)
_ATTACHMENT: Mapping[str, Check] = {"file": values.text, "title": values.text, "language": values.tag}


def images(value: Any) -> list[dict[str, Any]]:
    return _list(value, "image", _IMAGE, ("file",))


def attachments(value: Any) -> list[dict[str, Any]]:
    return _list(value, "attachment", _ATTACHMENT, ("file", "title"))


def _list(value: Any, name: str, schema: Mapping[str, Check], needed: tuple[str, ...]) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError(f"a part of its own, which begins with [[{name}]]")
    found = [values.table(schema)(item) for item in value]
    for key in needed:
        if any(key not in item for item in found):
            raise ValueError(f"complete: each [[{name}]] needs {key} = ...")
    return [{key: " ".join(each.split()) for key, each in item.items()} for item in found]


def image_settings(given: list[dict[str, Any]], text: str, path: str) -> Iterator[ImageSettings]:
    """The images, each with its line in the settings."""
    for place, item in _placed("image", given, text, path):
        yield ImageSettings(place, **item)


def attachment_settings(given: list[dict[str, Any]], text: str, path: str) -> Iterator[AttachmentSettings]:
    """The attachments, likewise."""
    for place, item in _placed("attachment", given, text, path):
        yield AttachmentSettings(place, **item)


def _placed(name: str, given: list[dict[str, Any]], text: str, path: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    start = 0
    for item in given:
        line = line_of(text, f"[{name}", start)
        if line:
            start = sum(map(len, text.splitlines(keepends=True)[:line]))
        yield Place(path, line), item
