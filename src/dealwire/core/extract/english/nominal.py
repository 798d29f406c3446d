"""Rounds that no verb gives to anybody: "That promise has earned it a $9M Series A", "A $9M round will help it"."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.assemble import same_name
from dealwire.core.extract.english import parties, phrases
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.frame import Frame
from dealwire.core.extract.english.neighbours import THE_COMPANY
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence

SURE: Final = 0.65
"""Confidence in a round that is somebody's only because the text speaks of nobody else."""
_STAGED: Final = ("series", "seed", "pre-")
_ROUNDS: Final = w.words("round financing fundraise raise")
_AT_LARGE: Final = w.words(
    "startups companies founders average median typical typically usually market industry sector rounds deals vcs "
    "could would might may if whether need needs needed want wants wanted wish hope hopes rival rivals competitor "
    "competitors previous last prior earlier"
)
"""Words of what is said of rounds at large, of ones that nobody has raised, and of others' and older ones."""


def of_topic(sentence: Sentence, phrase: Phrase, scene: Scene) -> Frame | None:
    """Return a round with its sum and its name as the company's that a text has spoken of, where a sentence says "it".

    What names somebody else before the round is his.
    """
    spoken = scene.focus or scene.topic
    if spoken is None or sentence.title or not phrase.sums or not _is_round(sentence, phrase):
        return None
    if any(t.low in _AT_LARGE and not t.caps for t in sentence.tokens) or not _points_back(sentence, phrase):
        return None
    who = parties.main_subject(sentence, phrase.first) if phrase.first > 1 else None
    if isinstance(who, list) and not any(same_name(scene.told(sentence, name).value, spoken.value) for name in who):
        return None
    return Frame(phrase.core, None, confidence=SURE, anaphoric=True)


def _is_round(sentence: Sentence, phrase: Phrase) -> bool:
    staged = any(sentence.low(i).startswith(_STAGED) for i in phrase.labels)
    return staged or (phrase.firm and sentence.low(phrase.last - 1) in _ROUNDS)


def _points_back(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a sentence speaks of the company at hand, or begins with the round itself."""
    said = any(
        t.low in {"it", "its", "they", "their", "them"}
        or (t.low in THE_COMPANY and sentence.low(i - 1) in {"the", "this"})
        for i, t in enumerate(sentence.tokens)
    )
    return said or (phrase.first <= 1 and phrases.is_definite(sentence, phrase))
