"""Deals: a table that every choice narrows, each choice an address."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from starlette.background import BackgroundTask
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from dealwire.core.countries import code_of
from dealwire.core.dates import first_day, last_day
from dealwire.errors import UsageError
from dealwire.lists import SIZES, DealQuery
from dealwire.model import Kind, Round, Status
from dealwire.ports import DealFilter
from dealwire.service.door import Dealwire
from dealwire.service.listing import CHOICES
from dealwire.service.query import deal_record
from dealwire.web.render import render

PAGE = 50
LONGEST = 100
"""Characters of a name that is looked for."""

E = TypeVar("E", bound=StrEnum)


def deals(request: Request) -> Response:
    """Show a page of deals."""
    wire: Dealwire = request.app.state.wire
    asked = request.query_params
    page = wire.deal_page(query_of(asked), asked.get("after") or None, PAGE)
    chosen = {name: value for name in (*CHOICES, "company", "investor", "since", "until") if (value := asked.get(name))}
    return render(
        request,
        "deals.html",
        deals=[deal_record(row) for row in page.rows],
        page=page,
        chosen=chosen,
        asked={name: asked.get(name, "") for name in ("company", "investor", "since", "until", "sort", "recalled")},
        first="after" not in asked,
    )


def query_of(asked: QueryParams | Mapping[str, str]) -> DealQuery:
    """Return which deals an address asks for.

    Raises:
        UsageError: a value can't be read.
    """
    size, year = asked.get("size") or None, asked.get("year") or None
    if size is not None and size not in SIZES:
        raise UsageError(f"no amount is {size!r}: {', '.join(SIZES)}")
    if year is not None and not (year.isdecimal() and len(year) == 4 and int(year)):
        raise UsageError(f"{year!r} is no year")
    return DealQuery(
        DealFilter(
            company=(asked.get("company") or "")[:LONGEST] or None,
            investor=(asked.get("investor") or "")[:LONGEST] or None,
            round=_term(Round, asked.get("round")),
            status=_term(Status, asked.get("status")),
            kind=_term(Kind, asked.get("kind")),
            since=first_day(asked.get("since") or None),
            until=last_day(asked.get("until") or None),
            background=asked.get("recalled") == "1",
            country=code_of(asked["country"]) if asked.get("country") else None,
        ),
        currency=(asked.get("currency") or "")[:8] or None,
        year=int(year) if year else None,
        size=size,
        by_amount=asked.get("sort") == "amount",
    )


def _term(terms: type[E], value: str | None) -> E | None:
    try:
        return terms(value) if value else None
    except ValueError as e:
        raise UsageError(f"no {terms.__name__.lower()} is {value!r}: {', '.join(terms)}") from e


FORMATS = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "json": ("jsonl", "application/jsonl"),
    "parquet": ("parquet", "application/vnd.apache.parquet"),
}


def download(request: Request) -> Response:
    """Send the deals of an address as a file."""
    wire: Dealwire = request.app.state.wire
    format_ = request.path_params["format"]
    if format_ not in FORMATS:
        raise HTTPException(404)
    publisher, media_type = FORMATS[format_]
    wanted = query_of(request.query_params)
    directory = TemporaryDirectory(prefix="dealwire-")
    try:
        path = wire.download(wanted, publisher, Path(directory.name))
    except BaseException:
        directory.cleanup()
        raise
    return FileResponse(path, media_type=media_type, filename=path.name, background=BackgroundTask(directory.cleanup))


ROUTES = (Route("/deals", deals, name="deals"), Route("/deals.{format}", download, name="download"))
