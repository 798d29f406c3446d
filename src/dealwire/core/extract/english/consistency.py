"""What the deals of one text cannot be together: who buys is not bought by its target, who backs a round gets none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, money_meets, same_name
from dealwire.model import Kind, Status


def consistent(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts without those that others of the text gainsay."""
    return [d for i, d in enumerate(drafts) if not any(_gainsays(other, d, j < i) for j, other in enumerate(drafts))]


def _gainsays(other: Draft, draft: Draft, earlier: bool) -> bool:
    """Tell whether one deal of a text rules another out; `earlier`: it is told before it."""
    if other is draft or other.company is None or draft.company is None:
        return False
    kind, told = draft.kind.value, other.kind.value
    if kind is Kind.ACQUISITION:
        if told is not Kind.ACQUISITION or not _backs(draft.company.value, other):
            return False
        turned = earlier and _backs(other.company.value, draft)
        return turned or (not draft.investors and draft.amount is None and not draft.recalled and earlier)
    if kind is not Kind.FUNDING_ROUND:
        return False
    bare = draft.round is None and draft.valuation is None
    if told is Kind.FUNDING_ROUND:
        return bare and draft.amount is None and not draft.investors and _backs(draft.company.value, other)
    return bare and _one_sum(other, draft) and same_name(other.company.value, draft.company.value)


_AGREED: Final = re.compile(
    r"\b(?:agree[ds]?|agreement|offer(?:s|ed)?|propos(?:al|ed|es)|bid|plan(?:s|ned)?|would|announced)\b", re.IGNORECASE
)
_NOUNS: Final = frozenset({"bid", "offer", "takeover", "acquisition", "merger", "purchase", "buyout", "deal"})
REACH: Final = 40
"""Characters before the verb of a purchase that say that it was only agreed or offered."""


def of_one_pursuit(drafts: Sequence[Draft], content: str) -> list[Draft]:
    """Return drafts of which a purchase that the text looks back on as agreed or offered is its news, if that is told.

    "A has dropped its bid for B. It |had offered| $9M in May" tells of one deal.
    """
    news = [d for d in drafts if d.kind.value is Kind.ACQUISITION and not d.recalled]
    return [replace(d, background=None) if any(_is_pursued(d, other, content) for other in news) else d for d in drafts]


def _is_pursued(draft: Draft, news: Draft, content: str) -> bool:
    if not draft.recalled or draft.kind.value is not Kind.ACQUISITION or draft.company is None or news.company is None:
        return False
    if not same_name(draft.company.value, news.company.value):
        return False
    buyers = [t.value.name for t in draft.investors]
    same = any(_backs(name, news) for name in buyers)
    verb = draft.kind.quote.lower() not in _NOUNS  # "hijack Beta's |bid|" is another's
    ended = news.status is not None and news.status.value is Status.ABANDONED and not news.investors
    if draft.amount is not None and news.amount is not None and not _one_sum(draft, news):
        return False
    agreed = _AGREED.search(content, max(0, draft.kind.start - REACH), draft.kind.end) is not None
    return verb and agreed and (same or ended)


def _backs(name: str, draft: Draft) -> bool:
    return any(same_name(told.value.name, name) for told in draft.investors)


def _one_sum(a: Draft, b: Draft) -> bool:
    return a.amount is not None and b.amount is not None and money_meets(a.amount.value, b.amount.value)
