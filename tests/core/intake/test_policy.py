from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.intake import pace, policy
from dealwire.core.intake.policy import Found, after, brings, fresh, is_due
from dealwire.model.fetching import Answer, Failure, Trouble
from dealwire.model.sources import Health, NewsSource

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
URL = "https://fjordpost.example/feed.xml"
SOURCE = NewsSource("fjordpost", URL)
HEALTH = fresh(SOURCE, NOW)
NEWS = Found(new=3, deals=1)


def seconds(health: Health) -> float:
    return (health.due - NOW).total_seconds()


def visited(outcome: Answer | Failure, found: Found = NEWS, health: Health = HEALTH, now: datetime = NOW) -> Health:
    return after(SOURCE, health, outcome, found, now, "d1")


def test_a_new_source_is_due_at_once() -> None:
    assert is_due(HEALTH, NOW)
    assert not is_due(visited(Answer(URL, 200)), NOW)


def test_a_success_keeps_what_the_next_request_needs_and_counts() -> None:
    got = visited(Answer(URL, 200, etag='"1"', modified="m"))
    assert (got.etag, got.modified, got.digest, got.items, got.deals, got.visits) == ('"1"', "m", "d1", 3, 1, 1)
    again = visited(Answer(URL, 304), Found(), got)
    assert (again.etag, again.modified, again.digest, again.items, again.failures) == ('"1"', "m", "d1", 3, 0)
    dropped = visited(Answer(URL, 200), Found(), again)
    assert (dropped.etag, dropped.modified) == (None, None)


def test_the_same_body_under_an_etag_that_never_matches_is_nothing_new() -> None:
    assert brings(Answer(URL, 200), HEALTH, "d1")
    assert not brings(Answer(URL, 200), visited(Answer(URL, 200)), "d1")
    assert not brings(Answer(URL, 304), HEALTH, "d1")
    assert not brings(Failure(Trouble.TIMEOUT, "late"), HEALTH, "d1")


def test_news_quickens_and_silence_slows_within_bounds() -> None:
    busy = quiet = HEALTH
    for _ in range(30):
        busy, quiet = visited(Answer(URL, 200), NEWS, busy), visited(Answer(URL, 304), Found(), quiet)
    assert busy.pace == pace.SOONEST
    assert quiet.pace == pace.SELDOMEST
    assert 0.9 * pace.SOONEST <= seconds(busy) <= 1.1 * pace.SOONEST


def test_a_server_may_ask_to_be_visited_less() -> None:
    assert visited(Answer(URL, 200, max_age=7200)).pace == 7200
    assert visited(Answer(URL, 200, max_age=10**9)).pace == pace.SELDOMEST
    assert visited(Answer(URL, 200, max_age=1)).pace >= pace.SOONEST


def test_a_fixed_interval_stays() -> None:
    fixed = replace(SOURCE, every=5)
    assert after(fixed, fresh(fixed, NOW), Answer(URL, 200, max_age=7200), NEWS, NOW).pace == 300


def test_no_interval_is_longer_than_a_week() -> None:
    """A longer one would look like a plan that a wrong clock made."""
    fixed = replace(SOURCE, every=10**6)
    got = after(fixed, fresh(fixed, NOW), Answer(URL, 200), NEWS, NOW)
    assert not is_due(got, NOW + timedelta(days=6))
    assert got.due < NOW + policy.FURTHEST


def test_failures_back_off_and_a_success_forgets_them() -> None:
    failing, waits = HEALTH, []
    for _ in range(12):
        failing = visited(Failure(Trouble.TIMEOUT, "no answer in time"), Found(), failing)
        waits.append(seconds(failing))
    assert all(later > 1.5 * earlier for earlier, later in pairwise(waits[:4]))
    assert max(waits) <= 1.1 * pace.DAY
    assert (failing.failures, failing.trouble, failing.failing_since) == (12, "no answer in time", NOW)
    well = visited(Answer(URL, 200), NEWS, failing)
    assert (well.failures, well.trouble, well.failing_since, well.pace) == (0, None, None, HEALTH.pace / 2)


def test_retry_after_is_kept_to() -> None:
    assert seconds(visited(Answer(URL, 429, retry_after=5_000))) >= 5_000
    assert seconds(visited(Answer(URL, 503, retry_after=10**8))) <= pace.PATIENCE
    assert seconds(visited(Answer(URL, 503, retry_after=0))) >= 0.9 * pace.MINUTE


def test_a_body_that_can_not_be_read_is_a_failure() -> None:
    got = visited(Answer(URL, 200, etag='"2"'), Found(problem="a page in place of a feed"))
    assert (got.failures, got.trouble, got.etag, got.digest) == (1, "a page in place of a feed", None, None)


@pytest.mark.parametrize(
    ("status", "words"), [(500, "internal server error (500)"), (403, "forbidden (403)"), (799, "status 799")]
)
def test_other_answers_are_failures_in_words(status: int, words: str) -> None:
    assert visited(Answer(URL, status)).trouble == words


def test_a_permanent_move_is_followed_from_then_on() -> None:
    assert visited(Answer(URL, 200, moved="https://new.example/f")).url == "https://new.example/f"
    assert visited(Answer(URL, 404, moved="https://new.example/f")).url == URL


def test_what_is_gone_is_retired_at_once_and_what_is_missing_after_a_month() -> None:
    assert visited(Answer(URL, 410)).retired
    missing, now = HEALTH, NOW
    while missing.retired is None:
        missing = visited(Answer(URL, 404), Found(), missing, now)
        now = max(missing.due, now + timedelta(minutes=1))
        assert now < NOW + timedelta(days=60)
    assert now - NOW >= policy.MISSING_FOR
    assert not is_due(missing, NOW + timedelta(days=400))


def test_a_plan_made_by_a_wrong_clock_does_not_hold() -> None:
    assert is_due(replace(HEALTH, due=NOW + timedelta(days=4_000)), NOW)
    assert not is_due(replace(HEALTH, due=NOW + timedelta(days=7)), NOW)


@given(st.floats(1, 1e6), st.text(max_size=20), st.integers(0, 10**6))
def test_jitter_is_a_tenth_at_most_and_the_same_each_time(wait: float, name: str, visit: int) -> None:
    got = pace.jittered(wait, name, visit)
    assert 0.9 * wait <= got <= 1.1 * wait
    assert got == pace.jittered(wait, name, visit)


@given(
    st.lists(st.sampled_from([200, 304, 301, 404, 410, 429, 500, 0]), max_size=40),
    st.one_of(st.none(), st.floats(0, 1e12)),
)
def test_whatever_comes_the_next_visit_lies_ahead_and_near(statuses: list[int], told: float | None) -> None:
    health = HEALTH
    for status in statuses:
        outcome = Answer(URL, status, retry_after=told, max_age=told) if status else Failure(Trouble.BROKEN, "cut off")
        health = visited(outcome, NEWS, health)
        assert NOW < health.due <= NOW + policy.FURTHEST
