"""What a build keeps of its press: rendered templates and compiled words, as long as nothing that they are of changes."""

from __future__ import annotations

import shutil

import pytest

from i18n import publish
from i18n.publish import entries, newsml, page, sharing, xmlfile
from i18n.workflow import build, extract, presses

RUSSIAN_FAIR = "locales/ru/LC_MESSAGES/2024-03-01-fair.po"
PAGE = "output/ru/2024/03/01/fair/index.html"


@pytest.fixture
def online(ministry):
    settings = ministry.read("habar.toml").decode()
    ministry.write("habar.toml", f'base-url = "https://example.org/"\n{settings}')
    build.run(ministry.project)
    return ministry


def test_another_text_renders_no_form_and_compiles_no_words(online, monkeypatch):
    def refused(*_arguments, **_more):
        raise AssertionError("it was made before")

    for maker in (page, sharing, xmlfile, newsml, entries):
        monkeypatch.setattr(maker, "_form", refused)
    monkeypatch.setattr(publish, "compile_words", refused)
    online.edit(RUSSIAN_FAIR, "На ней 40 стендов.", "Стендов на ней 40.")
    assert build.run(online.project).written >= 4
    monkeypatch.undo()
    after = online.files("output")
    assert "Стендов на ней" in online.read(PAGE).decode()
    shutil.rmtree(online.root / ".habar")
    shutil.rmtree(online.root / "output")
    build.run(online.project)
    assert online.files("output") == after


def test_other_words_are_on_every_page_at_once(online):
    online.edit(
        "locales/ru/LC_MESSAGES/site.po", 'msgid "Archive"\nmsgstr "Архив"', 'msgid "Archive"\nmsgstr "Хранилище"'
    )
    assert "Архив" in online.read(PAGE).decode()
    build.run(online.project)
    assert "Хранилище" in online.read(PAGE).decode()


def test_only_so_many_forms_are_kept(online, monkeypatch):
    from i18n import state

    monkeypatch.setattr(presses, "_MOST_FORMS", 3)
    shutil.rmtree(online.root / ".habar")
    build.run(online.project)
    with state.opened(online.root) as store:
        assert len(store.facts("form ")) == 3
        assert set(store.facts("words ")) <= {"en", "ru"}


def test_a_part_that_ends_within_a_day_changes_no_page_when_all_is_made_again(ministry, monkeypatch):
    for number in range(1, 6):
        ministry.write(f"sources/2024-05-02-note-{number}.txt", f" date 2024-05-02\n\nNote {number}\n\nA text.\n")
    monkeypatch.setattr(build, "_FIRST_PART", 2)
    monkeypatch.setattr(build, "_PART", 3)
    extract.run(ministry.project)
    build.run(ministry.project)
    before = ministry.files("output")
    (ministry.root / ".habar/state.sqlite").unlink()
    build.run(ministry.project)
    assert ministry.files("output") == before
    assert build.run(ministry.project).written == 0
