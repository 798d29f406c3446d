"""Heat and quality are what their formulas say, and stay within 0..100."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.score.heat import HALF_LIFE, heat
from dealwire.core.score.quality import NOT_SCORED, WEIGHTS, components, quality
from tests.core.resolve.making import article

NOW = datetime(2025, 3, 4, tzinfo=UTC)
times = st.lists(st.integers(-100, 100).map(lambda hours: NOW + timedelta(hours=hours)), max_size=30)


@pytest.mark.parametrize(("origins", "expected"), [(0, 0), (1, 15.91), (4, 50), (12, 87.5)])
def test_heat_of_fresh_origins(origins: int, expected: float) -> None:
    assert heat([NOW] * origins, NOW) == pytest.approx(expected)


def test_heat_halves_its_weight_every_two_days() -> None:
    assert heat([NOW - HALF_LIFE] * 2, NOW) == heat([NOW], NOW)
    assert heat([NOW + HALF_LIFE], NOW) == 0


@given(times)
def test_heat_is_bounded_has_no_order_and_cools(of: list[datetime]) -> None:
    now = heat(of, NOW + timedelta(days=5))
    assert 0 <= now <= 100
    assert heat(reversed(of), NOW + timedelta(days=5)) == now
    assert heat(of, NOW + timedelta(days=9)) <= now


NAMES = [f"{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60)]
PROSE = "".join(
    f"The maker{x} of engine{x} raised {n + 10} million from backer{x} and town{x} in spring{x}. "
    for n, x in enumerate(NAMES)
)
SAID = "“It grows,” said Ada Marsh. Bo Lindgren, head of sales, said nothing else."
FULL = replace(article("a", title="A company raises money", text=PROSE + SAID), authors=("Ada",))


def test_quality_adds_up() -> None:
    assert components(FULL) == dict.fromkeys(list(WEIGHTS)[:5], 1.0)
    assert quality(FULL) == quality(FULL, 0.0, 1.0) == 100
    assert quality(FULL, copied=1.0) == round(100 * 75 / 90)
    assert quality(FULL, record=0.0) == 90
    assert components(replace(FULL, authors=()))["completeness"] == pytest.approx(0.95)
    assert components(replace(FULL, title="A COMPANY RAISES MONEY AND SHOUTS ABOUT IT"))["completeness"] < 1


def test_what_lowers_each_component() -> None:
    assert components(replace(FULL, text=PROSE))["named sources"] == 0
    unnamed = replace(FULL, text=FULL.text + " People familiar with the matter agreed.")
    assert components(unnamed)["named sources"] == 0.75
    vague = replace(FULL, text="They spoke at length of plans, of hopes and of the weather in town. " * 20)
    assert components(vague)["specificity"] == 0
    assert components(replace(FULL, text=PROSE + "and then the sentence br"))["soundness"] == 0.7
    assert components(replace(FULL, text="caf\ufffd &nbsp; <br> " + FULL.text))["soundness"] == pytest.approx(0.7)
    chinese = replace(
        FULL, text="公司成立于2019年，去年营收3亿元。创始人陈海表示，明年将新增500人。李岸称：“我们不急。”"
    )
    assert components(chinese)["named sources"] == 1
    assert components(chinese)["specificity"] == 1


def test_without_a_text_an_article_is_not_scored() -> None:
    assert quality(article("a", title="A headline alone", text=" ")) == NOT_SCORED == -1


@given(st.text(max_size=300), st.text(max_size=50))
def test_quality_is_bounded(text: str, title: str) -> None:
    scored = quality(article("a", title=title, text=text))
    assert 0 <= scored <= 100 if text.strip() else scored == NOT_SCORED
    assert all(0 <= share <= 1 for share in components(article("a", title=title, text=text), 2.0, -1.0).values())


@pytest.mark.parametrize(
    "text",
    [
        "." * 10**6,
        "a" * 10**6,
        "Ab " * 300_000,
        "Aa Bb, " + "c" * 10**6,
        "said " * 200_000,
        "中" * 10**6,
        "1 " * 500_000,
    ],
)
def test_a_hostile_text_costs_little(text: str) -> None:
    begun = time.perf_counter()
    quality(article("a", text=text))
    assert time.perf_counter() - begun < 0.5
