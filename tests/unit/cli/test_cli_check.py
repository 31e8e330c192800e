"""``habar check`` in all its forms, word by word."""

from __future__ import annotations

import json
import re

import pytest

from i18n.cli import github, sarif
from i18n.model import Place
from i18n.problems import RULES, Problem, problem

FAIR, TALKS = "2024-03-01-fair", "2024-03-03-talks"
FAIR_PO, TALKS_PO = (f"locales/ru/LC_MESSAGES/{name}.po" for name in (FAIR, TALKS))
HOSTILE = 'a%0A::error::b\n::set-output name=x::\x1b[31m\u202e<script>&"\x9b\u2028,:'


@pytest.fixture
def faulty(ministry):
    """Two errors, a warning and a note in two bulletins."""
    ministry.edit(FAIR_PO, "На ней 40 стендов.", "На ней  41 стенд.")
    ministry.edit(FAIR_PO, 'msgid "A fair opened in Mary."', '# habar: ignore H233: no\nmsgid "A fair opened in Mary."')
    ministry.edit(TALKS_PO, "Министры провели переговоры.", "Министры провели 7 переговоров.")
    return ministry


def test_the_form_of_a_compiler(faulty):
    ended = faulty.habar("check")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.splitlines() == [
        f"{FAIR_PO}:28: info H530: H233 is silenced, and it would say nothing here",
        "    msgid  A fair opened in Mary.",
        "    fix    remove the comment",
        f"{FAIR_PO}:35: error H232: the source has 40, the translation has 41",
        "    msgid  It has 40 stands.",
        "    fix    compare it with the source",
        f"{FAIR_PO}:35: warning H245: there are two spaces",
        "    msgid  It has 40 stands.",
        "    fix    keep one of them",
        f"{TALKS_PO}:28: error H232: the number 7 is not in the source",
        "    msgid  The ministers held talks.",
        "    fix    remove it or compare it with the source",
        "16 translations checked, 4 problems",
    ]


def test_a_table_by_bulletin_and_language(faulty):
    faulty.write("sources/2024-03-04-bad.txt", "")
    ended = faulty.habar("check", "--format", "table")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.splitlines() == [
        "         errors  warnings  notes  by code",
        FAIR,
        "  ru          1         1      1  H232, H245, H530",
        TALKS,
        "  ru          1         -      -  H232",
        "the project",
        "  files       1         -      -  H101",
        "all           3         1      1  H101, H232 ×2, H245, H530",
        "16 translations checked, 5 problems",
    ]


def test_a_table_of_nothing(ministry):
    ended = ministry.habar("check", "--format", "table")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [
        "     errors  warnings  notes  by code",
        "all       -         -      -",
        "16 translations checked, 0 problems",
    ]


def test_everything_as_json(faulty):
    found = json.loads(faulty.habar("check", "--format", "json").stdout)
    assert [(one["code"], one["severity"], one["span"], one["replacement"]) for one in found["problems"]] == [
        ("H530", "info", None, None),
        ("H232", "error", [8, 10], None),
        ("H245", "warning", [6, 8], " "),
        ("H232", "error", [17, 18], None),
    ]


def test_annotations_for_github(faulty):
    ended = faulty.habar("check", "--format", "github", TALKS)
    where = f"file={TALKS_PO},line=28,title=H232%3A the numbers differ"
    what = "the number 7 is not in the source (fix: remove it or compare it with the source)"
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, f"::error {where}::{what}\n", "")


def test_nothing_in_a_text_is_a_command_to_github():
    found = problem("H232", Place(f"sources/{HOSTILE}.txt", 3, 4), HOSTILE, hint=HOSTILE)
    line = github.annotation(found)
    assert "\n" not in line
    assert not set(line) & set("\x1b\u202e\x9b\u2028")
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "col", "title"]
    assert re.sub("%25|%3A|%2C", "", properties).count("%") == 0
    assert message.startswith("a%250A")


def test_a_log_in_sarif(faulty):
    ended = faulty.habar("check", "--format", "sarif")
    log = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert set(log) == {"$schema", "version", "runs"}
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["H232", "H245", "H530"]
    assert run["tool"]["driver"]["rules"][0] == {
        "id": "H232",
        "shortDescription": {"text": "the numbers differ"},
        "fullDescription": {"text": "The numbers differ."},
        "help": {"text": "Compare the numbers with the source."},
        "defaultConfiguration": {"level": "error"},
    }
    assert [result["level"] for result in run["results"]] == ["note", "error", "warning", "error"]
    assert run["results"][2] == {
        "ruleId": "H245",
        "ruleIndex": 1,
        "level": "warning",
        "message": {"text": "there are two spaces"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": FAIR_PO, "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 35},
                }
            }
        ],
        "partialFingerprints": {"problem/v1": run["results"][2]["partialFingerprints"]["problem/v1"]},
        "properties": {"hint": "keep one of them", "msgid": "It has 40 stands.", "fix": " ", "span": [6, 8]},
    }


@pytest.mark.parametrize("code", RULES)
def test_every_code_makes_a_valid_log(code):
    """What the schema of SARIF 2.1.0 demands of the parts that are used."""
    found = Problem(code, RULES[code].severity, Place(f"a b/ü#{HOSTILE}"), HOSTILE, HOSTILE, HOSTILE, (1, 2), HOSTILE)
    log = sarif.log([found, problem(code, Place("x.po", 1, 2), "twice")])
    (run,) = json.loads(json.dumps(log))["runs"]
    assert log["version"] == "2.1.0"
    assert len(run["tool"]["driver"]["rules"]) == 1
    for result in run["results"]:
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["ruleIndex"] == 0
        assert result["message"]["text"]
        location = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", location["artifactLocation"]["uri"])
        assert not set(result["message"]["text"]) & set("\x1b\u202e\x9b\n")
    assert run["results"][1]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 2}


def test_json_of_hostile_text_steers_no_terminal_and_loses_nothing(ministry):
    ministry.edit(FAIR_PO, "На ней 40 стендов.", "На ней 40\u202e\u009b стендов.")
    ended = ministry.habar("check", "--format", "json")
    assert not set(ended.stdout) & set("\x1b\u202e\x9b")
    assert {one["replacement"] for one in json.loads(ended.stdout)["problems"]} == {""}


def test_what_texts_have_together_is_silenced_and_weighed_as_well(ministry):
    ministry.edit(TALKS_PO, "Министры провели переговоры.", "Открылась выставка ковров.")

    def said() -> list[str]:
        return re.findall(r"\w+ H(?:259|528|529|530)", ministry.habar("check").stdout)

    assert said() == ["info H259"]
    settings = ministry.read("habar.toml")
    for level, expected in (("warning", ["warning H259"]), ("off", [])):
        ministry.write("habar.toml", settings + f'checks.H259 = "{level}"\n'.encode())
        assert said() == expected
    ministry.write("habar.toml", settings)
    text = 'msgid "The ministers'
    ministry.edit(TALKS_PO, text, f"# habar: ignore H259: one event\n{text}")
    assert said() == []


# A project's own rules ---------------------------------------------------------------------------

RULES_FILE = """[[rule]]
name = "stalls"
source = 'stands'
target = 'стенд\\p{Ll}{0,3}'
message = "a fair has павильоны"
severity = "error"
bad = [["40 stands", "40 стендов"]]
good = [["40 stands", "40 павильонов"]]
"""


def test_a_rule_of_the_project_is_a_check_like_any_other(ministry):
    assert ministry.habar("compile").returncode == 0
    ministry.write("rules/checks.toml", RULES_FILE)
    ended = ministry.habar("check")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.splitlines() == [
        f"{FAIR_PO}:34: error H531: a fair has павильоны (stalls)",
        "    msgid  It has 40 stands.",
        "    fix    see the rule in rules/checks.toml",
        "16 translations checked, 1 problem",
    ]
    assert "not built" in ministry.habar("compile").stdout
    ministry.edit(FAIR_PO, 'msgid "It has', '# habar: ignore H531: the source says stands\nmsgid "It has')
    assert [ministry.habar(command).returncode for command in ("check", "compile", "extract")] == [0, 0, 0]


def test_the_examples_of_rules(ministry):
    assert ministry.habar("check", "--rules").stdout == "0 rules, 0 examples, 0 problems\n"
    ministry.write("rules/checks.toml", RULES_FILE)
    assert ministry.habar("check", "--rules").stdout == "1 rule, 2 examples, 0 problems\n"
    ministry.edit("rules/checks.toml", '"40 павильонов"', '"40 стендов"')
    ended = ministry.habar("check", "--rules")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.splitlines() == [
        "rules/checks.toml:8: error H532: the rule “stalls” is not kept in “40 стендов”",
        "    fix    correct the rule or the example",
        "1 rule, 2 examples, 1 problem",
    ]


def test_a_wrong_rule_stops_the_command_with_its_line(ministry):
    ministry.write("rules/checks.toml", RULES_FILE.replace("\\p{Ll}{0,3}", ".*"))
    for command in ("check", "compile"):
        ended = ministry.habar(command)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith("rules/checks.toml:4: error H125: 'target' could run for too long")
