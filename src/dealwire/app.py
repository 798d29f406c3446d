"""The one table that names every adapter, and what is loaded once for a run."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib import import_module, resources
from pathlib import Path

from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.engines.processes import Processes
from dealwire.engines.serial import Serial
from dealwire.errors import UsageError
from dealwire.ports import Engine, Publisher
from dealwire.sources import ecb
from dealwire.sources.files import Files
from dealwire.sources.lines import read_lines
from dealwire.stores import open_store

__all__ = ["PUBLISHERS", "Files", "engine", "knowledge", "open_store", "publisher", "read_lines"]

PUBLISHERS: Mapping[str, str] = {
    "hub": "dealwire.publishers.hub:HubPublisher",
    "csv": "dealwire.publishers.tables:CsvPublisher",
    "jsonl": "dealwire.publishers.tables:JsonlPublisher",
    "parquet": "dealwire.publishers.parquet:ParquetPublisher",
}
"""Format → the class that writes it, imported when it is asked for."""


def publisher(format_: str) -> Publisher:
    """Return the publisher of a format.

    Raises:
        UsageError: there is none, or what it needs isn't installed.
    """
    if format_ not in PUBLISHERS:
        raise UsageError(f"no publisher writes {format_!r}: choose one of {', '.join(PUBLISHERS)}")
    module, _, name = PUBLISHERS[format_].partition(":")
    try:
        made: Publisher = getattr(import_module(module), name)()
    except ModuleNotFoundError as e:
        raise UsageError(f"writing {format_} needs {e.name}: pip install 'dealwire[{format_}]'") from e
    return made


def engine(jobs: int) -> Engine:
    """Return what spreads work over so many processes; for one, it is done in this one."""
    return Processes(jobs) if jobs > 1 else Serial()


@cache
def knowledge(aliases: str = "") -> Knowledge:
    """Load the alias table and the ECB's exchange rates, once for a process.

    Args:
        aliases: a table in place of the shipped one: a CSV file with the columns `entity` and `name`; "none" for none.

    Raises:
        UsageError: the file can't be read.
    """
    return Knowledge(_aliases(aliases), ecb.load())


def _aliases(path: str) -> Aliases:
    if path == "none":
        return NO_ALIASES
    try:
        source = Path(path) if path else resources.files("dealwire.data") / "aliases.csv"
        return Aliases.from_rows(csv.DictReader(io.StringIO(source.read_text(encoding="utf-8"), newline="")))
    except (OSError, UnicodeDecodeError, KeyError) as e:
        raise UsageError(f"the alias table {path or 'that is shipped'} can't be read: {e}") from e
