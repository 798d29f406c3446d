"""A saved web page to an article: its main text by trafilatura, its metadata by what the page says of itself."""

from __future__ import annotations

import copy
from datetime import datetime

import htmldate
import trafilatura
from lxml import html

from dealwire.core.read import markup, metadata, text
from dealwire.core.read.article import Found, make
from dealwire.core.read.encoding import declared, decode
from dealwire.core.read.result import ReadResult, guarded
from dealwire.errors import InputError
from dealwire.model import Document

MAX_ELEMENTS = 60_000
"""A page with more is a dump or an attack; reading one takes minutes."""


def read(document: Document) -> ReadResult:
    """Read the one article of a page."""
    page = markup.tree(decode(document.body, declared(document.body, document.media_type)))
    if sum(1 for _ in page.iter()) > MAX_ELEMENTS:
        raise InputError(f"a page of more than {MAX_ELEMENTS:,} elements")
    about = metadata.extract(page, document.url)
    body = _main_text(page) or about.body or about.description
    found = Found(
        title=about.title,
        text=_without_title(body, about.title),
        url=about.url,
        published=about.published or _searched_date(page, about.url, document.fetched_at),
        lang=about.lang,
        provider=about.provider,
        authors=about.authors,
        topics=about.topics,
    )
    return ReadResult.of([make(document, 0, found)])


def _main_text(page: html.HtmlElement) -> str:
    found = guarded(
        "the page",
        lambda: trafilatura.bare_extraction(
            copy.deepcopy(page), favor_precision=True, include_comments=False, include_tables=True
        ),
    )
    body = getattr(found, "text", None)
    return text.paragraphs(body) if isinstance(body, str) else ""


def _without_title(body: str, title: str) -> str:
    first, _, rest = body.partition("\n")
    return rest if title and rest and text.one_line(first) == title else body


def _searched_date(page: html.HtmlElement, url: str | None, fetched_at: datetime) -> str | None:
    """Look for a date in the URL and the usual places of the page; htmldate knows the usual places."""
    return guarded(
        "the page's date",
        lambda: htmldate.find_date(
            copy.deepcopy(page),
            extensive_search=False,
            original_date=True,
            url=url,
            max_date=fetched_at.strftime("%Y-%m-%d"),
        ),
    )
