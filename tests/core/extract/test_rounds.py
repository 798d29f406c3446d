"""Labels of funding rounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.extract.rounds import find_rounds
from dealwire.model import Round


@pytest.mark.parametrize(
    ("content", "label", "stage"),
    [
        ("raised a $9M Series A extension led by Alder", "Series A extension", Round.SERIES_A),
        ("a Series B1 round", "Series B1", Round.SERIES_B),
        ("its Series A-1 financing", "Series A-1", Round.SERIES_A),
        ("closes pre-Series A", "pre-Series A", Round.SERIES_A),
        ("closes $4M Seed Round", "Seed", Round.SEED),
        ("a pre-seed round of $1m", "pre-seed", Round.PRE_SEED),
        ("raised $2m in seed funding", "seed", Round.SEED),
        ("secured a credit facility from", "credit facility", Round.DEBT_FINANCING),
        ("took venture debt from", "venture debt", Round.DEBT_FINANCING),
        ("issued a convertible note to", "convertible note", Round.CONVERTIBLE_NOTE),
        ("a growth equity investment", "growth equity", Round.PRIVATE_EQUITY),
        ("a strategic investment from", "strategic investment", Round.CORPORATE_ROUND),
        ("an initial coin offering in May", "initial coin offering", Round.INITIAL_COIN_OFFERING),
        ("a secondary sale of shares", "secondary sale", Round.SECONDARY_MARKET),
        ("完成A轮融资", "A轮", Round.SERIES_A),
        ("完成Pre-A+轮融资", "Pre-A+轮", Round.SERIES_A),
        ("完成A++轮融资", "A++轮", Round.SERIES_A),
        ("完成B2轮融资", "B2轮", Round.SERIES_B),
        ("完成 C+ 轮融资", "C+ 轮", Round.SERIES_C),
        ("获天使轮融资", "天使轮", Round.ANGEL),
        ("获种子轮融资", "种子轮", Round.SEED),
        ("获得战略投资", "战略投资", Round.CORPORATE_ROUND),
        ("完成Pre-IPO轮融资", "Pre-IPO轮", Round.SERIES_UNKNOWN),
        ("拟定增募资", "定增", Round.POST_IPO_EQUITY),
        ("完成首轮融资", "首轮融资", Round.SERIES_UNKNOWN),
        ("发行可转债", "可转债", Round.CONVERTIBLE_NOTE),
    ],
)
def test_labels(content: str, label: str, stage: Round) -> None:
    (told,) = find_rounds(content)
    assert (told.value.label, told.value.round) == (label, stage)
    assert content[told.start : told.end] == told.quote == label


@pytest.mark.parametrize(
    "content",
    [
        "raised a round of funding",
        "seed oils and seedlings",
        "the World Series is on",
        "a series of tests",
        "新一代种子选手",
        "战略投资者大会",
        "a round table",
    ],
)
def test_no_label(content: str) -> None:
    assert find_rounds(content) == ()


def test_each_of_several_labels() -> None:
    found = [
        (told.value.round, told.quote) for told in find_rounds("完成天使轮及A轮融资 after a seed round and a Series A")
    ]
    assert found == [
        (Round.ANGEL, "天使轮"),
        (Round.SERIES_A, "A轮"),
        (Round.SEED, "seed"),
        (Round.SERIES_A, "Series A"),
    ]


@given(st.text(alphabet="ABseries Sd轮天使+- İpre种子round融资", max_size=60))
def test_spans_are_apart_and_quote_the_text(content: str) -> None:
    end = 0
    for told in find_rounds(content):
        assert end <= told.start < told.end
        assert content[told.start : told.end] == told.quote
        end = told.end
