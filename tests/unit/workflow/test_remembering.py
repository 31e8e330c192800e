"""The project's memory: made of its bulletins and TMX files, and what ``habar translate`` takes from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from i18n import origin
from i18n.exchange import tmx
from i18n.interchange import MemoryUnit
from i18n.memory import Context, Match, Memory, Pair, Unit, Variant
from i18n.workflow import approve, extract, remembering
from i18n.workflow.rules import Rules
from i18n.workflow.sentences import sentence_units
from tests.conftest import CARPETS, FAIR, TALKS, Workplace, bulletin, translated

EN_RU = Pair("en", "ru")
NEW = "2024-03-09-again"
HEAD = f"locales/ru/LC_MESSAGES/{NEW}.po"


def opened(place: Workplace) -> Memory:
    found, problems = remembering.opened(place.project)
    assert problems == []
    return found


def texts(found: Sequence[Match]) -> list[str]:
    return [match.text for match in found]


def entries(place: Workplace) -> list[str]:
    blocks = place.read(HEAD).decode().rstrip().split("\n\n")[1:]
    return ["\n".join(line for line in block.split("\n") if not line.startswith(("#:", "#."))) for block in blocks]


def test_it_knows_every_finished_translation_with_bulletin_day_and_state(ministry: Workplace) -> None:
    approve.run(ministry.project, [TALKS], "ru", "Anna Petrowa", date(2024, 3, 5), ())
    (match,) = opened(ministry).exact("The ministers held talks.", EN_RU, Context(None, "Talks in Tokyo", "They will meet again."))  # fmt: skip
    assert match.text == "Министры провели переговоры."
    assert match.in_context
    segment = match.segment
    assert (segment.bulletin, segment.day, segment.state, segment.kind) == (TALKS, date(2024, 3, 3), "approved", "sentence")  # fmt: skip
    assert opened(ministry).exact("It has 40 stands.", EN_RU)[0].segment.state == "translated"


def test_what_needs_editing_or_is_obsolete_is_not_remembered(ministry: Workplace) -> None:
    catalog = ministry.project.catalog(FAIR, "ru")
    ministry.edit(catalog, 'msgid "It has 40 stands."', '#, fuzzy\nmsgid "It has 40 stands."')
    ministry.edit(f"sources/{CARPETS}.txt", "An exhibition of carpets opened.", "Something else.")
    extract.run(ministry.project)
    found = opened(ministry)
    assert found.exact("It has 40 stands.", EN_RU) == found.exact("An exhibition of carpets opened.", EN_RU) == []
    assert texts(found.exact("A fair opened in Mary.", EN_RU)) == ["В Мары открылась ярмарка."]


def test_what_only_a_machine_wrote_is_not_remembered(ministry: Workplace) -> None:
    catalog, text = ministry.project.catalog(FAIR, "ru"), "На ней 40 стендов."
    mark = f"# {origin.mark('LibreTranslate', date(2024, 3, 2), text)}\n"
    po = ministry.read(catalog).decode()
    at = po.rindex("\n\n", 0, po.index('msgid "It has 40 stands."')) + 2
    ministry.write(catalog, po[:at] + mark + po[at:])
    assert opened(ministry).exact("It has 40 stands.", EN_RU) == []
    approve.run(ministry.project, [FAIR], "ru", "Anna Petrowa", date(2024, 3, 3))
    assert texts(opened(ministry).exact("It has 40 stands.", EN_RU)) == [text]


def test_it_follows_catalogs_sources_and_files(ministry: Workplace) -> None:
    catalog = ministry.project.catalog(FAIR, "ru")
    opened(ministry)
    ministry.edit(catalog, "На ней 40 стендов.", "На ней сорок стендов.")
    assert texts(opened(ministry).exact("It has 40 stands.", EN_RU)) == ["На ней сорок стендов."]
    units = [MemoryUnit({"en": ("It has 40 stands.",), "ru": ("Сорок стендов.",)}, "en")]
    ministry.write("locales/memory/old.tmx", tmx.write(units))
    found = opened(ministry).exact("It has 40 stands.", EN_RU)
    assert [(match.text, match.segment.bulletin) for match in found] == [
        ("На ней сорок стендов.", FAIR), ("Сорок стендов.", "locales/memory/old.tmx"),
    ]  # fmt: skip
    (ministry.root / "locales/memory/old.tmx").unlink()
    (ministry.root / f"sources/{FAIR}.txt").unlink()
    assert opened(ministry).exact("It has 40 stands.", EN_RU) == []


def test_a_deleted_memory_is_the_same_again(ministry: Workplace) -> None:
    before = list(opened(ministry).units())
    for path in (ministry.root / ".habar/memory").iterdir():
        path.unlink()
    assert list(opened(ministry).units()) == before != []


def test_what_cannot_be_read_is_one_problem_and_the_rest_goes_on(ministry: Workplace) -> None:
    ministry.write("locales/memory/broken.tmx", "<tmx><body><tu>")
    catalog = ministry.project.catalog(FAIR, "ru")
    ministry.write(catalog, ministry.read(catalog) + b'\nmsgid "x"\nmsgstr "open\n')
    for _ in range(2):
        found, problems = remembering.opened(ministry.project)
        assert sorted((one.code, one.place.path) for one in problems) == [
            ("H205", catalog), ("H260", "locales/memory/broken.tmx"),
        ]  # fmt: skip
        assert found.exact("It has 40 stands.", EN_RU) == []
        assert texts(found.exact("They will meet again.", EN_RU)) == ["Они встретятся снова."]


def test_no_link_leads_out_of_the_project(ministry: Workplace) -> None:
    ministry.write("../secret.tmx", tmx.write([MemoryUnit({"en": ("Secret.",), "ru": ("Тайна.",)}, "en")]))
    (ministry.root / "locales/memory").mkdir()
    (ministry.root / "locales/memory/old.tmx").symlink_to(ministry.root.parent / "secret.tmx")
    found, problems = remembering.opened(ministry.project)
    assert [str(one) for one in problems] == [
        "locales/memory/old.tmx: error H443: it is a link that leads out of the project"
    ]
    assert found.exact("Secret.", EN_RU) == []


def test_a_catalog_of_a_source_that_cannot_be_read_counts_without_its_day(ministry: Workplace) -> None:
    ministry.write(f"sources/{FAIR}.txt", b"\xff\xfe\x00")
    (match,) = opened(ministry).exact("It has 40 stands.", EN_RU)
    assert (match.text, match.segment.day) == ("На ней 40 стендов.", None)


@pytest.fixture
def again(ministry: Workplace) -> Workplace:
    text = "They will meet again. The ministers held long talks. Nothing like it."
    ministry.write(f"sources/{NEW}.txt", bulletin(9, "Talks in Tokyo", text))
    extract.run(ministry.project)
    return ministry


def test_suggestions_say_what_they_were_made_for(again: Workplace) -> None:
    ended = again.habar("translate", NEW, "--to", "ru")
    assert ended.stdout == f"  {NEW}  ru  3 suggestions (translation memory), 1 text still without a translation\n"
    assert (ended.returncode, ended.stderr) == (0, "")
    assert entries(again) == [
        f'# Suggested by translation memory, 100 %: {TALKS} of 2024-03-03\n#, fuzzy\nmsgctxt "title"\nmsgid "Talks in Tokyo"\nmsgstr "Переговоры в Токио"',
        f'# Suggested by translation memory, 100 %: {TALKS} of 2024-03-03\n#, fuzzy\nmsgid "They will meet again."\nmsgstr "Они встретятся снова."',
        f'# Suggested by translation memory, 83 %: {TALKS} of 2024-03-03\n#, fuzzy\n#| msgid "The ministers held talks."\nmsgid "The ministers held long talks."\nmsgstr "Министры провели переговоры."',
        'msgid "Nothing like it."\nmsgstr ""',
    ]


def test_settings_say_what_is_trusted_and_how_much_alike_it_must_be(again: Workplace) -> None:
    settings = again.read("habar.toml").decode()
    again.write("habar.toml", settings + "[memory]\ntrust-exact = true\nminimum = 90\n")
    assert again.habar("translate", NEW, "--to", "ru").returncode == 0
    found = entries(again)
    assert [("#, fuzzy" in text, 'msgstr ""' in text) for text in found] == [(False, False)] * 2 + [(False, True)] * 2


def test_a_memory_that_cannot_be_used_stops_nothing(again: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    again.write("locales/memory/broken.tmx", "<tmx><body><tu>")
    ended = again.habar("translate", NEW, "--to", "ru")
    assert ended.stdout.startswith(f"  {NEW}  ru  3 suggestions")
    assert ended.stderr.startswith("locales/memory/broken.tmx:1:16: error H260: the file is not XML")
    assert ended.returncode == 1


@pytest.mark.parametrize("settings", ["minimum = 101", "minimum = true", 'trust-exact = "yes"', "other = 1"])
def test_wrong_settings_are_told_with_their_line(workplace: Workplace, settings: str) -> None:
    workplace.write("habar.toml", f'locales = ["en", "ru"]\n[memory]\n{settings}\n')
    ended = workplace.habar("status")
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"habar.toml:3: error H506: memory.{settings.partition(' ')[0]} must be ")


def test_a_day_that_differs_is_made_to_fit_in_the_grammar_of_the_target(ministry: Workplace) -> None:
    old = "2024-03-08-opened"
    ministry.write(f"sources/{old}.txt", bulletin(8, "It opened", "The fair opened on 5 March 2024."))
    ministry.write(f"sources/{NEW}.txt", bulletin(9, "Once more", "The fair opened on 23 January 2025."))
    extract.run(ministry.project)
    catalog = ministry.project.catalog(old, "ru")
    words = {"The fair opened on 5 March 2024.": "Ярмарка открылась 5 марта 2024 года."}
    ministry.write(catalog, translated(ministry.read(catalog).decode(), words))
    assert ministry.habar("translate", NEW, "--to", "ru").returncode == 0
    assert entries(ministry)[1] == (
        f"# Suggested by translation memory, 74 %, adapted (5 марта 2024 → 23 января 2025): {old} of 2024-03-08\n"
        '#, fuzzy\n#| msgid "The fair opened on 5 March 2024."\nmsgid "The fair opened on 23 January 2025."\n'
        'msgstr "Ярмарка открылась 23 января 2025 года."'
    )


def test_paragraphs_and_sentences_serve_each_other(ministry: Workplace) -> None:
    ministry.write(f"sources/{NEW}.toml", 'units = "paragraph"\n')
    text = "They will meet again. It has 40 stands.", "They will meet again. Nothing like it."
    ministry.write(f"sources/{NEW}.txt", bulletin(9, "Once more", *text))
    extract.run(ministry.project)
    assert ministry.habar("translate", NEW, "--to", "ru").returncode == 0
    assert entries(ministry)[1:] == [
        f'# Suggested by translation memory, sentence by sentence: {TALKS}, {FAIR}\n#, fuzzy\nmsgid "They will meet again. It has 40 stands."\nmsgstr "Они встретятся снова. На ней 40 стендов."',
        'msgid "They will meet again. Nothing like it."\nmsgstr ""',
    ]
    ministry.edit(HEAD, '"They will meet again. Nothing like it."\nmsgstr ""', '"They will meet again. Nothing like it."\nmsgstr "Они ещё раз увидятся. Ничего подобного."')  # fmt: skip
    found = opened(ministry)
    (match,) = found.exact("Nothing like it.", EN_RU)
    assert (match.text, match.segment.kind, match.segment.before) == ("Ничего подобного.", "sentence", "They will meet again.")  # fmt: skip
    assert found.exact("They will meet again. Nothing like it.", EN_RU)[0].segment.kind == "paragraph"
    assert [spot.segment.source for spot in found.words("nothing", EN_RU)] == [
        "Nothing like it.", "They will meet again. Nothing like it.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("One. Two.", "Раз, два."),
        ("Read <a>it. Now</a>.", "Читай <a>это. Сейчас</a>."),
        ("A very long sentence it is indeed, this one. Two.", "Раз. Это очень и очень длинное предложение, да."),
    ],
)
def test_sentences_that_do_not_fit_are_not_paired(source: str, target: str) -> None:
    unit = Unit({"en": Variant(source), "ru": Variant(target)}, "en", None, "paragraph")
    assert list(sentence_units(unit, Rules())) == []
