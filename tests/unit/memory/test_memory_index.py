"""The index of very many texts finds what looking at all of them finds, follows, and is made anew when it is broken."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from i18n import memory
from i18n.memory import Loaded, Match, Memory, Origin, Pair, Unit, Variant, trigrams

EN_RU = Pair("en", "ru")
WORDS = {
    "en": "minister president treaty visit Mary Ashgabat on in of the and signed opened joint statement 12 40 2024".split(),
    "ru": "министр президент договор визит Мары Ашхабад в на и подписал открыл совместное заявление 12 40 2024".split(),
    "tk": "ministr prezident şertnama sapar Mary Aşgabat we bilen gol çekdi açdy bilelikdäki beýanat 12 40 2024".split(),
    "ja": "外務大臣 大統領 条約 訪問 マリ アシガバット 及び に於いて 署名 開会 共同 声明 十二 四十 令和".split(),
}


def sentences(locale: str, count: int, seed: int = 1) -> list[str]:
    own = random.Random(seed)
    gap = "" if locale == "ja" else " "
    return [gap.join(own.choices(WORDS[locale], k=own.randint(1, 14))) for _ in range(count)]


def units(locale: str, count: int, seed: int = 1) -> list[Unit]:
    return [
        Unit({locale: Variant(text), "xx": Variant(f"{at}")}, locale)
        for at, text in enumerate(sentences(locale, count, seed))
    ]


def origin(name: str, found: Sequence[Unit], key: str = "1") -> Origin:
    return Origin(name, key, lambda: Loaded(found))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is large here."""
    pytest.importorskip("tantivy")
    monkeypatch.setattr(trigrams, "LARGE", 500)
    monkeypatch.setattr(trigrams, "_TAIL", 50)


@pytest.fixture
def found(tmp_path: Path) -> Iterator[Memory]:
    opened = memory.of_project(tmp_path)
    yield opened
    opened.close()


def indexes(root: Path) -> list[Path]:
    return [path for path in (root / ".habar/memory").iterdir() if path.is_dir()]


def by_all(found: Memory, text: str, pair: Pair) -> list[Match]:
    """What looking at all texts finds."""
    return Memory(found._store).near(text, pair, limit=3)


@pytest.mark.parametrize("locale", sorted(WORDS))
def test_it_finds_what_looking_at_all_finds(found: Memory, tmp_path: Path, locale: str) -> None:
    found.refresh([origin("a", units(locale, 1500))])
    pair, own = Pair(locale, "xx"), random.Random(3)
    for text in sentences(locale, 40, seed=2) + sentences(locale, 40):
        at = own.randrange(len(text))
        asked = text[:at] + own.choice(["", "x", "ý", "大"]) + text[at + 1 :]
        assert [match.score for match in found.near(asked, pair, limit=3)][:1] == [
            match.score for match in by_all(found, asked, pair)
        ][:1]
    assert len(indexes(tmp_path)) == 1


def test_it_follows_what_is_written_and_forgets_what_is_gone(found: Memory, tmp_path: Path) -> None:
    many, few = units("en", 1500), [Unit({"en": Variant("A wholly new text."), "xx": Variant("new")}, "en")]
    pair = Pair("en", "xx")
    found.refresh([origin("a", many)])
    assert found.near("A wholly new text!", pair) == []
    found.refresh([origin("a", many), origin("b", few)])
    assert [match.text for match in found.near("A wholly new text!", pair)] == ["new"]
    found.refresh([origin("a", many), origin("b", few), origin("c", units("en", 300, seed=7))])
    assert found.near("A wholly new text!", pair)[0].text == "new"
    found.refresh([origin("a", many), origin("c", units("en", 300, seed=7))])
    assert found.near("A wholly new text!", pair) == []
    assert found.near(many[5].variants["en"].text, pair, minimum=1)[0].score == 1
    (index,) = indexes(tmp_path)
    assert int((index / "followed-to").read_text()) > 1800


def test_another_process_has_the_index_and_does_no_harm(found: Memory, tmp_path: Path) -> None:
    many = origin("a", units("en", 1500))
    found.refresh([many])
    found.near("x", Pair("en", "xx"))
    other = memory.of_project(tmp_path)
    (index,) = indexes(tmp_path)
    writer = trigrams.opened(index).writer()
    found.refresh(
        [
            many,
            origin("b", units("en", 300, seed=7)),
            origin("c", [Unit({"en": Variant("A new text."), "xx": Variant("new")}, "en")]),
        ]
    )
    for one in (found, other):
        assert [match.text for match in one.near("A new text!", Pair("en", "xx"))] == ["new"]
    assert int((index / "followed-to").read_text()) < 1700
    writer.wait_merging_threads()


@pytest.mark.parametrize("damage", ["meta.json", "followed-to", "*.store", "*.term", "*.idx", "*.fast"])
def test_a_broken_index_is_made_anew(tmp_path: Path, damage: str) -> None:
    many = units("en", 1500)
    first = memory.of_project(tmp_path)
    first.refresh([origin("a", many)])
    first.near("x", Pair("en", "xx"))
    (index,) = indexes(tmp_path)
    broken = list(index.glob(damage))
    for path in broken:
        data = path.read_bytes()
        path.unlink()  # another file of this name: the old one is open
        path.write_bytes(b"\xff" * len(data))
    assert broken or damage == "*.fast"
    text = many[3].variants["en"].text
    second = memory.of_project(tmp_path)
    assert second.near(text, Pair("en", "xx"), limit=1)[0].score == 1


def test_indexes_of_a_database_that_is_no_more_are_removed(tmp_path: Path) -> None:
    first = memory.of_project(tmp_path)
    first.refresh([origin("a", units("en", 600))])
    first.near("x", Pair("en", "xx"))
    first.close()
    (old,) = indexes(tmp_path)
    for path in (tmp_path / ".habar/memory").glob("*.sqlite"):
        path.unlink()
    second = memory.of_project(tmp_path)
    second.refresh([origin("a", units("en", 600))])
    second.near("x", Pair("en", "xx"))
    (new,) = indexes(tmp_path)
    assert new != old


def test_without_the_library_all_texts_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trigrams, "available", lambda: False)
    found = memory.of_project(tmp_path)
    many = units("en", 600)
    found.refresh([origin("a", many)])
    assert found.near(many[3].variants["en"].text, Pair("en", "xx"), limit=1)[0].score == 1
    assert indexes(tmp_path) == []
