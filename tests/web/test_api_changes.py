"""Whoever keeps a copy of the deals by /api/v1/changes has what the store shows, whatever happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dealwire.model import Verdict
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from tests.web.reader import V1, document, get, take_in


class Copy:
    """A copy of the deals that is brought up to date by what changed."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.deals: dict[str, Any] = {}
        self.cursor: dict[str, str] = {}

    def follow(self, limit: int = 2) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = []
        while True:
            page = get(self.client, "/changes", limit=limit, **self.cursor)
            told += page["items"]
            for one in page["items"]:
                if one["gone"]:
                    self.deals.pop(one["deal"], None)
                else:
                    self.deals[one["deal"]] = one["record"]
            self.cursor = {"cursor": page["next"]}
            if not page["more"]:
                return told


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def wire(tmp_path: Path) -> Dealwire:
    return Dealwire(str(tmp_path / "t.db"), clock=Clock())


@pytest.fixture
def client(wire: Dealwire) -> Iterator[TestClient]:
    with TestClient(create_app(wire)) as client:
        yield client


def shown(client: TestClient) -> dict[str, Any]:
    return {deal["id"]: deal for deal in get(client, "/deals", limit=100, recalled=True)["items"]}


def news(wire: Dealwire, directory: Path, company: str, million: int, slug: str, published: str = "true") -> None:
    text = f"{company} raised ${million} million in a Series A round led by Fern Capital."
    day = f"2026-02-0{1 + len(slug) % 9}"
    take_in(wire, directory, f"{slug}.md", document(f"{company} raises ${million} million", text, day, slug, published))


def test_a_copy_has_what_the_store_shows_whatever_happens(client: TestClient, wire: Dealwire, tmp_path: Path) -> None:
    copy = Copy(client)
    assert copy.follow() == []
    for n, company in enumerate(("Alder Works", "Birch Labs", "Cedar Robotics", "Damson Foods", "Elder Energy")):
        news(wire, tmp_path, company, n + 3, company[0].lower() * (n + 1))
    assert len(copy.follow()) == 5
    assert copy.deals == shown(client)
    assert copy.follow() == []

    news(wire, tmp_path, "Birch Labs", 40, "later-on")
    assert [one["record"]["company"] for one in copy.follow()] == ["Birch Labs"]
    assert copy.deals == shown(client)

    alder = next(row.deal.id for row in wire.deals(DealFilter(company="Alder")))
    corrected = wire.correct("editor", alder, "status", "closed")
    (told,) = copy.follow()
    assert told["record"]["status"] == "closed"
    held = wire.publish("editor", alder, draft=True)
    (told,) = copy.follow()
    assert (told["deal"], told["gone"], told["record"]) == (alder, True, None)
    assert copy.deals == shown(client)
    for judgement in (held, corrected):
        wire.undo("editor", judgement.id)
    assert [one["gone"] for one in copy.follow()] == [False]
    assert copy.deals == shown(client)

    before = copy.cursor
    wire.rebuild()
    assert copy.follow() == []
    wire.rebuild(datetime(2026, 2, 3, tzinfo=UTC))
    copy.follow()
    assert len(copy.deals) < 5
    assert copy.deals == shown(client)
    wire.rebuild()
    copy.follow()
    assert copy.deals == shown(client)
    late = Copy(client)
    late.cursor = before
    late.follow(limit=100)
    assert late.deals.keys() <= copy.deals.keys()


def test_a_deal_that_is_anothers_by_now_says_whose(client: TestClient, wire: Dealwire, tmp_path: Path) -> None:
    news(wire, tmp_path, "Alder Works", 5, "a")
    news(wire, tmp_path, "Brackenfield Mills", 5, "b")
    copy = Copy(client)
    copy.follow()
    one, other = sorted(copy.deals)
    wire.decide("editor", Verdict.SAME, copy.deals[one]["company"], copy.deals[other]["company"])
    told = copy.follow()
    (kept,) = shown(client)
    assert [(t["deal"], t["now"]) for t in told if t["gone"]] == [(({one, other} - {kept}).pop(), kept)]
    assert copy.deals == shown(client)


def test_a_moment_begins_where_it_lies(client: TestClient, wire: Dealwire, tmp_path: Path) -> None:
    news(wire, tmp_path, "Alder Works", 5, "a")
    news(wire, tmp_path, "Birch Labs", 6, "b")
    first, second = get(client, "/changes")["items"]
    since = get(client, "/changes", since=second["at"])["items"]
    assert [one["deal"] for one in since] == [second["deal"]] != [first["deal"]]
    later = get(client, "/changes", since="2030-01-01T00:00:00Z")
    assert (later["items"], later["more"]) == ([], False)
    news(wire, tmp_path, "Cedar Robotics", 7, "c")
    assert [one["record"]["company"] for one in get(client, "/changes", cursor=later["next"])["items"]] == [
        "Cedar Robotics"
    ]


def test_a_draft_that_nobody_saw_is_not_told_of(client: TestClient, wire: Dealwire, tmp_path: Path) -> None:
    news(wire, tmp_path, "Alder Works", 5, "a", published="false")
    assert get(client, "/changes")["items"] == []


@pytest.mark.parametrize("query", ["cursor=WzFd&since=2026-01-01T00:00:00Z", "since=2026-01-01", "cursor=WyJ4Il0"])
def test_what_is_no_place_is_said(client: TestClient, query: str) -> None:
    assert client.get(f"{V1}/changes?{query}").status_code == 422


def test_the_changes_of_a_deal_say_from_what_to_what_and_by_whom(
    client: TestClient, wire: Dealwire, tmp_path: Path
) -> None:
    news(wire, tmp_path, "Alder Works", 5, "a")
    (row,) = wire.deals(DealFilter())
    wire.correct("editor", row.deal.id, "status", "closed")
    told = get(client, f"/deals/{row.deal.id}/changes")["items"]
    first = {one["field"]: (one["before"], one["after"], one["publisher"]) for one in told if one["article"]}
    assert first["status"] == (None, "announced", "Quay Courier")
    assert first["company"] == (None, "Alder Works", "Quay Courier")
    (decided,) = [one for one in told if not one["article"]]
    assert (decided["field"], decided["before"], decided["after"]) == ("status", "announced", "closed")
    assert client.get(f"{V1}/deals/d-0000/changes").status_code == 404
