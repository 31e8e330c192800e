"""The structure of an SRX file, and what is wrong with it. The file is not trusted: no DTD, no entity, no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from i18n.exchange.xmlfile import Refusals, root_of
from i18n.model import Place
from i18n.problems import HabarError, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_REFUSALS = Refusals("H131", "H138", largest=1_000_000)
"""LanguageTool's rules for thirty languages have a fifth of these bytes."""
_MOST_RULES = 20_000
_MOST_MAPS = 500
_NAMESPACES = {"2.0": ("http://www.lisa.org/srx20",), "1.0": ("", "http://www.lisa.org/srx")}


class Rule(NamedTuple):
    """One rule, its expressions as they stand."""

    line: int
    cuts: bool
    before: str
    after: str


class LanguageMap(NamedTuple):
    """Which languages have which rules."""

    line: int
    pattern: str
    name: str


class Document(NamedTuple):
    """An SRX file whose structure is right."""

    cascade: bool
    """Whether all maps that match a language count for it, not the first alone."""
    rules: dict[str, tuple[Rule, ...]]
    maps: tuple[LanguageMap, ...]


def parse_document(data: bytes, path: str) -> Document:
    """Read the file. Raises ``HabarError`` with every fault: H131 to H134, H138."""
    reader = _Reader(path)
    document = reader.document(root_of(data, path, _REFUSALS))
    if reader.problems:
        raise HabarError(*reader.problems)
    return document


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.namespace = ""

    def _wrong(self, code: str, element: Any, message: str) -> None:
        self.problems.append(problem(code, Place(self.path, element.sourceline), message))

    def document(self, root: Any) -> Document:
        version = self._version(root)
        if version is None:
            return Document(False, {}, ())
        parts = self._parts(root, ("header", "body"))
        cascade = version == "2.0" and "header" in parts and self._yes(parts["header"], "cascade", None)
        body = self._parts(parts["body"], ("languagerules", "maprules")) if "body" in parts else {}
        rules = self._rules(body["languagerules"]) if "languagerules" in body else {}
        maps = tuple(self._maps(body["maprules"], rules)) if "maprules" in body else ()
        return Document(cascade, rules, maps)

    def _version(self, root: Any) -> str | None:
        space, _, name = root.tag.rpartition("}")
        version = str(root.get("version", ""))
        if name != "srx":
            self._wrong("H132", root, f"the file begins with <{name}>; an SRX file begins with <srx>")
        elif version not in _NAMESPACES:
            self._wrong("H132", root, f"the version is {version!r}; known are 1.0 and 2.0")
        elif space.lstrip("{") not in _NAMESPACES[version]:
            self._wrong("H132", root, f"the namespace of <srx> is {space.lstrip('{')!r}, not that of SRX {version}")
        else:
            self.namespace = space.lstrip("{")
            return version
        return None

    def _children(self, parent: Any, *names: str) -> Iterator[tuple[str, Any]]:
        """The child elements with their names. What another tool added in a namespace of its own is passed over."""
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            space, _, name = child.tag.rpartition("}")
            if space.lstrip("{") != self.namespace:
                continue
            if name in names:
                yield name, child
            else:
                known = " or ".join(f"<{name}>" for name in names)
                self._wrong("H133", child, f"<{name}> is not expected here; {known} is")

    def _parts(self, parent: Any, names: tuple[str, ...]) -> dict[str, Any]:
        """The child elements that must stand there, each once."""
        parts: dict[str, Any] = {}
        for name, child in self._children(parent, *names):
            if name in parts:
                self._wrong("H133", child, f"<{name}> stands twice")
            parts[name] = child
        for name in names:
            if name not in parts:
                self._wrong("H133", parent, f"<{name}> is missing")
        return parts

    def _name(self, element: Any, key: str) -> str:
        value = str(element.get(key) or "")
        if not value:
            self._wrong("H133", element, f"the attribute '{key}' is missing or empty")
        return value

    def _yes(self, element: Any, key: str, default: str | None) -> bool:
        value = element.get(key, default)
        if value not in ("yes", "no"):
            self._wrong("H133", element, f"the attribute '{key}' must be yes or no")
        return bool(value == "yes")

    def _rules(self, parent: Any) -> dict[str, tuple[Rule, ...]]:
        rules: dict[str, tuple[Rule, ...]] = {}
        for _, element in self._children(parent, "languagerule"):
            name = self._name(element, "languagerulename")
            if name in rules:
                self._wrong("H134", element, f"two language rules have the name '{name}'")
            rules[name] = tuple(self._rule(item) for _, item in self._children(element, "rule"))
        if sum(map(len, rules.values())) > _MOST_RULES:
            self._wrong("H138", parent, f"the file has more than {_MOST_RULES} rules")
        return rules

    def _rule(self, element: Any) -> Rule:
        texts = {"beforebreak": "", "afterbreak": ""}
        for name, child in self._children(element, *texts):
            if texts[name]:
                self._wrong("H133", child, f"<{name}> stands twice")
            if any(isinstance(inner.tag, str) for inner in child):
                self._wrong("H133", child, f"<{name}> must hold text only")
            texts[name] = "".join(child.itertext(tag=child.tag))
        if not any(texts.values()):
            self._wrong("H133", element, "a rule needs <beforebreak> or <afterbreak> with an expression")
        return Rule(element.sourceline, self._yes(element, "break", "yes"), texts["beforebreak"], texts["afterbreak"])

    def _maps(self, parent: Any, rules: dict[str, tuple[Rule, ...]]) -> Iterator[LanguageMap]:
        """The maps; of the named lists that SRX 1.0 has the first, which its tools take too."""
        children = list(self._children(parent, "languagemap", "maprule"))
        if children and children[0][0] == "maprule":
            children = list(self._children(children[0][1], "languagemap"))
        if len(children) > _MOST_MAPS:
            self._wrong("H138", parent, f"the file has more than {_MOST_MAPS} maps")
        for _, element in children:
            pattern, name = self._name(element, "languagepattern"), self._name(element, "languagerulename")
            if name and name not in rules:
                self._wrong("H134", element, f"there are no language rules with the name '{name}'")
            yield LanguageMap(element.sourceline, pattern, name)
