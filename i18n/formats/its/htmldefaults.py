"""What ITS 2.0 presumes of HTML where neither rule nor markup says anything."""

from __future__ import annotations

from lxml import etree

from i18n.formats.its.categories import NOTHING, Category, Information
from i18n.formats.its.names import XHTML

_PHRASING = (
    "a abbr area audio b bdi bdo br button canvas cite code command data datalist del dfn em embed i img input ins kbd "
    "keygen label map mark math meter object output picture progress q ruby s samp select slot small span strong sub "
    "sup svg template time u var video wbr"
)
_NESTED = "iframe noscript script textarea"
_WITHIN: dict[str, Information] = {
    **{f"{{{XHTML}}}{name}": {"withinText": "yes"} for name in _PHRASING.split()},
    **{f"{{{XHTML}}}{name}": {"withinText": "nested"} for name in _NESTED.split()},
    "{http://www.w3.org/2000/svg}svg": {"withinText": "yes"},
    "{http://www.w3.org/1998/Math/MathML}math": {"withinText": "yes"},
}
TRANSLATABLE = frozenset("abbr alt content download label lang placeholder srcdoc style title value".split())
"""Attributes that follow the translate value of their element (HTML, "translatable attributes")."""


def element_default(category: Category, element: etree._Element, *, html: bool) -> Information:
    if html and category.identifier == "elements-within-text":
        return _WITHIN.get(element.tag, category.element)
    return category.element


def follows_element(category: Category, name: str, *, html: bool) -> bool:
    """Whether an attribute has the value of its element though the category does not pass on to attributes."""
    return html and category.identifier == "translate" and name in TRANSLATABLE


def varies(category: Category, *, html: bool) -> bool:
    """Whether elements without rule and markup differ."""
    return html and category.identifier == "elements-within-text"


__all__ = ["NOTHING", "TRANSLATABLE", "element_default", "follows_element", "varies"]
