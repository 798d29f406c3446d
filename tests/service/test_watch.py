from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from dealwire.ports import DealFilter
from dealwire.service import intake
from tests.misbehaving import Asked, Send, answer, in_turn, serving
from tests.service.watching import LONG, SHORT, START, Desk, Follow, SourceKind, item, page, rss


def test_a_feed_is_watched_and_its_deals_come_in(desk: Desk) -> None:
    with serving(
        {"/feed": answer(rss(item("Larkspur raises", "http://a.example/1", LONG)), headers={"ETag": '"1"'})}
    ) as server:
        desk.watch(server.url("/feed"))
        pulse = desk.work()
    assert (pulse.visits, pulse.articles, pulse.deals, pulse.failures) == (1, 1, 1, 0)
    assert [row.deal.company for row in desk.store.deals(DealFilter())] == ["Larkspur Robotics"]
    health = desk.health()
    assert (health.etag, health.items, health.deals, health.failures) == ('"1"', 1, 1, 0)
    assert desk.now < health.due <= desk.now + timedelta(hours=1)


def test_what_did_not_change_is_asked_for_conditionally_and_costs_nothing(desk: Desk) -> None:
    feed = in_turn(answer(rss(item("One", "http://a.example/1")), headers={"ETag": '"1"'}), answer(status=304))
    with serving({"/feed": feed}) as server:
        desk.watch(server.url("/feed"))
        desk.work()
        desk.later(hours=2)
        pulse = desk.work()
        assert server.asked[-1].headers["if-none-match"] == '"1"'
    assert (pulse.visits, pulse.articles, pulse.failures) == (1, 0, 0)
    assert desk.health().etag == '"1"'
    assert desk.titles() == ["One"]


def test_an_entry_that_only_summarises_is_followed_to_its_page(desk: Desk) -> None:
    with serving({}) as server:
        link = server.url("/story")
        server.plays["/feed"] = answer(rss(item("Larkspur raises", link, SHORT)))
        server.plays["/story"] = answer(page("Larkspur raises", LONG, LONG.replace("second", "third")))
        desk.watch(server.url("/feed"))
        pulse = desk.work()
        assert (pulse.visits, pulse.pages) == (1, 1)
        (article,) = desk.store.scan_articles()
        assert "third workshop" in article.text
        assert not article.excerpt
        desk.later(days=1)
        server.plays["/feed"] = answer(
            rss(item("Larkspur raises", link, SHORT), item("More", server.url("/2"), "Rain."))
        )
        desk.work()
        assert server.times("/story") == 1
    assert "third workshop" in next(a.text for a in desk.store.scan_articles() if a.title == "Larkspur raises")
    (deal,) = desk.store.deals(DealFilter())
    assert {i["name"] for i in deal.deal.fields["investors"].value} == {"Bluebarn Ventures"}


@pytest.mark.parametrize("summary", [SHORT, "Its founder talks to us about a busy year …"])
def test_a_deal_that_the_summary_or_only_the_page_tells_counts_once_for_the_source(desk: Desk, summary: str) -> None:
    with serving({}) as server:
        server.plays["/feed"] = answer(rss(item("Parcels", server.url("/story"), summary)))
        server.plays["/story"] = answer(page("Parcels", LONG, LONG.replace("second", "third")))
        desk.watch(server.url("/feed"), follow=Follow.ALL)
        desk.work()
        assert (desk.health().items, desk.health().deals) == (1, 1)


def test_a_page_that_can_not_be_had_is_tried_and_given_up_and_its_summary_stays(desk: Desk) -> None:
    with serving({}) as server:
        server.plays["/feed"] = answer(rss(item("Larkspur raises", server.url("/story"), SHORT)))
        server.plays["/story"] = answer("no", 500)
        desk.watch(server.url("/feed"), every=10_000)
        for _ in range(8):
            desk.work()
            desk.later(hours=12)
        assert server.times("/story") == 5
    assert desk.titles() == ["Larkspur raises"]
    assert [r.reason for r, _ in desk.store.rejections()] == ["status 500"]


def test_robots_txt_is_obeyed(desk: Desk) -> None:
    with serving({"/robots.txt": answer("User-agent: *\nDisallow: /story")}) as server:
        server.plays["/feed"] = answer(rss(item("Larkspur raises", server.url("/story"), SHORT)))
        desk.watch(server.url("/feed"))
        desk.work()
        assert server.times("/story") == 0
        assert server.times("/robots.txt") == 1


def test_of_a_feed_that_changed_only_what_is_new_in_it_costs_anything(desk: Desk) -> None:
    with serving({}) as server:
        old = [item(f"Rain {n}", f"http://a.example/{n}", LONG) for n in range(20)]
        server.plays["/feed"] = answer(rss(*old))
        desk.watch(server.url("/feed"), follow=Follow.NONE)
        desk.work()
        desk.later(days=1)
        server.plays["/feed"] = answer(
            rss(item("Rain 20", "http://a.example/20"), *old[1:], old[0].replace("8.5", "9"))
        )
        desk.work()
    assert [kept.counts.read for kept in desk.kept] == [20, 2]
    assert desk.health().items == 21
    assert sum("9 million" in article.text for article in desk.store.scan_articles()) == 1


def test_a_moved_feed_is_asked_at_its_new_place(desk: Desk) -> None:
    with serving({"/new": answer(rss(item("One", "http://a.example/1")))}) as server:
        server.plays["/old"] = answer(status=301, headers={"Location": server.url("/new")})
        desk.watch(server.url("/old"))
        desk.work()
        desk.later(days=1)
        desk.work()
        assert (server.times("/old"), server.times("/new")) == (1, 2)
        assert desk.health().url == server.url("/new")


def test_a_feed_that_is_gone_is_retired(desk: Desk) -> None:
    with serving({"/feed": answer("", 410)}) as server:
        desk.watch(server.url("/feed"))
        for _ in range(3):
            desk.work()
            desk.later(days=30)
        assert server.times("/feed") == 1
    assert desk.health().retired


def test_a_listing_without_a_feed_is_watched_by_its_links(desk: Desk) -> None:
    with serving({}) as server:
        server.plays["/list"] = answer('<div class="n"><a href="/s1">A</a><a href="/s2">B</a></div><a href="/x">C</a>')
        server.plays["/s1"] = answer(page("First story", LONG))
        server.plays["/s2"] = answer(page("Second story", LONG.replace("Larkspur", "Fernhill")))
        desk.watch(server.url("/list"), kind=SourceKind.PAGE, selector=".n a")
        desk.work()
        desk.later(days=1)
        desk.work()
        assert [server.times(path) for path in ("/list", "/s1", "/s2", "/x")] == [2, 1, 1, 0]
    assert desk.titles() == ["First story", "Second story"]
    assert (desk.health().items, desk.health().deals) == (2, 2)


def test_a_sitemap_is_watched_by_its_new_pages(desk: Desk) -> None:
    with serving({}) as server:
        pages = "".join(
            f"<url><loc>{server.url(path)}</loc><lastmod>{at.date()}</lastmod></url>"
            for path, at in (("/s1", START), ("/old", START - timedelta(days=60)))
        )
        server.plays["/map"] = answer(f"<sitemapindex><sitemap><loc>{server.url('/m1')}</loc></sitemap></sitemapindex>")
        server.plays["/m1"] = answer(f"<urlset>{pages}</urlset>")
        server.plays["/s1"] = answer(page("First story", LONG))
        desk.watch(server.url("/map"), kind=SourceKind.SITEMAP)
        desk.work()
        desk.later(days=1)
        desk.work()
        assert [server.times(path) for path in ("/map", "/m1", "/s1", "/old")] == [2, 2, 1, 0]
    assert desk.titles() == ["First story"]
    assert desk.health().items == 1


def test_a_folder_is_watched(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    desk.watch(str(folder), kind=SourceKind.FILES)
    desk.work()
    assert "no such file or folder" in (desk.health().trouble or "")
    folder.mkdir()
    (folder / "a.txt").write_text(LONG, encoding="utf-8")
    desk.later(days=1)
    assert desk.work().articles == 1
    (folder / "b.txt").write_text(LONG.replace("Larkspur", "Fernhill"), encoding="utf-8")
    desk.later(days=1)
    assert desk.work().articles == 1
    assert (desk.health().items, desk.health().failures) == (2, 0)


def test_a_page_that_lies_elsewhere_is_asked_for_once_however_often_it_is_linked(desk: Desk) -> None:
    with serving({}) as server:
        link = server.url("/go/1")
        server.plays["/go/1"] = answer(status=302, headers={"Location": server.url("/story")})
        server.plays["/story"] = answer(page("Larkspur raises", LONG))
        for n in range(3):
            more = item(f"Rain {n}", f"http://a.example/{n}")
            server.plays["/feed"] = answer(rss(item("Larkspur raises", link, SHORT), more))
            if n == 0:
                desk.watch(server.url("/feed"))
            desk.work()
            desk.later(days=1)
        assert server.times("/feed") == 3
        assert server.times("/story") == 1


def test_a_sitemap_with_more_new_pages_than_are_taken_at_a_visit_loses_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "LISTED", 2)
    with serving({}) as server:
        listed = "".join(f"<url><loc>{server.url(f'/{n}')}</loc></url>" for n in range(5))
        etag = {"ETag": '"1"'}

        async def sitemap(asked: Asked, send: Send) -> None:
            same = asked.headers.get("if-none-match") == '"1"'
            await (answer(status=304) if same else answer(f"<urlset>{listed}</urlset>", headers=etag))(asked, send)

        server.plays |= {f"/{n}": answer(page(f"Story {n}", LONG.replace("8.5", f"{n}.5"))) for n in range(5)}
        server.plays["/map"] = sitemap
        desk.watch(server.url("/map"), kind=SourceKind.SITEMAP)
        for _ in range(4):
            desk.work()
            desk.later(days=1)
    assert desk.titles() == [f"Story {n}" for n in range(5)]
    assert desk.health().etag == '"1"'
