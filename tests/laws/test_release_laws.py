"""Laws of the release: progress never takes a page away, and nothing appears before all that is required."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.release import STATES, Correction, Facts, Gate, Terms, decide, under_embargo

LOCALES = ("en", "tk", "ru", "ja")
percents = st.integers(0, 100)
zones = st.sampled_from([UTC, timezone(timedelta(hours=5))])
moments = st.builds(
    lambda hours, zone: datetime(2024, 1, 1, tzinfo=zone) + timedelta(hours=hours), st.integers(0, 48), zones
)
gates = st.fixed_dictionaries({locale: st.builds(Gate, percents, st.sampled_from(STATES)) for locale in LOCALES})
terms = st.builds(
    Terms,
    gates,
    st.lists(st.sampled_from(LOCALES), unique=True).map(tuple),
    st.none() | moments,
    st.just(()) | st.just((Correction(2, date(2024, 1, 2)),)),
    st.none(),
)
kept = st.none() | st.just(1)
facts = st.tuples(
    *(st.builds(Facts, st.just(locale), percents, st.integers(0, 2), st.booleans(), kept, kept) for locale in LOCALES)
)


@settings(max_examples=300, deadline=None)
@given(terms, facts, moments)
def test_every_language_goes_out_whole_or_says_why_not(terms, facts, now):
    decision = decide("b", terms, facts, now)
    said = {held.locale for held in decision.withheld}
    for locale in LOCALES:
        assert decision.shown.get(locale) == terms.version or said & {locale, ""}
    assert not (decision.hidden and decision.shown)
    assert len(said) == len(decision.withheld)


@settings(max_examples=300, deadline=None)
@given(terms, facts, moments)
def test_nothing_appears_before_all_that_is_required(terms, facts, now):
    decision = decide("b", terms, facts, now)
    there = {*decision.shown, *decision.stays}
    assert not there or set(terms.together) <= there
    assert not (there and under_embargo("b", terms, now))


@settings(max_examples=300, deadline=None)
@given(terms, facts, moments, st.integers(0, 3), percents, st.integers(0, 86400))
def test_progress_and_time_take_no_page_away(terms, facts, now, which, more, seconds):
    better = list(facts)
    better[which] = facts[which]._replace(share=max(facts[which].share, more), errors=0)
    old = decide("b", terms, facts, now)
    new = decide("b", terms, better, now + timedelta(seconds=seconds))
    before, after = old.shown, new.shown
    assert {*before, *old.stays} <= {*after, *new.stays}
    assert all(before[locale] <= after[locale] for locale in before)


@settings(max_examples=300, deadline=None)
@given(terms, facts, moments)
def test_what_readers_have_stays_unless_somebody_wants_it_away(terms, facts, now):
    decision = decide("b", terms, facts, now)
    assert not {*decision.shown} & {*decision.stays}
    there = {each.locale for each in facts if each.standing}
    assert decision.hidden or there <= {*decision.shown, *decision.stays}
