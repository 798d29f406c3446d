"""Funds that a text recalls beside the one that is its news: "up from $90M for its second fund"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import status
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Kind, Money, Told

_ORDINALS: Final = {
    word: number
    for number, words_ in enumerate(
        ("first debut inaugural maiden i 1", "second ii 2", "third iii 3", "fourth iv 4", "fifth v 5", "sixth vi 6"), 1
    )
    for word in words_.split()
}
_FUND: Final = re.compile(
    r"\b(?:(?P<order>first|debut|inaugural|maiden|second|third|fourth|fifth|sixth)(?: (?!close\b)[\w-]+){0,4}? "
    r"(?:fund|vehicle|pool)\b"
    r"|(?P<old>previous|prior|predecessor|earlier|preceding|last)(?: [\w-]+){0,3}? (?:fund|vehicle|pool)\b"
    r"|fund (?P<number>[ivx]{1,3}|[1-6])\b|(?P<before>predecessor)\b)",
    re.IGNORECASE,
)
NEAR: Final = 70
"""Characters between a fund and its size."""
AROUND: Final = 160
"""Characters around the news of a fund within which its number is told."""


def settled(sentence: Sentence, scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the funds of a sentence, those of a lower number than the text's news as history, and what it adds."""
    news = next((d for d in (*reversed(scene.drafts), *drafts) if d.kind.value is Kind.FUND_CLOSE), None)
    if news is None or news.company is None:
        return list(drafts)
    order = _order(scene.content, max(0, news.kind.start - AROUND), news.kind.end + AROUND)
    kept = [_recalled(d, news, sentence, scene, order) if d is not news else d for d in drafts]
    told = {d.amount.start for d in (*kept, *scene.drafts) if d.amount is not None}
    for found in _FUND.finditer(scene.content, sentence.start, sentence.end):
        if not _is_older(found, order):
            continue
        size = _size(sentence, found)
        if size is None or size.start in told:
            continue
        told.add(size.start)
        quote = found.group()
        by = Told(Kind.FUND_CLOSE, found.start(), found.end(), quote, 0.6)
        past = Told(True, found.start(), found.end(), quote, 0.7)
        done = status.closed(scene.content, max(sentence.start, found.start() - NEAR), min(sentence.end, size.end))
        done = done if size.start > found.start() else None
        kept.append(Draft(kind=by, company=news.company, amount=size, status=done, background=past, confidence=0.6))
    return kept


def _recalled(draft: Draft, news: Draft, sentence: Sentence, scene: Scene, order: int) -> Draft:
    """Return a fund told after the news as history where its number is lower, under its manager's name."""
    if draft.company is None or news.company is None or draft.kind.value is not Kind.FUND_CLOSE:
        return draft
    bare = _FUND.fullmatch(draft.company.value) is not None
    own = bare or same_name(draft.company.value, news.company.value)
    found = _FUND.search(scene.content, sentence.start, sentence.end)
    if not own or found is None or not _is_older(found, order):
        return replace(draft, company=news.company) if bare else draft
    past = draft.background or Told(True, found.start(), found.end(), found.group(), 0.7)
    return replace(draft, company=news.company if bare else draft.company, background=past)


def _order(content: str, start: int, end: int) -> int:
    """Return the number of the fund that is told first in a stretch, 0 where none is."""
    found = _FUND.search(content, start, end)
    return _number(found) if found is not None else 0


def _number(found: re.Match[str]) -> int:
    return _ORDINALS.get((found["order"] or found["number"] or "").lower(), 0)


def _is_older(found: re.Match[str], order: int) -> bool:
    if found["old"] or found["before"]:
        return True
    return 0 < _number(found) < order


def _size(sentence: Sentence, found: re.Match[str]) -> Told[Money] | None:
    """Return the sum told nearest to a fund, before or after it."""
    sums = [t.money for t in sentence.tokens if t.money is not None]
    near = [
        (min(abs(found.start() - m.end), abs(m.start - found.end())), m)
        for m in sums
        if m.end <= found.start() or m.start >= found.end()
    ]
    best = min(near, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] <= NEAR else None
