"""What is remembered of the checks: a build asks for errors alone, and what a check knows is never forgotten for it."""

from __future__ import annotations

import pytest

from i18n import checks
from i18n.workflow import build, bulletins, check, policies, rules, status
from i18n.workflow.verdicts import Said, Verdict, Verdicts

FAIR = "2024-03-01-fair"
RUSSIAN_FAIR = f"locales/ru/LC_MESSAGES/{FAIR}.po"
FILE = ".habar/verdicts"


@pytest.fixture
def warned(ministry):
    """The three bulletins, with a warning in one of them: a Russian sentence that denies what the source says."""
    ministry.edit(RUSSIAN_FAIR, "В Мары открылась ярмарка.", "В Мары не открылась ярмарка.")
    return ministry


def words(place) -> list[str]:
    """What the file says, each word once for each PO file."""
    return sorted(line.split()[1] for line in place.read(FILE).decode().splitlines())


def codes(found) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in found.problems]


def test_a_check_after_a_build_still_tells_the_warning(warned):
    assert build.run(warned.project).pages == 6
    assert words(warned) == ["sound"] * len(words(warned))
    assert codes(check.run(warned.project)) == [("H241", "warning")]
    assert set(words(warned)) == {"silent", "warned"}
    assert words(warned).count("warned") == 1


@pytest.mark.parametrize("between", [build, status])
def test_what_a_check_said_stays_after_a_build(between, warned, monkeypatch):
    check.run(warned.project)
    before = warned.read(FILE)
    between.run(warned.project)
    assert warned.read(FILE) == before
    looked: list[str] = []
    judge = checks.judge
    monkeypatch.setattr(checks, "judge", lambda pair, *_, **how: looked.append(pair.msgid) or judge(pair, *_, **how))
    assert codes(check.run(warned.project)) == [("H241", "warning")]
    assert set(looked) == {"A fair in Mary", "A fair opened in Mary.", "It has 40 stands."}


def test_a_check_that_the_project_made_an_error_stops_a_page(warned):
    warned.write("habar.toml", warned.read("habar.toml") + b'checks.H241 = "error"\n')
    report = build.run(warned.project)
    assert (report.pages, codes(report)) == (5, [("H241", "error")])


@pytest.mark.parametrize(("severity", "built"), [("warning", (6, [])), ("error", (5, [("H531", "error")]))])
def test_a_rule_of_the_project_stops_a_page_where_it_is_an_error(severity, built, ministry):
    rule = "[[rule]]\nname = 'no-fair'\ntarget = 'ярмарка'\nmessage = 'no fair'\nseverity = 'warning'\n"
    ministry.write("rules/checks.toml", rule.replace("'warning'", f"'{severity}'"))
    report = build.run(ministry.project)
    assert (report.pages, codes(report)) == built


def test_a_forbidden_form_stops_a_page(ministry):
    ministry.write("locales/glossary.csv", "en,ru,kind\nfair,выставка | !ярмарка,term\n")
    report = build.run(ministry.project)
    assert (report.pages, {code for code, _ in codes(report)}) == (5, {"H258"})


# The word that says more -------------------------------------------------------------------------


def verdict(place) -> tuple[Verdicts, Verdict]:
    """The verdicts of a command of its own, and that on the bulletin of the fair."""
    project = place.project
    document = bulletins.read_document(project, bulletins.chosen(project, [FAIR])[0][FAIR])
    found = Verdicts(project, policies.load(project))
    return found, found.of(document, rules.load(project).cut(document))


def known(place) -> Said | None:
    return verdict(place)[1].known("ru", b"po")


@pytest.mark.parametrize("all_asked", [True, False])
def test_commands_that_run_at_once_lose_no_word(all_asked, ministry):
    (builds, sound), (checked, silent) = verdict(ministry), verdict(ministry)
    assert sound.known("ru", b"po") is silent.known("ru", b"po") is None
    sound.sound("ru", b"po")
    silent.give("ru", b"po", [])
    checked.keep(all_asked=all_asked)
    assert known(ministry) == "silent"
    builds.keep(all_asked=all_asked)
    assert known(ministry) == "silent"


def test_processes_of_one_command_lose_no_word(ministry):
    (whole, _), (first, silent), (second, sound) = verdict(ministry), verdict(ministry), verdict(ministry)
    silent.give("ru", b"po", [])
    sound.sound("ru", b"po")
    for part in (first, second):
        whole.give(part.take())
    sound.sound("ru", b"po")
    whole.give(second.take())
    whole.keep(all_asked=True)
    assert known(ministry) == "silent"


def test_a_check_says_more_than_a_build_did(ministry):
    for all_asked in (False, True):
        builds, sound = verdict(ministry)
        sound.sound("ru", b"po")
        builds.keep(all_asked=all_asked)
        assert known(ministry) == "sound"
        checked, silent = verdict(ministry)
        assert silent.known("ru", b"po") == "sound"
        silent.give("ru", b"po", [])
        checked.keep(all_asked=all_asked)
        assert known(ministry) == "silent"
        (ministry.root / FILE).unlink()


@pytest.mark.parametrize("lines", [1, 100])
@pytest.mark.parametrize("order", [("silent", "sound"), ("sound", "silent")])
def test_of_two_lines_the_one_that_says_more_counts(order, lines, ministry):
    builds, sound = verdict(ministry)
    sound.sound("ru", b"po")
    for number in range(lines):
        sound.sound("ru", b"%d" % number)
    builds.keep(all_asked=False)
    line = next(line for line in ministry.read(FILE).decode().splitlines())
    digest = line.split()[0]
    rest = ministry.read(FILE).decode().replace(f"{line}\n", "")
    ministry.write(FILE, f"{digest} {order[0]}\n{rest}{digest} {order[1]}\n")
    asked = verdict(ministry)[1]
    assert [asked.known("ru", b"%d" % number) for number in range(lines)] == ["sound"] * lines
    assert asked.known("ru", b"po") == "silent"
    ministry.write(FILE, f"{digest} {order[0]}\nnonsense\n{digest} {order[1]}\n{digest} louder\n")
    assert known(ministry) == "silent"
