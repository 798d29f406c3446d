"""Companies that go public by merging with a shell that is listed already (a SPAC): listings, not purchases."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import history, names, objects, parties, status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.listing_sums import offering
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import valuation
from dealwire.core.extract.english.tokens import MONEY, Sentence
from dealwire.model import Kind, Status, Told, Valuation

_MERGES: Final = re.compile(
    r"business combination|\bmerg(?:e|es|ed|er|ing)\b|\bcombin(?:e|es|ed|ing) with\b", re.IGNORECASE
)
_SHELL: Final = re.compile(r"\bSPACs?\b|blank[- ]check|special[- ]purpose acquisition", re.IGNORECASE)
_GOES_PUBLIC: Final = re.compile(
    r"\b(?:go(?:es|ing)? public|list(?:ing)?|be listed"
    r"|become (?:a )?public(?:ly traded)?(?: company)?)\b[^,;]{0,40}\bmerg",
    re.IGNORECASE,
)
_IN_NAME: Final = w.words("acquisition merger spac hedosophia")
"""Words that make a listed firm's name a shell's: "Acme |Acquisition| Corp. II"."""
_DOES: Final = w.words("enter entered enters entering announced announces agreed agrees agree sign signed signs said")
HEAD: Final = 60
"""Tokens of a sentence within which the parties to a merger are told."""


def merged(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "A has entered into a business combination agreement with B, a special purpose acquisition company"."""
    content = scene.content
    cue = _MERGES.search(content, sentence.start, sentence.end)
    if cue is None or len(sentence.tokens) > 4 * HEAD:
        return []
    at = next(i for i, t in enumerate(sentence.tokens) if t.end > cue.start())
    told_shell = (
        _SHELL.search(content, sentence.start, sentence.end) is not None or "combination" in cue.group().lower()
    )
    first = parties.main_subject(sentence, min(at, HEAD))
    with_ = next((k for k in range(at + 1, at + 9) if sentence.low(k) in {"with", "into"}), None)
    other = objects.after(sentence, with_ + 1) if with_ is not None else None
    listed = [*(first if isinstance(first, list) else []), *_beside(sentence, first, at), *([other] if other else [])]
    shells = [name for name in listed if _is_shell(sentence, name)]
    if not shells and other is not None and _GOES_PUBLIC.search(content, sentence.start, cue.end()):
        shells, told_shell = [other], True
    own = [name for name in listed if name not in shells]
    spoken = first == PRONOUN
    if not (shells and (told_shell or other in shells)) or not (own or spoken):
        return []
    verb = next((k for k in range(at, -1, -1) if sentence.low(k) in _DOES), at)
    if status.is_denied(sentence, at, content):
        return []
    company = scene.company(sentence, own[:1] if own else PRONOUN, 0.8)
    if company is None:
        return []
    amount, value = offering(sentence)
    done = sentence.tokens[verb]
    talks = next((t for t in sentence.tokens[:at] if t.low in w.TALKS), None)
    open_ = Told(Status.IN_TALKS, talks.start, talks.end, talks.text, 0.8) if talks is not None else None
    agreed = Told(Status.ANNOUNCED, done.start, done.end, done.text, 0.7) if verb != at and done.low != "said" else None
    return [
        Draft(
            kind=Told(Kind.IPO, cue.start(), cue.end(), cue.group(), 0.8),
            company=company,
            amount=amount,
            valuation=value or _worth(sentence),
            status=open_ or status.read(sentence, verb, content) or status.read(sentence, at, content) or agreed,
            background=history.recalled(sentence, verb, content),
            confidence=0.8,
        )
    ]


def _beside(sentence: Sentence, first: list[Name] | str | None, stop: int) -> list[Name]:
    """Return the second party to a merger, past what describes the first: "A, a data company, |and B|, a shell"."""
    if not isinstance(first, list):
        return []
    for i in range(first[-1].last + 1, min(stop, HEAD)):
        end = names.run_after(sentence, i + 1)
        if sentence.low(i) == "and" and sentence.low(i - 1) == "," and end > i + 1:
            name = names.trim(sentence, i + 1, end)
            return [name] if name is not None and name not in first else []
    return []


def _worth(sentence: Sentence) -> Told[Valuation] | None:
    """Return the sum of "at an enterprise value of |$8M|", which a purchase would pay and a listing is valued at."""
    lows = [t.low for t in sentence.tokens]
    for i, token in enumerate(sentence.tokens):
        near = lows[max(0, i - 6) : i]
        if token.kind == MONEY and "value" in near and {"enterprise", "equity", "implied"} & set(near):
            return valuation(sentence, i)
    return None


def _is_shell(sentence: Sentence, name: Name) -> bool:
    """Tell a shell by its name, or by what stands right beside it: "blank-check firm |Acme Holdings|"."""
    tokens = sentence.tokens
    words = {t.low for t in tokens[name.first : name.last]}
    before = " ".join(t.low for t in tokens[max(0, name.first - 4) : name.first])
    after = " ".join(t.low for t in tokens[name.last : name.last + 24])
    beside = _SHELL.search(before) or re.match(r"(?:\([^)]*\) )*, (?:an? |the )[^,]*(?:special purpose|blank)", after)
    return bool(_IN_NAME & words) or beside is not None
