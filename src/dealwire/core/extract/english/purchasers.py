"""Who buys, where the verb's subject alone does not say so: partners, members of a group, the parent of a unit."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import backers, groups, names, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import UNIT
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.purchases import Who
from dealwire.core.extract.english.tokens import WORD, Sentence


def dealt(sentence: Sentence, verb: int) -> Name | None:
    """Return the buyer of "signed a deal for |A| to buy B", "an agreement for |A| to acquire B"."""
    name = names.run_before(sentence, verb - 2)
    if name is None or sentence.low(name.first - 1) not in {"for", "under", "which", *w.DESCRIPTOR}:
        return None
    at = name.first - 1
    while at > 1 and sentence.low(at) != "for" and name.first - at < 6:
        at -= 1
    return name if sentence.low(at) == "for" and sentence.low(at - 1) in {"deal", "agreement", "offer", "bid"} else None


_TEAMS: Final = w.words(
    "teamed teams teaming joined joins joining partnered partners partnering linked together forces up"
)


def with_partners(sentence: Sentence, verb: int, who: Who) -> Who:
    """Return the buyers with those who join them: "A has teamed up with |B| to buy"."""
    if not isinstance(who, list):
        return who
    beside = who[-1].last + 1
    if sentence.low(beside - 1) == "," and sentence.low(beside) in {"together", "along", "jointly"}:
        with_ = [b.name for b in backers.read_list(sentence, beside + 2, verb)[0]]
        return [*who, *(name for name in with_ if name not in who)]  # "A, together with |B|, has bought"
    if sentence.low(verb - 1) != "to":
        return who
    for i in range(verb - 2, max(who[-1].last, verb - 14), -1):
        if sentence.low(i) == "with" and _TEAMS & {sentence.low(i - 1), sentence.low(i - 2)}:
            listed = [b.name for b in backers.read_list(sentence, i + 1, verb - 1)[0]]
            return [*who, *(name for name in listed if name not in who)]
    return who


_MADE_UP: Final = w.words("of including includes comprising")


def consortium(sentence: Sentence, by: int) -> int:
    """Return where the members of "by an investor consortium comprised of |A, B and C|" begin, else 0."""
    several = any(sentence.low(k) in {"consortium", "group", "vehicle", "entity"} for k in range(by, by + 6))
    for k in range(by, by + 14):
        led = sentence.low(k) == "by" and sentence.low(k - 1) == "led" and k > by
        held = sentence.low(k) == "by" and sentence.low(k - 1) in {"funded", "backed", "controlled", "owned", "managed"}
        led = led or (held and k > by)
        made = sentence.low(k) in _MADE_UP and names.run_after(sentence, k + 1) > k + 1
        if several and (led or made):
            return k + 1
    return 0


_MAKERS: Final = w.words("maker owner parent operator publisher developer producer")


def past_product(sentence: Sentence, at: int) -> int:
    """Return where a buyer's name begins past what it makes or owns: "to Tasty peanut butter maker |Acme| for"."""
    end = names.run_after(sentence, at)
    for k in range(end, min(end + 4, len(sentence.tokens) - 1)) if end > at else ():
        token = sentence.tokens[k]
        if token.caps or token.kind is not WORD or token.low in w.FUNCTION:
            return at
        if token.low in _MAKERS:
            return k + 1 if sentence.tokens[k + 1].caps else at
    return at


def listed(sentence: Sentence, at: int) -> list[Name]:
    """Return the buyers told at a token, be it through who leads them: "to |A|", "to a consortium led by |A|"."""
    found = backers.read_list(sentence, past_product(sentence, at))[0]
    if not found and (members := consortium(sentence, at)):
        found = backers.read_list(sentence, members)[0]
    return [backer.name for backer in found]


_PACTS: Final = w.words("deal agreement pact contract bid offer")
_SIGNS: Final = w.verbs(
    "wrap sign ink clinch seal reach announce agree close land finalise finalize", "strikes strike struck won wins"
)


def of_deal(sentence: Sentence, verb: int) -> list[Name] | None:
    """Return who signs the deal of "It took months, but |A| has wrapped a $5M deal to buy B"."""
    if sentence.low(verb - 1) != "to" or sentence.low(verb - 2) not in _PACTS:
        return None
    signs = next((k for k in range(verb - 3, max(0, verb - 9), -1) if sentence.low(k) in _SIGNS), None)
    who = parties.subject(sentence, signs) if signs is not None else None
    return who if isinstance(who, list) else None


def of_unit(sentence: Sentence, verb: int) -> list[Name] | None:
    """Return the parent of a unit that buys: "|A|'s packaging business has acquired B"."""
    noun = groups.head_of_group(sentence, verb) - 1
    if noun < 2 or sentence.low(noun) not in UNIT or sentence.tokens[noun].caps:
        return None
    for i in range(noun - 1, max(0, noun - 7), -1):
        if sentence.tokens[i].text in {"'s", "’s", "'", "’"}:
            owner = names.run_before(sentence, i - 1)
            return [owner] if owner is not None else None
    return None
