from __future__ import annotations

from ipaddress import ip_address

import anyio
import pytest
from httpcore2 import AnyIOBackend, ConnectError

from dealwire.sources.web import addresses
from dealwire.sources.web.addresses import AddressRefusedError, PublicOnly, refused


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",  # noqa: S104 - what is refused
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "2002:7f00:1::",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
    ],
)
def test_addresses_of_private_places_are_refused(address: str) -> None:
    assert refused(ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_public_addresses_are_not(address: str) -> None:
    assert refused(ip_address(address)) is None


def test_loopback_is_let_through_by_setting_and_nothing_else_is() -> None:
    assert refused(ip_address("127.0.0.1"), loopback=True) is None
    assert refused(ip_address("::ffff:127.0.0.1"), loopback=True) is None
    assert refused(ip_address("169.254.169.254"), loopback=True)
    assert refused(ip_address("10.0.0.1"), loopback=True)


def connect(host: str) -> None:
    async def go() -> None:
        await PublicOnly().connect_tcp(host, 9, timeout=2)

    anyio.run(go)


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.0.0.1", "[::1]"[1:-1]])
def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises(AddressRefusedError, match="this machine itself"):
        connect(host)


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(_host: str, _port: int) -> list[object]:
        return [ip_address("93.184.216.34"), ip_address("10.0.0.7")]

    monkeypatch.setattr(addresses, "resolve", resolve)
    with pytest.raises(AddressRefusedError, match=r"10\.0\.0\.7, a private network's"):
        connect("mixed.example")


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name whose next answer would be private: it is looked up once, and that answer is used."""
    answers = [[ip_address("192.0.2.1")], [ip_address("127.0.0.1")]]
    asked: list[str] = []

    async def resolve(host: str, _port: int) -> list[object]:
        asked.append(host)
        return list(answers.pop(0))

    connected: list[str] = []

    async def connect_tcp(_self: object, host: str, *_: object) -> None:
        connected.append(host)
        raise ConnectError("nobody there")

    monkeypatch.setattr(addresses, "resolve", resolve)
    monkeypatch.setattr(addresses, "refused", lambda *_, **__: None)
    monkeypatch.setattr(AnyIOBackend, "connect_tcp", connect_tcp)
    with pytest.raises(ConnectError):
        connect("flips.example")
    assert (asked, connected) == (["flips.example"], ["192.0.2.1"])


@pytest.mark.parametrize(
    ("host", "words"),
    [("127.0.0.1", "127.0.0.1 is this machine itself"), ("localhost", "localhost is 127.0.0.1, this machine itself")],
)
def test_an_address_that_is_refused_is_told_once(host: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(_host: str, _port: int) -> list[object]:
        return [ip_address("127.0.0.1")]

    monkeypatch.setattr(addresses, "resolve", resolve)
    with pytest.raises(AddressRefusedError) as told:
        connect(host)
    assert str(told.value) == words
