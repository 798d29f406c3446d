"""Reading deals out of articles without a store: a line in, a line out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from dealwire.core import records
from dealwire.core.extract import extract
from dealwire.core.read import dates, language
from dealwire.model import Article, Rejected

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Line(msgspec.Struct):
    """An article of the contract, as `extract` takes it: its texts are read as they stand, so that offsets hold."""

    id: str | int
    title: str | None = None
    text: str | None = None
    published: str | int | float | None = None
    lang: str | None = None


def extract_lines(lines: Iterable[bytes | Rejected]) -> Iterator[dict[str, Any] | Rejected]:
    """Yield {"id", "deals"} for each line, in order.

    What can't be read comes as a `Rejected`. Blank lines are passed over.
    """
    decoder = msgspec.json.Decoder(_Line)
    for n, line in enumerate(lines, start=1):
        if isinstance(line, Rejected):
            yield line
            continue
        if not line.strip():
            continue
        try:
            told = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as e:
            yield Rejected("extract", f"line {n}", f"not an article: {e}")
            continue
        reading = extract(_article(told))
        yield {"id": told.id, "deals": [records.deal_record(deal) for deal in reading.deals]}


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
