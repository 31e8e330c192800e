"""``habar translate``: who is asked, in which order, and that a person's word always stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from i18n.interchange import Answers, Asked, Suggestion
from i18n.problems import HabarError
from i18n.workflow import extract, translating
from i18n.workflow.suggesting import Filled
from tests.conftest import FAIR, TALKS, Workplace, bulletin

NEW = "2024-03-09-again"
HEAD = f"locales/ru/LC_MESSAGES/{NEW}.po"


@dataclass
class Known:
    """Suggests what it is told; remembers what it was asked."""

    name: str
    texts: Mapping[str, str]
    when_asked: Callable[[], object] = lambda: None
    asked: list[list[str]] = field(default_factory=list)

    def answers(self, asked: Sequence[Asked]) -> Answers:
        self.asked.append([one.entry.msgid for one in asked])
        self.when_asked()
        comment = f"Suggested by {self.name}"
        texts = {one.entry.key: self.texts.get(one.entry.msgid) for one in asked}
        return Answers({key: Suggestion(text, comment) for key, text in texts.items() if text})


@pytest.fixture
def place(ministry: Workplace) -> Workplace:
    ministry.write(f"sources/{NEW}.txt", bulletin(9, "A day", "One. Two. Three.", "Four."))
    assert extract.run(ministry.project, [NEW]).problems == []
    return ministry


def entries(place: Workplace) -> list[str]:
    """The file's entries without their references."""
    blocks = place.read(HEAD).decode().rstrip().split("\n\n")[1:]
    return ["\n".join(line for line in block.split("\n") if not line.startswith(("#:", "#."))) for block in blocks]


def test_each_is_asked_about_what_those_before_it_did_not_know(place: Workplace) -> None:
    place.edit(HEAD, 'msgid "Two."\nmsgstr ""', 'msgid "Two."\nmsgstr "Два."')
    place.edit(HEAD, 'msgid "Four."\nmsgstr ""', '#, fuzzy\nmsgid "Four."\nmsgstr "Пять."')
    first, second = Known("first", {"One.": "Раз."}), Known("second", {"One.": "Один.", "A day": "День"})
    done = translating.run(place.project, [NEW], "ru", [first, second])
    assert (done.problems, done.filled) == ([], [Filled(NEW, "ru", {"first": 1, "second": 1}, 1)])
    assert first.asked == [["A day", "One.", "Three."]]
    assert second.asked == [["A day", "Three."]]
    assert entries(place) == [
        '# Suggested by second\n#, fuzzy\nmsgctxt "title"\nmsgid "A day"\nmsgstr "День"',
        '# Suggested by first\n#, fuzzy\nmsgid "One."\nmsgstr "Раз."',
        'msgid "Two."\nmsgstr "Два."',
        'msgid "Three."\nmsgstr ""',
        '#, fuzzy\nmsgid "Four."\nmsgstr "Пять."',
    ]


def test_nobody_is_asked_in_vain_and_nothing_is_written_for_nothing(place: Workplace) -> None:
    before = place.files()
    nobody = Known("nobody", {})
    done = translating.run(place.project, [NEW, FAIR], "ru", [nobody])
    assert done.filled == [Filled(FAIR, "ru", {}, 0), Filled(NEW, "ru", {}, 5)]
    assert nobody.asked == [["A day", "One.", "Two.", "Three.", "Four."]]
    done = translating.run(place.project, [NEW], "ru", [Known("all", {"One.": "Раз."})], dry=True)
    assert done.filled == [Filled(NEW, "ru", {"all": 1}, 4)]
    assert place.files() == before


def test_what_a_translator_saves_in_the_meantime_stands(place: Workplace) -> None:
    def saved() -> None:
        text = place.read(HEAD).decode()
        place.write(HEAD, text.replace('msgid "One."\nmsgstr ""', 'msgid "One."\nmsgstr "Одно."'))

    known = Known("all", {"One.": "Раз.", "Two.": "Два."}, saved)
    translating.run(place.project, [NEW], "ru", [known])
    assert known.asked == [["A day", "One.", "Two.", "Three.", "Four."], ["A day", "Two.", "Three.", "Four."]]
    assert entries(place)[1:3] == [
        'msgid "One."\nmsgstr "Одно."',
        '# Suggested by all\n#, fuzzy\nmsgid "Two."\nmsgstr "Два."',
    ]


def test_a_new_bulletin_needs_no_extraction_first(place: Workplace) -> None:
    (place.root / HEAD).unlink()
    done = translating.run(place.project, [NEW], "ru", [Known("all", {"One.": "Раз."})])
    assert done.filled == [Filled(NEW, "ru", {"all": 1}, 4)]
    assert entries(place)[1] == '# Suggested by all\n#, fuzzy\nmsgid "One."\nmsgstr "Раз."'


def test_a_catalog_that_cannot_be_read_stops_only_its_own_bulletin(place: Workplace) -> None:
    broken = f"locales/ru/LC_MESSAGES/{TALKS}.po"
    place.write(broken, place.read(broken) + b'msgid "open\n')
    before = place.read(broken)
    done = translating.run(place.project, [TALKS, NEW], "ru", [Known("all", {"One.": "Раз."})])
    assert {found.place.path for found in done.problems} == {broken}
    assert done.filled == [Filled(NEW, "ru", {"all": 1}, 4)]
    assert place.read(broken) == before


def test_the_language_of_the_source_needs_nothing(place: Workplace) -> None:
    done = translating.run(place.project, [NEW], "en", [Known("all", {"One.": "Раз."})])
    assert [(found.code, str(found.place)) for found in done.problems] == [("H277", f"sources/{NEW}.txt")]
    assert done.filled == []


@pytest.mark.parametrize(("name", "locale", "code"), [("nothing", "ru", "H507"), (NEW, "ja", "H523")])
def test_what_the_project_does_not_have(place: Workplace, name: str, locale: str, code: str) -> None:
    with pytest.raises(HabarError) as caught:
        translating.run(place.project, [name], locale, [])
    assert [found.code for found in caught.value.problems] == [code]


def test_the_command_says_what_is_missing(place: Workplace) -> None:
    ended = place.habar("translate", NEW, FAIR, "--to", "ru", "--dry-run")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (f"  {FAIR}  ru  nothing is missing\n  {NEW}  ru  5 texts still without a translation\n")
    assert place.habar("translate", "--to", "ru").returncode == 2
    assert place.habar("translate", NEW).returncode == 2
