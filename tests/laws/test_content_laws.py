"""The laws of how content is spelled for translators."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n.content import entry_key, fold, merged, msgid, parse, plain, printed, render, tags, well_nested
from i18n.model import Code, Content, Place, Role, Unit

law = settings(max_examples=300, deadline=None)

NASTY = [
    "<",
    ">",
    "</",
    "/>",
    "<a>",
    "</a>",
    "<a2>",
    "<br/>",
    "<b",
    "a>",
    "&amp;",
    " ",
    "\n",
    "大臣",
    "Ýö",
    "e\u0301",
    "x",
]
texts = st.lists(st.sampled_from(NASTY) | st.text(max_size=4), max_size=5).map("".join)
names = st.sampled_from(["a", "b", "a2", "br", "sup", "e\u0301tude<", ""])


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Text with pairs of codes and codes that stand alone, nested or overlapping, in normal form."""
    parts: list[str | Code] = [draw(texts)]
    for number in range(1, draw(st.integers(0, 4)) + 1):
        name = draw(names)
        if draw(st.booleans()):
            parts.append(Code(number, "alone", name, (f"<{name} id='{number}'/>",)))
        else:
            parts += [
                Code(number, "open", name, (f"<{name} n='{number}'>",)),
                Code(number, "close", name, (f"</{name}>",)),
            ]
        parts += [draw(texts) for _ in range(draw(st.integers(0, 3)))]
    return merged(draw(st.permutations(parts)) if draw(st.booleans()) else parts)


@law
@given(contents())
@example(("<", Code(1, "open", "a", ("<a>",)), ">"))
@example(("<a", Code(1, "alone", "br", ("<br>",)), ">"))
def test_what_is_rendered_is_parsed_again(content: Content) -> None:
    assert parse(render(content), content) == content


@law
@given(contents())
def test_every_code_has_a_spelling_of_its_own(content: Content) -> None:
    codes = [part for part in content if isinstance(part, Code)]
    assert list(tags(content).values()) == codes
    assert not any(spelling in text for spelling in tags(content) for text in content if isinstance(text, str))
    assert all(render(content).count(spelling) == 1 for spelling in tags(content))


@law
@given(contents(), texts)
def test_a_translation_is_never_markup_but_for_the_codes_of_its_source(content: Content, translation: str) -> None:
    parsed = parse(translation, content)
    assert {part for part in parsed if isinstance(part, Code)} <= set(content)
    assert render_with(content, parsed) == translation
    assert merged(parsed) == parsed


@law
@given(contents(), contents(), st.data())
def test_a_code_of_the_source_is_used_once(content: Content, more: Content, data: st.DataObject) -> None:
    spellings = [*tags(content), *tags(content), render(more)]
    codes = [part for part in parse("".join(data.draw(st.permutations(spellings))), content) if isinstance(part, Code)]
    assert len(codes) == len(set(codes))


def test_the_second_spelling_of_a_code_is_text() -> None:
    span = Code(1, "open", "span", ("<span onclick='x()'>",)), Code(1, "close", "span", ("</span>",))
    source = ("a ", span[0], "b", span[1])
    assert parse("<span>y</span><span>z</span>", source) == (span[0], "y", span[1], "<span>z</span>")


def render_with(source: Content, content: Content) -> str:
    """Content spelled with the codes of ``source``."""
    spelling = {code: tag for tag, code in tags(source).items()}
    return "".join(part if isinstance(part, str) else spelling[part] for part in content)


def markup(code: Code) -> str:
    return f"{code.kind} {code.id}"


@law
@given(contents())
def test_printed_is_escaped_text_and_the_markup_of_the_codes(content: Content) -> None:
    shown = printed(content, lambda text: "".join(f"[{ord(sign)}]" for sign in text), markup)
    expected = [markup(p) if isinstance(p, Code) else "".join(f"[{ord(sign)}]" for sign in p) for p in content]
    assert shown == "".join(expected)
    assert plain(content) == "".join(part for part in content if isinstance(part, str))


# White space -------------------------------------------------------------------------------------

spaced = st.lists(
    st.sampled_from([" ", "\t", "\n", "\r\n", "\f", "\u00a0", "\u3000", "a", "Ý", "大", "。", "<a>"])
).map("".join)


@law
@given(spaced | st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert not set("\t\n\r\f") & set(once)
    assert "  " not in once
    assert once == once.strip(" ")


@law
@given(spaced | st.text())
def test_folding_takes_and_adds_nothing_but_spaces(text: str) -> None:
    assert without_spaces(fold(text)) == without_spaces(text)


def without_spaces(text: str) -> str:
    return "".join(sign for sign in text if sign not in " \t\r\n\f")


@law
@given(spaced)
def test_the_line_ends_and_the_composition_of_a_text_do_not_change_its_key(text: str) -> None:
    unix = text.replace("\r\n", "\n")
    keys = {
        entry_key(unit("paragraph"), (variant,))
        for base in (unix, unicodedata.normalize("NFD", unix), unicodedata.normalize("NFC", unix))
        for variant in (base, base.replace("\n", "\r\n"))
    }
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a\nb", "a b"),
        (" a \r\n\t b ", "a b"),
        ("大臣は\n述べた", "大臣は述べた"),
        ("大臣は \r\n 述べた。\n次", "大臣は述べた。次"),
        ("大臣\nand", "大臣 and"),
        ("10\u00a0% of\u3000it", "10\u00a0% of\u3000it"),
        ("\u3000大", "\u3000大"),
        ("", ""),
    ],
)
def test_white_space_as_it_counts_in_prose(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_title_has_its_role_as_context() -> None:
    assert entry_key(unit("title"), ("On\nvisas",)) == ("title", "On visas")
    assert entry_key(unit("paragraph"), ("On visas",)) == (None, "On visas")


def test_an_author_may_give_the_context_and_keep_white_space() -> None:
    poem = unit("paragraph")._replace(context="poem", preserve=True)
    assert entry_key(poem, ("Two  words\r\n  and more ",)) == ("poem", "Two  words\n  and more ")


def unit(role: Role) -> Unit:
    return Unit("p1", Place("x"), role, ())


A, A_, B, B_, BR = (
    Code(1, "open", "a", ()),
    Code(1, "close", "a", ()),
    Code(2, "open", "b", ()),
    Code(2, "close", "b", ()),
    Code(3, "alone", "br", ()),
)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ((A, "x", A_, BR), (A, "x", A_, BR)),
        ((A, "x", B, "y", B_, A_), (A, "x", B, "y", B_, A_)),
        ((A, "x", B, "y", A_, "z", B_), (A, "xy", A_, "z")),
        ((A_, "x", A), ("x",)),
        (("x", A, "y"), ("xy",)),
        ((A, "x", A_, "y", A_), (A, "x", A_, "y")),
    ],
)
def test_codes_that_would_break_the_markup_are_left_out(given_: Content, kept: Content) -> None:
    assert well_nested(given_) == kept


@pytest.mark.parametrize(
    ("content", "spelled"),
    [
        (("Read ", Code(1, "open", "a", ("<a href='x'>",)), "the law", Code(1, "close", "a", ("</a>",)), "."), "Read <a>the law</a>."),
        ((Code(1, "alone", "br", ("<br>",)), "x", Code(2, "alone", "br", ("<br>",))), "<br/>x<br2/>"),
        (("Write <b> for ", Code(1, "open", "b", ("<b>",)), "bold", Code(1, "close", "b", ("</b>",))), "Write <b> for <b2>bold</b2>"),
        (("a < b && c > d",), "a < b && c > d"),
    ],
)  # fmt: skip
def test_codes_are_spelled_short(content: Content, spelled: str) -> None:
    assert render(content) == msgid(content) == spelled
