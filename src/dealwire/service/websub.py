"""Subscriptions at hubs: asked for, verified, renewed, ended, and what they push handed on to be kept (WebSub).

A hub is answered only when what it sent or asked for is durable: what was acknowledged is not lost.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Any, Protocol, TypeVar

import anyio

from dealwire import app
from dealwire.core.intake import websub
from dealwire.errors import InputError, UsageError
from dealwire.model.fetching import Answer, Ask, Failure, Outcome
from dealwire.model.sources import Health, NewsSource
from dealwire.model.websub import Stand, Subscription
from dealwire.ports import Store, Web

T = TypeVar("T")

LOOK = 2.0
"""Seconds between two looks at which hubs are to be asked."""

AT_ONCE = 8
"""Hubs that are asked at a time."""

KEPT_WITHIN = 20.0
"""Seconds in which a push is kept; a hub to which that is too long sends it again."""

LONGEST_CHALLENGE = 2048

LARGEST = 20 << 20
"""Bytes of a push, as sent and unpacked: as of a feed that is fetched."""


class Received(StrEnum):
    """What became of a push."""

    KEPT = "kept"
    IGNORED = "ignored"
    """It is not signed by the hub. That is not told to whoever sent it."""
    UNKNOWN = "unknown"
    LATER = "later"
    """It could not be kept in time."""


class InStore(Protocol):
    """Does work on the store, one piece at a time."""

    async def __call__(self, work: Callable[[], T]) -> T:
        """Do a piece of work, when it is its turn."""
        ...


class Hooks(Protocol):
    """What a server of callbacks asks."""

    async def verify(self, token: str, query: Mapping[str, str]) -> str | None:
        """Return the challenge to answer a hub with, "" where there is none; None where nothing is known of this."""
        ...

    async def known(self, token: str) -> bool:
        """Tell whether there is a subscription, before anything of a push is read."""
        ...

    async def receive(self, token: str, headers: Mapping[str, str], body: bytes) -> Received:
        """Keep a push."""
        ...


@dataclass(frozen=True, slots=True)
class Callbacks:
    """Where hubs reach us: an address of the web that goes on with a token for each subscription, and who serves it.

    `tell` is told what becomes of a subscription.
    """

    address: str
    serve: Callable[[Hooks], Coroutine[Any, Any, None]]
    tell: Callable[[Subscription], None] = lambda _: None

    def of(self, token: str) -> str:
        """Return the callback of a subscription."""
        return f"{self.address.rstrip('/')}/{token}"


class Hubs:
    """Asks the hubs of a store's sources, and answers them.

    Args:
        store: whose subscriptions.
        web: posts to hubs.
        callbacks: where hubs reach us.
        clock: tells the present (UTC).
        in_store: does work on the store, one piece at a time.
        keep: keeps what was pushed for a source, and tells whether it is durable.
    """

    def __init__(
        self,
        store: Store,
        web: Web,
        callbacks: Callbacks,
        clock: Callable[[], datetime],
        in_store: InStore,
        keep: Callable[[NewsSource, Health, Answer, str], Awaitable[bool]],
    ) -> None:
        self._store = store
        self._web = web
        self._callbacks = callbacks
        self._clock = clock
        self._in_store = in_store
        self._keep = keep
        self._tell = callbacks.tell
        self._busy: set[str] = set()

    # --- asking

    async def run(self) -> None:
        """Ask the hubs that are due, until cancelled."""
        async with anyio.create_task_group() as tasks:
            while True:
                for one in await self._due():
                    if one.token not in self._busy:
                        self._busy.add(one.token)
                        tasks.start_soon(self._ask, one)
                await anyio.sleep(LOOK)

    async def _due(self) -> list[Subscription]:
        return await self._in_store(lambda: self._store.due_subscriptions(self._clock(), AT_ONCE))

    async def _ask(self, one: Subscription) -> None:
        try:
            ask = Ask(one.hub, "*/*", form=_form(one, self._callbacks.of(one.token)))
            try:
                trouble = _trouble(await self._web.fetch(ask))
            except Exception as error:  # noqa: BLE001 - whatever one hub made of us, the others are asked on
                trouble = f"a bug of ours: {error!r}"
            await self._in_store(lambda: self._asked(one, trouble))
        finally:
            self._busy.discard(one.token)

    def _asked(self, one: Subscription, trouble: str | None) -> None:
        with self._store.transaction():
            # What came between counts, not this answer: the hub verified or denied, or its source was removed.
            if self._store.subscription(one.token) != one:
                return
            after = websub.asked(one, trouble, self._clock())
            if after is None:
                self._store.drop_subscription(one.token)
            else:
                self._store.put_subscription(after)
        if after is not None and after.trouble:
            self._tell(after)

    # --- answering

    async def verify(self, token: str, query: Mapping[str, str]) -> str | None:
        """See `Hooks`."""
        return await self._in_store(lambda: self._verified(token, query))

    def _verified(self, token: str, query: Mapping[str, str]) -> str | None:
        now = self._clock()
        if self._store.subscription(token) is None:  # so that no stranger makes anyone wait for a writer
            return None
        with self._store.transaction():
            one = self._store.subscription(token)
            challenge = query.get("hub.challenge", "")
            if one is None or query.get("hub.topic") != one.topic or len(challenge) > LONGEST_CHALLENGE:
                return None
            leaves = one.stand is Stand.LEAVING
            match query.get("hub.mode"):
                case "denied":
                    after = websub.denied(one, query.get("hub.reason", ""), now)
                    challenge = ""
                case "subscribe" if challenge and not leaves:
                    after = websub.verified(one, _seconds(query.get("hub.lease_seconds", "")), now)
                case "unsubscribe" if challenge and leaves:
                    self._store.drop_subscription(token)
                    return challenge
                case _:
                    return None
            if leaves:
                self._store.drop_subscription(token)
            else:
                self._store.put_subscription(after)
        self._tell(after)
        return challenge

    async def known(self, token: str) -> bool:
        """See `Hooks`."""
        return await self._source_of(token) is not None

    async def receive(self, token: str, headers: Mapping[str, str], body: bytes) -> Received:
        """See `Hooks`. What no hub signed is ignored; a signature is asked for always, since a secret was given."""
        found = await self._source_of(token)
        if found is None:
            return Received.UNKNOWN
        one, source, health = found
        if not websub.signed(one.secret, body, headers.get("x-hub-signature", "")):
            return Received.IGNORED
        try:
            unpacked = app.unpacked_body(body, headers.get("content-encoding", ""), LARGEST)
        except InputError:
            return Received.IGNORED
        answer = Answer(one.topic, HTTPStatus.OK, unpacked, headers.get("content-type", ""))
        with anyio.move_on_after(KEPT_WITHIN):
            if await self._keep(source, health, answer, token):
                return Received.KEPT
        return Received.LATER

    async def _source_of(self, token: str) -> tuple[Subscription, NewsSource, Health] | None:
        def look() -> tuple[Subscription, NewsSource, Health] | None:
            one = self._store.subscription(token)
            held = self._store.news_source(one.source) if one and one.holds(self._clock()) else None
            return (one, *held) if one and held else None

        return await self._in_store(look)


def _form(one: Subscription, callback: str) -> tuple[tuple[str, str], ...]:
    mode = "unsubscribe" if one.stand is Stand.LEAVING else "subscribe"
    fields = (("hub.callback", callback), ("hub.mode", mode), ("hub.topic", one.topic))
    if one.stand is Stand.LEAVING:
        return fields
    return (*fields, ("hub.secret", one.secret), ("hub.lease_seconds", str(int(websub.LEASE.total_seconds()))))


def _trouble(outcome: Outcome) -> str | None:
    match outcome:
        case Failure(reason=reason):
            return reason
        case Answer(status=status) if 200 <= status < 300:
            return None
        case Answer(status=status, body=body):
            said = " ".join(body[:300].decode("utf-8", "replace").split())[:120]
            return f"its hub answered with status {status}" + (f": {said}" if said else "")


def _seconds(value: str) -> float | None:
    return float(value) if value.isascii() and value.isdigit() and len(value) < 12 else None


def checked_address(address: str) -> str:
    """Return the address of callbacks; raises `UsageError` where hubs could not reach it."""
    if not address.startswith(("https://", "http://")) or "?" in address or "#" in address:
        raise UsageError(f"--websub-callback {address}: name an address of the web, as https://news.example/websub")
    return address
