"""Purchases told by the seller's side: "A sells B to C", "B sold to C", "the sale of B to C"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, brackets, for_sale, names, objects, parties, purchasers, status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import UNIT, named_apart, object_at, stake_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.offers import is_spoken_of
from dealwire.core.extract.english.prices import price_of
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, NUMBER, WORD, Sentence, Token
from dealwire.model import Investor, Kind, Role, Status, Told

_ITSELF: Final = w.words("itself out on off for the company")


def sold(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A sells B to C", "B sold to C", "B is selling to C for $1B"."""
    tokens = sentence.tokens
    n = len(tokens)
    if sentence.low(verb - 1) == "to" and (agreed := _agreed_with(sentence, verb, scene)):
        return agreed
    if sentence.low(verb) == "sell" and (tried := for_sale.hired_to_sell(sentence, verb, scene)):
        return tried
    to = next(
        (
            i
            for i in range(verb + 1, min(verb + 45, n))
            if tokens[i].low == "to" and not _is_aim(sentence, verb, i) and (i - verb < 16 or tokens[i - 1].text == ",")
        ),
        None,
    )
    if to is None or to + 1 >= n:
        return (
            for_sale.control_sought(sentence, verb, scene)
            or _sold_to_party(sentence, verb, scene)
            or _sold_for(sentence, verb, scene)
            or _was_sold(sentence, verb, scene)
            or _shed(sentence, verb, scene)
        )
    between = tokens[verb + 1 : to]
    stake = stake_at(sentence, verb + 1)
    if stake is not None and stake[0] and stake[1] < to and (target := objects.after(sentence, stake[1])):
        return drafts_of(sentence, scene, verb, [target], purchasers.listed(sentence, to + 1), from_=verb)
    if any(t.low in for_sale.NOT_WHOLE for t in between):
        return _part_of_itself(sentence, verb, to, scene)
    buyers, _ = backers.read_list(sentence, purchasers.past_product(sentence, to + 1))
    if not buyers and (members := purchasers.consortium(sentence, to + 1)):
        buyers, _ = backers.read_list(sentence, members)
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
        and sentence.low(to + 2) not in {"managed", "advised", "controlled", "affiliated"}
        and tokens[buyers[0].name.first - 1].low not in w.DESCRIPTOR | {"a", "the"}
    ):
        return []
    words = [t for t in between if not (t.low in w.ADVERB or t.low in _ITSELF or t.kind == MONEY or _is_time(t))]
    by = (
        bool(words) and words[0].low == "by" and sentence.low(verb - 1) in _PASSIVE
    )  # "Acme was sold |by Pelt| to Quayside"
    if not words or by:
        owned = for_sale.owned_by(sentence, verb) if any(t.low == "company" for t in between) else None
        who = owned or parties.subject(sentence, verb)  # "|Acme| parent Beta has sold the company"
    elif _is_all_of_it(sentence, verb, to):
        who = parties.subject(sentence, verb)
        who = who if isinstance(who, list) else parties.main_subject(sentence, verb)
    else:
        target = object_at(sentence, verb + 1) or named_apart(sentence, verb + 1)
        if target is None and is_spoken_of(sentence, verb + 1) and (owned := for_sale.owned_by(sentence, verb)):
            return drafts_of(sentence, scene, verb, owned, [b.name for b in buyers], from_=verb)
        if target is None or target.last > to:
            return []
        who = [target]
    return drafts_of(sentence, scene, verb, who, [b.name for b in buyers], from_=verb)


_ALL: Final = w.words("all of its the their substantially nearly virtually entire whole own practically almost ( )")
_POSSESSIONS: Final = w.words("assets operations business businesses company activities")


def _is_all_of_it(sentence: Sentence, verb: int, to: int) -> bool:
    """Tell whether what is sold is all that the seller has: "sold |its business| to", "|all of its assets|"."""
    words = [t.low for t in sentence.tokens[verb + 1 : to]]
    own = bool({"its", "all", "their"} & set(words[:2])) and "and" not in words
    return own and words[-1] in _POSSESSIONS and set(words[:-1]) <= _ALL


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
        placed = token.caps and w.SUFFIX_DESCRIPTOR.match(token.text) is not None
        if token.kind != WORD or (token.caps and not placed) or token.low in w.FUNCTION:
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


SHEDS: Final = w.verbs("dispose hive part")
_ONLY_FIRMS: Final = w.verbs("divest offload") | {"of", "off", "with"}
"""Verbs, or their particles, that are said of firms, hardly of wares."""


def _is_aim(sentence: Sentence, verb: int, to: int) -> bool:
    """Tell whether "to" opens what a sale is for: "has divested Acme |to| focus on pumps"."""
    after = sentence.tokens[to + 1] if to + 1 < len(sentence.tokens) else None
    plain = after is not None and after.low in _AIMS and not (after.caps and not sentence.titled)
    return plain and sentence.low(verb) in _ONLY_FIRMS


def _shed(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A has |divested| B", "A disposed |of| B": to whom isn't said."""
    target = object_at(sentence, verb + 1)
    if sentence.low(verb) not in _ONLY_FIRMS or target is None or sentence.low(verb + 1) in {"by", "from"}:
        return []
    if sentence.low(verb - 1) == "to" and sentence.low(verb - 2) not in w.CATENATIVE:
        return []  # "calls for Acme |to divest| Pelt"
    if any(t.low in for_sale.NOT_WHOLE for t in sentence.tokens[verb + 1 : target.first]):
        return []
    if sentence.low(target.last) in for_sale.NOT_WHOLE or not isinstance(parties.subject(sentence, verb), list):
        return []
    return drafts_of(sentence, scene, verb, [target], [], from_=verb)


def _was_sold(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "Acme agrees to be |sold|", "Acme has been |sold| for an undisclosed sum": by and to whom isn't said."""
    firm = {sentence.low(k) for k in range(verb - 4, verb)} & {"agree", "agrees", "agreed", "set", "close", "has"}
    after = sentence.low(verb + 1)
    priced = price_of(sentence, verb) is not None or "undisclosed" in {t.low for t in sentence.tokens}
    bare = after in {"", ".", ",", "after"} or (after == "for" and priced)
    who = parties.subject(sentence, verb) if sentence.low(verb - 1) in {"be", "been", "being"} else None
    if not (firm and bare) or not isinstance(who, list):
        return []
    return drafts_of(sentence, scene, verb, who, [], from_=verb)


def _sold_for(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A sells B for $160M", the buyer unnamed."""
    target = object_at(sentence, verb + 1)
    agreed = sentence.low(verb - 1) == "to" and sentence.low(verb - 2).startswith("agree")
    unit = target is not None and UNIT & {sentence.low(k) for k in range(target.last - 1, target.last + 4)}
    if target is not None and agreed and unit:
        return drafts_of(sentence, scene, verb, [target], [], from_=verb)  # "agreed to sell its Acme trading business"
    priced = price_of(sentence, verb) is not None or "undisclosed" in {t.low for t in sentence.tokens}
    if target is None or sentence.low(target.last) != "for" or not priced:
        return []
    if any(t.low in for_sale.NOT_WHOLE for t in sentence.tokens[verb + 1 : target.first]):
        return []
    return drafts_of(sentence, scene, verb, [target], [], from_=verb)


def sale(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "announced the sale of its portfolio company, |B|, to |C|"."""
    tokens = sentence.tokens
    if sentence.low(noun + 1) == "to":
        agreed = any(sentence.low(k).startswith(_AGREED) or sentence.low(k) in w.TALKS for k in range(noun - 5, noun))
        who = parties.main_subject(sentence, noun)
        buyers = [b.name for b in backers.read_list(sentence, noun + 2)[0]]
        if buyers and (client := _advised(sentence, noun)) is not None:
            return drafts_of(sentence, scene, noun, [client], buyers, from_=noun)
        if buyers and (left := _exited(sentence, noun)) is not None:
            return drafts_of(sentence, scene, noun, [left], buyers, from_=noun)
        return drafts_of(sentence, scene, noun, who, buyers, from_=max(0, noun - 3)) if agreed and buyers else []
    if (held := for_sale.of_stake(sentence, noun)) is not None and (
        kept := for_sale.explored(sentence, noun, held, scene)
    ):
        return kept
    if is_spoken_of(sentence, noun + 2):
        return _talked_of(sentence, noun, scene)
    to = next((i for i in range(noun + 2, min(noun + 24, len(tokens))) if tokens[i].low == "to"), None)
    at = next((i for i in range(noun + 2, min(noun + 10, len(tokens))) if tokens[i].text == ","), noun + 1)
    described = not any(t.caps for t in tokens[noun + 2 : at])  # "of its portfolio company, Acme, to"
    target = object_at(sentence, at + 1 if described else noun + 2)
    if (
        target is not None
        and _DONE & {t.low for t in tokens}
        and sentence.low(target.last) in {"by", "was", "has", "is"}
    ):
        return drafts_of(sentence, scene, noun, [target], [], from_=noun)  # "The |sale| of B by A was completed"
    if (
        target is not None
        and to is None
        and not any(t.low in for_sale.NOT_WHOLE for t in tokens[noun + 2 : target.first])
    ):
        return for_sale.explored(sentence, noun, target, scene)
    if to is None or target is None or target.last > to or tokens[noun + 2].kind == MONEY:
        return []
    if any(t.low in for_sale.NOT_WHOLE for t in tokens[noun + 2 : to]):
        return []
    further = _gapped(sentence, to)
    buyers = [b.name for b in backers.read_list(sentence, to + 1, further[0][0].first if further else None)[0]]
    buyers = buyers or purchasers.listed(sentence, to + 1)
    if not buyers:
        return for_sale.explored(sentence, noun, target, scene)
    found = drafts_of(sentence, scene, noun, [target], buyers, from_=noun)
    for sold_, buyer in further:
        found += drafts_of(sentence, scene, noun, [sold_], [buyer], from_=len(tokens), mark=noun)
    return found


_DONE: Final = w.words("completed closed finalised finalized agreed announced approved concluded")
_AGREED: Final = ("agree", "announc", "confirm", "complet", "approv", "favo", "propos", "vot")


def _advised(sentence: Sentence, noun: int) -> Name | None:
    """Return whom a bank served: "adviser to |B| in its |sale| to A", "advised |B| on its |sale| to A"."""
    if sentence.low(noun - 1) != "its" or sentence.low(noun - 2) not in {"in", "on", "with", "for", "during"}:
        return None
    name = names.run_before(sentence, noun - 3)
    served = name is not None and {sentence.low(name.first - 1), sentence.low(name.first - 2)} & _SERVES
    return name if served else None


_SERVES: Final = w.words("to advised advises advising represented represents representing counselled assisted")


def _exited(sentence: Sentence, noun: int) -> Name | None:
    """Return what an owner leaves: "A exits |B| in |sale| to C", "to exit its investment in |B| through a sale"."""
    verb = next((k for k in range(noun - 1, max(0, noun - 12), -1) if sentence.low(k).startswith("exit")), 0)
    if not verb:
        return None
    into = next(
        (k for k in range(verb + 1, verb + 5) if sentence.low(k) == "in" and sentence.low(k - 1) in _HELD), verb
    )
    target = objects.after(sentence, into + 1)
    return target if target is not None and target.last <= noun else None


_HELD: Final = w.words("investment stake holding position interest")


def _talked_of(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A said talks over a |sale| of the company had ended": the company that speaks is for sale."""
    talks = next((k for k in range(noun - 1, max(0, noun - 7), -1) if sentence.low(k) in w.TALKS), 0)
    who = parties.main_subject(sentence, talks) if talks else None
    if not isinstance(who, list):
        return []
    token = sentence.tokens[talks]
    off = status.read(sentence, noun, scene.content)
    ended = off if off is not None and off.value is Status.ABANDONED else None
    plan = ended or Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return drafts_of(sentence, scene, noun, who, [], from_=noun, stage=plan)


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
