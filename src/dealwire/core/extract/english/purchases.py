"""The record of a purchase: what is bought, by whom, for how much, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import price_of
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.parties import PRONOUN
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Investor, Kind, Role, Status, Told

Who = list[Name] | str | None
NOUNS: Final = w.words("acquisition takeover buyout purchase acquisitions acquihire acqui-hire")
"""Nouns of buying, beside "merger"."""


def drafts_of(
    sentence: Sentence,
    scene: Scene,
    at: int,
    who: Who,
    buyers: Who | Sequence[Name],
    *,
    from_: int,
    each: bool = False,
    mark: int | None = None,
) -> list[Draft]:
    """Return a draft for each thing bought; the price goes with one alone."""
    if status.is_denied(sentence, at, scene.content):
        return []
    companies: list[Told[str] | None] = []
    if who == PRONOUN:
        companies = [scene.focus or scene.topic or scene.spoken_of(sentence)]
    elif isinstance(who, list):
        companies = [scene.told(sentence, name) for name in (who if each else who[-1:])]
    token = sentence.tokens[at]
    investors: list[Told[Investor]] = []
    if buyers == PRONOUN:
        spoken = _last_buyer(scene) or scene.spoken_of(sentence)
        investors = (
            [Told(Investor(spoken.value, Role.ACQUIRER), spoken.start, spoken.end, spoken.quote, 0.7)] if spoken else []
        )
    elif isinstance(buyers, list):
        investors = [
            Told(Investor(t.value, Role.ACQUIRER), t.start, t.end, t.quote, t.confidence)
            for t in (scene.told(sentence, n) for n in buyers)
        ]
    price = price_of(sentence, from_) if len(companies) == 1 else None
    drafts = []
    for company in companies:
        if company is None or any(i.start == company.start for i in investors):
            continue
        drafts.append(
            Draft(
                kind=Told(Kind.ACQUISITION, token.start, token.end, token.text, 0.85),
                company=company,
                investors=tuple(investors),
                amount=price,
                status=_status(sentence, at, scene.content),
                background=status.recalled(sentence, at if mark is None else mark, scene.content),
                confidence=0.85 if investors else 0.6,
            )
        )
    return drafts


def _last_buyer(scene: Scene) -> Told[str] | None:
    """Return who bought in the deal told last: "A acquired B in 2018. In 2020 |it| bought C"."""
    last = scene.drafts[-1] if scene.drafts else None
    if last is None or last.kind.value is not Kind.ACQUISITION or len(last.investors) != 1:
        return None
    buyer = last.investors[0]
    active = buyer.start < last.kind.start
    return Told(buyer.value.name, buyer.start, buyer.end, buyer.quote, 0.7) if active else None


def _status(sentence: Sentence, at: int, content: str) -> Told[Status] | None:
    told = status.read(sentence, at, content)
    is_noun = sentence.tokens[at].low in NOUNS or sentence.tokens[at].low == "merger"
    return told or (status.completed(sentence, at, content) if is_noun else None)
