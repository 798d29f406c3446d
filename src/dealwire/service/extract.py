"""Reading deals out of articles without a store: a line in, a line out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain

import msgspec

from dealwire import app
from dealwire.app import read_lines
from dealwire.core import records
from dealwire.core.extract import deals, gate
from dealwire.core.read import dates, language
from dealwire.model import Article, Rejected
from dealwire.ports import Engine
from dealwire.service.readings import attempt

__all__ = ["extract_file", "extract_lines", "read_lines"]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

CHUNK, CHUNK_BYTES = 64, 1 << 19
"""Lines that are handed to a worker at a time, and the bytes after which there are enough of them."""


class _Line(msgspec.Struct, gc=False):
    """An article of the contract, as `extract` takes it: its texts are read as they stand, so that offsets hold."""

    id: str | int
    title: str | None = None
    text: str | None = None
    published: str | int | float | None = None
    lang: str | None = None


_DECODER = msgspec.json.Decoder(_Line)
_ENCODER = msgspec.json.Encoder()

Numbered = tuple[int, bytes | Rejected]


def extract_file(path: str, jobs: int) -> Iterator[bytes | Rejected]:
    """Read the deals out of a file of articles on so many processes: see `extract_lines`.

    Raises:
        UsageError: the file can't be read.
    """
    return extract_lines(read_lines(path), app.engine(jobs))


def extract_lines(lines: Iterable[bytes | Rejected], engine: Engine) -> Iterator[bytes | Rejected]:
    """Yield {"id", "deals"} as a line of JSON for each line, in order; what can't be read comes as a `Rejected`.

    Blank lines are passed over.
    """
    return chain.from_iterable(filter(None, engine.map(_chunk, _chunks(enumerate(lines, start=1)))))


def _chunks(lines: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    chunk: list[Numbered] = []
    size = 0
    for n, line in lines:
        chunk.append((n, line))
        size += 0 if isinstance(line, Rejected) else len(line)
        if len(chunk) == CHUNK or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _chunk(lines: list[Numbered]) -> list[bytes | Rejected]:
    return [_answer(n, line) for n, line in lines if isinstance(line, Rejected) or line.strip()]


def _answer(n: int, line: bytes | Rejected) -> bytes | Rejected:
    if isinstance(line, Rejected):
        return line
    try:
        told = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        return Rejected("extract", f"line {n}", f"not an article: {e}")
    if not gate.passes(f"{told.title or ''}\n{told.text or ''}"):  # most end here, before language or date are read
        return _ENCODER.encode({"id": told.id, "deals": []})
    reading = attempt(_article(told), deals)
    if isinstance(reading, Rejected):
        return reading
    return _ENCODER.encode({"id": told.id, "deals": [records.deal_record(deal) for deal in reading.deals]})


def _article(line: _Line) -> Article:
    title, text = line.title or "", line.text or ""
    return Article(
        key=str(line.id),
        ref=str(line.id),
        version="",
        title=title,
        text=text,
        lang=language.of(f"{title}\n{text}", line.lang),
        document="",
        part=0,
        fetched_at=EPOCH,
        published=dates.parse(line.published),
    )
