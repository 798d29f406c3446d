"""What changed in a deal, from what to what, when, and by which report or decision: its reports told one by one.

A deal is reconciled from the reports that could be known at each moment in turn; what differs from the moment before is
a change. So changes derive from facts, as deals do: a rebuild, or another order of arrival, gives the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from dealwire.core.resolve.judgements import about
from dealwire.core.resolve.reconcile import FIELDS
from dealwire.model import Deal, Judgement, Report

UNSAID: Final = frozenset({"verbatim", "also", "named_by"})
"""What may differ in a value while it says the same."""

Reconcile = Callable[[Sequence[Report], Sequence[Judgement]], Deal]
TimeOf = Callable[[Report], datetime]


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a deal before and after (plain JSON, None for no value), and why.

    `at` is when the change could be known, `learned_at` when dealwire could know it. The cause is a report of an
    article, or a person's judgement.
    """

    field: str
    before: Any
    after: Any
    at: datetime
    learned_at: datetime
    report: Report | None = None
    judgement: Judgement | None = None

    @property
    def order(self) -> tuple[str, str, int]:
        """The place in a stream of what is learnt: by time, then by cause, then by field."""
        cause = self.report.id if self.report else self.judgement.id if self.judgement else ""
        return self.learned_at.isoformat(timespec="microseconds"), cause, FIELDS.index(self.field)


def known(report: Report) -> datetime:
    """When the world could know a report."""
    return report.known_at


def learned(report: Report) -> datetime:
    """When dealwire could know a report."""
    return report.learned_at or report.known_at


def changes(
    reports: Sequence[Report], judgements: Sequence[Judgement], reconcile: Reconcile, time_of: TimeOf = known
) -> Iterator[Change]:
    """Yield the changes of one deal in the order of time: as the world knew it, or with `learned` as dealwire did.

    `judgements` are those in force; those on fields of the deal's reports are causes too.
    """
    ids = {report.id for report in reports}
    corrections = [judgement for judgement in about(judgements, "field") if judgement.a in ids]
    moments = sorted({*map(time_of, reports), *(judgement.at for judgement in corrections)})
    first = min(moments, default=None)
    before: Mapping[str, Any] = {}
    for moment in moments:
        told = [report for report in reports if time_of(report) <= moment]
        judged = [judgement for judgement in corrections if judgement.at <= moment]
        if not told:
            continue
        deal = reconcile(told, judged)
        after = {name: field.value for name, field in deal.fields.items()}
        for name in FIELDS:
            was, now = before.get(name), after.get(name)
            if _meaning(was) != _meaning(now):
                cause = _decision(name, moment, corrections, before=moment == first)
                report = None if cause else _report(deal, name, [r for r in told if time_of(r) == moment])
                if report or cause:
                    seen = learned(report) if report else moment
                    yield Change(name, was, now, known(report) if report else moment, seen, report, cause)
        before = after


def _decision(name: str, moment: datetime, judged: Sequence[Judgement], *, before: bool) -> Judgement | None:
    """Return the correction of a field made at a moment; of a deal's first moment the reports are the cause."""
    return None if before else next((j for j in judged if j.b == name and j.at == moment), None)


def _report(deal: Deal, name: str, new: Sequence[Report]) -> Report | None:
    """Return, of the new reports, the first that says what a field now holds, else the first."""
    ordered = sorted(new, key=lambda report: report.id)
    field = deal.fields.get(name)
    wanted = _meaning(field.value) if field else None
    saying = {claim.report for claim in field.support if _meaning(claim.value) == wanted} if field else set()
    return next((report for report in ordered if report.id in saying), ordered[0] if ordered else None)


def _meaning(value: Any) -> Any:  # noqa: ANN401 - plain JSON
    """Return a value without what only words it otherwise."""
    match value:
        case dict():
            return {key: _meaning(part) for key, part in value.items() if key not in UNSAID}
        case list():
            return [_meaning(part) for part in value]
        case _:
            return value
