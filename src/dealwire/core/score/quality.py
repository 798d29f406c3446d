"""How good an article is as a source, 0..100, with the components that make it up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import log2

from dealwire.model import Article

NOT_SCORED = -1
"""The quality of an article without a text."""

WEIGHTS: Mapping[str, int] = {
    "completeness": 30,
    "specificity": 20,
    "named sources": 15,
    "originality": 15,
    "soundness": 10,
    "record": 10,
}
"""What each component counts. Where the source has no record yet, the others are scaled up to 100."""

FULL_LENGTH = 3000
"""Characters of text from which on length adds nothing; Chinese characters count double."""

CHARACTERS_A_FIGURE = 400
LEAST_FIGURES = 3
"""A text has its share of figures with one for so many characters, and so many at least."""

ENOUGH_SOURCES = 2
"""So many statements by somebody named are enough."""

_READ = 20_000
_WORD = re.compile(r"[^\W\d_]+|\d+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?。！？…](?:[\"”’）)]|\s|$)")
_ENDED = re.compile(r"[.!?。！？…\"”’）)]\s*\Z")
_FIGURE = re.compile(r"\d{1,15}(?:[.,]\d{1,9}){0,4}%?")
_SAID = r"(?:said|says|told|wrote|added|explained|announced)"
_NAMED = re.compile(
    rf"\b[A-Z][\w.’'-]{{1,30}} [A-Z][\w.’'-]{{1,30}}(?:, [^,.\n]{{1,80}},)? {_SAID}\b"
    rf"|\b{_SAID} [A-Z][\w.’'-]{{1,30}} [A-Z][\w.’'-]{{1,30}}"
    r"|\b[Aa]ccording to [A-Z]"
    r"|[\u4e00-\u9fff]{2,4}(?:表示|透露|指出|认为|强调|称|说)[，：:“]"
)
_ANONYMOUS = re.compile(r"[Pp](?:eople|erson) familiar|[Ss]ources? (?:said|close)|知情人士|消息人士|业内人士|有消息称")
_DAMAGE = re.compile(r"\ufffd|[\x00-\x08\x0e-\x1f]|â€|Ã[\x80-\xbf©¨]|锟斤拷|</?[a-z]{1,10}[ >]|&[a-z]{2,6};|\{\{")


def components(article: Article, copied: float = 0.0, record: float | None = None) -> dict[str, float]:
    """Return each component of an article's quality, 0..1.

    `copied` is the share of it that an earlier article had, `record` how often what its source told held, 0..1.

    | component | is |
    | --- | --- |
    | completeness | half for length, logarithmic, full from 3,000 characters on; a tenth each for sentences that end, \
words that vary, a date, a publisher; a twentieth each for an author and a title of 15 to 200 characters |
    | specificity | distinct figures (sums, dates, shares): one for each 400 characters, three at least |
    | named sources | statements by somebody named: two are enough; only unnamed ones: none |
    | originality | what no earlier article had |
    | soundness | no trace of broken characters or markup, and an end that is one |
    | record | the source's |
    """
    text = article.text[:_READ]
    expected = max(LEAST_FIGURES, _size(text) / CHARACTERS_A_FIGURE)
    parts = {
        "completeness": _completeness(article, text),
        "specificity": min(len(set(_FIGURE.findall(text))) / expected, 1.0),
        "named sources": _sources(text),
        "originality": 1.0 - min(max(copied, 0.0), 1.0),
        "soundness": _soundness(text),
    }
    return parts if record is None else {**parts, "record": min(max(record, 0.0), 1.0)}


def quality(article: Article, copied: float = 0.0, record: float | None = None) -> int:
    """Return an article's quality, 0..100: the weighted mean of its `components`; -1 for one without a text."""
    return total(components(article, copied, record)) if article.text.strip() else NOT_SCORED


def total(parts: Mapping[str, float]) -> int:
    """Return the quality that components add up to."""
    return round(
        100 * sum(WEIGHTS[name] * share for name, share in parts.items()) / sum(WEIGHTS[name] for name in parts)
    )


def _completeness(article: Article, text: str) -> float:
    told = 0.50 * _length(text) + 0.10 * _prose(text) + 0.10 * _variety(text)
    told += 0.10 * bool(article.published) + 0.10 * bool(article.provider.name or article.provider.domain)
    return min(told + 0.05 * bool(article.authors) + 0.05 * _title(article.title), 1.0)


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


def _sources(text: str) -> float:
    named = len(set(_NAMED.findall(text)))
    return min(named / ENOUGH_SOURCES, 1.0) * (0.75 if _ANONYMOUS.search(text) else 1.0)


def _soundness(text: str) -> float:
    if not text:
        return 0.0
    whole = len(text) < _READ and bool(_ENDED.search(text[-20:]))
    return max(0.0, (1.0 if whole or len(text) == _READ else 0.7) - 0.1 * len(_DAMAGE.findall(text)))
