"""Bringing documents in: what is counted, and what one bad article costs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dealwire.app import knowledge
from dealwire.core.extract import extract
from dealwire.core.read import HUB, JSON, JSON_LINE
from dealwire.model import Article, Document, Reading
from dealwire.ports import DealFilter, DealRow
from dealwire.service import readings
from dealwire.service.ingest import ingest
from dealwire.service.rebuild import rebuild
from tests.service.newsroom import NOW, Given, document, store_at, take_in, views

TOLD = "{} has raised $45 million in a Series B round led by Northgate Ventures."


def line(**article: Any) -> Document:  # noqa: ANN401 - the fields of a JSON article
    return document(json.dumps(article).encode(), JSON_LINE, "given.jsonl")


def test_an_edited_title_is_a_new_version_of_one_article(tmp_path: Path) -> None:
    url = "https://daily.example/tarn?utm_source=feed"
    first = line(title="Tarn raises money", text=TOLD.format("Tarn Robotics"), url=url)
    edited = line(title="Tarn raises $45M", text=TOLD.format("Tarn Robotics"), url="http://www.daily.example/tarn/")
    store = store_at(tmp_path / "t.db")
    counts = [ingest(store, Given([d]), knowledge("none"), NOW) for d in (first, edited, first)]
    assert [(c.new, c.seen) for c in counts] == [(1, 0), (1, 0), (0, 1)]
    assert len(list(store.scan_articles())) == 1
    (row,) = store.deals(DealFilter())
    assert len(row.deal.reports) == 1


def test_an_article_on_which_the_reader_fails_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(article: Article) -> Reading:
        if article.ref == "poison":
            raise RecursionError("too deep")
        return extract(article)

    monkeypatch.setattr(readings, "extract", failing)
    store = store_at(tmp_path / "t.db")
    news = [line(id="poison", text=TOLD.format("Ostrava Bio")), line(id="good", text=TOLD.format("Tarn Robotics"))]
    counts = ingest(store, Given(news), knowledge("none"), NOW)
    assert [(r.stage, r.id) for r in counts.rejected] == [("extract", "poison")]
    assert "RecursionError" in counts.rejected[0].reason
    assert [row.deal.company for row in store.deals(DealFilter())] == ["Tarn Robotics"]
    assert len(list(store.scan_articles())) == 2


def test_progress_is_told_after_each_batch_that_is_safe(tmp_path: Path) -> None:
    store = store_at(tmp_path / "t.db")
    told: list[tuple[int, int]] = []
    news = [line(id=str(n), text=f"Number {n} of many.") for n in range(1001)]
    ingest(store, Given(news), knowledge("none"), NOW, lambda c: told.append((c.read, store.counts()["articles"])))
    assert told == [(500, 500), (1000, 1000), (1001, 1001)]


def test_what_can_t_be_used_is_listed_by_every_run(tmp_path: Path) -> None:
    store = store_at(tmp_path / "t.db")
    bad = document(b"---\ntitle: never closed\n", HUB, "bad.md")
    copy = document(bad.body, HUB, "copy.md")
    good = line(title="A round", text=TOLD.format("Tarn Robotics"))
    for _ in range(2):
        counts = ingest(store, Given([bad, good, copy]), knowledge("none"), NOW)
        assert [r.id for r in counts.rejected] == ["bad.md", "copy.md"]


def test_articles_are_counted_alike_the_first_time_and_again(tmp_path: Path) -> None:
    store = store_at(tmp_path / "t.db")
    news = [{"title": f"Number {n}", "text": "One of two."} for n in range(2)]
    listed = document(json.dumps(news).encode(), JSON, "list.json")
    counts = [ingest(store, Given([listed, listed]), knowledge("none"), NOW) for _ in range(2)]
    assert [(c.read, c.new, c.seen) for c in counts] == [(4, 2, 2), (4, 0, 4)]


def test_a_backer_goes_by_its_present_name_in_earlier_deals_too(tmp_path: Path) -> None:
    store = store_at(tmp_path / "t.db")
    take_in(store, [[line(text=TOLD.format("Tarn Robotics"))]])
    later = TOLD.replace("Northgate Ventures", "NorthGate Ventures")
    take_in(store, [[line(text=later.format(name)) for name in ("Quillon AI", "Veloria Labs", "Ostrava Bio")]])
    assert {backer for row in store.deals(DealFilter()) for backer in backers(row)} == {"NorthGate Ventures"}
    before = views(store)
    rebuild(store, knowledge("none"))
    assert views(store) == before


def backers(row: DealRow) -> list[str]:
    return [investor["name"] for investor in row.deal.fields["investors"].value]
