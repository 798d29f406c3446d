"""The application: what answers at which address, what every answer carries, and what is said when something fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount

from dealwire import __version__
from dealwire.errors import OutageError, UsageError
from dealwire.service.door import Dealwire
from dealwire.web import feeds, pages
from dealwire.web.api import PREFIX, create_api
from dealwire.web.gate import Gate
from dealwire.web.limits import Clients, Limits, Rates, shows_key
from dealwire.web.problems import NOTHING, problem
from dealwire.web.render import render
from dealwire.web.repeats import Answers, Repeats
from dealwire.web.security import Security
from dealwire.web.site import Site
from dealwire.web.static import Static

THREADS = 8
"""Pages that are made at a time; each thread has a connection to the store with a cache of its own."""

HERE = Site()

STATIC = Path(__file__).parent / "static"


UNCOUNTED = Rates()


def create_app(wire: Dealwire, site: Site = HERE, rates: Rates = UNCOUNTED) -> FastAPI:
    """Return the application over an open store, which whoever opened it closes."""
    clients = Clients(rates)
    limits = Middleware(Limits, keys=wire.keys, clients=clients)
    packs = Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    repeats = [Middleware(Repeats, answers=Answers(wire.version)), packs]

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        yield

    app = FastAPI(
        title="dealwire",
        version=__version__,
        lifespan=lifespan,
        openapi_url=None,
        routes=[
            *feeds.routes([limits, *repeats]),
            *pages.routes(repeats),
            Mount(PREFIX, create_api(wire, [limits, *repeats]), name="api"),
            Mount("/static", Static(directory=STATIC), name="static", middleware=[packs]),
        ],
        middleware=[
            Middleware(Security, tls=site.secure),
            Middleware(Gate, people=wire.people, site=site, key=partial(shows_key, keys=wire.keys)),
        ],
        exception_handlers={
            HTTPException: _failed,
            UsageError: _misused,
            OutageError: _away,
            Exception: _broken,
        },
    )
    app.state.wire = wire
    return app


SAID = (403, 404, 413)
"""The failures that have words of their own."""


async def _failed(request: Request, error: Exception) -> Response:
    """Answer what has no page, and methods that a page doesn't take."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    if request.url.path.startswith(f"{PREFIX}/"):  # a path with a line feed leads to no mount
        return problem(status, NOTHING)
    return _sorry(request, status, f"error.{status}" if status in SAID else "error.call")


async def _misused(request: Request, error: Exception) -> Response:
    """Answer a filter that can't be read, in the service's words."""
    return _sorry(request, 400, "error.call", str(error))


async def _away(request: Request, error: Exception) -> Response:
    """Answer while the store is away."""
    return _sorry(request, 503, "error.away", str(error))


async def _broken(request: Request, _: Exception) -> Response:
    """Answer after a bug of ours; it is raised on, and so logged."""
    return _sorry(request, 500, "error.bug")


def _sorry(request: Request, status: int, message: str, detail: str = "") -> Response:
    return render(request, "error.html", status, message=message, detail=detail)
