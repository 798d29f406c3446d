"""Articles of one event are one story, whatever the order in which they came."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dealwire.core.resolve.shingles import BANDS, bands, likeness, shingles
from dealwire.core.resolve.stories import (
    beside,
    cluster,
    compared,
    deal_links,
    duplicate_link,
    led,
    near_duplicate,
    origin_times,
    record_links,
    signature,
    telling,
)
from dealwire.model import StoryLink, Telling, Verdict
from tests.core.resolve.making import article, judgement, on, undo

WORDS = [
    "harbour",
    "willow",
    "raises",
    "money",
    "for",
    "its",
    "new",
    "engine",
    "of",
    "growth",
    "after",
    "a",
    "long",
    "winter",
    "in",
    "which",
    "few",
    "deals",
    "were",
    "made",
]


def text(seed: int, words: int = 120, changed: int = 0) -> str:
    rng = random.Random(seed)
    made = [f"{rng.choice(WORDS)}{rng.randrange(60)}" for _ in range(words)]
    for n in range(changed):
        made[(n * 37) % words] = f"changed{n}"
    return " ".join(made)


def test_a_copy_with_small_changes_shares_a_band_and_links() -> None:
    a, b = article("a", text=text(1)), article("b", "2025-03-06", text=text(1, changed=6))
    assert {near for band in signature(a) for near in beside(band)} & set(signature(b))
    assert near_duplicate(a, b) > 0.7
    link = duplicate_link(b, a)
    assert link is not None
    assert (link.a, link.b, link.rule) == ("a", "b", "near-duplicate")


@given(st.datetimes(timezones=st.just(UTC)), st.integers(0, 14 * 24 * 60))
def test_bands_of_one_text_lie_beside_each_other_within_a_fortnight(at: datetime, minutes: int) -> None:
    assume(at < datetime(9999, 12, 1, tzinfo=UTC))
    first = replace(article("a", text=text(1)), published=at)
    later = replace(first, key="b", published=at + timedelta(minutes=minutes))
    assert {near for band in signature(first) for near in beside(band)} >= set(signature(later))
    assert {near for band in signature(later) for near in beside(band)} >= set(signature(first))


def test_bands_of_one_text_lie_apart_after_four_weeks() -> None:
    first, later = article("a", "2025-03-01", text=text(1)), article("b", "2025-03-29", text=text(1))
    assert not {near for band in signature(first) for near in beside(band)} & set(signature(later))


def test_a_crowd_is_compared_with_the_first_of_its_fortnight_and_of_those_beside_it() -> None:
    at = 100 << 48
    before, own, after = beside(at)
    assert own == at
    far = beside(after)[2]
    lying = {before: ["b1", "b2", "b3", "b4"], own: ["a", "c", "d", "m"], after: ["n1"], far: ["z"]}
    assert compared({"m": [own]}, lying) == {
        ("b1", "m"),
        ("b2", "m"),
        ("b3", "m"),
        ("a", "m"),
        ("c", "m"),
        ("d", "m"),
        ("m", "n1"),
    }
    assert compared({"a": [own]}, lying) == {("a", other) for other in ("b1", "b2", "b3", "b4", "c", "d", "m", "n1")}
    assert led(lying, [own, after, 5]) == {own: {"a", "c", "d"}, after: {"n1"}, 5: set()}


def test_other_texts_do_not_link() -> None:
    a, b = article("a", text=text(1)), article("b", text=text(2))
    assert not {near for band in signature(a) for near in beside(band)} & set(signature(b))
    assert duplicate_link(a, b) is None


def test_the_same_title_over_another_text_is_no_duplicate() -> None:
    a, b = article("a", title="Week in review", text=text(1)), article("b", title="Week in review", text=text(2))
    assert duplicate_link(a, b) is None


def test_a_text_printed_again_much_later_is_another_event() -> None:
    a, b = article("a", "2025-03-04", text=text(1)), article("b", "2025-05-04", text=text(1))
    assert duplicate_link(a, b) is None
    assert duplicate_link(a, a) is None


def test_chinese_texts_meet_by_characters() -> None:
    first = "海港科技今日宣布完成新一轮融资，本轮由柳树资本领投，资金将用于研发下一代引擎。" * 3
    second = first.replace("今日", "昨日")
    assert set(bands(first)) & set(bands(second))
    assert likeness(first, second) > 0.7
    assert likeness(first, "柳树公司发布了全新的产品路线图，并邀请开发者参加大会。" * 3) < 0.1


@pytest.mark.parametrize("content", ["", "!!!", " \n "])
def test_an_empty_text_has_no_bands(content: str) -> None:
    assert bands(content) == ()
    assert likeness(content, content) == 0.0


@given(st.text(max_size=400))
def test_bands_are_fit_for_a_database(content: str) -> None:
    made = bands(content)
    assert len(made) in (0, BANDS)
    assert all(0 <= band < 2**63 for band in made)
    assert bands(content) == made
    assert bool(made) is bool(shingles(content))


def test_the_news_of_one_deal_is_linked_to_the_earliest() -> None:
    times = {
        "b": on("2025-03-05"),
        "a": on("2025-03-04"),
        "late": on("2025-06-01"),
        "later": on("2025-06-02"),
        "many": on("2025-03-06"),
    }
    found = deal_links("d-1", times, {"many": 3, "a": 1})
    assert {(one.a, one.b) for one in found} == {("a", "b"), ("late", "later")}
    assert {one.via for one in found} == {"d-1"}


def test_a_record_ties_its_articles() -> None:
    assert [(one.a, one.b) for one in record_links("r", ["c", "a", "b", "a"])] == [("a", "b"), ("a", "c")]
    assert record_links("r", []) == ()
    assert record_links("r", ["a"]) == ()


ARTICLES = [
    article(key, f"2025-03-{day:02}", title=f"Title {key}", text=text(day)) for day, key in enumerate("fedcba", 1)
]
LINKS = [
    StoryLink("e", "f", "same deal", 1.0, "d"),
    StoryLink("d", "e", "near-duplicate", 0.8),
    StoryLink("a", "b", "same record", 1.0, "r"),
]


TELLINGS = [telling(one) for one in ARTICLES]


def keys(stories: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return sorted(stories)


def test_links_make_stories_and_a_person_unmakes_them() -> None:
    assert [one.articles for one in cluster(TELLINGS, LINKS)] == [("f", "e", "d"), ("c",), ("b", "a")]
    apart = judgement("1", "article", "e", "f", Verdict.DIFFERENT)
    joined = judgement("2", "article", "c", "a", Verdict.SAME)
    found = [one.articles for one in cluster(TELLINGS, LINKS, [apart, joined])]
    assert found == [("f",), ("e", "d"), ("c", "b", "a")]
    assert cluster(TELLINGS, LINKS, [apart, joined, undo("3", "1"), undo("4", "2")]) == cluster(TELLINGS, LINKS)


def test_the_title_is_that_of_the_best_article() -> None:
    poor, good = (
        article("a", title="Short one", text="Brief."),
        article("b", "2025-03-09", title="A full report of it", text=text(3)),
    )
    link = StoryLink("a", "b", "same deal")
    assert cluster([telling(poor), telling(good)], [link])[0].title == "A full report of it"
    assert cluster([telling(poor), telling(replace(good, quality=1))], [link])[0].title == "Short one"


def test_origins_are_independent_texts() -> None:
    copies = [("d", "e")]
    assert len(origin_times(TELLINGS, copies)) == 5
    same_paper = [replace(one, publisher=TELLINGS[0].publisher or "harbourpost.example") for one in TELLINGS]
    assert len(origin_times(same_paper, [])) == 1


def test_heat_grows_with_origins_and_cools_with_time() -> None:
    (story, *_) = cluster(TELLINGS[:3], LINKS, at=on("2025-03-03"))
    (cooled, *_) = cluster(TELLINGS[:3], LINKS, at=on("2025-03-20"))
    (single, *_) = cluster(TELLINGS[:1], [], at=on("2025-03-03"))
    assert story.heat > single.heat > 0
    assert cooled.heat < story.heat
    assert story.origins == 2


@settings(max_examples=60)
@given(st.permutations(TELLINGS), st.permutations(LINKS))
def test_the_order_of_arrival_changes_nothing(articles: list[Telling], links: list[StoryLink]) -> None:
    assert cluster(articles, links) == cluster(TELLINGS, LINKS)
    assert cluster(articles + articles, links + links) == cluster(TELLINGS, LINKS)


@settings(max_examples=60)
@given(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]))
def test_a_judgement_undone_leaves_no_trace(a: str, b: str, verdict: Verdict) -> None:
    said = judgement("1", "article", a, b, verdict)
    assert cluster(TELLINGS, LINKS, [said, undo("2", "1")]) == cluster(TELLINGS, LINKS)
