"""What a reader of one text carries from sentence to sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import brackets, names, neighbours, objects, openings, parties
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
_PRESENTS = w.words(
    "is has was announced announces provides makes develops offers builds operates helps uses runs sells ( 's "
    "’s launched plans today raised"
)
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
            if len(who) == 1 and (headed := _headed(sentence, last.last)) is not None:
                return self.told(sentence, headed, confidence)  # "Jane Doe, founder of |Acme|, has raised"
            if len(who) == 1 and not sentence.title and _is_head(sentence, last.last):
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
        if isinstance(own, list) and party and not _holds_post(sentence, own[0].first):
            if (headed := _headed(sentence, own[0].last)) is not None:
                return self.told(sentence, headed, 0.7)
            spoken = self.here or self.focus or self.topic
            if spoken is None or not openings.is_person(sentence, own[0].last):
                return self.told(sentence, own[0], 0.7)
            return spoken
        return self.here or self.focus or self.topic

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
        if self.topic is None and not sentence.titled and (named := _introduced(sentence)) is not None:
            self.topic = self.told(sentence, named, 0.5)

    def present(self, sentence: Sentence, follows: str = "") -> None:
        """Take note of the company that a sentence presents: "Acme, a maker of …", "Acme is …", "Acme announced …".

        `follows`: the first word of the next sentence, in small letters; "she" speaks of a person here.
        """
        if self.topic is not None:
            return
        if (
            named := _hailed(sentence)
            or _cited(sentence)
            or _summed(sentence)
            or _called(sentence)
            or _founded(sentence)
            or _ourselves(sentence)
            or _owned(sentence)
        ) is not None:
            self.topic = self.told(sentence, named, 0.6)
            return
        stop = next((i for i, t in enumerate(sentence.tokens[:20]) if i > 2 and t.text in {"—", "–", "--"}), 20)
        who = parties.main_subject(sentence, min(len(sentence.tokens), stop))
        if not isinstance(who, list) or follows in _PERSONAL:
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
            after.low in _PRESENTS
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
    "execs exec veteran veterans vets alum alums alumni engineer engineers scientists researchers vcs "
    "backers billionaire billionaires mogul entrepreneur entrepreneurs startups shareholders employees"
)


def is_of_people(name: str) -> bool:
    """Tell whether capitals of a headline say only who somebody is: "Stripe |Co-Founder|", "Silicon Valley |VCs|"."""
    words = name.split()
    return len(words) > 1 and words[-1].lower() in _SOMEBODY


_NEXT_WORD: Final = re.compile(r" (\w+)")


def letters(text: str) -> str:
    """Return the letters and figures of a text alone, in small."""
    return _SIGNS.sub("", text).casefold()


_STARTUPS: Final = w.words("startup start-up fintech biotech unicorn scaleup spinout")


def _says_startup(sentence: Sentence, i: int) -> bool:
    """Tell whether a description at i is of a company: "a Berlin-based |startup| that", "a |maker| of"."""
    for k in range(i, i + 7):
        if sentence.low(k) in {",", "of", "that", "which", "who", "in", "", "."}:
            return False
        if sentence.low(k) in _STARTUPS | {"company", "maker", "firm"}:
            return True
    return False


def _introduced(sentence: Sentence) -> Name | None:
    """Return the company that is named by what it is anywhere in a sentence: "an interview with startup |Acme|"."""
    for i, token in enumerate(sentence.tokens[:-1]):
        if token.text == "," and i and sentence.low(i + 1) in {"a", "an"} and _says_startup(sentence, i + 2):
            named = names.run_before(sentence, i - 1)
            if named is not None and sentence.low(named.first - 1) in w.PREPOSITION:
                return named  # "good news for |Acme|, a startup in Oslo"
        follows = sentence.tokens[i + 1].caps and sentence.low(i + 1) not in w.FUNCTION
        if token.low in _STARTUPS and not token.caps and follows:
            end = names.run_after(sentence, i + 1)
            return names.trim(sentence, i + 1, end) if end > i + 1 else None
    return None


_PERSONAL: Final = w.words("he she his her him")
_OWN: Final = w.words("his her their our my whose")
_PAST: Final = w.words("newest latest portfolio previous former last first old earlier second prior next other parent")


def _owned(sentence: Sentence) -> Name | None:
    """Return whose founders a sentence tells of by what is theirs: "her startup |Acme|", "their company, |Acme|,"."""
    for i in range(min(len(sentence.tokens) - 2, 30)):
        if sentence.low(i) not in _OWN:
            continue
        for k in range(i + 1, min(i + 6, len(sentence.tokens) - 1)):
            if sentence.low(k) in _PAST or sentence.tokens[k].caps:
                break
            if sentence.low(k) in _FIRMS | _STARTUPS:
                at = k + 1 + (sentence.low(k + 1) == ",")
                end = names.run_after(sentence, at)
                return names.trim(sentence, at, end) if end > at else None
    return None


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


def _holds_post(sentence: Sentence, first: int) -> bool:
    """Tell whether the words before a name make it a person's: "Managing |partner| Jane Doe", "analyst Bo Li"."""
    return not sentence.titled and sentence.low(first - 1) in openings.PERSONS | _HEADS


_HEADS: Final = w.words("officer director president chairman chairwoman manager minister spokesman spokeswoman head")


def _backs(sentence: Sentence, i: int) -> bool:
    """Tell whether a party is one that invests: "Quayside |led| the company's seed round"."""
    if sentence.low(i) == "," and sentence.low(i + 1) in {"which", "who"}:
        i += 2
    return any(sentence.low(k) in w.LEAD | w.JOIN | w.INVEST for k in range(i, i + 2))


_POSTS: Final = w.words("founder founders co-founder co-founders cofounder cofounders ceo cto chief")


def _founded(sentence: Sentence) -> Name | None:
    """Return whose founder or head a sentence tells of: "|Acme| founder Jane Doe", "Jane Doe, CEO of |Acme|"."""
    for i in range(1, min(len(sentence.tokens), 20)):
        if sentence.low(i) not in _POSTS:
            continue
        before = i - 1 - (sentence.tokens[i - 1].text in {"'s", "’s"})
        if before >= 0 and (name := names.run_before(sentence, before)) is not None:
            former = {sentence.low(name.first), sentence.low(name.first - 1)} & {"former", "ex", "onetime"}
            return None if former else name
        signed = sentence.low(i - 1) == "," == sentence.low(i + 1) and names.run_after(sentence, i + 2)
        if signed and signed > i + 2:
            return names.trim(sentence, i + 2, signed)  # "Jane Doe, CEO, |Acme|"
        of = next((k for k in range(i + 1, i + 5) if sentence.low(k) in {"of", "at"}), None)
        if sentence.low(i - 1) == "," and not sentence.low(i).endswith("founders") and of is not None:
            return objects.after(sentence, of + 1)
    return None


_FIRMS: Final = w.words("startup start-up company firm fund lab venture business spinout studio")


_RUNS: Final = w.words("runs form formed founded started heads")


def _headed(sentence: Sentence, comma: int) -> Name | None:
    """Return the company that a person named before it heads: "Jane Doe|, the co-founder of Acme|, said it raised"."""
    if sentence.low(comma) != ",":
        return None
    who = next((k for k in range(comma + 1, comma + 7) if sentence.low(k) == "who"), None)
    for i in range(who, who + 12) if who is not None else ():
        if sentence.low(i) == ",":
            break
        if sentence.low(i) in _RUNS and (firm := objects.after(sentence, i + 1, 4)) is not None:
            return firm  # "Jane Doe, who |runs| Acme Capital, has raised a fund"
    for i in range(comma + 1, comma + 8):
        if sentence.low(i) in {"former", "ex"}:
            return None
        if sentence.low(i) in _POSTS | {"president", "chairman", "executive", "officer"}:
            of = next((k for k in range(i + 1, i + 6) if sentence.low(k) in {"of", "at"}), None)
            return objects.after(sentence, of + 1) if of is not None else None
        if sentence.low(i) == ",":
            return None
    return None


def _is_head(sentence: Sentence, comma: int) -> bool:
    """Tell whether a name is described as that of a person at the company: "Jane Doe|, its chief executive|"."""
    if sentence.low(comma) != ",":
        return False
    near = [sentence.low(k) for k in range(comma + 1, comma + 9)]
    end = near.index(",") if "," in near else len(near)
    return bool((_POSTS | {"executive", "officer", "president", "chairman", "chairwoman"}) & set(near[:end]))


def _cited(sentence: Sentence) -> Name | None:
    """Return on whose word a sentence opens, or who was founded: "According to |Acme|,", "Jane Doe founded |Acme|"."""
    if sentence.low(0) == "according" and sentence.low(1) == "to":
        end = names.run_after(sentence, 2)
        return names.trim(sentence, 2, end) if end > 2 and sentence.low(end) == "," else None
    for i in range(1, min(len(sentence.tokens) - 1, 12)):
        if sentence.low(i) in {"founded", "started", "co-founded"} and names.is_part(sentence, i - 1):
            return objects.after(sentence, i + 1, 6)
    return None


def _hailed(sentence: Sentence) -> Name | None:
    """Return whom a sentence congratulates: "Congratulations to the team at |Acme| on its $5M round"."""
    if not sentence.low(0).startswith(("congrat", "kudos")) and sentence.low(0) != "cheers":
        return None
    to = next((k for k in range(1, 8) if sentence.low(k) in {"to", "at", "on", ","}), None)
    at = next((k for k in range(1, 9) if sentence.low(k) == "at"), to)
    return objects.after(sentence, at + 1) if at is not None else None


def _called(sentence: Sentence) -> Name | None:
    """Return the firm that a sentence introduces by its name: "are forming a new firm called |Acme|"."""
    for i in range(2, min(len(sentence.tokens) - 1, 40)):
        if sentence.low(i) in {"called", "named", "dubbed"} and sentence.low(i - 1) in _FIRMS | {","}:
            new = {sentence.low(k) for k in range(i - 6, i)}
            end = names.run_after(sentence, i + 1)
            if new & _FIRMS and end > i + 1:
                return names.trim(sentence, i + 1, end)
    return None


def _ourselves(sentence: Sentence) -> Name | None:
    """Return who speaks of itself: "At |Acme|, we believe", "We at |Acme| are"."""
    at = next((i for i in (0, 1, 2) if sentence.low(i) in {"at", "@"}), None)
    end = names.run_after(sentence, at + 1) if at is not None else 0
    if at is None or end == at + 1:
        return None
    we = any(sentence.low(k) in {"we", "we're", "we’re", "our"} for k in (0, end, end + 1))
    return names.trim(sentence, at + 1, end) if we else None


def _summed(sentence: Sentence) -> Name | None:
    """Return whose rounds a sentence adds up: "brings the total raised by |Acme| to $50M"."""
    for i in range(2, len(sentence.tokens) - 1):
        if (sentence.low(i - 1), sentence.low(i)) == ("raised", "by") and sentence.low(i - 2) in _SUMMED:
            return objects.after(sentence, i + 1)
        if sentence.low(i) in {"in", "for", "at"} and {sentence.low(i - 1), sentence.low(i - 2)} & _RAISED:
            total = any(sentence.low(k) == "total" for k in range(i - 4, i))
            if total and (named := objects.after(sentence, i + 1, 5)) is not None:
                return named  # "brings total funding in |Acme| to"
        if sentence.low(i) in _BRINGS and (end := names.run_after(sentence, i + 1)) > i + 1:
            owned = sentence.low(end) in {"'s", "’s"} and bool(_SUMMED & {sentence.low(end + k) for k in (1, 2)})
            if owned:
                return names.trim(sentence, i + 1, end)  # "brings |Acme|'s total funding to"
    return None


_RAISED: Final = w.words("funding raised investment financing")
_BRINGS: Final = w.words("brings bringing brought takes taking bring")


_SUMMED: Final = frozenset({"total", "amount", "funding"})
