"""Sources: which are watched, and how each fares."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import Field

from dealwire.web.api.values import Record, Share
from dealwire.web.api.wire import Wire
from dealwire.web.filters import site

router = APIRouter(tags=["sources"])

MOST = 1000


class Source(Record):
    """A source and how it fares."""

    name: str
    kind: str = Field(examples=["feed"])
    site: str
    """The host that it is fetched from; empty for files of this machine."""
    state: Literal["new", "well", "failing", "retired"]
    succeeded: datetime | None
    """The last visit that went well (UTC)."""
    failures: int = Field(ge=0)
    """Failures in a row since."""
    due: datetime | None
    """The next visit (UTC); null for a source that is visited no more."""
    items: int = Field(ge=0)
    """Articles that it brought."""
    items_a_day: float = Field(ge=0)
    deal_share: Share | None
    """The share of them in which a deal was read."""


class Sources(Record):
    """The sources that are watched, by name."""

    items: list[Source]


@router.get("/sources")
def list_sources(wire: Wire) -> Sources:
    """List the sources that are watched, and how they fare."""
    return Sources(
        items=[Source.model_validate({**row, "site": site(str(row["url"]))}) for row in wire.source_health()[:MOST]]
    )
