"""Who gets the money of a headline that names nobody, or only says what they are: "Crop-sensor firm gets $12M"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, money_meets
from dealwire.core.extract.english.scene import Scene, is_of_people
from dealwire.model import Kind

UNSURE: Final = 0.6
"""Confidence, at most, in a deal of a headline whose company is named below it only."""


def named_below(scene: Scene, title_end: int) -> list[Draft]:
    """Return the drafts, a headline's with the company that the text below it names.

    What a headline takes for a name, and the text nowhere says, describes the company of the same sum below:
    "|Robot maker| raises $9M". A nameless round is the company's that the text presents, if it tells none.
    """
    drafts = [_without_people(_described(d, scene, title_end), title_end) for d in scene.drafts]
    topic = scene.topic
    told = any(d.company is not None and d.kind.value is Kind.FUNDING_ROUND for d in drafts)
    first = next((d for d in drafts if d.company is None and d.kind.start < title_end), None)
    if topic is None or topic.start < title_end or told or first is None or first.kind.value is not Kind.FUNDING_ROUND:
        return drafts
    return [replace(d, company=topic, confidence=min(d.confidence, UNSURE)) if d is first else d for d in drafts]


def _described(draft: Draft, scene: Scene, title_end: int) -> Draft:
    if draft.company is None or draft.company.start >= title_end or scene.is_named_below(draft.company):
        return draft
    if draft.amount is None and not scene.is_described(draft.company):
        return draft
    return next((replace(draft, company=d.company) for d in _same_below(draft, scene.drafts, title_end)), draft)


def _without_people(draft: Draft, title_end: int) -> Draft:
    """Return a deal of a headline without those whom it does not name: "|Stripe Co-Founder| backs Acme"."""
    if draft.kind.start >= title_end:
        return draft
    named = draft.company is None or not is_of_people(draft.company.value)
    backers = tuple(told for told in draft.investors if not is_of_people(told.value.name))
    return replace(draft, company=draft.company if named else None, investors=backers)


def _same_below(draft: Draft, drafts: Sequence[Draft], title_end: int) -> list[Draft]:
    """Return the deals of the text itself that tell a headline's kind and sum, with a name."""
    return [
        d
        for d in drafts
        if d.company is not None
        and d.company.start >= title_end
        and d.kind.value is draft.kind.value
        and d.amount is not None
        and (draft.amount is None or money_meets(d.amount.value, draft.amount.value))
    ]
