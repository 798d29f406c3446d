"""Stories and organisations as of a moment: by what was published by then; a list without a past says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from tests.web.reader import V1, document, get, take_in, walk

TOLD = "Larkspur Systems has raised $30 million in a Series B round led by Fern Capital"
NEWS = (
    ("2026-02-02", "first", f"{TOLD}. Larkspur Systems is based in Leipzig."),
    ("2026-02-03", "second", f"{TOLD}, with participation from Corvid Capital. The round values it at $410 million."),
    ("2026-06-05", "later", "Larkspur Systems has raised $90 million in a Series C round led by Fern Capital."),
)
BEFORE, FIRST = "2026-02-01T00:00:00Z", "2026-02-02T20:00:00Z"
SECOND, NOW = "2026-02-04T00:00:00Z", "2026-07-01T00:00:00Z"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    wire = Dealwire(str(tmp_path / "t.db"))
    for day, slug, text in NEWS:
        take_in(wire, tmp_path, f"{slug}.md", document(f"Larkspur Systems raises {slug}", text, day, slug))
    with TestClient(create_app(wire), raise_server_exceptions=False) as client:
        yield client


def test_an_organisation_is_what_was_told_of_it_by_then(client: TestClient) -> None:
    own = "/organisations/Larkspur Systems"
    assert client.get(V1 + own, params={"as_of": BEFORE}).status_code == 404
    first, second, now = (get(client, own, as_of=moment) for moment in (FIRST, SECOND, NOW))
    assert [len(one["deals"]) for one in (first, second, now)] == [1, 1, 2]
    assert [one["raised_usd"] for one in (first, second, now)] == [30_000_000, 30_000_000, 120_000_000]
    assert [len(one["valuations"]) for one in (first, second, now)] == [0, 1, 1]
    assert first["country"]["code"] == "DE"
    assert now == get(client, own)
    backer = "/organisations/Corvid Capital"
    assert client.get(V1 + backer, params={"as_of": FIRST}).status_code == 404
    assert len(get(client, backer, as_of=SECOND)["backed"]) == 1


def test_a_story_is_what_was_told_of_it_by_then(client: TestClient) -> None:
    (story,) = [one for one in get(client, "/stories")["items"] if len(one["articles"]) == 2]
    own = f"/stories/{story['id']}"
    assert client.get(V1 + own, params={"as_of": BEFORE}).status_code == 404
    first, second = (get(client, own, as_of=moment) for moment in (FIRST, SECOND))
    assert [len(one["articles"]) for one in (first, second)] == [1, 2]
    assert [len(deal["articles"]) for one in (first, second) for deal in one["deals"]] == [1, 2]
    assert first["heat"] > 0
    assert get(client, own, as_of=NOW)["heat"] < second["heat"]


def test_stories_as_of_a_moment_are_those_that_were_hot_then(client: TestClient) -> None:
    assert get(client, "/stories", as_of=BEFORE)["items"] == []
    then = get(client, "/stories", as_of=FIRST)["items"]
    assert [one["title"] for one in then] == ["Larkspur Systems raises first"]
    later = list(walk(client, "/stories", as_of="2026-06-06T00:00:00Z", limit=1))
    assert [one["title"] for one in later] == ["Larkspur Systems raises later"]


def test_a_list_as_of_a_moment_holds_what_passed_the_choices_then(tmp_path: Path) -> None:
    told = "Larkspur Systems has raised $30 million in a round led by Fern Capital"
    news = (
        ("2026-02-02", "first", f"{told}."),
        ("2026-02-03", "second", f"{TOLD}, with participation from Corvid Capital."),
    )
    with Dealwire(str(tmp_path / "t.db")) as wire:
        for day, slug, text in news:
            take_in(wire, tmp_path, f"{slug}.md", document(f"Larkspur Systems raises {slug}", text, day, slug))
        with TestClient(create_app(wire)) as client:
            for choice in ({"round": "series_b"}, {"investor": "Corvid"}):
                assert len(get(client, "/deals", **choice)["items"]) == 1
                assert len(get(client, "/deals", **choice, as_of=SECOND)["items"]) == 1
                assert get(client, "/deals", **choice, as_of=FIRST)["items"] == []
            for choice in ({"size": "10m"}, {"currency": "USD"}, {"min_amount": "30000000"}, {"status": "announced"}):
                assert len(get(client, "/deals", **choice, as_of=FIRST)["items"]) == 1, choice
                assert get(client, "/deals", **choice, as_of=BEFORE)["items"] == []


@pytest.mark.parametrize("path", ["/organisations", "/deals/facets", "/search?q=Fern", "/trends"])
def test_what_has_no_past_says_why(client: TestClient, path: str) -> None:
    refused = client.get(f"{V1}{path}", params={"as_of": NOW})
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"
    (fault,) = [one for one in refused.json()["errors"] if one["where"] == "query.as_of"]
    assert fault["reason"].startswith("this call tells the present alone")


def test_a_moment_needs_its_zone(client: TestClient) -> None:
    for path in ("/stories", "/organisations/Larkspur Systems"):
        for moment in ("2026-02-02T00:00:00", "1770000000", "3"):
            assert client.get(V1 + path, params={"as_of": moment}).status_code == 422
