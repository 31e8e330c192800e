"""Forms: what is filled in comes out where it belongs, and a template that is wrong is a problem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.model import Typography
from i18n.problems import HabarError
from i18n.publish.alternates import Alternates, Edition, Site
from i18n.publish.forms import Form, Templates, lead, slot, tongue
from i18n.publish.theme import Theme

PARTS = st.lists(
    st.one_of(st.text(st.characters(exclude_characters="\0")), st.sampled_from(["<A>", "<B>", "%", "%(a)s"]))
)


@given(parts=PARTS, a=st.text(), b=st.text())
def test_filled_form_is_the_template_with_the_values_in_it(parts, a, b):
    values = {"<A>": a, "<B>": b}
    rendered = "".join({"<A>": slot("a"), "<B>": slot("b")}.get(part, part) for part in parts)
    assert Form(rendered).fill({"a": a, "b": b}) == "".join(values.get(part, part) for part in parts)


@pytest.fixture
def templates():
    """Templates whose sources are the given strings instead of the package's."""

    def make(**sources):
        own = {f"{name}.html": text for name, text in sources.items()}
        return Templates({"en": lambda msgid: msgid}, Typography(), Theme("theme", own))

    return make


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\n{{ nothing }}", "theme/page.html:2: error H301: 'nothing' is undefined"),
        ("a\n{% if %}", "theme/page.html:2: error H301: Expected an expression, got 'end of statement block'"),
        ("a\n\n{{ 1 / 0 }}", "theme/page.html:3: error H301: division by zero"),
        ("{% include 'lost.html' %}", "theme/page.html:1: error H301: there is no template lost.html"),
        ("{% include 'page.html' %}", "theme/page.html:1: error H301: maximum recursion depth exceeded"),
        ("{{ title.__class__.__mro__ }}", "theme/page.html:1: error H301: access to attribute '__class__' of"),
        (
            "{{ title|upper }}",
            "theme/page.html: error H301: the template changes a value that can only be printed, into 'TITLE'",
        ),
    ],
)
def test_wrong_template_is_a_problem_with_its_line(templates, source, expected):
    with pytest.raises(HabarError) as caught:
        templates(page=source).form("page.html", "en", ["title"])
    assert [str(found)[: len(expected)] for found in caught.value.problems] == [expected]


def test_a_template_of_a_theme_stands_on_the_one_that_comes_with_habar(templates):
    made = templates(untranslated="<b>{% include 'habar/untranslated.html' %}</b>")
    rendered = made.render("untranslated.html", "en", language="ru", text="текст")
    assert rendered.startswith('<b><span class="untranslated" lang="ru">')


def test_values_and_words_are_escaped(templates):
    rendered = templates(page="{{ value }}{% trans %}words{% endtrans %}").render("page.html", "en", value='<&">')
    assert rendered == "&lt;&amp;&#34;&gt;words"


def test_form_without_a_value_is_a_programming_mistake():
    with pytest.raises(KeyError):
        Form(slot("title")).fill({})


@pytest.mark.parametrize(
    ("label", "led"), [("Original text:", "Original text: "), ("原文：", "原文："), ("原文:", "原文: ")]
)
def test_a_label_leads_in_with_a_space_but_behind_a_sign_as_wide_as_a_letter(label, led):
    assert lead(label) == led


@pytest.mark.parametrize(
    ("language", "around", "attributes"),
    [
        ("ru", "en", ' lang="ru"'), ("ar", "en", ' lang="ar" dir="rtl"'), ("en", "fa", ' lang="en" dir="ltr"'),
        ("fa", "ar", ' lang="fa"'), ("en", "en", ""), ("", "en", ""), ('x"><b>', "en", ' lang="x&#34;&gt;&lt;b&gt;"'),
    ],
)  # fmt: skip
def test_a_passage_says_its_language_and_its_direction_where_they_are_others(language, around, attributes):
    assert tongue(language, around) == attributes


def test_titles_and_summaries_in_lists_and_names_on_the_front_page_have_their_direction(lists_of):
    table = Alternates(("en", "ar"))
    told = {"title": "اجتماع", "title_locale": "ar", "summary": "اجتماع.", "summary_locale": "ar"}
    table.add(
        Edition("x", tag, "published", "ar", **(told if tag == "en" else {"title": "اجتماع"})) for tag in ("en", "ar")
    )
    files = lists_of(Site({}, ("en", "ar"), "en"), table)
    page = files["en/index.html"].decode()
    assert ' lang="ar" dir="rtl">اجتماع</a></h2>' in page
    assert '<p lang="ar" dir="rtl">اجتماع.</p>' in page
    for path in ("index.html", "404.html"):
        assert '<li lang="ar" dir="rtl">' in files[path].decode()
        assert '<li lang="en" dir="ltr">' in files[path].decode()
