"""What a reader of one text carries from sentence to sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import brackets, names, neighbours, objects, openings, parties, presented
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Told

RETURNS: Final = 12
"""Deals told so far up to which a text may come back to one of its companies; a longer one is a list."""
LEAST: Final = 80
"""Characters of a text that names the company of its headline."""
_DASHES: Final = frozenset("–—-")
_GOES_ON: Final = w.words("the shares its this stock it a an both") | w.NATIONALITY
_DESCRIBES: Final = w.words("a an the which inc. one")


@dataclass(slots=True)
class Scene:
    """The text, the company spoken of, and the deals told so far.

    `focus` is the company of the deal told last: "it", "the company", "the round" point to it. `topic` is the first
    party that a sentence begins with, for texts that present a company before its deal. `here` is the company of a
    deal told earlier in the same sentence, `owners` those who invest in it there. `shares` are sums that are no more
    than one backer's part of a round.
    """

    content: str
    focus: Told[str] | None = None
    topic: Told[str] | None = None
    here: Told[str] | None = None
    owners: tuple[str, ...] = ()
    drafts: list[Draft] = field(default_factory=list)
    shares: list[Draft] = field(default_factory=list)
    _below: str | None = None

    def told(self, sentence: Sentence, name: Name, confidence: float = 0.9) -> Told[str]:
        """Return a name as the text writes it."""
        return names.told(sentence, name, self.content, confidence)

    def company(self, sentence: Sentence, who: list[Name] | str | None, confidence: float = 0.9) -> Told[str] | None:
        """Return the company that names or a pronoun stand for.

        The last of several names is the one beside its verb.
        """
        if who == neighbours.PRONOUN:
            return self.spoken_of(sentence)
        if isinstance(who, list) and who:
            first, last = who[0], who[-1]
            if len(who) == 1 and (headed := presented.headed(sentence, last.last)) is not None:
                return self.told(sentence, headed, confidence)  # "Jane Doe, founder of |Acme|, has raised"
            if len(who) == 1 and not sentence.title and presented.is_head(sentence, last.last):
                return self.here or self.focus or self.topic  # "Jane Doe, the company's chief executive, is seeking"
            whole = Name(first.first, last.last)
            joined = (
                len(who) == 2
                and sentence.tokens[last.first - 1].low in {"and", "&"}
                and last.first - first.last == 1
                and sentence.low(first.last - 1) not in w.LEGAL
            )
            return self.told(sentence, whole if joined else last, confidence)
        return None

    def spoken_of(self, sentence: Sentence) -> Told[str] | None:
        """Return who "it" or "the company" is.

        The first party of the sentence itself, else the company spoken of before.
        """
        own = parties.main_subject(sentence, min(len(sentence.tokens), 20))
        if self.here is not None and isinstance(own, list) and own and self.backs_here(sentence, own[0]):
            return self.here
        party = isinstance(own, list) and bool(own) and own[0].first < 12 and not _backs(sentence, own[-1].last)
        party = party and not _backs_later(sentence)
        if isinstance(own, list) and party and not presented.holds_post(sentence, own[0].first):
            if (headed := presented.headed(sentence, own[0].last)) is not None:
                return self.told(sentence, headed, 0.7)
            spoken = self.here or self.focus or self.topic
            if spoken is None or not openings.is_person(sentence, own[0].last):
                return self.told(sentence, own[0], 0.7)
            return spoken
        return self.here or self.focus or self.topic

    def guess(self, sentences: Sequence[Sentence]) -> Told[str] | None:
        """Return the name that the opening of a text, which presents none, says and the text says most."""
        counts: Counter[str] = Counter()
        first: dict[str, Told[str]] = {}
        for sentence in sentences:
            for name in presented.mentioned(sentence):
                told = self.told(sentence, name, UNPRESENTED)
                first.setdefault(told.value, told)
        for value in first:
            counts[value] = len(re.findall(rf"\b{re.escape(value)}\b", self.content))
        most = counts.most_common(2)
        alone = bool(most) and (len(most) == 1 or most[0][1] > most[1][1])
        return first[most[0][0]] if alone else None

    def is_named_below(self, told: Told[str]) -> bool:
        """Tell whether the text says a name of its headline again; where there is no text, yes."""
        title_end = self.content.find("\n")
        if told.start >= title_end or len(self.content) - title_end < LEAST:
            return True
        if self._below is None:
            self._below = letters(self.content[title_end:])
        return letters(told.value) in self._below

    def is_described(self, told: Told[str]) -> bool:
        """Tell whether what a headline takes for a name only describes: "|Crop-sensor| firm gets $9M"."""
        follows = _NEXT_WORD.match(self.content, told.end)
        noun = follows is not None and follows[1].lower() in w.DESCRIPTOR
        return (noun or is_of_people(told.value)) and not self.is_named_below(told)

    def is_rival(self, told: Told[str]) -> bool:
        """Tell whether a company is told of as a rival of the one spoken of: "|Rival| Acme raised $9M last year"."""
        return _RIVAL.search(self.content, max(0, told.start - RIVAL_REACH), told.start) is not None

    def backs_here(self, sentence: Sentence, name: Name) -> bool:
        """Tell whether a party has been told as a backer earlier in the same sentence."""
        return self.told(sentence, name).value in self.owners

    def turn(self, sentence: Sentence) -> None:
        """Take note of whom a heading within the text, or the label of a list's item, turns to: "Acme: …"."""
        label = names.run_after(sentence, 0)
        end = brackets.close_bracket(sentence, label) + 1  # "Acme ($5M, Series A): Beta led"
        dashed = sentence.low(end if sentence.low(label) == "(" else label) in _DASHES
        opens = sentence.low((end if sentence.low(label) == "(" else label) + 1) in _GOES_ON
        headline = sentence.title and sentence.end <= self.content.find("\n")
        if (sentence.start == 0 or (headline and sentence.low(label) != ":")) and not (dashed and opens):
            return
        self._return(sentence)
        listed = sentence.low(label) == "(" and (sentence.low(end) == ":" or dashed)
        listed = listed or (dashed and opens)  # "Acme – Shares of the drug maker rose"
        if 0 < label <= 5 and (listed or (sentence.low(label) == ":" and label + 3 < len(sentence.tokens))):
            named = names.trim(sentence, 0, label)
        elif (quoted := _quoted(sentence)) is not None:
            named = quoted
        elif sentence.title:
            who = parties.main_subject(sentence, len(sentence.tokens))
            named = who[0] if isinstance(who, list) else None
        else:
            return
        if named is not None and not _backs(sentence, named.last):
            self.focus = self.told(sentence, named, 0.6)

    def _return(self, sentence: Sentence) -> None:
        """Take note of a sentence about the company of a deal told before.

        "|Acme| was founded in 2006. The company …".
        """
        if sentence.title or not self.drafts or len(self.drafts) > RETURNS:
            return
        own = parties.main_subject(sentence, min(len(sentence.tokens), 20))
        if not isinstance(own, list) or len(own) != 1 or own[0].first > 2:
            return
        name = self.told(sentence, own[0], 0.7)
        if self.focus is not None and same_name(self.focus.value, name.value):
            return
        known = (d.company for d in self.drafts if d.company is not None and same_name(d.company.value, name.value))
        self.focus = next(known, self.focus)

    def introduce(self, sentence: Sentence) -> None:
        """Take note of the startup that a sentence names in passing, where the text presents none."""
        if self.topic is None and not sentence.titled and (named := presented.introduced(sentence)) is not None:
            self.topic = self.told(sentence, named, 0.5)

    def present(self, sentence: Sentence, following: Sentence | None = None) -> None:
        """Take note of the company that a sentence presents: "Acme, a maker of …", "Acme is …", "Acme announced …".

        `following`: the next sentence; where it says "she", this one may speak of a person.
        """
        if self.topic is not None:
            return
        if (
            named := presented.hailed(sentence)
            or presented.cited(sentence)
            or presented.summed(sentence)
            or presented.called(sentence)
            or presented.founded(sentence)
            or presented.ourselves(sentence)
            or presented.owned(sentence)
        ) is not None:
            self.topic = self.told(sentence, named, 0.6)
            return
        stop = next((i for i, t in enumerate(sentence.tokens[:20]) if i > 2 and t.text in {"—", "–", "--"}), 20)
        who = parties.main_subject(sentence, min(len(sentence.tokens), stop))
        if not isinstance(who, list) or presented.is_of_person(sentence, who[0], following):
            return
        if sentence.title and self.is_described(self.told(sentence, who[0])):
            return
        if not sentence.title and sentence.low(0) in {"shares", "stock"} and sentence.low(1) in {"of", "in"}:
            self.topic = self.told(sentence, who[0], 0.6)  # "Shares of |Acme| fell"
            return
        if who[0].last >= len(sentence.tokens):
            if sentence.title and who[0].first == 0:
                self.topic = self.told(sentence, who[0], 0.6)
            return
        after = sentence.tokens[who[0].last]
        if any(t.text == ":" for t in sentence.tokens[: who[0].first]):
            return
        if openings.is_person(sentence, who[0].last) or _backs(sentence, who[0].last):
            return
        if (
            after.low in presented.PRESENTS
            or (after.low == "in" and sentence.low(who[0].last + 1) in w.TALKS)
            or (after.low in w.VERB - w.SAY - {"told", "tells"} and not after.caps)
            or (not after.caps and after.low.endswith("ed") and after.low not in w.FUNCTION)
            or (after.low == "," and sentence.tokens[min(who[0].last + 1, len(sentence.tokens) - 1)].low in _DESCRIBES)
        ):
            self.topic = self.told(sentence, who[0], 0.6)


RIVAL_REACH: Final = 60
"""Characters before a name within which it is called a rival."""
_RIVAL: Final = re.compile(
    r"\b(?:rivals?|competitors?|compet(?:es|ing|e) (?:with|against)|peers?)(?:,? [^\s.;]+){0,3},? \Z", re.IGNORECASE
)
_SIGNS: Final = re.compile(r"[\W_]+")
_SOMEBODY: Final = w.words(
    "founder founders co-founder co-founders cofounder cofounders ceo star stars member members executive executives "
    "execs exec veteran veterans vets alum alums alumni engineer engineers scientists researchers vc vcs "
    "backers billionaire billionaires mogul entrepreneur entrepreneurs startups shareholders employees"
)


UNPRESENTED: Final = 0.5
"""How sure it is that a company is spoken of which is only named most often."""


def is_of_people(name: str) -> bool:
    """Tell whether capitals of a headline say only who somebody is: "Stripe |Co-Founder|", "Silicon Valley |VCs|"."""
    words = name.split()
    return len(words) > 1 and words[-1].lower() in _SOMEBODY


_NEXT_WORD: Final = re.compile(r" (\w+)")


def letters(text: str) -> str:
    """Return the letters and figures of a text alone, in small."""
    return _SIGNS.sub("", text).casefold()


def _quoted(sentence: Sentence) -> Name | None:
    """Return whose shares a sentence opens with.

    "Shares in |Acme| rose", "|ACME INC| shares", "|Acme| [ACM] - Last Close".
    """
    if sentence.low(0) in {"shares", "stock"} and sentence.low(1) in {"in", "of"}:
        return objects.after(sentence, 2)
    end = names.run_after(sentence, 0)
    ticker = sentence.low(end) in {"(", "["} and sentence.low(end + 2) in {")", "]"}
    ticker = ticker and sentence.tokens[end + 1].text.isupper() and sentence.low(end + 3) == "-"
    if not end or not (
        ticker or (sentence.low(end) in {"shares", "stock"} and sentence.low(end + 1) not in w.FUNCTION)
    ):
        return None
    return names.trim(sentence, 0, end)


def _backs(sentence: Sentence, i: int) -> bool:
    """Tell whether a party is one that invests: "Quayside |led| the company's seed round"."""
    if sentence.low(i) == "," and sentence.low(i + 1) in {"which", "who"}:
        i += 2
    return any(sentence.low(k) in w.LEAD | w.JOIN | w.INVEST for k in range(i, i + 2))


def _backs_later(sentence: Sentence) -> bool:
    """Tell whether who opens a sentence invests further on: "Acme likes it so much that |it led| the round"."""
    return any(t.low in w.LEAD and sentence.low(i - 1) in {"it", "they"} for i, t in enumerate(sentence.tokens))
