"""How values look on a page: sums, days, names of any length, links that lead to the web and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from math import inf
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from dealwire.core import money
from dealwire.core.printable import printable
from dealwire.core.tables import flat

LONGEST = 120
"""Characters of a name or title that stand in a line; a longer one is cut, and opens in place."""

LONGEST_SHOWN = 4000
"""Characters of one that opens."""


FIRST = ("lead", "acquirer")
"""The roles of backers that a row names before others."""


def plain(text: object) -> str:
    """Return a stranger's text without what steers the page: control characters, marks that turn the direction."""
    return printable(str(text))


def cut(text: object, length: int = LONGEST) -> str:
    """Return at most so many characters of a text."""
    clean = plain(str(text)[: LONGEST_SHOWN * 4])
    return clean if len(clean) <= length else clean[: length - 1].rstrip() + "…"


def whole(text: object, length: int = LONGEST) -> Markup:
    """Return a text that is cut when long, and opens to its whole."""
    clean = plain(str(text)[: LONGEST_SHOWN * 4])
    if len(clean) <= length:
        return Markup("<bdi>{}</bdi>").format(clean)
    return Markup('<details class="long"><summary><bdi>{}</bdi></summary><bdi>{}</bdi></details>').format(
        cut(clean, length), cut(clean, LONGEST_SHOWN)
    )


def web(address: str | None) -> str:
    """Return an address of the web, or "" for one of any other sort (`javascript:`, `data:`, a path of ours)."""
    clean = "".join((address or "").split())
    try:
        parts = urlsplit(clean)
    except ValueError:
        return ""
    return clean if parts.scheme in ("http", "https") and parts.netloc and len(clean) <= LONGEST_SHOWN else ""


def site(address: str | None) -> str:
    """Return the host of an address as people name it."""
    return (urlsplit(web(address)).hostname or "").removeprefix("www.")


def dollars(value: float | None) -> str:
    """Return a sum in US dollars, short."""
    return "" if value is None else money.short(value, "USD")


def sum_(value: Mapping[str, Any] | None) -> str:
    """Return a sum of a deal record with its hedge."""
    return money.told(value)


def backers(investors: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return who puts money into a deal, advisers apart: who leads or buys first, within that by role."""
    told = [one for one in investors if one["role"] != "adviser"]
    return sorted(told, key=lambda one: (one["role"] not in FIRST, one["role"]))


def in_currency(value: float, currency: str) -> str:
    """Return a bare sum in a currency; "∞" for an open end."""
    return "∞" if value == inf else money.short(value, currency)


def partial(value: Mapping[str, Any] | None) -> str:
    """Return a date of a deal record to its precision, in ISO 8601."""
    return value["value"][: {"year": 4, "month": 7, "day": 10}[value["precision"]]] if value else ""


def in_script(value: str, lang: str) -> bool:
    """Tell whether a word can be read by who reads a language: by its script, Chinese or other."""
    return any("\u3400" <= character <= "\u9fff" for character in value) == (lang == "zh")


def day(value: datetime | date | None) -> str:
    """Return a day in ISO 8601."""
    return "" if value is None else f"{value:%Y-%m-%d}"


def minute(value: datetime | None) -> str:
    """Return a time in UTC to the minute."""
    return "" if value is None else f"{value:%Y-%m-%d %H:%M}"


def second(value: datetime) -> str:
    """Return a time in UTC to the second."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def count(value: int) -> str:
    """Return a number with its thousands set apart."""
    return f"{value:,}"


FILTERS: Mapping[str, Callable[..., object]] = {
    "plain": plain,
    "cut": cut,
    "whole": whole,
    "web": web,
    "site": site,
    "dollars": dollars,
    "amount": sum_,
    "backers": backers,
    "figure": in_currency,
    "flat": flat,
    "in_script": in_script,
    "partial": partial,
    "day": day,
    "minute": minute,
    "second": second,
    "count": count,
}
