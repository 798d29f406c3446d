"""A quote in its sentence, so that a person can judge it without opening the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dealwire.model import Article, Support

_SENTENCE_END = re.compile(r"[.!?](?=\s+[^a-z\s])|[。！？\n]")
_SEARCHED = 400
"""Characters before a quote in which the beginning of its sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands before a quote in its sentence, the quote, and what stands after it; an ellipsis where it is cut."""

    before: str
    quote: str
    after: str


def excerpt(told: Support, article: Article | None, around: int = 110) -> Excerpt:
    """Return the sentence around a quote, at most `around` characters on either side of it.

    The quote alone where the article at hand is not the version that was quoted.
    """
    if article is None or article.content[told.start : told.end] != told.quote:
        return Excerpt("", told.quote, "")
    content = article.content
    ends = _SENTENCE_END.finditer(content, max(0, told.start - _SEARCHED), told.start)
    begin = max((m.end() for m in ends), default=max(0, told.start - _SEARCHED))
    ending = _SENTENCE_END.search(content, told.end, told.end + around + 1)
    end = ending.end() if ending else len(content)
    start, stop = max(begin, told.start - around), min(end, told.end + around)
    before, after = content[start : told.start].lstrip(), content[told.end : stop].rstrip()
    return Excerpt(("…" if start > begin else "") + before, told.quote, after + ("…" if stop < end else ""))
