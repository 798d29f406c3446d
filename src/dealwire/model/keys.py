"""Keys by which programs are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key of the API, without its secret: of that only a digest is kept.

    `id` names it to people, `name` says whose it is, `rate` is how many requests a minute it may make (0: as many as
    settings say).
    """

    id: str
    digest: str
    name: str
    rate: int
    made_at: datetime
    revoked_at: datetime | None = None
