"""Frames told from the backer's side: A leads, joins, backs, invests in, lends to B."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.english import backers, names, objects, openings, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bonds import Bond
from dealwire.core.extract.english.frame import Frame, as_list, as_names, investors_before, listed_before
from dealwire.core.extract.english.governors import Who, is_stake
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.model import Role

_ROUND_OF: Final = w.words("for in into of at on behind")
_INVESTED_IN: Final = w.words("in into to on behind towards toward")
_STAKE_IN: Final = w.words("in into on")
_JOINED_BY: Final = frozenset({"", "in", "to", "on", "with"})
_NEEDS_TARGET: Final = ("commit", "pledg", "spend", "spent", "drop", "put")
_MAKES: Final = (
    *("mak", "made", "announc", "tak", "took", "plan", "consider", "clos", "complet", "confirm", "lead", "led"),
    *("weigh", "mull", "near", "double", "up", "evaluat", "explor", "propos", "approv", "eye", "seek", "finali"),
)


def led(bond: Bond) -> Frame | None:
    """Read "A leads a $5M round for B", "A leads B round"."""
    if bond.low not in w.LEAD or not (bond.bare or bond.preposition in {"of", "for"}):
        return None
    company = bond.owner or bond.goes_to(_ROUND_OF) or bond.named_between() or _valued(bond)
    return _of_others(
        _invests(bond, Frame(bond.verb, company, role=Role.LEAD, anaphoric=company is None), _leaders(bond))
    )


_TEAMS: Final = w.words("teamed linked joined partnered paired banded hooked worked")


def _leaders(bond: Bond) -> Who:
    """Return who leads, with whom it does: "A |teamed up with B| to lead"."""
    who = bond.subject()
    far = max(0, bond.verb - 12)
    with_ = next((k for k in range(bond.verb - 1, far, -1) if bond.sentence.low(k) == "with"), 0)
    teamed = with_ and _TEAMS & {bond.sentence.low(k) for k in range(with_ - 3, with_)}
    if not teamed or not isinstance(who, list):
        return who
    return [*who, *(b.name for b in backers.read_list(bond.sentence, with_ + 1, bond.verb)[0])]


def _valued(bond: Bond) -> Who:
    """Return the company of "leads a round valuing |B| at $5B", "led a round that values |B| at"."""
    sentence, at = bond.sentence, bond.phrase.last
    verb = next((k for k in range(at, at + 3) if sentence.low(k) in {"valuing", "values", "valued", "value"}), None)
    return as_list(objects.after(sentence, verb + 1, 8)) if verb is not None else None


def joined(bond: Bond) -> Frame | None:
    """Read "A joins a $5M round for B", "A participated in B's Series A", "A contributed $5M"."""
    if not is_joining(bond):
        return None
    company = bond.owner or bond.goes_to(_ROUND_OF) or bond.named_between()
    if company is None and bond.phrase.sums and bond.low.startswith("com"):
        return None
    share = company is None and bond.low.startswith("contrib")
    frame = _invests(bond, Frame(bond.verb, company, anaphoric=company is None, share=share), bond.subject())
    if bond.low.startswith("join") and bond.preposition == "in":
        fellows = backers.read_list(bond.sentence, bond.verb + 1, bond.phrase.first)[0]
        frame.owners = [*frame.owners, *(b.name for b in fellows)]  # "Acme joined |Pelt| in a $9M round for"
    return _of_others(frame)


def is_joining(bond: Bond) -> bool:
    """Tell whether a bond is one of joining a round: "|participated| in", "|took part| in"."""
    if _takes_part(bond):
        return True
    if bond.low not in w.JOIN or bond.preposition not in _JOINED_BY:
        return False
    if bond.low == "joined" and bond.sentence.low(bond.verb - 1) in {"was", "were", "is", "been"}:
        return False  # "Acme |was joined| in the round by Pelt"
    return not (bond.preposition == "with" and bond.low.startswith(("join", "com")))


def _takes_part(bond: Bond) -> bool:
    """Read "|took part| in the round"."""
    return bond.low in {"take", "takes", "took", "taking"} and bond.sentence.low(bond.verb + 1) == "part"


def backed(bond: Bond) -> Frame | None:
    """Read "A and B backed the seed round of C"."""
    if bond.low not in w.BACK or not bond.bare or not bond.phrase.firm:
        return None
    company = bond.owner or bond.goes_to(_ROUND_OF)
    return _of_others(Frame(bond.verb, company, listed_before(bond.sentence, bond.verb), anaphoric=company is None))


def backed_in(bond: Bond) -> Frame | None:
    """Read "A and B back C in $5M Series A"."""
    if bond.low not in _BACKS or bond.preposition != "in":
        return None
    target = objects.after(bond.sentence, bond.verb + 1)
    if target is None or target.last > bond.phrase.first:
        return None
    return Frame(bond.verb, [target], listed_before(bond.sentence, bond.verb), confidence=0.8)


_BACKS: Final = w.words("back backs backed fund funds funded")


def is_investing(bond: Bond) -> bool:
    """Tell whether a bond is one of investing a sum: "|invests| $5M"."""
    return bond.low in w.INVEST and bool(bond.phrase.sums) and (bond.bare or bond.preposition == "of")


def invested(bond: Bond) -> Frame | None:
    """Read "A invests $5M in B"."""
    if not is_investing(bond):
        return None
    company = bond.goes_to(_INVESTED_IN) or _bet_at(bond)
    if company is None and (bond.low.startswith(_NEEDS_TARGET) or not bond.low.startswith("invest")):
        return None
    near = [bond.sentence.low(k) for k in range(bond.phrase.last, bond.phrase.last + 9)]
    lead = "as" in near and "lead" in near[near.index("as") : near.index("as") + 4]
    role = Role.LEAD if lead else Role.PARTICIPANT  # "is investing $4M in Acme as the lead investor in"
    return _invests(bond, Frame(bond.verb, company, role=role, confidence=0.85), bond.subject())


def _bet_at(bond: Bond) -> Who:
    """Return the company of "is betting $9M on a new twist in mapping |at Acme|"."""
    sentence, at = bond.sentence, bond.phrase.last
    if not bond.low.startswith(("bet", "wager")) or sentence.low(at) != "on":
        return None
    house = next((k for k in range(at + 1, min(at + 14, len(sentence.tokens))) if sentence.low(k) == "at"), None)
    return as_list(objects.after(sentence, house + 1)) if house is not None else None


def staked(bond: Bond) -> Frame | None:
    """Read "A makes an investment in B"."""
    if not bond.bare or not is_stake(bond.sentence, bond.phrase) or not (bond.owner or bond.low.startswith(_MAKES)):
        return None
    company = bond.goes_to(_STAKE_IN)
    if company is None:
        return None
    return _invests(bond, Frame(bond.verb, company, confidence=0.85), as_names(bond.owner) or bond.subject())


def given(bond: Bond) -> Frame | None:
    """Read "A gives B $5M", "A awards a grant to B", "B was awarded a grant"."""
    named = objects.after(bond.sentence, bond.verb + 1) if bond.preposition == "with" and bond.low in w.GIVE else None
    if named is not None and bond.sentence.low(named.last) == "with" and named.last < bond.phrase.core:
        return Frame(bond.verb, [named], bond.investors(), confidence=0.85)  # "Acme provided |Pelt| with a $9M loan"
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
    company = bond.goes_to(w.words("to") if bond.low.startswith("offer") else w.words("to for"))
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


def backed_with(bond: Bond) -> Frame | None:
    """Read "A backs B with $5M"."""
    if bond.low not in w.BACK or bond.preposition != "with":
        return None
    target = objects.after(bond.sentence, bond.verb + 1)
    return Frame(bond.verb, [target], bond.investors(), confidence=0.8) if target else None


_HOLDER: Final = w.words("shareholder investor backer stakeholder owner")


def becomes_holder(bond: Bond) -> Frame | None:
    """Read "A becomes the largest shareholder of B with an investment of $5M"."""
    sentence = bond.sentence
    noun = next((k for k in range(bond.verb + 1, bond.phrase.first) if sentence.low(k) in _HOLDER), None)
    if bond.preposition != "with" or noun is None or sentence.low(noun + 1) not in {"of", "in"}:
        return None
    company = objects.after(sentence, noun + 2)
    return _invests(bond, Frame(bond.verb, [company], confidence=0.8), bond.subject()) if company else None


def _of_others(frame: Frame) -> Frame:
    """In "A led its round" the round is not A's but that of the company spoken of before."""
    if frame.company == PRONOUN:
        frame.company, frame.anaphoric = None, True
    return frame


def _invests(bond: Bond, frame: Frame, who: Who) -> Frame:
    """Return a frame with those who invest, be it "it"; "investors led by A" are told as led."""
    owners = investors_before(bond.sentence, frame.verb, who)
    first = owners[0].first if owners else 0
    led = bond.sentence.low(first - 1) == "by" and bond.sentence.low(first - 2) in w.LEAD
    ahead = bond.sentence.low(frame.verb - 1) == "to" and bond.sentence.title and bond.low in w.LEAD and first <= 1
    frame = replace(frame, plan=frame.plan or ahead)  # "Acme to |lead| a $9M round"
    return replace(frame, owners=owners, spoken=who == PRONOUN, role=Role.LEAD if led else frame.role)
