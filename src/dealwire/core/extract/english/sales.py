"""Purchases told by the seller's side: "A sells B to C", "B sold to C", "the sale of B to C"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, brackets, names, neighbours, objects, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import UNIT, named_apart, object_at, stake_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.prices import price_of
from dealwire.core.extract.english.purchases import drafts_of, sought
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, NUMBER, WORD, Sentence, Token
from dealwire.model import Investor, Kind, Role, Status, Told

_NOT_WHOLE: Final = w.words("stake shares share minority products tickets interest off")
_ITSELF: Final = w.words("itself out on off for the company")


def sold(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A sells B to C", "B sold to C", "B is selling to C for $1B"."""
    tokens = sentence.tokens
    n = len(tokens)
    if sentence.low(verb - 1) == "to" and (agreed := _agreed_with(sentence, verb, scene)):
        return agreed
    if sentence.low(verb) == "sell" and (tried := _hired_to_sell(sentence, verb, scene)):
        return tried
    to = next(
        (
            i
            for i in range(verb + 1, min(verb + 45, n))
            if tokens[i].low == "to" and (i - verb < 16 or tokens[i - 1].text == ",")
        ),
        None,
    )
    if to is None or to + 1 >= n:
        return (
            _control_sought(sentence, verb, scene)
            or _sold_to_party(sentence, verb, scene)
            or _sold_for(sentence, verb, scene)
        )
    between = tokens[verb + 1 : to]
    stake = stake_at(sentence, verb + 1)
    if stake is not None and stake[0] and stake[1] < to and (target := objects.after(sentence, stake[1])):
        return drafts_of(
            sentence, scene, verb, [target], [b.name for b in backers.read_list(sentence, to + 1)[0]], from_=verb
        )
    if any(t.low in _NOT_WHOLE for t in between):
        return _part_of_itself(sentence, verb, to, scene)
    buyers, _ = backers.read_list(sentence, to + 1)
    if not buyers and (called := _called_after(sentence, to)):
        buyers, _ = backers.read_list(sentence, called)
    if not buyers and sentence.low(to + 1) in {"a", "an"}:
        return _sold_to_unnamed(sentence, verb, to, scene)
    who = parties.subject(sentence, verb)
    if not buyers and sentence.low(verb + 1) in {"out", "itself"} and price_of(sentence, to) and isinstance(who, list):
        return drafts_of(sentence, scene, verb, who, [], from_=to)  # "sells out to Chinese buyout firm for $5M"
    if tokens[to + 1].low in _AIMS and sentence.titled:
        return []  # "to Sell Solar Farms |to Repay| Bondholders"
    if not buyers or (
        tokens[to + 1].kind == WORD
        and not tokens[to + 1].caps
        and tokens[to + 1].low in w.RAISE | w.ACQUIRE | w.OTHER_VERB
        and tokens[buyers[0].name.first - 1].low not in w.DESCRIPTOR | {"a", "the"}
    ):
        return []
    words = [t for t in between if not (t.low in w.ADVERB or t.low in _ITSELF or t.kind == MONEY or _is_time(t))]
    by = (
        bool(words) and words[0].low == "by" and sentence.low(verb - 1) in _PASSIVE
    )  # "Acme was sold |by Pelt| to Quayside"
    if not words or by:
        who = parties.subject(sentence, verb)
    else:
        target = object_at(sentence, verb + 1) or named_apart(sentence, verb + 1)
        if target is None or target.last > to:
            return []
        who = [target]
    return drafts_of(sentence, scene, verb, who, [b.name for b in buyers], from_=verb)


_PASSIVE: Final = w.words("was were been be being is")
_TIMES: Final = w.words(
    "in on last this earlier later late early that the year month week years ago summer spring fall"
)


def _is_time(token: Token) -> bool:
    """Tell whether a word only tells when: "was sold |in March 2021| to", "was sold |last year| to"."""
    return token.kind == NUMBER or token.low in _TIMES or token.low in w.MONTHS or token.low in w.WEEKDAYS


def _called_after(sentence: Sentence, to: int) -> int:
    """Return where the buyer's name begins in "to a strategic buyer, |Acme|", else 0."""
    if sentence.low(to + 1) not in {"a", "an", "another"}:
        return 0
    for k in range(to + 2, min(to + 10, len(sentence.tokens) - 1)):
        token = sentence.tokens[k]
        if token.text == ",":
            return k + 1 if sentence.tokens[k + 1].caps and sentence.low(k - 1) != "group" else 0
        if token.kind != WORD or token.caps or token.low in w.FUNCTION:
            return 0
    return 0


_PACTS: Final = w.words("agreement deal pact contract")


def _agreed_with(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A has entered an agreement with |B| to sell C": the buyer is told before the thing."""
    for i in range(verb - 2, max(1, verb - 14), -1):
        if sentence.low(i) == "with" and sentence.low(i - 1) in _PACTS:
            buyers = [b.name for b in backers.read_list(sentence, i + 1, verb - 1)[0]]
            stake = stake_at(sentence, verb + 1)
            sold_ = objects.after(sentence, stake[1]) if stake and stake[0] else object_at(sentence, verb + 1)
            if not buyers or sold_ is None or (stake is not None and not stake[0]):
                return []
            return drafts_of(sentence, scene, verb, [sold_], buyers, from_=verb)
    return []


_HIRES: Final = w.words(
    "hired hires hire taps tapped picked picks enlisted enlists appointed appoints engaged engages "
    "retained working works"
)
_RUNS: Final = w.verbs("advise handle run oversee manage lead conduct work help explore assist")
_AGENTS: Final = w.words("bank banks banker bankers adviser advisers advisor advisors")


def _hired_to_sell(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A has hired bankers to sell C": for sale, no buyer named."""
    near = {sentence.low(k) for k in range(verb - 9, verb)}
    target = object_at(sentence, verb + 1)
    if sentence.low(verb - 1) != "to" or not near & _HIRES or not near & _AGENTS or target is None:
        return []
    token = sentence.tokens[verb]
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return [sought(d, plan) for d in drafts_of(sentence, scene, verb, [target], [], from_=verb)]


_AIMS: Final = w.words("repay fund pay reduce cut help finance avoid meet focus ease trim lower slash shore free")
_SHARE_NOUNS: Final = w.words("stake shares interest stock units")
_NEW: Final = w.words("preferred preference convertible new newly minority percent pc %")


def _part_of_itself(sentence: Sentence, verb: int, to: int, scene: Scene) -> list[Draft]:
    """Read "Acme sells a 20% stake |to Quayside| for $90M": money for new shares, no other company's being named."""
    tokens = sentence.tokens
    noun = max((k for k in range(verb + 1, to) if tokens[k].low in _SHARE_NOUNS), default=to)
    sized = any(t.low in _NEW or t.low.endswith("%") for t in tokens[verb:noun])
    own = noun < to and not any(t.caps for t in tokens[noun:to])
    buyers = [b.name for b in backers.read_list(sentence, to + 1)[0]]
    if not (sized and own and buyers):
        return []
    told = drafts_of(sentence, scene, verb, parties.subject(sentence, verb), buyers, from_=verb)
    return [
        replace(
            draft,
            kind=replace(draft.kind, value=Kind.FUNDING_ROUND, confidence=0.7),
            investors=tuple(replace(t, value=Investor(t.value.name, Role.PARTICIPANT)) for t in draft.investors),
            confidence=0.7,
        )
        for draft in told
    ]


def _sold_to_unnamed(sentence: Sentence, verb: int, to: int, scene: Scene) -> list[Draft]:
    """Read "to sell its Acme unit to |a group led by its managers| for $45M": the thing sold and its price."""
    target = object_at(sentence, verb + 1)
    unit = target is not None and sentence.low(target.last - 1) in UNIT
    priced = target is not None and target.last <= to and (unit or price_of(sentence, to) is not None)
    return drafts_of(sentence, scene, verb, [target], [], from_=to) if target and priced else []


_SEEKS: Final = w.words(
    "plans planning looking seeking exploring considering weighing mulling preparing wants hopes aims trying eyeing"
)


def _control_sought(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
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
    if target is None or any(t.low in _NOT_WHOLE for t in sentence.tokens[verb + 1 : target.first]):
        return None
    unit = sentence.low(target.last - 1) in UNIT or sentence.low(target.last) in UNIT
    follows = sentence.low(target.last)
    whole = follows == "in" and sentence.low(target.last + 1) in {"its", "full", "whole", "a", "one", "parts"}
    ends = follows in {"", ".", ",", "for", "after", "as", "and"}
    return target if unit or whole or ends else None


def _sold_to_party(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A has entered an agreement with B to |sell| a 73% stake in its unit C"."""
    stake = stake_at(sentence, verb + 1)
    with_ = next((k for k in range(verb - 1, 1, -1) if sentence.low(k) == "with"), None)
    agreed = with_ is not None and sentence.low(with_ - 1) in {"agreement", "deal", "contract", "pact"}
    if stake is None or not stake[0] or not agreed or with_ is None or sentence.low(verb - 1) != "to":
        return []
    target = objects.after(sentence, stake[1])
    buyers = [b.name for b in backers.read_list(sentence, with_ + 1, verb)[0]]
    return drafts_of(sentence, scene, verb, [target] if target else None, buyers, from_=verb) if buyers else []


def _sold_for(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A sells B for $160M", the buyer unnamed."""
    target = object_at(sentence, verb + 1)
    agreed = sentence.low(verb - 1) == "to" and sentence.low(verb - 2).startswith("agree")
    unit = target is not None and UNIT & {sentence.low(k) for k in range(target.last - 1, target.last + 4)}
    if target is not None and agreed and unit:
        return drafts_of(sentence, scene, verb, [target], [], from_=verb)  # "agreed to sell its Acme trading business"
    if target is None or sentence.low(target.last) != "for" or price_of(sentence, verb) is None:
        return []
    if any(t.low in _NOT_WHOLE for t in sentence.tokens[verb + 1 : target.first]):
        return []
    return drafts_of(sentence, scene, verb, [target], [], from_=verb)


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
    if (held := _of_stake(sentence, noun)) is not None:
        return _explored(sentence, noun, held, scene)
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


def _of_stake(sentence: Sentence, noun: int) -> Name | None:
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


_PUT: Final = w.words("is are was were put puts")


def _owned_unit(sentence: Sentence, verb: int) -> Name | None:
    """Return the unit of a company that a sentence is about: "|Acme's brewing business| is for sale"."""
    end = names.run_after(sentence, 0)
    unit = verb - 1
    if not end or sentence.low(end) not in {"'s", "’s", "'"} or sentence.low(unit) not in UNIT or unit - end > 5:
        return None
    return Name(0, verb)


def sale(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "announced the sale of its portfolio company, |B|, to |C|"."""
    tokens = sentence.tokens
    if sentence.low(noun + 1) == "to":
        agreed = any(
            sentence.low(k).startswith(("agree", "announc", "confirm", "complet", "approv", "favo", "propos", "vot"))
            for k in range(noun - 5, noun)
        )
        who = parties.main_subject(sentence, noun)
        buyers = [b.name for b in backers.read_list(sentence, noun + 2)[0]]
        return drafts_of(sentence, scene, noun, who, buyers, from_=max(0, noun - 3)) if agreed and buyers else []
    if (held := _of_stake(sentence, noun)) is not None and (kept := _explored(sentence, noun, held, scene)):
        return kept
    to = next((i for i in range(noun + 2, min(noun + 24, len(tokens))) if tokens[i].low == "to"), None)
    at = next((i for i in range(noun + 2, min(noun + 10, len(tokens))) if tokens[i].text == ","), noun + 1)
    described = not any(t.caps for t in tokens[noun + 2 : at])  # "of its portfolio company, Acme, to"
    target = object_at(sentence, at + 1 if described else noun + 2)
    if target is not None and to is None and not any(t.low in _NOT_WHOLE for t in tokens[noun + 2 : target.first]):
        return _explored(sentence, noun, target, scene)
    if to is None or target is None or target.last > to or tokens[noun + 2].kind == MONEY:
        return []
    if any(t.low in _NOT_WHOLE for t in tokens[noun + 2 : to]):
        return []
    further = _gapped(sentence, to)
    buyers = [b.name for b in backers.read_list(sentence, to + 1, further[0][0].first if further else None)[0]]
    if not buyers:
        return _explored(sentence, noun, target, scene)
    found = drafts_of(sentence, scene, noun, [target], buyers, from_=noun)
    for sold_, buyer in further:
        found += drafts_of(sentence, scene, noun, [sold_], [buyer], from_=len(tokens), mark=noun)
    return found


def _gapped(sentence: Sentence, to: int) -> list[tuple[Name, Name]]:
    """Return the further pairs of "the sale of A to B, |C to D| and |E to F|": what is sold, and who buys it."""
    found: list[tuple[Name, Name]] = []
    for i in range(to + 2, len(sentence.tokens) - 1):
        if sentence.low(i) != "to" or len(found) >= MOST:
            continue
        sold_ = names.run_before(sentence, brackets.skip_brackets(sentence, i - 1))
        buyer = objects.after(sentence, i + 1)
        joined = sold_ is not None and sentence.low(sold_.first - 1) in {",", "and", ";"}
        if sold_ is None or buyer is None or not joined or sold_.first <= to + 1:
            break
        found.append((sold_, buyer))
    return found


MOST: Final = 8
"""Further sales that one noun is believed to tell."""


def _explored(sentence: Sentence, noun: int, target: Name, scene: Scene) -> list[Draft]:
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
