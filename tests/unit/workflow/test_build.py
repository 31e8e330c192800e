"""What the build puts into ``output/``, what it leaves out, and that nothing but the project decides about a byte."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from i18n import publish, state
from i18n.release import Withheld
from i18n.workflow import approve, build, check, extract, status

FAIR, CARPETS, TALKS = "2024-03-01-fair", "2024-03-02-carpets", "2024-03-03-talks"
FAIR_RU = "ru/2024/03/01/fair/"
FAIR_EN = "en/2024/03/01/fair/"
RUSSIAN_FAIR = f"locales/ru/LC_MESSAGES/{FAIR}.po"


def bulletin_pages(ministry) -> set[str]:
    names = {name for name in ministry.files("output") if re.match(r"../2024/../../", name)}
    assert {name.rpartition("/")[2] for name in names} <= {"index.html", "bulletin.xml"}
    return {name.rpartition("/")[0] + "/" for name in names}


ALL = {f"{locale}/2024/03/{path}/" for locale in ("en", "ru") for path in ("01/fair", "02/carpets", "03/talks")}


def switcher(ministry, page: str) -> str:
    """The list of languages of a page."""
    text = ministry.read(f"output/{page}index.html").decode()
    return text.partition('<nav class="languages"')[2].partition("</nav>")[0]


# The same bytes ----------------------------------------------------------------------------------

SURROUNDINGS = {
    "posix": {"LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0"},
    "russian": {"LC_ALL": "ru_RU.UTF-8", "LANGUAGE": "ru:ja"},
    "no home": {"HOME": None},
    "read-only home": {"HOME": "/proc"},
    "kiritimati": {"TZ": "Pacific/Kiritimati"},
    "other hashes": {"PYTHONHASHSEED": "7", "COLUMNS": "20"},
}


def built(ministry, env) -> dict[str, bytes]:
    """Everything in the project after a full run in these surroundings, but for the sources."""
    for command in ("extract", "compile"):
        ended = ministry.habar(command, env=env)
        assert (ended.returncode, ended.stderr) == (0, "")
    return ministry.files()


@pytest.mark.parametrize("env", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_surroundings_do_not_show_in_a_byte(env, ministry_template, ministry, tmp_path):
    here = built(ministry, {"PYTHONHASHSEED": "1"})
    shutil.rmtree(ministry.root)
    shutil.copytree(ministry_template, ministry.root)
    assert built(ministry, env) == here


def test_another_build_writes_nothing(ministry):
    build.run(ministry.project)
    before = {name: (ministry.root / name).stat().st_mtime_ns for name in ministry.files()}
    again = build.run(ministry.project)
    assert (again.pages, again.written, again.removed, again.problems) == (6, 0, [], [])
    assert {name: (ministry.root / name).stat().st_mtime_ns for name in ministry.files()} == before


def test_what_is_derived_can_be_deleted(ministry):
    extract.run(ministry.project)
    build.run(ministry.project)
    before = ministry.files()
    shutil.rmtree(ministry.root / "output")
    shutil.rmtree(ministry.root / "locales" / "templates")
    for compiled in ministry.root.glob("locales/*/LC_MESSAGES/*.mo"):
        compiled.unlink()
    extract.run(ministry.project)
    build.run(ministry.project)
    assert ministry.files() == before


def test_a_damaged_page_is_mended(ministry):
    build.run(ministry.project)
    before = ministry.files("output")
    ministry.write(f"output/{FAIR_RU}index.html", "")
    (ministry.root / "output" / "index.html").unlink()
    assert build.run(ministry.project).written == 2
    assert ministry.files("output") == before


# What is built, and what is no longer due --------------------------------------------------------


def test_every_bulletin_is_built_in_every_language(ministry):
    report = build.run(ministry.project)
    assert (report.pages, report.withheld, report.problems, report.removed) == (6, [], [], [])
    assert bulletin_pages(ministry) == ALL
    listed = ministry.read("output/.manifest").decode().splitlines()
    assert listed == sorted(set(ministry.files("output")) - {".manifest"})
    assert "not yet available" not in switcher(ministry, "en/2024/03/01/fair/")


def test_a_bulletin_below_its_gate_is_named_as_not_yet_available(ministry):
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "")
    report = build.run(ministry.project)
    assert (report.pages, report.removed) == (5, [])
    assert report.withheld == [Withheld(FAIR, "ru", "gate", "66 % translated, needs 100 %")]
    assert bulletin_pages(ministry) == ALL - {FAIR_RU}
    assert not (ministry.root / "output/ru/2024/03/01").exists()
    assert "not yet available" in switcher(ministry, "en/2024/03/01/fair/")
    assert FAIR_RU not in ministry.read("output/en/2024/03/01/fair/index.html").decode()
    assert "fair" not in ministry.read("output/ru/index.html").decode()
    assert "not yet available" not in switcher(ministry, "en/2024/03/03/talks/")


def test_a_fuzzy_translation_does_not_go_out(ministry):
    ministry.edit(RUSSIAN_FAIR, 'msgid "It has 40 stands."', '#, fuzzy\nmsgid "It has 40 stands."')
    assert build.run(ministry.project).withheld == [Withheld(FAIR, "ru", "gate", "66 % translated, needs 100 %")]
    assert bulletin_pages(ministry) == ALL - {FAIR_RU}


@pytest.mark.parametrize("blank", [" ", "\\n", "\u00a0\u3000"])
def test_a_blank_translation_does_not_go_out(blank, ministry):
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", blank)
    assert build.run(ministry.project).withheld == [Withheld(FAIR, "ru", "gate", "66 % translated, needs 100 %")]
    assert bulletin_pages(ministry) == ALL - {FAIR_RU}
    counted = status.run(ministry.project, [FAIR]).rows[0].progress["ru"]
    assert (counted.waiting_for_review.units, counted.untranslated.units) == (2, 1)


def status_of(ministry, page: str) -> tuple[str, bool]:
    """The status in a bulletin's XML, and whether its page has the notice on provisional translations."""
    xml = ministry.read(f"output/{page}bulletin.xml").decode()
    notice = "Неофициальный перевод" in ministry.read(f"output/{page}index.html").decode()
    return xml.partition(' status="')[2].partition('"')[0], notice


def signed(ministry, *entries: str) -> None:
    report = approve.run(ministry.project, [FAIR], "ru", "Anna", date(2024, 3, 5), entries)
    assert report.problems == []


def test_a_translation_is_provisional_until_all_of_it_is_approved(ministry):
    signed(ministry, "title", "p1.s1")
    build.run(ministry.project)
    assert status_of(ministry, FAIR_RU) == ("provisional", True)
    signed(ministry)
    assert build.run(ministry.project).written > 0
    assert status_of(ministry, FAIR_RU) == ("approved", False)
    assert status_of(ministry, "ru/2024/03/03/talks/") == ("provisional", True)
    assert status_of(ministry, FAIR_EN) == ("original", False)


def test_an_edit_after_the_approval_makes_a_translation_provisional_again(ministry):
    signed(ministry)
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Там 40 стендов.")
    build.run(ministry.project)
    assert status_of(ministry, FAIR_RU) == ("provisional", True)


def test_a_translation_with_passages_in_the_source_language_is_never_approved(ministry):
    signed(ministry)
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "")
    ministry.write("habar.toml", ministry.read("habar.toml") + b"gate = 50\n")
    build.run(ministry.project)
    assert status_of(ministry, FAIR_RU) == ("provisional", True)


def test_with_a_lower_gate_the_source_shows_through_in_its_own_language(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b"gates.ru = 66\n")
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "")
    assert build.run(ministry.project).withheld == []
    page = ministry.read(f"output/{FAIR_RU}index.html").decode()
    label = '<small class="label" lang="ru">ещё не переведено</small>'
    assert f'<span class="untranslated" lang="en">{label} It has 40 stands.</span>' in page


def test_an_untranslated_bulletin_is_not_built_for_its_date_alone(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b"gates.ru = 1\n")
    (ministry.root / RUSSIAN_FAIR).unlink()
    assert build.run(ministry.project).withheld == [Withheld(FAIR, "ru", "gate", "0 % translated, needs 1 %")]
    assert bulletin_pages(ministry) == ALL - {FAIR_RU}


def test_a_bulletin_whose_source_is_gone_loses_its_pages(ministry):
    build.run(ministry.project)
    (ministry.root / "sources" / f"{FAIR}.txt").unlink()
    report = build.run(ministry.project)
    assert report.pages == 4
    assert report.removed == [
        f"{FAIR_EN}bulletin.xml",
        f"{FAIR_EN}index.html",
        f"{FAIR_RU}bulletin.xml",
        f"{FAIR_RU}index.html",
    ]
    assert bulletin_pages(ministry) == {name for name in ALL if "fair" not in name}
    assert not any("fair" in data.decode("utf-8", "replace") for data in ministry.files("output").values())
    assert (ministry.root / RUSSIAN_FAIR).exists()


def test_a_language_that_is_given_up_loses_its_pages(ministry):
    build.run(ministry.project)
    ministry.write("habar.toml", 'locales = ["en"]\n')
    build.run(ministry.project)
    assert not any(name.startswith("ru/") for name in ministry.files("output"))


def test_files_of_other_people_in_output_stay(ministry):
    build.run(ministry.project)
    ministry.write("output/CNAME", "news.example.org\n")
    ministry.write("output/ru/2024/03/01/fair/photo.jpg", "x")
    (ministry.root / "sources" / f"{FAIR}.txt").unlink()
    build.run(ministry.project)
    left = set(ministry.files("output"))
    assert {"CNAME", "ru/2024/03/01/fair/photo.jpg"} <= left
    assert "ru/2024/03/01/fair/index.html" not in left


def test_a_build_that_is_broken_off_leaves_the_old_site(ministry, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(publish, "site_files", killed)
        with pytest.raises(KeyboardInterrupt):
            build.run(ministry.project)
    assert ministry.files("output") == {}
    build.run(ministry.project)
    before = ministry.files("output")
    ministry.write("habar.toml", ministry.read("habar.toml") + b'publisher.ru = "X"\n')
    (ministry.root / f"sources/{FAIR}.txt").unlink()
    with monkeypatch.context() as patched:
        patched.setattr(publish, "site_files", killed)
        with pytest.raises(KeyboardInterrupt):
            build.run(ministry.project)
    assert ministry.files("output") == before
    gone = [name for name in before if "/fair/" in name]
    assert build.run(ministry.project).removed == gone
    assert bulletin_pages(ministry) == ALL - {FAIR_RU, FAIR_EN}


@pytest.mark.parametrize("line", ["../habar.toml", "/etc/habar-test", "en/../../habar.toml", "", ".", "en", "gone"])
def test_a_forged_list_of_files_removes_nothing_outside(line, ministry):
    build.run(ministry.project)
    before = ministry.files()
    ministry.write("output/.manifest", ministry.read("output/.manifest") + f"{line}\n".encode())
    build.run(ministry.project)
    assert ministry.files() == before


# The wrong language ------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["error", "off"])
def test_text_in_another_language_is_not_published(level, ministry):
    """Whether each of its sentences is an error, too, or only the whole page."""
    ministry.write("habar.toml", ministry.read("habar.toml") + f'checks.H235 = "{level}"\n'.encode())
    long = "The fair shows carpets, horses and melons from all the regions of the country until the end of the month."
    ministry.write(f"sources/{FAIR}.txt", ministry.read(f"sources/{FAIR}.txt") + f"\n{long}\n".encode())
    extract.run(ministry.project)
    ministry.write(RUSSIAN_FAIR, ministry.read(f"locales/en/LC_MESSAGES/{FAIR}.po"))
    for _ in range(2):  # the second time, much is remembered
        assert ("H240", RUSSIAN_FAIR) in [(each.code, each.place.path) for each in check.run(ministry.project).problems]
        report = build.run(ministry.project)
        assert [(found.code, str(found.place)) for found in report.problems] == [("H240", RUSSIAN_FAIR)]
        (ministry.root / ".habar/state.sqlite").unlink()
    assert bulletin_pages(ministry) == ALL - {FAIR_RU}
    assert "not yet available" in switcher(ministry, "en/2024/03/01/fair/")


@pytest.mark.parametrize("touched", [False, True])
def test_a_russian_bulletin_does_not_go_out_as_english(touched, ministry):
    """Its English catalog was made while the project took it for an English bulletin, and perhaps edited since."""
    name = "2024-03-04-russian"
    catalog = f"locales/en/LC_MESSAGES/{name}.po"
    text = (
        " date 2024-03-04\n\nО переговорах в Токио\n\n"
        "Министры иностранных дел провели переговоры в Токио и договорились о новой встрече.\n"
    )
    ministry.write(f"sources/{name}.txt", text)
    extract.run(ministry.project)
    if touched:
        ministry.edit(catalog, 'msgstr "О переговорах в Токио"', 'msgstr "О переговорах в г. Токио"')
    ministry.write(f"sources/{name}.toml", 'locale = "ru"\n')
    extract.run(ministry.project)
    report = build.run(ministry.project)
    assert [(found.code, found.place.path) for found in report.problems] == [("H240", catalog)] * touched
    assert bulletin_pages(ministry) == ALL | {"ru/2024/03/04/russian/"}
    if touched:
        assert check.run(ministry.project, [name]).problems != []


# Words of the frame ------------------------------------------------------------------------------


def test_broken_words_of_the_frame_are_told_and_the_pages_built(ministry):
    extract.run(ministry.project)
    ministry.write("locales/ru/LC_MESSAGES/site.po", 'msgid "Languages\nmsgstr ""\n')
    before = ministry.files("locales")
    report = build.run(ministry.project)
    assert [(found.code, str(found.place)) for found in report.problems] == [
        ("H205", "locales/ru/LC_MESSAGES/site.po:1")
    ]
    assert {name: data for name, data in ministry.files("locales").items() if not name.endswith(".mo")} == before
    assert bulletin_pages(ministry) == ALL


def test_the_folder_of_the_memory_is_none_of_a_language(ministry):
    ministry.write("locales/memory/old.tmx", "<tmx/>")
    assert [found.code for found in build.run(ministry.project).problems] == []


def test_a_language_without_words_of_the_frame_borrows_them(ministry):
    ministry.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "de"]\n')
    report = build.run(ministry.project)
    assert [found.code for found in report.problems] == ["H521"]  # of Russian, which is none of its languages now
    assert b'<html lang="de"' in ministry.read("output/de/index.html")


def test_an_output_that_leads_outside_is_refused(ministry, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (ministry.root / "output").mkdir()
    (ministry.root / "output" / "ru").symlink_to(tmp_path / "elsewhere")
    ended = ministry.habar("compile")
    assert ended.returncode == 2
    assert "error H502" in ended.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


# Errors in translations --------------------------------------------------------------------------


def test_a_translation_with_an_error_is_not_published(ministry):
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "На ней 41 стенд.")
    line = ministry.read(RUSSIAN_FAIR).decode().partition('msgid "It has 40')[0].count("\n") + 1
    ended = ministry.habar("compile")
    assert ended.returncode == 1
    assert ended.stdout.splitlines() == [
        f"  not built: {FAIR} in ru: 1 error, see below",
        "5 pages built, 27 files written",
        f"Look at {ministry.root}/output/index.html",
    ]
    assert ended.stderr.splitlines() == [
        f"{RUSSIAN_FAIR}:{line}: error H232: the source has 40, the translation has 41",
        "    msgid  It has 40 stands.",
        "    fix    compare it with the source",
    ]
    assert bulletin_pages(ministry) == ALL - {FAIR_RU}
    assert "not yet available" in switcher(ministry, f"{FAIR_EN}")
    assert build.run(ministry.project).withheld == [Withheld(FAIR, "ru", "errors", "1 error, see below")]
    ministry.edit(RUSSIAN_FAIR, "На ней 41 стенд.", "На ней 40 стендов.")
    assert (build.run(ministry.project).problems, bulletin_pages(ministry)) == ([], ALL)


def test_a_warning_does_not_keep_a_page_back(ministry):
    ministry.edit(f"locales/ru/LC_MESSAGES/{FAIR}.po", 'msgstr "Ярмарка в Мары"', 'msgstr "Ярмарка 2024 года в Мары"')
    assert {(found.code, found.severity) for found in check.run(ministry.project).problems} == {("H232", "warning")}
    assert (build.run(ministry.project).problems, bulletin_pages(ministry)) == ([], ALL)


def test_an_error_where_nothing_is_published_is_nothing_to_the_build(ministry):
    ministry.edit(RUSSIAN_FAIR, 'msgstr "На ней 40 стендов."', 'msgstr ""')
    ministry.edit(RUSSIAN_FAIR, "В Мары открылась ярмарка.", "В Мары открылась 41 ярмарка.")
    report = build.run(ministry.project)
    assert (report.withheld, report.problems) == ([Withheld(FAIR, "ru", "gate", "66 % translated, needs 100 %")], [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("На ней 40 стендов.", set()),
        ("На ней 40 стендов .", {"H245"}),
        ("На ней 40 <b>стендов</b>.", {"H231"}),
        ("На ней 40 cтендов.", {"H238"}),
        ("На ней 40 ‮стендов.", {"H256"}),
        ("It has 40 stands.", {"H235"}),
        ("На ней 40 (стендов.", {"H243"}),
        ("На ней 40 стендов, см. www.example.org.", {"H254"}),
    ],
)
def test_a_page_goes_out_exactly_where_the_checks_find_no_error(text, codes, ministry):
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", text)
    found = [one for one in check.run(ministry.project).problems if one.code != "H259"]
    assert codes <= {one.code for one in found}
    errors = [one for one in found if one.severity == "error"]
    for _ in range(2):
        report = build.run(ministry.project)
        assert report.problems == errors
        assert (FAIR_RU in bulletin_pages(ministry)) == (errors == [])


def _silenced(ministry):
    ministry.edit(RUSSIAN_FAIR, 'msgid "It has 40', '# habar: ignore H232: one more came\nmsgid "It has 40')


def _lowered(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b'checks.H232 = "warning"\n')


@pytest.mark.parametrize("way_out", [_silenced, _lowered])
def test_a_false_alarm_has_a_way_out(way_out, ministry):
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "На ней 41 стенд.")
    assert build.run(ministry.project).pages == 5
    way_out(ministry)
    assert build.run(ministry.project).pages == 6
    signed(ministry)


@pytest.mark.parametrize("first", [build, check])
def test_what_was_found_right_is_not_checked_again(first, ministry, monkeypatch):
    ministry.edit(f"locales/ru/LC_MESSAGES/{FAIR}.po", 'msgstr "Ярмарка в Мары"', 'msgstr "Ярмарка 2024 года в Мары"')
    warned = check.run(ministry.project).problems
    (ministry.root / ".habar/verdicts").unlink()
    first.run(ministry.project)
    looked: list[str] = []
    monkeypatch.setattr(check.checks, "judge", lambda pair, *_, **__: looked.append(pair.msgid) or [])
    assert build.run(ministry.project).pages == 6
    assert looked == []
    assert check.run(ministry.project).checked == 16
    fair = {"A fair in Mary", "A fair opened in Mary.", "It has 40 stands."}
    assert (set(looked) == fair) == (first is check)  # a build did not ask for warnings
    assert fair <= set(looked)
    assert len(warned) == 1


def _no_file(ministry):
    (ministry.root / ".habar/verdicts").unlink()


def _nonsense(ministry):
    ministry.write(".habar/verdicts", b"\xff\n" + ministry.read(".habar/verdicts")[3:])


def _a_folder(ministry):
    (ministry.root / ".habar/verdicts").unlink()
    (ministry.root / ".habar/verdicts").mkdir()


@pytest.mark.parametrize("damage", [_no_file, _nonsense, _a_folder])
def test_remembered_verdicts_change_no_byte(damage, ministry):
    build.run(ministry.project)
    before = ministry.files()
    damage(ministry)
    shutil.rmtree(ministry.root / "output")
    assert build.run(ministry.project).problems == []
    assert ministry.files() == before


def _edited(ministry, monkeypatch):
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "На ней 41 стенд.")


def _corrected(ministry, monkeypatch):
    source = f"sources/{FAIR}.txt"
    ministry.edit(source, "It has 40 stands.", "It has 41 stands.")
    ministry.write("habar.toml", ministry.read("habar.toml") + b"gate = 50\n")
    ministry.edit(RUSSIAN_FAIR, 'msgid "It has 40 stands."', 'msgid "It has 41 stands."')


def _other_checks(ministry, monkeypatch):
    first = check.checks.CHECKS[0]
    strict = replace(first, version=first.version + 1, run=lambda pair: [check.checks.Finding("no")])
    monkeypatch.setattr(check.checks, "CHECKS", (strict,))
    (ministry.root / ".habar/state.sqlite").unlink()  # other checks are another program


@pytest.mark.parametrize("change", [_edited, _corrected, _other_checks])
def test_a_verdict_ends_with_what_it_was_made_from(change, ministry, monkeypatch):
    assert build.run(ministry.project).problems == []
    change(ministry, monkeypatch)
    assert build.run(ministry.project).problems != []


def test_verdicts_that_are_out_of_date_are_forgotten(ministry):
    check.run(ministry.project)
    before = ministry.read(".habar/verdicts")
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Стендов на ней 40.")
    check.run(ministry.project, [FAIR])
    assert len(ministry.read(".habar/verdicts").splitlines()) == len(before.splitlines()) + 1
    check.run(ministry.project)
    assert len(ministry.read(".habar/verdicts").splitlines()) == len(before.splitlines())


def test_a_small_build_adds_its_verdict_to_the_others(ministry):
    build.run(ministry.project)
    before = ministry.read(".habar/verdicts")
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Стендов на ней 40.")
    build.run(ministry.project)
    after = ministry.read(".habar/verdicts")
    assert after.startswith(before)
    assert len(after.splitlines()) == len(before.splitlines()) + 1
    ministry.edit(RUSSIAN_FAIR, "Стендов на ней 40.", "На ней 40 стендов.")
    build.run(ministry.project)
    assert ministry.read(".habar/verdicts") == after


def test_a_line_that_was_cut_off_is_written_again(ministry, monkeypatch):
    check.run(ministry.project)
    before = ministry.read(".habar/verdicts")
    ministry.write(".habar/verdicts", before[:-5])
    check.run(ministry.project, [file.stem for file in (ministry.root / "sources").glob("*.txt")])
    lines = ministry.read(".habar/verdicts").splitlines()
    assert set(before.splitlines()) == {line for line in lines if len(line) == 39}
    monkeypatch.setattr(check.checks, "judge", lambda *_, **__: pytest.fail("checked again"))
    assert check.run(ministry.project).checked == 16


def test_what_is_shown_at_once_is_flushed_before_it_is_remembered(ministry, monkeypatch):
    build.run(ministry.project)
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Стендов на ней 40.")
    done: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _descriptor: done.append("flushed"))
    monkeypatch.setattr(os, "sync", lambda: done.append("flushed"))
    saved = state.Store.save
    monkeypatch.setattr(state.Store, "save", lambda store: done.append("remembered") or saved(store))
    page = ministry.root / f"output/{FAIR_RU}index.html"

    def shown(report):
        assert report.written > 0
        assert "Стендов на ней 40." in page.read_text(encoding="utf-8").replace("\u00a0", " ")
        done.append("shown")

    build.run(ministry.project, shown=shown)
    assert done == ["shown", "flushed", "remembered"]


def test_a_build_that_ended_before_it_remembered_is_done_again(ministry):
    build.run(ministry.project)
    ministry.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Стендов на ней 40.")

    def broken_off(_report):
        raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        build.run(ministry.project, shown=broken_off)
    page = ministry.root / f"output/{FAIR_RU}index.html"
    page.write_bytes(b"")  # as a power cut may leave it
    build.run(ministry.project)
    assert "Стендов на ней 40." in page.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert build.run(ministry.project).written == 0
