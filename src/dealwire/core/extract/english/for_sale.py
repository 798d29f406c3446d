"""What is for sale, no buyer named: "A is exploring a sale", "A has hired a bank to sell B"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import names, neighbours, objects, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import UNIT, object_at, stake_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.offers import is_spoken_of
from dealwire.core.extract.english.purchases import drafts_of, sought
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, WORD, Sentence
from dealwire.model import Kind, Status, Told

NOT_WHOLE: Final = w.words("stake shares share minority products tickets interest off")


_HIRES: Final = w.words(
    "hired hires hire taps tapped picked picks enlisted enlists appointed appoints engaged engages "
    "retained working works"
)


_RUNS: Final = w.verbs("advise handle run oversee manage lead conduct work help explore assist")


_AGENTS: Final = w.words("bank banks banker bankers adviser advisers advisor advisors")


def hired_to_sell(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A has hired bankers to sell C": for sale, no buyer named."""
    near = {sentence.low(k) for k in range(verb - 9, verb)}
    target = object_at(sentence, verb + 1)
    if sentence.low(verb - 1) != "to" or not near & _HIRES or not near & _AGENTS or target is None:
        return []
    token = sentence.tokens[verb]
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return [sought(d, plan) for d in drafts_of(sentence, scene, verb, [target], [], from_=verb)]


_SEEKS: Final = w.words(
    "plan plans planning looking seeking exploring considering weighing mulling preparing wants hopes aims trying "
    "eyeing"
)


def control_sought(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A plans to |sell| a majority stake in B in a deal that could value it at $1bn": B is for sale."""
    stake = stake_at(sentence, verb + 1)
    plan = next((k for k in range(verb - 1, max(-1, verb - 4), -1) if sentence.low(k) in _SEEKS), None)
    if stake is None and plan is not None and _SELLING.search(scene.content):
        target = _put_on_market(sentence, verb)
    else:
        target = object_at(sentence, stake[1]) if stake is not None and stake[0] else None
    if plan is None or target is None:
        return []
    token = sentence.tokens[plan]
    open_ = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return [sought(d, open_) for d in drafts_of(sentence, scene, verb, [target], [], from_=verb)]


_SELLING: Final = re.compile(
    r"\b(?:buyers?|suitors?|bidders?|takeover|acqui\w+|advis[eo]rs?|auction|unit|division|subsidiary|divest\w*|"
    r"familiar with|sources|private equity|buyout)\b",
    re.IGNORECASE,
)
"""What a text that speaks of selling a firm, not wares, says somewhere."""


def _put_on_market(sentence: Sentence, verb: int) -> Name | None:
    """Return the firm of "is looking to |sell| B in its entirety", which nothing but its sale follows."""
    target = object_at(sentence, verb + 1)
    if target is None or any(t.low in NOT_WHOLE for t in sentence.tokens[verb + 1 : target.first]):
        return None
    unit = sentence.low(target.last - 1) in UNIT or sentence.low(target.last) in UNIT
    follows = sentence.low(target.last)
    whole = follows == "in" and sentence.low(target.last + 1) in {"its", "full", "whole", "a", "one", "parts"}
    ends = follows in {"", ".", ",", "for", "after", "as", "and"}
    return target if unit or whole or ends else None


def seeking(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "Acme is seeking a |buyer|": the company is for sale, no buyer named."""
    if any(sentence.low(k) == "sale" for k in range(noun)):
        return []  # "is exploring the sale of Acme and enlisted a bank to search for |buyers|"
    i = noun - 1
    while i > 0 and sentence.low(i) in _OWN_SALE | {"new", "potential"}:
        i -= 1
    i -= i > 1 and sentence.low(i) in {"for", "out", "up"}
    follows = sentence.low(noun + 1)
    if i < 1 or not sentence.low(i).startswith(_SEEKING) or follows in {"'s", "’s"}:
        return []
    token = sentence.tokens[i]
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    if follows == "for" and sentence.low(noun + 2) not in {"the", "itself"}:
        target = object_at(sentence, noun + 2)
        sold_ = drafts_of(sentence, scene, noun, [target], [], from_=noun) if target is not None else []
        return [sought(d, plan) for d in sold_]
    return [sought(d, plan) for d in drafts_of(sentence, scene, i, parties.subject(sentence, i), [], from_=noun)]


_SEEKING: Final = ("seek", "sought", "look", "find", "hunt", "search", "sound", "court", "line", "lining", "approach")
"""How the verbs of looking for a buyer begin: "is |sounding| out buyers for", "has |approached| potential buyers"."""


_PUTS_UP: Final = w.verbs("explore consider weigh mull pursue eye plan", "seek seeks sought seeking")


_OWN_SALE: Final = w.words(
    "a an the its potential possible of for outright full partial or including merger strategic alternatives "
    "options , such as "
    'that could include lead to “ ” " partial possible planned'
)


def put_up(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "Acme explores a $2B sale": the company itself is for sale, no buyer named."""
    tokens = sentence.tokens
    follows = sentence.low(noun + 1)
    if (held := of_stake(sentence, noun)) is not None:
        return explored(sentence, noun, held, scene)
    if (either := _or_listing(sentence, noun, scene)) is not None:
        return either
    if _of_own_unit(sentence, noun):
        return []
    if (
        follows in {"of", "to"}
        or (follows == "for" and sentence.low(noun + 2) == "its")
        or (noun + 1 < len(tokens) and tokens[noun + 1].kind == WORD and follows not in w.FUNCTION)
    ):
        return []
    if sentence.low(noun - 1) == "for" and (up := noun - 2 - (sentence.low(noun - 2) == "up")) > 0:
        verb = next(
            (k for k in range(up, max(0, up - 8), -1) if sentence.low(k) in _PUT), None
        )  # "Acme's unit is up for |sale|"
        who = parties.subject(sentence, verb) if verb else None
        name = _owned_unit(sentence, verb) if verb else None
        token = tokens[noun]
        plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
        put = object_at(sentence, verb + 1) if verb and sentence.low(verb).startswith("put") else None
        if verb and sentence.low(verb).startswith("put") and is_spoken_of(sentence, verb + 1):
            who = owned_by(sentence, verb)  # "Acme's owner Beta has put |the company| up for sale"
        sold = [name] if name else [put] if put and put.last <= up + 1 else who
        drafts = drafts_of(sentence, scene, noun, sold, [], from_=noun) if isinstance(sold, list) else []
        return [sought(d, plan) for d in drafts]
    i = noun - 1
    while i > 0 and (tokens[i].low in _OWN_SALE or tokens[i].kind == MONEY):
        i -= 1
    if i < 1 or tokens[i].low not in _PUTS_UP:
        return []
    who = parties.subject(sentence, i)
    who = parties.main_subject(sentence, i) if who == neighbours.PRONOUN else who
    drafts = drafts_of(sentence, scene, i, who, [], from_=i) if isinstance(who, list) else []
    bought = [d for d in scene.drafts if d.kind.value is Kind.ACQUISITION and d.investors]
    owned = {d.investors[0].value.name: d.company for d in bought}  # an owner's sale is that of what it owns
    drafts = [replace(d, company=owned.get(d.company.value, d.company)) if d.company else d for d in drafts]
    price = next((t.money for t in tokens[i:noun] if t.money is not None), None)
    plan = Told(Status.IN_TALKS, tokens[i].start, tokens[i].end, tokens[i].text, 0.7)
    return [replace(sought(d, plan), amount=d.amount or price) for d in drafts]


def blocked(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A has put B on the |block|", "B is on the auction |block|"."""
    at = noun - 1 - (sentence.low(noun - 1) in {"auction", "selling"})
    if sentence.low(at) != "the" or sentence.low(at - 1) != "on":
        return []
    verb = next(
        (k for k in range(at - 2, max(0, at - 9), -1) if sentence.low(k) in _PUT | {"go", "goes", "went"}), None
    )
    put = object_at(sentence, verb + 1) if verb and sentence.low(verb).startswith("put") else None
    who = [put] if put is not None else parties.subject(sentence, verb) if verb else None
    token = sentence.tokens[noun]
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return drafts_of(sentence, scene, noun, who, [], from_=noun, stage=plan) if isinstance(who, list) else []


def of_stake(sentence: Sentence, noun: int) -> Name | None:
    """Return the company of "exploring a |sale|, among other options, of its majority stake in Acme"."""
    for i in range(noun + 1, noun + 8):
        if sentence.low(i) in {"of", "for"} and sentence.low(i + 1) in {"its", "their", "a", "the"}:
            stake = stake_at(sentence, i + 2)
            return object_at(sentence, stake[1]) if stake is not None and stake[0] else None
        if sentence.low(i) in {".", ";", ":"}:
            return None
    return None


def _of_own_unit(sentence: Sentence, noun: int) -> bool:
    """Tell whether what is for sale is a unit without a name: "exploring options, including a |sale|, for its unit"."""
    sold = noun if sentence.low(noun) == "sale" else 0
    sold = sold or next((k for k in range(noun + 1, noun + 7) if sentence.low(k) == "sale"), 0)
    at = sold + 1 + (sentence.low(sold + 1) == ",")
    unit = any(sentence.low(k) in UNIT for k in range(at + 2, at + 6))
    return sold > 0 and sentence.low(at) in {"for", "of"} and sentence.low(at + 1) == "its" and unit


_LISTING: Final = w.words("or an a the ipo initial public offering listing flotation float ( )")


def _or_listing(sentence: Sentence, noun: int, scene: Scene) -> list[Draft] | None:
    """Read "A is considering either a $6bn |sale| or initial public offering for B": B is for sale."""
    if sentence.low(noun + 1) != "or":
        return None
    at = noun + 1
    while sentence.low(at) in _LISTING:
        at += 1
    verb = next((k for k in range(noun - 1, max(0, noun - 9), -1) if sentence.low(k) in _PUTS_UP), None)
    if sentence.low(at) not in {"for", "of"} or verb is None:
        return None
    target = object_at(sentence, at + 1)
    price = next((t.money for t in sentence.tokens[verb:noun] if t.money is not None), None)
    token = sentence.tokens[verb]
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    found = drafts_of(sentence, scene, verb, [target], [], from_=noun) if target is not None else []
    return [replace(sought(d, plan), amount=d.amount or price) for d in found]


def owned_by(sentence: Sentence, verb: int) -> list[Name] | None:
    """Return the firm of whose owner a clause speaks: "|Acme|'s parent, Beta, has sold the business"."""
    for i in range(1, min(verb, OWNED)):
        if sentence.low(i) in _OWNERS and sentence.tokens[i - 1].text in {"'s", "’s", "'", "’"}:
            named = names.run_before(sentence, i - 2)
            return [named] if named is not None else None
        bare = sentence.low(i) in {"owner", "parent"} and sentence.tokens[i + 1].caps and not sentence.tokens[i].caps
        if bare and (named := names.run_before(sentence, i - 1)) is not None:
            return [named]  # "|Acme| owner Beta is in talks to sell the business"
        if sentence.low(i - 1) in _OWNERS and sentence.low(i) == "of":
            named = objects.after(sentence, i + 1, 5)
            return [named] if named is not None and named.last <= verb else None
    return None


_OWNERS: Final = w.words("owner owners parent shareholder shareholders founder founders backer backers administrators")
OWNED: Final = 14
"""Tokens at the head of a sentence within which whose owner acts is told."""
_PUT: Final = w.words("is are was were put puts")


def _owned_unit(sentence: Sentence, verb: int) -> Name | None:
    """Return the unit of a company that a sentence is about: "|Acme's brewing business| is for sale"."""
    end = names.run_after(sentence, 0)
    unit = verb - 1
    if not end or sentence.low(end) not in {"'s", "’s", "'"} or sentence.low(unit) not in UNIT or unit - end > 5:
        return None
    return Name(0, verb)


def explored(sentence: Sentence, noun: int, target: Name, scene: Scene) -> list[Draft]:
    """Read "Acme is exploring a |sale| of its Beta unit", "hired a bank to run the |sale| of Beta": no buyer named."""
    i = noun - 1
    while i > 0 and sentence.low(i) in _OWN_SALE:
        i -= 1
    i -= sentence.low(i) in {"on", "with"}
    hired = sentence.low(i) in _RUNS and any(sentence.low(k) in _HIRES for k in range(i - 8, i))
    if sentence.low(i) not in _PUTS_UP and not hired:
        return []
    token = sentence.tokens[i]
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return [sought(d, plan) for d in drafts_of(sentence, scene, noun, [target], [], from_=noun)]
