"""What binds a phrase of funding to the verb that governs it."""

from __future__ import annotations

from typing import NamedTuple

from dealwire.core.extract.english import objects, parties
from dealwire.core.extract.english.frame import as_list, investors_before
from dealwire.core.extract.english.governors import PARTICLE, Who, after_phrase
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.tokens import Sentence


class Bond(NamedTuple):
    """A phrase, the verb that governs it, the preposition between them, and whose phrase it is."""

    sentence: Sentence
    phrase: Phrase
    verb: int
    preposition: str
    owner: Who

    @property
    def low(self) -> str:
        """The verb in lower case."""
        return self.sentence.tokens[self.verb].low

    @property
    def bare(self) -> bool:
        """True where the phrase is the verb's object, a particle ("pulls in") aside."""
        return not self.preposition or self.preposition in PARTICLE

    def subject(self) -> Who:
        """Return who does what the verb says."""
        return parties.subject(self.sentence, self.verb)

    def investors(self) -> list[Name]:
        """Return those who invest by being the verb's subject."""
        return investors_before(self.sentence, self.verb, self.subject())

    def goes_to(self, prepositions: frozenset[str]) -> Who:
        """Return the party that a preposition after the phrase points at."""
        by = self.sentence.low(self.phrase.last) == "by" and bool(self.phrase.nouns) and "for" in prepositions
        fits = prepositions | {"by"} if by else prepositions  # "plan to invest in the latest fundraising |by| Acme"
        return as_list(after_phrase(self.sentence, self.phrase, fits))

    def named_between(self) -> Who:
        """Return the company whose name stands between verb and phrase: "leads |Acme| round"."""
        name = objects.after(self.sentence, self.verb + 1, self.phrase.first - self.verb)
        return [name] if name is not None and name.last == self.phrase.first else None
