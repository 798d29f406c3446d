"""What a person's decision is worth: the money at stake, how open the question is, how many look at it."""

from __future__ import annotations

from math import log10
from typing import Final

LEAST_STAKE: Final = 0.1
"""A deal without a sum is worth something too."""
FULL_STAKE: Final = 10**10
"""US dollars from which on more money adds nothing."""
HISTORY: Final = 0.5
"""What a deal that is only recalled is worth beside one that is news."""


def stake(usd: float | None) -> float:
    """Return the money at stake as 0.1 to 1, by its logarithm: $1 million 0.17, $100 million 0.55, $10 billion 1."""
    if not usd or usd <= 0:
        return LEAST_STAKE
    share = log10(1 + usd / 1e6) / log10(1 + FULL_STAKE / 1e6)
    return LEAST_STAKE + (1 - LEAST_STAKE) * min(share, 1.0)


def doubt(probability: float) -> float:
    """Return how open a question is, 0 to 1: 1 at even odds, nothing where the answer is sure either way."""
    p = min(max(probability, 0.0), 1.0)
    return 4 * p * (1 - p)


def doubt_of_bits(bits: float) -> float:
    """Return the doubt in odds that are told as a base-2 logarithm."""
    return doubt(1 / (1 + 2.0 ** -min(max(bits, -60.0), 60.0)))


def worth(usd: float | None, doubt_: float, heat: float, *, background: bool = False) -> float:
    """Return stake · doubt · (1 + heat / 100), halved for history: 0 to 2, the larger the sooner."""
    found = stake(usd) * doubt_ * (1 + max(heat, 0.0) / 100)
    return round(found * (HISTORY if background else 1.0), 4)
