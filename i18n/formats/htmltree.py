"""What a parser and ITS say of the elements of a page, by the numbers of their start tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml import etree

from i18n.formats import html5, htmlnames, its
from i18n.formats.htmlplain import NUMBER, Elements, numbered
from i18n.formats.markup.facts import Facts
from i18n.formats.markup.said import Known, Sayings
from i18n.formats.markup.tokens import Token
from i18n.formats.source import Source
from i18n.model import Place
from i18n.problems import HabarError, problem

_LAST_LINE = 65535
"""What libxml2 can count."""


def by_its(text: str, starts: Sequence[Token], source: Source) -> Elements:
    """What is known of the elements of any page.

    :raises HabarError: H140 to H146: wrong rules; H252.
    """
    root = html5.parse(numbered(text, starts))
    elements = _by_number(root, len(starts))
    _set_lines(elements, starts, text)
    extra = [its.RuleFile(file.path, file.data) for file in source.rules]
    rules = its.read_rules(root, source.path, html=True, load=source.load or _refuse, extra=extra)
    numbers = {element: number for number, element in enumerate(elements) if element is not None}
    sayings = Sayings(root, rules, numbers, html=True)
    facts = _facts(sayings, elements, starts)
    if sayings.problems:
        raise HabarError(*sayings.problems.values())
    known = [element for element in elements if element is not None]
    return Elements(
        facts=facts,
        parents=_parents(elements, numbers),
        attributes={
            number: {str(name): str(value) for name, value in element.attrib.items()}
            for element, number in numbers.items()
            if starts[number].name in ("meta", "html")
        },
        resources=sayings.resources(known),
        noticed=tuple(rules.problems),
    )


def _by_number(root: etree._Element, count: int) -> list[etree._Element | None]:
    """The element of each start tag; None where a parser makes none of it. A copy of an element does not count."""
    found: list[etree._Element | None] = [None] * count
    for element in root.iter("*"):
        number = element.attrib.pop(NUMBER, "")
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


def _refuse(href: str, base: str) -> bytes:
    raise HabarError(problem("H143", Place(base), f"“{href}”: rules in other files are not read here"))


def _facts(sayings: Sayings, elements: Sequence[etree._Element | None], starts: Sequence[Token]) -> list[Facts | None]:
    known = {
        name: Known(name, name in htmlnames.PRESERVED, htmlnames.texts(name, {}))
        for name in {token.name for token in starts}
    }
    found: list[Facts | None] = []
    same: dict[tuple[str, str], Facts] = {}
    for element, token in zip(elements, starts, strict=True):
        if element is None:
            found.append(None)
        elif sayings.constant and token.name not in htmlnames.SPECIAL:
            tag = str(element.tag), token.name  # a parser makes an img of an image
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
    if known.page not in htmlnames.SPECIAL:
        return known
    attributes: Mapping[str, str] = {str(name): str(value) for name, value in element.attrib.items()}
    return replace(known, attributes=htmlnames.texts(known.page, attributes))


def _parents(elements: Sequence[etree._Element | None], numbers: Mapping[etree._Element, int]) -> list[int]:
    """By number, the number of the nearest element around that has a start tag; -1 where there is none."""
    found = []
    for element in elements:
        above = None if element is None else element.getparent()
        while above is not None and above not in numbers:
            above = above.getparent()
        found.append(-1 if above is None else numbers[above])
    return found
