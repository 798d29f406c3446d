"""Counting how often values told with a confidence are right, and the curves that are drawn through the counts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from benchmarks.quality.calibration import SUREST, Said, bins, error, fitted, mean_error, share_right
from hypothesis import given
from hypothesis import strategies as st

degrees = st.sampled_from([0.5, 0.6, 0.75, 0.8, 0.9, 0.95, 1.0])
values = st.lists(st.builds(Said, st.just("amount"), degrees, st.booleans()), min_size=1, max_size=200)


def said(sure: float, right: int, wrong: int, field: str = "amount") -> list[Said]:
    return [Said(field, sure, True)] * right + [Said(field, sure, False)] * wrong


def test_values_are_binned_by_confidence() -> None:
    unsure, sure = bins([*said(0.5, 1, 1), *said(0.97, 3, 1)])
    assert (unsure.size, unsure.sure, unsure.right) == (2, 0.5, 0.5)
    assert (sure.size, sure.right) == (4, 0.75)
    assert sure.sure == pytest.approx(0.97)


def test_the_error_is_how_far_confidence_lies_from_the_share_right() -> None:
    assert error(said(0.9, 9, 1)) == pytest.approx(0.0)
    assert error(said(0.9, 5, 5)) == pytest.approx(0.4)
    assert error([*said(0.9, 9, 1), *said(0.5, 10, 0)]) == pytest.approx(0.25)


def test_fields_do_not_make_up_for_each_other() -> None:
    mixed = [*said(0.9, 10, 0, "amount"), *said(0.9, 8, 2, "round")]
    assert error(mixed) == pytest.approx(0.0)
    assert mean_error(mixed) == pytest.approx(0.1)
    assert share_right(mixed) == pytest.approx(0.9)


@given(values)
def test_a_surer_degree_never_means_less(told: list[Said]) -> None:
    curve = fitted(told)
    assert all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(curve))
    assert all(0 <= share <= SUREST for _, share in curve)


def test_degrees_out_of_order_are_pooled() -> None:
    curve = fitted([*said(0.8, 95, 5), *said(0.9, 85, 15)])
    assert curve[0][1] == curve[1][1] == pytest.approx(0.9, abs=0.01)


def test_few_values_prove_little() -> None:
    ((_, few), _) = fitted([*said(0.5, 2, 0), *said(0.9, 90, 10)])
    ((_, many), _) = fitted([*said(0.5, 200, 100), *said(0.9, 90, 10)])
    assert few == pytest.approx((2 + 5 * 0.5) / 7, abs=0.01)
    assert many == pytest.approx(2 / 3, abs=0.01)
