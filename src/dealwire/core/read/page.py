"""A web page to an article: its main text (`main_text`), and its metadata by what the page says of itself."""

from __future__ import annotations

import copy
from datetime import datetime

import htmldate
from lxml import html

from dealwire.core.read import main_text, markup, metadata
from dealwire.core.read.article import Found, make
from dealwire.core.read.encoding import declared, decode
from dealwire.core.read.result import Promise, ReadResult, always, guarded
from dealwire.errors import InputError
from dealwire.model import Document

MAX_ELEMENTS = 60_000
"""A page with more is a dump or an attack; reading one takes minutes."""


def read(document: Document, promising: Promise = always) -> ReadResult:
    """Read the one article of a page: cheaply, and with care where that text is `promising`."""
    page = markup.tree(decode(document.body, declared(document.body, document.media_type)))
    if page.xpath("count(//*)") > MAX_ELEMENTS:
        raise InputError(f"a page of more than {MAX_ELEMENTS:,} elements")
    about = metadata.extract(page, document.url)
    markup.drop_surroundings(page)
    body, authors = main_text.cheap(page), about.authors
    if promising(f"{about.title}\n{body}"):
        body, authors = main_text.careful(page, body), authors or metadata.byline(page)
    body = main_text.trimmed(body, about.title) or about.body or about.description
    found = Found(
        title=about.title,
        text=body,
        url=about.url,
        published=about.published or _searched_date(page, about.url, document.fetched_at),
        lang=about.lang,
        provider=about.provider,
        authors=authors,
        topics=about.topics,
    )
    return ReadResult.of([make(document, 0, found)])


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
