"""Views of stories: near-duplicate signatures, links between articles, and the stories that they come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, union

from dealwire.core.resolve.ids import once, story_id
from dealwire.model import Story, StoryLink, Telling
from dealwire.stores import schema
from dealwire.stores.database import CHUNK, KEYS, Part, batches
from dealwire.stores.types import Instant

_bands = schema.bands.c
_signatures = schema.signatures.c
_links = schema.story_links.c
_told = schema.tellings.c
_holds = schema.story_articles.c

SIGNATURES = select(schema.signatures).where(_signatures.article.in_(KEYS))
NUMBERS = select(_signatures.article, _signatures.number).where(_signatures.article.in_(KEYS))
DROP_SIGNATURES = delete(schema.signatures).where(_signatures.article.in_(KEYS))
DROP_BANDS = delete(schema.bands).where(_bands.band == bindparam("old_band"), _bands.number == bindparam("old_number"))
TELLINGS = select(_told.article, _told.telling).where(_told.article.in_(KEYS))
DROP_TELLINGS = delete(schema.tellings).where(_told.article.in_(KEYS))
LINKS = union(*(select(schema.story_links).where(side.in_(KEYS)) for side in (_links.a, _links.b)))
DROP_LINKS = [delete(schema.story_links).where(side.in_(KEYS)) for side in (_links.a, _links.b)]
DROP_LINKS_OF_RULE = [one.where(_links.rule == bindparam("of_rule")) for one in DROP_LINKS]
DROP_VIA = delete(schema.story_links).where(_links.via.in_(KEYS))
HOLDERS = select(_holds.story).distinct().where(_holds.article.in_(KEYS))
DROP = delete(schema.stories).where(schema.stories.c.id.in_(KEYS))
LISTED = select(schema.stories.c.id).order_by(schema.stories.c.heat.desc(), schema.stories.c.id)
STORIES = select(schema.stories.c.story).where(schema.stories.c.id.in_(KEYS))
AT = (
    select(schema.stories.c.story)
    .where(
        schema.stories.c.last >= bindparam("since", type_=Instant),
        schema.stories.c.first <= bindparam("at", type_=Instant),
    )
    .order_by(schema.stories.c.id)
)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
OF_ARTICLES = (
    select(_holds.article, schema.stories.c.story)
    .join(schema.stories, schema.stories.c.id == _holds.story)
    .where(_holds.article.in_(KEYS))
)

NEIGHBOURS = (
    select(_bands.band, _signatures.article)
    .join(schema.signatures, _signatures.number == _bands.number)
    .where(_bands.band.in_(KEYS))
)


class Stories(Part):
    """The views of stories of a store."""

    def replace_signatures(self, bands: Mapping[str, Sequence[int]]) -> None:
        """See `Store.replace_signatures`. Bands are numbers of 64 bits, with a sign or without."""
        new = {article: tuple(sorted({_signed(band) for band in its})) for article, its in bands.items()}
        with self._db.writing():
            old = {row.article: row for row in self._db.rows_in(SIGNATURES, new)}
            changed = [article for article in sorted(new) if article not in old or old[article].bands != new[article]]
            stale = [old[article] for article in changed if article in old]
            self._db.many(
                DROP_BANDS, [{"old_band": band, "old_number": row.number} for row in stale for band in row.bands]
            )
            self._db.run_in(DROP_SIGNATURES, (row.article for row in stale))
            self._db.insert(schema.signatures, [{"article": article, "bands": new[article]} for article in changed])
            number = {row.article: row.number for row in self._db.rows_in(NUMBERS, changed)}
            rows = sorted((band, number[article]) for article in changed for band in new[article])
            self._db.add(schema.bands, [{"band": band, "number": its} for band, its in rows])

    def signatures(self, articles: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """See `Store.signatures`."""
        return {row.article: row.bands for row in self._db.rows_in(SIGNATURES, articles) if row.bands}

    def band_neighbours(self, bands: Iterable[int]) -> dict[int, list[str]]:
        """See `Store.band_neighbours`."""
        asked = {_signed(band): band for band in bands}
        found: dict[int, list[str]] = defaultdict(list)
        for band, article in self._db.rows_in(NEIGHBOURS, asked):
            found[asked[band]].append(article)
        return {band: sorted(articles) for band, articles in found.items()}

    def replace_tellings(self, tellings: Iterable[Telling], gone: Iterable[str] = ()) -> None:
        """See `Store.replace_tellings`."""
        with self._db.writing():
            self._db.run_in(DROP_TELLINGS, gone)
            self._db.put(schema.tellings, [{"article": one.key, "telling": one} for one in tellings])

    def tellings(self, articles: Iterable[str]) -> dict[str, Telling]:
        """See `Store.tellings`."""
        return {row.article: row.telling for row in self._db.rows_in(TELLINGS, articles)}

    def story_links(self, articles: Iterable[str]) -> list[StoryLink]:
        """See `Store.story_links`."""
        rows = {tuple(row) for row in self._db.rows_in(LINKS, articles)}
        return [StoryLink(a, b, rule, score, via or None) for a, b, rule, via, score in sorted(rows)]

    def add_story_links(self, links: Iterable[StoryLink]) -> None:
        """See `Store.add_story_links`."""
        with self._db.writing():
            self._db.put(schema.story_links, [_link_row(link) for link in links])

    def drop_story_links(
        self, *, articles: Iterable[str] = (), via: Iterable[str] = (), rule: str | None = None
    ) -> None:
        """See `Store.drop_story_links`."""
        articles = set(articles)
        statements, only = (DROP_LINKS, {}) if rule is None else (DROP_LINKS_OF_RULE, {"of_rule": rule})
        with self._db.writing():
            for statement in statements:
                self._db.run_in(statement, articles, **only)
            self._db.run_in(DROP_VIA, via)

    def replace_stories(self, articles: Iterable[str], stories: Sequence[Story]) -> None:
        """See `Store.replace_stories`. What holds an article of the new ones goes too."""
        articles = set(articles).union(*(story.articles for story in stories))
        new = {story.id: story for story in stories}
        with self._db.writing():
            old = {id_ for (id_,) in self._db.rows_in(HOLDERS, articles)}
            self._db.run_in(DROP, old | new.keys())
            rows = [new[id_] for id_ in sorted(new)]
            self._db.add(schema.stories, [_story_row(story) for story in rows])
            held = [
                {"article": article, "story": story.id, "once": once(story_id(article), story.id)}
                for story in rows
                for article in story.articles
            ]
            self._db.add(schema.story_articles, held)

    def stories(self) -> Iterator[Story]:
        """See `Store.stories`. Which stories they are is settled at once; a writer may write while they are read."""
        ids = [id_ for (id_,) in self._db.rows(LISTED)]
        for batch in batches(ids, CHUNK):
            found = {story.id: story for (story,) in self._db.rows_in(STORIES, batch)}
            yield from (found[id_] for id_ in batch if id_ in found)

    def stories_at(self, at: datetime, since: datetime) -> list[Story]:
        """See `Store.stories_at`."""
        return [story for (story,) in self._db.rows(AT, at=at, since=since)]

    def stories_of_articles(self, articles: Iterable[str]) -> dict[str, Story]:
        """See `Store.stories_of_articles`."""
        return {row.article: row.story for row in self._db.rows_in(OF_ARTICLES, articles)}


def _story_row(story: Story) -> dict[str, Any]:
    first, last = min(story.firsts, default=NEVER), story.last or NEVER
    return {"id": story.id, "heat": story.heat, "first": first, "last": last, "story": story}


def _link_row(link: StoryLink) -> dict[str, Any]:
    a, b = sorted((link.a, link.b))
    return {"a": a, "b": b, "rule": link.rule, "via": link.via or "", "score": link.score}


def _signed(band: int) -> int:
    """Return the number with the same 64 bits that databases can keep."""
    return (band + 2**63) % 2**64 - 2**63
