"""Names of HTML: which elements stand within text (ITS 2.0, 2.5.3), and which attributes hold text for a reader."""

from __future__ import annotations

from collections.abc import Mapping

PHRASING = frozenset(
    "a abbr area audio b bdi bdo br button canvas cite code command data datalist del dfn em embed i img input ins kbd "
    "keygen label map mark math meter object output picture progress q ruby s samp select slot small span strong sub "
    "sup svg template time u var video wbr".split()
)
"""What is part of a sentence."""
NESTED = frozenset("iframe noscript script textarea".split())
"""What stands in a sentence and has sentences of its own."""
PRESERVED = frozenset(("pre", "textarea", "listing", "xmp"))
EVERYWHERE = frozenset(("title", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription",
                        "aria-valuetext"))  # fmt: skip
TEXTS: Mapping[str, frozenset[str]] = {
    "img": frozenset(("alt",)),
    "area": frozenset(("alt",)),
    "input": frozenset(("alt", "placeholder")),
    "textarea": frozenset(("placeholder",)),
    "th": frozenset(("abbr",)),
    "option": frozenset(("label",)),
    "optgroup": frozenset(("label",)),
    "track": frozenset(("label",)),
}
"""The attributes that hold text for a reader, beside those that do so on every element."""
_META_TEXTS = frozenset("description keywords subject abstract news_keywords application-name "
                        "apple-mobile-web-app-title og:title og:description og:site_name og:image:alt twitter:title "
                        "twitter:description twitter:image:alt article:section article:tag dc.title dc.description "
                        "dc.subject dcterms.title dcterms.description dcterms.subject".split())  # fmt: skip
_META_ITEMS = frozenset(
    "abstract alternativeheadline articlesection caption description headline keywords name".split()
)
"""Properties of schema.org that hold text, in ``itemprop``."""
_SHOWN = frozenset(("submit", "button", "reset", "", "text", "search"))
"""Types of ``input`` whose value a reader sees as text: buttons, and fields that are filled in."""
SPECIAL = frozenset(("meta", "input"))
"""Elements with attributes that are text or not, as another attribute says."""


def texts(name: str, attributes: Mapping[str, str]) -> frozenset[str]:
    """The attributes of an element that hold text for a reader.

    :param attributes: of the element; for one that is not ``SPECIAL`` they are not looked at.
    """
    if name == "meta":
        item = attributes.get("itemprop", "").strip().lower() in _META_ITEMS
        return frozenset(("content",)) if item or key_of(attributes) in _META_TEXTS else frozenset()
    held = EVERYWHERE | TEXTS.get(name, frozenset())
    shown = name == "input" and attributes.get("type", "").strip().lower() in _SHOWN
    return held | {"value"} if shown else held


def key_of(attributes: Mapping[str, str], *others: str) -> str:
    """What a ``meta`` is about: its name or its property."""
    found = next(filter(None, (attributes.get(name) for name in ("name", "property", *others))), "")
    return found.strip().lower()
