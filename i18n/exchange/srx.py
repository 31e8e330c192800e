"""SRX: the segmentation rules as translators' tools exchange them (lxml's door).

Written is SRX 2.0, read are SRX 1.0 and 2.0, both by the Localization Industry Standards Association.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from i18n.exchange.srx_export import SrxRule, common_rules, language_rules
from i18n.segment.ruleset import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from i18n.model import LocaleTag
    from i18n.problems import Problem
    from i18n.segment.rulefile import RuleFile

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <!--
    Sentence rules of habar. The first rule that matches a position decides about it.
    What SRX cannot say is said so that in doubt nothing is cut:
    - a rule of habar sees nothing before its own sentence; here a sentence begins with the text, behind a
      terminator, or, behind a full stop that may belong to an abbreviation, with a capitalised word;
    - "between brackets" (cjk-inside, inside-brackets, inside) means behind an opening bracket without its
      partner, at most 390 characters back;
    - a long stretch within a rule that cuts does not reach over a full stop and a capital.
    A tool that takes the matches of "beforebreak" one behind the other (OmegaT) misses some of these rules.
  -->
  <header segmentsubflows="yes" cascade="yes">
    <formathandle type="start" include="no"/>
    <formathandle type="end" include="yes"/>
    <formathandle type="isolated" include="no"/>
  </header>
  <body>
"""


def export(locales: Sequence[LocaleTag], own: RuleFile | None = None) -> bytes:
    """The rules of the languages as an SRX 2.0 file in UTF-8; a project's ``own`` are asked first in each.

    The file has language rules for each language that habar knows among ``locales``, for all others
    (``fallback``), and what holds in every language (``common``). Same rules, same bytes.
    """
    names = sorted({language(locale) for locale in locales} - {"fallback"})
    lines = ["    <languagerules>"]
    for name in (*names, "fallback"):
        lines += _language_rule(name, language_rules(name, own))
    lines += [*_language_rule("common", common_rules()), "    </languagerules>", *_map_rules(names)]
    return (_HEAD + "\n".join(lines) + "\n  </body>\n</srx>\n").encode("utf-8")


def _language_rule(name: str, rules: Iterable[SrxRule]) -> Iterator[str]:
    yield f'      <languagerule languagerulename="{name}">'
    noted = ""
    for rule in rules:
        if rule.note != noted:
            yield f"        <!-- {_comment(rule.note)} -->"
        noted = rule.note
        yield f'        <rule break="{"yes" if rule.cuts else "no"}">'
        yield f"          <beforebreak>{escape(rule.before)}</beforebreak>"
        yield f"          <afterbreak>{escape(rule.after)}</afterbreak>"
        yield "        </rule>"
    yield "      </languagerule>"


def _comment(note: str) -> str:
    """A comment may hold neither two hyphens in a row nor a control character."""
    return re.sub("-(?=-)", "- ", "".join(char if char.isprintable() else " " for char in note))


def _map_rules(names: Sequence[str]) -> Iterator[str]:
    patterns = {name: "".join(f"[{char.upper()}{char}]" for char in name) + "(?:[-_].*)?" for name in names}
    others = f"(?!(?:{'|'.join(patterns.values())})$).*" if patterns else ".*"
    yield "    <maprules>"
    for name, pattern in (*patterns.items(), ("fallback", others), ("common", ".*")):
        yield f'      <languagemap languagepattern={quoteattr(pattern)} languagerulename="{name}"/>'
    yield "    </maprules>"


class Imported(NamedTuple):
    """What could be taken from an SRX file."""

    rules: dict[str, str]
    """The text of a rules file by language; ``common`` is for every language, ``fallback`` for most."""
    problems: tuple[Problem, ...]
    """What was left out, and why: H136, H137, H139."""


def read(data: bytes, path: str) -> Imported:
    """Read an SRX file of another tool, 1.0 or 2.0, as rules files of habar. ``path`` is for the messages.

    Abbreviations become ``never`` words, other rules ``[[rule]]`` where habar's safe expressions can say them.
    Raises ``HabarError`` with every fault of the file, each with its line: H131 to H135, H138.
    """
    from i18n.exchange.srx_document import parse_document
    from i18n.exchange.srx_import import convert

    rules, problems = convert(parse_document(data, path), path)
    return Imported(rules, problems)
