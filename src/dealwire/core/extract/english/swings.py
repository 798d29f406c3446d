"""Purchases told by what they moved, where the offer names no aim: "A soars as B offers $22 a share"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import names, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.offers import is_spoken_of
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, Sentence
from dealwire.model import Status, Told

_MOVES: Final = w.verbs("jump soar surge climb gain rally advance slump slide plunge tumble spike rocket slip drop") | (
    w.words(
        "rise rises rose rising fall falls fell falling leap leaps leapt leaped up down higher lower sink sinks sank"
    )
)
_LINKS: Final = w.words("after as on amid following when")
NOUNS: Final = w.words("bid offer approach takeover buyout proposal")
VERBS: Final = w.words("offers offered offering bids approached approaches approaching")
_MAKES: Final = w.verbs(
    "consider weigh mull plan prepare explore ready launch make table study lodge submit confirm deny dismiss "
    "contemplate eye receive unveil pursue reject propose sweeten raise increase lift improve boost hike up renew"
) | w.words("made makes shot said could might may would seeking drew")
_PLANS: Final = w.verbs("consider weigh mull plan prepare explore ready study contemplate eye") | w.words(
    "could might may"
)
_DENIES: Final = w.words("denied denies shot dismissed dismisses played quashed")
REACH: Final = 34
"""Tokens between what moved and the offer that moved it."""
_LEAST: Final = 10_000
"""A smaller sum is the price of one share."""


def moved(sentence: Sentence, at: int, scene: Scene) -> list[Draft]:
    """Read the offer whose word stands at `at`, made for whom the sentence says that it moved."""
    low = sentence.low(at)
    if low in VERBS and not (
        sentence.tokens[min(at + 1, len(sentence.tokens) - 1)].kind == MONEY or low.startswith("app")
    ):
        return []
    if not _aims_at_it(sentence, at):
        return []
    link = next((k for k in range(at - 1, max(1, at - REACH), -1) if _links(sentence, k)), 0)
    who = parties.main_subject(sentence, link) if link else None
    buyer = _maker(sentence, link, at) if isinstance(who, list) else None
    if buyer is None or not isinstance(who, list) or _same(sentence, buyer, who[0]):
        return []
    plan = next((sentence.tokens[k] for k in range(buyer.last, at) if sentence.low(k) in _PLANS | _DENIES), None)
    stage = Told(Status.IN_TALKS, plan.start, plan.end, plan.text, 0.7) if plan is not None else None
    found = drafts_of(sentence, scene, at, who[:1], [buyer], from_=at, stage=stage, denied=plan is not None)
    sums = (t.money for t in sentence.tokens[link : at + 8] if t.money is not None and t.money.value.value > _LEAST)
    return [replace(d, amount=d.amount or next(sums, None), background=None) for d in found]


def _links(sentence: Sentence, k: int) -> bool:
    """Tell whether a word at k says what a move came after: "jumped 18 percent |after|"."""
    near = range(max(1, k - 12), k)
    return sentence.low(k) in _LINKS and any(sentence.low(j) in _MOVES for j in near)


def _aims_at_it(sentence: Sentence, at: int) -> bool:
    """Tell whether an offer is for nobody named: "preparing a bid.", "a bid for its American rival", "$22 a share"."""
    end = min(at + 9, len(sentence.tokens))
    for k in range(at + 1, end):
        if sentence.low(k) in {"for", "to"} and sentence.tokens[min(k + 1, end - 1)].kind != MONEY:
            return is_spoken_of(sentence, k + 1)
        if sentence.low(at).startswith("approach") and sentence.low(k) in {"the", "it"}:
            return is_spoken_of(sentence, k)
        if sentence.low(k) in {"from", "by", "of"} or sentence.tokens[k].text in {",", ";", "."}:
            return sentence.low(k) not in {"from", "by", "of"}
    return True


def _maker(sentence: Sentence, link: int, at: int) -> Name | None:
    """Return who makes the offer: the last party before a verb of making one."""
    verb = next((k for k in range(at, link, -1) if k == at or sentence.low(k) in _MAKES), at)
    verb = next((k for k in range(link + 1, at) if sentence.low(k) in _MAKES), verb)
    if sentence.low(at) in NOUNS and verb == at:
        return None
    for k in range(verb - 1, link, -1):
        name = names.run_before(sentence, k)
        if name is not None and name.first > link:
            seat = sentence.low(name.first - 1) in {"of", "from"} and names.run_before(sentence, name.first - 2)
            return seat or name
    return None


def _same(sentence: Sentence, a: Name, b: Name) -> bool:
    return sentence.low(a.first) == sentence.low(b.first)
