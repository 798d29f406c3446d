"""What the API is, and where its parts are."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter
from pydantic import Field

from dealwire import __version__
from dealwire.web.api.values import Record
from dealwire.web.api.wire import Wire

router = APIRouter(tags=["about"])

PARTS = ("deals", "organisations", "stories", "articles", "search", "trends", "sources", "changes")


class About(Record):
    """The API and the store that it reads."""

    name: str = Field(default="dealwire", examples=["dealwire"])
    version: str = Field(examples=["0.1.0"])
    as_of: datetime | None
    """The moment that the store shows; null where it shows the present."""
    openapi: str = "/api/v1/openapi.json"
    """The description of all of this in OpenAPI 3.1."""
    documentation: str = "/api/v1/docs"
    parts: dict[str, str]
    """The address of each part."""


@router.get("/")
def about(wire: Wire) -> About:
    """Tell what there is."""
    return About(version=__version__, as_of=wire.as_of(), parts={name: f"/api/v1/{name}" for name in PARTS})
