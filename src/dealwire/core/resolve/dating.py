"""When a deal was announced, and how much of that is known."""

from __future__ import annotations

from collections.abc import Sequence

from dealwire.core.records import plain
from dealwire.core.resolve.deal_profile import SLACK_DAYS, TENTATIVE, last_day, told_date
from dealwire.core.resolve.reports import is_background
from dealwire.core.resolve.ruling import Ruling
from dealwire.core.resolve.support import support_of
from dealwire.model import Kind, PartialDate, Precision, Report, Support

_IN_STEPS = frozenset({Kind.IPO, Kind.ACQUISITION})
_FINENESS = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2}


FIRST_NEWS = "the day of the first news of it"
"""The rule of a day that no text gives."""


def announced_on(told: Sequence[Report]) -> Ruling | None:
    """Return the day a text gives, else the day of the first news of it, else the month or year that is recalled.

    Talks and rumours date a deal only while there is no more than that.
    """
    firm = [report for report in told if report.deal.status.value not in TENTATIVE] or list(told)
    dates = [
        (when, support_of(report, report.deal.announced_on))
        for report in firm
        if report.deal.announced_on and (when := told_date(report))
    ]
    days = [(when, claim) for when, claim in dates if when.precision is Precision.DAY]
    news = _first_news(firm)
    steps = any(report.deal.kind.value in _IN_STEPS for report in told)
    if days:
        return _ruling(
            min(days, key=lambda pair: (pair[0].value, pair[1].report)), dates, "the day that a text gives", steps
        )
    finest = min(dates, key=lambda pair: (_FINENESS[pair[0].precision], pair[0].value, pair[1].report), default=None)
    if news and (finest is None or overlap(news[0], finest[0])):
        return _ruling(news, [*dates, news], FIRST_NEWS, steps)
    return _ruling(finest, dates, "as closely as any text has it", steps) if finest else None


def _first_news(reports: Sequence[Report]) -> tuple[PartialDate, Support] | None:
    dated = [
        (report.published, report.id, report) for report in reports if report.published and not is_background(report)
    ]
    if not dated:
        return None
    published, _, first = min(dated, key=lambda entry: entry[:2])
    when = PartialDate(published.date(), Precision.DAY)
    return when, support_of(first, first.deal.kind, plain(when))


def overlap(a: PartialDate, b: PartialDate) -> bool:
    """Tell whether two dates, as far as they are known, may be one, give or take a time zone and a night."""
    starts, ends = [one.value.toordinal() for one in (a, b)], [last_day(one).toordinal() for one in (a, b)]
    return max(starts) <= min(ends) + SLACK_DAYS


def _ruling(
    winner: tuple[PartialDate, Support], dates: Sequence[tuple[PartialDate, Support]], rule: str, in_steps: bool
) -> Ruling:
    when, claim = winner
    support = tuple(other for date, other in dates if overlap(date, when))
    against = tuple(other for date, other in dates if not overlap(date, when))
    # A listing is filed for, priced and opened, a purchase agreed and completed: their days differ without a conflict.
    return Ruling(claim.value, rule, support or (claim,), against, conflict=bool(against) and not in_steps)
