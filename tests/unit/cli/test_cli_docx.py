"""A Word file from the mail to the pages, and as a single file: what an editor types and sees."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Workplace, translated
from tests.word import docx, p, r, table

FAIR = "2024-03-21-fair"
BODY = (
    p("21 March 2024"),
    p("A fair in Mary", style="a3"),
    p("A fair ", r("opened", "<w:b/>"), " in Mary."),
    table(("Halls", "Three")),
)
CHANGED = (*BODY, p('<w:ins w:author="Maral">' + r("It is large.") + "</w:ins>"))
RUSSIAN = {
    "A fair in Mary": "Ярмарка в Мары",
    "A fair <strong>opened</strong> in Mary.": "В Мары <strong>открылась</strong> ярмарка & < базар.",
    "Halls": "Залы",
    "Three": "Три",
}
PAGE = """\
<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<title>Ярмарка в Мары</title>
</head>
<body>
<p>21 марта 2024 г.</p>
<h1>Ярмарка в Мары</h1>
<p>В Мары <strong>открылась</strong> ярмарка &amp; &lt; базар.</p>
<table>
<tr><td>
<p>Залы</p></td><td>
<p>Три</p></td>
</tr>
</table>
</body>
</html>
"""


def ran(place: Workplace, *arguments: str, status: int = 0) -> str:
    ended = place.habar(*arguments)
    assert ended.returncode == status, ended.stderr
    return ended.stdout + ended.stderr


@pytest.fixture
def project(workplace: Workplace) -> Workplace:
    workplace.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "ru"]\n')
    return workplace


def test_a_word_file_goes_the_whole_way(project: Workplace) -> None:
    project.write(f"sources/{FAIR}.docx", docx(*BODY, parts={"header1.xml": p("Ministry of Tests")}))
    assert f"sources/{FAIR}.docx: left out (header): Ministry of Tests" in ran(project, "extract", "--report")
    catalog = f"locales/ru/LC_MESSAGES/{FAIR}.po"
    project.write(catalog, translated(project.read(catalog).decode(), RUSSIAN))
    assert ran(project, "check") == "8 translations checked, 0 problems\n"
    ran(project, "compile")
    (name,) = (name for name in project.files("output") if re.search(r"ru/2024/03/21/fair/index.html$", name))
    page = project.read(f"output/{name}").decode().replace("\u00a0", " ")
    assert '<p id="p2">' in page or '<p id="p2"' in page
    assert "В Мары <strong>открылась</strong> ярмарка &amp; &lt; базар." in page
    assert page.partition("<body>")[2].count("21 марта 2024") == 1
    before = project.files("output")
    ran(project, "extract")
    ran(project, "compile")
    assert project.files("output") == before


def test_tracked_changes_stop_a_bulletin_until_its_settings_accept_them(project: Workplace) -> None:
    project.write(f"sources/{FAIR}.docx", docx(*CHANGED))
    said = ran(project, "extract", status=1)
    assert f"sources/{FAIR}.docx:6: error H158: paragraph 6: inserted by Maral: “It is large.”" in said
    assert "accept-changes = true" in said
    project.write(f"sources/{FAIR}.toml", "accept-changes = true\n")
    ran(project, "extract")
    assert 'msgid "It is large."' in project.read(f"locales/templates/{FAIR}.pot").decode()


def test_a_file_that_is_open_in_word_does_not_disturb(project: Workplace) -> None:
    project.write(f"sources/{FAIR}.docx", docx(*BODY))
    project.write(f"sources/~${FAIR[2:]}.docx", b"\x05Maral" + bytes(156))
    assert "error" not in ran(project, "extract")


def test_settings_that_are_no_switch_are_refused(project: Workplace) -> None:
    project.write(f"sources/{FAIR}.docx", docx(*BODY))
    project.write(f"sources/{FAIR}.toml", 'accept-changes = "yes"\n')
    said = ran(project, "extract", status=1)
    assert f"sources/{FAIR}.toml:1: error H506: accept-changes must be true or false, not 'yes'" in said


def test_an_import_shows_paragraphs_and_keeps_what_was_accepted(project: Workplace) -> None:
    project.write("in/Fair.DOCX", docx(*CHANGED, p(r("secret", "<w:vanish/>"), "It ends.")))
    assert "error H158" in ran(project, "import", "in/Fair.DOCX", status=1)
    shown = ran(project, "import", "--accept-changes", "in/Fair.DOCX")
    assert "in/Fair.DOCX -> sources/2024-03-21-fair-mary.docx\n  format    docx\n" in shown
    assert "  left out  paragraph 7, hidden text: secret\n" in shown
    assert project.read("sources/2024-03-21-fair-mary.toml") == b"accept-changes = true\n"
    assert "already there" in ran(project, "import", "in/Fair.DOCX")
    ran(project, "extract")
    project.write("sources/2024-03-21-fair-mary.toml", "")
    assert "error H520: the settings of" in ran(project, "import", "--accept-changes", "in/Fair.DOCX", status=1)


# Single files --------------------------------------------------------------------------------------


@pytest.fixture
def place(tmp_path: object) -> Workplace:
    place = Workplace(tmp_path)  # type: ignore[arg-type]
    place.write("fair.docx", docx(*BODY))
    return place


def catalog(place: Workplace, *options: str) -> None:
    ran(place, "file", "extract", *options, "fair.docx", "-o", "fair.pot")
    place.write("po/fair.po", translated(place.read("fair.pot").decode(), RUSSIAN))


def test_a_word_file_becomes_a_page(place: Workplace) -> None:
    catalog(place)
    ran(place, "file", "compile", "fair.docx", "po/fair.po", "--to", "ru", "-o", "fair.ru.html")
    assert place.read("fair.ru.html").decode().replace("\N{NO-BREAK SPACE}", " ") == PAGE
    ran(place, "file", "compile", "fair.docx", "po/", "--to", "ru", "-o", "ru/")
    assert place.files("ru") == {"fair.html": place.read("fair.ru.html")}
    on_screen = ran(place, "file", "compile", "fair.docx", "po/fair.po", "--to", "ru")
    assert on_screen.encode() == place.read("fair.ru.html")


def test_a_word_file_is_not_written(place: Workplace) -> None:
    catalog(place)
    said = ran(place, "file", "compile", "fair.docx", "po/fair.po", "--to", "ru", "-o", "out/fair.ru.docx", status=1)
    assert said == (
        "out/fair.ru.docx: error H162: habar reads .docx and does not write it: fair.docx becomes a page\n"
        "    fix    name it fair.ru.html\n"
    )
    assert not (place.root / "out").exists()


def test_changes_that_were_accepted_for_a_template_are_accepted_for_its_page(place: Workplace) -> None:
    place.write("fair.docx", docx(*CHANGED))
    assert "paragraph 6: inserted by Maral" in ran(place, "file", "extract", "fair.docx", "-o", "fair.pot", status=1)
    catalog(place, "--accept-changes")
    ran(place, "file", "compile", "fair.docx", "po/fair.po", "--to", "ru", "-o", "fair.ru.html")
    assert "<p>It is large.</p>" in place.read("fair.ru.html").decode()


def test_a_report_names_paragraphs(place: Workplace) -> None:
    place.write("fair.docx", docx(*BODY, p(r("secret", "<w:vanish/>"), "It ends.")))
    said = ran(place, "file", "extract", "--report", "fair.docx", "-o", "fair.pot")
    assert said == "fair.docx:6: left out (hidden text): secret\n1 text left out, 0 external resources\n"
