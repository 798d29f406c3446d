"""Headlines of one event come together, in any order and in portions of any size, and templates tie nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.resolve.stories import SAME_EVENT, event_links, headline
from dealwire.core.resolve.story_groups import Headline, StoryGroups
from dealwire.core.resolve.story_words import LONGEST, stem, terms, words
from tests.core.resolve.making import article

DAY = 24 * 60
TITLES = {
    "a1": "Harbour Robotics to buy Willow Sensors for $1.8 billion",
    "a2": "Harbour Robotics buys Willow Sensors in $1.8bn deal",
    "a3": "Willow Sensors sold to Harbour Robotics",
    "a4": "Why Harbour Robotics wants Willow Sensors",
    "b1": "Volcano on Mount Ardal erupts, flights to Norrby cancelled",
    "b2": "Ardal volcano eruption: Norrby flights cancelled",
    "b3": "Thousands stranded in Norrby as Ardal volcano erupts",
    "c1": "海港科技完成两亿元B轮融资，柳树资本领投",
    "c2": "柳树资本领投，机器人公司海港科技获两亿元B轮融资",
    "c3": "海港科技宣布完成B轮融资，金额两亿元",
    "d1": "Pinewood raises $20M Series B",
    "d2": "Quillon raises $20M Series B",
    "e1": "青禾医疗完成数千万元天使轮融资",
    "e2": "远帆芯片完成数千万元天使轮融资",
}
HEADLINES = [Headline(key, minute * 37, terms(title)) for minute, (key, title) in enumerate(TITLES.items())]


def grouped(headlines: list[Headline], portion: int = 1) -> list[tuple[str, ...]]:
    groups = StoryGroups()
    for start in range(0, len(headlines), portion):
        groups.update(headlines[start : start + portion])
    return groups.groups()


def test_reports_of_one_event_are_one_group_in_english_and_chinese() -> None:
    found = grouped(HEADLINES)
    assert ("a1", "a2", "a3", "a4") in found
    assert ("b1", "b2", "b3") in found
    assert ("c1", "c2", "c3") in found


def test_the_words_of_a_kind_of_news_tie_nothing() -> None:
    found = grouped(HEADLINES)
    assert {("d1",), ("d2",), ("e1",), ("e2",)} <= set(found)


def test_the_same_words_long_after_are_another_event() -> None:
    now, later = Headline("a", 0, terms(TITLES["a1"])), Headline("b", 5 * DAY, terms(TITLES["a1"]))
    assert grouped([now, later]) == [("a",), ("b",)]
    assert grouped([now, Headline("b", DAY, now.terms)]) == [("a", "b")]


def test_an_article_without_a_title_is_alone() -> None:
    assert grouped([Headline("a", 0, terms("")), Headline("b", 0, terms("The"))]) == [("a",), ("b",)]


@settings(max_examples=60, deadline=None)
@given(st.permutations(HEADLINES), st.integers(1, len(HEADLINES)))
def test_order_and_portions_change_nothing(headlines: list[Headline], portion: int) -> None:
    assert grouped(headlines, portion) == grouped(HEADLINES, len(HEADLINES))


MADE = st.builds(
    lambda key, minute, said: Headline(key, minute, terms(" ".join(said))),
    st.sampled_from([f"k{n}" for n in range(12)]),
    st.integers(0, 6 * DAY),
    st.lists(st.sampled_from(["harbour", "willow", "ardal", "norrby", "raises", "volcano", "deal", "20m"]), max_size=5),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.lists(MADE, max_size=4), st.lists(st.sampled_from(["k0", "k1", "k2"]), max_size=2))))
def test_live_is_batch_whatever_is_changed_or_taken_out(steps: list[tuple[list[Headline], list[str]]]) -> None:
    live, left = StoryGroups(), dict[str, Headline]()
    for coming, gone in steps:
        before = {key: group for group in live.groups() for key in group}
        left = {key: one for key, one in left.items() if key not in gone} | {one.key: one for one in coming}
        changed = live.update(coming, gone)
        after = {key: group for group in live.groups() for key in group}
        assert {key for key in before | after if before.get(key) != after.get(key)} <= changed
    batch = StoryGroups()
    batch.update(left.values())
    assert live.groups() == batch.groups()
    assert sorted(key for group in live.groups() for key in group) == sorted(left)


def test_groups_become_links_of_articles() -> None:
    links = event_links(["c", "a", "b"])
    assert [(one.a, one.b, one.rule) for one in links] == [("a", "b", SAME_EVENT), ("a", "c", SAME_EVENT)]
    assert event_links(["a"]) == event_links([]) == ()
    later = headline(article("b", "2025-03-05", title="Harbour rises"))
    first = headline(article("a", "2025-03-04", title="Harbour rises"))
    assert later.minute - first.minute == DAY
    assert later.terms == first.terms


@pytest.mark.parametrize(
    ("one", "other"), [("acquires", "acquired"), ("companies", "company"), ("planned", "plans"), ("raising", "raise")]
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other) != stem("harbour")


def test_words_are_those_that_say_something() -> None:
    assert words("The Bank's new $1.8bn plan for 2026") == ["bank", "1.8bn", "plan", "2026"]
    assert words("海港科技 raises") == ["海港", "港科", "科技", stem("raises")]
    assert terms("Harbour raises")["harbour"] > terms("Harbour raises")[stem("raises")]
    assert len(words("x " * 10_000 + "word" * 1000)) <= LONGEST
