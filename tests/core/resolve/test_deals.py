"""Reports of one company fall into its deals, whatever the order in which they came."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.resolve.aliases import Aliases
from dealwire.core.resolve.deal_evidence import DEAREST_KIND, Evidence
from dealwire.core.resolve.deal_profile import profile
from dealwire.core.resolve.deals import SPEAKS_AGAINST, cluster
from dealwire.core.resolve.rates import NO_RATES
from dealwire.model import Judgement, Kind, Money, Qualifier, Report, Round, Status, Verdict
from tests.core.resolve.making import judgement, report, undo, usd


def ids(reports: list[Report], judgements: tuple[Judgement, ...] = ()) -> list[set[str]]:
    return [{one.article for one in deal} for deal in cluster(reports, judgements)]


def test_talks_announcement_and_close_are_one_deal() -> None:
    found = ids(
        [
            report("talks", "2025-01-10", status=Status.IN_TALKS, amount=usd(500)),
            report("rumour", "2025-02-20", status=Status.RUMOURED, amount=usd(550), investors=("*Harbour",)),
            report("news", "2025-03-04", amount=usd(600), round_=Round.SERIES_B, investors=("*Harbour", "Willow")),
            report("close", "2025-03-25", status=Status.CLOSED, round_=Round.SERIES_B),
        ]
    )
    assert found == [{"talks", "rumour", "news", "close"}]


def test_the_next_round_is_another_deal() -> None:
    found = ids(
        [
            report("a1", "2024-02-01", amount=usd(20), round_=Round.SERIES_A),
            report("a2", "2024-02-02", round_=Round.SERIES_A),
            report("b", "2025-02-01", amount=usd(60), round_=Round.SERIES_B),
            report("talks", "2025-06-01", status=Status.IN_TALKS, amount=usd(200)),
        ]
    )
    assert found == [{"a1", "a2"}, {"b"}, {"talks"}]


def test_a_recalled_round_joins_the_news_of_it() -> None:
    both = Money(2_500_000_000, "CNY", also=(usd(342),))
    found = ids(
        [
            report("first", "2023-10-20", amount=usd(342), investors=("Harbour", "Willow")),
            report("second", "2023-10-20", amount=usd(340), investors=("Harbour", "Willow")),
            report("third", "2023-10-21", amount=both, announced="2023"),
            report("later", "2024-02-27", amount=usd(300, Qualifier.AT_LEAST), announced="2023", background=True),
            report("bare", "2024-03-05", investors=("Harbour",), background=True),
        ]
    )
    assert found == [{"first", "second", "third", "later", "bare"}]


def test_two_papers_that_disagree_tell_of_one_deal() -> None:
    found = ids(
        [
            report("one", "2025-03-04", amount=usd(300), round_=Round.SERIES_B),
            report("two", "2025-03-06", amount=usd(500), round_=Round.SERIES_B),
        ]
    )
    assert found == [{"one", "two"}]


def test_an_unlabelled_report_does_not_chain_two_rounds() -> None:
    found = ids(
        [
            report("a", "2025-03-01", amount=usd(10), round_=Round.SERIES_A),
            report("between", "2025-03-20"),
            report("b", "2025-04-10", amount=usd(50), round_=Round.SERIES_B),
        ]
    )
    assert len(found) == 2
    assert not any({"a", "b"} <= deal for deal in found)


def test_a_vague_recollection_with_two_deals_to_join_stays_alone() -> None:
    rounds = [
        report("a", "2023-03-01", amount=usd(10), round_=Round.SERIES_A),
        report("b", "2024-03-01", amount=usd(50), round_=Round.SERIES_B),
    ]
    assert ids([*rounds, report("bare", "2025-01-01", background=True)])[-1] == {"bare"}
    assert ids([rounds[0], report("bare", "2025-01-01", background=True)]) == [{"a", "bare"}]


def test_a_recollection_can_t_be_of_a_later_deal() -> None:
    found = ids(
        [
            report("bare", "2022-01-01", background=True, round_=Round.SERIES_A),
            report("a", "2023-03-01", amount=usd(10), round_=Round.SERIES_A),
        ]
    )
    assert len(found) == 2


def test_undated_quotes_of_one_deal_meet() -> None:
    found = ids(
        [
            report("x", None, amount=usd(25), round_=Round.SERIES_A, investors=("*Harbour",)),
            report("y", None, amount=usd(25)),
            report("z", None),
        ]
    )
    assert found == [{"x", "y", "z"}]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"kind": Kind.ACQUISITION}, {"kind": Kind.FUNDING_ROUND}),
        ({"round_": Round.DEBT_FINANCING}, {"round_": Round.SERIES_C}),
        ({"round_": Round.SERIES_A, "label": "A轮"}, {"round_": Round.SERIES_A, "label": "A+轮", "amount": usd(30)}),
        ({"kind": Kind.ACQUISITION, "investors": ("=Harbour",)}, {"kind": Kind.ACQUISITION, "investors": ("=Willow",)}),
    ],
)
def test_what_is_never_one_deal(first: dict[str, object], second: dict[str, object]) -> None:
    made = [report("one", "2025-03-04", **first), report("two", "2025-03-30", **second)]  # type: ignore[arg-type]
    assert len(cluster(made)) == 2


def test_one_article_tells_two_deals_or_one_twice() -> None:
    seed = report("one", round_=Round.SEED)
    first = report("one", ordinal=1, amount=usd(10))
    second = report("one", ordinal=2, amount=usd(60))
    bare = report("one", ordinal=3, background=True)
    assert len(cluster([first, second])) == 2
    assert len(cluster([seed, report("one", ordinal=1, round_=Round.SERIES_A)])) == 2
    assert len(cluster([first, bare])) == 1
    assert len(cluster([first, report("one", ordinal=4, status=Status.IN_TALKS)])) == 2


def test_a_stage_merely_inferred_does_not_part_reports() -> None:
    labelled = report("a", round_=Round.SERIES_B, label="Series B", investors=("*Harbour", "Willow"))
    inferred = report("b", round_=Round.CORPORATE_ROUND, investors=("Harbour",))
    assert len(cluster([labelled, inferred])) == 1


def test_acquisitions_take_long() -> None:
    found = ids(
        [
            report("talks", "2024-01-10", kind=Kind.ACQUISITION, status=Status.IN_TALKS, investors=("=Harbour",)),
            report("deal", "2024-03-01", kind=Kind.ACQUISITION, amount=usd(2000), investors=("=Harbour",)),
            report("closed", "2024-12-20", kind=Kind.ACQUISITION, status=Status.CLOSED, investors=("=Harbour",)),
        ]
    )
    assert found == [{"talks", "deal", "closed"}]


@pytest.mark.parametrize(
    ("hedged", "other"), [(usd(10, Qualifier.AT_LEAST), usd(3000)), (usd(400, Qualifier.AT_MOST), usd(12))]
)
def test_an_open_end_does_not_swallow_everything(hedged: Money, other: Money) -> None:
    assert len(cluster([report("a", None, amount=hedged, background=True), report("b", None, amount=other)])) == 2
    assert len(cluster([report("a", None, amount=hedged), report("b", None, amount=replace(hedged, verbatim=""))])) == 1


def test_a_person_s_verdict_wins() -> None:
    a = report("a", "2024-02-01", amount=usd(20), round_=Round.SERIES_A)
    b = report("b", "2025-02-01", amount=usd(60), round_=Round.SERIES_B)
    c = report("c", "2024-02-02", amount=usd(20), round_=Round.SERIES_A)
    same = judgement("1", "report", a.id, b.id)
    apart = judgement("2", "report", a.id, c.id, Verdict.DIFFERENT)
    assert ids([a, b, c], (same,)) in ([{"a", "b"}, {"c"}], [{"a", "b", "c"}])
    assert ids([a, b, c], (apart,)) == [{"a"}, {"c"}, {"b"}]
    assert ids([a, b, c], (apart, same, undo("3", "1"), undo("4", "2"))) == [{"a", "c"}, {"b"}]


def test_backers_named_in_two_ways_count_as_one() -> None:
    reports = [
        report("a", "2025-01-01", investors=("*Harbour Capital", "Willow")),
        report("b", "2025-05-15", investors=("*海港资本", "Willow Partners"), round_=Round.SERIES_B),
    ]
    assert len(cluster(reports)) == 2
    known = {"harbour capital": "o-1", "海港资本": "o-1", "willow": "o-2", "willow partners": "o-2"}
    assert len(cluster(reports, organisation_of=known.get)) == 1


made_reports = st.builds(
    lambda n, month, day, round_, millions, status, background, dated: report(
        f"article {n}",
        f"2024-{month:02}-{day:02}" if dated else None,
        round_=round_,
        amount=usd(millions) if millions else None,
        status=status,
        background=background,
    ),
    st.integers(0, 10**6),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from([None, Round.SERIES_UNKNOWN, Round.SEED, Round.SERIES_A, Round.SERIES_B, Round.DEBT_FINANCING]),
    st.sampled_from([None, 5, 20, 21, 50, 300]),
    st.sampled_from([Status.ANNOUNCED, Status.IN_TALKS, Status.CLOSED]),
    st.booleans(),
    st.booleans(),
)
told_reports = st.builds(
    lambda one, kind, investors, worth: report(
        one.article,
        kind=kind,
        round_=one.deal.round.value if one.deal.round else None,
        amount=one.deal.amount.value if one.deal.amount else None,
        status=one.deal.status.value,
        investors=investors,
        valuation=usd(worth) if worth else None,
    ),
    made_reports,
    st.sampled_from(Kind),
    st.sampled_from([(), ("*Harbour",), ("Harbour", "Willow"), ("=Harbour",), ("=Willow Holdings",)]),
    st.sampled_from([None, 100, 1000]),
)
some_reports = st.lists(made_reports, max_size=12, unique_by=lambda one: one.id)


@settings(max_examples=120, deadline=None)
@given(some_reports, st.data())
def test_the_order_of_arrival_changes_nothing(reports: list[Report], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(reports))
    assert cluster(shuffled) == cluster(reports)
    assert cluster(shuffled + reports) == cluster(reports)


@settings(max_examples=60, deadline=None)
@given(some_reports)
def test_every_report_is_in_one_deal(reports: list[Report]) -> None:
    assert sorted(one.id for deal in cluster(reports) for one in deal) == sorted(one.id for one in reports)


@settings(max_examples=60, deadline=None)
@given(some_reports.filter(lambda reports: len(reports) > 1), st.data())
def test_a_judgement_undone_leaves_no_trace(reports: list[Report], data: st.DataObject) -> None:
    a, b = data.draw(st.permutations(reports))[:2]
    verdict = data.draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]))
    said = judgement("1", "report", a.id, b.id, verdict)
    deals = cluster(reports, (said,))
    assert any({a, b} <= set(deal) for deal in deals) is (verdict is Verdict.SAME)
    assert cluster(reports, (said, undo("2", "1"))) == cluster(reports)


def test_one_deal_that_papers_call_by_two_kinds_is_one() -> None:
    stake = report("stake", "2025-03-04", amount=usd(14_300), investors=("Harbour",))
    bought = report("bought", "2025-03-05", kind=Kind.ACQUISITION, amount=usd(14_300), investors=("=Harbour",))
    talks = report("talks", "2025-03-01", status=Status.RUMOURED, investors=("*Harbour",))
    assert ids([stake, bought, talks]) == [{"stake", "bought", "talks"}]


@pytest.mark.parametrize("kind", [Kind.ACQUISITION, Kind.IPO, Kind.FUND_CLOSE])
def test_two_kinds_of_deal_in_one_week_are_two(kind: Kind) -> None:
    money = report("money", "2025-03-04", amount=usd(20), round_=Round.SERIES_B, investors=("Harbour",))
    assert len(ids([money, report("other", "2025-03-05", kind=kind, investors=("Willow",))])) == 2


def test_a_person_may_join_two_kinds() -> None:
    money, bought = report("money"), report("bought", kind=Kind.ACQUISITION)
    assert ids([money, bought], (judgement("1", "report", money.id, bought.id),)) == [{"money", "bought"}]


def test_an_attempt_long_after_one_that_failed_is_another() -> None:
    buyer = ("=Harbour",)
    first = report("talks", "2024-07-14", kind=Kind.ACQUISITION, status=Status.IN_TALKS, investors=buyer)
    off = report("off", "2024-07-23", kind=Kind.ACQUISITION, status=Status.ABANDONED, investors=buyer)
    soon = report("soon", "2024-08-02", kind=Kind.ACQUISITION, investors=buyer)
    again = report("again", "2025-03-17", kind=Kind.ACQUISITION, status=Status.RUMOURED, investors=buyer)
    assert ids([first, off, again]) == [{"talks", "off"}, {"again"}]
    assert ids([first, off, soon]) == [{"talks", "off", "soon"}]


def test_the_same_price_in_the_same_days_outweighs_the_name_of_a_buyers_parent() -> None:
    arm = report("arm", kind=Kind.ACQUISITION, amount=usd(32_000), investors=("=Willow Search",))
    parent = report("parent", kind=Kind.ACQUISITION, amount=usd(32_000), investors=("=Willow Holdings",))
    rival = report("rival", kind=Kind.ACQUISITION, amount=usd(35_500), investors=("=Alder",))
    assert sorted(map(sorted, ids([arm, parent, rival]))) == [["arm", "parent"], ["rival"]]


def test_a_large_purchase_may_take_two_years_to_close() -> None:
    buyer = ("=Harbour",)
    signed = report("signed", "2024-01-16", kind=Kind.ACQUISITION, amount=usd(35_000), investors=buyer)
    done = report(
        "done", "2025-07-17", kind=Kind.ACQUISITION, amount=usd(35_000), investors=buyer, status=Status.CLOSED
    )
    assert ids([done, signed]) == [{"signed", "done"}]
    first = report("first", "2024-01-16", round_=Round.SERIES_UNKNOWN, amount=usd(20))
    assert len(ids([first, report("later", "2025-07-17", amount=usd(20))])) == 2


def test_a_backers_fund_speaks_for_its_round() -> None:
    parent = report("parent", round_=Round.CORPORATE_ROUND, label="strategic", investors=("Harbourline",))
    fund = report(
        "fund", "2025-03-25", round_=Round.CORPORATE_ROUND, label="strategic", investors=("Harbourline Vision Fund",)
    )
    other = report("other", "2025-03-25", round_=Round.CORPORATE_ROUND, label="strategic", investors=("Willow",))
    assert len(ids([parent, fund])) == 1
    assert len(ids([parent, other])) == 2


def test_two_strategic_investments_by_different_backers_are_two() -> None:
    first = report("first", "2025-01-04", round_=Round.CORPORATE_ROUND, label="strategic", investors=("Harbour",))
    second = report("second", "2025-03-04", round_=Round.CORPORATE_ROUND, label="strategic", investors=("Willow",))
    assert ids([first, second]) == [{"first"}, {"second"}]


def test_undated_reports_of_different_sums_stay_apart() -> None:
    dated, undated = report("dated", "2025-03-04", amount=usd(75)), report("undated", None, amount=usd(80))
    assert len(ids([dated, undated])) == 2
    assert len(ids([dated, report("undated", None)])) == 1


def test_two_round_figures_are_two_rounds_though_rounding_would_let_them_meet() -> None:
    august = report("august", "2024-08-30", amount=usd(340))
    november = report("november", "2024-11-22", amount=usd(350))
    assert len(ids([august, november])) == 2
    assert len(ids([august, report("rounded", "2024-08-31", amount=usd(338))])) == 1


def test_the_very_figure_wins_over_one_that_may_be_rounded() -> None:
    rounds = [report("early", "2015-09-15", amount=usd(48)), report("late", "2017-06-15", amount=usd(50))]
    assert ids([*rounds, report("undated", None, amount=usd(50))]) == [{"early"}, {"late", "undated"}]


def test_what_is_news_was_not_done_all_year() -> None:
    spring = report("spring", "2024-05-27", amount=usd(6000), round_=Round.SERIES_B)
    filing = report("filing", "2024-12-06", amount=usd(6000), announced="2024")
    winter = report("winter", "2024-12-24", amount=usd(6000), round_=Round.SERIES_C)
    assert ids([spring, filing, winter]) == [{"spring"}, {"filing", "winter"}]


def test_the_last_round_named_in_passing_is_no_report_of_it() -> None:
    june = report("june", "2024-06-21", amount=usd(665))
    august = report("august", "2024-08-30", amount=usd(340))
    passing = report("august", "2024-08-30", background=True, ordinal=1)
    assert ids([june, august, passing]) == [{"june"}, {"august"}]


def test_a_paper_names_the_buyer_s_parent() -> None:
    aliases = Aliases({"quellmoor": "Quellmoor", "tarnwick": "Tarnwick"}, parents={"Quellmoor": "Tarnwick"})
    talks = report("talks", "2025-03-17", kind=Kind.ACQUISITION, status=Status.IN_TALKS, investors=("=Tarnwick",))
    news = report("news", "2025-03-18", kind=Kind.ACQUISITION, investors=("=Quellmoor",))
    assert len(cluster([talks, news], aliases=aliases)) == 1
    assert len(cluster([talks, news])) == 2


def test_the_coverage_of_a_famous_company_stays_cheap() -> None:
    many = [report(f"n{n}", f"2025-03-{1 + n % 3:02}", amount=usd(100) if n % 3 else None) for n in range(300)]
    random.Random(1).shuffle(many)
    assert len(cluster(many)) == 1


@settings(max_examples=200, deadline=None)
@given(made_reports, made_reports)
def test_evidence_has_no_order(a: Report, b: Report) -> None:
    evidence = Evidence(NO_RATES)
    first, second = profile(a, lambda _: None), profile(b, lambda _: None)
    assert evidence.weigh(first, second) == evidence.weigh(second, first)
    assert evidence.total(first, second) == pytest.approx(sum(evidence.weigh(first, second).values()))


@settings(max_examples=400, deadline=None)
@given(told_reports, told_reports, st.sampled_from([-30.0, SPEAKS_AGAINST + DEAREST_KIND, -2.5, 0.0, 5.0]))
def test_evidence_that_stops_early_stops_only_below_the_least(a: Report, b: Report, least: float) -> None:
    evidence = Evidence(NO_RATES)
    first, second = profile(a, lambda _: None), profile(b, lambda _: None)
    total = evidence.total(first, second)
    if total < least:
        assert evidence.total_or_less(first, second, least) < least
    else:
        assert evidence.total_or_less(first, second, least) == total
