"""What anyone who asks is answered, kept while the store stays as it was: to pages that many read, and that robots do.

An answer is never older than the store's last change: whoever writes to it, this process or another, ends all of them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dealwire.web import language
from dealwire.web.messages import LANGUAGES

LONGEST = 10.0
"""Seconds that an answer is kept though nothing changes: counts, and what goes by the clock, are that much older."""
LARGEST = 256 * 1024
"""Bytes of an answer that is kept."""
ROOM = 32 * 2**20
"""Bytes of all that are kept; those asked for longest ago go first."""
OVERHEAD = 2000
"""Bytes that an answer takes beside its body, about."""
LONGEST_TAG = 100
"""Characters of If-None-Match; ours are shorter."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, of which version of the store, and when it was made."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    version: int
    made: float


class Answers:
    """The answers that are kept; `version` tells when the store changes, and None where it can't."""

    def __init__(self, version: Callable[[], int | None], clock: Callable[[], float] = monotonic) -> None:
        self.version = version
        self.clock = clock
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key, version: int) -> Answer | None:
        """Return what is kept, if it is still so."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        if kept.version != version or self.clock() - kept.made >= LONGEST:
            self._drop(key)
            return None
        self._kept.move_to_end(key)
        return kept

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer."""
        if key in self._kept:
            self._drop(key)
        self._kept[key] = answer
        self._bytes += _size(key, answer)
        while self._bytes > ROOM:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        self._bytes -= _size(key, self._kept.pop(key))


def _size(key: Key, answer: Answer) -> int:
    return OVERHEAD + len(answer.body) + sum(len(part) for part in key if isinstance(part, str | bytes))


class Repeats:
    """Answers again what it answered before. It stands within quotas, which count each request, and around packing."""

    def __init__(self, app: ASGIApp, answers: Answers) -> None:
        self.app = app
        self._answers = answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass a request on."""
        key = asked(scope)
        version = self._answers.version() if key else None  # before the answer is made: what changes meanwhile ends it
        if key is None or version is None:
            await self.app(scope, receive, send)
        elif kept := self._answers.get(key, version):
            await send({"type": "http.response.start", "status": kept.status, "headers": list(kept.headers)})
            await send({"type": "http.response.body", "body": kept.body})
        else:
            await self._made(key, version, scope, receive, send)

    async def _made(self, key: Key, version: int, scope: Scope, receive: Receive, send: Send) -> None:
        made = self._answers.clock()
        start: Message = {}
        body = bytearray()

        async def seen(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = {**message, "headers": tuple(message.get("headers", ()))}
            elif message["type"] != "http.response.body":
                start = {}
            elif start and len(body) <= LARGEST:
                body.extend(message.get("body", b""))
                if not message.get("more_body") and for_anyone(start) and len(body) <= LARGEST:
                    answer = Answer(start["status"], start["headers"], bytes(body), version, made)
                    self._answers.put(key, answer)
            await send(message)

        await self.app(scope, receive, seen)


def asked(scope: Scope) -> Key | None:
    """Return all by which answers to anyone differ; None for what is answered to one alone."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    request = Request(scope)
    state, headers = request.state, request.headers
    tag = headers.get("if-none-match", "")
    chosen = request.cookies.get(language.COOKIE)
    if getattr(state, "visitor", None) or state.site.private or "range" in headers or len(tag) > LONGEST_TAG:
        return None
    return (
        scope["scheme"],
        headers.get("host"),
        scope["path"],
        scope["query_string"],
        language.preferred(headers.get("accept-language", "")),
        chosen if chosen in LANGUAGES else None,
        "gzip" in headers.get("accept-encoding", ""),
        tag,
    )


def for_anyone(start: Message) -> bool:
    """Tell whether an answer is one that anyone gets: what was found, without a cookie, and not to be kept from all."""
    told = {name.lower(): value for name, value in start["headers"]}
    return (
        start["status"] in (200, 304)
        and b"set-cookie" not in told
        and b"no-store" not in told.get(b"cache-control", b"")
    )
