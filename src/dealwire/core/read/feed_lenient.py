"""Feeds of every age and in any state of repair, by feedparser: slow, and the last to be asked."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import feedparser
import feedparser.api

from dealwire.core.read import dates
from dealwire.core.read.article import string
from dealwire.core.read.feed import Entry, Feed, RawDate
from dealwire.core.read.result import guarded

_PEOPLE = frozenset({"author", "publisher"})
_LONGEST_PERSON = 300


class _Short:
    """Cuts a person's line before feedparser looks for an address in it, for which it takes time with its square."""

    elementstack: list[list[Any]]

    def pop(self, element: str, strip_whitespace: int = 1) -> Any:  # noqa: ANN401 - as feedparser has it
        """See `feedparser.mixin`: the elements that are open are [name, whether text is expected, pieces of text]."""
        if element in _PEOPLE and self.elementstack:
            pieces = self.elementstack[-1][2]
            pieces[:] = [_text(pieces)[:_LONGEST_PERSON]]
        return super().pop(element, strip_whitespace)  # type: ignore[misc]


def _text(pieces: list[str | bytes]) -> str:
    return "".join(piece if isinstance(piece, str) else piece.decode("utf-8", "replace") for piece in pieces)


for _name in ("StrictFeedParser", "LooseFeedParser"):
    setattr(feedparser.api, _name, type(_name, (_Short, getattr(feedparser.api, _name)), {}))

_UTF_8 = {"content-type": "application/xml; charset=utf-8"}


def parse(body: bytes, base: str | None, most: int) -> Feed | None:
    """Return the feed that UTF-8 bytes hold, with at most so many entries; None where they are no feed."""
    headers = _UTF_8 | ({"content-location": base} if base else {})
    # A stream, since feedparser takes a string for an address or a file's name. Texts are taken as such, so that
    # neither their links nor their markup need care.
    parsed = guarded(
        "the feed",
        lambda: feedparser.parse(
            BytesIO(body), sanitize_html=False, resolve_relative_uris=False, response_headers=headers
        ),
    )
    if not parsed.get("version") and not parsed.get("entries"):
        return None
    about = parsed.feed
    return Feed(
        title=string(about.get("title")) or "",
        link=string(about.get("link")),
        lang=string(about.get("language")),
        authors=_authors(about),
        inherited=parsed.version.startswith("atom"),
        # Plain dictionaries: feedparser's own warns where an entry has no date.
        entries=tuple(_entry(dict(entry)) for entry in parsed.entries[:most]),
        cut=len(parsed.entries) > most,
    )


def _entry(entry: Mapping[str, Any]) -> Entry:
    source = entry.get("source")
    contents = [item for item in entry.get("content", ()) if isinstance(item, Mapping)]
    details = [*contents, *(entry[name] for name in ("summary_detail", "title_detail") if entry.get(name))]
    spoken = (string(detail.get("language")) or "" for detail in details)  # what feed and entry say is passed down
    return Entry(
        title=string(entry.get("title")) or "",
        link=string(entry.get("feedburner_origlink")) or string(entry.get("link")),
        id=string(entry.get("id")),
        contents=tuple(value for item in contents if (value := string(item.get("value")))),
        summary=string(entry.get("summary")) or "",
        published=_date(entry, "published"),
        updated=_date(entry, "updated"),
        created=_date(entry, "created"),
        authors=_authors(entry),
        topics=tuple(
            term
            for tag in entry.get("tags") or ()
            if isinstance(tag, Mapping) and (term := string(tag.get("label")) or string(tag.get("term")))
        ),
        lang=string(entry.get("language")) or next(spoken, None),
        publisher=string(source.get("title")) if isinstance(source, Mapping) else None,
    )


def _authors(context: Mapping[str, Any]) -> tuple[str, ...]:
    people = (author for author in context.get("authors") or () if isinstance(author, Mapping))
    return tuple(name for author in people if (name := string(author.get("name"))))


def _date(entry: Mapping[str, Any], name: str) -> RawDate:
    """Return a date as written if it can be read as such, else as feedparser reads it."""
    written = string(entry.get(name))
    parsed = entry.get(f"{name}_parsed")
    return timegm(parsed) if parsed and not dates.parse(written) else written
