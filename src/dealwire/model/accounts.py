"""Accounts of people who sign in, their sessions, and what is logged of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What an account may do: each may what those before it may."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def covers(self, needed: Role) -> bool:
        """Tell whether who has this role may do what another is needed for."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may sign in. `name` is found in any case; `password` is a hash that holds its own salt."""

    name: str
    role: Role
    password: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A visit of an account, from signing in on. `digest` is the SHA-256 of the id, which the browser alone has."""

    digest: str
    account: str
    made_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Tries:
    """How often in a row signing in has failed under a name or from an address, of which `key` is a digest."""

    key: str
    failures: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the log: who did what to what or whom, when, from which address ("": from the command line)."""

    at: datetime
    who: str
    action: str
    what: str = ""
    address: str = ""
