"""An address that was sent to someone keeps its thing, though it is another's part by now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dealwire.core.resolve.ids import deal_id, organisation_id, story_id
from dealwire.model import Verdict
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from tests.web.reader import V1, document, take_in

TOLD = "Larkspur Systems has raised $30 million in a Series B round led by Fern Capital"


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Dealwire]:
    with Dealwire(str(tmp_path / "t.db")) as wire:
        for day, slug in (("2026-02-03", "late"), ("2026-02-02", "early")):
            take_in(wire, tmp_path, f"{slug}.md", document(f"Larkspur {slug}", f"{TOLD}.", day, slug))
        yield wire


@pytest.fixture
def client(wire: Dealwire) -> Iterator[TestClient]:
    with TestClient(create_app(wire), follow_redirects=False) as client:
        yield client


def test_ids_that_things_had_lead_to_what_they_are_now(client: TestClient, wire: Dealwire) -> None:
    (row,) = wire.deals(DealFilter())
    (story,) = wire.stories(5, 5)
    wire.decide("an editor", Verdict.SAME, "Fern Capital", "Larkspur Systems")
    own = wire.organisation("Larkspur Systems").organisation
    had = {
        f"/stories/{story_id(story.articles[1].key)}": f"/stories/{story.story.id}",
        f"/deals/{deal_id(row.deal.reports[1])}": f"/deals/{row.deal.id}",
        f"/organisations/{organisation_id('larkspur systems')}": f"/organisations/{own.id}",
    }
    for old, now in had.items():
        answer = client.get(f"{old}?lang=zh")
        assert (answer.status_code, answer.headers["cache-control"]) == (301, "no-cache")
        assert answer.headers["location"].endswith(f"{now}?lang=zh")
        assert client.get(now).status_code == 200
        told = client.get(V1 + old)
        assert (told.status_code, told.headers["content-location"]) == (200, V1 + now)
        assert f"/{told.json()['id']}" in now
    for format_ in ("atom", "feed.json"):
        assert client.get(f"/organisations/{organisation_id('larkspur systems')}.{format_}").status_code == 200


def test_once_the_judgement_is_undone_each_address_is_its_own_again(client: TestClient, wire: Dealwire) -> None:
    ids = [wire.organisation(name).organisation.id for name in ("Fern Capital", "Larkspur Systems")]
    judged = wire.decide("an editor", Verdict.SAME, "Fern Capital", "Larkspur Systems")
    assert sorted(client.get(f"/organisations/{id_}").status_code for id_ in ids) == [200, 301]
    wire.undo("an editor", judged.id)
    assert [client.get(f"/organisations/{id_}").status_code for id_ in ids] == [200, 200]
    assert client.get(f"/stories/{story_id('nobody')}").status_code == 404
