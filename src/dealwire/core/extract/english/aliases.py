"""Two names of one company, told by their deals: a headline's brand beside the firm behind it, a name run together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, fold, join, money_meets, same_name
from dealwire.model import Investor, Kind, NamePair, Told

INITIALS: Final = 6
"""Letters of the longest initials that are written out."""


def spelt_out(drafts: Sequence[Draft], pairs: Sequence[NamePair]) -> list[Draft]:
    """Return drafts whose companies and backers, told by their initials, have the name that the text gives them."""
    names = {p.other.value: p.name for p in pairs if p.other.value.isupper() and len(p.other.value) <= INITIALS}
    return [_spelt_out(d, names) for d in drafts] if names else list(drafts)


def written_out(drafts: Sequence[Draft], content: str) -> list[Draft]:
    """Return drafts whose companies, told by three to five capitals, have the name that the text writes out."""
    return [replace(d, company=_written_out(d.company, content)) if d.company is not None else d for d in drafts]


def _written_out(told: Told[str], content: str) -> Told[str]:
    letters = told.value
    if not (3 <= len(letters) <= 5 and letters.isalpha() and letters.isupper()):
        return told
    words = r"[ -]".join(rf"{letter}[a-zà-ÿ][\w&.'’]{{0,20}}" for letter in letters)
    found = re.search(rf"\b{words}(?=\W)", content)
    if found is None:
        return told
    quote = found.group().removesuffix("'s").removesuffix("’s")
    return Told(quote, found.start(), found.start() + len(quote), quote, told.confidence)


def _spelt_out(draft: Draft, names: dict[str, Told[str]]) -> Draft:
    company = names.get(draft.company.value, draft.company) if draft.company is not None else None
    investors = tuple(_backer(told, names.get(told.value.name)) for told in draft.investors)
    investors = tuple(t for t in investors if company is None or t.value.name != company.value)
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
    if a.kind.value is not b.kind.value or a.recalled != b.recalled:
        return False
    if _is_named_twice(a, b):
        return True
    if a.amount is None or b.amount is None:
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


BESIDE: Final = 400
"""Characters from a heading's purchase to the sentence that tells it again."""


def _is_named_twice(a: Draft, b: Draft) -> bool:
    """Tell whether one buyer's purchases are one.

    "Pelt Finance" in the heading, "Pelt Infrastructure, LLC" below it.
    """
    if a.kind.value is not Kind.ACQUISITION or a.company is None or b.company is None:
        return False
    x, y = fold(a.company.value), fold(b.company.value)
    buyers = any(same_name(i.value.name, j.value.name) for i in a.investors for j in b.investors)
    far = b.kind.start - a.kind.start
    sums = a.amount is None or b.amount is None
    return buyers and sums and x[:1] == y[:1] and len(x[0]) > 3 and 20 < far < BESIDE


def _name(a: Draft, b: Draft, content: str) -> Told[str] | None:
    """Return the name that the text uses more, of two alike the one told later."""
    if a.company is None or b.company is None:
        return b.company
    ahead = 0 if _is_named_twice(a, b) else 1
    return a.company if content.count(a.company.value) > content.count(b.company.value) + ahead else b.company
