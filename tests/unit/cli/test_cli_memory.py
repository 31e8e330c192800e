"""``habar memory``: what is typed, and what is shown."""

from __future__ import annotations

import json

import pytest

from i18n.workflow import extract
from tests.conftest import FAIR, TALKS, Workplace, bulletin, translated

OLD = """<?xml version="1.0"?>
<tmx version="1.4"><header srclang="ja"/><body>
<tu><tuv xml:lang="ja"><seg>首脳会談が<bpt i="1">&lt;b&gt;</bpt>東京<ept i="1">&lt;/b&gt;</ept>で行われた。</seg></tuv>
<tuv xml:lang="tk"><seg>Tokioda <bpt i="1">&lt;b&gt;</bpt>duşuşyk<ept i="1">&lt;/b&gt;</ept> boldy.</seg></tuv></tu>
<tu><tuv xml:lang="ja"><seg>首脳会談が<bpt i="1">&lt;b&gt;</bpt>東京<ept i="1">&lt;/b&gt;</ept>で行われた。</seg></tuv>
<tuv xml:lang="tk"><seg>Tokioda gepleşik boldy.</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def place(ministry: Workplace) -> Workplace:
    ministry.write("../old.tmx", OLD)
    ended = ministry.habar("memory", "import", "../old.tmx")
    assert (ended.returncode, ended.stdout) == (0, "../old.tmx -> locales/memory/old.tmx, 2 texts\n")
    assert ended.stderr == (
        "../old.tmx:5: warning H442: “tk”: the same text is translated otherwise in line 3\n"
        "    msgid  首脳会談が<b>東京</b>で行われた。\n"
        "    fix    both are suggested; keep the better one\n"
    )
    return ministry


def test_search(place: Workplace) -> None:
    ended = place.habar("memory", "search", "The ministers held long talks.", "--to", "ru")
    assert ended.stdout == (
        f" 83 %  {TALKS}, 2024-03-03, translated\n"
        "     en  The ministers held {+long +}talks.\n"
        "     ru  Министры провели переговоры.\n"
        "1 translation found\n"
    )
    assert (
        place.habar("memory", "search", "The ministers held long talks.", "--to", "tk").stdout
        == "0 translations found\n"
    )
    ended = place.habar("memory", "search", "首脳会談が<x>東京</x>で行われた。", "--from", "ja", "--format", "json")
    assert [(one["percent"], one["text"], one["to"], one["origin"]) for one in json.loads(ended.stdout)] == [
        (100, "Tokioda <x>duşuşyk</x> boldy.", "tk", "locales/memory/old.tmx"),
        (100, "Tokioda gepleşik boldy.", "tk", "locales/memory/old.tmx"),
    ]
    ended = place.habar("memory", "search", "It has 41 stands.", "--minimum", "95")
    assert (ended.returncode, ended.stdout) == (0, "0 translations found\n")


def test_find(place: Workplace) -> None:
    ended = place.habar("memory", "find", "会談 東京", "--to", "tk")
    assert ended.stdout == (
        "       locales/memory/old.tmx, translated\n"
        "     ja  首脳[会談]が<b>[東京]</b>で行われた。\n"
        "     tk  Tokioda <b>duşuşyk</b> boldy.\n"
        "1 translation found\n"
    )
    ended = place.habar("memory", "find", "ОТКРЫЛАСЬ ЯРМАРК")
    assert ended.stdout.split("\n")[1] == "     ru  В Мары [открылась ярмарк]а."
    ended = place.habar("memory", "find", "meet they", "--format", "json")
    assert [(one["source"], one["spans"]) for one in json.loads(ended.stdout)] == [
        ("They will meet again.", [[0, 4], [10, 14]])
    ]
    for words in ("eet", "", " ", "meet talks", "<b>"):
        assert place.habar("memory", "find", words).stdout == "0 translations found\n"


def test_stats(place: Workplace) -> None:
    ended = place.habar("memory", "stats")
    assert ended.stdout == (
        "  en -> ru     8 translations, 8 different texts, 0 approved\n"
        "  ja -> tk     2 translations, 1 different text, 0 approved\n"
        "  ru -> en     8 translations, 8 different texts, 0 approved\n"
        "  tk -> ja     2 translations, 2 different texts, 0 approved\n"
        "from 3 bulletins and 1 TMX file\n"
    )


def test_what_is_exported_can_be_imported(place: Workplace) -> None:
    ended = place.habar("memory", "export", "-o", "../all.tmx")
    assert (ended.returncode, ended.stderr) == (0, "")
    data = place.read("../all.tmx")
    for path in [*(place.root / "locales").rglob("*.po"), place.root / "locales/memory/old.tmx"]:
        path.unlink()
    assert place.habar("memory", "stats").stdout == "from 0 bulletins and 0 TMX files\n"
    place.habar("memory", "import", "../all.tmx")
    place.habar("memory", "export", "-o", "../again.tmx")
    assert place.read("../again.tmx") == data
    assert data.count(b"<tu ") == 10
    some = place.habar("memory", "export", "--to", "tk").stdout
    assert (some.count("<tu "), some.count('xml:lang="ru"')) == (2, 0)


def test_a_memory_is_not_replaced_unasked(place: Workplace) -> None:
    place.write("../old.tmx", OLD.replace("gepleşik", "duşuşyk"))
    place.write("../old.xml", OLD)
    place.write("../bad.tmx", "<tmx><body>")
    ended = place.habar("memory", "import", "../old.xml", "../bad.tmx", "../old.tmx")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert [line.split(": ", 2)[1:] for line in ended.stderr.split("\n") if " error " in line] == [
        ["error H443", "the file's name does not end in .tmx"],
        ["error H260", "the file is not XML: Premature end of data in tag body line 1"],
        ["error H443", "locales/memory/old.tmx is another memory"],
    ]
    ended = place.habar("memory", "import", "--replace", "../old.tmx")
    assert (ended.returncode, place.read("locales/memory/old.tmx")) == (0, place.read("../old.tmx"))


def test_texts_of_a_memory_do_not_steer_the_terminal(workplace: Workplace) -> None:
    workplace.write(f"sources/{FAIR}.txt", bulletin(1, "A fair", "A\x1b[2Jfair\u202e opened."))
    extract.run(workplace.project)
    catalog = workplace.project.catalog(FAIR, "ru")
    po = workplace.read(catalog).decode()
    workplace.write(catalog, translated(po, {"A fair": "Да\u202e\x9b2J"}))
    for command in (("search", "A fair"), ("find", "fair")):
        shown = workplace.habar("memory", *command).stdout
        assert "Да" in shown
        assert not {"\x1b", "\u202e", "\x9b"} & set(shown)
