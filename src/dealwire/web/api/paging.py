"""Pages of a list: a cursor that stays where it was while rows come in before and after it, and a link to what follows.

A cursor names the last row of a page by what the list is ordered by, so that the next page begins after it whatever was
added since. Clients take it as it is: what it holds may change.
"""

from __future__ import annotations

import base64
from typing import Annotated, Generic, TypeVar

import msgspec
from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from dealwire.errors import UsageError
from dealwire.web.api.values import Record

T = TypeVar("T")

MOST = 100
"""Rows of a page at most."""

Limit = Annotated[int, Field(ge=1, le=MOST, description="How many rows at most.")]
Cursor = Annotated[
    str,
    Field(
        min_length=1,
        max_length=400,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="Where to go on: the `next` of the page before. Without it a list begins at its first row.",
    ),
]


def _written(value: object) -> object:
    """Refuse a bare number, which would else be read as seconds of Unix time."""
    if isinstance(value, str) and "-" not in value[1:]:
        raise ValueError("write a moment as 2026-03-01T12:00:00Z")
    return value


Moment = Annotated[AwareDatetime, BeforeValidator(_written)]
"""A moment with its zone (RFC 3339)."""


class Asked(BaseModel):
    """Parameters of a request; one that the API doesn't know is an error, since it would change nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Page(Record, Generic[T]):
    """A page of a list."""

    items: list[T]
    next: str | None = Field(examples=["ZHxkLWEyNjM3NWQzfDIwMjUtMDItMTF8"])
    """The cursor of the next page; null on the last. The `Link` header (RFC 8288) has the whole address."""


def sealed(*place: object) -> str:
    """Return a cursor for a place in a list."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def opened(cursor: str, shape: type[T]) -> T:
    """Return the place that a cursor names.

    Raises:
        UsageError: it is none of this list's.
    """
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=shape)
    except (ValueError, msgspec.MsgspecError) as e:
        raise UsageError("the cursor is none of this list's: leave it out to begin at the first page") from e


def link_next(request: Request, response: Response, cursor: str | None) -> None:
    """Tell in a header where the next page is."""
    if cursor is not None:
        address = request.url.include_query_params(cursor=cursor)
        response.headers["Link"] = f'<{address.path}?{address.query}>; rel="next"'
