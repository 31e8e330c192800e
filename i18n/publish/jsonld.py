"""What search engines read of a bulletin: a ``NewsArticle`` of schema.org as JSON-LD.

It stands in a data block of the page, which nothing executes. The result is a text with slots, as templates
are: see ``forms``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring
from typing import Any

from i18n.model import LocaleTag
from i18n.patterns import late
from i18n.publish import origins
from i18n.publish.addresses import FRONT, absolute
from i18n.publish.alternates import Site
from i18n.publish.forms import slot


def json_text(text: str) -> str:
    """Text that may stand between the quotes of a JSON string."""
    return encode_basestring(text)[1:-1]


def guarded(json_text: str) -> str:
    """JSON as it may stand in a script element, which a "<" could end: JSON has another spelling for it."""
    return json_text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


RAW = "raw "
"""Begins the name of a slot that holds JSON, such as a number, and stands between no quotes."""
_RAW_SLOT = late(f'"(\0{RAW}[^\0"]*\0)"')


def printed(value: Any) -> str:
    """JSON whose slots are still slots."""
    made = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\\u0000", "\0")
    return _RAW_SLOT.sub(r"\1", made)


def article(
    site: Site,
    base_url: str,
    addresses: Mapping[LocaleTag, str],
    locale: LocaleTag,
    source: LocaleTag,
    has: Iterable[str],
    note: LocaleTag = "",
    images: Sequence[Mapping[str, str]] = (),
    *,
    machine: bool = False,
) -> str:
    """A bulletin in one language.

    :param addresses: those of all languages in which it can be read; they may hold slots.
    :param has: which of the slots ``published``, ``modified``, ``json_summary`` and ``json_note`` will have a value.
    :param note: the language of the note on its last correction.
    :param images: what is known of each: ``href``, ``width``, ``height``, perhaps ``alt``, ``credit``, ``caption``,
        and ``alt_locale``, ``caption_locale`` for texts in another language.
    :param machine: whether parts of it are a machine's.
    """
    own = absolute(addresses[locale], base_url)
    has = set(has)
    name, _ = site.publisher_in(locale)
    publisher = {"@type": "GovernmentOrganization", "name": name, "url": absolute(FRONT, base_url)} if name else None
    made = printed(
        _without_nothing(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "@id": _id(addresses[locale], base_url),
                "url": own,
                "mainEntityOfPage": own,
                "headline": slot("json_title"),
                "description": slot("json_summary") if "json_summary" in has else None,
                "inLanguage": locale,
                "digitalSourceType": origins.IN_SCHEMA_ORG if machine else None,
                "image": [_image(image) for image in images] or None,
                "datePublished": slot("published") if "published" in has else None,
                "dateModified": slot("modified") if "modified" in has else None,
                "author": publisher,
                "publisher": publisher,
                "correction": _correction(note) if "json_note" in has else None,
                **_translations(base_url, addresses, locale, source),
            }
        )
    )
    return guarded(made)


def _translations(
    base_url: str, addresses: Mapping[LocaleTag, str], locale: LocaleTag, source: LocaleTag
) -> dict[str, Any]:
    """The two properties are each other's inverse: the original names its translations, a translation its original."""
    if locale == source:
        others = [tag for tag in addresses if tag != locale]
        return {"workTranslation": [{"@id": _id(addresses[tag], base_url)} for tag in others] or None}
    original = addresses.get(source)
    return {"translationOfWork": {"@id": _id(original, base_url)} if original else None}


def _image(image: Mapping[str, str]) -> dict[str, Any]:
    return _without_nothing(
        {
            "@type": "ImageObject",
            "url": image["href"],
            "width": image["width"],
            "height": image["height"],
            "caption": _said(image, "caption"),
            "description": _said(image, "alt"),
            "creditText": image.get("credit"),
        }
    )


def _said(image: Mapping[str, str], fact: str) -> str | dict[str, str] | None:
    """A text, with its language where that is not the article's."""
    text, locale = image.get(fact), image.get(f"{fact}_locale")
    return {"@value": text, "@language": locale} if text and locale else text


def _correction(locale: LocaleTag) -> dict[str, str]:
    return {
        "@type": "CorrectionComment",
        "text": slot("json_note"),
        "inLanguage": locale,
        "datePublished": slot("modified"),
    }


def _id(address: str, base_url: str) -> str:
    """The name of the text, which is another thing than its page."""
    return absolute(address, base_url) + "#article"


def _without_nothing(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
