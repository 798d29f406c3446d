"""Cases for editors: both sides in their sentences, what may be decided, what each decision would change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.app import knowledge
from dealwire.core.corrections import checked
from dealwire.core.read import JSON_LINE
from dealwire.errors import StoreError, UsageError
from dealwire.lists import Listed
from dealwire.model import Verdict
from dealwire.ports import DealFilter
from dealwire.service import preview, wording
from dealwire.service.cases import Case, Choice
from dealwire.service.desk import Desk
from dealwire.service.queue import Item, queue
from dealwire.stores import open_store
from tests.service.newsroom import NOW, document, take_in

KNOW = knowledge("none")
ROUND = "in a Series B round led by"
NEWS: tuple[dict[str, Any], ...] = (
    {"text": f"Tarn Robotics has raised $45 million {ROUND} Northgate Ventures.", "url": "https://daily.example/tarn"},
    {"text": f"Tarn Robotics has raised $60 million {ROUND} Northgate Ventures.", "url": "https://wire.example/tarn"},
    {"text": f"Yarrow Motors has raised $45 million {ROUND} Northgate Ventures.", "url": "https://daily.example/y"},
    {"text": "Yarrow Motors has raised $50 million, it said.", "url": "https://c.example/y", "published": "2026-04-01"},
    {"text": f"Quarvix Robotics has raised $34.5 million {ROUND} Acorn Capital and Fern Capital.", "url": "https://d.example/q",
     "published": "2026-03-04"},
    {"text": "夸维机器人完成3450万美元B轮融资，由Acorn Capital和Fern Capital领投。", "url": "https://e.example/q",
     "published": "2026-03-04"},
    {"text": f"Pinfold Foods has raised $7 million {ROUND} Halden.", "url": "https://f.example/p"},
    {"text": f"Wexcombe Energy has raised $9 million {ROUND} Halden Capital.", "url": "https://g.example/w"},
)  # fmt: skip


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Listed]:
    store = open_store(str(tmp_path / "t.db"))
    take_in(store, [[document(json.dumps(article).encode(), JSON_LINE, f"g:{n}") for n, article in enumerate(NEWS)]])
    yield store
    store.close()


@pytest.fixture
def desk(store: Listed) -> Desk:
    return Desk(store, lambda: KNOW, Clock(), lambda: queue(store, KNOW))


def queue_of(desk: Desk) -> list[Item]:
    items = desk.queue(60)
    assert items is not None
    return items


def case_of(desk: Desk, sort: str) -> Case:
    item = next(item for item in queue_of(desk) if item.sort == sort)
    found = desk.case(item.sort, item.a, item.b)
    assert found is not None
    return found


@pytest.mark.parametrize("sort", ["conflict", "apart", "twins", "names"])
def test_every_side_has_its_sentence_and_every_choice_its_effect(desk: Desk, sort: str) -> None:
    case = case_of(desk, sort)
    assert len(case.sides) == 2
    for side in case.sides:
        quotes = [*side.quotes, *(line.quote for line in side.lines if line.quote)]
        assert quotes
        assert all(q.excerpt.quote for q in quotes)
    weighed = desk.weighed("Ada", case)
    assert [w.amiss for w in weighed] == [""] * len(weighed)
    assert any(w.preview and w.preview.changes for w in weighed)


@pytest.mark.parametrize("sort", ["conflict", "apart", "twins", "names"])
def test_what_is_decided_leaves_the_queue_and_comes_back_when_undone(desk: Desk, sort: str) -> None:
    case = case_of(desk, sort)
    identity = (case.sort, case.a, case.b)
    before = len(queue_of(desk))
    for choice in case.choices:
        if choice.verdict is Verdict.DRAFT:
            continue
        kept = desk.keep(desk.decision("Ada", choice, "because"), identity)
        assert identity not in [(i.sort, i.a, i.b) for i in queue_of(desk)], choice
        assert (kept.by, kept.why) == ("Ada", "because")
        desk.keep(desk.decision("Bo", Choice("undo", Verdict.UNDO, kept.id), ""))
        assert len(queue_of(desk)) == before, choice


def test_a_preview_is_what_then_happens(desk: Desk, store: Listed) -> None:
    case = case_of(desk, "conflict")
    other = next(side for side in case.sides if not side.wins)
    assert other.choice is not None
    (change,) = desk.preview(desk.decision("Ada", case.choices[other.choice], "")).changes
    shown = {f.field: f.after for f in change.fields}
    assert shown["amount"]["value"] == other.value["value"]
    assert shown["conflicts"] is None
    row = store.deal(case.a)
    assert row is not None
    assert row.deal.conflicts == ("amount",), "a preview keeps nothing"
    desk.keep(desk.decision("Ada", case.choices[other.choice], ""))
    row = store.deal(case.a)
    assert row is not None
    assert row.deal.fields["amount"].value["value"] == other.value["value"]


def test_a_report_in_doubt_stands_beside_the_one_it_is_grouped_with(desk: Desk, store: Listed) -> None:
    row = next(row for row in store.deals(DealFilter(company="Tarn")) if len(row.deal.reports) > 1)
    case = desk.case("together", *row.deal.reports[:2])
    assert case is not None
    amounts = [next(line.value["value"] for line in side.lines if line.field == "amount") for side in case.sides]
    assert sorted(amounts) == [45_000_000, 60_000_000]
    desk.keep(desk.decision("Ada", case.choices[1], ""))
    assert desk.case("together", *row.deal.reports[:2]) is None


def test_a_deal_can_be_held_back_and_published_again(desk: Desk, store: Listed) -> None:
    assert [item for item in queue_of(desk) if item.sort == "draft"] == []
    row = next(iter(store.deals(DealFilter(company="Pinfold"))))
    case = desk.case("deal", row.deal.id, "")
    assert case is not None
    assert [choice.word for choice in case.choices] == ["draft"]
    desk.keep(desk.decision("Ada", case.choices[0], ""))
    again = desk.case("deal", row.deal.id, "")
    assert again is not None
    assert [choice.word for choice in again.choices] == ["publish"]
    assert [item for item in queue_of(desk) if item.sort == "draft"] == [], "a person held it back"


@pytest.mark.parametrize(
    ("sort", "a", "b"),
    [
        ("conflict", "d-nothing", "amount"),
        ("conflict", "", ""),
        ("apart", "d-1", "d-2"),
        ("together", "r-1", "r-2"),
        ("twins", "Nobody", "No one"),
        ("names", "Nobody", ""),
        ("draft", "\x00", "x" * 5000),
        ("made up", "a", "b"),
    ],
)
def test_what_is_not_there_is_no_case(desk: Desk, sort: str, a: str, b: str) -> None:
    assert desk.case(sort, a, b) is None


def test_the_next_case_follows_in_the_queue_and_begins_again_at_its_end(desk: Desk) -> None:
    items = queue_of(desk)
    places = [(item.sort, item.a, item.b) for item in items]
    assert len(places) > 3
    assert [desk.next(place, None) for place in places] == [*items[1:], items[0]]
    assert desk.next(None, None) == items[0]
    names = [item for item in items if item.sort == "names"]
    assert desk.next(None, "names") == names[0]
    assert desk.next(("conflict", "gone", ""), "names") == names[0]
    assert desk.next(None, "draft") is None


def test_a_store_that_is_being_written_to_shows_the_case_without_effects(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_of(desk, "apart")

    def busy(*_: object) -> None:
        raise StoreError("locked")

    monkeypatch.setattr(preview, "preview", busy)
    assert [w.preview for w in desk.weighed("Ada", case)] == [None, None]


# --- what an editor types


@pytest.mark.parametrize(
    ("field", "words", "expected"),
    [
        ("amount", "$60 million", {"value": 60_000_000, "currency": "USD"}),
        ("amount", "at least €1.2bn", {"value": 1_200_000_000, "currency": "EUR", "qualifier": "at_least"}),
        ("amount", "3亿元", {"value": 300_000_000, "currency": "CNY"}),
        ("amount", '{"value": 5, "currency": "GBP"}', {"value": 5, "currency": "GBP"}),
        ("valuation", "$2 billion post", {"value": 2_000_000_000, "basis": "post"}),
        ("valuation", "投前20亿美元", {"value": 2_000_000_000, "currency": "USD", "basis": "pre"}),
        ("announced_on", "2025-09", {"value": "2025-09-01", "precision": "month"}),
        ("announced_on", "2025-09-24", {"value": "2025-09-24", "precision": "day"}),
        ("round", "Series B", "series_b"),
        ("round", "pre-seed", "pre_seed"),
        ("company", " Tarn AI ", "Tarn AI"),
        ("valuation", "", None),
    ],
)
def test_values_are_read_as_people_write_them(field: str, words: str, expected: object) -> None:
    found = checked(field, wording.value(field, words))
    assert found == expected or {**found, **(expected if isinstance(expected, dict) else {})} == found


def test_backers_are_read_with_their_roles() -> None:
    words = "Corvid Capital (lead), Fern Capital、松涧资本（existing）"
    assert checked("investors", wording.value("investors", words)) == [
        {"name": "Corvid Capital", "role": "lead"},
        {"name": "Fern Capital", "role": "participant"},
        {"name": "松涧资本", "role": "existing"},
    ]


@pytest.mark.parametrize(
    ("field", "words"),
    [("amount", "lots"), ("announced_on", "soon"), ("investors", "A (boss)"), ("round", "series z"), ("x", "y")],
)
def test_words_that_tell_no_value_are_refused(field: str, words: str) -> None:
    with pytest.raises(UsageError):
        checked(field, wording.value(field, words))


@given(st.sampled_from(["amount", "valuation", "announced_on", "investors", "round", "company"]), st.text(max_size=80))
def test_any_words_are_a_value_or_refused(field: str, words: str) -> None:
    with suppress(UsageError):
        assert checked(field, wording.value(field, words)) != ""
