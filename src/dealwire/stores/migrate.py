"""Bringing a store to the schema that this dealwire writes."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from dealwire.errors import StoreError
from dealwire.stores.database import Database
from dealwire.stores.schema import REVISION

SCRIPTS = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Database) -> None:
    """Make the tables of a new store, alter those of an old one; raise `StoreError` for a newer or a foreign one."""
    with database.translated():
        current = _revision(database.connection)
    if current != REVISION:
        with database.transaction(), database.translated():
            _upgrade(database.connection)


def _revision(connection: Connection) -> str | None:
    """Return the revision that the store is of, or None if it is empty."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StoreError("this database holds something other than a dealwire store; name another with --db")
    return None


def _upgrade(connection: Connection) -> None:
    """Run the migrations that are missing. Two programs may come here at once: the second finds nothing left to do.

    Alembic is imported here because that takes long, and hardly any run of dealwire comes here.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if _revision(connection) not in known | {None}:
        raise StoreError("this store was written by a newer dealwire; update dealwire to read it")
    command.upgrade(config, "head")
