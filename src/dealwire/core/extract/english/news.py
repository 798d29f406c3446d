"""Which of a text's deals are its news, and which it recalls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import status

RECENT: Final = 60
"""Days before its publication within which a dated deal may be a text's news."""


def settled(drafts: Sequence[Draft], published: date | None) -> list[Draft]:
    """Return drafts of which those told as past by words of time alone are news, unless something else is."""
    firm = [d for d in drafts if not d.recalled]
    return [replace(d, background=None) if _is_news(d, firm, published) else d for d in drafts]


def is_weak(draft: Draft) -> bool:
    """Tell whether nothing but words of time says that a deal is history."""
    return draft.background is not None and draft.background.confidence <= status.WEAK


def _is_news(draft: Draft, firm: Sequence[Draft], published: date | None) -> bool:
    if draft.background is None or not is_weak(draft):
        return False
    if draft.background.confidence > status.YEAR:
        return not firm
    return not any(_is_current(d, published) and _share_party(d, draft) for d in firm)


def _is_current(draft: Draft, published: date | None) -> bool:
    if draft.announced_on is None:
        return True
    return published is not None and (published - draft.announced_on.value.value).days < RECENT


def _share_party(a: Draft, b: Draft) -> bool:
    return any(same_name(x, y) for x in _parties(a) for y in _parties(b))


def _parties(draft: Draft) -> list[str]:
    company = [draft.company.value] if draft.company else []
    return company + [told.value.name for told in draft.investors]
