"""Subscriptions against a hub of our own on loopback, over the wire both ways."""

from __future__ import annotations

import asyncio
import hmac
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

import anyio
import pytest
from anyio import to_thread

from dealwire.app import knowledge
from dealwire.core.intake import websub
from dealwire.model.websub import Stand, Subscription
from dealwire.service import sources
from dealwire.service.watch import Pulse
from dealwire.service.watching import Manners, watch
from dealwire.service.websub import Callbacks
from dealwire.stores import open_store
from dealwire.web.websub import listening, serve
from tests.misbehaving import Asked, Misbehaving, Send, answer, serving
from tests.service.watching import Desk, item


def feed(server: Misbehaving, *items: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>Local</title>'
        f'<a:link rel="hub" href="{server.url("/hub")}"/><a:link rel="self" href="{server.url("/feed")}"/>'
        f"{''.join(items)}</channel></rss>"
    )


def get(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=10) as got:  # noqa: S310 - our own address
            return got.status, got.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def post(url: str, body: bytes, headers: dict[str, str]) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=30) as got:  # noqa: S310
            return int(got.status)
    except urllib.error.HTTPError as error:
        return error.code


@dataclass
class Hub:
    """A hub: notes what it is asked, and verifies as `answers` says; `echoed` is what came back for its challenge."""

    lease: int = 3600
    answers: Callable[[dict[str, str]], dict[str, str] | None] = lambda _: {}
    status: int = 202
    held: threading.Event | None = None
    """Until it is set, the hub keeps its answers back, though it verifies."""
    forms: list[dict[str, str]] = field(default_factory=list)
    echoed: list[tuple[int, bytes]] = field(default_factory=list)

    async def play(self, asked: Asked, send: Send) -> None:
        form = dict(urllib.parse.parse_qsl(asked.body.decode()))
        self.forms.append(form)
        changed = self.answers(form)
        if changed is not None:
            query = {
                "hub.mode": form["hub.mode"],
                "hub.topic": form["hub.topic"],
                "hub.challenge": "c-1",
                "hub.lease_seconds": str(self.lease),
                **changed,
            }
            url = f"{form['hub.callback']}?{urllib.parse.urlencode(query)}"
            self.echoed.append(await asyncio.to_thread(get, url))
        if self.held:
            await asyncio.to_thread(self.held.wait, 20)
        await answer(status=self.status)(asked, send)

    def push(self, body: str, *, secret: str = "", method: str = "sha256") -> int:
        form = self.forms[0]
        signature = hmac.new((secret or form["hub.secret"]).encode(), body.encode(), method).hexdigest()
        headers = {"X-Hub-Signature": f"{method}={signature}", "Content-Type": "application/rss+xml"}
        return post(form["hub.callback"], body.encode(), headers)


@dataclass
class Room:
    """A desk that watches with callbacks, while a test does things from a thread of its own."""

    desk: Desk
    pulse: Pulse = field(default_factory=Pulse)
    told: list[Subscription] = field(default_factory=list)

    def watching(self, work: Callable[[], None]) -> None:
        """Watch while `work` is done."""

        async def go() -> None:
            stop = anyio.Event()
            bound = listening("127.0.0.1:0")
            address = f"http://127.0.0.1:{bound.getsockname()[1]}/websub"
            callbacks = Callbacks(address, partial(serve, bound), self.told.append)
            store = self.desk.store
            async with anyio.create_task_group() as tasks:
                manners = Manners(loopback=True, pause=0)
                about = (store, knowledge("none"), manners, self.desk.clock, stop, self.pulse)
                tasks.start_soon(partial(watch, callbacks=callbacks), *about)
                try:
                    with anyio.fail_after(60):
                        await to_thread.run_sync(work)
                finally:
                    stop.set()

        anyio.run(go)

    def subscriptions(self) -> list[Subscription]:
        """Return those of the source, by a connection of its own."""
        store = open_store(str(self.desk.path), make=False)
        try:
            return store.subscriptions_of(["local"])
        finally:
            store.close()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(Desk(tmp_path / "store.db"))


def test_a_feed_with_a_hub_is_subscribed_to_pushed_kept_renewed_and_left(room: Room) -> None:
    hub = Hub()
    with serving({"/hub": hub.play}) as server:
        first, second = item("One", "http://a.example/1"), item("Two", "http://a.example/2")
        server.plays["/feed"] = answer(feed(server, first))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: bool(hub.echoed))
            assert hub.echoed == [(200, b"c-1")]
            assert (hub.forms[0]["hub.mode"], hub.forms[0]["hub.topic"]) == ("subscribe", server.url("/feed"))
            assert len(hub.forms[0]["hub.secret"]) > 20
            assert len(hub.forms[0]["hub.callback"].rpartition("/")[2]) > 40
            # What it pushes is durable when it hears of success, and polling slows down.
            assert hub.push(feed(server, second, first)) == 202
            assert room.desk.titles() == ["One", "Two"]
            (one,) = room.subscriptions()
            assert (one.stand, one.delivers) == (Stand.ACTIVE, True)
            room.desk.later(minutes=50)
            until(lambda: server.times("/feed") == 2)
            until(lambda: room.desk.health().due > room.desk.now + websub.FALLBACK * 0.8)
            # Before the lease ends it is renewed, with the same callback and secret.
            until(lambda: len(hub.echoed) == 2)
            assert hub.forms[1] == hub.forms[0]
            # Removed, it is left; a hub that asks whether we meant it hears that we did.
            sources.remove(room.desk.store, "local", room.desk.now)
            until(lambda: len(hub.echoed) == 3)
            assert hub.forms[2]["hub.mode"] == "unsubscribe"
            assert hub.echoed[2] == (200, b"c-1")
            assert room.subscriptions() == []
            assert hub.push(feed(server, item("Three", "http://a.example/3"))) == 410

        room.watching(work)
    assert room.desk.titles() == ["One", "Two"]
    assert (room.pulse.pushes, room.pulse.visits) == (1, 2)
    assert {one.stand for one in room.told} == {Stand.ACTIVE}


def test_a_source_removed_before_its_hub_has_answered_is_left_all_the_same(room: Room) -> None:
    hub = Hub(held=threading.Event())
    with serving({"/hub": hub.play}) as server:
        server.plays["/feed"] = answer(feed(server, item("One", "http://a.example/1")))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: bool(hub.echoed))
            sources.remove(room.desk.store, "local", room.desk.now)
            assert hub.held
            hub.held.set()
            until(lambda: len(hub.echoed) == 2)

        room.watching(work)
    assert [form["hub.mode"] for form in hub.forms] == ["subscribe", "unsubscribe"]
    assert room.subscriptions() == []


def test_what_the_hub_did_not_sign_is_ignored_and_not_told(room: Room) -> None:
    hub = Hub()
    with serving({"/hub": hub.play}) as server:
        server.plays["/feed"] = answer(feed(server, item("One", "http://a.example/1")))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: bool(hub.echoed))
            forged = feed(server, item("Forged", "http://a.example/f"))
            callback = hub.forms[0]["hub.callback"]
            assert hub.push(forged, secret="guessed") == 202  # noqa: S106 - a wrong one
            assert hub.push(forged, method="md5") == 202
            assert post(callback, forged.encode(), {}) == 202
            assert post(f"{callback}x", forged.encode(), {}) == 410
            assert hub.push(feed(server, item("Two", "http://a.example/2")), method="sha1") == 202

        room.watching(work)
    assert room.desk.titles() == ["One", "Two"]
    assert room.pulse.pushes == 1


@pytest.mark.parametrize(
    "changed",
    [{"hub.topic": "http://other.example/feed"}, {"hub.mode": "unsubscribe"}, {"hub.challenge": ""}, {"hub.mode": "x"}],
)
def test_a_verification_of_what_was_not_asked_for_is_refused(room: Room, changed: dict[str, str]) -> None:
    hub = Hub(answers=lambda _: changed)
    with serving({"/hub": hub.play}) as server:
        server.plays["/feed"] = answer(feed(server, item("One", "http://a.example/1")))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: bool(hub.echoed))
            assert hub.echoed[0][0] == 404
            until(lambda: any(one.tries == 1 for one in room.subscriptions()))

        room.watching(work)
    (one,) = room.subscriptions()
    assert (one.stand, one.until) == (Stand.WANTED, None)


def test_a_denied_subscription_is_said_and_polling_goes_on(room: Room) -> None:
    hub = Hub(answers=lambda _: {"hub.mode": "denied", "hub.reason": "only for members"})
    with serving({"/hub": hub.play}) as server:
        server.plays["/feed"] = answer(feed(server, item("One", "http://a.example/1")))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: bool(room.told))
            due = room.desk.health().due
            room.desk.now = due
            until(lambda: server.times("/feed") == 2)

        room.watching(work)
    (one,) = room.subscriptions()
    assert (one.stand, one.trouble) == (Stand.DENIED, "denied by its hub: only for members")
    assert len(hub.forms) == 1


def test_a_lease_that_ended_is_worth_nothing_and_is_asked_for_anew(room: Room) -> None:
    verifying = [True]
    hub = Hub(lease=600, answers=lambda _: {} if verifying[0] else None)
    with serving({"/hub": hub.play}) as server:
        server.plays["/feed"] = answer(feed(server, item("One", "http://a.example/1")))
        room.desk.watch(server.url("/feed"), every=10)

        def work() -> None:
            until(lambda: bool(hub.echoed))
            verifying[0] = False
            room.desk.later(minutes=11)
            until(lambda: len(hub.forms) == 2)
            assert hub.push(feed(server, item("Late", "http://a.example/l"))) == 410
            verifying[0] = True
            room.desk.later(hours=2)
            until(lambda: len(hub.echoed) == 2)
            assert hub.push(feed(server, item("Two", "http://a.example/2"))) == 202

        room.watching(work)
    assert room.desk.titles() == ["One", "Two"]


@pytest.mark.parametrize("status", [202, 400, 500])
def test_a_hub_that_never_verifies_changes_nothing_for_polling(room: Room, status: int) -> None:
    hub = Hub(answers=lambda _: None, status=status)
    with serving({"/hub": hub.play}) as server:
        server.plays["/feed"] = answer(feed(server, item("One", "http://a.example/1")))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: any(one.tries == 1 for one in room.subscriptions()))
            assert room.desk.health().due < room.desk.now + timedelta(hours=1)
            assert hub.push(feed(server, item("Early", "http://a.example/e"))) == 410

        room.watching(work)
    assert room.desk.titles() == ["One"]
    (one,) = room.subscriptions()
    assert (one.trouble is None) == (status == 202)


def test_a_hub_whose_feed_has_news_that_it_did_not_push_is_trusted_no_longer(room: Room) -> None:
    hub = Hub(lease=10_000_000)
    with serving({"/hub": hub.play}) as server:
        first = item("One", "http://a.example/1")
        server.plays["/feed"] = answer(feed(server, first))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: bool(hub.echoed))
            assert hub.push(feed(server, item("Two", "http://a.example/2"))) == 202
            server.plays["/feed"] = answer(feed(server, item("Missed", "http://a.example/3"), first))
            room.desk.later(hours=1)
            until(lambda: len(room.desk.titles()) == 3)
            until(lambda: not room.subscriptions()[0].delivers)
            assert room.desk.health().due < room.desk.now + timedelta(hours=1)

        room.watching(work)


def test_a_hub_in_a_private_network_is_not_asked(room: Room) -> None:
    with serving({}) as server:
        server.plays["/feed"] = answer(feed(server).replace(server.url("/hub"), "http://169.254.169.254/hub"))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: any(one.tries == 1 for one in room.subscriptions()))

        room.watching(work)
    (one,) = room.subscriptions()
    assert "link-local" in (one.trouble or "")


def test_pushes_too_large_or_no_feed_cost_nothing_else(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dealwire.web.websub.LARGEST", 5000)
    hub = Hub()
    with serving({"/hub": hub.play}) as server:
        server.plays["/feed"] = answer(feed(server, item("One", "http://a.example/1")))
        room.desk.watch(server.url("/feed"))

        def work() -> None:
            until(lambda: bool(hub.echoed))
            assert hub.push("<html><body>Sorry</body></html>") == 202
            assert hub.push("x" * 6000) == 413
            assert hub.push(feed(server, item("Two", "http://a.example/2"))) == 202

        room.watching(work)
    assert room.desk.titles() == ["One", "Two"]
    assert room.desk.health().failures == 0
    assert [rejected.stage for rejected, _ in room.desk.store.rejections()] == ["push"]
