from __future__ import annotations

from dealwire.ports import DealFilter, Store
from tests.factories import (
    NOON,
    make_article,
    make_claim,
    make_document,
    make_judgement,
    make_link,
    make_mention,
    make_organisation,
    make_pair,
    make_report,
    make_row,
    make_story,
)


def stock(store: Store) -> None:
    article = make_article()
    with store.transaction():
        store.add_documents([make_document()])
        store.add_articles([article])
        store.add_claims([make_claim(article.version)])
        store.add_judgement(make_judgement())
        store.replace_article_views(
            article.key, [make_report()], [make_mention(article.key, "Acme")], [("a", "b", make_pair())]
        )
        store.add_names({"acme": ["ac"]})
        store.add_name_links([make_link("acme", "birch")])
        store.replace_organisations([], [make_organisation()])
        store.replace_deals([], [make_row()], {})
        store.replace_signatures({article.key: [1, 2]})
        store.replace_stories([], [make_story()])
        store.index([article])


def test_settings(store: Store) -> None:
    assert store.setting("as_of") is None
    store.set_setting("as_of", NOON.isoformat())
    store.set_setting("as_of", "2026-01-01")
    assert store.setting("as_of") == "2026-01-01"
    store.set_setting("as_of", None)
    assert store.setting("as_of") is None


def test_counts(store: Store) -> None:
    stock(store)
    assert store.counts() == {
        "documents": 1,
        "articles": 1,
        "claims": 1,
        "judgements": 1,
        "rejected": 0,
        "reports": 1,
        "names": 1,
        "organisations": 1,
        "deals": 1,
        "stories": 1,
    }


def test_views_are_forgotten_and_facts_stay(store: Store) -> None:
    stock(store)
    store.clear_views()
    kept = {what: number for what, number in store.counts().items() if number}
    assert kept == {"documents": 1, "articles": 1, "claims": 1, "judgements": 1}
    assert store.search("orchid") == []
    assert list(store.deals(DealFilter())) == []
    assert store.band_neighbours([1, 2]) == {}
    assert store.mentions(["acme"]) == {}
    assert store.name_links(["acme"]) == []


def test_views_can_be_made_again_after_they_were_forgotten(store: Store) -> None:
    stock(store)
    before = store.counts(), store.search("orchid")
    store.clear_views()
    stock(store)
    assert (store.counts(), store.search("orchid")) == before


def test_a_sound_store_is_well(store: Store) -> None:
    stock(store)
    checks = store.checks()
    assert {"schema", "integrity", "references", "journal", "search", "disk"} <= {what for what, _, _ in checks}
    assert [what for what, well, _ in checks if not well] == []
