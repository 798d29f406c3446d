"""Offers from the side of who is to be bought, and who is in the running: received, weighed, accepted, turned down."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, names, objects, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import objects_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.purchases import Who, drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, PUNCT, Sentence
from dealwire.model import Money, Status, Told

NOUNS: Final = w.words(
    "offer bid proposal approach counteroffer counterbid counter-offer overture takeover buyout offers bids proposals "
    "approaches overtures"
)
REJECTS: Final = w.verbs("reject rebuff spurn snub shun dismiss refuse decline") | w.words("turn turns turned")
_ACCEPTS: Final = w.verbs("accept agree approve recommend back welcome endorse receive support") | w.words("gets got")
_WEIGHS: Final = w.verbs("consider review weigh study evaluate assess examine")
_BODIES: Final = w.words("board directors shareholders stockholders management investors")
REACH: Final = 14
"""Tokens between the verb that answers an offer and the offer."""
_LEAST: Final = 10_000
"""A smaller sum is the price of one share."""


def answered(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "C rejects B's $5M |bid|", "C received an |offer| from B", "C's board is reviewing a |proposal| by B"."""
    verb = _verb(sentence, noun)
    passive = _refused(sentence, noun) if verb is None else None
    if verb is None and passive is None:
        return _moved_by(sentence, noun, scene)
    buyers, end = makers(sentence, noun, verb or 0)
    if not buyers and verb is not None and (maker := _compound(sentence, verb, noun)) is not None:
        buyers, end = [maker], noun + 1
    if not buyers:
        return []
    if verb is None or passive is not None:
        at = passive or noun
        target: Who = _aim(sentence, noun) or _refusing(sentence, at)
    else:
        target, at = _answering(sentence, verb), verb
    if not isinstance(target, list) or target[-1] in buyers:
        return []
    at = _refused_after(sentence, end) or at
    token = sentence.tokens[at]
    stage = Status.ABANDONED if token.low in REJECTS else Status.IN_TALKS if token.low in _WEIGHS else None
    told = Told(stage, token.start, token.end, token.text, 0.7) if stage is not None else None
    found = drafts_of(sentence, scene, noun, target, buyers, from_=noun, mark=at, denied=True, stage=told)
    price = _price(sentence, verb if verb is not None else max(0, noun - 6), noun, end)
    return [replace(d, amount=d.amount or price) for d in found]


def _compound(sentence: Sentence, verb: int, noun: int) -> Name | None:
    """Return who makes the offer of a headline: "C snubs $2bn |B| bid", "C board to consider |B| offer"."""
    name = names.run_before(sentence, noun - 1) if sentence.title and sentence.low(noun) in _OFFERED else None
    answers = sentence.low(verb) in REJECTS | _TAKES or bool(_BODIES & {sentence.low(k) for k in range(verb)})
    return name if name is not None and name.first > verb and answers else None


_TAKES: Final = w.verbs("accept agree welcome endorse receive") | w.words("gets got")


def _moved_by(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "C shares jump after $5M |bid| from B": what moved them."""
    after = any(sentence.low(k) in {"after", "on", "following"} for k in range(max(2, noun - 6), noun))
    moved = any(sentence.low(k) in {"shares", "stock"} for k in range(min(noun, 8)))
    who = parties.main_subject(sentence, noun) if after and moved else None
    buyers, end = makers(sentence, noun, 1) if isinstance(who, list) else ([], noun)
    if not isinstance(who, list) or not buyers or who[0] in buyers:
        return []
    found = drafts_of(sentence, scene, noun, who[:1], buyers, from_=noun)
    price = _price(sentence, max(0, noun - 6), noun, end)
    return [replace(d, amount=d.amount or price, background=None) for d in found]


def _verb(sentence: Sentence, noun: int) -> int | None:
    for i in range(noun - 1, max(0, noun - REACH), -1):
        low = sentence.low(i)
        if sentence.tokens[i].text in {";", ":"} or (sentence.tokens[i].caps and not sentence.titled and i != 0):
            if sentence.tokens[i].text in {";", ":"}:
                return None
            continue
        if low in REJECTS:
            down = {sentence.low(i + 1), sentence.low(i + 2)}
            return i if not low.startswith("turn") or down & {"down", "away"} else None
        if low in _ACCEPTS | _WEIGHS:
            return i if not low.startswith("agree") or sentence.low(i + 1) in {"to", "on"} else None
    return None


def _refused(sentence: Sentence, noun: int) -> int | None:
    """Return the verb of "B's offer for C |was rejected| by its board"."""
    for i in range(noun + 1, min(noun + REACH, len(sentence.tokens))):
        if sentence.low(i) in REJECTS and sentence.low(i - 1) in {"was", "were", "been", "unanimously"}:
            return i
        if sentence.tokens[i].text in {";", ":"}:
            return None
    return None


def _refused_after(sentence: Sentence, end: int) -> int | None:
    """Return the verb of "received two offers from B, both of which it |has rejected|", "and |rejected| them"."""
    for i in range(end, min(end + 2 * REACH, len(sentence.tokens))):
        if sentence.low(i) not in REJECTS:
            continue
        which = any(sentence.low(k) == "which" for k in range(max(end, i - 5), i))
        if which or sentence.low(i + 1) in {"them", "it", "both", "all"}:
            return i
    return None


def _refusing(sentence: Sentence, verb: int) -> Who:
    """Return who has turned an offer down: "was rejected by the board of tool maker |C|"."""
    by = next((k for k in range(verb + 1, verb + 4) if sentence.low(k) == "by"), None)
    of = next((k for k in range(by + 1, by + 5) if sentence.low(k) == "of"), None) if by is not None else None
    body = of is not None and by is not None and any(sentence.low(k) in _BODIES for k in range(by, of))
    start = of if body and of is not None else by
    target = objects.after(sentence, start + 1) if start is not None else None
    return [target] if target is not None else None


def turned_down(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "C |turned down| B, saying its improved offer was too low": the offer told after who made it."""
    at = verb + 1 + (sentence.low(verb + 1) == "down")
    if sentence.low(verb).startswith("turn") and at == verb + 1:
        return []
    reach = range(at + 1, min(at + 2 * REACH, len(sentence.tokens)))
    noun = next((k for k in reach if sentence.low(k) in _OFFERED), None)
    end = names.run_after(sentence, at)
    buyer = names.trim(sentence, at, end) if end > at and sentence.low(end) == "," else None
    who = parties.subject(sentence, verb)
    if noun is None or buyer is None or not isinstance(who, list):
        return []
    token = sentence.tokens[verb]
    off = Told(Status.ABANDONED, token.start, token.end, token.text, 0.7)
    found = drafts_of(sentence, scene, verb, who, [buyer], from_=noun, denied=True, stage=off)
    return [replace(d, amount=d.amount or _price(sentence, at, noun, noun + 1)) for d in found]


_OFFERED: Final = w.words("offer bid proposal approach")


def makers(sentence: Sentence, noun: int, verb: int) -> tuple[list[Name], int]:
    """Return who makes an offer, its owner or who is named after "from", and where its phrase ends."""
    for i in range(noun - 1, max(verb, noun - REACH), -1):
        if sentence.tokens[i].text in {"'s", "’s", "'", "’"}:
            owner = names.run_before(sentence, i - 1)
            return ([owner] if owner is not None and owner.first > verb - 1 else []), noun + 1
    for i in range(noun + 1, min(noun + REACH, len(sentence.tokens) - 1)):
        low = sentence.low(i)
        if low in w.ACQUIRE:
            break  # "its bid to |buy| Acme from Pelt": who sells
        if low == "from" or (
            low == "by" and sentence.low(i - 1) in {"made", "day", "month", "week", "submitted"} | NOUNS
        ):
            return [b.name for b in backers.read_list(sentence, i + 1)[0]], i + 1
        if sentence.tokens[i].kind == PUNCT and sentence.tokens[i].text not in {"(", ")"}:
            break
    return [], noun + 1


def _aim(sentence: Sentence, noun: int) -> Who:
    for i in range(noun + 1, min(noun + 8, len(sentence.tokens) - 1)):
        if sentence.low(i) == "for" and sentence.tokens[i + 1].kind != MONEY:
            target = objects.after(sentence, i + 1)
            return [target] if target is not None else None
    return None


def _answering(sentence: Sentence, verb: int) -> Who:
    """Return who answers an offer, for whom a board may stand: "the board of |C| rejected", "|C|'s board advised"."""
    for i in range(verb):
        if sentence.low(i) not in _BODIES:
            continue
        if sentence.low(i + 1) == "of" and (named := objects.after(sentence, i + 2)) is not None:
            return [named] if named.last <= verb else None
        if sentence.tokens[i - 1].text in {"'s", "’s", "'", "’"} and (owner := names.run_before(sentence, i - 2)):
            return [owner]
        if i and (owner := names.run_before(sentence, i - 1)) is not None:
            return [owner]
        break
    who = parties.subject(sentence, verb)
    return who if isinstance(who, list) else parties.main_subject(sentence, verb)


def _price(sentence: Sentence, begin: int, noun: int, end: int) -> Told[Money] | None:
    for i in (*range(begin, noun), *range(noun + 1, min(end + 12, len(sentence.tokens)))):
        money: Told[Money] | None = sentence.tokens[i].money
        if money is not None and money.value.value > _LEAST:
            return money
    return None


RUNNERS: Final = w.words("bidder bidders suitor suitors frontrunner frontrunners front-runner contender contenders")


def runner(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "B is the leading |bidder| for C", "B among |suitors| for C": no more than in the running."""
    if sentence.low(noun + 1) != "for":
        return []
    link = next((k for k in range(noun - 1, max(0, noun - 7), -1) if sentence.low(k) in _LINKS), None)
    link = link - 1 if link and sentence.low(link) == "as" and sentence.low(link - 1) in _LINKS else link
    who = parties.subject(sentence, link) if link is not None else None
    if link is not None and not isinstance(who, list):
        named = names.run_before(sentence, link - 1)
        who = [named] if named is not None else None
    token = sentence.tokens[noun]
    open_ = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    target = objects_at(sentence, noun + 2)
    return drafts_of(sentence, scene, noun, target, who, from_=noun, stage=open_) if isinstance(who, list) else []


_LINKS: Final = w.words("is are was were emerges emerged among as become becomes named selected chosen")
_BIDS: Final = w.words("to will may could would might is are was were be been considering")
_FIRMS: Final = w.DESCRIPTOR | w.words("airline railway bank chain unit group airport utility refinery assets business")


def bidding(sentence: Sentence, at: int, scene: Scene) -> list[Draft]:
    """Read "A is |bidding| for B", "Polish group to |bid| for B newspaper chain", "A may |bid| for B"."""
    if sentence.low(at + 1) != "for" or sentence.low(at - 1) not in _BIDS:
        return []
    target = objects_at(sentence, at + 2)
    if len(target) != 1:
        return []
    last = target[0].last
    near = {sentence.low(k) for k in (target[0].first - 1, *range(last, last + 6))}
    who = parties.subject(sentence, at)
    if sentence.low(last) in _AWARDED or not (isinstance(who, list) or near & _FIRMS):
        return []
    token = sentence.tokens[at]
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return drafts_of(sentence, scene, at, target, who if isinstance(who, list) else [], from_=at, stage=plan)


_AWARDED: Final = w.words("contract contracts rights games cup olympics tender deal work licence license")
OUTBIDS: Final = w.verbs("outbid top trump") | w.words("outbid outbids outbidding beat beats beating")


def outbid(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A |outbids| B for C", "A |tops| B's offer for C": A's offer is the news, B's is past."""
    who = parties.subject(sentence, verb)
    end = names.run_after(sentence, verb + 1)
    rival = names.trim(sentence, verb + 1, end) if end > verb + 1 else None
    for_ = next((k for k in range(end, end + 7) if sentence.low(k) in {"for", "to"}), 0) if rival else 0
    owned = any(sentence.low(k) in NOUNS for k in range(end, for_))
    if rival is None or not for_ or not isinstance(who, list):
        return []
    if not (owned or (for_ == end and sentence.low(verb).startswith("outbid"))):
        return []
    target = objects_at(sentence, for_ + 1)
    found = drafts_of(sentence, scene, verb, target, who, from_=for_)
    price = next((t.money for t in sentence.tokens[for_:] if t.money is not None), None)
    return [replace(d, amount=d.amount or price, background=None) for d in found]


_WINS: Final = w.words("winner win wins won winning beat beats clinches clinched")
CONTESTS: Final = w.words("auction race battle contest war rivals bidding")


def won(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "B has won the |auction| for C", "B beats |rivals| to C with a $5M offer"."""
    verb = next((k for k in range(noun - 1, max(-1, noun - 6), -1) if sentence.low(k) in _WINS), None)
    if verb is None or sentence.low(noun + 1) not in {"for", "to"} or sentence.low(noun + 2) in w.ACQUIRE:
        return []
    as_ = next((k for k in range(verb - 1, max(0, verb - 4), -1) if sentence.low(k) == "as"), 0)
    who = parties.subject(sentence, as_ - 1 if as_ > 1 and sentence.low(verb) == "winner" else verb)
    target = objects_at(sentence, noun + 2)
    found = drafts_of(sentence, scene, verb, target, who, from_=noun) if isinstance(who, list) else []
    price = _price(sentence, noun, noun, noun + 4)
    return [replace(d, amount=d.amount or price) for d in found]
