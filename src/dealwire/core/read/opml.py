"""OPML: a list of feeds. It holds no articles; whoever fetches may follow the feeds."""

from __future__ import annotations

from lxml import etree

from dealwire.core.read.result import ReadResult, guarded
from dealwire.errors import InputError
from dealwire.model import Document

MAX_FEEDS = 10_000


def read(document: Document) -> ReadResult:
    """Return the addresses of the feeds, in order, each once."""
    return ReadResult(feeds=tuple(titles(document)))


def titles(document: Document) -> dict[str, str]:
    """Return by address what the list calls each feed, in order; "" where it calls it nothing."""
    # No entity is resolved and no DTD fetched: a list of feeds needs neither, an attack does.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = guarded("OPML", lambda: etree.fromstring(document.body, parser))
    if root is None:
        raise InputError("OPML without any element")
    feeds: dict[str, str] = {}
    for outline in root.iter("{*}outline"):
        said = {str(name).lower(): " ".join(str(value).split()) for name, value in outline.attrib.items()}
        address = said.get("xmlurl", "")
        if address.startswith(("http://", "https://")) and len(feeds) < MAX_FEEDS:
            feeds.setdefault(address, said.get("title") or said.get("text") or "")
    if not feeds:
        raise InputError("OPML that lists no feed")
    return feeds
