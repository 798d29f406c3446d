"""The laws of the design that a store with a resolver must keep, on generated newsrooms."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dealwire.app import knowledge
from dealwire.core import names
from dealwire.model import Document, Verdict
from dealwire.ports import DealFilter, Store
from dealwire.service import review
from dealwire.service.rebuild import rebuild
from tests.service.newsroom import NOW, newsrooms, store_at, take_in, views

LAW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
EDITOR = review.Editor("an editor", NOW)


@contextmanager
def fresh() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        store = store_at(Path(folder) / "t.db")
        try:
            yield store
        finally:
            store.close()


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
