"""The tables. What each holds is told in docs/explanation/store.md; migrations/ must agree with it, and a test says so.

Keys are text and sort by code point. Facts come first, and nothing ever updates or deletes a row of theirs.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from dealwire.model import Deal, Organisation, Report, Story, Telling
from dealwire.stores.account_tables import ACCOUNTS
from dealwire.stores.columns import fact as _fact
from dealwire.stores.columns import key as _key
from dealwire.stores.columns import metadata
from dealwire.stores.columns import text as _text
from dealwire.stores.columns import view as _view
from dealwire.stores.intake_tables import (
    INTAKE,
    followups,
    news_sources,
    picture_addresses,
    pictures,
    subscriptions,
)
from dealwire.stores.name_tables import mentions, name_blocks, name_forms, name_links, names, pairs
from dealwire.stores.topic_tables import article_topics, topic_days
from dealwire.stores.types import Compressed, Instant, Packed

__all__ = [
    "ACCOUNTS",
    "INTAKE",
    "article_topics",
    "followups",
    "mentions",
    "metadata",
    "name_blocks",
    "name_forms",
    "name_links",
    "names",
    "news_sources",
    "pairs",
    "picture_addresses",
    "pictures",
    "subscriptions",
    "topic_days",
]

REVISION = "0023"
"""The schema that this dealwire writes: the newest of migrations/versions."""

# --- facts

documents = Table(
    "documents",
    metadata,
    _key("digest"),
    _text("media_type"),
    _text("origin"),
    Column("url", Text),
    Column("fetched_at", Instant, nullable=False),
    Column("body", Compressed, nullable=False),
    Column("reader", Integer, nullable=False, server_default=text("0")),
    Index("documents_by_reader", "reader", "fetched_at", "digest"),
)
"""`reader` is the version of `core/read` that read it last, 0 where that is not known; it is no part of the fact."""

contents = Table("contents", metadata, _key("version"), _text("content"))
"""An article's content once for each version, however often it is sighted."""

sightings = Table(
    "sightings",
    metadata,
    _key("document", _fact("documents.digest")),
    Column("part", Integer, primary_key=True, nullable=False, autoincrement=False),
    _text("key"),
    _text("version", _fact("contents.version")),
    _text("ref"),
    _text("title"),
    _text("lang"),
    Column("fetched_at", Instant, nullable=False),
    Column("url", Text),
    Column("link", Text),
    Column("published", Instant),
    Column("provider_name", Text),
    Column("provider_domain", Text),
    Column("authors", Packed(tuple[str, ...]), nullable=False),
    Column("topics", Packed(tuple[str, ...]), nullable=False),
    Column("draft", Boolean, nullable=False),
    Column("record", Text),
    Column("quality", Integer, nullable=False),
    Column("heat", Integer, nullable=False),
    Column("excerpt", Boolean, nullable=False, server_default=false()),
    Index("sightings_by_key", "key", "version"),
    Index("sightings_by_ref", "ref"),
    Index("sightings_by_url", "url"),
    Index("sightings_by_record", "record"),
    Index("sightings_of_drafts", "draft", sqlite_where=text("draft = 1")),
)
"""What the documents say, by whatever reader read them last: derived, yet no rebuild clears it, since none reads."""

claims = Table(
    "claims",
    metadata,
    _key("article", _fact("contents.version")),
    _key("extractor_version"),
    _key("subject"),
    _key("field"),
    Column("start", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("end", Integer, primary_key=True, nullable=False, autoincrement=False),
    _key("extractor"),
    Column("value", Packed(Any), nullable=False),
    _text("quote"),
    Column("confidence", Float, nullable=False),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    _key("id"),
    _text("about"),
    _text("a"),
    _text("b"),
    _text("verdict"),
    _text("by"),
    Column("at", Instant, nullable=False),
    _text("why"),
    Column("value", Packed(Any), nullable=False),
    Index("judgements_by_about", "about"),
)

rejected = Table(
    "rejected",
    metadata,
    _key("stage"),
    _key("id"),
    _text("reason"),
    Column("at", Instant, nullable=False),
)

FACTS = (documents, contents, claims, judgements, rejected)

settings = Table("settings", metadata, _key("name"), _text("value"))

# --- views: names and organisations

reports = Table(
    "reports",
    metadata,
    _key("id"),
    _text("article", index=True),
    Column("report", Packed(Report), nullable=False),
)

organisations = Table(
    "organisations", metadata, _key("id"), Column("organisation", Packed(Organisation), nullable=False)
)

organisation_keys = Table(
    "organisation_keys",
    metadata,
    _key("key"),
    _text("organisation", _view("organisations.id"), index=True),
    Column("once", Text),
)
Index("organisation_keys_by_once", organisation_keys.c.once, sqlite_where=text("once IS NOT NULL"))
"""`once` is the id that the organisation had or would have by this name alone, where it has another: addresses live."""

organisation_countries = Table(
    "organisation_countries",
    metadata,
    _key("key"),
    _key("country"),
    _key("article"),
    Column("at", Instant, nullable=False),
    Index("organisation_countries_by_article", "article"),
    sqlite_with_rowid=False,
)
"""Which published article tells, since when, of which name what country it is of."""

# --- views: deals

deals = Table(
    "deals",
    metadata,
    _key("id"),
    _text("kind"),
    Column("round", Text),
    Column("status", Text),
    _text("organisation", index=True),
    Column("announced_on", Date),
    Column("usd", Float),
    Column("background", Boolean, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("deal", Packed(Deal), nullable=False),
    Column("currency", Text),
    Column("known_at", Instant),
    Column("learned_at", Instant),
    Column("unsure", Boolean),
    Column("draft", Boolean),
    Column("country", Text),
    Index("deals_by_known", "known_at"),
    Index("deals_by_learned", "learned_at"),
    Index("deals_held_back", "draft", sqlite_where=text("draft = 1")),
)
_listed = ("kind", "round", "status", "currency", "background", "disputed", "country")
Index("deals_by_date", deals.c.announced_on.desc(), deals.c.id, deals.c.usd, *(deals.c[name] for name in _listed))
Index("deals_by_usd", deals.c.usd.desc(), deals.c.id, deals.c.announced_on, *(deals.c[name] for name in _listed))
Index(
    "deals_by_country",
    deals.c.country,
    deals.c.announced_on.desc(),
    deals.c.id,
    deals.c.usd,
    *(deals.c[name] for name in _listed[:-1]),
    sqlite_where=text("country IS NOT NULL"),
)
Index("deals_raised", *(deals.c[name] for name in ("organisation", "kind", "status", "round", "usd", "id")))
"""Lists and their counts are read from these alone: a row holds the whole deal, and is long."""

deal_reports = Table(
    "deal_reports",
    metadata,
    _key("report"),
    _text("deal", _view("deals.id"), index=True),
    Column("once", Text),
    Index("deal_reports_by_once", "once"),
)
"""`once` is the id that the deal had or would have, were the report its earliest: a deal is found by any of these."""

deal_articles = Table(
    "deal_articles",
    metadata,
    _key("article"),
    _key("deal", _view("deals.id")),
    Index("deal_articles_by_deal", "deal"),
)

deal_parties = Table(
    "deal_parties",
    metadata,
    _key("key"),
    _key("role"),
    _key("deal", _view("deals.id")),
    Column("announced_on", Date),
    Index("deal_parties_by_deal", "deal"),
)
_parties = deal_parties.c
Index("deal_parties_by_date", _parties.key, _parties.announced_on.desc(), _parties.deal, _parties.role)
"""The date is the deal's own: of who has thousands of deals, the latest are found without looking at the others."""

listed_names = Table(
    "listed_names", metadata, Column("id", Integer, primary_key=True), _text("key"), UniqueConstraint("key")
)
"""The names of parties of deals and of organisations, which an index finds by any part of theirs."""

deal_log = Table(
    "deal_log",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("deal"),
    _text("digest"),
    Column("gone", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("deal"),
    Index("deal_log_by_time", "at", "number"),
    sqlite_autoincrement=True,
)
"""When each deal last changed, or went, as whoever keeps a copy must know, by a number that only grows. It is no
view: it tells of this store, not of the facts. A rebuild logs what it changed."""

# --- views: stories

signatures = Table(
    "signatures",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("article"),
    Column("bands", Packed(tuple[int, ...]), nullable=False),
    UniqueConstraint("article"),
)

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, nullable=False, autoincrement=False),
    Column("number", Integer, primary_key=True, nullable=False, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Sixteen rows an article, in no order: the number of its signature in place of its key keeps them few to a page."""

story_links = Table(
    "story_links",
    metadata,
    _key("a"),
    _key("b"),
    _key("rule"),
    _key("via"),
    Column("score", Float, nullable=False),
    Index("story_links_by_b", "b"),
    Index("story_links_by_via", "via"),
)

tellings = Table("tellings", metadata, _key("article"), Column("telling", Packed(Telling), nullable=False))
"""What stories need to know of articles, so that no text is read to put one together."""

headlines = Table(
    "headlines",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("article"),
    Column("minute", Integer, nullable=False),
    Column("terms", Packed(dict[str, int]), nullable=False),
    Column("companies", Packed(frozenset[str]), nullable=False),
    UniqueConstraint("article"),
)

headline_buckets = Table(
    "headline_buckets",
    metadata,
    _key("bucket"),
    Column("number", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("weight", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""By which term of which stretch of time a headline is found: a bucket's name begins with the time, so they grow where
the last ones were written."""

nearest_headlines = Table(
    "nearest_headlines",
    metadata,
    Column("number", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("near", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("score", Float, nullable=False),
    Index("nearest_headlines_by_near", "near"),
    sqlite_with_rowid=False,
)

stories = Table(
    "stories",
    metadata,
    _key("id"),
    Column("heat", Float, nullable=False),
    Column("first", Instant, nullable=False),
    Column("last", Instant, nullable=False),
    Column("story", Packed(Story), nullable=False),
    Index("stories_by_last", "last", "first"),
)
Index("stories_by_heat", stories.c.heat.desc(), stories.c.id)

story_articles = Table(
    "story_articles",
    metadata,
    _key("article"),
    _text("story", _view("stories.id"), index=True),
    Column("once", Text),
)
Index("story_articles_by_once", story_articles.c.once, sqlite_where=text("once IS NOT NULL"))
"""`once` is the id that the story had or would have, were the article its first, where it isn't: see above."""

# --- search

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("what"),
    _text("ref"),
    _text("title"),
    Column("text", Text),
    Column("version", Text),
    UniqueConstraint("what", "ref"),
)
"""What can be found. An article's text is that of its version in `contents`, any other entry's is `text`."""

VIEWS = (
    reports,
    mentions,
    name_forms,
    pairs,
    names,
    name_blocks,
    name_links,
    organisation_keys,
    organisation_countries,
    organisations,
    deal_reports,
    deal_articles,
    deal_parties,
    deals,
    listed_names,
    signatures,
    bands,
    tellings,
    headlines,
    headline_buckets,
    nearest_headlines,
    story_links,
    story_articles,
    stories,
    article_topics,
    topic_days,
    entries,
)
"""Children before parents, so that they can be emptied in this order."""
