"""The verbs on accounts and sessions, on one store by one clock: `Dealwire.people`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from dealwire.lists import Listed
from dealwire.model.accounts import Account, Event, Role
from dealwire.service import accounts, sessions
from dealwire.service.review import Editor
from dealwire.service.sessions import SignedIn, Visitor


class People:
    """Who may sign in, and who has."""

    def __init__(self, store: Listed, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def accounts(self) -> list[Account]:
        """Return every account, by name."""
        return self._store.accounts()

    def add(self, by: str, name: str, role: Role, password: str) -> Account:
        """See `dealwire.service.accounts.add`."""
        return accounts.add(self._store, self._by(by), name, role, password)

    def set_role(self, by: str, name: str, role: Role) -> Account:
        """See `dealwire.service.accounts.set_role`."""
        return accounts.set_role(self._store, self._by(by), name, role)

    def set_password(self, by: str, name: str, password: str) -> Account:
        """See `dealwire.service.accounts.set_password`."""
        return accounts.set_password(self._store, self._by(by), name, password)

    def remove(self, by: str, name: str) -> Account:
        """See `dealwire.service.accounts.remove`."""
        return accounts.remove(self._store, self._by(by), name)

    def unlock(self, by: str, name: str) -> Account:
        """See `dealwire.service.sessions.unlock`."""
        return sessions.unlock(self._store, self._by(by), name)

    def log(self, limit: int) -> list[Event]:
        """See `dealwire.service.accounts.log`."""
        return accounts.log(self._store, limit)

    def sign_in(self, name: str, password: str, address: str, old: str | None = None) -> SignedIn:
        """See `dealwire.service.sessions.sign_in`."""
        return sessions.sign_in(self._store, self._clock, name, password, address, old)

    def visitor(self, id_: str) -> Visitor | None:
        """See `dealwire.service.sessions.visitor`."""
        return sessions.visitor(self._store, self._clock(), id_)

    def sign_out(self, id_: str, address: str) -> None:
        """See `dealwire.service.sessions.sign_out`."""
        sessions.sign_out(self._store, self._clock(), id_, address)

    def _by(self, name: str) -> Editor:
        return Editor(name, self._clock())
