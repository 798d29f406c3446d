"""Reading: bytes to articles. `read` picks the reader of a document's media type, and imports no other.

A reader is a module with `read(document) -> ReadResult`; it raises `InputError` where nothing of the document can be
used. A new format is one module and one row of `READERS`.
"""

from __future__ import annotations

from importlib import import_module

from dealwire.core.read.result import STAGE, Promise, ReadResult, always
from dealwire.errors import InputError
from dealwire.model import Document, Rejected

VERSION = 1
"""Rises whenever a reader makes something else of a document, so that `reread` reads again what an older one read.

So it does with a change to the gate that lets other pages be read with care, and with another trafilatura or htmldate.
"""

HUB = "text/markdown"
TEXT = "text/plain"
HTML = "text/html"
JSON_LINE = "application/x-ndjson-line"
JSON = "application/json"
XML = "application/xml"

READERS = {
    HUB: "hub",
    TEXT: "hub",
    HTML: "page",
    "application/xhtml+xml": "page",
    JSON_LINE: "jsonl",
    JSON: "jsonl",
    "application/feed+json": "jsonl",
    XML: "feeds",
    "text/xml": "feeds",
    "application/rss+xml": "feeds",
    "application/atom+xml": "feeds",
    "text/x-opml": "feeds",
}
"""Media type → the module of this package that reads it, imported when first needed: some take half a second."""

CHOOSY = frozenset({"page"})
"""The modules whose `read` also takes the promise, since reading with care costs them much."""


def read(document: Document, promising: Promise = always) -> ReadResult:
    """Read a document of any kind; what can't be read comes back as `Rejected`, nothing is raised for bad input.

    Pages are read cheaply, and with care where the text that comes of it is `promising`.
    """
    media_type = document.media_type.partition(";")[0].strip().lower()
    name = READERS.get(media_type)
    if name is None:
        return _rejected(document, f"no reader for {media_type or 'an unnamed media type'}")
    reader = import_module(f"{__name__}.{name}").read
    try:
        result: ReadResult = reader(document, promising) if name in CHOOSY else reader(document)
    except InputError as error:
        return _rejected(document, str(error))
    return result


def _rejected(document: Document, reason: str) -> ReadResult:
    return ReadResult(rejected=(Rejected(STAGE, document.origin, reason),))


__all__ = ["HTML", "HUB", "JSON", "JSON_LINE", "READERS", "STAGE", "TEXT", "VERSION", "XML", "ReadResult", "read"]
