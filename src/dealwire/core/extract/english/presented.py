"""Whom the sentences of a text present: "her startup |Acme|", "|Acme| founder Jane Doe", "a firm called |Acme|"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dealwire.core.extract.english import names, objects, openings
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.tokens import PUNCT, Sentence

PRESENTS: Final = w.words(
    "is has was announced announces provides makes develops offers builds operates helps uses runs sells ( 's "
    "’s launched plans today raised"
)
_POINTS: Final = w.words("for of by is are runs founded started such as like called")


def mentioned(sentence: Sentence) -> Iterator[Name]:
    """Yield the names that a sentence may be about, past a dateline; no place, no month, nobody with a post."""
    tokens = sentence.tokens
    i = next((k + 1 for k, t in enumerate(tokens[:14]) if t.text in {"--", "—", "–"}), 0)
    if sentence.title:
        return
    while i < len(tokens):
        end = names.run_after(sentence, i)
        if end <= i:
            i += 1
            continue
        name = names.trim(sentence, i, end)
        begins = i == 0 or tokens[i - 1].kind == PUNCT
        opens = tokens[i - 1].low in _POINTS | w.DESCRIPTOR if not begins else sentence.low(end) in PRESENTS | {","}
        placed = any(t.low in w.PLACE | w.NATIONALITY | w.CITY | w.MONTHS | w.WEEKDAYS for t in tokens[i:end])
        person = end - i == 2 and (holds_post(sentence, i) or openings.is_person(sentence, end))
        if name is not None and opens and not placed and not person and tokens[i].low not in w.FUNCTION | w.INTRO:
            yield name
        i = end


_STARTUPS: Final = w.words("startup start-up fintech biotech unicorn scaleup spinout")


def _says_startup(sentence: Sentence, i: int) -> bool:
    """Tell whether a description at i is of a company: "a Berlin-based |startup| that", "a |maker| of"."""
    for k in range(i, i + 7):
        if sentence.low(k) in {",", "of", "that", "which", "who", "in", "", "."}:
            return False
        if sentence.low(k) in _STARTUPS | {"company", "maker", "firm"}:
            return True
    return False


def introduced(sentence: Sentence) -> Name | None:
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


def is_of_person(sentence: Sentence, name: Name, after: Sentence | None) -> bool:
    """Tell whether the sentence after one speaks of whom it names as of a person: "Jane Doe left. |She| had"."""
    if after is None:
        return False
    two = name.last - name.first == 2 and not any(t.low in w.LEGAL for t in sentence.tokens[name.first : name.last])
    return after.low(0) in _PERSONAL or (two and any(t.low in {"he", "she"} for t in after.tokens[:4]))


_OWN: Final = w.words("his her their our my whose")
_PAST: Final = w.words("newest latest portfolio previous former last first old earlier second prior next other parent")


def owned(sentence: Sentence) -> Name | None:
    """Return whose founders a sentence tells of by what is theirs: "her startup |Acme|", "their company, |Acme|,"."""
    for i in range(min(len(sentence.tokens) - 2, 30)):
        runs = i + 1 + (sentence.low(i + 1) == "now")
        if sentence.low(i) in {"he", "she", "who"} and sentence.low(runs) in _RUNS and not sentence.titled:
            return objects.after(sentence, runs + 1, 4)  # "Now she runs |Acme|"
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


def holds_post(sentence: Sentence, first: int) -> bool:
    """Tell whether the words before a name make it a person's: "Managing |partner| Jane Doe", "analyst Bo Li"."""
    return not sentence.titled and sentence.low(first - 1) in openings.PERSONS | _HEADS


_HEADS: Final = w.words("officer director president chairman chairwoman manager minister spokesman spokeswoman head")


_POSTS: Final = w.words("founder founders co-founder co-founders cofounder cofounders ceo cto chief")


def founded(sentence: Sentence) -> Name | None:
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


def headed(sentence: Sentence, comma: int) -> Name | None:
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


def is_head(sentence: Sentence, comma: int) -> bool:
    """Tell whether a name is described as that of a person at the company: "Jane Doe|, its chief executive|"."""
    if sentence.low(comma) != ",":
        return False
    near = [sentence.low(k) for k in range(comma + 1, comma + 9)]
    end = near.index(",") if "," in near else len(near)
    return bool((_POSTS | {"executive", "officer", "president", "chairman", "chairwoman"}) & set(near[:end]))


def cited(sentence: Sentence) -> Name | None:
    """Return on whose word a sentence opens, or who was founded: "According to |Acme|,", "Jane Doe founded |Acme|"."""
    if sentence.low(0) == "according" and sentence.low(1) == "to":
        end = names.run_after(sentence, 2)
        return names.trim(sentence, 2, end) if end > 2 and sentence.low(end) == "," else None
    for i in range(1, min(len(sentence.tokens) - 1, 12)):
        if sentence.low(i) in {"founded", "started", "co-founded"} and names.is_part(sentence, i - 1):
            return objects.after(sentence, i + 1, 6)
    return None


def hailed(sentence: Sentence) -> Name | None:
    """Return whom a sentence congratulates: "Congratulations to the team at |Acme| on its $5M round"."""
    if not sentence.low(0).startswith(("congrat", "kudos")) and sentence.low(0) != "cheers":
        return None
    to = next((k for k in range(1, 8) if sentence.low(k) in {"to", "at", "on", ","}), None)
    at = next((k for k in range(1, 9) if sentence.low(k) == "at"), to)
    return objects.after(sentence, at + 1) if at is not None else None


def called(sentence: Sentence) -> Name | None:
    """Return the firm that a sentence introduces by its name: "are forming a new firm called |Acme|"."""
    for i in range(2, min(len(sentence.tokens) - 1, 40)):
        if sentence.low(i) in {"called", "named", "dubbed"} and sentence.low(i - 1) in _FIRMS | {","}:
            new = {sentence.low(k) for k in range(i - 6, i)}
            end = names.run_after(sentence, i + 1)
            if new & _FIRMS and end > i + 1:
                return names.trim(sentence, i + 1, end)
    return None


def ourselves(sentence: Sentence) -> Name | None:
    """Return who speaks of itself: "At |Acme|, we believe", "We at |Acme| are"."""
    at = next((i for i in (0, 1, 2) if sentence.low(i) in {"at", "@"}), None)
    end = names.run_after(sentence, at + 1) if at is not None else 0
    if at is None or end == at + 1:
        return None
    we = any(sentence.low(k) in {"we", "we're", "we’re", "our"} for k in (0, end, end + 1))
    return names.trim(sentence, at + 1, end) if we else None


def summed(sentence: Sentence) -> Name | None:
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
