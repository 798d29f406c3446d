"""How hot a story is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import exp2

HALF_LIFE = timedelta(days=2)
ORIGINS_FOR_HALF = 4

COLD = timedelta(days=28)
"""An origin as old as this weighs less than a ten-thousandth: a story without a later one is on no front page."""


def weights(origins: Iterable[datetime], at: datetime) -> list[tuple[datetime, float]]:
    """Return the origins known at a time, each with its weight then: 1 when fresh, half of it every two days."""
    return [(time, exp2((time - at) / HALF_LIFE)) for time in sorted(origins) if time <= at]


def heat(origins: Iterable[datetime], at: datetime) -> float:
    """Return a story's heat at a time, 0..100: independent origins, each losing half its weight every two days.

    `origins` are the times at which each independent origin first told it; those after `at` don't count. With w the
    sum of 2^(-age / 2 days), heat is 100 · (1 - 2^(-w / 4)): a single fresh report gives 16, four give 50, twelve
    give 88.
    """
    weight = sum(weight for _, weight in weights(origins, at))
    return round(100 * (1 - exp2(-weight / ORIGINS_FOR_HALF)), 2)
