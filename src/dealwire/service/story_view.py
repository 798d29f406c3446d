"""Stories as pages show them: who covered an event, when, and what deals it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.stories import NEAR_DUPLICATE, origin_times
from dealwire.core.score.heat import COLD, heat
from dealwire.lists import Listed
from dealwire.model import Article, Story
from dealwire.ports import DealRow
from dealwire.service import changes
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


def _found(store: Listed, id_: str) -> Story | None:
    """Return a story by its id, one that it had, or an article of it; as anyone may read it."""
    story = store.story(id_) or store.stories_of_articles([id_]).get(id_)
    return None if story is None else _publicly(store, story)


def _publicly(store: Listed, story: Story) -> Story | None:
    """Return a story without its drafts; None where it has nothing else."""
    drafts = store.drafts(story.articles)
    if not drafts:
        return story
    public = tuple(key for key in story.articles if key not in drafts)
    links = store.story_links(public)
    copies = [(one.a, one.b) for one in links if one.rule == NEAR_DUPLICATE and {one.a, one.b} <= set(public)]
    tellings = store.tellings(public)
    told = [tellings[key] for key in public]
    if not told:
        return None
    firsts = tuple(origin_times(told, copies))
    return replace(story, articles=public, origins=len(firsts), firsts=firsts, last=max(one.at for one in told))


def story_view(store: Listed, id_: str) -> StoryView | None:
    """Return a story by its id, one that it had, or by an article of it; None where nothing of it is published."""
    story = _found(store, id_)
    if story is None:
        return None
    shown = _articles(store, story.articles[:SHOWN])
    deals = published(store, store.deals_of_articles(a.key for a in shown))
    return StoryView(story, tuple(shown), tuple(deals)) if shown else None


def story_then(store: Listed, knowledge: Knowledge, id_: str, as_of: datetime) -> StoryView | None:
    """Return a story as the world could know it at a moment; None where nothing of it was published by then.

    Which articles cover one event is as known now.
    """
    story = _found(store, id_)
    if story is None:
        return None
    shown = [a for a in _articles(store, story.articles[:SHOWN]) if when(a) <= as_of]
    told = changes.known_by(store, knowledge, store.deals_of_articles(a.key for a in shown), as_of)
    return StoryView(_then(story, shown, as_of), tuple(shown), tuple(published(store, told))) if shown else None


def _then(story: Story, articles: Sequence[Article], as_of: datetime) -> Story:
    """Return a story with the heat and the origins of a moment, under its first title where articles came later."""
    firsts = tuple(first for first in story.firsts if first <= as_of)
    title = story.title if len(articles) == len(story.articles) else articles[0].title
    return replace(
        story, title=title, heat=heat(firsts, as_of), firsts=firsts, origins=len(firsts), last=when(articles[-1])
    )


def hottest_then(store: Listed, as_of: datetime) -> list[tuple[float, str]]:
    """Return the heat and id of the stories that were warm at a moment, the hottest first, then by id."""
    told = ((heat(story.firsts, as_of), story.id) for story in store.stories_at(as_of, as_of - COLD))
    return sorted((one for one in told if one[0] > 0), key=lambda one: (-one[0], one[1]))


def page_then(
    store: Listed,
    places: Sequence[tuple[float, str]],
    as_of: datetime,
    after: tuple[float, str] | None,
    limit: int,
    most: int,
    topic: str | None = None,
) -> tuple[list[StoryView], tuple[float, str] | None]:
    """Return what `page` does as of a moment, of the stories that `hottest_then` tells."""
    rest = [one for one in places if after is None or (-one[0], one[1]) > (-after[0], after[1])]
    if topic is not None:
        rest = list(islice((one for one in rest if _about(store, one[1], topic)), limit + 1))
    views = []
    for _, id_ in rest[:limit]:
        story = _found(store, id_)
        known = _articles(store, story.articles[:SHOWN]) if story else []
        if story and (shown := [a for a in known if when(a) <= as_of]):
            views.append(StoryView(_then(story, shown, as_of), tuple(shown[:most]), ()))
    return views, rest[limit - 1] if len(rest) > limit else None


def page(
    store: Listed, after: tuple[float, str] | None, limit: int, most: int, topic: str | None = None
) -> tuple[list[StoryView], tuple[float, str] | None]:
    """Return the hottest stories after a place, each with its first articles, and the place of the next page.

    With `topic`, those of which an article is about it.
    """
    found = store.top_stories(limit + 1, after, topic)
    last = found[limit - 1] if len(found) > limit else None
    return heads(store, found[:limit], most), None if last is None else (last.heat, last.id)


def _about(store: Listed, id_: str, topic: str) -> bool:
    story = store.story(id_)
    return story is not None and any(topic in its for its in store.topics_of(story.articles).values())


def heads(store: Listed, stories: Iterable[Story], most: int) -> list[StoryView]:
    """Return stories with their first articles, at most so many of each; stories of drafts alone are left out."""
    stories = [public for story in stories if (public := _publicly(store, story)) is not None]
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
    return own, published(store, store.deals_of_articles([key])), _found(store, key)
