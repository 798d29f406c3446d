"""How good an article is as a source."""

from __future__ import annotations

import re
from math import log2

from dealwire.model import Article

FULL_LENGTH = 3000
"""Characters of text from which on length adds nothing; Chinese characters count double."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?。！？…](?:[\"”’）)]|\s|$)")
_READ = 20_000


def quality(article: Article) -> int:
    """Return an article's quality, 0..100: the sum of what a reader checks before trusting a text.

    | points | for |
    | ---: | --- |
    | 40 | length: logarithmic, full from 3,000 characters on |
    | 15 | prose: sentences that end, one for every 400 characters |
    | 15 | variety: half of the words, or more, are different ones (long texts: a third) |
    | 10 | a date |
    | 10 | a publisher |
    | 5 | an author |
    | 5 | a title of 15 to 200 characters that doesn't shout |
    """
    text = article.text[:_READ]
    points = 40 * _length(text) + 15 * _prose(text) + 15 * _variety(text) + 5 * _title(article.title)
    points += (
        10 * bool(article.published)
        + 10 * bool(article.provider.name or article.provider.domain)
        + 5 * bool(article.authors)
    )
    return round(points)


def _size(text: str) -> int:
    return len(text) + len(_HAN.findall(text))


def _length(text: str) -> float:
    return min(log2(1 + _size(text) / 100) / log2(1 + FULL_LENGTH / 100), 1.0)


def _prose(text: str) -> float:
    return min(len(_SENTENCE_END.findall(text)) * 400 / _size(text), 1.0) if text else 0.0


def _variety(text: str) -> float:
    units = _HAN.findall(text) or _WORD.findall(text.casefold())
    if not units:
        return 0.0
    expected = 0.5 if len(units) < 300 else 0.3
    return min(len(set(units)) / len(units) / expected, 1.0)


def _title(title: str) -> bool:
    size = _size(title)
    return 15 <= size <= 200 and not (title.isupper() and size > 30)
