"""What a page says of itself: JSON-LD first, then OpenGraph and its kin, then what stands in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import html
from trafilatura import metadata as trafilatura_metadata

from dealwire.core.read import dates, jsonl, text
from dealwire.core.read.article import NOBODY, label, labels, string
from dealwire.core.read.result import guarded
from dealwire.errors import InputError
from dealwire.model import Provider

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "BlogPosting",
    "Report",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "PressRelease",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_DATES = (
    "article:published_time",
    "og:published_time",
    "og:release_date",
    "datepublished",
    "parsely-pub-date",
    "publishdate",
    "pubdate",
    "publish_date",
    "publication_date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_SEPARATORS = (" | ", " - ", " – ", " — ", "_", "｜", "-", "|", " · ")
_BY = re.compile(r"(?:by|von|par|de|文|记者|記者|作者|编辑|撰文)\s*[:：/|]\s*|by\s+", re.IGNORECASE)
_MAX_SCRIPTS = 30
_MAX_ITEMS = 500


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own account; `published` is raw, `body` the article's text where JSON-LD carries it."""

    title: str = ""
    url: str | None = None
    published: object = None
    lang: str | None = None
    provider: Provider = NOBODY
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    description: str = ""
    body: str = ""


def extract(page: html.HtmlElement, url: str | None) -> Metadata:
    """Return the metadata of a parsed page that was fetched from `url`, if that is known."""
    linked = next(_articles(page), {})
    meta = _meta(page)
    publisher = linked.get("publisher")
    site = label(publisher.get("name") if isinstance(publisher, Mapping) else publisher) or label(
        meta.get("og:site_name")
    )
    return Metadata(
        title=_without_site(_title(page, linked, meta), site),
        url=_url(page, linked, meta, url),
        published=_published(page, linked, meta),
        lang=string(linked.get("inLanguage")) or page.get("lang") or meta.get("og:locale"),
        provider=Provider(site),
        authors=_named(labels(linked.get("author")))
        or _named(labels(meta.get("author") or meta.get("article:author"))),
        topics=labels(linked.get("articleSection") or meta.get("article:section")),
        description=text.plain(meta.get("og:description") or meta.get("description") or ""),
        body=text.plain(string(linked.get("articleBody")) or ""),
    )


def byline(page: html.HtmlElement) -> tuple[str, ...]:
    """Return the authors that stand somewhere in a page, for one that does not say: trafilatura knows the usual places.

    It takes 5 ms, and now and then a word beside a name for a name.
    """
    found = guarded("the page's authors", lambda: trafilatura_metadata.extract_author(page))
    return _named((found or "").split("; "))


def _named(authors: object) -> tuple[str, ...]:
    """Return names without what is none: the addresses of profiles, the word before a name."""
    names = (
        _BY.sub("", author, count=1) if _BY.match(author) else author
        for author in labels(authors)
        if "://" not in author
    )
    return tuple(name for name in names if name)


def _articles(page: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in page.xpath('//script[contains(@type, "ld+json")]')[:_MAX_SCRIPTS]:
        try:
            value = jsonl.load((script.text or "").strip().encode("utf-8", "replace"))
        except InputError:
            continue
        yield from (item for item in _items(value) if _is_article(item))


def _items(value: object) -> Iterator[Mapping[str, Any]]:
    """List the objects of a JSON-LD block: alone, in lists, under @graph."""
    waiting, seen = [value], 0
    while waiting and seen < _MAX_ITEMS:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting.extend(item[:_MAX_ITEMS])
        elif isinstance(item, Mapping):
            yield item
            waiting.extend(item[name] for name in ("@graph", "mainEntity") if name in item)


def _is_article(item: Mapping[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(
        kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    )


def _meta(page: html.HtmlElement) -> dict[str, str]:
    """Map the names of <meta> elements, in small letters, to the first content of each."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _title(page: html.HtmlElement, linked: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    given = string(linked.get("headline")) or next((meta[name] for name in _TITLES if name in meta), None)
    if given is None:
        headings = [text.one_line(heading.text_content()) for heading in page.iter("h1")]
        given = headings[0] if len(headings) == 1 else None
    return text.one_line(text.repair(given or page.findtext(".//title") or ""))


def _without_site(title: str, site: str | None) -> str:
    """Take the site's name off a title's end: "Acme raises $5m | The Daily"."""
    if site and title.lower().endswith(site.lower()):
        rest = title[: -len(site)]
        for separator in _SEPARATORS:
            if rest.endswith(separator) and rest.removesuffix(separator).strip():
                return rest.removesuffix(separator).strip()
    return title


def _url(page: html.HtmlElement, linked: Mapping[str, Any], meta: Mapping[str, str], fetched: str | None) -> str | None:
    canonical = next(
        (link.get("href") for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    entity = linked.get("mainEntityOfPage")
    candidates = (
        canonical,
        meta.get("og:url"),
        linked.get("url"),
        entity.get("@id") if isinstance(entity, Mapping) else entity,
    )
    for candidate in candidates:
        if (address := string(candidate)) and (absolute := _absolute(address, fetched)):
            return absolute
    return fetched


def _absolute(address: str, base: str | None) -> str | None:
    try:
        joined = urljoin(base or "", address)
    except ValueError:
        return None
    # A canonical link to the front page is a template's mistake: it would merge all of a site's articles.
    return joined if joined.startswith(("http://", "https://")) and joined.split("/", 3)[3:] not in ([], [""]) else None


def _published(page: html.HtmlElement, linked: Mapping[str, Any], meta: Mapping[str, str]) -> object:
    candidates = [linked.get("datePublished"), *(meta.get(name) for name in _DATES)]
    candidates += [
        element.get("datetime") for element in page.xpath('//time[@pubdate or @itemprop="datePublished"]')[:3]
    ]
    return next((candidate for candidate in candidates if dates.parse(candidate)), None)
