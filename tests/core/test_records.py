"""Claims say all that a reader told, and nothing else."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core import records
from dealwire.model import (
    Basis,
    DealReport,
    Investor,
    Kind,
    Money,
    NamePair,
    OrganisationFact,
    PartialDate,
    Precision,
    Qualifier,
    Reading,
    Role,
    Round,
    Status,
    Told,
    Valuation,
)


def told(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Told[Any]]:
    span = st.tuples(st.integers(0, 50), st.integers(1, 9))
    return st.builds(
        lambda v, s, c: Told(v, s[0], s[0] + s[1], "q" * s[1], c), value, span, st.sampled_from((0.5, 1.0))
    )


MONEY = st.builds(
    Money, st.integers(0, 10**13), st.sampled_from(("USD", "CNY")), st.sampled_from(Qualifier), st.text(max_size=5)
)
DEALS = st.builds(
    DealReport,
    kind=told(st.sampled_from(Kind)),
    company=told(st.text(min_size=1, max_size=9)),
    status=told(st.sampled_from(Status)),
    investors=st.lists(
        told(st.builds(Investor, st.text(min_size=1, max_size=5), st.sampled_from(Role))),
        max_size=4,
        unique_by=lambda t: (t.start, t.end),
    ).map(lambda ts: tuple(sorted(ts, key=lambda t: (t.start, t.end)))),
    amount=st.none() | told(st.builds(lambda m, a: Money(m.value, m.currency, also=(a,)), MONEY, MONEY)),
    valuation=st.none() | told(st.builds(Valuation, MONEY, st.sampled_from(Basis))),
    round=st.none() | told(st.sampled_from(Round)),
    round_label=st.none() | told(st.text(max_size=5)),
    restated=st.lists(told(MONEY), max_size=2, unique_by=lambda t: (t.start, t.end)).map(
        lambda ts: tuple(sorted(ts, key=lambda t: (t.start, t.end)))
    ),
    background=st.none() | told(st.booleans()),
    announced_on=st.none() | told(st.builds(PartialDate, st.dates(date(1990, 1, 1)), st.sampled_from(Precision))),
    confidence=st.floats(0, 1),
)
NAME = told(st.text(min_size=1, max_size=5))
READINGS = st.builds(
    Reading,
    deals=st.lists(DEALS, max_size=12).map(tuple),
    nameless=st.lists(DEALS, max_size=2).map(tuple),
    facts=st.lists(st.builds(OrganisationFact, NAME, st.sampled_from(("founder", "serves")), NAME), max_size=3).map(
        tuple
    ),
    names=st.lists(st.builds(NamePair, NAME, NAME), max_size=3).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(READINGS, st.randoms())
def test_claims_and_reading_are_inverse_in_any_order(reading: Reading, random: Random) -> None:
    claims = list(records.claims(reading, "v", "rules", "1"))
    random.shuffle(claims)
    assert records.reading(claims) == reading


@settings(max_examples=40, deadline=None)
@given(DEALS)
def test_a_record_holds_evidence_for_every_value(deal: DealReport) -> None:
    record = records.deal_record(deal)
    for name in records.DEAL_FIELDS:
        given_ = getattr(deal, name)
        assert (given_ is None) == (name not in record["evidence"])
        if given_ is not None:
            assert record["evidence"][name] == {"start": given_.start, "end": given_.end, "quote": given_.quote}
    assert [i["evidence"]["quote"] for i in record["investors"]] == [i.quote for i in deal.investors]
    assert isinstance(record["background"], bool)


def test_the_record_reads_as_the_contract_writes_it() -> None:
    money = Money(600_000_000, "USD", Qualifier.AT_LEAST, "at least $600 million")
    deal = DealReport(
        kind=Told(Kind.FUNDING_ROUND, 8, 15, "seeking"),
        company=Told("Acme", 0, 4, "Acme"),
        status=Told(Status.IN_TALKS, 8, 15, "seeking"),
        amount=Told(money, 16, 37, "at least $600 million"),
        investors=(Told(Investor("Bolt", Role.LEAD), 40, 44, "Bolt"),),
    )
    record = records.deal_record(deal)
    assert record["amount"] == {
        "value": 600_000_000,
        "currency": "USD",
        "qualifier": "at_least",
        "verbatim": "at least $600 million",
    }
    assert (record["kind"], record["status"], record["round"], record["background"]) == (
        "funding_round",
        "in_talks",
        None,
        False,
    )
    assert record["investors"][0]["role"] == "lead"
