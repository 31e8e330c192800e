"""What holds for any overrides of the cuts, and for any overrides that are taken back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n import extract, segment
from i18n.content import merged
from i18n.merge import merge
from i18n.model import Catalog, Code, Document, Entry, Meta, Override, Place, Unit
from i18n.realign import realigned
from i18n.segment.explain import explain
from i18n.segment.overrides import places, unused

WORDS = ["The", "Mr", "U.S", "talks", "A", "Встреча", "г", "大臣", "述べた", "é", "e\u0301"]
MARKS = [".", "!", "?", "。", "“", "”", "(", ")", ",", "—"]
SPACES = [" ", " ", "\n", "  ", "\u00a0", "\u3000"]
texts = st.lists(st.sampled_from(WORDS + MARKS * 2 + SPACES * 4), min_size=1, max_size=30).map("".join)
sides = st.lists(st.sampled_from(WORDS + MARKS + [" "]), min_size=1, max_size=3).map("".join).filter(str.strip)
locales = st.sampled_from(["en", "ru", "ja"])
few = settings(max_examples=250, deadline=None)


@st.composite
def texts_and_overrides(draw: st.DrawFn) -> tuple[str, tuple[Override, ...]]:
    """A text with overrides of which most fit somewhere in it."""
    text = draw(texts)
    found = []
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        before, after = text[max(at - draw(st.integers(1, 9)), 0) : at].strip(), text[at : at + 9].strip()
        if not before or not after:
            before, after = draw(sides).strip(), draw(sides).strip()
        found.append(Override(draw(st.sampled_from(["join", "split"])), before, after, Place("sources/x.toml", 1)))
    return text, tuple(found)


def document(text: str, overrides: tuple[Override, ...], locale: str = "en") -> Document:
    unit = Unit("p1", Place("sources/x.txt", 3), "paragraph", (text,))
    return Document(
        "x", Place("sources/x.txt"), "record", locale, "sentence", "0", Meta(), (), (unit,), overrides=overrides
    )


@few
@given(texts_and_overrides(), locales)
def test_segments_and_gaps_join_to_the_unit(given_: tuple[str, tuple[Override, ...]], locale: str) -> None:
    text, overrides = given_[0].strip(), given_[1]
    if not text:
        return
    ((_, pieces),) = segment.cut(document(text, overrides, locale))
    assert "".join("".join((*piece.gap, *piece.content)) for piece in pieces) == text
    assert all(piece.content[0].strip() == piece.content[0] != "" for piece in pieces)
    assert all("".join(piece.gap).strip() == "" for piece in pieces)


@few
@given(texts_and_overrides(), locales, st.data())
def test_no_override_cuts_a_pair_of_codes(
    given_: tuple[str, tuple[Override, ...]], locale: str, data: st.DataObject
) -> None:
    text, overrides = given_[0].strip(), given_[1]
    first = data.draw(st.integers(0, len(text)))
    second = data.draw(st.integers(first, len(text)))
    inside = [
        text[:first],
        Code(1, "open", "a", ("<a>",)),
        text[first:second],
        Code(1, "close", "a", ("</a>",)),
        text[second:],
    ]
    content = tuple(part for part in inside if part != "")
    unit = Unit("p1", Place("x", 3), "paragraph", content)
    pieces = segment.segments(unit, locale, "sentence", None, overrides)
    joined = [part for piece in pieces for part in (*piece.gap, *piece.content)]
    assert merged(joined) == content
    for piece in pieces:
        kinds = [part.kind for part in piece.content if isinstance(part, Code)]
        assert kinds in ([], ["open", "close"])


@few
@given(texts_and_overrides(), locales)
def test_the_cuts_are_those_that_are_explained(given_: tuple[str, tuple[Override, ...]], locale: str) -> None:
    text, overrides = given_[0].strip(), given_[1]
    if not text:
        return
    ((_, pieces),) = segment.cut(document(text, overrides, locale))
    explained = explain(text, locale, None, overrides)
    starts = [why.follow for why in explained if why.cut]
    assert [len("".join((*piece.gap, *piece.content))) for piece in pieces] == [
        end - start
        for start, end in zip(
            [0, *(why.end for why in explained if why.cut)],
            [*(why.end for why in explained if why.cut), len(text)],
            strict=True,
        )
    ]
    assert len(pieces) == len(starts) + 1


@few
@given(texts_and_overrides())
def test_an_override_is_unused_where_it_fits_nowhere(given_: tuple[str, tuple[Override, ...]]) -> None:
    text, overrides = given_
    assert unused([text], overrides) == [o for o in overrides if not list(places(text, o))]


FIRST, SECOND, THIRD = "They met Mr. Weber.", "Talks; and dinner followed.", "All agreed."
TEXT = f"{FIRST} {SECOND} {THIRD}"
PLACES = ("Weber. ‖ Talks", "followed. ‖ All", "Mr. ‖ Weber", "Talks; ‖ and", "and ‖ dinner")
marks = st.lists(st.tuples(st.sampled_from(["join", "split"]), st.sampled_from(PLACES)), max_size=5)


def extracted(old: Catalog, overrides: tuple[Override, ...]) -> Catalog:
    source = document(TEXT, overrides)
    cut = segment.cut(source)
    return merge(realigned(old, cut, "en"), extract.entries(source, cut)).catalog


WORDED = {FIRST: "Они встретились с г-ном Вебером.", SECOND: "Переговоры; затем ужин.", THIRD: "Все согласились."}


def after(rounds: list[list[tuple[str, str]]]) -> dict[str, tuple[str, bool]]:
    """The living translations, and whether each is fuzzy, after rounds of overrides and one without any."""
    entries = tuple(Entry(text, (word,)) for text, word in WORDED.items())
    catalog = extracted(Catalog("x", "ru", Place("x.po"), Entry(""), entries), ())
    for made in [*rounds, []]:
        overrides = tuple(
            Override(kind, *(side.strip() for side in mark.split("‖")), Place("x.toml"))  # type: ignore[arg-type]
            for kind, mark in made
        )
        catalog = extracted(catalog, overrides)
    return {entry.msgid: (entry.msgstr, entry.fuzzy) for entry in catalog.entries if not entry.obsolete}


@settings(max_examples=100, deadline=None)
@given(marks)
def test_overrides_that_are_taken_back_cost_no_translation(made: list[tuple[str, str]]) -> None:
    assert after([made]) == {text: (word, False) for text, word in WORDED.items()}


@settings(max_examples=60, deadline=None)
@given(st.lists(marks, min_size=2, max_size=3))
@example([[("join", PLACES[0])], [("split", PLACES[3])]])
def test_changing_overrides_again_and_again_costs_no_word(rounds: list[list[tuple[str, str]]]) -> None:
    assert {text: word for text, (word, _) in after(rounds).items()} == WORDED


def test_a_split_counts_more_than_a_join() -> None:
    here = Override("split", "One.", "Two.", Place("x.toml", 1))
    again = replace(here, kind="join", before=".", after="T")
    assert [piece.key[1] for _, pieces in segment.cut(document("One. Two.", (here, again))) for piece in pieces] == [
        "One.",
        "Two.",
    ]


def test_places_whose_words_overlap_are_all_found() -> None:
    assert list(places("so so  so", Override("split", "so", "so", Place("x.toml", 1)))) == [(2, 3), (5, 7)]
