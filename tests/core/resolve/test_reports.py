"""Reports have stable ids, and a record lends its company's name to its nameless reports."""

from __future__ import annotations

import random

import pytest

from dealwire.core.resolve.reports import report_id, reports, tie
from dealwire.model import DealReport, Kind, Reading, Report, Status
from tests.core.resolve.making import article, report, told, usd

NAMED = report("a", company="Moonfall", amount=usd(900), investors=("*Harbour",), record="r")
NAMELESS = report("b", company="", valuation=usd(2500), investors=("*Harbour Group",), record="r")
RECALLED = report("b", company="Zephyr", amount=usd(300), investors=("Harbour",), background=True, record="r")


def test_the_id_depends_on_the_folded_company() -> None:
    assert report_id("a", Kind.IPO, "Moonfall Ltd.", 0) == report_id("a", Kind.IPO, "MOONFALL", 0)
    assert len({report_id("a", kind, company, n) for kind in Kind for company in ("x", "") for n in (0, 1)}) == 16


def test_an_article_s_reports_count_where_they_repeat() -> None:
    deal = DealReport(told(Kind.FUNDING_ROUND), told("Moonfall"), told(Status.ANNOUNCED))
    nameless = DealReport(told(Kind.FUNDING_ROUND), None, told(Status.ANNOUNCED))
    found = reports(article("a"), Reading(deals=(deal, deal), nameless=(nameless,)))
    assert [one.id for one in found] == [
        report_id("a", Kind.FUNDING_ROUND, "Moonfall", 0),
        report_id("a", Kind.FUNDING_ROUND, "Moonfall", 1),
        report_id("a", Kind.FUNDING_ROUND, "", 0),
    ]
    assert found[0].known_at == article("a").published


def companies(found: tuple[Report, ...]) -> dict[str, tuple[str, bool]]:
    return {one.id: (one.company, one.tied) for one in found}


def test_a_nameless_report_takes_the_company_of_its_record() -> None:
    found = companies(tie([NAMED, NAMELESS, RECALLED]))
    assert found[NAMELESS.id] == ("Moonfall", True)
    assert found[NAMED.id] == ("Moonfall", False)
    assert found[RECALLED.id] == ("Zephyr", False)


def test_two_companies_in_the_running_leave_it_nameless() -> None:
    rival = report("c", company="Sunrise", investors=("Harbour",), record="r")
    assert companies(tie([NAMED, NAMELESS, rival]))[NAMELESS.id] == ("", False)


def test_two_spellings_of_one_company_are_one() -> None:
    longer = report("c", company="Moonfall AI", investors=("Harbour",), record="r")
    assert companies(tie([NAMED, NAMELESS, longer]))[NAMELESS.id] == ("Moonfall AI", True)


@pytest.mark.parametrize(
    "nameless",
    [
        report("b", company="", kind=Kind.ACQUISITION, investors=("Harbour",), record="r"),
        report("b", company="", investors=("*Willow",), record="r"),
        report("b", company="", background=True, record="r"),
    ],
)
def test_another_kind_another_backer_or_history_is_not_tied(nameless: Report) -> None:
    assert companies(tie([NAMED, nameless]))[nameless.id] == ("", False)


def test_order_does_not_matter_and_tying_twice_neither() -> None:
    once = tie([NAMED, NAMELESS, RECALLED])
    for _ in range(5):
        shuffled = random.sample([NAMED, NAMELESS, RECALLED], 3)
        assert tie(shuffled) == once
    assert tie(once) == once
