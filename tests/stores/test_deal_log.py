"""The log of deals: every change once, by a number that only grows, and nothing of drafts that nobody saw."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from dealwire.lists import Listed
from dealwire.ports import DealRow
from dealwire.stores import open_store
from tests.factories import NOON, make_deal, make_row


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Listed:
    return open_store(str(tmp_path / "store.db"), clock=Clock())


def row(id_: str, company: str = "Orchid Robotics", *, draft: bool = False) -> DealRow:
    deal = make_deal(id_, company, reports=[f"report of {id_}"], articles=[f"article of {id_}"])
    return make_row(replace(deal, draft=draft))


def put(store: Listed, *rows: DealRow, gone: str = "") -> None:
    store.replace_deals([f"report of {gone}"] if gone else [], rows, {})


def told(store: Listed, after: int = 0) -> list[tuple[str, bool]]:
    return [(one.deal, one.gone) for one in store.deal_log(after, 100)]


def test_a_deal_is_logged_when_it_comes_changes_and_goes(store: Listed) -> None:
    put(store, row("d1"), row("d2"))
    assert told(store) == [("d1", False), ("d2", False)]
    put(store, row("d1", "Orchid Labs"))
    assert told(store) == [("d2", False), ("d1", False)]
    put(store, gone="d2")
    assert told(store) == [("d1", False), ("d2", True)]
    put(store, row("d2"))
    assert told(store) == [("d1", False), ("d2", False)]
    assert [one.deal for one in store.newest_deals(1)] == ["d2"]


def test_numbers_only_grow_so_that_whoever_follows_misses_nothing(store: Listed) -> None:
    put(store, row("d1"))
    (first,) = store.deal_log(0, 10)
    put(store, row("d1", "Orchid Labs"))
    (second,) = store.deal_log(first.number, 10)
    put(store, gone="d1")
    (third,) = store.deal_log(second.number, 10)
    assert (first.number < second.number < third.number, third.gone) == (True, True)
    assert first.at < second.at < third.at
    assert store.deal_log(third.number, 10) == []


def test_a_deal_that_says_the_same_has_not_changed(store: Listed) -> None:
    put(store, row("d1"))
    before = store.deal_log(0, 10)
    put(store, row("d1"))
    assert store.deal_log(0, 10) == before


def test_drafts_go_and_those_that_nobody_saw_are_not_told_of(store: Listed) -> None:
    put(store, row("d1"), row("d2", draft=True))
    assert told(store) == [("d1", False)]
    put(store, row("d1", draft=True))
    assert told(store) == [("d1", True)]
    put(store, row("d2"))
    assert told(store) == [("d1", True), ("d2", False)]


def test_what_is_put_back_was_never_logged(store: Listed) -> None:
    put(store, row("d1"))
    before = store.deal_log(0, 10)

    def half_way() -> None:
        with store.transaction():
            put(store, row("d1", "Orchid Labs"), row("d2"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    assert store.deal_log(0, 10) == before


def test_a_rebuild_logs_what_it_changed_once(store: Listed) -> None:
    put(store, row("d1"), row("d2"), row("d3"))
    before = {one.deal: one.number for one in store.deal_log(0, 10)}
    with store.transaction(), store.noting_once():
        store.clear_views()
        put(store, row("d1", "a passing state"))
        put(store, row("d1"), row("d2", "Orchid Labs"), row("d4"))
    after = {one.deal: one for one in store.deal_log(0, 10)}
    assert after["d1"].number == before["d1"]
    assert {id_ for id_, one in after.items() if one.number > max(before.values())} == {"d2", "d3", "d4"}
    assert after["d3"].gone


def test_a_moment_leads_to_what_changed_since(store: Listed) -> None:
    put(store, row("d1"))
    put(store, row("d2"))
    first, second = store.deal_log(0, 10)
    assert told(store, store.log_before(first.at)) == [("d1", False), ("d2", False)]
    assert told(store, store.log_before(second.at)) == [("d2", False)]
    assert told(store, store.log_before(second.at + timedelta(seconds=1))) == []
    assert store.logged(["d2", "none"]) == {"d2": second}


def test_an_older_store_logs_what_it_holds(store: Listed, tmp_path: Path) -> None:
    put(store, row("d1"), row("d2", draft=True))
    migration = import_module("dealwire.stores.migrations.versions.0012_deal_log")
    with sqlite3.connect(tmp_path / "store.db") as connection:
        connection.execute("DELETE FROM deal_log")
        connection.execute(migration.LOG)
    connection.close()
    assert told(store) == [("d1", False)]
