"""The laws of the import: twice is once, ids are valid, nothing outside ``sources/`` is touched, no byte is changed."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import ids
from i18n.problems import HabarError
from i18n.workflow import importing
from tests.conftest import SETTINGS, Workplace

law = settings(max_examples=40, deadline=None)

letters = st.characters(exclude_categories=["Cs"])
titles = st.text(letters, max_size=80) | st.sampled_from(["A fair in Mary", "Ярмарка", "日本の会談", "../../x", "site"])
bodies = st.sampled_from(["The ministers met in Tokyo.", "Министры встретились в Токио.", "大臣は述べた。", ""])
days = st.sampled_from([" date 2024-01-23 23 January 2024\n\n", "24 ýanwar 2024\n\n", " date 2024-02\n\n", ""])
arrivals = st.lists(st.tuples(days, titles, bodies), min_size=1, max_size=4)
wished = st.sampled_from([None, None, None, "talks", "../x", "a/b", "site", "..", "", "x\0"])


@law
@given(
    st.text(letters, max_size=500) | st.text("aşия -", min_size=150, max_size=300),
    st.dates() | st.none(),
    st.sampled_from(["en", "tk", "ru", "ja", "pt-BR"]),
)
def test_a_proposed_id_is_valid_and_short(text: str, day: date | None, locale: str) -> None:
    proposed = ids.propose(text, day, locale)
    assert ids.fault(proposed) is None
    assert len(proposed) <= 71
    assert proposed == ids.propose(text, day, locale)


@law
@given(arrivals, wished, st.sampled_from([None, "ru"]), st.booleans())
def test_importing_twice_is_importing_once(
    texts: list[tuple[str, str, str]], name: str | None, locale: str | None, replace: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Workplace(Path(folder))
        place.write("project/habar.toml", SETTINGS)
        place.write("project/sources/2024-01-23-fair-mary.txt", " date 2024-01-23\n\nA fair in Mary\n\nIt opened.\n")
        for number, (day, title, body) in enumerate(texts):
            place.write(f"in/{number}.txt", f"{day}{title}\n\n{body}\n")
        before = place.files()
        project = Workplace(Path(folder) / "project").project
        paths = [Path(folder) / "in" / f"{number}.txt" for number in range(len(texts))]
        try:
            first = importing.run(project, paths, importing.Wish(name, locale, replace))
        except HabarError as refused:
            assert [found.code for found in refused.problems] == ["H108"]
            assert place.files() == before
            return
        after = place.files()
        written = {path for path in after if after[path] != before.get(path)}
        assert all(path.startswith("project/sources/") for path in written)
        assert set(before) <= set(after)
        # Every file lies where the report says, with the bytes that arrived, under a valid id.
        for found in first.done:
            assert after[f"project/{found.name}"] == Path(found.arrived).read_bytes()
            assert ids.fault(found.document.id) is None
        # What went through once is there, and nothing changes any more.
        done = [Path(found.arrived) for found in first.done]
        again = importing.run(project, done, importing.Wish(name, locale))
        assert ([found.outcome for found in again.done], again.problems) == (["there"] * len(done), [])
        assert place.files() == after


@law
@given(arrivals)
def test_a_dry_run_says_the_same_and_writes_nothing(texts: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Workplace(Path(folder))
        place.write("habar.toml", SETTINGS)
        for number, (day, title, body) in enumerate(texts):
            place.write(f"in/{number}.txt", f"{day}{title}\n\n{body}\n")
        paths = [place.root / "in" / f"{number}.txt" for number in range(len(texts))]
        before = place.files()
        dry = importing.run(place.project, paths, importing.Wish(dry_run=True))
        assert place.files() == before
        real = importing.run(place.project, paths, importing.Wish())
        assert (dry.done, dry.problems) == (real.done, real.problems)
