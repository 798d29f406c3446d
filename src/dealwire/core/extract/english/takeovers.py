"""Purchases told by a noun: "A's acquisition of B", "the takeover of B by A", a bid, an offer that is accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import (
    backers,
    belonging,
    control,
    names,
    neighbours,
    objects,
    parties,
    purchasers,
    sums,
)
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import assets_of, objects_at, stake_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.offers import is_spoken_of
from dealwire.core.extract.english.purchases import Who, consortium_before, drafts_of, minority
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, PUNCT, WORD, Sentence
from dealwire.model import Status, Told

_BEFORE_TARGET: Final = w.words(
    "the of completes closes announces its with after eyes eyeing mulls weighs considers plans confirms seals clinches "
    "explores targets nears in over scraps abandons drops finalizes finalises"
)


def told_by_noun(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A's acquisition of B", "the takeover of B by A", "A's $2B B acquisition".

    "A completes acquisition of B", "merger with B".
    """
    tokens = sentence.tokens
    n = len(tokens)
    follows = sentence.low(noun + 1)
    if tokens[noun].low in _JOINS and (partner := _partner(sentence, noun)) is not None:
        return drafts_of(sentence, scene, noun, [partner], parties.main_subject(sentence, noun), from_=max(0, noun - 6))
    if tokens[noun].low == "tie-up" and follows not in {"between", "of"}:
        return []
    if follows == "by" and (bought := names.run_before(sentence, noun - 1)) is not None:
        makers = [b.name for b in backers.read_list(sentence, noun + 2)[0]]
        if makers:
            return drafts_of(sentence, scene, noun, [bought], makers, from_=max(0, noun - 6))
    proposed = follows == "to" and any(sentence.low(k).startswith("propos") for k in range(noun - 4, noun))
    if follows == "from" and (past := next((k for k in range(noun + 2, noun + 9) if sentence.low(k) == "of"), 0)):
        sold_ = objects_at(sentence, past + 1)  # "completed the acquisition |from C of| B"
        return drafts_of(sentence, scene, noun, sold_, _noun_owner(sentence, noun), from_=max(0, noun - 6))
    if follows in {"of", "with", "between"} or proposed:
        if follows == "between" or (tokens[noun].low in {"merger", "tie-up"} and follows == "of"):
            pair = [b.name for b in backers.read_list(sentence, noun + 2)[0]]
            return drafts_of(sentence, scene, noun, [pair[1]], [pair[0]], from_=noun) if len(pair) == 2 else []
        if is_spoken_of(sentence, noun + 2) and (own := control.managed(sentence, noun)) is not None:
            return drafts_of(
                sentence, scene, noun, [own], [], from_=noun
            )  # "Acme's managers completed a |buyout| of it"
        stake = stake_at(sentence, noun + 2)
        targets = (
            objects_at(sentence, assets_of(sentence, noun + 2) or noun + 2)
            if stake is None
            else ([t] if stake[0] and (t := objects.after(sentence, stake[1])) else [])
        )
        if stake is not None and not stake[0] and tokens[noun].low == "acquisition":
            held = objects.after(sentence, stake[1])
            return minority(sentence, noun, scene, held, _noun_owner(sentence, noun)) if held else []
        if not targets:
            return []
        by = next((k for k in range(targets[-1].last, min(targets[-1].last + 4, n)) if tokens[k].low == "by"), None)
        by = by or _past_description(sentence, targets[-1].last)
        buyers: Who
        if by is not None:
            buyers = purchasers.listed(sentence, by + 1)
        else:
            buyers = _noun_owner(sentence, noun)
            if isinstance(buyers, list) and buyers and _is_one(sentence, buyers[0], targets[-1]):
                buyers = _agreed_with(sentence, noun) or buyers
        if tokens[noun].low == "purchase" and not buyers:
            return []
        return drafts_of(sentence, scene, noun, targets, buyers, from_=max(0, noun - 6), each=True)
    if tokens[noun].low == "purchase" and follows == "by" and (bought := names.run_before(sentence, noun - 1)):
        return drafts_of(
            sentence, scene, noun, [bought], [b.name for b in backers.read_list(sentence, noun + 2)[0]], from_=noun
        )
    if (by := _offered_by(sentence, noun)) is not None:
        buyers = [b.name for b in backers.read_list(sentence, by)[0]]
        who = parties.main_subject(sentence, noun)
        if not buyers or not who:
            return []
        return drafts_of(sentence, scene, noun, who, buyers, from_=max(0, noun - 6))
    if received := _received(sentence, noun, scene):
        return received
    if (of := _sought(sentence, noun)) is not None:
        wanted = objects_at(sentence, of)
        return drafts_of(sentence, scene, noun, wanted, _noun_owner(sentence, noun), from_=max(0, noun - 6))
    if tokens[noun].low == "merger" and (pair := _merging(sentence, noun)):
        return drafts_of(sentence, scene, noun, [pair[1]], [pair[0]], from_=max(0, noun - 6))
    if added := belonging.added(sentence, noun):
        return drafts_of(sentence, scene, noun, [added[1]], added[0], from_=max(0, noun - 6))
    # "A's B acquisition", "the B acquisition"
    target = names.run_before(sentence, noun - 1)
    if target is None or (tokens[noun].low in {"purchase", "merger"} and target.first == 0):
        return []
    i = target.first - 1
    if i > 0 and tokens[i].kind == MONEY:
        i -= 1
    if i > 0 and tokens[i].text in {"'s", "’s", "'", "’"}:
        owner = names.run_before(sentence, i - 1)
        if owner:
            return drafts_of(sentence, scene, noun, [target], [owner], from_=max(0, noun - 6), mark=owner.first)
    if (target.last - target.first <= 4 and i >= 0 and tokens[i].low in _BEFORE_TARGET) or (
        i >= 0 and tokens[i].kind == MONEY
    ):
        if tokens[i].kind == MONEY and sentence.low(i - 1) in _BY_PREPOSITION and sentence.titled:
            sold = parties.main_subject(sentence, i - 1)  # "Acme lucks out with $660m |Quayside| acquisition"
            return drafts_of(sentence, scene, noun, sold, [target], from_=max(0, noun - 6)) if sold else []
        buyers_ = _noun_owner(sentence, target.first)
        return (
            drafts_of(sentence, scene, noun, [target], buyers_, from_=max(0, noun - 6))
            if isinstance(buyers_, list)
            else []
        )
    return []


def _past_description(sentence: Sentence, comma: int) -> int | None:
    """Return the "by" of "the acquisition of B, a maker of pumps, |by| A"."""
    if sentence.low(comma) != "," or sentence.low(comma + 1) not in {"a", "an", "the"}:
        return None
    end = next((k for k in range(comma + 2, comma + 16) if sentence.low(k) == ","), None)
    return end + 1 if end is not None and sentence.low(end + 1) == "by" else None


def _is_one(sentence: Sentence, a: Name, b: Name) -> bool:
    """Tell whether a shorter name later in the sentence is that of its subject: "|Acme Petroleum Ltd.| … of |Acme|"."""
    return sentence.low(a.first) == sentence.low(b.first)


def _agreed_with(sentence: Sentence, noun: int) -> list[Name]:
    """Return who buys in "B has entered into an agreement |with A| for the purchase of B"."""
    at = next((k for k in range(noun - 1, 2, -1) if sentence.low(k) == "with" and sentence.low(k - 1) in _AGREED), None)
    listed = backers.read_list(sentence, at + 1, noun)[0] if at is not None else []
    return [b.name for b in listed]


_JOINS: Final = w.words("merger tie-up combination")


def _partner(sentence: Sentence, noun: int) -> Name | None:
    """Return with whom a part of a company merges: "a |merger| of its gas division with |B|"."""
    owned = sentence.low(noun + 1) == "of" and sentence.low(noun + 2) in {"its", "their"}
    after = next((k for k in range(noun + 3, noun + 12) if sentence.low(k) == "with"), None) if owned else None
    return objects.after(sentence, after + 1) if after is not None else None


_BY_PREPOSITION: Final = w.words("with in via through to")
_OFFERS: Final = w.words("offer bid approach proposal")


def _merging(sentence: Sentence, noun: int) -> list[Name]:
    """Return both parties of "A and B agree to a $2B |merger|", "A, B |merger| creates", else nothing."""
    tokens = sentence.tokens
    near = neighbours.adjacent(sentence, noun - 1)
    if isinstance(near, list) and len(near) == 2:
        return near
    verbs = (k for k in range(noun - 1, max(0, noun - 8), -1) if tokens[k].low in _MERGE_VERBS)
    subjects = (parties.subject(sentence, k) for k in verbs)  # "have |abandoned| their previously announced merger"
    return next((who for who in subjects if isinstance(who, list) and len(who) == 2), [])


_CLOSES: Final = w.verbs("complete close finalise finalize announce finish conclude") | w.words("closed")
_MERGE_VERBS: Final = w.words(
    "joining joined uniting united "
    "agree agreed announce announced plan complete completed in discuss consider explore sign signed close closed "
    "terminate terminated end ended abandon abandoned scrap scrapped drop dropped call called resume hold discussing "
    "walk walks walked back backed pull pulled"
)
_AGREED: Final = w.words("deal agreement pact talks discussions")


def _sought(sentence: Sentence, noun: int) -> int | None:
    """Return where the target of "a takeover deal for |A|", "the merger agreement with |A|" begins."""
    if sentence.low(noun + 1) not in _OFFERS | _AGREED:
        return None
    at = noun + 2
    while at < noun + 7 and sentence.low(at) in _HELD:
        at += 1
    if sentence.low(at) not in {"for", "with"}:
        return None
    of = next((k for k in range(at + 1, at + 4) if sentence.low(k) == "of"), None)
    return of + 1 if of is not None and sentence.low(of - 1) in {"board", "management", "owners"} else at + 1


_HELD: Final = w.words("were are was is being taking place under way underway held ongoing have has been had resumed")


def _received(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A has received a $3B takeover |offer|", the buyer told later or not at all."""
    verb = next((k for k in range(noun - 1, max(-1, noun - 12), -1) if sentence.low(k) in _RECEIVES), None)
    if verb is None or sentence.low(noun + 1) not in _OFFERS:
        return []
    price = next((t.money for t in sentence.tokens[verb:noun] if t.money is not None), None)
    found = drafts_of(sentence, scene, noun, parties.subject(sentence, verb), [], from_=noun)
    return [replace(d, amount=d.amount or price) for d in found]


_RECEIVES: Final = w.words("receive receives received gets got")


def _offered_by(sentence: Sentence, noun: int) -> int | None:
    """Return where the buyer of "a takeover by |A|", "a buyout offer from |A|" begins."""
    agreed = any(sentence.low(k).startswith("agree") for k in range(noun - 4, noun))
    if sentence.low(noun) in {"merger", "acquisitions"} or (sentence.low(noun) == "purchase" and not agreed):
        return None
    at = noun + 1 + (sentence.low(noun + 1) in _OFFERS)
    fits = {"by", "from"} if at > noun + 1 else {"by"}
    return at + 1 if sentence.low(at) in fits else None


_WORTH: Final = w.words("worth of valued at over about around up to in cash and stock dollars shares more than nearly")


def _aim(sentence: Sentence, noun: int) -> int:
    """Return the "for" of "a bid |for| B", "an offer worth over $5B in cash |for| B", or the token after the noun."""
    at = noun + 1
    while at < noun + SUMMED and (
        sentence.low(at) in _WORTH or sentence.tokens[min(at, len(sentence.tokens) - 1)].money
    ):
        at += 1
    return at if sentence.low(at) == "for" else noun + 1


SUMMED: Final = 14
"""Tokens of the longest price between an offer and whom it is for."""


def bid(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A makes a $2B bid for B"."""
    at = _aim(sentence, noun)
    stake = stake_at(sentence, at + 1)
    target = objects.after(sentence, stake[1] if stake is not None and stake[0] else at + 1)
    buyers = _noun_owner(sentence, noun)
    end = target.last if target else noun + 2
    if sentence.low(end) in _AWARDED:
        return []
    if (
        sentence.low(end) in {"together", "along", "jointly"}
        and sentence.low(end + 1) == "with"
        and isinstance(buyers, list)
    ):
        buyers = [*buyers, *(b.name for b in backers.read_list(sentence, end + 2)[0])]
    aimed: Who = [target] if target else _aimed_at(sentence, noun) if is_spoken_of(sentence, noun + 2) else None
    drafts = drafts_of(sentence, scene, noun, aimed, buyers, from_=max(0, noun - 5))
    parts = sums.classify(sentence)
    price = next(
        (t.money for k, t in enumerate(sentence.tokens[:noun]) if noun - k < 12 and parts.get(k) is Sum.AMOUNT), None
    )
    drafts = [replace(d, amount=d.amount or price) for d in drafts]
    return [d for d in drafts if d.investors or d.amount]


_AGREES: Final = w.words(
    "agree agrees agreed accept accepts accepted approve approves approved recommend recommends recommended"
)
_WEIGHS: Final = w.words(
    "consider considers considering considered reviewing reviews review weighs weighing study studies studying"
)


_PURSUES: Final = w.verbs(
    "drop abandon end ditch resume renew continue launch pursue scrap confirm", "quit quits give gives gave given"
)


def pursued(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A dropped its |pursuit| of B", "A resumes |pursuit| of B"."""
    verb = next((k for k in range(noun - 1, max(-1, noun - 5), -1) if sentence.low(k) in _PURSUES), None)
    target = objects.after(sentence, noun + 2)
    if verb is None or verb == 0 or target is None or sentence.tokens[target.first].low in w.GENERIC:
        return []
    token = sentence.tokens[noun]
    found = drafts_of(sentence, scene, verb, [target], parties.subject(sentence, verb), from_=noun)
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return [replace(d, status=d.status or plan) for d in found if d.investors]


def circled(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "Buyout firms are |circling| B with a view to bids of more than $5M": wanted, by whom isn't said."""
    targets = objects_at(sentence, verb + 1)
    if len(targets) != 1 or sentence.low(verb - 1) in {"the", "a"}:
        return []
    who = parties.subject(sentence, verb)
    token = sentence.tokens[verb]
    found = drafts_of(sentence, scene, verb, targets, who if isinstance(who, list) else [], from_=verb)
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    sums_ = [i for i, part in sums.classify(sentence).items() if part is Sum.AMOUNT and i > targets[0].last]
    near = next((i for i in sums_ if {"bid", "bids", "offer", "offers", "worth"} & _lows(sentence, i - 6, i)), None)
    price = sentence.tokens[near].money if near is not None else None
    return [replace(d, amount=d.amount or price, status=d.status or plan) for d in found]


def _lows(sentence: Sentence, first: int, last: int) -> set[str]:
    return {sentence.low(k) for k in range(first, last)}


_AWARDED: Final = w.words("contract contracts tender rights franchise licence license votes presidency")


def answered(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "B agreed to A's increased |offer| of $5M", "B accepts A's $5M |bid|", "B is reviewing A's |proposal|"."""
    tokens = sentence.tokens
    owner = next((k for k in range(noun - 1, max(0, noun - 6), -1) if tokens[k].text in {"'s", "’s", "'", "’"}), 0)
    buyer = names.run_before(sentence, owner - 1) if owner else None
    if buyer is None or any(t.kind == PUNCT for t in tokens[owner + 1 : noun]):
        return []
    verb = buyer.first - 1
    while verb > 0 and tokens[verb].low in {"to", "the", "a", "rival", "suitor"} | w.DESCRIPTOR:
        verb -= 1
    if tokens[verb].low not in _AGREES | _WEIGHS:
        return []
    price = next(
        (t.money for t in tokens[owner : noun + 8] if t.money is not None and t.money.value.value > 10_000), None
    )
    found = drafts_of(sentence, scene, noun, parties.subject(sentence, verb), [buyer], from_=noun)
    token = tokens[verb]
    weighed = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7) if token.low in _WEIGHS else None
    return [replace(d, amount=d.amount or price, status=d.status or weighed) for d in found]


def _aimed_at(sentence: Sentence, noun: int) -> Who:
    """Return who "the company" of an offer is: the party that the sentence began with, if another makes the offer."""
    first = parties.main_subject(sentence, noun)
    makes = _noun_owner(sentence, noun)
    return first if isinstance(first, list) and isinstance(makes, list) and first[0] != makes[0] else PRONOUN


def _noun_owner(sentence: Sentence, noun: int) -> Who:
    """Return who makes the acquisition: an owner before it, or the subject of the verb that governs it."""
    tokens = sentence.tokens
    if several := consortium_before(sentence, noun):
        return several
    if sentence.low(0) in {"with", "through", "by"} and noun < 4:
        comma = next((k for k in range(noun, min(noun + 30, len(tokens))) if tokens[k].text == ","), None)
        end = names.run_after(sentence, comma + 1) if comma is not None else 0
        named = names.trim(sentence, comma + 1, end) if comma is not None and end > comma + 1 else None
        return [named] if named else None  # "With the acquisition of B, |A| moves into"
    for i in range(noun - 1, max(-1, noun - 12), -1):
        token = tokens[i]
        if token.text in {"'s", "’s", "'", "’"}:
            owner = names.run_before(sentence, i - 1)
            if owner:
                return [owner]
        if (
            token.kind == WORD
            and token.low in w.RAISE | w.OTHER_VERB | w.LEAD | w.AUXILIARY
            and (sentence.titled or not token.caps)
            and not (sentence.titled and token.low.endswith("ing") and token.caps)
            and token.low not in {"to", "has"}
            and sentence.low(i - 1) not in {"its", "their", "the"}
        ):
            return parties.subject(sentence, i) or parties.main_subject(sentence, i)
        if token.low in {"its", "their"}:
            governs = i - 1 - (sentence.low(i - 1) in {"on", "of", "with"})
            near = parties.subject(sentence, governs) if sentence.low(governs) in _CLOSES else None
            return near if isinstance(near, list) else parties.main_subject(sentence, i)
        if token.low == "by" and (named := objects.after(sentence, i + 1)) and named.last < noun:
            return [named]
    return parties.main_subject(sentence, noun)
