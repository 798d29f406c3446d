"""Making an `Article` of what a reader found: clean text, a canonical URL, an identity and a version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dealwire.core.read import dates, language, text, urls
from dealwire.core.read.result import STAGE
from dealwire.model import Article, Document, Provider, Rejected

MAX_CHARACTERS = 1_000_000
"""The longest text that is taken for one article: a long novel."""

NOBODY = Provider()
"""The provider of an article whose source names none."""

_LINK = re.compile(r"https?://[^\s\x00-\x1f<>\"'@]{1,2000}", re.IGNORECASE)
"""An address that may stand in a page as it is; one with a user's name or quotation marks is no link to offer."""

_MAX_LABEL = 300
_MAX_LABELS = 50
_UNSCORED = -1


@dataclass(frozen=True, slots=True)
class Found:
    """An article as a reader found it, before repair. `published` is raw: whatever the source gives as a date."""

    title: str = ""
    text: str = ""
    url: str | None = None
    id: str | None = None
    published: object = None
    lang: str | None = None
    provider: Provider = NOBODY
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    draft: bool = False
    record: str | None = None
    quality: int = _UNSCORED
    heat: int = _UNSCORED
    excerpt: bool = False


def make(document: Document, part: int, found: Found, where: str | None = None) -> Article | Rejected:
    """Return the article, or why it is none. `where` names the part in a rejection: by default the document."""
    where = where or document.origin
    if (length := len(found.title) + len(found.text)) > MAX_CHARACTERS:
        return Rejected(STAGE, where, f"longer than an article: {length:,} characters, at most {MAX_CHARACTERS:,}")
    title = text.repair(found.title).replace("\n", " ")
    body = text.repair(found.text)
    if not title.strip() and not body.strip():
        return Rejected(STAGE, where, "neither title nor text")
    url = urls.canonical(found.url) if found.url else None
    given = text.storable(found.id) if found.id else None
    key = identity(url, given, title, body)
    published = dates.published(found.published, document.fetched_at)
    lang = language.of(f"{title}\n{body}", found.lang)
    return Article(
        key=key,
        ref=given or key,
        version=_digest("\0".join((title, body, published.isoformat() if published else "", lang))),
        title=title,
        text=body,
        lang=lang,
        document=document.digest,
        part=part,
        fetched_at=document.fetched_at,
        url=url,
        link=found.url if url and found.url and _LINK.fullmatch(found.url) else None,
        published=published,
        provider=_provider(found.provider, url),
        authors=found.authors,
        topics=found.topics,
        draft=found.draft,
        record=found.record,
        quality=found.quality,
        heat=found.heat,
        excerpt=found.excerpt,
    )


def identity(url: str | None, given: str | None, title: str, body: str) -> str:
    """Return an article's key: a digest of its canonical URL, else of the id given to it, else of its folded text."""
    if url:
        return _digest(f"url:{url}")
    if given:
        return _digest(f"id:{given}")
    return _digest("text:" + " ".join(f"{title}\n{body}".casefold().split()))


def _digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:32]


def _provider(provider: Provider, url: str | None) -> Provider:
    """Return the provider with its domain as hosts are written, and by the URL where the source names none."""
    domain = urls.host(provider.domain) or provider.domain if provider.domain else url and url.split("/", 3)[2]
    return Provider(provider.name, domain)


# --- loosely typed metadata -------------------------------------------------------------------------------------------


def string(value: object) -> str | None:
    """Return a text or number as a string without white space around it; None for anything else and for nothing."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def label(value: object) -> str | None:
    """Return a short text such as a name or a topic, repaired, on one line."""
    found = string(value)
    return None if found is None else text.one_line(text.repair(found[:_MAX_LABEL])) or None


def labels(value: object) -> tuple[str, ...]:
    """Return the short texts of a list (or of one text), the first of equals; mappings give their `name`."""
    values: Sequence[object] = value if isinstance(value, list | tuple) else [value]
    names = (label(item.get("name") if isinstance(item, Mapping) else item) for item in values[:_MAX_LABELS])
    return tuple(dict.fromkeys(name for name in names if name))


def provider(value: object) -> Provider:
    """Return a provider given as a name or as `{name, domain}`."""
    if isinstance(value, Mapping):
        fields: Mapping[Any, Any] = value
        return Provider(label(fields.get("name")), label(fields.get("domain")))
    return Provider(label(value))


def score(value: object) -> int:
    """Return a score of 0..100; -1, not scored, for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100 else _UNSCORED
