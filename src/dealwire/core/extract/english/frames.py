"""Who gets the money of a phrase, and from whom, by the verb that governs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from dealwire.core.extract.english import groups, names, objects, openings, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.frame import Frame, as_list, as_names, investors_before, listed_before
from dealwire.core.extract.english.governors import (
    PARTICLE,
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
from dealwire.model import Role


def frame_of(sentence: Sentence, phrase: Phrase) -> Frame | None:
    """Return the parties of a phrase of funding, by the verb that governs it or by what stands around it."""
    found = governor(sentence, phrase)
    owner = owner_of(sentence, phrase)
    if found is not None:
        verb, preposition = found
        frame = _governed(sentence, phrase, verb, preposition, owner)
        if frame is not None:
            return frame
    return ungoverned(sentence, phrase, owner)


class Bond(NamedTuple):
    """A phrase, the verb that governs it, the preposition between them, and whose phrase it is."""

    sentence: Sentence
    phrase: Phrase
    verb: int
    preposition: str
    owner: Who

    @property
    def low(self) -> str:
        """The verb in lower case."""
        return self.sentence.tokens[self.verb].low

    @property
    def bare(self) -> bool:
        """True where the phrase is the verb's object, a particle ("pulls in") aside."""
        return not self.preposition or self.preposition in PARTICLE

    def subject(self) -> Who:
        """Return who does what the verb says."""
        return parties.subject(self.sentence, self.verb)

    def investors(self) -> list[Name]:
        """Return those who invest by being the verb's subject."""
        return investors_before(self.sentence, self.verb, self.subject())

    def goes_to(self, prepositions: frozenset[str]) -> Who:
        """Return the party that a preposition after the phrase points at."""
        return as_list(after_phrase(self.sentence, self.phrase, prepositions))

    def named_between(self) -> Who:
        """Return the company whose name stands between verb and phrase: "leads |Acme| round"."""
        name = objects.after(self.sentence, self.verb + 1, self.phrase.first - self.verb)
        return [name] if name is not None and name.last == self.phrase.first else None


_ROUND_OF: Final = w.words("for in into of at")
_INVESTED_IN: Final = w.words("in into to on behind towards toward")
_STAKE_IN: Final = w.words("in into on")
_JOINED_BY: Final = frozenset({"", "in", "to", "on", "with"})
_NEEDS_TARGET: Final = ("commit", "pledg", "spend", "spent", "drop", "put")
_MAKES: Final = (
    *("mak", "made", "announc", "tak", "took", "plan", "consider", "clos", "complet", "confirm", "lead", "led"),
    *("weigh", "mull", "near", "double", "up", "evaluat", "explor", "propos", "approv", "eye", "seek", "finali"),
)
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
        _led,
        _joined,
        _backed_in,
        _backed,
        _invested,
        _staked,
        _given,
        _backed_with,
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


def _led(bond: Bond) -> Frame | None:
    """Read "A leads a $5M round for B", "A leads B round"."""
    if bond.low not in w.LEAD or not (bond.bare or bond.preposition in {"of", "for"}):
        return None
    company = bond.owner or bond.goes_to(_ROUND_OF) or bond.named_between()
    return _of_others(
        _invests(bond, Frame(bond.verb, company, role=Role.LEAD, anaphoric=company is None), bond.subject())
    )


def _joined(bond: Bond) -> Frame | None:
    """Read "A joins a $5M round for B", "A participated in B's Series A", "A contributed $5M"."""
    if not _is_joining(bond):
        return None
    company = bond.owner or bond.goes_to(_ROUND_OF) or bond.named_between()
    if company is None and bond.phrase.sums and bond.low.startswith("com"):
        return None
    share = company is None and bond.low.startswith("contrib")
    return _of_others(_invests(bond, Frame(bond.verb, company, anaphoric=company is None, share=share), bond.subject()))


def _is_joining(bond: Bond) -> bool:
    if _takes_part(bond):
        return True
    if bond.low not in w.JOIN or bond.preposition not in _JOINED_BY:
        return False
    return not (bond.preposition == "with" and bond.low.startswith(("join", "com")))


def _takes_part(bond: Bond) -> bool:
    """Read "|took part| in the round"."""
    return bond.low in {"take", "takes", "took", "taking"} and bond.sentence.low(bond.verb + 1) == "part"


def _backed(bond: Bond) -> Frame | None:
    """Read "A and B backed the seed round of C"."""
    if bond.low not in w.BACK or not bond.bare or not bond.phrase.firm:
        return None
    company = bond.owner or bond.goes_to(_ROUND_OF)
    return _of_others(Frame(bond.verb, company, listed_before(bond.sentence, bond.verb), anaphoric=company is None))


def _backed_in(bond: Bond) -> Frame | None:
    """Read "A and B back C in $5M Series A"."""
    if bond.low not in _BACKS or bond.preposition != "in":
        return None
    target = objects.after(bond.sentence, bond.verb + 1)
    if target is None or target.last > bond.phrase.first:
        return None
    return Frame(bond.verb, [target], listed_before(bond.sentence, bond.verb), confidence=0.8)


_BACKS: Final = w.words("back backs backed fund funds funded")


def _is_investing(bond: Bond) -> bool:
    return bond.low in w.INVEST and bool(bond.phrase.sums) and (bond.bare or bond.preposition == "of")


def _invested(bond: Bond) -> Frame | None:
    """Read "A invests $5M in B"."""
    if not _is_investing(bond):
        return None
    company = bond.goes_to(_INVESTED_IN)
    if company is None and (bond.low.startswith(_NEEDS_TARGET) or not bond.low.startswith("invest")):
        return None
    near = [bond.sentence.low(k) for k in range(bond.phrase.last, bond.phrase.last + 9)]
    lead = "as" in near and "lead" in near[near.index("as") : near.index("as") + 4]
    role = Role.LEAD if lead else Role.PARTICIPANT  # "is investing $4M in Acme as the lead investor in"
    return _invests(bond, Frame(bond.verb, company, role=role, confidence=0.85), bond.subject())


def _staked(bond: Bond) -> Frame | None:
    """Read "A makes an investment in B"."""
    if not bond.bare or not is_stake(bond.sentence, bond.phrase) or not (bond.owner or bond.low.startswith(_MAKES)):
        return None
    company = bond.goes_to(_STAKE_IN)
    if company is None:
        return None
    return _invests(bond, Frame(bond.verb, company, confidence=0.85), as_names(bond.owner) or bond.subject())


def _given(bond: Bond) -> Frame | None:
    """Read "A gives B $5M", "A awards a grant to B", "B was awarded a grant"."""
    if bond.preposition == "with" and bond.low in w.GIVE and bond.sentence.low(bond.verb + 2) in _THE_COMPANY:
        return Frame(bond.verb, None, bond.investors(), confidence=0.7, share=True, anaphoric=True)
    if (
        bond.low == "approved"
        and bond.preposition == "for"
        and bond.sentence.low(bond.verb - 1) in {"been", "was", "is"}
    ):
        return Frame(bond.verb, bond.subject(), confidence=0.75)
    if bond.low not in w.GIVE or not bond.bare:
        return None
    passive = bond.verb and bond.sentence.tokens[bond.verb - 1].low in {"was", "were", "been", "is"}
    if passive and not bond.low.endswith("ing"):
        return Frame(bond.verb, bond.subject())
    if bond.preposition:
        return None
    if bond.sentence.low(bond.verb + 1) in {"it", "them"}:
        return Frame(bond.verb, _named_before(bond), bond.investors(), confidence=0.75)
    if (opens := openings.opening(bond.sentence)) and openings.is_person(bond.sentence, opens.last):
        return None
    receiver = objects.after(bond.sentence, bond.verb + 1)
    if receiver is not None and receiver.last <= bond.phrase.first:
        return Frame(bond.verb, [receiver], bond.investors(), confidence=0.8)
    if bond.sentence.low(bond.verb + 1) == "the" and bond.sentence.low(bond.verb + 2) in _THE_COMPANY:
        return Frame(bond.verb, PRONOUN, bond.investors(), confidence=0.7, share=True, anaphoric=True)
    company = bond.goes_to(w.words("to for"))
    givers = bond.investors()
    if not company and givers and bond.low.startswith("provid") and bond.phrase.sums:
        return Frame(bond.verb, None, givers, confidence=0.6, share=True, anaphoric=True)
    return Frame(bond.verb, company, givers, confidence=0.8) if company else None


_THE_COMPANY: Final = w.words("company startup start-up firm business fintech biotech")


def _named_before(bond: Bond) -> Who:
    """Return the name that "it" points back to in its own sentence: "fans love |Acme|, so backers gave it $9M"."""
    if parties.main_subject(bond.sentence, bond.verb):
        return PRONOUN
    found = (names.run_before(bond.sentence, i) for i in range(bond.verb - 1, 0, -1))
    return as_list(next((name for name in found if name is not None), None)) or PRONOUN


def _backed_with(bond: Bond) -> Frame | None:
    """Read "A backs B with $5M"."""
    if bond.low not in w.BACK or bond.preposition != "with":
        return None
    target = objects.after(bond.sentence, bond.verb + 1)
    return Frame(bond.verb, [target], bond.investors(), confidence=0.8) if target else None


def _with(bond: Bond) -> Frame | None:
    """Read "A emerges from stealth with $5M"."""
    pack = bond.low in w.LEAD and bond.sentence.low(bond.verb + 2) in {"pack", "way", "list", "charts", "week", "field"}
    if bond.preposition != "with" or (bond.low in w.LEAD | w.INVEST | w.BACK and not pack):
        return None
    if bond.low.startswith(_FOUNDS) and (made := _named_object(bond)) is not None:
        return Frame(bond.verb, [made], confidence=0.75)
    who = bond.subject() or parties.main_subject(bond.sentence, bond.verb)
    return Frame(bond.verb, who or as_list(openings.prefix(bond.sentence, bond.verb)), confidence=0.85)


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
    subject = bond.subject() or as_list(openings.prefix(sentence, verb))
    if subject is None or _by_founder(sentence, verb):
        for_whom = phrase.last < len(sentence.tokens) and sentence.tokens[phrase.last].low == "for"
        receiver = target_at(sentence, phrase.last) if for_whom else None
        if receiver is not None:
            return Frame(verb, [receiver], confidence=0.75, plan=True)
    return Frame(verb, subject or bond.owner, plan=not bond.low.startswith("us"))


_RAISED_TO: Final = w.words(
    "offer bid stake price target forecast outlook guidance estimate dividend rating limit cap holding"
)


def _may_raise(bond: Bond) -> bool:
    between = {bond.sentence.low(k) for k in range(bond.verb + 1, bond.phrase.first)}
    if bond.low.startswith("fetch") and any(t.low in {"sale", "sell", "auction"} for t in bond.sentence.tokens):
        return False  # "a sale that could fetch $2bn"
    if bond.preposition in {"to", "by"} and between & _RAISED_TO:
        return False  # "raised its offer to £3bn"
    if bond.low.startswith("acquir") and bond.bare and bond.phrase.sums:
        return bool(bond.phrase.nouns & {"funding", "financing", "capital"})  # "acquired $4M in funding"
    into = bond.preposition == "into" and bond.low.startswith("enter")
    return bond.low in w.RAISE and (bond.bare or into or bond.preposition in {"of", "for", "at"})


def _is_raising(bond: Bond) -> bool:
    """Tell whether verb and phrase together say that money is raised: "raises $5M", but not "reports $5M"."""
    if not _may_raise(bond):
        return False
    phrase, low = bond.phrase, bond.low
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
    _joined: _is_joining,
    _invested: _is_investing,
    _given: lambda bond: bond.low in w.GIVE and bond.low not in w.RAISE,
    _backed_with: lambda bond: bond.low in w.BACK and bond.preposition == "with",
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


def _of_others(frame: Frame) -> Frame:
    """In "A led its round" the round is not A's but that of the company spoken of before."""
    if frame.company == PRONOUN:
        frame.company, frame.anaphoric = None, True
    return frame


def _near_round(sentence: Sentence, phrase: Phrase) -> bool:
    """A sum with "led by" or "from" right after it is a round even without the word."""
    return any(t.low in {"led", "from", "co-led"} for t in sentence.tokens[phrase.last : phrase.last + 2])


def _invests(bond: Bond, frame: Frame, who: Who) -> Frame:
    """Return a frame with those who invest, be it "it"."""
    return replace(frame, owners=investors_before(bond.sentence, frame.verb, who), spoken=who == PRONOUN)
