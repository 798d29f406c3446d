"""Who else is in the round told before: sentences that speak of it without naming the company or the sum.

"Quayside was the lead, and Pelt and Acme came along." "Also on board are Acme and Pelt." "It drew Acme and Pelt as
well." Each way of putting it is a pattern over the sentence's words in small letters, with the list of backers before
it or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dealwire.core.extract.assemble import Draft, join_investors, one_deal, same_name
from dealwire.core.extract.english import backers, groups, names
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.backers import Backer
from dealwire.core.extract.english.givers import soft_joiner
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Investor, Kind, Role, Told

REACH: Final = 1_200
"""Characters from the words of a round within which a text goes on to say who is in it."""

_ROUND: Final = (
    r"(?:round|financing|funding|investment|raise|fundraise|deal|syndicate|tranche|series \S+|seed(?: round)?"
    r"|extension)"
)
_THE_ROUND: Final = rf"(?:the|this|that|its|their|it|'s|’s)(?: \S+){{0,5}}? ?{_ROUND}"
_OBJECT: Final = (
    rf"(?:(?:in |to |for |on )?(?:{_THE_ROUND}|it)\b|as (?:an? |the )?(?:\S+ )?(?:investor|backer|participant))"
)
_ENDS: Final = r"(?= ?(?:[.,;]|$|and |but |while |with |alongside |as well|too\b|again\b|in the round))"
_VERB_OF_LEADING: Final = r"(?:led|co-led|leads|co-leads|anchored|spearheaded|headed|fronted|steered|quarterbacked)"
_LEADS: Final = re.compile(
    r"\b(?:(?:(?:was|is|were|are|(?:acted|serves?|served|stepped up|came in|signed on|joined|acting|serving) as) "
    r"(?:the |its |a |an )?"
    r"(?:(?:sole|new|round's|joint|coordinating|mandated|global|structuring|administrative agent and) ){0,3}"
    r"(?:lead (?:arrangers?|lenders?|banks?|managers?|investors?|backers?)|co-lead (?:arrangers?|investors?)"
    r"|lead|leads|co-lead|co-leads)\b)"
    r"|(?:took|take|taking) the lead|in the lead"
    rf"|(?:{_VERB_OF_LEADING}|is leading|are leading)"
    rf"(?: {_THE_ROUND}|(?= ?(?:[.,;]|$|and |while |with (?!(?:an? )?[$€£₹\d]))))"
    r"|(?:wrote|cut) the (?:lead|largest|biggest) (?:check|cheque))"
)
_HELD: Final = (
    r"(?:existing|current|returning|previous|earlier|prior|fellow|lead|early) (?:investor|backer|shareholder)"
)
_IN_ALL: Final = (
    r"(?:rest|remainder|balance|bulk|majority|lion's share|backing|support|money|funding|capital|cash|financing|funds)"
)
_JOINS: Final = re.compile(
    r"\b(?:joins?(?= ?(?:[.,;]|$|to (?!raise|form|create|offer|provide|develop|launch|build)))|"
    r"participated|participate|participates|participating|took part|take part|"
    r"will (?:also )?(?:invest|join)(?= ?(?:[.,;]|$|to keep|to maintain))|"
    r"taking part|re-upped|reupped"
    r"|re-invested|reinvested|"
    r"(?:chipped|pitched|kicked|piled|threw|tipped|joined) in|(?:chipp|pitch|kick|pil|throw)ing in|"
    r"(?:came|come|coming) (?:along|aboard|on board|in "
    r"as|back in)"
    r"|continue[sd]? as (?:an? )?(?:investor|backer|shareholder)s?\b"
    r"|(?:serve[sd]?|act(?:s|ed)?|is|was|are|were)(?: as)? (?:the )?(?:sole )?"
    r"(?:administrative|documentation|syndication|issuing|collateral)(?: and \w+)? (?:agent|lender)s?\b"
    r"|formed (?:the|a) syndicate|arranged the (?:loan|facility|financing)|(?:signed|followed) on|tagged along"
    r"|followed suit|doubled down|doubling down|coming back|got in on"
    r"|(?:upped|increased|topped up|raised) (?:its|their|existing) (?:stakes?|bets?|holdings?|investments?)"
    rf"|(?:joined|followed|returned|invested|backed|contributed|came|came back|entered|supported)(?: {_OBJECT}|"
    r"(?: too| again| as well)(?= ?[.,;]| ?$))"
    rf"|(?:joined|joins|joining)(?= (?:its |the )?{_HELD})"
    rf"|(?:returned|followed){_ENDS}"
    r"|(?:also|both|all|each|again) (?:invested|joined|contributed|followed|returned|came in|backed (?:it|the company))"
    rf"{_ENDS}"
    r"|(?:also )?(?:put|putting) (?:in )?(?:some |more |smaller )?(?:money|cash|capital|funds|checks|cheques|sums)"
    rf"(?: in| into it| to work)?{_ENDS}"
    r"|wrote (?:\S+ )?(?:checks?|cheques?)"
    rf"|(?:rounded|filled) out {_THE_ROUND}|made up the (?:rest|remainder|balance)"
    r"|(?:(?:provid|supply|contribut|cover)ing|provided|supplied|put up|contributed|covered)"
    rf" (?:the |most of the )?{_IN_ALL}"
    r"|(?:is|are|was|were) (?:also |all |both )?(?:among|in on|on board|aboard|part of|in)"
    rf"(?: (?:the|its|those|other|new)(?: \S+){{0,2}}? (?:investors|backers|participants|syndicate|others)"
    rf"|(?: {_THE_ROUND})?{_ENDS})"
    r"|(?:is|are|was|were) (?:also )?(?:the )?(?:biggest|largest|main|sole|only|principal|other|remaining)"
    r"(?: \S+)? (?:investors?|backers?|participants?|shareholders?)"
    r"|(?:is|are|was|were) (?:also )?(?:listed|named) (?:as|among)(?: the)? (?:subscribers|investors"
    r"|participants|backers)"
    r"|(?:is|are|was|were) (?:also )?(?:a |an )?(?:new|first-time|returning) (?:\w+ )?(?:investors?|backers?)\b"
    rf"|(?:is|are|was|were) (?:also )?(?:investors|backers|participants) in {_THE_ROUND})"
)
_LISTS_LEADS: Final = re.compile(
    r"\b(?:(?:the |its |new )?(?:round's |sole |deal's )?(?:co-)?lead (?:investors?|backers?)"
    r"(?: (?:is|was|are|were)\b| ?[,:])?"
    r"|leading (?:the|this) (?:round|deal|investment|financing) (?:is|was|are|were)"
    r"|at the (?:helm|front) (?:is|was|are|were))"
)
_LED_BY: Final = re.compile(
    rf"(?:^(?:the|this|that|it|its)(?: \S+){{0,6}}? (?:is|was|are|were|has been|will (?:\S+ ){{0,2}}be)(?: being)? "
    rf"{_VERB_OF_LEADING} by"
    rf"|\b(?:from|in|through|with) (?:a|an|its|the) (?:\S+ ){{0,3}}(?:round|financing|raise|deal) {_VERB_OF_LEADING} by"
    rf"|\b(?:extension|tranche|portion|component|part|close) {_VERB_OF_LEADING} by)"
)
"""Of a round that the sentence does not tell itself."""
_LISTS: Final = re.compile(
    r"(?:\b(?:was|were|is|are|been|and|,) (?:also )?(?:joined|accompanied|flanked|followed|supported|financed|arranged"
    r"|underwritten) by"
    rf"|\b(?:which|that|{_THE_ROUND}|and|it|company)(?: has| have)?(?: also)? (?:drew|draws|attracted|attracts|drawn"
    r"|featured|features|counted|counts|included|includes|brought in|pulled in|pulls in|saw)"
    r"(?: in| on| participation (?:from|by|of)| backing from| investments? from| money from)?"
    r"|^(?:also|others?|other|additional|further|fellow|new|existing|more|rounding out|joining|on|among|behind"
    r"|filling out|individuals|angels|executives|people)\b"
    r"(?: [^\s,;:]+){0,7}? ?(?:\b(?:is|are|was|were|include|includes|included|including)\b|:)"
    r"(?: now| also| such names as)?"
    rf"|(?<=joined )(?!(?:its |the )?lead )(?=(?:its |the )?{_HELD})"
    r"|\b(?:as|so) (?:did|have|has|do|does|are|is|was|were|will)\b"
    r"|\bwith (?:\w+ )?(?:help|money|support|checks|cheques|contributions|participation|backing|cash|capital|investment"
    r"|investments|funds|funding|financing) (?:also )?(?:from|by|of)"
    r"|\b(?:participants|backers|investors|participating investors|subscribers)"
    r"(?: in (?:the|this) (?:round|deal|financing))?(?: also)? (?:include|includes|included|were|are|range from)"
    r"|\b(?:round|investment|financing|funding) (?:was|is) (?:made|provided|put up) by"
    r"|\b(?:money|backing|support|cash|capital|funds?|funding|investment|checks|rest|remainder|balance|financing)"
    r"(?: \S+){0,2}? "
    r"(?:come|comes|came|is|was|are|were) from)"
)
_THIS: Final = re.compile(rf"\b(?:this|new|latest|current|today's|newest)(?: \S+)?? {_ROUND}\b")
_THAT: Final = re.compile(rf"\b(?:that|previous|earlier|prior|last)(?: \S+)?? {_ROUND}\b")


_OF_OLD: Final = re.compile(
    r"^(?!.*\b(?:participat|join|invested|contribut|took part))"
    r".*?\b(?:earlier|previous|past|prior) (?:\S+ ){0,2}?(?:backers|investors|shareholders)\b"
    r"(?: \S+)?? (?:include|are|were)"
)
"""Whom a company had behind it before: no part of the round spoken of."""


class Member(NamedTuple):
    """A backer of the round spoken of, and its role where the list itself says nothing else."""

    backer: Backer
    role: Role


def joined(sentence: Sentence, scene: Scene, told: Sequence[Draft]) -> list[Draft]:
    """Return the round spoken of with those whom a sentence adds to it; `told`: the rounds that it tells itself."""
    base = _spoken_of(sentence, scene, told)
    if base is None or base.company is None:
        return []
    text, starts = _lowered(sentence)
    if _OF_OLD.search(text):
        return []
    company = base.company.value
    more: list[Told[Investor]] = []
    for backer, role in _members(sentence, text, starts, apart=not told):
        more += backers.told(sentence, [backer], scene.content, role, 0.8)
    more = [t for t in more if not same_name(t.value.name, company)]
    return [replace(base, investors=join_investors(more))] if more else []


def _spoken_of(sentence: Sentence, scene: Scene, told: Sequence[Draft]) -> Draft | None:
    """Return the round that "the round" and "also joined" point to: one of the sentence itself, else the one told last.

    Of history only where the sentence says "that round".
    """
    if own := [d for d in told if d.company is not None]:
        return own[-1] if all(one_deal(own[0], other) for other in own[1:]) else None
    near = [
        d
        for d in scene.drafts
        if d.company is not None and d.kind.value is Kind.FUNDING_ROUND and sentence.start - d.kind.start < REACH
    ]
    if not near:
        return None
    text = " ".join(t.low for t in sentence.tokens[:40])
    if near[-1].recalled and _THAT.search(text) and not _THIS.search(text):
        return near[-1]
    return next((d for d in reversed(near) if not d.recalled), None)


def _lowered(sentence: Sentence) -> tuple[str, list[int]]:
    """Return the sentence's tokens in small letters, a blank between them, and where each begins."""
    starts: list[int] = []
    at = 0
    for token in sentence.tokens:
        starts.append(at)
        at += len(token.low) + 1
    return " ".join(t.low for t in sentence.tokens), starts


_SEATS: Final = w.words("partner director principal president chairman investor associate head lead")


def _before(sentence: Sentence, verb: int, floor: int) -> list[Backer]:
    """Return who does what the verb says: of "Jane Doe, a partner at |Acme, which| led the round" the firm alone."""
    head = groups.head_of_group(sentence, verb)
    listed = backers.list_before(sentence, max(floor, head), floor)
    if not listed or sentence.low(head - 1) != "which":
        return listed
    firm = names.run_before(sentence, head - 2 - (sentence.low(head - 2) == ","))
    if firm is None or not any(sentence.low(k) in _SEATS for k in range(listed[0].name.last, firm.first)):
        return listed
    return [Backer(firm, existing=False)]


def _members(sentence: Sentence, text: str, starts: list[int], *, apart: bool) -> Iterator[Member]:
    at = {start: i for i, start in enumerate(starts)}
    ends = {start + len(t.low): i + 1 for i, (start, t) in enumerate(zip(starts, sentence.tokens, strict=True))}
    found = sorted(
        [(m.start(), m.end(), Role.LEAD, True) for m in _LEADS.finditer(text)]
        + [(m.start(), m.end(), Role.PARTICIPANT, True) for m in _JOINS.finditer(text)]
        + [(m.start(), m.end(), Role.LEAD, False) for m in _LISTS_LEADS.finditer(text)]
        + [(m.start(), m.end(), Role.PARTICIPANT, False) for m in _LISTS.finditer(text)]
        + [(m.start(), m.end(), Role.LEAD, False) for m in (_LED_BY.finditer(text) if apart else ())]
    )
    if text.startswith("joining "):
        joined_ = backers.read_list(sentence, 1)[0]
        yield from (Member(b, Role.PARTICIPANT) for b in joined_)
    floor = 0
    for begin, end, role, before in found:
        first, last = at.get(begin, at.get(begin + 1)), ends.get(end, ends.get(end - 1))
        if first is None or last is None or first < floor:
            continue
        if before:
            listed, done = _before(sentence, first, floor), last
        else:
            listed, done = backers.read_list(sentence, last)
        if listed:
            soft = soft_joiner(sentence, listed[0].name.last, done) if not before else done
            for backer in listed:
                follows = backer.name.first >= soft and role is Role.LEAD
                yield Member(backer, Role.PARTICIPANT if follows else role)
            floor = max(last, done)
