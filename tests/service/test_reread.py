"""Reading kept documents again gives what today's reader would have given had it read them when they came."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealwire.app import engine, knowledge
from dealwire.core.read import HTML, JSON_LINE, VERSION, ReadResult, read
from dealwire.core.read.result import Promise, always
from dealwire.core.trends import TrendFilter
from dealwire.model import Document, Verdict
from dealwire.ports import DealFilter, Store
from dealwire.service import review
from dealwire.service.reread import Reread, reread
from tests.misbehaving import answer, serving
from tests.service.newsroom import NOW, document, fresh, newsrooms, take_in, views
from tests.service.watching import LONG, SHORT, Desk, item, page, rss

LAW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KNOW = knowledge("none")

Reader = Callable[..., ReadResult]


def less(*names: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda told: {name: value for name, value in told.items() if name not in names}


WORSE: Mapping[str, Callable[[dict[str, Any]], object]] = {
    "no title": less("title"),
    "half the text": lambda told: {**told, "text": told["text"][: len(told["text"]) // 2]},
    "no date": less("published"),
    "no provider": less("provider"),
    "no address, so another key": less("url"),
    "another address": lambda told: {**told, "url": "https://other.example/1"},
    "the same address for all": lambda told: {**told, "url": "https://daily.example/1"},
    "an author": lambda told: {**told, "authors": ["Ines Marlow"]},
    "nothing": lambda _: {},
}


def worse_reader(faults: Mapping[str, str]) -> Reader:
    """Return a reader that mistakes some documents, by digest."""

    def read_worse(given_: Document, promising: Promise = always) -> ReadResult:
        fault = faults.get(given_.digest)
        if fault is None:
            return read(given_, promising)
        if given_.media_type == JSON_LINE:
            told = WORSE[fault](json.loads(given_.body))
            return read(replace(given_, body=json.dumps(told).encode()), promising)
        cut = given_.body.partition(b"related:")
        return read(replace(given_, body=cut[0] + b"---\n" + cut[2].partition(b"---\n")[2]), promising)

    return read_worse


@contextmanager
def reading_with(reader: Reader, version: int) -> Iterator[None]:
    """Let ingest and reread read with a reader of a version."""
    with (
        patch("dealwire.service.ingest.read", reader),
        patch("dealwire.service.ingest.VERSION", version),
        patch("dealwire.service.reread.read", reader),
        patch("dealwire.service.reread.VERSION", version),
    ):
        yield


def state(store: Store, news: list[Document]) -> dict[str, Any]:
    """Return all that a store shows, and holds of its documents, but for claims of texts that were read before."""
    counts = {what: n for what, n in store.counts().items() if what not in ("claims", "rejected")}
    sighted = store.sightings(d.digest for d in news)
    found = {(hit.what, hit.id) for word in ("round", "million", "融资") for hit in store.search(word, 200)}
    days = store.topic_days(TrendFilter()), store.most_mentioned(TrendFilter())
    return {**views(store), "counts": counts, "sighted": sighted, "found": found, "days": days}


@st.composite
def faults_of(draw: st.DrawFn, news: list[Document]) -> dict[str, str]:
    chosen = draw(st.lists(st.sampled_from(news), max_size=len(news), unique=True))
    return {d.digest: draw(st.sampled_from(sorted(WORSE))) for d in chosen}


@LAW
@given(newsrooms())
def test_an_unchanged_reader_changes_nothing(news: list[Document]) -> None:
    with fresh() as store:
        take_in(store, [news])
        before = state(store, news)
        assert reread(store, KNOW, NOW) == Reread()
        told = reread(store, KNOW, NOW, every=True)
        assert (told.read, told.changed) == (len(news), 0)
        assert state(store, news) == before


@LAW
@given(st.data(), newsrooms(), st.integers(1, 4))
def test_reading_with_one_reader_then_with_another_is_reading_with_the_other(
    data: st.DataObject, news: list[Document], size: int
) -> None:
    one, other = worse_reader(data.draw(faults_of(news))), worse_reader(data.draw(faults_of(news)))
    with fresh() as store, fresh() as expected:
        with reading_with(one, 1):
            take_in(store, [news])
        with reading_with(other, 2), patch("dealwire.service.reread.BATCH", size):
            take_in(expected, [news])
            told = reread(store, KNOW, NOW)
            assert told.read == len(news) == told.changed + told.same + told.failed
            assert state(store, news) == state(expected, news)
            assert reread(store, KNOW, NOW) == Reread()
            again = reread(store, KNOW, NOW, every=True)
            assert (again.read, again.changed, again.failed) == (told.read, 0, told.failed)
            assert state(store, news) == state(expected, news)


class Killed(BaseException):
    """Stands in for a kill."""


@LAW
@given(st.data(), newsrooms(), st.integers(1, 4))
def test_a_run_that_was_ended_goes_on_where_it_stopped(data: st.DataObject, news: list[Document], after: int) -> None:
    def killed(told: Reread, _: int) -> None:
        if told.read >= after:
            raise Killed

    worse = worse_reader(data.draw(faults_of(news)))
    with fresh() as store, fresh() as expected:
        with reading_with(worse, 1):
            take_in(store, [news])
        with reading_with(read, 2), patch("dealwire.service.reread.BATCH", 1):
            take_in(expected, [news])
            try:
                reread(store, KNOW, NOW, progress=killed)
            except Killed:
                assert reread(store, KNOW, NOW).read == len(news) - after
            assert state(store, news) == state(expected, news)


ONE = {
    "title": "Veloria Labs raises $45M",
    "text": "Veloria Labs has raised $45 million in a Series B round led by Northgate Ventures.",
    "url": "https://daily.example/veloria",
    "published": "2026-03-04T09:00:00Z",
}
TWO = {**ONE, "url": "https://post.example/veloria", "text": f"{ONE['text']} Halden Capital took part."}


def lines(*told: Mapping[str, object]) -> list[Document]:
    return [document(json.dumps(one).encode(), JSON_LINE, f"given.jsonl:{n}") for n, one in enumerate(told, start=1)]


def test_a_judgement_stays_and_holds_for_what_is_read_now() -> None:
    news = lines(ONE, TWO)
    with fresh() as store:
        with reading_with(worse_reader({news[1].digest: "no date"}), 1):
            take_in(store, [news])
        (row,) = store.deals(DealFilter())
        editor = review.Editor("an editor", NOW)
        review.keep(store, KNOW, review.correction(store, editor, row.deal.id, "round", "series_c"))
        judged = store.judgements()
        with reading_with(read, 2):
            assert reread(store, KNOW, NOW).changed == 1
        assert store.judgements() == judged
        (row,) = store.deals(DealFilter())
        assert row.deal.fields["round"].value == "series_c"
        assert len(row.deal.reports) == 2
        assert judged[0].verdict is Verdict.CORRECT


def test_a_document_on_which_the_reader_fails_is_listed_keeps_what_it_said_and_costs_no_other() -> None:
    news = lines(ONE, TWO)

    def failing(given_: Document, promising: Promise = always) -> ReadResult:
        if given_.digest == news[0].digest:
            raise ZeroDivisionError
        return read(given_, promising)

    with fresh() as store:
        with reading_with(worse_reader({news[1].digest: "no title"}), 1):
            take_in(store, [news])
        with reading_with(failing, 2):
            told = reread(store, KNOW, NOW)
        assert (told.read, told.changed, told.same, told.failed) == (2, 1, 0, 1)
        assert [r.id for r in told.rejected] == ["given.jsonl:1"]
        assert "a bug" in told.rejected[0].reason
        assert [r.id for r, _ in store.rejections()] == ["given.jsonl:1"]
        assert {a.title for a in store.scan_articles()} == {ONE["title"]}
        assert store.counts()["articles"] == 2


def test_an_article_that_no_document_says_any_more_leaves_no_trace() -> None:
    news = lines(ONE, TWO)
    with fresh() as store, fresh() as expected:
        take_in(store, [news])
        keys = [article.key for article in store.scan_articles()]
        assert store.tellings(keys).keys() == store.signatures(keys).keys() == {*keys}
        with reading_with(worse_reader({d.digest: "nothing" for d in news}), 2):
            told = reread(store, KNOW, NOW)
            take_in(expected, [news])
        assert (told.failed, len(told.rejected)) == (2, 2)
        assert state(store, news) == state(expected, news)
        assert store.counts()["deals"] == 0
        assert store.search("Veloria") == []
        assert store.tellings(keys) == {}
        assert {key: its for key, its in store.signatures(keys).items() if its} == {}
        assert store.headlines(keys) == {}


def test_only_what_an_older_reader_read_since_a_time_is_read_again() -> None:
    old, new = (replace(d, fetched_at=NOW.replace(day=day)) for d, day in zip(lines(ONE, TWO), (1, 9), strict=True))
    with fresh() as store:
        take_in(store, [[old, new]])
        with reading_with(read, VERSION + 1):
            assert reread(store, KNOW, NOW, NOW.replace(day=5)).read == 1
            assert reread(store, KNOW, NOW).read == 1
            assert reread(store, KNOW, NOW).read == 0
            assert reread(store, KNOW, NOW, NOW.replace(day=5), every=True).read == 1


def test_processes_read_what_one_reads() -> None:
    news = lines(ONE, TWO)
    with fresh() as store, fresh() as expected:
        with reading_with(worse_reader({news[0].digest: "no title"}), 1):
            take_in(store, [news])
        take_in(expected, [news])
        assert reread(store, KNOW, NOW, engine=engine(2), every=True).changed == 1
        assert state(store, news) == state(expected, news)


def cut_pages(given_: Document, promising: Promise = always) -> ReadResult:
    """Read all but pages whole, and pages without their end."""
    found = read(given_, promising)
    if given_.media_type.startswith(HTML):
        return replace(
            found, articles=tuple(replace(a, version=a.version[::-1], text=a.text[:20]) for a in found.articles)
        )
    return found


def without_titles(given_: Document, promising: Promise = always) -> ReadResult:
    """Read nothing of a title: a new version of each article."""
    found = read(given_, promising)
    return replace(found, articles=tuple(replace(a, version=a.version[::-1], title="") for a in found.articles))


@pytest.mark.parametrize("worse", [cut_pages, without_titles])
def test_a_summary_in_a_feed_and_its_page_are_read_again_and_feeds_that_said_nothing_new_add_nothing(
    tmp_path: Path, worse: Reader
) -> None:
    def watched(name: str, reader: Reader, version: int) -> Desk:
        desk = Desk(tmp_path / name)
        with reading_with(reader, version), patch("dealwire.service.intake.read", reader):
            desk.watch(server.url("/feed"))
            for hour in range(4):
                feed = rss(
                    item("Larkspur raises", server.url("/story"), SHORT), item("Rain", "http://a.example/rain", LONG)
                )
                server.plays["/feed"] = answer(feed.replace("</channel>", f"<ttl>{hour}</ttl></channel>"))
                desk.work()
                desk.later(hours=30)
        return desk

    with serving({}) as server:
        server.plays["/story"] = answer(page("Larkspur raises", LONG, LONG.replace("second", "third")))
        desk, expected = watched("a.db", worse, 1), watched("b.db", read, 2)
    assert desk.store.counts()["documents"] == 5
    assert list(desk.store.scan_articles()) != list(expected.store.scan_articles())
    with reading_with(read, 2):
        told = reread(desk.store, KNOW, desk.now)
        assert (told.read, told.failed) == (5, 0)
        assert views(desk.store) == views(expected.store)
        before = desk.store.counts()
        assert reread(desk.store, KNOW, desk.now, every=True).changed == 0
        assert desk.store.counts() == before
    digests = [d.digest for d in desk.store.documents_read_before(9)]
    assert desk.store.sightings(digests) == expected.store.sightings(digests)
    (article,) = (a for a in desk.store.scan_articles() if a.title == "Larkspur raises")
    assert "third workshop" in article.text
