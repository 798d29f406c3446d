"""Reconciling what reports say of a sum: the most precise of those that agree speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dealwire.core.resolve.amounts import Interval, agree, comparable, in_own_currency
from dealwire.core.resolve.deal_profile import TENTATIVE
from dealwire.core.resolve.origins import Origins
from dealwire.core.resolve.rates import Rates
from dealwire.core.resolve.ruling import Ruling
from dealwire.core.resolve.support import support_of
from dealwire.model import Basis, Money, Report, Support, Told, Valuation

MOST_PRECISE = "the most precise of those that agree"
ONLY_ONE = "the only one told"
MOST_ORIGINS = "told by most independent origins, then most precise"


@dataclass(frozen=True, slots=True)
class _Sum:
    """One report's sum: the interval is in a currency common to all, or None where no rate is known."""

    money: Money
    basis: Basis | None
    claim: Support
    interval: Interval | None
    tentative: bool
    order: int

    @property
    def looseness(self) -> tuple[Any, ...]:
        """Least for the sum that says most: the most precise, then that given in more currencies, then the first.

        Precision is that of the writer's digits: a rate's spread says nothing of how well a paper knew the sum.
        """
        width = min(in_own_currency(one).width for one in (self.money, *self.money.also))
        return self.tentative, round(width, 4), -len(self.money.also), self.order

    def agrees(self, other: _Sum) -> bool:
        if Basis.PRE in (self.basis, other.basis) and Basis.POST in (self.basis, other.basis):
            return False
        if self.interval is None or other.interval is None:
            return (self.money.value, self.money.currency) == (other.money.value, other.money.currency)
        return agree(self.interval, other.interval)

    def contradicts(self, other: _Sum) -> bool:
        """Tell whether two sums can't both be right: the same thing told as fact, in intervals that don't meet."""
        if self.tentative or other.tentative or self.interval is None or other.interval is None:
            return False
        bases = {self.basis, other.basis} - {Basis.UNSPECIFIED, None}
        return len(bases) < 2 and not agree(self.interval, other.interval)


def reconcile_sums(
    told: Sequence[Report], name: Literal["amount", "valuation"], rates: Rates, origins: Origins
) -> Ruling | None:
    """Reconcile the amounts or valuations that reports (in order of time) tell; None where none does.

    Sums of mere talks give way to those of the deal as announced, without a conflict.
    """
    sums = _sums(told, name, rates)
    if not sums:
        return None
    firm = [one for one in sums if not one.tentative] or sums
    camps = [[other for other in firm if other.agrees(one)] for one in firm]

    def standing(n: int) -> tuple[Any, ...]:
        return -origins.weight(one.claim for one in camps[n]), firm[n].looseness

    speaker = min(camps[min(range(len(firm)), key=standing)], key=lambda one: one.looseness)
    support = tuple(one.claim for one in sums if one.agrees(speaker))
    against = tuple(one.claim for one in sums if not one.agrees(speaker))
    conflict = any(speaker.contradicts(one) for one in sums)
    rule = ONLY_ONE if len(sums) == 1 else MOST_ORIGINS if conflict else MOST_PRECISE
    return Ruling(speaker.claim.value, rule, support, against, conflict)


def _sums(told: Sequence[Report], name: Literal["amount", "valuation"], rates: Rates) -> list[_Sum]:
    found: list[tuple[Report, Told[Money] | Told[Valuation], Money, Basis | None]] = []
    for report in told:
        amount, valuation = report.deal.amount, report.deal.valuation
        if name == "amount" and amount:
            found += [(report, sum_, sum_.value, None) for sum_ in (amount, *report.deal.restated)]
        elif name == "valuation" and valuation:
            found.append((report, valuation, valuation.value.money, valuation.value.basis))
    intervals = comparable([(money, _rates_of(report)) for report, _, money, _ in found], rates)
    return [
        _Sum(money, basis, support_of(report, value), interval, report.deal.status.value in TENTATIVE, n)
        for n, ((report, value, money, basis), interval) in enumerate(zip(found, intervals, strict=True))
    ]


def _rates_of(report: Report) -> date:
    """The day whose exchange rates a report's sum is compared at: that of the deal where told, else of the article."""
    told = report.deal.announced_on
    return told.value.value if told else report.known_at.date()
