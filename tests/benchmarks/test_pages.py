"""What of the articles of 181 real pages is read, cheaply and with care."""

from __future__ import annotations

import pytest
from benchmarks.quality import pages

from tests.conftest import shared


def test_pages_are_read_as_well_as_was_promised() -> None:
    shared("bench/article_extraction")
    found = pages.shares()
    assert found["careful"]["F1"] >= 0.965
    assert found["cheap"]["F1"] >= 0.95
    assert min(found["careful"]["half 0"], found["careful"]["half 1"]) >= 0.96


def test_the_measure_counts_runs_of_four_words() -> None:
    assert pages.shingles("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert pages.shingles("a, b!") == {("a", "b"): 1}
    assert pages.shingles("") == {}


def test_f1_is_that_of_the_means() -> None:
    found = [pages.Found("a", None, 1.0, 0.5), pages.Found("b", None, None, 1.0)]
    precision, recall, f1 = pages.f1(found)
    assert (precision, recall) == (1.0, 0.75)
    assert f1 == pytest.approx(6 / 7)
