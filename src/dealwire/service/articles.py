"""What is known of one article, and of stories: their scores with the components that explain them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from dealwire.core.resolve import source_records
from dealwire.core.resolve.judgements import effective
from dealwire.core.resolve.origins import source_name
from dealwire.core.resolve.stories import NEAR_DUPLICATE, when
from dealwire.core.score import heat, quality
from dealwire.errors import UsageError
from dealwire.model import Article, Story
from dealwire.ports import Store


def story_records(store: Store, limit: int, at: datetime | None = None) -> Iterator[dict[str, Any]]:
    """Yield the hottest stories as records of the contract: as of a time, or failing that each at its latest article.

    As of a time, what was printed later neither counts nor shows; which articles cover one event is as known now.
    """
    if at is None:
        yield from _records(store, ((story, story.heat) for story in islice(store.stories(), limit)), None)
        return
    told = ((story, heat.heat(story.firsts, at)) for story in store.stories_at(at, at - heat.COLD))
    hottest = sorted((one for one in told if one[1] > 0), key=lambda one: (-one[1], one[0].id))
    yield from _records(store, hottest[:limit], at)


def _records(store: Store, stories: Iterable[tuple[Story, float]], at: datetime | None) -> Iterator[dict[str, Any]]:
    for story, hot in stories:
        known = store.articles(story.articles)
        articles = [known[key] for key in story.articles if key in known and (at is None or when(known[key]) <= at)]
        moment = at or story.last or max(map(when, articles))
        parts = heat.weights(story.firsts, moment)
        topics = store.topics_of(one.key for one in articles)
        yield {
            "id": story.id,
            "title": story.title if at is None or len(articles) == len(story.articles) else articles[0].title,
            "heat": hot,
            "articles": [one.ref for one in articles],
            "origins": len(parts),
            "topics": sorted({topic for its in topics.values() for topic in its}),
            "components": {
                "at": moment.isoformat(),
                "origins": [{"first": time.isoformat(), "weight": round(weight, 4)} for time, weight in parts],
                "weight": round(sum(weight for _, weight in parts), 4),
            },
        }


def article_record(store: Store, ref: str) -> dict[str, Any]:
    """Return what is known of an article, found by its id, its key or its URL.

    Raises:
        UsageError: there is no such article.
    """
    key = store.find_articles([ref]).get(ref)
    article = store.articles([key]).get(key) if key else None
    if key is None or article is None:
        raise UsageError(f"no article has the id, key or URL {ref!r}: `dealwire search` finds articles by their words")
    story = store.stories_of_articles([key]).get(key)
    copied, original = _copied(store, article)
    weight = source_records.adopted(effective(store.judgements())).get(source_name(article.provider) or "")
    record = None if weight is None else source_records.held(weight)
    parts = quality.components(article, copied, record)
    scored = quality.quality(article, copied, record)
    return {
        "id": article.ref,
        "key": key,
        "title": article.title,
        "url": article.address,
        "provider": article.provider.name or article.provider.domain,
        "published": article.published.isoformat() if article.published else None,
        "lang": article.lang,
        "topics": store.topics_of([key]).get(key, []),
        "story": story and {"id": story.id, "title": story.title, "heat": story.heat, "articles": len(story.articles)},
        "deals": [row.deal.id for row in store.deals_of_articles([key])],
        "copy_of": original,
        "quality": article.quality if article.quality >= 0 else scored,
        "quality_given": article.quality >= 0,
        "components": {
            name: {"share": round(share, 3), "weight": quality.WEIGHTS[name]} for name, share in parts.items()
        }
        if scored >= 0
        else {},
    }


def _copied(store: Store, article: Article) -> tuple[float, str | None]:
    """Return the share of an article that an earlier one has, and that one's id."""
    links = [link for link in store.story_links([article.key]) if link.rule == NEAR_DUPLICATE]
    others = store.articles({key for link in links for key in (link.a, link.b)} - {article.key})
    earlier = [
        (link.score, others[key])
        for link in links
        for key in (link.a, link.b)
        if key in others and (when(others[key]), key) < (when(article), article.key)
    ]
    score, first = max(earlier, key=lambda one: (one[0], one[1].key), default=(0.0, None))
    return score, first.ref if first else None
