"""What a page or a sitemap leads to: a site's feeds, the articles that a listing links, the pages of a sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

import msgspec
from cssselect import HTMLTranslator, SelectorError
from lxml import etree, html

from dealwire.core.read import dates, markup, text
from dealwire.core.read.encoding import decode
from dealwire.core.read.result import guarded
from dealwire.errors import InputError, UsageError

MAX_LINKS = 1_000
MAX_SITEMAP = 50_000
"""Addresses that one sitemap may hold (sitemaps.org)."""

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_OLDER = ("next", "prev-archive")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what is said of it: a title, and when what lies there appeared or changed."""

    url: str
    title: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap lists: pages, or further sitemaps."""

    pages: tuple[Link, ...] = ()
    sitemaps: tuple[Link, ...] = ()


class _JsonFeed(msgspec.Struct):
    next_url: str | None = None


def feeds(body: bytes, charset: str | None, url: str) -> tuple[Link, ...]:
    """Return the feeds that a page declares, those of comments last."""
    page = markup.tree(decode(body, charset))
    found = []
    for link in page.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        if "alternate" in relations and (link.get("type") or "").partition(";")[0].strip().lower() in _FEED_TYPES:
            found.append((link.get("href") or "", text.one_line(link.get("title") or "")))
    links = _distinct(Link(absolute, title) for href, title in found if (absolute := _absolute(url, href)))
    return tuple(sorted(links, key=lambda one: "comment" in (one.url + one.title).lower()))


def listed(body: bytes, charset: str | None, url: str, selector: str) -> tuple[Link, ...]:
    """Return the links of a page that a CSS selector picks: those elements that are links, or hold one.

    Raises:
        InputError: the page can't be read.
        UsageError: the selector can't be.
    """
    path = xpath(selector)
    page = markup.tree(decode(body, charset))
    chosen: list[html.HtmlElement] = page.xpath(path)
    anchors = (a for element in chosen for a in ([element] if element.tag == "a" else element.iter("a")))
    links = (
        Link(absolute, text.one_line(anchor.text_content()))
        for anchor in anchors
        if (absolute := _absolute(url, anchor.get("href") or ""))
    )
    return _distinct(links)


def xpath(selector: str) -> str:
    """Return a CSS selector as XPath; raises `UsageError` where it is none."""
    try:
        return HTMLTranslator().css_to_xpath(selector)
    except SelectorError as error:
        raise UsageError(f"{selector!r} is no CSS selector: {error}") from error


def older(body: bytes, url: str) -> str | None:
    """Return where the entries before those of a feed are, if it says so.

    RSS and Atom by a link with the relation "next" or "prev-archive" (RFC 5005), a JSON Feed by `next_url`.
    """
    if body.lstrip()[:1] == b"{":
        try:
            told = msgspec.json.decode(body, type=_JsonFeed).next_url
        except msgspec.DecodeError:
            return None
        return _absolute(url, told) if told else None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = guarded("the feed", lambda: etree.fromstring(body, parser)) if body else None
    if root is None:
        return None
    found = {
        str(link.get("rel")): str(link.get("href") or "")
        for link in root.iter("{http://www.w3.org/2005/Atom}link")
        if link.get("rel") in _OLDER and link.getparent() is not None and _is_channel(link.getparent())
    }
    return next((_absolute(url, found[relation]) for relation in _OLDER if relation in found), None)


def sitemap(body: bytes) -> Sitemap:
    """Read a sitemap, an index of sitemaps, or a news sitemap; raises `InputError` where it is none of these."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = guarded("the sitemap", lambda: etree.fromstring(body, parser))
    kind = etree.QName(root).localname.lower() if root is not None and isinstance(root.tag, str) else ""
    if kind not in {"urlset", "sitemapindex"}:
        raise InputError("no sitemap")
    found = _distinct(
        (Link(address, _told(entry, "title"), _date(entry)) for entry in root if (address := _location(entry))),
        MAX_SITEMAP,
    )
    return Sitemap(pages=found) if kind == "urlset" else Sitemap(sitemaps=found)


def _is_channel(element: etree._Element | None) -> bool:
    return element is not None and etree.QName(element).localname in {"feed", "channel"}


def _location(entry: etree._Element) -> str | None:
    address = _told(entry, "loc")
    return address if _ADDRESS.match(address) else None


def _date(entry: etree._Element) -> datetime | None:
    return dates.parse(_told(entry, "publication_date")) or dates.parse(_told(entry, "lastmod"))


def _told(entry: etree._Element, name: str) -> str:
    """Return the text of an entry's element, of whichever namespace."""
    found = entry.find(f".//{{*}}{name}")
    return text.one_line(found.text or "") if found is not None else ""


def _absolute(base: str, href: str) -> str | None:
    try:
        joined = urljoin(base, href.strip()).partition("#")[0]
    except ValueError:
        return None
    return joined if _ADDRESS.match(joined) and joined != base.partition("#")[0] else None


def _distinct(links: Iterable[Link], most: int = MAX_LINKS) -> tuple[Link, ...]:
    """Return links in order, each address once, with the first title that it is given."""
    found: dict[str, Link] = {}
    for link in links:
        held = found.get(link.url)
        if (held is None and len(found) < most) or (held is not None and not held.title and link.title):
            found[link.url] = link
    return tuple(found.values())
