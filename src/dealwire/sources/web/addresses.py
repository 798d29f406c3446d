"""Which network addresses may be asked: public ones only, whatever a name resolves to at the moment of connecting.

The check stands where the connection is made, and connects to the very address that it checked: a redirect, a name
that resolves to a private address, and one whose answer flips between a check and its use all meet it (server-side
request forgery and DNS rebinding; OWASP, "Server Side Request Forgery Prevention Cheat Sheet").
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import anyio
from httpcore2 import SOCKET_OPTION, AnyIOBackend, AsyncNetworkBackend, AsyncNetworkStream, ConnectError, ConnectTimeout

Address = IPv4Address | IPv6Address

TRIED = 3
"""At most so many of a name's addresses are tried, one after the other."""

_ALSO_REFUSED = tuple(
    ip_network(block)
    for block in (
        "192.0.0.0/24",  # IETF protocol assignments; Oracle's metadata service
        "168.63.129.16/32",  # Azure's host agent, a public address that only its own machines reach
        "64:ff9b:1::/48",  # local-use NAT64
    )
)
_NAT64 = ip_network("64:ff9b::/96")


class AddressRefusedError(Exception):
    """A name leads to an address that must not be asked; the message says which and why."""


def refused(address: Address, *, loopback: bool = False) -> str | None:
    """Say why an address may not be asked, or return None; `loopback` lets this machine's own through."""
    inner = _inner(address)
    if inner.is_loopback:
        return None if loopback else "this machine itself"
    if inner.is_link_local:
        return "link-local, where clouds keep their metadata services"
    if inner.is_multicast or inner.is_unspecified or inner.is_reserved:
        return "no host's address"
    if not inner.is_global or any(inner in block for block in _ALSO_REFUSED if block.version == inner.version):
        return "a private network's"
    return None


def _inner(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one wraps, if it wraps one: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, IPv6Address):
        if wrapped := address.ipv4_mapped or address.sixtofour:
            return wrapped
        if teredo := address.teredo:
            return teredo[1]
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


async def resolve(host: str, port: int) -> list[Address]:
    """Return a name's addresses in the system's order of preference; raises `OSError` where it has none."""
    found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(sockaddr[0]).partition("%")[0]) for *_, sockaddr in found))


class PublicOnly(AsyncNetworkBackend):
    """Connects to public addresses only, with httpcore's own streams."""

    def __init__(self, *, loopback: bool = False) -> None:
        self._loopback = loopback
        self._network = AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> AsyncNetworkStream:
        """Connect to a checked address of a host; raises `AddressRefusedError` if any of its addresses is refused."""
        try:
            with anyio.fail_after(timeout):
                addresses = await resolve(host, port)
        except TimeoutError as error:
            raise ConnectTimeout(f"looking up {host} took too long") from error
        except (OSError, UnicodeError) as error:
            raise ConnectError(f"{host} has no address") from error
        for address in addresses:
            if why := refused(address, loopback=self._loopback):
                raise AddressRefusedError(f"{host} is {why}" if host == str(address) else f"{host} is {address}, {why}")
        trouble: Exception = ConnectError(f"{host} has no address")
        for address in addresses[:TRIED]:
            try:
                return await self._network.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (ConnectError, ConnectTimeout) as error:
                trouble = error
        raise trouble

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._network.sleep(seconds)
