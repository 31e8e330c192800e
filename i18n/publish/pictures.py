"""The images of a bulletin in forms for machines: which slots each one has, and what fills them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from i18n.model import LocaleTag
from i18n.publish.addresses import absolute
from i18n.publish.alternates import Illustration
from i18n.publish.forms import slot
from i18n.publish.jsonld import RAW

_GIVEN = ("href", "type")
_SAID = ("alt", "credit", "caption")
_TEXTS = (*_GIVEN, *_SAID)
_LOCALES = ("alt_locale", "caption_locale")
_NUMBERS = ("width", "height", "size")


class Frame(NamedTuple):
    """What decides the form of one image."""

    alt: bool
    """Whether it says what is to be seen."""
    credit: bool
    caption: bool
    alt_locale: LocaleTag = ""
    """The language that this is in, where it is not the edition's."""
    caption_locale: LocaleTag = ""


def frames(images: Sequence[Illustration]) -> tuple[Frame, ...]:
    return tuple(
        [
            Frame(bool(image.alt), bool(image.credit), bool(image.caption), image.alt_locale, image.caption_locale)
            for image in images
        ]
    )


def shown(frames: Sequence[Frame], kind: str = "") -> list[dict[str, str]]:
    """The slots of every image by what they hold, as far as it has that; and which of its texts are in which language.

    :param kind: begins the names of the slots, where a form needs texts in two spellings.
    """
    found = []
    for number, frame in enumerate(frames):
        facts = [*_GIVEN, *(fact for fact in _SAID if getattr(frame, fact)), *_NUMBERS]
        said = {name: locale for name in _LOCALES if (locale := getattr(frame, name))}
        found.append({fact: slot(_name(kind, number, fact)) for fact in facts} | said)
    return found


def names(frames: Sequence[Frame], kind: str = "") -> list[str]:
    """The names of all these slots."""
    return [_name(kind, number, fact) for number in range(len(frames)) for fact in (*_TEXTS, *_NUMBERS)]


def values(
    images: Sequence[Illustration], base_url: str, spelled: Callable[[str], str], kind: str = ""
) -> dict[str, str]:
    """What fills them. ``spelled`` escapes a text."""
    found: dict[str, str] = {}
    for number, image in enumerate(images):
        texts = (absolute(image.address, base_url), image.type, image.alt, image.credit, image.caption)
        found |= {_name(kind, number, fact): spelled(text) for fact, text in zip(_TEXTS, texts, strict=True)}
        numbers = (image.width, image.height, image.size)
        found |= {_name(kind, number, fact): str(value) for fact, value in zip(_NUMBERS, numbers, strict=True)}
    return found


def _name(kind: str, number: int, fact: str) -> str:
    """The numbers are numbers in JSON, too."""
    return f"{RAW if fact in _NUMBERS else ''}{kind}image {number} {fact}"
