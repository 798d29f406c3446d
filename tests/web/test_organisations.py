"""Organisations as a list: by deals or by money raised, page by page, on the site and in the API."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from dealwire.service.door import Dealwire
from tests.web.reader import V1, get, walk


@pytest.mark.parametrize("sort", ["deals", "raised"])
def test_pages_of_organisations_follow_each_other(client: TestClient, sort: str) -> None:
    whole = get(client, "/organisations", sort=sort, limit=100)
    assert whole["next"] is None
    assert len(whole["items"]) > 20
    value = {"deals": "deals", "raised": "raised_usd"}[sort]
    figures = [one[value] for one in whole["items"]]
    assert figures == sorted(figures, reverse=True)
    assert figures[-1] > 0
    assert list(walk(client, "/organisations", sort=sort, limit=7)) == whole["items"]


def test_figures_are_those_of_the_organisations_own_page(client: TestClient) -> None:
    for one in get(client, "/organisations", limit=15)["items"] + get(client, "/organisations", sort="raised")["items"]:
        own = get(client, f"/organisations/{one['id']}")
        deals = {deal["id"] for deal in own["deals"]}
        backed = {told["deal"]["id"] for told in own["backed"] if told["role"] != "adviser"}
        assert (one["name"], one["deals"]) == (own["name"], len(deals | backed))
        assert one["raised_usd"] == pytest.approx(own["raised_usd"], abs=1)
        assert one["country"] == (own["country"] and own["country"]["code"])


def test_a_name_finds_some_and_takes_no_cursor(client: TestClient) -> None:
    found = get(client, "/organisations", name="Corvid")
    assert found["next"] is None
    assert "Corvid Capital" in {one["name"] for one in found["items"]}
    cursor = get(client, "/organisations", limit=1)["next"]
    for wrong in ({"name": "Corvid", "cursor": cursor}, {"sort": "raised", "cursor": cursor}, {"cursor": "x"}):
        refused = client.get(f"{V1}/organisations", params=wrong)
        assert refused.status_code == 422
        assert refused.headers["content-type"] == "application/problem+json"


def test_the_page_lists_sorts_and_finds(client: TestClient, wire: Dealwire) -> None:
    html = client.get("/organisations?lang=en").text
    rows = re.findall(r'<th scope="row"><a href="/organisations/([^"]+)"', html)
    assert len(rows) == min(50, len(wire.store.top_organisations(1000, by_raised=False)))
    assert rows == [one.id for one in wire.store.top_organisations(50, by_raised=False)]
    raised = client.get("/organisations?sort=raised").text
    assert "Anthropic" in raised
    assert 'href="/organisations?page=2"' in html
    second = client.get("/organisations?page=2").text
    assert not set(rows) & set(re.findall(r'<th scope="row"><a href="/organisations/([^"]+)"', second))
    assert "Corvid Capital" in client.get("/organisations?name=corvid").text
    assert "没有找到" in client.get("/organisations?name=zzzz&lang=zh").text
    assert "most deals first" not in client.get("/organisations?lang=zh").text
