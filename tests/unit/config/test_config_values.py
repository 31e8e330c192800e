"""What a setting may be: tables with settings of their own."""

from __future__ import annotations

import pytest

from i18n.config import values
from i18n.config.typography import typography


def test_a_table_has_its_own_settings() -> None:
    own = values.table({"share": values.percent, "on": values.switch})
    assert own({"share": 80}) == {"share": 80}
    assert own({}) == {}


@pytest.mark.parametrize(
    ("given", "key", "said"),
    [
        ({"share": 101}, "share", "a whole number from 0 to 100, not 101"),
        ({"chare": 80}, "chare", "left out: the settings here are share"),
    ],
)
def test_what_is_wrong_in_a_table_is_said_of_its_key(given: object, key: str, said: str) -> None:
    with pytest.raises(values.InTableError) as caught:
        values.table({"share": values.percent})(given)
    assert (caught.value.key, str(caught.value)) == (key, said)


def test_a_table_must_be_one() -> None:
    with pytest.raises(ValueError, match="a table with the settings share"):
        values.table({"share": values.percent})(80)


@pytest.mark.parametrize(
    ("given", "key", "said"),
    [
        ({"japanese-years": "heisei"}, "japanese-years", "'gregorian', 'era' or 'both', not 'heisei'"),
        ({"hanging-prepositions": "no"}, "hanging-prepositions", "true or false, not 'no'"),
    ],
)
def test_wrong_typography_is_told(given: object, key: str, said: str) -> None:
    with pytest.raises(values.InTableError) as caught:
        typography(given)
    assert (caught.value.key, str(caught.value)) == (key, said)
