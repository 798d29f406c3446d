"""Sums of money as intervals: what a writer's digits, hedges and currency leave open.

"$342 million" is 341.5 to 342.5 million, since the digits that a writer gives are a precision; "at least" is an open
end; another currency is a rate on a date with its spread. Two reports agree where their intervals meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from dealwire.core.resolve.rates import NO_RATES, Rates
from dealwire.model import Money, Qualifier

WIDEST_ROUNDING = 0.05
"""A round figure is trusted to this share: "$1 billion" may be 0.95 to 1.05 billion, not 1.4."""

LARGEST = 10**18
"""More than all the money there is, in any currency."""

ABOUT = 0.1
"""How far off "about" and "nearly" may be."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The least and the most that a sum can be, in one currency; `high` is infinite for "at least"."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """Relative width: 0 for a single value, infinite for an open end."""
        return (self.high - self.low) / self.high if 0 < self.high < inf else inf

    @property
    def open(self) -> bool:
        """Whether an end is open: "at least", "up to"."""
        return self.high == inf or self.low == 0

    @property
    def centre(self) -> float:
        """The middle, or the known end of an open interval: what the writer put down, nearly."""
        return self.low if self.high == inf else self.high if self.low == 0 else (self.low + self.high) / 2

    def scaled(self, low: float, high: float) -> Interval:
        """Multiply by a rate that lies between `low` and `high`."""
        return Interval(self.low * low, self.high * high)

    def meet(self, other: Interval) -> Interval | None:
        """Return what two intervals share."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None


def bounded(value: int) -> int:
    """Return a sum within what any deal can be: a text may hold a figure of a thousand digits."""
    return max(0, min(value, LARGEST))


def rounding(value: int) -> float:
    """Return how far the true sum may be off the written one: half a unit of its last digit but zeros, bounded."""
    digits = str(abs(value))
    unit = 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value else 0.0
    return min(unit / 2, abs(value) * WIDEST_ROUNDING)


def in_own_currency(money: Money) -> Interval:
    """Return the interval that a sum's own words leave open, in its own currency."""
    value = bounded(money.value)
    slack = rounding(value)
    low, high = value - slack, value + slack
    match money.qualifier:
        case Qualifier.ABOUT:
            return Interval(value * (1 - ABOUT), value * (1 + ABOUT))
        case Qualifier.AT_LEAST:
            return Interval(low, inf)
        case Qualifier.AT_MOST:
            return Interval(0.0, high)
        case Qualifier.RANGE:
            top = value if money.max is None else bounded(money.max)
            return Interval(min(low, top), max(top + rounding(top), low))
        case _:
            return Interval(low, high)


def interval(money: Money, on: date, rates: Rates = NO_RATES, into: str = "USD") -> Interval | None:
    """Return a sum as an interval in one currency, narrowed by its equivalents in others; None without a rate."""
    result: Interval | None = None
    for one in (money, *money.also):
        rate = rates.rate(one.currency, on, into)
        if rate is not None:
            found = in_own_currency(one).scaled(*rate)
            result = found if result is None else result.meet(found) or result
    return result


def agree(a: Interval, b: Interval) -> bool:
    """Tell whether two intervals of one currency meet."""
    return a.meet(b) is not None


def rounded_alike(a: Interval, b: Interval) -> bool:
    """Tell whether one figure may be the other, rounded: 665 is "670"; "340" and "350" meet, and are two."""
    return a.low <= b.centre <= a.high or b.low <= a.centre <= b.high


def currencies(money: Money) -> frozenset[str]:
    """Return the currencies that a sum is given in."""
    return frozenset({money.currency, *(one.currency for one in money.also)})


def comparable(sums: Sequence[tuple[Money, date]], rates: Rates = NO_RATES) -> list[Interval | None]:
    """Return sums as intervals of one currency: one that all are given in, so that no rate blurs them, else dollars."""
    if not sums:
        return []
    common = frozenset.intersection(*(currencies(money) for money, _ in sums))
    if not common:
        return [interval(money, on, rates) for money, on in sums]
    into = "USD" if "USD" in common else min(common)
    return [_given_in(money, into) for money, _ in sums]


def _given_in(money: Money, currency: str) -> Interval | None:
    return next((in_own_currency(one) for one in (money, *money.also) if one.currency == currency), None)


def usd(money: Money, on: date, rates: Rates = NO_RATES) -> float | None:
    """Return a sum in US dollars at a date, to filter and sort by: the figure as written, at the middle rate."""
    for one in (money, *money.also):
        if one.currency == "USD":
            return float(bounded(one.value))
    rate = rates.rate(money.currency, on)
    return None if rate is None else bounded(money.value) * (rate[0] + rate[1]) / 2
