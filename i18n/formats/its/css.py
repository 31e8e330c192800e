"""CSS selectors as XPath (cssselect's door): for rules with ``queryLanguage="css"``."""

from __future__ import annotations

from collections.abc import Mapping

from cssselect import GenericTranslator, HTMLTranslator, SelectorError
from cssselect.parser import Element
from cssselect.xpath import XPathExpr


class _Expression(XPathExpr):
    """A name in CSS is a local name in any namespace; the translators know names without a namespace only."""

    def add_name_test(self) -> None:
        if self.element != "*":
            self.add_condition(f"self::{self.element}")
            self.element = "*"


class _Names:
    """What both translators do with the name of an element."""

    xpathexpr_cls = _Expression
    prefixes: Mapping[str, str]

    def xpath_element(self, selector: Element) -> XPathExpr:
        name, prefix = selector.element, selector.namespace
        if prefix is not None and prefix not in self.prefixes:
            raise SelectorError(f"the prefix “{prefix}” is not declared")
        if name is None:
            return _Expression(element=f"{prefix}:*" if prefix else "*")
        if '"' in name or "'" in name:
            raise SelectorError(f"“{name}” is no name")
        return _Expression(element=_test(name.lower() if self.folded else name, prefix))

    folded = False


def _test(name: str, prefix: str | None) -> str:
    outer = f"{prefix}:*" if prefix else "*"
    return f"{outer}[local-name() = '{name}']"


class _XML(_Names, GenericTranslator):
    pass


class _HTML(_Names, HTMLTranslator):
    folded = True


def to_xpath(selector: str, *, html: bool, prefixes: Mapping[str, str], start: str) -> str:
    """The XPath expression of a group of selectors.

    :param start: where to look: ``//`` in the document, ``descendant::`` below the node.
    :raises ValueError: it is no selector, or one that has no XPath; the message says why.
    """
    translator = _HTML(xhtml=False) if html else _XML()
    translator.prefixes = prefixes
    try:
        return translator.css_to_xpath(selector, prefix=start)
    except (SelectorError, RecursionError) as error:
        raise ValueError(str(error) or "it is nested too deep") from error
