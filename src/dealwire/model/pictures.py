"""Pictures of records, as they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was fetched, checked and encoded anew: its sizes in pixels, its bytes, and those of a small copy.

    `digest` is the SHA-256 of `body` in hex; the small copy is WebP.
    """

    digest: str
    media_type: str
    width: int
    height: int
    body: bytes
    thumbnail: bytes


@dataclass(frozen=True, slots=True)
class Cached:
    """A picture's address and what was had from there: where `problem` is told, nothing."""

    url: str
    fetched_at: datetime
    digest: str | None = None
    width: int | None = None
    height: int | None = None
    problem: str | None = None
