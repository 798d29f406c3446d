"""Accounts, sessions, failures to sign in, and the log of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import bindparam, delete, or_, select

from dealwire.model.accounts import Account, Event, Role, Session, Tries
from dealwire.stores import account_tables as tables
from dealwire.stores.database import KEYS, AnyRow, Part
from dealwire.stores.types import Instant

_accounts = tables.accounts.c
_sessions = tables.sessions.c
_tries = tables.tries.c
_events = tables.events.c
_made = bindparam("made", type_=Instant)
_seen = bindparam("seen", type_=Instant)
_before = bindparam("before", type_=Instant)

OF_ACCOUNT = (_accounts.name, _accounts.role, _accounts.password, _accounts.made_at)
ALL = select(*OF_ACCOUNT).order_by(_accounts.key)
ONE = select(*OF_ACCOUNT).where(_accounts.key == bindparam("wanted"))
DROP = delete(tables.accounts).where(_accounts.key == bindparam("wanted"))
SESSION = (
    select(_sessions.digest, _sessions.made_at.label("began_at"), _sessions.seen_at, *OF_ACCOUNT)
    .join(tables.accounts, _accounts.key == _sessions.account)
    .where(_sessions.digest == bindparam("wanted"))
)
DROP_SESSION = delete(tables.sessions).where(_sessions.digest == bindparam("wanted"))
DROP_SESSIONS = delete(tables.sessions).where(_sessions.account == bindparam("wanted"))
DROP_STALE = delete(tables.sessions).where(or_(_sessions.made_at < _made, _sessions.seen_at < _seen))
TRIES = select(*(_tries[f.name] for f in fields(Tries))).where(_tries.key.in_(KEYS)).order_by(_tries.key)
DROP_TRIES = delete(tables.tries).where(_tries.key.in_(KEYS))
DROP_OLD_TRIES = delete(tables.tries).where(_tries.last < _before)
EVENTS = select(*(_events[f.name] for f in fields(Event))).order_by(_events.at.desc(), _events.id.desc())


def key(name: str) -> str:
    """Return under which key a name is found, in any case."""
    return name.casefold()


class Accounts(Part):
    """The accounts of a store."""

    def accounts(self) -> list[Account]:
        """See `Store.accounts`."""
        return [_account(row) for row in self._db.rows(ALL)]

    def account(self, name: str) -> Account | None:
        """See `Store.account`."""
        return next((_account(row) for row in self._db.rows(ONE, wanted=key(name))), None)

    def put_account(self, account: Account) -> None:
        """See `Store.put_account`."""
        with self._db.writing():
            self._db.put(tables.accounts, [{"key": key(account.name), **asdict(account), "role": account.role.value}])

    def drop_account(self, name: str) -> None:
        """See `Store.drop_account`."""
        with self._db.writing():
            self._db.run(DROP, wanted=key(name))

    def session(self, digest: str) -> tuple[Session, Account] | None:
        """See `Store.session`."""
        for row in self._db.rows(SESSION, wanted=digest):
            return Session(row.digest, row.name, row.began_at, row.seen_at), _account(row)
        return None

    def put_session(self, session: Session) -> None:
        """See `Store.put_session`."""
        with self._db.writing():
            self._db.put(tables.sessions, [{**asdict(session), "account": key(session.account)}])

    def drop_session(self, digest: str) -> None:
        """See `Store.drop_session`."""
        with self._db.writing():
            self._db.run(DROP_SESSION, wanted=digest)

    def drop_sessions_of(self, name: str) -> None:
        """See `Store.drop_sessions_of`."""
        with self._db.writing():
            self._db.run(DROP_SESSIONS, wanted=key(name))

    def drop_stale_sessions(self, made_before: datetime, seen_before: datetime) -> None:
        """See `Store.drop_stale_sessions`."""
        with self._db.writing():
            self._db.run(DROP_STALE, made=made_before, seen=seen_before)

    def tries(self, keys: Iterable[str]) -> list[Tries]:
        """See `Store.tries`."""
        return [Tries(*row) for row in self._db.rows_in(TRIES, keys)]

    def put_tries(self, tries: Iterable[Tries]) -> None:
        """See `Store.put_tries`."""
        with self._db.writing():
            self._db.put(tables.tries, [asdict(one) for one in tries])

    def drop_tries(self, keys: Iterable[str]) -> None:
        """See `Store.drop_tries`."""
        with self._db.writing():
            self._db.run_in(DROP_TRIES, keys)

    def drop_old_tries(self, before: datetime) -> None:
        """See `Store.drop_old_tries`."""
        with self._db.writing():
            self._db.run(DROP_OLD_TRIES, before=before)

    def add_event(self, event: Event) -> None:
        """See `Store.add_event`."""
        with self._db.writing():
            self._db.insert(tables.events, [asdict(event)])

    def events(self, limit: int) -> list[Event]:
        """See `Store.events`."""
        return [Event(*row) for row in self._db.rows(EVENTS.limit(limit))]


def _account(row: AnyRow) -> Account:
    return Account(row.name, Role(row.role), row.password, row.made_at)
