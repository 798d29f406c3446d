"""Control that changes hands without a verb of buying: "A takes B private", "A takes a majority stake in B"."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import (
    backers,
    names,
    objects,
    parties,
    purchasers,
)
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import stake_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.offers import is_spoken_of
from dealwire.core.extract.english.purchases import (
    drafts_of,
    minority,
)
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import PUNCT, WORD, Sentence

_CONTROL_NOUNS: Final = w.words("investment stake recapitalization buyout interest")


def majority_received(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A received a majority investment from B": control changes hands."""
    tokens = sentence.tokens
    for i in range(verb + 1, min(verb + 10, len(tokens) - 1)):
        if tokens[i].low in {"majority", "controlling"} and any(t.low in _CONTROL_NOUNS for t in tokens[i + 1 : i + 4]):
            if any(t.low == "in" for t in tokens[i + 1 : i + 5]):
                return []
            source = next((k for k in range(i, min(i + 8, len(tokens))) if tokens[k].low in {"from", "by"}), None)
            buyers = [b.name for b in backers.read_list(sentence, source + 1)[0]] if source else []
            return drafts_of(sentence, scene, verb, parties.subject(sentence, verb), buyers, from_=verb)
        if tokens[i].kind == PUNCT:
            break
    return []


GOES: Final = w.words("go goes going went taken")


def goes_private(sentence: Sentence, private: int, scene: Scene) -> list[Draft]:
    """Read "A to go |private| in $2B deal with B", "A to be taken |private| by B"."""
    at = next((k for k in range(private + 1, private + 14) if sentence.low(k) in {"by", "with"}), None)
    at = at or next(
        (k for k in range(private + 2, private + 14) if sentence.low(k) == "to" and sentence.low(k - 1) == "sale"), None
    )
    buyers = purchasers.listed(sentence, at + 1) if at else []
    who = parties.passive_subject(sentence, private - 1)
    return drafts_of(sentence, scene, private - 1, who, buyers, from_=private) if isinstance(who, list) else []


def took(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A takes B private", "A takes a majority stake in B", "A takes control of B"."""
    tokens = sentence.tokens
    stake = stake_at(sentence, verb + 1)
    if (invested := _invested_in(sentence, verb)) is not None:
        who = parties.main_subject(sentence, verb)
        return drafts_of(sentence, scene, verb, [invested], who, from_=verb)
    if stake is not None:
        target = objects.after(sentence, stake[1])
        who = parties.subject(sentence, verb)
        if not stake[0]:
            return minority(sentence, verb, scene, target, who)
        return drafts_of(sentence, scene, verb, [target] if target else None, who, from_=verb)
    whole = verb + 1 + (sentence.low(verb + 1) in {"full", "total", "sole", "complete", "outright", "majority"})
    if sentence.low(whole) in {"control", "ownership"} and sentence.low(whole + 1) == "of":
        target = objects.after(sentence, whole + 2)
        after = tokens[target.last] if target is not None and target.last < len(tokens) else None
        if after is not None and after.kind == WORD and not after.caps and after.low not in w.FUNCTION:
            return []  # "takes control of the Acme |plugin|"
        return drafts_of(
            sentence, scene, verb, [target] if target else None, parties.subject(sentence, verb), from_=verb
        )
    for i in range(verb + 2, min(verb + 7, len(tokens))):
        if tokens[i].low == "private":
            target = objects.after(sentence, verb + 1)
            if target is None and is_spoken_of(sentence, verb + 1):
                own = managed(sentence, verb)
                buyers = [] if own else parties.subject(sentence, verb)
                told: list[Name] | str = [own] if own is not None else PRONOUN
                return drafts_of(sentence, scene, verb, told, buyers, from_=verb)
            if target and target.last <= i:
                return drafts_of(sentence, scene, verb, [target], parties.subject(sentence, verb), from_=verb)
    return []


def _invested_in(sentence: Sentence, verb: int) -> Name | None:
    """Return the firm of "invests in |B|, taking a majority stake"."""
    near = {sentence.low(k) for k in range(verb + 1, verb + 4)}
    last = next((k for k in range(verb + 1, verb + 5) if sentence.low(k) in {"stake", "interest", "control"}), 0)
    if not last or not near & {"majority", "controlling"} or sentence.low(last + 1) in {"in", "of"}:
        return None
    into = next((k for k in range(verb - 1, 0, -1) if sentence.low(k) == "in" and sentence.low(k - 1) in w.INVEST), 0)
    return objects.after(sentence, into + 1) if into else None


def managed(sentence: Sentence, verb: int) -> Name | None:
    """Return what its own managers buy: "The management of |Acme| has bought the company"."""
    at = next((k for k in range(min(verb, 8)) if sentence.low(k) in _MANAGERS), None)
    if at is None:
        return None
    of = next((k for k in range(at + 1, at + 4) if sentence.low(k) in {"of", "at"}), None)
    if of is not None:
        return objects.after(sentence, of + 1)
    return names.run_before(sentence, at - 1 - (sentence.tokens[at - 1].text in {"'s", "’s"})) if at > 1 else None


_MANAGERS: Final = w.words("management managers executives employees staff workers")
