"""On which day the text says that a deal was announced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dealwire.core.extract import dates
from dealwire.core.extract.assemble import Draft
from dealwire.model import PartialDate, Precision, Told

REACH: Final = 140
"""Characters between the words of a deal and its date, at most."""

OPENING: Final = 25
"""Characters at the start of a sentence within which a date is of the whole sentence: "On Tuesday, …"."""

_OF_OTHERS: Final = re.compile(
    r"(?:founded|established|launched|incorporated|started|formed|born|began|since|until|through|before|by|"
    r"than)(?: in| on| the end of)*\W*\Z",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"\A(?:since|until|by|before|from)\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?;](?=\s)|\n")


def dated(drafts: Iterable[Draft], content: str, published: date | None) -> list[Draft]:
    """Give each deal the date in its own sentence, else an undated text's own year if the deal is its news."""
    drafts = list(drafts)
    if not drafts:
        return []
    told = [
        d
        for d in dates.find_dates(content, published)
        if not _UNTIL.match(d.quote) and not _OF_OTHERS.search(content[max(0, d.start - 30) : d.start])
    ]
    year = dates.context_year(content) if published is None else None
    context = (
        Told(PartialDate(date(year.value, 1, 1), Precision.YEAR), year.start, year.end, year.quote, year.confidence)
        if year
        else None
    )
    starts = [draft.kind.start for draft in drafts]
    return [_date(draft, [d for d in told if _belongs(content, d, draft, starts)], context) for draft in drafts]


def _belongs(content: str, told: Told[PartialDate], draft: Draft, starts: Sequence[int]) -> bool:
    """Tell whether a date is a deal's.

    In its sentence, with no other deal nearer, and not amid a description of the company.
    """
    gap = abs(told.start - draft.kind.start)
    if gap > REACH or any(abs(told.start - start) < gap for start in starts) or _apart(content, told, draft):
        return False
    if told.start > draft.kind.start:
        return True
    opens = max(content.rfind("\n", 0, told.start), content.rfind(". ", 0, told.start)) + 1
    return told.start - opens < OPENING or "," not in content[told.end : draft.kind.start]


def _date(draft: Draft, near: Sequence[Told[PartialDate]], context: Told[PartialDate] | None) -> Draft:
    if draft.announced_on is not None:
        return draft
    if near:
        return replace(draft, announced_on=min(near, key=lambda told: abs(told.start - draft.kind.start)))
    return replace(draft, announced_on=context) if context and not draft.recalled else draft


def _apart(content: str, told: Told[PartialDate], draft: Draft) -> bool:
    """Tell whether a sentence ends between a date and its deal."""
    first, last = sorted((told, draft.kind), key=lambda t: t.start)
    between = content[first.end : last.start]
    return any(
        not between[: m.start()].endswith(("Inc", "Corp", "Ltd", "Co", "Calif", "Mass", "U.S", "Fla", "Ill"))
        for m in _SENTENCE_END.finditer(between)
    )
