from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dealwire.ports import Store
from tests.factories import NOON, make_article, make_document

HOUR = timedelta(hours=1)


def test_those_read_before_come_by_the_reader_and_then_by_time_and_may_be_noted_meanwhile(store: Store) -> None:
    documents = [make_document(str(n).encode(), fetched_at=NOON - n * HOUR) for n in range(100)]
    store.add_documents(documents, 1)
    late = make_document(b"late", fetched_at=NOON)
    store.add_documents([late])
    seen = []
    for document in store.documents_read_before(2):
        store.note_reader([document.digest], 2)
        seen.append(document)
    assert seen == [late, *reversed(documents)]
    assert list(store.documents_read_before(2)) == []
    assert store.count_read_before(2) == 0


def test_since_a_time_and_forgotten_since(store: Store) -> None:
    documents = [make_document(str(n).encode(), fetched_at=NOON + n * HOUR) for n in range(4)]
    store.add_documents(documents, 2)
    assert store.count_read_before(2) == 0
    store.forget_readers(NOON + 2 * HOUR)
    assert list(store.documents_read_before(2)) == documents[2:]
    assert list(store.documents_read_before(2, NOON + 3 * HOUR)) == documents[3:]
    assert store.count_read_before(2, NOON + 3 * HOUR) == 1
    store.forget_readers()
    assert list(store.documents_read_before(2)) == documents


def test_a_document_that_comes_again_keeps_its_reader(store: Store) -> None:
    store.add_documents([make_document()], 1)
    store.add_documents([make_document()], 2)
    assert store.count_read_before(2) == 1


def test_sightings_say_what_each_document_says_and_are_replaced_whole(store: Store) -> None:
    one, other = make_document(b"one"), make_document(b"other")
    told = [
        make_article("k", document=one, draft=True),
        make_article("l", document=one, part=1, record="r"),
        make_article("k", document=other),
    ]
    store.add_documents([one, other])
    store.add_articles(told)
    assert store.sightings([one.digest, other.digest, "none"]) == {one.digest: told[:2], other.digest: told[2:]}
    assert store.sightings_under(["k", "m"]) == {"k": sorted((told[0], told[2]), key=lambda a: a.document)}
    assert not store.articles(["k"])["k"].draft  # what speaks for the key is another question
    better = replace(told[1], title="Better", version="b")
    store.replace_sightings([one.digest], [better])
    assert store.sightings([one.digest, other.digest]) == {one.digest: [better], other.digest: told[2:]}
    assert store.articles(["k", "l"]) == {"k": told[2], "l": better}
