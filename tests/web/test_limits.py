"""Who may ask how often: addresses, keys, and keys that are none."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.testclient import TestClient

from dealwire.core.quota import Quota
from dealwire.errors import StoreError, UsageError
from dealwire.service.door import Dealwire
from dealwire.web import limits
from dealwire.web.app import create_app
from dealwire.web.limits import Clients, Rates, network, rates, secret_of, shows_key
from dealwire.web.site import Site


@pytest.fixture
def wire(tmp_path: Path) -> Dealwire:
    return Dealwire(str(tmp_path / "t.db"))


@pytest.fixture
def client(wire: Dealwire, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Return a reader of a server at which no time passes."""
    monkeypatch.setattr(limits, "monotonic", lambda: 100.0)
    monkeypatch.setattr("dealwire.web.app.Clients", lambda rates: Clients(rates, lambda: 100.0))
    with TestClient(create_app(wire, rates=Rates(anyone=3, keyed=5)), raise_server_exceptions=False) as client:
        yield client


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def test_an_address_that_asks_too_often_is_told_when_to_come_back(client: TestClient) -> None:
    answers = [client.get("/api/v1/deals", headers={"Origin": "https://x.example"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0].headers["RateLimit-Policy"] == '"address";q=3;w=60'
    assert [answer.headers["RateLimit"] for answer in answers] == [
        '"address";r=2;t=20', '"address";r=1;t=40', '"address";r=0;t=60', '"address";r=0;t=60',
    ]  # fmt: skip
    assert answers[3].headers["Retry-After"] == "20"
    assert answers[3].headers["content-type"] == "application/problem+json"
    assert answers[3].json()["title"] == "Too Many Requests"
    assert answers[3].headers["Access-Control-Expose-Headers"].count("RateLimit") == 2
    assert client.get("/deals").status_code == 200


def test_what_has_not_changed_and_what_is_wrong_counts_too(client: TestClient) -> None:
    tag = client.get("/api/v1/deals").headers["ETag"]
    assert client.get("/api/v1/deals", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/api/v1/nothing").status_code == 404
    assert client.head("/api/v1/deals").status_code == 429


def test_a_key_has_a_quota_of_its_own(client: TestClient, wire: Dealwire) -> None:
    made, secret = wire.keys.add("importer")
    generous, other = wire.keys.add("mirror", rate=7)
    for holder, quota in ((secret, 5), (other, 7)):
        answers = [client.get("/api/v1/deals", headers=bearer(holder)) for _ in range(quota + 1)]
        assert [answer.status_code for answer in answers] == [200] * quota + [429]
        assert answers[0].headers["RateLimit-Policy"] == f'"key";q={quota};w=60'
    assert made.id != generous.id
    assert client.get("/api/v1/deals").status_code == 200


def test_a_key_that_is_none_opens_nothing_and_counts_for_its_address(client: TestClient, wire: Dealwire) -> None:
    made, secret = wire.keys.add("importer")
    assert client.get("/api/v1/deals", headers=bearer(secret)).status_code == 200
    wire.keys.revoke(made.id)
    for wrong in (secret, "dw_" + "x" * 43, "sesame"):
        answer = client.get("/api/v1/deals", headers=bearer(wrong))
        assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
        assert answer.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'
    assert client.get("/api/v1/deals", headers=bearer("again")).status_code == 429


def test_a_store_that_is_away_is_a_problem(client: TestClient, wire: Dealwire, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(_: str) -> None:
        raise StoreError("the disk is gone")

    monkeypatch.setattr(wire.keys, "holder", away)
    answer = client.get("/api/v1/deals", headers=bearer("dw_x"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_only_a_digest_of_a_secret_is_kept(wire: Dealwire, tmp_path: Path) -> None:
    made, secret = wire.keys.add("importer")
    assert len(secret) > 40
    assert wire.keys.every() == [made]
    assert wire.keys.holder(secret) == made
    wire.store.close()
    assert all(secret.encode() not in path.read_bytes() for path in tmp_path.iterdir())


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_key_needs_a_name(wire: Dealwire, name: str) -> None:
    with pytest.raises(UsageError):
        wire.keys.add(name)


def test_a_key_is_revoked_once(wire: Dealwire) -> None:
    made, _ = wire.keys.add("importer")
    assert wire.keys.revoke(made.id).revoked_at is not None
    with pytest.raises(UsageError, match="already"):
        wire.keys.revoke(made.id)
    with pytest.raises(UsageError, match="key list"):
        wire.keys.revoke("k-0000")


def test_a_request_shows_a_key_or_not(wire: Dealwire) -> None:
    _, secret = wire.keys.add("importer")
    headers = [(b"authorization", f"bearer  {secret}".encode())]
    assert shows_key(Request({"type": "http", "headers": headers}), wire.keys)
    assert not shows_key(Request({"type": "http", "headers": []}), wire.keys)
    assert secret_of(Headers({"authorization": "Basic " + b64encode(f"reader:{secret}".encode()).decode()})) == secret
    assert secret_of(Headers({"authorization": f"Basic {secret}"})) == "?"
    assert secret_of(Headers({"authorization": f"Digest {secret}"})) == ""


def test_an_ipv6_network_is_one_client() -> None:
    ours = [network({"client": (host, 1)}) for host in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")]
    assert ours[0] == ours[1] != network({"client": ("2001:db8:1:3::1", 1)})
    assert network({"client": ("192.0.2.7", 1)}) == "192.0.2.7"
    assert network({"client": None}) == ""
    assert network({"client": ("testclient", 1)}) == "testclient"


def test_clients_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CLIENTS", 2)
    clients, quota = Clients(Rates(1), lambda: 50.0), Quota("address", 1)
    assert [clients.take(name, quota).passes for name in ("a", "b", "a", "c", "a", "b")] == [
        True, True, False, True, False, True,
    ]  # fmt: skip


def test_rates_are_numbers() -> None:
    assert rates("0", "60") == Rates(0, 60)
    with pytest.raises(UsageError, match="no number"):
        rates("many", "60")


def test_a_private_site_lets_programs_in_by_key(wire: Dealwire) -> None:
    _, secret = wire.keys.add("importer")
    with TestClient(create_app(wire, Site(private=True))) as client:
        turned_away = client.get("/api/v1/deals")
        assert (turned_away.status_code, turned_away.headers["content-type"]) == (401, "application/problem+json")
        assert client.get("/api/v1/deals", headers=bearer("dw_none")).status_code == 401
        assert client.get("/api/v1/deals", headers=bearer(secret)).status_code == 200
