"""Dates, absolute and told from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.extract.dates import context_year, find_dates

THURSDAY = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("content", "quote", "value", "precision"),
    [
        ("on October 20, 2023 in Oslo", "October 20, 2023", "2023-10-20", "day"),
        ("on 20 Oct 2023", "20 Oct 2023", "2023-10-20", "day"),
        ("in December 2021, it", "December 2021", "2021-12-01", "month"),
        ("founded in 2016", "2016", "2016-01-01", "year"),
        ("2023-10-20", "2023-10-20", "2023-10-20", "day"),
        ("on March 3", "March 3", "2024-03-03", "day"),
        ("on November 3", "November 3", "2023-11-03", "day"),
        ("said on Tuesday", "Tuesday", "2024-03-12", "day"),
        ("said last Thursday", "Thursday", "2024-03-07", "day"),
        ("announced today", "today", "2024-03-14", "day"),
        ("earlier this month", "earlier this month", "2024-03-01", "month"),
        ("since last year", "last year", "2023-01-01", "year"),
        ("2023年10月20日，", "2023年10月20日", "2023-10-20", "day"),
        ("成立于2019年3月", "2019年3月", "2019-03-01", "month"),
        ("10月20日，公司", "10月20日", "2023-10-20", "day"),
        ("今年1月", "今年1月", "2024-01-01", "month"),
        ("去年12月", "去年12月", "2023-12-01", "month"),
        ("今日宣布", "今日", "2024-03-14", "day"),
        ("上周五", "上周五", "2024-03-08", "day"),
    ],
)
def test_dates(content: str, quote: str, value: str, precision: str) -> None:
    (told,) = find_dates(content, THURSDAY)
    assert (told.quote, told.value.value.isoformat(), told.value.precision.value) == (quote, value, precision)


@pytest.mark.parametrize(
    "content",
    [
        "on February 30, 2023",
        "2023年13月",
        "it may raise 5 rounds",
        "近日，公司",
        "Model 2024 and 3000 users",
        "a march of 5",
    ],
)
def test_what_is_no_date(content: str) -> None:
    assert [told for told in find_dates(content, THURSDAY) if told.value.precision != "year"] == []


@pytest.mark.parametrize("content", ["down 85% from a year ago", "twice its price of last year", "less than last year"])
def test_what_a_sum_is_held_against_is_no_date(content: str) -> None:
    assert bool(find_dates(content, THURSDAY)) is ("of last year" in content)


def test_without_a_day_of_publication_nothing_relative_is_read() -> None:
    assert find_dates("on Tuesday, 10月20日, this year, 今日, March 3", None) == ()


def test_a_chinese_day_takes_the_year_told_before_it() -> None:
    quotes = [told.value.value for told in find_dates("2019年3月成立，同年6月上线，8月20日融资", None)]
    assert quotes == [date(2019, 3, 1), date(2019, 6, 1), date(2019, 8, 20)]


@pytest.mark.parametrize(
    ("content", "year"),
    [
        ("an investment made earlier in 2024", 2024),
        ("so far in 2025, deals", 2025),
        ("2024年以来，公司", 2024),
        ("今年（2026年）", 2026),
    ],
)
def test_context_year(content: str, year: int) -> None:
    told = context_year(content)
    assert told is not None
    assert told.value == year


def test_no_context_year() -> None:
    assert context_year("Founded in 2016, it raised money in 2019.") is None


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_any_day_reads_back(day: date) -> None:
    for content in (f"on {day:%B} {day.day}, {day.year}", f"{day.year}年{day.month}月{day.day}日"):
        (told,) = find_dates(content, None)
        assert told.value.value == day
