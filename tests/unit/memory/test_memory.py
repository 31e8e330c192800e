"""The translation memory: what is found, in which order, and what is read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from i18n import memory
from i18n.memory import Context, Loaded, Match, Memory, Origin, Pair, Unit, Variant
from i18n.model import Place
from i18n.problems import HabarError, problem
from tests.unit.memory.conftest import Opening

EN_RU, TK_JA = Pair("en", "ru"), Pair("tk", "ja")
OPENED = "The fair opened in Mary on 5 March."


def unit(source: str = "", day: int = 1, context: str | None = None, approved: str = "", **texts: str) -> Unit:
    states = {tag: "approved" if tag in approved.split() else "translated" for tag in texts}
    variants = {tag: Variant(text, states[tag]) for tag, text in texts.items()}  # type: ignore[arg-type]
    return Unit({"en": Variant(source, "approved"), **variants}, "en", context, "sentence", date(2024, 3, day))


def origin(name: str, *units: Unit, key: str = "1") -> Origin:
    return Origin(name, key, lambda: Loaded(units))


def texts(found: Sequence[Match]) -> list[tuple[str, int]]:
    return [(match.text, match.percent) for match in found]


def test_the_same_text_is_found_with_all_that_is_known_of_it(empty: Memory) -> None:
    before, after = unit("It was sunny.", ru="Было солнечно."), unit("It closed.")
    empty.refresh([origin("fair", before, unit(OPENED, 5, "label", "ru", ru="Открылась.", tk="Açyldy."), after)])
    (match,) = empty.exact(OPENED, EN_RU)
    assert (match.text, match.score, match.in_context) == ("Открылась.", 1, False)
    assert match.segment == memory.Segment(
        OPENED, "Открылась.", "en", "ru", "sentence", "fair", date(2024, 3, 5), "approved", "label",
        "It was sunny.", "It closed.",
    )  # fmt: skip
    assert empty.exact(OPENED, Pair("en", "ja")) == []
    assert empty.exact("It closed.", EN_RU) == []


def test_every_pair_of_languages_through_the_same_source(empty: Memory) -> None:
    empty.refresh([origin("fair", unit(OPENED, tk="Ýarmarka açyldy.", ja="市が開かれた。", ru="Открылась ярмарка."))])
    assert texts(empty.exact("Ýarmarka açyldy.", TK_JA)) == [("市が開かれた。", 100)]
    assert texts(empty.exact("市が開かれた。", Pair("ja", "en"))) == [(OPENED, 100)]
    assert empty.pairs("ru-RU") == [Pair("ru", "en"), Pair("ru", "ja"), Pair("ru", "tk")]
    assert empty.pairs(None, "tk") == [Pair("en", "tk"), Pair("ja", "tk"), Pair("ru", "tk")]
    assert [(count.pair, count.segments) for count in empty.counts()] == [
        (Pair(one, other), 1) for one in ("en", "ja", "ru", "tk") for other in ("en", "ja", "ru", "tk") if one != other
    ]


def test_the_same_place_comes_first_then_the_same_context_approved_and_newer_ones(empty: Memory) -> None:
    around = unit("Before.", ru="До."), unit("After.", ru="После.")
    empty.refresh(
        [
            origin("a", unit("Yes", 9, ru="новый")),
            origin("b", unit("Yes", 1, approved="ru", ru="одобренный")),
            origin("c", around[0], unit("Yes", 2, ru="на месте"), around[1]),
            origin("d", unit("Yes", 3, "label", ru="подпись")),
            origin("e", unit("Yes", 4, ru="новый")),
        ]
    )
    where = Context(None, "Before.", "After.")
    assert [match.text for match in empty.exact("Yes", EN_RU, where)] == ["на месте", "одобренный", "новый", "подпись"]
    assert [match.in_context for match in empty.exact("Yes", EN_RU, where)] == [True, False, False, False]
    assert empty.exact("Yes", EN_RU, Context("label"))[0].text == "подпись"
    (newest, *_) = [match for match in empty.exact("Yes", EN_RU) if match.text == "новый"]
    assert newest.segment.bulletin == "a"


def test_near_texts_are_in_the_order_of_their_likeness(empty: Memory) -> None:
    units = [unit(f"The fair opened in {place} on 5 March.", ru=place) for place in ("Mary", "Merv", "Ashgabat")]
    empty.refresh([origin("fair", *units, unit("Something else.", ru="Иное"))])
    assert texts(empty.near(OPENED, EN_RU)) == [("Mary", 100), ("Merv", 94), ("Ashgabat", 82)]
    assert texts(empty.near(OPENED, EN_RU, limit=2)) == [("Mary", 100), ("Merv", 94)]
    assert texts(empty.near(OPENED, EN_RU, minimum=0.9)) == [("Mary", 100), ("Merv", 94)]
    assert empty.near(OPENED, Pair("en", "ja")) == []


@pytest.mark.parametrize(
    ("asked", "stored", "locale", "percent"),
    [
        ("岸田首相は大統領と会談した。", "岸田首相は同大統領と会談した。", "ja", 93),
        ("Президент принял министра.", "Президент принял министров.", "ru", 92),
        ("Prezident ministri kabul etdi.", "Prezident ministrleri kabul etdi.", "tk", 90),
    ],
)
def test_near_texts_in_every_script(empty: Memory, asked: str, stored: str, locale: str, percent: int) -> None:
    empty.refresh([origin("a", unit("x", **{locale: stored}))])
    assert texts(empty.near(asked, Pair(locale, "en"))) == [("x", percent)]


def test_codes_have_the_names_of_the_text_that_is_asked_about(empty: Memory) -> None:
    stored = unit("Read <a>the <b>new</b> law</a>.<br/>", ru="<br/>Читайте <b>новый</b> <a>закон</a>.")
    empty.refresh([origin("a", stored)])
    assert texts(empty.exact("Read <x>the <y>new</y> law</x>.<z/>", EN_RU)) == [("<z/>Читайте <y>новый</y> <x>закон</x>.", 100)]  # fmt: skip
    assert empty.exact("Read <a>the <a2/>new law</a>.<br/>", EN_RU) == []
    (near,) = empty.near("Read <x>the new law</x>.", EN_RU)
    assert (near.text, near.segment.source) == ("Читайте новый <x>закон</x>.", "Read <a>the <b>new</b> law</a>.<br/>")
    back = empty.exact("<q/>Читайте <r>новый</r> <s>закон</s>.", Pair("ru", "en"))
    assert texts(back) == [("Read <s>the <r>new</r> law</s>.<q/>", 100)]


def test_white_space_and_regions_do_not_count(empty: Memory) -> None:
    empty.refresh([Origin("a", "1", lambda: Loaded([Unit({"EN-us": Variant("A  fair\n"), "ru_RU": Variant("Я")})]))])
    assert texts(empty.exact("A fair", Pair("en", "ru-BY"))) == [("Я", 100)]


@pytest.mark.parametrize("strange", ["\0", "\ud800", "\U000f0000 text", " ", "x" * 100_001])
def test_what_no_database_can_keep_is_left_out(empty: Memory, strange: str) -> None:
    empty.refresh([origin("a", unit(strange, ru="Да"), unit("Yes", ru=strange, ja="はい"))])
    assert [(count.pair.source, count.pair.target) for count in empty.counts()] == [("en", "ja"), ("ja", "en")]
    assert empty.exact(strange, EN_RU) == []
    assert empty.near(strange, EN_RU) == []


def test_only_what_changed_is_read_again(empty: Memory) -> None:
    read: list[str] = []

    def told(name: str, key: str, text: str) -> Origin:
        return Origin(name, key, lambda: read.append(name) or Loaded([unit("Yes", ru=text)]))  # type: ignore[func-returns-value]

    assert empty.refresh([told("a", "1", "Да"), told("b", "1", "Ага")]).read == 2
    assert empty.refresh([told("a", "1", "Да"), told("b", "1", "Ага")]).read == 0
    done = empty.refresh([told("a", "2", "Так")])
    assert (done.read, done.removed, read) == (1, 1, ["a", "b", "a"])
    assert texts(empty.exact("Yes", EN_RU)) == texts(empty.near("Yes", EN_RU)) == [("Так", 100)]
    assert empty.origins() == ["a"]


def test_an_origin_that_cannot_be_read_is_told_of_every_time(empty: Memory, request: pytest.FixtureRequest) -> None:
    fault = problem("H260", Place("x.tmx", 3), "the file is not XML")

    def broken() -> Loaded:
        raise HabarError(fault)

    fine = origin("a", unit("Yes", ru="Да"))
    half = Origin("c", "1", lambda: Loaded([unit("No", ru="Нет")], [fault]))
    for _ in range(2):
        assert empty.refresh([fine, Origin("b", "1", broken), half]).problems == [fault, fault]
        assert texts(empty.exact("Yes", EN_RU)) == [("Да", 100)]
        if request.node.callspec.id == "sqlite":
            assert texts(empty.exact("No", EN_RU)) == [("Нет", 100)]
        else:  # others may have given the whole
            assert empty.origins() == ["a"]


def test_a_large_origin_is_read_in_parts(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("i18n.memory.writing._BATCH", 20)
    given = 0

    def stream() -> Iterator[Unit]:
        nonlocal given
        for number in range(110):
            given += 1
            yield unit(f"Text {number}.", ru=f"Текст {number}.")

    found = opening()
    large, small = Origin("large", "1", lambda: Loaded(stream())), origin("small", unit("Yes", ru="Да"))
    assert found.refresh([large, small]).problems == []
    assert texts(found.exact("Text 109.", EN_RU)) == [("Текст 109.", 100)]
    assert [unit.variants["ru"].text for name, unit in found.units() if name == "large"] == [
        f"Текст {number}." for number in range(110)
    ]
    assert (found.refresh([large, small]).read, given) == (0, 110)


def test_a_large_origin_with_a_fault_is_read_again(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("i18n.memory.writing._BATCH", 20)
    fault = problem("H260", Place("x.tmx", 3), "the file is not XML")

    def stream(count: int) -> Iterator[Unit]:
        yield from (unit(f"Text {number}.", ru=f"Текст {number}.") for number in range(count))
        raise HabarError(fault)

    for count in (90, 50, 5):
        found = opening()
        for _ in range(2):
            done = found.refresh([Origin("large", "1", lambda count=count: Loaded(stream(count)))])  # type: ignore[misc]
            assert (done.read, done.problems) == (1, [fault])


def test_two_that_read_a_large_origin_at_once_do_no_harm(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("i18n.memory.writing._BATCH", 20)
    one, other = opening(), opening()

    def stream(second: bool) -> Iterator[Unit]:
        for number in range(90):
            if second and number == 50:
                assert other.refresh([Origin("large", "1", lambda: Loaded(stream(False)))]).problems == []
            yield unit(f"Text {number}.", ru=f"Текст {number}.")

    assert one.refresh([Origin("large", "1", lambda: Loaded(stream(True)))]).problems == []
    for found in (one, other):
        assert len(list(found.units())) == 90
        assert found.refresh([Origin("large", "1", lambda: Loaded(stream(False)))]).read == 0


# The file ----------------------------------------------------------------------------------------


def the_file(root: Path) -> Path:
    (found,) = root.glob(".habar/memory/*.sqlite")
    return found


def test_it_is_there_for_the_next_process(opening: Opening) -> None:
    first = opening()
    first.refresh([origin("a", unit("Yes", ru="Да"))])
    second = opening()
    assert second.refresh([origin("a", unit("Yes", ru="Нет"))]).read == 0
    assert texts(second.exact("Yes", EN_RU)) == [("Да", 100)]


def test_two_at_once_do_no_harm(opening: Opening) -> None:
    one, other = opening(), opening()
    one.refresh([origin("a", unit("Yes", ru="Да"))])
    assert texts(other.near("Yes", EN_RU)) == [("Да", 100)]
    other.refresh([origin("a", unit("Yes", ru="Так"), key="2")])
    one.refresh([origin("a", unit("Yes", ru="Да")), origin("b", unit("No", ru="Нет"))])
    assert texts(other.near("Yes", EN_RU)) == texts(one.near("Yes", EN_RU)) == [("Да", 100)]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def no_database(path: Path) -> None:
    path.write_text("This is no database. " * 100)


def scribbled(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


@pytest.mark.parametrize("damage", [cut, no_database, scribbled])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    wanted = [origin("a", unit("Yes", ru="Да"))]
    first = memory.of_project(tmp_path)
    first.refresh(wanted)
    first.close()
    old = the_file(tmp_path)
    damage(old)
    try:
        memory.of_project(tmp_path).refresh(wanted)
    except memory.DamagedError as error:
        assert [found.code for found in error.problems] == ["H441"]
    second = memory.of_project(tmp_path)
    second.refresh(wanted)
    assert texts(second.exact("Yes", EN_RU)) == [("Да", 100)]
    assert the_file(tmp_path) != old


def test_a_database_that_is_never_free_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("i18n.memory.sqlite._PATIENCE", 0.1)
    found = memory.of_project(tmp_path)
    with sqlite3.connect(the_file(tmp_path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(HabarError) as error:
            found.refresh([origin("a", unit("Yes", ru="Да"))])
        other.execute("ROLLBACK")
    message = ".habar/memory: error H440: the translation memory cannot be read or written: database is locked"
    assert str(error.value) == message
    assert found.refresh([origin("a", unit("Yes", ru="Да"))]).read == 1


def test_a_project_that_may_only_be_read_has_a_memory_for_the_time_being(tmp_path: Path) -> None:
    (tmp_path / ".habar").write_text("in the way")
    found = memory.of_project(tmp_path)
    found.refresh([origin("a", unit("Yes", ru="Да"))])
    assert texts(found.exact("Yes", EN_RU)) == [("Да", 100)]
