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
    if (sentenced := _sentence_for_name(sentence, i)) is not None:
        return sentenced
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
            if sentence.titled and end < limit and tokens[end].low.endswith("ing") and _names_further(sentence, end):
                continue
            if end < limit and tokens[end].text == "(" and (beyond := _past_gloss(sentence, end)):
                end = beyond
                continue
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
        if last is None and token.kind == NUMBER and sentence.low(end + 1) == "-" and not tokens[end + 2].caps:
            end += 3  # "the |24,000-circulation| Harwell Gazette"
            continue
        if last is None and _is_participle(sentence, end):
            end += 1
            continue
        if token.text == "," and last is None and (on := _description_goes_on(sentence, end)):
            end = on
            continue
        if sentence.titled and token.caps and token.low.endswith("ing") and _names_further(sentence, end):
            last, end = None, end + 1  # "Buys Autonomous |Driving| Startup Acme"
            continue
        if _closes_phrase(sentence, end) and not (end == i and token.low in _OBJECT_OPENERS):
            break
        end += 1
    if last is not None and sentence.low(last.last) in _OF_ANOTHER and end <= last.last + 1:
        return None  # "an Acme rival" names another
    if last is not None and (_is_kind(sentence, last) or _is_trade(sentence, last)):
        return None
    return last


def _is_kind(sentence: Sentence, last: Name) -> bool:
    """Tell whether capitals only place what its kind alone names: "buys |Dayton| manufacturer"."""
    if sentence.titled or last.last - last.first > 2:
        return False
    i = last.last
    while i < last.last + 2 and sentence.low(i + 1) in w.DESCRIPTOR and not sentence.tokens[i].caps:
        i += 1
    if i >= len(sentence.tokens) or sentence.tokens[i].caps or not _names_kind(sentence, i):
        return False
    follows = sentence.low(i + 1)
    return not follows or follows in w.FUNCTION or sentence.tokens[i + 1].kind in {PUNCT, MONEY}


def _is_trade(sentence: Sentence, last: Name) -> bool:
    """Tell whether a short word in capitals only says what a company does: "take the |HR| software company private"."""
    text = sentence.tokens[last.first].text
    if last.last - last.first > 1 or not text.isupper() or len(text) > 3 or sentence.low(last.first - 1) != "the":
        return False
    near = range(last.last, last.last + 3)
    return any(sentence.low(k) in {"company", "firm", "maker", "group"} and not sentence.tokens[k].caps for k in near)


def _names_kind(sentence: Sentence, i: int) -> bool:
    low = sentence.low(i)
    maker = low in w.DESCRIPTOR and low.endswith(("er", "or")) and low not in _NOT_KINDS
    return maker or (sentence.title and low in {"startup", "start-up", "company", "firm", "specialist"})


_NOT_KINDS: Final = w.words("owner founder co-founder cofounder investor backer leader partner other carrier")


_DESCRIBED: Final = 8
"""Tokens of the longest stretch after a comma that goes on describing a party before its name."""


def _is_participle(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb's form only describes the noun after it: "in |automated| reporting firm Acme"."""
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    plain = after is not None and after.kind == WORD and not after.caps and after.low not in w.FUNCTION
    return plain and sentence.low(i).endswith("ed") and sentence.low(i) not in w.RAISE | w.ACQUIRE | w.LEAD


def _past_gloss(sentence: Sentence, bracket: int) -> int:
    """Return the index after a bracket that spells out what describes: "AI |(artificial intelligence)| firm Acme"."""
    tokens = sentence.tokens
    end = next((k for k in range(bracket, min(bracket + 8, len(tokens))) if tokens[k].text == ")"), 0)
    plain = end and not any(t.caps for t in tokens[bracket + 1 : end])
    further = any(tokens[k].low in w.DESCRIPTOR and not tokens[k].caps for k in range(end, min(end + 4, len(tokens))))
    return end + 1 if plain and further and not tokens[end + 1].caps else 0


def _sentence_for_name(sentence: Sentence, i: int) -> Name | None:
    """Read a name that begins with a small word, every word with a capital: "acquired |Are You There|, a bar app"."""
    tokens = sentence.tokens
    if sentence.titled or i + 1 >= len(tokens) or tokens[i].low not in w.FUNCTION or not tokens[i].caps:
        return None
    if is_part(sentence, i) or tokens[i].low == "it":
        return None
    end = i
    while end < len(tokens) and tokens[end].kind == WORD and tokens[end].caps:
        end += 1
    closed = end < len(tokens) and tokens[end].text in {",", "."}
    return Name(i, end) if end - i > 1 and closed and tokens[i].low != "the" else None


def _description_goes_on(sentence: Sentence, comma: int) -> int:
    """Return where a list of plain words goes on towards a name, else 0: "data|, research and chip provider| Acme"."""
    tokens = sentence.tokens
    for k in range(comma + 1, min(comma + 1 + _DESCRIBED, len(tokens))):
        if tokens[k].caps:
            opens = comma + 1 + (sentence.low(comma + 1) == "and")
            return opens if tokens[k - 1].low in w.DESCRIPTOR and k > comma + 1 else 0
        if tokens[k].kind != WORD and tokens[k].text != ",":
            return 0
        if tokens[k].low in w.FUNCTION - {"and"} or tokens[k].low in w.VERB - w.DESCRIPTOR:
            return 0
    return 0


_OF_ANOTHER: Final = w.words("rival competitor clone alternative challenger spinoff spin-off alum alums")
_OWNERSHIP: Final = w.words("'s ’s ' ’ “ ‘ \"")
_TRADES: Final = w.words("saas iot b2b b2c d2c web3")


def _described_by(sentence: Sentence, name: Name, next_: int) -> bool:
    """Tell whether what was taken for a name only describes the next one: "|AI| observability platform Acme"."""
    tokens = sentence.tokens
    if next_ > 0 and (tokens[next_ - 1].low in w.DESCRIPTOR or tokens[next_ - 1].text in _OWNERSHIP):
        return True
    if tokens[next_ - 1].low.endswith(("-owned", "-listed", "-based", "-backed", "-run", "-held")):
        return True  # "|South Australian| family-owned Coopers"
    run = tokens[name.first : name.last]
    return all(
        t.low in w.NATIONALITY | w.PLACE | w.CITY or (t.text.isupper() and len(t.text) <= 4) or t.low in _TRADES
        for t in run
    )


def is_placed(sentence: Sentence, comma: int) -> bool:
    """Tell whether a description without an article follows: "Acme|, Ghana-based tutoring platform,| raised".

    In "Bergen|, Norway-based AI startup Acme,| raised" the place only goes on, to a name.
    """
    tokens = sentence.tokens
    first = comma
    while first > 0 and tokens[first - 1].caps:
        first -= 1
    if tokens[comma - 1].low in w.PLACE or sentence.low(first - 1) in {"a", "an"} or tokens[first].low == "the":
        return False  # "Acme, |a Lanham|, Maryland-based platform"
    limit = min(comma + 16, len(tokens) - 1)
    place = next((k for k in range(comma + 1, min(comma + 4, limit)) if w.SUFFIX_DESCRIPTOR.match(tokens[k].text)), 0)
    if not place or not all(t.caps for t in tokens[comma + 1 : place + 1]):
        return False
    last = limit if limit == len(tokens) - 1 else 0
    end = next((k for k in range(place + 1, limit) if tokens[k].text == ","), last)
    plain = all(not t.caps or (t.text.isupper() and len(t.text) <= 4) for t in tokens[place + 1 : end])
    whole = plain and end > place + 1 and tokens[end - 1].kind == WORD and not tokens[end - 1].caps
    if end >= len(tokens) - 1 or tokens[end - 1].low in w.DESCRIPTOR:
        return whole
    return whole and tokens[end + 1].low in w.FUNCTION | w.VERB | w.AUXILIARY  # not "Norway-based data|, charts| and"


def place_end(sentence: Sentence, i: int) -> int:
    """Return the index after "|, Sweden-based|" where that goes on with a description, else 0."""
    tokens = sentence.tokens
    if i < len(tokens) and tokens[i].caps and w.SUFFIX_DESCRIPTOR.match(tokens[i].text):
        return i + 1  # "San Francisco-based", "Index Ventures-backed"
    based = i + 1 < len(tokens) and tokens[i].low in {"based", "headquartered"}
    if based and (tokens[i + 1].caps or tokens[i + 1].low in w.DESCRIPTOR):
        return i + 1  # "London based Acme"
    if i < len(tokens) and tokens[i].text == "," and not is_placed(sentence, i):
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
        spelt = token.text.isupper() and len(token.text) == 2 and i + 1 < len(sentence.tokens)
        return not spelt or sentence.tokens[i + 1].text.isupper()  # not in "acquired |US| rival Acme", "an |IT| firm"
    if token.low not in w.VERB or token.low in w.DESCRIPTOR:
        return False
    if sentence.titled:
        return True
    return not token.caps and (token.low.endswith(("s", "ed")) or token.low in _PAST or token.low in _PARTICIPLES)


def _names_further(sentence: Sentence, i: int) -> bool:
    """Tell whether a title goes on past a participle to who is meant: "Buys Autonomous |Driving| Startup Acme"."""
    noun = next((k for k in range(i + 1, i + 4) if sentence.low(k) in w.STRONG_DESCRIPTOR), 0)
    return noun > 0 and run_after(sentence, noun + 1) > noun + 1


_PAST = w.words("led won got sold bought took made said saw grew went gave put held brought came")


def called_after(sentence: Sentence, at: int) -> Name | None:
    """Return the name that a comma sets after what describes it.

    "buys the Bergen-based biotech, |Acme|, after", "bought one of Germany's largest bakers, |Acme|, for".
    """
    comma = next((k for k in range(at, at + DESCRIBED) if sentence.low(k) == ","), 0)
    if not comma or comma == at or sentence.tokens[comma - 1].caps or sentence.titled:
        return None
    firm = sentence.low(comma - 1) in w.DESCRIPTOR or sentence.low(at) in _ONE_OF
    plain = all(_describes(sentence, k) for k in range(at, comma))
    end = run_after(sentence, comma + 1)
    closed = end > comma + 1 and sentence.low(end) in _CLOSES
    return trim(sentence, comma + 1, end) if firm and plain and closed and end - comma <= NAMED else None


_ONE_OF: Final = w.words("one a an the its their another rival fellow two")
_CLOSES: Final = w.words(", . for from in after ( to as at and with on through") | {""}
_LINKS: Final = w.words("of 's ’s ' ’ and & in")
DESCRIBED: Final = 14
"""Tokens of the longest description before the comma that sets a name apart."""


def _describes(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    low = token.low
    if low in _LINKS or low in _ONE_OF:
        return True
    if token.caps:
        owner = sentence.low(i + 1) in {"'s", "’s"}
        return owner or low in w.NATIONALITY | w.PLACE or w.SUFFIX_DESCRIPTOR.match(low) is not None
    return token.kind in {WORD, NUMBER} and low not in w.FUNCTION | w.AUXILIARY and low not in _NO_FIRM


_NO_FIRM: Final = w.words(
    "stake stakes share shares stock rights bonds debt building buildings office offices property properties plant "
    "factory mine field ship ships plane planes house home hotel site warehouse campus land"
)


NAMED: Final = 6
"""Tokens of the longest name that a comma sets apart."""
