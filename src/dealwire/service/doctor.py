"""What is well and what is not, in words."""

from __future__ import annotations

import platform
import sys
from datetime import date, datetime, timedelta
from importlib.util import find_spec

from dealwire import __version__
from dealwire.core import read
from dealwire.core.extract import VERSION
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.rates import Rates
from dealwire.ports import Store
from dealwire.service.intake import TRIES
from dealwire.service.rebuild import AS_OF


def checks(store: Store, knowledge: Knowledge, now: datetime) -> list[tuple[str, bool, str]]:
    """Examine the program, the store and what it rests on: (what, whether it is well, in words)."""
    as_of = store.setting(AS_OF)
    known = len(knowledge.aliases.entities)
    kept = ", ".join(f"{n:,} {what}" for what, n in store.counts().items())
    return [
        (
            "dealwire",
            True,
            f"{__version__}, rules version {VERSION}, Python {platform.python_version()} on {sys.platform}",
        ),
        *store.checks(),
        ("holds", True, kept),
        (
            "views",
            as_of is None,
            f"as of {as_of}: `dealwire rebuild` brings them to now" if as_of else "of the present",
        ),
        ("reading", True, _reading(store)),
        ("sources", *_sources(store)),
        ("watching", *_watching(store, now)),
        ("aliases", known > 0, f"{known:,} names are known to be one organisation's"),
        ("exchange rates", bool(knowledge.rates.per_euro), _coverage(knowledge.rates)),
        (
            "parquet",
            True,
            "can be written" if find_spec("pyarrow") else "not installed: pip install 'dealwire[parquet]'",
        ),
    ]


FAILING = 5
"""A source that failed so often in a row needs someone's eye."""


OVERDUE = timedelta(hours=1)
"""A source that was due so long ago is not being watched."""


def _reading(store: Store) -> str:
    older = store.count_read_before(read.VERSION)
    told = f"{older:,} documents were read by an older reader: `dealwire reread` reads them again"
    return told if older else "today's reader has read every document"


def _sources(store: Store) -> tuple[bool, str]:
    healths = [health for _, health in store.news_sources()]
    bad = [health for health in healths if health.retired or health.failures >= FAILING]
    if bad:
        named = "; ".join(f"{health.source}: {health.retired or health.trouble}" for health in bad[:5])
        more = f"; and {len(bad) - 5} more" if len(bad) > 5 else ""
        return False, f"{len(bad)} of {len(healths):,} fail: {named}{more} (`dealwire source list`)"
    failed = sum(health.failures > 0 for health in healths)
    lately = f"{failed:,} of them failed at the last visit" if failed else "none of them fails"
    return True, f"{len(healths):,} are watched, and {lately}" if healths else "none is watched"


def _watching(store: Store, now: datetime) -> tuple[bool, str]:
    sources = store.news_sources()
    healths = [health for _, health in sources if health.retired is None]
    overdue = sum(health.due < now - OVERDUE for health in healths)
    pages = f"{store.waiting_followups(TRIES):,} pages wait to be fetched"
    holding = [one for one in store.subscriptions_of(source.name for source, _ in sources) if one.holds(now)]
    hubs = f"; hubs push {len(holding):,} feeds" if holding else ""
    if not overdue:
        return True, f"{pages}{hubs}" if healths else "nothing to watch"
    visited = max((health.tried for health in healths if health.tried), default=None)
    since = f"the last visit was at {visited:%Y-%m-%d %H:%M} UTC" if visited else "none was ever visited"
    return False, f"{overdue:,} sources are overdue, {since}: is `dealwire watch` running? {pages}{hubs}"


def _coverage(rates: Rates) -> str:
    days = [day for series, _ in rates.per_euro.values() for day in (series[0], series[-1])]
    if not days:
        return "none: sums in different currencies can't be compared"
    first, last = date.fromordinal(min(days)), date.fromordinal(max(days))
    return f"{len(rates.per_euro)} currencies, {first} to {last} (European Central Bank)"
