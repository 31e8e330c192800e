"""The laws of Markdown: any file comes back byte for byte, no word is lost, and translations are text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from i18n import assemble, content, extract, formats, segment
from i18n.model import Code, Document, Key, Only, Skeleton, UnitRef
from i18n.problems import HabarError

law = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Documents ---------------------------------------------------------------------------------------

WORDS = [
    "The Ministers met.", "Стороны обсудили вопросы.", "大臣は述べた。", "an e\u0301tude", "x", "7", "No. 5", "A&B", "a_b_c", "C# & C++",
    "&nbsp;", "&amp;", "&#1076;", "&bogus;", "\\*no\\*", "\\\\", "\\", "a*b", "*", "_", "**", "[", "]", "!", "<", "|", "\\|", "~~", "a\u00a0b", "…", "#",
    "two  spaces", "\ttab", "1.", "-", "http://no.link", "\u3000", "(c)", ":", "`", "[x]", "[^", "[^1",
]  # fmt: skip
TARGETS = [
    "(/a)",
    "(</a b>)",
    '(/a "A tip")',
    "(/a 'two words')",
    "(/a (t))",
    "()",
    "[ref]",
    "[Ref One]",
    "[]",
    "",
    "(/a\\)b)",
    '(/a "t\\"q")',
    '(/a "x&amp;y")',
]
ALONE = [
    "<http://a.example/b>", "<press@a.example>", "`code`", "`` a`b ``", "`two words`", "[^1]", "[^note]", "[^gone]", "![Alt text](i.png)", "![](i.png)",
    '![*Alt* text](i.png "Tip")', "![ref]", "![Alt][ref]", "[ref]", "[Ref One][]", "<br>", "<!-- a comment -->", "<b>", "</b>", "<kbd>K</kbd>",
    '<span title="T">s</span>', "<?php x ?>", "<div>d</div>", "<ref>", "<script>f('*a](b')</script>", "<style>", "[![Logo](l.png)](/home)", "`a|b`",
]  # fmt: skip
words = st.sampled_from(WORDS) | st.sampled_from(WORDS[:12])
glue = st.sampled_from(["", " ", " ", " ", "\n", "\n", "  \n", "\\\n", "\n   ", "\n\t"])


def wrapped(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Emphasis and links around a text."""
    marks = st.sampled_from(["*", "_", "**", "__", "~~", "***", "*_"])
    marked = st.builds(lambda mark, text: f"{mark}{text}{mark[::-1]}", marks, inside)
    return marked | st.builds(lambda text, target: f"[{text}]{target}", inside, st.sampled_from(TARGETS))


def joined(parts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(parts, glue), min_size=1, max_size=most)
    return pairs.map(lambda pairs: "".join(part + end for part, end in pairs).strip(" \t\n"))


spans = joined(words, 3)
inline = joined(words | st.sampled_from(ALONE) | wrapped(spans) | wrapped(joined(wrapped(spans) | words, 2)), 5)
line = inline.map(lambda text: re.sub(r"\s*\\?\n\s*", " ", text))


@st.composite
def tables(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 3))
    cell = line.map(lambda text: text.replace("|", "\\|"))
    edge = draw(st.sampled_from(["|", ""])) if columns > 1 else "|"
    rows = draw(st.lists(st.lists(cell, min_size=1, max_size=columns + 1), max_size=3))
    head = draw(st.lists(cell, min_size=columns, max_size=columns))
    rule = draw(st.sampled_from(["---", ":--", "--:", ":-:", "-"]))
    lines = [head, [rule] * columns, *rows]
    return "\n".join(f"{edge} {' | '.join(cells)} {edge}".strip() for cells in lines)


def contained(block: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks in a quote, a list item or a footnote; some lines go on lazily."""
    marks = st.sampled_from(
        [
            "> ",
            ">",
            "- ",
            "* ",
            "+ ",
            "1. ",
            "7) ",
            "-   ",
            "-\t",
            "10. ",
            "[^1]: ",
            "[^note]: ",
            "- [ ] ",
            "- [x] ",
            " > ",
            "1) ",
        ]
    )
    gap = st.sampled_from(["\n\n", "\n", "\n\n\n"])

    def build(mark: str, blocks: list[str], between: str, lazy: int) -> str:
        bare = mark.strip()
        if bare.startswith(">"):
            later = mark
        else:
            width = 4 if bare.startswith("[^") else len(mark.replace("[ ] ", "").replace("[x] ", "").expandtabs(4))
            later = " " * width
        lines = between.join(blocks).split("\n")
        shown = [mark + lines[0]]
        for number, text in enumerate(lines[1:], 1):
            keep = text and not (lazy and number % lazy == 0)
            shown.append(later + text if keep else (bare if bare == ">" and not text else text))
        return "\n".join(shown)

    return st.builds(build, marks, st.lists(block, min_size=1, max_size=3), gap, st.sampled_from([0, 0, 0, 1, 2]))


LEAVES = [
    "```\ncode here\n```", "~~~ py\nx = 1\n~~~", "    indented code", "<div>\nblock text\n</div>", "<!-- a\n\ncomment -->", "***", "---", "- - -",
    "[ref]: /url", '[Ref One]: /url "A title"', "[ref]: </u r>\n  'Another title'", "<p>Raw <b>html</b></p>", "[^note]: A note.\n\n    Its second paragraph.",
    "[^1]: One note", "```\nopen fence", "<script>\nx\n</script>", "[^gone]:", "#", "##", "-", "1.", ">", "# #", "| a |\n|---|", "```",
]  # fmt: skip
headings = st.builds(
    lambda mark, text, end: f"{mark} {text}{end}",
    st.sampled_from(["#", "##", "###", "  ##", "#\t"]),
    line,
    st.sampled_from(["", " #", " ##", "  "]),
)
setext = st.builds(lambda text, mark: f"{text}\n{mark}", inline, st.sampled_from(["===", "---", "=", "   --  "]))
leaves = inline | inline | headings | setext | tables() | st.sampled_from(LEAVES)
blocks = leaves | contained(leaves) | contained(leaves | contained(leaves)) | contained(contained(contained(leaves)))
FRONTS = [
    "", "", "", "---\ntitle: The title\nlang: en\n---\n", "---\n# c\ntitle: 'It''s'\ndate: 2024-03-21\ntags: [a, b]\n---\n",
    '---\n"title": "Two\\nlines"\ndescription: >-\n  Folded\n  text.\n\nsummary: |\n  Kept\n  text\nother: {title: x}\n...\n',
    "+++\ntitle = \"The title\"\ndate = 2024-03-21\nsummary = '''\nLong\ntext'''\nlang = 'en_US'\n[extra]\ntitle = 'x'\n+++\n", "---\n---\n", "---\n\ntext\n\n---\n",
    "---\ntitle: x y # c\nsubtitle: A\n  B\nauthor: 'me'\n---\n",
]  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A Markdown file, well made or nearly so."""
    parts = draw(
        st.lists(
            st.tuples(blocks, st.sampled_from(["\n\n", "\n\n", "\n", "\n \n", "  \n\n\n"])), min_size=1, max_size=6
        )
    )
    text = draw(st.sampled_from(FRONTS)) + "".join(block + gap for block, gap in parts)
    text = text.rstrip("\n") if draw(st.booleans()) else text
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])))


SOUP = [
    *WORDS,
    *ALONE,
    *TARGETS,
    *LEAVES,
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "# ",
    "|",
    "| --- |",
    "\r",
    "---\n",
    "+++\n",
    "[^1]: ",
    "*",
    "**",
    "~~",
    "  \n",
    "\\\n",
]
soup = st.lists(st.sampled_from(SOUP) | st.text(max_size=4), max_size=25).map("".join)


def read(text: str, locale: str = "en", mode: str = "sentence") -> Document:
    data = text.encode("utf-8", "surrogatepass").replace(b"\0", b"")
    return formats.read(formats.Source("x", "x.md", data, locale, mode))  # type: ignore[arg-type]


# Laws --------------------------------------------------------------------------------------------


def holes(skeleton: Skeleton, document: Document) -> Iterator[str]:
    """Every unit that a skeleton prints, in order, those inside of codes too."""
    units = {unit.id: unit for unit in document.units}
    for part in skeleton:
        assert not isinstance(part, Only)
        if isinstance(part, UnitRef):
            yield part.unit
            for piece in units[part.unit].content:
                if isinstance(piece, Code):
                    yield from holes(piece.markup, document)


def said(document: Document) -> str:
    """All texts of a document, as often as the source has them, and what is left out."""
    units = {unit.id: unit for unit in document.units}
    texts = [left.text for left in document.left_out]
    for name in holes(document.skeleton, document):
        texts += [part if isinstance(part, str) else part.shows for part in units[name].content]
    return "\n".join(texts)


def check(text: str, document: Document) -> None:
    """What holds for every document."""
    for word in ("Ministers", "обсудили"):
        assert said(document).count(word) == text.count(word), word
    cut = segment.cut(document)
    untouched = assemble.localize(document, cut, {}, "en")
    assert formats.write(untouched) == text.encode()
    found = Counter(holes(document.skeleton, document))
    assert found.keys() == {unit.id for unit in document.units}
    assert {name for name, count in found.items() if count > 1} <= {"title"}
    lines = len(re.findall(r"\r\n?|\n", text)) + 1
    places = [unit.place.line or 0 for unit in document.units] + [left.place.line or 0 for left in document.left_out]
    assert all(1 <= place <= lines for place in places)
    for unit in document.units:
        assert content.well_nested(unit.content) == unit.content
        assert any(character.isalnum() for character in content.plain(unit.content))
    for _, pieces in cut:
        for piece in pieces:
            assert content.parse(content.render(piece.content), piece.content) == piece.content


@law
@given(soup)
def test_any_text_is_a_page_and_comes_back(text: str) -> None:
    text = text.replace("\0", "").removeprefix("\ufeff")
    try:
        document = read(text)
    except HabarError as refused:
        assert {found.code for found in refused.problems} <= {"H101", "H111", "H150", "H151", "H152"}
        return
    check(text, document)


@law
@given(pages())
def test_a_page_comes_back(text: str) -> None:
    check(text, read(text))


def keys(document: Document) -> list[Key]:
    return [entry.key for entry in extract.entries(document, segment.cut(document))]


@law
@given(pages())
def test_line_ends_marks_and_composition_change_no_entry(text: str) -> None:
    text = re.sub(r"\r\n?", "\n", text)
    wanted = keys(read(unicodedata.normalize("NFC", text)))
    for variant in (text.replace("\n", "\r\n"), "\ufeff" + text, unicodedata.normalize("NFD", text)):
        assert keys(read(variant)) == wanted


HOSTILE = [
    "*", "**", "_", "__", "~~", "~", "[", "]", "![", "](x)", "[^1]", "[^1]:", "[ref]", "<b>", "</b>", "<", ">", "&amp;", "&", "&#35;", "`", "``", "|", "#", "##", "1.", "1)",
    "-", "+", "---", "===", "```", "~~~", "\\", "\n", "\n\n", "\n- ", "\n# ", "'", '"', ":", ":-", "{", "}", "(", ")", "!", "$", "=", "---\n", "+++", "<!--", "-->", "<div>",
    "http://a.b", "x", "語", "「", "」。", "т", "\u00a0", "\t", "    ", "^", "…", "|-|", "\\|", "-|", "[x] ", "[ ] ",
]  # fmt: skip
anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=3)
hostile = st.lists(st.sampled_from(HOSTILE) | st.sampled_from(["", " "]) | anything, max_size=4).map("".join)


def spoken(text: str) -> str:
    """A text as white space counts: none at the ends of a line. Control characters are no text."""
    text = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]", "", re.sub(r"[ \t\r\n\f]+", " ", text))
    return content.fold(re.sub(r" ?(<br\d*/>) ?", r"\1", text))


@law
@given(pages() | soup, st.lists(hostile, min_size=1, max_size=6), st.sampled_from(["sentence", "paragraph"]))
@example("The Ministers met.<style></b>\n\n", [""], "sentence")
def test_translations_are_text_and_read_back(text: str, texts: list[str], mode: str) -> None:
    try:
        document = read(text, mode=mode)
    except HabarError:
        return
    cut = segment.cut(document)
    translations: dict[Key, str] = {}
    number = 0
    for _, pieces in cut:
        for piece in pieces:
            said = ""
            for tag in content.tags(piece.content):
                said += texts[number % len(texts)] + tag
                number += 1
            number += 1
            translations[piece.key] = f"{said}{texts[number % len(texts)]}Z{number}{texts[(number + 1) % len(texts)]}"
    localized = assemble.localize(document, cut, translations, "ru")
    written = formats.write(localized).decode()
    again = read(written, "ru", mode)
    wanted = [(unit.role, spoken(content.msgid(assemble.text_of(unit)))) for unit in localized.units]
    found = [(unit.role, spoken(content.msgid(unit.content))) for unit in again.units]
    assert sorted(found) == sorted(wanted)
    # A comment in a sentence is written behind it.
    assert sorted(left.text for left in again.left_out) == sorted(left.text for left in document.left_out)


@pytest.mark.parametrize("depth", [20, 1000])
@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "[^1]: "])
def test_deep_nesting_is_read_or_refused(mark: str, depth: int) -> None:
    text = mark * depth + "word"
    try:
        check(text, read(text))
    except HabarError as refused:
        assert (refused.problems[0].code, refused.problems[0].place.line) == ("H151", 1)
