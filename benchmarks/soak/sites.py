"""Five hundred sources on loopback, each with news of its own and most with a fault of theirs.

A source is a number; what it does follows from that and from how often it was asked. What it served whole, in an answer
that a reader can use, is its ground truth: all of that must come out of the store, each once.
"""

from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.misbehaving import Asked, Play, Send, answer, dripping, head

FAULTS: tuple[str, ...] = (
    "none",
    "etag",
    "etag that never matches",
    "slow loris",
    "endless body",
    "truncated gzip",
    "wrong length",
    "wrong charset label",
    "page in place of a feed",
    "error page under 200",
    "redirect loop",
    "redirect to a private address",
    "429 with Retry-After",
    "500 for a while",
    "guid changes each fetch",
    "title changes",
    "same title, other content",
    "dates that can't be",
    "summaries with pages",
    "connection closed",
    "redirect to no address",
    "etag beyond ASCII",
)
"""What sources do, in turn; a fault that spoils an answer comes at every third visit."""

FEED_ITEMS = 12
"""Entries that a feed holds at a time, the newest first."""

FIRST = (
    "Larkspur",
    "Fernhill",
    "Corvid",
    "Saltmarsh",
    "Quillstone",
    "Mossgate",
    "Tideline",
    "Halden",
    "Pebble",
    "Ilmari",
)
SECOND = ("Robotics", "Energy", "Analytics", "Foods", "Bio", "Cloud", "Mobility", "Health", "Chips", "Space")

STARTS = ("ba", "co", "di", "fu", "ge", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu")
ENDS = ("ban", "der", "gol", "mis", "tar", "vex")
WORDS = tuple(first + last for first in STARTS for last in ENDS)


@dataclass
class Sites:
    """The sources: what they serve, and what they served."""

    count: int
    base: Callable[[str, int], str]
    visits: Counter[int] = field(default_factory=Counter)
    served: set[str] = field(default_factory=set)
    spoiled: Counter[str] = field(default_factory=Counter)
    frozen: bool = False
    """No source publishes anything more, nor fails."""

    def __post_init__(self) -> None:
        self._born = datetime.now(UTC)

    def plays(self) -> dict[str, Play]:
        """Return what is played at each path."""
        found: dict[str, Play] = {f"/{n}/feed": self._feed(n) for n in range(self.count)}
        found["/round"] = answer(status=302, headers={"Location": self.base("/round", 0)})
        for n in range(self.count):
            if FAULTS[n % len(FAULTS)] == "summaries with pages":
                found |= {f"/{n}/{m}": self._page(n, m) for m in range(500)}
        return found

    def _feed(self, n: int) -> Play:
        fault = FAULTS[n % len(FAULTS)]

        async def play(asked: Asked, send: Send) -> None:
            self.visits[n] += not self.frozen
            visit = self.visits[n]
            if not self.frozen and visit % 3 == 2 and (spoiling := self._spoiled(fault)):
                self.spoiled[fault] += 1
                await spoiling(asked, send)
                return
            await self._well(n, fault, visit, asked, send)

        return play

    def _spoiled(self, fault: str) -> Play | None:
        """Return the answer that a fault gives in place of the feed, if it is of that sort."""
        packed = gzip.compress(b"<rss version='2.0'><channel><title>x</title>" + b" " * 5000)
        plays: dict[str, Play] = {
            "slow loris": dripping([head(200, {"Content-Length": "9999"}), *[b"<"] * 400], 1),
            "endless body": _endless,
            "truncated gzip": answer(packed[:-30], headers={"Content-Encoding": "gzip"}),
            "wrong length": answer("<rss version='2.0'>", length=70_000),
            "page in place of a feed": answer("<!doctype html><html><body><p>We moved.</p></body></html>"),
            "error page under 200": answer("<html><head><title>502</title></head><body>Bad gateway</body></html>"),
            "redirect loop": answer(status=301, headers={"Location": self.base("/round", 0)}),
            "redirect to a private address": answer(status=302, headers={"Location": "http://169.254.169.254/feed"}),
            "429 with Retry-After": answer(status=429, headers={"Retry-After": "60"}),
            "500 for a while": answer("down", 500),
            "connection closed": dripping([b""], 0),
            "redirect to no address": answer(status=301, headers={"Location": "http://["}),
        }
        return plays.get(fault)

    async def _well(self, n: int, fault: str, visit: int, asked: Asked, send: Send) -> None:
        newest = min(visit * 2, 490)
        numbers = range(max(0, newest - FEED_ITEMS), newest)
        body = self._rss(n, fault, numbers, visit)
        etag = f'"{n}-{newest}"' if fault == "etag" else f'"{visit}"'
        if fault == "etag" and asked.headers.get("if-none-match") == etag:
            await answer(status=304)(asked, send)
            return
        if fault == "etag beyond ASCII":
            etag = f'"融資-{visit}"'.encode().decode("latin-1")
        headers = {"ETag": etag} if "etag" in fault else {}
        if fault == "wrong charset label":
            headers["Content-Type"] = "application/rss+xml; charset=utf-8"
            await answer(body.encode("gb18030"), headers=headers)(asked, send)
        else:
            await answer(body, headers=headers)(asked, send)
        self.served.update(self._link(n, m) for m in numbers)

    def _link(self, n: int, m: int) -> str:
        return self.base(f"/{n}/{m}", n)

    def _rss(self, n: int, fault: str, numbers: range, visit: int) -> str:
        return (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>Local {n}</title>'
            + "".join(self._item(n, m, fault, visit) for m in reversed(numbers))
            + "</channel></rss>"
        )

    def _item(self, n: int, m: int, fault: str, visit: int) -> str:
        at = self._born - timedelta(minutes=500 - m)
        if fault == "dates that can't be":
            at = (self._born + timedelta(days=900), datetime(1970, 1, 1, tzinfo=UTC))[m % 2]
        title = _title(n, m)
        if fault == "title changes" and visit % 2:
            title += ", corrected"
        if fault == "same title, other content":
            title = f"{_company(n, 0)} in the news"
        if fault == "wrong charset label":
            title = f"{title} 完成融资"
        guid = f"{n}-{m}-{visit}" if fault == "guid changes each fetch" else f"{n}-{m}"
        text = _told(n, m)[: 60 if fault == "summaries with pages" else None]
        return (
            f"<item><title>{title}</title><link>{self._link(n, m)}</link><guid isPermaLink='false'>{guid}</guid>"
            f"<pubDate>{format_datetime(at)}</pubDate><description>{text}</description></item>"
        )

    def _page(self, n: int, m: int) -> Play:
        title = _title(n, m)
        told = "".join(f"<p>{_told(n, m)}</p>" for _ in range(3))
        head = f"<title>{title}</title><meta property='og:title' content='{title}'>"
        body = f"<article><h1>{title}</h1>{told}</article>"
        return answer(f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>")


async def _endless(_: Asked, send: Send) -> None:
    await send(head(200, {"Content-Type": "application/rss+xml"}))
    for _block in range(600):
        await send(b" " * 65_536)


def _company(n: int, m: int) -> str:
    return f"{FIRST[n % 10]}{n // 10} {SECOND[m % 10]}{m // 10 or ''}"


def _title(n: int, m: int) -> str:
    return f"{_company(n, m)} raises ${5 + m % 90} million"


def _told(n: int, m: int) -> str:
    """Return an entry's text: a deal, and words of its own, since news written by a template would be one story."""
    words = " ".join(random.Random(n * 1000 + m).choices(WORDS, k=60))
    return f"{_company(n, m)} has raised ${5 + m % 90} million in a Series A round led by Bluebarn Ventures. {words}."
