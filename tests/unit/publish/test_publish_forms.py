"""Forms: what is filled in comes out where it belongs, and a template that is wrong is a problem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.model import Typography
from i18n.problems import HabarError
from i18n.publish import forms
from i18n.publish.forms import Form, Templates, slot

PARTS = st.lists(
    st.one_of(st.text(st.characters(exclude_characters="\0")), st.sampled_from(["<A>", "<B>", "%", "%(a)s"]))
)


@given(parts=PARTS, a=st.text(), b=st.text())
def test_filled_form_is_the_template_with_the_values_in_it(parts, a, b):
    values = {"<A>": a, "<B>": b}
    rendered = "".join({"<A>": slot("a"), "<B>": slot("b")}.get(part, part) for part in parts)
    assert Form(rendered).fill({"a": a, "b": b}) == "".join(values.get(part, part) for part in parts)


@pytest.fixture
def templates(monkeypatch):
    """Templates whose sources are the given strings instead of the package's."""

    def make(**sources):
        monkeypatch.setattr(forms, "template_source", lambda name: sources[name.removesuffix(".html")])
        return Templates({"en": lambda msgid: msgid}, Typography())

    return make


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\n{{ nothing }}", "templates/page.html: error H301: 'nothing' is undefined"),
        ("a\n{% if %}", "templates/page.html:2: error H301: Expected an expression, got 'end of statement block'"),
        (
            "{{ title|upper }}",
            "templates/page.html: error H301: the template changes a value that can only be printed, into 'TITLE'",
        ),
    ],
)
def test_wrong_template_is_a_problem(templates, source, expected):
    with pytest.raises(HabarError) as caught:
        templates(page=source).form("page.html", "en", ["title"])
    assert [str(found) for found in caught.value.problems] == [expected]


def test_values_and_words_are_escaped(templates):
    rendered = templates(page="{{ value }}{% trans %}words{% endtrans %}").render("page.html", "en", value='<&">')
    assert rendered == "&lt;&amp;&#34;&gt;words"


def test_form_without_a_value_is_a_programming_mistake():
    with pytest.raises(KeyError):
        Form(slot("title")).fill({})
