"""A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from dealwire.web.feeds.model import Entry, Feed

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed) -> bytes:
    """Return a feed as a JSON Feed document."""
    return msgspec.json.encode(
        {
            "version": VERSION,
            "title": feed.title,
            "description": feed.subtitle,
            "home_page_url": feed.origin + feed.page,
            "feed_url": feed.origin + feed.itself,
            "language": feed.lang,
            "authors": [{"name": "dealwire"}],
            "items": [_item(entry, feed.origin) for entry in feed.entries],
        }
    )


def _item(entry: Entry, origin: str) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": origin + entry.path,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": str(entry.content),
        "date_modified": _moment(entry.updated),
        "tags": list(entry.tags),
    }
    if entry.published:
        item["date_published"] = _moment(entry.published)
    if entry.source:
        item["external_url"] = entry.source
    return item


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
