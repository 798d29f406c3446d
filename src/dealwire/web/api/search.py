"""Search: organisations, deals and articles by words, in both languages."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from dealwire.web.api.paging import Asked
from dealwire.web.api.values import Record, TopicName
from dealwire.web.api.wire import Wire

router = APIRouter(tags=["search"])

What = Literal["organisation", "deal", "article"]


class SearchAsked(Asked):
    """What is looked for."""

    q: str = Field(min_length=1, max_length=200, examples=["Corvid", "融资"])
    """Words, all of which must occur; in quotes, words in a row. Chinese is found by any part."""
    what: What | None = None
    """Only things of this sort."""
    topic: TopicName | None = None
    """Only articles about this topic, of the first hundred that are found; nothing else has topics."""
    limit: int = Field(default=20, ge=1, le=60)
    """How many at most."""


class Hit(Record):
    """Something that was found."""

    what: What
    id: str
    """Of an article, its key: `/articles/{id}` takes it."""
    title: str
    snippet: str
    """Where the words occur: they stand in « »."""
    score: float
    """How well it matches (BM25); higher is better, and comparable within one answer alone."""


class Found(Record):
    """What was found, the best first."""

    items: list[Hit]


@router.get("/search")
def search(asked: Annotated[SearchAsked, Query()], wire: Wire) -> Found:
    """Find organisations, deals and articles by words; the best first."""
    if asked.topic is None:
        hits = wire.found(asked.q, asked.limit, asked.what)
    else:
        hits = wire.programs.articles_found(asked.q, asked.limit, asked.topic)
        hits = hits if asked.what in (None, "article") else []
    return Found(
        items=[
            Hit.model_validate({"what": h.what, "id": h.id, "title": h.title, "snippet": h.snippet, "score": h.score})
            for h in hits
        ]
    )
