"""Sources are weighed by how often others confirmed them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.resolve.reconcile import reconcile
from dealwire.core.resolve.source_records import LEAST, MOST, Vote, adopted, estimate, records
from dealwire.model import Deal, Status, Verdict
from tests.core.resolve.making import judgement, report, usd


def question(**camps: str) -> list[Vote]:
    """Return who says what: a camp's name, and its sources as letters; each is an origin of its own."""
    return [Vote(source, source, camp) for camp, sources in camps.items() for source in sources]


def test_who_is_confirmed_weighs_more_than_who_is_contradicted() -> None:
    asked = [question(right="abc", wrong="z")] * 5
    tallies, weights = estimate(asked)
    assert tallies == {"a": (5, 0), "b": (5, 0), "c": (5, 0), "z": (0, 5)}
    assert LEAST <= weights["z"] < 1 < weights["a"] <= MOST


def test_a_proven_source_outweighs_two_that_were_often_wrong() -> None:
    asked = [question(right="abcd", wrong="yz")] * 10 + [question(one="a", other="yz")]
    tallies, _ = estimate(asked)
    assert tallies["a"] == (10, 0)
    assert tallies["y"] == (0, 11)


def test_copies_have_one_vote() -> None:
    copied = [Vote(source, "wire", "wrong") for source in "wxyz"] + [Vote("a", "a", "right"), Vote("b", "b", "right")]
    tallies, _ = estimate([copied])
    assert tallies["a"] == (1, 0)
    assert tallies["w"] == (0, 1)


def test_nobody_confirms_himself() -> None:
    tallies, weights = estimate([[Vote("a", "wire", "x"), Vote("b", "wire", "x"), Vote("c", "c", "y")]])
    assert weights["a"] <= 1
    assert tallies["a"][0] == 0


votes = st.builds(
    Vote, st.sampled_from("abcdef"), st.sampled_from(["o1", "o2", "o3", "o4"]), st.sampled_from(["x", "y", "z"])
)


@settings(deadline=None)
@given(st.lists(st.lists(votes, max_size=6), max_size=8), st.data())
def test_the_estimate_has_no_order(asked: list[list[Vote]], data: st.DataObject) -> None:
    mixed = [data.draw(st.permutations(of)) for of in data.draw(st.permutations(asked))]
    assert estimate(mixed) == estimate(asked)
    assert all(LEAST <= weight <= MOST for weight in estimate(asked)[1].values())


def deals() -> list[Deal]:
    good = [report(f"g{n}", amount=usd(45), provider=f"good {n}") for n in range(2)]
    bad = report("b", "2025-03-05", amount=usd(60), provider="bad")
    talks = report("t", "2025-02-20", status=Status.IN_TALKS, amount=usd(90), provider="early")
    return [reconcile([*good, bad, talks]).deal]


def test_a_record_counts_reports_values_and_what_became_of_them() -> None:
    of = {record.name: record for record in records(deals())}
    assert (of["bad"].reports, of["bad"].confirmed, of["bad"].contradicted) == (1, 0, 1)
    assert of["good 0"].contradicted == 0
    assert of["good 0"].confirmed >= 1
    assert (of["early"].first, of["early"].contradicted) == (1, 0), "a sum of talks that grew was no error"


def test_weights_are_used_when_adopted_within_bounds() -> None:
    latest = judgement("2", "sources", "", "", Verdict.WEIGH, day=2, value={"good": 1.5, "mad": 99})
    assert adopted([judgement("1", "sources", "", "", Verdict.WEIGH, day=1, value={"good": 1.1}), latest]) == {
        "good": 1.5,
        "mad": MOST,
    }
    assert adopted([]) == {}


def test_a_heavier_source_wins_a_conflict_and_leaves_less_doubt() -> None:
    good, bad = report("a", amount=usd(45), provider="good"), report("b", amount=usd(60), provider="bad")
    one = reconcile([good, bad], weights={"good": 1.5, "bad": 0.5}).deal.fields["amount"]
    other = reconcile([good, bad], weights={"good": 0.5, "bad": 1.5}).deal.fields["amount"]
    assert (one.value["value"], other.value["value"]) == (45_000_000, 60_000_000)
    assert one.confidence == pytest.approx(other.confidence)
    assert one.confidence > reconcile([good, bad]).deal.fields["amount"].confidence
