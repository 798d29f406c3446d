from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.resolve.reconcile import reconcile
from dealwire.model import Report
from tests.core.resolve.making import report

LIKELY = {frozenset(("corvid", "corvid capital")), frozenset(("corvid capital", "corvid capital partners"))}


def alike(a: str, b: str) -> bool:
    return frozenset((a, b)) in LIKELY


def backers(*reports: Report) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = reconcile(reports, alike=alike).deal.fields["investors"].value
    return made


def test_names_that_are_likely_one_s_are_one_backer_where_two_reports_of_a_deal_use_them() -> None:
    told = [report("a", investors=("*Corvid",)), report("b", investors=("Corvid Capital",))]
    told.append(report("c", investors=("Corvid Capital", "Mossgate")))
    assert backers(*told) == [
        {"name": "Corvid Capital", "role": "lead", "named_by": 3, "also": ["Corvid"]},
        {"name": "Mossgate", "role": "participant", "named_by": 1},
    ]


def test_a_report_that_names_both_tells_that_they_are_two() -> None:
    told = [report("a", investors=("Corvid", "Corvid Capital")), report("b", investors=("Corvid",))]
    assert [one["name"] for one in backers(*told)] == ["Corvid", "Corvid Capital"]


def test_no_chain_of_likenesses_joins_two_that_one_report_names() -> None:
    told = [report("a", investors=("Corvid", "Corvid Capital Partners")), report("b", investors=("Corvid Capital",))]
    assert len(backers(*told)) == 2


@given(st.permutations(["Corvid", "Corvid Capital", "Corvid Capital Partners", "Mossgate", "Corvid Capital"]))
def test_the_order_of_reports_changes_nothing(names: list[str]) -> None:
    told = [report(f"a{n}", investors=(name,)) for n, name in enumerate(sorted(names))]
    shuffled = sorted(told, key=lambda one: names.index(one.deal.investors[0].value.name))
    assert backers(*shuffled) == backers(*told)
