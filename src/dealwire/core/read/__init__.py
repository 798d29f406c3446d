"""Reading: bytes to articles. `read` picks the reader of a document's media type, and imports no other.

A reader is a module with `read(document) -> ReadResult`; it raises `InputError` where nothing of the document can be
used. A new format is one module and one row of `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from dealwire.core.read.result import STAGE, ReadResult
from dealwire.errors import InputError
from dealwire.model import Document, Rejected

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


def read(document: Document) -> ReadResult:
    """Read a document of any kind; what can't be read comes back as `Rejected`, nothing is raised for bad input."""
    media_type = document.media_type.partition(";")[0].strip().lower()
    name = READERS.get(media_type)
    if name is None:
        return _rejected(document, f"no reader for {media_type or 'an unnamed media type'}")
    reader: Callable[[Document], ReadResult] = import_module(f"{__name__}.{name}").read
    try:
        return reader(document)
    except InputError as error:
        return _rejected(document, str(error))


def _rejected(document: Document, reason: str) -> ReadResult:
    return ReadResult(rejected=(Rejected(STAGE, document.origin, reason),))


__all__ = ["HTML", "HUB", "JSON", "JSON_LINE", "READERS", "TEXT", "XML", "ReadResult", "read"]
