"""What of a document decides how long an expression can run on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Size:
    """What of a document decides how long a walk takes."""

    nodes: int = 1
    """Elements, attributes and texts."""
    height: int = 1
    """How deep the deepest element lies."""
    siblings: int = 1
    """Pairs of nodes with one parent."""
    labels: int = 1
    """The most attributes and namespaces of one element."""
    top: int = 1
    """Nodes beside the root, and the root."""
    widest: int = 1
    """The most children of one element."""
    text: int = 1
    """Characters, each counted once for every element around it; and those of attributes."""
    elements: Mapping[str, int] | None = None
    """How many elements have a local name; None where the document is not known yet."""
    attributes: Mapping[str, int] | None = None
    names: frozenset[str] = frozenset()
    """The local names of elements, and those of attributes with an @."""


def size_of(root: etree._Element) -> Size:
    """The size of a document, in one walk without recursion."""
    nodes = siblings = labels = widest = text = 0
    elements: list[str] = []
    attributes: list[str] = []
    depths: dict[etree._Element | None, int] = {root.getparent(): 0}
    for element in root.iter("*"):
        depths[element] = depth = depths[element.getparent()] + 1
        own = 2 * len(element) + 1
        siblings += own * own
        widest = max(widest, own)
        text += depth * (len(element.text or "") + len(element.tail or ""))
        elements.append(element.tag)
        names = element.keys()
        nodes += own + 1 + len(names)
        labels = max(labels, len(names) + 4)
        if names:
            attributes += names
            text += sum(map(len, element.values()))
    top = 1 + sum(1 for preceding in (True, False) for _ in root.itersiblings(preceding=preceding))
    tags, keys = _local(elements), _local(attributes)
    height = max(depths.values()) + 1
    there = frozenset((*tags, *(f"@{name}" for name in keys)))
    return Size(nodes + top, height, siblings, labels, top, max(widest, top), text, tags, keys, there)


def _local(names: Iterable[str]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for name, count in Counter(names).items():
        found[name.rpartition("}")[2]] += count
    return found


def beside(nodes: Iterable[etree._Element]) -> int:
    """How many nodes stand under the parents of these, each counted once for each of these."""
    counts: dict[etree._Element | None, int] = {None: 1}
    total = 0
    for node in nodes:
        parent = node.getparent()
        if parent not in counts:
            counts[parent] = 2 * len(parent) + 1
        total += counts[parent]
    return total
