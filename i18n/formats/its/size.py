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
    nodes = siblings = labels = widest = height = text = depth = 0
    elements: Counter[str] = Counter()
    attributes: Counter[str] = Counter()
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="*"):
        if not isinstance(element.tag, str):  # an entity
            continue
        if event == "end":
            depth -= 1
            continue
        depth += 1
        height = max(height, depth)
        own = 2 * len(element) + 1
        nodes += own + 1 + len(element.attrib)
        siblings += own * own
        widest = max(widest, own)
        labels = max(labels, len(element.attrib) + 4)
        text += depth * (len(element.text or "") + len(element.tail or "")) + sum(map(len, element.values()))
        elements[element.tag] += 1
        attributes.update(element.keys())
    top = 1 + sum(1 for preceding in (True, False) for _ in root.itersiblings(preceding=preceding))
    tags, keys = _local(elements), _local(attributes)
    names = frozenset((*tags, *(f"@{name}" for name in keys)))
    return Size(nodes + top, height + 1, siblings, labels, top, max(widest, top), text, tags, keys, names)


def _local(names: Counter[str]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for name, count in names.items():
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
