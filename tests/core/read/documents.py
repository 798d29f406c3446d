"""Documents for tests of reading."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from dealwire.core.read import HUB, ReadResult, read
from dealwire.model import Article, Document

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def document(body: bytes | str, media_type: str = HUB, origin: str = "a.md", url: str | None = None) -> Document:
    raw = body.encode() if isinstance(body, str) else body
    return Document(sha256(raw).hexdigest(), raw, media_type, origin, NOW, url)


def one(result: ReadResult) -> Article:
    assert result.rejected == ()
    (article,) = result.articles
    return article


def read_one(body: bytes | str, media_type: str = HUB) -> Article:
    return one(read(document(body, media_type)))


def reason(body: bytes | str, media_type: str = HUB) -> str:
    result = read(document(body, media_type))
    assert result.articles == ()
    (rejected,) = result.rejected
    assert rejected.stage == "read"
    return rejected.reason
