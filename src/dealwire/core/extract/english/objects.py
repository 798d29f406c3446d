"""Whom a verb or a preposition points at: the name after it, past the words that describe it."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name, is_part, run_after, trim
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence

_OBJECT_OPENERS: Final = w.words(
    "a an the its their up out over in of two three rival fellow another both 's “ ‘ \" all here"
)


def after(sentence: Sentence, i: int, reach: int = 14) -> Name | None:
    """Return the name of the party that a verb or preposition before token i points at.

    "AI startup |Acme| for", past what describes it.
    """
    tokens = sentence.tokens
    end = i
    last: Name | None = None
    if (
        i + 2 < len(tokens)
        and tokens[i].kind == WORD
        and tokens[i].low not in w.FUNCTION
        and tokens[i].low not in w.GENERIC
        and tokens[i + 1].text == ","
        and tokens[i + 2].low in {"a", "an", "the"}
    ):
        return Name(i, i + 1)  # "acquired gravitylab, a consultancy"
    limit = min(len(tokens), i + reach)
    while end < limit:
        token = tokens[end]
        if (
            is_part(sentence, end)
            or (token.text == "The" and end + 1 < limit and is_part(sentence, end + 1))
            or (token.kind == NUMBER and run_after(sentence, end) > end)
        ):
            if last is not None and not _described_by(sentence, last, end):
                break
            stop = run_after(sentence, end + (token.text == "The"))
            stop = max(stop, end + 1)
            found = trim(sentence, end, stop)
            possessive = stop < len(tokens) and tokens[stop].text in {"'s", "’s", "'", "’"}
            if possessive and stop + 1 < limit and not _closes_phrase(sentence, stop + 1):
                last = found or last
                end = stop + 1
                continue
            place = place_end(sentence, stop)
            if place:
                end = place  # "Stockholm, Sweden-based provider Acme"
                continue
            last = found or last
            end = stop
            if end < limit and _closes_phrase(sentence, end):
                break
            continue
        if (
            token.low == "and"
            and last is None
            and end + 1 < limit
            and not tokens[end + 1].caps
            and tokens[end - 1].kind == WORD
        ):
            end += 1
            continue
        if _closes_phrase(sentence, end) and not (end == i and token.low in _OBJECT_OPENERS):
            break
        end += 1
    if last is not None and sentence.low(last.last) in _OF_ANOTHER and end <= last.last + 1:
        return None  # "an Acme rival" names another
    return last


_OF_ANOTHER: Final = w.words("rival competitor clone alternative challenger spinoff spin-off alum alums")
_OWNERSHIP: Final = w.words("'s ’s ' ’ “ ‘ \"")
_TRADES: Final = w.words("saas iot b2b b2c d2c web3")


def _described_by(sentence: Sentence, name: Name, next_: int) -> bool:
    """Tell whether what was taken for a name only describes the next one: "|AI| observability platform Acme"."""
    tokens = sentence.tokens
    if next_ > 0 and (tokens[next_ - 1].low in w.DESCRIPTOR or tokens[next_ - 1].text in _OWNERSHIP):
        return True
    run = tokens[name.first : name.last]
    return all(t.low in w.NATIONALITY or (t.text.isupper() and len(t.text) <= 4) or t.low in _TRADES for t in run)


def place_end(sentence: Sentence, i: int) -> int:
    """Return the index after "|, Sweden-based|" where that goes on with a description, else 0."""
    tokens = sentence.tokens
    if i < len(tokens) and tokens[i].caps and w.SUFFIX_DESCRIPTOR.match(tokens[i].text):
        return i + 1  # "San Francisco-based", "Index Ventures-backed"
    if i < len(tokens) and tokens[i].text == ",":
        for j in range(i + 1, min(i + 5, len(tokens))):
            if tokens[j].low.endswith(("-based", "-headquartered")):
                return j + 1
            if not tokens[j].caps:
                break
    return 0


_QUOTES: Final = frozenset('“‘”’"&')
_OBJECT_WORDS: Final = w.words("new first one fresh latest another a an the own two three same")
_PARTICIPLES: Final = w.words("bringing valuing giving making joining")


def _closes_phrase(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.kind == MONEY or token.kind == ROUND:
        return True
    if token.kind == PUNCT:
        return token.text not in _QUOTES
    if token.low in w.FUNCTION and token.low not in _OBJECT_WORDS:
        return True
    if token.low not in w.VERB or token.low in w.DESCRIPTOR:
        return False
    if sentence.titled:
        return True
    return not token.caps and (token.low.endswith(("s", "ed")) or token.low in _PAST or token.low in _PARTICIPLES)


_PAST = w.words("led won got sold bought took made said saw grew went gave put held brought came")
