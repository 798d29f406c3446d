from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.names import fold
from dealwire.lists import Listed
from dealwire.model import Kind, Role, Round, Status
from dealwire.ports import DealFilter, DealRow, Store
from tests.factories import make_deal, make_deal_report, make_mention, make_organisation, make_report, make_row
from tests.stores.conftest import NewStore

FERN = ("Fern Capital", Role.LEAD)
NAME = "aabE 'é%_*[]?谱智😀"
MOSS = ("Moss Ventures", Role.PARTICIPANT)


class TestReports:
    def test_come_back_whole_and_by_id(self, store: Store) -> None:
        reports = [make_report(id_, "a", make_deal_report("Acme", FERN, MOSS), record="r") for id_ in ("r2", "r1")]
        store.replace_article_views("a", reports, [], [])
        assert store.reports(["r2", "r1", "r3"]) == reports[::-1]
        assert store.reports_of_articles(["a", "b"]) == reports[::-1]

    def test_by_company_not_by_backer(self, store: Store) -> None:
        mentions = [
            make_mention("a", "Acme", report="r1", role="company"),
            make_mention("a", "Fern Capital", report="r1", role="lead"),
            make_mention("a", "Birch"),
        ]
        report = make_report("r1", "a", make_deal_report("Acme", FERN))
        store.replace_article_views("a", [report], mentions, [])
        assert store.reports_of_companies(["acme", "birch", "fern capital"]) == [report]
        assert store.reports_of_companies(["fern capital"]) == []
        assert store.companies_backed_by(["fern capital", "acme"]) == {"acme"}
        assert store.companies_backed_by(["acme"]) == set()


class TestDeals:
    def test_by_its_id_and_those_of_its_reports(self, store: Store) -> None:
        row = make_row(make_deal("d1", "Acme", FERN, reports=("r1", "r2")), date(2026, 3, 1), 12e6)
        store.replace_deals([], [row], {})
        assert [store.deal(id_) for id_ in ("d1", "r1", "r2", "r3")] == [row, row, row, None]

    def test_a_merge_leaves_nothing_of_before(self, store: Store) -> None:
        one, two = (make_row(make_deal(f"d{n}", "Acme", reports=(f"r{n}",), articles=(f"a{n}",))) for n in (1, 2))
        both = make_row(make_deal("d1", "Acme", reports=("r1", "r2"), articles=("a1", "a2")))
        store.replace_deals(["r1", "r2"], [one, two], {})
        store.replace_deals(["r2"], [both], {})
        assert list(store.deals(DealFilter())) == [both]
        assert store.deal("r2") == both
        assert store.deals_of_articles(["a1", "a2", "a3"]) == [both]
        assert [hit.id for hit in store.search("acme")] == ["d1"]

    def test_no_deals_in_place_of_old_ones(self, store: Store) -> None:
        store.replace_deals([], [make_row()], {})
        store.replace_deals(["report-1"], [], {})
        assert store.deal("deal-1") is None
        assert store.search("orchid") == []

    def test_of_articles_by_id(self, store: Store) -> None:
        rows = [make_row(make_deal(id_, reports=(f"r {id_}",), articles=("a", id_))) for id_ in ("d1", "d2")]
        store.replace_deals([], rows[::-1], {})
        assert store.deals_of_articles(["a"]) == rows
        assert store.deals_of_articles(["d2", "a"]) == rows

    def test_of_organisations_with_their_role(self, store: Store) -> None:
        row = make_row(make_deal("d1", "Acme", FERN, MOSS, organisation="o1"))
        store.replace_deals([], [row], {})
        store.replace_organisations(
            [], [make_organisation("o1", "Acme"), make_organisation("o2", "Fern Capital", "蕨资本")]
        )
        assert store.deals_of_organisations(["o1"]) == [("company", row)]
        assert store.deals_of_organisations(["o2"]) == [("lead", row)]
        assert store.deals_of_organisations(["o2", "o1", "o3"]) == [("company", row), ("lead", row)]

    @pytest.mark.parametrize(
        "value", [None, "Fern Capital", ["Fern Capital"], [{"name": None, "role": "lead"}], [{}], 5]
    )
    def test_whatever_an_editor_puts_for_investors(self, store: Store, value: object) -> None:
        deal = make_deal("d1", "Acme", fields={"investors": value, "round": [1], "status": {}})
        store.replace_deals([], [make_row(deal)], {})
        assert store.deal("d1") == make_row(deal)
        assert list(store.deals(DealFilter(investor="fern"))) == []

    @settings(max_examples=20, deadline=None)
    @given(data=st.data())
    def test_order_of_replacing_changes_nothing(self, new_store: NewStore, data: st.DataObject) -> None:
        rows = [
            make_row(make_deal(f"d{n}", f"Company {n}", FERN, reports=(f"r{n}",)), date(2026, 1, 1 + n % 3), n * 1e6)
            for n in range(6)
        ]
        one, other = new_store(), new_store()
        one.replace_deals([], rows, {})
        for row in data.draw(st.permutations(rows + rows[:3])):
            other.replace_deals([], [row], {})
        assert list(one.deals(DealFilter())) == list(other.deals(DealFilter()))
        assert one.search("company") == other.search("company")
        one.close()
        other.close()


def dated(id_: str, day: int | None) -> DealRow:
    return make_row(make_deal(id_, reports=(f"r {id_}",)), None if day is None else date(2026, 3, day))


class TestFilter:
    def ids(self, store: Store, filter_: DealFilter) -> list[str]:
        return [row.deal.id for row in store.deals(filter_)]

    def test_the_latest_first_then_by_id_and_the_undated_last(self, store: Store) -> None:
        store.replace_deals([], [dated("a", None), dated("c", 1), dated("b", 1), dated("d", 9)], {})
        assert self.ids(store, DealFilter()) == ["d", "b", "c", "a"]

    def test_since_and_until_count_their_own_day(self, store: Store) -> None:
        store.replace_deals([], [dated(str(day), day) for day in range(1, 6)] + [dated("never", None)], {})
        assert self.ids(store, DealFilter(since=date(2026, 3, 2), until=date(2026, 3, 4))) == ["4", "3", "2"]

    @pytest.fixture
    def stocked(self, store: Store) -> Store:
        rows = [
            make_row(
                make_deal("a", "智谱", FERN, reports=("r1",), fields={"round": "series_a", "status": "closed"}),
                date(2026, 3, 1),
                5e6,
            ),
            make_row(
                make_deal(
                    "b", "Acme 100% Robotics", MOSS, reports=("r2",), fields={"round": "seed"}, conflicts=("amount",)
                ),
                date(2026, 2, 1),
                9e6,
            ),
            make_row(make_deal("c", "Fern Capital", reports=("r3",), kind=Kind.FUND_CLOSE, background=True)),
        ]
        store.replace_deals([], rows, {})
        organisations = [
            make_organisation("o1", "智谱", "Zhipu AI"),
            make_organisation("o2", "Moss Ventures", "苔创投"),
        ]
        store.replace_organisations([], organisations)
        return store

    @pytest.mark.parametrize(
        ("filter_", "ids"),
        [
            (DealFilter(kind=Kind.FUND_CLOSE), ["c"]),
            (DealFilter(round=Round.SEED), ["b"]),
            (DealFilter(status=Status.CLOSED), ["a"]),
            (DealFilter(min_amount=5e6), ["a", "b"]),
            (DealFilter(min_amount=5.1e6), ["b"]),
            (DealFilter(background=False), ["a", "b"]),
            (DealFilter(conflicts=True), ["b"]),
            (DealFilter(company="智谱"), ["a"]),
            (DealFilter(company="谱"), ["a"]),
            (DealFilter(company="ZHIPU"), ["a"]),
            (DealFilter(company="robot"), ["b"]),
            (DealFilter(company="fern"), ["c"]),
            (DealFilter(investor="fern"), ["a"]),
            (DealFilter(investor="苔"), ["b"]),
            (DealFilter(investor="zhipu"), []),
            (DealFilter(company="fern", kind=Kind.IPO), []),
        ],
    )
    def test_each_filter(self, stocked: Store, filter_: DealFilter, ids: list[str]) -> None:
        assert self.ids(stocked, filter_) == ids

    @pytest.mark.parametrize("part", ["a%e", "a' or '1'='1"])
    def test_signs_of_sql_mean_nothing(self, stocked: Store, part: str) -> None:
        assert self.ids(stocked, DealFilter(company=part)) == []

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.text(NAME, min_size=1, max_size=7), max_size=12), st.text(NAME, min_size=1, max_size=5))
    def test_any_part_of_a_name_finds_it(self, new_store: NewStore, companies: list[str], part: str) -> None:
        store = new_store()
        rows = [make_row(make_deal(f"{n:02}", name, reports=(f"r{n}",))) for n, name in enumerate(companies)]
        for row in rows:
            store.replace_deals([], [row], {})
        found = [row.deal.id for row in rows if fold(part) in fold(row.deal.company)]
        assert self.ids(store, DealFilter(company=part)) == found

    @pytest.mark.parametrize("odd", ["\0", "\0%\0", "\0\0\0\0", '"', "[*]"])
    def test_odd_names_do_no_harm(self, store: Store, odd: str) -> None:
        rows = [make_row(make_deal("d1", odd, reports=("r1",))), make_row(make_deal("d2", reports=("r2",)))]
        for _ in range(2):
            store.replace_deals([], rows, {})
        assert self.ids(store, DealFilter(company="orchid")) == ["d2"]
        assert set(self.ids(store, DealFilter(company=odd))) <= {"d1", "d2"}

    def test_what_went_is_not_found(self, store: Store) -> None:
        store.replace_deals([], [make_row(make_deal(reports=("r",)))], {})
        store.replace_deals(["r"], [make_row(make_deal("d2", "Heron Foods", reports=("r",)))], {})
        assert self.ids(store, DealFilter(company="orchid")) == []
        assert self.ids(store, DealFilter(company="eron")) == ["d2"]
        store.clear_views()
        store.replace_deals([], [make_row(make_deal("d3", "Orchid Foods", reports=("r",)))], {})
        assert self.ids(store, DealFilter(company="heron")) == []
        assert self.ids(store, DealFilter(company="chid f")) == ["d3"]

    def test_a_writer_may_write_while_deals_are_read(self, store: Store) -> None:
        rows = [make_row(make_deal(f"{n:05}", reports=(f"r{n}",))) for n in range(2100)]
        store.replace_deals([], rows, {})
        reading = store.deals(DealFilter())
        first = next(reading)
        store.replace_deals(["r2099"], [], {})
        assert [first, *reading] == rows[:-1]


def test_the_latest_deals_of_a_party_come_first_whatever_its_names(store: Listed) -> None:
    days = [date(2026, 1, 5), None, date(2026, 3, 1), date(2026, 3, 1), date(2025, 6, 1)]
    backers = [FERN, ("蕨资本", Role.PARTICIPANT)]
    rows = [
        make_row(make_deal(f"d{n}", f"Acme {n}", backers[n % 2], reports=(f"r{n}",)), day) for n, day in enumerate(days)
    ]
    own = make_row(make_deal("d9", "Fern Capital", reports=("r9",), organisation="o-fern"), date(2026, 2, 1))
    store.replace_deals([], [*rows, own], {})
    store.replace_organisations([], [make_organisation("o-fern", "Fern Capital", "蕨资本")])
    told = [(role, row.deal.id) for role, row in store.party_deals("o-fern", 9)]
    assert told == [
        ("lead", "d2"),
        ("participant", "d3"),
        ("company", "d9"),
        ("lead", "d0"),
        ("lead", "d4"),
        ("participant", "d1"),
    ]
    assert [(role, row.deal.id) for role, row in store.party_deals("o-fern", 3)] == told[:3]
    assert store.party_deals("o-nobody", 3) == []
