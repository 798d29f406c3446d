"""Column types: how instants, dataclasses and bodies lie in a table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Generic, TypeVar

import msgspec
import zstandard
from sqlalchemy import LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")

LEVEL = 3


class Instant(TypeDecorator[datetime]):
    """A moment in UTC as ISO text of one width, so that text order is time order. A naive moment is taken for UTC."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write a moment."""
        return None if value is None else utc(value).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read a moment."""
        return None if value is None else datetime.fromisoformat(value)


class Packed(TypeDecorator[T], Generic[T]):
    """A frozen dataclass, or any plain value, as JSON text: readable with any tool, and exact both ways."""

    impl = Text
    cache_ok = True

    def __init__(self, packed: object) -> None:
        super().__init__()
        self.packed = packed
        self._decoder = msgspec.json.Decoder(packed)
        self._encoder = msgspec.json.Encoder()

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Write a value; None is JSON's null."""
        return self._encoder.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:  # noqa: ARG002
        """Read a value."""
        result: T | None = None if value is None else self._decoder.decode(value)
        return result


class Compressed(TypeDecorator[bytes]):
    """Bytes under Zstandard."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Compress."""
        return None if value is None else zstandard.compress(value, LEVEL)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Decompress."""
        return None if value is None else zstandard.decompress(value)


def utc(moment: datetime) -> datetime:
    """Return the moment in UTC; one that falls off the calendar stays at its end."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC) if moment.year > 1 else datetime.min.replace(tzinfo=UTC)
