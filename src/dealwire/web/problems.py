"""What the API says when something fails: problem details (RFC 9457), whatever fails."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dealwire.errors import OutageError, UsageError

MEDIA_TYPE = "application/problem+json"
LONGEST = 300
"""Characters of a reason: it may quote what was asked."""


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    where: str = Field(examples=["query.kind"])
    """The part of the request."""
    reason: str = Field(examples=["Input should be 'funding_round', 'acquisition', 'fund_close' or 'ipo'"])


class Problem(BaseModel):
    """Problem details for HTTP APIs (RFC 9457)."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: str = Field(default="about:blank", examples=["about:blank"])
    """`about:blank`: the status says all."""
    title: str = Field(examples=["Unprocessable Content"])
    """The status in words."""
    status: int = Field(ge=400, le=599, examples=[422])
    detail: str = Field(examples=["1 part of the request can't be used"])
    """What is wrong with this request, and what would be right."""
    errors: list[Fault] | None = None
    """What is wrong with each part of the request."""


def problem(
    status: int, detail: str, errors: list[Fault] | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Return an answer that tells a problem."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors)
    kept = {"Cache-Control": "no-store", **(headers or {})}
    return JSONResponse(told.model_dump(exclude_none=True), status, kept, media_type=MEDIA_TYPE)


async def _http(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    own = str(error.detail) if isinstance(error, HTTPException) else ""
    detail = _SAID.get(status, own) if own in ("", HTTPStatus(status).phrase) else own
    return problem(status, detail, headers=error.headers if isinstance(error, HTTPException) else None)


NOTHING = "There is nothing at this address: GET /api/v1/ names what there is."
_SAID = {
    404: NOTHING,
    405: "The API is read with GET and HEAD alone.",
}


PRESENT = (
    "this call tells the present alone, since what it counts or finds isn't kept for each moment; deals, stories and "
    "one organisation take a moment"
)


async def _invalid(_: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    faults = [Fault(where=".".join(map(str, one["loc"])), reason=_reason(one)) for one in found]
    parts = "1 part of the request can't be used" if len(faults) == 1 else f"{len(faults)} parts can't be used"
    return problem(422, parts, faults)


def _reason(fault: Mapping[str, Any]) -> str:
    if fault["type"] != "extra_forbidden":
        return str(fault["msg"])[:LONGEST]
    reason = PRESENT if fault["loc"][-1] == "as_of" else "no such parameter"
    return reason[:LONGEST]


async def _misused(_: Request, error: Exception) -> Response:
    return problem(422, str(error)[:LONGEST])


async def _away(_: Request, error: Exception) -> Response:
    return problem(503, str(error)[:LONGEST], headers={"Retry-After": "5"})


async def _broken(_: Request, __: Exception) -> Response:
    return problem(500, "Something broke on our side; it was logged.")


def missing(what: str) -> dict[int | str, dict[str, Any]]:
    """Describe the answer where there is no such thing."""
    return {404: {"model": Problem, "description": what}}


HANDLERS: Mapping[int | type[Exception], Any] = {
    HTTPException: _http,
    RequestValidationError: _invalid,
    UsageError: _misused,
    OutageError: _away,
    Exception: _broken,
}
"""What answers each sort of error."""
