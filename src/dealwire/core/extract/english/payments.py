"""Purchases told by a deal that is struck or a sum that is paid: "A seals a $5M deal for B", "A pays $5M for B"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, brackets, names, objects, parties, per_share
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import UNIT, object_at, stake_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.offers import is_spoken_of
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, PUNCT, WORD, Sentence

_PURCHASE: Final = re.compile(r"\b(?:takeover|acqui(?:re|sition)|buyout|to buy|merger)", re.IGNORECASE)


_STRIKES: Final = w.verbs("clinch seal reach sign agree land near ink", "strike strikes struck win wins won")


_BUYOUTS: Final = w.words("buyout takeover acquisition buy-out")


def grabbed(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A |grabs| B in a $5M buyout": any verb of getting hold of, by the noun that follows."""
    target = object_at(sentence, verb + 1)
    by = target.last if target is not None else 0
    near = [sentence.low(k) for k in range(by + 1, by + 6)]
    priced = (
        sentence.title and sentence.low(by) == "for" and paid_at(sentence, by) and not _is_of_players(scene.content)
    )
    if target is None or sentence.low(by) not in {"in", "for", "with", "via"} or not (priced or _BUYOUTS & set(near)):
        return []
    who = parties.subject(sentence, verb)
    who = who if isinstance(who, list) else parties.main_subject(sentence, verb)
    price = next((t.money for t in sentence.tokens[by : by + 6] if t.money is not None), None)
    found = drafts_of(sentence, scene, verb, [target], who, from_=verb)
    return [replace(d, amount=d.amount or price) for d in found]


def swooped(sentence: Sentence, at: int, scene: Scene) -> list[Draft]:
    """Read "A |swoops| for B", "A in £5m |swoop| on B"."""
    link = at + 1
    target = object_at(sentence, link + 1) if sentence.low(link) in {"for", "on"} else None
    who = parties.subject(sentence, at) if sentence.low(at) != "swoop" else None
    who = who if isinstance(who, list) else parties.main_subject(sentence, at)
    if target is None or not isinstance(who, list) or _is_of_players(scene.content):
        return []
    price = next((t.money for t in sentence.tokens[who[-1].last : at] if t.money is not None), None)
    return [replace(d, amount=d.amount or price) for d in drafts_of(sentence, scene, at, [target], who, from_=at)]


def deal_of(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A's $5M B |deal|" in a text that speaks of a purchase."""
    target = names.run_before(sentence, noun - 1)
    at = target.first - 1 if target is not None else 0
    if target is None or at < 2 or sentence.tokens[at].kind != MONEY or not _SPEAKS.search(scene.content):
        return []
    owner = names.run_before(sentence, at - 2) if sentence.tokens[at - 1].text in {"'s", "’s"} else None
    if owner is None:
        return []
    found = drafts_of(sentence, scene, noun, [target], [owner], from_=at, mark=owner.first)
    return [replace(d, amount=d.amount or sentence.tokens[at].money) for d in found]


_SPEAKS: Final = re.compile(r"\b(?:takeover|acqui\w+|buyout|to buy|bought|purchase)\b", re.IGNORECASE)


def given_up(sentence: Sentence, noun: int) -> int | None:
    """Return the verb of "A |backs| out of a $5M deal for B", "A |walks| away from a deal for B"."""
    for i in range(noun - 1, max(0, noun - 9), -1):
        out = (sentence.low(i + 1), sentence.low(i + 2)) in {("out", "of"), ("away", "from")}
        if out and sentence.low(i).startswith(("back", "pull", "walk")):
            return i
    return None


def struck(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A clinches a $5M |deal| for B", in a text that speaks of a purchase; "agrees" and "seals" need no more."""
    reach = range(noun - 1, max(0, noun - 7), -1)
    verb = next((k for k in reach if sentence.low(k) in _STRIKES), None) or given_up(sentence, noun)
    target = objects.after(sentence, noun + 2)
    if target is not None and sentence.low(target.last) == "to" and sentence.low(target.last + 1) in w.ACQUIRE:
        return []  # "signs a deal for |Acme| to acquire Beta"
    if verb is None and target is not None and (owned := _owned_deal(sentence, noun, target, scene)):
        return owned
    if verb is None or target is None or any(t.kind == PUNCT for t in sentence.tokens[verb:noun]):
        return []
    ends = sentence.title and sentence.low(target.last) in {"", "-", ",", "–", "—", ":", ";"}
    firm = sentence.low(verb).startswith(("agree", "seal")) or (ends and sentence.low(verb).startswith("near"))
    firm = firm and not _is_of_players(scene.content)
    if not firm and not _PURCHASE.search(scene.content):
        return []
    price = next((t.money for t in sentence.tokens[verb:noun] if t.money is not None), None)
    found = drafts_of(sentence, scene, verb, [target], parties.subject(sentence, verb), from_=noun)
    return [replace(d, amount=d.amount or price) for d in found if d.investors]


def _owned_deal(sentence: Sentence, noun: int, target: Name, scene: Scene) -> list[Draft]:
    """Read "A's $5M |deal| for B was blocked"."""
    at = next((k for k in range(noun - 1, max(0, noun - 4), -1) if sentence.tokens[k].text in {"'s", "’s", "’"}), 0)
    owner = names.run_before(sentence, at - 1) if at else None
    ended = _COLLAPSE.search(scene.content, sentence.start, sentence.end) or _PURCHASE.search(scene.content)
    if owner is None or not ended or _is_of_players(scene.content):
        return []
    price = next((t.money for t in sentence.tokens[at:noun] if t.money is not None), None)
    found = drafts_of(sentence, scene, noun, [target], [owner], from_=noun)
    return [replace(d, amount=d.amount or price) for d in found]


_NOT_FIRMS: Final = re.compile(
    r"\b(?:striker|midfielder|defender|winger|goalkeeper|footballer|player|club|painting|auction|mansion|"
    r"damages|settle\w*)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2)
def _is_of_players(content: str) -> bool:
    """Tell whether a text is of players or paintings, which are no firms: looked up once a text."""
    return _NOT_FIRMS.search(content) is not None


_LEAST_PRICE: Final = 10_000
"""A smaller sum is the price of one share."""


PAYS: Final = w.words(
    "pay pays paid paying spend spends spent spending shell shells shelled shelling fork forks forked forking splash "
    "splashes splashed splashing"
)


_HEDGES: Final = w.words("up to about roughly some nearly more than at least as much over almost around just under out")


_TERMS: Final = w.words("per a share in cash and stock shares each apiece or all-cash million")


def paid_at(sentence: Sentence, verb: int) -> int:
    """Return the sum that a verb pays, past what hedges it, else 0: "to pay up to |$5M|", "shells out |$5M|"."""
    at = verb + 1
    while at < verb + 6 and sentence.low(at) in _HEDGES:
        at += 1
    return at if at < len(sentence.tokens) and sentence.tokens[at].kind == MONEY else 0


def paid(sentence: Sentence, verb: int, sum_: int, scene: Scene) -> list[Draft]:
    """Read "A is paying |$5M| for B", "A offers |$5M| for B": the whole of it, not a part, a right or a person."""
    money = sentence.tokens[sum_]
    for_ = brackets.close_bracket(sentence, sum_ + 1)
    for_ += for_ > sum_ + 1  # "pays 300m yuan ($43m) for Acme"
    each = for_
    while sentence.low(for_) in _TERMS:
        for_ += 1
    if sentence.low(for_) == "for" and sentence.low(for_ + 1) in {"each", "every"}:
        return _paid_each(sentence, verb, for_ + 2, scene)  # "pays $5 in cash |for each share of| B"
    for_ = for_ if each == for_ or sentence.low(for_) == "for" else each
    stake = stake_at(sentence, for_ + 1) if sentence.low(for_) == "for" else None
    if stake is not None:
        target = object_at(sentence, stake[1]) if stake[0] else None
    else:
        target = objects.after(sentence, _past_all(sentence, for_ + 1)) if sentence.low(for_) == "for" else None
    spent = sentence.low(for_) == "on" and sentence.low(verb).startswith(("spend", "spent"))
    if not spent and (sentence.low(for_) != "for" or _is_part_of_other(sentence, for_ + 1)):
        return [] if _is_of_players(scene.content) else per_share.of_last(sentence, sum_, scene, verb)
    if sentence.low(for_) == "for" and is_spoken_of(sentence, for_ + 1) and not _is_of_players(scene.content):
        first, buyers = parties.main_subject(sentence, verb), parties.subject(sentence, verb)
        theirs = isinstance(first, list) and isinstance(buyers, list) and first[0] != buyers[0]
        told = drafts_of(sentence, scene, verb, first if theirs else PRONOUN, buyers, from_=verb)
        return [replace(d, amount=money.money) for d in told if d.investors]
    if spent and _SPEAKS.search(scene.content):
        target = object_at(sentence, for_ + 1)  # "spends $5M on Acme amid a buyout spree"
    if target is None or money.money is None or _is_of_players(scene.content):
        return []
    after = sentence.tokens[target.last] if target.last < len(sentence.tokens) else None
    unit = object_at(sentence, for_ + 1) if after is not None and after.kind == WORD else None
    unit = unit if UNIT & {sentence.low(k) for k in range(target.last, target.last + 3)} else None
    if unit is None and after is not None and after.kind == WORD and after.low not in w.FUNCTION:
        return []  # "pays $9M for |Acme| shares"
    target = unit or target  # "bids $9M for Acme's telecoms |business|"
    found = drafts_of(sentence, scene, verb, [target], parties.subject(sentence, verb), from_=verb)
    whole = money.money if money.money.value.value >= _LEAST_PRICE else None  # "pays |$22| a share for Acme"
    return [replace(d, amount=whole or d.amount) for d in found if d.investors]


def _past_all(sentence: Sentence, i: int) -> int:
    """Return the index after "all of", "the whole of", "the rest of", or `i`."""
    i += sentence.low(i) == "the" and sentence.low(i + 1) in {"whole", "rest"}
    whole = sentence.low(i) in {"all", "whole", "rest", "100%"}
    return i + 1 + (sentence.low(i + 1) == "of") if whole else i


def _is_part_of_other(sentence: Sentence, i: int) -> bool:
    """Tell whether what is paid for is a holder's part: "will pay $9M for |C's stake|"."""
    held = names.run_after(sentence, i)
    owned = sentence.low(held) in {"'s", "’s", "'", "’"} and held > i
    return owned and any(sentence.low(k) in _PARTS for k in range(held + 1, held + 5))


_PARTS: Final = w.words("stake share shares interest half holding shareholding")


def _paid_each(sentence: Sentence, verb: int, at: int, scene: Scene) -> list[Draft]:
    of = next((k for k in range(at, at + 5) if sentence.low(k) == "of"), None)
    target = objects.after(sentence, of + 1) if of is not None else objects.after(sentence, at)
    if target is None or (of is None and sentence.low(target.last) not in {"share", "unit"}):
        return []
    found = drafts_of(sentence, scene, verb, [target], parties.subject(sentence, verb), from_=verb)
    return [d if d.amount and d.amount.value.value >= _LEAST_PRICE else replace(d, amount=None) for d in found]


_COLLAPSE: Final = re.compile(
    r"\b(?:fell (?:apart|through)|collapsed?|called off|scrapped|abandoned|blocked|terminated|unravel\w*|cleared"
    r"|approved|shareholders)\b"
)


def between(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "a |deal| between A and B fell apart", in a text that speaks of a purchase or of such an end."""
    pair = [b.name for b in backers.read_list(sentence, noun + 2)[0]]
    told = sentence.low(noun) == "tie-up" or _PURCHASE.search(scene.content)
    if len(pair) != 2 or not (told or _COLLAPSE.search(scene.content, sentence.start, sentence.end)):
        return []
    return drafts_of(sentence, scene, noun, [pair[1]], [pair[0]], from_=noun)
