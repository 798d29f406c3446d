"""How far a deal has come: its history of statuses."""

from __future__ import annotations

from collections.abc import Sequence

from dealwire.core.resolve.reports import is_background
from dealwire.core.resolve.ruling import Ruling
from dealwire.core.resolve.support import support_of
from dealwire.model import Report, Status, StatusStep

_RANK = {Status.RUMOURED: 0, Status.IN_TALKS: 1, Status.ANNOUNCED: 2, Status.CLOSED: 3, Status.ABANDONED: 4}


def progress(told: Sequence[Report]) -> tuple[tuple[StatusStep, ...], Ruling]:
    """Return the steps by which a deal came on, and its status now.

    A deal only advances: a late rumour of an announced deal takes nothing back. A report that it was called off does;
    only later news that it is on again revives it, not a recollection.
    """
    steps: list[StatusStep] = []
    for report in sorted(told, key=lambda one: (one.known_at, _RANK[one.deal.status.value], one.id)):
        status = report.deal.status.value
        if not steps or _follows(steps[-1], report):
            steps.append(StatusStep(status, report.known_at, report.id))
    now = steps[-1].status
    claims = [(report.deal.status.value, support_of(report, report.deal.status)) for report in told]
    support = tuple(claim for status, claim in claims if status is now)
    against = tuple(claim for status, claim in claims if status is not now)
    rule = "called off since" if now is Status.ABANDONED and len(steps) > 1 else "as far as any report has it"
    return tuple(steps), Ruling(str(now), rule, support, against)


def _follows(last: StatusStep, report: Report) -> bool:
    status = report.deal.status.value
    if last.status is Status.ABANDONED:
        return status is not Status.ABANDONED and not is_background(report) and report.known_at > last.at
    return _RANK[status] > _RANK[last.status]
