from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.read import dates
from tests.core.read.documents import NOW

AT = datetime(2026, 3, 13, 9, 35, 52, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-13T09:35:52Z",
        "2026-03-13 17:35:52  +0800",
        "2026-03-13T17:35:52+08:00",
        "2026/3/13 9:35:52",
        "20260313T093552Z",
        "2026-03-13 09:35:52 UTC",
        "2026年3月13日 09:35:52",
        "Fri, 13 Mar 2026 17:35:52 +0800",
        "Fri, 13 Mar 2026 09:35:52 GMT",
        "March 13, 2026, 9:35:52 AM",
        "Friday, 13 March 2026 at 09:35:52 UTC",
        1773394552,
        1773394552000,
        "1773394552",
        1773394552.0,
        datetime.fromisoformat("2026-03-13T09:35:52"),
        datetime.fromisoformat("2026-03-13T17:35:52+08:00"),
    ],
)
def test_one_time_in_many_spellings(value: object) -> None:
    assert dates.parse(value) == AT


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-13",
        "20260313",
        "2026/3/13",
        "2026.03.13",
        "2026年3月13日",
        "Mar. 13, 2026",
        "13 March 2026",
        "March 13th, 2026",
        date(2026, 3, 13),
    ],
)
def test_a_day_is_its_midnight(value: object) -> None:
    assert dates.parse(value) == datetime(2026, 3, 13, tzinfo=UTC)


def test_the_afternoon_is_twelve_hours_later() -> None:
    assert dates.parse("Mar 13, 2026 12:05 am") == datetime(2026, 3, 13, 0, 5, tzinfo=UTC)
    assert dates.parse("Mar 13, 2026 12:05 p.m.") == datetime(2026, 3, 13, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "2024-13-45",
        "2024-02-30",
        "0000-00-00",
        "32 March 2026",
        "Fri, 99 Mar 2026 10:00:00 +0000",
        None,
        True,
        [],
        {},
        10**400,
        float("nan"),
        float("inf"),
        "2026-03-13T10:00:00+99:99",
        "1" * 500,
        "March " * 30,
    ],
)
def test_what_is_no_time_is_none(value: object) -> None:
    assert dates.parse(value) is None


def test_a_publication_date_must_be_possible() -> None:
    assert dates.published("2026-03-13", NOW) == datetime(2026, 3, 13, tzinfo=UTC)
    assert dates.published(NOW + timedelta(hours=20), NOW) == NOW + timedelta(hours=20)  # a clock that is a zone ahead
    assert dates.published(NOW + timedelta(hours=25), NOW) is None
    assert dates.published("1970-01-01T00:00:00Z", NOW) is None
    assert dates.published(0, NOW) is None


@given(st.text() | st.integers() | st.floats() | st.from_regex(r"[0-9]{4}.?[0-9]{1,2}.?[0-9]{1,2}[T ].*"))
def test_nothing_raises(value: object) -> None:
    found = dates.parse(value)
    assert found is None or found.tzinfo is UTC
