"""What an answer means for a source: news, nothing new, a failure to try again later, or the end of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus

from dealwire.core.intake.pace import DAY, FIRST, adapted, backed_off, jittered
from dealwire.model.fetching import Answer, Failure, Outcome
from dealwire.model.sources import Health, NewsSource

MISSING_FOR = timedelta(days=30)
"""A source that has answered "not found" for so long, and at least `MISSING_TIMES`, is retired."""

MISSING_TIMES = 10

SELDOMEST_FIXED = 7 * DAY
"""The longest interval that a source may be given."""

FURTHEST = timedelta(days=8)
"""No visit is planned further ahead than this: one that seems to be was planned by a clock that was wrong."""


@dataclass(frozen=True, slots=True)
class Found:
    """What reading an answer's body gave: new articles, those of them with deals, or why it can't be read."""

    new: int = 0
    deals: int = 0
    problem: str | None = None


def fresh(source: NewsSource, now: datetime) -> Health:
    """Return the health of a source that was never visited: due at once."""
    return Health(source.name, source.url, due=now, since=now, pace=_pace(source, FIRST))


def is_due(health: Health, now: datetime) -> bool:
    """Tell whether a source is to be visited."""
    return health.retired is None and (health.due <= now or health.due > now + FURTHEST)


def brings(answer: Outcome, health: Health, digest: str) -> bool:
    """Tell whether there is something to read in an answer: it went well, and is not what the source sent last time."""
    return isinstance(answer, Answer) and answer.status == HTTPStatus.OK and digest != health.digest


def after(
    source: NewsSource, health: Health, outcome: Outcome, found: Found, now: datetime, digest: str | None = None
) -> Health:
    """Return a source's health after a visit: what was answered, and what reading it gave."""
    visited = replace(health, tried=now, visits=health.visits + 1)
    if isinstance(outcome, Failure):
        return _failed(source, visited, outcome.reason, now)
    match outcome.status:
        case HTTPStatus.OK if found.problem is None:
            return _succeeded(source, visited, outcome, found, now, digest)
        case HTTPStatus.OK:
            return _failed(source, visited, found.problem or "", now)
        case HTTPStatus.NOT_MODIFIED:
            return _succeeded(source, visited, outcome, found, now, health.digest)
        case HTTPStatus.GONE:
            return replace(_failed(source, visited, "gone (410)", now), retired="the site says that it is gone (410)")
        case HTTPStatus.NOT_FOUND:
            return _missing(source, visited, now)
        case status:
            return _failed(source, visited, _words(status), now, outcome.retry_after)


def pushed(health: Health, found: Found, now: datetime) -> Health:
    """Return a source's health after its hub pushed something: when it is visited next stays as it is."""
    return replace(health, succeeded=now, items=health.items + found.new, deals=health.deals + found.deals)


def _succeeded(
    source: NewsSource, health: Health, answer: Answer, found: Found, now: datetime, digest: str | None
) -> Health:
    pace = _pace(source, adapted(health.pace, news=found.new > 0, max_age=answer.max_age))
    kept = answer.status == HTTPStatus.NOT_MODIFIED
    return replace(
        health,
        url=answer.moved or health.url,
        due=now + timedelta(seconds=jittered(pace, source.name, health.visits)),
        pace=pace,
        succeeded=now,
        failing_since=None,
        failures=0,
        trouble=None,
        etag=answer.etag or (health.etag if kept else None),
        modified=answer.modified or (health.modified if kept else None),
        digest=digest,
        items=health.items + found.new,
        deals=health.deals + found.deals,
    )


def _failed(
    source: NewsSource, health: Health, trouble: str, now: datetime, retry_after: float | None = None
) -> Health:
    failures = health.failures + 1
    wait = jittered(backed_off(health.pace, failures, retry_after), source.name, health.visits)
    wait = wait if retry_after is None else max(wait, retry_after)
    return replace(
        health,
        due=now + timedelta(seconds=min(wait, SELDOMEST_FIXED)),
        failures=failures,
        failing_since=health.failing_since or now,
        trouble=trouble,
    )


def _missing(source: NewsSource, health: Health, now: datetime) -> Health:
    failed = _failed(source, health, "not found (404)", now)
    since = failed.failing_since or now
    if failed.failures < MISSING_TIMES or now - since < MISSING_FOR:
        return failed
    return replace(failed, retired=f"not found (404) since {since.date()}, {failed.failures} times in a row")


def _pace(source: NewsSource, otherwise: float) -> float:
    return min(60.0 * source.every, SELDOMEST_FIXED) if source.every else otherwise


def _words(status: int) -> str:
    try:
        return f"{HTTPStatus(status).phrase.lower()} ({status})"
    except ValueError:
        return f"status {status}"
