"""``habar export xliff`` and ``habar import xliff`` as a person runs them, with files as CAT tools give them back."""

from __future__ import annotations

import re
from contextlib import chdir
from pathlib import Path

import pytest

from i18n import approval, catalogs
from i18n.cli.show import count
from i18n.exchange import xliff
from i18n.model import Entry
from i18n.problems import has_errors
from i18n.workflow import exporting, extract, receiving
from tests.conftest import CARPETS, FAIR, TALKS, Workplace, bulletin

RU = f"locales/ru/LC_MESSAGES/{FAIR}.po"


def entries(place: Workplace, name: str = RU) -> dict[str, Entry]:
    """The living entries of a catalog by their msgid."""
    return {entry.msgid: entry for entry in catalogs.parse(place.read(name), name).entries if not entry.obsolete}


def shown(ended: object) -> list[str]:
    """What the command said, without the ways out."""
    lines = (ended.stdout + ended.stderr).splitlines()  # type: ignore[attr-defined]
    return [line for line in lines if not line.startswith("    ")]


def edit(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return text


def exported(place: Workplace, bulletin: str = FAIR) -> str:
    """What ``habar export xliff`` writes."""
    made = exporting.run(place.project, [bulletin], "ru")
    data, problems = xliff.write(made.files)
    assert (made.problems, problems) == ([], [])
    return data.decode()


@pytest.fixture
def sent(ministry: Workplace) -> str:
    """The fair's XLIFF file."""
    return exported(ministry)


def returned(place: Workplace, text: str, locale: str | None = None) -> tuple[int, list[str]]:
    """What ``habar import xliff back.xlf`` says of a file with this text, and its status."""
    place.write("back.xlf", text)
    with chdir(place.root):
        receipt = receiving.run(place.project, [Path("back.xlf")], xliff.read, locale)
    lines = [f"  {taken.bulletin}  {taken.locale}  {taken.entries} changed, {count(taken.units, 'text')} in the file"
             for taken in receipt.taken]  # fmt: skip
    return int(has_errors(receipt.problems)), [*lines, *map(str, receipt.problems)]


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_all_bulletins_go_into_one_file_or_a_folder_and_change_nothing(ministry: Workplace, version: str) -> None:
    before = ministry.files("locales")
    for output in ("all.xlf", "out/"):
        ended = ministry.habar("export", "xliff", "--to", "ru", "--version", version, "-o", output)
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert sorted(ministry.files("out")) == [f"{FAIR}.xlf", f"{CARPETS}.xlf", f"{TALKS}.xlf"]
    ended = ministry.habar("import", "xliff", "all.xlf", f"out/{FAIR}.xlf")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [
        f"  {FAIR}  ru  0 changed, 3 texts in the file",
        f"  {CARPETS}  ru  0 changed, 2 texts in the file",
        f"  {TALKS}  ru  0 changed, 3 texts in the file",
        f"  {FAIR}  ru  0 changed, 3 texts in the file",
    ]
    assert ministry.files("locales") == before


def test_a_changed_translation_comes_in_and_the_earlier_one_stays_beside_it(ministry: Workplace, sent: str) -> None:
    before = ministry.read(RU).decode()
    text = edit(sent, ("В Мары открылась ярмарка.", "Ярмарка открылась в Мары."))
    assert returned(ministry, text) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])
    old = 'msgid "A fair opened in Mary."\nmsgstr "В Мары открылась ярмарка."\n'
    new = 'msgid "A fair opened in Mary."\nmsgstr "Ярмарка открылась в Мары."\n'
    (at,) = (match.start() for match in re.finditer(re.escape("#. Paragraph 1 of 1, sentence 1 of 2"), before))
    expected = before[:at] + "# Earlier translation: В Мары открылась ярмарка.\n" + before[at:].replace(old, new)
    assert ministry.read(RU).decode() == expected
    # The translator delivers once more, and the same file a third time changes nothing.
    more = edit(text, ("Ярмарка открылась в Мары.", "Ярмарка в Мары открылась."))
    assert returned(ministry, more) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])
    ministry.write(RU, expected)
    assert returned(ministry, text) == (0, [f"  {FAIR}  ru  0 changed, 3 texts in the file"])
    assert ministry.read(RU).decode() == expected


def test_a_dry_run_writes_nothing(ministry: Workplace, sent: str) -> None:
    before = ministry.files("locales")
    ministry.write("back.xlf", edit(sent, ("В Мары открылась ярмарка.", "Ярмарка открылась в Мары.")))
    ended = ministry.habar("import", "xliff", "back.xlf", "--dry-run")
    assert (ended.returncode, shown(ended)) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])
    assert ministry.files("locales") == before


def test_omegat_gives_back_fewer_units_in_another_order_with_emptied_targets(ministry: Workplace, sent: str) -> None:
    ministry.edit(RU, "#: sources/2024-03-01-fair.txt:p1.s2\n", "#: sources/2024-03-01-fair.txt:p1.s2\n#, fuzzy\n")
    before = ministry.read(RU)
    text = exported(ministry)
    title, first, second = re.findall(r" *<trans-unit.*?</trans-unit>\n", text, re.DOTALL)
    second = re.sub(r"<target.*?</target>", '<target xml:lang="ru"></target>', second)
    assert title in text
    text = text.replace(title + first, "").replace(text[text.index("      <trans-unit", text.index("<body>")) :], "")
    text = text[: text.index("<body>") + 7] + second + first + "    </body>\n  </file>\n</xliff>\n"
    assert returned(ministry, text) == (0, [
        f"  {FAIR}  ru  0 changed, 2 texts in the file",
        "back.xlf:8: warning H268: p1.s2: the translation was emptied; the one in the catalog stays",
        f"back.xlf:3: info H272: 1 text of the catalog is not in the file ({FAIR}, ru); nothing changes there",
        f"back.xlf:3: info H273: the texts stand in another order than in the catalog ({FAIR})",
    ])  # fmt: skip
    assert ministry.read(RU) == before


def test_a_state_alone_comes_in(ministry: Workplace, sent: str) -> None:
    text = sent.replace('state="translated">На ней', 'state="needs-review-translation">На ней')
    assert returned(ministry, text) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])
    assert entries(ministry)["It has 40 stands."] == Entry(
        "It has 40 stands.", ("На ней 40 стендов.",), flags=("fuzzy",),
        references=(f"sources/{FAIR}.txt:p1.s2",),
        extracted=("Paragraph 1 of 1, sentence 2 of 2", "Bulletin: “A fair in Mary”"),
    )  # fmt: skip
    text = exported(ministry).replace("needs-review-translation", "final")
    assert returned(ministry, text) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])
    assert entries(ministry)["It has 40 stands."].flags == ()


def test_what_was_corrected_in_the_catalog_meanwhile_is_not_taken_back(ministry: Workplace, sent: str) -> None:
    ministry.edit(RU, "В Мары открылась ярмарка.", "В городе Мары открылась ярмарка.")
    before = ministry.read(RU)
    assert returned(ministry, sent) == (0, [f"  {FAIR}  ru  0 changed, 3 texts in the file"])
    assert ministry.read(RU) == before


def test_where_both_were_changed_the_catalog_wins_and_the_other_is_kept(ministry: Workplace, sent: str) -> None:
    ministry.edit(RU, "В Мары открылась ярмарка.", "В городе Мары открылась ярмарка.")
    text = edit(sent, ("В Мары открылась ярмарка.", "Ярмарка открылась в Мары."))
    assert returned(ministry, text) == (0, [
        f"  {FAIR}  ru  1 changed, 3 texts in the file",
        ("back.xlf:19: warning H270: p1.s1: the text was translated anew both in the file and in the catalog; "
        "the catalog's stays"),
    ])  # fmt: skip
    entry = entries(ministry)["A fair opened in Mary."]
    assert entry.msgstr == "В городе Мары открылась ярмарка."
    assert entry.comments == ("Other translation: Ярмарка открылась в Мары.",)


def test_a_tool_that_drops_all_marks_still_finds_its_texts(ministry: Workplace, sent: str) -> None:
    text = re.sub(r" *<context-group.*?</context-group>\n", "", sent, flags=re.DOTALL)
    text = re.sub(r'<trans-unit id="\w+"', '<trans-unit id="7"', text)
    text = edit(text, ("На ней 40 стендов.", "На ярмарке 40 стендов."))
    assert returned(ministry, text) == (0, [
        f"  {FAIR}  ru  1 changed, 3 texts in the file",
        "back.xlf:8: warning H265: title: the catalog does not have this text, and never sent it",
        f"back.xlf:3: info H272: 1 text of the catalog is not in the file ({FAIR}, ru); nothing changes there",
    ])  # fmt: skip
    assert entries(ministry)["It has 40 stands."].msgstr == "На ярмарке 40 стендов."


def test_a_source_that_changed_meanwhile_is_offered_as_fuzzy(ministry: Workplace, sent: str) -> None:
    ministry.edit(f"sources/{FAIR}.txt", "It has 40 stands.", "It has 42 stands.")
    text = edit(sent, ("На ней 40 стендов.", "На ярмарке 40 стендов."))
    assert returned(ministry, text) == (0, [
        f"  {FAIR}  ru  2 changed, 3 texts in the file",
        ("back.xlf:29: warning H266: p1.s2: the bulletin no longer has this text; its translation is offered for the "
        "text in its place, as fuzzy"),
        f"back.xlf:3: info H272: 1 text of the catalog is not in the file ({FAIR}, ru); nothing changes there",
    ])  # fmt: skip
    entry = entries(ministry)["It has 42 stands."]
    assert (entry.msgstr, entry.flags, entry.previous_msgid) == (
        "На ярмарке 40 стендов.", ("fuzzy",), "It has 40 stands."
    )  # fmt: skip
    written = ministry.read(RU)
    assert '#~ msgid "It has 40 stands."\n#~ msgstr "На ней 40 стендов."' in written.decode()
    assert "#~ # " not in written.decode()
    assert "# Other translation: На ярмарке 40 стендов.\n#~ msgid" in written.decode()
    extract.run(ministry.project)
    assert ministry.read(RU) == written


def test_a_source_that_was_edited_in_the_tool_makes_the_text_fuzzy(ministry: Workplace, sent: str) -> None:
    text = edit(
        sent, (">It has 40 stands.<", ">It has forty stands.<"), ("На ней 40 стендов.", "На ней сорок стендов.")
    )
    assert returned(ministry, text) == (0, [
        f"  {FAIR}  ru  1 changed, 3 texts in the file",
        ("back.xlf:29: warning H267: p1.s2: the source text was changed in the file: it lacks “40” and has “forty”; "
        "taken as fuzzy"),
    ])  # fmt: skip
    entry = entries(ministry)["It has 40 stands."]
    assert (entry.msgstr, entry.flags) == ("На ней сорок стендов.", ("fuzzy",))


def test_a_text_twice(ministry: Workplace, sent: str) -> None:
    second = re.findall(r" *<trans-unit.*?</trans-unit>\n", sent, re.DOTALL)[1]
    again = second.replace("В Мары открылась ярмарка.", "Ярмарка открылась.")
    assert returned(ministry, sent.replace(second, second + again)) == (0, [
        f"  {FAIR}  ru  1 changed, 4 texts in the file",
        ("back.xlf:29: warning H271: p1.s1: this text stands in the file again: the first one counts; the other "
        "translation is kept as a comment"),
    ])  # fmt: skip
    assert entries(ministry)["A fair opened in Mary."].comments == ("Other translation: Ярмарка открылась.",)


def test_a_note_of_the_translator_comes_in(ministry: Workplace, sent: str) -> None:
    text = edit(sent, ("стендов.</target>", "стендов.</target><note>Стенды или павильоны?</note>"))
    assert returned(ministry, text) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])
    assert entries(ministry)["It has 40 stands."].comments == ("Стенды или павильоны?",)


def test_damaged_codes_are_taken_as_fuzzy(ministry: Workplace) -> None:
    ministry.write("sources/2024-03-04-law.md", "# A law\n\nRead [the law](x.html) **first**.\n")
    extract.run(ministry.project)
    sent = exported(ministry, "2024-03-04-law")
    target = '<target state="translated">Сначала <x id="9"/>прочитайте <g id="1">закон</g>.</target>'
    text = re.sub(r"(</g>\.</source>\n)", rf"\1        {target}\n", sent)
    assert text != sent
    law = "locales/ru/LC_MESSAGES/2024-03-04-law.po"
    assert returned(ministry, text) == (0, [
        "  2024-03-04-law  ru  1 changed, 2 texts in the file",
        "back.xlf:18: warning H269: p1.s1: an inline code that the source has not was left out; taken as fuzzy",
    ])  # fmt: skip
    (entry,) = [entry for entry in entries(ministry, law).values() if entry.msgid.startswith("Read")]
    assert (entry.msgstr, entry.flags) == ("Сначала прочитайте <a>закон</a>.", ("fuzzy",))
    text = text.replace('<x id="9"/>', "").replace("закон</g>", 'закон</g> <g id="2">сразу</g>')
    assert returned(ministry, text)[1] == [
        "  2024-03-04-law  ru  1 changed, 2 texts in the file",
        "back.xlf:18: warning H270: p1.s1: the text was translated both in the file and in the catalog; the file's is taken",
    ]
    (entry,) = [entry for entry in entries(ministry, law).values() if entry.msgid.startswith("Read")]
    assert (entry.msgstr, entry.flags) == ("Сначала прочитайте <a>закон</a> <strong>сразу</strong>.", ())


def test_languages_and_bulletins_that_do_not_fit_are_refused(ministry: Workplace, sent: str) -> None:
    before = ministry.files("locales")
    other = sent.replace('target-language="ru"', 'target-language="tk"')
    assert returned(ministry, other, "ru") == (1, [
        "back.xlf:3: error H264: the file is in “tk”, not in “ru”",
    ])  # fmt: skip
    assert returned(ministry, other) == (1, ["back.xlf:3: error H264: the file is in “tk”, and the project has en, ru"])
    source = sent.replace('source-language="en"', 'source-language="ja"')
    assert returned(ministry, source) == (1, [
        "back.xlf:3: error H264: the file's source is in “ja”, the bulletin was written in “en”",
    ])  # fmt: skip
    unknown = sent.replace(f"sources/{FAIR}", "sources/2024-01-01-other")
    assert returned(ministry, unknown) == (1, [
        "back.xlf:3: error H276: there is no bulletin “2024-01-01-other”: nothing of it was taken",
    ])  # fmt: skip
    assert ministry.files("locales") == before


def test_a_region_that_a_tool_added_does_no_harm(ministry: Workplace, sent: str) -> None:
    text = sent.replace('target-language="ru"', 'target-language="ru-RU"').replace(
        'source-language="en"', 'source-language="en-US"'
    )
    text = edit(text, ("На ней 40 стендов.", "На ярмарке 40 стендов.")).replace(
        f"sources/{FAIR}.txt", f"C:\\Temp\\{FAIR}.txt"
    )
    assert returned(ministry, text) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])


def test_a_text_of_a_megabyte_is_refused_and_the_others_come_in(ministry: Workplace, sent: str) -> None:
    text = edit(sent, ("На ней 40 стендов.", "О" * 1_000_000), ("В Мары открылась ярмарка.", "Ярмарка открылась."))
    assert returned(ministry, text) == (1, [
        f"  {FAIR}  ru  1 changed, 3 texts in the file",
        "back.xlf:29: error H274: p1.s2: the translation has more than 100000 characters",
        f"back.xlf:3: info H272: 1 text of the catalog is not in the file ({FAIR}, ru); nothing changes there",
    ])  # fmt: skip


def test_an_unknown_language_and_the_own_language(ministry: Workplace) -> None:
    ended = ministry.habar("export", "xliff", "--to", "tk")
    assert (ended.returncode, shown(ended)) == (2, ["habar.toml: error H523: the project has no language “tk”: en, ru"])
    ended = ministry.habar("export", "xliff", FAIR, "--to", "en")
    assert (ended.returncode, shown(ended)) == (
        0, [f"sources/{FAIR}.txt: info H277: it was written in “en”: there is nothing to translate"]
    )  # fmt: skip


def test_two_source_languages_need_a_folder_in_version_2(ministry: Workplace) -> None:
    ministry.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "ru", "ja"]\n')
    ministry.write("sources/2024-03-05-ru.txt", bulletin(5, "Встреча", "Министры встретились."))
    ministry.write("sources/2024-03-05-ru.toml", 'locale = "ru"\n')
    ended = ministry.habar("export", "xliff", "--to", "ja", "--version", "2.0", "-o", "a.xlf")
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (
        2,
        "Error: XLIFF 2.0 has one source language in a file, and the bulletins have several: write them to a folder, -o FOLDER/",
    )
    assert not (ministry.root / "a.xlf").exists()
    assert ministry.habar("export", "xliff", "--to", "ja", "--version", "2.0", "-o", "a/").returncode == 0
    assert len(ministry.files("a")) == 4
    assert ministry.habar("export", "xliff", "--to", "ja", "-o", "a.xlf").returncode == 0


def test_a_file_really_called_xliff_is_given_with_its_folder(ministry: Workplace) -> None:
    ministry.write("xliff", "x")
    ended = ministry.habar("import", "./xliff")
    assert "H106" in ended.stderr
    assert "Missing argument 'FILE...'" in ministry.habar("import", "xliff").stderr


def test_approvals_are_told_to_others_but_come_from_no_file(ministry: Workplace) -> None:
    ended = ministry.habar("approve", FAIR, "--to", "ru", "--as", "Aýna", "--on", "2024-03-02")
    assert ended.returncode == 0, ended.stderr
    before = ministry.read(RU)
    assert b"# Approved by " in before
    text = exported(ministry)
    assert "Approved by" not in text
    assert text.count('approved="yes"') == text.count('state="final"') == 3
    assert returned(ministry, text) == (0, [f"  {FAIR}  ru  0 changed, 3 texts in the file"])
    assert ministry.read(RU) == before
    # A new translation is nobody's, whatever a note says of it.
    forged = "Approved by Aýna on 2024-03-02 [0123456789ab]"
    note = f"<note>{forged}\nApproved  by\n Eve on 2024-03-02 [0123456789ab]\nFine.</note>"
    text = edit(text, ("На ней 40 стендов.</target>", f"На ярмарке 40 стендов.</target>{note}"))
    assert returned(ministry, text) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])
    entry = entries(ministry)["It has 40 stands."]
    assert entry.comments[1:] == (
        "Eve on 2024-03-02 [0123456789ab]", "Fine.", "Earlier translation: На ней 40 стендов."
    )  # fmt: skip
    assert approval.counting(entry) == ()


@pytest.mark.parametrize("name", ["fair.csv", "fair.docx"])
def test_a_table_goes_out_and_comes_back(ministry: Workplace, name: str) -> None:
    ended = ministry.habar("export", "table", FAIR, "--to", "ru", "-o", name)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    before = ministry.files("locales")
    ended = ministry.habar("import", "table", name)
    assert (ended.returncode, shown(ended)) == (0, [f"  {FAIR}  ru  0 changed, 3 texts in the file"])
    assert ministry.files("locales") == before
    if name == "fair.csv":
        ministry.edit(name, "На ней 40 стендов.,translated", "На ярмарке 40 стендов.,needs editing")
        ended = ministry.habar("import", "table", name, "--to", "ru")
        assert (ended.returncode, shown(ended)) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file"])
        entry = entries(ministry)["It has 40 stands."]
        assert (entry.msgstr, entry.flags) == ("На ярмарке 40 стендов.", ("fuzzy",))
        assert ministry.habar("import", "table", name, "--to", "en").returncode == 1


def test_tables_go_into_a_folder(ministry: Workplace) -> None:
    ended = ministry.habar("export", "table", "--to", "ru", "--format", "docx", "-o", "out/")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert sorted(ministry.files("out")) == [f"{FAIR}.docx", f"{CARPETS}.docx", f"{TALKS}.docx"]
    ended = ministry.habar("import", "table", *(f"out/{name}" for name in ministry.files("out")))
    assert (ended.returncode, ended.stderr, ended.stdout.count(" 0 changed")) == (0, "", 3)


def test_a_memory_goes_out_and_suggests(ministry: Workplace) -> None:
    ended = ministry.habar("export", "tmx", "-o", "m.tmx")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    before = ministry.files("locales")
    ended = ministry.habar("import", "tmx", "m.tmx")
    assert (ended.returncode, shown(ended)) == (0, ["8 texts in m.tmx"])
    assert ministry.files("locales") == before
    ministry.write("sources/2024-03-09-again.txt", bulletin(9, "Talks in Tokyo", "They will meet again. It is new."))
    extract.run(ministry.project)
    before = ministry.files("locales")
    ended = ministry.habar("import", "tmx", "m.tmx", "--dry-run")
    lines = ["  2024-03-09-again  ru  2 suggestions", "8 texts in m.tmx"]
    assert (ended.returncode, shown(ended), ministry.files("locales")) == (0, lines, before)
    assert shown(ministry.habar("import", "tmx", "m.tmx", "--to", "en")) == ["8 texts in m.tmx"]
    assert shown(ministry.habar("import", "tmx", "m.tmx")) == lines
    again = entries(ministry, "locales/ru/LC_MESSAGES/2024-03-09-again.po")
    assert {msgid: (entry.msgstr, entry.flags, entry.comments) for msgid, entry in again.items() if msgid} == {
        "Talks in Tokyo": ("Переговоры в Токио", ("fuzzy",), ("Suggested by m.tmx",)),
        "They will meet again.": ("Они встретятся снова.", ("fuzzy",), ("Suggested by m.tmx",)),
        "It is new.": ("", (), ()),
    }


def test_a_tool_that_fills_in_the_source_text_translates_nothing(ministry: Workplace, sent: str) -> None:
    text = edit(sent, ("На ней 40 стендов.", "It has  40 stands."), ("Ярмарка в Мары", "Mary 2024"))
    assert returned(ministry, text) == (0, [
        f"  {FAIR}  ru  1 changed, 3 texts in the file",
        "back.xlf:29: warning H281: p1.s2: the source text stands in place of a translation; it was not taken",
    ])  # fmt: skip
    assert [entry.msgstr for entry in entries(ministry).values()] == [
        "Mary 2024", "В Мары открылась ярмарка.", "На ней 40 стендов."
    ]  # fmt: skip


def test_a_translation_of_a_text_that_is_gone_is_kept_as_obsolete(ministry: Workplace, sent: str) -> None:
    ministry.edit(RU, 'msgstr "На ней 40 стендов."', 'msgstr ""')
    ministry.edit(f"sources/{FAIR}.txt", " It has 40 stands.", "")
    extract.run(ministry.project)
    assert "40" not in ministry.read(RU).decode()
    line = "back.xlf:29: warning H266: p1.s2: the bulletin no longer has this text; its translation is kept as obsolete"
    assert returned(ministry, sent) == (0, [f"  {FAIR}  ru  1 changed, 3 texts in the file", line])
    kept = '\n#~ msgid "It has 40 stands."\n#~ msgstr "На ней 40 стендов."\n'
    assert ministry.read(RU).decode().endswith(kept)
    assert returned(ministry, sent) == (0, [f"  {FAIR}  ru  0 changed, 3 texts in the file", line])
    # It comes back when its text does.
    ministry.edit(f"sources/{FAIR}.txt", "A fair opened in Mary.", "A fair opened in Mary. It has 40 stands.")
    extract.run(ministry.project)
    assert entries(ministry)["It has 40 stands."].translated


def test_a_table_with_the_name_of_another_kind_is_refused(ministry: Workplace) -> None:
    ended = ministry.habar("export", "table", "--to", "ru", TALKS, "-o", "t.xlsx")
    assert (ended.returncode, "a table is .csv or .docx, not .xlsx" in ended.stderr) == (2, True)
    assert "t.xlsx" not in ministry.files()
