"""Sums are intervals: digits are a precision, hedges are open ends, currencies are dated rates."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.resolve.amounts import Interval, agree, comparable, in_own_currency, interval, rounding, usd
from dealwire.core.resolve.rates import PEGS, Rates
from dealwire.model import Money, Qualifier

DAY = date(2023, 10, 20)
DAYS = tuple(range(date(2023, 1, 2).toordinal(), date(2023, 12, 29).toordinal()))
RATES = Rates(
    {
        "USD": (DAYS, [1.05 + n * 1e-5 for n in range(len(DAYS))]),
        "CNY": (DAYS, [7.6 + n * 1e-4 for n in range(len(DAYS))]),
    }
)


def money(value: float, currency: str = "USD", qualifier: Qualifier = Qualifier.EXACT, **more: object) -> Money:
    return Money(int(value), currency, qualifier, **more)  # type: ignore[arg-type]


def agreeing(a: Money, b: Money) -> bool:
    first, second = comparable([(a, DAY), (b, DAY)], RATES)
    assert first is not None
    assert second is not None
    return agree(first, second)


@pytest.mark.parametrize(
    ("value", "slack"), [(342_000_000, 500_000), (340_000_000, 5_000_000), (10**9, 5 * 10**7), (1, 0.05), (0, 0)]
)
def test_the_last_digit_is_the_precision_within_bounds(value: int, slack: float) -> None:
    assert rounding(value) == pytest.approx(slack)


def test_round_figures_agree_with_what_they_round() -> None:
    assert agreeing(money(342e6), money(340e6))
    assert agreeing(money(1e9), money(1.04e9))
    assert not agreeing(money(1e9), money(1.4e9))
    assert not agreeing(money(300e6), money(500e6))


def test_hedges_open_an_end() -> None:
    assert agreeing(money(300e6, qualifier=Qualifier.AT_LEAST), money(342e6))
    assert not agreeing(money(400e6, qualifier=Qualifier.AT_LEAST), money(342e6))
    assert agreeing(money(400e6, qualifier=Qualifier.AT_MOST), money(342e6))
    assert agreeing(money(320e6, qualifier=Qualifier.ABOUT), money(342e6))
    assert agreeing(money(1e7, qualifier=Qualifier.RANGE, max=10**8), money(42e6))
    assert not agreeing(money(1e7, qualifier=Qualifier.RANGE, max=10**8), money(342e6))


def test_currencies_meet_at_the_rates_of_the_time() -> None:
    assert agreeing(money(2.5e9, "CNY"), money(342e6))
    assert not agreeing(money(2.5e9, "CNY"), money(400e6))


def test_an_equivalent_narrows_the_sum() -> None:
    both = money(2.5e9, "CNY", also=(money(342e6),))
    assert interval(both, DAY, RATES) == Interval(341.5e6, 342.5e6)
    assert agreeing(both, money(342e6))
    assert not agreeing(both, money(347e6))


def test_an_unknown_currency_compares_with_itself_only() -> None:
    assert agreeing(money(5e6, "XYZ"), money(5e6, "XYZ"))
    assert comparable([(money(5e6, "XYZ"), DAY), (money(5e6), DAY)], RATES)[0] is None


def test_a_common_currency_needs_no_rate() -> None:
    first, second = comparable([(money(5e6, "XYZ", also=(money(7e6, "QRS"),)), DAY), (money(7e6, "QRS"), DAY)])
    assert first == second


def test_rates_are_a_window_and_fade_beyond_the_table() -> None:
    low, high = RATES.rate("CNY", DAY) or (0, 0)
    assert 0 < low < high < low * 1.02
    later = RATES.rate("CNY", date(2028, 1, 1)) or (0, 0)
    assert later[0] < low < high < later[1]
    assert RATES.rate("ZZZ", DAY) is None
    assert RATES.rate("CNY", DAY, into="CNY") == (1.0, 1.0)


@pytest.mark.parametrize("currency", sorted(PEGS))
def test_pegs_stand_in_where_there_is_no_rate(currency: str) -> None:
    low, high = Rates().rate(currency, DAY) or (0, 0)
    assert 0 < low <= high
    assert (1 / high, 1 / low) == pytest.approx(PEGS[currency])


def test_dollars_to_sort_by() -> None:
    assert usd(money(2.5e9, "CNY", also=(money(342e6),)), DAY, RATES) == 342e6
    assert usd(money(2.5e9, "CNY"), DAY, RATES) == pytest.approx(342e6, rel=0.03)
    assert usd(money(1, "XYZ"), DAY, RATES) is None


sums = st.builds(
    lambda value, currency, qualifier: Money(
        value, currency, qualifier, max=value * 2 if qualifier is Qualifier.RANGE else None
    ),
    st.integers(1, 10**12),
    st.sampled_from(["USD", "CNY", "EUR", "AED"]),
    st.sampled_from(list(Qualifier)),
)


@given(sums)
def test_a_sum_agrees_with_itself_and_is_an_interval(one: Money) -> None:
    own = in_own_currency(one)
    assert 0 <= own.low <= own.high <= inf
    assert agreeing(one, one)


@given(sums, sums)
def test_agreement_has_no_order(a: Money, b: Money) -> None:
    assert agreeing(a, b) == agreeing(b, a)


@pytest.mark.parametrize("value", [10**400, -5])
@pytest.mark.parametrize("qualifier", list(Qualifier))
def test_absurd_sums_are_bounded(value: int, qualifier: Qualifier) -> None:
    absurd = Money(value, "CNY", qualifier, max=value * 2)
    assert in_own_currency(absurd).low >= 0
    assert interval(absurd, date.max, RATES) is not None
    assert (usd(absurd, date.min, RATES) or 0) >= 0
