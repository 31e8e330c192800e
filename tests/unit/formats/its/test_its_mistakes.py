"""Mistaken and hostile ITS: clear words with file and line, bounded time, and no file read that is not the project's.

A folder in ``tests/mistakes/its`` is a project with a document ``a.xml`` or ``a.html``; its ``messages.txt`` is what
``habar file extract`` has to say of it. ``secret.its`` beside the folders is what none of them may read.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n.formats import its
from i18n.formats.its.report import read
from i18n.formats.its.report import text as printed
from i18n.problems import HabarError, Problem
from i18n.workflow import onefile

FOLDER = Path(__file__).parents[3] / "mistakes" / "its"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
XMLNS = 'xmlns:its="http://www.w3.org/2005/11/its"'
MANY = "<p>x</p>" * 4000


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files that are opened, and the hosts that are asked for, during the test."""
    found: list[str] = []
    active = [True]

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if active and event in ("open", "socket.connect", "socket.getaddrinfo"):
            found.append(str(arguments[0]))

    sys.addaudithook(hear)
    yield found
    active.clear()


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_in_these_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    shutil.copytree(FOLDER / name, tmp_path / "project")
    shutil.copy(FOLDER / "secret.its", tmp_path)
    monkeypatch.chdir(tmp_path / "project")
    opened.clear()
    found = "".join(f"{problem}\n    {problem.hint}\n" for problem in problems())
    assert [name for name in opened if "secret" in name or "passwd" in name or "example.org" in name] == []
    expected = FOLDER / name / "messages.txt"
    if os.environ.get("HABAR_BLESS"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8") != ""


def problems() -> tuple[Problem, ...]:
    source = next(path for path in (Path("a.xml"), Path("a.html")) if path.exists())
    try:
        return tuple(onefile.extracted(source, onefile.Reading("en", "paragraph")).problems)
    except HabarError as error:
        return error.problems


# Work without end ------------------------------------------------------------------------------

EXPENSIVE = [
    "//*[//*[//*]]",
    "//p[count(preceding::*) > count(following::*)]",
    "//p[//p[. = 'x']]",
    "//p[. = //p]",
    "//p[contains(., $long)]",
    "//p[translate(., $long, $long) = 'x']",
    "//p[normalize-space(ancestor::*/descendant::*) = 'x']",
    "//p[sum(../p) = 1]",
    "//p/preceding-sibling::p/following-sibling::p/preceding-sibling::p",
]


@pytest.mark.parametrize("selector", EXPENSIVE)
def test_an_expensive_selector_does_not_run(selector: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = f'<its:translateRule selector="{selector.replace(">", "&gt;")}" translate="no"/>\n'
    assert_refused(f'<its:param name="long">{"a" * 1999}</its:param>{rule * 200}', MANY, tmp_path, monkeypatch)


@pytest.mark.parametrize("pointer", ["//p[last()]/preceding::p", "concat(//p, //p)", "../p[. = 'x'][last()]"])
def test_an_expensive_pointer_does_not_run(pointer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = f'<its:idValueRule selector="//p" idValue="{pointer}"/>\n'
    assert_refused(rule * 200, MANY, tmp_path, monkeypatch)


def test_pointers_to_the_whole_text_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "<p>" * 200 + "x" * 400_000 + "</p>" * 200
    assert_refused('<its:locNoteRule selector="//p" locNotePointer="."/>', deep, tmp_path, monkeypatch)


def test_too_many_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_refused('<its:translateRule selector="//p" translate="no"/>\n' * 2001, "<p/>", tmp_path, monkeypatch)


def assert_refused(rules: str, body: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document is refused for the time that its rules could take. The test's own time is the other half."""
    text = f'<doc {XMLNS}>\n<its:rules version="2.0">\n{rules}\n</its:rules>\n{body}</doc>'
    (folder / "a.xml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert {problem.code for problem in problems()} == {"H145"}


def test_too_long_a_chain_of_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(60):
        name = f"{number}.its" if number else "a.xml"
        (tmp_path / name).write_text(
            f'<its:rules {XMLNS} version="2.0" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{number + 1}.its"/>',
            encoding="utf-8",
        )
    monkeypatch.chdir(tmp_path)
    assert list(map(str, problems())) == ["50.its:1: error H143: more than 50 rules files are linked"]


def test_a_link_through_a_symbolic_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]) -> None:
    shutil.copy(FOLDER / "secret.its", tmp_path)
    project = tmp_path / "project"
    project.mkdir()
    (project / "b.its").symlink_to(tmp_path / "secret.its")
    link = f'<its:rules {XMLNS} version="2.0" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="b.its"/>'
    (project / "a.xml").write_text(f"<doc>{link}<p>x</p></doc>", encoding="utf-8")
    monkeypatch.chdir(project)
    opened.clear()
    assert [problem.code for problem in problems()] == ["H143"]
    assert [name for name in opened if "secret" in name] == []


@pytest.mark.parametrize(("name", "text", "code"), [
    ("a.xml", "<a>" * 100_000 + "text" + "</a>" * 100_000, "H141"),
    ("a.html", "<div>" * 100_000 + "text", "H151"),
    ("a.html", "<div></span>" * 100_000 + "text", "H151"),
    ("a.html", f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>text</p>", "H152"),
    ("a.html", "".join(f"<body a{n}>" for n in range(100_000)) + "text", "H152"),
])  # fmt: skip
def test_markup_without_end(name: str, text: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [problem.code for problem in problems()] == [code]


@pytest.mark.parametrize("tag", ["<a ", "<a b=", "<a b='", "<a/"])
def test_tags_that_nothing_ends_are_no_text_and_take_no_time(
    tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text(f"<h1>Title</h1><p>word</p>{tag * 20_000}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    begun = time.process_time()
    found = onefile.extracted(Path("a.html"), onefile.Reading("en", "paragraph"))
    assert time.process_time() - begun < 1
    assert found.units == 2


def test_ordinary_rules_run_on_large_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (
        '<its:locNoteRule selector="//data" locNotePointer="../note"/><its:translateRule selector="//note" translate="no"/>'
        "<its:translateRule selector=\"//data[@type = 'code' or contains(., '{0}')]\" translate=\"no\"/>"
        '<its:idValueRule selector="//data" idValue="concat(../@id, \'.\', name())"/>'
    )
    body = '<msg id="m"><note>about</note><data type="text">word</data></msg>' * 5000
    text = f'<doc {XMLNS}>\n<its:rules version="2.0">\n{rules}\n</its:rules>\n{body}</doc>'
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert problems() == ()


ENDLESS = "<p " + " ".join(f"a{number}=b" for number in range(1200)) + ">x</p>"


def test_a_page_with_attributes_without_end_is_not_parsed_for_its_report(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(ENDLESS, encoding="utf-8")
    with pytest.raises(HabarError) as caught:
        its.report(tmp_path / "a.html", "translate")
    assert [problem.code for problem in caught.value.problems] == ["H152"]


def test_nor_one_that_holds_records_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records.html").write_text(ENDLESS, encoding="utf-8")
    (tmp_path / "a.html").write_text('<p its-provenance-records-ref="records.html#r">x</p>', encoding="utf-8")
    rules = read("a.html")
    assert printed(rules, "provenance")
    assert [problem.message for problem in rules.problems] == ["the element p has more than 1000 attributes"]
