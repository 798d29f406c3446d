"""Content-hub records to articles: YAML front matter and a body, or a bare text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dealwire.core.read import front_matter, text
from dealwire.core.read.article import Found, labels, make, provider, score, string
from dealwire.core.read.encoding import decode
from dealwire.core.read.front_matter import HubRecord
from dealwire.core.read.result import STAGE, ReadResult
from dealwire.model import Article, Document, Rejected

MAX_RELATED = 500

ARTICLE_ID = "articleId"
"""The key of dealwire's own under which an exported article keeps the id that it came with."""

_STRAY_COLON = re.compile(r"\A\s*[:：]\s+(?=\S)")
_HEADING = re.compile(r"#{1,6} +")
_SENTENCE_END = re.compile("[.。;；:：,，、!！…]$")
_LONGEST_HEADLINE = 150
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|/|#|mailto:)[^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)")
_MARKS = re.compile(r"^ {0,3}(?:#{1,6} +|> ?)|\*\*|__(?=\w)|(?<=\w)__", re.MULTILINE)


def read(document: Document) -> ReadResult:
    """Read the main article of a record and each article under `related`, tied together by the main one's key."""
    record = hub_record(document)
    if not record.front:
        return ReadResult.of([make(document, 0, _bare(record.body))])
    main = make(document, 0, _main(record))
    if isinstance(main, Rejected):
        # An empty record costs none of its related articles.
        return ReadResult.of([main, *_related(document, record.front, None)])
    return ReadResult.of([replace(main, record=main.key), *_related(document, record.front, main.key)])


def hub_record(document: Document) -> HubRecord:
    """Return a record as it was written; raises `InputError` where its front matter can't be read."""
    return front_matter.split(decode(document.body))


def _main(record: HubRecord) -> Found:
    front = record.front
    excerpt, body = _excerpt(front), _readable(record.body)
    return _found(front, body if excerpt in body else f"{excerpt}\n{body}".rstrip("\n"), _is_draft(front), None)


def _related(document: Document, front: Mapping[Any, Any], key: str | None) -> list[Article | Rejected]:
    entries = front.get("related")
    if entries is None:
        return []
    if not isinstance(entries, list) or len(entries) > MAX_RELATED:
        return [
            Rejected(STAGE, f"{document.origin}#related", f"`related` is no list of at most {MAX_RELATED} articles")
        ]
    draft = _is_draft(front)
    parts: list[Article | Rejected] = []
    for number, entry in enumerate(entries):
        where = f"{document.origin}#related[{number}]"
        if isinstance(entry, Mapping):
            found = _found(entry, _excerpt(entry), draft or _is_draft(entry), key)
            parts.append(make(document, number + 1, found, where))
        else:
            parts.append(Rejected(STAGE, where, "a related article is a mapping of keys to values"))
    return parts


def _found(fields: Mapping[Any, Any], body: str, draft: bool, record: str | None) -> Found:
    source = fields.get("provider")
    authors = source.get("authors") if isinstance(source, Mapping) else fields.get("authors")
    return Found(
        title=text.one_line(string(fields.get("title")) or ""),
        text=text.plain(body),
        url=string(fields.get("webUrl")) or string(fields.get("originalUrl")),
        id=string(fields.get(ARTICLE_ID)),
        published=fields.get("publishedDateTime"),
        lang=string(fields.get("language")) or string(fields.get("lang")),
        provider=provider(source),
        authors=labels(authors),
        topics=labels(fields.get("topics")),
        draft=draft,
        record=record,
        quality=score(fields.get("quality")),
        heat=score(fields.get("heat")),
    )


def _excerpt(fields: Mapping[Any, Any]) -> str:
    return _STRAY_COLON.sub("", string(fields.get("excerpt")) or "")


def _is_draft(fields: Mapping[Any, Any]) -> bool:
    return fields.get("published") is False


def _bare(body: str) -> Found:
    """Take a text without front matter: a first line that is evidently a headline is the title."""
    body = _STRAY_COLON.sub("", body).strip()
    first, _, rest = body.partition("\n")
    title = _HEADING.sub("", first, count=1).strip()
    if rest.partition("\n")[0].strip() or not rest or not _is_headline(title):
        title, rest = "", body
    return Found(title=text.one_line(_readable(title)), text=text.plain(_readable(rest)))


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and not _SENTENCE_END.search(line)


def _readable(body: str) -> str:
    """Return a body without Markdown's marks; links and images leave their words."""
    if "](" in body:
        body = _LINK.sub(r"\1", _IMAGE.sub("", body))
    return _MARKS.sub("", body).strip()
