"""Copies of one story are one origin, however many print it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dealwire.core.resolve.bylines import RELEASE, agency
from dealwire.core.resolve.origins import origins_of
from dealwire.core.resolve.reconcile import reconcile
from dealwire.core.resolve.reports import reports
from dealwire.model import Article, Provider, Reading, Report
from tests.core.resolve.making import article, report, usd

STORY = (
    "Tidewater, a maker of tide gauges, has raised $45 million in a round that it had sought since the spring. "
    "The company sells to ports on three continents, and means to hire forty people before the year is out. "
    "Its founders met on a dredger, and its first gauge still stands in the harbour where they built it."
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LISBON (Reuters) - Tidewater has raised $45 million.", "Reuters"),
        ("Tidewater raised $45 million, Bloomberg News reported on Monday.", "Bloomberg"),
        ("Tidewater raised $45 million, according to a report by the Financial Times.", "Financial Times"),
        ("LISBON, March 4 /PRNewswire/ -- Tidewater today announced $45 million.", RELEASE),
        ("据路透社报道，潮汐科技完成4500万美元融资。", "Reuters"),
        ("潮汐科技完成融资，彭博社援引知情人士报道。", "Bloomberg"),
        ("Tidewater said that it raised $45 million.", None),
        ("Tidewater, whose data Bloomberg terminals carry, raised $45 million.", None),
        ("The information that Tidewater gave us says $45 million.", None),
    ],
)
def test_a_newsroom_that_a_text_names_as_its_source(text: str, name: str | None) -> None:
    assert agency(f"A title\n{text}", Provider("Harbour Ledger")) == name


def test_an_agency_is_its_own_source() -> None:
    assert agency("A title\nTidewater raised money.", Provider("Reuters")) == "Reuters"


def told(key: str, text: str, provider: str) -> Report:
    made: Article = replace(article(key, text=text, provider=provider), title="")
    given = report(key).deal
    (found,) = reports(made, Reading(deals=(given,)))
    return found


def test_ten_mastheads_with_one_story_are_one_origin() -> None:
    copies = [told(f"c{n}", STORY.replace("forty", f"{n + 30}"), f"paper {n}") for n in range(10)]
    own = told("own", "We have heard that Tidewater of Lisbon found backers for its gauges at last.", "paper x")
    found = origins_of([*copies, own])
    assert len(set(found.of.values())) == 2
    assert len({found.of[one.id] for one in copies}) == 1
    made = reconcile([*copies, own]).deal
    assert (made.origins, len(made.articles)) == (2, 11)
    first = min(copies, key=lambda one: one.id).provider.name
    assert {claim.origin for claim in made.fields["company"].support} == {first, "paper x"}


def test_papers_that_pass_on_one_agency_are_one_origin() -> None:
    papers = [
        told("a", "Tidewater raised money, Reuters reported.", "paper a"),
        told("b", "Gauges sell: Tidewater found $45 million, according to Reuters.", "paper b"),
        told("c", "Tidewater got its money.", "paper c"),
    ]
    assert sorted(set(origins_of(papers).of.values())) == ["Reuters", "paper c"]


def test_one_article_and_one_publisher_are_one_origin() -> None:
    first, second = report("a", provider="paper"), report("b", provider="paper")
    assert len(set(origins_of([first, second, report("a", ordinal=1)]).of.values())) == 1


def test_copies_outvote_nobody() -> None:
    wrong = [replace(report(f"w{n}", amount=usd(45), provider=f"paper {n}"), agency="Reuters") for n in range(5)]
    right = [report(f"r{n}", amount=usd(60), provider=f"house {n}") for n in range(2)]
    made = reconcile([*wrong, *right])
    assert made.deal.fields["amount"].value["value"] == 60_000_000
    assert made.deal.conflicts == ("amount",)


def test_an_origin_weighs_as_much_as_its_best_source() -> None:
    two = [report("a", provider="poor"), report("b", provider="good")]
    found = origins_of(two, {"poor": 0.5, "good": 1.5})
    assert {found.weights[found.of[one.id]] for one in two} == {0.5, 1.5}
    joined = origins_of([replace(one, agency="Reuters") for one in two], {"poor": 0.5, "good": 1.5})
    assert joined.weights == {"Reuters": 1.5}
