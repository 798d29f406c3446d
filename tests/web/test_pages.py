"""Every page, in both languages, and what each must say."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import unescape
from pathlib import Path
from threading import Barrier, Event

import msgspec
import pytest
from starlette.testclient import TestClient

from dealwire.errors import OutageError, StoreError
from dealwire.lists import DealQuery
from dealwire.ports import DealFilter
from dealwire.service.beside import FRESH, KEPT, OLDEST, SHARE, Lately
from dealwire.service.door import Dealwire
from dealwire.service.network import network
from dealwire.web import language, plots
from dealwire.web.app import create_app
from dealwire.web.pages.story import growth
from tests.factories import NOON, make_deal, make_row

PATHS = (
    *("/", "/deals", "/stories", "/trends", "/network", "/organisations", "/sources"),
    *("/search", "/search?q=Corvid", "/search?q=融资"),
)


def dead_ends(html: str) -> list[str]:
    """Return what no reader should see: a message's key, a value of Python's, a link to nowhere."""
    text = re.sub(r"<[^>]+>", " ", html)
    return re.findall(
        r"(?<!If-)\b(?:None|Undefined|nan)\b|\b(?:deals?|org|story|facet|field|plot)\.[a-z_]+\b", text
    ) + re.findall(r'href="(?:#|)"', html)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_whole_in_every_language(client: TestClient, path: str, lang: str) -> None:
    answer = client.get(path, headers={"Accept-Language": lang})
    assert answer.status_code == 200
    assert dead_ends(answer.text) == []
    assert len(re.findall("<h1", answer.text)) == 1


def test_every_link_of_the_site_leads_somewhere(client: TestClient) -> None:
    seen: dict[str, int] = {}
    todo = list(PATHS)
    while todo:
        path = todo.pop()
        answer = client.get(path)
        seen[path] = answer.status_code
        assert dead_ends(answer.text) == [], path
        links = {unescape(link).partition("#")[0] for link in re.findall(r'<a [^>]*href="(/[^"]*)"', answer.text)}
        some = [link for link in links if link.count("/") > 1 or link.startswith("/deals.")]
        todo += [link for link in some if link not in seen and link not in todo][: max(0, 250 - len(seen) - len(todo))]
    assert {path: status for path, status in seen.items() if status != 200} == {}
    assert len(seen) > 150


def test_an_organisation_is_found_by_any_of_its_names(client: TestClient, wire: Dealwire) -> None:
    own = wire.organisation("智谱").organisation
    for name in own.names:
        answer = client.get(f"/organisations/{name}")
        assert answer.status_code == 200
        assert str(answer.url).endswith(own.id)
        assert all(other in unescape(answer.text) for other in own.names)
    assert client.get("/organisations/nobody at all").status_code == 404
    assert client.get("/organisations/a/b/%2e%2e").status_code == 404


def test_what_a_company_raised_leaves_out_debt(wire: Dealwire) -> None:
    page = wire.organisation_page("Volta Reach")
    assert page is not None
    rounds = {row.deal.fields["round"].value: row.usd for row in page.own}
    assert "debt_financing" in rounds
    assert page.raised == rounds["series_b"] == 60_000_000


def test_an_investor_has_a_portfolio_partners_and_a_pace(client: TestClient, wire: Dealwire) -> None:
    page = wire.organisation_page("松涧资本")
    assert page is not None
    assert [row.deal.company for _, row in page.backed] == ["拾光智造", "泊松生物", "岭北自动化", "云樵智能"]
    assert dict(page.partners)["望潮资本"] == 1
    assert sum(n for _, n in page.pace) == len(page.backed)
    assert 'aria-label="Deals backed by year' in client.get("/organisations/松涧资本").text


def test_a_story_shows_its_coverage_from_the_first_on(client: TestClient, wire: Dealwire) -> None:
    (view, *_) = wire.stories(1, 10)
    html = client.get(f"/stories/{view.story.id}").text
    times = re.findall(r'<td class="date"><time datetime="([^"]+)"', html)
    assert len(times) == len(view.story.articles) == 3
    assert times == sorted(times)
    assert client.get(f"/stories/{view.story.articles[0]}").status_code == 200
    assert client.get("/stories/s-0").status_code == 404


def test_an_article_shows_what_was_read_in_it_and_not_itself(client: TestClient, wire: Dealwire) -> None:
    (row,) = wire.deals(DealFilter(company="Tideline"))
    html = unescape(client.get(f"/articles/{row.deal.articles[2]}").text)
    assert html.count("<mark>") >= 6
    text = wire.articles([row.deal.articles[2]])[row.deal.articles[2]].text
    assert text[-80:] not in html
    assert client.get("/articles/none").status_code == 404


def test_downloads_hold_what_the_table_lists(client: TestClient) -> None:
    asked = "currency=USD&year=2025"
    listed = re.findall(r'<th scope="row"><a href="/deals/([^"]+)"', client.get(f"/deals?{asked}").text)
    table = csv.DictReader(io.StringIO(client.get(f"/deals.csv?{asked}").content.decode("utf-8-sig")))
    lines = client.get(f"/deals.json?{asked}").content.splitlines()
    assert [row["id"] for row in table] == listed != []
    assert [msgspec.json.decode(line)["id"] for line in lines] == listed
    assert client.get(f"/deals.parquet?{asked}").content.startswith(b"PAR1")
    assert client.get("/deals.xls").status_code == 404


DRAFT = """---
title: Harrow Labs raises $5 million
published: false
originalUrl: https://news.example/harrow
publishedDateTime: 2026-01-05T10:00:00Z
---
Harrow Labs raised $5 million in seed funding led by Fern Capital.
"""


def test_a_draft_is_nowhere_public(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "other.md").write_text(
        DRAFT.replace("Harrow", "Pinfold").replace("harrow", "pinfold").replace("false", "true"), encoding="utf-8"
    )
    wire = Dealwire(str(tmp_path / "t.db"))
    wire.ingest(wire.files([str(tmp_path / "draft.md"), str(tmp_path / "other.md")]))
    (row,) = wire.deals(DealFilter(company="Harrow"))
    with TestClient(create_app(wire)) as client:
        seen = ["/", "/deals", "/stories", "/network", "/trends", "/search?q=Harrow", "/deals.csv", "/deals.json"]
        found = {path: client.get(path).text for path in seen}
        assert [path for path, text in found.items() if "Harrow Labs" in text] == []
        assert "Pinfold" in found["/deals"]
        assert re.findall(r'class="total"[^>]*><strong>(\d+)', found["/deals"]) == ["1"]
        assert wire.deal_months(DealQuery())[0].count == 1
        assert [n for _, _, n in wire.top_backers(9)] == [1]
        ids = (f"/deals/{row.deal.id}", f"/articles/{row.deal.articles[0]}", "/organisations/Harrow Labs")
        assert [client.get(path).status_code for path in ids] == [404, 404, 404]


# --- plots, network, what is kept for a while


def test_a_curve_of_coverage_begins_with_the_first_and_ends_with_all() -> None:
    times = [NOON, NOON + timedelta(minutes=7), NOON + timedelta(hours=17, minutes=20)]
    points = growth(times)
    assert (points[0], points[-1]) == ((NOON, 1), (times[-1], 3))
    assert [n for _, n in points] == sorted(n for _, n in points)
    assert growth([NOON] * 3)[-1] == (NOON, 3)


def test_plots_hold_neither_script_nor_style_and_can_be_read_without_eyes(wire: Dealwire) -> None:
    drawn = plots.by_month(wire.deal_months(DealQuery()), language.translator("en"))
    for svg in (drawn.usd, drawn.count):
        assert re.findall(r"<script|<style|style=|onload|http://(?!www.w3.org)", svg) == []
        assert re.search(r'role="img"[^>]*aria-label="|aria-label="[^>]*role="img"', svg)
        assert "<rect" in svg
    assert plots.by_month([], language.translator("zh")).count


def test_a_plot_shows_every_month_once(wire: Dealwire) -> None:
    months = wire.deal_months(DealQuery())
    rows = [row for row in wire.deal_page(DealQuery(), limit=1000).rows if row.announced_on]
    assert sum(m.count for m in months) == len(rows)
    assert [m.month for m in months] == sorted({row.announced_on.replace(day=1) for row in rows if row.announced_on})


def test_a_network_has_each_tie_once_and_crosses_little() -> None:
    from dealwire.model import Role

    pairs = {"A": ("x", "y"), "B": ("y", "z"), "C": ("z",), "D": ("w",)}
    rows = [
        make_row(make_deal(f"d-{backer}{company}", company, (backer, Role.LEAD)), usd=5.0)
        for backer, companies in pairs.items()
        for company in companies
    ]
    found = network(rows)
    assert {(tie.backer, tie.company) for tie in found.ties} == {(b, c) for b, cs in pairs.items() for c in cs}
    left, right = list(found.backers), list(found.companies)
    places = [(left.index(tie.backer), right.index(tie.company)) for tie in found.ties]
    assert sum((a - c) * (b - d) < 0 for a, b in places for c, d in places) == 0


def test_what_is_kept_is_made_anew_beside_once_and_nobody_waits() -> None:
    now = 0.0
    later: list[Callable[[], None]] = []
    kept = Lately(lambda: now, later.append)
    made: Iterator[str | StoreError] = iter(["old", "new", StoreError("gone"), "newer"])

    def make() -> str:
        value = next(made)
        if isinstance(value, StoreError):
            raise value
        return value

    assert kept.get("a", make) == "old"
    now = FRESH
    assert [kept.get("a", make), kept.get("a", make)] == ["old", "old"]
    (work,) = later
    work()
    assert kept.get("a", make) == "new"
    now = FRESH * 2
    assert kept.get("a", make) == "new"
    later[-1]()  # fails, and says nothing: there is nobody to be told
    assert kept.get("a", make) == "new"
    later[-1]()
    assert (kept.get("a", make), len(later)) == ("newer", 3)


@pytest.mark.parametrize("fails", [False, True])
def test_who_ask_at_once_for_what_is_not_there_wait_for_one(fails: bool) -> None:
    kept = Lately()
    asking = Barrier(9)
    made: list[int] = []

    def make() -> str:
        made.append(1)
        if len(made) == 1:
            asking.wait(30)
            time.sleep(0.5)
        if fails:
            raise StoreError("gone")
        return "counted"

    def ask(n: int) -> str:
        if n:
            asking.wait(30)
        try:
            return kept.get("a", make)
        except StoreError as error:
            return str(error)

    with ThreadPoolExecutor(9) as threads:
        answers = list(threads.map(ask, range(9)))
    assert answers == ["gone" if fails else "counted"] * 9
    assert len(made) < 5, "one, where all have asked within half a second"
    fails = False
    assert kept.get("a", make) == "counted", "and after a failure the next tries again"


def test_what_takes_long_is_made_anew_later() -> None:
    now = 0.0
    later: list[Callable[[], None]] = []
    kept = Lately(lambda: now, later.append)

    def make() -> str:
        nonlocal now
        now += 2.0
        return "counted"

    for _ in range(2):
        kept.get("a", make)
        now = SHARE * 2.0 - 0.1
    assert not later
    now = SHARE * 2.0
    kept.get("a", make)
    assert len(later) == 1


def test_what_is_kept_is_made_anew_in_time_and_never_grows() -> None:
    now = 0.0
    kept = Lately(lambda: now)
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    assert [kept.get("a", make), kept.get("a", make)] == [0, 0]
    now = OLDEST
    assert kept.get("a", make) == 1
    for n in range(KEPT * 2):
        kept.get(n, make)
    assert kept.get("a", make) == made[-1] > KEPT


def test_who_may_wait_only_briefly_is_told_to_ask_again() -> None:
    may = Event()
    kept = Lately()
    with pytest.raises(OutageError, match="ask again"):
        kept.get("a", lambda: may.wait(30), 0.01)
    with pytest.raises(OutageError, match="ask again"):
        kept.get("a", pytest.fail, 0.01)
    may.set()
    assert kept.get("a", pytest.fail) is True, "it was being made for whoever asks again"


@pytest.mark.parametrize("path", ["/trends", "/network"])
def test_trends_and_network_are_narrowed_as_the_list_is(client: TestClient, path: str) -> None:
    whole = client.get(path).text
    assert {"round", "status", "size", "currency", "country"} <= set(re.findall('<select name="([a-z]+)"', whole))
    chosen = client.get(f"{path}?kind=funding_round&round=series_b&investor=Stonecrop").text
    assert re.findall('<option value="([^"]+)" selected', chosen) == ["series_b"]
    assert '<input type="hidden" name="kind" value="funding_round">' in chosen
    assert 'name="investor" value="Stonecrop"' in chosen
    listed = set(
        re.findall(r'href="/deals/(d-[0-9a-f]+)"', client.get("/deals?round=series_b&investor=Stonecrop").text)
    )
    shown = set(re.findall(r'href="/deals/(d-[0-9a-f]+)"', chosen))
    assert shown
    assert shown <= listed
    assert client.get(f"{path}?round=nonsense").status_code == 400


def test_each_curve_of_a_story_is_a_table_too(client: TestClient) -> None:
    stories = re.findall(r'href="(/stories/[^"#]+)"', client.get("/stories").text)
    told = [client.get(path).text for path in dict.fromkeys(stories)]
    drawn = [page for page in told if "Articles so far" in page]
    assert drawn
    for page in drawn:
        assert page.count("plot-svg") == page.count('<details class="more"><summary>')
