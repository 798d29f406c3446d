"""Assembly: drafts of one deal become one record, drafts of two stay two."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TypeVar

import pytest

from dealwire.core.extract.assemble import Draft, fold, join_investors, merge, money_meets, report, same_name, step
from dealwire.model import Investor, Kind, Money, Qualifier, Role, Round, Status, Told

T = TypeVar("T")


def told(value: T, start: int = 0) -> Told[T]:
    return Told(value, start, start + 1, "x", 0.9)


def money(value: int, currency: str = "USD", qualifier: Qualifier = Qualifier.EXACT, *also: Money) -> Money:
    return Money(value, currency, qualifier, also=also)


def draft(company: str | None = "Harrow Labs", kind: Kind = Kind.FUNDING_ROUND, start: int = 0) -> Draft:
    return Draft(told(kind, start), told(company, start) if company else None)


def backers(*names: tuple[str, Role]) -> tuple[Told[Investor], ...]:
    return tuple(told(Investor(name, role), n) for n, (name, role) in enumerate(names))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Harrow Labs", "Harrow Labs, Inc."),
        ("Fern & Vale", "Fern and Vale"),
        ("Harrow", "Harrow Labs"),
        ("HARROW LABS", "Harrow Labs"),
        ("Ｈarrow", "Harrow"),
        ("穹图", "穹图科技"),
    ],
)
def test_two_forms_of_a_name_are_one(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Harrow Labs", "Barrow Labs"), ("Labs", "Harrow Labs"), ("穹", "穹图科技"), ("", "Harrow"), ("A", "A B")],
)
def test_two_names_are_not_one(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


def test_a_name_of_legal_words_alone_keeps_them() -> None:
    assert fold("The Group") == ("the", "group")
    assert fold("The Harrow Group") == ("harrow",)


def test_what_headline_and_text_tell_is_one_deal_with_the_fuller_name_and_every_backer() -> None:
    headline = replace(draft("Harrow"), amount=told(money(30_000_000)))
    text = replace(
        draft("Harrow Labs", start=50),
        round=told(Round.SERIES_B, 60),
        investors=backers(("Oakhill Ventures", Role.LEAD)),
        status=told(Status.CLOSED, 70),
    )
    for order in permutations((headline, text)):
        (one,) = merge(order)
        assert one.company is not None
        assert one.company.value == "Harrow Labs"
        assert one.amount == headline.amount
        assert (one.round, one.status, one.investors) == (text.round, text.status, text.investors)


@pytest.mark.parametrize(
    "other",
    [
        draft("Fern Robotics"),
        draft(kind=Kind.IPO),
        replace(draft(), amount=told(money(80_000_000))),
        replace(draft(), round=told(Round.SERIES_A)),
        replace(draft(), background=told(value=True)),
        draft(None),
    ],
    ids=["company", "kind", "amount", "round", "history", "nameless"],
)
def test_drafts_that_differ_stay_two_deals(other: Draft) -> None:
    one = replace(draft(), amount=told(money(30_000_000)), round=told(Round.SERIES_B))
    assert merge((one, other)) == [one, other]


def test_two_purchases_of_one_company_by_different_buyers_are_two() -> None:
    first, second = (
        replace(draft(kind=Kind.ACQUISITION), investors=backers((name, Role.ACQUIRER))) for name in ("Fern", "Vale")
    )
    assert len(merge((first, second))) == 2
    assert len(merge((first, replace(second, investors=())))) == 1


def test_history_told_again_as_news_is_news() -> None:
    sum_ = told(money(30_000_000))
    (one,) = merge((replace(draft(), amount=sum_, background=told(value=True)), replace(draft(), amount=sum_)))
    assert not one.recalled


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (money(340_000_000), money(342_000_000), True),
        (money(340_000_000), money(390_000_000), False),
        (money(30_000_000), money(30_000_000, "EUR"), False),
        (money(30_000_000, "EUR"), money(210, "CNY", Qualifier.EXACT, money(30_000_000, "EUR")), True),
        (money(100, qualifier=Qualifier.AT_LEAST), money(120), True),
        (money(100), money(120), False),
        (Money(10, "CNY", Qualifier.RANGE, max=100), money(60, "CNY"), True),
    ],
)
def test_sums_meet_where_one_may_be_the_other_rounded(a: Money, b: Money, meet: bool) -> None:
    assert money_meets(a, b) is meet
    assert money_meets(b, a) is meet


@pytest.mark.parametrize(("value", "unit"), [(340_000_000, 10_000_000), (342_500_000, 100_000), (7, 1), (0, 1)])
def test_a_step_is_the_unit_of_the_last_digit_written(value: int, unit: int) -> None:
    assert step(value) == unit


def test_of_two_sums_the_finer_counts_and_the_other_is_kept() -> None:
    round_, fine = told(money(340_000_000), 5), told(money(342_500_000), 60)
    for order in permutations((round_, fine)):
        (one,) = merge(replace(draft(), amount=amount) for amount in order)
        assert one.amount == fine
        assert one.restated == (round_,)


def test_each_backer_counts_once_by_the_fuller_name_and_the_stronger_role() -> None:
    joined = join_investors(
        backers(
            ("Oakhill", Role.PARTICIPANT),
            ("Fern Capital", Role.EXISTING),
            ("Oakhill Ventures", Role.LEAD),
            ("Fern Capital", Role.PARTICIPANT),
        )
    )
    assert [(i.value.name, i.value.role) for i in joined] == [
        ("Oakhill Ventures", Role.LEAD),
        ("Fern Capital", Role.EXISTING),
    ]


def test_a_named_stage_wins_over_an_inferred_one() -> None:
    vague = replace(draft(), round=told(Round.SERIES_UNKNOWN))
    named = replace(draft(), round=told(Round.SEED))
    for order in permutations((vague, named)):
        (one,) = merge(order)
        assert one.round is not None
        assert one.round.value is Round.SEED


def test_what_no_sentence_says_is_told_by_the_words_that_made_it_a_deal() -> None:
    made = report(draft(start=7), lambda _: Round.CORPORATE_ROUND)
    assert made.round is not None
    assert (made.round.value, made.round.start) == (Round.CORPORATE_ROUND, 7)
    assert (made.status.value, made.status.start) == (Status.ANNOUNCED, 7)


@pytest.mark.parametrize("kind", [Kind.ACQUISITION, Kind.FUND_CLOSE, Kind.IPO])
def test_only_a_funding_round_has_a_round(kind: Kind) -> None:
    made = report(replace(draft(kind=kind), round=told(Round.SEED), round_label=told("seed")), lambda _: Round.SEED)
    assert (made.round, made.round_label) == (None, None)
