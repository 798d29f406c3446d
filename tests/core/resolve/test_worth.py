"""What a decision is worth."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.resolve.worth import doubt, doubt_of_bits, stake, worth


def test_money_doubt_and_heat_each_raise_it() -> None:
    assert worth(1e9, 1.0, 50) > worth(1e6, 1.0, 50) > worth(None, 1.0, 50)
    assert worth(1e9, 1.0, 50) > worth(1e9, 0.5, 50)
    assert worth(1e9, 1.0, 50) > worth(1e9, 1.0, 0) == worth(1e9, 1.0, -1)
    assert worth(1e9, 1.0, 50, background=True) == pytest.approx(worth(1e9, 1.0, 50) / 2)


def test_a_question_is_most_open_at_even_odds() -> None:
    assert doubt(0.5) == doubt_of_bits(0) == 1
    assert doubt(1) == doubt(0) == 0
    assert doubt_of_bits(3) == pytest.approx(doubt_of_bits(-3))


@settings(deadline=None)
@given(st.one_of(st.none(), st.floats(allow_nan=False)), st.floats(allow_nan=False), st.floats(0, 100))
def test_it_stays_within_bounds(usd: float | None, bits: float, heat: float) -> None:
    assert 0.1 <= stake(usd) <= 1
    assert 0 <= worth(usd, doubt_of_bits(bits), heat) <= 2
