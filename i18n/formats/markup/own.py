"""habar's own rules, which stand beside those of ITS in an ``its:rules`` element.

``page`` says what an element is on a page (``as``), in its document (``role``) and the msgctxt of its text
(``context``). ``language`` selects what names the language of the text: attributes, or elements whose text does; its
``write`` is the attribute of the root that names the language where nothing does, empty for none. ``day`` and
``recorded`` select what holds the day of the document, and the day on which it was filed. ``segment`` selects elements
whose tags are no part of the text, ``code`` those that stand for one end of an inline code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import cast, get_args

from lxml import etree

from i18n.formats import its
from i18n.model import Meta, Role
from i18n.problems import HabarError, problem

_ROLES: tuple[Role, ...] = get_args(Role)
_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


@dataclass(slots=True)
class Page:
    """What rules say of one element."""

    page: str | None = None
    role: Role | None = None
    context: str | None = None


@dataclass(slots=True)
class Own:
    """What habar's own rules say of a document."""

    pages: dict[etree._Element, Page] = field(default_factory=dict)
    languages: dict[etree._Element, set[str]] = field(default_factory=dict)
    """The attributes, in Clark notation, that name the language; an empty name for the text of the element."""
    segments: set[etree._Element] = field(default_factory=set)
    codes: set[etree._Element] = field(default_factory=set)
    write: str = "xml:lang"
    meta: Meta = field(default_factory=Meta)


def own(rules: its.Rules) -> Own:
    """Reads habar's own rules; a later one wins.

    :raises HabarError: H142 or H145 at the line of a rule whose selector cannot be run; H144 for one of another name
        or with a role that there is not.
    """
    found = Own()
    days: dict[str, date] = {}
    for rule, nodes in rules.foreign(its.HABAR):
        kind = rule.name.rpartition("}")[2]
        if kind == "page":
            _check_role(rule)
            _pages(found, rule, nodes)
        elif kind == "language":
            found.write = rule.attributes.get("write", found.write) if nodes else found.write
            _languages(found, rule, nodes)
        elif kind in ("day", "recorded"):
            days.update((kind, day) for day in list(_days(nodes))[:1])
        elif kind in ("segment", "code"):
            chosen = found.segments if kind == "segment" else found.codes
            chosen.update(node for node in nodes if not isinstance(node, its.Attribute))
        else:
            message = f"habar has no rule “{kind}”; use one of: page, language, day, recorded, segment, code"
            raise HabarError(problem("H144", rule.scope.place, message))
    found.meta = Meta(record_date=days.get("recorded"), display_date=days.get("day"))
    return found


def _check_role(rule: its.Rule) -> None:
    role = rule.attributes.get("role")
    if role is not None and role not in _ROLES:
        message = f"habar has no role “{role[:40]}”; use one of: {', '.join(_ROLES)}"
        raise HabarError(problem("H144", rule.scope.place, message))


def _pages(found: Own, rule: its.Rule, nodes: list[its.Node]) -> None:
    said = rule.attributes
    for node in nodes:
        if not isinstance(node, its.Attribute):
            page = found.pages.get(node)
            if page is None:
                page = found.pages[node] = Page()
            page.page = said.get("as", page.page)
            page.role = cast("Role | None", said.get("role", page.role))
            page.context = said.get("context", page.context)


def _languages(found: Own, rule: its.Rule, nodes: list[its.Node]) -> None:
    if "write" in rule.attributes:
        return
    for node in nodes:
        element, name = (node.element, node.name) if isinstance(node, its.Attribute) else (node, "")
        found.languages.setdefault(element, set()).add(name)


def _days(nodes: list[its.Node]) -> Iterator[date]:
    """The days at the beginning of what was selected."""
    for node in nodes:
        text = node.element.get(node.name, "") if isinstance(node, its.Attribute) else "".join(node.itertext())
        if digits := _DAY.match(text):
            try:
                yield date(*map(int, digits.groups()))
            except ValueError:
                continue
