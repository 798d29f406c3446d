"""Accounts and sessions: who gets in, for how long, and how guessing is slowed down."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from dealwire.core import throttle
from dealwire.errors import UsageError
from dealwire.model.accounts import Role
from dealwire.ports import DealFilter
from dealwire.service import accounts
from dealwire.service.door import Dealwire
from dealwire.service.people import People
from dealwire.service.sessions import RefusedError
from tests.factories import NOON

WORDS, WRONG = "wooden rows on grey water", "not the words at all"
HOME, AWAY = "192.0.2.1", "198.51.100.7"


class Time:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def wire(tmp_path: Path, time: Time) -> Iterator[Dealwire]:
    with Dealwire(str(tmp_path / "t.db"), clock=time) as wire:
        wire.people.add("root", "Ada", Role.EDITOR, WORDS)
        yield wire


@pytest.fixture
def people(wire: Dealwire) -> People:
    return wire.people


def actions(people: People) -> list[tuple[str, str]]:
    return [(event.who, event.action) for event in people.log(100)]


def fails(people: People, name: str, address: str = HOME, password: str = WRONG) -> datetime | None:
    with pytest.raises(RefusedError) as told:
        people.sign_in(name, password, address)
    return told.value.wait


def test_who_has_the_password_is_let_in_under_any_case_of_the_name(people: People) -> None:
    begun = people.sign_in(" aDA", WORDS, HOME)
    who = people.visitor(begun.id)
    assert who is not None
    assert (who.name, who.role) == ("Ada", Role.EDITOR)
    assert people.visitor(begun.id + "x") is None
    assert people.visitor(who.token) is None


def test_the_store_has_neither_password_nor_session(wire: Dealwire, people: People, tmp_path: Path) -> None:
    begun = people.sign_in("Ada", WORDS, HOME)
    who = people.visitor(begun.id)
    assert who is not None
    fails(people, "a secret in the wrong box")
    wire.store.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"$argon2id$" in kept
    assert [s for s in (WORDS, begun.id, who.token, "wrong box") if s.encode() in kept] == []


def test_a_session_ends_when_idle_and_at_the_end_of_the_day(people: People, time: Time) -> None:
    id_ = people.sign_in("Ada", WORDS, HOME).id
    for _ in range(13):
        time.passes(minutes=55)
        assert people.visitor(id_) is not None
    time.passes(minutes=10)
    assert people.visitor(id_) is None, "after 12 hours, however busy"
    id_ = people.sign_in("Ada", WORDS, HOME).id
    time.passes(minutes=61)
    assert people.visitor(id_) is None
    time.passes(minutes=-30)
    assert people.visitor(id_) is None, "what has ended stays so"


def test_signing_in_ends_the_session_that_was_and_signing_out_this_one(people: People) -> None:
    first = people.sign_in("Ada", WORDS, HOME)
    second = people.sign_in("Ada", WORDS, HOME, first.id)
    assert people.visitor(first.id) is None
    people.sign_out(second.id, HOME)
    assert people.visitor(second.id) is None
    assert actions(people)[0] == ("Ada", "signed out")
    people.sign_out(second.id, HOME)
    assert len([a for _, a in actions(people) if a == "signed out"]) == 1


def test_another_role_holds_at_once_and_another_password_ends_sessions(people: People) -> None:
    id_ = people.sign_in("Ada", WORDS, HOME).id
    people.set_role("root", "ada", Role.READER)
    who = people.visitor(id_)
    assert who is not None
    assert who.role is Role.READER
    people.set_password("root", "ada", "other words in a row")
    assert people.visitor(id_) is None
    fails(people, "Ada", password=WORDS)
    id_ = people.sign_in("Ada", "other words in a row", HOME).id
    people.remove("root", "Ada")
    assert people.visitor(id_) is None


def test_guessing_is_slowed_down_under_a_name_whether_or_not_anyone_has_it(people: People, time: Time) -> None:
    for name in ("Ada", "nobody"):
        addresses = iter(range(1, 100))
        waits = [fails(people, name, f"203.0.113.{next(addresses)}") for _ in range(throttle.FREE_OF_NAME)]
        assert waits == [None] * throttle.FREE_OF_NAME
        assert fails(people, name, AWAY) == time.now + throttle.FIRST
    with pytest.raises(RefusedError):
        people.sign_in("Ada", WORDS, HOME)
    time.passes(seconds=31)
    assert fails(people, "Ada", AWAY) is None
    assert fails(people, "Ada", AWAY) == time.now + 2 * throttle.FIRST
    time.passes(seconds=61)
    people.sign_in("Ada", WORDS, HOME)
    assert fails(people, "Ada", AWAY) is None, "the right password clears the name"


def test_guessing_is_slowed_down_from_an_address_under_any_names(people: People, time: Time) -> None:
    for n in range(throttle.FREE_OF_ADDRESS):
        assert fails(people, f"name {n}", f"2001:db8::{n:x}") is None
    assert fails(people, "Ada", "2001:db8::ffff", WORDS) == time.now + throttle.FIRST
    people.sign_in("Ada", WORDS, "2001:db8:0:1::1")
    time.passes(seconds=31)
    people.sign_in("Ada", WORDS, "2001:db8::1")
    time.passes(seconds=1)
    assert fails(people, "name 1", "2001:db8::1") is None, "one's own success neither clears nor adds"
    assert fails(people, "name 1", "2001:db8::1") is not None


def test_guesses_at_one_time_count_one_by_one(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def right(_account: object, password: str) -> bool:
        looked_at.append(password)
        return False

    monkeypatch.setattr(accounts, "right", right)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: fails(people, "Ada", f"203.0.113.{n}", f"guess {n}"), range(24)))
    assert len(looked_at) == throttle.FREE_OF_NAME


def test_a_name_that_nobody_has_takes_the_same_work(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    hashes: list[str] = []
    hasher = PasswordHasher()

    class Counting:
        def verify(self, hash_: str, password: str) -> bool:
            hashes.append(hash_.rpartition("$")[0].rpartition("$")[0])
            return bool(hasher.verify(hash_, password))

    monkeypatch.setattr(accounts, "_hasher", Counting())
    fails(people, "Ada")
    fails(people, "nobody")
    assert len(hashes) == 2
    assert hashes[0] == hashes[1], "the same parameters"


def test_an_admin_can_let_an_account_be_tried_again(people: People) -> None:
    for _ in range(throttle.FREE_OF_NAME):
        fails(people, "Ada")
    people.unlock("root", "ada")
    people.sign_in("Ada", WORDS, HOME)
    assert ("root", "account unlocked") in actions(people)


def test_everything_is_logged_and_names_that_nobody_has_are_not(wire: Dealwire, people: People, time: Time) -> None:
    people.sign_in("ada", WORDS, HOME)
    fails(people, "Ada", AWAY)
    fails(people, "my password by mistake", AWAY)
    people.set_role("root", "Ada", Role.ADMIN)
    time.passes(seconds=1)
    assert actions(people) == [
        ("root", "role changed"),
        ("–", "sign-in failed"),
        ("Ada", "sign-in failed"),
        ("Ada", "signed in"),
        ("root", "account added"),
    ]
    assert people.log(1)[0].what == "Ada: editor to admin"
    assert people.log(3)[1].address == AWAY
    assert "mistake" not in repr(wire.store.events(100))


def test_every_decision_is_in_the_log(people: People, wire: Dealwire, tmp_path: Path, time: Time) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: Harrow Labs raises $5 million\n---\nHarrow Labs raised $5 million in a seed round.\n"
    )
    wire.ingest(wire.files([str(tmp_path / "a.md")]))
    (row,) = wire.deals(DealFilter())
    time.passes(seconds=1)
    kept = wire.correct("Ada", row.deal.id, "round", "series_a", "the filing")
    time.passes(seconds=1)
    wire.undo("Bo", kept.id)
    assert [(e.who, e.action) for e in people.log(2)] == [("Bo", "decided: undo"), ("Ada", "decided: correct")]
    assert people.log(2)[1].what == f"{kept.id}: field · {kept.a} · round (the filing)"


@pytest.mark.parametrize("name", ["", " ", "x" * 65, "a\nb", "a\u202eb", "a\x00"])
def test_names_that_cannot_be_seen_are_refused(people: People, name: str) -> None:
    with pytest.raises(UsageError, match="can be seen"):
        people.add("root", name, Role.READER, WORDS)


def test_a_name_is_taken_once_and_a_weak_password_never(people: People) -> None:
    with pytest.raises(UsageError, match="already"):
        people.add("root", "ADA", Role.READER, WORDS)
    with pytest.raises(UsageError, match="15 characters"):
        people.add("root", "Bo", Role.READER, "short")
    with pytest.raises(UsageError, match="no account 'Bo'"):
        people.set_role("root", "Bo", Role.ADMIN)
    assert [a.name for a in people.accounts()] == ["Ada"]
