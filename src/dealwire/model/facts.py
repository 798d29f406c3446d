"""Facts: what was fetched, what was told, what was judged. Append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dealwire.model.terms import Verdict


@dataclass(frozen=True, slots=True)
class Document:
    """What was fetched: the bytes, from where, when (UTC). `digest` is the SHA-256 of the body in hex."""

    digest: str
    body: bytes
    media_type: str
    origin: str
    fetched_at: datetime
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One field of one subject as one version of an article tells it.

    `subject` is "deal:0", "nameless:0", "fact:0" or "names:0": the nth thing of its sort in the article's `Reading`.
    `value` is plain JSON. `start`, `end` and `quote` are characters of the article's content.
    """

    article: str
    subject: str
    field: str
    value: Any
    start: int
    end: int
    quote: str
    confidence: float
    extractor: str
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on whether two things are the same, or on the value of a field; undone by a later one, never deleted.

    `about` is "name", "report", "article", "field", "publication" or "sources". For "name", `a` and `b` are names as
    written; for "report" and "article", their ids. For "field", `a` is a report's id (so it survives as the deal
    grows), `b` the field and `value` the corrected value as plain JSON. For "publication", `a` is an article's key or a
    report's id and `b` is empty; for "sources", both are empty and `value` holds a weight for each source. For
    `Verdict.UNDO`, `a` is the id of the judgement undone.
    """

    id: str
    about: str
    a: str
    b: str
    verdict: Verdict
    by: str
    at: datetime
    why: str = ""
    value: Any = None
