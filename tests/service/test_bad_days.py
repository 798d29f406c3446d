"""What a newsroom's intake meets in months: answers that are spoiled, sources that change, machines that fail."""

from __future__ import annotations

import asyncio
import gzip
import sqlite3
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from dealwire.core.read import ReadResult, read
from dealwire.model import Counts, Document
from dealwire.ports import DealFilter
from dealwire.service import intake
from dealwire.service.ingest import ingest
from dealwire.stores import open_store
from tests.misbehaving import Asked, Misbehaving, Play, Send, answer, dripping, head, in_turn, serving
from tests.service.watching import SHORT, START, Desk, item, page, rss


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (page("Maintenance", "We are back soon."), "a page in place of a feed"),
        ("", "neither RSS"),
        ("<error>down</error>", "neither RSS"),
        ("<?xml version='1.0'?><error>down</error>", "neither RSS"),
        ('{"error": "down"}', "neither"),
    ],
)
def test_an_error_page_under_200_is_a_failure_and_loses_nothing(desk: Desk, body: str, words: str) -> None:
    well = answer(rss(item("One", "http://a.example/1")), headers={"ETag": '"1"'})
    with serving({"/feed": in_turn(well, answer(body, headers={"ETag": '"2"'}), well)}) as server:
        desk.watch(server.url("/feed"))
        desk.work()
        desk.later(days=1)
        desk.work()
        health = desk.health()
        assert health.failures == 1
        assert health.trouble
        assert words in health.trouble
        assert health.etag == '"1"'
        desk.later(days=2)
        desk.work()
    assert desk.health().failures == 0
    assert desk.titles() == ["One"]


PACKED = gzip.compress(rss(item("Cut off", "http://a.example/c", "Rain. " * 500)).encode(), mtime=0)

SPOILED: dict[str, tuple[Play, str]] = {
    "slow body": (dripping([head(200, {"Content-Length": "999"}), *[b"<"] * 60], 0.2), "no whole answer"),
    "endless body": (dripping([head(200, {}), *[b" " * 65_536] * 200], 0), "larger than"),
    "truncated gzip": (answer(PACKED[:-20], headers={"Content-Encoding": "gzip"}), "broken off"),
    "wrong length": (answer(rss()[:40], length=70_000), "cut off"),
    "closed at once": (dripping([b""], 0), "cut off"),
    "redirect loop": (answer(status=302, headers={"Location": "/feed"}), "redirects"),
    "private place": (answer(status=302, headers={"Location": "http://169.254.169.254/"}), "link-local"),
    "no such status": (answer("odd", 599), "599"),
}


@pytest.mark.parametrize("fault", SPOILED)
def test_an_answer_that_is_spoiled_is_said_tried_again_and_loses_nothing(desk: Desk, fault: str) -> None:
    spoiled, words = SPOILED[fault]
    one, two = item("One", "http://a.example/1"), item("Two", "http://a.example/2")
    with serving({"/feed": answer(rss(one))}) as server:
        desk.watch(server.url("/feed"))
        desk.work()
        server.plays["/feed"] = spoiled
        desk.later(days=1)
        desk.work()
        health = desk.health()
        assert (health.failures, desk.titles()) == (1, ["One"])
        assert words in (health.trouble or "")
        assert health.due < desk.now + timedelta(days=1.1)
        server.plays["/feed"] = answer(rss(two, one))
        desk.later(days=2)
        desk.work()
    assert desk.titles() == ["One", "Two"]
    assert desk.health().failures == 0


def test_an_etag_that_never_matches_costs_a_visit_and_no_reading(desk: Desk) -> None:
    feed = rss(item("One", "http://a.example/1"))
    with serving({"/feed": in_turn(*(answer(feed, headers={"ETag": f'"{n}"'}) for n in range(4)))}) as server:
        desk.watch(server.url("/feed"))
        for _ in range(4):
            desk.work()
            desk.later(days=1)
        assert server.times("/feed") == 4
    assert [kept.counts.read for kept in desk.kept] == [1, 0, 0, 0]
    assert desk.health().items == 1


class Killed(BaseException):
    """What no one catches."""


def test_a_feed_of_many_entries_comes_in_by_pieces_also_after_a_kill_between_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "PIECE", 3)
    taken = []

    def killed(*given: object, **how: object) -> Counts:
        taken.append(counts := ingest(*given, **how))  # type: ignore[arg-type]
        if len(taken) == 2:
            raise Killed
        return counts

    with serving({"/feed": answer(rss(*(item(f"{n}", f"http://a.example/{n}") for n in range(8))))}) as server:
        desk.watch(server.url("/feed"))
        with monkeypatch.context() as patched:
            patched.setattr(intake, "ingest", killed)
            with pytest.raises(BaseExceptionGroup):
                desk.work()
        assert len(desk.titles()) == 6
        desk.work()
    assert desk.titles() == [f"{n}" for n in range(8)]
    assert [counts.new for counts in taken] == [3, 3]


def test_a_source_that_is_removed_or_declared_anew_while_it_is_visited_stays_so(desk: Desk) -> None:
    removed = in_turn(answer(rss(item("One", "http://a.example/1"))))

    async def meanwhile(asked: Asked, send: Send) -> None:
        other = open_store(str(desk.path), make=False)
        other.drop_news_source("gone")
        held = other.news_source("changed")
        assert held
        other.put_news_source(replace(held[0], every=7), held[1])
        other.close()
        await removed(asked, send)

    with serving({"/gone": meanwhile, "/changed": meanwhile}) as server:
        desk.watch(server.url("/gone"), name="gone")
        desk.watch(server.url("/changed"), name="changed")
        desk.work()
    assert desk.store.news_source("gone") is None
    held = desk.store.news_source("changed")
    assert held
    assert held[0].every == 7
    assert desk.titles() == ["One"]


def test_an_entry_whose_guid_changes_each_fetch_is_one_article(desk: Desk) -> None:
    feeds = [answer(rss(item("One", "http://a.example/1", "Text of it.", guid=f"g{n}"))) for n in range(4)]
    with serving({"/feed": in_turn(*feeds)}) as server:
        desk.watch(server.url("/feed"))
        for _ in range(4):
            desk.work()
            desk.later(days=1)
    assert desk.titles() == ["One"]


def test_a_changed_title_is_an_update_and_another_text_under_one_title_is_another_article(desk: Desk) -> None:
    first = rss(item("One", "http://a.example/1", "Text of it."), item("Two", "http://a.example/2", "Text one."))
    second = rss(
        item("One, corrected", "http://a.example/1", "Text of it."), item("Two", "http://a.example/3", "Text two.")
    )
    with serving({"/feed": in_turn(answer(first), answer(second))}) as server:
        desk.watch(server.url("/feed"))
        desk.work()
        desk.later(days=1)
        pulse = desk.work()
    assert pulse.articles == 2
    assert desk.titles() == ["One, corrected", "Two", "Two"]


def test_dates_that_can_not_be_are_left_out(desk: Desk) -> None:
    odd = [START + timedelta(days=900), START.replace(year=1970, month=1, day=1)]
    with serving(
        {"/feed": answer(rss(*(item(f"{n}", f"http://a.example/{n}", at=at) for n, at in enumerate(odd))))}
    ) as server:
        desk.watch(server.url("/feed"))
        desk.work()
    assert [article.published for article in desk.store.scan_articles()] == [None, None]


@pytest.mark.parametrize("zone", ["+9900", "XYZ", "+0000 +0000", "-12:00", "GMT+25", ""])
def test_a_wrong_zone_costs_a_date_at_most_and_no_article(desk: Desk, zone: str) -> None:
    entries = rss(item("One", "http://a.example/1")).replace("+0000", zone)
    assert f"12:00:00 {zone}</pubDate>" in entries
    with serving({"/feed": answer(entries)}) as server:
        desk.watch(server.url("/feed"))
        desk.work()
        desk.later(days=1)
        desk.work()
    (article,) = desk.store.scan_articles()
    assert article.published is None or abs(article.published - START) <= timedelta(hours=12)
    assert desk.health().items == 1


def test_a_server_that_is_busy_is_left_alone_as_long_as_it_says(desk: Desk) -> None:
    with serving({"/feed": in_turn(answer(status=429, headers={"Retry-After": "7200"}), answer(rss()))}) as server:
        desk.watch(server.url("/feed"))
        desk.work()
        desk.later(minutes=100)
        desk.work()
        assert server.times("/feed") == 1
        desk.later(minutes=60)
        desk.work()
        assert server.times("/feed") == 2
    assert desk.health().failures == 0


def test_a_clock_that_goes_back_stops_nothing(desk: Desk) -> None:
    with serving({"/feed": answer(rss(item("One", "http://a.example/1")))}) as server:
        desk.later(days=400)
        desk.watch(server.url("/feed"))
        desk.work()
        desk.later(days=-400)
        desk.work()
        assert server.times("/feed") == 2
    assert desk.now < desk.health().due <= desk.now + timedelta(days=1.1)


def test_a_server_that_is_down_for_a_day_and_back_loses_nothing(desk: Desk) -> None:
    well = answer(rss(item("One", "http://a.example/1")))
    with serving({"/feed": well}) as server:
        desk.watch(server.url("/feed"))
        desk.work()
        server.plays["/feed"] = answer("down", 500)
        for _ in range(24):
            desk.later(hours=1)
            desk.work()
        assert 3 <= server.times("/feed") <= 8
        assert desk.health().failures >= 3
        server.plays["/feed"] = answer(rss(item("Two", "http://a.example/2"), item("One", "http://a.example/1")))
        desk.later(days=1.2)
        desk.work()
    assert desk.titles() == ["One", "Two"]
    assert desk.health().failures == 0


@pytest.mark.parametrize("label", ["text/xml; charset=utf-8", "application/rss+xml; charset=iso-8859-1", "text/html"])
def test_a_wrong_charset_label_garbles_nothing(desk: Desk, label: str) -> None:
    body = rss(item("拾光智造完成数千万元天使轮融资", "http://a.example/1", "投资方为松涧资本。")).encode("gb18030")
    with serving({"/feed": answer(body, headers={"Content-Type": label})}) as server:
        desk.watch(server.url("/feed"))
        desk.work()
    assert desk.titles() == ["拾光智造完成数千万元天使轮融资"]
    assert [row.deal.company for row in desk.store.deals(DealFilter())] == ["拾光智造"]


def test_a_store_that_another_holds_locked_is_waited_for(desk: Desk) -> None:
    with serving({"/feed": answer(rss(item("One", "http://a.example/1")))}) as server:
        desk.watch(server.url("/feed"))
        holder = sqlite3.connect(desk.path, isolation_level=None, check_same_thread=False)
        holder.execute("BEGIN IMMEDIATE")
        release = threading.Timer(2, lambda: holder.execute("ROLLBACK"))
        release.start()
        desk.reopen(busy_seconds=0.2)
        desk.work()
        release.join()
        holder.close()
    assert desk.titles() == ["One"]
    assert any("another program is writing" in str(error) for error in desk.outages)


def test_a_full_disk_is_waited_for_and_nothing_half_written_stays(desk: Desk) -> None:
    items = [item(f"{n}", f"http://a.example/{n}", "Rain. " * 3000) for n in range(20)]
    with serving({"/feed": answer(rss(*items))}) as server:
        desk.watch(server.url("/feed"))
        desk.fill_disk()
        threading.Timer(3, desk.free_disk).start()
        desk.work()
    assert len(desk.titles()) == 20
    assert any("full" in str(error) for error in desk.outages)
    assert all(well for _, well, _ in desk.store.checks())


def test_no_answer_however_odd_stops_the_watch_or_keeps_others_from_coming_in(desk: Desk) -> None:
    odd = {
        "/nowhere": answer(status=301, headers={"Location": "http://["}),
        "/mark": answer(rss(item("Two", "http://a.example/2")), headers={"ETag": '"数"'.encode().decode("latin-1")}),
        "/linked": answer(rss(item("Larkspur raises", "http://[", SHORT), item("Three", "http://a.example/3"))),
        "/surrogate": answer('{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"http://a.b/\\ud800"}]}'),
    }
    with serving(odd) as server:
        for path in odd:
            desk.watch(server.url(path), name=path)
        desk.work()
        desk.later(days=1)
        desk.work()
        assert server.asked[-1].headers
        marks = [asked.headers.get("if-none-match") for asked in server.asked if asked.path == "/mark"]
        assert marks == [None, '"数"'.encode().decode("latin-1")]
    assert "no address" in (desk.health("/nowhere").trouble or "")
    assert desk.health("/mark").failures == 0
    assert {"Two", "Three"} <= set(desk.titles())


def test_a_bug_of_ours_costs_one_source_and_not_the_others(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(document: Document) -> ReadResult:
        if b"Unlucky" in document.body:
            raise ZeroDivisionError("no one thought of it")
        return read(document)

    monkeypatch.setattr(intake, "read", failing)
    feeds = {
        f"/{n}": answer(rss(item(name, f"http://a.example/{n}"))) for n, name in enumerate(["One", "Unlucky", "Two"])
    }
    with serving(feeds) as server:
        for path in feeds:
            desk.watch(server.url(path), name=path)
        desk.work()
    assert desk.titles() == ["One", "Two"]
    health = desk.health("/1")
    assert health.failures == 1
    assert "a bug of ours: ZeroDivisionError('no one thought of it') in failing" in (health.trouble or "")


def test_many_sources_of_a_slow_host_keep_no_other_waiting(desk: Desk) -> None:
    async def slow(asked: Asked, send: Send) -> None:
        await asyncio.sleep(0.05)
        await answer(rss())(asked, send)

    plays: dict[str, Play] = {f"/slow/{n}": slow for n in range(300)}
    with Misbehaving({**plays, "/quick": answer(rss(item("One", "http://a.example/1")))}, hosts=2) as server:
        for n in range(300):
            desk.watch(server.url(f"/slow/{n}"), name=f"s{n}")
        desk.later(seconds=1)
        desk.watch(server.url("/quick", 1), name="quick")
        desk.work()
        order = [asked.path for asked in server.asked]
    assert len(order) == 303  # with the rules of two sites
    assert order.index("/quick") < 100
