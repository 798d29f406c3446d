"""What changed, parts of a deal, who passes on whose word, records of sources, heat by time, cached pictures."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from shutil import copy

import pytest
from PIL import Image
from starlette.testclient import TestClient

from dealwire.core.read.pictures import picture
from dealwire.core.score.heat import heat
from dealwire.errors import OutageError, StoreError
from dealwire.model.pictures import Cached, Picture
from dealwire.ports import DealFilter
from dealwire.service import reckoning
from dealwire.service.beside import Beside
from dealwire.service.door import Dealwire
from dealwire.service.elsewhere import elsewhere
from dealwire.service.ledger import Ledger
from dealwire.web.app import create_app
from dealwire.web.pages.story import COOLING, cooling, drawn_at
from dealwire.web.site import Site
from tests.factories import NOON
from tests.web.reader import document, take_in

NAMED = "https://harbourledger.example/img/lumenfold-lab.jpg"


def ledger_of(wire: Dealwire) -> Ledger:
    found = wire.ledger(60)
    assert found is not None
    return found


def test_the_front_page_tells_what_changed_and_leads_to_the_field(client: TestClient) -> None:
    part = client.get("/").text.partition('class="changes"')[2].partition("</section>")[0]
    assert re.findall(r'href="/deals/d-[0-9a-f]+#(\w+)"', part)
    assert "→" in part
    assert re.findall(r'<a href="(?:/deals/[^"]+)"><bdi>Moonshot AI', part)


def test_a_deal_shows_its_parts_and_who_passes_on_whose_word(client: TestClient, wire: Dealwire) -> None:
    row = next(row for row in wire.deals(DealFilter()) if row.deal.tranches)
    html = client.get(f"/deals/{row.deal.id}").text
    part = html.partition('id="tranches"')[2].partition("</section>")[0]
    assert re.findall(r'<th scope="row">([^<]+)</th><td class="number">([^<]+)</td>', part) == [
        ("first close", "$70M"),
        ("extension", "$20M"),
    ]
    assert re.findall(r'href="#a(\d)"', part) == ["1", "2"]
    copied = next(row for row in wire.deals(DealFilter()) if 1 < row.deal.origins < len(row.deal.articles))
    html = client.get(f"/deals/{copied.deal.id}").text
    assert f"{copied.deal.origins} independent origins" in html
    assert len(re.findall(r"passes on \[\d\]", html)) == len(copied.deal.articles) - copied.deal.origins


def test_a_story_says_who_passes_on_whose_word(tmp_path: Path) -> None:
    text = (
        "Larkspur Systems has raised $30 million in a Series B round led by Fern Capital, the company said on Monday. "
        "It builds pumps for greenhouses in dry places and wants to hire forty people for its works by the harbour."
    )
    wire = Dealwire(str(tmp_path / "t.db"))
    for hour, paper in (("2026-02-02", "Quay Courier"), ("2026-02-03", "Parrot Post"), ("2026-02-04", "Own Words")):
        told = text if paper != "Own Words" else "Fern Capital led a $30 million Series B round of Larkspur Systems."
        news = document("Larkspur Systems raises $30 million", told, hour, paper.split()[0].lower())
        own = news.replace("Quay Courier", paper).replace("news.example", f"{paper.split()[0].lower()}.example")
        take_in(wire, tmp_path, f"{paper}.md", own)
    with TestClient(create_app(wire)) as client:
        (story,) = client.get("/api/v1/stories").json()["items"]
        html = client.get(f"/stories/{story['id']}").text
    assert story["origins"] == 2
    assert re.findall(r'<tr id="a(\d)">.*?<a class="meta" href="#a(\d)">passes on \[\2\]', html) == [("2", "1")]


def test_a_source_shows_its_record_and_what_deals_contradict(client: TestClient, wire: Dealwire) -> None:
    ledger = ledger_of(client.app.state.wire)  # type: ignore[attr-defined]
    told = {record.name: record for record in wire.source_records()}
    assert {record.name for record in ledger.records} == told.keys()
    html = client.get("/sources").text
    links = re.findall(r'href="/sources/([^"]+)"', html)
    assert links == [record.name for record in ledger.records]
    page = unescape(client.get("/sources/FJORDPOST.example").text)
    assert "€200M" in page
    assert "$150M" in page
    assert "<mark>€200 Million</mark>" in page
    assert client.get("/sources/nobody.example").status_code == 404


def test_drafts_are_in_no_record_of_a_source(client: TestClient, wire: Dealwire) -> None:
    (draft,) = wire.deals(DealFilter(held=True))
    told = {record.name: record.reports for record in wire.source_records()}
    public = {record.name: record.reports for record in ledger_of(wire).records}
    claims = [claim for field in draft.deal.fields.values() for claim in field.support]
    own = claims[0].provider.domain or ""
    assert public[own] == told[own] - 1
    assert {name: n for name, n in public.items() if n != told[name]}.keys() == {own}
    assert client.get("/sources").status_code == 200


def test_what_takes_long_is_made_beside_and_seldom() -> None:
    now, todo, takes = [0.0], list[Callable[[], None]](), [1.0]

    def make() -> float:
        now[0] += takes[0]
        return now[0]

    slow = Beside(make, lambda: now[0], todo.append)
    assert [slow.get(0.0), slow.get(0.0)] == [None, None]
    assert len(todo) == 1, "begun once"
    todo.pop()()
    assert slow.get() == 1.0
    now[0] += 49.0
    assert (slow.get(), todo) == (1.0, []), "it took a second: not again for fifty"
    now[0] += 2.0
    assert slow.get() == 1.0, "the last, while the next is made"
    slow.edit(lambda value: -value)
    assert (slow.get(), len(todo)) == (-1.0, 1)
    takes[0] = 0.1
    todo.pop()()
    assert slow.get() == pytest.approx(52.1)
    slow.edit(lambda value: value)
    assert slow.get() == pytest.approx(52.2), "quick: made anew at once, here"
    assert todo == []


def test_a_store_that_is_away_is_asked_again() -> None:
    todo: list[Callable[[], None]] = []
    asked = []

    def make() -> str:
        asked.append(1)
        if len(asked) == 1:
            raise StoreError("locked")
        return "there"

    slow = Beside(make, lambda: 0.0, todo.append)
    assert slow.get(0.0) is None
    todo.pop()()
    assert slow.get(0.0) is None
    todo.pop()()
    assert slow.get(0.0) == "there"


def test_a_large_store_is_reckoned_in_a_process_of_its_own(
    examples: str, wire: Dealwire, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = ledger_of(wire)
    waiting = wire.desk.queue(60)
    monkeypatch.setattr(reckoning, "FEW", 3)
    monkeypatch.setattr(reckoning, "ledger", None)
    with Dealwire(examples, make=False) as other:
        assert other.ledger(60) == here
        assert other.desk.queue(60) == waiting != []


def test_a_process_that_ends_early_is_an_outage(tmp_path: Path) -> None:
    with pytest.raises(OutageError, match="without a result"):
        elsewhere(ends, str(tmp_path / "none.db"), "")


def ends(_url: str, _aliases: str) -> None:
    os._exit(3)


# --- heat


def test_heat_by_time_is_the_heat_of_each_time() -> None:
    firsts = [NOON, NOON + timedelta(hours=5), NOON + timedelta(days=1)]
    points = cooling(firsts, NOON + timedelta(days=30))
    assert points[0] == (NOON, heat([NOON], NOON))
    assert points[-1][0] == firsts[-1] + COOLING
    assert {time for time, _ in points} >= set(firsts)
    assert [value for time, value in points] == [heat(firsts, time) for time, _ in points]
    hottest = max(points, key=lambda point: point[1])
    assert hottest[0] == firsts[1] or hottest[0] == firsts[2]
    fresh = cooling(firsts, NOON + timedelta(hours=6))
    assert fresh[-1][0] == NOON + timedelta(hours=6), "the future is not shown"
    assert cooling([], NOON) == cooling([NOON], NOON - timedelta(days=1)) == []


def test_a_curve_is_drawn_anew_each_quarter_and_with_each_report() -> None:
    begun = NOON + timedelta(minutes=15)
    assert drawn_at([NOON], NOON + timedelta(minutes=29, seconds=59)) == begun
    assert drawn_at([NOON, NOON + timedelta(minutes=20)], begun + timedelta(minutes=14)) == NOON + timedelta(minutes=20)
    assert drawn_at([NOON + timedelta(hours=1)], begun) == begun, "the future is not shown"


def test_a_story_draws_its_heat_with_a_table(client: TestClient, wire: Dealwire) -> None:
    (view, *_) = wire.stories(1, 3)
    html = client.get(f"/stories/{view.story.id}").text
    assert 'aria-label="Heat by time (UTC)"' in html
    rows = re.findall(r'<tr><th scope="row">[\d: -]+</th><td class="number">([\d.]+)</td></tr>', html)
    assert len(rows) > 20
    assert max(map(float, rows)) == pytest.approx(view.story.heat, abs=0.06)


# --- pictures


@pytest.fixture
def illustrated(examples: str, tmp_path: Path) -> tuple[Dealwire, Picture]:
    drawn = BytesIO()
    Image.new("RGB", (1600, 900), "#345").save(drawn, "JPEG")
    kept = picture(drawn.getvalue())
    wire = Dealwire(copy(examples, str(tmp_path / "t.db")))
    wire.store.put_picture(Cached(NAMED, NOON, kept.digest, kept.width, kept.height), kept)
    return wire, kept


@pytest.fixture
def gallery(illustrated: tuple[Dealwire, Picture]) -> Iterator[TestClient]:
    with TestClient(create_app(illustrated[0]), raise_server_exceptions=False) as client:
        yield client


def test_a_picture_is_sent_as_what_it_is_and_kept_for_ever(
    gallery: TestClient, illustrated: tuple[Dealwire, Picture]
) -> None:
    _, kept = illustrated
    for path, kind, body in (
        (f"/pictures/{kept.digest}", kept.media_type, kept.body),
        (f"/pictures/{kept.digest}/small", "image/webp", kept.thumbnail),
    ):
        answer = gallery.get(path)
        assert (answer.status_code, answer.content) == (200, body)
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        again = gallery.get(path, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    for path in ("/pictures/none", f"/pictures/{kept.digest}/large/x", "/pictures/%00"):
        assert gallery.get(path).status_code == 404


def test_what_is_no_picture_is_not_sent(illustrated: tuple[Dealwire, Picture]) -> None:
    wire, _ = illustrated
    odd = Picture("odd", "text/html", 1, 1, b"<script>alert(1)</script>", b"")
    wire.store.put_picture(Cached("https://x.example/odd", NOON, "odd", 1, 1), odd)
    with TestClient(create_app(wire)) as client:
        assert client.get("/pictures/odd").status_code == 404


def test_on_a_private_site_pictures_are_kept_by_the_browser_alone(illustrated: tuple[Dealwire, Picture]) -> None:
    from dealwire.model.accounts import Role
    from tests.web.people import WORDS, sign_in

    wire, kept = illustrated
    wire.people.add("root", "Rhea", Role.READER, WORDS)
    with TestClient(create_app(wire, Site(private=True))) as client:
        assert client.get(f"/pictures/{kept.digest}").status_code == 401
        sign_in(client, "Rhea")
        assert client.get(f"/pictures/{kept.digest}").headers["Cache-Control"].startswith("private,")


def test_an_article_and_its_story_show_the_picture(gallery: TestClient, illustrated: tuple[Dealwire, Picture]) -> None:
    wire, kept = illustrated
    (row,) = wire.deals(DealFilter(company="Lumenfold"))
    key = next(k for k, a in wire.articles(row.deal.articles).items() if a.part == 0)
    shown = f'src="/pictures/{kept.digest}/small"'
    html = gallery.get(f"/articles/{key}").text
    assert shown in html
    story = re.findall(r'href="(/stories/[^"]+)"', html)[0]
    assert shown in gallery.get(story).text
    (other,) = wire.deals(DealFilter(company="Tideline"))
    assert "/pictures/" not in gallery.get(f"/articles/{other.deal.articles[0]}").text
