"""What an editor may decide, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from dealwire.app import knowledge
from dealwire.core.read import JSON_LINE
from dealwire.errors import UsageError
from dealwire.model import Verdict
from dealwire.ports import DealFilter, Store
from dealwire.service import review
from tests.service.newsroom import NOW, document, store_at, take_in

KNOW = knowledge("none")
EDITOR = review.Editor("Ada", NOW)
NEWS = (("Tarn Robotics", "https://daily.example/tarn"), ("Quillon AI", "https://post.example/quillon"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = store_at(tmp_path / "t.db")
    told = (
        {"text": f"{name} has raised $45 million in a Series B round led by Northgate Ventures.", "url": url}
        for name, url in NEWS
    )
    take_in(store, [[document(json.dumps(article).encode(), JSON_LINE, "given.jsonl") for article in told]])
    yield store
    store.close()


def test_articles_are_named_by_their_address_however_it_is_written(store: Store) -> None:
    a, b = "http://www.daily.example/tarn/?utm_source=feed", "https://post.example/quillon"
    judged = review.decide(store, KNOW, EDITOR, Verdict.SAME, a, b)
    assert judged.about == "article"
    assert [len(story.articles) for story in store.stories()] == [2]


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Tarn Robotics", "TARN  Robotics", "already"),
        ("Tarn Robotics", "Tern Robotics", "'Tern Robotics' is no deal"),
        ("d-1234", "d-5678", "'d-1234' is no deal"),
        ("", "Tarn Robotics", "no name"),
        ("https://daily.example/tarn", "Tarn Robotics", "not of one sort"),
    ],
)
def test_what_can_have_no_effect_is_refused(store: Store, a: str, b: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        review.decide(store, KNOW, EDITOR, Verdict.SAME, a, b)
    assert store.judgements() == []


def test_a_correction_of_another_form_is_refused(store: Store) -> None:
    (tarn,) = store.deals(DealFilter(company="Tarn"))
    with pytest.raises(UsageError, match="currency"):
        review.correct(store, KNOW, EDITOR, tarn.deal.id, "amount", {"value": 5})
    assert store.judgements() == []


def test_a_decision_is_undone_once(store: Store) -> None:
    judged = review.decide(store, KNOW, EDITOR, Verdict.SAME, "Tarn Robotics", "Quillon AI")
    soon, later = (review.Editor("Ada", NOW + timedelta(minutes=n)) for n in (1, 2))
    undoing = review.undo(store, KNOW, soon, judged.id)
    with pytest.raises(UsageError, match="undone already"):
        review.undo(store, KNOW, later, judged.id)
    review.undo(store, KNOW, later, undoing.id)
    assert [j.id for j, in_force in review.log(store) if in_force] == [judged.id]


def test_a_deal_under_two_names_is_listed_until_a_person_has_said_so(tmp_path: Path) -> None:
    store = store_at(tmp_path / "twins.db")
    told = (
        "Quarvix Robotics has raised $34.5 million in a Series B round led by Northgate Ventures and Acorn Capital.",
        "夸维机器人完成3450万美元B轮融资，由Northgate Ventures和Acorn Capital领投。",
    )
    news = ({"text": text, "url": f"https://n{n}.example/", "published": "2026-03-04"} for n, text in enumerate(told))
    take_in(store, [[document(json.dumps(article).encode(), JSON_LINE, "given.jsonl") for article in news]])
    (item,) = [item for item in review.queue(store, KNOW) if "perhaps also" in item.reason]
    assert item.field == "company"
    assert "northgate" in item.reason
    assert len(list(store.deals(DealFilter()))) == 2
    review.decide(store, KNOW, EDITOR, Verdict.DIFFERENT, "Quarvix Robotics", "夸维机器人")
    assert [item for item in review.queue(store, KNOW) if "perhaps also" in item.reason] == []
    later = review.Editor("Ada", NOW + timedelta(days=1))
    review.decide(store, KNOW, later, Verdict.SAME, "Quarvix Robotics", "夸维机器人")
    assert len(list(store.deals(DealFilter()))) == 1
    assert [item for item in review.queue(store, KNOW) if "perhaps also" in item.reason] == []
    store.close()
