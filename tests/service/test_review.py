"""What an editor may decide, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from dealwire.app import knowledge
from dealwire.core.read import JSON_LINE
from dealwire.errors import UsageError
from dealwire.lists import DealQuery
from dealwire.model import Judgement, Rejected, Verdict
from dealwire.ports import DealFilter, DealRow, Store
from dealwire.service import changes, review, source_records
from dealwire.service.bulk import decisions
from dealwire.service.door import Dealwire
from dealwire.service.preview import preview
from dealwire.service.queue import queue
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
    (item,) = [item for item in queue(store, KNOW) if item.sort == "twins"]
    assert {item.a, item.b} == {"Quarvix Robotics", "夸维机器人"}
    assert "northgate" in item.reason
    assert len(list(store.deals(DealFilter()))) == 2
    review.decide(store, KNOW, EDITOR, Verdict.DIFFERENT, "Quarvix Robotics", "夸维机器人")
    assert [item for item in queue(store, KNOW) if item.sort == "twins"] == []
    later = review.Editor("Ada", NOW + timedelta(days=1))
    review.decide(store, KNOW, later, Verdict.SAME, "Quarvix Robotics", "夸维机器人")
    assert len(list(store.deals(DealFilter()))) == 1
    assert [item for item in queue(store, KNOW) if item.sort == "twins"] == []
    store.close()


def deal_of(store: Store, company: str) -> DealRow:
    (row,) = store.deals(DealFilter(company=company))
    return row


def test_a_deal_is_held_back_and_published_again(store: Store) -> None:
    id_ = deal_of(store, "Tarn").deal.id
    held = review.keep(store, KNOW, review.publication(store, EDITOR, Verdict.DRAFT, id_, "a slip"))
    assert deal_of(store, "Tarn").deal.draft
    assert [row.deal.company for row in store.deals(DealFilter(drafts=False))] == ["Quillon AI"]
    later = review.Editor("Ben", NOW + timedelta(minutes=1))
    review.keep(store, KNOW, review.publication(store, later, Verdict.PUBLISH, id_))
    assert not deal_of(store, "Tarn").deal.draft
    assert {j.id: in_force for j, in_force in review.log(store)}[held.id] is False


def test_an_article_is_held_back_with_the_deal_that_only_it_tells(store: Store) -> None:
    review.keep(store, KNOW, review.publication(store, EDITOR, Verdict.DRAFT, "https://daily.example/tarn"))
    row = deal_of(store, "Tarn")
    assert row.deal.draft
    assert [article.draft for article in store.articles(row.deal.articles).values()] == [True]
    assert [article.draft for article in store.scan_articles()].count(True) == 1
    assert not deal_of(store, "Quillon").deal.draft


def test_what_is_nothing_can_not_be_published(store: Store) -> None:
    with pytest.raises(UsageError, match="no deal and no article"):
        review.publication(store, EDITOR, Verdict.PUBLISH, "https://daily.example/none")


SECOND: dict[str, Any] = {
    "text": "Tarn Robotics has raised $60 million in a Series B round led by Northgate Ventures.",
    "url": "https://wire.example/tarn",
    "provider": {"name": "wire.example", "domain": "wire.example"},
}


@pytest.fixture
def disputed(store: Store) -> Store:
    take_in(store, [[document(json.dumps(SECOND).encode(), JSON_LINE, "given.jsonl:9")]])
    return store


def test_a_conflict_is_worth_more_than_nothing_and_gone_when_corrected(disputed: Store) -> None:
    first = queue(disputed, KNOW)[0]
    row = deal_of(disputed, "Tarn")
    assert (first.sort, first.a, first.b) == ("conflict", row.deal.id, "amount")
    assert first.worth > 0.1
    value = {"value": 60_000_000, "currency": "USD"}
    review.correct(disputed, KNOW, EDITOR, row.deal.id, "amount", value, "the filing")
    assert [item for item in queue(disputed, KNOW) if item.sort == "conflict"] == []


def test_deals_that_may_be_one_are_listed_until_someone_says(store: Store) -> None:
    near = {**SECOND, "text": "Tarn Robotics has raised $50 million, it said.", "published": "2026-04-01"}
    take_in(store, [[document(json.dumps(near).encode(), JSON_LINE, "given.jsonl:9")]])
    apart = [item for item in queue(store, KNOW) if item.sort == "apart"]
    assert [item.company for item in apart] == ["Tarn Robotics"], "two deals of one company, each of the other's near"
    review.decide(store, KNOW, EDITOR, Verdict.DIFFERENT, apart[0].a, apart[0].b)
    assert [item for item in queue(store, KNOW) if item.sort == "apart"] == []


def test_bulk_decisions_are_taken_or_refused_line_by_line(disputed: Store) -> None:
    id_ = deal_of(disputed, "Tarn").deal.id
    lines = (
        "verdict,a,b,value,why,by\n",
        f'correct,{id_},amount,"{{""value"": 60000000, ""currency"": ""USD""}}",the filing,Ben\n',
        f"correct,{id_},amount,sixty,,\n",
        "same,Tarn Robotics,Nobody Ltd,,,\n",
        "perhaps,Tarn Robotics,Quillon AI,,,\n",
        "different,Tarn Robotics,Quillon AI,,two makers,\n",
        f"draft,{id_},,,,\n",
        "same,a,b,c,d,e,f\n",
    )
    came = list(decisions(disputed, KNOW, EDITOR, lines))
    kept = [one for one in came if isinstance(one, Judgement)]
    refused = [one for one in came if isinstance(one, Rejected)]
    assert [(j.verdict, j.by) for j in kept] == [
        (Verdict.CORRECT, "Ben"),
        (Verdict.DIFFERENT, "Ada"),
        (Verdict.DRAFT, "Ada"),
    ]
    assert [r.id for r in refused] == ["line 3", "line 4", "line 5", "line 8"]
    assert "no value for amount" in refused[0].reason
    assert {j.id for j, _ in review.log(disputed)} == {j.id for j in kept}
    assert deal_of(disputed, "Tarn").deal.draft


@pytest.mark.parametrize("lines", [[], ["who,what\n", "a,b\n"]])
def test_a_table_without_its_columns_is_refused(store: Store, lines: list[str]) -> None:
    with pytest.raises(UsageError, match="columns"):
        list(decisions(store, KNOW, EDITOR, lines))


def test_a_split_re_derives_every_view(store: Store) -> None:
    more = {**SECOND, "text": SECOND["text"].replace("60", "45")}
    take_in(store, [[document(json.dumps(more).encode(), JSON_LINE, "given.jsonl:9")]])
    row = deal_of(store, "Tarn")
    assert len(row.deal.reports) == 2
    split = review.pair(store, EDITOR, Verdict.DIFFERENT, *row.deal.reports)
    seen = preview(store, KNOW, split)
    assert sorted(change.what for change in seen.changes) == ["changed", "new"]
    review.keep(store, KNOW, split)
    parts = list(store.deals(DealFilter(company="Tarn")))
    assert sorted(len(part.deal.articles) for part in parts) == [1, 1]
    assert row.deal.id in {part.deal.id for part in parts}
    assert len(store.search("Tarn Robotics")) >= 2


def test_an_id_that_a_deal_has_had_finds_it(store: Store) -> None:
    was = deal_of(store, "Tarn").deal.id
    earlier = {**SECOND, "text": SECOND["text"].replace("60", "45"), "published": "2026-05-30"}
    take_in(store, [[document(json.dumps(earlier).encode(), JSON_LINE, "given.jsonl:9")]])
    now = deal_of(store, "Tarn").deal.id
    assert now != was
    found = store.deal(was)
    assert found is not None
    assert found.deal.id == now


def test_a_sources_record_and_weight(disputed: Store) -> None:
    third = {**SECOND, "url": "https://post.example/tarn", "provider": {"name": "post.example"}}
    third["text"] = (
        "Tarn Robotics, which makes arms for ships, said that it has raised $60 million from Northgate Ventures."
    )
    other = {**third, "url": "https://echo.example/tarn", "provider": {"name": "echo.example"}}
    other["text"] = "Tarn Robotics raised $45 million in its Series B, with Northgate Ventures as the lead."
    also = {**other, "url": "https://far.example/tarn", "provider": {"name": "far.example"}}
    also["text"] = "Northgate Ventures has led a $60 million Series B investment in Tarn Robotics, the robot maker."
    told = [document(json.dumps(a).encode(), JSON_LINE, f"given.jsonl:{n}") for n, a in enumerate((third, other, also))]
    take_in(disputed, [told])
    view = source_records.source(disputed, "ECHO.example")
    assert (view.record.reports, view.record.contradicted, view.adopted) == (1, 1, 1.0)
    assert [(c.field, c.value["value"], c.shown["value"]) for c in view.contradicted] == [
        ("amount", 45_000_000, 60_000_000)
    ]
    judged = source_records.weigh(disputed, KNOW, EDITOR, "the weights of June")
    assert judged is not None
    assert source_records.source(disputed, "echo.example").adopted == view.record.weight < 1
    assert source_records.weigh(disputed, KNOW, EDITOR) is None
    with pytest.raises(UsageError, match="no report comes from"):
        source_records.source(disputed, "nowhere.example")


def test_changes_follow_a_cursor(disputed: Store) -> None:
    told = changes.after(disputed, KNOW, changes.START)
    assert {change.field for _, change in told} >= {"kind", "company", "amount", "investors"}
    rest = changes.after(disputed, KNOW, changes.cursor_of(told[2][1]))
    assert rest == told[3:]
    with pytest.raises(UsageError, match="no cursor"):
        changes.after(disputed, KNOW, "yesterday")
    assert changes.since(disputed, KNOW, NOW + timedelta(days=1)) == []


def test_backers_that_a_person_told_apart_stay_two_and_undoing_that_leaves_no_trace(tmp_path: Path) -> None:
    store = store_at(tmp_path / "backers.db")
    told = (
        {
            "text": f"Tarn Robotics has raised $45 million in a Series B round led by {lead}.",
            "url": f"https://{n}.example/a",
        }
        for n, lead in enumerate(("Corvid", "Corvid Capital"))
    )
    take_in(store, [[document(json.dumps(article).encode(), JSON_LINE, "given.jsonl") for article in told]])

    def leads() -> list[str]:
        (row,) = store.deals(DealFilter())
        return [one["name"] for one in row.deal.fields["investors"].value]

    before = leads()
    assert len(before) == 1
    judged = review.decide(store, KNOW, EDITOR, Verdict.DIFFERENT, "Corvid", "Corvid Capital")
    assert sorted(leads()) == ["Corvid", "Corvid Capital"]
    review.undo(store, KNOW, EDITOR, judged.id)
    assert leads() == before
    store.close()


def test_a_person_publishes_what_came_as_a_draft_and_holds_back_what_did_not(tmp_path: Path) -> None:
    draft = "---\ntitle: Harrow Labs raises $5 million\npublished: {}\noriginalUrl: https://n.example/{}\n---\n{}\n"
    told = "Harrow Labs raised $5 million in seed funding led by Fern Capital."
    (tmp_path / "a.md").write_text(draft.format("false", "a", told))
    with Dealwire(str(tmp_path / "t.db")) as wire:
        wire.ingest(wire.files([str(tmp_path / "a.md")]))
        (row,) = wire.deals(DealFilter())
        assert (wire.deal_view(row.deal.id), wire.deal_page(DealQuery()).rows) == (None, ())
        kept = wire.publish("Ada", row.deal.id)
        view = wire.deal_view(row.deal.id)
        assert view is not None
        assert [r.deal.id for r in wire.deal_page(DealQuery()).rows] == [row.deal.id]
        assert wire.article(view.articles[0].key) is not None
        wire.undo("Ada", kept.id)
        assert (wire.deal_view(row.deal.id), wire.deal_page(DealQuery()).rows) == (None, ())
        also = told.replace("Fern Capital", "Fern Capital and Moss Capital")
        (tmp_path / "b.md").write_text(draft.format("true", "b", also))
        wire.ingest(wire.files([str(tmp_path / "b.md")]))
        whole = wire.deal_view(row.deal.id)
        assert whole is not None
        assert "Moss Capital" in str(whole.record)
        wire.publish("Ada", "https://n.example/b", draft=True)
        assert wire.deal_view(row.deal.id) is None
