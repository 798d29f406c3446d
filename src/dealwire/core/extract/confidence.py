"""From how sure a rule is to how often it is right: confidence as a share that a reader of the deal can count on.

A rule tells each value with a degree of its own, which orders the forms that it knows from plain to daring. What share
of the values of a degree is right has been counted on labelled texts, by language and field; `curves` holds the counts,
smoothed so that a surer degree never means less. This is the one place where degrees become confidences;
docs/explanation/extraction.md shows how they hold on texts that were not counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final, TypeVar

from dealwire.core.extract.curves import CURVES, Curve
from dealwire.model import DealReport, Reading, Told

T = TypeVar("T")

_TOLD: Final[Mapping[str, str]] = {
    "kind": "deal",
    "company": "company",
    "status": "status",
    "amount": "amount",
    "valuation": "valuation",
    "round": "round",
    "round_label": "round",
}
"""Field of a deal → the curve of its values. History and dates, which no labels tell, keep their rules' degrees."""


def calibrated(reading: Reading, lang: str) -> Reading:
    """Return a reading with the confidences of its deals as shares; in a language without curves, as it is."""
    curves = CURVES.get(lang)
    if curves is None or not (reading.deals or reading.nameless):
        return reading
    return replace(
        reading,
        deals=tuple(_deal(deal, curves) for deal in reading.deals),
        nameless=tuple(_deal(deal, curves) for deal in reading.nameless),
    )


def _deal(deal: DealReport, curves: Mapping[str, Curve]) -> DealReport:
    told: dict[str, Any] = {name: _told(getattr(deal, name), curves[curve]) for name, curve in _TOLD.items()}
    investors = tuple(_sure(backer, curves["investor"]) for backer in deal.investors)
    restated = tuple(_sure(sum_, curves["amount"]) for sum_ in deal.restated)
    confidence = share(curves["deal"], deal.confidence)
    return replace(deal, **told, investors=investors, restated=restated, confidence=confidence)


def _told(told: Told[T] | None, curve: Curve) -> Told[T] | None:
    return None if told is None else _sure(told, curve)


def _sure(told: Told[T], curve: Curve) -> Told[T]:
    return Told(told.value, told.start, told.end, told.quote, share(curve, told.confidence))


def share(curve: Curve, degree: float) -> float:
    """Return the share right of the values told with a degree (0..1)."""
    for (low, from_), (high, to) in pairwise(((0.0, 0.0), *curve)):
        if degree <= high:
            return round(from_ + (to - from_) * (degree - low) / (high - low), 3)
    return curve[-1][1]
