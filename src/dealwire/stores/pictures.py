"""Pictures by digest, and what was had from their addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from sqlalchemy import bindparam, select

from dealwire.model.pictures import Cached, Picture
from dealwire.stores import schema
from dealwire.stores.database import KEYS, Part

_addresses = schema.picture_addresses.c

PICTURE = select(*(schema.pictures.c[field.name] for field in fields(Picture))).where(
    schema.pictures.c.digest == bindparam("wanted")
)
ADDRESSES = select(*(_addresses[field.name] for field in fields(Cached))).where(_addresses.url.in_(KEYS))


class Pictures(Part):
    """The pictures of a store."""

    def picture(self, digest: str) -> Picture | None:
        """See `Store.picture`."""
        for row in self._db.rows(PICTURE, wanted=digest):
            return Picture(*row)
        return None

    def pictures(self, urls: Iterable[str]) -> dict[str, Cached]:
        """See `Store.pictures`."""
        return {row.url: Cached(*row) for row in self._db.rows_in(ADDRESSES, urls)}

    def put_picture(self, cached: Cached, picture: Picture | None) -> None:
        """See `Store.put_picture`."""
        with self._db.writing():
            self._db.put(schema.picture_addresses, [{f.name: getattr(cached, f.name) for f in fields(Cached)}])
            if picture is not None:
                self._db.add(schema.pictures, [{f.name: getattr(picture, f.name) for f in fields(Picture)}])
