"""The callbacks of hubs (WebSub): a small server beside `watch`, of its own address.

A hub asks here whether we meant to subscribe, and sends here what a feed publishes. Nothing of a push is read before it
is known for which subscription it is, and hubs hear of success only when it is kept.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

import anyio
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dealwire.errors import InputError, UsageError
from dealwire.service.websub import LARGEST, Hooks, Received
from dealwire.web.listening import listen

AT_ONCE = 4
"""Pushes that are read and kept at a time; others wait, and in the end are sent again."""

READ_WITHIN = 30.0
"""Seconds in which a push must have come."""

CONNECTIONS = 64

_ANSWERS = {
    Received.KEPT: HTTPStatus.ACCEPTED,
    Received.IGNORED: HTTPStatus.ACCEPTED,
    Received.UNKNOWN: HTTPStatus.GONE,
    Received.LATER: HTTPStatus.SERVICE_UNAVAILABLE,
}


def create_hook(hooks: Hooks) -> Starlette:
    """Return the application: the last part of an address is the token of a subscription."""
    places = anyio.Semaphore(AT_ONCE)

    async def verify(request: Request) -> Response:
        challenge: str | None = None
        with anyio.move_on_after(READ_WITHIN) as scope:
            challenge = await hooks.verify(_token(request), dict(request.query_params))
        if scope.cancelled_caught:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        if challenge is None:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        return PlainTextResponse(challenge, headers={"X-Content-Type-Options": "nosniff"})

    async def receive(request: Request) -> Response:
        token = _token(request)
        if not await hooks.known(token):
            return Response(status_code=HTTPStatus.GONE)
        async with places:
            try:
                with anyio.fail_after(READ_WITHIN):
                    body = await _body(request)
            except TimeoutError:
                return Response(status_code=HTTPStatus.REQUEST_TIMEOUT)
            except InputError as error:
                return PlainTextResponse(str(error), HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            except ClientDisconnect:
                return Response(status_code=HTTPStatus.BAD_REQUEST)
            return Response(status_code=_ANSWERS[await hooks.receive(token, dict(request.headers), body)])

    return Starlette(
        routes=[
            Route("/{path:path}", verify, methods=["GET"]),
            Route("/{path:path}", receive, methods=["POST"]),
        ]
    )


def _token(request: Request) -> str:
    return str(request.path_params["path"]).rpartition("/")[2][:200]


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise InputError(f"larger than {LARGEST >> 20} MB")
    return bytes(body)


class _Server(uvicorn.Server):
    """A server that leaves signals to whoever runs it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def listening(address: str) -> socket.socket:
    """Listen at "host:port"; raises `UsageError` where that is no address, not this machine's, or taken."""
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    if not host or not port.isdigit() or int(port) > 65_535:
        raise UsageError(f"--websub-listen {address}: name a host and a port, as in 127.0.0.1:9479")
    try:
        return listen(host, int(port))
    except OSError as error:
        raise UsageError(f"--websub-listen {address}: {(error.strerror or str(error)).lower()}") from error


async def serve(bound: socket.socket, hooks: Hooks) -> None:
    """Answer hubs until cancelled."""
    config = uvicorn.Config(
        create_hook(hooks),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=5,
        h11_max_incomplete_event_size=16 << 10,
    )
    server = _Server(config)
    with bound:
        try:
            await server.serve(sockets=[bound])
        finally:  # cancelled, a server closes nothing by itself
            for listener in getattr(server, "servers", ()):
                listener.close()
