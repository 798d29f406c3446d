"""Dates as news tells them: absolute, or relative to the day of publication, each as precise as its words.

Nothing is guessed: a day without a year counts only where the day of publication, or a year before it in the
text, is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Final

from dealwire.model import PartialDate, Precision, Told

EARLIEST: Final = 1800
LATEST: Final = 2100

_MONTHS: Final = {
    name: i
    for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_WEEKDAYS: Final = {
    name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
_HAN_WEEKDAYS: Final = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_QUARTER: Final = timedelta(days=92)
"""A day without a year that lies further ahead than this is of the year before."""

_YEAR: Final = r"(?:1[89]|20)\d\d"
_ORDINAL: Final = r"(?:st|nd|rd|th)?"

_MONTH: Final = re.compile(
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
    rf"(?![A-Za-z])\.?(?:[ ](?P<day>[0-3]?\d){_ORDINAL}(?![\d.%:])(?:[ ]?,?[ ](?P<day_year>{_YEAR})(?!\d))?|[ "
    rf"]?,?[ ](?:of[ ])?(?P<year>{_YEAR})(?!\d))?"
)
_DAY_BEFORE: Final = re.compile(rf"(?<![\d.,$€£-])(?P<day>[0-3]?\d){_ORDINAL}[ ](?:of[ ])?\Z")
_IN_BEFORE: Final = re.compile(r"(?:[Ii]n|[Ss]ince|[Ll]ast|[Tt]his|[Ll]ate|[Ee]arly|[Uu]ntil|[Bb]y|[Oo]f|[Mm]id)[- ]\Z")
_YEAR_BEFORE: Final = re.compile(
    r"(?i:\b(?:in|since|during|by|of|until|till|from|before|after|late|early|mid|to|and|year|through|around"
    r"|(?:first|second|third|fourth)[ ]quarter[ ]of|Q[1-4],?)[- ])\Z"
)
_BARE_YEAR: Final = re.compile(
    rf"{_YEAR}(?![\d%]|[,.]\d|[-–/年]|[ ]?[-–][ ]?\d|[ ](?i:million|billion|people|employees|users|companies))"
)
_ISO: Final = re.compile(r"20\d\d-[01]\d-[0-3]\d(?![\d-])")
_RELATIVE: Final = re.compile(
    r"(?P<day>today|yesterday|Today|Yesterday|this (?:morning|afternoon|evening))"
    r"|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|(?P<month>(?:[Ee]arlier |[Ll]ater )?this month|last month)"
    r"|(?P<year>(?:[Ee]arlier |[Ll]ater )?this year|(?<!from )(?<!than )(?<!with )(?:last year|a year ago))"
)
_RELATIVE_MARKS: Final = ("day", "month", "year", "morning", "evening", "noon")
_LAST: Final = re.compile(r"[Ll]ast[ ]\Z")

_HAN: Final = re.compile(
    r"\d{4}(?<!\d\d\d\d\d)(?<=(?P<year>(?:1[89]|20)\d\d))[ ]?年(?![前后])(?:初|底|末|中|春|夏|秋|冬)?(?:[ "
    r"]?(?P<month>1[0-2]|0?[1-9])[ ]?月(?:份|底|初|中旬|下旬|上旬|[ ]?(?P<day>[0-3]?\d)[ ]?[日号])?)?"
    r"|(?P<which>今年|去年|前年|同年|当年|本月|上月|上个月|这个月)(?:(?P<which_month>1[0-2]|0?[1-9])[ ]?月(?:份|底"
    r"|初|[ ]?(?P<which_day>[0-3]?\d)[ ]?[日号])?)?"
    r"|(?P<alone_month>\d{1,2})[ ]?月[ ]?(?P<alone_day>[0-3]?\d)[ ]?[日号]"
    r"|(?P<near>今日|今天|昨日|昨天|前天|今晨|今早)|(?P<week>[本上这]?(?:周"
    r"|星期)(?P<weekday>[一二三四五六日天]))(?![年报刊])"
)
_NOT_BEFORE_MONTH: Final = frozenset("0123456789.第")
_CONTEXT_YEAR: Final = re.compile(
    rf"(?:(?i:earlier|so far|later|to date|already|late|early) (?i:this year, |in ))(?P<year>{_YEAR})(?!\d)"
    rf"|(?P<since>{_YEAR})[ ]?年(?:以来|至今|迄今|开年|年初至今)|今年[（(](?P<now>{_YEAR})[ ]?年?[）)]|进入[ "
    rf"]?(?P<into>{_YEAR})[ ]?年"
)


def find_dates(content: str, published: date | None) -> tuple[Told[PartialDate], ...]:
    """Return the dates of a text, in order and apart from each other; impossible ones (February 30) are left out.

    Words such as "today" and days without a year are read against `published`, and left out where it is None.
    """
    found = sorted(
        chain(
            _months(content, published),
            _years(content),
            _isos(content),
            _relatives(content, published),
            _chinese(content, published),
        ),
        key=lambda told: (told.start, -told.end),
    )
    apart: list[Told[PartialDate]] = []
    for told in found:
        if not apart or told.start >= apart[-1].end:
            apart.append(told)
    return tuple(apart)


def context_year(content: str) -> Told[int] | None:
    """Return the year in which an undated text was evidently written, or None: "earlier in 2024", 2024年以来."""
    match = _CONTEXT_YEAR.search(content)
    if match is None:
        return None
    return Told(int(match[str(match.lastgroup)]), match.start(), match.end(), match[0], 0.8)


def _told(content: str, start: int, end: int, value: PartialDate | None) -> Iterator[Told[PartialDate]]:
    if value:
        yield Told(value, start, end, content[start:end])


def _date(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """Return a date as precise as its parts, or None if there is no such day."""
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        value = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(value, Precision.DAY if day else Precision.MONTH if month else Precision.YEAR)


def _yearless(published: date | None, month: int, day: int | None) -> PartialDate | None:
    """Return the latest such day or month that a text of that day would mean."""
    if published is None:
        return None
    this = _date(published.year, month, day)
    return _date(published.year - 1, month, day) if this and this.value > published + _QUARTER else this


def _months(content: str, published: date | None) -> Iterator[Told[PartialDate]]:
    """Yield the dates that name a month: "October 20, 2023", "20 Oct 2023", "December 2021", "in May"."""
    for match in _MONTH.finditer(content):
        start = match.start()
        if start and content[start - 1].isalnum():
            continue
        month = _MONTHS[match["month"][:3].lower()]
        day, year = _int(match["day"]), _int(match["day_year"] or match["year"])
        if day is None and (before := _DAY_BEFORE.search(content, max(0, start - 9), start)):
            day, start = int(before["day"]), before.start()
        if year:
            yield from _told(content, start, match.end(), _date(year, month, day))
        elif day or _IN_BEFORE.search(content, max(0, start - 6), start):
            yield from _told(content, start, match.end(), _yearless(published, month, day))


def _years(content: str) -> Iterator[Told[PartialDate]]:
    """Yield the years that stand alone after a word such as "in" or "since"."""
    if "20" not in content and "19" not in content and "18" not in content:
        return
    for match in _BARE_YEAR.finditer(content):
        if _YEAR_BEFORE.search(content, max(0, match.start() - 20), match.start()):
            yield from _told(content, match.start(), match.end(), _date(int(match[0])))


def _isos(content: str) -> Iterator[Told[PartialDate]]:
    for match in _ISO.finditer(content):
        yield from _told(content, match.start(), match.end(), _date(*map(int, match[0].split("-"))))


def _relatives(content: str, published: date | None) -> Iterator[Told[PartialDate]]:
    """Yield what is told from the day of publication: "today", "on Tuesday", "earlier this month", "last year"."""
    if published is None or not any(mark in content for mark in _RELATIVE_MARKS):
        return
    for match in _RELATIVE.finditer(content):
        start, end = match.span()
        if (start and content[start - 1].isalpha()) or content[end : end + 1].isalpha():
            continue
        yield from _told(content, start, end, _relative(content, match, published))


def _relative(content: str, match: re.Match[str], published: date) -> PartialDate | None:
    words = match[0].lower()
    if match["day"]:
        return PartialDate(published - timedelta(days=words == "yesterday"), Precision.DAY)
    if match["weekday"]:
        back = (published.weekday() - _WEEKDAYS[words]) % 7
        if back == 0 and _LAST.search(content, max(0, match.start() - 5), match.start()):
            back = 7
        return PartialDate(published - timedelta(days=back), Precision.DAY)
    if match["month"]:
        return _month_of(published, back="last" in words)
    return _date(published.year - ("this" not in words))


def _month_of(published: date, *, back: bool) -> PartialDate:
    first = published.replace(day=1)
    return PartialDate((first - timedelta(days=1)).replace(day=1) if back else first, Precision.MONTH)


def _chinese(content: str, published: date | None) -> Iterator[Told[PartialDate]]:
    """Yield the Chinese dates; one without a year takes the year told last, else that of publication."""
    year: int | None = None
    for match in _HAN.finditer(content):
        start, end = match.span()
        value = None
        if match["year"]:
            year = int(match["year"])
            value = _date(year, _int(match["month"]), _int(match["day"]))
        elif match["alone_month"]:
            if content[start - 1 : start] in _NOT_BEFORE_MONTH:
                continue
            month, day = int(match["alone_month"]), int(match["alone_day"])
            value = _date(year, month, day) if published is None and year else _yearless(published, month, day)
        elif match["which"]:
            value = _which(match, year, published)
        elif published:
            value = _near(match, published)
        yield from _told(content, start, end, value)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _which(match: re.Match[str], year: int | None, published: date | None) -> PartialDate | None:
    which, month, day = match["which"], _int(match["which_month"]), _int(match["which_day"])
    if which in ("同年", "当年"):
        return _date(year, month, day) if year else None
    if published is None:
        return None
    if "月" in which:
        return _month_of(published, back=which.startswith("上"))
    return _date(published.year - {"今年": 0, "去年": 1, "前年": 2}[which], month, day)


def _near(match: re.Match[str], published: date) -> PartialDate:
    if match["week"]:
        back = (published.weekday() - _HAN_WEEKDAYS[match["weekday"]]) % 7
        back += 7 if match["week"].startswith("上") and back < published.weekday() + 1 else 0
    else:
        back = {"昨日": 1, "昨天": 1, "前天": 2}.get(match["near"], 0)
    return PartialDate(published - timedelta(days=back), Precision.DAY)
