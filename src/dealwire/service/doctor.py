"""What is well and what is not, in words."""

from __future__ import annotations

import platform
import sys
from datetime import date
from importlib.util import find_spec

from dealwire import __version__
from dealwire.core.extract import VERSION
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.rates import Rates
from dealwire.ports import Store
from dealwire.service.rebuild import AS_OF


def checks(store: Store, knowledge: Knowledge) -> list[tuple[str, bool, str]]:
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
        ("sources", *_sources(store)),
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


def _sources(store: Store) -> tuple[bool, str]:
    healths = [health for _, health in store.news_sources()]
    bad = [health for health in healths if health.retired or health.failures >= FAILING]
    if not bad:
        return True, f"{len(healths):,} are watched, and none of them fails" if healths else "none is watched"
    named = "; ".join(f"{health.source}: {health.retired or health.trouble}" for health in bad[:5])
    more = f"; and {len(bad) - 5} more" if len(bad) > 5 else ""
    return False, f"{len(bad)} of {len(healths):,} fail: {named}{more} (`dealwire source list`)"


def _coverage(rates: Rates) -> str:
    days = [day for series, _ in rates.per_euro.values() for day in (series[0], series[-1])]
    if not days:
        return "none: sums in different currencies can't be compared"
    first, last = date.fromordinal(min(days)), date.fromordinal(max(days))
    return f"{len(rates.per_euro)} currencies, {first} to {last} (European Central Bank)"
