"""What governs a phrase of funding: the verb to its left, its owner, the party that it goes to."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import names, neighbours, objects, phrases, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.tokens import MONEY, PUNCT, ROUND, WORD, Sentence, Token

Who = list[Name] | str | None


POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_INTO: Final = w.words("in into on to behind for")
PARTICLE: Final = w.words("up in on down off out over away to")
_WALK: Final = (
    w.FILLER
    | phrases.LEFT
    | w.words(
        "closing completion tranche part portion half most rest of for via through successful successfully has "
        "its raising receiving"
    )
)
_FUNDED: Final = w.words("funding financing round raise investment capital")
_TRANSPARENT: Final = frozenset("“”\"‘’-'~$")
_OTHER_MATTER: Final = w.words("by from after amid before since despite following until without than")


def governor(sentence: Sentence, phrase: Phrase) -> tuple[int, str] | None:
    """Return the verb to the left of a phrase and the preposition between them ("" if none)."""
    tokens = sentence.tokens
    preposition = ""
    unknown = 0
    owned = False
    i = phrase.first - 1
    while i >= 0 and phrase.first - i < 12:
        token = tokens[i]
        low = token.low
        if token.text == ":" and sentence.low(i - 1) in _FUNDED and not sentence.title:
            i -= 1  # "has closed its first outside funding|:| a Series A of $18M"
            continue
        if token.text in POSSESSIVE and isinstance(owner := neighbours.adjacent(sentence, i - 1), list):
            owned, i = True, owner[0].first - 1
            continue
        if token.kind == PUNCT and token.text not in _TRANSPARENT:
            return None
        if low == "close" and i + 1 < len(tokens) and tokens[i + 1].low == "to":
            preposition = ""
            i -= 1
            continue
        if owned and low in w.LEAD | w.JOIN and not is_stake(sentence, phrase):
            return i, preposition  # "led |Acme's| Series B"
        if _is_verb(sentence, i) or (sentence.title and is_odd_verb(sentence, i, phrase)):
            return None if owned else (i, preposition)
        if low in w.PREPOSITION:
            if low == "from" and preposition == "with":
                i -= 1
                continue
            if low in _OTHER_MATTER:
                return None
            preposition = preposition or low
        elif token.kind == ROUND or (token.kind == MONEY and not _is_slip(token)):
            return None
        elif low not in _WALK and low not in w.ADVERB:
            if (
                token.caps
                and not sentence.titled
                and (run := names.run_before(sentence, i)) is not None
                and run.last == i + 1
            ):
                i = run.first  # a name of several words counts once: "gives |Wren & Vale| $9M"
            unknown += 1
            if unknown > 2 + (preposition == "with") * 3:
                return None
        i -= 1
    return None


_ADRIFT: Final = w.words("up in with on down to out off away")
_NOT_ODD: Final = w.words(
    "allocates commits pledges dedicates earmarks spends invests gives donates offers awards pays bets loses burns "
    "owes posts makes costs cuts saves buys sells fines sues returns wants approves sanctions disburses "
    "releases expects forecasts books unlocks"
)


def is_odd_verb(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """A headline's own verb for raising, right before the sum: "Acme |digs| up $7M", "Acme |chills| with $4M"."""
    tokens = sentence.tokens
    token = tokens[i]
    between = [t.low for t in tokens[i + 1 : phrase.first]]
    return (
        i > 0
        and bool(phrase.sums)
        and token.kind == WORD
        and token.low.endswith("s")
        and not token.low.endswith("ss")
        and len(between) <= 2
        and all(low in _ADRIFT for low in between)
        and (token.text.islower() or sentence.titled)
        and token.low not in w.DESCRIPTOR | w.GENERIC | w.FUNCTION | _NOT_ODD
    )


def _is_slip(token: Token) -> bool:
    return token.money is not None and token.money.value.value < sums.SMALLEST


_MONEY_VERB: Final = (
    w.RAISE | w.LEAD | w.JOIN | w.INVEST | w.GIVE | w.BACK | w.OTHER_VERB | w.MERGE | w.words("acquired acquires")
)
_NOT_GOVERNING: Final = w.words("has have had having to funding extension round backing funds plan plans need")
_BEFORE_CLOSING: Final = w.words("is are was were be been now also after by to and ,")
_BEFORE_NOUN: Final = w.words("a an the its their his 's ’s")


def _is_verb(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.kind != WORD or token.low not in _MONEY_VERB or token.low in _NOT_GOVERNING:
        return token.low in {"has", "have"} and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].kind == MONEY
    if i == 0:
        return False
    before = sentence.tokens[i - 1].low
    if token.low == "back" and before in {"is", "are", "was", "were", "be", "been", "come", "came", "now"}:
        return False  # "Acme is |back| on the fundraising trail"
    if token.low in {"closing", "close", "holding"} and before not in _BEFORE_CLOSING:
        return False
    if before in _BEFORE_NOUN and not token.low.endswith("ing"):
        return False
    return sentence.titled or not token.caps or token.low in w.RAISE_PLAIN


def owner_of(sentence: Sentence, phrase: Phrase) -> Who:
    """Return whose round it is: "Acme's |$5M Series A|", "its |seed round|"."""
    tokens = sentence.tokens
    if any(t.low in {"its", "their", "our"} for t in tokens[phrase.first : phrase.core]) or (
        phrase.first and tokens[phrase.first - 1].low in {"its", "their", "our"}
    ):
        return _advised(sentence, phrase) or PRONOUN
    i = phrase.first - 1
    while (
        i > 0
        and phrase.first - i < 4
        and tokens[i].text not in POSSESSIVE
        and tokens[i].kind == WORD
        and not tokens[i].caps
        and tokens[i].low not in w.FUNCTION | _MONEY_VERB - w.DESCRIPTOR
    ):
        i -= 1
    if i > 0 and tokens[i].text in POSSESSIVE:
        owner = neighbours.adjacent(sentence, i - 1)
        if owner is not None:
            return owner
        if tokens[i - 1].low in w.DESCRIPTOR:
            return PRONOUN
    return None


_ADVISES: Final = w.verbs("advise help assist represent guide congratulate", "led")


def _advised(sentence: Sentence, phrase: Phrase) -> list[Name] | None:
    """Return whose "its" is in "Quayside |advised Acme| on its Series A": not the adviser's."""
    for k in range(phrase.first - 1, max(0, phrase.first - 14), -1):
        if sentence.low(k) in _ADVISES - {"led"} and sentence.low(k - 1) not in {"to", "the"}:
            ends = next(
                (j for j in range(k + 1, phrase.first) if sentence.low(j) in {"on", "in", "with", "through"}), 0
            )
            beside = neighbours.adjacent(sentence, ends - 1) if ends else None
            name = beside[-1] if isinstance(beside, list) else objects.after(sentence, k + 1)
            between = name is not None and name.last < phrase.first
            return (
                [name]
                if between and name is not None and sentence.low(name.last) in {"on", "in", "with", "through"}
                else None
            )
    return None


def target_at(sentence: Sentence, i: int) -> Name | None:
    """Return the party that the preposition at token i points at: "|in| AI startup Acme"."""
    tokens = sentence.tokens
    if i < len(tokens) and tokens[i].low in _INTO | {"of", "at", "by"}:
        if i + 1 < len(tokens) and tokens[i + 1].kind in {MONEY, ROUND}:
            return None
        return objects.after(sentence, i + 1)
    return None


_WORTH: Final = w.words(
    "valuation post-money pre-money post pre money - a an the valued around about roughly over nearly"
)


def _past_worth(sentence: Sentence, i: int) -> int:
    """Return the index after "a Series D |at $920M post-money| for Acme", or i."""
    money = next((k for k in range(i + 1, i + 5) if k < len(sentence.tokens) and sentence.tokens[k].kind == MONEY), 0)
    if sentence.low(i) != "at" or not money or any(sentence.low(k) not in _WORTH for k in range(i + 1, money)):
        return i
    end = money + 1
    while sentence.low(end) in _WORTH:
        end += 1
    return end


def after_phrase(sentence: Sentence, phrase: Phrase, prepositions: frozenset[str]) -> Name | None:
    """Return the party that the first of the prepositions within four tokens after a phrase points at."""
    tokens = sentence.tokens
    begin = _past_worth(sentence, phrase.last)
    for i in range(begin, min(len(tokens), begin + 4)):
        token = tokens[i]
        if token.low in prepositions:
            return target_at(sentence, i)
        if token.kind == PUNCT or (token.low in w.FUNCTION and token.low not in {"this", "last", "today"}):
            return None
    return None


_STAKE_NOUNS: Final = w.words("investment investments bet backing stake injection infusion")


def is_stake(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase is of what a backer does: "an investment", "a bet"."""
    return sentence.tokens[phrase.last - 1].low.rpartition(" ")[2] in _STAKE_NOUNS
