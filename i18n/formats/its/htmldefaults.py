"""What ITS 2.0 presumes of HTML where neither rule nor markup says anything."""

from __future__ import annotations

from lxml import etree

from i18n.formats import htmlnames
from i18n.formats.its.categories import Category, Information
from i18n.formats.its.names import XHTML

_WITHIN: dict[str, Information] = {
    **{f"{{{XHTML}}}{name}": {"withinText": "yes"} for name in htmlnames.PHRASING},
    **{f"{{{XHTML}}}{name}": {"withinText": "nested"} for name in htmlnames.NESTED},
    "{http://www.w3.org/2000/svg}svg": {"withinText": "yes"},
    "{http://www.w3.org/1998/Math/MathML}math": {"withinText": "yes"},
}
_ANY = frozenset({"lang", "style", "title"})
_ON = {
    "abbr": {"th"}, "alt": {"area", "img", "input"}, "content": {"meta"}, "download": {"a", "area"},
    "label": {"menu", "menuitem", "optgroup", "option", "track"}, "placeholder": {"input", "textarea"},
    "srcdoc": {"iframe"}, "value": {"input"},
}  # fmt: skip
_METADATA = frozenset({"application-name", "description", "keywords"})


def element_default(category: Category, element: etree._Element, *, html: bool) -> Information:
    """What the category says of an element without rule and markup."""
    if html and category.identifier == "elements-within-text":
        return _WITHIN.get(element.tag, category.element)
    return category.element


def varies(category: Category, *, html: bool) -> bool:
    """Whether elements without rule and markup differ."""
    return html and category.identifier == "elements-within-text"


def follows_element(category: Category, element: etree._Element, name: str, *, html: bool) -> bool:
    """Whether an attribute has the value of its element though the category does not pass on to attributes."""
    return html and category.identifier == "translate" and translatable(element, name)


def translatable(element: etree._Element, name: str) -> bool:
    """Whether an attribute is one of HTML's "translatable attributes" (the attribute ``translate``)."""
    if name in _ANY:
        return True
    namespace, _, tag = element.tag[1:].partition("}")
    if namespace != XHTML or tag not in _ON.get(name, ()):
        return False
    if name == "content":
        return (element.get("name") or "").strip().lower() in _METADATA
    return name != "value" or (element.get("type") or "").strip().lower() in ("button", "reset")
