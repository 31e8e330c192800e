"""The namespaces of ITS and of what it stands in, and a name for one attribute of one element."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

ITS = "http://www.w3.org/2005/11/its"
XHTML = "http://www.w3.org/1999/xhtml"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
HABAR = "urn:habar:rules:1"
"""Rules of habar's own inside ``its:rules``."""

XML_ID = f"{{{XML}}}id"
SCRIPT = f"{{{XHTML}}}script"
MEDIA_TYPE = "application/its+xml"


class Attribute(NamedTuple):
    """An attribute that a selector found. lxml has no object for it."""

    element: etree._Element
    name: str
    """In Clark notation, as in ``element.attrib``."""


Node = etree._Element | Attribute
"""What a rule can select."""


def is_its_script(element: etree._Element) -> bool:
    """Whether an HTML element is a ``script`` that holds rules or standoff records."""
    return element.tag == SCRIPT and (element.get("type") or "").strip().lower() == MEDIA_TYPE
