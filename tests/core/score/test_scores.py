"""Heat and quality are what their formulas say, and stay within 0..100."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.score.heat import HALF_LIFE, heat
from dealwire.core.score.quality import quality
from dealwire.model import Provider
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


def test_quality_adds_up() -> None:
    bare = replace(article("a", title="x", text=""), published=None, provider=Provider())
    assert quality(bare) == 0
    names = [f"{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60)]
    prose = "".join(
        f"The maker{x} of engine{x} raised money{x} from backer{x} and town{x} in spring{x}. " for x in names
    )
    full = replace(article("a", title="A company raises money", text=prose), authors=("Ada",))
    assert quality(full) == 100
    assert quality(replace(full, authors=())) == 95
    assert quality(replace(full, title="A COMPANY RAISES MONEY AND SHOUTS ABOUT IT")) == 95
    assert quality(replace(full, text=prose[:300])) < 80


@given(st.text(max_size=300), st.text(max_size=50))
def test_quality_is_bounded(text: str, title: str) -> None:
    assert 0 <= quality(article("a", title=title, text=text)) <= 100


@pytest.mark.parametrize("text", ["." * 10**6, "a" * 10**6, "中" * 10**6, "1 " * 500_000])
def test_a_hostile_text_costs_little(text: str) -> None:
    begun = time.perf_counter()
    quality(article("a", text=text))
    assert time.perf_counter() - begun < 0.5
