from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.model import Article, Role
from dealwire.ports import Hit, Store
from dealwire.stores import sqlite
from tests.factories import make_article, make_deal, make_document, make_organisation, make_row
from tests.stores.conftest import NewStore


def index(store: Store, *articles: Article) -> None:
    with store.transaction():
        store.add_documents([make_document()])
        store.add_articles(articles)
        store.index(articles)


def found(store: Store, query: str) -> list[str]:
    return [hit.id for hit in store.search(query)]


ZH = make_article(
    "zh", "智谱完成新一轮融资", "北京智谱华章科技（Zhipu AI）获4亿元投资，由某基金领投。", lang="zh", part=1
)
EN = make_article("en", "Café Nöbel raises $5M", 'The "maker" of espresso robots said AT&T\'s fund led.', part=2)


@pytest.mark.parametrize(
    "query",
    [
        "智谱",
        "融资",
        "谱",
        "资",
        "谱华章",
        "新一轮",
        "完成 智谱",
        "zhipu",
        "Zhipu AI",
        "4亿元",
        '"华章科技"',
        "智谱 AI",
        "（Zhipu",
    ],
)
def test_chinese_is_found_by_any_part(store: Store, query: str) -> None:
    index(store, ZH, EN)
    assert found(store, query) == ["zh"]


@pytest.mark.parametrize("query", ["智华", "资融", "谱智", "融资 espresso"])
def test_what_does_not_stand_there_is_not_found(store: Store, query: str) -> None:
    index(store, ZH, EN)
    assert found(store, query) == []


@pytest.mark.parametrize(
    "query", ["cafe", "CAFÉ nobel", "espresso robots", '"espresso robots"', "at&t's", "$5M", "robots maker"]
)
def test_english_is_found_by_words_in_any_case_and_without_accents(store: Store, query: str) -> None:
    index(store, ZH, EN)
    assert found(store, query) == ["en"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        '""',
        '"""',
        "&&",
        "AND",
        "NOT x",
        "a OR",
        "NEAR(",
        "title:x",
        "*",
        "x*",
        "-x",
        "^",
        "(",
        "\0",
        "\ud800",
    ],
)
def test_no_query_is_an_error(store: Store, query: str) -> None:
    index(store, EN)
    assert found(store, query) == []


@pytest.fixture(scope="module")
def empty(new_store: NewStore) -> Store:
    return new_store()


@settings(max_examples=200, deadline=None)
@given(query=st.text(max_size=80))
def test_no_text_is_an_error(empty: Store, query: str) -> None:
    assert empty.search(query) == []


def test_a_snippet_is_the_original_text_with_the_found_words_marked(store: Store) -> None:
    index(store, ZH, EN)
    assert store.search("华章")[0].snippet == "北京智谱«华章»科技（Zhipu AI）获4亿元投资，由某基金领投。"
    assert store.search("robots")[0].snippet == 'The "maker" of espresso «robots» said AT&T\'s fund led.'


def test_a_long_text_gives_a_short_snippet(store: Store) -> None:
    index(store, make_article(text="word " * 5000 + "needle " + "word " * 5000))
    snippet = store.search("needle")[0].snippet
    assert "«needle»" in snippet
    assert len(snippet) < 500


def test_a_title_counts_more_than_a_text(store: Store) -> None:
    index(
        store, make_article("a", "Other", "robots robots", part=1), make_article("b", "Robots", "other other", part=2)
    )
    assert found(store, "robots") == ["b", "a"]


def test_an_edited_article_leaves_no_ghost(store: Store) -> None:
    index(store, make_article("a", "Old title", "old text", part=1))
    index(store, make_article("a", "New title", "new text", part=2))
    assert found(store, "old") == []
    assert store.search("new")[0].title == "New title"
    assert {what: well for what, well, _ in store.checks()}["search"]


def test_a_deal_is_found_by_parties_other_names_and_labels(store: Store) -> None:
    deal = make_deal("d", "Acme", ("Fern Capital", Role.LEAD), fields={"round": "series_a", "round_label": "Pre-A+轮"})
    store.replace_deals([], [make_row(deal)], {"d": ["Acme Holdings", "蕨资本"]})
    for query in ("acme", "fern", "holdings", "蕨", "series a", "pre-a", "A+轮", "funding round", "announced"):
        assert found(store, query) == ["d"], query
    hit = store.search("蕨资本")[0]
    assert (hit.what, hit.title, "«蕨资本»" in hit.snippet) == ("deal", "Acme", True)


def test_an_organisation_is_found_by_every_name(store: Store) -> None:
    store.replace_organisations([], [make_organisation("o", "智谱", "Zhipu AI")])
    assert found(store, "zhipu") == found(store, "智") == ["o"]


def test_the_limit_and_the_order_of_equals(store: Store) -> None:
    articles = [make_article(f"k{n}", document=make_document(), part=n) for n in range(30)]
    index(store, *articles[::-1])
    hits = store.search("orchid", limit=5)
    assert [hit.id for hit in hits] == ["k0", "k1", "k10", "k11", "k12"]
    assert all(isinstance(hit, Hit) and hit.score > 0 for hit in hits)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_neither_order_nor_repetition_matters(new_store: NewStore, data: st.DataObject) -> None:
    articles = [make_article(f"k{n}", f"Robots {n}", "word " * n + "智谱", part=n) for n in range(6)]
    one, other = new_store(), new_store()
    index(one, *articles)
    for article in data.draw(st.permutations(articles + articles[:2])):
        index(other, article)
    assert one.search("robots") == other.search("robots")
    assert one.search("智谱") == other.search("智谱")
    one.close()
    other.close()


def test_of_a_common_word_the_newest_are_found_and_names_beside_them(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "RANKED", 5)
    with store.transaction():
        store.replace_deals((), [make_row(make_deal("d-1", "Tidewell Bank"))], {})
    index(store, *(make_article(f"a{n:02}", f"Tidewell lends, part {n}", "A bank.", part=n) for n in range(20)))
    assert {hit.id for hit in store.search("tidewell", 5, "article")} == {f"a{n:02}" for n in range(15, 20)}
    assert [hit.id for hit in store.search("tidewell", 5, "deal")] == ["d-1"]
    assert {hit.what for hit in store.search("tidewell", 5)} == {"article", "deal"}


def test_of_a_common_word_titles_come_first_then_the_newest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "RANKED", 8)
    told = [("Harbour loans", "Of tidewell.") if n % 3 else ("Tidewell lends", "Of loans.") for n in range(20)]
    index(store, *(make_article(f"a{n:02}", title, text, part=n) for n, (title, text) in enumerate(told)))
    hits = store.search("tidewell", 6, "article")
    assert [hit.id for hit in hits] == ["a18", "a15", "a12", "a19", "a17", "a16"]
    assert all("«" in hit.snippet for hit in hits)
    assert [hit.id for hit in store.search("tidewell loans", 2, "article")] == ["a19", "a18"]
    assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]
