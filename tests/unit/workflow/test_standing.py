"""What cannot be made anew stays as the last build left it: one broken file stops nothing but itself."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from i18n.state import store
from i18n.workflow import build, correct, extract, withdraw

FAIR, CARPETS, TALKS = "2024-03-01-fair", "2024-03-02-carpets", "2024-03-03-talks"
SOURCE, CATALOG = f"sources/{FAIR}.txt", f"locales/ru/LC_MESSAGES/{FAIR}.po"


def pages(ministry, language: str = "") -> dict[str, bytes]:
    """The files of the fair."""
    found = ministry.files("output").items()
    return {name: data for name, data in found if "/fair/" in name and name.startswith(language)}


def names_it(ministry) -> list[str]:
    """The lists that name the fair."""
    found = ministry.files("output").items()
    return [name for name, data in found if b"01/fair/" in data and "/fair/" not in name and name != ".manifest"]


FAULTS = {
    "an empty source": lambda place: place.write(SOURCE, ""),
    "a source that is no text": lambda place: place.write(SOURCE, b"\xff\xfe\x00"),
    "its settings": lambda place: place.write(f"sources/{FAIR}.toml", "gate = [\n"),
    "an image": lambda place: place.write(f"sources/{FAIR}.toml", '[[image]]\nfile = "a.jpg"\nalt = "A"\n'),
    "a second source": lambda place: place.write(f"sources/{FAIR}.md", "# A fair\n\nText.\n"),
    "another kind of file": lambda place: (place.root / SOURCE).rename(place.root / f"sources/{FAIR}.xyz"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("known", ["", "UPDATE facts SET value = 'another' WHERE name = 'climate'"], ids=["", "anew"])
def test_a_bulletin_that_cannot_be_read_stays_and_is_named(ministry, fault, known):
    build.run(ministry.project)
    before = ministry.files("output")
    fault(ministry)
    ministry.edit(f"locales/ru/LC_MESSAGES/{TALKS}.po", "Они встретятся снова.", "Встретятся снова.")
    with store.opened(ministry.root) as there:
        there.connection.executescript(known)  # everything is made anew
    report = build.run(ministry.project)
    after = ministry.files("output")
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed == {"ru/2024/03/03/talks/index.html", "ru/2024/03/03/talks/bulletin.xml"}
    assert report.pages == 6
    assert "H383" in {each.code for each in report.problems}
    again = build.run(ministry.project)
    assert (again.written, again.problems) == (0, report.problems)


LANGUAGE_FAULTS = {
    "a number": ("На ней 40 стендов.", "На ней 41 стенд."),
    "a sentence less": ("На ней 40 стендов.", ""),
    "no PO file": ('msgid "It', "msgid It"),
}


@pytest.mark.parametrize("fault", LANGUAGE_FAULTS.values(), ids=LANGUAGE_FAULTS)
def test_a_language_that_lost_its_gate_stays_while_the_others_go_on(ministry, fault):
    build.run(ministry.project)
    before, lists = pages(ministry, "ru/"), names_it(ministry)
    ministry.edit(CATALOG, *fault)
    ministry.edit(f"locales/en/LC_MESSAGES/{FAIR}.po", 'msgstr "It has 40 stands."', 'msgstr "There are 40 stands."')
    report = build.run(ministry.project)
    assert (report.pages, report.removed) == (6, [])
    assert [held.message.endswith("; its page stays as it is") for held in report.withheld] == [True]
    assert pages(ministry, "ru/") == before
    english = pages(ministry, "en/")["en/2024/03/01/fair/index.html"].decode()
    assert ("There are 40 stands." in english.replace("\xa0", " "), "not yet available" in english) == (True, False)
    assert names_it(ministry) == lists
    # the page beside it is another: what stays names that, and is not made again otherwise
    ministry.edit("locales/ru/LC_MESSAGES/2024-03-02-carpets.po", "Ковры в", "Большие ковры в")
    assert build.run(ministry.project).removed == []
    page = "ru/2024/03/01/fair/index.html"
    there = pages(ministry, "ru/")
    assert there[page].decode().replace("Большие ковры", "Ковры") == before[page].decode()
    assert there.keys() == before.keys()
    ministry.edit(CATALOG, *reversed(fault)) if fault[1] else ministry.edit(
        CATALOG, 'It has 40 stands."\nmsgstr ""', 'It has 40 stands."\nmsgstr "На ней 40 стендов."'
    )
    assert (
        build.run(ministry.project).withheld,
        "Большие" in pages(ministry)["ru/2024/03/01/fair/index.html"].decode(),
    ) == ([], True)


@pytest.mark.parametrize("day", ["2024-02-20", "2023-12-31"])
def test_a_bulletin_of_another_day_is_one_row_of_every_list_while_a_language_stays(ministry, day):
    build.run(ministry.project)
    before = pages(ministry, "ru/")
    ministry.edit(SOURCE, "date 2024-03-01 1 March 2024", f"date {day}")
    ministry.edit(CATALOG, "На ней 40 стендов.", "На ней 41 стенд.")
    assert build.run(ministry.project).pages == 6
    assert pages(ministry, "ru/") == before
    year, month, _ = day.split("-")
    assert {f"ru/{year}/{month}/index.html", f"en/{year}/{month}/index.html"} <= set(names_it(ministry))
    table = ministry.read(f"output/en/languages/{year}/{month}/index.html").decode()
    assert [f'href="../../../../{tag}/2024/03/01/fair/' in table for tag in ("en", "ru")] == [True, True]


@pytest.mark.parametrize("base", ["", 'base-url = "https://example.org/"\n'])
@pytest.mark.parametrize("fault", [LANGUAGE_FAULTS["a number"], None])
def test_a_page_that_stays_names_nobody_who_is_no_more(ministry, fault, base):
    ministry.write("habar.toml", ministry.read("habar.toml").decode() + base)
    build.run(ministry.project)
    page = f"ru/{'/'.join(CARPETS.split('-', 3))}/index.html"
    ministry.write(f"sources/{FAIR}.toml", "embargo = 2030-01-01T00:00:00+00:00\n")
    catalog, source = f"locales/ru/LC_MESSAGES/{CARPETS}.po", f"sources/{CARPETS}.txt"
    ministry.edit(catalog, "Открылась выставка ковров.", "") if fault else ministry.write(source, "")
    build.run(ministry.project)
    text = ministry.read(f"output/{page}").decode()
    assert [word in text for word in ("Ярмарка", "01/fair", 'rel="prev"', "03/talks", 'rel="next"')] == [
        False, False, False, True, True
    ]  # fmt: skip
    ministry.write(f"sources/{TALKS}.toml", "embargo = 2030-01-01T00:00:00+00:00\n")
    build.run(ministry.project)
    text = ministry.read(f"output/{page}").decode()
    assert [word in text for word in ("03/talks", "Переговоры", "beside", "</article>")] == [False, False, False, True]
    ministry.edit(f"sources/{FAIR}.toml", "2030-01-01", "2020-01-01")
    build.run(ministry.project, now=datetime(2024, 6, 1, tzinfo=UTC))
    assert 'rel="prev"' not in ministry.read(f"output/{page}").decode()  # it comes with the next new page


def test_what_was_never_there_is_left_out_and_said(ministry):
    ministry.write(SOURCE, "")
    report = build.run(ministry.project)
    assert (report.pages, pages(ministry), names_it(ministry)) == (4, {}, [])
    assert {each.code for each in report.problems} == {"H101"}


def test_a_page_that_somebody_deleted_cannot_stay(ministry):
    build.run(ministry.project)
    ministry.write(SOURCE, "")
    build.run(ministry.project)
    (ministry.root / "output/ru/2024/03/01/fair/index.html").unlink()
    build.run(ministry.project)
    assert {name.partition("/")[0] for name in pages(ministry)} == {"en"}
    assert not [name for name in names_it(ministry) if name == "ru/index.html"]


WAYS = [
    lambda place: place.write(SOURCE, ""),
    lambda place: place.write(f"sources/{FAIR}.md", "# A fair\n\nText.\n"),
    lambda place: place.edit(CATALOG, "На ней 40 стендов.", ""),
]


@pytest.mark.parametrize("broken", WAYS)
def test_an_embargo_wins(ministry, broken):
    build.run(ministry.project)
    broken(ministry)
    build.run(ministry.project)
    assert len(pages(ministry)) == 4
    ministry.write(f"sources/{FAIR}.toml", "embargo = 2030-01-01T00:00:00+00:00\n")
    build.run(ministry.project, now=datetime(2029, 1, 1, tzinfo=UTC))
    assert (pages(ministry), names_it(ministry)) == ({}, [])


@pytest.mark.parametrize("broken", [*WAYS, None])
@pytest.mark.parametrize("built", [False, True])
def test_a_withdrawal_wins(ministry, broken, built):
    build.run(ministry.project)
    now = datetime(2024, 3, 9, tzinfo=UTC)
    withdraw.run(ministry.project, FAIR, {"en": "An error.", "ru": "Ошибка."}, date(2024, 3, 9), now)
    said = ministry.read(f"sources/{FAIR}.toml")
    if broken and built:
        ministry.write(f"sources/{FAIR}.toml", "")
        broken(ministry)
        build.run(ministry.project)
        ministry.write(f"sources/{FAIR}.toml", said)
    elif broken:
        broken(ministry)
    build.run(ministry.project)
    page = pages(ministry)["ru/2024/03/01/fair/index.html"].decode()
    assert ("Ярмарка в Мары" in page, "Ошибка." in page, "открылась" in page) == (True, True, False)
    assert not [name for name in names_it(ministry) if name.startswith("ru/index")]
    ministry.write(SOURCE, "")  # the notice stays, whatever happens to the source
    assert build.run(ministry.project).removed == []
    assert pages(ministry)["ru/2024/03/01/fair/index.html"].decode() == page


def test_a_higher_gate_takes_away_what_never_reached_it(ministry):
    """Otherwise a draft that was built once would go live, unread."""
    build.run(ministry.project)
    ministry.write(f"sources/{FAIR}.toml", 'gates.ru = "approved"\n')
    report = build.run(ministry.project)
    assert [held.message for held in report.withheld] == ["0 % approved, needs 100 %"]
    assert pages(ministry, "ru/") == {}
    ministry.write(SOURCE, "")
    build.run(ministry.project)
    assert (len(pages(ministry, "en/")), pages(ministry, "ru/")) == (2, {})


def test_all_languages_together_stay_together(ministry):
    ministry.write(f"sources/{FAIR}.toml", "together = true\n")
    build.run(ministry.project)
    before = pages(ministry)
    ministry.edit(CATALOG, "На ней 40 стендов.", "На ней 41 стенд.")
    build.run(ministry.project)
    assert pages(ministry) == before


def test_a_correction_that_a_language_has_already_is_not_taken_back(ministry):
    build.run(ministry.project)
    correct.run(ministry.project, FAIR, {"en": "x", "ru": "y"}, date(2024, 3, 8), datetime(2024, 3, 9, tzinfo=UTC))
    ministry.edit(CATALOG, "На ней 40 стендов.", "На ней стендов 40.")
    build.run(ministry.project)
    there = pages(ministry, "ru/")
    assert "На ней стендов 40." in there["ru/2024/03/01/fair/index.html"].decode().replace("\xa0", " ")
    ministry.edit(CATALOG, "На ней стендов 40.", "На ней 41 стенд.")
    assert [held.message for held in build.run(ministry.project).withheld] == [
        "1 error, see below; its page stays as it is"
    ]
    assert pages(ministry, "ru/") == there


def test_a_correction_that_was_only_announced_is_none(ministry):
    """Somebody built the site between the announcement and the correction: its text was still the old one."""
    build.run(ministry.project)
    correct.run(ministry.project, FAIR, {"en": "x", "ru": "y"}, date(2024, 3, 8), datetime(2024, 3, 9, tzinfo=UTC))
    build.run(ministry.project)
    ministry.edit(SOURCE, "It has 40 stands.", "It has 50 stands.")
    extract.run(ministry.project)
    withheld = [held.message for held in build.run(ministry.project).withheld if held.locale == "ru"]
    assert withheld == ["66 % translated, needs 100 %; version 1 stays"]


def test_what_another_program_kept_is_read_by_the_names_of_its_fields(ministry):
    build.run(ministry.project)
    with store.opened(ministry.root) as there:
        names = there.fact("fields of an edition").split()
        for bulletin, position, data in there.connection.execute(
            "SELECT bulletin, position, data FROM editions"
        ).fetchall():
            changed = json.dumps([*json.loads(data)[::-1], "new"])
            there.connection.execute(
                "UPDATE editions SET data = ? WHERE bulletin = ? AND position = ?", (changed, bulletin, position)
            )
        there.remember("fields of an edition", " ".join([*names[::-1], "unknown"]))
        there.remember("climate", "another")
        there.save()
    before = ministry.files("output")
    ministry.write(SOURCE, "")
    build.run(ministry.project)
    assert ministry.files("output") == before
