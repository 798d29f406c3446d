"""Purchases told by a stake that changes: raised past the half, or handed to someone by a deal."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import objects, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import stake_at, stake_share
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence

_HOLDINGS: Final = w.words("stake shareholding holding interest ownership")


def raised(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A |raises| its stake in B to 60%": control, past the half."""
    stake = next((k for k in range(verb + 1, verb + 5) if sentence.low(k) in _HOLDINGS), None)
    target = objects.after(sentence, stake + 2) if stake is not None and sentence.low(stake + 1) == "in" else None
    if target is None or sentence.low(target.last) not in {"to", "from"}:
        return []
    to = next((k for k in range(target.last, target.last + 8) if sentence.low(k) == "to"), target.last)
    share = stake_share(sentence, to + 1)
    if share is None or share <= HALF:
        return []
    return drafts_of(sentence, scene, verb, [target], parties.subject(sentence, verb), from_=verb)


GIVES: Final = w.words("give gives giving gave hand hands handing")


def given(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "a deal that will |give| state lender B a majority stake in C"."""
    buyer = objects.after(sentence, verb + 1)
    stake = stake_at(sentence, buyer.last) if buyer is not None else None
    if buyer is None or stake is None or not stake[0] or sentence.low(buyer.last) not in {"a", "an", "control", "full"}:
        return []
    target = objects.after(sentence, stake[1])
    return drafts_of(sentence, scene, verb, [target] if target else None, [buyer], from_=verb)


HALF: Final = 50
"""Percent of a company that give no control."""


def for_control(sentence: Sentence, verb: int) -> bool:
    """Tell whether money goes in for most of a firm: "has agreed to |invest| £120m for a majority stake in B"."""
    near = [sentence.low(k) for k in range(verb + 2, verb + 12)]
    return "for" in near and bool({"majority", "controlling"} & set(near[near.index("for") :]))
