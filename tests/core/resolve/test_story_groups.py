"""Headlines of one event come together, in any order and in portions of any size, and templates tie nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.resolve import story_board, story_groups
from dealwire.core.resolve.components import group
from dealwire.core.resolve.stories import SAME_EVENT, event_links, headline
from dealwire.core.resolve.story_board import Memory, Pair
from dealwire.core.resolve.story_groups import Headline
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
HEADLINES = [
    story_groups.headline(key, minute * 37, terms(title)) for minute, (key, title) in enumerate(TITLES.items())
]


class Live:
    """Headlines that come and go, with the ties that they have at any time."""

    def __init__(self) -> None:
        self.board = Memory()
        self.ties: dict[Pair, float] = {}

    def update(self, coming: Iterable[Headline], gone: Iterable[str] = ()) -> None:
        changed = story_board.update(self.board, coming, gone)
        self.ties = {pair: score for pair, score in self.ties.items() if not changed.of & set(pair)}
        self.ties |= changed.pairs


def grouped(headlines: list[Headline], portion: int = 1) -> list[tuple[str, ...]]:
    live = Live()
    for start in range(0, len(headlines), portion):
        live.update(headlines[start : start + portion])
    return group([one.key for one in headlines], sorted(live.ties))


def test_reports_of_one_event_are_one_group_in_english_and_chinese() -> None:
    found = grouped(HEADLINES)
    assert ("a1", "a2", "a3", "a4") in found
    assert ("b1", "b2", "b3") in found
    assert ("c1", "c2", "c3") in found


def test_the_words_of_a_kind_of_news_tie_nothing() -> None:
    found = grouped(HEADLINES)
    assert {("d1",), ("d2",), ("e1",), ("e2",)} <= set(found)


def test_the_same_words_long_after_are_another_event() -> None:
    now, later = (story_groups.headline(key, at, terms(TITLES["a1"])) for key, at in (("a", 0), ("b", 5 * DAY)))
    assert grouped([now, later]) == [("a",), ("b",)]
    assert grouped([now, Headline("b", DAY // 2, now.terms)]) == [("a", "b")]


def test_texts_of_one_mould_make_no_story_without_an_end() -> None:
    mould = terms("Harbour index closes higher on Tuesday")
    daily = [Headline(f"{day:03}", day * DAY, story_groups.headline("", 0, mould).terms) for day in range(90)]
    sizes = [len(keys) for keys in grouped(daily)]
    assert sum(sizes) == 90
    assert max(sizes) * DAY <= story_groups.CHAPTER


def test_an_article_without_a_title_is_alone() -> None:
    blanks = [story_groups.headline("a", 0, terms("")), story_groups.headline("b", 0, terms("The"))]
    assert grouped(blanks) == [("a",), ("b",)]


@settings(max_examples=60, deadline=None)
@given(st.permutations(HEADLINES), st.integers(1, len(HEADLINES)))
def test_order_and_portions_change_nothing(headlines: list[Headline], portion: int) -> None:
    assert grouped(headlines, portion) == grouped(HEADLINES, len(HEADLINES))


MADE = st.builds(
    lambda key, minute, said: story_groups.headline(key, minute, terms(" ".join(said))),
    st.sampled_from([f"k{n}" for n in range(12)]),
    st.integers(0, 6 * DAY),
    st.lists(st.sampled_from(["harbour", "willow", "ardal", "norrby", "raises", "volcano", "deal", "20m"]), max_size=5),
)


@pytest.mark.parametrize("crowded", [story_groups.CROWDED, 2])
@settings(max_examples=150, deadline=None)
@given(
    steps=st.lists(st.tuples(st.lists(MADE, max_size=5), st.lists(st.sampled_from(["k0", "k1", "k2"]), max_size=2))),
    nearest=st.sampled_from([1, 2, story_groups.NEAREST]),
    ties=st.sampled_from([1, story_groups.TIES]),
)
def test_live_is_batch_whatever_is_changed_or_taken_out(
    crowded: int, nearest: int, ties: int, steps: list[tuple[list[Headline], list[str]]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story_board, "CROWDED", crowded)
        patch.setattr(story_groups, "NEAREST", nearest)
        patch.setattr(story_board, "TIES", ties)
        live, left = Live(), dict[str, Headline]()
        for coming, gone in steps:
            left = {key: one for key, one in left.items() if key not in gone} | {one.key: one for one in coming}
            live.update(coming, gone)
        batch = Live()
        batch.update(left.values())
        assert live.ties == batch.ties
        assert live.board.nearest(left) == batch.board.nearest(left)


def test_ties_become_links_of_articles() -> None:
    links = event_links({("a", "b"): 0.71234, ("a", "c"): 0.5})
    assert [(one.a, one.b, one.rule, one.score) for one in links] == [
        ("a", "b", SAME_EVENT, 0.7123),
        ("a", "c", SAME_EVENT, 0.5),
    ]
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
