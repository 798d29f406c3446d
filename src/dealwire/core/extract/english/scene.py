"""What a reader of one text carries from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import names, objects, parties
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Told

_PRESENTS = w.words(
    "is has was announced announces provides makes develops offers builds operates helps uses runs sells ( 's "
    "’s launched plans today raised"
)
_DESCRIBES: Final = w.words("a an the which inc. one")


@dataclass(slots=True)
class Scene:
    """The text, the company spoken of, and the deals told so far.

    `focus` is the company of the deal told last: "it", "the company", "the round" point to it. `topic` is the first
    party that a sentence begins with, for texts that present a company before its deal.
    """

    content: str
    focus: Told[str] | None = None
    topic: Told[str] | None = None
    drafts: list[Draft] = field(default_factory=list)

    def told(self, sentence: Sentence, name: Name, confidence: float = 0.9) -> Told[str]:
        """Return a name as the text writes it."""
        return names.told(sentence, name, self.content, confidence)

    def company(self, sentence: Sentence, who: list[Name] | str | None, confidence: float = 0.9) -> Told[str] | None:
        """Return the company that names or a pronoun stand for.

        The last of several names is the one beside its verb.
        """
        if who == parties.PRONOUN:
            return self.spoken_of(sentence)
        if isinstance(who, list) and who:
            first, last = who[0], who[-1]
            whole = Name(first.first, last.last)
            joined = (
                len(who) == 2 and sentence.tokens[last.first - 1].low in {"and", "&"} and last.first - first.last == 1
            )
            return self.told(sentence, whole if joined else last, confidence)
        return None

    def spoken_of(self, sentence: Sentence) -> Told[str] | None:
        """Return who "it" or "the company" is.

        The first party of the sentence itself, else the company spoken of before.
        """
        own = parties.main_subject(sentence, min(len(sentence.tokens), 20))
        if isinstance(own, list) and own and own[0].first < 12:
            return self.told(sentence, own[0], 0.7)
        return self.focus or self.topic

    def present(self, sentence: Sentence) -> None:
        """Take note of the company that a sentence presents: "Acme, a maker of …", "Acme is …", "Acme announced …"."""
        if self.topic is not None:
            return
        if (summed := _summed(sentence)) is not None:
            self.topic = self.told(sentence, summed, 0.6)
            return
        who = parties.main_subject(sentence, min(len(sentence.tokens), 20))
        if not isinstance(who, list) or who[0].last >= len(sentence.tokens):
            return
        after = sentence.tokens[who[0].last]
        if (
            after.low in _PRESENTS
            or (after.low in w.VERB - w.SAY - {"told", "tells"} and not after.caps)
            or (after.low == "," and sentence.tokens[min(who[0].last + 1, len(sentence.tokens) - 1)].low in _DESCRIBES)
        ):
            self.topic = self.told(sentence, who[0], 0.6)


def _summed(sentence: Sentence) -> Name | None:
    """Return whose rounds a sentence adds up: "brings the total raised by |Acme| to $50M"."""
    for i in range(2, len(sentence.tokens) - 1):
        if (sentence.low(i - 1), sentence.low(i)) == ("raised", "by") and sentence.low(i - 2) in _SUMMED:
            return objects.after(sentence, i + 1)
        if sentence.low(i) in _BRINGS and (end := names.run_after(sentence, i + 1)) > i + 1:
            owned = sentence.low(end) in {"'s", "’s"} and bool(_SUMMED & {sentence.low(end + k) for k in (1, 2)})
            if owned:
                return names.trim(sentence, i + 1, end)  # "brings |Acme|'s total funding to"
    return None


_BRINGS: Final = w.words("brings bringing brought takes taking bring")


_SUMMED: Final = frozenset({"total", "amount", "funding"})
