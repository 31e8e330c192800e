"""A translator saves a catalog while ``habar extract`` is at work on it: no word is lost."""

from __future__ import annotations

from datetime import date

import pytest

from i18n import files
from i18n.files import staging
from i18n.workflow import approve, extract

TALKS = "2024-03-03-talks"
SOURCE = f"sources/{TALKS}.txt"
CATALOG = f"locales/ru/LC_MESSAGES/{TALKS}.po"
EDITED = "Министры завершили переговоры."


@pytest.fixture
def changed(ministry):
    """The ministry with a sentence more in one bulletin, so that extract has to write."""
    ministry.edit(SOURCE, "They will meet again.", "They will meet again. A programme was signed.")
    return ministry


def test_what_a_translator_saves_meanwhile_is_kept(changed, monkeypatch):
    stage, saves = staging.stage, []

    def slow(temporary, target, data, *, sync):
        stage(temporary, target, data, sync=sync)
        if target.endswith(CATALOG) and not saves:
            saves.append(target)
            changed.edit(CATALOG, "Министры провели переговоры.", EDITED)

    monkeypatch.setattr(staging, "stage", slow)
    report = extract.run(changed.project, [TALKS])
    assert len(saves) == 1
    assert report.problems == []
    text = changed.read(CATALOG).decode()
    assert f'msgstr "{EDITED}"' in text
    assert 'msgid "A programme was signed."\nmsgstr ""' in text
    assert not [name for name in changed.files() if name.endswith(".tmp")]


def test_what_a_translator_edits_meanwhile_is_not_approved_unseen(ministry, monkeypatch):
    """The approval is bound to what was approved; another entry that was saved meanwhile is in the file."""
    stage, saves = staging.stage, []

    def slow(temporary, target, data, *, sync):
        stage(temporary, target, data, sync=sync)
        if target.endswith(CATALOG) and not saves:
            saves.append(target)
            ministry.edit(CATALOG, "Они встретятся снова.", "")

    monkeypatch.setattr(staging, "stage", slow)
    report = approve.run(ministry.project, [TALKS], "ru", "Anna", date(2024, 3, 5))
    assert [done.entries for done in report.approved] == [2]
    assert [found.code for found in report.problems] == ["H291"]
    text = ministry.read(CATALOG).decode()
    assert 'msgid "They will meet again."\nmsgstr ""' in text
    assert text.count("# Approved by Anna on 2024-03-05 [") == 2


def test_a_file_that_never_rests_is_left_alone_and_named(changed, monkeypatch):
    stage, text = staging.stage, changed.read(CATALOG).decode()
    saved: list[str] = []

    def busy(temporary, target, data, *, sync):
        stage(temporary, target, data, sync=sync)
        if target.endswith(CATALOG):
            saved.append(f"{text}\n# saved {len(saved)}\n")
            changed.write(CATALOG, saved[-1])

    monkeypatch.setattr(staging, "stage", busy)
    report = extract.run(changed.project, [TALKS])
    assert [str(found) for found in report.problems] == [
        f"{CATALOG}: error H502: another program writes to this file again and again"
    ]
    assert changed.read(CATALOG).decode() == saved[-1]
    assert not [name for name in changed.files() if name.endswith(".tmp")]


def test_write_refuses_what_is_no_longer_there(tmp_path):
    (tmp_path / "x").write_bytes(b"theirs")
    for was in (b"before", None):
        with pytest.raises(files.StaleError):
            files.write(tmp_path, "x", b"ours", was=was)
    assert (tmp_path / "x").read_bytes() == b"theirs"
    assert files.write(tmp_path, "x", b"ours", was=b"theirs")
    assert files.write(tmp_path, "y", b"new", was=None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x", "y"]
