"""What came of a run."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rejected:
    """One input that could not be used, at which stage, and why: data to be listed, not an exception."""

    stage: str
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Position:
    """How far a long input has been read: `at` says where to go on, in words that the source `name` understands."""

    name: str
    at: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run of `ingest` did."""

    read: int = 0
    new: int = 0
    seen: int = 0
    relevant: int = 0
    deals: int = 0
    rejected: tuple[Rejected, ...] = field(default=())
