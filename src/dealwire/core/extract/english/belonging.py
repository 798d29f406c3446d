"""Purchases told by where a firm belongs from now on: "B becomes a unit of A", "B joins the A family"."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import names, objects, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.bought import object_at
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.openings import is_person
from dealwire.core.extract.english.purchases import Who, drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence

TRIGGER: Final = (
    r"\bhands\b|\bowner\b|\bbecom|\bbecame|part of|\bjoin|\bwelcom|\badd(?:s|ed|ing)? |\bbr(?:ings?|ought|inging) "
)
_BECOMES: Final = w.words("become becomes became becoming")
_JOINS: Final = w.verbs("join")
_TAKES_IN: Final = w.verbs("welcome add") | w.words("bring brings brought bringing")
WORDS: Final = _BECOMES | _JOINS | _TAKES_IN | {"part"}
"""Words that may tell of a firm's new place."""
_UNITS: Final = w.words("subsidiary division unit part arm")
_AMID: Final = w.words(
    "a an the new direct indirect wholly owned wholly-owned majority-owned fully fully-owned standalone stand-alone "
    "independent separate operating autonomous business integral full 100%-owned private"
)
_HOMES: Final = w.words("family fold stable empire umbrella group brands companies")
_INDEX: Final = re.compile(
    r"\b(?:index|nasdaq|nyse|s&p|dow|ftse|russell|dax|consortium|alliance|board|team|union)\b", re.IGNORECASE
)
"""What a firm joins without being bought."""
NEAR: Final = 7
"""Tokens between the verb and the noun of belonging."""


def read(sentence: Sentence, at: int, scene: Scene) -> list[Draft]:
    """Read the purchase that a word of belonging tells."""
    low = sentence.low(at)
    if low in _BECOMES or (low == "part" and sentence.low(at - 1) == "now"):
        return _became(sentence, at, scene)
    if low in _JOINS:
        return _joined(sentence, at, scene)
    return _taken_in(sentence, at, scene) if low in _TAKES_IN else []


def _became(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "B will |become| a wholly owned subsidiary of A", "B is now |part| of A"."""
    noun = verb if sentence.low(verb) == "part" else verb + 1
    while noun < verb + NEAR and sentence.low(noun) in _AMID:
        noun += 1
    if sentence.low(noun) not in _UNITS or sentence.low(noun + 1) not in {"of", "within"}:
        return []
    buyer = _owner(sentence, noun + 2)
    who: Who = parties.subject(sentence, verb - (noun == verb))
    if buyer is None or who is None or (isinstance(who, list) and is_person(sentence, who[-1].last)):
        return []
    return drafts_of(sentence, scene, verb, who, [buyer], from_=len(sentence.tokens), mark=verb)


def handed_over(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "B changes |hands|", "A will become the new |owner| of B", "B has a new |owner|: A"."""
    verb = next(
        (k for k in range(noun - 1, max(-1, noun - 6), -1) if sentence.low(k) in _HANDS | _BECOMES | _FINDS), -1
    )
    who = parties.subject(sentence, verb) if verb > 0 else None
    if isinstance(who, list) and sentence.low(who[0].first - 2) in {"along", "across", "in", "near", "around"}:
        return []  # "a handful of shops |along| the Front Range have a new owner"
    if not isinstance(who, list) or {"shares", "stock", "units"} & {t.low for t in sentence.tokens[:noun]}:
        return []
    low = sentence.low(noun)
    if low == "hands":
        fits = noun == verb + 1 and sentence.low(verb) in _HANDS
        return drafts_of(sentence, scene, verb, who, [], from_=verb) if fits else []
    if sentence.low(verb) in _BECOMES and sentence.low(noun + 1) == "of":
        target = object_at(sentence, noun + 2)
        return drafts_of(sentence, scene, verb, [target], who, from_=verb) if target is not None else []
    if sentence.low(verb) not in _FINDS or sentence.low(noun - 1) != "new":
        return []
    end = names.run_after(sentence, noun + 2)
    buyer = names.trim(sentence, noun + 2, end) if sentence.low(noun + 1) in {":", "in", ",", "—"} else None
    return drafts_of(sentence, scene, verb, who, [buyer] if buyer is not None else [], from_=verb)


_HANDS: Final = w.words("change changes changed changing")
_FINDS: Final = w.words("has have find finds found gets got under")


def _owner(sentence: Sentence, at: int) -> Name | None:
    """Return whom a firm now belongs to: nothing plain stands before the name, and it is no place, index or body."""
    first = at + (sentence.low(at) in {"the", "our"})
    end = names.run_after(sentence, first)
    name = names.trim(sentence, first, end) if end > first else objects.after(sentence, at, NEAR)
    if name is None:
        return None
    inside = sentence.tokens[name.first : name.last]
    text = " ".join(t.text for t in sentence.tokens[name.first : name.last + 1])
    if all(t.low in w.PLACE | w.NATIONALITY for t in inside) or _INDEX.search(text):
        return None
    return name


def _joined(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "B |joins| the A family of companies"."""
    first = verb + 1 + (sentence.low(verb + 1) == "the")
    end = names.run_after(sentence, first)
    last = sentence.low(end) if sentence.low(end) in _HOMES else sentence.low(end - 1)
    whole = last in {"group", "brands", "companies"}
    of = end + (sentence.low(end) in _HOMES)
    listed = sentence.low(of) == "of" and sentence.low(of + 1) in {"companies", "brands", "businesses", "firms"}
    if end == first or last not in _HOMES or (whole and not listed):
        return []
    buyer = names.trim(sentence, first, end - (sentence.low(end - 1) in _HOMES and not whole))
    who = parties.subject(sentence, verb)
    if buyer is None or not isinstance(who, list) or is_person(sentence, who[-1].last):
        return []
    return drafts_of(sentence, scene, verb, who, [buyer], from_=len(sentence.tokens))


def _taken_in(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A |adds| B to its stable", "A |welcomes| B to the family", "A |brings| B under its umbrella"."""
    target = object_at(sentence, verb + 1)
    end = target.last if target is not None else 0
    to = next((k for k in range(end, end + 4) if sentence.low(k) in {"to", "into", "under"}), 0) if target else 0
    home = any(sentence.low(k) in _HOMES for k in range(to + 2, to + 6)) if to else False
    if target is None or not home or sentence.low(to + 1) not in {"the", "its", "their", "our"}:
        return []
    who = parties.subject(sentence, verb)
    return drafts_of(sentence, scene, verb, [target], who, from_=verb) if who is not None else []


def added(sentence: Sentence, noun: int) -> tuple[Who, Name] | None:
    """Return the buyer and what it "adds |B| to its portfolio with a $5M acquisition"."""
    verb = next((k for k in range(noun - 1, max(0, noun - 12), -1) if sentence.low(k) in _ADDS), None)
    target = objects.after(sentence, verb + 1) if verb is not None else None
    if verb is None or target is None or target.last >= noun:
        return None
    by = {sentence.low(k) for k in range(target.last, noun)} & {"with", "in", "via", "through"}
    return (parties.subject(sentence, verb), target) if by else None


_ADDS: Final = w.words("adds added gains gained absorbs lands landed")
