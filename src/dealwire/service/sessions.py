"""Signing in and out: who is who they say, for how long that holds, and how guessing is slowed down.

The id of a session is 256 random bits that the browser alone has; the store has its SHA-256 (OWASP Session Management).
A name that nobody has fails in the same words and after the same work as a wrong password.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from secrets import token_urlsafe

from dealwire.core import throttle
from dealwire.core.passwords import LONGEST
from dealwire.errors import UsageError
from dealwire.lists import Listed
from dealwire.model.accounts import Account, Event, Role, Session, Tries
from dealwire.service import accounts
from dealwire.service.review import Editor

IDLE = timedelta(hours=1)
"""A session ends when nothing is asked in it for so long."""
WHOLE = timedelta(hours=12)
"""A session ends so long after it began, whatever happens."""
NOTED = timedelta(minutes=5)
"""That a session is in use is written down so often at most: pages stay reads."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who has signed in; `token` goes into every form, and no other site can know it."""

    name: str
    role: Role
    token: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session that began: the id that goes to the browser, once."""

    id: str
    account: Account


class RefusedError(UsageError):
    """Signing in failed; `wait` tells from when on it may be tried again, where that isn't now."""

    def __init__(self, wait: datetime | None = None) -> None:
        super().__init__("name and password don't belong together" if wait is None else "too many tries")
        self.wait = wait


def sign_in(
    store: Listed, clock: Callable[[], datetime], name: str, password: str, address: str, old: str | None = None
) -> SignedIn:
    """Begin a session, and end the one that the browser had.

    A failure is written down before the password is looked at, and taken back when it was right: guesses that come at
    one time count one by one.

    Raises:
        RefusedError: the password is wrong, there is no such account, or it was tried too often.
    """
    now = clock()
    name = unicodedata.normalize("NFKC", name[: accounts.LONGEST_NAME]).strip()
    keys = (_key("name", name.casefold()), _key("address", _neighbourhood(address)))
    account = store.account(name)
    before = _counted(store, keys, now, account, address)
    if not accounts.right(account, password[: LONGEST + 1]) or account is None:
        with store.transaction():
            store.add_event(Event(now, account.name if account else "–", "sign-in failed", "", address))
        raise RefusedError
    id_ = token_urlsafe(32)
    with store.transaction():
        current = store.account(name)
        if current is None or current.password != account.password:
            raise RefusedError  # changed or removed while the hash was being worked out
        if accounts.weak(account):
            store.put_account(replace(current, password=accounts.hashed(password)))
        store.drop_tries(keys)
        store.put_tries(tries for tries in before if tries.key == keys[1])
        if old:
            store.drop_session(_digest(old))
        store.drop_stale_sessions(now - WHOLE, now - IDLE)
        store.put_session(Session(_digest(id_), current.name, now, now))
        store.add_event(Event(now, current.name, "signed in", "", address))
    return SignedIn(id_, current)


def _counted(store: Listed, keys: tuple[str, str], now: datetime, account: Account | None, address: str) -> list[Tries]:
    """Count one more failure under the name and from the address; return what was counted before.

    Raises:
        RefusedError: one of the two has to wait.
    """
    with store.transaction():
        store.drop_old_tries(now - throttle.FORGOTTEN)
        before = {tries.key: tries for tries in store.tries(keys)}
        free = dict(zip(keys, (throttle.FREE_OF_NAME, throttle.FREE_OF_ADDRESS), strict=True))
        waits = [wait for key in keys if (wait := throttle.until(before.get(key), free[key])) and wait > now]
        if not waits:
            after = [throttle.failed(before.get(key), key, now) for key in keys]
            store.put_tries(after)
            for tries in after:
                if tries.failures == free[tries.key]:
                    who = account.name if account else "–"
                    store.add_event(Event(now, who, "sign-in slowed down", "too many tries", address))
    if waits:
        raise RefusedError(max(waits))
    return list(before.values())


def visitor(store: Listed, now: datetime, id_: str) -> Visitor | None:
    """Return who a session belongs to, with the role that the account has now; None if it has ended."""
    digest = _digest(id_)
    found = store.session(digest)
    if found is None:
        return None
    session, account = found
    if now - session.seen_at > IDLE or now - session.made_at > WHOLE:
        store.drop_session(digest)
        return None
    if now - session.seen_at > NOTED:
        store.put_session(replace(session, seen_at=now))
    return Visitor(account.name, account.role, _token(id_))


def sign_out(store: Listed, now: datetime, id_: str, address: str) -> None:
    """End a session."""
    digest = _digest(id_)
    with store.transaction():
        found = store.session(digest)
        store.drop_session(digest)
        if found:
            store.add_event(Event(now, found[1].name, "signed out", "", address))


def unlock(store: Listed, by: Editor, name: str) -> Account:
    """Let an account be tried again at once.

    Raises:
        UsageError: there is no such account.
    """
    account = accounts.named(store, name)
    with store.transaction():
        store.drop_tries([_key("name", account.name.casefold())])
        store.add_event(Event(by.at, by.name, "account unlocked", account.name, accounts.COMMAND_LINE))
    return account


def _digest(id_: str) -> str:
    return hashlib.sha256(id_.encode()).hexdigest()


def _token(id_: str) -> str:
    """Return a secret of the session that tells nothing of its id."""
    return hashlib.sha256(b"form\x1f" + id_.encode()).hexdigest()


def _key(sort: str, what: str) -> str:
    """Return under which key failures are counted; what people type into the wrong box can't be read from it."""
    return hashlib.sha256(f"{sort}\x1f{what}".encode()).hexdigest()


def _neighbourhood(address: str) -> str:
    """Return what one guesser has of the network: an address, of IPv6 its /64."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found, 64), strict=False))
    return str(found)
