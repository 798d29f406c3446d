"""OPML: a list of feeds. It holds no articles; whoever fetches may follow the feeds."""

from __future__ import annotations

from lxml import etree

from dealwire.core.read.result import ReadResult, guarded
from dealwire.errors import InputError
from dealwire.model import Document

MAX_FEEDS = 10_000


def read(document: Document) -> ReadResult:
    """Return the addresses of the feeds, in order, each once."""
    # No entity is resolved and no DTD fetched: a list of feeds needs neither, an attack does.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = guarded("OPML", lambda: etree.fromstring(document.body, parser))
    if root is None:
        raise InputError("OPML without any element")
    outlines = [dict(outline.attrib) for outline in root.iter("{*}outline")]
    addresses = (
        str(value).strip() for outline in outlines for name, value in outline.items() if str(name).lower() == "xmlurl"
    )
    feeds = dict.fromkeys(address for address in addresses if address.startswith(("http://", "https://")))
    if not feeds:
        raise InputError("OPML that lists no feed")
    return ReadResult(feeds=tuple(feeds)[:MAX_FEEDS])
