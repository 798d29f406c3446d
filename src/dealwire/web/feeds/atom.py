"""A feed as Atom 1.0 (RFC 4287)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from lxml import etree

from dealwire import __version__
from dealwire.web.feeds.model import Entry, Feed

MEDIA_TYPE = "application/atom+xml"

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 can't hold (2.2)."""


def write(feed: Feed) -> bytes:
    """Return a feed as an Atom document."""
    root = etree.fromstring(f'<feed xmlns="{_ATOM}"/>')
    root.set(_LANG, feed.lang)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", _moment(feed.updated))
    _link(root, "self", feed.origin + feed.itself, MEDIA_TYPE)
    _link(root, "alternate", feed.origin + feed.page, "text/html")
    _text(etree.SubElement(root, f"{{{_ATOM}}}author"), "name", "dealwire")
    generator = _text(root, "generator", "dealwire")
    generator.set("version", __version__)
    for entry in feed.entries:
        _entry(root, entry, feed.origin)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _entry(root: etree._Element, entry: Entry, origin: str) -> None:
    element = etree.SubElement(root, f"{{{_ATOM}}}entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _link(element, "alternate", origin + entry.path, "text/html")
    if entry.source:
        _link(element, "via", entry.source, "")
    _text(element, "updated", _moment(entry.updated))
    if entry.published:
        _text(element, "published", _moment(entry.published))
    for tag in entry.tags:
        etree.SubElement(element, f"{{{_ATOM}}}category").set("term", _clean(tag))
    _text(element, "summary", entry.summary)
    _text(element, "content", str(entry.content)).set("type", "html")


def _text(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.text = _clean(text)
    return element


def _link(parent: etree._Element, rel: str, address: str, type_: str) -> None:
    link = etree.SubElement(parent, f"{{{_ATOM}}}link")
    link.set("rel", rel)
    link.set("href", _clean(address))
    if type_:
        link.set("type", type_)


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
