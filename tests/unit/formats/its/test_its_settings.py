"""The setting ``its``: rules that count for every source of a project. Mistakes in it: ``tests/mistakes/projects``."""

from __future__ import annotations

from i18n.formats import its
from i18n.workflow import extract
from tests.conftest import ROOT, Workplace

RULES = """\
<its:rules xmlns:its="http://www.w3.org/2005/11/its" xmlns:h="http://www.w3.org/1999/xhtml" version="2.0">
<its:translateRule selector="//code | //h:code" translate="no"/>
<its:withinTextRule selector="//code | //b" withinText="yes"/>
<h:page xmlns:h="urn:habar:rules:1" selector="//headline" role="title"/>
</its:rules>
"""
XML = "<doc><headline>A fair</headline><p>See <b>stand</b> <code>B-7</code>.</p></doc>\n"
OWN = '<its:rules xmlns:its="http://www.w3.org/2005/11/its" version="2.0">{}</its:rules>'


def extracted(workplace: Workplace, source: str) -> str:
    workplace.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "ru"]\nits = ["rules/site.its"]\n')
    workplace.write("rules/site.its", RULES)
    workplace.write("sources/2024-03-01-fair.xml", source)
    assert extract.run(workplace.project).problems == []
    return workplace.read(workplace.project.catalog("2024-03-01-fair", "ru")).decode()


def test_rules_of_the_project_count_for_its_sources(workplace: Workplace) -> None:
    assert 'msgid "See <b>stand</b> <code/>."' in extracted(workplace, XML)


def test_rules_of_a_source_count_more(workplace: Workplace) -> None:
    own = OWN.format('<its:translateRule selector="//code" translate="yes"/>')
    assert 'msgid "See <b>stand</b> <code>B-7</code>."' in extracted(workplace, XML.replace("<doc>", f"<doc>{own}"))


def test_a_symbolic_link_out_of_the_project_is_not_followed(workplace: Workplace) -> None:
    extracted(workplace, XML)
    outside = workplace.root.parent / "outside.its"
    outside.write_text(RULES, encoding="utf-8")
    (workplace.root / "rules/site.its").unlink()
    (workplace.root / "rules/site.its").symlink_to(outside)
    found = extract.run(workplace.project).problems
    assert [str(problem) for problem in found] == [
        "rules/site.its: error H143: a symbolic link leads out of the project"
    ]


def test_the_rules_that_the_documentation_shows_are_rules() -> None:
    page = (ROOT / "docs" / "reference" / "its.md").read_text(encoding="utf-8")
    shown = page.split("## One small example each")[1].split("```")[1].removeprefix("xml\n")
    root = its.parse_xml(OWN.format(shown).encode(), "its.md")
    rules = its.read_rules(root, "its.md", html=False, load=lambda href, _: href.encode())
    told = {rule.name.rpartition("}")[2] for rule in rules.rules}
    assert told == {category.rule for category in its.CATEGORIES if category.rule}
