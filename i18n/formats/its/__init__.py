"""The Internationalization Tag Set 2.0 (W3C Recommendation of 2013): all 19 data categories, in XML and HTML.

``read_rules`` collects what rules a document has, ``evaluate`` answers for one category what they and
local markup say of a node, ``report`` writes it all down as the test suite of the W3C does.
"""

from __future__ import annotations

from i18n.formats.its.categories import CATEGORIES, Category, Information
from i18n.formats.its.evaluate import Values, evaluate
from i18n.formats.its.limits import limits_of
from i18n.formats.its.loading import Loader, loader, parse_xml
from i18n.formats.its.names import HABAR, ITS, XML, Attribute, Node
from i18n.formats.its.ranges import ranges
from i18n.formats.its.report import report
from i18n.formats.its.rules import Rule, RuleFile, Rules, read_rules

__all__ = [
    "CATEGORIES", "HABAR", "ITS", "XML", "Attribute", "Category", "Information", "Loader", "Node", "Rule", "RuleFile",
    "Rules", "Values", "evaluate", "limits_of", "loader", "parse_xml", "ranges", "read_rules", "report",
]  # fmt: skip
