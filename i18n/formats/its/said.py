"""What one rule element says: fixed values, and pointers to values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from i18n.formats.its.categories import Category, Key
from i18n.formats.its.names import ITS
from i18n.formats.its.ranges import fault
from i18n.formats.its.xpath import Expression, Scope, expression_of
from i18n.problems import HabarError, problem

_NOTE = f"{{{ITS}}}locNote"
_VARIABLE = re.compile(r"\$([\w.\-]+)|\"[^\"]*\"|'[^']*'")
POINTER = "Pointer"


@dataclass(frozen=True, slots=True)
class Said:
    """The content of a rule, as far as it can be known without the document."""

    fixed: Mapping[str, str] = field(default_factory=dict)
    pointers: Mapping[str, Expression] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Of a domain rule: what a domain of the document is called elsewhere."""


def said_by(element: etree._Element, category: Category, scope: Scope) -> Said:
    """What a rule of a category says.

    :raises HabarError: H144 where something is missing or is no value of its kind; H142, H145 for its pointers.
    """
    fixed = {key.name: value for key in category.keys if (value := _fixed(element, key, scope)) is not None}
    pointers = {
        key.name: expression_of(text, scope, selector=False)
        for key in category.keys
        if (text := _pointer(element, key, category)) is not None
    }
    if not category.needs & (fixed.keys() | pointers.keys()):
        wanted = " or ".join(_attributes(category))
        raise _wrong(scope, f"{category.rule} needs {wanted}")
    return Said(fixed, pointers, domain_mapping(element.get("domainMapping") or ""))


def _fixed(element: etree._Element, key: Key, scope: Scope) -> str | None:
    if key.name == "locNote":
        note = element.find(_NOTE)
        return None if note is None else collapsed("".join(note.itertext()))
    if key.name == "targetPointer":
        pointer = element.get("targetPointer")
        return None if pointer is None else with_params(pointer, scope.params)
    value: str | None = element.get(key.name) if key.value else None
    if key.name == "localeFilterList" and (wrong := fault(value or "")):
        raise _wrong(scope, f"{key.name}: {wrong}")
    if value is None or not key.words:
        return value
    if value.strip() not in key.words:
        raise _wrong(scope, f"{key.name} is “{value}”; it can be {', '.join(sorted(key.words))}")
    return value.strip()


def _pointer(element: etree._Element, key: Key, category: Category) -> str | None:
    name = pointer_name(key)
    if category.identifier in ("id-value", "target-pointer"):  # the value is the expression
        name = key.name
    pointer: str | None = element.get(name) if key.pointer else None
    return pointer


def pointer_name(key: Key) -> str:
    """``domainPointer`` is the only one that is not called as its value is."""
    return ("domain" if key.name == "domains" else key.name) + POINTER


def _attributes(category: Category) -> list[str]:
    """What a rule of a category can say, for a message."""
    needed = [key for key in category.keys if key.name in category.needs]
    if category.identifier in ("id-value", "target-pointer"):
        return [key.name for key in needed]
    said = [key.name for key in needed if key.value or key.name == "locNote"]
    return said + [pointer_name(key) for key in needed if key.pointer]


def with_params(pointer: str, params: Mapping[str, str]) -> str:
    """A pointer with ``$name`` replaced by the value of the parameter, in quotation marks."""

    def replaced(match: re.Match[str]) -> str:
        value = params.get(match[1] or "")
        return match[0] if value is None else f'"{value}"' if "'" in value else f"'{value}'"

    return _VARIABLE.sub(replaced, pointer)


def domain_mapping(text: str) -> Mapping[str, str]:
    """``'sports law' law, poetry lyric``: pairs of a domain and its other name, either of them in quotation marks.

    The first pair of a domain counts. Letter case counts.
    """
    mapping: dict[str, str] = {}
    for pair in _split(text):
        parts = _PART.findall(pair)
        if len(parts) == 2:
            left, right = ("".join(part) for part in parts)
            mapping.setdefault(left, right)
    return mapping


_PART = re.compile(r"""\"([^"]*)\"|'([^']*)'|([^\s"']+)""")
_FIELD = re.compile(r"""(?:"[^"]*"|'[^']*'|[^,"'])+|["']""")


def _split(text: str) -> list[str]:
    """The parts between commas; commas in quotation marks do not count."""
    return [part for found in _FIELD.findall(text) if (part := found.strip())]


def domains(texts: Iterable[str], mapping: Mapping[str, str]) -> str:
    """The domains in comma lists, without quotation marks, mapped, each once, joined by commas."""
    found = [part.strip().strip("\"'").strip() for text in texts for part in text.split(",")]
    return ", ".join(dict.fromkeys(mapping.get(name, name) for name in map(collapsed, found) if name))


def collapsed(text: str) -> str:
    return " ".join(text.split())


def _wrong(scope: Scope, message: str) -> HabarError:
    return HabarError(problem("H144", scope.place, message))
