"""``habar import`` as an editor types it: everything that is printed, everything that is written."""

from __future__ import annotations

import os

import pytest

from tests.conftest import Workplace

TALKS = """\
 date 2024-01-24 Submit Release
icon

23 January 2024

4258

About the talks of the Ministers of Turkmenistan and Japan

On January 23, 2024, in Tokyo, the Ministers signed:

  • a programme of cooperation;
  • a memorandum.

They will meet again in Ashgabat.

///nCa, 24 January 2024
"""
TALKS_ID = "2024-01-23-talks-ministers-turkmenistan-japan"
SHOWN = f"""\
in/talks.txt -> sources/{TALKS_ID}.txt
  format    record
  title     About the talks of the Ministers of Turkmenistan and Japan
  dates     record 2024-01-24, display 2024-01-23, event 2024-01-23
  language  en
  text      2 paragraphs, 2 items
  left out  line 1, interface: Submit Release
  left out  line 2, interface: icon
  left out  line 6, counter: 4258
  left out  line 17, source line: ///nCa, 24 January 2024
  trailer   ///nCa, 24 January 2024
"""
RUSSIAN = """\
 date 2024-02-05

Встреча министров в Ашхабаде состоялась

5 февраля 2024 года в Ашхабаде состоялась встреча министров.
"""
RUSSIAN_ID = "2024-02-05-vstrecha-ministrov-ashkhabade-sostoialas"


@pytest.fixture
def place(workplace: Workplace) -> Workplace:
    workplace.write("in/talks.txt", TALKS)
    return workplace


def ran(place: Workplace, *arguments: str) -> tuple[int, str, str]:
    ended = place.habar("import", *arguments)
    return ended.returncode, ended.stdout, ended.stderr


def test_a_file_is_put_in_place_and_shown(place: Workplace) -> None:
    assert ran(place, "in/talks.txt") == (0, f"{SHOWN}1 file put in place, 0 already there. Next: habar extract\n", "")
    assert place.files("sources") == {f"{TALKS_ID}.txt": TALKS.encode()}


def test_the_second_time_nothing_changes(place: Workplace) -> None:
    ran(place, "in/talks.txt")
    before = place.files()
    stamp = os.stat(place.root / f"sources/{TALKS_ID}.txt").st_mtime_ns
    said = f"in/talks.txt: already there as sources/{TALKS_ID}.txt\n0 files put in place, 1 already there\n"
    assert ran(place, "in/talks.txt") == (0, said, "")
    assert ran(place, "--replace", "--id", TALKS_ID, "in/talks.txt") == (0, said, "")
    assert place.files() == before
    assert os.stat(place.root / f"sources/{TALKS_ID}.txt").st_mtime_ns == stamp


def test_a_dry_run_writes_nothing(place: Workplace) -> None:
    before = place.files()
    assert ran(place, "--dry-run", "in/talks.txt") == (
        0,
        f"{SHOWN}1 file would be put in place, 0 already there\n",
        "",
    )
    assert place.files() == before


def test_every_byte_stays_as_it_arrived(place: Workplace) -> None:
    data = b"\xef\xbb\xbf" + TALKS.replace("\n", "\r\n").replace("will meet", "will\u00a0me\u00adet").encode()
    place.write("in/talks.TXT", data)
    assert ran(place, "in/talks.TXT")[0] == 0
    assert place.files("sources") == {f"{TALKS_ID}.txt": data}


def test_another_text_under_the_same_id_is_asked_about(place: Workplace) -> None:
    ran(place, "in/talks.txt")
    corrected = TALKS.replace("again", "soon")
    place.write("in/new.txt", corrected)
    assert ran(place, "in/new.txt") == (
        1,
        "0 files put in place, 0 already there\n",
        (
            f"in/new.txt: error H518: sources/{TALKS_ID}.txt has the id {TALKS_ID}, and another text\n"
            "    fix    is it a correction? use --replace; else take another id with --id\n"
        ),
    )
    assert place.read(f"sources/{TALKS_ID}.txt") == TALKS.encode()
    assert ran(place, "--replace", "in/new.txt") == (
        0,
        SHOWN.replace("in/talks.txt ->", "in/new.txt replaces")
        + "1 file put in place, 0 already there. Next: habar extract\n",
        "",
    )
    assert place.files("sources") == {f"{TALKS_ID}.txt": corrected.encode()}
    assert ran(place, "--id", "2024-01-23-talks", "in/talks.txt")[0] == 0
    assert set(place.files("sources")) == {f"{TALKS_ID}.txt", "2024-01-23-talks.txt"}


def test_a_text_that_has_another_id_already_does_not_get_a_second_one(place: Workplace) -> None:
    ran(place, "--id", "talks", "in/talks.txt")
    said = "in/talks.txt: already there as sources/talks.txt\n0 files put in place, 1 already there\n"
    assert ran(place, "in/talks.txt") == (0, said, "")
    assert ran(place, "--id", "tokyo", "in/talks.txt") == (
        1,
        "0 files put in place, 0 already there\n",
        (
            "in/talks.txt: error H519: the same text is in sources/talks.txt already\n"
            "    fix    use that one; or remove it, if it was never published, and run the command again\n"
        ),
    )
    assert set(place.files("sources")) == {"talks.txt"}


def test_two_files_of_one_command_with_one_id(place: Workplace) -> None:
    place.write("in/also.txt", TALKS.replace("again", "soon"))
    for options in ((), ("--replace",)):
        ended = ran(place, "--dry-run", *options, "in/talks.txt", "in/also.txt")
        assert ended == (
            1,
            f"{SHOWN}1 file would be put in place, 0 already there\n",
            (
                f"in/also.txt: error H518: another file of this command is sources/{TALKS_ID}.txt\n"
                "    fix    give each an id: import them one by one\n"
            ),
        )


def test_a_text_in_another_language_than_the_project_s(place: Workplace) -> None:
    place.write("in/ru.txt", RUSSIAN)
    status, out, err = ran(place, "in/ru.txt")
    assert (status, err) == (
        0,
        (
            "in/ru.txt: warning H517: this reads like Russian, and is taken for English\n"
            "    fix    if it is: --source-locale ru\n"
        ),
    )
    assert "  language  en\n" in out
    # It is in its place. The option, given now, adds the language.
    name = next(iter(place.files("sources")))
    said = (
        f"in/ru.txt: already there as sources/{name}; its language is ru now\n0 files put in place, 1 already there\n"
    )
    assert ran(place, "--source-locale", "ru", "in/ru.txt") == (0, said, "")
    assert place.read(f"sources/{name.removesuffix('.txt')}.toml") == b'locale = "ru"\n'


def test_the_language_stands_beside_the_source(place: Workplace) -> None:
    place.write("in/ru.txt", RUSSIAN)
    shown = (
        f"in/ru.txt -> sources/{RUSSIAN_ID}.txt\n"
        "  format    record\n"
        "  title     Встреча министров в Ашхабаде состоялась\n"
        "  dates     record 2024-02-05, event 2024-02-05\n"
        "  language  ru\n"
        "  text      1 paragraph\n"
        "1 file put in place, 0 already there. Next: habar extract\n"
    )
    assert ran(place, "--source-locale", "ru", "in/ru.txt") == (0, shown, "")
    assert place.files("sources") == {
        f"{RUSSIAN_ID}.txt": RUSSIAN.encode(),
        f"{RUSSIAN_ID}.toml": b'locale = "ru"\n',
    }
    # A correction is read in the bulletin's own language; another language is for a person to settle.
    place.write("in/ru.txt", RUSSIAN + "\nСтороны обсудили вопросы.\n")
    assert ran(place, "--replace", "--id", RUSSIAN_ID, "in/ru.txt")[::2] == (0, "")
    assert ran(place, "--source-locale", "tk", "in/ru.txt") == (
        1,
        "0 files put in place, 0 already there\n",
        (
            f"in/ru.txt: error H520: the bulletin {RUSSIAN_ID} is in ru by its settings, not in tk\n"
            f'    fix    write into sources/{RUSSIAN_ID}.toml: locale = "tk"\n'
        ),
    )


def test_an_id_that_says_nothing_is_told(place: Workplace) -> None:
    place.write("in/ja.txt", "2024年1月24日\n\n日・トルクメニスタン外相会談\n\n両大臣は会談を行いました。\n")
    ended = ran(place, "--source-locale", "ja", "in/ja.txt")
    assert ended[::2] == (
        0,
        (
            "in/ja.txt: info H110: the title cannot be spelled in plain letters, so the id is made of its checksum: "
            "2024-01-24-69647a69\n    fix    give it a better one, if you like: --id\n"
        ),
    )


def test_lines_above_the_title_that_nobody_knows_are_kept_and_told(place: Workplace) -> None:
    place.write("in/talks.txt", TALKS.replace("icon\n", "Ref. 12/45-K\n"))
    status, out, err = ran(place, "in/talks.txt")
    assert (status, err) == (
        0,
        (
            "in/talks.txt:2: warning H115: it is not known what this line above the title is: “Ref. 12/45-K”\n"
            "    fix    it was kept as text: delete the line if it is none\n"
        ),
    )
    assert "  text      3 paragraphs, 2 items\n" in out


def test_a_text_without_a_title_is_put_in_place_and_asked_for_one(place: Workplace) -> None:
    place.write("in/wire.txt", " date 2024-11-08 On 8 November, the Minister met the Ambassador. They spoke.\n")
    assert ran(place, "in/wire.txt") == (
        1,
        (
            "in/wire.txt -> sources/2024-11-08-8-november-minister-met-ambassador-they.txt\n"
            "  format    record\n"
            "  title     none\n"
            "  dates     record 2024-11-08, event 2024-11-08\n"
            "  language  en\n"
            "  text      1 paragraph\n"
            "1 file put in place, 0 already there. Next: habar extract\n"
        ),
        (
            "in/wire.txt:1: error H102: a title is missing: the text begins at once with "
            "“On 8 November, the Minister met the Amba…”\n"
            "    fix    put the title, without a full stop, into a paragraph before the text\n"
        ),
    )


def test_other_formats_are_imported_too(place: Workplace) -> None:
    page = '<!DOCTYPE html><html lang="en"><title>Talks</title><h1>Talks in Tokyo</h1><p>They spoke.</p></html>'
    place.write("in/page.html", page)
    place.write("in/note.md", "# A note to the press\n\nThe hall opens at nine.\n")
    status, out, _ = ran(place, "in/page.html", "in/note.md")
    assert status == 0
    assert "2 files put in place" in out
    assert {name.rpartition(".")[2] for name in place.files("sources")} == {"html", "md"}


UNDATED = {
    "page.html": '<h1>Talks in Tokyo</h1><div class="date">21.03.2024 | 15:08</div><p>They spoke.</p>',
    "time.html": '<h1>Talks in Tokyo</h1><time datetime="2024-03-21">21 March</time><p>They spoke.</p>',
    "note.md": "# Talks in Tokyo\n\n21 March 2024, 15:08\n\nThey spoke.\n",
    "wire.txt": "Talks in Tokyo\n\nThey spoke. It was good.\n",
}


@pytest.mark.parametrize("name", UNDATED)
def test_an_id_without_a_day_is_told_before_it_is_used(place: Workplace, name: str) -> None:
    place.write(f"in/{name}", UNDATED[name])
    told = f"in/{name}: warning H112: no day was found, so the id, which never changes, has none: talks-tokyo\n"
    placed = f"sources/talks-tokyo.{name.rpartition('.')[2]}"
    hint = (
        "    fix    if a day is printed in it: import it with --id YYYY-MM-DD-talks-tokyo; "
        f"if it is {placed} already, remove that first\n"
    )
    assert ran(place, "--dry-run", f"in/{name}")[::2] == (0, told + hint)
    assert ran(place, f"in/{name}")[::2] == (0, told + hint)
    assert ran(place, f"in/{name}")[::2] == (0, "")
    (place.root / placed).unlink()
    assert ran(place, "--id", "2024-03-21-talks-tokyo", f"in/{name}")[::2] == (0, "")


def test_a_correction_keeps_its_id_without_a_word(place: Workplace) -> None:
    place.write("in/note.md", UNDATED["note.md"])
    assert "H112" in ran(place, "in/note.md")[2]
    place.write("in/note.md", UNDATED["note.md"] + "\nThey will meet again.\n")
    assert ran(place, "--replace", "in/note.md")[::2] == (0, "")


# What is refused ---------------------------------------------------------------------------------


def test_what_cannot_be_imported_does_not_stop_the_others(place: Workplace) -> None:
    place.write("in/koi.txt", "Встреча министров в Ашхабаде\n\nСтороны.\n".encode("cp1251"))
    place.write("in/list.xlsx", b"PK")
    place.write("in/nothing.txt", b"")
    place.write("sources/lies.txt", TALKS.replace("again", "soon"))
    (place.root / "in/link.txt").symlink_to("talks.txt")
    os.mkfifo(place.root / "in/pipe.txt")
    with open(place.root / "in/huge.txt", "wb") as file:
        file.truncate(201 * 1024 * 1024)
    names = [
        "in", "in/koi.txt", "in/list.xlsx", "in/nothing.txt", "in/link.txt", "in/pipe.txt", "in/huge.txt", "in/no.txt",
        "sources/lies.txt", "in/../sources/lies.txt", "in/talks.txt",
    ]  # fmt: skip
    status, out, err = ran(place, *names)
    assert (status, out) == (1, f"{SHOWN}1 file put in place, 0 already there. Next: habar extract\n")
    assert err.splitlines() == [
        "in: error H519: it is a folder",
        "    fix    name the files in it, such as: in/*.txt",
        "in/koi.txt:1: error H104: this line is not UTF-8: the file looks like CP1251 (Windows Cyrillic)",
        "    fix    save the file as UTF-8 and run the command again",
        "in/list.xlsx: error H106: no reader knows this kind of file",
        "    fix    copy its text into a Word document (.docx) or a text file (.txt)",
        "in/nothing.txt:1: error H101: there is nothing in the file",
        "    fix    put the bulletin's text into it, or remove the file",
        "in/link.txt: error H519: it is a link",
        "    fix    name the file that it leads to",
        "in/pipe.txt: error H501: the file cannot be read: it is not a regular file",
        "    fix    see the reason in the message",
        "in/huge.txt: error H501: the file cannot be read: it is larger than 64 MiB",
        "    fix    see the reason in the message",
        "in/no.txt: error H501: the file cannot be read: No such file or directory",
        "    fix    see the reason in the message",
        "sources/lies.txt: error H519: it lies in sources/ already",
        "    fix    nothing has to be done: run habar extract",
        "in/../sources/lies.txt: error H519: it lies in sources/ already",
        "    fix    nothing has to be done: run habar extract",
    ]


@pytest.mark.parametrize("name", ["../x", "..", "/etc/x", "a/b", "site", "", "A", "x" * 121, "a\u202eb"])
def test_an_id_that_could_lead_elsewhere_is_refused(place: Workplace, name: str) -> None:
    before = place.files()
    status, out, err = ran(place, "--id", name, "in/talks.txt")
    assert (status, out) == (2, "")
    assert err.startswith("--id: error H108: ")
    assert place.files() == before


@pytest.mark.parametrize(
    "arguments", [(), ("--id", "x", "in/talks.txt", "in/b.txt"), ("--source-locale", "russian", "in/talks.txt")]
)
def test_wrong_use(place: Workplace, arguments: tuple[str, ...]) -> None:
    status, out, err = ran(place, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("Usage: ")


def test_no_link_leads_out_of_the_project(place: Workplace) -> None:
    (place.root / "outside").mkdir()
    (place.root / "p").mkdir()
    place.write("p/habar.toml", place.read("habar.toml"))
    (place.root / "p/sources").symlink_to("../outside")
    ended = place.habar("-C", "p", "import", "in/talks.txt")
    assert ended.returncode == 1
    assert "error H502: the file cannot be written: it is a link that leads out of the project\n" in ended.stderr
    assert list((place.root / "outside").iterdir()) == []


def test_a_link_in_its_place_is_left_alone(place: Workplace) -> None:
    (place.root / "sources").mkdir()
    (place.root / f"sources/{TALKS_ID}.txt").symlink_to("../habar.toml.new")
    ended = ran(place, "in/talks.txt")
    assert ended[0] == 1
    assert f"sources/{TALKS_ID}.txt: error H502: a link is in its place\n" in ended[2]
    assert not (place.root / "habar.toml.new").exists()
