"""A deal that closes in parts: a first close, a second, the extension of a round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dealwire.core.resolve.amounts import agree, comparable
from dealwire.core.resolve.dating import announced_on
from dealwire.core.resolve.origins import Origins
from dealwire.core.resolve.parts import ENLARGED, FINAL, PARTS, WHOLE
from dealwire.core.resolve.rates import Rates
from dealwire.core.resolve.sums import reconcile_sums
from dealwire.model import Report, Tranche

NEAR_DAYS: Final = 45
"""A report that names no part tells that of the same sum in these days."""


def parted(told: Sequence[Report], rates: Rates) -> dict[str, list[Report]]:
    """Return a deal's reports by the part that each tells, in the order of parts; one entry where it is told whole."""
    parts: dict[str, list[Report]] = {}
    named = [report for report in told if report.tranche in PARTS]
    for report in told:
        parts.setdefault(report.tranche or _part(report, named, rates), []).append(report)
    order = (WHOLE, *PARTS, ENLARGED, FINAL)
    return {name: parts[name] for name in order if name in parts}


def _part(report: Report, named: Sequence[Report], rates: Rates) -> str:
    """Return the part of which a report that names none gives the sum, in the same days."""
    for other in sorted(named, key=lambda one: (one.known_at, one.id)):
        if report.deal.amount and other.deal.amount and abs((report.known_at - other.known_at).days) <= NEAR_DAYS:
            sums = [(one.deal.amount.value, one.known_at.date()) for one in (report, other) if one.deal.amount]
            first, second = comparable(sums, rates)
            if first and second and not first.open and not second.open and agree(first, second):
                return other.tranche
    return WHOLE


def speaking(parts: dict[str, list[Report]]) -> list[Report]:
    """Return the reports whose sum is the deal's: of its enlarged or final size, else of the whole, else of a part."""
    for name in (ENLARGED, FINAL, WHOLE, *PARTS):
        if any(report.deal.amount for report in parts.get(name, ())):
            return parts[name]
    return [report for reports in parts.values() for report in reports]


def tranches(parts: dict[str, list[Report]], rates: Rates, origins: Origins) -> tuple[Tranche, ...]:
    """Return the parts of a deal with amount, day and reports; none where no report names a part."""
    if not any(name in PARTS for name in parts):
        return ()
    found = []
    for name, reports in parts.items():
        amount = reconcile_sums(reports, "amount", rates, origins)
        day = announced_on(reports)
        ids = tuple(report.id for report in reports)
        found.append(Tranche(name or "whole", amount and amount.value, day and day.value, ids))
    return tuple(found)
