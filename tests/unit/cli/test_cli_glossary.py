"""``habar glossary`` as a person runs it."""

from __future__ import annotations

import json

import pytest

from tests.conftest import FAIR, TALKS, Workplace

GLOSSARY = "en,ru,kind,note\nMary,Мары,place,\nfair,ярмарка | базар | !торг,,trade\nminister,министр,office,\n"
RU = f"locales/ru/LC_MESSAGES/{FAIR}.po"


def shown(ended: object) -> list[str]:
    """What the command said, without the ways out."""
    lines = (ended.stdout + ended.stderr).splitlines()  # type: ignore[attr-defined]
    return [line for line in lines if not line.startswith("    ")]


@pytest.fixture
def spoken(ministry: Workplace) -> Workplace:
    ministry.write("locales/glossary.csv", GLOSSARY)
    return ministry


def test_a_glossary_that_a_spreadsheet_saved_as_unicode_text(ministry: Workplace) -> None:
    wide = "en\tru\tkind\r\nMary\tМары\tplace\r\n".encode("utf-16")
    (ministry.root / "locales" / "glossary.csv").write_bytes(wide)
    assert "Мары" in ministry.habar("glossary", "find", "a fair in Mary").stdout
    (ministry.root / "more.csv").write_bytes("en\tru\nfair\tярмарка\n".encode("utf-16"))
    assert ministry.habar("glossary", "import", "more.csv").returncode == 0
    written = (ministry.root / "locales" / "glossary.csv").read_bytes()
    assert written == "\ufeffen,ru,kind\r\nMary,Мары,place\r\nfair,ярмарка,\r\n".encode()


def test_terms_of_a_sentence(spoken: Workplace) -> None:
    ended = spoken.habar("glossary", "find", "Two fairs in Mary")
    assert (ended.returncode, ended.stdout) == (
        0, "fairs\n  ru  ярмарка | базар | !торг\n      trade\nMary\n  ru  Мары\n      place\n"
    )  # fmt: skip
    ended = spoken.habar("glossary", "find", "на ярмарках", "--in", "ru", "--format", "json")
    assert json.loads(ended.stdout) == [
        {"text": "ярмарках", "line": 3, "note": "trade",
         "terms": {"en": {"preferred": "fair", "allowed": [], "forbidden": []}}}
    ]  # fmt: skip
    assert spoken.habar("glossary", "find", "rain").stdout == "the glossary has none of these words\n"
    assert spoken.habar("glossary", "find", "rain", "--in", "xx").returncode == 2


def test_it_says_what_is_wrong_in_the_glossary_and_in_the_archive(spoken: Workplace) -> None:
    ended = spoken.habar("glossary", "check")
    assert (ended.returncode, shown(ended)) == (0, ["3 concepts (en, ru), 16 translations compared"])
    spoken.edit(
        "locales/glossary.csv", "minister,министр,office,\n", "minister,министр,office,\nminister,визирь,office,\n"
    )
    spoken.edit("locales/glossary.csv", "Mary,Мары", '"Ma"ry,Мары,,\n,,place,\nMary,Мары')
    spoken.edit(RU, "В Мары открылась ярмарка.", "В Мерв открылся торг.")
    ended = spoken.habar("glossary", "check")
    assert (ended.returncode, sorted(shown(ended))) == (1, sorted([
        'locales/glossary.csv:2: error H279: behind a " that closes stands more text: a " inside a cell is written twice',
        "locales/glossary.csv:3: warning H282: the row has no term in any language",
        "locales/glossary.csv:7: error H284: “minister” (en) is “визирь” (ru) here and “министр” in line 6",
        f"{line(spoken, 'A fair opened')}: error H258: the glossary forbids “торг”",
        f"{line(spoken, 'A fair opened')}: warning H258: the glossary has “Мары” for “Mary”",
        "5 concepts (en, ru), 16 translations compared",
    ]))  # fmt: skip


def line(place: Workplace, msgid: str) -> str:
    lines = place.read(RU).decode().split("\n")
    begin = f'msgid "{msgid}'
    return f"{RU}:{next(at for at, text in enumerate(lines, 1) if text.startswith(begin))}"


def test_a_glossary_that_cannot_be_read_does_not_stop_the_other_checks(spoken: Workplace) -> None:
    spoken.write("locales/glossary.csv", "one;two\n")
    spoken.edit(RU, "На ней 40 стендов.", "На ней 41 стенд.")
    ended = spoken.habar("check")
    assert [text.split(": ")[1] for text in shown(ended)[:-1]] == ["error H279", "error H232"]
    before = spoken.files("locales")
    assert spoken.habar("extract").returncode == 2
    assert spoken.files("locales") == before


def test_a_row_that_cannot_be_read_stops_nothing(spoken: Workplace) -> None:
    spoken.write("locales/glossary.csv", GLOSSARY + "a,b,c,d,e\n")
    for command in ("check", "extract", "compile"):
        ended = spoken.habar(command)
        assert "locales/glossary.csv:5: error H279" in ended.stdout + ended.stderr
        assert ended.returncode == 1
    assert b"#. Term: fair = " in spoken.read(RU)


def test_a_name_in_two_spellings_is_told_by_both_checks_and_can_be_silenced(spoken: Workplace) -> None:
    talks = f"locales/ru/LC_MESSAGES/{TALKS}.po"
    spoken.edit(f"sources/{FAIR}.txt", "A fair opened in Mary.", "Serdar Orazov opened a fair.")
    spoken.edit(f"sources/{TALKS}.txt", "The ministers held talks.", "Serdar Orazov came.")
    spoken.habar("extract")
    spoken.edit(
        RU,
        'msgid "Serdar Orazov opened a fair."\nmsgstr ""',
        'msgid "Serdar Orazov opened a fair."\nmsgstr "Ярмарку открыл Сердар Оразов."',
    )
    met = 'msgid "Serdar Orazov came."\nmsgstr '
    spoken.edit(talks, f'{met}""', f'{met}"Состоялся приезд Сердара Орозова."')
    for command in (["check"], ["glossary", "check"]):
        ended = spoken.habar(*command)
        assert ended.returncode == 0
        assert "warning H288: “Сердара Орозова” is spelled “Сердар Оразов” at" in ended.stdout + ended.stderr
    spoken.edit(talks, met, f"# habar: ignore H288: another man\n{met}")
    assert "H288" not in spoken.habar("glossary", "check").stderr


def test_a_person_of_the_glossary_is_told_in_a_source_and_can_be_left(spoken: Workplace) -> None:
    spoken.edit("locales/glossary.csv", "Mary,Мары,place,", "Mary,Мары,place,\nSerdar Orazov,Сердар Оразов,person,")
    spoken.edit(f"sources/{FAIR}.txt", "A fair opened in Mary.", "Serdar Orozov opened a fair in Mary.")
    said = "warning H288: “Serdar Orozov” is “Serdar Orazov” in the glossary"
    assert said in spoken.habar("glossary", "check").stderr
    spoken.write("habar.toml", spoken.read("habar.toml") + b'checks.H288 = "off"\n')
    assert "H288" not in spoken.habar("check").stdout


def test_it_goes_out_and_comes_back(ministry: Workplace) -> None:
    assert "H501" in ministry.habar("glossary", "export").stderr
    ministry.write("locales/glossary.csv", "en,ru,tk,kind\r\nMary,Мары,Mary,place\r\nfair,ярмарка | !базар,,\r\n")
    before = ministry.read("locales/glossary.csv")
    assert ministry.habar("glossary", "export", "-o", "g.tbx").returncode == 0
    ended = ministry.habar("glossary", "export", "--to", "ru")
    assert (ended.returncode, ended.stdout) == (0, "en,ru,kind\nMary,Мары,place\nfair,ярмарка | !базар,\n")
    ministry.write("g.csv", ended.stdout)
    for name in ("g.tbx", "g.csv"):
        ended = ministry.habar("glossary", "import", name)
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"  {name}: 0 concepts added, 0 filled up\n", "")
        assert ministry.read("locales/glossary.csv") == before
    assert "<termEntry" in ministry.habar("glossary", "export", "--format", "tbx", "--to", "ru").stdout


def test_it_takes_in_what_it_does_not_have(ministry: Workplace) -> None:
    ministry.write("locales/glossary.csv", "en,ru,kind\r\nMary,Мары,place\r\nfair,ярмарка | !базар,\r\n")
    before = ministry.read("locales/glossary.csv")
    ministry.write(
        "other.csv", "en,ru,tk,ja\nTokyo,Токио,Tokio,東京\nfair,торг,,見本市\nfair,ярмарка,ýarmarka,\na,b,c,d,e\n"
    )
    for options, after in ((["--dry-run"], before), ([], None)):
        ended = ministry.habar("glossary", "import", "other.csv", *options)
        assert (ended.returncode, shown(ended)) == (1, [
            "  other.csv: 2 concepts added, 1 filled up",
            'other.csv:5: error H279: the line has 5 cells, and there are 4 columns: put " " around a comma',
            "other.csv:3: error H284: “fair” (en) is “торг” (ru) here and “ярмарка” in locales/glossary.csv:3",
        ])  # fmt: skip
        assert after in (None, ministry.read("locales/glossary.csv"))
    assert ministry.read("locales/glossary.csv").decode() == (
        "en,ru,tk,ja,kind\r\nMary,Мары,,,place\r\nfair,ярмарка | !базар,ýarmarka,,\r\n"
        "Tokyo,Токио,Tokio,東京,\r\nfair,торг,,見本市,\r\n"
    )
    ministry.write("other.csv", "en,ru,tk,jp\nTokyo,Токё,Tokio,\n,,,東京\n")
    ended = ministry.habar("glossary", "import", "other.csv")
    assert (ended.returncode, shown(ended)) == (0, [
        "  other.csv: 0 concepts added, 0 filled up",
        "other.csv:2: warning H280: “Токё” (ru) is “Токио” in locales/glossary.csv, which stays",
        "other.csv:1: warning H285: “jp” is no tag of a language",
        "other.csv:3: warning H282: the row has no term in any language",
    ])  # fmt: skip


def test_an_own_row_that_cannot_be_read_is_not_lost(spoken: Workplace) -> None:
    spoken.write("locales/glossary.csv", f"{GLOSSARY}a,b,c,d,e\n")
    spoken.write("other.csv", "en,ru\nTokyo,Токио\n")
    ended = spoken.habar("glossary", "import", "other.csv")
    assert "locales/glossary.csv:5: error H279" in ended.stderr
    assert spoken.read("locales/glossary.csv").decode() == f"{GLOSSARY}a,b,c,d,e\n"


def test_files_of_another_kind_are_refused(spoken: Workplace) -> None:
    spoken.write("terms.docx", "x")
    ended = spoken.habar("glossary", "import", "terms.docx")
    assert (ended.returncode, "a glossary is .csv or .tbx" in ended.stderr) == (2, True)
    spoken.write("broken.tbx", "<martif><text>")
    assert "H26" in spoken.habar("glossary", "import", "broken.tbx").stderr
