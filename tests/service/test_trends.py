"""What is counted over time, front pages of the past, and why an article scores what it does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dealwire.core.read import JSON_LINE
from dealwire.core.score import quality
from dealwire.core.trends import Counted, Period
from dealwire.errors import UsageError
from dealwire.model import Judgement, Verdict
from dealwire.service.articles import article_record, story_records
from dealwire.service.door import Dealwire
from tests.service.newsroom import NOW, document, take_in

TOLD = "{} has raised $45 million in a Series B round led by Northgate Ventures. “We grow,” said Ada Marsh on Monday."
ARTICLES = (
    ("a1", "Tarn Robotics raises $45M for warehouse robots", TOLD.format("Tarn Robotics"), "2026-03-02", "daily"),
    ("a2", "Tarn Robotics raises $45M for warehouse robots", TOLD.format("Tarn Robotics"), "2026-03-03", "post"),
    (
        "a3",
        "Regulators publish rules for AI language models",
        "The ministry asks for views by May.",
        "2026-03-04",
        "daily",
    ),
    ("a4", "Court rules in lawsuit over language models", "The judge sided with the writers.", "2026-04-20", "wire"),
)


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Dealwire]:
    with Dealwire(str(tmp_path / "t.db"), "none") as opened:
        told = [
            {"id": id_, "title": title, "text": text, "published": f"{day}T10:00:00Z", "url": f"https://{paper}.example/{id_}",
             "provider": {"name": paper, "domain": f"{paper}.example"}}
            for id_, title, text, day, paper in ARTICLES
        ]  # fmt: skip
        take_in(opened.store, [[document(json.dumps(one).encode(), JSON_LINE, f"t:{one['id']}") for one in told]])
        yield opened


def test_topics_by_month_with_their_share(wire: Dealwire) -> None:
    rows = list(wire.trends(Counted.TOPICS, Period.MONTH))
    assert {"period": "2026-03", "topic": "funding", "articles": 2, "share": 0.6667} in rows
    assert {"period": "2026-04", "topic": "legal", "articles": 1, "share": 1.0} in rows
    assert [row["period"] for row in rows] == sorted(row["period"] for row in rows)
    assert len(list(wire.trends(Counted.TOPICS, Period.MONTH, most=1))) == 2


def test_a_draft_is_counted_nowhere_until_it_is_published(wire: Dealwire) -> None:
    def counted() -> tuple[list[Any], ...]:
        return tuple(list(wire.trends(what, Period.MONTH)) for what in Counted)

    before = counted()
    hidden = [wire.publish("ed", f"https://{paper}.example/{id_}", draft=True) for id_, *_, paper in ARTICLES[:2]]
    topics, organisations, money = counted()
    assert "funding" not in {row["topic"] for row in topics}
    assert "Tarn Robotics" not in {row["organisation"] for row in organisations}
    assert money == []
    for judgement in hidden:
        wire.undo("ed", judgement.id)
    assert counted() == before


def test_the_record_of_its_source_is_part_of_an_articles_quality(wire: Dealwire) -> None:
    plain = article_record(wire.store, "a1")
    for n, (weight, share) in enumerate(((0.25, 0.438), (2.0, 0.99))):
        value = {"daily.example": weight}
        wire.store.add_judgement(Judgement(f"w{n}", "sources", "", "", Verdict.CORRECT, "ed", NOW, "", value))
        weighed = article_record(wire.store, "a1")
        assert weighed["components"]["record"] == {"share": share, "weight": quality.WEIGHTS["record"]}
        assert (weighed["quality"] > plain["quality"]) is (share > plain["quality"] / 100)
    assert "record" not in article_record(wire.store, "a4")["components"]


def test_how_often_ai_was_in_news_of_policy(wire: Dealwire) -> None:
    (row,) = (r for r in wire.trends(Counted.TOPICS, Period.DAY, ["policy"]) if r["topic"] == "ai")
    assert row == {"period": "2026-03-04", "topic": "ai", "articles": 1, "share": 1.0}


def test_organisations_and_money_by_week(wire: Dealwire) -> None:
    of = [(r["period"], r["organisation"], r["articles"]) for r in wire.trends(Counted.ORGANISATIONS, Period.WEEK)]
    assert ("2026-03-02", "Tarn Robotics", 2) in of
    money = list(wire.trends(Counted.MONEY, Period.WEEK, organisation="Tarn Robotics"))
    assert [(r["kind"], r["deals"], r["usd"]) for r in money] == [("funding_round", 1, 45_000_000)]
    assert list(wire.trends(Counted.MONEY, Period.WEEK, ["legal"])) == []
    assert list(wire.trends(Counted.TOPICS, Period.DAY, days=(date(2026, 5, 1), None))) == []


def test_an_unknown_topic_is_refused_in_words(wire: Dealwire) -> None:
    with pytest.raises(UsageError, match="no topic is called 'weather'"):
        list(wire.trends(Counted.TOPICS, Period.DAY, ["weather"]))


def test_a_front_page_of_the_past_knows_nothing_of_what_came_later(wire: Dealwire) -> None:
    def page(day: int, month: int = 3) -> list[tuple[str, float, list[str]]]:
        at = datetime(2026, month, day, 23, tzinfo=UTC)
        return [(s["title"], s["heat"], s["articles"]) for s in story_records(wire.store, 9, at)]

    (first,) = page(2)
    assert first[2] == ["a1"]
    (told, ruled) = page(4)
    assert {told[0], ruled[0]} == {ARTICLES[0][1], ARTICLES[2][1]}
    assert page(1) == []
    cooled = {title: heat for title, heat, _ in page(20)}
    assert all(cooled[title] < heat for title, heat, _ in page(4))
    assert {title for title, _, _ in page(21, 4)} == {ARTICLES[3][1]}
    (story,) = story_records(wire.store, 9, datetime(2026, 3, 2, 23, tzinfo=UTC))
    assert story["heat"] == pytest.approx(100 * (1 - 2 ** (-story["components"]["weight"] / 4)), abs=0.01)


def test_a_copy_is_less_original_than_the_first(wire: Dealwire) -> None:
    first, copy = article_record(wire.store, "a1"), article_record(wire.store, "a2")
    assert (first["copy_of"], copy["copy_of"]) == (None, "a1")
    assert copy["components"]["originality"]["share"] < 0.1 < first["components"]["originality"]["share"] == 1
    assert copy["quality"] < first["quality"]
    assert first["topics"] == ["funding", "robotics"]
    assert first["story"]["articles"] == 2
    with pytest.raises(UsageError, match="no article"):
        article_record(wire.store, "nothing")
