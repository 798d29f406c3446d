"""Every answer of the API once: HEAD without a body, and 304 for who has it already."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dealwire.web.validators import entity_tag, matches


class Conditional:
    """Answers HEAD as GET without the body, and gives what is found a tag (RFC 9110, 8.8.3 and 13.1.2).

    Answers are pages of bounded length, so that each is held whole for a moment.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                await self._answer(scope, start, bytes(body), send)

        await self.app({**scope, "method": "GET"}, receive, hold)

    async def _answer(self, scope: Scope, start: Message, body: bytes, send: Send) -> None:
        headers = MutableHeaders(scope=start)
        if start["status"] == 200:
            tag = headers.setdefault("ETag", entity_tag(body))
            headers.setdefault("Cache-Control", "no-cache")
            if matches(Headers(scope=scope).get("if-none-match"), tag):
                start["status"] = 304
                del headers["Content-Length"]
                del headers["Content-Type"]
                body = b""
        await send(start)
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
