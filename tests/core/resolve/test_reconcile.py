"""Each field of a deal: the value that wins, the rule, the claims for and against."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.resolve.deals import cluster
from dealwire.core.resolve.ids import deal_id
from dealwire.core.resolve.reconcile import FIELDS, Reconciled, reconcile
from dealwire.model import Basis, Judgement, Kind, Money, Organisation, Qualifier, Report, Role, Round, Status, Verdict
from tests.core.resolve.making import judgement, report, undo, usd

BOTH = Money(2_500_000_000, "CNY", Qualifier.EXACT, "2.5 billion yuan", also=(usd(342),))


def value(made: Reconciled, name: str) -> Any:  # noqa: ANN401 - plain JSON
    return made.deal.fields[name].value


def test_the_most_precise_of_those_that_agree_speaks_in_the_deal_s_currency() -> None:
    reports = [
        report("a", "2023-10-20", amount=usd(342)),
        report("b", "2023-10-20", amount=usd(340)),
        report("c", "2023-10-21", amount=BOTH),
        report("d", "2024-02-27", amount=usd(300, Qualifier.AT_LEAST), background=True, announced="2023"),
    ]
    made = reconcile(reports)
    field = made.deal.fields["amount"]
    assert (field.value["value"], field.value["currency"]) == (2_500_000_000, "CNY")
    assert field.value["also"][0]["value"] == 342_000_000
    assert field.rule == "the most precise of those that agree"
    assert len(field.support) == 4
    assert not field.against
    assert not made.deal.conflicts
    assert made.usd == 342e6
    assert value(made, "announced_on") == {"value": "2023-10-20", "precision": "day"}
    assert made.announced_on == date(2023, 10, 20)


def test_sums_that_do_not_meet_both_stand() -> None:
    made = reconcile([report("a", amount=usd(300)), report("b", amount=usd(500)), report("c", amount=usd(502))])
    field = made.deal.fields["amount"]
    assert field.value["value"] == 502_000_000
    assert [claim.value["value"] for claim in field.against] == [300_000_000]
    assert made.deal.conflicts == ("amount",)
    assert 0 < field.confidence < 1


def test_a_paper_that_repeats_itself_counts_once() -> None:
    loud = [report(f"a{n}", amount=usd(300), provider="Loud Daily") for n in range(5)]
    quiet = [report("b", amount=usd(500)), report("c", amount=usd(500))]
    made = reconcile([*loud, *quiet])
    assert value(made, "amount")["value"] == 500_000_000
    assert len({claim.origin for claim in made.deal.fields["amount"].against}) == 1


def test_a_sum_of_talks_gives_way_without_a_conflict() -> None:
    made = reconcile(
        [report("a", "2025-01-01", status=Status.IN_TALKS, amount=usd(500)), report("b", "2025-02-01", amount=usd(600))]
    )
    assert value(made, "amount")["value"] == 600_000_000
    assert not made.deal.conflicts
    assert len(made.deal.fields["amount"].against) == 1


def test_valuations_before_and_after_the_money_don_t_contradict() -> None:
    pre, post = report("a", valuation=usd(2000), basis=Basis.PRE), report("b", valuation=usd(2500), basis=Basis.POST)
    assert not reconcile([pre, post]).deal.conflicts
    made = reconcile([post, report("c", valuation=usd(9000))])
    assert made.deal.conflicts == ("valuation",)
    assert value(made, "valuation")["basis"] in {"post", "unspecified"}


def test_a_named_stage_beats_an_inferred_one() -> None:
    made = reconcile(
        [
            report("a", round_=Round.SERIES_UNKNOWN),
            report("b", round_=Round.CORPORATE_ROUND),
            report("c", round_=Round.SERIES_B, label="Series B"),
        ]
    )
    assert (value(made, "round"), value(made, "round_label")) == ("series_b", "Series B")
    assert made.deal.fields["round"].rule == "a named stage before an inferred one"
    assert not made.deal.conflicts
    assert reconcile([report("a", round_=Round.SERIES_A), report("b", round_=Round.SERIES_B)]).deal.conflicts == (
        "round",
    )


def test_a_deal_advances_and_keeps_its_history() -> None:
    reports = [
        report("talks", "2025-01-10", status=Status.IN_TALKS),
        report("news", "2025-03-04", status=Status.ANNOUNCED),
        report("late rumour", "2025-03-05", status=Status.RUMOURED),
        report("close", "2025-04-01", status=Status.CLOSED),
    ]
    made = reconcile(reports)
    assert value(made, "status") == "closed"
    assert [step.status for step in made.deal.history] == [Status.IN_TALKS, Status.ANNOUNCED, Status.CLOSED]
    assert value(made, "announced_on")["value"] == "2025-03-04"


def test_called_off_stays_called_off_until_later_news() -> None:
    reports = [
        report("news", "2025-03-04"),
        report("off", "2025-05-01", status=Status.ABANDONED),
        report("recalled", "2025-06-01", background=True),
    ]
    assert value(reconcile(reports), "status") == "abandoned"
    again = report("again", "2025-07-01", status=Status.IN_TALKS)
    assert value(reconcile([*reports, again]), "status") == "in_talks"


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([report("a", "2025-03-04", announced="2025-03-02"), report("b", "2025-03-01")], ("2025-03-02", "day")),
        ([report("a", "2025-03-04", announced="2025")], ("2025-03-04", "day")),
        ([report("a", "2025-03-04", announced="2024-11")], ("2024-11-01", "month")),
        ([report("a", "2025-03-04", background=True, announced="2023")], ("2023-01-01", "year")),
        ([report("a", "2025-03-04", status=Status.RUMOURED)], ("2025-03-04", "day")),
        ([report("a", "2025-01-04", status=Status.RUMOURED), report("b", "2025-03-04")], ("2025-03-04", "day")),
    ],
)
def test_when_a_deal_was_announced(reports: list[Report], expected: tuple[str, str]) -> None:
    on = value(reconcile(reports), "announced_on")
    assert (on["value"], on["precision"]) == expected


def test_a_deal_without_a_date_has_none() -> None:
    made = reconcile([report("a", None, background=True)])
    assert "announced_on" not in made.deal.fields
    assert made.announced_on is None
    assert made.deal.background


def test_investors_are_all_whom_anyone_names_each_once() -> None:
    known = {"harbour": "o-h", "海港资本": "o-h"}
    shown = {"o-h": "Harbour Capital"}
    reports = [
        report("a", investors=("Harbour", "Willow", "Tidewater")),
        report("b", investors=("*海港资本",)),
        report("c", investors=("WILLOW Inc.", "Elm")),
    ]
    organisation = Organisation("o-t", "Tidewater", ("Tidewater",), ("tidewater",))
    made = reconcile(reports, organisation=organisation, organisation_of=known.get, display=shown.get)
    assert value(made, "investors") == [
        {"name": "Harbour Capital", "role": "lead", "named_by": 2},
        {"name": "WILLOW Inc.", "role": "participant", "named_by": 2},
        {"name": "Elm", "role": "participant", "named_by": 1},
    ]


def test_a_correction_wins_over_every_rule_until_it_is_undone() -> None:
    a, b = report("a", "2025-03-04", amount=usd(300)), report("b", "2025-03-05", amount=usd(500))
    right = {"value": 450_000_000, "currency": "USD", "qualifier": "exact", "verbatim": ""}
    said = judgement("1", "field", b.id, "amount", Verdict.CORRECT, by="mira", value=right)
    made = reconcile([a, b], [said])
    assert value(made, "amount") == right
    assert made.deal.fields["amount"].rule == "corrected by mira"
    assert made.usd == 450e6
    assert not made.deal.conflicts
    assert len(made.deal.fields["amount"].against) == 2
    assert reconcile([a, b], [said, undo("2", "1")]) == reconcile([a, b])
    assert reconcile([a], [said]) == reconcile([a])


def test_a_correction_that_makes_no_sense_harms_nothing_else() -> None:
    a = report("a", amount=usd(300))
    made = reconcile([a], [judgement("1", "field", a.id, "amount", Verdict.CORRECT, value="lots")])
    assert value(made, "amount") == "lots"
    assert made.usd is None


def test_every_claim_leads_to_its_article_and_words() -> None:
    made = reconcile(
        [report("a", amount=usd(300), investors=("Harbour",), round_=Round.SEED), report("b", announced="2025")]
    )
    for field in made.deal.fields.values():
        assert field.support
        assert all(claim.quote and claim.article in {"a", "b"} and claim.report for claim in field.support)
    assert list(made.deal.fields) == [name for name in FIELDS if name in made.deal.fields]


def test_the_id_is_that_of_the_earliest_report() -> None:
    a, b = report("a", "2025-03-04"), report("b", "2025-03-05")
    assert reconcile([b, a]).deal.id == reconcile([a]).deal.id == deal_id(a.id)


made_reports = st.builds(
    lambda n, day, status, round_, millions, backers, kind, bg, announced: report(
        f"article {n}",
        day,
        kind=kind,
        status=status,
        round_=round_,
        label=round_ and str(round_),
        amount=usd(millions) if millions else None,
        valuation=usd(millions * 7, Qualifier.ABOUT) if millions else None,
        investors=tuple(backers),
        background=bg,
        announced=announced,
        provider=f"paper {n % 3}",
    ),
    st.integers(0, 10**6),
    st.sampled_from(["2025-03-04", "2025-03-05", None]),
    st.sampled_from(list(Status)),
    st.sampled_from([None, Round.SERIES_UNKNOWN, Round.SERIES_A, Round.SERIES_B]),
    st.sampled_from([None, 5, 20, 21, 50]),
    st.lists(st.sampled_from(["*Harbour", "Harbour", "Willow", "WILLOW", "Elm"]), max_size=3),
    st.sampled_from([Kind.FUNDING_ROUND, Kind.ACQUISITION]),
    st.booleans(),
    st.sampled_from([None, "2025", "2025-03", "2025-03-01", "2024-12-31"]),
)
some_reports = st.lists(made_reports, min_size=1, max_size=8, unique_by=lambda one: one.id)
corrections = st.builds(
    lambda n, field, text: (f"j{n}", field, text),
    st.integers(0, 99),
    st.sampled_from(FIELDS),
    st.sampled_from(["x", "closed"]),
)


@settings(max_examples=120, deadline=None)
@given(some_reports, st.data())
def test_the_order_of_arrival_changes_nothing(reports: list[Report], data: st.DataObject) -> None:
    assert reconcile(data.draw(st.permutations(reports))) == reconcile(reports)


@settings(max_examples=60, deadline=None)
@given(some_reports, st.sampled_from(FIELDS), st.data())
def test_a_judgement_undone_leaves_no_trace(reports: list[Report], name: str, data: st.DataObject) -> None:
    one: Report = data.draw(st.sampled_from(reports))
    said: Judgement = judgement("1", "field", one.id, name, Verdict.CORRECT, value="corrected")
    assert value(reconcile(reports, [said]), name) == "corrected"
    assert reconcile(reports, [said, undo("2", "1")]) == reconcile(reports)


@settings(max_examples=60, deadline=None)
@given(some_reports)
def test_what_wins_is_what_someone_said(reports: list[Report]) -> None:
    made = reconcile(reports)
    for name in ("amount", "valuation", "round", "round_label", "status", "kind"):
        if name in made.deal.fields:
            field = made.deal.fields[name]
            assert field.value in [claim.value for claim in field.support]
            assert 0 < field.confidence <= 1
    assert (
        all(Role(backer["role"]) for backer in made.deal.fields["investors"].value)
        if "investors" in made.deal.fields
        else True
    )


@pytest.mark.parametrize("day", ["0001-01", "9999-12", "9999", "9999-12-31"])
def test_the_ends_of_time_harm_nothing(day: str) -> None:
    assert reconcile([report("a", announced=day), report("b", announced=day, background=True)]).deal.fields[
        "announced_on"
    ]
    assert len(cluster([report("a", announced=day), report("b", "2025-03-04")])) in (1, 2)


def test_a_date_in_the_report_s_future_is_not_its_announcement() -> None:
    made = reconcile([report("a", "2025-03-04", announced="2025-06-30")])
    assert value(made, "announced_on") == {"value": "2025-03-04", "precision": "day"}
    assert len(cluster([report("a", "2025-03-04", announced="2027-06-30"), report("b", "2025-03-04")])) == 1


def test_only_a_person_makes_a_value_certain() -> None:
    many = reconcile([report(f"a{n}", amount=usd(300)) for n in range(9)]).deal.fields["amount"]
    assert 0.9 < many.confidence < 1
