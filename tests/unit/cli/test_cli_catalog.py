"""``habar catalog``: PO files by their names, as a translator with three versions of one file meets them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, Workplace

HEADER = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"""
BASE = f"""{HEADER}
#: a.txt:p1.s1
msgid "The ministers met."
msgstr ""

#: a.txt:p1.s2
msgid "They will meet again."
msgstr "Они встретятся снова."
"""
OURS = BASE.replace('met."\nmsgstr ""', 'met."\nmsgstr "Министры встретились."')
THEIRS = BASE.replace('met."\nmsgstr ""', 'met."\nmsgstr "Состоялась встреча министров."').replace(
    "Они встретятся снова.", "Они снова встретятся."
)
TOGETHER = f"""{HEADER}
# The other version of this translation:
# Состоялась встреча министров.
#: a.txt:p1.s1
#, fuzzy
msgid "The ministers met."
msgstr "Министры встретились."

#: a.txt:p1.s2
msgid "They will meet again."
msgstr "Они снова встретятся."
"""


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path)


# format ------------------------------------------------------------------------------------------


def test_format_keeps_everything_and_is_done_once(place: Workplace) -> None:
    wrapped = (
        HEADER
        + """
#~ msgid "gone"
#~ msgstr "нет"
#= unknown
# a note
msgid ""
"The ministers "
"met."
msgstr ""
"Министры "
"встретились."
# the end
"""
    )
    wanted = (
        HEADER
        + """
# a note
#= unknown
msgid "The ministers met."
msgstr "Министры встретились."

#~ msgid "gone"
#~ msgstr "нет"

# the end
"""
    )
    place.write("x.po", wrapped.replace("\n", "\r\n"))
    ended = place.habar("catalog", "format", "--check", "x.po")
    assert (ended.returncode, ended.stdout) == (1, "  x.po  is not in canonical form\n")
    assert place.read("x.po").decode() == wrapped.replace("\n", "\r\n")
    assert place.habar("catalog", "format", "x.po").stdout == "  x.po  written\n"
    assert place.read("x.po").decode() == wanted
    again = place.habar("catalog", "format", "x.po")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("charset", "named", "option"),
    [
        ("cp1251", "CP1251", ()),
        ("koi8-r", "KOI8-R", ()),
        ("utf-16", "UTF-16", ()),
        ("cp1251", "UTF-8", ()),  # the header lies: the letters tell
        ("koi8-r", "UTF-8", ()),
        ("iso8859-5", "UTF-8", ("--charset", "iso8859-5")),
    ],
)
def test_other_encodings_are_converted_on_request_only(
    place: Workplace, charset: str, named: str, option: tuple[str, ...]
) -> None:
    data = OURS.replace("UTF-8", named).encode(charset)
    place.write("x.po", data)
    refused = place.habar("catalog", "format", "x.po")
    assert (refused.returncode, "error H202" in refused.stderr) == (1, True)
    assert place.read("x.po") == data
    ended = place.habar("catalog", "format", "--convert", *option, "x.po")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert place.read("x.po").decode() == OURS


def test_shift_jis_with_its_backslash_bytes_is_converted(place: Workplace) -> None:
    japanese = OURS.replace("Министры встретились.", "大臣は表敬を受けた。ソ").replace("Language: ru", "Language: ja")
    place.write("x.po", japanese.replace("Они встретятся снова.", "").replace("UTF-8", "Shift_JIS").encode("cp932"))
    assert place.habar("catalog", "format", "--convert", "x.po").stdout == "  x.po  written, was in shift_jis\n"
    assert place.read("x.po").decode() == japanese.replace("Они встретятся снова.", "")


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "rot13", "base64", "zip", "../x", "idna"])
def test_what_is_no_encoding_of_text_is_not_used(place: Workplace, charset: str) -> None:
    place.write("x.po", OURS.replace("UTF-8", "x-unknown").encode("cp1251"))
    ended = place.habar("catalog", "format", "--convert", "--charset", charset, "x.po")
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"x.po:1: error H202: {charset} is no encoding that habar converts\n")


# merge -------------------------------------------------------------------------------------------


def test_a_contradiction_keeps_both_and_says_where(place: Workplace) -> None:
    for name, text in (("base.po", BASE), ("ours.po", OURS), ("theirs.po", THEIRS)):
        place.write(name, text)
    ended = place.habar("catalog", "merge", "base.po", "ours.po", "theirs.po", "-o", "both.po")
    assert place.read("both.po").decode() == TOGETHER
    assert place.read("ours.po").decode() == OURS
    assert ended.returncode == 1
    assert ended.stderr == (
        "both.po:10: error H223: both versions changed this translation: ours stays as fuzzy, theirs stands above it\n"
        "    msgid  The ministers met.\n"
        "    fix    choose one; delete the comment and fuzzy\n"
    )


def test_what_one_side_changed_is_taken_without_a_word(place: Workplace) -> None:
    for name, text in (("base.po", BASE), ("ours.po", OURS), ("theirs.po", BASE.replace("снова.", "опять."))):
        place.write(name, text)
    ended = place.habar("catalog", "merge", "base.po", "ours.po", "theirs.po")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert place.read("ours.po").decode() == OURS.replace("снова.", "опять.")


def test_a_version_that_cannot_be_read_changes_nothing(place: Workplace) -> None:
    for name, text in (("base.po", BASE), ("ours.po", OURS), ("theirs.po", 'msgid "x\n')):
        place.write(name, text)
    ended = place.habar("catalog", "merge", "base.po", "ours.po", "theirs.po", "--name", "locales/ru.po")
    assert ended.returncode == 2
    assert ended.stderr.startswith("locales/ru.po:1: error H205: the closing quotation mark is missing\n")
    assert place.read("ours.po").decode() == OURS


needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def git(place: Workplace, *arguments: str) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONPATH": str(ROOT), "HOME": str(place.root)}
    command = ["git", *identity, *arguments]
    return subprocess.run(
        command, cwd=place.root, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def branches(place: Workplace, theirs: str) -> None:
    """A repository in which two branches changed ``locales/x y.po``, on that of OURS."""
    git(place, "init", "-q", "-b", "main")
    ended = place.habar("catalog", "install-merge-driver")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert place.read(".gitattributes").decode() == "*.po merge=habar\n*.pot merge=habar\n"
    for branch, text in (("main", BASE), ("theirs", theirs), ("main", OURS)):
        git(place, "checkout", "-q", *(["-b"] if branch != "main" else []), branch)
        place.write("locales/x y.po", text)
        git(place, "add", ".")
        assert git(place, "commit", "-qm", branch).returncode == 0


@needs_git
def test_git_merges_po_files_entry_by_entry(place: Workplace) -> None:
    branches(place, BASE.replace("снова.", "опять."))
    ended = git(place, "merge", "-q", "-m", "both", "theirs")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert place.read("locales/x y.po").decode() == OURS.replace("снова.", "опять.")


@needs_git
def test_git_stops_at_a_contradiction_and_both_are_there(place: Workplace) -> None:
    branches(place, THEIRS)
    ended = git(place, "merge", "-m", "both", "theirs")
    assert ended.returncode == 1
    assert "locales/x y.po:10: error H223" in ended.stderr
    assert place.read("locales/x y.po").decode() == TOGETHER


@needs_git
def test_git_merges_by_lines_what_habar_cannot_read(place: Workplace) -> None:
    branches(place, BASE.replace('msgstr ""\n\n', 'msgstr "Встреча\n\n'))
    ended = git(place, "merge", "-m", "both", "theirs")
    assert ended.returncode == 1
    found = place.read("locales/x y.po").decode()
    assert "<<<<<<< ours" in found
    assert "Министры встретились." in found
    assert "Встреча" in found


@needs_git
def test_the_driver_is_installed_once_and_keeps_what_is_there(place: Workplace) -> None:
    git(place, "init", "-q")
    place.write(".gitattributes", "*.png binary")
    first = place.habar("catalog", "install-merge-driver")
    assert "Add .gitattributes to the repository" in first.stdout
    assert place.read(".gitattributes").decode() == "*.png binary\n*.po merge=habar\n*.pot merge=habar\n"
    again = place.habar("catalog", "install-merge-driver")
    assert again.stdout == "git now merges PO files entry by entry in this copy of the repository\n"


def test_outside_a_repository_the_driver_says_so(place: Workplace) -> None:
    ended = place.habar("catalog", "install-merge-driver", env={"GIT_CEILING_DIRECTORIES": str(place.root.parent)})
    assert ended.returncode == 2
    assert ended.stderr.startswith(".: error H526: git ")


# show --------------------------------------------------------------------------------------------


def test_show_is_made_for_reading(place: Workplace) -> None:
    place.write("x.po", TOGETHER.replace("снова встретятся", "\x1b[31m") + '\n#~ msgid "gone"\n#~ msgstr "нет"\n')
    ended = place.habar("catalog", "show", "x.po")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        "    10  needs editing\n"
        "        The ministers met.\n"
        "        Министры встретились.\n"
        "        # The other version of this translation:\n"
        "        # Состоялась встреча министров.\n"
        "    14  waiting for review\n"
        "        They will meet again.\n"
        "        Они \\x1b[31m.\n"
        "    17  obsolete\n"
        "        gone\n"
        "        нет\n"
        "3 messages: 1 needs editing, 1 waiting for review, 1 obsolete\n"
    )


def test_show_one_state_for_a_program(place: Workplace) -> None:
    place.write("x.po", TOGETHER)
    ended = place.habar("catalog", "show", "--state", "needs-editing", "--format", "json", "x.po")
    (entry,) = json.loads(ended.stdout)
    assert (entry["line"], entry["state"], entry["translation"]) == (10, "needs editing", ["Министры встретились."])
