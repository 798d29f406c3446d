"""Stories as pages show them: who covered an event, when, and what deals it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dealwire.lists import Listed
from dealwire.model import Article, Story
from dealwire.ports import DealRow
from dealwire.service.public import published

SHOWN = 200
"""Articles of a story that are shown."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with its published articles, the earliest first, and the deals that they tell."""

    story: Story
    articles: tuple[Article, ...]
    deals: tuple[DealRow, ...]


def when(article: Article) -> datetime:
    """Return when the world could read an article, as far as is known."""
    return article.published or article.fetched_at


def story_view(store: Listed, id_: str) -> StoryView | None:
    """Return a story by its id, or by an article of it; None where nothing of it is published."""
    story = store.story(id_) or store.stories_of_articles([id_]).get(id_)
    if story is None:
        return None
    shown = _articles(store, story.articles[:SHOWN])
    deals = published(store, store.deals_of_articles(a.key for a in shown))
    return StoryView(story, tuple(shown), tuple(deals)) if shown else None


def page(
    store: Listed, after: tuple[float, str] | None, limit: int, most: int
) -> tuple[list[StoryView], tuple[float, str] | None]:
    """Return the hottest stories after a place, each with its first articles, and the place of the next page."""
    found = store.top_stories(limit + 1, after)
    last = found[limit - 1] if len(found) > limit else None
    return heads(store, found[:limit], most), None if last is None else (last.heat, last.id)


def heads(store: Listed, stories: Iterable[Story], most: int) -> list[StoryView]:
    """Return stories with their first articles, at most so many of each; stories of drafts alone are left out."""
    stories = list(stories)
    found = store.articles({key for story in stories for key in story.articles[:most]})
    views = []
    for story in stories:
        shown = [found[key] for key in story.articles[:most] if key in found and not found[key].draft]
        if shown:
            views.append(StoryView(story, tuple(shown), ()))
    return views


def _articles(store: Listed, keys: Sequence[str]) -> list[Article]:
    found = store.articles(keys)
    return sorted((a for a in found.values() if not a.draft), key=lambda a: (when(a), a.key))


def article(store: Listed, key: str) -> tuple[Article, list[DealRow], Story | None] | None:
    """Return an article by its key, with the deals that it tells and its story; None for none, or a draft."""
    own = store.articles([key]).get(key)
    if own is None or own.draft:
        return None
    return own, published(store, store.deals_of_articles([key])), store.stories_of_articles([key]).get(key)
