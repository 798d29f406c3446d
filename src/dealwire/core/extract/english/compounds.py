"""Purchases told by a name before a noun, as headlines put them: "A lifts B offer", "B accepts A bid", "A-B merger"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import groups, names, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import WORD, Sentence
from dealwire.model import Investor, Role, Told

NOUNS: Final = w.words("bid offer takeover buyout deal acquisition merger purchase approach proposal tie-up")
_OFFERS: Final = w.verbs(
    "raise lift sweeten up boost hike increase improve drop end scrap abandon mull weigh plot ready plan eye consider "
    "prepare launch complete near clinch seal close confirm pursue renew resume halt delay finance defend table revive "
    "extend ditch cancel finalize finalise terminate announce explore unveil clear approve block"
) | w.words("quits quit out from withdraws withdrew makes made")
"""Verbs whose subject is who offers: "A |lifts| B offer", "pulls |out| of B deal"."""
_ANSWERS: Final = w.verbs(
    "accept reject rebuff spurn back recommend welcome receive support endorse snub shun fight fend dismiss resist "
    "agree"
)
"""Verbs whose subject is who is to be bought: "B |accepts| A bid"."""
_AMID: Final = w.words(
    "sweetened improved raised hostile possible rival planned proposed final higher new a the its of revised takeover "
    "increased latest unsolicited $ to on"
)
_NOT_FIRMS: Final = w.words(
    "title medal cup olympic olympics record re-election presidential senate mayoral championship world league"
)
"""What a bid is for that is no offer: "steps up |title| bid"."""
_WEAK: Final = w.words("deal purchase proposal approach tie-up")
"""Nouns that are of purchases only where the sentence says so."""
_OF_PURCHASES: Final = w.words("takeover buyout acquisition merger buyer bid bidder acquirer antitrust merge acquire")
_BODIES: Final = w.words("antitrust regulators watchdog court eu ftc doj shareholders judge lawmakers")
REACH: Final = 6


def told(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read the purchase of a noun right after a name."""
    if _is_pair(sentence, noun - 1):
        return _paired(sentence, noun, scene)
    at = noun - 1
    while at > 0 and sentence.low(at) in {"takeover", "buyout", "merger", "acquisition"}:
        at -= 1
    end = at if not sentence.tokens[at].money else at - 1
    name = names.run_before(sentence, end)
    if name is None or name.first < 2 or name.last != end + 1 or sentence.low(name.first - 1) in {"'s", "’s"}:
        return []
    if _NOT_FIRMS & {t.low for t in sentence.tokens[name.first : name.last]}:
        return []
    verb = name.first - 1
    while verb > max(0, name.first - REACH) and (
        sentence.low(verb) in _AMID | w.DESCRIPTOR or sentence.tokens[verb].money is not None
    ):
        verb -= 1
    low = sentence.low(verb)
    weak = sentence.low(noun) in _WEAK and at == noun - 1 and not (low.startswith("complet") and sentence.titled)
    if weak and not _OF_PURCHASES & {t.low for t in sentence.tokens}:
        return []
    if low in {"out", "from", "away"}:
        verb = next((k for k in range(verb, max(0, verb - 3), -1) if sentence.low(k) in w.VERB), verb - 1)
    elif low not in _OFFERS | _ANSWERS:
        return []
    who = parties.subject(sentence, verb)
    named = who if isinstance(who, list) else []
    if low in _ANSWERS:
        return drafts_of(sentence, scene, noun, named, [name], from_=noun, denied=True) if named else []
    own = groups.head_of_group(sentence, verb)
    buyers = [] if _BODIES & {t.low for t in sentence.tokens[:own]} else named
    return drafts_of(sentence, scene, noun, [name], buyers, from_=max(0, noun - REACH))


def _is_pair(sentence: Sentence, i: int) -> bool:
    """Tell whether a token is two names joined: "|Acme-Pelt| merger"."""
    parts = sentence.tokens[i].text.split("-") if i >= 0 and sentence.tokens[i].kind is WORD else []
    return len(parts) == 2 and all(len(p) > 2 and p[0].isupper() and p.lower() not in _PLAIN for p in parts)


_PLAIN: Final = (
    w.NATIONALITY
    | w.GENERIC
    | w.FUNCTION
    | w.words("special purpose cash share stock multi cross border year high low record long self non post pre inter")
)
"""Words that a hyphen joins to others without naming anybody: "All-Stock", "Special-Purpose"."""


def _paired(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    token = sentence.tokens[noun - 1]
    if sentence.low(noun) in {"bid", "offer", "proposal", "approach"}:
        return []
    first, _, second = token.text.partition("-")
    middle = token.start + len(first)
    buyer = Told(Investor(first, Role.ACQUIRER), token.start, middle, first, 0.7)
    company = Told(second, middle + 1, token.end, second, 0.7)
    found = drafts_of(sentence, scene, noun, [Name(noun - 1, noun)], [], from_=max(0, noun - REACH))
    return [replace(d, company=company, investors=(buyer,)) for d in found]
