"""RSS, RDF and Atom feeds to articles, by feedparser; lists of feeds (OPML) go to their own reader."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import feedparser

from dealwire.core.read import dates, text
from dealwire.core.read.article import Found, label, labels, make, string
from dealwire.core.read.result import ReadResult, guarded
from dealwire.errors import InputError
from dealwire.model import Article, Document, Provider, Rejected

MAX_BYTES = 10_000_000
"""The largest feed that is parsed: feedparser takes some seconds for each megabyte of a broken one."""

MAX_ENTRIES = 10_000

_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]{0,30}:)?(rss|feed|RDF|channel|opml|urlset|sitemapindex|html)\b", re.IGNORECASE)
_HEAD = 8192


def read(document: Document) -> ReadResult:
    """Read the entries of a feed, or the feeds that an OPML file lists."""
    if _root(document.body) == "opml":
        from dealwire.core.read import opml

        return opml.read(document)
    if len(document.body) > MAX_BYTES:
        raise InputError(f"a feed of {len(document.body):,} bytes, at most {MAX_BYTES:,} are parsed")
    # A stream, since feedparser takes a string for an address or a file's name.
    feed = guarded(
        "the feed",
        lambda: feedparser.parse(BytesIO(document.body), sanitize_html=False, response_headers=_headers(document)),
    )
    if not feed.get("version") and not feed.get("entries"):
        raise InputError("XML that is neither RSS, Atom nor OPML")
    entries = feed.entries[:MAX_ENTRIES]
    # Plain dictionaries: feedparser's own warns where an entry has no date.
    return ReadResult.of([_article(document, number, dict(entry), feed.feed) for number, entry in enumerate(entries)])


def _root(body: bytes) -> str:
    match = _ROOT.search(body[:_HEAD].replace(b"\0", b""))
    return match[1].decode("ascii").lower() if match else ""


def _headers(document: Document) -> dict[str, str]:
    """Hand on the charset of an HTTP header, and the address that relative links start from."""
    headers = {"content-location": document.url} if document.url else {}
    if "charset" in document.media_type.lower():
        headers["content-type"] = document.media_type
    return headers


def _article(document: Document, number: int, entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Article | Rejected:
    source = entry.get("source")
    publisher = label(source.get("title")) if isinstance(source, Mapping) else None
    title = text.one_line(text.plain(string(entry.get("title")) or ""))
    found = Found(
        title=_without_publisher(title, publisher),
        text=_body(entry),
        url=_link(entry),
        id=_id(entry, feed),
        published=_date(entry),
        lang=string(entry.get("language")) or string(feed.get("language")),
        provider=Provider(publisher or label(feed.get("title"))),
        authors=labels([author.get("name") for author in entry.get("authors", []) if isinstance(author, Mapping)]),
        topics=labels(
            [tag.get("label") or tag.get("term") for tag in entry.get("tags", []) if isinstance(tag, Mapping)]
        ),
    )
    return make(document, number, found, f"{document.origin}#entry[{number}]")


def _body(entry: Mapping[str, Any]) -> str:
    """Return an entry's content, or its summary where it has no content or only a stub of it."""
    candidates = [item.get("value") for item in entry.get("content", []) if isinstance(item, Mapping)]
    candidates.append(entry.get("summary"))
    bodies = (text.paragraphs(text.plain(candidate)) for candidate in candidates if isinstance(candidate, str))
    return next((body for body in bodies if body), "")


def _link(entry: Mapping[str, Any]) -> str | None:
    """Return the article's own address; feed services keep it apart from the one that counts clicks."""
    link = string(entry.get("feedburner_origlink")) or string(entry.get("link"))
    if link is None and (guid := string(entry.get("id"))) and guid.startswith(("http://", "https://")):
        return guid
    return link


def _id(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    """Return the id of an entry without a link; a bare number is made unique by the feed that counts."""
    guid = string(entry.get("id"))
    if guid is None or _link(entry):
        return None
    return guid if ":" in guid else f"{string(feed.get('link')) or string(feed.get('title')) or ''}#{guid}"


def _date(entry: Mapping[str, Any]) -> object:
    for name in ("published", "updated", "created"):
        if found := dates.parse(entry.get(name)):
            return found
        if parsed := entry.get(f"{name}_parsed"):
            return timegm(parsed)
    return None


def _without_publisher(title: str, publisher: str | None) -> str:
    """Take the publisher's name off an aggregator's title: "Acme raises $5m - The Daily"."""
    rest = title.removesuffix(f" - {publisher}") if publisher else title
    return rest or title
