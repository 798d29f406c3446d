"""Deals told under two names of the company are put before a person: the same sum, days and backers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.twins import Told, twins
from dealwire.model import Deal, Field, Kind

DAY = date(2026, 3, 4)


def told(
    id_: str,
    company: str,
    *,
    value: int = 34_500_000,
    usd: float | None = None,
    currency: str = "USD",
    day: int = 0,
    backers: tuple[str, ...] = ("Northgate Ventures", "HongShan"),
    **other: Any,  # noqa: ANN401 - fields of a deal
) -> Told:
    values: dict[str, Any] = {
        "amount": {"value": value, "currency": currency, "verbatim": str(value)},
        "investors": [{"name": name, "role": "participant"} for name in backers],
        "round": "series_b",
    }
    fields = {name: Field(name, given, "told", 0.9) for name, given in values.items()}
    deal = Deal(id_, Kind.FUNDING_ROUND, company, f"o-{company}", fields, (f"r-{id_}",), (f"a-{id_}",), **other)
    return Told(deal, DAY + timedelta(days=day), value if usd is None else usd)


def pairs(*deals: Told, aliases: Aliases = NO_ALIASES) -> list[tuple[str, str]]:
    return [(pair.a.id, pair.b.id) for pair in twins(deals, aliases)]


ENGLISH = told("d1", "Quarvix Robotics")


@pytest.mark.parametrize(
    "other",
    [
        told("d2", "夸维机器人"),
        told("d2", "夸维机器人", day=2),
        told("d2", "夸维机器人", backers=("HongShan",)),
        told("d2", "夸维机器人", value=250_000_000, currency="CNY", usd=34_600_000),
        told("d2", "Quarvex Robotics"),
    ],
)
def test_one_deal_under_two_names_is_found_with_its_reasons(other: Told) -> None:
    (pair,) = twins([other, ENGLISH], NO_ALIASES)
    assert (pair.a.id, pair.b.id) == ("d1", "d2")
    assert pair.bits == sum(feature.weight for feature in pair.features)
    assert "backed by hongshan" in pair.why


@pytest.mark.parametrize(
    "other",
    [
        told("d2", "夸维机器人", day=4),
        told("d2", "夸维机器人", value=35_900_000),
        told("d2", "夸维机器人", backers=("Acorn Fund",)),
        told("d2", "夸维机器人", backers=()),
        told("d2", "Tarn Energy"),
        told("d2", "夸维机器人", background=True),
        told("d2", "Quarvix Robotics"),
    ],
)
def test_other_deals_are_no_twins(other: Told) -> None:
    assert pairs(ENGLISH, other) == []


def test_names_that_the_table_knows_as_two_are_two() -> None:
    rows = [{"entity": "Quarvix", "name": "Quarvix Robotics"}, {"entity": "Kuawei", "name": "夸维机器人"}]
    assert pairs(ENGLISH, told("d2", "夸维机器人"), aliases=Aliases.from_rows(rows)) == []


deals = st.lists(
    st.builds(
        told,
        st.sampled_from([f"d{n}" for n in range(9)]),
        st.sampled_from(["Quarvix", "夸维", "Quarvics", "Tarn", "塔恩"]),
        value=st.sampled_from([5_000_000, 34_500_000]),
        day=st.integers(0, 5),
        backers=st.sampled_from([("HongShan",), ("HongShan", "Northgate"), ("Northgate",)]),
    ),
    max_size=9,
    unique_by=lambda one: one.deal.id,
)


@given(deals, st.randoms(use_true_random=False))
def test_the_order_of_deals_changes_nothing(given_: list[Told], random: Any) -> None:  # noqa: ANN401
    found = twins(given_, NO_ALIASES)
    shuffled = list(given_)
    random.shuffle(shuffled)
    assert twins(shuffled, NO_ALIASES) == found
    assert all(pair.a.organisation != pair.b.organisation for pair in found)
