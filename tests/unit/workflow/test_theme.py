"""Themes: a project's own templates and styles take their place file by file, and a wrong one publishes nothing."""

from __future__ import annotations

import os

import pytest

from i18n.problems import HabarError
from i18n.workflow import build, extract
from tests.conftest import FAIR, RUSSIAN

PAGE = "output/ru/2024/03/01/fair/index.html"
FOOT = """{% extends "habar/base.html" %}
{% block foot %}
{# L10N: Below every page. #}
<footer class="colophon">{% trans %}Press service{% endtrans %}</footer>
{% endblock %}
"""


def told(problems) -> list[str]:
    return [str(each) for each in problems]


def test_one_template_and_some_rules_take_their_place_and_all_else_stays(ministry):
    build.run(ministry.project)
    before = ministry.files("output")
    ministry.write("theme/base.html", FOOT)
    ministry.write("theme/theme.css", ":root { --bar: #7a1f1f }\n")
    ministry.write("theme/static/seal.svg", "<svg/>")
    report = build.run(ministry.project)
    after = ministry.files("output")
    assert report.problems == []
    assert b'<footer class="colophon">Press service</footer>' in after["ru/2024/03/01/fair/index.html"]
    assert after["static/habar.css"] == before["static/habar.css"] + b":root { --bar: #7a1f1f }\n"
    assert after["static/seal.svg"] == b"<svg/>"
    assert {name for name in after if name.endswith(".xml") and after[name] != before[name]} == set()
    main = [data.partition(b"<main")[2].partition(b"</main>")[0] for data in (before[PAGE[7:]], after[PAGE[7:]])]
    assert main[0] == main[1]
    for name in ("base.html", "theme.css", "static/seal.svg"):
        (ministry.root / "theme" / name).unlink()
    build.run(ministry.project)
    assert ministry.files("output") == before


def test_words_of_a_theme_are_translated_like_all_others(ministry):
    ministry.write("theme/base.html", FOOT)
    extract.run(ministry.project)
    catalog = "locales/ru/LC_MESSAGES/site.po"
    assert (
        '#. Below every page.\n#: theme/base.html\nmsgid "Press service"\nmsgstr ""' in ministry.read(catalog).decode()
    )
    ministry.edit(catalog, 'msgid "Press service"\nmsgstr ""', 'msgid "Press service"\nmsgstr "Пресс-служба <МИД>"')
    build.run(ministry.project)
    assert '<footer class="colophon">Пресс-служба &lt;МИД&gt;</footer>' in ministry.read(PAGE).decode()


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("base.html", "a\n{% if %}", "theme/base.html:2: error H301: Expected an expression"),
        ("month.html", "\n\n{{ nothing }}", "theme/month.html:3: error H301: 'nothing' is undefined"),
        ("turn.html", "{{ 1 / 0 }}", "theme/turn.html:1: error H301: division by zero"),
        ("moved.html", "{{ title.nothing }}", "theme/moved.html:1: error H301: 'str object' has no attribute"),
        ("status_entry.html", "{{ title|upper }}", "theme/status_entry.html: error H301: the template changes a value"),
        ("notfound_choice.html", b"\n\xff", "theme/notfound_choice.html:2: error H301: the file is not UTF-8"),
    ],
)
def test_a_wrong_template_is_told_with_its_line_and_what_was_published_stays(ministry, name, text, expected):
    build.run(ministry.project)
    before = ministry.files("output")
    ministry.edit(f"locales/ru/LC_MESSAGES/{FAIR}.po", RUSSIAN["A fair in Mary"], "Большая ярмарка в Мары")
    ministry.write(f"theme/{name}", text)
    with pytest.raises(HabarError) as caught:
        build.run(ministry.project)
    assert [each[: len(expected)] for each in told(caught.value.problems)] == [expected]
    assert ministry.files("output") == before
    ended = ministry.habar("compile")
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)


def test_faults_of_several_templates_are_told_together(ministry):
    ministry.write("theme/turn.html", "{{ a }}")
    ministry.write("theme/entry.html", "\n{{ b }}")
    with pytest.raises(HabarError) as caught:
        build.run(ministry.project)
    assert {str(each.place) for each in caught.value.problems} == {"theme/entry.html:2", "theme/turn.html:1"}


def test_extraction_tells_of_a_wrong_template_and_does_the_rest(ministry):
    ministry.write("theme/base.html", "{% trans %}")
    (ministry.root / "locales/templates" / f"{FAIR}.pot").unlink()
    report = extract.run(ministry.project)
    assert [str(each.place) for each in report.problems] == ["theme/base.html:1"]
    assert (ministry.root / "locales/templates" / f"{FAIR}.pot").is_file()


def test_files_that_nothing_uses_are_warned_of(ministry):
    ministry.write("theme/bulletn.html", "")
    ministry.write("theme/part.html", "")
    ministry.write("theme/front_word.html", '{% include "part.html" %}')
    ministry.write("theme/notes.txt", "")
    ministry.write("theme/static/a b.svg", "")
    assert told(build.run(ministry.project).problems) == [
        "theme/bulletn.html: warning H310: no template refers to it, and habar has none of this name",
        "theme/notes.txt: warning H310: only templates (.html) and theme.css are looked for here",
        "theme/static/a b.svg: warning H310: its name cannot be an address",
    ]


def test_the_folder_is_a_setting_and_has_to_be_there(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b'theme = "branding"\n')
    with pytest.raises(HabarError, match=r"branding: error H311: there is no such folder"):
        build.run(ministry.project)
    ministry.write("branding/theme.css", "a { color: red }")
    build.run(ministry.project)
    assert ministry.read("output/static/habar.css").endswith(b"a { color: red }")


@pytest.mark.parametrize("value", ['"../theme"', '"/etc"', '"sources"', "7", '""'])
def test_a_folder_that_cannot_be_one(ministry, value):
    ministry.write("habar.toml", ministry.read("habar.toml") + f"theme = {value}\n".encode())
    with pytest.raises(HabarError, match="H506: theme must be a folder of its own in the project"):
        build.run(ministry.project)


@pytest.mark.parametrize(
    "inside", ["theme", "theme/static", "theme/base.html", "theme/static/a.svg", "theme/theme.css"]
)
def test_a_theme_that_leads_out_of_the_project_is_refused(ministry, tmp_path, inside):
    outside = tmp_path / "elsewhere"
    target = outside / "x" if "." in inside else outside
    outside.mkdir()
    (outside / "x").write_text("secret")
    (ministry.root / inside).parent.mkdir(parents=True, exist_ok=True)
    os.symlink(target, ministry.root / inside)
    with pytest.raises(HabarError, match=r"H311|H501"):
        build.run(ministry.project)
    assert "output" not in os.listdir(ministry.root)
