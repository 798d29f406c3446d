"""The part of a store that keeps who may sign in, who has, and what was done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from dealwire.model.accounts import Account, Event, Session, Tries


class AccountStore(Protocol):
    """See `Store`, whose rules hold here too. Events are only added to, all else changes in place."""

    def accounts(self) -> list[Account]:
        """Return every account, by name."""
        ...

    def account(self, name: str) -> Account | None:
        """Return an account by its name, in any case."""
        ...

    def put_account(self, account: Account) -> None:
        """Keep an account in place of what is known of it."""
        ...

    def drop_account(self, name: str) -> None:
        """Forget an account, and with it its sessions."""
        ...

    def session(self, digest: str) -> tuple[Session, Account] | None:
        """Return a session with its account as that is now."""
        ...

    def put_session(self, session: Session) -> None:
        """Keep a session, or when it was last seen."""
        ...

    def drop_session(self, digest: str) -> None:
        """Forget a session."""
        ...

    def drop_sessions_of(self, name: str) -> None:
        """Forget the sessions of an account."""
        ...

    def drop_stale_sessions(self, made_before: datetime, seen_before: datetime) -> None:
        """Forget sessions that began, or were last seen, before a moment."""
        ...

    def tries(self, keys: Iterable[str]) -> list[Tries]:
        """Return what is kept under some keys, by key."""
        ...

    def put_tries(self, tries: Iterable[Tries]) -> None:
        """Keep how often signing in failed, in place of what is known of it."""
        ...

    def drop_tries(self, keys: Iterable[str]) -> None:
        """Forget failures under some keys."""
        ...

    def drop_old_tries(self, before: datetime) -> None:
        """Forget failures of which the last was before a moment."""
        ...

    def add_event(self, event: Event) -> None:
        """Log something."""
        ...

    def events(self, limit: int) -> list[Event]:
        """Return at most `limit` events, the latest first."""
        ...
