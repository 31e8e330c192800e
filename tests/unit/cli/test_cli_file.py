"""``habar file``: single files to a template and back, as somebody with a Makefile uses it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Workplace

MANUAL = """\
<?xml version="1.0"?>
<manual xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0">
  <!-- for the press -->
  <title>Visitors' hall</title>
  <p its:locNote="said at the door">Bring your <em>card</em>.</p>
  <p its:translate="no">FORM 7-B</p>
  <photo href="hall.jpg"/>
</manual>
"""
RULES = """\
<its:rules xmlns:its="http://www.w3.org/2005/11/its" version="2.0">
  <its:withinTextRule selector="//em" withinText="yes"/>
  <its:externalResourceRefRule selector="//photo" externalResourceRefPointer="@href"/>
</its:rules>
"""
RUSSIAN = {
    "Visitors' hall": "Зал для посетителей",
    "Bring your <em>card</em>.": "Возьмите с собой <em>пропуск</em> & < подпись.",
}


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A folder with a document and its rules; there is no project."""
    place = Workplace(tmp_path)
    place.write("manual.xml", MANUAL)
    place.write("rules.its", RULES)
    return place


def filled(template: bytes, words: dict[str, str]) -> str:
    """The template with translations in it, as an editor of PO files saves it."""
    po = template.decode()
    for msgid, msgstr in words.items():
        quoted = msgid.replace('"', '\\"')
        assert po.count(f'msgid "{quoted}"\nmsgstr ""') == 1, msgid
        po = po.replace(f'msgid "{quoted}"\nmsgstr ""', f'msgid "{quoted}"\nmsgstr "{msgstr}"')
    return po


def entries(po: str) -> str:
    return po.partition("\n\n")[2]


def test_a_template_holds_texts_notes_and_places(place: Workplace) -> None:
    ended = place.habar("file", "extract", "--its", "rules.its", "manual.xml", "-o", "manual.pot")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    found = entries(place.read("manual.pot").decode())
    assert re.findall('^msgid "(.*)"$', found, re.MULTILINE) == list(RUSSIAN)
    assert "#. said at the door\n" in found
    assert "#: manual.xml:p1.s1\n" in found


def test_a_file_comes_back_in_another_language(place: Workplace) -> None:
    place.habar("file", "extract", "--its", "rules.its", "manual.xml", "-o", "manual.pot")
    place.write("ru.po", filled(place.read("manual.pot"), RUSSIAN))
    ended = place.habar("file", "compile", "--its", "rules.its", "manual.xml", "ru.po", "--to", "ru", "-o", "ru.xml")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    expected = MANUAL.replace("Visitors' hall", "Зал для посетителей").replace(
        "Bring your <em>card</em>.", "Возьмите с собой <em>пропуск</em> &amp; &lt; подпись."
    )
    assert place.read("ru.xml").decode().replace(' xml:lang="ru"', "") == expected


def test_without_an_output_the_template_goes_to_the_next_program(place: Workplace) -> None:
    ended = place.habar("file", "extract", "--its", "rules.its", "manual.xml")
    place.habar("file", "extract", "--its", "rules.its", "manual.xml", "-o", "manual.pot")
    assert ended.stdout == place.read("manual.pot").decode()


def test_what_is_left_out_is_listed_with_its_place_and_the_reason(place: Workplace) -> None:
    ended = place.habar("file", "extract", "--its", "rules.its", "--report", "manual.xml", "-o", "manual.pot")
    assert ended.stdout == (
        "manual.xml:3: left out (comment): for the press\n"
        "manual.xml:6: left out (translate=no): FORM 7-B\n"
        "manual.xml: refers to: hall.jpg\n"
        "2 texts left out, 1 external resource\n"
    )


def test_the_report_does_not_get_into_a_template_on_the_standard_output(place: Workplace) -> None:
    ended = place.habar("file", "extract", "--its", "rules.its", "--report", "manual.xml")
    assert "left out" not in ended.stdout
    assert "manual.xml:6: left out (translate=no): FORM 7-B\n" in ended.stderr


def test_a_catalog_remembers_how_its_template_was_made(place: Workplace) -> None:
    place.write("a.txt", "Two halls. Three doors.\n")
    place.habar("file", "extract", "--units", "sentence", "--from", "de", "a.txt", "-o", "a.pot")
    words = {"Two halls.": "Два зала.", "Three doors.": "Три двери."}
    place.write("a.po", filled(place.read("a.pot"), words))
    place.habar("file", "compile", "a.txt", "a.po", "--to", "ru", "-o", "a.ru.txt")
    assert place.read("a.ru.txt").decode() == "Два зала. Три двери.\n"


def test_the_language_may_be_said_by_the_catalog_alone(place: Workplace) -> None:
    place.write("a.txt", "Two halls.\n")
    place.habar("file", "extract", "a.txt", "-o", "a.pot")
    po = filled(place.read("a.pot"), {"Two halls.": "Два зала."})
    place.write("a.po", po)
    ended = place.habar("file", "compile", "a.txt", "a.po", "-o", "a.ru.txt")
    assert ended.returncode == 1
    assert ended.stderr.startswith("a.po:1: error H513: neither the command nor the catalog's header names a language")
    place.write("a.po", po.replace('"Language: ', '"Language: ru'))
    assert place.habar("file", "compile", "a.txt", "a.po", "-o", "a.ru.txt").returncode == 0
    assert place.read("a.ru.txt").decode() == "Два зала.\n"


def test_what_is_not_translated_stays_and_is_said(place: Workplace) -> None:
    place.habar("file", "extract", "--its", "rules.its", "manual.xml", "-o", "manual.pot")
    place.write("ru.po", filled(place.read("manual.pot"), {"Visitors' hall": "Зал для посетителей"}))
    ended = place.habar("file", "compile", "--its", "rules.its", "manual.xml", "ru.po", "--to", "ru", "-o", "ru.xml")
    assert ended.returncode == 0
    assert ended.stderr == "50 % of manual.xml is translated into ru\n"
    assert "Bring your <em>card</em>." in place.read("ru.xml").decode()


def test_a_catalog_that_lags_behind_is_told_of(place: Workplace) -> None:
    place.write("a.txt", "Two halls.\n")
    place.habar("file", "extract", "a.txt", "-o", "a.pot")
    place.write("a.po", filled(place.read("a.pot"), {"Two halls.": "Два зала."}))
    place.write("a.txt", "Three halls.\n")
    ended = place.habar("file", "compile", "a.txt", "a.po", "--to", "ru", "-o", "a.ru.txt")
    assert ended.returncode == 0
    assert "warning H221" in ended.stdout + ended.stderr
    assert "msgmerge" in ended.stdout + ended.stderr


def test_many_files_go_to_a_folder_and_back(place: Workplace) -> None:
    for name in ("a", "b"):
        place.write(f"in/{name}.txt", f"Hall {name}.\n")
    ended = place.habar("file", "extract", "in/a.txt", "in/b.txt", "-o", "po/")
    assert (ended.returncode, sorted(place.files("po"))) == (0, ["a.pot", "b.pot"])
    for name in ("a", "b"):
        place.write(f"po/{name}.po", filled(place.read(f"po/{name}.pot"), {f"Hall {name}.": f"Зал {name}."}))
    ended = place.habar("file", "compile", "in/a.txt", "in/b.txt", "po", "--to", "ru", "-o", "ru/")
    assert place.files("ru") == {"a.txt": "Зал a.\n".encode(), "b.txt": "Зал b.\n".encode()}


def test_one_bad_file_stops_only_itself(place: Workplace) -> None:
    place.write("in/bad.xml", "<a>\n<b></a>\n")
    place.write("in/good.txt", "A hall.\n")
    ended = place.habar("file", "extract", "in/bad.xml", "in/good.txt", "-o", "po/")
    assert ended.returncode == 1
    assert "in/bad.xml:2: error H" in ended.stderr
    assert sorted(place.files("po")) == ["good.pot"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("file", "extract"),
        ("file", "extract", "manual.xml", "rules.its", "-o", "one.pot"),
        ("file", "extract", "manual.xml", "copy/manual.html", "-o", "po/"),
        ("file", "extract", "--from", "Russian!", "manual.xml"),
        ("file", "compile", "manual.xml"),
    ],
)
def test_wrong_use_writes_nothing(arguments: tuple[str, ...], place: Workplace) -> None:
    before = place.files()
    ended = place.habar(*arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Traceback" not in ended.stderr
    assert place.files() == before


def test_a_file_beyond_measure_is_refused_at_once(place: Workplace) -> None:
    with (place.root / "huge.xml").open("wb") as huge:
        huge.truncate(200 * 1024 * 1024)
    ended = place.habar("file", "extract", "huge.xml", "-o", "huge.pot")
    assert ended.returncode == 1
    assert ended.stderr.startswith("huge.xml: error H501: ")
    assert not (place.root / "huge.pot").exists()


def test_the_same_template_is_not_written_again(place: Workplace) -> None:
    place.habar("file", "extract", "manual.xml", "-o", "manual.pot")
    before = (place.root / "manual.pot").stat().st_mtime_ns
    place.habar("file", "extract", "manual.xml", "-o", "manual.pot")
    assert (place.root / "manual.pot").stat().st_mtime_ns == before


def test_gettext_takes_the_template_as_its_own(place: Workplace) -> None:
    place.habar("file", "extract", "--its", "rules.its", "manual.xml", "-o", "manual.pot")
    try:
        subprocess.run(["msginit", "--no-translator", "-l", "ru", "-i", "manual.pot", "-o", "ru.po"],
                       cwd=place.root, capture_output=True, check=True)  # fmt: skip
    except FileNotFoundError:
        pytest.skip("msginit is not installed")
    place.write("manual.xml", MANUAL.replace("Visitors'", "The visitors'"))
    place.habar("file", "extract", "--its", "rules.its", "manual.xml", "-o", "manual.pot")
    subprocess.run(["msgmerge", "--quiet", "--update", "ru.po", "manual.pot"], cwd=place.root, check=True)
    ended = place.habar("file", "compile", "--its", "rules.its", "manual.xml", "ru.po", "-o", "ru.xml")
    assert (ended.returncode, ended.stderr) == (0, "0 % of manual.xml is translated into ru\n")


# What a person made is not written over ------------------------------------------------------------


PAGE = '<!DOCTYPE html><html lang="en"><body><p>See <a href="/x">the site</a> and <b>bold</b>.</p></body></html>\n'
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n\n'
CODED = HEADER + 'msgid "See <a>the site</a> and <b>bold</b>."\nmsgstr "{}"\n'


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "page.html", "-o", "ru.po"),
        ("extract", "page.html", "-o", "page.html"),
        ("extract", "page.html", "-o", "./link.pot"),
        ("extract", "--its", "rules.its", "manual.xml", "-o", "rules.its"),
        ("compile", "page.html", "ru.po", "--to", "ru", "-o", "ru.po"),
        ("compile", "page.html", "ru.po", "--to", "ru", "-o", "page.html"),
        ("compile", "page.html", "ru.po", "--to", "ru", "-o", "."),
        ("extract", "page.html", "-o", "project/sources/x.txt"),
        ("extract", "page.html", "-o", "project/locales/ru/LC_MESSAGES/x.po"),
        ("extract", "page.html", "-o", "project/habar.toml"),
    ],
    ids=" ".join,
)
def test_what_a_person_made_is_not_written_over(place: Workplace, arguments: tuple[str, ...]) -> None:
    place.write("page.html", PAGE)
    place.write("ru.po", CODED.format("Смотри <a>сайт</a> и <b>жирное</b>."))
    (place.root / "link.pot").symlink_to("page.html")
    for name in ("habar.toml", "sources/x.txt", "locales/ru/LC_MESSAGES/x.po"):
        place.write(f"project/{name}", "\n")
    before = place.files()
    ended = place.habar("file", *arguments)
    assert (ended.returncode, "error H536: this file would be written over, and it " in ended.stderr) == (1, True)
    assert place.files() == before


def test_a_result_is_written_again_as_often_as_wanted(place: Workplace) -> None:
    for _ in range(2):
        place.write("page.html", PAGE)
        assert place.habar("file", "extract", "page.html", "-o", "page.pot").returncode == 0
        place.write("page.html", PAGE.replace("bold", "thick"))
        assert place.habar("file", "extract", "page.html", "-o", "page.pot").returncode == 0


@pytest.mark.parametrize(
    "damaged",
    [
        "Смотри сайт.",
        "Смотри <a>сайт</a> и <b>раз</b> <b>два</b>.",
        "<script>x</script> <a>сайт</a> <b onclick=x>ж</b>",
    ],
)
def test_a_translation_with_damaged_codes_is_not_used_and_said(place: Workplace, damaged: str) -> None:
    place.write("page.html", PAGE)
    place.write("ru.po", CODED.format(damaged))
    ended = place.habar("file", "compile", "page.html", "ru.po", "--to", "ru", "-o", "ru.html")
    assert (ended.returncode, "ru.po:6: error H231: " in ended.stderr) == (1, True)
    assert place.read("ru.html").decode() == PAGE  # nothing of it is translated


def test_the_catalog_of_another_language_is_refused(place: Workplace) -> None:
    place.write("page.html", PAGE)
    place.write("ja.po", CODED.format("x").replace("Language: ru", "Language: ja"))
    ended = place.habar("file", "compile", "page.html", "ja.po", "--to", "tk", "-o", "tk.html")
    assert (ended.returncode, ended.stderr.split("\n")[0]) == (
        1,
        "ja.po:1: error H537: the catalog's header says ja, the command tk",
    )
    assert "tk.html" not in place.files()
