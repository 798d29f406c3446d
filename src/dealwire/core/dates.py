"""Dates as people write them to narrow a list: a day, or a month or year for all of its days."""

from __future__ import annotations

from calendar import monthrange
from contextlib import suppress
from datetime import UTC, date, datetime

from dealwire.errors import UsageError


def first_day(text: str | None) -> date | None:
    """Read a date, or a part of one as the first day of it."""
    span = _span(text)
    return span and span[0]


def last_day(text: str | None) -> date | None:
    """Read a date, or a part of one as the last day of it."""
    span = _span(text)
    return span and span[1]


def _span(text: str | None) -> tuple[date, date] | None:
    if text is None:
        return None
    with suppress(ValueError):
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
        return day, day
    with suppress(ValueError):
        first = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC).date()
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    with suppress(ValueError):
        first = datetime.strptime(text, "%Y").replace(tzinfo=UTC).date()
        return first, first.replace(month=12, day=31)
    raise UsageError(f"{text!r} is no date: write 2024-02-27, 2024-02 or 2024")
