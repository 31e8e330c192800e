"""How a bulletin's text looks on a page: harmless HTML with holes for the units.

Sources are hostile. Of their markup a page shows only the elements and attributes that are listed here; addresses
only where they lead to a web page, a mailbox, a telephone or a place near by. What is not listed has no tag, and
its text stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from i18n import locales
from i18n.model import Skeleton, Unit, UnitRef
from i18n.patterns import late

BLOCKS = frozenset(
    "p h2 h3 h4 h5 h6 ul ol li blockquote pre table caption thead tbody tfoot tr th td figure figcaption dl dt "
    "dd".split()
)
INLINE = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup u var "
    "wbr".split()
)
EMPTY = frozenset(("br", "wbr", "hr"))
_NOTHING = ("", "")
_AROUND = {"table": ('<div class="wide" tabindex="0">', "</div>")}
"""A table that is wider than a telephone is moved by itself, with the keyboard too; the page stays where it is."""
_NUMBERS = {"start", "value", "colspan", "rowspan"}
_SPECIAL = {"a": {"href"}, "ol": {"start"}, "li": {"value"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
SHOWN = frozenset(("lang", "dir", "align", *(name for names in _SPECIAL.values() for name in names)))
"""The attributes that a page may show on any of its elements, in some way."""
CELLS = frozenset(("td", "th"))
SHOWN_OF_CELLS = SHOWN | {"style"}
_ALIGNED = late(r"(?:^|;)\s*text-align\s*:\s*([a-z]+)", re.I)
_ALIGNS = frozenset(("right", "center"))
_NUMBER = late(r"[1-9][0-9]{0,3}\Z")
_LONGEST_STYLE = 500
_CONTROL = late(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]+")
_SCHEME = late(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_SCHEMES = frozenset(("http", "https", "mailto", "tel"))


def open_tag(name: str, attributes: Mapping[str, str]) -> str:
    """The start of an element as a page may show it, or nothing.

    :param name: an HTML name in small letters.
    :param attributes: of the source, decoded.
    """
    if name not in BLOCKS and name not in INLINE and name != "hr":
        return ""
    shown = [f' {key}="{escape(value)}"' for key in sorted(attributes) if (value := _value(name, key, attributes[key]))]
    if name in CELLS and attributes and (side := _side(attributes)):
        shown.insert(0, f' class="{side}"')
    if name == "span" and not shown:  # it says nothing to a reader but the language of a passage
        return ""
    return f"{_AROUND.get(name, _NOTHING)[0]}<{name}{''.join(shown)}>"


def close_tag(name: str) -> str:
    """The end of an element as a page may show it, or nothing. Where its start shows nothing, it is not asked for."""
    if name in BLOCKS or (name in INLINE and name not in EMPTY):
        return f"</{name}>{_AROUND.get(name, _NOTHING)[1]}"
    return ""


def escape(text: str) -> str:
    """Text that may stand between tags and inside double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


TEXT_BLOCKS = frozenset("p h2 h3 h4 h5 h6 li td th caption figcaption dt dd pre blockquote".split())
"""Elements that may hold text without a paragraph around it."""


def paragraphs(units: Iterable[Unit]) -> Skeleton:
    """The page of a text that has paragraphs only."""
    parts: list[str | UnitRef] = []
    for unit in units:
        if unit.role == "paragraph":
            parts += (f'<p id="{unit.id}">', UnitRef(unit.id), "</p>", "\n")
    return tuple(parts[:-1])


def _value(name: str, key: str, value: str) -> str | None:
    """The value of an attribute that a page may have; None or empty where it may not."""
    if key == "lang":
        return value if locales.is_tag(value) else None
    if key == "dir":
        return value if value in ("ltr", "rtl", "auto") else None
    if key not in _SPECIAL.get(name, ()):
        return None
    if key in _NUMBERS:
        return value if _NUMBER.match(value) else None
    return _address(value)


def _side(attributes: Mapping[str, str]) -> str:
    """Where a cell's text stands, if not at the beginning: a class of the style sheet, since no page has styles inside.

    A style counts for more than an attribute, as in a browser.
    """
    styled = _ALIGNED.findall(attributes.get("style", "")[:_LONGEST_STYLE])
    side = (styled[-1] if styled else attributes.get("align", "").strip()).lower()
    return "right" if side == "end" else side if side in _ALIGNS else ""


def _address(value: str) -> str | None:
    """An address without what browsers pass over; None for a scheme that runs something."""
    address = _CONTROL.sub("", value)
    scheme = _SCHEME.match(address)
    return None if scheme and scheme[1].lower() not in _SCHEMES else address
