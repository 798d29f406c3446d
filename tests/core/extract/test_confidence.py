"""Degrees of the rules become confidences at one place, and keep their order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.extract import READERS, extract, read
from dealwire.core.extract.confidence import calibrated, share
from dealwire.core.extract.curves import CURVES
from dealwire.model import Reading
from tests.factories import make_article

FIELDS = {"deal", "company", "status", "amount", "valuation", "round", "investor"}
CURVE = ((0.5, 0.6), (0.8, 0.6), (0.9, 0.95))


def test_every_reader_has_a_rising_curve_for_every_field() -> None:
    assert CURVES.keys() == READERS.keys()
    for curves in CURVES.values():
        assert curves.keys() == FIELDS
        for curve in curves.values():
            assert all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(curve))
            assert all(0 < degree <= 1 and 0 < right < 1 for degree, right in curve)


@pytest.mark.parametrize(
    ("degree", "right"), [(0.0, 0.0), (0.25, 0.3), (0.5, 0.6), (0.65, 0.6), (0.85, 0.775), (0.9, 0.95), (1.0, 0.95)]
)
def test_between_counted_degrees_the_share_runs_straight(degree: float, right: float) -> None:
    assert share(CURVE, degree) == pytest.approx(right)


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from([c for of in CURVES.values() for c in of.values()]))
def test_a_surer_degree_never_means_less(a: float, b: float, curve: tuple[tuple[float, float], ...]) -> None:
    low, high = sorted((a, b))
    assert 0 <= share(curve, low) <= share(curve, high) < 1


def test_a_reading_keeps_its_values_and_spans() -> None:
    told = make_article(title="Harrow Labs raises $30M Series B led by Oakhill Ventures", text="", lang="en")
    (raw,), (deal,) = read(told).deals, extract(told).deals
    assert deal.company is not None
    assert raw.company is not None
    assert (deal.company.value, deal.company.start, deal.company.quote) == (
        raw.company.value,
        raw.company.start,
        raw.company.quote,
    )
    assert deal.company.confidence == share(CURVES["en"]["company"], raw.company.confidence)
    assert deal.confidence == share(CURVES["en"]["deal"], raw.confidence)
    assert [i.value for i in deal.investors] == [i.value for i in raw.investors]
    assert deal.investors[0].confidence == share(CURVES["en"]["investor"], raw.investors[0].confidence)


def test_a_deal_without_a_company_is_calibrated_too() -> None:
    told = make_article(title="一家机器人公司完成数千万元A轮融资", text="", lang="zh")
    for raw, deal in zip(read(told).nameless, extract(told).nameless, strict=True):
        assert deal.confidence == share(CURVES["zh"]["deal"], raw.confidence)


def test_what_has_no_curve_stays_as_it_is() -> None:
    reading = read(make_article(title="Harrow Labs raises $30M", text="", lang="en"))
    assert calibrated(reading, "xx") == reading
    assert calibrated(Reading(), "en") == Reading()
