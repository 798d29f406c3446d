"""Fetching one URL: conditional, redirects followed one by one, everything bounded in size and time.

httpcore does HTTP; no client library above it, since each of them follows redirects and unpacks bodies by itself, where
here every hop is checked and every body bounded (docs/adr/0008).
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import quote, urlencode, urljoin, urlsplit, urlunsplit

import anyio
import httpcore2

from dealwire.errors import InputError
from dealwire.model.fetching import Answer, Ask, Failure, Outcome, Trouble
from dealwire.sources.encodings import ACCEPTED, unpacked_body
from dealwire.sources.web.addresses import AddressRefusedError, PublicOnly

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
REPEATED = frozenset({307, 308})
"""The redirects after which a form is posted again (RFC 9110 §15.4)."""
NOT_MODIFIED = 304

_SECONDS = re.compile(r"\d{1,9}")
_MAX_AGE = re.compile(r"max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_LONGEST_URL = 4096
_LONGEST_MARK = 1024
"""Characters of an ETag that is sent back: servers refuse requests with longer headers."""
_KEPT = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that a request may take: seconds, bytes (of what is sent, and of what it unpacks to), hops."""

    connect: float = 10
    read: float = 20
    whole: float = 60
    packed: int = 20 << 20
    body: int = 20 << 20
    hops: int = 5


DEFAULT_BOUNDS = Bounds()


class Fetcher:
    """Fetches URLs, many at a time; use it as an asynchronous context manager.

    Args:
        agent: the User-Agent header.
        loopback: let addresses of this machine through, for tests and intranets.
        clock: tells the present (UTC), for the dates that servers send.
        connections: how many may be open at once.
    """

    def __init__(
        self,
        agent: str,
        *,
        loopback: bool = False,
        bounds: Bounds = DEFAULT_BOUNDS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        connections: int = 32,
    ) -> None:
        self._agent = agent
        self._bounds = bounds
        self._clock = clock
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=connections,
            max_keepalive_connections=connections // 2,
            keepalive_expiry=15,
            network_backend=PublicOnly(loopback=loopback),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.aclose()

    async def fetch(self, ask: Ask) -> Outcome:
        """Ask for a URL and follow its redirects; whatever goes wrong comes back as a `Failure`."""
        try:
            with anyio.fail_after(self._bounds.whole):
                return await self._follow(ask)
        except TimeoutError:
            return Failure(Trouble.TIMEOUT, f"no whole answer within {self._bounds.whole:g} s")
        except AddressRefusedError as error:
            return Failure(Trouble.REFUSED, str(error))
        except httpcore2.TimeoutException as error:
            return Failure(Trouble.TIMEOUT, f"no answer in time ({type(error).__name__})")
        except (httpcore2.ConnectError, ssl.SSLError) as error:
            return Failure(Trouble.UNREACHABLE, str(error) or "the connection failed")
        except httpcore2.UnsupportedProtocol as error:
            return Failure(Trouble.REFUSED, str(error))
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            return Failure(Trouble.BROKEN, f"the answer is cut off or no HTTP: {error}")
        except InputError as error:
            return Failure(Trouble.BROKEN, str(error))

    async def _follow(self, ask: Ask) -> Outcome:
        url, permanent = ask.url, True
        for _ in range(self._bounds.hops + 1):
            if why := unfit(url):
                return Failure(Trouble.REFUSED, why)
            answer = await self._once(url, ask)
            if isinstance(answer, Failure):
                return answer
            if answer.status not in (REDIRECTS if ask.form is None else REPEATED):
                return replace(answer, moved=url if permanent and url != ask.url else None)
            if not answer.moved:
                return Failure(Trouble.BROKEN, f"status {answer.status} without a place to go on")
            permanent = permanent and answer.status in PERMANENT
            try:
                url = urljoin(url, answer.moved)
            except ValueError:
                return Failure(Trouble.REFUSED, f"{answer.moved[:200]!r} is no address")
        return Failure(Trouble.LOOP, f"more than {self._bounds.hops} redirects")

    async def _once(self, url: str, ask: Ask) -> Outcome:
        bounds = self._bounds
        timeouts = {"connect": bounds.connect, "read": bounds.read, "write": bounds.read, "pool": bounds.whole}
        form = None if ask.form is None else urlencode(ask.form).encode()
        async with self._pool.stream(
            "GET" if form is None else "POST",
            _requested(url),
            headers=self._headers(ask, form),
            content=form,
            extensions={"timeout": timeouts},
        ) as response:
            headers = _texts(response.headers)
            if response.status in REDIRECTS:
                return Answer(url, response.status, moved=headers.get("location"))
            packed = bytearray()
            async for piece in response.aiter_stream():
                packed += piece
                if len(packed) > bounds.packed:
                    return Failure(Trouble.TOO_LARGE, f"larger than {bounds.packed >> 20} MB")
        body = unpacked_body(bytes(packed), headers.get("content-encoding", ""), bounds.body)
        return Answer(
            url=url,
            status=response.status,
            body=body,
            media_type=headers.get("content-type", ""),
            etag=_short(headers.get("etag")),
            modified=_short(headers.get("last-modified")),
            retry_after=self._seconds(headers.get("retry-after", "")),
            max_age=_max_age(headers.get("cache-control", "")),
            links=tuple(filter(None, [headers.get("link")])),
        )

    def _headers(self, ask: Ask, form: bytes | None) -> list[tuple[bytes, bytes]]:
        """Return the headers of a request, in bytes, since a server may use any in its ETag."""
        headers = [("User-Agent", self._agent), ("Accept", ask.accept), ("Accept-Encoding", ACCEPTED)]
        headers += [("If-None-Match", ask.etag)] if ask.etag else []
        headers += [("If-Modified-Since", ask.modified)] if ask.modified else []
        if form is not None:
            headers += [("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", str(len(form)))]
        return [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers]

    def _seconds(self, value: str) -> float | None:
        """Read a Retry-After header, which holds seconds or a date (RFC 9110 §10.2.3)."""
        value = value.strip()
        if _SECONDS.fullmatch(value):
            return float(value)
        try:
            at = parsedate_to_datetime(value)
        except ValueError:
            return None
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        return max(0.0, (at - self._clock()).total_seconds())


def unfit(url: str) -> str | None:
    """Say why a URL can't be asked for, or return None."""
    try:
        url.encode()
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return f"{url[:200]!r} is no address"
    if parts.scheme not in {"http", "https"}:
        return f"only http and https are asked, not {parts.scheme[:40]!r}"
    if parts.username is not None or parts.password is not None:
        return "an address that holds a user's name is not asked"
    if not parts.hostname or len(url) > _LONGEST_URL:
        return f"{url[:200]!r} is no address"
    return None


def _requested(url: str) -> str:
    """Return a URL as it goes over the wire: its host as IDNA, the rest percent-encoded, no fragment."""
    parts = urlsplit(url)
    name = parts.hostname or ""
    try:
        host = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise InputError(f"{name[:100]!r} is no host") from error
    host = f"[{host}]" if ":" in host else host
    authority = host if parts.port is None else f"{host}:{parts.port}"
    path = quote(parts.path or "/", safe=_KEPT)
    return urlunsplit((parts.scheme, authority, path, quote(parts.query, safe=_KEPT + "?"), ""))


def _short(mark: str | None) -> str | None:
    return mark if mark and len(mark) <= _LONGEST_MARK else None


def _texts(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by name in small letters; of several of one name the first counts."""
    found: dict[str, str] = {}
    for name, value in headers:
        found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
    return found


def _max_age(cache_control: str) -> float | None:
    match = _MAX_AGE.search(cache_control)
    return float(match[1]) if match else None
