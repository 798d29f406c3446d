"""How often a client may ask: quotas for addresses and for keys, told with every answer.

The fields are those of draft-ietf-httpapi-ratelimit-headers-10; a client that is over its quota gets 429 with
Retry-After (RFC 6585, RFC 9110).
"""

from __future__ import annotations

from base64 import b64decode
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dealwire.core.quota import Quota, Taken, take
from dealwire.errors import OutageError, UsageError
from dealwire.model.keys import ApiKey
from dealwire.service.keys import Keys
from dealwire.web.problems import problem

CLIENTS = 50_000
"""Clients that are remembered; the one that asked longest ago is forgotten first, and with it a minute's count."""

ANYONE, KEYED = "address", "key"


@dataclass(frozen=True, slots=True)
class Rates:
    """Requests a minute for an address and for a key; 0 counts none."""

    anyone: int = 0
    keyed: int = 0


def rates(anyone: str, keyed: str) -> Rates:
    """Return the rates that settings name.

    Raises:
        UsageError: one is no number.
    """
    for value in (anyone, keyed):
        if not (value.isascii() and value.isdecimal() and len(value) <= 9):
            raise UsageError(f"{value!r} is no number of requests a minute")
    return Rates(int(anyone), int(keyed))


class Clients:
    """What the clients have taken of their quotas."""

    def __init__(self, rates: Rates, clock: Callable[[], float] = monotonic) -> None:
        self._rates = rates
        self._clock = clock
        self._until: OrderedDict[str, float] = OrderedDict()

    def quota(self, key: ApiKey | None) -> Quota | None:
        """Return the quota of who asks; None where nothing is counted."""
        if key is None:
            return Quota(ANYONE, self._rates.anyone) if self._rates.anyone else None
        rate = key.rate or self._rates.keyed
        return Quota(KEYED, rate) if rate else None

    def take(self, client: str, quota: Quota) -> Taken:
        """Take one request of a client."""
        taken = take(quota, self._until.get(client, 0.0), self._clock())
        self._until[client] = taken.until
        self._until.move_to_end(client)
        if len(self._until) > CLIENTS:
            self._until.popitem(last=False)
        return taken


class Limits:
    """Lets pass what quotas allow."""

    def __init__(self, app: ASGIApp, keys: Keys, clients: Clients) -> None:
        self.app = app
        self._keys = keys
        self._clients = clients

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        secret = secret_of(Headers(scope=scope))
        try:
            key = await run_in_threadpool(self._keys.holder, secret) if secret else None
        except OutageError as error:
            await problem(503, str(error), headers={"Retry-After": "5"})(scope, receive, send)
            return
        quota = self._clients.quota(key)
        if quota is not None:
            taken = self._clients.take(key.id if key else network(scope), quota)
            send = _telling(send, _fields(quota, taken))
            if not taken.passes:
                detail = f"More than {quota.requests} requests a minute: try again in {taken.wait} s."
                await problem(429, detail, headers={"Retry-After": str(taken.wait)})(scope, receive, send)
                return
        if secret and key is None:
            challenge = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
            await problem(401, "No such key, or it was revoked.", headers=challenge)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def secret_of(headers: Headers) -> str:
    """Return the secret that a request shows; "" for none.

    It comes as `Authorization: Bearer …` (RFC 6750), or as the password of `Basic` (RFC 7617), which feed readers know.
    """
    scheme, _, shown = headers.get("authorization", "").partition(" ")
    match scheme.casefold():
        case "bearer":
            return shown.strip()
        case "basic":
            try:
                return b64decode(shown, validate=True).decode().partition(":")[2]
            except ValueError:
                return "?"
        case _:
            return ""


def shows_key(request: Request, keys: Keys) -> bool:
    """Tell whether a request shows a key that is in force."""
    secret = secret_of(request.headers)
    return bool(secret) and keys.holder(secret) is not None


def network(scope: Scope) -> str:
    """Return whom a request counts for: its address; of IPv6 the /64, since whoever has one has all of it."""
    client = scope.get("client")
    host = str(client[0]) if client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(IPv6Address(int(address) >> 64 << 64)) if isinstance(address, IPv6Address) else host


def _fields(quota: Quota, taken: Taken) -> dict[str, str]:
    return {
        "RateLimit-Policy": f'"{quota.name}";q={quota.requests};w={quota.seconds}',
        "RateLimit": f'"{quota.name}";r={taken.remaining};t={taken.whole}',
    }


def _telling(send: Send, fields: dict[str, str]) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(fields)
        await send(message)

    return told
