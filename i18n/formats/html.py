"""HTML5: any page, well or ill formed. What a browser reads is what becomes units; the file goes back as it is spelled.

A tree that a parser builds by the standard says which element every text is in and what ITS says of it. The skeleton
is the text itself, cut into tokens; the two are tied together by the numbers of the start tags.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from i18n.formats import htmlnames
from i18n.formats.above import raised
from i18n.formats.dateline import dated
from i18n.formats.htmlplain import Elements, plain
from i18n.formats.languagemark import contradictions
from i18n.formats.markup.depth import refuse_attributes, refuse_depth
from i18n.formats.markup.document import BOMS, Charset, document
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.outline import Flavour, Outline
from i18n.formats.markup.tokens import Token, attributes, html_tokens, unix
from i18n.formats.markup.walk import Walk
from i18n.formats.source import Source
from i18n.model import Document, LocaleSlot, Meta, Place, Skeleton
from i18n.problems import HabarError, Problem, problem

_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.I)
_STYLED = "MsoTitle"
"""The class of a paragraph in the style *Title*, as Word saves a web page."""
_DATES = frozenset(("date", "dc.date", "dcterms.date", "article:published_time", "datepublished", "pubdate"))
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def read(source: Source) -> Document:
    """The text of a page.

    :raises HabarError: H101, H104, H105, H140 to H146, H151, H152, H252: nothing in it, another encoding, a NUL
        byte, wrong rules, elements inside elements or attributes without end.
    """
    return raised(dated(undated(source)))


def undated(source: Source) -> Document:
    """The same, whatever stands under the title."""
    text, charset = _decoded(source)
    tokens = list(html_tokens(text))
    refuse_depth(tokens, text, source.path)
    starts = [token for token in tokens if token.number >= 0]
    refuse_attributes(starts, text, source.path)
    elements = plain(text, starts, source) or _by_its(text, starts, source)
    draft = Walk(text, FLAVOUR, _outline(text, source, elements, starts)).run(tokens)
    meta = _meta(elements, starts)
    noticed = (*elements.noticed, *_contradictions(text, starts, elements, source))
    return document(source, "html", draft, charset, meta=meta, resources=elements.resources, noticed=noticed)


def _by_its(text: str, starts: Sequence[Token], source: Source) -> Elements:
    from i18n.formats.htmltree import by_its  # with lxml and ITS behind it: only for pages that need them

    return by_its(text, starts, source)


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


# The page as a whole ---------------------------------------------------------------------------


def _outline(text: str, source: Source, elements: Elements, starts: Sequence[Token]) -> Outline:
    facts = elements.facts
    title = _title(text, starts, facts)
    return Outline(
        path=source.path,
        locale=source.locale,
        facts=[_head(known, token, title) for known, token in zip(facts, starts, strict=True)],
        parents=elements.parents,
        title=title,
        main=_main(starts),
        slots=_slots(starts, elements),
        languages=frozenset(("lang", "xml:lang")),
        page=source.page,
    )


def _title(text: str, starts: Sequence[Token], facts: Sequence[Facts | None]) -> int | None:
    """The first element with a title's role, else the first level-one heading, else ``title``.

    Before that counts what a word processor saved in its style *Title*.
    """
    said = (token.number for token in starts if (known := facts[token.number]) and known.role == "title")
    headings = (token.number for token in starts if token.name == "h1" and facts[token.number])
    heads = (token.number for token in starts if token.name == "title" and facts[token.number])
    styled = (token.number for token in starts if token.name == "p" and facts[token.number] and _is_title(text, token))
    return next(said, next(headings, next(styled, next(heads, None)) if _STYLED in text else next(heads, None)))


def _is_title(text: str, token: Token) -> bool:
    classes = (text[item.start : item.end] for item in attributes(text, token) if item.name.lower() == "class")
    return _STYLED in next(classes, "").split()


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


def _contradictions(text: str, starts: Sequence[Token], elements: Elements, source: Source) -> list[Problem]:
    """H388, by the mark that is nearest around the text of the page."""
    at = _main(starts)
    at = next((token.number for token in starts if token.name in ("body", "html")), -1) if at is None else at
    while at >= 0:
        said = [text[item.start : item.end] for item in attributes(text, starts[at]) if item.name.lower() == "lang"]
        if said:
            return contradictions(
                entities.unescape(said[0]), source.locale, Place(source.path, _line(text, starts[at]))
            )
        at = elements.parents[at]
    return []


def _line(text: str, token: Token) -> int:
    return text.count("\n", 0, token.start) + 1


def _slots(starts: Sequence[Token], elements: Elements) -> dict[int, Skeleton]:
    """Where the language and the direction go on a page whose root does not name them."""
    root = next((token.number for token in starts if token.name == "html" and elements.facts[token.number]), None)
    if root is None:
        return {}
    attributes = elements.attributes[root]
    slots = [] if "lang" in attributes else [LocaleSlot("lang", "", ' lang="', '"')]
    if "dir" not in attributes:
        slots.append(LocaleSlot("dir", "", ' dir="', '"'))
    return {root: tuple(slots)} if slots else {}


def _meta(elements: Elements, starts: Sequence[Token]) -> Meta:
    """The day of the page, where it is said for programs."""
    for number, said in elements.attributes.items():
        key = htmlnames.key_of(said, "itemprop") if starts[number].name == "meta" else ""
        found = _DAY.match(said.get("content", "").strip()) if key in _DATES else None
        if found:
            try:
                return Meta(display_date=date(int(found[1]), int(found[2]), int(found[3])))
            except ValueError:
                continue
    return Meta()
