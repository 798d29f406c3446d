"""The laws of the design that a store with a resolver must keep, on generated newsrooms."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import starmap

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dealwire.app import knowledge
from dealwire.core import names
from dealwire.core.read import JSON_LINE
from dealwire.model import Document, Verdict
from dealwire.ports import DealFilter, Store
from dealwire.service import changes, review
from dealwire.service.preview import preview
from dealwire.service.rebuild import rebuild
from dealwire.service.source_records import weigh
from tests.service.newsroom import NOW, document, fresh, newsrooms, take_in, views

LAW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MORE = settings(LAW, max_examples=8)
EDITOR = review.Editor("an editor", NOW)


@LAW
@given(st.data(), newsrooms())
def test_law_1_the_order_of_arrival_changes_nothing(data: st.DataObject, news: list[Document]) -> None:
    shuffled = data.draw(st.permutations(news))
    with fresh() as one, fresh() as other:
        take_in(one, [news])
        take_in(other, [[d] for d in shuffled])
        assert views(one) == views(other)


@LAW
@given(newsrooms())
def test_law_2_ingesting_twice_changes_nothing(news: list[Document]) -> None:
    with fresh() as store:
        take_in(store, [news])
        before, counts = views(store), store.counts()
        take_in(store, [news, news[:1]])
        assert views(store) == before
        assert store.counts() == counts


@LAW
@given(newsrooms(), st.integers(1, 4))
def test_law_3_live_equals_batch_equals_rebuilt(news: list[Document], size: int) -> None:
    with fresh() as live, fresh() as batch:
        take_in(live, [news[i : i + size] for i in range(0, len(news), size)])
        take_in(batch, [news])
        assert views(live) == views(batch)
        rebuild(live, knowledge("none"))
        assert views(live) == views(batch)


@LAW
@given(newsrooms())
def test_law_5_every_value_leads_to_a_quote_in_a_stored_document(news: list[Document]) -> None:
    with fresh() as store:
        take_in(store, [news])
        for row in store.deals(DealFilter()):
            for field in row.deal.fields.values():
                assert field.value is None or field.support, (row.deal.company, field.name)
                for told in (*field.support, *field.against):
                    article = store.articles([told.article])[told.article]
                    assert article.content[told.start : told.end] == told.quote
                    assert store.document(article.document) is not None


def two_of(names_: Iterable[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(names_)), min_size=2, max_size=2, unique=True)


def dated(news: list[Document]) -> list[Document]:
    """Return the articles that have a day; of one without, the day on which it was fetched would count."""
    return [d for d in news if d.media_type == JSON_LINE and json.loads(d.body)["published"]]


@MORE
@given(newsrooms(), st.sampled_from((0, 5, 20, 100)))
def test_as_of_a_day_the_store_is_as_if_it_had_never_read_on(news: list[Document], days: int) -> None:
    moment = NOW - timedelta(days=days)
    news = dated(news)
    by_then = [d for d in news if datetime.fromisoformat(json.loads(d.body)["published"]) <= moment]
    with fresh() as store, fresh() as then:
        take_in(store, [news])
        before = views(store)
        rebuild(store, knowledge("none"), moment)
        take_in(then, [by_then])
        assert list(store.deals(DealFilter())) == list(then.deals(DealFilter()))
        assert sorted(store.stories(), key=lambda s: s.id) == sorted(then.stories(), key=lambda s: s.id)
        rebuild(store, knowledge("none"))
        assert views(store) == before


@MORE
@given(st.data(), newsrooms())
def test_changes_are_those_of_the_facts(data: st.DataObject, news: list[Document]) -> None:
    know, start = knowledge("none"), datetime(2000, 1, 1, tzinfo=UTC)
    shuffled = data.draw(st.permutations(news))
    with fresh() as one, fresh() as other:
        take_in(one, [news])
        take_in(other, [[d] for d in shuffled])
        told = list(starmap(changes.record, changes.since(one, know, start)))
        assert list(starmap(changes.record, changes.since(other, know, start))) == told
        rebuild(one, know)
        assert list(starmap(changes.record, changes.since(one, know, start))) == told
        stream = list(starmap(changes.record, changes.after(one, know, changes.START)))
        place, followed = changes.START, []
        while page := list(starmap(changes.record, changes.after(one, know, place, 3))):
            followed += page
            place = page[-1]["cursor"]
        assert followed == stream


@MORE
@given(st.data(), newsrooms())
def test_origins_are_no_more_than_reports_and_copies_add_none(data: st.DataObject, news: list[Document]) -> None:
    with fresh() as store:
        take_in(store, [news])
        for row in store.deals(DealFilter()):
            deal = row.deal
            assert 1 <= deal.origins <= len(deal.articles)
            told = {claim.origin for f in deal.fields.values() for claim in (*f.support, *f.against)}
            assert len(told) <= deal.origins
            assert {report for part in deal.tranches for report in part.reports} <= set(deal.reports)
        before = {row.deal.id: row.deal for row in store.deals(DealFilter())}
        article = json.loads(data.draw(st.sampled_from([d for d in news if d.media_type == JSON_LINE])).body)
        if len(article["text"].split()) > 12:  # a text in Chinese, or of a few words, shares too little to be known
            paper = {"name": "parrot.example", "domain": "parrot.example"}
            copy = {**article, "url": "https://parrot.example/1", "provider": paper}
            take_in(store, [[document(json.dumps(copy).encode(), JSON_LINE, "given.jsonl:99")]])
            after = {id_: found.deal for id_ in before if (found := store.deal(id_))}
            for id_, deal in after.items():
                came = set(deal.articles) - set(before[id_].articles)  # more than the copy where it made two deals one
                assert len(came) > 1 or deal.origins <= before[id_].origins


def decisions(data: st.DataObject, store: Store) -> review.Decision:
    """Draw something that an editor may decide."""
    deals = [row.deal for row in store.deals(DealFilter())]
    sort = data.draw(st.sampled_from(("field", "report", "publication", "name") if deals else ("name",)))
    deal = data.draw(st.sampled_from(deals)) if deals else None
    verdict = data.draw(st.sampled_from((Verdict.SAME, Verdict.DIFFERENT)))
    if sort == "field" and deal:
        return review.correction(store, EDITOR, deal.id, "round", "series_c")
    if sort == "publication" and deal:
        what = data.draw(st.sampled_from((deal.id, *deal.articles)))
        return review.publication(store, EDITOR, data.draw(st.sampled_from((Verdict.PUBLISH, Verdict.DRAFT))), what)
    reports = sorted(r for d in deals if deal and d.organisation == deal.organisation for r in d.reports)
    if sort == "report" and len(reports) > 1:
        return review.pair(store, EDITOR, verdict, *data.draw(two_of(reports)))
    known = views(store)["organisations"]
    assume(len(known) > 1)
    return review.pair(store, EDITOR, verdict, *data.draw(two_of(known)))


@LAW
@given(st.data(), newsrooms())
def test_a_decision_seen_before_is_what_happens_and_changes_nothing_yet(
    data: st.DataObject, news: list[Document]
) -> None:
    know = knowledge("none")
    with fresh() as store:
        take_in(store, [news])
        before = views(store)
        decision = decisions(data, store)
        seen = preview(store, know, decision)
        assert views(store) == before
        assert store.judgements() == []
        review.keep(store, know, decision)
        now = {row.deal.id: row.deal for row in store.deals(DealFilter())}
        was = {row.deal.id: row.deal for row in before["deals"]}
        assert {c.deal for c in seen.changes if c.what == "new"} == now.keys() - was.keys()
        assert {c.deal for c in seen.changes if c.what == "gone"} == was.keys() - now.keys()
        for change in seen.changes:
            for field in change.fields if change.what == "changed" else ():
                if field.field in now[change.deal].fields:
                    assert now[change.deal].fields[field.field].value == field.after
        review.undo(store, know, EDITOR, decision.judgement.id)
        assert views(store) == before
        rebuild(store, know)
        assert views(store) == before


@MORE
@given(newsrooms(), newsrooms())
def test_adopted_weights_hold_for_what_comes_later(news: list[Document], more: list[Document]) -> None:
    know = knowledge("none")
    with fresh() as live:
        take_in(live, [news])
        judged = weigh(live, know, EDITOR)
        assume(judged)
        take_in(live, [more])
        after = views(live)
        rebuild(live, know)
        assert views(live) == after
        review.undo(live, know, review.Editor("an editor", NOW + timedelta(days=1)), judged.id if judged else "")
        with fresh() as other:
            take_in(other, [news, more])
            assert views(live) == views(other)


@LAW
@given(st.data(), newsrooms())
def test_law_6_a_judgement_undone_leaves_no_trace(data: st.DataObject, news: list[Document]) -> None:
    know = knowledge("none")
    with fresh() as store:
        take_in(store, [news])
        before = views(store)
        deals = [row.deal for row in before["deals"]]
        if data.draw(st.booleans()) and deals:
            deal = data.draw(st.sampled_from(deals))
            judged = review.correct(store, know, EDITOR, deal.id, "round", "series_c")
            corrected = store.deal(deal.id)
            assert corrected is not None
            assert corrected.deal.fields["round"].value == "series_c"
        else:
            known = before["organisations"]
            assume(len(known) > 1)
            a, b = data.draw(two_of(known))
            verdict = data.draw(st.sampled_from((Verdict.SAME, Verdict.DIFFERENT)))
            judged = review.decide(store, know, EDITOR, verdict, a, b)
            keys = names.fold(a), names.fold(b)
            owners = store.organisations(keys)
            if len(owners) == len(set(keys)):
                assert (owners[keys[0]].id == owners[keys[1]].id) is (verdict is Verdict.SAME)
        review.undo(store, know, EDITOR, judged.id)
        assert views(store) == before
        rebuild(store, know)
        assert views(store) == before
