"""The words of the frame: all of them are found, all are translated, and none can hurt a page."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from importlib import resources
from io import BytesIO

import polib
import pytest

from i18n.model import Entry, Place
from i18n.problems import HabarError
from i18n.publish import Site, compile_words, frame_messages, shipped_words
from i18n.publish.theme import PLAIN, Theme
from i18n.publish.words import TEMPLATES

LOCALES = ("en", "tk", "ru", "ja")
PLACE = Place("locales/ru/LC_MESSAGES/site.po")
HEADER = 'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'


def words_of(compiled):
    """The messages of an ``.mo`` file as the standard library reads them, without its header."""
    catalog = GNUTranslations(BytesIO(compiled))._catalog
    return {msgid: text for msgid, text in catalog.items() if msgid}


def test_messages_stand_in_the_order_of_the_templates_with_their_comments():
    messages = frame_messages()
    assert messages[0] == Entry(
        "Skip to the text",
        references=("templates/base.html",),
        extracted=("The first link of every page, for people who use the keyboard: jumps over the head to the text.",),
    )
    first_seen = [TEMPLATES.index(message.references[0].removeprefix("templates/")) for message in messages]
    assert first_seen == sorted(first_seen)
    assert [message.msgid for message in messages if not message.extracted] == []
    assert frame_messages() == messages


def test_every_template_with_words_is_looked_through():
    """A new template that is not listed would keep its words from the translators."""
    marked = re.compile(r"{%-?\s*trans\b|\b_\(")
    folder = resources.files("i18n.publish") / "templates"
    names = {file.name for file in folder.iterdir() if marked.search(file.read_text(encoding="utf-8"))}
    assert names <= set(TEMPLATES)
    assert all(PLAIN.source(name) for name in TEMPLATES)


def test_words_of_a_theme_are_found_beside_those_that_stay():
    own = """{% extends "habar/month.html" %}
{% block main %}
{# L10N: Below the name of the month. #}
<p>{% trans %}Read by the spokesperson{% endtrans %}</p>
{{ super() }}
{% endblock %}"""
    theme = Theme("theme", {"month.html": own, "start.html": "{{ _('Welcome') }}", "seal.html": "{{ _('Seal') }}"})
    found = {message.msgid: message for message in frame_messages(theme)}
    plain = {message.msgid for message in frame_messages()}
    assert found.keys() - plain == {"Read by the spokesperson", "Welcome", "Seal"}
    assert plain - found.keys() == {"Bulletins by year"}
    assert found["Read by the spokesperson"].references == ("theme/month.html",)
    assert found["Read by the spokesperson"].extracted == ("Below the name of the month.",)
    assert found["Without a date"].references == (
        "templates/archive.html",
        "templates/month.html",
        "templates/status.html",
    )
    assert list(found)[-1] == "Seal"


def test_a_template_that_cannot_be_read_is_a_problem_with_its_line():
    with pytest.raises(HabarError) as caught:
        frame_messages(Theme("theme", {"month.html": "a\n{% trans %}"}))
    assert [(each.code, str(each.place)) for each in caught.value.problems] == [("H301", "theme/month.html:2")]


@pytest.mark.parametrize("locale", LOCALES)
def test_shipped_words_are_the_messages_and_complete(locale):
    shipped = polib.pofile(shipped_words(locale).decode())
    wanted = [(m.msgid, list(m.references), "\n".join(m.extracted)) for m in frame_messages()]
    assert [(e.msgid, [file for file, _ in e.occurrences], e.comment) for e in shipped] == wanted
    assert [entry.msgid for entry in shipped if not entry.translated() or entry.fuzzy] == []
    if locale == "en":
        assert [entry.msgid for entry in shipped if entry.msgid != entry.msgstr] == []
    compiled = words_of(compile_words(shipped_words(locale), PLACE))
    assert compiled == {entry.msgid: entry.msgstr for entry in shipped}


def test_no_words_are_shipped_for_another_language():
    assert shipped_words("fr") is None


def test_fuzzy_and_empty_words_fall_back_to_english(online, empty_list):
    po = HEADER + (
        'msgid "Bulletins"\nmsgstr "Сообщения"\n\n'
        '#, fuzzy\nmsgid "Languages"\nmsgstr "Языки"\n\n'
        'msgid "All bulletins"\nmsgstr ""\n'
    )
    compiled = compile_words(po.encode(), PLACE)
    assert words_of(compiled) == {"Bulletins": "Сообщения"}
    page = empty_list(online.site, {"ru": compiled}, "ru")
    assert "<h1>Сообщения</h1>" in page
    assert '<nav class="languages" aria-label="Languages">' in page


def test_same_words_make_same_bytes_whatever_the_dates():
    entry = 'msgid "Bulletins"\nmsgstr "Сообщения"\n'
    dated = HEADER.replace("Language: ru", "Language: ru\\nPOT-Creation-Date: 2020-01-01 10:00+0500")
    assert compile_words((HEADER + entry).encode(), PLACE) == compile_words((dated + entry).encode(), PLACE)


def test_words_are_text_and_never_markup(empty_list):
    po = HEADER + 'msgid "Languages"\nmsgstr "\\"><script>&"\n\nmsgid "Bulletins"\nmsgstr "<b>100 %</b> %(x)s"\n'
    words = {"ru": compile_words(po.encode(), PLACE)}
    page = empty_list(Site({}, LOCALES, "en"), words, "ru")
    assert 'aria-label="&#34;&gt;&lt;script&gt;&amp;"' in page
    assert "<h1>&lt;b&gt;100 %&lt;/b&gt; %(x)s</h1>" in page


@pytest.mark.parametrize(
    ("po", "line"),
    [
        ("<<<<<<< HEAD\n" + HEADER, 1),
        (HEADER + "msgid Bulletins\n", 4),
        (HEADER + 'msgid "Bulletins"\nmsgstr "a\\u0000"\n'.replace("\\u0000", "\x01"), 4),
        (HEADER.replace("Language: ru", "Language: .."), None),
    ],
)
def test_words_that_cannot_be_used_are_a_problem_with_a_line(po, line):
    with pytest.raises(HabarError) as caught:
        compile_words(po.encode(), PLACE)
    assert [(found.code, found.place) for found in caught.value.problems] == [("H303", Place(PLACE.path, line))]


def test_words_in_another_encoding_are_a_problem():
    with pytest.raises(HabarError, match="H303"):
        compile_words((HEADER + 'msgid "a"\nmsgstr "Сообщения"\n').encode("cp1251"), PLACE)
