"""Signing in and what it lets one do: cookies, forged requests, guessing, roles on every route, private sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from dealwire.core import throttle
from dealwire.errors import StoreError, UsageError
from dealwire.model.accounts import Role
from dealwire.service.door import Dealwire
from dealwire.web import tokens
from dealwire.web.app import create_app
from dealwire.web.forms import LARGEST, Members, Posts
from dealwire.web.gate import local
from dealwire.web.site import Site, site
from tests.web.people import WORDS, sign_in, token_of

TLS = Site("https://deals.example")
OWN, OTHER = {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "cross-site"}


class Time:
    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def wire(tmp_path: Path, time: Time) -> Dealwire:
    wire = Dealwire(str(tmp_path / "t.db"), clock=time)
    for name, role in (("Ada", Role.EDITOR), ("Rhea", Role.READER), ("Adam", Role.ADMIN)):
        wire.people.add("root", name, role, WORDS)
    return wire


@pytest.fixture
def client(wire: Dealwire) -> Iterator[TestClient]:
    with TestClient(create_app(wire), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def by_tls(wire: Dealwire) -> Iterator[TestClient]:
    with TestClient(create_app(wire, TLS), TLS.origin, raise_server_exceptions=False) as client:
        yield client


def actions(wire: Dealwire) -> list[str]:
    return [event.action for event in wire.people.log(100)]


# --- cookies and sessions


def test_by_tls_cookies_are_the_hosts_alone_and_out_of_scripts_reach(by_tls: TestClient) -> None:
    answer = sign_in(by_tls)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    (cookie,) = [c for c in answer.headers.get_list("set-cookie") if "session" in c]
    name, *flags = cookie.split("; ")
    assert re.fullmatch(r"__Host-session=[\w-]{43}", name)
    assert {flag.lower() for flag in flags} == {"httponly", "path=/", "samesite=lax", "secure"}
    assert "__Host-session=" in by_tls.get("/deals").request.headers["cookie"]
    assert by_tls.get("/").headers["Strict-Transport-Security"].startswith("max-age=")


def test_without_tls_the_cookie_has_no_prefix_and_is_still_out_of_scripts_reach(client: TestClient) -> None:
    (cookie,) = [c for c in sign_in(client).headers.get_list("set-cookie") if "session" in c]
    assert cookie.startswith("session=")
    assert {f.lower() for f in cookie.split("; ")[1:]} == {"httponly", "path=/", "samesite=lax"}
    assert "Strict-Transport-Security" not in client.get("/").headers


def test_a_session_that_someone_else_chose_is_never_taken(client: TestClient) -> None:
    client.cookies.set("session", "chosen-by-another", domain="testserver.local", path="/")
    assert "Sign out" not in client.get("/").text
    sign_in(client)
    assert client.cookies["session"] != "chosen-by-another"
    sign_in_again = client.get("/login", follow_redirects=False)
    assert sign_in_again.headers["location"] == "/"
    assert "Signed in as Ada" in client.get("/").text


def test_each_signing_in_begins_a_session_and_ends_the_one_before(client: TestClient, wire: Dealwire) -> None:
    form = client.get("/login").text
    fields = {"token": token_of(form), "name": "Ada", "password": WORDS}
    client.post("/login", data=fields, follow_redirects=False)
    first = client.cookies["session"]
    client.cookies.set("login", "again")
    fields["token"] = tokens.masked(sha256(b"login\x1fagain").hexdigest())
    client.post("/login", data=fields, follow_redirects=False)
    assert client.cookies["session"] != first
    assert wire.people.visitor(first) is None


def test_signing_out_needs_the_token_and_ends_the_session_in_the_store(client: TestClient, wire: Dealwire) -> None:
    sign_in(client)
    id_ = client.cookies["session"]
    assert client.get("/logout").status_code == 405
    assert client.post("/logout", data={"token": "x"}).status_code == 403
    assert wire.people.visitor(id_) is not None
    token = token_of(client.get("/deals").text)
    assert client.post("/logout", data={"token": token}, follow_redirects=False).status_code == 303
    assert wire.people.visitor(id_) is None
    assert "Sign out" not in client.get("/").text


def test_a_session_ends_by_itself(client: TestClient, time: Time) -> None:
    sign_in(client)
    time.now += timedelta(minutes=59)
    assert "Signed in as Ada" in client.get("/").text
    time.now += timedelta(minutes=61)
    assert "Sign out" not in client.get("/").text


def test_what_a_member_sees_is_kept_nowhere(client: TestClient) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-cache"
    assert client.get("/login").headers["Cache-Control"] == "no-store"
    sign_in(client)
    assert client.get("/").headers["Cache-Control"] == "no-store"
    assert "Cookie" in client.get("/").headers["Vary"]


def test_readers_get_no_cookie(client: TestClient) -> None:
    assert [client.get(path).headers.get("set-cookie") for path in ("/", "/deals", "/search")] == [None] * 3


# --- forged requests


@pytest.mark.parametrize("headers", [OTHER, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"}])
def test_what_another_site_sends_is_refused_with_whatever_token(client: TestClient, headers: dict[str, str]) -> None:
    sign_in(client)
    token = token_of(client.get("/").text)
    assert client.post("/logout", data={"token": token}, headers=headers).status_code == 403
    assert client.post("/login", data={"token": token}, headers=headers).status_code == 403
    assert "Signed in as Ada" in client.get("/").text


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://deals.example", "https://deals.example.evil"]
)
def test_an_old_browser_tells_by_origin(by_tls: TestClient, origin: str) -> None:
    sign_in(by_tls)
    token = token_of(by_tls.get("/").text)
    assert by_tls.post("/logout", data={"token": token}, headers={"Origin": origin}).status_code == 403
    right = by_tls.post("/logout", data={"token": token}, headers={"Origin": TLS.origin}, follow_redirects=False)
    assert right.status_code == 303


@pytest.mark.parametrize("token", ["", "x", "====", "é", "QUFB", "A" * 5000])
def test_a_form_without_the_sessions_token_does_nothing(client: TestClient, token: str) -> None:
    sign_in(client)
    assert client.post("/logout", data={"token": token}, headers=OWN).status_code == 403
    assert "Signed in as Ada" in client.get("/").text


def test_a_token_of_another_session_does_nothing(client: TestClient, wire: Dealwire) -> None:
    with TestClient(create_app(wire)) as other:
        sign_in(other, "Adam")
        token = token_of(other.get("/").text)
        sign_in(client)
        assert client.post("/logout", data={"token": token}).status_code == 403


def test_signing_in_needs_the_form_of_this_browser(client: TestClient) -> None:
    fields = {"name": "Ada", "password": WORDS}
    assert client.post("/login", data=fields).status_code == 403
    with TestClient(client.app) as other:
        fields["token"] = token_of(other.get("/login").text)
    client.get("/login")
    answer = client.post("/login", data=fields, follow_redirects=False)
    assert answer.status_code == 403
    assert "too old" in answer.text
    assert "session" not in client.cookies


def test_a_token_looks_different_each_time_and_is_the_same(client: TestClient) -> None:
    sign_in(client)
    seen = {token_of(client.get("/").text) for _ in range(3)}
    assert len(seen) == 3
    secret = "ab" * 32
    assert all(tokens.matches(tokens.masked(secret), secret) for _ in range(5))


@pytest.mark.parametrize("body", [b"token=" + b"x" * LARGEST, b"&".join(b"a=%d" % n for n in range(100)), b"\xff\xfe"])
def test_a_form_that_is_none_is_refused(client: TestClient, body: bytes) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/login", content=body, headers=headers).status_code in (400, 413)


# --- guessing


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(client: TestClient) -> None:
    answers = [sign_in(client, name, "not the words at all") for name in ("Ada", "Nobody")]
    texts = [re.sub(r'value="[^"]*"', "", answer.text) for answer in answers]
    assert [a.status_code for a in answers] == [403, 403]
    assert texts[0] == texts[1]
    assert "belong together" in texts[0]


@pytest.mark.parametrize("name", ["Ada", "Nobody"])
def test_guessing_is_answered_with_a_wait_that_the_clock_ends(client: TestClient, time: Time, name: str) -> None:
    for _ in range(throttle.FREE_OF_NAME):
        assert sign_in(client, name, "not the words at all").status_code == 403
    slowed = sign_in(client, name, WORDS)
    assert slowed.status_code == 429
    assert 1 <= int(slowed.headers["Retry-After"]) <= 30
    assert "Too many tries" in slowed.text
    time.now += timedelta(seconds=31)
    assert sign_in(client, name, WORDS).status_code == (303 if name == "Ada" else 403)


def test_tries_are_logged_with_their_address(client: TestClient, wire: Dealwire) -> None:
    sign_in(client, "Ada", "not the words at all")
    sign_in(client)
    last, first = wire.people.log(2)
    assert (first.who, first.action, first.address) == ("Ada", "sign-in failed", "testclient")
    assert (last.who, last.action, last.address) == ("Ada", "signed in", "testclient")


# --- roles


def members(client: TestClient) -> list[Members | Posts]:
    routes = client.app.routes  # type: ignore[attr-defined]
    return [route for route in routes if isinstance(route, Members | Posts)]


def test_every_route_that_takes_a_form_is_guarded(client: TestClient) -> None:
    routes = client.app.routes  # type: ignore[attr-defined]
    unguarded = [r for r in routes if not isinstance(r, Members | Posts | Mount)]
    takes = {r.path for r in unguarded if isinstance(r, Route) and set(r.methods or ()) - {"GET", "HEAD"}}
    assert takes == {"/login"}
    assert len(members(client)) >= 2


def test_each_route_lets_in_whose_role_covers_it_and_nobody_else(client: TestClient, wire: Dealwire) -> None:
    for name, role in ((None, None), ("Rhea", Role.READER), ("Ada", Role.EDITOR), ("Adam", Role.ADMIN)):
        client.cookies.clear()
        if name:
            assert sign_in(client, name).status_code == 303
        token = token_of(client.get("/").text) if name else ""
        for route in members(client):
            may = role is not None and role.covers(route.needs)
            path = re.sub(r"\{[^}]*\}", "x", route.path)
            if isinstance(route, Members):
                answer = client.get(path, follow_redirects=False)
                expected = (303,) if role is None else (403,)
                assert role is not None or answer.headers["location"].startswith("/login?next=%2F")
            elif path == "/logout" and may:
                continue
            else:
                answer = client.post(path, data={"token": token}, headers=OWN, follow_redirects=False)
                expected = (403,)
            assert (answer.status_code in expected) is not may, (name, path, answer.status_code)
    assert "account added" in actions(wire)


def test_a_role_that_is_taken_away_is_gone_at_the_next_request(client: TestClient, wire: Dealwire) -> None:
    sign_in(client, "Adam")
    assert client.get("/log").status_code == 200
    wire.people.set_role("root", "Adam", Role.EDITOR)
    assert client.get("/log").status_code == 403
    wire.people.remove("root", "Adam")
    assert client.get("/log", follow_redirects=False).status_code == 303


def test_the_log_shows_who_did_what_and_pages_follow(client: TestClient, wire: Dealwire) -> None:
    for n in range(110):
        wire.people.set_role("<b>root</b>", "Rhea", list(Role)[n % 2])
    sign_in(client, "Adam")
    first = client.get("/log")
    assert "role changed" in first.text
    assert "&lt;b&gt;root" in first.text
    second = client.get(re.findall(r'href="(/log\?page=2)"', first.text)[0]).text
    assert "account added" in second
    assert 'rel="next"' not in second


# --- where one is led


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/review?kind=conflict", "/review?kind=conflict"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/a\\b", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/\t/evil.example", "/"),
        ("/\n//evil.example", "/"),
        ("", "/"),
        ("deals", "/"),
        ("/" + "a" * 5000, "/"),
    ],
)
def test_one_is_led_within_the_site_only(client: TestClient, path: str, expected: str) -> None:
    assert sign_in(client, next_=path).headers["location"] == expected


@given(st.text(max_size=40))
def test_no_text_leads_elsewhere(path: str) -> None:
    assert re.match(r"/(?![/\\])", local(path))
    assert re.search(r"[\\\x00-\x1f]", local(path)) is None


def test_who_must_sign_in_is_led_back_to_the_page(client: TestClient) -> None:
    asked = client.get("/log?page=2", follow_redirects=False)
    assert asked.headers["location"] == "/login?next=%2Flog%3Fpage%3D2"
    assert sign_in(client, "Adam", next_="/log?page=2").headers["location"] == "/log?page=2"


# --- private sites, and sites without TLS


@pytest.fixture
def private(wire: Dealwire) -> Iterator[TestClient]:
    with TestClient(create_app(wire, Site(private=True)), raise_server_exceptions=False) as client:
        yield client


def test_a_private_site_shows_nothing_to_anyone(private: TestClient) -> None:
    html = {"Accept": "text/html"}
    paths = ["/", "/deals", "/deals.csv", "/search?q=a", "/nothing-here", "/loginx/../deals", "/static/../deals"]
    for path in paths:
        for headers in ({}, html):
            answer = private.get(path, headers=headers, follow_redirects=False)
            assert answer.status_code in (303, 401), path
            assert "deal" not in answer.text.casefold()
    assert private.get("/static/site.css").status_code == 200
    assert private.get("/login").status_code == 200
    sign_in(private, "Rhea")
    assert private.get("/deals").status_code == 200


def test_nobody_signs_in_where_the_password_would_cross_the_network(wire: Dealwire) -> None:
    with TestClient(create_app(wire, Site(signs_in=False))) as client:
        form = client.get("/login")
        assert "isn&#39;t protected by TLS" in form.text
        assert 'type="password"' not in form.text
        assert client.post("/login", data={"name": "Ada", "password": WORDS}).status_code == 403


@pytest.mark.parametrize(
    ("address", "host", "expected"),
    [
        ("", "127.0.0.1", Site("", False, True)),
        ("", "::1", Site("", False, True)),
        ("", "localhost", Site("", False, True)),
        ("", "0.0.0.0", Site("", False, False)),  # noqa: S104 - told, not bound
        ("http://deals.example", "127.0.0.1", Site("http://deals.example", False, False)),
        ("https://deals.example/", "0.0.0.0", Site("https://deals.example", False, True)),  # noqa: S104
        ("https://[::1]:8443", "::", Site("https://[::1]:8443", False, True)),
    ],
)
def test_passwords_are_asked_for_by_tls_or_on_this_machine(address: str, host: str, expected: Site) -> None:
    assert site(address, host, private=False) == expected


def test_a_private_site_without_tls_and_an_address_that_is_none_are_refused() -> None:
    with pytest.raises(UsageError, match="needs TLS"):
        site("", "0.0.0.0", private=True)  # noqa: S104
    for address in ("deals.example", "ftp://deals.example", "https://", "https://a.example/b", "https://a.example:x"):
        with pytest.raises(UsageError, match="is no site"):
            site(address, "127.0.0.1", private=False)


def test_a_store_that_is_away_lets_nobody_in_and_says_so(
    client: TestClient, wire: Dealwire, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client, "Adam")

    def away(_: str) -> None:
        raise StoreError("the disk is gone")

    monkeypatch.setattr(wire.people, "visitor", away)
    answer = client.get("/log")
    assert answer.status_code == 503
    assert "the disk is gone" in answer.text
    assert answer.headers["X-Frame-Options"] == "DENY"
