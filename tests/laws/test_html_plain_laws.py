"""A page that says nothing of ITS is read without a tree, and as it would be read with one."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from i18n.formats.htmlplain import plain
from i18n.formats.htmltree import by_its
from i18n.formats.markup.tokens import html_tokens
from i18n.formats.source import Source

TAGS = (
    "html head body title p div span a b i em strong br img image hr ul ol li dl dt dd table tr td th tbody caption "
    "blockquote pre h1 h2 section main article nav script style noscript textarea select option button input meta link "
    "ruby rt form label figure iframe plaintext custom-tag frameset frame"
).split()
ATTRIBUTES = [
    "", "", "", ' id="x"', " id=' x  y '", " ID=z", ' lang="ja"', ' title="A tip"', " type=submit value=Send",
    ' name="description" content="Some words"', ' property="og:title" content=x', ' name=date content="2024-01-23"',
    " type=text value=x", ' placeholder="Your name"', " class", ' id="a" id="b"', " alt=word", "/", " <",
]  # fmt: skip
TEXTS = ["The Ministers met.", " ", "&amp;", "<!-- a comment -->", "<!DOCTYPE html>", "</", "<", "a < b", "会談"]
tags = st.builds(lambda name, attributes: f"<{name}{attributes}>", st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
ends = st.builds(lambda name: f"</{name}>", st.sampled_from(TAGS))
soup = st.lists(tags | ends | st.sampled_from(TEXTS), max_size=25).map("".join)


@settings(max_examples=200, deadline=None)
@given(soup)
def test_both_ways_say_the_same(text: str) -> None:
    assume(text.strip())
    source = Source("x", "x.html", text.encode(), "en", "sentence")
    starts = [token for token in html_tokens(text) if token.number >= 0]
    quick = plain(text, starts, source)
    slow = by_its(text, starts, source)
    assert quick is not None
    assert quick.facts == slow.facts
    assert quick.parents == slow.parents
    assert quick.resources == slow.resources
    assert quick.noticed == slow.noticed
    assert {number: named(quick.attributes[number]) for number in slow.attributes} == {
        number: named(found) for number, found in slow.attributes.items()
    }


def named(attributes: Mapping[str, str]) -> dict[str, str]:
    """Those that have a name in XML, too."""
    return {name: value for name, value in attributes.items() if name.isalpha()}
