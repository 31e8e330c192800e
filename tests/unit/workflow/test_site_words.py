"""The words of the page frame: a damaged or unfinished ``site.po`` is named, and no page speaks two languages."""

from __future__ import annotations

from i18n.workflow import build, check, extract

SITE = "locales/ru/LC_MESSAGES/site.po"
PAGE = "output/ru/2024/03/01/fair/index.html"
SKIP = 'msgid "Skip to the text"\nmsgstr "'


def heading(text: str) -> str:
    """The line of the skip link."""
    return next(line for line in text.split("\n") if 'class="skip"' in line)


def test_a_damaged_catalog_is_named_by_check_and_by_compile_and_habars_words_stand_in(ministry):
    extract.run(ministry.project)
    build.run(ministry.project)
    before = ministry.read(PAGE)
    text = ministry.read(SITE).decode()
    ministry.write(SITE, text.replace('"Language: ru\\n"', '"Language: ru\\n'))
    line = text[: text.index('"Language: ru')].count("\n") + 1
    for report in (check.run(ministry.project), build.run(ministry.project)):
        assert [(found.code, str(found.place)) for found in report.problems] == [("H205", f"{SITE}:{line}")]
    assert ministry.read(PAGE) == before


def test_an_emptied_word_is_named_and_habars_own_stands_in(ministry):
    extract.run(ministry.project)
    build.run(ministry.project)
    before = ministry.read(PAGE)
    text = ministry.read(SITE).decode()
    start = text.index(SKIP) + len(SKIP)
    ministry.write(SITE, text[:start] + text[text.index('"', start) :])
    place = f"{SITE}:{text[: text.index(SKIP)].count(chr(10)) + 1}"
    found = check.run(ministry.project).problems
    assert [(one.code, str(one.place), one.msgid) for one in found] == [("H222", place, "Skip to the text")]
    assert build.run(ministry.project).problems == []
    assert ministry.read(PAGE) == before


def test_a_projects_own_word_goes_onto_its_pages(ministry):
    extract.run(ministry.project)
    text = ministry.read(SITE).decode()
    start = text.index(SKIP) + len(SKIP)
    ministry.write(SITE, text[:start] + "Прямо к тексту" + text[text.index('"', start) :])
    build.run(ministry.project)
    assert heading(ministry.read(PAGE).decode()) == '<a class="skip" href="#text">Прямо к тексту</a>'


def test_a_title_in_another_language_says_so_in_the_list(ministry):
    ministry.write("habar.toml", 'source-locale = "en"\nlocales = ["en", "ru"]\ngate = 0\n')
    ministry.edit("locales/ru/LC_MESSAGES/2024-03-01-fair.po", "Ярмарка в Мары", "")
    build.run(ministry.project)
    lines = ministry.read("output/ru/index.html").decode().split("\n")
    assert [line.partition("<a ")[2] for line in lines if "fair/" in line] == [
        'href="../ru/2024/03/01/fair/index.html" lang="en">A fair in Mary</a></h2>'
    ]
