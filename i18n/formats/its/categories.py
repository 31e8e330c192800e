"""The 19 data categories of ITS 2.0: one table row each.

What the rows say is in section 8 of the Recommendation: the table "Information carried by the data
categories" for defaults and inheritance, and each category's own section for its rule and its markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Information = Mapping[str, str]
"""What a category says of one node: the names that ITS gives, without ``Pointer``."""
NOTHING: Information = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Key:
    """One piece of information of a category."""

    name: str
    value: bool = True
    """Whether an attribute of this name on the rule says it."""
    pointer: bool = False
    """Whether an attribute ``<name>Pointer`` on the rule points to it."""
    local: bool = True
    """Whether it stands in local markup."""
    words: frozenset[str] = frozenset()
    """The only values that there are; in HTML their letter case does not count."""
    folded: bool = False
    """Whether HTML does not count its letter case though other values are let pass."""


@dataclass(frozen=True, slots=True)
class Category:
    """How one data category behaves."""

    identifier: str
    rule: str | None
    """The local name of the rule element."""
    keys: tuple[Key, ...]
    needs: frozenset[str]
    """Markup counts where one of these keys is said."""
    element: Information = field(default_factory=dict)
    """Of an element without rule, markup and inheritance."""
    attribute: Information = field(default_factory=dict)
    to_elements: bool = False
    """Whether child elements inherit it."""
    to_attributes: bool = False
    """Whether attributes inherit it from their element."""
    defaults: Information = field(default_factory=dict)
    """What is added where markup says something else of the category."""
    native: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys that XML itself has an attribute for, in Clark notation."""
    html_native: Mapping[str, str] = field(default_factory=dict)
    """Keys that HTML itself has an attribute for."""
    annotated: bool = False
    """Whether the tools that made it are named by ``annotatorsRef``."""
    standoff: str | None = None
    """The key that refers to records elsewhere."""
    record: str | None = None
    """The name of a standoff record."""

    @property
    def names(self) -> frozenset[str]:
        return frozenset(key.name for key in self.keys)


def words(*values: str) -> frozenset[str]:
    return frozenset(values)


def _plain(*names: str, pointer: bool = False, value: bool = True) -> tuple[Key, ...]:
    return tuple(Key(name, value, pointer) for name in names)


YES_NO = words("yes", "no")
XML_LANG, XML_SPACE, XML_ID = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space", "id"))
_PROVENANCE = tuple(
    name + ref for name in ("person", "org", "tool", "revPerson", "revOrg", "revTool") for ref in ("", "Ref")
)

CATEGORIES: tuple[Category, ...] = (
    Category(
        "translate", "translateRule", (Key("translate", words=YES_NO),), words("translate"),
        element={"translate": "yes"}, attribute={"translate": "no"}, to_elements=True,
        html_native={"translate": "translate"},
    ),
    Category(
        "localization-note", "locNoteRule",
        (Key("locNote", False, True), Key("locNoteRef", True, True),
         Key("locNoteType", words=words("alert", "description"))),
        words("locNote", "locNoteRef"), to_elements=True, defaults={"locNoteType": "description"},
    ),
    Category(
        "terminology", "termRule",
        (Key("term", words=YES_NO), Key("termInfo", False, True, local=False), Key("termInfoRef", True, True),
         Key("termConfidence", False)),
        words("term"), element={"term": "no"}, attribute={"term": "no"}, annotated=True,
    ),
    Category(
        "directionality", "dirRule", (Key("dir", words=words("ltr", "rtl", "lro", "rlo")),), words("dir"),
        element={"dir": "ltr"}, attribute={"dir": "ltr"}, to_elements=True, to_attributes=True,
        html_native={"dir": "dir"},
    ),
    Category(
        "language-information", "langRule", (Key("lang", False, True, local=False),), words("lang"),
        to_elements=True, to_attributes=True, native={"lang": (XML_LANG,)}, html_native={"lang": "lang"},
    ),
    Category(
        "elements-within-text", "withinTextRule", (Key("withinText", words=words("yes", "no", "nested")),),
        words("withinText"), element={"withinText": "no"},
    ),
    Category(
        "domain", "domainRule", (Key("domains", False, True, local=False),), words("domains"),
        to_elements=True, to_attributes=True,
    ),
    Category(
        "text-analysis", "textAnalysisRule",
        (*_plain("taClassRef", "taSource", "taIdent", "taIdentRef", pointer=True, value=False),
         Key("taConfidence", False)),
        words("taClassRef", "taSource", "taIdent", "taIdentRef"), annotated=True,
    ),
    Category(
        "locale-filter", "localeFilterRule",
        (Key("localeFilterList"), Key("localeFilterType", words=words("include", "exclude"))),
        words("localeFilterList"), element={"localeFilterList": "*", "localeFilterType": "include"},
        attribute={"localeFilterList": "*", "localeFilterType": "include"}, to_elements=True, to_attributes=True,
        defaults={"localeFilterType": "include"},
    ),
    Category(
        "provenance", "provRule",
        (*_plain(*_PROVENANCE, "provRef", value=False), Key("provenanceRecordsRef", False, True)),
        words(*_PROVENANCE, "provRef", "provenanceRecordsRef"), to_elements=True, to_attributes=True,
        standoff="provenanceRecordsRef", record="provenanceRecord",
    ),
    Category(
        "external-resource", "externalResourceRefRule", (Key("externalResourceRef", False, True, local=False),),
        words("externalResourceRef"),
    ),
    Category(
        "target-pointer", "targetPointerRule", (Key("targetPointer", False, True, local=False),),
        words("targetPointer"),
    ),
    Category(
        "id-value", "idValueRule", (Key("idValue", False, True, local=False),), words("idValue"),
        native={"idValue": (XML_ID,)}, html_native={"idValue": "id"},
    ),
    Category(
        "preserve-space", "preserveSpaceRule", (Key("space", local=False, words=words("default", "preserve")),),
        words("space"), element={"space": "default"}, attribute={"space": "default"},
        to_elements=True, to_attributes=True, native={"space": (XML_SPACE,)},
    ),
    Category(
        "localization-quality-issue", "locQualityIssueRule",
        (Key("locQualityIssueType", True, True, folded=True), Key("locQualityIssueComment", True, True),
         Key("locQualityIssueSeverity", True, True), Key("locQualityIssueProfileRef", True, True),
         Key("locQualityIssueEnabled", True, True, words=YES_NO), Key("locQualityIssuesRef", True, True)),
        words("locQualityIssueType", "locQualityIssueComment", "locQualityIssuesRef"), to_elements=True,
        defaults={"locQualityIssueEnabled": "yes"},
        standoff="locQualityIssuesRef", record="locQualityIssue",
    ),
    Category(
        "localization-quality-rating", None,
        _plain("locQualityRatingScore", "locQualityRatingVote", "locQualityRatingScoreThreshold",
               "locQualityRatingVoteThreshold", "locQualityRatingProfileRef"),
        words("locQualityRatingScore", "locQualityRatingVote"), to_elements=True,
    ),
    Category("mt-confidence", "mtConfidenceRule", _plain("mtConfidence"), words("mtConfidence"),
             to_elements=True, annotated=True),
    Category(
        "allowed-characters", "allowedCharactersRule", _plain("allowedCharacters", pointer=True),
        words("allowedCharacters"), to_elements=True,
    ),
    Category(
        "storage-size", "storageSizeRule",
        (Key("storageSize", True, True), Key("storageEncoding", True, True),
         Key("lineBreakType", words=words("cr", "lf", "crlf", "nel"))),
        words("storageSize"), defaults={"lineBreakType": "lf", "storageEncoding": "UTF-8"},
    ),
)  # fmt: skip
"""In the order of the test suite."""

BY_IDENTIFIER = {category.identifier: category for category in CATEGORIES}
BY_RULE = {category.rule: category for category in CATEGORIES if category.rule}


def category(identifier: str) -> Category:
    """The category of an identifier, such as ``translate``.

    :raises ValueError: there is none; the message lists those that there are.
    """
    found = BY_IDENTIFIER.get(identifier)
    if found is None:
        raise ValueError(f"there is no data category “{identifier}”; use one of: {', '.join(BY_IDENTIFIER)}")
    return found
