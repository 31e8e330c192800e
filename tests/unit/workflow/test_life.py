"""Corrections and withdrawals: what readers see at a bulletin's addresses after it was published."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import html5lib
import pytest

from i18n import assemble, catalogs, segment
from i18n.problems import HabarError, Problem
from i18n.workflow import approve, archiving, build, bulletins, correct, extract, status, versions, withdraw

ROOT = Path(__file__).parents[3]
FAIR = "2024-03-01-fair"
SOURCE, SETTINGS, RU = f"sources/{FAIR}.txt", f"sources/{FAIR}.toml", f"locales/ru/LC_MESSAGES/{FAIR}.po"
EN_PAGE, RU_PAGE = "output/en/2024/03/01/fair/", "output/ru/2024/03/01/fair/"
NOW = datetime(2024, 3, 9, tzinfo=UTC)
DAY = date(2024, 3, 9)


def text_of(ministry, page: str) -> str:
    """What a reader sees of the text of a page, in one line."""
    html = ministry.read(page).decode().partition("<article>")[2].partition("</article>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def pages(ministry) -> set[str]:
    return {name for name in ministry.files("output") if "fair" in name and name.endswith("index.html")}


def built(ministry, now=None):
    report = build.run(ministry.project, now=now)
    assert report.problems == []
    for name in pages(ministry):
        parser = html5lib.HTMLParser()
        parser.parse(ministry.read(f"output/{name}"), transport_encoding="utf-8")
        assert (name, parser.errors) == (name, [])
    return report


def corrected(ministry, day=DAY, **notes) -> correct.CorrectReport:
    return correct.run(ministry.project, FAIR, notes, day, NOW)


def enlarged(ministry) -> None:
    """The source and nothing else says that there are 50 stands."""
    ministry.edit(SOURCE, "It has 40 stands.", "It has 50 stands.")
    assert extract.run(ministry.project).problems == []


def caught_up(ministry, stands: int) -> None:
    text = ministry.read(RU).decode()
    text = re.sub(r"(?m)^#, fuzzy\n(#\| .*\n)+", "", text)
    text = re.sub(rf'(msgid "It has {stands} stands."\nmsgstr )".*"', rf'\1"На ней {stands} стендов."', text)
    ministry.write(RU, text)


# Corrections -------------------------------------------------------------------------------------


def test_a_language_that_lags_behind_keeps_its_text_and_says_so(ministry):
    built(ministry)
    report = corrected(ministry, en="The number of stands.", ru="Число стендов.")
    assert (report.version, report.languages, report.problems) == (1, ("en", "ru"), [])
    enlarged(ministry)
    report = built(ministry)
    assert [held.message for held in report.withheld] == ["66 % translated, needs 100 %; version 1 stays"]
    assert text_of(ministry, f"{EN_PAGE}index.html").startswith(
        "1 March 2024 A fair in Mary This text was corrected 9 March 2024 The number of stands. Earlier version 1 "
        "A fair opened in Mary. It has 50 stands."
    )
    assert text_of(ministry, f"{RU_PAGE}index.html").startswith(
        "1 марта 2024 г. Ярмарка в Мары Неофициальный перевод Текст на языке оригинала: English "
        "Исходный текст исправлен 9 марта 2024 г. В этом переводе исправление пока не учтено. "
        "В Мары открылась ярмарка. На ней 40 стендов."
    )
    assert pages(ministry) == {
        "en/2024/03/01/fair/index.html", "en/2024/03/01/fair/v1/index.html", "ru/2024/03/01/fair/index.html",
    }  # fmt: skip
    xml = ministry.read(f"{RU_PAGE}bulletin.xml").decode()  # sentence by sentence, as before
    assert '<s id="p1.s1">В Мары открылась ярмарка.</s> <s id="p1.s2">На ней 40 стендов.</s>' in xml


def test_a_version_that_was_kept_in_whole_paragraphs_is_read(ministry):
    """As habar kept them first."""
    corrected(ministry, en="x")
    enlarged(ministry)
    folder = f"sources/.versions/{FAIR}/1"
    (ministry.root / folder / "_sentences.tsv").unlink()
    po = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "A fair opened in Mary. It has 40 stands."\nmsgstr "Ярмарка. Стендов 40."\n'
    ministry.write(f"{folder}/ru.po", po)
    assert build.run(ministry.project).problems == []
    assert "пока не учтено. Ярмарка. Стендов 40." in text_of(ministry, f"{RU_PAGE}index.html")
    ministry.write(f"{folder}/_sentences.tsv", "p1\tx\n")
    assert {found.code for found in build.run(ministry.project).problems} == {"H360"}


def test_the_earlier_text_stays_to_be_read_below_the_address(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b'base-url = "https://example.org/"\n')
    corrected(ministry, en="The number of stands.", ru="Число стендов.")
    enlarged(ministry)
    caught_up(ministry, 50)
    built(ministry)
    assert "В текст внесено исправление 9 марта 2024 г. Число стендов. Прежняя редакция 1 В Мары" in text_of(
        ministry, f"{RU_PAGE}index.html"
    )
    earlier = ministry.read(f"{RU_PAGE}v1/index.html").decode()
    assert '<link rel="canonical" href="https://example.org/ru/2024/03/01/fair/">' in earlier
    assert '<meta name="robots" content="noindex">' in earlier
    assert "<title>Ярмарка в Мары – Прежняя редакция 1" in earlier
    assert 'hreflang="x-default"' not in earlier
    assert '<a href="../../../../../../ru/2024/03/01/fair/">Действующая редакция</a>' in earlier
    assert text_of(ministry, f"{RU_PAGE}v1/index.html") == (
        "1 марта 2024 г. Ярмарка в Мары Это прежняя редакция текста Действующая редакция Неофициальный перевод "
        "В Мары открылась ярмарка. На ней 40 стендов."
    )
    everywhere = {name: data.decode("utf-8", "replace") for name, data in ministry.files("output").items()}
    assert [name for name, data in everywhere.items() if "/v1/" in data and "fair" not in name] == [".manifest"]


def test_versions_follow_each_other(ministry):
    for stands, day in ((50, 9), (60, 10)):
        corrected(ministry, date(2024, 3, day), en=f"There are {stands}.")
        ministry.edit(SOURCE, f"It has {stands - 10} stands.", f"It has {stands} stands.")
        extract.run(ministry.project)
    built(ministry)
    assert pages(ministry) == {
        "en/2024/03/01/fair/index.html", "en/2024/03/01/fair/v1/index.html", "en/2024/03/01/fair/v2/index.html",
        "ru/2024/03/01/fair/index.html",
    }  # fmt: skip
    for page, stands in (("", 60), ("v2/", 50), ("v1/", 40)):
        assert f"It has {stands} stands." in text_of(ministry, f"{EN_PAGE}{page}index.html")
    assert "There are 60. Earlier version 1 Earlier version 2" in text_of(ministry, f"{EN_PAGE}index.html")
    assert "9 марта" in text_of(ministry, f"{RU_PAGE}index.html")  # the first correction that it lacks
    caught_up(ministry, 60)
    built(ministry)
    assert "ru/2024/03/01/fair/v1/index.html" in pages(ministry)
    assert "ru/2024/03/01/fair/v2/index.html" not in pages(ministry)  # it never was there in Russian


def test_what_was_published_stays_as_it_was_whatever_happens_to_its_translations_and_rules(ministry):
    approve.run(ministry.project, [FAIR], "ru", "Anna", date(2024, 3, 5))
    corrected(ministry, en="x")
    enlarged(ministry)
    caught_up(ministry, 50)
    built(ministry)
    before = ministry.read(f"{RU_PAGE}v1/index.html")
    assert "Неофициальный перевод" not in before.decode()  # it was approved then
    ministry.edit(RU, "В Мары открылась ярмарка.", "В городе Мары открылась ярмарка.")
    ministry.write("rules/en.toml", 'never = ["Mary"]\n')  # no longer cut behind it
    build.run(ministry.project)
    assert ministry.read(f"{RU_PAGE}v1/index.html") == before


def test_the_same_input_gives_the_same_bytes_without_what_habar_keeps(ministry):
    corrected(ministry, en="x")
    enlarged(ministry)
    built(ministry)
    before = ministry.files()
    shutil.rmtree(ministry.root / ".habar")
    shutil.rmtree(ministry.root / "output")
    built(ministry)
    assert ministry.files() == before


def test_together_counts_a_language_that_lags_behind_as_ready(ministry):
    ministry.write(SETTINGS, "together = true\n")
    corrected(ministry, en="x")
    enlarged(ministry)
    built(ministry)
    assert "It has 50 stands." in text_of(ministry, f"{EN_PAGE}index.html")
    assert "40 стендов" in text_of(ministry, f"{RU_PAGE}index.html")


def test_a_language_without_a_note_shows_that_of_the_source_as_such(ministry):
    report = corrected(ministry, en="The <number> of stands.")
    assert [(problem.code, problem.message) for problem in report.problems] == [
        ("H365", "“The <number> of stands.” is missing in ru: pages show it in another language")
    ]
    built(ministry)
    assert '<span lang="en">The &lt;number&gt; of stands.</span>' in ministry.read(f"{RU_PAGE}index.html").decode()


def test_a_new_source_can_be_given_at_once(ministry, tmp_path):
    new = tmp_path / "new.txt"
    new.write_bytes(ministry.read(SOURCE).replace(b"40", b"50"))
    ended = ministry.habar("correct", FAIR, "--note", "Stands.", "--in", "ru", "Стенды.", "--on", "2024-03-09",
                           "--source", str(new))  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [
        f"  sources/.versions/{FAIR}/1/{FAIR}.txt",
        f"  sources/.versions/{FAIR}/1/{FAIR}.toml",
        f"  sources/.versions/{FAIR}/1/_sentences.tsv",
        f"  sources/.versions/{FAIR}/1/en.po",
        f"  sources/.versions/{FAIR}/1/ru.po",
        f"  {SETTINGS}",
        f"  {SOURCE}",
        "Version 1 is kept in en, ru.",
    ]
    assert ministry.read(SOURCE) == new.read_bytes()
    assert ministry.read(SETTINGS).decode() == (
        '[[corrections]]\nversion = 2\ndate = 2024-03-09\nnote.en = "Stands."\nnote.ru = "Стенды."\n'
    )


def refusal(call) -> list[str]:
    with pytest.raises(HabarError) as stopped:
        call()
    return [problem.code for problem in stopped.value.problems]


def test_what_an_interrupted_run_kept_is_not_taken_for_published(ministry):
    ministry.write(f"sources/.versions/{FAIR}/1/ru.po", ministry.read(RU))
    ministry.edit(RU, "На ней 40 стендов.", "")
    assert corrected(ministry, en="x").languages == ("en",)
    assert built(ministry).withheld != []
    assert "ru/2024/03/01/fair/index.html" not in pages(ministry)


def test_earlier_versions_go_along_where_the_id_changes(ministry):
    corrected(ministry, en="x", ru="y")
    enlarged(ministry)
    caught_up(ministry, 50)
    build.run(ministry.project)
    new = "2024-03-01-expo"
    before = text_of(ministry, f"{RU_PAGE}v1/index.html")
    ministry.write(f"sources/{new}.toml", f'aliases = ["{FAIR}"]\n'.encode() + ministry.read(SETTINGS))
    (ministry.root / SETTINGS).unlink()
    (ministry.root / SOURCE).rename(ministry.root / f"sources/{new}.txt")
    extract.run(ministry.project)
    assert build.run(ministry.project).problems == []
    page = RU_PAGE.replace("fair", "expo")
    assert text_of(ministry, f"{page}v1/index.html") == before
    assert (
        'url=../../../../../../ru/2024/03/01/expo/v1/index.html"' in ministry.read(f"{RU_PAGE}v1/index.html").decode()
    )
    told = archiving.run(ministry.project, [new]).problems
    assert {(each.code, each.place.path.rpartition("/")[0]) for each in told} == {
        ("H353", f"sources/.versions/{FAIR}/1")
    }
    correct.run(ministry.project, new, {"en": "x", "ru": "y"}, DAY, NOW)
    build.run(ministry.project)
    assert {f"{page}v1/index.html", f"{page}v2/index.html"} <= ministry.files().keys()


def test_what_cannot_be_corrected_changes_nothing(ministry, tmp_path):
    broken = tmp_path / "new.txt"
    broken.write_bytes(b"")
    page = tmp_path / "new.html"
    page.write_bytes(b"<h1>x</h1>")
    before = ministry.files()

    def given(source):
        return lambda: correct.run(ministry.project, FAIR, {}, DAY, NOW, source)

    assert refusal(given(broken)) == ["H101"]
    assert refusal(given(page)) == ["H106"]
    assert refusal(lambda: corrected(ministry, fr="x")) == ["H523"]
    assert ministry.files() == before
    ministry.edit(SOURCE, "40", "50")
    assert refusal(lambda: corrected(ministry)) == ["H362"]
    ministry.edit(SOURCE, "50", "40")
    ministry.write(SETTINGS, 'embargo = "2024-03-10T00:00Z"\n')
    assert refusal(lambda: corrected(ministry)) == ["H361"]
    ministry.write(SETTINGS, "")
    corrected(ministry, en="x", ru="y")
    before = ministry.files()
    yesterday = date(2024, 3, 8)
    assert refusal(lambda: corrected(ministry, yesterday)) == ["H363"]
    assert refusal(lambda: withdraw.run(ministry.project, FAIR, {"en": "x"}, yesterday, NOW)) == ["H363"]
    assert ministry.files() == before


def test_settings_that_cannot_be_added_to_are_left_as_they_are(ministry):
    ministry.write(SETTINGS, "corrections = []\n")
    assert refusal(lambda: corrected(ministry)) == ["H363"]
    assert ministry.read(SETTINGS) == b"corrections = []\n"
    assert ministry.files("sources/.versions") == {}


def test_a_damaged_version_is_told_and_the_rest_is_built(ministry):
    corrected(ministry, en="x")
    enlarged(ministry)
    ministry.write(f"sources/.versions/{FAIR}/1/ru.po", 'msgid "x\n')
    report = build.run(ministry.project)
    assert [(found.code, str(found.place)) for found in report.problems] == [
        ("H205", f"sources/.versions/{FAIR}/1/ru.po:1"),
        ("H209", f"sources/.versions/{FAIR}/1/ru.po:1"),
    ]
    assert pages(ministry) == {"en/2024/03/01/fair/index.html", "en/2024/03/01/fair/v1/index.html"}
    (ministry.root / f"sources/.versions/{FAIR}/1/{FAIR}.txt").unlink()
    assert [found.code for found in build.run(ministry.project).problems] == ["H360"]


@pytest.mark.parametrize("locale", ["en", "ru", "ja"])
def test_what_is_kept_reads_as_it_was_published(locale, workplace):
    """Lists, tables, notes, links, repeated and copy-edited sentences."""
    workplace.write("habar.toml", f'locales = ["en", "{locale}"]\n' if locale != "en" else 'locales = ["en"]\n')
    shutil.copytree(ROOT / "tests/blocks", workplace.root / "sources")
    extract.run(workplace.project)
    for name in ("2024-03-21-committee", "2024-03-22-page"):
        catalog = workplace.project.catalog(name, locale)
        entries = catalogs.parse(workplace.read(catalog), catalog)
        told = [entry._replace(msgstrs=(f"«{entry.msgid}» 文",), flags=()) for entry in entries.entries]
        workplace.write(catalog, catalogs.render(replace(entries, entries=tuple(told))))
        file, document = correct.one(workplace.project, name)
        cut = segment.cut(document)
        texts = bulletins.read_translations(workplace.project, name, locale).texts
        localized = assemble.localize(document, cut, texts, locale)
        versions.keep(workplace.project, file, 1, {locale: versions.Ready(localized, approved=True)}, cut)
        problems: list[Problem] = []
        (kept,) = versions.past(workplace.project, document, 2, problems)[locale]
        assert problems == []
        assert (kept.approved, kept.version) == (True, 1)
        assert kept.localized.units == localized.units  # sentence by sentence


def moments(ministry, name: str) -> list[str]:
    return re.findall(r"2024-03-\d\dT[0-9:]{8}", ministry.read(f"output/{name}").decode())


def test_what_is_published_again_on_its_own_day_is_newer_each_time(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b'base-url = "https://example.org/"\n')
    first, news = date(2024, 3, 1), "en/2024/03/01/fair/newsml.xml"
    ministry.edit(SOURCE, "It has 40 stands.", "It has 41 stands.")
    extract.run(ministry.project)
    for stands, second in ((42, 1), (43, 2)):
        built(ministry)
        corrected(ministry, first, en="The stands.")
        ministry.edit(SOURCE, f"{stands - 1} stands", f"{stands} stands")
        extract.run(ministry.project)
        built(ministry)
        moment = f"2024-03-01T00:00:0{second}"
        assert moments(ministry, news)[:2] == [moment, "2024-03-01T00:00:00"]
        assert moment in moments(ministry, "en/feed.atom")
        assert moment in moments(ministry, "sitemap-2024.xml")
        page = ministry.read(f"{EN_PAGE}index.html").decode()
        assert f'"dateModified":"{moment}+00:00"' in page
        assert '<time datetime="2024-03-01">1' in page
    withdraw.run(ministry.project, FAIR, {"en": "x"}, first, NOW)
    built(ministry)
    assert moments(ministry, news)[:2] == ["2024-03-01T00:00:03", "2024-03-01T00:00:00"]
    withdraw.undo(ministry.project, FAIR)
    ministry.edit(
        SETTINGS,
        'date = 2024-03-01\nnote.en = "The stands."\n\n[[corrections]]\nversion = 3',
        'date = 2024-02-28\nnote.en = "The stands."\n\n[[corrections]]\nversion = 3',
    )
    built(ministry)
    assert moments(ministry, news)[:2] == [
        "2024-03-01T00:00:02",
        "2024-03-01T00:00:00",
    ]  # it cannot be older than its first


# Withdrawals -------------------------------------------------------------------------------------


def withdrawn(ministry, **reasons) -> withdraw.WithdrawReport:
    return withdraw.run(ministry.project, FAIR, reasons, DAY, NOW)


def test_a_withdrawn_bulletin_is_nowhere_but_at_its_address(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + b'base-url = "https://example.org/"\n')
    corrected(ministry, en="x", ru="y")
    enlarged(ministry)
    caught_up(ministry, 50)
    built(ministry)
    there = {name for name in ministry.files("output") if "fair" in name}
    assert withdrawn(ministry, en="It was sent by mistake.", ru="Отправлено по ошибке.").languages == ("en", "ru")
    report = built(ministry)
    assert [held.message for held in report.withheld] == ["withdrawn on 2024-03-09"]
    assert report.removed == []
    assert {name for name in ministry.files("output") if "fair" in name} == there
    assert text_of(ministry, f"{RU_PAGE}index.html") == (
        "1 марта 2024 г. Ярмарка в Мары Этот текст отозван 9 марта 2024 г. Причина: Отправлено по ошибке."
    )
    assert text_of(ministry, f"{RU_PAGE}v1/index.html") == text_of(ministry, f"{RU_PAGE}index.html")
    for name, data in ministry.files("output").items():
        text = data.decode("utf-8", "replace")
        assert "стендов" not in text
        assert "открылась ярмарка" not in text
        assert "fair" in name or "fair/" not in text or name == ".manifest"
    page = ministry.read(f"{EN_PAGE}index.html").decode()
    assert '<meta name="robots" content="noindex">' in page
    assert 'href="../../../../../ru/2024/03/01/fair/"' in page
    assert "x-default" not in page
    xml = ministry.read(f"{EN_PAGE}bulletin.xml").decode()
    assert ' status="withdrawn">' in xml
    assert "<body>\n\n</body>" in xml
    assert ' version="3" ' in ministry.read(f"{EN_PAGE}newsml.xml").decode()  # published, corrected, withdrawn


def test_a_withdrawal_holds_where_translations_are_damaged_or_were_missing(ministry):
    ministry.edit(RU, "На ней 40 стендов.", "")
    assert withdrawn(ministry, en="x").languages == ("en",)
    built(ministry)
    assert pages(ministry) == {"en/2024/03/01/fair/index.html"}
    ministry.write(SETTINGS, ministry.read(SETTINGS).replace(b'languages = ["en"]\n', b""))
    ministry.write(RU, 'msgid "x\n')
    built(ministry)
    assert text_of(ministry, f"{RU_PAGE}index.html") == (
        "1 марта 2024 г. A fair in Mary Этот текст отозван 9 марта 2024 г. Причина: x"
    )
    assert '<h1 lang="en">A fair in Mary</h1>' in ministry.read(f"{RU_PAGE}index.html").decode()


LOST = {
    "a sentence is not translated": lambda place: place.edit(RU, "На ней 40 стендов.", ""),
    "an error": lambda place: place.edit(RU, "На ней 40 стендов.", "На ней 41 стенд."),
    "no source": lambda place: place.write(SOURCE, ""),
    "two sources": lambda place: place.write(f"sources/{FAIR}.md", "# A fair\n\nText.\n"),
}


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
def test_a_withdrawal_reaches_pages_of_which_no_new_one_can_be_made(ministry, fault):
    built(ministry)
    there = pages(ministry)
    fault(ministry)
    assert withdrawn(ministry, en="x", ru="y").languages == ("en", "ru")
    assert (build.run(ministry.project).removed, pages(ministry)) == ([], there)
    assert "Этот текст отозван" in text_of(ministry, f"{RU_PAGE}index.html")
    (ministry.root / f"sources/{FAIR}.md").unlink(missing_ok=True)
    assert withdraw.undo(ministry.project, FAIR).languages == ("en", "ru")


def test_what_has_no_source_cannot_be_withdrawn(ministry):
    built(ministry)
    (ministry.root / SOURCE).unlink()
    with pytest.raises(HabarError, match="H507"):
        withdrawn(ministry, en="x")
    assert not (ministry.root / SETTINGS).exists()


@pytest.mark.parametrize("fault", list(LOST.values())[:2], ids=list(LOST)[:2])
def test_a_page_whose_text_cannot_be_kept_is_named(ministry, fault):
    built(ministry)
    fault(ministry)
    report = corrected(ministry, en="x", ru="y")
    assert report.languages == ("en",)
    assert [(each.code, each.place.path) for each in report.problems] == [("H393", RU)]


@pytest.mark.parametrize("broken", [False, True])
def test_an_embargo_that_is_over_does_not_hide_a_withdrawal(ministry, broken):
    embargo(ministry, "2024-03-08T00:00Z")
    built(ministry, NOW)
    there = pages(ministry)
    withdrawn(ministry, en="x", ru="y")
    if broken:
        ministry.write(SOURCE, "")
    report = build.run(ministry.project, now=NOW)
    assert [held.why for held in report.withheld] == ["withdrawn"]
    assert pages(ministry) == there
    assert "Этот текст отозван" in text_of(ministry, f"{RU_PAGE}index.html")
    build.run(ministry.project, now=datetime(2024, 3, 7, tzinfo=UTC))
    assert pages(ministry) == set()


def test_a_withdrawal_is_undone_without_a_trace(ministry):
    ministry.write(SETTINGS, "# of the fair\ngate = 90\n")
    built(ministry)
    before = ministry.files()
    ended = ministry.habar("withdraw", FAIR, "--reason", 'Sent "by\\mistake".', "--on", "2024-03-09")
    assert (ended.returncode, ended.stdout) == (0, f"  {SETTINGS}\nWithdrawn in en, ru. Next: habar compile\n")
    assert "H365" in ended.stderr
    built(ministry)
    assert "Reason: Sent &quot;by\\mistake&quot;." in text_of(ministry, f"{EN_PAGE}index.html").replace(
        "&#34;", "&quot;"
    )
    assert refusal(lambda: withdrawn(ministry)) == ["H364"]
    assert refusal(lambda: corrected(ministry)) == ["H364"]
    assert ministry.habar("withdraw", FAIR, "--undo").returncode == 0
    built(ministry)
    assert ministry.files() == before
    assert refusal(lambda: withdraw.undo(ministry.project, FAIR)) == ["H364"]


def test_nobody_has_to_work_on_what_is_withdrawn(ministry):
    ministry.edit(RU, "На ней 40 стендов.", "")
    (row,) = status.run(ministry.project, [FAIR]).rows
    assert row.turns["ru"] is not None
    withdrawn(ministry, en="x")
    (row,) = status.run(ministry.project, [FAIR]).rows
    assert (row.turns, [held.why for held in row.withheld]) == ({"en": None, "ru": None}, ["withdrawn"])


def embargo(ministry, moment: str) -> None:
    found = ministry.read(SETTINGS) if (ministry.root / SETTINGS).exists() else b""
    ministry.write(SETTINGS, re.sub(rb'embargo = ".*"\n', b"", found))
    ministry.write(SETTINGS, (f'embargo = "{moment}"\n' if moment else "").encode() + ministry.read(SETTINGS))


def test_step_by_step_the_site_is_what_a_new_build_makes_of_it(ministry, tmp_path):
    """Whatever was built before: nothing of it stays that a build from nothing would not make, but for want of it."""
    steps = [
        (NOW, lambda: None),
        (NOW, lambda: corrected(ministry, en="x")),
        (NOW, lambda: enlarged(ministry)),
        (NOW, lambda: caught_up(ministry, 50)),
        (NOW, lambda: withdrawn(ministry, en="y", ru="z")),
        (NOW, lambda: withdraw.undo(ministry.project, FAIR)),
        (NOW, lambda: ministry.edit(RU, "На ней 50 стендов.", "Там 50 стендов.")),
        (NOW, lambda: embargo(ministry, "2024-03-10T00:00Z")),
        (datetime(2024, 3, 10, tzinfo=UTC), lambda: None),
        (NOW, lambda: None),
        (NOW, lambda: embargo(ministry, "")),
    ]
    for number, (now, step) in enumerate(steps):
        step()
        build.run(ministry.project, now=now)
        fresh = type(ministry)(shutil.copytree(ministry.root, tmp_path / f"fresh{number}"))
        for derived in (".habar", "output"):
            shutil.rmtree(fresh.root / derived)
        build.run(fresh.project, now=now)
        assert (number, ministry.files("output")) == (number, fresh.files("output"))


def test_a_withdrawal_needs_a_reason(ministry):
    assert ministry.habar("withdraw", FAIR).returncode == 2
    assert ministry.habar("withdraw", FAIR, "--undo", "--reason", "x").returncode == 2


PHOTO = (ROOT / "tests" / "unit" / "images" / "data" / "small.jpg").read_bytes()


def test_an_earlier_version_keeps_its_images(ministry):
    """The photo is replaced under its name with the correction; the page of the version before shows the old one."""
    ministry.write(f"sources/{FAIR}/hall.jpg", PHOTO)
    ministry.write(SETTINGS, '[[image]]\nfile = "hall.jpg"\nalt = "A hall"\ncaption = "The hall."\ncredit = "MFA"\n')
    extract.run(ministry.project)
    ministry.write(RU, ministry.read(RU).decode().replace('"A hall"\nmsgstr ""', '"A hall"\nmsgstr "Зал"'))
    ministry.write(RU, ministry.read(RU).decode().replace('"The hall."\nmsgstr ""', '"The hall."\nmsgstr "Зал."'))
    built(ministry)
    before = re.search(r"media/[^\"]+", ministry.read(f"{RU_PAGE}index.html").decode())[0]
    corrected(ministry, en="Stands counted anew.", ru="Стенды пересчитаны.")
    ministry.write(f"sources/{FAIR}/hall.jpg", PHOTO[:-2] + b"\0\xff\xd9")
    enlarged(ministry)
    built(ministry)
    assert before in ministry.read(f"{EN_PAGE}v1/index.html").decode()
    assert before not in ministry.read(f"{EN_PAGE}index.html").decode()
    lagging = ministry.read(f"{RU_PAGE}index.html").decode()
    assert before in lagging
    assert 'alt="Зал"' in lagging
    assert ministry.read(f"output/{before}") == PHOTO


def test_a_withdrawn_bulletin_has_no_images(ministry):
    ministry.write(f"sources/{FAIR}/hall.jpg", PHOTO)
    ministry.write(SETTINGS, '[[image]]\nfile = "hall.jpg"\nalt = "Mary"\n')
    extract.run(ministry.project)
    built(ministry)
    assert any("media" in name for name in ministry.files("output"))
    withdraw.run(ministry.project, FAIR, {"en": "It was a mistake.", "ru": "Это была ошибка."}, DAY, NOW)
    built(ministry)
    assert not any("media" in name for name in ministry.files("output"))
    _, document = correct.one(ministry.project, FAIR)
    shown = correct.look(ministry.project, document, NOW).ready["en"].localized.document
    assert (shown.pictures, shown.attachments, shown.body, [unit.id for unit in shown.units]) == ((), (), (), ["title"])


def test_today_is_where_the_site_is(ministry):
    """At every moment there are two days on Earth."""
    settings, days = ministry.read("habar.toml"), []
    for zone in ("-12:00", "+14:00"):
        ministry.write("habar.toml", settings + f'zone = "{zone}"\n'.encode())
        assert ministry.habar("withdraw", FAIR, "--reason", "x").returncode == 0
        days.append(re.findall(rb"date = (\S+)", ministry.read(SETTINGS))[0])
        assert ministry.habar("withdraw", FAIR, "--undo").returncode == 0
    assert days[0] < days[1]
