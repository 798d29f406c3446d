"""The reader of Chinese articles: deals with their backers, by rules, each value with the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dealwire.core.extract import facts, pairs
from dealwire.core.extract.assemble import Draft, join, join_investors, one_deal, report, same_name
from dealwire.core.extract.chinese import acquisition, funding, listing
from dealwire.core.extract.chinese.prose import ROUND
from dealwire.core.extract.chinese.scene import Scene, scene
from dealwire.model import Kind, Reading, Told

__all__ = ["read"]

_STAGED = re.compile("[A-Ja-j]|天使|种子")
_THIS_ROUND = re.compile(r"本轮|此轮|此次|该轮|本次|这轮|这笔|融资由|投资方")


def read(content: str, title_end: int, published: date | None) -> Reading:
    """Read the deals, facts and name pairs of a Chinese article. `content` is title, line feed, text; `title_end` ends the title."""
    stage = scene(content, title_end, published)
    drafts = list(_drafts(stage))
    named = _without_echoes(_merged(stage.text.plain, (d for d in drafts if d.company is not None)))
    deals = tuple(report(d, funding.default_round) for d in named)
    names = [d.company for d in named if d.company is not None]
    return Reading(deals, (), facts.find_facts(content, published, names=names), pairs.find_pairs(content))


def _drafts(stage: Scene) -> Iterator[Draft]:
    drafts: list[Draft] = []
    for start, end in stage.text.sentences():
        others = [*acquisition.read(stage, start, end), *listing.read(stage, start, end)]
        drafts.extend(others)
        if others:
            stage.topic = others[-1].company
            if ROUND not in stage.text.coded[start:end]:
                continue
        for draft in funding.read(stage, start, end):
            if draft.company is not None:
                drafts.append(draft)
                stage.topic = draft.company
            elif drafts:
                _continue(drafts, draft, stage, start, end)
    return iter(drafts)


def _continue(drafts: list[Draft], more: Draft, stage: Scene, start: int, end: int) -> None:
    """Add to the round under discussion what a sentence says of it without naming it."""
    this = _THIS_ROUND.search(stage.text.plain, start, end)
    open_ = [i for i, d in enumerate(drafts) if not d.recalled] if this else [len(drafts) - 1]
    if not open_:
        return
    i = open_[-1]
    draft = drafts[i]
    drafts[i] = replace(
        draft,
        investors=join_investors((*draft.investors, *more.investors)),
        amount=draft.amount or (more.amount if this else None),
        valuation=draft.valuation or (more.valuation if this else None),
    )


def _merged(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """Join drafts of one deal. B+ and B++ are two deals, though of one series."""
    merged: list[Draft] = []
    for draft in drafts:
        for i, other in enumerate(merged):
            if one_deal(other, draft) and _one_label(other, draft):
                merged[i] = replace(join(other, draft), company=_usual(text, other, draft))
                break
        else:
            merged.append(draft)
    return merged


def _usual(text: str, a: Draft, b: Draft) -> Told[str] | None:
    """Of two forms of a company's name, choose the longer where the article uses it much."""
    if a.company is None or b.company is None:
        return a.company or b.company
    short, long = sorted((a.company, b.company), key=lambda c: len(c.value))
    return long if text.count(long.value) >= 0.34 * text.count(short.value) and not long.value.endswith("有限公司") else short


def _one_label(a: Draft, b: Draft) -> bool:
    if not a.round_label or not b.round_label or not (_STAGED.search(a.round_label.value) and _STAGED.search(b.round_label.value)):
        return True
    return _bare(a.round_label.value) == _bare(b.round_label.value)


def _bare(label: str) -> str:
    return re.sub(r"[轮輪融资投股权外部\s-]|首次", "", label).casefold().replace("plus", "+").replace("首", "")


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Leave out the money that a listing or a purchase brings, where a sentence tells it like a round of its own."""
    others = [d for d in drafts if d.kind.value is not Kind.FUNDING_ROUND and d.company]
    return [
        d
        for d in drafts
        if d.kind.value is not Kind.FUNDING_ROUND
        or d.round_label
        or "轮" in d.kind.quote
        or not any(o.company and d.company and o.kind.value is Kind.IPO and same_name(o.company.value, d.company.value) for o in others)
    ]
