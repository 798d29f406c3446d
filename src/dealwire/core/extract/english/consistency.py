"""What the deals of one text cannot be together: who buys is not bought by its target, who backs a round gets none."""

from __future__ import annotations

from collections.abc import Sequence

from dealwire.core.extract.assemble import Draft, money_meets, same_name
from dealwire.model import Kind


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


def _backs(name: str, draft: Draft) -> bool:
    return any(same_name(told.value.name, name) for told in draft.investors)


def _one_sum(a: Draft, b: Draft) -> bool:
    return a.amount is not None and b.amount is not None and money_meets(a.amount.value, b.amount.value)
