"""Copies by the dozen are compared with few of their kind, and with the same few in whatever order they come."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealwire.core.read import JSON_LINE
from dealwire.core.resolve import stories
from dealwire.model import Document
from tests.service.newsroom import document, fresh, take_in, views

WORDS = [f"word{n}" for n in range(40)]


def copy(name: str, changed: list[int], day: date = date(2025, 5, 1)) -> Document:
    words = [f"{name}{n}" if n in changed else word for n, word in enumerate(WORDS)]
    told = {"url": f"https://paper.example/{name}", "title": name, "text": " ".join(words), "published": str(day)}
    return document(json.dumps(told).encode(), JSON_LINE, name)


def printed(name: str) -> date:
    """Return another day for each name, over several fortnights."""
    return date(2025, 5, 1) + timedelta(days=int(name[1:]))


COPIES = st.dictionaries(
    st.integers(0, 30).map(lambda n: f"k{n}"), st.lists(st.integers(0, 39), max_size=12), min_size=6, max_size=14
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), COPIES, st.lists(st.integers(0, 39), max_size=30))
def test_a_crowd_of_copies_is_the_same_in_any_order(
    data: st.DataObject, crowd: dict[str, list[int]], edited: list[int]
) -> None:
    came = [copy(name, changed, printed(name)) for name, changed in crowd.items()]
    edit = copy(name := next(iter(crowd)), edited, printed(name))
    with pytest.MonkeyPatch.context() as patch, fresh() as live, fresh() as batch:
        patch.setattr(stories, "LEADERS", 2)
        take_in(live, [*([one] for one in data.draw(st.permutations(came))), [edit]])
        take_in(batch, [[*came, edit]])
        assert views(live)["links"] == views(batch)["links"]
        assert views(live)["stories"] == views(batch)["stories"]


def test_a_release_that_many_papers_print_is_one_story_by_few_links() -> None:
    with fresh() as store:
        take_in(store, [[copy(f"paper{n}", [n % 40]) for n in range(60)]])
        (story,) = store.stories()
        assert len(story.articles) == 60
        near = [one for one in store.story_links(story.articles) if one.rule == stories.NEAR_DUPLICATE]
        assert len(near) < 60 * 59 / 4


def test_copies_within_a_fortnight_are_found_wherever_its_days_lie() -> None:
    for first in range(14):
        day = date(2025, 5, 1) + timedelta(days=first)
        with fresh() as store:
            copies = [copy(f"k{late}", [late], day + timedelta(days=late)) for late in (0, 14, 29)]
            take_in(store, [[one] for one in copies])
            keys = {key for story in store.stories() for key in story.articles}
            near = [one for one in store.story_links(keys) if one.rule == stories.NEAR_DUPLICATE]
            assert len(near) == 1
