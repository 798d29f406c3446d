"""Who goes public where another party says so, and listings that a text recalls in passing: "since going public"."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import names, objects, parties, status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import BUSINESSES, THE_COMPANY
from dealwire.core.extract.english.openings import is_person
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import WORD, Sentence
from dealwire.model import Kind, Status, Told

_CAUSES: Final = w.verbs("float list prepare ready introduce spin carve groom") | w.words(
    "take takes took taking taken bring brings brought bringing"
)
_STEPS: Final = w.words("application plan plans bid request prospectus filing proposal registration intention")
_UNIT: Final = w.words("unit business division arm subsidiary brand operations")
_LISTED: Final = w.words("ipo offering listing flotation float debut ipos")
REACH: Final = 9
"""Tokens between the verb by which an owner lists what it owns and the word of listing."""


def another(sentence: Sentence, cue: int, last: int) -> tuple[Name, int] | None:
    """Return who goes public and the verb, where that is not who acts.

    `cue` and `last` are the tokens of the words of listing: "arrange the |flotation| of B", "plans to float |B|",
    "approved |B|'s application to list".
    """
    if sentence.low(last) in _LISTED and sentence.low(last + 1) in {"of", "for"}:
        named = objects.after(sentence, last + 2, 8) or _called_unit(sentence, last + 2)
        if named is not None and not _is_plain(sentence, named):
            return named, cue
    if (named := _compound(sentence, cue) or _unit(sentence, cue)) is not None:
        return named, cue
    for i in range(cue, max(0, cue - REACH), -1):
        if sentence.low(i) in _STEPS and sentence.tokens[i - 1].text in {"'s", "’s", "'", "’"}:
            owner = names.run_before(sentence, i - 2)
            if owner is not None and owner.first > 1 and not _is_plain(sentence, owner):
                return owner, i
        if i and sentence.low(i) in _CAUSES and (sentence.titled or not sentence.tokens[i].caps):
            at = i + 1 + (sentence.low(i + 1) in {"off", "out"})
            name = objects.after(sentence, at, 8)
            if name is not None and i < name.first and name.last <= last + 1 and _listed(sentence, i, name):
                return name, i
    return None


def sought(sentence: Sentence, cue: int, scene: Scene) -> Told[Status] | None:
    """Return the words before a listing of another's that say that it is sought: "is |considering| an IPO of Beta"."""
    told = status.of_noun(sentence, cue, scene.content)
    return told if told is not None and told.value is Status.IN_TALKS else None


def _called_unit(sentence: Sentence, at: int) -> Name | None:
    """Return the unit that a comma sets apart: "the listing of |its ice cream unit, Beta|"."""
    noun = next((k for k in range(at + 1, at + 7) if sentence.low(k) in _UNIT), None)
    if noun is None or sentence.low(at) not in {"its", "the"} or sentence.low(noun + 1) != ",":
        return None
    end = names.run_after(sentence, noun + 2)
    return names.trim(sentence, noun + 2, end) if end > noun + 2 else None


def _compound(sentence: Sentence, cue: int) -> Name | None:
    """Return whose listing others have a part in: "took orders for |the Acme IPO|", "shares in |the Acme| float"."""
    named = names.run_before(sentence, cue - 1) if cue > 3 and sentence.low(cue) in _LISTED else None
    if named is None or sentence.low(named.first - 1) != "the" or _is_plain(sentence, named):
        return None
    return named if sentence.low(named.first - 2) in {"for", "in", "on", "of", "from"} else None


def _unit(sentence: Sentence, cue: int) -> Name | None:
    """Return the unit that its owner says to list: "Acme said |its unit Beta| has applied to list"."""
    own = next(
        (k for k in range(cue - 1, max(0, cue - UNIT_REACH), -1) if sentence.low(k) in {"its", "'s", "’s"}), None
    )
    noun = next((k for k in range(own + 1, own + 5) if sentence.low(k) in _UNIT), None) if own is not None else None
    if noun is None or noun >= cue:
        return None
    end = names.run_after(sentence, noun + 1)
    named = names.trim(sentence, noun + 1, end) if end > noun + 1 else None
    return (
        named if named is not None and named.last < cue and sentence.low(named.last) in w.AUXILIARY | _STARTS else None
    )


UNIT_REACH: Final = 16
"""Tokens between an owner's sign and the words of listing of its unit."""
_STARTS: Final = w.words("has had will would plans is was filed filing files applied wants aims seeks to")


def _listed(sentence: Sentence, verb: int, name: Name) -> bool:
    """Tell whether a name is what a verb lists: nothing but words that describe it stands between."""
    if _is_plain(sentence, name) or any(_names_place(sentence, k) for k in range(name.first, name.last)):
        return False
    between = sentence.tokens[verb + 1 : name.first]
    return all(t.kind is WORD and t.low not in w.PREPOSITION - {"off"} and t.low not in _LISTED for t in between)


def _is_plain(sentence: Sentence, name: Name) -> bool:
    return all(t.low in w.PLACE | w.NATIONALITY | w.GENERIC | _LISTED for t in sentence.tokens[name.first : name.last])


def is_place(sentence: Sentence, name: Name) -> bool:
    """Tell whether a name has a word in it that only places or describes: "a |New York| listing"."""
    return any(t.low in w.PLACE | w.NATIONALITY | w.GENERIC for t in sentence.tokens[name.first : name.last])


def _names_place(sentence: Sentence, i: int) -> bool:
    return sentence.low(i) in w.words("nasdaq nyse exchange market bourse star")


_SINCE: Final = re.compile(
    r"\bsince (?:(?:its|the|their|that|his|her)\b |the company['’]s )?(?:\S+ ){0,3}?"
    r"(?:going public|listing|floating|IPO|initial public offering|debut|flotation)\b",
    re.IGNORECASE,
)


def recalled(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read the listing that a sentence looks back on: "in its first results |since going public|, Acme said"."""
    found = _SINCE.search(scene.content, sentence.start, sentence.end)
    if found is None or any(d.kind.value is Kind.IPO for d in scene.drafts):
        return []
    at = next(i for i, t in enumerate(sentence.tokens) if t.end > found.start())
    who = parties.main_subject(sentence, len(sentence.tokens))
    if not isinstance(who, list) or is_person(sentence, who[0].last) or who[0].first > at + FAR:
        before = (names.run_before(sentence, k) for k in range(at - 1, max(0, at - 4), -1))
        named = next((name for name in before if name is not None), None)
        who = [named] if named is not None else who
    spoken = any(t.low in THE_COMPANY | BUSINESSES for t in sentence.tokens) or any(
        t.low == "its" for t in sentence.tokens[at:]
    )
    company = scene.company(sentence, who, 0.6) or (scene.spoken_of(sentence) if spoken else None)
    if company is None:
        return []
    quote = found.group()
    told = Told(True, found.start(), found.end(), quote, 0.7)
    by = Told(Kind.IPO, found.start(), found.end(), quote, 0.6)
    return [Draft(kind=by, company=company, background=told, confidence=0.6)]


FAR: Final = 20
"""Tokens after the words of listing within which the sentence's party is told."""
