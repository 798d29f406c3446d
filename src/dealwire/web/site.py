"""How the site is reached, and what follows: whether people can sign in, how cookies are set, who may read."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from dealwire.errors import UsageError


@dataclass(frozen=True, slots=True)
class Site:
    """The site as people reach it.

    `origin` is its scheme and host where that is told, else what each request names. `private`: every page needs an
    account. `signs_in`: passwords may be asked for, since nobody on the way can read them.
    """

    origin: str = ""
    private: bool = False
    signs_in: bool = True

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by TLS."""
        return self.origin.startswith("https://")

    def cookie(self, name: str) -> str:
        """Return a cookie's name; by TLS with the prefix that no other host or plain page can set (RFC 6265bis)."""
        return f"__Host-{name}" if self.secure else name


def site(address: str, host: str, *, private: bool) -> Site:
    """Return the site of a server that listens on `host` and that people reach at `address` ("": just there).

    Without TLS nobody signs in but from this machine: a password would cross the network in clear.

    Raises:
        UsageError: the address is none, or a private site could not be entered.
    """
    origin = _origin(address) if address else ""
    signs_in = origin.startswith("https://") or (not origin and _loopback(host))
    if private and not signs_in:
        raise UsageError(
            "a private site needs TLS, since passwords cross the network: put a server that speaks it in front, and "
            "name the address with --site https://… (docs/how-to/let-editors-in.md)"
        )
    return Site(origin, private, signs_in)


def _origin(address: str) -> str:
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, port = urlsplit(""), ""
    host = f"[{parts.hostname}]" if parts.hostname and ":" in parts.hostname else parts.hostname
    if parts.scheme not in ("http", "https") or not host or parts.path.strip("/") or parts.query:
        raise UsageError(f"{address!r} is no site: name it as https://deals.example")
    return f"{parts.scheme}://{host}{port}"


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
