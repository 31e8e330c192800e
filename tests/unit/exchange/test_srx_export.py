"""The exported file itself: its schema, its bytes, and expressions that every tool can read."""

from __future__ import annotations

import re

from lxml import etree

from i18n.exchange.srx import export
from i18n.model import Place
from i18n.segment import load_rules

NS = "{http://www.lisa.org/srx20}"
# What the SRX 2.0 specification asks of the elements, in RELAX NG.
SCHEMA = """\
<element name="srx" ns="http://www.lisa.org/srx20" xmlns="http://relaxng.org/ns/structure/1.0">
  <attribute name="version" ns=""><value>2.0</value></attribute>
  <element name="header">
    <attribute name="segmentsubflows" ns=""><choice><value>yes</value><value>no</value></choice></attribute>
    <attribute name="cascade" ns=""><choice><value>yes</value><value>no</value></choice></attribute>
    <zeroOrMore><element name="formathandle">
      <attribute name="type" ns=""><choice><value>start</value><value>end</value><value>isolated</value></choice></attribute>
      <attribute name="include" ns=""><choice><value>yes</value><value>no</value></choice></attribute>
    </element></zeroOrMore>
  </element>
  <element name="body">
    <element name="languagerules">
      <oneOrMore><element name="languagerule">
        <attribute name="languagerulename" ns=""/>
        <oneOrMore><element name="rule">
          <attribute name="break" ns=""><choice><value>yes</value><value>no</value></choice></attribute>
          <optional><element name="beforebreak"><text/></element></optional>
          <optional><element name="afterbreak"><text/></element></optional>
        </element></oneOrMore>
      </element></oneOrMore>
    </element>
    <element name="maprules">
      <oneOrMore><element name="languagemap">
        <attribute name="languagepattern" ns=""/>
        <attribute name="languagerulename" ns=""/>
      </element></oneOrMore>
    </element>
  </element>
</element>
"""
HOSTILE = r"""
[[rule]]
id = "odd--id"
break = false
before = '<&>]]\>[.]'
after = '\p{Lu}["&<]'
note = "a -- b --- c --> <rule> &amp; \u0007"
"""


def test_the_file_is_valid() -> None:
    schema = etree.RelaxNG(etree.fromstring(SCHEMA))
    own = load_rules(HOSTILE, Place("own.toml"))
    schema.assertValid(etree.fromstring(export(["en", "ru", "tk", "ja", "fr"], own)))


def test_same_rules_same_bytes() -> None:
    assert export(["ja", "en", "en-GB", "fr"]) == export(["en", "ja"])


def test_the_languages_in_their_order() -> None:
    root = etree.fromstring(export(["tk", "en"]))
    assert [element.get("languagerulename") for element in root.iter(f"{NS}languagerule")] == [
        "en", "tk", "fallback", "common",
    ]  # fmt: skip
    assert [dict(element.attrib) for element in root.iter(f"{NS}languagemap")] == [
        {"languagepattern": "[Ee][Nn](?:[-_].*)?", "languagerulename": "en"},
        {"languagepattern": "[Tt][Kk](?:[-_].*)?", "languagerulename": "tk"},
        {
            "languagepattern": "(?!(?:[Ee][Nn](?:[-_].*)?|[Tt][Kk](?:[-_].*)?)$).*",
            "languagerulename": "fallback",
        },
        {"languagepattern": ".*", "languagerulename": "common"},
    ]


def test_the_plain_rule_is_the_last() -> None:
    last = list(etree.fromstring(export(["en"])).iter(f"{NS}rule"))[-1]
    assert last.get("break") == "yes"
    assert (last.findtext(f"{NS}afterbreak") or "").endswith("\\p{L}")


def test_every_expression_is_bounded() -> None:
    root = etree.fromstring(export(["en", "ru", "tk", "ja"]))
    expressions = [element.text for element in root.iter(f"{NS}beforebreak", f"{NS}afterbreak")]
    assert len(expressions) > 300
    unbounded = re.compile(r"(?<!\\)[*+]|\{\d+,\}|\}\?|\}\+|\?\?|\{\d*,?[4-9]\d\d+\}|\(\?>|\\b|\\w|\\d")
    plain = [re.sub(r"\\p\{\w+\}|\[(?:\\.|[^\]\\])*\]", "X", text or "") for text in expressions]
    assert [text for text in plain if unbounded.search(text)] == []


def test_a_hostile_rule_stays_text() -> None:
    own = load_rules(HOSTILE, Place("own.toml"))
    rules = etree.fromstring(export(["en"], own)).iter(f"{NS}rule")
    assert any((rule.findtext(f"{NS}beforebreak") or "").startswith("<&>\\]\\]>[.]") for rule in rules)
