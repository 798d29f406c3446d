"""Sources as people write them down: TOML, OPML, and a name made of an address."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any
from urllib.parse import urlsplit

import msgspec

from dealwire.errors import UsageError
from dealwire.model import Document
from dealwire.model.sources import NewsSource, SourceKind

WEEK = 7 * 24 * 60
LONGEST = 100
"""Characters of the longest name that a list of feeds gives one."""

_UNFIT = re.compile(r"[^\w.]+")
_FAMILIAR = re.compile(
    r"^(?:www|feeds?|rss|news)\.|/(?:feeds?|rss|atom|index)(?:\.xml|\.rss|\.atom)?/?$|\.(?:xml|rss)$"
)
_SITEMAP = re.compile(r"sitemap[^/]*\.xml(?:\.gz)?$", re.IGNORECASE)


def name_of(url: str) -> str:
    """Return a name for the source at an address: its host and path without what most feeds have in common."""
    parts = urlsplit(url)
    name = f"{parts.netloc}{parts.path}" if parts.netloc else url
    before = ""
    while name != before:
        before, name = name, _FAMILIAR.sub("", name).rstrip("/")
    return _UNFIT.sub("-", name).strip("-.") or "source"


def kind_of(url: str, selector: str | None) -> SourceKind:
    """Return what most likely lies at an address; raises `UsageError` for one that is none of the web's."""
    if not url.lower().startswith(("http://", "https://")):
        if "://" in url:
            raise UsageError(f"{url}: only addresses with http and https are visited, and folders of this machine")
        return SourceKind.FILES
    if selector:
        return SourceKind.PAGE
    return SourceKind.SITEMAP if _SITEMAP.search(urlsplit(url).path) else SourceKind.FEED


def checked(source: NewsSource) -> NewsSource:
    """Return a source as it is, if it can be watched; raises `UsageError` where not."""
    if not source.name.strip() or not source.url.strip():
        raise UsageError("a source has a name and an address")
    if source.kind is SourceKind.PAGE and not source.selector:
        raise UsageError(f"{source.name}: a page that lists articles needs a selector of their links (--selector)")
    if source.selector is not None:
        from dealwire.core.intake.links import xpath  # it brings lxml, which `dealwire extract` starts without

        xpath(source.selector)
    if source.every is not None and not 1 <= source.every <= WEEK:
        raise UsageError(f"{source.name}: `every` is minutes, from 1 to {WEEK:,}, a week")
    return source


def from_toml(text: str, where: str) -> list[NewsSource]:
    """Read sources from TOML: a table for each, under its name.

        [fjordpost]
        url = "https://fjordpost.example/feed.xml"
        follow = "all"

    Raises:
        UsageError: it is no TOML, or says of a source what can't be.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not TOML: {error}") from error
    return [_declared(name, table, where) for name, table in tables.items()]


def _declared(name: str, table: object, where: str) -> NewsSource:
    known = {field.name for field in fields(NewsSource)} - {"name"}
    if not isinstance(table, dict) or "url" not in table:
        raise UsageError(f"{where}: [{name}] is a table with a `url`")
    if strange := sorted(table.keys() - known):
        raise UsageError(f"{where}: [{name}] says {', '.join(strange)}; what can be said is {', '.join(sorted(known))}")
    given: dict[str, Any] = {"kind": str(kind_of(str(table["url"]), table.get("selector"))), **table, "name": name}
    try:
        return checked(msgspec.convert(given, NewsSource))
    except msgspec.ValidationError as error:
        raise UsageError(f"{where}: [{name}]: {error}") from error


def from_opml(document: Document) -> list[NewsSource]:
    """Read sources from a list of feeds; raises `InputError` where it is none."""
    from dealwire.core.read import opml

    return distinct(NewsSource(title[:LONGEST] or name_of(url), url) for url, title in opml.titles(document).items())


def to_opml(sources: Iterable[NewsSource]) -> bytes:
    """Write the feeds among some sources as a list that any feed reader takes (OPML 2.0)."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "dealwire"
    body = etree.SubElement(root, "body")
    for source in sources:
        if source.kind is SourceKind.FEED:
            etree.SubElement(body, "outline", type="rss", text=source.name, title=source.name, xmlUrl=source.url)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def distinct(sources: Iterable[NewsSource]) -> list[NewsSource]:
    """Return sources with names of their own: the second of a name gets a number."""
    taken: dict[str, int] = {}
    found = []
    for source in sources:
        taken[source.name] = taken.get(source.name, 0) + 1
        number = taken[source.name]
        found.append(source if number == 1 else replace(source, name=f"{source.name}-{number}"))
    return found
