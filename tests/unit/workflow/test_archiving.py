"""Whole bulletins go into archives and come back: through the commands, as a person uses them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from i18n import catalogs
from i18n.exchange.archive import state, write
from i18n.exchange.archive_read import read
from i18n.problems import HabarError
from i18n.workflow import archiving, belongings
from tests.conftest import CARPETS, FAIR, TALKS, Workplace

A = "{urn:habar:archive:1}"


@pytest.fixture(scope="module")
def kept_template(ministry_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = Workplace(shutil.copytree(ministry_template, tmp_path_factory.mktemp("kept") / "ministry"))
    approved = place.habar("approve", FAIR, "--to", "ru", "--as", "Anna Petrowa", "--on", "2024-03-02")
    assert approved.returncode == 0, approved.stderr
    fair = f"locales/ru/LC_MESSAGES/{FAIR}.po"
    place.edit(fair, 'msgid "It has 40 stands."\nmsgstr "На ней 40 стендов."', 'msgid "It has 40 stands."\nmsgstr ""')
    talks = f"locales/ru/LC_MESSAGES/{TALKS}.po"
    text = place.read(talks).decode()
    text = text.replace(
        'msgid "They will meet again."', '#, fuzzy\n#| msgid "They met."\nmsgid "They will meet again."'
    )
    place.write(talks, text + '\n# Kept for later\n#~ msgid "Gone"\n#~ msgstr "Ушло"\n')
    place.write(f"sources/{TALKS}.toml", 'units = "sentence"\n')
    return place.root


@pytest.fixture
def kept(kept_template: Path, tmp_path: Path) -> Workplace:
    """The ministry with everything that a catalog can hold: approved, fuzzy, empty, obsolete, a person's comment."""
    return Workplace(shutil.copytree(kept_template, tmp_path / "kept"))


def archived(place: Workplace, bulletin: str) -> str:
    """The archive of a bulletin."""
    [archive] = archiving.run(place.project, [bulletin]).archives
    return write(archive).decode()


def restored(place: Workplace, text: str, *, dry: bool = False) -> archiving.Restored:
    return archiving.restore(place.project, read(text.encode(), "a.xml"), "a.xml", dry=dry)


def po_files(place: Workplace) -> dict[str, bytes]:
    return {name: data for name, data in place.files("locales").items() if name.endswith(".po") and "site" not in name}


def test_catalogs_and_sources_are_rebuilt_from_archives_alone(kept: Workplace) -> None:
    before, sources = po_files(kept), kept.files("sources")
    done = kept.habar("export", "archive", "-o", "archive/")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(kept.files("archive")) == [f"{FAIR}.xml", f"{CARPETS}.xml", f"{TALKS}.xml"]
    for folder in ("sources", "locales"):
        shutil.rmtree(kept.root / folder)
    back = kept.habar("import", "archive", *(f"archive/{name}" for name in kept.files("archive")))
    assert (back.returncode, back.stderr) == (0, "")
    assert kept.files("sources") == sources
    after = po_files(kept)
    assert sorted(after) == sorted(before)
    for name, data in before.items():
        old, new = (catalogs.parse(each, name) for each in (data, after[name]))
        assert (old.header, old.entries) == (new.header, new.entries)
        assert list(map(state, old.entries)) == list(map(state, new.entries))
    assert after[f"ru/LC_MESSAGES/{CARPETS}.po"] == before[f"ru/LC_MESSAGES/{CARPETS}.po"]
    assert "3 approvals, 1 of them void" in kept.habar("log", FAIR).stdout


def test_an_archive_tells_states_names_and_revisions(kept: Workplace) -> None:
    data = archived(kept, FAIR).encode()
    tree = etree.fromstring(data)
    archive = read(data, "x")
    assert archive.revision == tree.get("revision")
    assert [block.get("role") for block in tree.find(A + "text")] == ["date", "title", "paragraph"]
    assert tree.findtext(A + "file") == kept.read(f"sources/{FAIR}.txt").decode()
    [russian] = [catalog for catalog in tree.iterfind(A + "catalog") if "ru" in catalog.values()]
    told = [
        (entry.get("state"), [(given.get("by"), given.get("day")) for given in entry.iterfind(A + "approval")])
        for entry in russian.iterfind(A + "entry")
    ]
    anna = [("Anna Petrowa", "2024-03-02")]
    assert told == [("approved", anna), ("approved", anna), ("untranslated", anna)]
    header = russian.findtext(f"{A}header/{A}translation")
    assert f"X-Source-Revision: {archive.revision}\n" in header


def test_nothing_that_is_there_is_written_over(kept: Workplace) -> None:
    archive = archived(kept, TALKS)
    kept.edit(f"locales/ru/LC_MESSAGES/{TALKS}.po", "Министры провели переговоры.", "Министры говорили.")
    kept.edit(f"sources/{TALKS}.txt", "again", "soon")
    before = kept.files("sources") | kept.files("locales")
    done = restored(kept, archive)
    assert (done.written, done.same) == ([], 2)
    assert [(found.code, found.place.path) for found in done.problems] == [
        ("H351", f"sources/{TALKS}.txt"),
        ("H351", f"locales/ru/LC_MESSAGES/{TALKS}.po"),
    ]
    assert kept.files("sources") | kept.files("locales") == before


def test_earlier_versions_and_images_come_along(kept: Workplace) -> None:
    photo = bytes(range(256)) * 40
    more = {
        f"sources/.versions/{FAIR}/1/{FAIR}.txt": b"A fair\n",
        f"sources/.versions/{FAIR}/1/ru.po": b'msgid ""\nmsgstr ""\n',
        f"sources/.versions/{FAIR}/1/files/old photo.jpg": photo[::-1],
        f"sources/{FAIR}/photo.jpg": photo,
        f"sources/{FAIR}/план.pdf": b"%PDF\r\n\0",
    }
    for name, data in more.items():
        kept.write(name, data)
    archive, before = archived(kept, FAIR), kept.files("sources")
    for name in more:
        (kept.root / name).unlink()
    (kept.root / f"sources/{FAIR}.txt").unlink()
    done = restored(kept, archive)
    assert sorted(done.written) == sorted([*more, f"sources/{FAIR}.txt"])
    assert kept.files("sources") == before


def test_what_is_too_large_is_left_out_and_named(kept: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(belongings, "LARGEST", 900)
    monkeypatch.setattr(belongings, "MOST", 1500)
    for name, size in (("a.jpg", 800), ("b.jpg", 901), ("c.jpg", 800)):
        kept.write(f"sources/{FAIR}/{name}", bytes(size))
    made = archiving.run(kept.project, [FAIR])
    assert [(found.code, found.place.path) for found in made.problems] == [
        ("H353", f"sources/{FAIR}/b.jpg"),
        ("H353", f"sources/{FAIR}/c.jpg"),
    ]
    assert sorted(made.archives[0].files) == [f"sources/{FAIR}.txt", f"sources/{FAIR}/a.jpg"]


def test_the_largest_files_can_be_read_back(kept: Workplace) -> None:
    for name in ("a.jpg", "b.jpg"):
        kept.write(f"sources/{FAIR}/{name}", b"\xff" * belongings.LARGEST)
    assert len(read(archived(kept, FAIR).encode(), "a.xml").files) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sources/x.txt", True),
        ("sources/x/a b.jpg", True),
        ("sources/.versions/x/1/ru.po", True),
        ("sources/.versions/x/1/files/a.jpg", True),
        ("sources/y.txt", False),
        ("sources/x.txt/a", False),
        ("sources/x/../y.txt", False),
        ("sources/x/..", False),
        ("sources/x/.git", False),
        ("sources/x/a/b.jpg", False),
        ("sources/.versions/x/1/other/a.jpg", False),
        ("sources/.versions/x/../1", False),
        ("sources/x/a\n.jpg", False),
        ("locales/ru/LC_MESSAGES/x.po", False),
        ("/etc/x.txt", False),
    ],
)
def test_files_of_a_bulletin(name: str, expected: bool) -> None:
    assert belongings.belongs(name, "x") is expected


def test_a_dry_run_writes_nothing(kept: Workplace) -> None:
    archive = archived(kept, FAIR)
    shutil.rmtree(kept.root / "sources")
    done = restored(kept, archive, dry=True)
    assert (done.written, done.same, done.problems) == ([f"sources/{FAIR}.txt"], 2, [])
    assert not (kept.root / "sources").exists()


def test_a_po_file_that_is_spelled_otherwise_is_the_same(kept: Workplace) -> None:
    archive = archived(kept, FAIR)
    kept.edit(f"locales/ru/LC_MESSAGES/{FAIR}.po", 'msgstr "Ярмарка в Мары"', 'msgstr ""\n"Ярмарка "\n"в Мары"')
    assert restored(kept, archive).same == 3


def test_a_language_that_the_project_does_not_have_is_left_out(kept: Workplace) -> None:
    done = restored(kept, archived(kept, FAIR).replace('<catalog xml:lang="ru"', '<catalog xml:lang="ja"'))
    assert [str(found).partition(" H352: ")[2] for found in done.problems] == ["the project has no language “ja”"]
    assert (done.written, done.same) == ([], 2)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (f'name="sources/{FAIR}.txt"', 'name="sources/other.txt"', f"H350: sources/other.txt is no file of {FAIR}"),
        (f'bulletin="{FAIR}"', 'bulletin="site"', "H350: 'site' is taken"),
        ("<context>title</context>", '<flag>a\nmsgid "b"</flag><context>title</context>', "H350: no PO file can hold"),
        ("</translation>\n</entry>", "</translation>\n<translation>b</translation>\n</entry>", "H350"),
        (f'name="sources/{FAIR}.txt"', f'name="sources/{FAIR}.md"', "H351"),
    ],
)
def test_what_no_project_can_hold_is_refused_before_anything_is_written(
    kept: Workplace, old: str, new: str, message: str
) -> None:
    archive = archived(kept, FAIR)
    assert old in archive
    shutil.rmtree(kept.root / "locales")
    with pytest.raises(HabarError, match=message):
        restored(kept, archive.replace(old, new))
    assert not (kept.root / "locales").exists()


def test_commands_say_what_they_did(kept: Workplace) -> None:
    several = kept.habar("export", "archive", "-o", "all.xml")
    assert (several.returncode, "an archive holds one bulletin" in several.stderr) == (2, True)
    kept.write("fair.xml", archived(kept, FAIR))
    kept.edit(f"sources/{FAIR}.txt", "stands", "stalls")
    (kept.root / f"locales/ru/LC_MESSAGES/{FAIR}.po").unlink()
    done = kept.habar("import", "archive", "fair.xml")
    assert done.returncode == 1
    assert done.stdout == f"  locales/ru/LC_MESSAGES/{FAIR}.po\n{FAIR}: 1 file put in place, 1 already there\n"
    assert f"sources/{FAIR}.txt: error H351: fair.xml has another one" in done.stderr
