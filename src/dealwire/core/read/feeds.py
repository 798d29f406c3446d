"""RSS, RDF and Atom feeds to articles; lists of feeds (OPML) go to their own reader.

Two parsers: a strict one, which takes well-formed feeds of the usual formats and doubts the rest, and feedparser for
what it doubts. docs/reference/inputs.md tells what of a feed is read, and how that is measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealwire.core.read import dates, feed_strict, text
from dealwire.core.read.article import Found, label, labels, make
from dealwire.core.read.encoding import declared, decoded
from dealwire.core.read.excerpts import is_excerpt
from dealwire.core.read.feed import Entry, Feed, joined
from dealwire.core.read.result import STAGE, ReadResult
from dealwire.errors import InputError
from dealwire.model import Article, Document, Provider, Rejected

MAX_BYTES = 20 << 20
"""The largest feed that is parsed: the largest document."""

MAX_BROKEN_BYTES = 4_000_000
"""The largest feed that feedparser is given: it takes seconds for each megabyte of a broken one."""

MAX_ENTRIES = 50_000

_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]{0,30}:)?(rss|feed|RDF|channel|opml|urlset|sitemapindex|html)\b", re.IGNORECASE)
_HEAD = 8192


def read(document: Document) -> ReadResult:
    """Read the entries of a feed, or the feeds that an OPML file lists."""
    if _root(document.body) == "opml":
        from dealwire.core.read import opml

        return opml.read(document)
    feed, _ = parse(document)
    parts = [_article(document, number, entry, feed) for number, entry in enumerate(feed.entries)]
    if feed.cut:
        parts.append(Rejected(STAGE, f"{document.origin}#entry[{MAX_ENTRIES}]", f"more than {MAX_ENTRIES:,} entries"))
    return ReadResult.of(parts)


def parse(document: Document) -> tuple[Feed, str]:
    """Return a feed as it is written, and the encoding that it was read in; raises `InputError` where it is none."""
    size = len(document.body)
    if size > MAX_BYTES:
        raise InputError(f"a feed of {size:,} bytes, at most {MAX_BYTES:,} are parsed")
    source, encoding = decoded(document.body, declared(document.body, document.media_type))
    body = source.encode("utf-8", "replace")
    feed = feed_strict.parse(body, document.url, MAX_ENTRIES)
    if feed is None:
        if len(body) > MAX_BROKEN_BYTES:
            raise InputError(f"an ill-formed feed of {size:,} bytes, at most {MAX_BROKEN_BYTES:,} are mended")
        from dealwire.core.read import feed_lenient  # 0.1 s to import, and few feeds need it

        feed = feed_lenient.parse(body, document.url, MAX_ENTRIES)
    if feed is None:
        raise InputError("XML that is neither RSS, Atom nor OPML")
    return feed, encoding


def _root(body: bytes) -> str:
    match = _ROOT.search(body[:_HEAD].replace(b"\0", b""))
    return match[1].decode("ascii").lower() if match else ""


def _article(document: Document, number: int, entry: Entry, feed: Feed) -> Article | Rejected:
    publisher = label(entry.publisher)
    title = text.one_line(text.plain(entry.title))
    link = joined(feed.link, entry.link)
    body = next((body for body in _bodies(entry) if body), "")
    found = Found(
        title=_without_publisher(title, publisher),
        text=body,
        url=link,
        excerpt=link is not None and is_excerpt(body),
        id=None if link and link.startswith(("http://", "https://")) else _id(entry, feed),
        published=next((found for found in _dates(entry) if found), None),
        lang=feed.lang if entry.lang is None else entry.lang,
        provider=Provider(publisher or label(text.plain(feed.title))),
        authors=labels(entry.authors or (feed.authors if feed.inherited else ())),
        topics=labels(entry.topics),
    )
    return make(document, number, found, f"{document.origin}#entry[{number}]")


def _bodies(entry: Entry) -> Iterator[str]:
    """Yield an entry's content, then its summary, for where it has no content or only a stub of it."""
    for candidate in (*entry.contents, entry.summary):
        plain = text.plain(candidate)
        yield plain if plain is not candidate else text.paragraphs(plain)  # what had markup comes as paragraphs


def _dates(entry: Entry) -> Iterator[object]:
    for candidate in (entry.published, entry.updated, entry.created):
        yield dates.parse(candidate)


def _id(entry: Entry, feed: Feed) -> str | None:
    """Return the id of an entry without a usable link; a bare number is made unique by the feed that counts."""
    guid = entry.id
    return guid if guid is None or ":" in guid else f"{feed.link or feed.title}#{guid}"


def _without_publisher(title: str, publisher: str | None) -> str:
    """Take the publisher's name off an aggregator's title: "Acme raises $5m - The Daily"."""
    rest = title.removesuffix(f" - {publisher}") if publisher else title
    return rest or title
