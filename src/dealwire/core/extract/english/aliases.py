"""Two names of one company, told by their deals: a headline's brand beside the firm behind it, a name run together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, join, money_meets, same_name
from dealwire.model import Investor, Kind, NamePair, Told

INITIALS: Final = 6
"""Letters of the longest initials that are written out."""


def spelt_out(drafts: Sequence[Draft], pairs: Sequence[NamePair]) -> list[Draft]:
    """Return drafts whose companies and backers, told by their initials, have the name that the text gives them."""
    names = {p.other.value: p.name for p in pairs if p.other.value.isupper() and len(p.other.value) <= INITIALS}
    return [_spelt_out(d, names) for d in drafts] if names else list(drafts)


def _spelt_out(draft: Draft, names: dict[str, Told[str]]) -> Draft:
    company = names.get(draft.company.value, draft.company) if draft.company is not None else None
    investors = tuple(_backer(told, names.get(told.value.name)) for told in draft.investors)
    return replace(draft, company=company, investors=investors)


def _backer(told: Told[Investor], full: Told[str] | None) -> Told[Investor]:
    if full is None:
        return told
    return Told(Investor(full.value, told.value.role), full.start, full.end, full.quote, told.confidence)


def joined(drafts: Sequence[Draft], content: str, title_end: int) -> list[Draft]:
    """Return the deals of a text, those that differ by nothing but their company's name as one."""
    kept: list[Draft] = []
    for draft in drafts:
        k = next((k for k, other in enumerate(kept) if _is_same(other, draft, content, title_end)), None)
        if k is None:
            kept.append(draft)
            continue
        company = _name(kept[k], draft, content)
        kept[k] = replace(join(replace(kept[k], company=company), replace(draft, company=company)), company=company)
    return kept


def _is_same(a: Draft, b: Draft, content: str, title_end: int) -> bool:
    """Tell whether two deals are one: the same sum, and one buyer or a name that stands in the headline alone."""
    if a.kind.value is not b.kind.value or a.recalled != b.recalled or a.amount is None or b.amount is None:
        return False
    if a.company is None or b.company is None or not money_meets(a.amount.value, b.amount.value):
        return False
    if a.amount.value.value != b.amount.value.value or a.amount.start == b.amount.start:
        return False
    if a.kind.value is Kind.ACQUISITION:
        return any(same_name(x.value.name, y.value.name) for x in a.investors for y in b.investors)
    if a.round is not None and b.round is not None and a.round.value is not b.round.value:
        return False
    in_title = a.company.start < title_end <= b.company.start
    words = set(a.company.value.casefold().split()) & set(b.company.value.casefold().split())
    return in_title and bool(words) and a.company.value not in content[title_end:]


def _name(a: Draft, b: Draft, content: str) -> Told[str] | None:
    """Return the name that the text uses more, of two alike the one told later."""
    if a.company is None or b.company is None:
        return b.company
    return a.company if content.count(a.company.value) > content.count(b.company.value) + 1 else b.company
