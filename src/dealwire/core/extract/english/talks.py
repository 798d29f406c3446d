"""Purchases told by the talks about them.

"A is in talks with B about a merger", "B held talks with A over a buyout".
"""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, parties, status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.purchases import drafts_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Status, Told

_MATTER: Final = w.words("about over on for regarding concerning around to")
_MERGERS: Final = w.words("merger merge merging combination tie-up tie-ups combine combining")
_TAKEOVERS: Final = w.words("takeover acquisition purchase")
_BUYOUTS: Final = w.words("buyout sale buy-out")
_AMID: Final = w.words(
    "a an the possible potential proposed friendly full outright all-share all-stock $ mega its of with their future"
)
_INVESTS: Final = re.compile(r"\b(?:private[- ]equity|buyout|investment|venture capital)\b", re.IGNORECASE)
LINKS: Final = w.words("with about over on regarding between")
NEAR: Final = 7
"""Tokens between the talks, or whom they are held with, and what they are about."""


def told(sentence: Sentence, talks: int, scene: Scene) -> list[Draft]:
    """Read the purchase that talks are about; `talks` is the token of the word.

    Of two that merge the second counts as bought. Who talks with a buyout firm, or of its own sale, is bought.
    """
    if sentence.low(talks + 1) == "between":
        return _between(sentence, talks, scene)
    matter, listed = _matter(sentence, talks)
    noun = next((k for k in range(matter + 1, matter + NEAR) if sentence.low(k) in _ALL), 0) if matter else 0
    amid = noun and all(sentence.low(k) in _AMID or sentence.tokens[k].money for k in range(matter + 1, noun))
    if not amid or (sentence.low(noun + 1) in {"of", "by", "with"} and not _is_theirs(sentence, noun)):
        return []
    who = parties.subject(sentence, talks)
    who = who if isinstance(who, list) else parties.main_subject(sentence, talks)
    if not isinstance(who, list):
        return []
    both = who if not listed and len(who) == 2 else [who[-1], listed[0]] if len(listed) == 1 else []
    if len(both) != 2:
        return []
    first, second = both
    sold = sentence.low(noun) in _BUYOUTS or (sentence.low(noun) in _TAKEOVERS and _is_investor(sentence, second))
    target, buyer = (first, second) if sold and listed else (second, first)
    token = sentence.tokens[talks]
    off = status.read(sentence, talks, scene.content)
    plan = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.8)
    plan = off if off is not None and off.value is Status.ABANDONED else plan
    return drafts_of(sentence, scene, talks, [target], [buyer], from_=talks, stage=plan)


def _between(sentence: Sentence, talks: int, scene: Scene) -> list[Draft]:
    """Read "|Talks| between A and B over a merger", "takeover |talks| between A and B"."""
    found, end = backers.read_list(sentence, talks + 2)
    pair = [backer.name for backer in found]
    words = {sentence.low(k) for k in (talks - 1, *range(end, end + NEAR))}
    if len(pair) != 2 or not words & _ALL:
        return []
    token = sentence.tokens[talks]
    off = status.abandoned(scene.content, sentence.start, sentence.end)
    plan = off or Told(Status.IN_TALKS, token.start, token.end, token.text, 0.8)
    sold = bool(words & (_BUYOUTS | _TAKEOVERS)) and _is_investor(sentence, pair[1])
    target, buyer = (pair[0], pair[1]) if sold else (pair[1], pair[0])
    return drafts_of(sentence, scene, talks, [target], [buyer], from_=talks, stage=plan)


_ALL: Final = _MERGERS | _TAKEOVERS | _BUYOUTS


def _matter(sentence: Sentence, talks: int) -> tuple[int, list[Name]]:
    """Return the word before what the talks are about, and whom they are held with: "with |B| |about| a merger"."""
    listed: list[Name] = []
    at = talks + 1
    if sentence.low(at) == "with":
        found, end = backers.read_list(sentence, at + 1)
        listed = [backer.name for backer in found]
        at = end
    near = range(at, min(at + 4, len(sentence.tokens)))
    return next((k for k in near if sentence.low(k) in _MATTER), 0), listed


def _is_theirs(sentence: Sentence, noun: int) -> bool:
    """Tell whether a merger is "of |the two companies|": of those who talk."""
    near = {sentence.low(k) for k in range(noun + 2, noun + 5)}
    return sentence.low(noun + 1) == "of" and bool(near & {"two", "companies", "both", "firms"})


def _is_investor(sentence: Sentence, name: Name) -> bool:
    before = " ".join(t.text for t in sentence.tokens[max(0, name.first - 4) : name.first])
    return _INVESTS.search(before) is not None or sentence.low(name.last - 1) in {"partners", "capital", "equity"}
