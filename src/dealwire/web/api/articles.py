"""Articles: what is known of them and what was read in them; the text itself is its publisher's."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import Field

from dealwire.core.excerpt import excerpt
from dealwire.model import Article
from dealwire.ports import DealRow
from dealwire.service.deal_view import quoted_in
from dealwire.web.api.deals import article_head, story_head
from dealwire.web.api.paging import Asked
from dealwire.web.api.values import ArticleHead, PlainJson, Record, Sentence, StoryHead
from dealwire.web.api.wire import Wire
from dealwire.web.problems import missing

router = APIRouter(tags=["articles"])


class Said(Record):
    """What the article says of a field of a deal."""

    field: str = Field(examples=["amount"])
    value: PlainJson
    agrees: bool
    """Whether the deal, with all reports seen together, says so too."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str
    sentence: Sentence


class ToldDeal(Record):
    """A deal that the article tells."""

    id: str
    company: str
    said: list[Said]


class ArticleInFull(ArticleHead):
    """An article: what is known of it, and what was read in it, sentence by sentence."""

    authors: list[str]
    story: StoryHead | None
    deals: list[ToldDeal]


class ArticleAsked(Asked):
    """An article's address."""

    url: str = Field(min_length=1, max_length=2000, examples=["https://harbourledger.example/2025/02/brackwater"])
    """Where its publisher has it."""


@router.get("/articles", responses=missing("There is no such article."))
def find_article(asked: Annotated[ArticleAsked, Query()], wire: Wire) -> ArticleInFull:
    """Tell the article that is at an address."""
    return get_article(asked.url, wire)


@router.get("/articles/{id:path}", responses=missing("There is no such article."))
def get_article(id: str, wire: Wire) -> ArticleInFull:  # noqa: A002
    """Tell an article by its id or its key."""
    found = wire.programs.article(id)
    if found is None:
        raise HTTPException(404, f"No published article has the id, key or address {id[:80]!r}.")
    own, deals, story = found
    return ArticleInFull(
        **article_head(own).model_dump(),
        authors=list(own.authors),
        story=story_head(story) if story else None,
        deals=[_told(row, own) for row in deals],
    )


def _told(row: DealRow, article: Article) -> ToldDeal:
    said = []
    for name, quoted, agrees in quoted_in(row.deal, article):
        claim, around = quoted.claim, excerpt(quoted.claim, article)
        said.append(
            Said(
                field=name,
                value=claim.value,
                agrees=agrees,
                start=claim.start,
                end=claim.end,
                quote=claim.quote,
                sentence=Sentence(before=around.before, after=around.after, lang=article.lang),
            )
        )
    return ToldDeal(id=row.deal.id, company=row.deal.company, said=said)
