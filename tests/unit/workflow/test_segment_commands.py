"""``habar segment``, a project's own rules and a bulletin's own cuts, as a person meets them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from i18n import config
from i18n.segment.evidence import doubts, used_words
from i18n.segment.explain import explain
from i18n.workflow import extract

VISIT = "2024-03-05-visit"
SOURCE = f"sources/{VISIT}.txt"
CUTS = f"sources/{VISIT}.toml"
PO = f"locales/ru/LC_MESSAGES/{VISIT}.po"
TEXT = """ date 2024-03-05 5 March 2024

A visit to Mary

Mr. Weber came to Mary. He met
the Hon. Dr. Smith. They spoke.

They agreed on Annex B. In May they will meet again.
"""
RUSSIAN = {
    "Mr. Weber came to Mary.": "Г-н Вебер прибыл в Мары.",
    "He met the Hon. Dr. Smith.": "Он встретился с д-ром Смитом.",
    "They spoke.": "Они беседовали.",
    "They agreed on Annex B.": "Они согласовали приложение B.",
    "In May they will meet again.": "В мае они встретятся снова.",
}


@pytest.fixture
def visit(workplace):
    """One bulletin in English that is translated into Russian."""
    workplace.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "ru"]\n')
    workplace.write(SOURCE, TEXT)
    assert extract.run(workplace.project).problems == []
    po = (
        workplace.read(PO)
        .decode()
        .replace('msgid "A visit to Mary"\nmsgstr ""', 'msgid "A visit to Mary"\nmsgstr "Визит в Мары"')
    )
    for msgid, msgstr in RUSSIAN.items():
        po = po.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    workplace.write(PO, po)
    return workplace


def living(place):
    """The Russian translations of the paragraphs; None for a fuzzy one."""
    from i18n.workflow.bulletins import read_catalog

    entries = read_catalog(place.project, VISIT, "ru").by_key().values()
    return {entry.msgid: None if entry.fuzzy else entry.msgstr for entry in entries if entry.msgctxt is None}


# Texts and explanations --------------------------------------------------------------------------


def test_text_prints_a_sentence_a_line(visit):
    ended = visit.habar("segment", "text", SOURCE)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        "A visit to Mary\n\n"
        "Mr. Weber came to Mary.\nHe met the Hon. Dr. Smith.\nThey spoke.\n\n"
        "They agreed on Annex B.\nIn May they will meet again.\n"
    )


def test_text_reads_the_standard_input(visit):
    given = "Meredov g. 5-nji maýda\ngeldi. Ol gitdi.\n\n\nSoňy."
    ended = subprocess.run(
        [sys.executable, "-m", "i18n", "segment", "text", "-l", "tk", "-"],
        cwd=visit.root, input=given, capture_output=True, encoding="utf-8", timeout=30, check=True,
    )  # fmt: skip
    assert ended.stdout == "Meredov g. 5-nji maýda geldi.\nOl gitdi.\n\nSoňy.\n"


def test_a_text_has_the_language_of_the_project_or_of_its_bulletin(visit):
    text = "Sie kamen am 5. Mai. Dann gingen sie.\n"
    german, english = "Sie kamen am 5. Mai.\nDann gingen sie.\n", "Sie kamen am 5.\nMai.\nDann gingen sie.\n"
    visit.write("draft.txt", text)
    assert visit.habar("segment", "text", "draft.txt").stdout == english
    assert visit.habar("segment", "text", "-l", "de", "draft.txt").stdout == german
    visit.write(SOURCE, f"Ein Titel\n\n{text}")
    visit.write(CUTS, 'locale = "de"\n')
    assert visit.habar("segment", "text", SOURCE).stdout == f"Ein Titel\n\n{german}"
    assert visit.habar("segment", "text", "-l", "en", SOURCE).stdout == f"Ein Titel\n\n{english}"


def test_explain_names_the_rule_behind_every_place(visit):
    visit.write(CUTS, 'join = ["Smith. ‖ They"]\n\nsplit = [\n  "agreed ‖ on",\n]\n')
    assert visit.habar("segment", "explain", SOURCE).stdout == (
        f"{SOURCE}:5: no cut: Mr. · Weber came to Mary. He met the…\n"
        "    never: an abbreviation that no sentence ends with\n"
        f"{SOURCE}:5: cut: Mr. Weber came to Mary. ‖ He met the Hon. Dr. Smith. The…\n"
        "    plain: A terminator, white space and a capital end a sentence; so does a letter of a script without"
        " capitals.\n"
        f"{SOURCE}:6: no cut: …came to Mary. He met the Hon. · Dr. Smith. They spoke.\n"
        "    never: an abbreviation that no sentence ends with\n"
        f"{SOURCE}:6: no cut: …e to Mary. He met the Hon. Dr. · Smith. They spoke.\n"
        "    never: an abbreviation that no sentence ends with\n"
        f"{SOURCE}:6: no cut: …ry. He met the Hon. Dr. Smith. · They spoke.\n"
        f"    join: decided for this bulletin in {CUTS}:1\n"
        f"{SOURCE}:8: cut: They agreed ‖ on Annex B. In May they will m…\n"
        f"    split: decided for this bulletin in {CUTS}:4\n"
        f"{SOURCE}:8: cut: They agreed on Annex B. ‖ In May they will meet again.\n"
        "    plain: A terminator, white space and a capital end a sentence; so does a letter of a script without"
        " capitals.\n"
        "7 places, 3 of them cut\n"
    )


def test_a_language_must_be_known(tmp_path):
    for arguments in (
        ("text", "-l", "turkmen", "-"),
        ("explain", "-l", "x_y", "-"),
        ("text", "nowhere.txt", "-l", "en"),
    ):
        ended = subprocess.run(
            [sys.executable, "-m", "i18n", "segment", *arguments],
            cwd=tmp_path, input="A text.", capture_output=True, encoding="utf-8", timeout=30, check=False,
        )  # fmt: skip
        assert (ended.returncode, ended.stdout) == (2, "")
        assert "Traceback" not in ended.stderr


# A bulletin's own cuts ---------------------------------------------------------------------------


def test_overrides_join_and_split_and_translations_go_along(visit):
    visit.write(CUTS, 'join = ["Smith. ‖ They spoke"]\nsplit = ["met the ‖ Hon."]\n')
    assert visit.habar("extract").returncode == 0
    assert living(visit) == {
        "Mr. Weber came to Mary.": "Г-н Вебер прибыл в Мары.",
        "He met the": "",
        "Hon. Dr. Smith. They spoke.": "",
        "They agreed on Annex B.": "Они согласовали приложение B.",
        "In May they will meet again.": "В мае они встретятся снова.",
    }
    visit.write(CUTS, 'join = ["Smith. ‖ They spoke"]\n')
    assert visit.habar("extract").returncode == 0
    joined = "Он встретился с д-ром Смитом. Они беседовали."
    assert living(visit)["He met the Hon. Dr. Smith. They spoke."] == joined
    (visit.root / CUTS).unlink()
    assert visit.habar("extract").returncode == 0
    assert living(visit) == RUSSIAN


def test_every_command_cuts_alike(visit):
    before = visit.habar("compile")
    visit.write(CUTS, 'join = ["Annex B. ‖ In"]\n')
    assert visit.habar("check").stdout == (
        f"locales/en/LC_MESSAGES/{VISIT}.po: warning H221: 1 text of the source is not in it: the rules or settings"
        " cut it in another way, or they were taken out of the file\n"
        "    fix    run: habar extract\n"
        f"{PO}: warning H221: 1 text of the source is not in it: the rules or settings"
        " cut it in another way, or they were taken out of the file\n"
        "    fix    run: habar extract\n"
        "8 translations checked, 2 problems\n"
    )
    assert before.returncode == 0
    assert visit.habar("extract").returncode == 0
    assert visit.habar("check").returncode == 0
    assert "Они согласовали приложение B. В мае" in " ".join(living(visit).values())


def test_an_override_that_fits_nowhere_is_said_with_its_line(visit):
    visit.write(CUTS, 'join = [\n  "Smith. ‖ They",\n  "Jones. ‖ They",\n]\n')
    said = (
        f"{CUTS}:3: warning H129: no paragraph has “Jones. ‖ They”\n"
        "    fix    copy the words anew from the source, or remove it\n"
    )
    for command in ("extract", "check"):
        ended = visit.habar(command)
        assert ended.returncode == 0
        assert said in ended.stdout + ended.stderr


@pytest.mark.parametrize(
    "value", ['"a ‖ b"', '["a b"]', '["a ‖"]', '["‖ b"]', '["a ‖ b ‖ c"]', "[1]", f'["{"a" * 400} ‖ b"]']
)
def test_an_override_needs_words_on_both_sides_of_one_mark(visit, value):
    visit.write(CUTS, f"units = 'sentence'\nsplit = {value}\n")
    ended = visit.habar("check")
    assert ended.returncode == 1
    assert ended.stdout.startswith(
        f"{CUTS}:2: error H506: split must be a list of texts, each with one ‖ between two words of the bulletin, not "
    )


def test_white_space_and_composed_letters_do_not_count(visit):
    visit.write(SOURCE, TEXT.replace("Weber came to Mary.", "Weber came to Ma\u0301ry."))
    visit.write(CUTS, 'join = ["came to M\u00e1ry. ‖ He\\tmet the  Hon."]\n')
    ended = visit.habar("segment", "text", SOURCE)
    assert ended.stdout.split("\n")[2] == "Mr. Weber came to M\u00e1ry. He met the Hon. Dr. Smith."


def test_the_line_of_an_override_is_found(visit):
    visit.write(CUTS, '# join = ["x ‖ y"]\nsplit = ["a ‖ b", "c ‖ d"]\njoin = [\n  "x ‖ y",\n  "\\u0041 ‖ z"\n]\n')
    found = config.of_bulletin(visit.project, VISIT).overrides
    assert [(o.kind, o.before, o.after, o.place.line) for o in found] == [
        ("join", "x", "y", 4),
        ("join", "A", "z", 3),
        ("split", "a", "b", 2),
        ("split", "c", "d", 2),
    ]


# A project's own rules ---------------------------------------------------------------------------

OWN = """\
never = ["spoke"]

[[rule]]
id = "annex"
break = false
before = 'Annex B[.]'
note = "Here Annex B. is never the end."

[[example]]
rule = "annex"
text = "See Annex B. In May we go. ‖ All agreed."
"""


def test_rules_of_the_project_are_asked_first_and_by_every_command(visit):
    visit.write("rules/en.toml", OWN)
    assert visit.habar("extract").returncode == 0
    joined = "They agreed on Annex B. In May they will meet again."
    assert living(visit)[joined] == "Они согласовали приложение B. В мае они встретятся снова."
    assert visit.habar("check").stdout == "10 translations checked, 0 problems\n"
    assert "annex: Here Annex B. is never the end.\n" in visit.habar("segment", "explain", SOURCE).stdout


def test_a_languages_rules_come_before_the_common_ones(visit):
    text = "Foo. Bar. They came. No. 5"
    visit.write("rules/common.toml", 'never = ["Foo", "came"]\n')
    visit.write("rules/en.toml", 'ordinary = ["came"]\nnever = ["Bar"]\n')
    visit.write("draft.txt", text)
    assert visit.habar("segment", "text", "draft.txt").stdout == "Foo. Bar. They came.\nNo. 5\n"
    assert visit.habar("segment", "text", "-l", "ru", "draft.txt").stdout == "Foo. Bar.\nThey came. No. 5\n"


WRONG = {
    "unknown key": ("ru.toml", "nevr = ['x']\n", "rules/ru.toml:1: error H122: "),
    "no TOML": ("en.toml", "never = [\n", "rules/en.toml:"),
    "no language": ("english.toml", OWN, "rules/english.toml: error H128: "),
    "a region": ("en-GB.toml", OWN, "rules/en-GB.toml: error H128: "),
    "unbounded": ("en.toml", OWN.replace("B[.]", "B.*"), "rules/en.toml:6: error H12"),
    "not UTF-8": ("en.toml", b"never = ['\xff']\n", "rules/en.toml:1: error H121: "),
}


@pytest.mark.parametrize(("name", "text", "said"), WRONG.values(), ids=WRONG)
def test_a_bad_rules_file_stops_every_command(visit, name, text, said):
    visit.write(f"rules/{name}", text)
    before = visit.files()
    for command in (["extract"], ["status"], ["check"], ["compile"], ["segment", "audit"], ["segment", "check"]):
        ended = visit.habar(*command)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith(said)
    assert visit.files() == before


# Examples ----------------------------------------------------------------------------------------


def test_check_runs_the_examples_of_the_package(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-m", "i18n", "segment", "check"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=30, check=False,
    )  # fmt: skip
    assert ended.returncode == 0
    assert [line.split()[0] for line in ended.stdout.splitlines()] == ["en", "ru", "tk", "ja", "fallback", "5"]


def test_check_finds_an_example_that_is_cut_otherwise(visit):
    visit.write("rules/en.toml", OWN)
    fine = visit.habar("segment", "check", "-l", "en")
    visit.write("rules/en.toml", OWN.replace("we go. ‖ All", "we go. All"))
    wrong = visit.habar("segment", "check", "-l", "en")
    assert (fine.returncode, wrong.returncode) == (0, 1)
    digits = fine.stdout.split()[1]
    assert fine.stdout == f"  en  {digits}\n1 language, 0 problems\n"
    assert wrong.stdout == (
        "rules/en.toml:11: error H126: the example is cut otherwise: See Annex B. In May we go. ‖ All agreed.\n"
        "    fix    correct the rule or the example\n"
        f"  en  {digits}\n1 language, 1 problem\n"
    )


# Other rules -------------------------------------------------------------------------------------


def test_diff_shows_what_would_change_and_writes_nothing(visit):
    visit.write("draft/en.toml", OWN)
    before = visit.files()
    ended = visit.habar("segment", "diff", "draft/en.toml")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        f"{SOURCE}:8: p2\n"
        "  - They agreed on Annex B. ‖ In May they will meet again.\n"
        "  + They agreed on Annex B. In May they will meet again.\n"
        f"  {VISIT}  en  1 new text: 1 approved\n"
        f"  {VISIT}  ru  1 new text: 1 waiting for review\n"
        "1 unit of 1 bulletin would be cut in another way\n"
    )
    assert visit.habar("segment", "diff", "draft").stdout == ended.stdout
    assert visit.files() == before


def test_diff_is_what_extract_then_does(visit):
    visit.write("draft/en.toml", OWN.replace('never = ["spoke"]', 'ordinary = ["Dr", "Hon"]'))
    foretold = visit.habar("segment", "diff", "draft").stdout
    assert f"  {VISIT}  ru  4 new texts: 2 untranslated, 1 needs editing, 1 waiting for review\n" in foretold
    visit.write("rules/en.toml", visit.read("draft/en.toml"))
    assert visit.habar("segment", "diff", "draft").stdout == "No unit would be cut in another way\n"
    assert visit.habar("extract").returncode == 0
    words = {text: word for text, word in living(visit).items() if text not in RUSSIAN}
    assert sorted(map(str, words.values())) == [
        "",
        "",
        "None",
        "Они согласовали приложение B. В мае они встретятся снова.",
    ]
    (visit.root / "rules/en.toml").unlink()
    assert visit.habar("extract").returncode == 0
    assert living(visit) == RUSSIAN


def test_diff_refuses_a_bad_file(visit):
    visit.write("draft/en.toml", "x = 1\n")
    ended = visit.habar("segment", "diff", "draft")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("draft/en.toml:1: error H122: ")


# Weak evidence -----------------------------------------------------------------------------------


def test_audit_lists_the_doubtful_places_of_the_project(visit):
    visit.write(SOURCE, TEXT + "\nHe went up the Rd. They saw the road (all of it. Then they left). Mr. The left.\n")
    ended = visit.habar("segment", "audit")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        f"{SOURCE}:8: info H113: cut: “They agreed on Annex B. ‖ In May they will meet again.”: “B.” may be an"
        " abbreviation: it stands nowhere without its full stop\n"
        f"{SOURCE}:10: info H113: cut: “He went up the Rd. ‖ They saw the road (all of it.…”: “Rd.” may be an"
        " abbreviation: it stands nowhere without its full stop\n"
        f"{SOURCE}:10: info H113: no cut: “…ll of it. Then they left). Mr. · The left.”: the sentence may end here:"
        " “The” often begins one\n"
        "10 places that may end a sentence, 3 doubts\n"
    )
    visit.write(CUTS, 'join = ["the Rd. ‖ They", "Mr. ‖ The", "Annex B. ‖ In"]\n')
    assert visit.habar("segment", "audit", VISIT).stdout == "10 places that may end a sentence, 0 doubts\n"
    visit.write(CUTS, 'units = "paragraph"\n')
    assert visit.habar("segment", "audit").stdout == "0 places that may end a sentence, 0 doubts\n"


DOUBTS = [
    ("en", "They came to the road. They left.", []),
    ("en", "They took the 4th Pkwy. They left.", ["“Pkwy.” may be an abbreviation: it stands nowhere without its full stop"]),
    ("en", "They took the road. Then the road. They left.", []),
    ("en", "All of them agreed. 15 came to Mary.", ["a number follows, and not a capital"]),
    ("en", "All of them agreed. № 5 came to Mary.", ["a sign follows, and not a capital"]),
    ("en", "All of them agreed. • They came to Mary.", ["a bullet follows"]),
    ("en", "The minister said: “We all agree!” They left Mary.", ["a quotation with ! or ? or … ends here, and the sentence may go on behind it"]),
    ("en", "The minister said “We all agree with that paragraph. They left Mary.", ["the sentence ends inside “…”"]),
    ("en", "Yes! They left the town of Mary.", ["the sentence has only 4 characters"]),
    ("en", "He lives in the U.S. President Biden too.", ["the abbreviation may end the sentence here: a capital follows"]),
    ("en", "He met Mr. Weber in the town of Mary.", []),
    ("ja", "はい。両大臣が会談しました。", ["the sentence has only 3 characters"]),
    ("ja", "双方は進展に言及しました。両大臣が会談しました。", []),
    ("en", "We met " + "and met again " * 40 + "today.", [f"the sentence in front of here has {len('We met ' + 'and met again ' * 40 + 'today.')} characters"]),
    ("en", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "text", "reasons"), DOUBTS)
def test_what_counts_as_weak_evidence(locale, text, reasons):
    used = used_words(["came to the road, Mary and others agree", text])
    found = doubts(text, explain(text, locale), used, locale)
    assert [reason for doubt in found for reason in doubt.reasons] == reasons


# SRX ---------------------------------------------------------------------------------------------


def test_export_srx_holds_the_projects_rules_and_comes_back(visit):
    visit.write("rules/en.toml", 'never = ["Fooo"]\n')
    printed = visit.habar("segment", "export-srx", "en")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert "Fooo" in printed.stdout
    written = visit.habar("segment", "export-srx", "en", "-o", "en.srx")
    assert (written.returncode, written.stdout) == (0, "")
    assert visit.read("en.srx").decode() == printed.stdout
    assert visit.habar("segment", "export-srx", "english").returncode == 2


SRX = """\
<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body><languagerules>
<languagerule languagerulename="E"><rule break="no"><beforebreak>\\bspoke\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules><maprules><languagemap languagepattern="en.*" languagerulename="E"/></maprules></body></srx>
"""


def test_import_srx_writes_a_draft_that_diff_reads(visit):
    visit.write("agency.srx", SRX)
    visit.edit(SOURCE, "They spoke.", "They spoke. All left.")
    ended = visit.habar("segment", "import-srx", "agency.srx")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "  draft/en.toml\n1 rules file. Next: habar segment diff draft\n"
    assert "  + Mr. Weber came to Mary. ‖ He met the Hon. Dr. Smith. ‖ They spoke. All left.\n" in (
        visit.habar("segment", "diff", "draft").stdout
    )
    before = visit.files()
    again = visit.habar("segment", "import-srx", "agency.srx")
    assert (again.returncode, visit.files()) == (2, before)
    visit.write("bad.srx", "<srx")
    assert visit.habar("segment", "import-srx", "bad.srx").stderr.startswith("bad.srx:1")
