"""Rounds told by a verb of investing alone, and who joined the round spoken of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, names, objects, parties, status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.drafts import build
from dealwire.core.extract.english.frame import HOLDERS, Frame, as_names, listed_before
from dealwire.core.extract.english.givers import HEAD, with_backers
from dealwire.core.extract.english.governors import target_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import WORD, Sentence
from dealwire.model import Investor, Kind, Role, Told

_VERBS: Final = w.words(
    "backs backed were are was participated participate joined contributed joining participating took include re-upped "
    "reupped returned"
    "includes included comes came"
)
_CANDIDATES: Final = w.INVEST | w.LEAD | _VERBS


def invested(sentence: Sentence, found: list[Phrase], scene: Scene) -> list[Draft]:
    """Return rounds told by a verb alone.

    "A invests in B", "A backs B"; and who "led" or "also participated" in the round spoken of.
    """
    tokens = sentence.tokens
    drafts: list[Draft] = []
    for i, token in enumerate(tokens):
        heads = token.text == ":" and sentence.low(i - 1) in HOLDERS and i <= HEAD and not found
        if heads:
            drafts += _listed_under(sentence, i, scene)
        if token.low not in _CANDIDATES or token.kind != WORD or (token.caps and not sentence.titled) or i == 0:
            continue
        several = _several(sentence, i)
        if several:
            drafts += [d for frame in several if (d := _invested_in(sentence, frame, scene))]
            continue
        frame = _investing(sentence, i) or _joining(sentence, i, found) or _including(sentence, i, found)
        if frame is None or status.is_denied(sentence, frame.verb, scene.content):
            continue
        if frame.anaphoric and scene.drafts and scene.drafts[-1].kind.value is not Kind.FUNDING_ROUND:
            continue  # "Acme and Beta are among its backers": the fund's
        company = scene.company(sentence, frame.company) or (scene.focus if frame.anaphoric else None)
        if company is None:
            continue
        first = frame.owners[0].first if frame.owners else i
        held = any(t.low in {"existing", "current", "previous", "returning"} for t in tokens[max(0, first - 3) : first])
        role = Role.EXISTING if held and frame.role is Role.PARTICIPANT else frame.role
        known = {
            b.name.first for b in backers.read_list(sentence, parties.clause_start(sentence, i), i)[0] if b.existing
        }
        investors = [
            Told(Investor(t.value, own), t.start, t.end, t.quote, t.confidence)
            for n in frame.owners
            for t in [scene.told(sentence, n)]
            for own in [Role.EXISTING if role is Role.PARTICIPANT and n.first in known else role]
        ]
        draft = build(sentence, scene, None, frame, company, [i for i in investors if i.value.name != company.value])
        if frame.role is Role.LEAD or not frame.owners:
            draft = with_backers(sentence, scene, [(Phrase(i - 1, i - 1, i, (), (), frozenset()), draft)])[0]
        drafts.append(draft)
    return drafts


def _several(sentence: Sentence, i: int) -> list[Frame]:
    """Read "A is investing in startups like B, C and D": a round of each."""
    if not sentence.low(i).startswith(("invest", "back")):
        return []
    at = next((k for k in range(i + 1, i + 7) if sentence.low(k) in {"like", "including"}), 0)
    plural = any(sentence.low(k) in _PLURALS for k in range(i + 1, at))
    listed = backers.read_list(sentence, at + 1)[0] if at and plural else []
    who = as_names(parties.subject(sentence, i)) if listed else []
    return [Frame(i, [b.name], who, confidence=0.6) for b in listed] if who else []


_PLURALS: Final = w.words("startups start-ups companies firms businesses")


def _invested_in(sentence: Sentence, frame: Frame, scene: Scene) -> Draft | None:
    company = scene.company(sentence, frame.company)
    if company is None or status.is_denied(sentence, frame.verb, scene.content):
        return None
    told = [scene.told(sentence, name) for name in frame.owners]
    backing = [Told(Investor(t.value, frame.role), t.start, t.end, t.quote, t.confidence) for t in told]
    return build(sentence, scene, None, frame, company, backing)


def _listed_under(sentence: Sentence, colon: int, scene: Scene) -> list[Draft]:
    """Read "Participating investors: A, B and C" as of the round spoken of."""
    if scene.focus is None:
        return []
    frame = Frame(colon - 1, None, anaphoric=True, confidence=0.75)
    draft = build(sentence, scene, None, frame, scene.focus, [])
    return with_backers(sentence, scene, [(Phrase(colon - 1, colon - 1, colon, (), (), frozenset()), draft)])


def _investing(sentence: Sentence, i: int) -> Frame | None:
    """Read "A invests in B", "A backs B"."""
    tokens = sentence.tokens
    low = tokens[i].low
    follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
    target: Name | None = None
    if low.startswith("invest") and low in w.INVEST and follows == "in":
        target = target_at(sentence, i + 1)
    elif low in w.INVEST and follows in _UNCOUNTED and sentence.low(i + 2) == "into":
        target = _alone(sentence, target_at(sentence, i + 2))  # "Quayside |will put money into| Acme"
    elif low in {"backs", "backed", "back"} and follows != "by" and sentence.title:
        target = objects.after(sentence, i + 1)
    who = as_names(parties.subject(sentence, i)) if target else []
    if low == "back" and len(who) < 2:
        return None  # "Acme back in talks"
    return Frame(i, [target], who, confidence=0.65) if target and who else None


def _alone(sentence: Sentence, target: Name | None) -> Name | None:
    """Return a name but where it only tells of what: "into |Leeds| schools"."""
    after = sentence.tokens[target.last] if target is not None and target.last < len(sentence.tokens) else None
    of = after is not None and after.kind == WORD and not after.caps and after.low not in w.FUNCTION
    return None if of else target


_UNCOUNTED: Final = w.words("money cash capital funds")
_JOINED_BY: Final = w.words("joined led co-led supported")
_MONEY: Final = w.words("money cash capital funds funding investment financing")


def _including(sentence: Sentence, i: int, found: list[Phrase]) -> Frame | None:
    """Read "(The round's) new investors include A and B"."""
    tokens = sentence.tokens
    holders = any(sentence.low(k) in HOLDERS for k in range(i - 3, i))
    listing = sentence.low(i) in {"include", "includes", "included"}
    plain = (
        sentence.low(i) in {"were", "are"}
        and sentence.low(i - 1) in HOLDERS
        and sentence.low(i + 1) not in {"among", "led", "not"}
    )
    if sentence.low(i) == "joined" and sentence.low(i - 1) in {"was", "were"} and sentence.low(i + 1) == "in":
        by = next((k for k in range(i + 3, i + 6) if sentence.low(k) == "by"), 0)
        return Frame(i, None, anaphoric=True, confidence=0.75) if by and sentence.low(by - 1) in _ROUNDS else None
    if sentence.low(i + 1) == "by" and sentence.low(i) in _JOINED_BY:
        it = sentence.low(0) == "it" and sentence.low(1) in {"was", "is"} and i <= 3
        return Frame(i, None, anaphoric=True, confidence=0.75) if it else None
    if sentence.low(i) in {"comes", "came"} and sentence.low(i + 1) == "from":
        given = any(sentence.low(k) in _MONEY for k in range(max(0, i - 4), i)) and sentence.low(0) in {"the", "this"}
        return Frame(i, None, anaphoric=True, confidence=0.75) if given else None
    it = (
        listing
        and sentence.low(0) in {"it", "that", "they", "these"}
        and i <= 3
        and names.run_after(sentence, i + 1) > i + 1
    )
    if listing and any(sentence.low(k) in {"earlier", "previous", "past", "prior"} for k in range(i)):
        return None  # "Its earlier backers include Acme"
    if sentence.low(i - 1) == "shareholders" and not any(t.low in _ROUNDS for t in tokens[:i]):
        return None  # "Other shareholders include Acme": who owns it, not who takes part
    also = (
        i == 2 and sentence.low(0) == "also" and sentence.low(1) in {"investing", "participating", "joining", "backing"}
    )
    if found or not (it or also or ((listing or plain) and holders)):
        return None
    return Frame(i, None, anaphoric=True, confidence=0.75)


_JOINED: Final = w.words(
    "re-upped reupped followed-on returned participated participate joined contributed invested joining participating"
)
_ROUNDS: Final = w.words("round financing funding investment raise deal fundraise")


def _joining(sentence: Sentence, i: int, found: list[Phrase]) -> Frame | None:
    """Read "A and B also participated (in the round)", "A co-led"."""
    tokens = sentence.tokens
    low = tokens[i].low
    follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
    about = {t.low for t in tokens[i : i + 6]}
    near = {t.low for t in tokens[max(0, i - 2) : i + 2]}
    money = follows == "with" and any(phrase.core <= i + 8 and phrase.first > i and phrase.sums for phrase in found)
    if money:
        return None  # "Acme led with a $9M round"
    lead = low in {"led", "co-led"} and (follows in {",", ".", ";", "with", "it"} or i + 1 == len(tokens))
    among = (
        low in {"were", "are", "was"} and follows == "among" and bool({t.low for t in tokens[i + 2 : i + 6]} & HOLDERS)
    )
    if among and not any(phrase.core >= i and phrase.sums for phrase in found):
        who = listed_before(sentence, i)
        return Frame(i, None, who, anaphoric=True, confidence=0.8) if who else None
    joins = low in _JOINED or (low == "took" and follows == "part")
    points = (follows == "it" and any(t.low in _ROUNDS for t in tokens[:i])) or (
        follows == "as" and bool({t.low for t in tokens[i + 2 : i + 6]} & HOLDERS)
    )
    puts = (low in {"put", "chipped"} and follows == "in") and not any(t.low == "into" for t in tokens[i : i + 6])
    joins = joins or puts
    if not lead and not (joins and (about & _ROUNDS or puts or points or "also" in near or follows in {".", ""})):
        return None
    if low in {"participating", "joining"} and "with" in {t.low for t in tokens[:i]}:
        return None
    if any(phrase.first <= i + 6 and phrase.core >= i and phrase.sums for phrase in found):
        return None
    who = listed_before(sentence, i)
    return Frame(i, None, who, Role.LEAD if lead else Role.PARTICIPANT, anaphoric=True, confidence=0.8) if who else None


_PUTTING_IN: Final = w.words("investing injecting pumping")


def with_stake(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Give the one round of a sentence the sum told as what goes in: "led a round by Acme, |investing $5M|"."""
    at = next((k for k in range(2, len(sentence.tokens) - 1) if sentence.low(k) in _PUTTING_IN), None)
    if len(drafts) != 1 or at is None or sentence.low(at - 1) not in {",", "by"}:
        return drafts
    draft, money = drafts[0], sentence.tokens[at + 1].money
    bare = draft.kind.value is Kind.FUNDING_ROUND and draft.amount is None and bool(draft.investors)
    return [replace(draft, amount=money)] if bare else drafts
