"""Stories: events, who covered them and when, and the deals that they tell."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import Field

from dealwire.service.query import deal_record
from dealwire.service.story_view import StoryView
from dealwire.web.api.deals import article_head, story_head
from dealwire.web.api.paging import Asked, Cursor, Limit, Moment, Page, link_next, opened, sealed
from dealwire.web.api.values import ArticleHead, Deal, Record, StoryHead, TopicName
from dealwire.web.api.wire import Wire
from dealwire.web.problems import missing

router = APIRouter(tags=["stories"])

FIRST = 5
"""Articles of a story that a list tells."""


class StoriesAsked(Asked):
    """A page of stories."""

    as_of: Moment | None = None
    """The stories that were hot at that moment, the hottest then first, by what was published by then; which articles
    cover one event is as known now."""
    topic: TopicName | None = None
    """Only stories of which an article is about this topic."""
    limit: Limit = 20
    cursor: Cursor | None = None


class StoryListed(StoryHead):
    """A story with who told it first."""

    first: datetime | None
    """When the first article told it."""
    origins: int = Field(ge=0)
    """How many independent origins tell it."""
    articles: list[ArticleHead]
    """The first of its articles."""


class Story(StoryListed):
    """A story with its coverage."""

    deals: list[Deal]
    """The deals that its articles tell."""


@router.get("/stories")
def list_stories(
    request: Request, response: Response, asked: Annotated[StoriesAsked, Query()], wire: Wire
) -> Page[StoryListed]:
    """List stories, the hottest first."""
    after = opened(asked.cursor, tuple[float, str]) if asked.cursor else None
    views, place = wire.programs.stories(after, asked.limit, FIRST, asked.as_of, asked.topic)
    cursor = None if place is None else sealed(*place)
    link_next(request, response, cursor)
    return Page(items=[StoryListed.model_validate(_listed(view)) for view in views], next=cursor)


class TopicCount(Record):
    """How many articles are about a topic."""

    topic: str = Field(examples=["ai"])
    articles: int = Field(ge=0)


class Topics(Record):
    """What stories, and the articles that a search finds, can be narrowed by."""

    items: list[TopicCount]


@router.get("/topics")
def count_topics(wire: Wire) -> Topics:
    """Count the articles about each topic, the most first; counted anew after half a minute."""
    return Topics(items=[TopicCount(topic=topic, articles=n) for topic, n in wire.programs.topics()])


class StoryAsked(Asked):
    """One story."""

    as_of: Moment | None = None
    """Tell it as the world could know it at that moment, by the articles published by then."""


@router.get("/stories/{id}", responses=missing("There is no such story."))
def get_story(id: str, asked: Annotated[StoryAsked, Query()], response: Response, wire: Wire) -> Story:  # noqa: A002
    """Tell a story by its id, one that it had, or that of an article of it: its first 200 articles, and their deals."""
    view = wire.story(id, asked.as_of)
    if view is None:
        then = " that was told by then" if asked.as_of else ""
        raise HTTPException(404, f"No story{then} has the id {id[:80]!r}.")
    if view.story.id != id:
        response.headers["Content-Location"] = f"/api/v1/stories/{view.story.id}"
    return Story.model_validate({**_listed(view), "deals": [deal_record(row) for row in view.deals]})


def _listed(view: StoryView) -> dict[str, object]:
    story = view.story
    return {
        **story_head(story).model_dump(),
        "first": min(story.firsts, default=None),
        "origins": story.origins,
        "articles": [article_head(article) for article in view.articles],
    }
