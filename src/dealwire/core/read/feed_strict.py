"""Well-formed RSS and Atom, by lxml: fast, in bounded memory, and quick to doubt.

It reads what the usual feeds are made of, and steps back from anything else: a document type, broken XML, an older
format, one element for a thing twice. Whoever calls it then asks `feed_lenient`.
"""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from io import BytesIO

from lxml import etree

from dealwire.core.read.feed import Entry, Feed, joined, person

_ATOM = "{http://www.w3.org/2005/Atom}"
_RSS_1 = "{http://purl.org/rss/1.0/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"

_SHARED = {
    f"{_ATOM}author": "author",
    f"{_ATOM}link": "link",
    f"{_DC}title": "title",
    f"{_DC}description": "summary",
    f"{_DC}creator": "author",
    f"{_DC}author": "author",
    f"{_DC}date": "updated",
    f"{_DC}subject": "category",
    f"{_DC}language": "language",
    f"{_TERMS}issued": "published",
    f"{_TERMS}modified": "updated",
    f"{_TERMS}created": "created",
    "{http://purl.org/rss/1.0/modules/content/}encoded": "content",
    f"{_ITUNES}author": "author",
    "{http://rssnamespace.org/feedburner/ext/1.0}origLink": "origlink",
    "{http://www.w3.org/1999/xhtml}body": "doubt",
    f"{_ITUNES}summary": "spare summary",
    f"{_ITUNES}category": "category",
    **{f"{{http://search.yahoo.com/mrss{slash}}}title": "spare title" for slash in ("/", "")},
    **{f"{{http://search.yahoo.com/mrss{slash}}}category": "category" for slash in ("/", "")},
}
_RSS = {
    "title": "title",
    "link": "link",
    "description": "summary",
    "guid": "id",
    "pubDate": "published",
    "author": "author",
    "category": "category",
    "source": "source",
    "language": "language",
    "managingEditor": "author",
}
_ROLES = (
    _SHARED
    | _RSS
    | {f"{_RSS_1}{name}": role for name, role in _RSS.items()}
    | {
        f"{_ATOM}title": "title",
        f"{_ATOM}summary": "summary",
        f"{_ATOM}content": "content",
        f"{_ATOM}id": "id",
        f"{_ATOM}published": "published",
        f"{_ATOM}updated": "updated",
        f"{_ATOM}category": "category",
        f"{_ATOM}source": "source",
    }
)
"""Element → what it tells of its entry or feed; what isn't listed tells nothing that is read."""

_OLD = frozenset({"body", "fullitem", "keywords", "modified", "issued", "created", "summary"})
_DOUBTFUL = _OLD | {tag.lower() for tag in _ROLES}
"""Elements that feedparser knows: of other formats, and those above in another case."""

_TEXTS = frozenset({"title", "summary"})
_ONCE = frozenset({"title", "summary", "id", "origlink", "source", "published", "updated", "created"})
_ENTRIES = {f"{_ATOM}entry": f"{_ATOM}feed", "item": "channel", f"{_RSS_1}item": f"{_RDF}RDF"}
_CHANNELS = {"rss": "channel", f"{_RDF}RDF": f"{_RSS_1}channel"}
_TYPES = frozenset({None, "text", "html", "text/html", "text/plain", "xhtml", "application/xhtml+xml"})
_XHTML = frozenset({"xhtml", "application/xhtml+xml"})
_PAGES = frozenset({None, "text/html", "application/xhtml+xml"})
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OF_XML = frozenset({b"lt;", b"gt;", b"amp;", b"quot;", b"apos;"})


class _DoubtError(Exception):
    """There is something here that the lenient parser knows better."""


def parse(body: bytes, base: str | None, most: int) -> Feed | None:
    """Return the feed that UTF-8 bytes hold, with at most so many entries; None in doubt.

    No entity is resolved and no DTD loaded; libxml2 bounds depth (256), names, attributes and text (10 MB).
    """
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        return None
    for attempt in (body, _with_numbers):
        try:
            return _parse(attempt if isinstance(attempt, bytes) else attempt(body), base, most)
        except etree.XMLSyntaxError:
            continue
        except (_DoubtError, ValueError):
            return None
    return None


def _with_numbers(body: bytes) -> bytes:
    """Write entities of HTML, which XML does not know, as numbers."""
    return _NAMED.sub(_number, body)


def _number(match: re.Match[bytes]) -> bytes:
    signs = None if match[1] in _OF_XML else html5.get(match[1].decode("ascii"))
    return "".join(f"&#{ord(sign)};" for sign in signs).encode() if signs else match[0]


def _parse(body: bytes, base: str | None, most: int) -> Feed:
    entries: list[Entry] = []
    cut = False
    events = etree.iterparse(
        BytesIO(body),
        events=("end",),
        tag=tuple(_ENTRIES),
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    for _, item in events:
        parent = item.getparent()
        if parent is None or parent.tag != _ENTRIES[item.tag]:
            raise _DoubtError
        if len(entries) < most:
            entries.append(_entry(item, _base(parent, base)))
        else:
            cut = True
        item.clear()
    root = events.root
    channels = [root] if root.tag == f"{_ATOM}feed" else root.findall(_CHANNELS.get(root.tag, "none"))
    if len(channels) != 1:
        raise _DoubtError
    told = _Told()
    told.hear(channels[0], _base(channels[0], base))
    return Feed(
        title=told.once.get("title", ""),
        link=told.link,
        lang=told.once.get("language") or channels[0].get(_LANG) or root.get(_LANG),
        authors=tuple(told.authors),
        inherited=root.tag == f"{_ATOM}feed",
        entries=tuple(entries),
        cut=cut,
    )


def _base(element: etree._Element, document: str | None) -> str | None:
    """Return where the links of an element start from (XML Base)."""
    parent = element.getparent()
    return joined(document if parent is None else _base(parent, document), element.get(_BASE)) or document


def _entry(item: etree._Element, base: str | None) -> Entry:
    told = _Told()
    told.hear(item, joined(base, item.get(_BASE)) or base)
    once = told.once
    id_ = once.get("id") or item.get(f"{_RDF}about")
    return Entry(
        title=once.get("title") or once.get("spare title", ""),
        link=once.get("origlink") or told.link or (joined(base, id_) if told.permanent else None),
        id=id_,
        contents=tuple(told.contents),
        summary=once.get("summary") or once.get("spare summary", ""),
        published=once.get("published"),
        updated=once.get("updated"),
        created=once.get("created"),
        authors=tuple(told.authors),
        topics=tuple(told.topics),
        lang=once.get("language") or (item.get(_LANG) if told.lang is None else told.lang),
        publisher=once.get("source"),
    )


class _Told:
    """What the elements of an entry, or of a feed beside its entries, tell."""

    def __init__(self) -> None:
        self.once: dict[str, str] = {}
        self.link: str | None = None
        self.permanent = True
        self.lang: str | None = None
        self.contents: list[str] = []
        self.authors: list[str] = []
        self.topics: list[str] = []

    def hear(self, element: etree._Element, base: str | None) -> None:
        """Take in each child. Raises `_DoubtError`."""
        for child in element:
            role = _ROLES.get(child.tag)
            if role is None:
                if child.tag.lower() in _DOUBTFUL:
                    raise _DoubtError
            elif role in _TEXTS:
                self._keep(role, _value(child))
                self.lang = child.get(_LANG) if self.lang is None else self.lang
            elif role == "content":
                if child.get("src") or self.contents:
                    raise _DoubtError
                self.contents.append(_value(child))
                self.lang = child.get(_LANG, self.lang)
            elif role == "link":
                self._linked(child, base)
            elif role == "author":
                self.authors += _names(person(_flat(child)) if len(child) == 0 else child.findtext(f"{_ATOM}name"))
            elif role == "category":
                self.topics += _names(child.get("label") or child.get("term") or child.get("text") or _flat(child))
            elif role == "source":
                title = child.find(f"{_ATOM}title") if len(child) else child
                self._keep(role, "" if title is None else _value(title))
            elif role == "doubt":
                raise _DoubtError
            else:
                if role == "id":
                    self.permanent = child.get("isPermaLink", "true") == "true"
                self._keep(role, _flat(child))

    def _keep(self, role: str, value: str) -> None:
        if value and self.once.setdefault(role, value) != value and role in _ONCE:
            raise _DoubtError

    def _linked(self, child: etree._Element, base: str | None) -> None:
        if child.get("rel", "alternate") != "alternate" or child.get("type") not in _PAGES:
            return
        address = child.get("href") or _flat(child)
        link = joined(joined(base, child.get(_BASE)) or base, address.strip())
        if link and self.link not in {None, link}:
            raise _DoubtError
        self.link = link or self.link


def _names(name: str | None) -> list[str]:
    stripped = name.strip() if name else ""
    return [stripped] if stripped else []


def _flat(child: etree._Element) -> str:
    if len(child):
        raise _DoubtError
    return (child.text or "").strip()


def _value(child: etree._Element) -> str:
    """Return a text, or the XHTML that an Atom element holds."""
    if child.get("mode") or child.get("type") not in _TYPES:
        raise _DoubtError
    if len(child) == 0:
        return (child.text or "").strip()
    if child.get("type") not in _XHTML or any(inner.prefix for inner in child.iter()):
        raise _DoubtError
    # Without the element itself, which HTML might take for its own <title>.
    return escape(child.text or "") + "".join(etree.tostring(inner, encoding="unicode") for inner in child)
