"""The table of deals and the page of one, as a reader without JavaScript uses them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dealwire.lists import DealQuery
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.service.listing import count
from dealwire.web.app import create_app


def companies(html: str) -> list[str]:
    return [unescape(name) for name in re.findall(r'<th scope="row"><a href="/deals/[^"]+"><bdi>([^<]*)', html)]


def total(html: str) -> int:
    (found,) = re.findall(r'class="total"[^>]*><strong>([\d,]+)</strong>', html)
    return int(found.replace(",", ""))


def test_every_facet_leads_to_as_many_deals_as_it_says(client: TestClient) -> None:
    html = client.get("/deals").text
    links = re.findall(r'<li><a href="(/deals\?[^"]+)"><span>[^<]*</span> <span class="n">([\d,]+)</span>', html)
    assert len(links) > 20
    for link, said in links[::3]:
        narrowed = client.get(unescape(link)).text
        assert (total(narrowed), len(companies(narrowed))) == (int(said), int(said)), link


def test_choices_add_up_and_each_can_be_dropped(client: TestClient) -> None:
    html = client.get("/deals?kind=funding_round&currency=CNY").text
    assert 0 < total(html) < total(client.get("/deals?kind=funding_round").text)
    assert 'href="/deals?currency=CNY"' in html
    assert 'href="/deals?kind=funding_round"' in html


def test_a_part_of_a_name_in_any_script_finds_deals(client: TestClient) -> None:
    assert companies(client.get("/deals?company=tideline").text) == ["Tideline Robotics"]
    assert "拾光智造" in companies(client.get("/deals?investor=松涧").text)


def test_the_largest_come_first_where_that_is_asked(client: TestClient, wire: Dealwire) -> None:
    by_size = sorted((r.usd or 0.0 for r in wire.deals(DealFilter(background=False))), reverse=True)
    page = wire.deal_page(DealQuery(DealFilter(background=False), by_amount=True), limit=10)
    assert [row.usd or 0.0 for row in page.rows] == by_size[:10]
    assert companies(client.get("/deals?sort=amount").text)[:10] == [row.deal.company for row in page.rows]


@pytest.mark.parametrize("by_amount", [False, True])
def test_pages_follow_each_other_without_gap_or_repeat(wire: Dealwire, by_amount: bool) -> None:
    wanted = DealQuery(by_amount=by_amount)
    whole = [row.deal.id for row in wire.deal_page(wanted, limit=1000).rows]
    seen: list[str] = []
    cursor = None
    while True:
        page = wire.deal_page(wanted, cursor, limit=7)
        seen += [row.deal.id for row in page.rows]
        if (cursor := page.next) is None:
            break
    assert seen == whole
    assert len(whole) == page.total


@pytest.mark.parametrize("query", ["kind=x", "size=huge", "year=20²5", "since=soon", "after=nonsense", "after=a~b~c"])
def test_what_cannot_be_read_is_said(client: TestClient, query: str) -> None:
    answer = client.get(f"/deals?{query}")
    assert answer.status_code == 400
    assert "can&#39;t be answered" in answer.text


@pytest.mark.parametrize(
    "query", ["company=%00%ff", "investor=%25_%5C", "currency=<b>", "kind=&year=", "x=" + "y" * 5000]
)
def test_odd_values_find_nothing_and_break_nothing(client: TestClient, query: str) -> None:
    answer = client.get(f"/deals?{query}")
    assert answer.status_code == 200
    assert "<b>" not in answer.text


def test_counts_leave_out_only_the_facets_own_choice(wire: Dealwire) -> None:
    cells = wire.store.deal_cells(DealQuery())
    facets, found = count(cells, {"kind": "ipo", "year": "2026"})
    assert found == dict(facets["kind"])["ipo"] == dict(facets["year"])["2026"]
    assert {"funding_round", "ipo"} <= dict(facets["kind"]).keys()


# --- a deal


def page_of(client: TestClient, company: str) -> str:
    html = client.get("/deals", params={"company": company, "recalled": "1"}).text
    return client.get(re.findall(r'<th scope="row"><a href="(/deals/[^"]+)"', html)[0]).text


def test_every_field_stands_beside_its_sentence(client: TestClient, wire: Dealwire) -> None:
    html = unescape(page_of(client, "Tideline"))
    (row,) = wire.deals(DealFilter(company="Tideline"))
    for name, field in row.deal.fields.items():
        assert f'id="{name}"' in html
        assert any(f"<mark>{claim.quote}</mark>" in html for claim in field.support), name
    assert "led by <mark>Corvid Capital</mark>, according to two people" in " ".join(html.split())


def test_a_dispute_shows_both_sides_on_one_axis(client: TestClient) -> None:
    html = page_of(client, "Nimbus")
    assert "reports disagree" in html
    strips = re.findall(r'<tr class="(agrees|differs)"><th scope="row">([^<]*)<', html)
    assert strips == [("agrees", "$150M"), ("differs", "€200M")]
    assert 'aria-label="from $145M to $155M"' in html


def test_a_report_leads_to_its_deal(client: TestClient, wire: Dealwire) -> None:
    row = next(r for r in wire.deals(DealFilter()) if len(r.deal.reports) > 1)
    other = next(id_ for id_ in row.deal.reports if id_ != row.deal.id)
    answer = client.get(f"/deals/{other}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"].rpartition("/")[2]) == (301, row.deal.id)


def test_an_unknown_deal_is_not_found(client: TestClient) -> None:
    assert client.get("/deals/d-0000").status_code == 404


HOSTILE = """---
title: "<script>alert(1)</script> raises $5 million"
published: {published}
originalUrl: "{url}"
publishedDateTime: 2026-01-05T10:00:00Z
provider: {{name: "<img src=x onerror=alert(2)>"}}
---
Harrow Labs raised $5 million in seed funding led by Fern Capital. \u202eevil\u202c \ud83d "onmouseover=alert(3)
"""


def site(path: Path, text: str) -> TestClient:
    (path / "a.md").write_bytes(text.encode("utf-8", "surrogatepass"))
    wire = Dealwire(str(path / "t.db"))
    wire.ingest(wire.files([str(path / "a.md")]))
    return TestClient(create_app(wire))


def test_what_articles_hold_is_text_and_nothing_else(tmp_path: Path) -> None:
    with site(tmp_path, HOSTILE.format(published="true", url="javascript:alert(4)")) as client:
        html = page_of(client, "")
    assert re.findall(r"<script(?! src=./static/)|<img|javascript:|\u202e", html) == []
    assert "<mark>$5 million</mark>" in html


def test_a_draft_is_on_no_page(tmp_path: Path) -> None:
    with site(tmp_path, HOSTILE.format(published="false", url="https://news.example/a")) as client:
        wire = client.app.state.wire  # type: ignore[attr-defined]
        (row,) = wire.deals(DealFilter())
        assert client.get(f"/deals/{row.deal.id}").status_code == 404
