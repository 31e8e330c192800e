"""Which languages of a bulletin go out: the decision and its reasons, as a table."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from i18n.release import Correction, Decision, Facts, Gate, Terms, Withdrawal, Withheld, decide

ASHGABAT = timezone(timedelta(hours=5))
SIX = datetime(2024, 1, 23, 18, 0, tzinfo=ASHGABAT)
GATES = {"en": Gate(), "ru": Gate(80, "reviewed"), "ja": Gate(100, "approved")}
ALL = [Facts("en", 100), Facts("ru", 80), Facts("ja", 100)]


def held(locale: str, why: str, message: str) -> Withheld:
    return Withheld("b", locale, why, message)


@pytest.mark.parametrize(
    ("terms", "facts", "decision"),
    [
        (Terms(GATES), ALL, Decision({"en": 1, "ru": 1, "ja": 1})),
        (
            Terms(GATES),
            [Facts("en", 100, errors=2), Facts("ru", 79), Facts("ja", 0, readable=False)],
            Decision(
                {},
                (
                    held("en", "errors", "2 errors, see below"),
                    held("ru", "gate", "79 % reviewed, needs 80 %"),
                    held("ja", "unreadable", "it cannot be read, see below"),
                ),
            ),
        ),
        (
            Terms(GATES, together=("en", "ja")),
            [Facts("en", 100), Facts("ru", 90), Facts("ja", 99)],
            Decision(
                {},
                (
                    held("en", "together", "goes out together with ja, which cannot go out yet"),
                    held("ru", "together", "goes out together with ja, which cannot go out yet"),
                    held("ja", "gate", "99 % approved, needs 100 %"),
                ),
                hidden=True,
            ),
        ),
        (
            Terms(GATES, together=("en", "ja")),
            [Facts("en", 100), Facts("ru", 0), Facts("ja", 100)],
            Decision({"en": 1, "ja": 1}, (held("ru", "gate", "0 % reviewed, needs 80 %"),)),
        ),
        (
            Terms(GATES, together=("en", "ja"), corrections=(Correction(2, date(2024, 2, 1)),)),
            [Facts("en", 100, earlier=1), Facts("ru", 0), Facts("ja", 50, earlier=1)],
            Decision(
                {"en": 2, "ja": 1},
                (
                    held("ru", "gate", "0 % reviewed, needs 80 %"),
                    held("ja", "gate", "50 % approved, needs 100 %; version 1 stays"),
                ),
            ),
        ),
        (
            Terms(GATES, together=("en", "ru")),
            [Facts("en", 100), Facts("ru", 0, readable=False, standing=1), Facts("ja", 50)],
            Decision(
                {"en": 1},
                (
                    held("ru", "unreadable", "it cannot be read, see below; its page stays as it is"),
                    held("ja", "gate", "50 % approved, needs 100 %"),
                ),
                stays=("ru",),
            ),
        ),
        (
            Terms(GATES, corrections=(Correction(2, date(2024, 2, 1)),)),
            [Facts("en", 9, earlier=1, standing=2), Facts("ru", 0, earlier=1, standing=1), Facts("ja", 50, standing=1)],
            Decision(
                {"ru": 1},
                (
                    held("en", "gate", "9 % translated, needs 100 %; its page stays as it is"),
                    held("ru", "gate", "0 % reviewed, needs 80 %; version 1 stays"),
                    held("ja", "gate", "50 % approved, needs 100 %; its page stays as it is"),
                ),
                stays=("en", "ja"),
            ),
        ),
        (
            Terms(GATES, embargo=SIX),
            ALL,
            Decision({}, (held("", "embargo", "embargo until 2024-01-23 18:00+05:00"),), hidden=True),
        ),
        (
            Terms(GATES, withdrawal=Withdrawal(date(2024, 2, 1))),
            (),
            Decision({}, (held("", "withdrawn", "withdrawn on 2024-02-01"),)),
        ),
        (
            Terms(GATES, embargo=SIX, withdrawal=Withdrawal(date(2024, 2, 1))),
            (),
            Decision({}, (held("", "embargo", "embargo until 2024-01-23 18:00+05:00"),), hidden=True),
        ),
    ],
    ids=[
        "all ready",
        "none ready",
        "together waits",
        "together goes",
        "a correction",
        "a page stays",
        "a page or an earlier version stays",
        "embargo",
        "withdrawn",
        "both",
    ],
)
def test_what_goes_out(terms, facts, decision):
    assert decide("b", terms, facts, datetime(2024, 1, 23, 12, 59, 59, tzinfo=UTC)) == decision


@pytest.mark.parametrize(
    ("now", "out"),
    [
        (datetime(2024, 1, 23, 12, 59, 59, tzinfo=UTC), False),
        (datetime(2024, 1, 23, 13, 0, tzinfo=UTC), True),
        (datetime(2024, 1, 23, 22, 0, tzinfo=timezone(timedelta(hours=9))), True),
        (datetime(2024, 1, 23, 18, 0, tzinfo=timezone(timedelta(hours=9))), False),
        (None, False),
    ],
)
def test_an_embargo_ends_at_its_moment_in_every_zone(now, out):
    assert bool(decide("b", Terms(GATES, embargo=SIX), ALL, now).shown) is out
