"""Accounts, sessions and tries change in place and outlive a kill; the log is only added to."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dealwire.lists import Listed
from dealwire.model.accounts import Account, Event, Role, Session, Tries
from dealwire.stores import open_store
from tests.conftest import ROOT
from tests.factories import NOON
from tests.stores.conftest import NewStore

ADA = Account("Ada", Role.EDITOR, "hash", NOON)


@pytest.fixture
def people(new_store: NewStore) -> Listed:
    store = new_store()
    store.put_account(ADA)  # type: ignore[attr-defined]
    return store  # type: ignore[return-value]


def test_an_account_is_found_in_any_case_and_changed_in_place(people: Listed) -> None:
    assert people.account("aDA") == ADA
    people.put_account(replace(ADA, role=Role.ADMIN))
    people.put_account(replace(ADA, name="Bo"))
    assert [(a.name, a.role) for a in people.accounts()] == [("Ada", Role.ADMIN), ("Bo", Role.EDITOR)]
    people.drop_account("ada")
    assert people.account("Ada") is None


def test_a_session_has_the_account_as_it_is_now_and_goes_with_it(people: Listed) -> None:
    session = Session("digest", "ADA", NOON, NOON)
    people.put_session(session)
    people.put_account(replace(ADA, role=Role.READER))
    assert people.session("digest") == (replace(session, account="Ada"), replace(ADA, role=Role.READER))
    people.put_session(replace(session, seen_at=NOON + timedelta(hours=1)))
    found = people.session("digest")
    assert found is not None
    assert found[0].seen_at == NOON + timedelta(hours=1)
    people.drop_account("Ada")
    assert people.session("digest") is None


def test_stale_sessions_and_those_of_an_account_go(people: Listed) -> None:
    people.put_account(replace(ADA, name="Bo"))
    hour = timedelta(hours=1)
    for name, account, made, seen in (
        ("old", "ada", -9, 0),
        ("idle", "ada", -3, -2),
        ("live", "ada", -3, 0),
        ("bo", "bo", 0, 0),
    ):
        people.put_session(Session(name, account, NOON + made * hour, NOON + seen * hour))
    people.drop_stale_sessions(NOON - 8 * hour, NOON - hour)
    assert [name for name in ("old", "idle", "live", "bo") if people.session(name)] == ["live", "bo"]
    people.drop_sessions_of("ADA")
    people.drop_session("nothing")
    assert [name for name in ("live", "bo") if people.session(name)] == ["bo"]


def test_tries_are_kept_in_place_and_forgotten(people: Listed) -> None:
    people.put_tries([Tries("a", 1, NOON), Tries("b", 4, NOON - timedelta(days=2))])
    people.put_tries([Tries("a", 2, NOON)])
    assert people.tries(["b", "a", "c"]) == [Tries("a", 2, NOON), Tries("b", 4, NOON - timedelta(days=2))]
    people.drop_old_tries(NOON - timedelta(days=1))
    assert people.tries(["a", "b"]) == [Tries("a", 2, NOON)]
    people.drop_tries(["a"])
    assert people.tries(["a"]) == []


def test_the_log_is_told_from_its_end(people: Listed) -> None:
    for n in range(5):
        people.add_event(Event(NOON + timedelta(seconds=n // 2), "Ada", f"did {n}", "what", "192.0.2.1"))
    assert [event.action for event in people.events(3)] == ["did 4", "did 3", "did 2"]


@pytest.mark.parametrize("change", ["DELETE FROM events", "UPDATE events SET who = 'Bo'"])
def test_the_log_can_be_neither_changed_nor_deleted(tmp_path: Path, change: str) -> None:
    path = str(tmp_path / "store.db")
    store = open_store(path)
    store.add_event(Event(NOON, "Ada", "signed in"))
    store.close()
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError, match="only ever added to"):
        connection.execute(change)
    connection.close()


def write_for_ever(path: str) -> None:
    """Make account after account, each with a session, and print it once it is kept."""
    store = open_store(path)
    for n in range(1_000_000):
        with store.transaction():
            store.put_account(replace(ADA, name=f"ada{n}"))
            store.put_session(Session(f"session{n}", f"ada{n}", NOON, NOON))
            store.add_event(Event(NOON, f"ada{n}", "signed in"))
        print(n, flush=True)  # noqa: T201 - the acknowledgement


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_kill_loses_no_account_and_no_session(tmp_path: Path) -> None:
    path = str(tmp_path / "store.db")
    command = [sys.executable, "-m", "tests.stores.test_accounts", path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:  # noqa: S603
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(20)]
        writer.send_signal(signal.SIGKILL)
        told += writer.stdout.read().splitlines(keepends=True)
    last = int([line for line in told if line.endswith("\n")][-1])
    store = open_store(path)
    kept = len(store.accounts())
    assert kept in (last + 1, last + 2)
    assert all(store.session(f"session{n}") for n in range(kept))
    assert len(store.events(10_000)) == kept
    store.close()


if __name__ == "__main__":
    write_for_ever(sys.argv[1])
