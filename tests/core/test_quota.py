"""Quotas let pass so many requests at once, then evenly, and never more than they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.quota import Quota, take

QUOTA = Quota("address", 60, 60)


def test_a_quota_may_be_taken_at_once_and_comes_back_evenly() -> None:
    until = 0.0
    left: list[int] = []
    for _ in range(60):
        taken = take(QUOTA, until, 1000.0)
        assert taken.passes
        until = taken.until
        left.append(taken.remaining)
    assert left == list(range(59, -1, -1))
    over = take(QUOTA, until, 1000.0)
    assert (over.passes, over.wait, over.whole) == (False, 1, 60)
    assert not take(QUOTA, over.until, 1000.9).passes
    again = take(QUOTA, over.until, 1001.0)
    assert (again.passes, again.remaining) == (True, 0)
    assert take(QUOTA, again.until, 1031.5).remaining == 29


def test_who_was_turned_away_may_pass_after_the_wait_that_was_told() -> None:
    slow = Quota("key", 2, 60)
    until = take(slow, take(slow, 0.0, 50.0).until, 50.0).until
    over = take(slow, until, 51.0)
    assert (over.passes, over.wait) == (False, 29)
    assert take(slow, over.until, 51.0 + over.wait).passes


@given(
    requests=st.integers(1, 1000),
    seconds=st.integers(1, 3600),
    steps=st.lists(st.floats(0, 100, allow_nan=False), min_size=1, max_size=200),
)
def test_no_stretch_of_time_lets_more_pass_than_the_quota_and_what_came_back(
    requests: int, seconds: int, steps: list[float]
) -> None:
    quota, now, until, passed = Quota("address", requests, seconds), 0.0, 0.0, 0
    for step in steps:
        now += step
        taken = take(quota, until, now)
        until, passed = taken.until, passed + taken.passes
        assert 0 <= taken.remaining < requests
        assert taken.passes == (taken.wait == 0)
    assert passed <= requests * (1 + now / seconds) + 1e-6
