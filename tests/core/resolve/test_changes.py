"""What changed in a deal, when, and because of which report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.resolve.changes import Change, changes, learned
from dealwire.core.resolve.reconcile import reconcile
from dealwire.model import Deal, Judgement, Report, Round, Status, Verdict
from tests.core.resolve.making import judgement, on, report, usd


def made(told: Sequence[Report], judged: Sequence[Judgement]) -> Deal:
    return reconcile(told, judged).deal


def of(reports: Sequence[Report], *judged: Judgement) -> list[Change]:
    return list(changes(reports, judged, made))


TALKS = report("talks", "2025-01-10", status=Status.IN_TALKS, amount=usd(500))
NEWS = report("news", "2025-03-04", amount=usd(600), round_=Round.SERIES_B, label="Series B", investors=("*Harbour",))
AGAIN = report("again", "2025-03-06", amount=usd(600), round_=Round.SERIES_B, label="Series B", investors=("*Harbour",))
DAYS = (TALKS, NEWS, AGAIN)


def test_each_change_names_its_report() -> None:
    found = {(change.field, change.at.date().isoformat()): change for change in of(DAYS)}
    assert found["amount", "2025-01-10"].before is None
    status = found["status", "2025-03-04"]
    assert (status.before, status.after, status.report) == ("in_talks", "announced", NEWS)
    assert found["amount", "2025-03-04"].after["value"] == 600_000_000
    assert not [day for _, day in found if day == "2025-03-06"], "another paper that says the same changes nothing"


def test_a_correction_is_a_change_by_a_person() -> None:
    said = replace(judgement("j", "field", NEWS.id, "round", Verdict.CORRECT, value="series_c"), at=on("2025-04-01"))
    (last,) = [change for change in of(DAYS, said) if change.judgement]
    assert (last.field, last.before, last.after, last.judgement) == ("round", "series_b", "series_c", said)
    assert last.report is None


def test_what_was_learnt_late_is_told_in_the_order_of_learning() -> None:
    now = on("2025-06-01")
    late = replace(TALKS, learned_at=now + timedelta(days=1))
    reports = [late, replace(NEWS, learned_at=now)]
    stream = list(changes(reports, (), made, learned))
    assert [change.learned_at for change in stream] == sorted(change.learned_at for change in stream)
    assert all(change.report and change.report.article == "news" for change in stream)
    assert len({change.order for change in stream}) == len(stream)


some = st.lists(
    st.builds(
        report,
        st.sampled_from("abcde"),
        st.sampled_from(["2025-01-10", "2025-01-11", "2025-03-04"]),
        status=st.sampled_from([Status.IN_TALKS, Status.ANNOUNCED, Status.CLOSED]),
        amount=st.sampled_from([None, usd(45), usd(60)]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda one: one.id,
)


@settings(deadline=None)
@given(some, st.data())
def test_changes_lead_from_nothing_to_the_deal_in_any_order_of_arrival(told: list[Report], data: st.DataObject) -> None:
    found = of(told)
    assert of(data.draw(st.permutations(told))) == found
    fields: dict[str, object] = {}
    for change in found:
        fields[change.field] = change.after
    deal = reconcile(told).deal
    assert {name: value for name, value in fields.items() if name not in ("amount", "announced_on")} == {
        name: field.value for name, field in deal.fields.items() if name not in ("amount", "announced_on")
    }
