"""Opening the store that the command line names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealwire.config import setting

if TYPE_CHECKING:
    from dealwire.service.door import Dealwire


def opened(db: str, *, make: bool = False) -> Dealwire:
    """Open a store, which only `ingest` makes.

    What that imports, half a second of libraries, `extract` needs none of: it is imported only now.
    """
    from dealwire.service.door import Dealwire

    return Dealwire(db, setting("DEALWIRE_ALIASES"), make=make)
