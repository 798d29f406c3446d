"""The keys by which programs are known to the API: made, listed, revoked, recognised.

A secret is 256 random bits, so that nobody guesses it and a plain digest of it is enough to keep (OWASP, "Password
Storage": slow hashes are for what people choose). It is shown once.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from dealwire.errors import UsageError
from dealwire.lists import Listed
from dealwire.model.keys import ApiKey

PREFIX = "dw_"
"""What every secret begins with, so that people and scanners know a leaked one for what it is."""

LONGEST_NAME = 100
LONGEST_SECRET = 100


class Keys:
    """The keys of a store."""

    def __init__(self, store: Listed, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def add(self, name: str, rate: int = 0) -> tuple[ApiKey, str]:
        """Make a key for someone; return it and its secret, which is nowhere else.

        Raises:
            UsageError: the name is blank or too long, the rate negative.
        """
        name = name.strip()
        if not name or len(name) > LONGEST_NAME:
            raise UsageError(f"name who uses the key, in at most {LONGEST_NAME} characters")
        if rate < 0:
            raise UsageError("a rate is a number of requests a minute; 0 takes that of the settings")
        secret = PREFIX + secrets.token_urlsafe(32)
        key = ApiKey(f"k-{secrets.token_hex(4)}", _digest(secret), name, rate, self._clock())
        self._store.put_api_key(key)
        return key, secret

    def every(self) -> list[ApiKey]:
        """Return all keys, revoked ones too, the latest first."""
        return self._store.api_keys()

    def revoke(self, id_: str) -> ApiKey:
        """Let a key open nothing from now on.

        Raises:
            UsageError: there is no such key, or it is revoked already.
        """
        key = next((key for key in self._store.api_keys() if key.id == id_), None)
        if key is None:
            raise UsageError(f"no key has the id {id_!r}: `dealwire key list` names them")
        if key.revoked_at is not None:
            raise UsageError(f"{id_} was revoked at {key.revoked_at:%Y-%m-%d %H:%M} UTC already")
        revoked = replace(key, revoked_at=self._clock())
        self._store.put_api_key(revoked)
        return revoked

    def holder(self, secret: str) -> ApiKey | None:
        """Return the key of a secret; None for a secret of none, or of one that was revoked."""
        if not secret.startswith(PREFIX) or len(secret) > LONGEST_SECRET:
            return None
        key = self._store.api_key(_digest(secret))
        return None if key is None or key.revoked_at is not None else key


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
