"""Writes the pages of docs/reference/ that come from the program itself, and the stored help page.

``make docs`` runs it. A test compares the pages with what this file makes, so that they cannot lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from i18n import extract
from i18n.checks import CHECKS, Check, Example
from i18n.cli import app
from i18n.model import Limits
from i18n.problems import RULES

ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- Made by docs/generate.py: change the program, then run make docs. -->"
WIDTH = 80
GROUPS = (
    ("Sources", "H10", "H11", "H12", "H147", "H148", "H149", "H388", "H391"),
    ("Segmentation rules of other tools", "H13"),
    ("Markup: XML, HTML and ITS rules", *(f"H14{number}" for number in range(7))),
    ("Markdown, word processor files and XML vocabularies", "H15", "H16"),
    ("PO files", "H20", "H21", "H22", "H389"),
    ("Translations", "H23", "H24", "H25"),
    ("Files from and for other tools", "H26", "H27", "H28"),
    ("Approvals", "H29"),
    ("The build", "H30", "H31"),
    ("Archives", "H35"),
    ("The life of a bulletin", "H36", "H393"),
    ("Putting the site live", "H37", *(f"H38{number}" for number in range(8))),
    ("Machine translation", "H40"),
    ("Images and attachments", "H33", "H394"),
    ("What a build remembers", "H390"),
    ("The translation memory", "H44", "H45"),
    ("Settings, files and the command line", "H50", "H51", "H52", "H53"),
)


def pages() -> dict[str, str]:
    """The text of every generated file, by its path from the project's root."""
    return {
        "docs/reference/commands.md": _page("Commands", _commands()),
        "docs/reference/problems.md": _page("Problem codes", _problems()),
        "docs/reference/checks.md": _page("Checks of translations", _checks()),
        "i18n/cli/help.txt": app.help_page(),
    }


def _page(title: str, lines: Iterable[str]) -> str:
    return "\n".join([NOTE, "", f"# {title}", "", *lines]).rstrip("\n") + "\n"


def _commands() -> Iterator[str]:
    yield "What each command says about itself with `--help`."
    yield from _command("habar", app.help_page())
    yield from _subcommands("habar", app.habar)


def _subcommands(path: str, group: click.Group) -> Iterator[str]:
    for name in group.list_commands(click.Context(group)):
        command = group.commands[name]
        yield from _command(f"{path} {name}", _help(f"{path} {name}", command))
        if isinstance(command, click.Group):
            yield from _subcommands(f"{path} {name}", command)


def _command(heading: str, text: str) -> list[str]:
    return ["", f"## {heading}", "", "```text", text.rstrip("\n"), "```"]


def _help(path: str, command: click.Command) -> str:
    with click.Context(command, info_name=path, terminal_width=WIDTH, **app.habar.context_settings) as found:
        return command.get_help(found)


def _problems() -> Iterator[str]:
    yield "A code keeps its meaning for good. An error makes a command end with status 1; a warning does not."
    yield "How each check of translations works is on a [page of its own](checks.md)."
    for heading, *prefixes in GROUPS:
        yield from ("", f"## {heading}", "", "| Code | | What is wrong | What to do |", "|---|---|---|---|")
        for code, rule in RULES.items():
            if code.startswith(tuple(prefixes)):
                yield f"| {code} | {rule.severity} | {_cell(rule.title)} | {_cell(rule.remedy)} |"


def _checks() -> Iterator[str]:
    yield "`habar check` looks at every finished translation with these checks, in this order. An empty or"
    yield "fuzzy translation is not looked at. The last code, H240, looks at all of a page's text together."
    yield "`habar compile` does not build a page with an error in its translation; a warning does not keep it back."
    yield "A project adds [rules of its own](check-rules.md) (H531)."
    for check in CHECKS:
        yield from _check(check)
    yield from ("", "## H240: language of the page", "")
    page = RULES["H240"]
    yield f"{_sentence(page.severity)}: {page.title}. To do: {page.remedy}."
    yield from _beyond_one_text()


def _beyond_one_text() -> Iterator[str]:
    rule = RULES["H259"]
    yield from ("", "## H259: translations that contradict each other", "")
    yield f"{_sentence(rule.severity)}: {rule.title}. To do: {rule.remedy}. Case and signs at the ends do"
    yield "not count, and titles are compared with titles. Two long texts with one translation are pointed out, too."
    names = RULES["H288"]
    yield from ("", "## H288: names in two spellings", "")
    yield f"{_sentence(names.severity)}: {names.title}. To do: {names.remedy}."
    yield "A name is two words with capitals. Where the same name of a source is spelled nearly as in another"
    yield "translation, and is no case of that, the later place is told. What the glossary has is left to H258. In a"
    yield "source, a name that is nearly a person's of the glossary is told."
    yield from (
        "",
        "## Sources",
        "",
        "Sources are looked at, too, because a slip there is translated into every language.",
    )
    yield from ("", "| Code | | What is wrong | What to do |", "|---|---|---|---|")
    for code in ("H120", "H147", "H148", "H149"):
        rule = RULES[code]
        yield f"| {code} | {rule.severity} | {_cell(rule.title)} | {_cell(rule.remedy)} |"


def _check(check: Check) -> Iterator[str]:
    rule = RULES[check.id]
    yield from ("", f"## {check.id}: {check.name}", "")
    yield f"{_sentence(rule.severity)}: {rule.title}. To do: {rule.remedy}."
    if check.security:
        yield "It guards readers from harm: it can be neither silenced nor lowered."
    yield from ("", _prose(check.explanation), "", "| | Source | Translation |", "|---|---|---|")
    yield from map(_example, check.examples)


def _example(example: Example) -> str:
    verdict = "wrong" if example.wrong else "fine"
    source = f"{example.source_locale}: {_cell(example.source)}"
    return f"| {verdict} | {source}{_limits(example.limits)} | {example.target_locale}: {_cell(example.target)} |"


def _limits(limits: Limits | None) -> str:
    if limits is None:
        return ""
    said = [*extract.limits_in_words(limits)]
    return _cell(f" ({'; '.join(said)})")


def _cell(text: str) -> str:
    return _prose(text).replace("|", "\\|").replace("\n", " ")


def _prose(text: str) -> str:
    """Text as Markdown shows it unchanged."""
    for mark in "\\`*_[<":
        text = text.replace(mark, f"\\{mark}")
    return text


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def main() -> None:
    """Writes the files that differ, and names them."""
    for name, text in pages().items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"  {name}")


if __name__ == "__main__":
    main()
