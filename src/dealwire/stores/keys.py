"""The keys of programs."""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlalchemy import bindparam, select

from dealwire.model.keys import ApiKey
from dealwire.stores.account_tables import api_keys
from dealwire.stores.database import Part

_keys = api_keys.c

ROW = select(*(_keys[field.name] for field in fields(ApiKey)))
EVERY = ROW.order_by(_keys.made_at.desc(), _keys.id)
OF_DIGEST = ROW.where(_keys.digest == bindparam("wanted"))


class Keys(Part):
    """The keys of a store."""

    def api_keys(self) -> list[ApiKey]:
        """See `Store.api_keys`."""
        return [ApiKey(*row) for row in self._db.rows(EVERY)]

    def api_key(self, digest: str) -> ApiKey | None:
        """See `Store.api_key`."""
        return next((ApiKey(*row) for row in self._db.rows(OF_DIGEST, wanted=digest)), None)

    def put_api_key(self, key: ApiKey) -> None:
        """See `Store.put_api_key`."""
        with self._db.writing():
            self._db.put(api_keys, [asdict(key)])
