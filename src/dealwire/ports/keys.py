"""The part of a store that keeps the keys of programs."""

from __future__ import annotations

from typing import Protocol

from dealwire.model.keys import ApiKey


class KeyStore(Protocol):
    """See `Store`, whose rules hold here too. None of this is a fact or a view: it changes in place."""

    def api_keys(self) -> list[ApiKey]:
        """Return every key, revoked ones too, the latest first."""
        ...

    def api_key(self, digest: str) -> ApiKey | None:
        """Return the key of which the secret has a digest."""
        ...

    def put_api_key(self, key: ApiKey) -> None:
        """Keep a key, or what became of it."""
        ...
