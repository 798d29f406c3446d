"""Upkeep: settings, counts, checks, and forgetting the views."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, select

from dealwire.stores import schema
from dealwire.stores.database import Part

_settings = schema.settings.c

SETTING = select(_settings.value).where(_settings.name == bindparam("setting"))
DROP_SETTING = delete(schema.settings).where(_settings.name == bindparam("setting"))
COUNTED = {
    "documents": select(func.count()).select_from(schema.documents),
    "articles": select(func.count(schema.sightings.c.key.distinct())),
    "claims": select(func.count()).select_from(schema.claims),
    "judgements": select(func.count()).select_from(schema.judgements),
    "rejected": select(func.count()).select_from(schema.rejected),
    "reports": select(func.count()).select_from(schema.reports),
    "names": select(func.count()).select_from(schema.names),
    "organisations": select(func.count()).select_from(schema.organisations),
    "deals": select(func.count()).select_from(schema.deals),
    "stories": select(func.count()).select_from(schema.stories),
}


class Upkeep(Part):
    """The upkeep of a store."""

    def clear_views(self) -> None:
        """See `Store.clear_views`."""
        with self._db.writing():
            with self._db.translated():
                self._db.backend.clear_index(self._db.connection)
            for table in schema.VIEWS:
                self._db.run(delete(table))

    def setting(self, name: str) -> str | None:
        """See `Store.setting`."""
        for (value,) in self._db.rows(SETTING, setting=name):
            return str(value)
        return None

    def set_setting(self, name: str, value: str | None) -> None:
        """See `Store.set_setting`."""
        with self._db.writing():
            if value is None:
                self._db.run(DROP_SETTING, setting=name)
            else:
                self._db.put(schema.settings, [{"name": name, "value": value}])

    def version(self) -> int:
        """See `Store.version`."""
        return self._db.version()

    def checks(self) -> list[tuple[str, bool, str]]:
        """See `Store.checks`."""
        with self._db.translated():
            own = self._db.backend.checks(self._db.connection)
        return [("schema", True, f"version {schema.REVISION}"), *own]

    def counts(self) -> dict[str, int]:
        """See `Store.counts`."""
        return {what: self._db.rows(statement)[0][0] for what, statement in COUNTED.items()}
