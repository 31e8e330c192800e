"""Where the W3C's suite is silent: inheritance, precedence and overriding, as the Recommendation has them.

A case in ``tests/gold/its`` is a category, what the case shows, a document, and what ``habar its`` prints of it: a path,
then what is said, between bars.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from i18n.formats import its

GOLD = Path(__file__).parents[3] / "gold" / "its"
CASE = re.compile(r"^== ([a-z-]+): (.+)\n((?:.*\n)*?)--\n((?:.+\n)*.+)$", re.MULTILINE)
XMLNS = 'xmlns:its="http://www.w3.org/2005/11/its"'


class Case(NamedTuple):
    category: str
    title: str
    document: str
    expected: str


def document(rules: str, body: str, root: str = "") -> str:
    """A document with rules in it."""
    return f'<doc {XMLNS} {root}><its:rules version="2.0">{rules}</its:rules>{body}</doc>'


def told(tmp_path: Path, category: str, text: str, name: str = "a.xml") -> str:
    """The report without rules elements, tabs as bars."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    lines = its.report(tmp_path / name, category).splitlines()
    return "\n".join(line.replace("\t", " | ") for line in lines if "/its:rules[" not in line)


# Which categories pass on ------------------------------------------------------------------------
# One case each: what local or global markup says on <p>, and whether <b> and @c inside have it, too.

INHERITANCE = [
    ("translate", 'its:translate="no"', "", True, False),
    ("localization-note", 'its:locNote="n"', "", True, False),
    ("terminology", 'its:term="yes"', "", False, False),
    ("directionality", 'its:dir="rtl"', "", True, True),
    ("language-information", 'xml:lang="tk"', "", True, True),
    ("elements-within-text", 'its:withinText="yes"', "", False, False),
    ("domain", "", '<its:domainRule selector="//p" domainPointer="@x"/>', True, True),
    ("text-analysis", 'its:taIdent="7" its:taSource="s"', "", False, False),
    ("locale-filter", 'its:localeFilterList="ja"', "", True, True),
    ("provenance", 'its:org="Habar"', "", True, True),
    ("external-resource", "", '<its:externalResourceRefRule selector="//p" externalResourceRefPointer="@x"/>',
     False, False),
    ("target-pointer", "", '<its:targetPointerRule selector="//p" targetPointer="../t"/>', False, False),
    ("id-value", 'xml:id="i"', "", False, False),
    ("preserve-space", 'xml:space="preserve"', "", True, True),
    ("localization-quality-issue", 'its:locQualityIssueType="typographical"', "", True, False),
    ("localization-quality-rating", 'its:locQualityRatingScore="9"', "", True, False),
    ("mt-confidence", 'its:mtConfidence="0.5"', "", True, False),
    ("allowed-characters", 'its:allowedCharacters="[a]"', "", True, False),
    ("storage-size", 'its:storageSize="9"', "", False, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("category", "local", "rule", "child", "attribute"), INHERITANCE, ids=[row[0] for row in INHERITANCE]
)
def test_what_is_said_of_an_element_reaches(
    category: str, local: str, rule: str, child: bool, attribute: bool, tmp_path: Path
) -> None:
    text = document(rule, f'<p x="v" c="c" {local}>a <b>b <i/></b></p><q c="c"/>')
    found = dict(line.partition(" | ")[::2] for line in told(tmp_path, category, text).splitlines())
    own, default, bare = found["/doc/p[1]"], found["/doc/q[1]"], found["/doc/q[1]/@c"]
    assert own not in ("", default)
    assert found["/doc/p[1]/b[1]"] == found["/doc/p[1]/b[1]/i[1]"] == (own if child else default)
    assert found["/doc/p[1]/@c"] == (own if attribute else bare)


def test_every_category_has_its_row() -> None:
    assert [row[0] for row in INHERITANCE] == [category.identifier for category in its.CATEGORIES]


# Which one counts, from the files of cases -------------------------------------------------------


def cases(name: str) -> list[Case]:
    text = (GOLD / name).read_text(encoding="utf-8")
    found = [Case(*case.groups()) for case in CASE.finditer(text)]
    assert len(found) == f"\n{text}".count("\n== ")
    return found


def named(case: Case) -> str:
    return f"{case.category}: {case.title}"


@pytest.mark.parametrize("case", cases("xml.txt"), ids=named)
def test_in_xml(case: Case, tmp_path: Path) -> None:
    assert told(tmp_path, case.category, case.document) == case.expected


@pytest.mark.parametrize("case", cases("html.txt"), ids=named)
def test_in_html(case: Case, tmp_path: Path) -> None:
    text = f"<!DOCTYPE html><title>t</title><body>{case.document}"
    found = told(tmp_path, case.category, text, "a.html").splitlines()
    body = "/html/body[1]/"
    assert "\n".join(line.removeprefix(body) for line in found if line.startswith(body)) == case.expected


# Rules in other files ----------------------------------------------------------------------------

NO, YES = (f'<its:translateRule selector="//{{0}}" translate="{word}"/>' for word in ("no", "yes"))


def rules(body: str, link: str = "") -> str:
    href = f'xlink:href="{link}" xmlns:xlink="http://www.w3.org/1999/xlink"' if link else ""
    return f'<its:rules {XMLNS} version="2.0" {href}>{body}</its:rules>'


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # A linked rule counts as if it stood at the top of the rules that link it.
        ({"a.xml": rules(YES.format("p"), "r.its"), "r.its": rules(NO.format("p") + NO.format("q"))}, "yes no"),
        # Rules that stand before these count less than what these link.
        ({"a.xml": rules(YES.format("p")) + rules("", "r.its"), "r.its": rules(NO.format("p"))}, "no yes"),
        # A linked file's own links count less than the file.
        (
            {
                "a.xml": rules("", "r.its"),
                "r.its": rules(YES.format("p"), "deep/s.its"),
                "deep/s.its": rules(NO.format("p") + YES.format("q"), "t.its"),
                "deep/t.its": rules(NO.format("q")),
            },
            "yes yes",
        ),
        # Several its:rules in a linked file, in their order; its root is another element.
        (
            {
                "a.xml": rules("", "r.its"),
                "r.its": f"<all>{rules(NO.format('p'))}{rules(YES.format('p') + NO.format('q'))}</all>",
            },
            "yes no",
        ),
        # A parameter is known in its own rules only.
        (
            {
                "a.xml": rules('<its:param name="n">q</its:param>' + NO.format("*[name() = $n]"), "r.its"),
                "r.its": rules('<its:param name="n">p</its:param>' + NO.format("*[name() = $n]")),
            },
            "no no",
        ),
    ],
)
def test_linked_rules(files: dict[str, str], expected: str, tmp_path: Path) -> None:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text if name != "a.xml" else f"<doc>{text}<p/><q/></doc>", encoding="utf-8")
    found = its.report(tmp_path / "a.xml", "translate").splitlines()
    assert [line for line in found if "/p[" in line or "/q[" in line] == [
        f'/doc/{name}[1]\ttranslate="{said}"' for name, said in zip("pq", expected.split(), strict=True)
    ]


def test_rules_from_outside_count_less_than_those_of_the_document() -> None:
    root = its.parse_xml(f"<doc>{rules(YES.format('p'))}<p/><q/></doc>".encode(), "a.xml")
    outside = [
        its.RuleFile("1.its", rules(NO.format("*")).encode()),
        its.RuleFile("2.its", rules(YES.format("q")).encode()),
    ]
    found = its.read_rules(root, "a.xml", html=False, load=nothing, extra=outside)
    values = its.evaluate(root, found, "translate", html=False)
    assert [values.element(root.find(name))["translate"] for name in ("p", "q")] == ["yes", "yes"]
    assert values.element(root)["translate"] == "no"


def nothing(href: str, base: str) -> bytes:
    raise AssertionError(f"{href} is read for {base}")
