"""A sum told by its parts: "$45M, of which $30M is equity and $15M debt" is a round of each, and none of the whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import phrases
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.drafts import round_of_phrase
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, Sentence
from dealwire.model import Money, Round, Told

REACH: Final = 45
"""Tokens between a whole and its last part."""


class Split(NamedTuple):
    """The tokens of a sum's parts, and the money that they add up to."""

    parts: tuple[int, ...]
    whole: Told[Money]


def find(sentence: Sentence, scene: Scene) -> Split | None:
    """Return the sums of a sentence that add up to the one before them, or to the round told last."""
    sums = [(i, t.money) for i, t in enumerate(sentence.tokens) if t.kind == MONEY and t.money is not None]
    if len(sums) < 2:
        return None
    for k in range(len(sums) - 2):
        first, whole = sums[k]
        for count in (2, 3):
            parts = sums[k + 1 : k + 1 + count]
            if len(parts) == count and parts[-1][0] - first <= REACH and _add_up([m for _, m in parts], whole):
                return Split(tuple(i for i, _ in parts), whole)
    last = next((d for d in reversed(scene.drafts) if d.company is not None and not d.recalled), None)
    if last is not None and last.amount is not None and _add_up([m for _, m in sums], last.amount):
        return Split(tuple(i for i, _ in sums), last.amount)
    return None


def _add_up(parts: list[Told[Money]], whole: Told[Money]) -> bool:
    same = all(part.value.currency == whole.value.currency for part in parts)
    return same and abs(sum(part.value.value for part in parts) - whole.value.value) <= 0.02 * whole.value.value


def drafts_of(
    sentence: Sentence, scene: Scene, split: Split, drafts: list[tuple[Phrase, Draft]]
) -> list[tuple[Phrase, Draft]]:
    """Return a draft for each part where one of them is debt or they name rounds apart; the whole goes."""
    told = [draft for _, draft in drafts] + scene.drafts[::-1]
    base = next((d for d in told if d.amount is not None and d.amount.start == split.whole.start), None)
    found = phrases.find(sentence, dict.fromkeys(split.parts, Sum.AMOUNT))
    places = [next((p for p in found if i in p.sums), None) for i in split.parts]
    if base is None or base.company is None or not all(places):
        return drafts
    pieces = [(place, _part(sentence, place, i, base)) for place, i in zip(places, split.parts, strict=True) if place]
    if len({draft.round.value if draft.round else None for _, draft in pieces}) < len(pieces):
        return drafts
    company = base.company.value
    scene.drafts[:] = [d for d in scene.drafts if not _is_whole(d, company, split.whole)]
    rest = [pair for pair in drafts if not set(pair[0].sums) & set(split.parts) and pair[1] is not base]
    own = {i: draft for place, draft in drafts for i in place.sums if draft is not base}
    return rest + [(place, own.get(i, draft)) for (place, draft), i in zip(pieces, split.parts, strict=True)]


def _part(sentence: Sentence, place: Phrase, i: int, base: Draft) -> Draft:
    round_, label = round_of_phrase(sentence, place)
    near = {sentence.low(k) for k in range(i + 1, i + 4)}
    if round_ is None and near & w.DEBT_NOUN:
        token = next(t for t in sentence.tokens[i + 1 : i + 4] if t.low in w.DEBT_NOUN)
        round_ = Told(Round.DEBT_FINANCING, token.start, token.end, token.text, 0.8)
    if round_ is None and base.round is not None and base.round.value is not Round.DEBT_FINANCING:
        round_, label = base.round, base.round_label
    return replace(base, amount=sentence.tokens[i].money, round=round_, round_label=label, investors=())


def _is_whole(draft: Draft, company: str, whole: Told[Money]) -> bool:
    return (
        draft.company is not None
        and same_name(draft.company.value, company)
        and draft.amount is not None
        and draft.amount.value.value == whole.value.value
    )
