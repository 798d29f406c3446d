"""The country of a company: told with its sentence on pages, in the API and feeds; never guessed, never of drafts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from tests.web.reader import document, get, take_in

NEWS = (
    ("zell", "Zellwerk", "The German battery maker Zellwerk has raised €20 million in a Series A round.", "true"),
    ("zell2", "Zellwerk", "Leipzig-based Zellwerk has raised €20 million in a Series A round, it said.", "true"),
    ("quill", "Quillpay", "Quillpay, an Indian fintech, has raised $5 million in a seed round.", "true"),
    ("tie", "Penstock", "The French startup Penstock has raised $7 million in a Series B round.", "true"),
    ("tie2", "Penstock", "Penstock, a Belgian company, has raised $7 million in a Series B round.", "true"),
    ("alder", "Alder Works", "Alder Works has raised 9 million Swiss francs in a Series A round.", "true"),
    ("draft", "Alder Works", "The Swiss startup Alder Works has raised CHF 9 million in a Series A round.", "false"),
    ("star", "星电科技", "德国电池制造商星电科技完成2亿元B轮融资，由红雀资本领投。", "true"),
)


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Dealwire]:
    with Dealwire(str(tmp_path / "t.db")) as wire:
        for n, (slug, company, text, published) in enumerate(NEWS):
            take_in(
                wire, tmp_path, f"{slug}.md", document(f"{company} raises", text, f"2026-03-0{n + 1}", slug, published)
            )
        yield wire


@pytest.fixture
def client(wire: Dealwire) -> Iterator[TestClient]:
    with TestClient(create_app(wire), raise_server_exceptions=False) as client:
        yield client


def countries(wire: Dealwire) -> dict[str, str | None]:
    return {row.deal.company: row.country for row in wire.deals(DealFilter())}


KNOWN = {"Zellwerk": "DE", "Quillpay": "IN", "Penstock": None, "Alder Works": None, "星电科技": "DE"}


def test_a_country_is_known_where_published_articles_tell_it_and_agree(wire: Dealwire) -> None:
    assert countries(wire) == KNOWN
    wire.rebuild()
    assert countries(wire) == KNOWN


def test_a_draft_tells_the_country_once_it_is_published(wire: Dealwire) -> None:
    said = wire.publish("Ada", "https://news.example/draft")
    assert countries(wire)["Alder Works"] == "CH"
    wire.undo("Ada", said.id)
    assert countries(wire) == KNOWN


def test_deals_are_narrowed_to_a_country(client: TestClient) -> None:
    html = client.get("/deals").text
    assert 'href="/deals?country=DE"' in html
    assert "<h2>Country</h2>" in html
    assert "<h2>国家/地区</h2>" in client.get("/deals?lang=zh").text
    german = client.get("/deals?country=DE&lang=en").text
    assert "<strong>2</strong> deals" in german
    assert "Quillpay" not in german
    assert 'href="/deals?country=IN"' in german
    assert "德国" in client.get("/deals?country=DE&lang=zh").text
    assert "Zellwerk" in client.get("/deals.csv?country=DE").text
    assert "Quillpay" not in client.get("/deals.csv?country=DE").text
    for feed in ("/deals.atom", "/deals.feed.json"):
        told = client.get(f"{feed}?country=IN").text
        assert "Quillpay" in told
        assert "Zellwerk" not in told
    assert client.get("/deals?country=XX").status_code == 400
    assert client.get("/deals.atom?country=Germany").status_code == 400


def test_the_api_tells_and_takes_the_country(client: TestClient) -> None:
    found = get(client, "/deals", country="DE")["items"]
    assert {(deal["company"], deal["country"]) for deal in found} == {("Zellwerk", "DE"), ("星电科技", "DE")}
    assert get(client, "/deals/facets")["facets"]["country"] == [
        {"value": "DE", "count": 2},
        {"value": "IN", "count": 1},
    ]
    assert get(client, "/deals/facets", country="IN")["total"] == 1
    assert get(client, f"/deals/{found[0]['id']}", as_of="2026-12-01T00:00:00Z")["country"] == "DE"
    refused = client.get("/api/v1/deals", params={"country": "XX"})
    assert refused.status_code == 422
    assert "ISO 3166-1" in refused.json()["detail"]


def test_an_organisation_is_told_with_the_sentences_that_give_its_country(client: TestClient) -> None:
    told = get(client, "/organisations/Zellwerk")["country"]
    assert (told["code"], told["name"], told["articles"]) == ("DE", "Germany", 2)
    assert {one["quote"] for one in told["told"]} == {"German", "Leipzig"}
    assert all(one["article"] and one["url"] for one in told["told"])
    html = client.get("/organisations/Zellwerk").text
    assert '<a href="/deals?country=DE">Germany</a>' in html
    assert "<mark>Leipzig</mark>" in html
    for name in ("Penstock", "Alder Works"):
        assert get(client, f"/organisations/{name}")["country"] is None
        assert "Switzerland" not in client.get(f"/organisations/{name}").text


def test_which_comes_first_changes_nothing(tmp_path: Path) -> None:
    with Dealwire(str(tmp_path / "t.db")) as wire:
        for n, (slug, company, text, published) in reversed(list(enumerate(NEWS))):
            take_in(
                wire, tmp_path, f"{slug}.md", document(f"{company} raises", text, f"2026-03-0{n + 1}", slug, published)
            )
        assert countries(wire) == KNOWN


def test_as_of_a_moment_it_is_what_was_told_by_then(client: TestClient) -> None:
    (deal,) = get(client, "/deals", company="Penstock")["items"]
    between, after = "2026-03-04T12:00:00Z", "2026-03-05T12:00:00Z"
    assert get(client, f"/deals/{deal['id']}", as_of=between)["country"] == "FR"
    assert get(client, f"/deals/{deal['id']}", as_of=after)["country"] is None
