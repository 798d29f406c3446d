"""WebSub (https://www.w3.org/TR/websub/): hubs that feeds name, what a subscription becomes, whose words a push is."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urljoin

import msgspec
from lxml import etree

from dealwire.core.intake import pace
from dealwire.core.read.result import guarded
from dealwire.errors import InputError
from dealwire.model.websub import Stand, Subscription

LEASE: Final = timedelta(days=10)
"""The lease that is asked for; the hub decides."""

SHORTEST: Final = timedelta(minutes=5)
LONGEST: Final = timedelta(days=60)
RENEWED: Final = 0.8
"""A lease is renewed once so much of it has gone."""

DENIED_FOR: Final = timedelta(days=7)
"""After so long a hub that denied a subscription is asked again."""

FAREWELLS: Final = 3
"""So often a hub is told that a subscription is wanted no more; then it is forgotten, and its pushes are refused."""

FALLBACK: Final = timedelta(hours=6)
"""Between visits to a source whose hub delivers."""

METHODS: Final = frozenset({"sha1", "sha256", "sha384", "sha512"})
"""The signatures that the Recommendation names (§8.1)."""

_LINK: Final = re.compile(r"<([^<>]{1,2048})>([^<]{0,1000})")
_RELATION: Final = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]{0,200})\"|([^\s;,\"]{1,200}))", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s]{1,2040}", re.IGNORECASE)
_HEAD: Final = 400
"""Links to hubs are looked for among so many elements of a feed: they stand before its entries."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The hub that a feed names first, and the address by which the hub knows the feed."""

    hub: str
    topic: str


class _JsonHub(msgspec.Struct):
    url: str = ""


class _JsonFeed(msgspec.Struct):
    feed_url: str | None = None
    hubs: list[_JsonHub] = []


def offered(headers: Iterable[str], body: bytes, url: str) -> Offer | None:
    """Return the hub that a feed offers: in Link headers, in the feed itself, or in a JSON Feed's `hubs`.

    `url` is where the feed was found; it is the topic where the feed names no address of its own.
    """
    found = [*_in_headers(headers), *(_in_json(body) if body.lstrip()[:1] == b"{" else _in_xml(body))]
    hub = _first(found, "hub", url)
    return Offer(hub, _first(found, "self", url) or url) if hub else None


def _in_headers(headers: Iterable[str]) -> list[tuple[str, str]]:
    return [
        (relation, link[1])
        for header in headers
        for link in _LINK.finditer(header[:8192])
        for match in _RELATION.finditer(link[2])
        for relation in (match[1] or match[2] or "").lower().split()
    ]


def _in_json(body: bytes) -> list[tuple[str, str]]:
    try:
        feed = msgspec.json.decode(body, type=_JsonFeed)
    except msgspec.DecodeError:
        return []
    return [("hub", hub.url) for hub in feed.hubs[:10]] + ([("self", feed.feed_url)] if feed.feed_url else [])


def _in_xml(body: bytes) -> list[tuple[str, str]]:
    parser = etree.XMLPullParser(
        ("start",), resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        guarded("the feed", lambda: parser.feed(body[: 1 << 16]))
    except InputError:
        return []
    found: list[tuple[str, str]] = []
    elements: Iterator[Any] = (element for _, element in parser.read_events())
    for seen, element in enumerate(elements):
        name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if name in {"item", "entry"} or seen > _HEAD:
            break
        if name == "link" and (place := element.get("href")):
            found += [(relation, place) for relation in (element.get("rel") or "").lower().split()]
    return found


def _first(found: Iterable[tuple[str, str]], wanted: str, base: str) -> str | None:
    for relation, place in found:
        if relation == wanted:
            try:
                address = urljoin(base, place.strip()).partition("#")[0]
            except ValueError:
                continue
            if _ADDRESS.fullmatch(address):
                return address
    return None


# --- what becomes of a subscription


def wanted(source: str, offer: Offer, token: str, secret: str, now: datetime) -> Subscription:
    """Return a subscription that the hub is to be asked for at once."""
    return Subscription(token, source, offer.topic, offer.hub, secret, due=now)


def asked(one: Subscription, trouble: str | None, now: datetime) -> Subscription | None:
    """Return a subscription after its hub was asked, with what went wrong; None where it need not be told again."""
    tries = one.tries + 1
    if one.stand is Stand.LEAVING and tries >= FAREWELLS:
        return None
    wait = timedelta(seconds=pace.backed_off(pace.HOUR / 2, tries))
    return replace(one, tries=tries, trouble=trouble, due=now + wait)


def verified(one: Subscription, lease: float | None, now: datetime) -> Subscription:
    """Return a subscription that its hub verified, for a lease of so many seconds."""
    told = timedelta(seconds=min(max(lease or LEASE.total_seconds(), 0.0), LONGEST.total_seconds()))
    holds = max(told, SHORTEST)
    return replace(one, stand=Stand.ACTIVE, until=now + holds, due=now + RENEWED * holds, tries=0, trouble=None)


def denied(one: Subscription, reason: str, now: datetime) -> Subscription:
    """Return a subscription that its hub denied, or took back."""
    told = f"denied by its hub: {reason[:200]}" if reason else "denied by its hub"
    return replace(one, stand=Stand.DENIED, until=None, due=now + DENIED_FOR, tries=0, trouble=told, delivers=False)


def leaving(one: Subscription, now: datetime) -> Subscription:
    """Return a subscription that is wanted no more."""
    return replace(one, stand=Stand.LEAVING, due=now, tries=0, delivers=False)


# --- whose words a push is


def signed(secret: str, body: bytes, signature: str) -> bool:
    """Tell whether a push carries its hub's signature ("method=hexadecimal"), compared in constant time."""
    method, _, told = signature.strip().partition("=")
    if method.lower() not in METHODS:
        return False
    due = hmac.new(secret.encode(), body, method.lower()).hexdigest()
    return hmac.compare_digest(due.encode(), told.strip().lower().encode())
