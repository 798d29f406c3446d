from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.model import Article, Claim, Document, Provider, Rejected, Verdict
from dealwire.ports import Store
from tests.factories import NOON, make_article, make_claim, make_document, make_judgement
from tests.stores.conftest import NewStore

HOUR = timedelta(hours=1)


def keep(store: Store, articles: Sequence[Article], documents: Sequence[Document]) -> None:
    with store.transaction():
        store.add_documents(documents)
        store.add_articles(articles)


class TestDocuments:
    def test_comes_back_whole(self, store: Store) -> None:
        document = make_document(bytes(range(256)) * 9, url="https://example.com/a")
        store.add_documents([document])
        assert store.document(document.digest) == document

    def test_an_empty_body_is_a_body(self, store: Store) -> None:
        document = make_document(b"")
        store.add_documents([document])
        assert store.document(document.digest) == document

    def test_unknown(self, store: Store) -> None:
        assert store.document("nowhere") is None

    def test_the_first_stays(self, store: Store) -> None:
        first = make_document(origin="first")
        store.add_documents([first])
        store.add_documents([make_document(origin="second")])
        assert store.document(first.digest) == first
        assert store.counts()["documents"] == 1

    def test_seen(self, store: Store) -> None:
        documents = [make_document(str(n).encode()) for n in range(2500)]
        store.add_documents(documents)
        digests = {document.digest for document in documents}
        store.add_articles(make_article(document=documents[7], part=part) for part in range(3))
        assert store.seen([*digests, "another"]) == {**dict.fromkeys(digests, 0), documents[7].digest: 3}

    def test_stream_by_media_type_and_digest(self, store: Store) -> None:
        pages = [make_document(str(n).encode()) for n in range(100)]
        store.add_documents([*pages, make_document(b"{}", media_type="application/json")])
        assert list(store.documents("text/html")) == sorted(pages, key=lambda page: page.digest)
        assert list(store.documents("text/plain")) == []


class TestVersions:
    def test_every_version_that_was_sighted(self, store: Store) -> None:
        old, new = make_document(b"old"), make_document(b"new")
        told = [
            make_article("k", text="First words.", document=old),
            make_article("k", text="Second words.", document=new),
            make_article("l", document=new, part=1),
        ]
        keep(store, told, [old, new])
        first, second, other = (article.version for article in told)
        assert store.versions(["k", "l", "m"]) == {"k": {first, second}, "l": {other}}


class TestArticles:
    def test_comes_back_whole(self, store: Store) -> None:
        document = make_document()
        article = Article(
            key="k",
            ref="r",
            version="v",
            title="兰芯机器人完成A轮融资 😀",
            text="第一行\n\n第二行 “quoted”",
            lang="zh",
            document=document.digest,
            part=3,
            fetched_at=NOON,
            url="https://example.com/a",
            published=datetime(2026, 3, 1, 8, 30, 15, 123456, tzinfo=timezone(8 * HOUR)),
            provider=Provider("Example", "example.com"),
            authors=("甲", "乙"),
            topics=("funding",),
            draft=True,
            record="rec",
            quality=70,
            heat=3,
        )
        keep(store, [article], [document])
        assert store.articles(["k"]) == {"k": article}
        assert list(store.scan_articles()) == [article]

    def test_current_is_the_version_first_seen_last(self, store: Store) -> None:
        documents = [make_document(str(n).encode(), fetched_at=NOON + n * HOUR) for n in range(3)]
        old, new = (make_article(title=title, document=documents[n]) for n, title in enumerate(["Old", "New"]))
        old_again = make_article(title="Old", document=documents[2])
        keep(store, [old_again, new, old], documents)
        assert store.articles([old.key])[old.key] == new

    def test_of_versions_first_seen_at_once_the_greater_digest_is_current(self, store: Store) -> None:
        document = make_document()
        articles = [make_article(title=str(n), document=document, part=n) for n in range(5)]
        keep(store, articles, [document])
        assert store.articles(["article-1"])["article-1"] == max(articles, key=lambda article: article.version)

    def test_the_least_sighting_speaks_but_any_record_ties_and_any_publication_counts(self, store: Store) -> None:
        document = make_document()
        sightings = [
            make_article(document=document, part=0, url="https://example.com/0", draft=True),
            make_article(document=document, part=1, url="https://example.com/1", record="b"),
            make_article(document=document, part=2, record="a", draft=True),
        ]
        keep(store, sightings, [document])
        current = store.articles(["article-1"])["article-1"]
        assert (current.url, current.record, current.draft) == ("https://example.com/0", "a", False)

    def test_a_draft_in_every_sighting_is_a_draft(self, store: Store) -> None:
        document = make_document()
        keep(store, [make_article(document=document, part=n, draft=True) for n in range(2)], [document])
        assert store.articles(["article-1"])["article-1"].draft

    def test_as_of_knows_only_what_was_published_else_fetched(self, store: Store) -> None:
        documents = [make_document(str(n).encode(), fetched_at=NOON + n * HOUR) for n in range(3)]
        first = make_article(title="First", document=documents[0])
        second = make_article(title="Second", document=documents[1])
        later = make_article(key="b", document=documents[2], published=NOON)
        keep(store, [first, second, later], documents)
        assert list(store.scan_articles(NOON)) == [first, later]
        assert list(store.scan_articles(NOON + HOUR)) == [second, later]
        assert list(store.scan_articles(NOON - HOUR)) == []
        assert store.articles(["article-1", "b"], as_of=NOON) == {"article-1": first, "b": later}

    def test_scan_goes_by_key_and_may_be_written_during(self, store: Store) -> None:
        document = make_document()
        articles = [make_article(f"k{n:05}", document=document, part=n) for n in range(2100)]
        keep(store, articles[::-1], [document])
        scanned = []
        for article in store.scan_articles():
            scanned.append(article)
            if len(scanned) == 5:
                store.set_setting("half-way", "yes")
        assert scanned == articles

    def test_find_by_key_given_id_or_url(self, store: Store) -> None:
        document = make_document()
        article = make_article("k", ref="given", url="https://example.com/a", document=document)
        keep(store, [article], [document])
        refs = ["k", "given", "https://example.com/a"]
        assert store.find_articles([*refs, "unknown"]) == dict.fromkeys(refs, "k")

    def test_of_two_articles_with_one_ref_the_least_key_is_found(self, store: Store) -> None:
        document = make_document()
        keep(store, [make_article(key, ref="1", document=document, part=n) for n, key in enumerate("ba")], [document])
        assert store.find_articles(["1"]) == {"1": "a"}

    def test_record_articles(self, store: Store) -> None:
        document = make_document()
        ties = [("b", "r1"), ("a", "r1"), ("c", "r2"), ("d", None)]
        articles = [make_article(key, record=r, document=document, part=n) for n, (key, r) in enumerate(ties)]
        keep(store, articles, [document])
        assert store.record_articles(["r1", "r2", "r3"]) == {"r1": ["a", "b"], "r2": ["c"]}

    @settings(max_examples=25, deadline=None)
    @given(data=st.data())
    def test_neither_order_nor_repetition_matters(self, new_store: NewStore, data: st.DataObject) -> None:
        documents = [make_document(str(n).encode(), fetched_at=NOON + (n // 2) * HOUR) for n in range(4)]
        sighting = st.builds(
            make_article,
            key=st.sampled_from("abc"),
            title=st.sampled_from(["Old", "New", "Newer"]),
            document=st.sampled_from(documents),
            part=st.integers(0, 30),
            record=st.sampled_from([None, "r1", "r2"]),
            draft=st.booleans(),
            published=st.sampled_from([None, NOON, NOON + HOUR]),
        )
        sightings = data.draw(st.lists(sighting, max_size=8, unique_by=lambda s: (s.document, s.part)))
        again = data.draw(st.permutations(sightings + sightings[::2]))
        one, other = new_store(), new_store()
        keep(one, sightings, documents)
        keep(other, [], documents)
        for article in again:
            keep(other, [article], documents)
        assert list(one.scan_articles()) == list(other.scan_articles())
        assert list(one.scan_articles(NOON)) == list(other.scan_articles(NOON))
        assert one.counts() == other.counts()
        one.close()
        other.close()


class TestClaims:
    def keep_version(self, store: Store) -> str:
        document = make_document()
        article = make_article(document=document)
        keep(store, [article], [document])
        return article.version

    @pytest.mark.parametrize(
        "value", [None, True, 12_000_000, 10**30, 0.5, "智谱", [1, "a"], {"value": 1, "max": None}]
    )
    def test_a_value_comes_back_as_it_was(self, store: Store, value: object) -> None:
        version = self.keep_version(store)
        store.add_claims([make_claim(version, value=value)])
        assert store.claims([version], "1") == {version: [make_claim(version, value=value)]}

    def test_order_and_version(self, store: Store) -> None:
        version = self.keep_version(store)
        claims = [
            make_claim(version, subject=subject, field=field, start=start)
            for subject in ("deal:0", "names:0")
            for field in ("amount", "company")
            for start in (2, 10)
        ]
        other = make_claim(version, extractor_version="2")
        store.add_claims([*claims[::-1], other])
        assert store.claims([version, "unknown"], "1") == {version: claims}
        assert store.claims([version], "2") == {version: [other]}

    @settings(max_examples=25, deadline=None)
    @given(data=st.data())
    def test_neither_order_nor_repetition_matters(self, new_store: NewStore, data: st.DataObject) -> None:
        one, other = new_store(), new_store()
        version = self.keep_version(one)
        self.keep_version(other)
        claim = st.builds(
            make_claim,
            st.just(version),
            st.sampled_from(["company", "amount"]),
            subject=st.sampled_from(["deal:0", "deal:1"]),
            start=st.integers(0, 3),
        )
        claims: list[Claim] = data.draw(st.lists(claim, max_size=12))
        one.add_claims(claims)
        for each in data.draw(st.permutations(claims + claims)):
            other.add_claims([each])
        assert one.claims([version], "1") == other.claims([version], "1")
        assert one.counts() == other.counts()
        one.close()
        other.close()


class TestJudgements:
    def test_by_time_with_undone_and_undoing(self, store: Store) -> None:
        first = make_judgement("z", value={"value": 5})
        second = make_judgement("a", a="z", b="", verdict=Verdict.UNDO, at=NOON + HOUR)
        for judgement in (second, first, first):
            store.add_judgement(judgement)
        assert store.judgements() == [first, second]


class TestRejected:
    def test_once_for_each_and_the_latest_first(self, store: Store) -> None:
        early, late = Rejected("read", "a.html", "empty"), Rejected("read", "b.html", "too long")
        store.add_rejected([early], NOON)
        store.add_rejected([late, Rejected("read", "a.html", "other words")], NOON + HOUR)
        assert store.rejections() == [(late, NOON + HOUR), (early, NOON)]


def test_a_naive_moment_is_taken_for_utc(store: Store) -> None:
    document = make_document(fetched_at=NOON.replace(tzinfo=None))
    store.add_documents([document])
    kept = store.document(document.digest)
    assert kept is not None
    assert kept.fetched_at == NOON


@pytest.mark.parametrize(
    ("far", "kept"),
    [
        (datetime.min.replace(tzinfo=timezone(8 * HOUR)), datetime.min.replace(tzinfo=UTC)),
        (datetime.max.replace(tzinfo=timezone(-8 * HOUR)), datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_a_moment_off_the_calendar_stays_at_its_end(store: Store, far: datetime, kept: datetime) -> None:
    document = make_document()
    keep(store, [make_article(document=document, published=far)], [document])
    assert store.articles(["article-1"])["article-1"].published == kept
