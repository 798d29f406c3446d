from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealwire.core.trends import TrendFilter
from dealwire.ports import Store
from tests.factories import make_mention, make_organisation, make_row, make_story

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def test_topics_by_day_among_the_articles_wanted(store: Store) -> None:
    store.replace_topics({"a": (MONDAY, ["ai"]), "b": (MONDAY, ["policy"]), "c": (FRIDAY, [])})
    store.replace_topics({"b": (MONDAY, ["policy", "ai"])})
    assert store.topics_of(["a", "b", "c", "d"]) == {"a": ["ai"], "b": ["ai", "policy"], "c": []}
    assert store.topic_days(TrendFilter()) == [
        (MONDAY, "", 2), (MONDAY, "ai", 2), (MONDAY, "policy", 1), (FRIDAY, "", 1),
    ]  # fmt: skip
    assert store.topic_days(TrendFilter(topics=("ai", "policy"))) == [
        (MONDAY, "", 1), (MONDAY, "ai", 1), (MONDAY, "policy", 1),
    ]  # fmt: skip
    assert store.topic_days(TrendFilter(since=FRIDAY)) == [(FRIDAY, "", 1)]
    assert store.topic_days(TrendFilter(topics=("ai",), until=date(2026, 3, 1))) == []


ABOUT = st.dictionaries(
    st.sampled_from("abcd"), st.tuples(st.sampled_from([MONDAY, FRIDAY]), st.sets(st.sampled_from(["ai", "chips"])))
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ABOUT, st.sets(st.sampled_from("abcd")))))
def test_what_is_counted_as_articles_come_is_what_there_is(
    store: Store, steps: list[tuple[dict[str, tuple[date, set[str]]], set[str]]]
) -> None:
    held: dict[str, tuple[date, set[str]]] = {}
    store.replace_topics({}, "abcd")
    for articles, gone in steps:
        store.replace_topics(articles, gone - articles.keys())
        held = {key: its for key, its in (held | articles).items() if key in articles or key not in gone}
    for topic in ("", "ai", "chips"):
        among = [(day, its) for day, its in held.values() if not topic or topic in its]
        counted = Counter((day, what) for day, its in among for what in {"", *its})
        wanted = TrendFilter(topics=(topic,) if topic else ())
        assert store.topic_days(wanted) == sorted((day, what, n) for (day, what), n in counted.items())


def test_organisations_each_article_once(store: Store) -> None:
    store.replace_topics({"a": (MONDAY, ["ai"]), "b": (FRIDAY, [])})
    store.replace_article_views("a", [], [make_mention("a", "Acme"), make_mention("a", "Acme Inc")], [])
    store.replace_article_views("b", [], [make_mention("b", "Acme")], [])
    key = make_mention("a", "Acme").key
    acme = replace(make_organisation(), keys=(key, make_mention("a", "Acme Inc").key))
    store.replace_organisations([], [acme])
    assert store.most_mentioned(TrendFilter()) == [(acme.id, 2)]
    assert store.most_mentioned(TrendFilter(since=FRIDAY)) == [(acme.id, 1)]
    assert store.most_mentioned(TrendFilter(topics=("ai",)), 1) == [(acme.id, 1)]
    assert store.most_mentioned(TrendFilter(), 0) == []
    assert store.topic_days(TrendFilter(names=(key,), since=FRIDAY)) == [(FRIDAY, "", 1)]
    assert store.topic_days(TrendFilter(names=("nobody",))) == []


def test_money_by_day_and_kind_of_deals_that_are_news(store: Store) -> None:
    row = replace(make_row(), announced_on=MONDAY, usd=5e6)
    store.replace_deals([], [row], {})
    store.replace_topics({row.deal.articles[0]: (MONDAY, ["ai"])})
    kind = str(row.deal.kind)
    assert store.money_days(TrendFilter()) == [(MONDAY, kind, 1, 5e6)]
    assert store.money_days(TrendFilter(topics=("ai",), since=MONDAY)) == [(MONDAY, kind, 1, 5e6)]
    assert store.money_days(TrendFilter(topics=("policy",))) == []
    assert store.money_days(TrendFilter(until=date(2026, 3, 1))) == []


def test_stories_told_by_a_time_and_not_long_before(store: Store) -> None:
    day = [datetime(2026, 3, n, tzinfo=UTC) for n in range(1, 10)]
    old = replace(make_story("s1", "a"), firsts=(day[0],), last=day[1])
    long = replace(make_story("s2", "b"), firsts=(day[0], day[5]), last=day[8])
    store.replace_stories([], [old, long])
    assert store.stories_at(day[3], day[0]) == [old, long]
    assert store.stories_at(day[5], day[2]) == [long]
    assert store.stories_at(datetime(2026, 2, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)) == []
