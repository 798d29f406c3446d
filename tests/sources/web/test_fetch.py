from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime

import anyio
import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.model.fetching import Answer, Ask, Failure, Outcome, Trouble
from dealwire.sources.web.fetch import Bounds, Fetcher, unfit
from tests.misbehaving import Asked, Misbehaving, Play, Send, answer, dripping, head, serving

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
BOUNDS = Bounds(connect=1, read=0.5, whole=1.5, packed=100_000, body=200_000, hops=3)


def fetch(ask: Ask | str, bounds: Bounds = BOUNDS, *, loopback: bool = True) -> Outcome:
    async def go() -> Outcome:
        async with Fetcher("tester/1", loopback=loopback, bounds=bounds, clock=lambda: NOW) as fetcher:
            return await fetcher.fetch(Ask(ask) if isinstance(ask, str) else ask)

    return anyio.run(go)


def played(play: Play, path: str = "/a") -> Outcome:
    with serving({path: play}) as server:
        return fetch(server.url(path))


def trouble(outcome: Outcome) -> Trouble:
    assert isinstance(outcome, Failure), outcome
    assert outcome.reason
    return outcome.trouble


def body(outcome: Outcome) -> bytes:
    assert isinstance(outcome, Answer), outcome
    return outcome.body


def test_an_answer_comes_with_what_the_next_request_needs() -> None:
    headers = {"ETag": '"7"', "Last-Modified": "Fri, 20 Mar 2026 10:00:00 GMT", "Cache-Control": "public, max-age=900"}
    got = played(answer("hello", headers={**headers, "Content-Type": "text/html; charset=gbk"}))
    assert isinstance(got, Answer)
    assert (got.status, got.body, got.media_type, got.moved) == (200, b"hello", "text/html; charset=gbk", None)
    assert (got.etag, got.modified, got.max_age) == ('"7"', "Fri, 20 Mar 2026 10:00:00 GMT", 900)


def test_what_is_known_is_asked_for_conditionally_and_honestly() -> None:
    with serving({"/a": answer(status=304)}) as server:
        got = fetch(Ask(server.url("/a"), etag='"7"', modified="Fri, 20 Mar 2026 10:00:00 GMT"))
        headers = server.asked[0].headers
    assert isinstance(got, Answer)
    assert got.status == 304
    assert headers["if-none-match"] == '"7"'
    assert headers["if-modified-since"] == "Fri, 20 Mar 2026 10:00:00 GMT"
    assert headers["user-agent"] == "tester/1"
    assert headers["host"].startswith("127.0.0.1:")


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", lambda b: gzip.compress(b[:3]) + gzip.compress(b[3:]) + b"\0\0"),
        ("deflate", zlib.compress),
        ("deflate", lambda b: zlib.compress(b)[2:-4]),
        ("br", brotli.compress),
        ("zstd", zstandard.compress),
        ("identity", bytes),
        ("gzip, br", lambda b: brotli.compress(gzip.compress(b))),
    ],
)
def test_packed_bodies_are_unpacked(name: str, pack: object) -> None:
    packed = pack("融资 news".encode())  # type: ignore[operator]
    assert body(played(answer(packed, headers={"Content-Encoding": name}))).decode() == "融资 news"


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(b"x" * 5_000, mtime=0)[:-20]),
        ("gzip", b"<html>not packed at all</html>"),
        ("br", brotli.compress(b"y" * 5_000)[:-2]),
        ("zstd", b"nothing of the sort"),
        ("compress", b"\x1f\x9d"),
        ("gzip, gzip, gzip", gzip.compress(b"x", mtime=0)),
        ("gzip", gzip.compress(bytes(1_000_000), mtime=0)),
        ("br", brotli.compress(bytes(1_000_000))),
        ("zstd", zstandard.compress(bytes(1_000_000))),
    ],
)
def test_packed_bodies_that_are_broken_or_bombs_are_refused(name: str, packed: bytes) -> None:
    assert trouble(played(answer(packed, headers={"Content-Encoding": name}))) is Trouble.BROKEN


def redirect(to: str, status: int) -> Play:
    return answer(status=status, headers={"Location": to})


def test_only_redirects_that_are_all_permanent_move_a_source() -> None:
    plays = {
        "/old": redirect("/older", 301),
        "/older": redirect("/new?q=1#part", 308),
        "/mixed": redirect("/temporary", 301),
        "/temporary": redirect("/new?q=1", 302),
        "/new?q=1": answer("here"),
    }
    with serving(plays) as server:
        moved, stayed, new = fetch(server.url("/old")), fetch(server.url("/mixed")), server.url("/new?q=1")
    assert isinstance(moved, Answer)
    assert isinstance(stayed, Answer)
    assert (moved.body, moved.moved) == (b"here", new + "#part")
    assert (stayed.url, stayed.body, stayed.moved) == (new, b"here", None)


def test_redirects_are_followed_so_far_and_no_further() -> None:
    plays = {f"/{n}": redirect(f"/{n + 1}", 302) for n in range(10)} | {"/round": redirect("/round", 301)}
    plays |= {"/nowhere": answer(status=302), "/four": redirect("/3b", 302)}
    with serving(plays) as server:
        assert trouble(fetch(server.url("/0"))) is Trouble.LOOP
        assert trouble(fetch(server.url("/round"))) is Trouble.LOOP
        assert server.times("/round") == BOUNDS.hops + 1
        assert trouble(fetch(server.url("/nowhere"))) is Trouble.BROKEN


@pytest.mark.parametrize(
    "to", ["http://169.254.169.254/latest/meta-data", "http://10.0.0.1/", "http://[::ffff:192.168.0.1]/", "file:///etc"]
)
def test_a_redirect_to_a_private_place_is_not_followed(to: str) -> None:
    assert trouble(played(redirect(to, 302))) is Trouble.REFUSED


def test_loopback_is_asked_only_where_it_is_allowed() -> None:
    with serving({"/a": answer("secret")}) as server:
        got = fetch(server.url("/a"), loopback=False)
        assert (trouble(got), server.asked) == (Trouble.REFUSED, [])


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "http://u:p@a.example/", "javascript:1", "http://[::", ""],
)
def test_what_is_no_address_of_the_web_is_not_asked(url: str) -> None:
    assert unfit(url)
    assert trouble(fetch(url)) is Trouble.REFUSED


@given(st.binary(max_size=60), st.binary(max_size=60), st.sampled_from((200, 301, 304, 503)))
@settings(max_examples=60, deadline=None)
def test_whatever_a_header_says_there_is_an_outcome_and_another_request(place: bytes, mark: bytes, status: int) -> None:
    async def play(_: Asked, send: Send) -> None:
        headers = b"Location: http://127.0.0.1:1/" + place + b"\r\nETag: " + mark + b"\r\nRetry-After: " + mark
        await send(b"HTTP/1.1 %d X\r\nContent-Length: 2\r\n" % status + headers + b"\r\n\r\nhi")

    with serving({"/a": play}) as server:
        got = fetch(server.url("/a"))
        if isinstance(got, Answer):
            fetch(Ask(server.url("/a"), etag=got.etag, modified=got.modified))


@pytest.mark.parametrize("to", ["http://[", "http://a:99999999/", "http://[::1", "//[", "http://\xff\xfe:b/"])
def test_a_redirect_to_what_is_no_address_is_a_failure(to: str) -> None:
    assert trouble(played(redirect(to, 301))) is Trouble.REFUSED


def test_an_etag_too_long_for_a_request_is_not_kept() -> None:
    got = played(answer("x", headers={"ETag": f'"{"a" * 3000}"'}))
    assert isinstance(got, Answer)
    assert got.etag is None


async def endless(_: Asked, send: Send) -> None:
    await send(head(200, {"Content-Type": "text/html"}))
    while True:
        await send(b"x" * 65_536)


def test_endless_slow_and_broken_answers_end() -> None:
    slow_head = dripping([b"H", b"T", b"T", b"P"] * 100, 0.3)
    slow_body = dripping([head(200, {"Content-Length": "100"}), *[b"x"] * 100], 0.3)
    silent = dripping([b""], 30)
    assert trouble(played(endless)) is Trouble.TOO_LARGE
    assert trouble(played(slow_head)) is Trouble.TIMEOUT
    assert trouble(played(slow_body)) is Trouble.TIMEOUT
    assert trouble(played(silent)) is Trouble.TIMEOUT
    assert trouble(played(answer("short", length=500))) is Trouble.BROKEN
    assert trouble(played(dripping([b"SSH-2.0-OpenSSH\r\n\r\n"], 0))) is Trouble.BROKEN
    assert trouble(played(dripping([b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 300_000], 0))) is Trouble.BROKEN


def test_nobody_at_home() -> None:
    with Misbehaving() as server:
        url = server.url("/")
    assert trouble(fetch(url)) is Trouble.UNREACHABLE
    assert trouble(fetch("http://no-such-host.invalid/")) is Trouble.UNREACHABLE


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120),
        ("Fri, 20 Mar 2026 12:05:00 GMT", 300),
        ("Fri, 20 Mar 2020 12:00:00 GMT", 0),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(told: str, seconds: float | None) -> None:
    got = played(answer(status=429, headers={"Retry-After": told}))
    assert isinstance(got, Answer)
    assert got.retry_after == seconds


def test_hosts_and_paths_in_any_script_are_asked_for_as_the_wire_wants_them() -> None:
    with serving({"/%E8%9E%8D%E8%B5%84?q=a%20b": answer("found")}) as server:
        assert body(fetch(server.url("/融资?q=a b#x"))) == b"found"
