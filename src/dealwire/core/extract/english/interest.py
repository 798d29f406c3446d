"""Purchases told by who wants to buy: "A has approached B", "B draws interest from A", "A weighs bids for B"."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, objects, parties, status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import PUNCT, Sentence
from dealwire.model import Status, Told

_BUYING: Final = re.compile(
    r"\b(?:takeovers?|acqui(?:re|ring|sition)|buyout|merger|bid|possible offer|sale process|to buy"
    r"|take private|suitors?)\b",
    re.IGNORECASE,
)
_MATTER: Final = w.words("about over with regarding to . ,") | {""}
_MAKES: Final = w.words("made makes make making launched tabled renewed")
_DRAWS: Final = w.verbs("attract draw receive field garner generate elicit confirm") | w.words("drew drawn got")
NEAR: Final = 6
"""Tokens between an approach, or interest, and the words that make it one of a buyer."""


WORDS: Final = w.words("approached approaching approaches approach interest bids offers suitors bidders")


def read(sentence: Sentence, at: int, scene: Scene) -> list[Draft]:
    """Read the purchase that the word at `at`, one of `WORDS`, tells to be wanted."""
    low = sentence.low(at)
    if low == "interest":
        return _drawn(sentence, at, scene)
    if low in {"suitors", "bidders"}:
        return _suitors(sentence, at, scene)
    if low in {"bids", "offers"}:
        return _several(sentence, at, scene)
    return _approach(sentence, at, scene) if low == "approach" else _approached(sentence, at, scene)


def _approached(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A has |approached| B about a takeover", "B said it had been |approached| by A", in a text of a purchase."""
    if not _BUYING.search(scene.content):
        return []
    if sentence.low(verb + 1) == "by":
        buyers = [b.name for b in backers.read_list(sentence, verb + 2)[0]]
        return _wanted(sentence, verb, parties.passive_subject(sentence, verb), buyers, scene) if buyers else []
    target = objects.after(sentence, verb + 1, NEAR)
    who = parties.subject(sentence, verb)
    about = target is not None and sentence.low(target.last) in _MATTER
    return _wanted(sentence, verb, [target], who, scene) if about and target and isinstance(who, list) else []


def _approach(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A has made a preliminary |approach| to B"."""
    verb = next((k for k in range(noun - 1, max(0, noun - NEAR), -1) if sentence.low(k) in _MAKES), None)
    target = objects.after(sentence, noun + 2, NEAR) if sentence.low(noun + 1) == "to" else None
    who = parties.subject(sentence, verb) if verb is not None else None
    if target is None or not isinstance(who, list) or not _BUYING.search(scene.content):
        return []
    return _wanted(sentence, noun, [target], who, scene)


def _drawn(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "B has attracted takeover |interest| from A and C", "received expressions of |interest| from A"."""
    verb = next((k for k in range(noun - 1, max(0, noun - NEAR), -1) if sentence.low(k) in _DRAWS), None)
    if verb is None or sentence.low(noun + 1) != "from" or not _BUYING.search(scene.content):
        return []
    buyers = [b.name for b in backers.read_list(sentence, noun + 2)[0]]
    who = parties.subject(sentence, verb)
    who = who if isinstance(who, list) else parties.main_subject(sentence, verb)
    return _wanted(sentence, noun, who, buyers, scene) if buyers and isinstance(who, list) else []


_SUBMITS: Final = w.verbs(
    "submit consider prepare table weigh mull ready lodge file plan explore launch study", "made makes"
)


def _several(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "A, C and D have submitted |bids| for B", "firms including A are considering |offers| for B"."""
    verb = next((k for k in range(noun - 1, max(0, noun - NEAR), -1) if sentence.low(k) in _SUBMITS), None)
    target = objects.after(sentence, noun + 2) if sentence.low(noun + 1) == "for" else None
    if verb is None or target is None or any(t.kind == PUNCT and t.text == "," for t in sentence.tokens[verb:noun]):
        return []
    listed = next((k for k in range(verb) if sentence.low(k) == "including"), None)
    who = parties.subject(sentence, verb)
    buyers = [b.name for b in backers.read_list(sentence, listed + 1, verb)[0]] if listed is not None else who
    return _wanted(sentence, noun, [target], buyers, scene) if isinstance(buyers, list) and buyers else []


def _suitors(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """Read "B has asked its |suitors| A and C to hand in binding offers"."""
    if sentence.low(noun - 1) not in {"its", "potential", "remaining"}:
        return []
    colon = sentence.low(noun + 1) in {",", ":", "—"}
    buyers = [b.name for b in backers.read_list(sentence, noun + 1 + colon)[0]]
    who = parties.main_subject(sentence, noun)
    return _wanted(sentence, noun, who, buyers, scene) if buyers and isinstance(who, list) else []


def _wanted(
    sentence: Sentence, at: int, who: list[Name] | str | None, buyers: list[Name] | str | None, scene: Scene
) -> list[Draft]:
    token = sentence.tokens[at]
    off = status.abandoned(scene.content, sentence.start, sentence.end)
    plan = off or Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return drafts_of(sentence, scene, at, who, buyers, from_=at, stage=plan)
