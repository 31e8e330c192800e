"""HTML5: any page, well or ill formed. What a browser reads is what becomes units; the file goes back as it is spelled.

A tree that a parser builds by the standard says which element every text is in and what ITS says of it. The skeleton
is the text itself, cut into tokens; the two are tied together by the numbers of the start tags.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from i18n.formats.dateline import dated
from i18n.formats.markup.depth import refuse_attributes, refuse_depth
from i18n.formats.markup.document import BOMS, Charset, document
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.outline import Flavour, Outline
from i18n.formats.markup.tokens import Token, html_tokens, unix
from i18n.formats.markup.walk import Walk
from i18n.formats.source import Source
from i18n.model import Document, LocaleSlot, Meta, Place, Skeleton
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from lxml import etree

    from i18n.formats.its import RuleFile
    from i18n.formats.markup.said import Known, Sayings

_NUMBER = "data-habar-token"
_LAST_LINE = 65535
"""What libxml2 can count."""
_XHTML = "{http://www.w3.org/1999/xhtml}"
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.I)
_PRESERVED = frozenset(("pre", "textarea", "listing", "xmp"))
_EVERYWHERE = frozenset(("title", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription",
                         "aria-valuetext"))  # fmt: skip
_TEXTS: Mapping[str, frozenset[str]] = {
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
_META_TEXTS = frozenset("description keywords subject og:title og:description og:site_name og:image:alt twitter:title "
                        "twitter:description twitter:image:alt".split())  # fmt: skip
_BUTTONS = frozenset(("submit", "button", "reset"))
_DATES = frozenset(("date", "dc.date", "dcterms.date", "article:published_time", "datepublished", "pubdate"))
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def read(source: Source) -> Document:
    """The text of a page.

    :raises HabarError: H101, H104, H105, H140 to H146, H151, H152, H252: nothing in it, another encoding, a NUL
        byte, wrong rules, elements inside elements or attributes without end.
    """
    return dated(undated(source))


def undated(source: Source) -> Document:
    """The same, whatever stands under the title."""
    from i18n.formats import html5, its
    from i18n.formats.markup.said import Sayings

    text, charset = _decoded(source)
    tokens = list(html_tokens(text))
    refuse_depth(tokens, text, source.path)
    starts = [token for token in tokens if token.number >= 0]
    refuse_attributes(starts, text, source.path)
    root = html5.parse(_numbered(text, starts))
    elements = _by_number(root, len(starts))
    _set_lines(elements, starts, text)
    rules = its.read_rules(root, source.path, html=True, load=source.load or _refuse, extra=_extra(source))
    numbers = {element: number for number, element in enumerate(elements) if element is not None}
    sayings = Sayings(root, rules, numbers, html=True)
    facts = _facts(sayings, elements, starts)
    if sayings.problems:
        raise HabarError(*sayings.problems.values())
    draft = Walk(text, FLAVOUR, _outline(source, facts, elements, starts)).run(tokens)
    known = [element for element in elements if element is not None]
    resources = sayings.resources(known)
    return document(source, "html", draft, charset, meta=_meta(known), resources=resources, noticed=rules.problems)


def escape(text: str, kind: str) -> str:
    """Text as it may stand in HTML: in running text, or in an attribute with either quotation mark or none."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if kind == "double":
        return text.replace('"', "&quot;")
    if kind == "single":
        return text.replace("'", "&#39;")
    return f'"{text.replace(chr(34), "&quot;")}"' if kind == "bare" else text


def _texts(spelled: str) -> Iterator[tuple[str, str, str]]:
    text = unix(spelled)
    yield spelled, entities.unescape(text) if "&" in text else text, ""


FLAVOUR = Flavour(_texts, entities.unescape, html=True)


# Bytes and trees -------------------------------------------------------------------------------


def _decoded(source: Source) -> tuple[str, Charset]:
    """The text without a byte order mark: in the encoding of that, or as the page says, or UTF-8."""
    data = source.data
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f"):
        raise HabarError(problem("H101", Place(source.path, 1), "there is nothing in the file"))
    mark, charset = next(((mark, name) for mark, name in BOMS if data.startswith(mark)), (b"", ""))
    if not charset:
        declared = _CHARSET.search(data[:1024])
        charset = declared[1].decode("ascii").lower() if declared else "utf-8"
        charset = "utf-8" if charset.startswith("utf-16") else charset  # as the standard says: it was read as ASCII
    try:
        text = data[len(mark) :].decode(charset)
    except UnicodeDecodeError as error:
        place = Place(source.path, data.count(b"\n", 0, error.start + len(mark)) + 1)
        raise HabarError(problem("H104", place, f"this line is not in the encoding of the page, {charset}")) from error
    except LookupError as error:
        raise HabarError(problem("H104", Place(source.path, 1), f"there is no encoding {charset}")) from error
    if "\0" in text:
        place = Place(source.path, text.count("\n", 0, text.index("\0")) + 1)
        raise HabarError(problem("H105", place, "there is a NUL byte in the file"))
    return text, Charset(charset, bool(mark))


def _numbered(text: str, starts: Sequence[Token]) -> str:
    """The text with an attribute more in every start tag: its number."""
    parts = []
    position = 0
    for token in starts:
        after = token.start + 1 + len(token.name)
        parts += [text[position:after], f' {_NUMBER}="{token.number}"']
        position = after
    return "".join([*parts, text[position:]])


def _by_number(root: etree._Element, count: int) -> list[etree._Element | None]:
    """The element of each start tag; None where a parser makes none of it. A copy of an element does not count."""
    found: list[etree._Element | None] = [None] * count
    for element in root.iter("*"):
        number = element.attrib.pop(_NUMBER, "")
        if number and found[int(number)] is None:
            found[int(number)] = element
    return found


def _set_lines(elements: Sequence[etree._Element | None], starts: Sequence[Token], text: str) -> None:
    """The tree has the lines of scripts only; messages name those of other elements, too."""
    at, line = 0, 1
    for element, token in zip(elements, starts, strict=True):
        line += text.count("\n", at, token.start)
        at = token.start
        if element is not None and element.sourceline is None and line <= _LAST_LINE:
            element.sourceline = line


def _extra(source: Source) -> list[RuleFile]:
    from i18n.formats import its

    return [its.RuleFile(file.path, file.data) for file in source.rules]


def _refuse(href: str, base: str) -> bytes:
    raise HabarError(problem("H143", Place(base), f"“{href}”: rules in other files are not read here"))


# Facts -----------------------------------------------------------------------------------------


def _facts(sayings: Sayings, elements: Sequence[etree._Element | None], starts: Sequence[Token]) -> list[Facts | None]:
    from i18n.formats.markup.said import Known

    known = {name: Known(name, name in _PRESERVED, _EVERYWHERE | _TEXTS.get(name, frozenset())) for name in
             {token.name for token in starts}}  # fmt: skip
    found: list[Facts | None] = []
    same: dict[str, Facts] = {}
    for element, token in zip(elements, starts, strict=True):
        if element is None:
            found.append(None)
        elif sayings.constant and token.name not in ("meta", "input"):
            tag = str(element.tag)
            if tag not in same:
                same[tag] = replace(sayings.facts(element, known[token.name], _as_it_is), name=None)
            name = sayings.name(element)
            found.append(replace(same[tag], name=name) if name else same[tag])
        else:
            found.append(sayings.facts(element, _special(element, known[token.name]), _as_it_is))
    return found


def _as_it_is(_element: etree._Element, name: str) -> str:
    return name


def _special(element: etree._Element, known: Known) -> Known:
    """Elements with attributes that are text or not, as another attribute says."""
    from i18n.formats.markup.said import Known

    if known.page == "meta":
        key = (element.get("name") or element.get("property") or "").strip().lower()
        return Known("meta", attributes=frozenset(("content",)) if key in _META_TEXTS else frozenset())
    if known.page == "input" and (element.get("type") or "").strip().lower() in _BUTTONS:
        return Known("input", attributes=known.attributes | {"value"})
    return known


def _outline(
    source: Source, facts: list[Facts | None], elements: Sequence[etree._Element | None], starts: Sequence[Token]
) -> Outline:
    title = _title(starts, facts)
    return Outline(
        path=source.path,
        locale=source.locale,
        facts=[_head(known, token, title) for known, token in zip(facts, starts, strict=True)],
        parents=_parents(elements),
        title=title,
        main=_main(starts),
        slots=_slots(starts, elements),
        languages=frozenset(("lang", "xml:lang")),
    )


def _parents(elements: Sequence[etree._Element | None]) -> list[int]:
    """By number, the number of the nearest element around that has a start tag; -1 where there is none."""
    numbers: dict[etree._Element | None, int] = {
        element: number for number, element in enumerate(elements) if element is not None
    }
    found = []
    for element in elements:
        above = None if element is None else element.getparent()
        while above is not None and above not in numbers:
            above = above.getparent()
        found.append(numbers.get(above, -1))
    return found


def _title(starts: Sequence[Token], facts: Sequence[Facts | None]) -> int | None:
    """The first level-one heading, else the first element with a title's role, else ``title``."""
    said = (token.number for token in starts if (known := facts[token.number]) and known.role == "title")
    headings = (token.number for token in starts if token.name == "h1" and facts[token.number])
    heads = (token.number for token in starts if token.name == "title" and facts[token.number])
    return next(said, next(headings, next(heads, None)))


def _head(known: Facts | None, token: Token, title: int | None) -> Facts | None:
    """The ``title`` of a page's head shares its translation with the title of the text, where they are equal."""
    if known is None or token.name != "title" or token.number == title:
        return known
    return replace(known, context="title")


def _main(starts: Sequence[Token]) -> int | None:
    """``main``, or the only ``article``."""
    for name in ("main", "article"):
        found = [token.number for token in starts if token.name == name]
        if len(found) == 1:
            return found[0]
    return None


def _slots(starts: Sequence[Token], elements: Sequence[etree._Element | None]) -> dict[int, Skeleton]:
    """Where the language and the direction go on a page whose root does not name them."""
    root = next((token for token in starts if token.name == "html" and elements[token.number] is not None), None)
    element = elements[root.number] if root else None
    if root is None or element is None:
        return {}
    slots = [] if "lang" in element.attrib else [LocaleSlot("lang", "", ' lang="', '"')]
    if "dir" not in element.attrib:
        slots.append(LocaleSlot("dir", "", ' dir="', '"'))
    return {root.number: tuple(slots)} if slots else {}


def _meta(elements: Sequence[etree._Element]) -> Meta:
    """The day of the page, where it is said for programs."""
    for element in elements:
        if element.tag != f"{_XHTML}meta":
            continue
        key = (element.get("name") or element.get("property") or element.get("itemprop") or "").strip().lower()
        found = _DAY.match((element.get("content") or "").strip()) if key in _DATES else None
        if found:
            try:
                return Meta(display_date=date(int(found[1]), int(found[2]), int(found[3])))
            except ValueError:
                continue
    return Meta()
