"""JSON Feed (versions 1 and 1.1) to articles."""

from __future__ import annotations

from typing import Any

from dealwire.core.read import text
from dealwire.core.read.article import Found, label, labels, make, string
from dealwire.core.read.excerpts import is_excerpt
from dealwire.core.read.result import STAGE, ReadResult
from dealwire.errors import InputError
from dealwire.model import Article, Document, Provider, Rejected

MAX_ITEMS = 10_000


def articles(document: Document, feed: dict[str, Any]) -> ReadResult:
    """Read the items of a parsed feed."""
    items = feed.get("items")
    if not isinstance(items, list):
        raise InputError("a JSON Feed without a list of `items`")
    return ReadResult.of([_article(document, number, item, feed) for number, item in enumerate(items[:MAX_ITEMS])])


def _article(document: Document, number: int, item: object, feed: dict[str, Any]) -> Article | Rejected:
    where = f"{document.origin}#items[{number}]"
    if not isinstance(item, dict):
        return Rejected(STAGE, where, "an item of a JSON Feed is an object")
    body = string(item.get("content_html")) or string(item.get("content_text")) or string(item.get("summary")) or ""
    link = string(item.get("url"))
    content = text.plain(body)
    found = Found(
        title=text.one_line(text.plain(string(item.get("title")) or "")),
        text=content,
        url=link,
        excerpt=link is not None and is_excerpt(content),
        id=None if link else string(item.get("id")),
        published=item.get("date_published") or item.get("date_modified"),
        lang=string(item.get("language")) or string(feed.get("language")),
        provider=Provider(label(feed.get("title"))),
        authors=labels(item.get("authors") or item.get("author")),
        topics=labels(item.get("tags")),
    )
    return make(document, number, found, where)
