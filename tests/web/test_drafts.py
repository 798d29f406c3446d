"""Drafts and what a person holds back appear nowhere public: nobody reads what they add to a deal.

Each field of a deal is told by some drafts alone, each with a marker of its own, and every address is looked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dealwire.model import Article
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.web.app import create_app
from tests.web.reader import V1, document, get, take_in

OPEN = "Larkspur Systems raised money in a round led by Fern Capital."
ADDED = {
    "sum": ("Larkspur Systems raised $37.1 million in a round led by Fern Capital.", r"37[.,]1|37100000"),
    "round": ("Larkspur Systems raised money in a Series F round led by Fern Capital.", r"series.f\b|F轮"),
    "investor": (
        "Larkspur Systems raised money in a round led by Fern Capital, with participation from Umbrage Partners.",
        r"umbrage",
    ),
    "worth": (f"{OPEN} The round values Larkspur Systems at $911 million.", r"\b911\b"),
    "status": ("Larkspur Systems has closed its round led by Fern Capital. It raised $37.1 million.", r"37[.,]1"),
    "name": (
        "Larkspur Systems, also known as Umbrage Dynamics, raised money in a round led by Fern Capital.",
        "umbrage",
    ),
    "place": (
        "Reykjavik-based Larkspur Systems raised money in a round led by Fern Capital.",
        r"Reykjav|Iceland|冰岛|country=IS|\"IS\"",
    ),
}
"""What a draft adds, and what of it would show."""

ADDRESSES = (
    *("/", "/deals", "/stories", "/organisations", "/organisations?sort=raised", "/trends", "/network", "/sources"),
    *("/deals?recalled=1", "/deals?sort=amount", "/search?q=Larkspur", "/search?q=Umbrage", "/search?q=Fern"),
    *("/deals.csv", "/deals.json", "/deals.atom", "/deals.feed.json", "/stories.atom", "/stories.feed.json"),
    *("/changes.atom", "/changes.feed.json", "/organisations/Fern Capital", "/organisations/Larkspur Systems"),
    *("/organisations/Fern Capital.atom", "/organisations/Larkspur Systems.feed.json", "/network?investor=Fern"),
    *("/trends?company=Larkspur", "/organisations?name=Umbrage", "/organisations?name=Larkspur"),
    *(f"{V1}/deals", f"{V1}/deals/facets", f"{V1}/deals?sort=amount", f"{V1}/stories", f"{V1}/organisations"),
    *(f"{V1}/organisations/Larkspur Systems", f"{V1}/organisations/Fern Capital", f"{V1}/changes", f"{V1}/sources"),
    *(f"{V1}/trends?counted={counted}" for counted in ("topics", "organisations", "money")),
    *(f"{V1}/search?q={words}" for words in ("Larkspur", "Umbrage", "Fern", "raised")),
    *(f"{V1}/articles?url=https://news.example/{slug}" for slug in ("open", "added")),
)
NARROWED = ("round=series_f", "min_amount=1", "size=10m", "currency=USD", "currency=EUR", "status=closed", "country=IS",
            "investor=Umbrage", "company=Umbrage", "company=Larkspur Systems&investor=Umbrage")  # fmt: skip
"""Choices that only a draft's words pass."""


def addresses(wire: Dealwire) -> Iterator[str]:
    """Yield the addresses above, and those of all that the store holds."""
    yield from ADDRESSES
    for row in wire.deals(DealFilter()):
        for id_ in (row.deal.id, *row.deal.reports):
            yield from (f"/deals/{id_}", f"{V1}/deals/{id_}", f"{V1}/deals/{id_}/changes")
    for story in wire.store.stories():
        yield from (f"/stories/{story.id}", f"{V1}/stories/{story.id}")
    for article in wire.store.scan_articles():
        yield from (f"/articles/{article.key}", f"{V1}/articles/{quote(article.ref, safe='')}")


def added(wire: Dealwire) -> Article:
    """Return the article that is not to be seen."""
    return next(article for article in wire.store.scan_articles() if "open" not in (article.url or ""))


@pytest.mark.parametrize("held", ["came as a draft", "held back by a person"])
@pytest.mark.parametrize("what", ADDED)
def test_what_a_draft_adds_shows_nowhere(tmp_path: Path, what: str, held: str) -> None:
    text, mark = ADDED[what]
    came = "false" if held.startswith("came") else "true"
    with Dealwire(str(tmp_path / "t.db")) as wire:
        take_in(wire, tmp_path, "a.md", document("Larkspur Systems raises money", OPEN, "2026-02-02", "open"))
        take_in(wire, tmp_path, "b.md", document(f"Secret: {text}", text, "2026-02-02", "added", came))
        if came == "true":
            wire.publish("an editor", added(wire).key, draft=True)
        (row,) = wire.deals(DealFilter())
        assert len(row.deal.articles) == 2  # else there is nothing that could show
        with TestClient(create_app(wire)) as client:
            shown = {}
            for address in addresses(wire):
                text = client.get(address).text.replace(address, "")
                if "q=" not in address and "name=" not in address:  # which say again what was asked
                    shown[address] = re.findall(f".{{0,40}}(?:secret|{mark}).{{0,20}}", text, re.IGNORECASE)
                else:
                    shown[address] = re.findall("secret|umbrage (?:partners|dynamics)", text, re.IGNORECASE)
            assert {address: found for address, found in shown.items() if found} == {}
            assert [deal["id"] for deal in get(client, "/deals")["items"]] == [row.deal.id]
            assert get(client, "/deals/facets")["total"] == 1
            assert get(client, f"/deals/{row.deal.id}")["origins"] == 1
            assert get(client, f"/deals/{row.deal.id}")["announced_on"]["value"] == "2026-02-02"
            assert [row["deals"] for row in get(client, "/trends", counted="money")["items"]] == [1]
            assert [story["origins"] for story in get(client, "/stories")["items"]] == [1]
            for choice in NARROWED:
                assert client.get(f"{V1}/deals?{choice}").json()["items"] == [], choice
                assert client.get(f"{V1}/deals/facets?{choice}").json()["total"] == 0, choice
