"""What a frame is: a phrase or verb of funding with its parties."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dealwire.core.extract.english import backers, groups, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.governors import Who
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Role

HOLDERS: Final = w.words("investors investor backers participants shareholders firms funds angels")


@dataclass(slots=True)
class Frame:
    """A phrase or verb of funding with its parties."""

    verb: int
    company: Who = None
    owners: list[Name] = field(default_factory=list)
    """Those who invest by being the subject of the verb."""
    role: Role = Role.PARTICIPANT
    anaphoric: bool = False
    confidence: float = 0.9
    spoken: bool = False
    """The investor is the party that the text spoke of last: "it led the round"."""
    share: bool = False
    """The sum is one backer's part."""
    plan: bool = False
    """The verb is one of raising: "is raising" and "to raise" are plans."""


def as_names(who: Who) -> list[Name]:
    """Return the names, none for a pronoun."""
    return who if isinstance(who, list) else []


def investors_before(sentence: Sentence, verb: int, who: Who) -> list[Name]:
    """Return who invests by being the subject of a verb: the whole list where a description parts it.

    "|Acme Ventures| and German insurer |Norrland| extended a loan".
    """
    named = as_names(who)
    if not named:
        return named
    listed = [b.name for b in backers.list_before(sentence, groups.head_of_group(sentence, verb))]
    whole = len(listed) > len(named) and listed[-1].last == named[-1].last
    return listed if whole else named


def as_list(name: Name | None) -> Who:
    """Return one name as a list of names."""
    return None if name is None else [name]


def listed_before(sentence: Sentence, verb: int) -> list[Name]:
    """Return the list of names that ends before a verb, from where its clause begins."""
    tokens = sentence.tokens
    starts = (
        [k + 1 for k in range(verb) if tokens[k].text in {":", "—"}]
        + [0]
        + [k + 1 for k in range(1, verb) if tokens[k].low in {"while", "and"} and tokens[k - 1].text == ","]
    )
    for start in starts:
        listed, end = backers.read_list(sentence, start, verb)
        if listed and verb - end <= 4:
            return [b.name for b in listed]
    return as_names(parties.subject(sentence, verb))
