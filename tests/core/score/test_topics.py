"""Topics by words of the title and the beginning, in two languages, at little cost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.score.topic_words import TOPICS
from dealwire.core.score.topics import topics


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Veloria raises $20 million Series A for warehouse robots", "", {"funding", "robotics"}),
        ("Harbour Motors acquires a maker of electric vans", "", {"acquisition", "mobility"}),
        ("Regulators open an inquiry into language models", "", {"policy", "ai"}),
        ("Quillon names Ada Marsh as CEO after founder steps down", "", {"people"}),
        ("维洛利亚完成两亿元B轮融资，用于人形机器人", "", {"funding", "robotics"}),
        ("奎隆智能发布大模型新品", "", {"product", "ai"}),
        ("海港汽车一季度净利润同比增长两成", "", {"earnings", "mobility"}),
        ("监管部门就芯片出口管制征求意见", "", {"policy", "chips"}),
        ("A quiet day at the harbour", "Nothing much came to pass, and the ferry was late.", set()),
    ],
)
def test_what_a_title_is_about(title: str, text: str, expected: set[str]) -> None:
    assert topics(title, text) == expected


def test_a_text_without_a_title_is_sorted_by_its_first_sentence() -> None:
    assert "funding" in topics("", "Tarn Robotics raised $5m in Series A funding. The town is pleased.")


def test_a_word_far_below_counts_for_nothing() -> None:
    assert topics("Harbour news", "The ferry was late. " * 40 + "Lawsuit. Copyright. Court.") == set()


@given(st.text(max_size=200), st.text(max_size=600))
def test_topics_are_of_the_taxonomy(title: str, text: str) -> None:
    assert topics(title, text) <= {topic.name for topic in TOPICS}


@pytest.mark.parametrize("text", ["融" * 10**6, "a-" * 500_000, "raise " * 200_000, "$" * 10**6])
def test_a_hostile_text_costs_little(text: str) -> None:
    topics("", "")
    begun = time.process_time()
    topics(text, text)
    assert time.process_time() - begun < 0.2
