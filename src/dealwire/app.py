"""The one table that names every adapter, and what is loaded once for a run.

An adapter is imported when it is asked for: a store's libraries take half a second, and `dealwire extract` needs none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING

from dealwire.errors import UsageError
from dealwire.lists import Listed
from dealwire.ports import Engine, Publisher
from dealwire.sources.lines import read_lines

if TYPE_CHECKING:
    from dealwire.core.places import Places
    from dealwire.core.resolve.aliases import Aliases
    from dealwire.core.resolve.knowledge import Knowledge
    from dealwire.model import Document, Rejected
    from dealwire.sources.files import Files
    from dealwire.sources.web.fetch import Fetcher
    from dealwire.sources.web.polite import Guest

__all__ = [
    "PUBLISHERS",
    "engine",
    "fetcher",
    "files",
    "guest",
    "knowledge",
    "open_store",
    "publisher",
    "read_lines",
    "sniff",
    "unpacked_body",
]

PUBLISHERS: Mapping[str, str] = {
    "hub": "dealwire.publishers.hub:HubPublisher",
    "csv": "dealwire.publishers.tables:CsvPublisher",
    "jsonl": "dealwire.publishers.tables:JsonlPublisher",
    "parquet": "dealwire.publishers.parquet:ParquetPublisher",
}
"""Format → the class that writes it, imported when it is asked for."""


def open_store(url: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC), *, make: bool = True) -> Listed:
    """See `dealwire.stores.open_store`."""
    from dealwire import stores

    return stores.open_store(url, make=make, clock=clock)


def files(
    paths: Sequence[str],
    clock: Callable[[], datetime],
    position: Callable[[str], str | None] = lambda _: None,
    fetch: Callable[[Sequence[str]], Iterator[Document | Rejected]] | None = None,
) -> Files:
    """See `dealwire.sources.files.Files`."""
    from dealwire.sources.files import Files

    return Files(paths, clock, position=position, fetch=fetch)


def sniff(head: bytes) -> str:
    """See `dealwire.sources.file_types.media_type`; a body from the web has no name."""
    from dealwire.sources.file_types import media_type

    return media_type("", head)


def fetcher(contact: str, *, loopback: bool) -> Fetcher:
    """Return what fetches URLs, under an honest name.

    Args:
        contact: where the owner of a site reaches whoever runs this.
        loopback: let addresses of this machine through.
    """
    from dealwire import __version__
    from dealwire.sources.web.fetch import Fetcher

    return Fetcher(f"dealwire/{__version__} (news reader; {contact or 'no contact given'})", loopback=loopback)


def guest(fetcher: Fetcher, pause: float) -> Guest:
    """Return what fetches politely: see `dealwire.sources.web.polite.Guest`."""
    from time import monotonic

    from dealwire.sources.web.polite import Guest

    return Guest(fetcher, "dealwire", monotonic, pause)


def unpacked_body(body: bytes, encodings: str, limit: int) -> bytes:
    """See `dealwire.sources.encodings.unpacked_body`."""
    from dealwire.sources import encodings as packed

    return packed.unpacked_body(body, encodings, limit)


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
    if jobs > 1:
        from dealwire.engines.processes import Processes

        return Processes(jobs)
    from dealwire.engines.serial import Serial

    return Serial()


@cache
def knowledge(aliases: str = "") -> Knowledge:
    """Load the alias table, the ECB's exchange rates and the table of cities, once for a process.

    Args:
        aliases: a table in place of the shipped one: a CSV file with the columns `entity` and `name`; "none" for none.

    Raises:
        UsageError: the file can't be read.
    """
    from dealwire.core.resolve.knowledge import Knowledge
    from dealwire.sources import ecb

    return Knowledge(_aliases(aliases), ecb.load(), _places())


def _places() -> Places:
    from dealwire.core.places import Places, read

    return Places(read((resources.files("dealwire.data") / "cities.txt").read_text(encoding="utf-8").splitlines()))


def _aliases(path: str) -> Aliases:
    from dealwire.core.resolve.aliases import Aliases, everyday_words

    data = resources.files("dealwire.data")
    everyday = everyday_words((data / "everyday.txt").read_text(encoding="utf-8"))
    if path == "none":
        return Aliases({}, everyday)
    try:
        rows, parents = (
            csv.DictReader(io.StringIO(source.read_text(encoding="utf-8"), newline=""))
            for source in (Path(path) if path else data / "aliases.csv", data / "parents.csv")
        )
        return Aliases.from_rows(rows, everyday, parents)
    except (OSError, UnicodeDecodeError, KeyError) as e:
        raise UsageError(f"the alias table {path or 'that is shipped'} can't be read: {e}") from e
