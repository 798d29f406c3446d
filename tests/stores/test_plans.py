"""Pages of lists are read in the order of an index: nothing is sorted, and no table is gone through for them."""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Executable, event
from sqlalchemy.dialects import sqlite

from dealwire.core.trends import TrendFilter
from dealwire.lists import DealQuery, Place
from dealwire.model import Kind
from dealwire.ports import DealFilter
from dealwire.stores import deal_log, deals, listing, names, open_store, schema
from dealwire.stores.sqlite import Sqlite

DEALS: dict[str, tuple[DealQuery, Place | None, str]] = {
    "the latest": (DealQuery(), None, "deals_by_date"),
    "the latest of a kind": (DealQuery(DealFilter(kind=Kind.IPO)), None, "deals_by_date"),
    "after a deal": (DealQuery(), Place("d-1", date(2026, 1, 1), 1.0), "deals_by_date"),
    "after one without a date": (DealQuery(), Place("d-1", None, 1.0), "deals_by_date"),
    "the largest": (DealQuery(by_amount=True), None, "deals_by_usd"),
    "after an amount": (DealQuery(by_amount=True), Place("d-1", None, 1e6), "deals_by_usd"),
}
PLANS: dict[str, tuple[Executable, str]] = {
    "the hottest stories": (listing.stories_after(None), "stories_by_heat"),
    "after a story": (listing.stories_after((1.5, "s-1")), "stories_by_heat (heat<?)"),
    "the log after a number": (deal_log.AFTER, "INTEGER PRIMARY KEY"),
    "a story by an id that it had": (listing.STORY, "story_articles_by_once (once=?)"),
    "the hottest stories of a topic": (listing.stories_after(None, "ai"), "article_topics_by_article (article=?)"),
    "an organisation by an id that it had": (names.ORGANISATION, "organisation_keys_by_once (once=?)"),
    "a party's latest deals": (listing.AS_PARTY, "COVERING INDEX deal_parties_by_date (key=?)"),
    "the log since a moment": (deal_log.SINCE, "deal_log_by_time"),
    **{
        f"{name}: {n}": (statement, index if after is None else f"SEARCH deals USING COVERING INDEX {index}")
        for name, (query, after, index) in DEALS.items()
        for n, statement in enumerate(listing.deals_after(query, after))
    },
}


@pytest.mark.parametrize("name", PLANS)
def test_a_page_is_read_from_an_index(tmp_path: Path, name: str) -> None:
    statement, index = PLANS[name]
    open_store(str(tmp_path / "t.db")).close()
    sql = str(statement.compile(dialect=sqlite.dialect()))  # type: ignore[attr-defined]
    connection = sqlite3.connect(tmp_path / "t.db")
    values = [datetime(2026, 1, 1, tzinfo=UTC).isoformat()] * sql.count("?")
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    connection.close()
    assert any(index in step for step in plan), plan
    assert [step for step in plan if "TEMP B-TREE FOR ORDER BY" in step] == []


def test_a_part_of_a_name_is_looked_for_in_an_index(tmp_path: Path) -> None:
    open_store(str(tmp_path / "t.db")).close()
    connection = sqlite3.connect(tmp_path / "t.db")
    dialect = Sqlite(tmp_path / "t.db", 1).engine().dialect
    sql = str(deals.filtered(DealFilter(company="orchid")).compile(dialect=dialect))
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", [""] * sql.count("?"))]
    connection.close()
    assert any("VIRTUAL TABLE" in step for step in plan), plan
    assert [step for step in plan if step.startswith(("SCAN deal_parties", "SCAN organisation_keys"))] == []


def test_the_newest_of_the_log_are_read_from_its_end(tmp_path: Path) -> None:
    open_store(str(tmp_path / "t.db")).close()
    connection = sqlite3.connect(tmp_path / "t.db")
    sql = str(deal_log.NEWEST.compile(dialect=sqlite.dialect()))
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", [50] * sql.count("?"))]
    connection.close()
    assert plan == [f"SCAN {schema.deal_log.name}"]


@pytest.mark.parametrize("query", [DealQuery(year=2026), DealQuery(size="10m"), DealQuery(), DealQuery(currency="CNY")])
def test_what_a_list_is_narrowed_by_is_counted_from_indexes_alone(tmp_path: Path, query: DealQuery) -> None:
    store = open_store(str(tmp_path / "t.db"))
    asked: list[tuple[str, Any]] = []

    def note(*told: Any) -> None:  # noqa: ANN401 - of an event
        asked.append((told[2], told[3]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        for count in (store.deal_cells, store.deal_countries, store.deal_months):
            count(query)
        store.money_days(TrendFilter(drafts=False))
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    store.close()
    connection = sqlite3.connect(tmp_path / "t.db")
    plans = [row[3] for sql, of in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", of)]
    connection.close()
    read = [step for step in plans if re.match(r"(SCAN|SEARCH) deals ", step) and "deals_held_back" not in step]
    assert len(read) >= 4, plans
    assert [step for step in read if "COVERING" not in step and "sqlite_autoindex_deals_1" not in step] == []
