"""Feeds are valid, are found, keep their ids, tell what changed, and hold nothing of drafts."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import feedparser
import pytest
from lxml import etree
from markupsafe import Markup
from starlette.testclient import TestClient

from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from dealwire.web.feeds import atom, json_feed
from dealwire.web.feeds.model import Entry, Feed, urn
from dealwire.web.limits import Rates
from tests.web.reader import document, take_in

ATOM = etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas/atom.rng"))
LISTS = ("/deals", "/deals?kind=ipo", "/deals?company=nobody-at-all", "/stories", "/changes", "/deals?lang=zh")


def address(of: str, format_: str) -> str:
    path, _, query = of.partition("?")
    return f"{path}.{format_}" + (f"?{query}" if query else "")


def atom_of(client: TestClient, of: str) -> Any:  # noqa: ANN401 - feedparser has no types
    """Return a feed as feedparser reads it, once it is known to be valid."""
    answer = client.get(address(of, "atom"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/atom+xml")
    ATOM.assertValid(etree.fromstring(answer.content))
    read = feedparser.parse(answer.content)
    assert not read.bozo
    return read


def json_of(client: TestClient, of: str) -> dict[str, Any]:
    """Return a JSON Feed, once it is known to be valid: the rules of version 1.1."""
    answer = client.get(address(of, "feed.json"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/feed+json")
    feed: dict[str, Any] = answer.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert all(feed[name].startswith("http://testserver/") for name in ("home_page_url", "feed_url"))
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert all(url.startswith("http") for name in ("url", "external_url") if (url := item.get(name)))
        assert all(datetime.fromisoformat(item[name]).tzinfo for name in item if name.startswith("date_"))
        assert all(isinstance(tag, str) and tag for tag in item["tags"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return feed


def an_organisation(wire: Dealwire) -> str:
    (row,) = wire.deals(DealFilter(company="Tideline"))
    return f"/organisations/{row.deal.organisation}"


@pytest.mark.parametrize("of", [*LISTS, "an organisation"])
def test_feeds_are_valid_and_say_the_same_in_both_formats(client: TestClient, wire: Dealwire, of: str) -> None:
    of = an_organisation(wire) if of == "an organisation" else of
    read, told = atom_of(client, of), json_of(client, of)
    assert [entry.id for entry in read.entries] == [item["id"] for item in told["items"]]
    assert [entry.title for entry in read.entries] == [item["title"] for item in told["items"]]
    assert all(UUID(entry.id.removeprefix("urn:uuid:")).version == 5 for entry in read.entries)
    assert [entry.updated for entry in read.entries] == sorted((e.updated for e in read.entries), reverse=True)
    links = {link.rel: link.href for link in read.feed.links}
    assert links["self"] == f"http://testserver{address(of, 'atom')}"
    assert client.get(links["alternate"]).status_code == 200
    for entry in read.entries[:5]:
        assert client.get(entry.link).status_code == 200
    assert bool(read.entries) == ("nobody" not in of)


def test_a_feed_has_the_deals_of_its_choice_each_with_its_sentence(client: TestClient) -> None:
    read = atom_of(client, "/deals?kind=ipo")
    page = client.get("/deals?kind=ipo").text
    assert 0 < len(read.entries) < len(atom_of(client, "/deals").entries)
    for entry in read.entries:
        assert f'href="{entry.link.removeprefix("http://testserver")}"' in page
        assert "<q>" in entry.content[0].value
        assert "ipo" in [tag.term for tag in entry.tags]


@pytest.mark.parametrize("page", ["/", "/deals?kind=ipo", "/stories", "an organisation"])
def test_a_page_says_where_its_feeds_are(client: TestClient, wire: Dealwire, page: str) -> None:
    html = client.get(an_organisation(wire) if page == "an organisation" else page).text
    found = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)" title="[^"]+">', html)
    assert {type_ for type_, _ in found} == {"application/atom+xml", "application/feed+json"}
    for type_, href in found:
        answer = client.get(unescape(href))
        assert (answer.status_code, answer.headers["content-type"]) == (200, type_)
    if page != "/":
        assert re.search(r'<a href="[^"]+\.atom[^"]*" type="application/atom\+xml">', html)


def test_a_feed_is_sent_once(client: TestClient) -> None:
    first = client.get("/deals.atom")
    again = client.get("/deals.atom", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Last-Modified"].endswith("GMT")


@pytest.mark.parametrize("path", ["/organisations/nobody.atom", "/deals.rss", "/stories.csv"])
def test_what_is_no_feed_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=2)
        return self.now


@pytest.fixture
def wire_of_one(tmp_path: Path) -> Dealwire:
    wire = Dealwire(str(tmp_path / "t.db"), clock=Clock())
    text = "Alder Works raised $5 million in a Series A round led by Fern Capital."
    take_in(wire, tmp_path, "a.md", document("Alder Works raises $5 million", text, "2026-02-01", "a"))
    return wire


def test_an_entry_keeps_its_id_and_is_updated_when_the_deal_changes(wire_of_one: Dealwire, tmp_path: Path) -> None:
    with TestClient(create_app(wire_of_one)) as client:
        (before,) = atom_of(client, "/deals").entries
        assert atom_of(client, "/changes").entries == []
        text = "Alder Works has closed its Series A round at $6.5 million, led by Fern Capital, with Sorrel Partners."
        take_in(wire_of_one, tmp_path, "b.md", document("Alder Works closes Series A", text, "2026-02-03", "b"))
        (after,) = atom_of(client, "/deals").entries
    assert (before.id, before.published) == (after.id, after.published)
    assert before.updated < after.updated
    assert before.title != after.title


def test_facts_that_changed_are_entries_of_their_own(wire_of_one: Dealwire) -> None:
    (row,) = wire_of_one.deals(DealFilter())
    wire_of_one.correct("editor", row.deal.id, "status", "closed")
    with TestClient(create_app(wire_of_one)) as client:
        (entry,) = atom_of(client, "/changes").entries
        assert entry.title == "Alder Works: Status announced → closed"
        assert entry.link == f"http://testserver/deals/{row.deal.id}#status"
        assert "editor" not in client.get("/changes.atom").text
        assert atom_of(client, "/changes?lang=zh").entries[0].title == "Alder Works: 状态 已宣布 → 已完成"


def test_drafts_are_in_no_feed(tmp_path: Path) -> None:
    wire = Dealwire(str(tmp_path / "t.db"))
    told = "Larkspur Systems raised $30 million in a Series B round led by Fern Capital"
    take_in(wire, tmp_path, "a.md", document("Larkspur Systems raises $30 million", f"{told}.", "2026-02-02", "a"))
    mixed = f"{told}, with participation from Umbrage Partners. The round values Larkspur Systems at $410 million."
    take_in(wire, tmp_path, "b.md", document("Larkspur Systems and Umbrage", mixed, "2026-02-03", "b", "false"))
    own = "Umbrage Robotics raised $55 million in a Series A round led by Umbrage Ventures."
    take_in(wire, tmp_path, "c.md", document("Umbrage Robotics raises $55 million", own, "2026-02-04", "c", "false"))
    rows = list(wire.deals(DealFilter()))
    assert any("Umbrage" in str(row.deal.fields["investors"].value) for row in rows if row.deal.company[0] == "L")
    places = ["/deals", "/stories", "/changes", *{f"/organisations/{row.deal.organisation}" for row in rows}]
    with TestClient(create_app(wire)) as client:
        texts = [client.get(address(of, format_)).text for of in places for format_ in ("atom", "feed.json")]
        (entry,) = atom_of(client, "/deals").entries
    assert [text for text in texts if "Umbrage" in text or "410" in text] == []
    assert entry.title.startswith("Larkspur Systems")


def test_hostile_texts_are_text(tmp_path: Path) -> None:
    wire = Dealwire(str(tmp_path / "t.db"))
    text = (
        "Harrow <script>alert(1)</script> Labs raised $5 million in seed funding led by Fern & Fern ]]> Capital. \ufffe"
    )
    source = document("<b>Harrow Labs</b> raises $5 million & more", text, "2026-01-05", "x")
    take_in(wire, tmp_path, "a.md", source.replace("https://news.example/x", "javascript:alert(2)"))
    with TestClient(create_app(wire)) as client:
        for of in ("/deals", "/stories"):
            for entry in atom_of(client, of).entries:
                assert re.findall(r"<(?!/?(?:ul|li|b|q|a)\b)|javascript:", entry.content[0].value) == []
            json_of(client, of)


def test_what_xml_cannot_hold_is_left_out() -> None:
    odd = "a\x00b\x0bc\ud800d\ufffee"
    entry = Entry(urn("x"), "/x", odd, datetime(2026, 1, 1, tzinfo=UTC), odd, Markup("{}").format(odd), tags=(odd,))
    feed = Feed(urn("f"), odd, odd, "http://x.example", "/", "/f", "en", [entry])
    assert feedparser.parse(atom.write(feed)).entries[0].title == "abcde"


def test_an_id_is_the_things_own() -> None:
    assert urn("deal", "d-1") == urn("deal", "d-1") != urn("deal", "d-2")
    assert urn("a", "bc") != urn("ab", "c")


def test_a_feed_counts_for_the_quota_of_its_reader(wire_of_one: Dealwire) -> None:
    with TestClient(create_app(wire_of_one, rates=Rates(anyone=2))) as client:
        statuses = [client.get(path).status_code for path in ("/deals.atom", "/stories.feed.json", "/changes.atom")]
    assert statuses == [200, 200, 429]


def test_an_empty_feed_is_valid(tmp_path: Path) -> None:
    with TestClient(create_app(Dealwire(str(tmp_path / "empty.db")))) as client:
        for of in ("/deals", "/stories", "/changes"):
            assert atom_of(client, of).entries == []
            assert json_of(client, of)["items"] == []


def test_json_feed_says_its_version() -> None:
    assert json_feed.VERSION.endswith("/1.1")
