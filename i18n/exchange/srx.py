"""SRX: the segmentation rules as translators' tools exchange them (lxml's door).

Written is SRX 2.0, read are SRX 1.0 and 2.0, both by the Localization Industry Standards Association.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.exchange.srx_export import SrxRule, common_rules, language_rules
from i18n.segment.ruleset import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from i18n.model import LocaleTag
    from i18n.segment.rulefile import RuleFile

NAMESPACE = "http://www.lisa.org/srx20"
_HEAD = """\
 Sentence rules of habar. A position is decided by the first rule that matches it.
  What SRX cannot say is said so that in doubt nothing is cut:
  - a rule sees the text in front of a sentence; "the sentence's start" is the text's start or what follows a terminator;
  - "between brackets" means behind an opening bracket without its partner, at most 400 characters back;
  - a long stretch of a rule that cuts does not reach over a terminator and a capital.
  A tool that looks for matches of "beforebreak" one after the other (OmegaT) loses the rules on brackets
  and on the beginning of a sentence. """


def export(locales: Sequence[LocaleTag], own: RuleFile | None = None) -> bytes:
    """The rules of the languages as an SRX 2.0 file in UTF-8; a project's ``own`` are asked first in each.

    The file has language rules for each language that habar knows among ``locales``, for all others
    (``fallback``), and what holds in every language (``common``). Same rules, same bytes.
    """
    from lxml import etree

    names = sorted({language(locale) for locale in locales} - {"fallback"})
    root = etree.Element(_tag("srx"), {"version": "2.0"}, nsmap={None: NAMESPACE})
    root.append(etree.Comment(_HEAD))
    _header(root)
    body = etree.SubElement(root, _tag("body"))
    rules = etree.SubElement(body, _tag("languagerules"))
    for name in (*names, "fallback"):
        _language_rule(rules, name, language_rules(name, own))
    _language_rule(rules, "common", common_rules())
    _map_rules(body, names)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _header(root: _Element) -> None:
    from lxml import etree

    header = etree.SubElement(root, _tag("header"), {"segmentsubflows": "yes", "cascade": "yes"})
    for kind, include in (("start", "no"), ("end", "yes"), ("isolated", "no")):
        etree.SubElement(header, _tag("formathandle"), {"type": kind, "include": include})


def _language_rule(parent: _Element, name: str, rules: Iterable[SrxRule]) -> None:
    from lxml import etree

    element = etree.SubElement(parent, _tag("languagerule"), {"languagerulename": name})
    noted = ""
    for rule in rules:
        if rule.note != noted:
            element.append(etree.Comment(f" {rule.note.replace('--', '- -').rstrip('-')} "))
        noted = rule.note
        item = etree.SubElement(element, _tag("rule"), {"break": "yes" if rule.cuts else "no"})
        etree.SubElement(item, _tag("beforebreak")).text = rule.before
        etree.SubElement(item, _tag("afterbreak")).text = rule.after


def _map_rules(body: _Element, names: Sequence[str]) -> None:
    from lxml import etree

    maps = etree.SubElement(body, _tag("maprules"))
    patterns = {name: "".join(f"[{char.upper()}{char}]" for char in name) + "(?:[-_].*)?" for name in names}
    others = f"(?!(?:{'|'.join(patterns.values())})$).*" if patterns else ".*"
    for name, pattern in (*patterns.items(), ("fallback", others), ("common", ".*")):
        etree.SubElement(maps, _tag("languagemap"), {"languagepattern": pattern, "languagerulename": name})
