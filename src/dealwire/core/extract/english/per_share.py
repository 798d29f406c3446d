"""Purchases told by what an offer comes to: "A's 310p-a-share offer values B at £4m", "B holders get $9 each"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, bids, names, objects, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, Sentence
from dealwire.model import Kind

_VALUES: Final = w.words("values valued valuing value gives give gave giving implies implied implying puts putting")
_MAY: Final = w.words("would will could may might to")
REACH: Final = 16
"""Tokens between an offer and the verb that says what it comes to."""


def valued(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A's 310p-a-share |offer| values B at £4m", "the |bid| from A would give B a market value of"."""
    makers, end = bids.makers(sentence, noun, 0)
    if not makers:
        return []
    reach = range(max(noun + 1, end), min(noun + REACH, len(sentence.tokens)))
    verb = next((k for k in reach if sentence.low(k) in _VALUES), None)
    if verb is None or (sentence.low(verb) in {"value", "give"} and sentence.low(verb - 1) not in _MAY):
        return []
    target = objects.after(sentence, verb + 1, 6)
    if target is None or target in makers or not any(t.kind == MONEY for t in sentence.tokens[target.last :]):
        return []
    return drafts_of(sentence, scene, noun, [target], makers, from_=noun)


_GETS: Final = w.words("receive receives get gets")
_HOLDERS: Final = w.words("shareholders stockholders investors holders owners shareholder stockholder unitholders")
_BOUGHT: Final = re.compile(
    r"\b(?:acqui(?:re|red|res|sition)|takeover|buyout|merger|tender offer|premium|bid|to buy"
    r"|terms of the|take[- ]private)\b",
    re.IGNORECASE,
)
_PAID_OUT: Final = re.compile(r"\b(?:dividends?|distributions?|settlement|class action|spin-?off)\b", re.IGNORECASE)


def received(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "B shareholders will |receive| $9 in cash for each share", in a text that speaks of a purchase."""
    reach = range(verb + 1, min(verb + 14, len(sentence.tokens)))
    each = any(sentence.low(k) in {"share", "unit", "ads"} for k in reach)
    told = any(sentence.tokens[k].kind == MONEY for k in reach) and each
    holders = next((k for k in range(verb - 1, max(-1, verb - 10), -1) if sentence.low(k) in _HOLDERS), None)
    if not told or holders is None or not _BOUGHT.search(scene.content):
        return []
    if _PAID_OUT.search(scene.content, sentence.start, sentence.end):
        return []
    if sentence.low(holders + 1) in {"of", "in"}:
        target = objects.after(sentence, holders + 2)
    else:
        owner = holders - 1 - (sentence.tokens[holders - 1].text in {"'s", "’s", "'", "’"})
        target = names.run_before(sentence, owner) if owner >= 0 else None
    if target is None or target.last > verb:
        return []
    return drafts_of(sentence, scene, verb, [target], _payer(sentence, verb, target), from_=len(sentence.tokens))


def _payer(sentence: Sentence, verb: int, target: Name) -> list[Name]:
    """Return who pays: "an agreement |with A|, holders of B will receive", "will receive $9 a share |from A|"."""
    links = [k for k in range(target.first) if sentence.low(k) == "with" and sentence.low(k - 1) in _PACTS]
    links += [k for k in range(verb, min(verb + REACH, len(sentence.tokens))) if sentence.low(k) == "from"]
    listed = backers.read_list(sentence, links[0] + 1)[0] if links else []
    return [backer.name for backer in listed]


_PACTS: Final = w.words("agreement deal pact transaction merger")


def of_last(sentence: Sentence, sum_: int, scene: Scene, verb: int) -> list[Draft]:
    """Read what is paid for the company of the purchase told last, which the sentence need not name again.

    Its buyer pays ("It |paid $9M|", "will |pay $9M| for C's stake"), or another offers to ("B has offered to |pay
    $9M|").
    """
    last = scene.drafts[-1] if scene.drafts else None
    money = sentence.tokens[sum_].money
    if last is None or last.kind.value is not Kind.ACQUISITION or last.company is None or last.recalled:
        return []
    if money is None or money.value.value < _LEAST or sentence.low(sum_ + 1) in _NOT_PRICE:
        return []
    who = parties.subject(sentence, verb)
    who = who if isinstance(who, list) else parties.main_subject(sentence, verb)
    named = {scene.told(sentence, name).value for name in who} if isinstance(who, list) else set()
    theirs = not named or any(told.value.name in named for told in last.investors) or not last.investors
    if theirs:
        return [replace(last, amount=money, status=None, investors=())] if last.amount is None else []
    offered = any(sentence.low(k) in _OFFERS for k in range(verb - 3, verb + 1))
    if not offered or not isinstance(who, list):
        return []
    rival = drafts_of(sentence, scene, verb, "pronoun", who, from_=verb)
    return [replace(d, company=last.company, amount=money) for d in rival]


_LEAST: Final = 10_000
_NOT_PRICE: Final = w.words("fine fee penalty dividend tax debt loan salary bonus break-up termination")
_OFFERS: Final = w.words("offered offers offering offer bid bids")
