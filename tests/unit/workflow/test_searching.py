"""The search: an optional last step, of which nothing is seen where it is not wanted or not installed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from i18n import search
from i18n.model import Place
from i18n.problems import HabarError, problem
from i18n.workflow import build, searching, withdraw

ON = b"search = true\n"


@pytest.fixture
def asked(ministry):
    ministry.write("habar.toml", ministry.read("habar.toml") + ON)
    return ministry


@pytest.fixture
def indexer(monkeypatch):
    """Pagefind as far as habar knows it: it reads the pages and writes files."""
    runs = []

    def index(site, into, *, keep_names):
        runs.append(keep_names)
        pages = sorted(
            str(path.relative_to(site))
            for path in site.rglob("index.html")
            if b"data-pagefind-body" in path.read_bytes()
        )
        (into / "fragment").mkdir()
        (into / "pagefind.js").write_text("js")
        (into / "pagefind-ui.css").write_text("no page uses it")
        for number, page in enumerate(pages):
            (into / "fragment" / f"{number}.pf_fragment").write_text(page)

    monkeypatch.setattr(search, "available", lambda: True)
    monkeypatch.setattr(search, "index", index)
    return runs


def finished(ministry):
    """A build with its last step, as ``habar compile`` does it."""
    report = build.run(ministry.project)
    report.problems += searching.run(ministry.project)
    return report


def test_without_the_setting_there_is_no_trace_of_a_search(ministry, indexer):
    assert finished(ministry).problems == []
    assert indexer == []
    made = ministry.files("output")
    assert [name for name in made if "search" in name or "pagefind" in name] == []
    assert [name for name, data in made.items() if b"pagefind" in data or b"/search/" in data] == []


def test_without_pagefind_the_same_site_is_built_and_it_is_said(ministry, monkeypatch):
    build.run(ministry.project)
    before = ministry.files("output")
    monkeypatch.setattr(search, "available", lambda: False)
    ministry.write("habar.toml", ministry.read("habar.toml") + ON)
    report = finished(ministry)
    assert [str(each) for each in report.problems] == [
        "habar.toml: warning H313: search is on, but Pagefind is not installed"
    ]
    assert ministry.files("output") == before


def test_every_page_leads_to_the_search_and_bulletins_are_what_is_found(asked, indexer):
    assert finished(asked).problems == []
    made = asked.files("output")
    assert {name for name in made if "/search/" in name} == {"en/search/index.html", "ru/search/index.html"}
    pages = [name for name in made if name.endswith("index.html") and "/" in name]
    assert [name for name in pages if b"search/index.html" not in made[name]] == []
    found = {data.decode() for name, data in made.items() if name.startswith("pagefind/fragment/")}
    assert found == {
        name for name in made if name.endswith(("/fair/index.html", "/carpets/index.html", "/talks/index.html"))
    }
    assert "pagefind/pagefind-ui.css" not in made
    assert indexer == [True]


def test_the_index_is_made_again_only_where_pages_changed(asked, indexer):
    finished(asked)
    finished(asked)
    assert len(indexer) == 1
    (asked.root / "sources/2024-03-01-fair.txt").unlink()
    finished(asked)
    assert len(indexer) == 2
    assert len([name for name in asked.files("output") if name.startswith("pagefind/fragment/")]) == 4
    asked.edit("habar.toml", "search = true", "search = false")
    finished(asked)
    assert [name for name in asked.files("output") if "pagefind" in name or "search" in name] == []


def test_pages_that_others_built_are_in_the_index_of_the_next_command(asked, indexer):
    """``habar serve`` builds without the last step, and a command may be killed before it."""
    finished(asked)
    (asked.root / "sources/2024-03-01-fair.txt").unlink()
    build.run(asked.project)
    finished(asked)
    assert len(indexer) == 2
    assert [data for data in asked.files("output/pagefind").values() if b"fair" in data] == []


def test_an_index_with_texts_that_may_be_taken_back_does_not_stay(asked, indexer, monkeypatch):
    finished(asked)
    before = asked.files("output/pagefind").keys()
    withdraw.run(asked.project, "2024-03-01-fair", {"en": "x"}, date(2024, 3, 9), datetime(2024, 3, 9, tzinfo=UTC))

    def broken(site, into, *, keep_names):
        raise HabarError(problem("H314", Place("output"), "no room"))

    with monkeypatch.context() as patch:
        patch.setattr(search, "index", broken)
        assert [str(each) for each in finished(asked).problems] == ["output: error H314: no room"]
    assert asked.files("output/pagefind") == {}
    assert finished(asked).problems == []
    assert len(asked.files("output/pagefind")) == len(before) - 2


def test_an_index_that_cannot_be_made_is_told_and_the_pages_stay(asked, indexer, monkeypatch):
    def broken(site, into, *, keep_names):
        raise HabarError(problem("H314", Place("output"), "no room"))

    monkeypatch.setattr(search, "index", broken)
    assert [str(each) for each in finished(asked).problems] == ["output: error H314: no room"]
    assert "ru/2024/03/01/fair/index.html" in asked.files("output")


@pytest.mark.skipif(not search.available(), reason="the index is made by Pagefind (pip install 'habar[search]')")
def test_pagefind_makes_an_index_of_every_language(asked):
    assert finished(asked).problems == []
    made = asked.files("output/pagefind")
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= made.keys()
    assert len([name for name in made if name.startswith("fragment/")]) == 6
    assert {name.partition("_")[0] for name in made if name.endswith(".pf_meta")} == {"pagefind.en", "pagefind.ru"}


def test_pagefind_that_fails_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr(search, "MODULE", "no_module_of_this_name")
    (tmp_path / "site").mkdir()
    with pytest.raises(HabarError, match="H314"):
        search.index(tmp_path / "site", tmp_path / "into", keep_names=False)
