"""The API as a program uses it: pages of lists, what is said of each thing, validators, problems."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from benchmarks import reference
from dealwire.errors import StoreError
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.api.reference import operations, shapes, type_of
from dealwire.web.app import create_app
from tests.web.reader import V1, document, get, take_in, walk

PUBLISHED = DealFilter(drafts=False)

# --- lists


@pytest.mark.parametrize("sort", ["date", "amount"])
def test_pages_of_deals_follow_each_other_without_gap_or_repeat(client: TestClient, wire: Dealwire, sort: str) -> None:
    seen = [deal["id"] for deal in walk(client, "/deals", sort=sort, limit=7, recalled=True)]
    assert sorted(seen) == sorted(row.deal.id for row in wire.deals(PUBLISHED))
    assert seen == [deal["id"] for deal in get(client, "/deals", sort=sort, limit=100, recalled=True)["items"]]


def test_a_cursor_stays_where_it_was_while_deals_come_in(tmp_path: Path) -> None:
    companies = ("Alder", "Birch", "Cedar", "Damson", "Elder")
    wire = Dealwire(str(tmp_path / "t.db"))
    for n, name in enumerate(companies):
        text = f"{name} Robotics raised ${n + 2} million in seed funding led by Fern Capital."
        take_in(
            wire,
            tmp_path,
            f"{n}.md",
            document(f"{name} Robotics raises ${n + 2} million", text, f"2026-01-0{n + 1}", name),
        )
    with TestClient(create_app(wire)) as client:
        first = get(client, "/deals", limit=2)
        newer = "Fig Robotics raised $9 million in seed funding led by Fern Capital."
        take_in(wire, tmp_path, "new.md", document("Fig Robotics raises $9 million", newer, "2026-01-09", "fig"))
        rest = get(client, "/deals", limit=100, cursor=first["next"])
    told = [deal["company"].split()[0] for deal in (*first["items"], *rest["items"])]
    assert told == ["Elder", "Damson", "Cedar", "Birch", "Alder"]


def test_pages_of_stories_follow_each_other(client: TestClient) -> None:
    whole = get(client, "/stories", limit=100)["items"]
    assert len(whole) > 10
    assert [story["id"] for story in walk(client, "/stories", limit=3)] == [story["id"] for story in whole]
    assert [story["heat"] for story in whole] == sorted((story["heat"] for story in whole), reverse=True)


@pytest.mark.parametrize(
    ("choice", "holds"),
    [
        ({"kind": "ipo"}, lambda deal: deal["kind"] == "ipo"),
        ({"status": "in_talks"}, lambda deal: deal["status"] == "in_talks"),
        ({"currency": "CNY"}, lambda deal: deal["amount"]["currency"] == "CNY"),
        ({"min_amount": 1e8}, lambda deal: deal["amount_usd"] >= 1e8),
        ({"since": "2026-02"}, lambda deal: deal["announced_on"]["value"] >= "2026-02-01"),
        ({"until": "2025"}, lambda deal: deal["announced_on"]["value"] <= "2025-12-31"),
        ({"conflicts": True}, lambda deal: deal["conflicts"]),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_choices_narrow_a_list_and_its_counts(
    client: TestClient, choice: dict[str, Any], holds: Callable[[Any], bool]
) -> None:
    every = get(client, "/deals", limit=100)["items"]
    chosen = get(client, "/deals", limit=100, **choice)["items"]
    assert 0 < len(chosen) < len(every)
    assert all(map(holds, chosen))
    assert get(client, "/deals/facets", **choice)["total"] == len(chosen)


# --- things


def test_a_deal_is_told_with_every_claim_in_its_sentence(client: TestClient, wire: Dealwire) -> None:
    for row in wire.deals(PUBLISHED):
        told = get(client, f"/deals/{row.deal.id}")
        assert told["fields"].keys() == row.deal.fields.keys()
        for name, field in row.deal.fields.items():
            assert [claim["quote"] for claim in told["fields"][name]["support"]] == [s.quote for s in field.support]
            assert len(told["fields"][name]["against"]) == len(field.against)
        assert {source["id"] for source in told["sources"]} == set(told["articles"])
    (nimbus,) = get(client, "/deals", company="Nimbus")["items"]
    amount = get(client, f"/deals/{nimbus['id']}")["fields"]["amount"]
    assert amount["disputed"]
    assert amount["against"][0]["sentence"]["before"] + amount["against"][0]["sentence"]["after"] != ""


def test_a_report_finds_its_deal_and_says_where_it_is(client: TestClient, wire: Dealwire) -> None:
    row = next(r for r in wire.deals(DealFilter()) if len(r.deal.reports) > 1)
    answer = client.get(f"{V1}/deals/{row.deal.reports[-1]}")
    assert answer.json()["id"] == row.deal.id
    assert answer.headers["Content-Location"] == f"{V1}/deals/{row.deal.id}"


def test_as_of_now_a_deal_is_what_it_is_and_before_its_first_report_nothing(client: TestClient, wire: Dealwire) -> None:
    for row in wire.deals(PUBLISHED):
        now = get(client, f"/deals/{row.deal.id}")
        assert row.known_at is not None
        then = get(client, f"/deals/{row.deal.id}", as_of=row.known_at.isoformat())
        assert {**then, "as_of": None} == now
        first = min(report.known_at for report in wire.store.reports(row.deal.reports))
        before = client.get(f"{V1}/deals/{row.deal.id}", params={"as_of": f"{first:%Y-%m-%d}T00:00:00Z"})
        assert (before.status_code == 404) == (first.hour > 0 or first.minute > 0)


def test_a_deal_as_of_a_day_is_told_by_the_reports_of_its_time(client: TestClient, wire: Dealwire) -> None:
    row = next(r for r in wire.deals(DealFilter()) if len({s.status for s in r.deal.history}) > 1)
    first, second = row.deal.history[:2]
    then = get(client, f"/deals/{row.deal.id}", as_of=first.at.isoformat())
    assert then["status"] == first.status != second.status
    assert len(then["sources"]) < len(get(client, f"/deals/{row.deal.id}")["sources"])
    assert all(datetime.fromisoformat(source["published"]) <= first.at for source in then["sources"])


def test_a_list_as_of_a_moment_tells_each_deal_as_it_was_known(client: TestClient, wire: Dealwire) -> None:
    moment = "2025-07-01T00:00:00+00:00"
    then = {deal["id"]: deal for deal in walk(client, "/deals", as_of=moment, limit=5, recalled=True)}
    known = {
        row.deal.id: min(report.known_at for report in wire.store.reports(row.deal.reports))
        for row in wire.deals(PUBLISHED)
        if row.announced_on and row.announced_on.isoformat() <= moment[:10]
    }
    assert then.keys() == {id_ for id_, first in known.items() if first <= datetime.fromisoformat(moment)}
    assert 0 < len(then) < len(known)
    for id_, deal in then.items():
        alone = get(client, f"/deals/{id_}", as_of=moment)
        assert deal == {name: alone[name] for name in deal}
    now = {deal["id"]: deal for deal in walk(client, "/deals", recalled=True)}
    assert {deal["company"] for id_, deal in then.items() if deal != now[id_]} >= {"Brackwater"}


def test_an_organisation_is_found_by_any_name_and_told_in_full(client: TestClient) -> None:
    (found, *_) = get(client, "/organisations", name="Corvid Capital")["items"]
    told = get(client, f"/organisations/{found['id']}")
    assert told == get(client, "/organisations/CORVID CAPITAL")
    assert len(told["backed"]) == sum(year["deals"] for year in told["pace"])
    assert {backed["role"] for backed in told["backed"]} >= {"lead"}
    assert any(hit["what"] == "organisation" for hit in get(client, "/search", q="松涧")["items"])


def test_an_article_is_told_by_id_key_and_address_without_its_text(client: TestClient, wire: Dealwire) -> None:
    row = next(r for r in wire.deals(DealFilter()) if r.deal.fields["company"].support[0].url)
    claim = row.deal.fields["company"].support[0]
    article = wire.articles([claim.article])[claim.article]
    told = get(client, f"/articles/{claim.article_ref}")
    assert told == get(client, f"/articles/{claim.article}") == get(client, "/articles", url=article.url)
    assert row.deal.id in {deal["id"] for deal in told["deals"]}
    assert article.text[:400] not in json.dumps(told, ensure_ascii=False)


def test_a_story_is_told_with_its_coverage_in_order(client: TestClient) -> None:
    story = get(client, "/stories")["items"][0]
    told = get(client, f"/stories/{story['id']}")
    times = [article["published"] for article in told["articles"]]
    assert times == sorted(times)
    assert told["deals"]
    assert get(client, f"/stories/{told['articles'][0]['key']}")["id"] == story["id"]


def test_search_can_be_of_one_sort(client: TestClient) -> None:
    every = get(client, "/search", q="Corvid", limit=60)["items"]
    assert {hit["what"] for hit in every} == {"organisation", "deal", "article"}
    deals = get(client, "/search", q="Corvid", what="deal", limit=60)["items"]
    assert {hit["id"] for hit in deals} == {hit["id"] for hit in every if hit["what"] == "deal"}


def test_trends_add_up_to_what_there_is(client: TestClient) -> None:
    dated = [deal for deal in get(client, "/deals", limit=100)["items"] if deal["announced_on"]]
    money = get(client, "/trends", counted="money", period="month", most=100)["items"]
    assert sum(row["deals"] for row in money) == len(dated)
    assert abs(sum(row["usd"] for row in money) - sum(deal["amount_usd"] or 0 for deal in dated)) < len(dated)
    topics = get(client, "/trends", counted="topics", topic=["ai", "funding"])["items"]
    assert {row["topic"] for row in topics} >= {"ai", "funding"}


# --- how it answers


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    tag = client.get(f"{V1}/deals").headers["ETag"]
    for sent in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        again = client.get(f"{V1}/deals", headers={"If-None-Match": sent})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert client.get(f"{V1}/deals", headers={"If-None-Match": 'W/"else"'}).status_code == 200


def test_head_answers_as_get_does_without_the_body(client: TestClient) -> None:
    plain = {"Accept-Encoding": "identity"}
    told, head = client.get(f"{V1}/deals", headers=plain), client.head(f"{V1}/deals", headers=plain)
    assert head.content == b""
    assert {**head.headers, "vary": ""} == {**told.headers, "vary": ""}
    assert client.head(f"{V1}/nothing").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/deals/d-0000", 404),
        ("GET", "/organisations/Nobody%20At%20All", 404),
        ("GET", "/stories/s-0000", 404),
        ("GET", "/articles/none", 404),
        ("GET", "/articles?url=https://news.example/none", 404),
        ("POST", "/deals", 405),
        ("GET", "/deals?kind=x", 422),
        ("GET", "/deals?colour=red", 422),
        ("GET", "/deals?limit=0", 422),
        ("GET", "/deals?limit=101", 422),
        ("GET", "/deals?since=2025-02-31", 422),
        ("GET", "/deals?cursor=abc", 422),
        ("GET", "/deals?cursor=!", 422),
        ("GET", "/stories?cursor=WyJkIiwgIngiXQ", 422),
        ("GET", "/search", 422),
        ("GET", "/trends?topic=nonsense", 422),
        ("GET", "/trends?organisation=Nobody", 404),
    ],
)
def test_every_failure_is_a_problem(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, V1 + path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    told = answer.json()
    assert (told["status"], told["type"]) == (status, "about:blank")
    assert told["title"]
    assert told["detail"]


def test_a_cursor_of_another_order_is_told_so(client: TestClient) -> None:
    cursor = get(client, "/deals", limit=1)["next"]
    answer = client.get(f"{V1}/deals", params={"cursor": cursor, "sort": "amount"})
    assert (answer.status_code, "another order" in answer.json()["detail"]) == (422, True)


@pytest.mark.parametrize(("error", "status"), [(StoreError("the disk is gone"), 503), (ValueError("secret"), 500)])
def test_failures_of_ours_are_problems_too(
    examples: str, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    wire = Dealwire(examples, make=False)
    monkeypatch.setattr(wire.programs, "deals", fails)
    with TestClient(create_app(wire), raise_server_exceptions=False) as client:
        answer = client.get(f"{V1}/deals")
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert "secret" not in answer.text


def test_any_site_may_read_it(client: TestClient) -> None:
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET"}
    assert client.options(f"{V1}/deals", headers=asked).headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(f"{V1}/deals", headers=asked).headers["Access-Control-Allow-Origin"] == "*"
    writes = {**asked, "Access-Control-Request-Method": "DELETE"}
    assert client.options(f"{V1}/deals", headers=writes).status_code == 400


def test_an_address_that_is_none_of_the_web_is_not_told(tmp_path: Path) -> None:
    wire = Dealwire(str(tmp_path / "t.db"))
    text = document(
        "Harrow Labs raises $5 million", "Harrow Labs raised $5 million in seed funding.", "2026-01-05", "x"
    )
    take_in(wire, tmp_path, "a.md", text.replace("https://news.example/x", "javascript:alert(1)"))
    with TestClient(create_app(wire)) as client:
        (deal,) = get(client, "/deals")["items"]
        everything = (
            client.get(f"{V1}/deals/{deal['id']}").text + client.get(f"{V1}/articles/{deal['articles'][0]}").text
        )
    assert "javascript:" not in everything


# --- its description


def test_everything_is_described(client: TestClient) -> None:
    described = get(client, "/openapi.json")
    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": V1}]
    for operation in operations(described):
        assert operation.summary
        assert [row.name for row in operation.parameters if not row.type] == []
    problems = {
        media
        for path in described["paths"].values()
        for status, answer in path["get"]["responses"].items()
        for media in answer["content"]
        if status != "200"
    }
    assert problems == {"application/problem+json"}


def test_the_reference_page_tells_all_that_the_description_does(client: TestClient) -> None:
    html = client.get(f"{V1}/docs").text
    described = get(client, "/openapi.json")
    for operation in operations(described):
        assert f"GET {V1}{operation.path}<" in html
    for shape in shapes(described):
        assert f'id="{shape.name}"' in html
        assert all(f"<code>{row.name}</code>" in html for row in shape.fields)
    assert re.findall(r"https?://(?!127)", html) == []


def test_types_are_told_in_words() -> None:
    schemas = {"Kind": {"enum": ["ipo", "fund"]}, "Page_Deal_": {"title": "Page[Deal]", "type": "object"}}
    told: dict[str, dict[str, Any]] = {
        "date or null": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
        "list of Page[Deal]": {"type": "array", "items": {"$ref": "#/components/schemas/Page_Deal_"}},
        "ipo, fund": {"$ref": "#/components/schemas/Kind"},
        "map to integer": {"type": "object", "additionalProperties": {"type": "integer"}},
        "any": {},
    }
    assert {words: type_of(schema, schemas) for words, schema in told.items()} == {words: words for words in told}


def test_the_start_says_which_moment_the_store_shows(tmp_path: Path) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    wire = Dealwire(str(tmp_path / "t.db"))
    wire.rebuild(moment)
    with TestClient(create_app(wire)) as client:
        assert datetime.fromisoformat(get(client, "/")["as_of"]) == moment


# --- drafts

UNPUBLISHED = "Umbrage"  # in each thing that a draft alone tells


@pytest.fixture
def drafted(tmp_path: Path) -> Dealwire:
    """Return a store with a deal of a draft alone, one that a draft adds to, and one that a person holds back."""
    wire = Dealwire(str(tmp_path / "t.db"))
    told = "Larkspur Systems raised $30 million in a Series B round led by Fern Capital"
    drafts = {
        f"Larkspur Systems and {UNPUBLISHED}": f"{told}, with participation from {UNPUBLISHED} Partners. "
        "The round values Larkspur Systems at $410 million.",
        "Larkspur Systems takes a name": f"Larkspur Systems, also known as {UNPUBLISHED} Dynamics, raised $30 million "
        "in a Series B round led by Fern Capital.",
        f"{UNPUBLISHED} Robotics raises $55 million": f"{UNPUBLISHED} Robotics raised $55 million in a Series A round "
        f"led by {UNPUBLISHED} Ventures.",
        f"{UNPUBLISHED} Foods raises $7 million": f"{UNPUBLISHED} Foods raised $7 million in seed funding "
        "led by Fern Capital.",
    }
    open_ = document("Larkspur Systems raises $30 million", f"{told}.", "2026-02-02", "larkspur")
    take_in(wire, tmp_path, "a.md", open_)
    for n, (title, text) in enumerate(drafts.items(), start=1):
        take_in(wire, tmp_path, f"{n}.md", document(title, text, "2026-02-02", f"umbrage-{n}", "false"))
    return wire


def every_address(client: TestClient, wire: Dealwire) -> Iterator[str]:
    """Yield an address of each call for everything that the store holds, drafts too."""
    paths = get(client, "/openapi.json")["paths"]
    rows = list(wire.deals(DealFilter()))
    refs = [s.article_ref for row in rows for f in row.deal.fields.values() for s in f.support]
    ids = {
        "/deals/{id}": [key for row in rows for key in (row.deal.id, *row.deal.reports)],
        "/organisations/{name}": [
            *{row.deal.organisation for row in rows},
            f"{UNPUBLISHED} Partners",
            f"{UNPUBLISHED} Dynamics",
            f"{UNPUBLISHED} Ventures",
        ],
        "/stories/{id}": [*(story.id for story in wire.store.stories()), *refs],
        "/articles/{id}": refs,
    }
    asked = {
        "/organisations": ["", "?sort=raised", f"?name={UNPUBLISHED}", "?name=Fern"],
        "/articles": [f"?url=https://news.example/{slug}" for slug in ("larkspur", "umbrage-1", "umbrage-2")],
        "/search": [f"?q={UNPUBLISHED}", "?q=Larkspur", "?q=raised"],
        "/trends": [f"?counted={counted}" for counted in ("topics", "organisations", "money")],
        "/deals": ["", "?sort=amount", f"?investor={UNPUBLISHED}", "?recalled=true"],
    }
    for path in paths:
        if "{" in path:
            yield from (re.sub(r"\{\w+\}", key, path) for key in ids[path.removesuffix("/changes")])
        else:
            yield from (path + query for query in asked.get(path, [""]))


def test_drafts_are_nowhere(drafted: Dealwire) -> None:
    (mixed,) = drafted.deals(DealFilter(company="Larkspur"))
    assert len(mixed.deal.articles) == 3
    assert f"{UNPUBLISHED} Dynamics" in drafted.organisation("Larkspur Systems").organisation.names
    assert UNPUBLISHED in str(mixed.deal.fields["investors"].value)
    with TestClient(create_app(drafted)) as client:
        addresses = list(every_address(client, drafted))
        answers = {address: client.get(V1 + address) for address in addresses}
        leaks = {
            address: re.findall(f".{{40}}{UNPUBLISHED}.{{20}}", answer.text)
            for address, answer in answers.items()
            if answer.status_code == 200 and UNPUBLISHED.casefold() in answer.text.casefold()
        }
        assert leaks == {}
        for page in ("/", "/deals", "/organisations", "/organisations?sort=raised", "/trends", "/network", "/stories"):
            assert UNPUBLISHED.casefold() not in client.get(page).text.casefold(), page
        (deal,) = get(client, "/deals")["items"]
        facets = get(client, "/deals/facets")
        money = get(client, "/trends", counted="money")["items"]
        mentioned = get(client, "/trends", counted="organisations")["items"]
        assert get(client, "/deals", investor=UNPUBLISHED)["items"] == []
    assert (deal["company"], deal["valuation"], len(deal["articles"])) == ("Larkspur Systems", None, 1)
    assert [backer["name"] for backer in deal["investors"]] == ["Fern Capital"]
    assert facets["total"] == 1
    assert [row["usd"] for row in money] == [30_000_000]
    assert {row["organisation"] for row in mentioned} == {"Larkspur Systems", "Fern Capital"}


def test_a_sum_that_a_draft_alone_tells_is_in_no_sum(tmp_path: Path) -> None:
    wire = Dealwire(str(tmp_path / "t.db"))
    told = "Larkspur Systems raised a Series B round led by Fern Capital."
    take_in(wire, tmp_path, "a.md", document("Larkspur Systems raises a Series B", told, "2026-02-02", "larkspur"))
    sum_ = "Larkspur Systems raised $37 million in a Series B round led by Fern Capital."
    take_in(wire, tmp_path, "b.md", document("Larkspur Systems raises $37 million", sum_, "2026-02-02", "b", "false"))
    (row,) = wire.deals(DealFilter())
    assert row.usd == 37e6
    with TestClient(create_app(wire)) as client:
        (deal,) = get(client, "/deals")["items"]
        assert deal["amount"] is None
        assert [(one["deals"], one["usd"]) for one in get(client, "/trends", counted="money")["items"]] == [(1, 0)]
        assert "37M" not in client.get("/trends").text + client.get("/").text


def test_a_deal_that_a_person_holds_back_is_nowhere_either(drafted: Dealwire) -> None:
    (row,) = drafted.deals(DealFilter(company="Larkspur"))
    drafted.publish("editor", row.deal.id, draft=True)
    with TestClient(create_app(drafted)) as client:
        assert get(client, "/deals")["items"] == []
        assert get(client, "/deals/facets")["total"] == 0
        assert client.get(f"{V1}/deals/{row.deal.id}").status_code == 404
        assert get(client, "/trends", counted="money")["items"] == []


def test_the_reference_among_the_documents_is_that_of_the_api() -> None:
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page(), "write it: python -m benchmarks.reference"
