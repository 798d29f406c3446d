"""Who gets the money of a phrase, and from whom, by the verb that governs it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dealwire.core.extract.english import backer_frames, groups, names, objects, openings, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bonds import Bond
from dealwire.core.extract.english.frame import Frame, as_list, as_names
from dealwire.core.extract.english.governors import (
    Who,
    after_phrase,
    governor,
    is_odd_verb,
    is_stake,
    owner_of,
    target_at,
)
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.surroundings import ungoverned
from dealwire.core.extract.english.tokens import ROUND, WORD, Sentence


def frame_of(sentence: Sentence, phrase: Phrase) -> Frame | None:
    """Return the parties of a phrase of funding, by the verb that governs it or by what stands around it."""
    found = governor(sentence, phrase)
    owner = owner_of(sentence, phrase)
    if owner == PRONOUN and is_stake(sentence, phrase) and not phrase.labels:
        held = after_phrase(sentence, phrase, frozenset({"in", "into"}))
        who = parties.subject(sentence, found[0]) if found is not None else None
        if held is not None:
            dropped = found is not None and sentence.low(found[0]).startswith(_DROPS)
            return Frame(
                found[0] if found and dropped else phrase.core, [held], as_names(who), confidence=0.7
            )  # "its $9M |investment in Acme|"
    if found is not None:
        verb, preposition = found
        frame = _governed(sentence, phrase, verb, preposition, owner)
        if frame is not None:
            return frame
    return ungoverned(sentence, phrase, owner)


_FUELS: Final = w.words("fuels powers backs funds fuel anchors")
_NOT_RAISING: Final = w.words("hit hits need needs report reports reported")
_ROUND_NOUN: Final = w.DEBT_NOUN | w.FIRM_NOUN
_NEEDS_ROUND: Final = ("enter", "execut", "hold", "held", "sign")


def _governed(sentence: Sentence, phrase: Phrase, verb: int, preposition: str, owner: Who) -> Frame | None:
    tokens = sentence.tokens
    if verb + 1 < len(tokens) and tokens[verb + 1].low == "by":
        return None
    bond = Bond(sentence, phrase, verb, preposition, owner)
    for reading in (
        _dropped,
        _committed,
        backer_frames.led,
        backer_frames.joined,
        backer_frames.backed_in,
        backer_frames.backed,
        backer_frames.invested,
        backer_frames.staked,
        backer_frames.given,
        backer_frames.backed_with,
        backer_frames.becomes_holder,
        _gets_backing,
        _lends,
        _approved,
        _with,
        _raised,
        _owned,
        _headline,
    ):
        frame = reading(bond)
        if frame is not None:
            return frame
        if reading in _FINAL and _FINAL[reading](bond):
            return None
    return None


_DROPS: Final = (
    "scrap",
    "abandon",
    "shelv",
    "drop",
    "cancel",
    "ditch",
    "call",
    "axe",
    "pull",
    "halt",
    "suspend",
    "postpon",
)


def _dropped(bond: Bond) -> Frame | None:
    """Read "A calls off a $5M round", "A scraps its Series B": a round that is not to be."""
    called = not bond.low.startswith("call") or bond.sentence.low(bond.verb + 1) == "off"
    if not bond.low.startswith(_DROPS) or not called or not (bond.phrase.firm or bond.phrase.nouns & w.DEBT_NOUN):
        return None
    if is_stake(bond.sentence, bond.phrase) and (target := bond.goes_to(frozenset({"in", "into"}))):
        return Frame(bond.verb, target, as_names(bond.subject()), confidence=0.8) if bond.bare else None
    if is_stake(bond.sentence, bond.phrase) and bond.sentence.low(bond.phrase.last) in {"in", "into"}:
        return None  # "Acme scrapped a planned $5M |investment in| a startup"
    company = bond.owner if isinstance(bond.owner, list) else bond.subject()
    return Frame(bond.verb, company, confidence=0.8) if company and bond.bare else None


_REGION: Final = re.compile(r"(?:north|south|east|west)\b")
_NO_FIRMS: Final = w.words("'s ’s fund funds project initiative foundation university campaign effort")


def _committed(bond: Bond) -> Frame | None:
    """Read "A has committed $5M to B", where B is a firm and no fund or cause."""
    sentence, at = bond.sentence, bond.phrase.last
    if (
        not bond.low.startswith(("commit", "pledg"))
        or not bond.bare
        or not bond.phrase.sums
        or sentence.low(at) != "to"
    ):
        return None
    firm = target_at(sentence, at)
    if (
        firm is None
        or sentence.low(firm.first - 1) == "the"
        or _REGION.match(sentence.low(firm.first))
        or _NO_FIRMS & {sentence.low(firm.last), sentence.low(firm.last - 1)}
    ):
        return None
    return Frame(bond.verb, [firm], bond.investors(), confidence=0.7)


def _gets_backing(bond: Bond) -> Frame | None:
    """Read "A gets B backing", "A lands B's backing": B backs A."""
    noun = bond.phrase.core
    if bond.sentence.low(noun) != "backing" or not bond.bare or bond.low not in w.RAISE_PLAIN:
        return None
    backer = names.run_before(bond.sentence, noun - 1 - (bond.sentence.low(noun - 1) in {"'s", "’s"}))
    if backer is None or backer.first <= bond.verb:
        return None
    return Frame(bond.verb, bond.subject(), [backer], confidence=0.75)


_LENDS: Final = ("announc", "unveil", "approv", "reveal", "confirm", "commit", "propos", "clear", "sign", "authori")
_LENDERS: Final = w.words(
    "bank department ministry government agency office commission authority administration ifc eib ebrd doe treasury "
    "council foundation state"
)


def _lends(bond: Bond) -> Frame | None:
    """Read "A Bank announced a $5M loan for B", "The ministry approved a €9M grant to B": A gives, B gets."""
    lent = (
        bond.phrase.nouns & w.DEBT_NOUN
        or bond.phrase.nouns & {"grant", "commitment", "financing"}
        or bond.phrase.labels
    )
    who = {bond.sentence.low(k) for k in range(max(0, bond.verb - 6), bond.verb)}
    if not (bond.bare and lent and who & _LENDERS and bond.low.startswith(_LENDS)):
        return None
    goes_to = bond.goes_to(frozenset({"for", "to"}))
    return Frame(bond.verb, goes_to, bond.investors(), confidence=0.75) if goes_to else None


_APPROVES: Final = ("approv", "authori", "clear", "sanction", "ratif")


def _approved(bond: Bond) -> Frame | None:
    """Read "Acme's board approved a $5M rights issue", "Acme authorized a Series C"."""
    phrase, verb = bond.phrase, bond.verb
    if (
        not bond.low.startswith(_APPROVES)
        or not bond.bare
        or not (phrase.labels or phrase.firm or phrase.nouns & w.DEBT_NOUN)
    ):
        return None
    board = next((k for k in range(verb - 1, max(-1, verb - 8), -1) if bond.sentence.low(k) in _BOARDS), None)
    if board is None:
        return Frame(verb, bond.subject(), confidence=0.7) if bond.low.startswith("authori") else None
    if bond.sentence.low(board + 1) in {"of", "at"}:
        return Frame(verb, as_list(objects.after(bond.sentence, board + 2)), confidence=0.75)
    owner = names.run_before(bond.sentence, board - 1 - (bond.sentence.low(board - 1) in {"'s", "’s"}))
    return Frame(verb, as_list(owner) or PRONOUN, confidence=0.75)


_BOARDS: Final = w.words("board directors shareholders")


def _with(bond: Bond) -> Frame | None:
    """Read "A emerges from stealth with $5M"."""
    if bond.low.startswith("doubl") and bond.sentence.low(bond.verb + 1) == "down":
        return None  # "Acme doubles down on Pelt with $9M"
    field = bond.sentence.low(bond.verb + 1 + (bond.sentence.low(bond.verb + 1) in {"the", "this"}))
    pack = bond.low in w.LEAD and field in _FIELDS  # "Acme led the segment with", "led with"
    if bond.preposition != "with" or (bond.low in w.LEAD | w.INVEST | w.BACK and not pack):
        return None
    if bond.low.startswith(_FOUNDS) and (made := _named_object(bond)) is not None:
        return Frame(bond.verb, [made], confidence=0.75)
    who = bond.subject() or parties.main_subject(bond.sentence, bond.verb)
    return Frame(bond.verb, who or as_list(openings.prefix(bond.sentence, bond.verb)), confidence=0.85)


_FIELDS: Final = w.words("pack way list charts week field segment category sector group table tally with a")
_FOUNDS: Final = ("launch", "unveil", "found", "start", "debut", "introduc")


def _named_object(bond: Bond) -> Name | None:
    """Return the company whose name fills the place between verb and "with": "Jane Doe launches |Acme| with $5M"."""
    name = objects.after(bond.sentence, bond.verb + 1)
    return name if name is not None and bond.sentence.low(name.last) == "with" else None


def _raised(bond: Bond) -> Frame | None:
    """Read "A raises $5M"."""
    if not _is_raising(bond) or _is_spending(bond) or _is_charged(bond):
        return None
    sentence, phrase, verb = bond.sentence, bond.phrase, bond.verb
    if isinstance(bond.owner, list):
        return Frame(verb, bond.owner, plan=True)
    if bond.low.startswith(_ARRANGES) and (goes_to := bond.goes_to(_FOR_WHOM)) is not None:
        return Frame(verb, goes_to, bond.investors(), confidence=0.75, plan=True)  # "is finalising a round |for| Pelt"
    if phrase.sums and sentence.low(phrase.last) == "into" and (into := bond.goes_to(frozenset({"into"}))) is not None:
        return Frame(verb, into, bond.investors(), confidence=0.75)  # "A inks £1.5M |into B|"
    if (venture := _for_venture(sentence, phrase.last)) is not None:
        return Frame(verb, [venture], plan=True)
    subject = bond.subject() or as_list(openings.prefix(sentence, verb))
    if subject is None or _by_founder(sentence, verb):
        for_whom = phrase.last < len(sentence.tokens) and sentence.tokens[phrase.last].low == "for"
        receiver = target_at(sentence, phrase.last) if for_whom else None
        if receiver is not None:
            return Frame(verb, [receiver], confidence=0.75, plan=True)
    return Frame(verb, subject or bond.owner, plan=not bond.low.startswith("us"))


_VENTURES: Final = w.words("startup start-up company venture firm business")


def _for_venture(sentence: Sentence, i: int) -> Name | None:
    """Return the company of "has secured $9M … for his robotics startup, |Acme|", "for their new venture |Acme|"."""
    for k in range(i, min(i + groups.FAR, len(sentence.tokens))):
        if sentence.low(k) == "for" and sentence.low(k + 1) in {"his", "her", "their"}:
            noun = next((j for j in range(k + 2, k + 7) if sentence.low(j) in _VENTURES), None)
            at = noun + 1 + (sentence.low(noun + 1) in {",", "called", "named"}) if noun is not None else 0
            at += bool(at) and sentence.low(at) in {"called", "named"}
            at += bool(at) and sentence.tokens[min(at, len(sentence.tokens) - 1)].text == "The"
            end = names.run_after(sentence, at) if at else 0
            return names.trim(sentence, at, end) if end > at > 0 else None
    return None


_FOR_WHOM: Final = frozenset({"for", "in", "into"})
_ARRANGES: Final = ("finali", "negotiat", "near", "prepar", "weigh", "consider", "discuss", "mull", "explor", "arrang")
_LAUNCHED: Final = w.words("round fundraise fundraising raise")
_MAY: Final = w.words("could would may might")
_SALES: Final = w.words("sale sell auction")
_RAISED_TO: Final = w.words(
    "offer bid stake price target forecast outlook guidance estimate dividend rating limit cap holding"
)


def _may_raise(bond: Bond) -> bool:
    between = {bond.sentence.low(k) for k in range(bond.verb + 1, bond.phrase.first)}
    if bond.low.startswith("fetch") and (
        bond.sentence.low(bond.verb - 1) in _MAY or any(t.low in _SALES for t in bond.sentence.tokens)
    ):
        return False  # "a sale that could fetch $2bn"
    if bond.low.startswith("sign") and "sheet" in between:
        return bool(bond.phrase.sums or bond.phrase.labels)  # "signed a term sheet with Acme for $9M"
    if bond.preposition in {"to", "by"} and between & _RAISED_TO:
        return False  # "raised its offer to £3bn"
    if bond.low.startswith("acquir") and bond.bare and bond.phrase.sums:
        return bool(bond.phrase.nouns & {"funding", "financing", "capital"})  # "acquired $4M in funding"
    if bond.low.startswith("pric") and bond.bare and bond.phrase.sums and bond.phrase.nouns & w.DEBT_NOUN:
        return not any(t.low in {"ipo", "initial"} for t in bond.sentence.tokens)  # "priced $500M of senior notes"
    if bond.low.startswith(("launch", "kick", "start")) and bond.bare and bond.phrase.sums:
        return bool(bond.phrase.labels or bond.phrase.nouns & _LAUNCHED)  # "has launched a $9M Series A campaign"
    into = bond.preposition == "into" and bond.low.startswith("enter")
    return bond.low in w.RAISE and (bond.bare or into or bond.preposition in {"of", "for", "at"})


def _is_raising(bond: Bond) -> bool:
    """Tell whether verb and phrase together say that money is raised: "raises $5M", but not "reports $5M"."""
    if not _may_raise(bond):
        return False
    phrase, low = bond.phrase, bond.low
    if low.startswith(("discuss", "negotiat", "contemplat", "float")) and not (phrase.sums or phrase.labels):
        return False  # "discuss when to cash out"
    if low.startswith(_NEEDS_ROUND) and not (phrase.labels or (phrase.sums and phrase.nouns & _ROUND_NOUN)):
        return False
    if low.startswith("us") and not (phrase.sums or phrase.labels):
        return False
    if phrase.firm or (phrase.nouns & w.FUNDING_NOUN and low not in _NOT_RAISING):
        return True
    if low in _NOT_RAISING:
        return _near_round(bond.sentence, phrase)
    brief = bond.sentence.title and len(bond.sentence.tokens) <= BRIEF and bond.verb + 3 >= phrase.core
    return low in w.RAISE_PLAIN or brief or _adds_more(bond) or _near_round(bond.sentence, phrase)


def _is_spending(bond: Bond) -> bool:
    """Tell whether an investment goes to a place or a thing: "plans a $2B investment in Poland, in data centres"."""
    sentence, at = bond.sentence, bond.phrase.last
    if not is_stake(sentence, bond.phrase) or bond.phrase.labels or not bond.low.startswith(_SPENDS):
        return False
    if sentence.low(at) == "to" and sentence.low(at + 1) in {
        "build",
        "construct",
        "open",
        "expand",
        "upgrade",
        "establish",
    }:
        return bool(_WORKS & {sentence.low(k) for k in range(at + 2, at + 10)})  # "a $3B investment to build a plant"
    if sentence.low(at) not in {"in", "into", "across"} or at + 1 >= len(sentence.tokens):
        return False
    goes_to = sentence.tokens[at + 1]
    return goes_to.low in w.PLACE | w.NATIONALITY or (goes_to.kind == WORD and not goes_to.caps)


_WORKS: Final = w.words(
    "plant plants facility facilities factory factories campus warehouse center centre centers fab mine hub"
)
_CHARGES: Final = w.words("charged charges accused accuses indicted convicted sued defrauding defrauded")


def _is_charged(bond: Bond) -> bool:
    """Tell whether someone is accused of raising money: "charged the founder with |raising| $80M"."""
    near = {bond.sentence.low(k) for k in range(bond.verb - 9, bond.verb)}
    return bond.low.endswith("ing") and bool(near & _CHARGES)


_SPENDS: Final = (
    "plan",
    "announc",
    "mak",
    "made",
    "unveil",
    "pledg",
    "commit",
    "confirm",
    "consider",
    "weigh",
    "double",
)


def _adds_more(bond: Bond) -> bool:
    words = {t.low for t in bond.sentence.tokens[bond.phrase.first : bond.phrase.last]}
    if bond.low.startswith("add") and bond.phrase.sums and bond.sentence.low(bond.phrase.last) == "to":
        beyond = bond.sentence.tokens[bond.phrase.last + 1 : bond.phrase.last + 8]
        if any(t.kind == ROUND or t.low in w.FIRM_NOUN for t in beyond):
            return True  # "added $12M to the $51M round"
    return bond.low.startswith("add") and bool(words & {"another", "additional", "more"})


def _owned(bond: Bond) -> Frame | None:
    """Read "A fuels B's $5M round"."""
    if not isinstance(bond.owner, list):
        return None
    investors = bond.investors() if bond.low in _FUELS else []
    return Frame(bond.verb, bond.owner, investors, confidence=0.75)


def _headline(bond: Bond) -> Frame | None:
    """Read a headline with a verb of its own: "Acme digs up $7M", "Obsession with safety fuels Acme's Series B"."""
    sentence, phrase, verb = bond.sentence, bond.phrase, bond.verb
    if not sentence.title or not bond.bare or is_stake(sentence, phrase):
        return None
    odd = is_odd_verb(sentence, verb, phrase)
    who = bond.subject() if odd or phrase.labels else None
    if who:
        return Frame(verb, who, confidence=0.65)
    if odd and (whole := openings.prefix(sentence, verb)):
        return Frame(verb, [whole], confidence=0.6)
    if phrase.labels and (who := parties.main_subject(sentence, verb)):
        return Frame(verb, who, confidence=0.6)
    return None


_FINAL: Final[dict[Callable[[Bond], Frame | None], Callable[[Bond], bool]]] = {
    backer_frames.joined: backer_frames.is_joining,
    backer_frames.invested: backer_frames.is_investing,
    backer_frames.given: lambda bond: bond.low in w.GIVE and bond.low not in w.RAISE,
    backer_frames.backed_with: lambda bond: bond.low in w.BACK and bond.preposition == "with",
    _raised: _may_raise,
}
"""Readings that have the last word on verbs of their sort: what they do not read, none after them does."""
BRIEF: Final = 8
"""Tokens of a headline so short that any verb of raising with a sum is a round: "Acme Adds $5M"."""
_FOUNDERS: Final = w.words("founder founders co-founder co-founders alum alums vet vets veteran veterans ceo")


def _by_founder(sentence: Sentence, verb: int) -> bool:
    """Read "An Acme founder raises $5M for Beta": the money is Beta's."""
    head = groups.head_of_group(sentence, verb)
    return head > 0 and sentence.tokens[head - 1].low in _FOUNDERS


def _near_round(sentence: Sentence, phrase: Phrase) -> bool:
    """A sum with "led by" or "from" right after it is a round even without the word."""
    return any(t.low in {"led", "from", "co-led"} for t in sentence.tokens[phrase.last : phrase.last + 2])
