"""Reading the dates that feeds, pages and records give, and refusing those that can't be."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

# As in 2026-03-13 17:35:52  +0800, in 2026/3/13 and in 2026年3月13日 17:35.
_NUMERIC = re.compile(
    r"(?P<year>\d{4})\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})\s?日?"
    r"(?:[T\s]{0,3}(?P<hour>\d{1,2})[:：时](?P<minute>\d{2})分?(?:[:：]?(?P<second>\d{2})(?:[.,]\d{1,9})?秒?)?)?"
    r"\s{0,3}(?P<zone>[A-Z]{1,5}|[+-]\d{2}:?\d{2})?\s*",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,6})?")
# The form of mail and RSS, as in Fri, 13 Mar 2026 17:35:52 +0800.
_INTERNET = re.compile(r"(?:[A-Za-z]{3,9},\s{0,3})?\d{1,2}\s[A-Za-z]{3}\s\d{2,4}\s\d")
# English prose, as in March 13, 2026, in Mar. 13, 2026, 5:30 PM and in Friday, 13 March 2026 at 17:35 UTC.
_WORDED = re.compile(
    r"(?:[A-Za-z]{3,9},\s{0,3})?"
    r"(?:(?P<month>[A-Za-z]{3,9})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<day_>\d{1,2})(?:st|nd|rd|th)?\s(?P<month_>[A-Za-z]{3,9})\.?)"
    r",?\s(?P<year>\d{4})"
    r"(?:,?\s(?:at\s)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s?(?P<half>[ap]\.?m\.?)?"
    r"\s?(?P<zone>[A-Z]{1,5}|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UNSET = datetime(1970, 1, 2, tzinfo=UTC)  # a clock that was never set tells its epoch
_CLOCK_SKEW = timedelta(days=1)
_LONGEST = 64


def parse(value: object) -> datetime | None:
    """Return the time that a value tells, in UTC, or None.

    A time without a zone is taken to be UTC; numbers are Unix times, in seconds or milliseconds.
    """
    try:
        found = _parse(value)
        return None if found is None else _utc(found)
    except (ValueError, OverflowError, OSError, IndexError, TypeError):  # the 45th of the 13th month, year 0, 10**300
        return None


def published(value: object, fetched_at: datetime) -> datetime | None:
    """Return when an article was published; None where that is not told, impossible, to come, or a clock never set."""
    found = parse(value)
    if found is None or found < _UNSET or found > fetched_at + _CLOCK_SKEW:
        return None
    return found


def _utc(value: datetime) -> datetime:
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _parse(value: object) -> datetime | None:
    match value:
        case datetime():
            return value
        case date():
            return datetime(value.year, value.month, value.day, tzinfo=UTC)
        case bool() | None:
            return None
        case int() | float():
            return _from_epoch(float(value))
        case str():
            return _from_text(value.strip())
        case _:
            return None


def _from_epoch(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds / 1000 if abs(seconds) >= 1e11 else seconds, tz=UTC)


def _from_text(text: str) -> datetime | None:
    if not text or len(text) > _LONGEST:
        return None
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    if text[:4].isdigit():
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return _from_numbers(text)
    return _from_words(text)


def _from_numbers(text: str) -> datetime | None:
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (
        int(match[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(match["zone"]))


def _zone(text: str | None) -> timezone:
    """Return the offset that is written; letters count as UTC, since half of them ("CST") mean two or three zones."""
    if text is None or text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _from_words(text: str) -> datetime | None:
    if _INTERNET.match(text):
        return parsedate_to_datetime(text)
    match = _WORDED.fullmatch(text)
    name = (match["month"] or match["month_"])[:3].lower() if match else ""
    if match is None or name not in _MONTHS:
        return None
    month = _MONTHS.index(name) + 1
    hour = int(match["hour"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    minute, second = int(match["minute"] or 0), int(match["second"] or 0)
    return datetime(
        int(match["year"]), month, int(match["day"] or match["day_"]), hour, minute, second, tzinfo=_zone(match["zone"])
    )
