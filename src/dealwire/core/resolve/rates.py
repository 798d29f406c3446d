"""Exchange rates as dated intervals, because no text says at which day's rate it converted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

Series = tuple[Sequence[int], Sequence[float]]
"""Days (proleptic ordinals, rising) and the units of a currency that one euro buys on each."""

Window = dict[int, tuple[float, float]]

WINDOW_DAYS = 31
"""A text that converts a sum uses a rate of about its time: this many days either side."""

NEAR_DAYS = 45
"""How far beyond the table's first or last day its nearest rate still holds as it is."""

DRIFT_PER_YEAR = 0.06
WIDEST_DRIFT = 0.5

PEGS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "AED": (3.67, 3.675),
        "SAR": (3.745, 3.76),
        "QAR": (3.63, 3.65),
        "OMR": (0.384, 0.3855),
        "BHD": (0.376, 0.377),
        "KWD": (0.29, 0.32),
        "JOD": (0.708, 0.71),
        "HKD": (7.74, 7.86),
        "MOP": (7.95, 8.12),
        "TWD": (27.5, 33.5),
        "VND": (22500.0, 26500.0),
    }
)
"""Units per US dollar of currencies that the ECB doesn't quote, pegged to the dollar or managed within a band.

Pegs of the Gulf states, Jordan, Hong Kong and Macau are official; the bands of the Taiwan dollar and the dong are
those of 2015 to 2025.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """A table of reference rates per euro. Empty, it knows only sums in one currency and the pegs to the dollar."""

    per_euro: Mapping[str, Series] = field(default_factory=dict)

    def rate(self, currency: str, on: date, into: str = "USD") -> tuple[float, float] | None:
        """Return the least and the most of `into` that a unit of `currency` bought about a date; None: unknown."""
        return _rate(self, currency, on, into)

    def work_out(self, currency: str, on: date, into: str = "USD") -> tuple[float, float] | None:
        """Return what `rate` does, without remembering it."""
        if currency == into:
            return 1.0, 1.0
        source, target = self._around(currency, on), self._around(into, on)
        if source and target:
            return _quotients(target, source)
        source, target = self._per_dollar(currency, on), self._per_dollar(into, on)
        return _quotients(target, source) if source and target else None

    def _per_dollar(self, currency: str, on: date) -> Window | None:
        if currency == "USD":
            return {0: (1.0, 1.0)}
        around, dollar = self._around(currency, on), self._around("USD", on)
        if around and dollar:
            return {0: _quotients(around, dollar)}
        return {0: PEGS[currency]} if currency in PEGS else None

    def _around(self, currency: str, on: date) -> Window | None:
        """Return the rates per euro about a date; beyond the table the nearest one, the less sure the farther away."""
        if currency == "EUR":
            return {0: (1.0, 1.0)}
        series = self.per_euro.get(currency)
        if series is None or not series[0]:
            return None
        days, rates = series
        day = on.toordinal()
        first, last = bisect_left(days, day - WINDOW_DAYS), bisect_right(days, day + WINDOW_DAYS)
        if first < last:
            return {days[i]: (rates[i], rates[i]) for i in range(first, last)}
        nearest = min(first, len(days) - 1)
        beyond = max(abs(days[nearest] - day) - NEAR_DAYS, 0)
        drift = min(beyond / 365 * DRIFT_PER_YEAR, WIDEST_DRIFT)
        return {0: (rates[nearest] * (1 - drift), rates[nearest] * (1 + drift))}


@lru_cache(maxsize=4096)
def _rate(rates: Rates, currency: str, on: date, into: str) -> tuple[float, float] | None:
    return rates.work_out(currency, on, into)


def _quotients(target: Window, source: Window) -> tuple[float, float]:
    """Divide rates day by day where both have the same days, else their extremes."""
    common = target.keys() & source.keys()
    pairs = [(target[day], source[day]) for day in common] or [(_extremes(target), _extremes(source))]
    return min(t[0] / s[1] for t, s in pairs), max(t[1] / s[0] for t, s in pairs)


def _extremes(window: Window) -> tuple[float, float]:
    return min(low for low, _ in window.values()), max(high for _, high in window.values())


NO_RATES = Rates()
