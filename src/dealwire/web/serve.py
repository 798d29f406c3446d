"""The server: uvicorn on one address, over one store."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Thread

import uvicorn
from fastapi import FastAPI
from starlette.types import Message

from dealwire.errors import DealwireError, UsageError
from dealwire.service.door import Dealwire
from dealwire.service.organisation_list import By
from dealwire.web.api import PREFIX
from dealwire.web.app import create_app
from dealwire.web.feeds.model import NEWEST
from dealwire.web.limits import Rates
from dealwire.web.listening import listen
from dealwire.web.pages import front, organisation, story, trends
from dealwire.web.site import site

EVERY = 120.0
"""Seconds after which counts are asked for again, whoever else asks: well before they are too old to be shown."""

START = 4.0
"""Seconds that a start waits for what is counted and read ahead; of a store too large for that, the rest comes beside
the first readers."""

OPENED = (
    "/",
    "/deals",
    "/trends",
    "/network",
    "/stories",
    "/search?q=seed",
    "/organisations",
    "/organisations?sort=raised",
)
ASKED = ("deals", "stories", "organisations", "trends", "trends?counted=topics", "changes", "search?q=seed")
FED = ("/deals.atom", "/deals.feed.json", "/changes.atom", "/stories.atom")
"""What is asked for ahead, so that the first reader waits neither for a disk nor for templates to be compiled."""

OBJECTS = 20_000
"""Objects that are made between two looks of the collector at the young ones: a page of deals makes as many, and they
go by themselves."""


def serve(
    wire: Dealwire,
    host: str,
    port: int,
    ready: Callable[[str], None],
    rates: Rates,
    address: str = "",
    *,
    private: bool = False,
) -> None:
    """Answer until interrupted; `ready` is told the address once connections are accepted.

    `address` is where people reach the site, if a server stands in front; `private`: every page needs an account.

    Raises:
        UsageError: the address is taken, or isn't this machine's; or a private site could not be entered.
    """
    reached = site(address, host, private=private)
    with _listening(host, port) as bound:
        name = f"[{host}]" if ":" in host else host
        app = warmed(wire, create_app(wire, reached, rates))
        ready(f"http://{name}:{bound.getsockname()[1]}/")
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
            proxy_headers=bool(reached.origin),  # who asks is what the server in front says, if one is told of
        )
        with counting(wire):
            uvicorn.Server(config).run(sockets=[bound])


def warmed(wire: Dealwire, app: FastAPI) -> FastAPI:
    """Load what the first reader would wait for, and keep the collector off it: to go through all of it takes 80 ms."""
    wire.prepare()
    begun = Thread(target=_first, args=(wire, app), daemon=True)
    begun.start()
    begun.join(START)
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS, 20, 20)
    return app


def _first(wire: Dealwire, app: FastAPI) -> None:
    with suppress(DealwireError):  # the store is away, or closed: readers are told so
        ahead(wire)
        asyncio.run(ask(app, (*OPENED, *(f"{PREFIX}/{call}" for call in ASKED), *FED)))
        asyncio.run(ask(app, linked(wire)))


def ahead(wire: Dealwire) -> None:
    """Count what most pages show."""
    front.shown(wire)
    wire.top_backers(trends.TOP)
    wire.programs.newest_changes(NEWEST)
    for by in By:
        wire.programs.organisation_rows(by, 0, 1)


def linked(wire: Dealwire) -> list[str]:
    """Return the addresses of the stories and organisations that the first page of their lists leads to."""
    stories = (f"/stories/{view.story.id}" for view in wire.stories(story.LISTED, 1))
    rows, _ = wire.programs.organisation_rows(By.DEALS, 0, organisation.LISTED)
    return [*stories, *(f"/organisations/{row.organisation.id}" for row in rows)]


async def ask(app: FastAPI, addresses: Sequence[str]) -> None:
    """Ask an application for some addresses, as a browser on this machine would."""
    for address in addresses:
        path, _, query = address.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(b"host", b"localhost"), (b"accept-encoding", b"gzip")],
            "root_path": "",
            "server": ("localhost", 80),
            "client": ("localhost", 0),
        }
        await app(scope, _nothing, _thrown_away)


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _thrown_away(_: Message) -> None:
    pass


@contextmanager
def counting(wire: Dealwire) -> Iterator[None]:
    """Ask for the counts now and then, so that they are never too old to show, and no reader waits for the first."""
    over = Event()

    def count() -> None:
        while not over.wait(EVERY):
            with suppress(DealwireError):  # the store is away, and readers are told so
                ahead(wire)

    Thread(target=count, daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _listening(host: str, port: int) -> socket.socket:
    try:
        return listen(host, port)
    except OSError as e:
        raise UsageError(f"{host}, port {port}: {os.strerror(e.errno or 0).lower()}; name another with --port") from e
