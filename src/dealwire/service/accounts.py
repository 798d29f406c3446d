"""Who may sign in: accounts are made, given a role and a password, and removed; each of it is logged.

Passwords are kept as Argon2id hashes with the parameters of the library, RFC 9106's second recommendation.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from heapq import merge
from itertools import islice
from secrets import token_urlsafe

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dealwire.core.passwords import normalised, trouble
from dealwire.errors import UsageError
from dealwire.lists import Listed
from dealwire.model import Verdict
from dealwire.model.accounts import Account, Event, Role
from dealwire.service.review import Editor

LONGEST_NAME = 64
COMMAND_LINE = ""
"""The address of who has the store itself at hand."""

_hasher = PasswordHasher()
_at_a_time = threading.BoundedSemaphore(2)
"""A hash takes 64 MiB for its time: many at once would let anyone fill the memory by signing in."""


def add(store: Listed, by: Editor, name: str, role: Role, password: str) -> Account:
    """Make an account.

    Raises:
        UsageError: the name is taken or is none, or the password is too weak.
    """
    name = _name(name)
    account = Account(name, role, _hash(password, name), by.at)
    with store.transaction():
        if store.account(name) is not None:
            raise UsageError(f"there is an account {name!r} already")
        store.put_account(account)
        store.add_event(Event(by.at, by.name, "account added", f"{name}: {role}", COMMAND_LINE))
    return account


def set_role(store: Listed, by: Editor, name: str, role: Role) -> Account:
    """Give an account another role, from its next request on.

    Raises:
        UsageError: there is no such account.
    """
    with store.transaction():
        old = named(store, name)
        account = replace(old, role=role)
        store.put_account(account)
        store.add_event(Event(by.at, by.name, "role changed", f"{old.name}: {old.role} to {role}", COMMAND_LINE))
    return account


def set_password(store: Listed, by: Editor, name: str, password: str) -> Account:
    """Give an account another password, and end its sessions.

    Raises:
        UsageError: there is no such account, or the password is too weak.
    """
    account = replace(named(store, name), password=_hash(password, name))
    with store.transaction():
        named(store, name)
        store.put_account(account)
        store.drop_sessions_of(name)
        store.add_event(Event(by.at, by.name, "password changed", account.name, COMMAND_LINE))
    return account


def remove(store: Listed, by: Editor, name: str) -> Account:
    """Remove an account with its sessions; what it decided and what was logged stay.

    Raises:
        UsageError: there is no such account.
    """
    with store.transaction():
        account = named(store, name)
        store.drop_account(name)
        store.add_event(Event(by.at, by.name, "account removed", account.name, COMMAND_LINE))
    return account


def named(store: Listed, name: str) -> Account:
    """Return an account by its name, in any case.

    Raises:
        UsageError: there is none.
    """
    account = store.account(unicodedata.normalize("NFKC", name))
    if account is None:
        raise UsageError(f"there is no account {name!r}: `dealwire account list` shows all")
    return account


def right(account: Account | None, password: str) -> bool:
    """Tell whether this is the account's password; it takes as long where there is no account."""
    nobody = _nobody()  # made at the first call, whether it is needed or not
    with _at_a_time:
        try:
            return _hasher.verify(account.password if account else nobody, normalised(password)) and account is not None
        except (VerificationError, InvalidHashError):
            return False


def weak(account: Account) -> bool:
    """Tell whether an account's hash was made with parameters that are no longer the library's."""
    return _hasher.check_needs_rehash(account.password)


def hashed(password: str) -> str:
    """Return the hash of a password that is in use."""
    with _at_a_time:
        return _hasher.hash(normalised(password))


@cache
def _nobody() -> str:
    """Return a hash that no password has, to be compared with where there is no account."""
    return hashed(token_urlsafe(32))


def _hash(password: str, name: str) -> str:
    if said := trouble(password, name):
        raise UsageError(said)
    return hashed(password)


def _name(name: str) -> str:
    name = unicodedata.normalize("NFKC", name).strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UsageError(f"the name of an account has 1 to {LONGEST_NAME} characters that can be seen")
    return name


def log(store: Listed, limit: int) -> list[Event]:
    """Return what was done, the latest first: signing in, accounts, and every decision, wherever it was taken."""
    told = merge(store.events(limit), _decisions(store), key=lambda event: event.at, reverse=True)
    return list(islice(told, limit))


def _decisions(store: Listed) -> Iterator[Event]:
    for j in reversed(store.judgements()):
        about = j.a if j.verdict is Verdict.UNDO else " · ".join(part for part in (j.about, j.a, j.b) if part)
        yield Event(j.at, j.by, f"decided: {j.verdict}", f"{j.id}: {about}" + (f" ({j.why})" if j.why else ""))
