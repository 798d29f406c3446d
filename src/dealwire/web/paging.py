"""Pages of a list that is short, or made anew each time: by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from starlette.requests import Request

T = TypeVar("T")

LAST = 1000


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What a page shows of a list: `page` counts from 1, `more` tells whether another follows."""

    rows: Sequence[T]
    page: int
    more: bool


def number(request: Request) -> int:
    """Return which page an address asks for; the first where that can't be read."""
    asked = request.query_params.get("page", "")
    return min(max(int(asked), 1), LAST) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1


def part(rows: Sequence[T], page: int, size: int) -> Part[T]:
    """Return a page of a list, of which one row more than the page is enough."""
    return Part(rows[(page - 1) * size : page * size], page, len(rows) > page * size)
