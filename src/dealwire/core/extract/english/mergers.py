"""Mergers told by their verb: "A merges with B", "A and B to combine"."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import names, objects, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence

_SIGNS: Final = w.verbs("sign reach announce unveil ink seal agree enter") | w.words("struck strike strikes")
SIGNED: Final = 12
"""Tokens between the verb of a pact and the merger that it is for: "|signed| a definitive agreement to merge"."""


def merged(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """Read "A merges with B", "A and B to merge"."""
    tokens = sentence.tokens
    who = parties.subject(sentence, verb)
    at = verb + 1
    if sentence.low(at) in {"its", "their"}:
        at = next((k for k in range(at, at + 9) if sentence.low(k) == "with"), at)  # "merged |its lens unit with| B"
    made = sentence.low(at) == "into" and sentence.low(at + 1) in {
        "a",
        "an",
        "one",
    }  # "to merge into an 18-plant group"
    if at < len(tokens) and tokens[at].low in {"with", "into"} and not made:
        if who is None and sentence.low(verb - 1) == "to":
            who = parties.main_subject(sentence, verb)  # "Acme announced its plan to |merge| with Pelt"
        target = objects.after(sentence, at + 1)
        return drafts_of(sentence, scene, verb, [target] if target else None, who, from_=verb)
    if sentence.low(verb - 1) == "to" and not (isinstance(who, list) and len(who) == 2):
        signs = next((k for k in range(verb - 2, max(0, verb - SIGNED), -1) if sentence.low(k) in _SIGNS), None)
        who = parties.subject(sentence, signs) if signs is not None else who
    if isinstance(who, list) and len(who) == 1 and (pair := _paired(sentence, who[0])):
        who = pair
    if isinstance(who, list) and len(who) == 2:
        return drafts_of(sentence, scene, verb, [who[1]], [who[0]], from_=verb)
    return []


def _paired(sentence: Sentence, last: Name) -> list[Name]:
    """Return both parties of "Acme, Denmark's |Beta| merge", the second behind its country."""
    tokens = sentence.tokens
    i = last.first - 1
    if i < 3 or tokens[i].text not in {"'s", "’s"} or tokens[i - 1].low not in w.PLACE | w.NATIONALITY:
        return []
    joined = i - 2
    if tokens[joined].low not in {",", "and", "&"}:
        return []
    first = names.run_before(sentence, joined - 1)
    return [first, last] if first else []
