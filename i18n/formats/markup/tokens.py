"""Markup as tokens with their places in the text: all that is not text stays as it is spelled.

The tokens joined are the text again, whatever it is. XML has passed a parser before, so its tokens are those of the
XML recommendation. HTML is cut as the HTML standard does (13.2.5), and elements are matched with those of a tree
built by a parser, so a difference in a broken corner costs no more than the facts about one element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""HTML elements that have no end tag."""
RAW = frozenset("script style xmp iframe noembed noframes".split())
"""HTML elements whose content is no markup and no text to read."""
_RCDATA = frozenset(("textarea", "title"))
_FOREIGN = frozenset(("svg", "math"))
_UNUSUAL = RAW | _RCDATA | _FOREIGN | {"plaintext"}
"""HTML elements whose content is cut in another way."""


class Token(NamedTuple):
    """One piece of markup or text. ``kind``: start, end, empty, text, cdata, comment, pi, raw, other."""

    kind: str
    start: int
    end: int
    name: str = ""
    """Of an element or a processing instruction, as it is compared: small letters in HTML."""
    number: int = -1
    """Counts the start tags and the empty elements from 0."""


class Attribute(NamedTuple):
    """One attribute of a tag. The places are those of its value without quotation marks."""

    name: str
    start: int
    end: int
    quote: str
    """``"``, ``'`` or nothing."""


_XML = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"""
    r"""|<!DOCTYPE(?>(?:[^\[\]>"']++|"[^"]*+"|'[^']*+'"""
    r"""|\[(?>(?:[^\]"'<]++|"[^"]*+"|'[^']*+'|<!--.*?-->|<\?.*?\?>|<)*)\])*)>"""
    r"""|</[^>]*+>|<[^!?/](?>(?:[^>"']++|"[^"]*+"|'[^']*+')*)>""",
    re.S,
)
_NAME = re.compile(r"[^\s/>]+")


def xml_tokens(text: str) -> Iterator[Token]:
    """The tokens of a well-formed XML document."""
    number = position = 0
    for found in _XML.finditer(text):
        start, end = found.span()
        if position < start:
            yield Token("text", position, start)
        position = end
        second = text[start + 1]
        if second == "/":
            yield Token("end", start, end, text[start + 2 : end - 1].rstrip())
        elif second == "?":
            yield Token("pi", start, end, _name(text, start + 2).rstrip("?"))
        elif second == "!":
            kind = "comment" if text.startswith("<!--", start) else "other" if text[start + 2] == "D" else "cdata"
            yield Token(kind, start, end)
        else:
            kind = "empty" if text[end - 2] == "/" else "start"
            yield Token(kind, start, end, _name(text, start + 1), number)
            number += 1
    if position < len(text):
        yield Token("text", position, len(text))


def _name(text: str, position: int) -> str:
    found = _NAME.match(text, position)
    return found[0] if found else ""


_HTML = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))"""
    r"""|<(/?)([A-Za-z][^\s/>]*+)((?>(?:[^>=]++|=\s*+(?>(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?))*))(?:>|\Z)"""
    r"""|<[!?/][^>]*+(?:>|\Z)""",
    re.S,
)
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.S)


def html_tokens(text: str) -> Iterator[Token]:
    """The tokens of any text as a browser cuts it."""
    number = position = foreign = 0
    search = _HTML.search
    while found := search(text, position):
        start, end = found.span()
        if foreign and text.startswith("<![CDATA[", start) and (cdata := _CDATA.match(text, start)):
            end = cdata.end()
        if position < start:
            yield Token("text", position, start)
        position = end
        slash, name = found.group(1, 2)
        if name and text[end - 1] != ">":  # the end of the file stands in the tag, so that a browser drops it
            yield Token("other", start, end)
            continue
        if name is None:
            kind = "comment" if text.startswith("<!--", start) else "cdata" if end != found.end() else "other"
            yield Token(kind, start, end)
            continue
        name = name.lower()
        if slash:
            if foreign and name in _FOREIGN:
                foreign -= 1
            yield Token("end", start, end, name)
            continue
        closed = name in VOID or (foreign > 0 and found[3].endswith("/"))
        yield Token("empty" if closed else "start", start, end, name, number)
        number += 1
        if closed or name not in _UNUSUAL:
            continue
        foreign += name in _FOREIGN
        if not foreign:
            stop = _raw_end(text, end, name)
            if stop > end:
                yield Token("text" if name in _RCDATA else "raw", end, stop)
            position = stop
    if position < len(text):
        yield Token("text", position, len(text))


def _raw_end(text: str, start: int, name: str) -> int:
    """Where the content of an element without markup ends: at its end tag, whatever stands before it."""
    if name == "plaintext":
        return len(text)
    found = re.compile(rf"</{name}(?=[\s/>])", re.I).search(text, start)
    return found.start() if found else len(text)


def unix(text: str) -> str:
    """Literal text with line ends as XML and HTML read them: each is one line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


_ATTRIBUTE = re.compile(
    r"""([^\s/>=][^\s/>=]*+)(?>(?:\s*+=\s*+(?>(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?))?)""",
)


def attributes(text: str, token: Token) -> Iterator[Attribute]:
    """The attributes of a tag that have a value, in order; of two with one name the first counts, as in HTML."""
    seen = set()
    for found in _ATTRIBUTE.finditer(text, token.start + 1 + len(token.name), token.end - 1):
        group = found.lastindex or 1
        if group > 1 and found[1] not in seen:
            seen.add(found[1])
            yield Attribute(found[1], *found.span(group), "\"'"[group - 2] if group < 4 else "")


def count_attributes(text: str, token: Token) -> int:
    """How many attributes a tag has, with those that have no value or a name that another one has."""
    return sum(1 for _ in _ATTRIBUTE.finditer(text, token.start + 1 + len(token.name), token.end - 1))
