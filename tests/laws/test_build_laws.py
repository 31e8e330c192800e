"""Laws of a build that leaves out work: nobody can see that it did."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n import config, files
from i18n.files import commit, journal
from i18n.problems import HabarError
from i18n.state import store
from i18n.workflow import build, making

FAIR, CARPETS, TALKS = "2024-03-01-fair", "2024-03-02-carpets", "2024-03-03-talks"
BEFORE = datetime(2024, 1, 1, tzinfo=UTC)
AFTER = datetime(2025, 1, 1, tzinfo=UTC)


def _replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def step(root: Path) -> None:
        path = root / name
        if path.exists():
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return step


def _written(name: str, text: str) -> Callable[[Path], None]:
    def step(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return step


def _removed(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink(missing_ok=True)


def _copied(old: str, new: str) -> Callable[[Path], None]:
    def step(root: Path) -> None:
        if (root / old).exists():
            shutil.copyfile(root / old, root / new)

    return step


def _po(bulletin: str) -> str:
    return f"locales/ru/LC_MESSAGES/{bulletin}.po"


STEPS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _root: None,
    "a sentence": _replaced(_po(FAIR), "На ней 40 стендов.", "Стендов на ней 40."),
    "a title": _replaced(_po(CARPETS), "Ков", "Большие ков"),
    "a number is wrong": _replaced(_po(FAIR), "40", "41"),
    "a catalog is broken": _replaced(_po(FAIR), 'msgid "It', "msgid It"),
    "a catalog goes": _removed(_po(TALKS)),
    "a catalog comes": _copied(_po(FAIR), _po(TALKS)),
    "a source changes": _replaced(f"sources/{CARPETS}.txt", "arpet", "arpets"),
    "a source goes": _removed(f"sources/{FAIR}.txt"),
    "a source comes": _copied(f"sources/{FAIR}.txt", "sources/2024-03-02-another-fair.txt"),
    "a second file of one id": _copied(f"sources/{FAIR}.txt", f"sources/{FAIR}.md"),
    "a file that is none": _written("sources/notes.xyz", "x"),
    "a gate": _written(f"sources/{TALKS}.toml", "gate = 10\n"),
    "an embargo": _written(f"sources/{CARPETS}.toml", "embargo = 2024-06-01T00:00:00+00:00\n"),
    "settings are broken": _written(f"sources/{CARPETS}.toml", "gate = [\n"),
    "an alias": _written(f"sources/{TALKS}.toml", 'aliases = ["2024-01-01-old"]\n'),
    "the alias of another": _written(f"sources/{CARPETS}.toml", 'aliases = ["2024-01-01-old"]\n'),
    "settings go": _removed(f"sources/{CARPETS}.toml"),
    "a rule is broken": _written("rules/common.toml", ""),
    "a rule": _written("rules/common.toml", '[words]\nabbreviations = ["Mary."]\n'),
    "rules go": _removed("rules/common.toml"),
    "a word of the frame": _replaced("locales/ru/LC_MESSAGES/site.po", "Языки", "Наши языки"),
    "the name of the publisher": _replaced("habar.toml", "source-locale", "publisher.ru = 'П'\nsource-locale"),
    "pages go": lambda root: shutil.rmtree(root / "output/ru", ignore_errors=True),
    "the list of files goes": _removed("output/.manifest"),
    "a compiled file goes": _removed("locales/ru/LC_MESSAGES/site.mo"),
}


def outcome(root: Path, now: datetime) -> object:
    """Everything that a person can see of a build. One that cannot be made leaves the site as it was."""
    try:
        report = build.run(config.find(root), now=now)
    except HabarError as error:
        return error.problems
    return report.pages, report.withheld, report.problems, site(root)


def site(root: Path) -> dict[str, bytes]:
    """Every file of the site."""
    output = root / "output"
    return {str(path.relative_to(output)): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}


def fresh(root: Path, place: Path) -> Path:
    """The same project, of which nothing was ever built."""
    shutil.rmtree(place, ignore_errors=True)
    return Path(shutil.copytree(root, place, ignore=shutil.ignore_patterns(".habar", "output", "*.mo")))


# What takes a page away from readers, or would: there the pages of the last build stay, and an empty folder has none.
TAKING = frozenset(
    ("a number is wrong", "a catalog is broken", "a catalog goes", "a catalog comes", "a source changes",
     "a second file of one id", "settings are broken", "a rule", "the alias of another")
)  # fmt: skip


def twin(root: Path, place: Path) -> Path:
    """The same project with all that was built, by a program that knows not what it was made from."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(root, place)
    with store.opened(place) as there:
        there.remember("climate", "another")
        there.save()
    return place


def stepped(root: Path, name: str, now: datetime) -> None:
    STEPS[name](root)
    if name == "pages go":
        outcome(root, now)  # what other people did to the site is looked at when nothing else is due


histories = st.lists(
    st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from([BEFORE, AFTER])), min_size=1, max_size=4
)


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories)
def test_a_build_on_top_of_others_is_the_build_of_an_empty_folder(
    ministry_template: Path, tmp_path: Path, steps: list[tuple[str, datetime]]
) -> None:
    root = fresh(ministry_template, tmp_path / "project")
    outcome(root, BEFORE)
    for name, now in steps:
        if name not in TAKING:
            stepped(root, name, now)
            assert outcome(root, now) == outcome(fresh(root, tmp_path / "fresh"), now), name


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories)
def test_what_is_left_out_of_a_build_shows_in_nothing(
    ministry_template: Path, tmp_path: Path, steps: list[tuple[str, datetime]]
) -> None:
    root = fresh(ministry_template, tmp_path / "project")
    outcome(root, BEFORE)
    for name, now in steps:
        stepped(root, name, now)
        whole = twin(root, tmp_path / "twin")
        assert outcome(root, now) == outcome(whole, now), name
    mended(root, ministry_template)
    assert outcome(root, AFTER) == outcome(fresh(root, tmp_path / "fresh"), AFTER)


def mended(root: Path, template: Path) -> None:
    """Gives a project the files of another one, and no others, whatever was built of it."""
    for path in root.rglob("*"):
        name = path.relative_to(root)
        if path.is_file() and name.parts[0] not in (".habar", "output") and not (template / name).exists():
            path.unlink()
    shutil.copytree(template, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".habar", "output"))


def test_every_step_after_all_others(ministry_template: Path, tmp_path: Path) -> None:
    root = fresh(ministry_template, tmp_path / "project")
    outcome(root, AFTER)
    for name in STEPS:
        stepped(root, name, AFTER)
        whole = twin(root, tmp_path / "twin")
        assert outcome(root, AFTER) == outcome(whole, AFTER), name
    mended(root, ministry_template)
    assert outcome(root, AFTER) == outcome(fresh(root, tmp_path / "fresh"), AFTER)


def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The bulletins that builds look at from now on."""
    seen: list[str] = []
    real = making.Workshop._found
    monkeypatch.setattr(making.Workshop, "_found", lambda shop, *given: seen.append(given[0].id) or real(shop, *given))
    return seen


def test_only_what_changed_and_what_names_it_is_looked_at(ministry, monkeypatch: pytest.MonkeyPatch) -> None:
    build.run(ministry.project)
    seen = looked_at(monkeypatch)
    ministry.edit(_po(FAIR), "На ней 40 стендов.", "Стендов на ней 40.")
    assert build.run(ministry.project).written > 0
    assert set(seen) == {FAIR, CARPETS}  # its neighbour shows it
    seen.clear()
    assert build.run(ministry.project).written == 0
    assert seen == []


def test_a_file_that_is_only_touched_is_no_change(ministry, monkeypatch: pytest.MonkeyPatch) -> None:
    build.run(ministry.project)
    seen = looked_at(monkeypatch)
    os.utime(ministry.root / _po(FAIR), (1, 1))
    assert build.run(ministry.project).written == 0
    assert seen == []


def test_a_change_within_one_moment_of_the_file_system_is_seen(ministry) -> None:
    path = ministry.root / _po(FAIR)
    ministry.edit(f"sources/{FAIR}.txt", "It has 40", "It has 50")
    ministry.edit(_po(FAIR), 'msgid "It has 40', 'msgid "It has 50')
    build.run(ministry.project)
    status = path.stat()
    with path.open("r+b") as file:
        file.write(path.read_bytes().replace(b"40", b"50"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert files.stamp(path) == files.Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
    report = build.run(ministry.project)
    assert report.problems == []
    page = ministry.root / "output/ru/2024/03/01/fair/index.html"
    assert "На ней 50" in page.read_text(encoding="utf-8").replace("\u00a0", " ")


def test_problems_are_told_again_and_again(ministry) -> None:
    ministry.edit(_po(FAIR), "На ней 40", "На ней 41")
    ministry.write("sources/x.xyz", "x")
    first = build.run(ministry.project)
    again = build.run(ministry.project)
    assert (first.problems, first.withheld) == (again.problems, again.withheld)
    assert {found.code for found in again.problems} >= {"H106"}


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0 nonsense", b"x" * 5000])
def test_a_damaged_state_is_begun_anew(ministry, damage: bytes) -> None:
    build.run(ministry.project)
    before = ministry.files()
    ministry.write(store.FILE, damage)
    ministry.edit(_po(FAIR), "На ней 40 стендов.", "Стендов на ней 40.")
    build.run(ministry.project)
    ministry.edit(_po(FAIR), "Стендов на ней 40.", "На ней 40 стендов.")
    build.run(ministry.project)
    assert ministry.files() == before


def killed(*_: object, **__: object) -> None:
    raise SystemExit


def before_it_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.Store, "save", killed)


def behind_the_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commit, "recovered", lambda root, **_: (root / journal.JOURNAL).exists() and killed())


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("where", [before_it_is_remembered, behind_the_journal])
def test_what_is_taken_back_after_a_killed_build_is_not_in_the_site(
    ministry, monkeypatch: pytest.MonkeyPatch, where: Callable[[pytest.MonkeyPatch], None], alone: bool
) -> None:
    build.run(ministry.project)
    before = ministry.files("output")
    other = f"sources/{CARPETS}.txt"
    ministry.edit(_po(FAIR), "Ярмарка в", "Ярмарки в")
    with monkeypatch.context() as patch:
        where(patch)
        with pytest.raises(SystemExit):
            build.run(ministry.project)
    ministry.edit(_po(FAIR), "Ярмарки в", "Ярмарка в")
    if alone:
        build.run(ministry.project)
    for old, new in (("carpets opened", "rugs opened"), ("rugs opened", "carpets opened")):
        ministry.edit(other, old, new)
        build.run(ministry.project)
    assert ministry.files("output") == before


def test_where_nothing_can_be_remembered_everything_is_made(ministry) -> None:
    build.run(ministry.project)
    before = ministry.files()
    shutil.rmtree(ministry.root / ".habar")
    ministry.write(".habar", "a file")
    assert build.run(ministry.project).written == 0
    assert {name: data for name, data in ministry.files().items() if name != ".habar"} == before


def test_an_embargo_that_ends_is_noticed_without_a_change(ministry) -> None:
    ministry.write(f"sources/{CARPETS}.toml", "embargo = 2024-06-01T00:00:00+00:00\n")
    assert build.run(ministry.project, now=BEFORE).pages == 4
    assert build.embargo_ended(ministry.project, AFTER)
    assert build.run(ministry.project, now=AFTER).pages == 6
    assert not build.embargo_ended(ministry.project, AFTER)
    assert build.run(ministry.project, now=BEFORE).pages == 4


def test_many_bulletins_in_many_processes_are_as_in_one(
    ministry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        ministry.write(f"sources/2024-01-{number + 1:02}-b.txt", f"News {number}\n\nA hall opened on 1 March 2024.\n")
    root = fresh(ministry.root, tmp_path / "one")
    monkeypatch.setattr(build, "_PART", 4)
    build.run(ministry.project, cores=3)
    build.run(config.find(root), cores=1)
    assert site(ministry.root) == site(root)


def test_bulletins_that_are_made_again_together_need_not_be_neighbours(ministry, tmp_path: Path) -> None:
    for number in range(1, 8):
        ministry.write(f"sources/2024-01-0{number}-b.txt", f"News {number}\n\nA hall opened.\n\nIt is large.\n")
    build.run(ministry.project)
    for number in (1, 3, 5, 7):
        ministry.edit(f"sources/2024-01-0{number}-b.txt", "It is large.", "It is huge.")
    build.run(ministry.project)
    assert site(ministry.root) == outcome(fresh(ministry.root, tmp_path / "fresh"), AFTER)[-1]
