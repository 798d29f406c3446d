"""What a report says that helps to tell its deal from others, worked out once for each report."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dealwire.core.names import fold
from dealwire.core.resolve.reports import is_background
from dealwire.model import DealReport, Kind, Money, PartialDate, Precision, Report, Role, Round, Status

OrganisationOf = Callable[[str], str | None]

VAGUE_ROUNDS = frozenset({Round.SERIES_UNKNOWN, Round.UNDISCLOSED})
"""Stages that say only that none is told."""

TENTATIVE = frozenset({Status.RUMOURED, Status.IN_TALKS})

_LABEL_STEP = re.compile(
    r"(pre)?[\s\-–]*(?:series|round)?[\s\-–]*([a-j])(?![a-z])[\s\-–]*(\+{1,3}|plus|[1-9])?", re.IGNORECASE
)
_EXTENSION = re.compile(r"exten(?:sion|ded)|second close|follow-on|追加|扩展", re.IGNORECASE)


SLACK_DAYS = 3
"""Announced in one time zone, told in another, printed the day after."""


NEWS_DAYS = 31
"""What is news happened within so many days, where the text says no more than the month or the year."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A report reduced to what is compared. Days are ordinals.

    `step` is the round label's step within its series ("+", "pre"), None without a label. `first` and `last` bound
    the day of the deal where the report tells one (news: the article's day); both are None for a recalled deal
    without a date, and where the article has none. `known` is a day after which the deal can't lie. `tranche` is the
    part of the deal that is told, "" for the whole. `names` are the backers' folded names. `rank` puts first what was
    called off, which parts attempts, then what says most, then the earliest, then goes by id: the canonical order.
    """

    id: str
    article: str
    kind: Kind
    round: Round | None
    step: str | None
    amount: Money | None
    valuation: Money | None
    backers: frozenset[str]
    leads: frozenset[str]
    status: Status
    background: bool
    first: int | None
    last: int | None
    known: int
    tranche: str = ""
    names: frozenset[str] = frozenset()
    rank: tuple[Any, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        failed = self.status is Status.ABANDONED
        order = (self.background, self.first is None, not failed, -self.says, self.known, self.id)
        object.__setattr__(self, "rank", order)

    @property
    def says(self) -> int:
        """How much it says of the deal."""
        return 2 * (self.round is not None) + 2 * (self.amount is not None) + bool(self.backers)

    @property
    def bare(self) -> bool:
        """Whether it only recalls that there was such a deal."""
        return self.background and not self.tentative and self.says < 2

    @property
    def tentative(self) -> bool:
        """Whether the deal is only talked of."""
        return self.status in TENTATIVE

    @property
    def undated(self) -> bool:
        """Whether the day of the deal is unknown, or known no better than to the year."""
        return self.first is None or self.last is None or self.last - self.first > 31

    @property
    def on(self) -> date:
        """The day whose exchange rates apply."""
        return date.fromordinal(self.first if self.first is not None else self.known)


def last_day(told: PartialDate) -> date:
    """Return the last day that a date of some precision may mean."""
    match told.precision:
        case Precision.DAY:
            return told.value
        case Precision.MONTH:
            return told.value.replace(day=monthrange(told.value.year, told.value.month)[1])
        case _:
            return told.value.replace(month=12, day=31)


def step_of(label: str) -> str:
    """Return the step within its series that a round label names: "pre", "+", "2", "extension"; "" for none."""
    found = _LABEL_STEP.search(label)
    step = ((found[1] or "") + (found[3] or "")).lower().replace("plus", "+") if found else ""
    return step or ("extension" if _EXTENSION.search(label) else "")


def named_round(deal: DealReport) -> Round | None:
    """Return the stage that a report names; None for one merely inferred, as from who the only backer is."""
    if deal.round is None or deal.round.value in VAGUE_ROUNDS:
        return None
    inferred = deal.round.value is Round.CORPORATE_ROUND and deal.round_label is None
    return None if inferred else deal.round.value


def told_date(report: Report) -> PartialDate | None:
    """Return the date that a report gives its deal, unless it lies in the report's future."""
    if report.deal.announced_on is None:
        return None
    told = report.deal.announced_on.value
    return told if told.value.toordinal() <= report.known_at.date().toordinal() + SLACK_DAYS else None


def _day_bounds(report: Report) -> tuple[int | None, int | None]:
    known = report.known_at.date()
    news = report.published is not None and not is_background(report)
    told = told_date(report)
    if told is not None:
        first, last = told.value.toordinal(), max(last_day(told).toordinal(), told.value.toordinal())
        if news and first <= known.toordinal() <= last:  # "this year" is in the news soon after
            return max(first, known.toordinal() - NEWS_DAYS), known.toordinal()
        return first, last
    return (known.toordinal(), known.toordinal()) if news else (None, None)


def profile(report: Report, organisation_of: OrganisationOf) -> Profile:
    """Reduce a report to what is compared; backers count as the organisations that they are known to be."""

    def party(name: str) -> str:
        key = fold(name)
        return organisation_of(key) or key

    deal = report.deal
    first, last = _day_bounds(report)
    named = [told.value for told in deal.investors if told.value.role is not Role.ADVISER]
    return Profile(
        id=report.id,
        article=report.article,
        kind=deal.kind.value,
        round=named_round(deal),
        step=step_of(deal.round_label.value) if deal.round_label else None,
        amount=deal.amount.value if deal.amount else None,
        valuation=deal.valuation.value.money if deal.valuation else None,
        backers=frozenset(party(investor.name) for investor in named),
        leads=frozenset(party(investor.name) for investor in named if investor.role in (Role.LEAD, Role.ACQUIRER)),
        status=deal.status.value,
        background=is_background(report),
        first=first,
        last=last,
        known=report.known_at.date().toordinal(),
        tranche=report.tranche,
        names=frozenset(fold(investor.name) for investor in named),
    )
