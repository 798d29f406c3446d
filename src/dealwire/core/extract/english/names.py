"""Which words of a sentence are a name: the party before a verb, the one after it, the members of a list.

A name is a run of capitals without what describes it ("Austin-based AI startup Acme" → "Acme"). In a headline where every word has
a capital the run ends at small words and at the verbs of headlines, and begins after the last descriptor.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence, Token
from dealwire.model import Round, Told

MAX_NAME = 9
"""Tokens of the longest name that is believed."""


class Name(NamedTuple):
    """A run of tokens: `first` up to, not including, `last`."""

    first: int
    last: int


def told(sentence: Sentence, name: Name, content: str, confidence: float = 0.9) -> Told[str]:
    """Return a name as the text writes it, with its span."""
    start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
    quote = content[start:end]
    return Told(" ".join(quote.split()), start, end, quote, confidence)


# --- runs of capitals ------------------------------------------------------------------------------------------------------


def _is_part(sentence: Sentence, i: int) -> bool:
    """Tell whether token i can be part of a name by itself."""
    token = sentence.tokens[i]
    if token.kind == ROUND:
        return token.caps and (_ends_firm(sentence, i) if " " in token.text else _beside_capital(sentence, i))
    if token.kind != WORD or not token.caps:
        return False
    if token.low in w.FUNCTION:
        return _is_named_function(sentence, i)
    if token.low in w.MONTHS and _in_date(sentence, i):
        return False
    if sentence.titled and token.low in w.VERB and i > 0:
        return False
    return not w.SUFFIX_DESCRIPTOR.match(token.text)


def _ends_firm(sentence: Sentence, i: int) -> bool:
    """Words of a round that close a firm's name: "Oakhill Growth Equity"."""
    token = sentence.tokens[i]
    label = token.round.value.round if token.round else None
    before = sentence.tokens[i - 1] if i else None
    return (
        label in {Round.PRIVATE_EQUITY, Round.DEBT_FINANCING}
        and not sentence.titled
        and before is not None
        and before.caps
        and before.kind == WORD
    )


def _is_named_function(sentence: Sentence, i: int) -> bool:
    """A small word with a capital amid a sentence is part of a name ("Capital One"), in a headline only the first ("First Stop Health")."""
    tokens = sentence.tokens
    low = tokens[i].low
    if low in {
        "the",
        "a",
        "an",
        "in",
        "on",
        "of",
        "and",
        "or",
        "for",
        "with",
        "by",
        "at",
        "to",
        "its",
        "it",
        "from",
        "as",
        "but",
        "is",
    }:
        return False
    beside = (
        i + 1 < len(tokens)
        and tokens[i + 1].caps
        and tokens[i + 1].kind == WORD
        and tokens[i + 1].low not in w.FUNCTION
    )
    if sentence.titled:
        return (
            i == 0
            and beside
            and low
            in {
                "first",
                "new",
                "one",
                "second",
                "all",
                "every",
                "more",
                "three",
                "five",
                "seven",
                "next",
                "up",
                "over",
                "near",
                "now",
            }
        )
    if i == 0:
        return beside and low in {
            "first",
            "new",
            "one",
            "second",
            "all",
            "every",
            "three",
            "five",
            "seven",
            "next",
            "up",
            "over",
        }
    return tokens[i - 1].kind != PUNCT and (beside or (tokens[i - 1].caps and tokens[i - 1].kind == WORD))


def _in_date(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    if i + 1 < len(tokens) and tokens[i + 1].kind == NUMBER:
        return True
    return i > 0 and (
        tokens[i - 1].kind == NUMBER
        or tokens[i - 1].low in {"in", "on", "since", "of", "late", "early", "mid", "last", "this", "until", "by"}
    )


def _beside_capital(sentence: Sentence, i: int) -> bool:
    """A round's label that stands in a name: "Seed Health raises" — capitals after it, and no money before."""
    tokens = sentence.tokens
    if (
        i + 1 >= len(tokens)
        or tokens[i + 1].kind != WORD
        or not tokens[i + 1].caps
        or tokens[i + 1].low in w.FUNDING_NOUN | w.FUNCTION | w.VERB
    ):
        return False
    return not any(t.kind == MONEY for t in tokens[max(0, i - 3) : i])


def _link_left(sentence: Sentence, i: int) -> int:
    """Return the index of the token before i that continues a run leftwards, skipping a small word inside a name, or -1."""
    tokens = sentence.tokens
    if i < 1:
        return -1
    if _is_part(sentence, i - 1):
        return i - 1
    before = tokens[i - 1]
    if i < 2:
        return -1
    if before.kind == NUMBER and tokens[i - 2].kind == WORD and _is_part(sentence, i - 2) and tokens[i].caps:
        return i - 2
    if not _is_part(sentence, i - 2):
        return -1
    if before.text in {"&", "+"}:
        return i - 2
    if before.text == "," and tokens[i].low in w.LEGAL:
        return i - 2
    if before.low in {"of", "for"} and tokens[i - 2].low in w.OF_HEAD and (not sentence.titled or before.low == "of"):
        return i - 2
    if before.low in {"de", "du", "la", "le", "van", "von", "der", "del", "di", "da", "e", "y"}:
        return i - 2
    if before.text in {"'s", "’s"} and tokens[i].low in {"club", "pizza", "foods", "coffee", "kitchen", "restaurant"}:
        return i - 2
    return -1


_YEAR = re.compile(r"(?:19|20)\d\d")


def run_before(sentence: Sentence, end: int) -> Name | None:
    """Return the run of capitals whose last token is `end`."""
    tokens = sentence.tokens
    if end < 0:
        return None
    first = end
    if tokens[end].kind == NUMBER:
        if end < 1 or not _is_part(sentence, end - 1):
            return None
        first = end - 1
    elif tokens[end].text in {"+", "!"} and end and _is_part(sentence, end - 1):
        first = end - 1
    elif not _is_part(sentence, end):
        return None
    while end - first < 14:
        left = _link_left(sentence, first)
        if left < 0:
            break
        first = left
    if first and tokens[first - 1].text == "The":
        first -= 1
    elif (
        first
        and tokens[first - 1].kind == NUMBER
        and not _YEAR.fullmatch(tokens[first - 1].text)
        and (first == 1 or tokens[first - 2].kind == PUNCT)
    ):
        first -= 1
    return trim(sentence, first, end + 1)


def run_after(sentence: Sentence, first: int) -> int:
    """Return the index after the run of capitals that begins at `first` (equal to `first` if none does)."""
    tokens = sentence.tokens
    last = first
    n = len(tokens)
    if (
        first < n
        and tokens[first].kind == NUMBER
        and "." not in tokens[first].text
        and first + 1 < n
        and _is_part(sentence, first + 1)
        and len(tokens[first + 1].text) > 2
    ):
        last = first + 1
    while last < n and last - first < 14:
        if _is_part(sentence, last):
            last += 1
        elif (
            last > first
            and last + 1 < n
            and _link_left(sentence, last + 1) == last - 1
            and _is_part(sentence, last + 1)
        ):
            last += 2
        elif (
            last > first
            and last + 2 < n
            and tokens[last].text == ","
            and tokens[last + 1].low in w.LEGAL
            and tokens[last + 1].caps
        ):
            last += 2
        elif (
            last > first
            and tokens[last].kind == NUMBER
            and (last + 1 == n or tokens[last + 1].kind == PUNCT or tokens[last + 1].low in w.FUNCTION)
            and not tokens[last].text.endswith("%")
            and tokens[last - 1].low not in w.MONTHS
        ):
            last += 1
            break
        else:
            break
    return last


def trim(sentence: Sentence, first: int, last: int) -> Name | None:
    """Return a run without its descriptors, or None if it names nobody."""
    tokens = sentence.tokens
    end_mark = last
    cut = first
    for i in range(first, last - 1):
        low = tokens[i].low
        if w.SUFFIX_DESCRIPTOR.match(tokens[i].text):
            cut = i + 1
        elif low in w.STRONG_DESCRIPTOR and (
            sentence.titled or i == first == 0 or (i > first and tokens[i].text[0].islower())
        ):
            cut = i + 1
        elif low in w.WEAK_DESCRIPTOR and sentence.titled and i > first and not _all_legal(tokens[i + 1 : last]):
            cut = i + 1
        elif (
            low in w.NATIONALITY
            and i == cut
            and tokens[i + 1].low in w.DESCRIPTOR
            and i + 2 < last
            and tokens[i + 2].caps
        ):
            cut = i + 2
    first = cut
    if first == 0 and last > 1 and tokens[0].low in _HEADINGS and not sentence.titled:
        first = 1
    while first < last and (
        tokens[first].low in w.WEEKDAYS
        or (tokens[first].low in {"ex", "rival", "startup", "start-up"} and first + 1 < last)
    ):
        first += 1
    while last > first and (
        tokens[last - 1].low in w.WEEKDAYS
        or tokens[last - 1].low in {"startup", "start-up", "startups", "today"}
        or (
            tokens[last - 1].low in w.FUNCTION
            and tokens[last - 1].low not in {"up", "more", "one", "you", "me", "us", "them", "now", "here"}
        )
    ):
        last -= 1
    if first >= last or last - first > MAX_NAME:
        return None
    if last - first == 1 and first == 0 and tokens[first].low in _NAMES_AT_START and not sentence.titled:
        return Name(first, last)
    if all(_names_nobody(tokens[i]) for i in range(first, last)) and not (
        last - first > 1 and end_mark == last and _is_proper(tokens[first:last])
    ):
        return None
    return Name(first, last)


_HEADINGS = frozenset(
    {
        "funding",
        "history",
        "acquisition",
        "acquisitions",
        "overview",
        "investment",
        "investments",
        "financing",
        "background",
    }
)
_NAMES_AT_START = frozenset(
    "stake carbon share cash money angel partner press release portfolio detail deal board seed round report own part group house person".split()
)


def _all_legal(tokens: tuple[Token, ...]) -> bool:
    return all(t.low in w.LEGAL or t.low in w.DESCRIPTOR for t in tokens)


def _names_nobody(token: Token) -> bool:
    return (
        token.kind in {PUNCT, NUMBER, ROUND}
        or token.low in w.GENERIC
        or token.low in w.FUNCTION
        or token.low in w.LEGAL
    )


def _is_proper(tokens: tuple[Token, ...]) -> bool:
    """ "Founders Fund", "Growth Partners", "Capital Group": common words that are a firm's name together."""
    return tokens[-1].low in {
        "partners", "capital", "fund", "ventures", "group", "equity", "holdings", "bank", "growth", "angels", "technologies", "labs", "studios", "network",
        "solutions", "robotics", "systems", "company", "exchange", "ai", "investments", "investors", "tech", "health", "inc", "inc.",
    } and tokens[0].low not in w.FUNCTION  # fmt: skip


# --- the party before a verb -----------------------------------------------------------------------------------------------

PRONOUN = "pronoun"


def head_of_group(sentence: Sentence, verb: int) -> int:
    """Return the first token of the verb group that ends in `verb`: "has been in talks to |raise" → "has"."""
    tokens = sentence.tokens
    i = verb
    while i > 0:
        before = tokens[i - 1]
        low = before.low
        if low == "to":
            j = i - 2
            if j < 0 or not (
                tokens[j].low in w.CATENATIVE
                or tokens[j].low in w.AUXILIARY
                or tokens[j].low in w.TO_NOUN
                or _ends_name(sentence, j)
                or tokens[j].low in w.ADVERB
            ):
                break
            i -= 1
        elif before.text in {"'s", "’s"}:
            if i < 2 or tokens[i - 2].low not in w.PRONOUN:
                break
            i -= 1
        elif low in w.AUXILIARY or low in w.ADVERB or (low.endswith("ly") and len(low) > 4 and not before.caps):
            i -= 1
        elif low in w.TALKS or low in w.TO_NOUN and tokens[i].low == "to":
            i -= 1
            while i > 0 and tokens[i - 1].low in {"in", "advanced", "early", "final", "late-stage", "exclusive", "active", "preliminary", "a", "an", "definitive", "the", "into", "entered",
                                                 "signed", "reached", "struck", "strikes", "signs", "enters", "inks", "inked", "holding", "stages", "its"}:  # fmt: skip
                i -= 1
        elif (
            low in w.CATENATIVE
            and tokens[i].low
            in {
                "to",
                "a",
                "raise",
                "raising",
                "track",
                "the",
                "that",
                "in",
                "it",
                "close",
                "about",
                "set",
                "of",
                "process",
                "buy",
                "acquire",
                "buying",
                "acquiring",
            }
            | w.CATENATIVE
            | w.AUXILIARY
        ):
            if before.caps and not sentence.titled:
                break
            i -= 1
        else:
            break
    return i


def _ends_name(sentence: Sentence, i: int) -> bool:
    return _is_part(sentence, i) or sentence.tokens[i].text == ")"


def skip_brackets(sentence: Sentence, i: int) -> int:
    """Return the token before the bracket that closes at i ("Oracle (NYSE: ORCL)" → "Oracle"), or i."""
    tokens = sentence.tokens
    if i < 0 or tokens[i].text not in {")", "]"}:
        return i
    for j in range(i - 1, max(-1, i - 25), -1):
        if tokens[j].text in {"(", "["}:
            return j - 1
    return i


_CLAUSE = frozenset({":", ";", "--", "—", "–", "―"})
_QUOTE = frozenset({"“", "”", '"', "‘", "’"})


def subject(sentence: Sentence, verb: int) -> list[Name] | str | None:
    """Return who does what the verb at `verb` says: names joined by commas and "and", `PRONOUN` for "it", or None."""
    tokens = sentence.tokens
    head = head_of_group(sentence, verb)
    i = head - 1
    if i < 0:
        return None
    while i > 0 and tokens[i].text in _QUOTE:
        i -= 1
    token = tokens[i]
    if token.text in {")", "]"}:
        i = skip_brackets(sentence, i)
        token = tokens[max(i, 0)]
    if token.low == "to":
        return main_subject(sentence, i)
    if token.low in {"and", "but", "then"} or (token.text == "," and i and tokens[i - 1].low in {"and", "but"}):
        return main_subject(sentence, head)
    if token.text == "," and head == verb and tokens[verb].low.endswith("ing"):
        return main_subject(sentence, min(i, verb))
    if token.text == ",":
        return _before_apposition(sentence, i)
    if token.text in {"—", "–", "--", "―"}:
        for j in range(i - 1, 0, -1):
            if tokens[j].text in {"—", "–", "--", "―"}:
                return adjacent(sentence, j - 1) or main_subject(sentence, head)
        return None
    if token.low in {"which", "who", "that"}:
        j = i - 1
        while j > 0 and tokens[j].text in {",", "("}:
            j -= 1
        j = skip_brackets(sentence, j)
        return adjacent(sentence, j) or main_subject(sentence, head)
    if token.low in w.PRONOUN:
        return PRONOUN
    if token.low in {"after", "by", "since", "while", "before", "with"} and tokens[verb].low.endswith("ing"):
        return main_subject(sentence, i if i > 2 else len(tokens))
    return adjacent(sentence, i)


_ASKS = frozenset(
    "why how what when where who here here's this these those meet every all does is are can should will if inside exclusive report watch".split()
)
_MANY = frozenset(
    "startups companies founders investors firms vcs shareholders employees banks funds teens alumni alum vet vets veterans startup company founder".split()
)


def prefix(sentence: Sentence, end: int) -> Name | None:
    """Return all that stands before the verb of a short headline as a name: "Bento for Business |Scoops", "quip |Inks"."""
    tokens = sentence.tokens
    if not (sentence.title and 0 < end <= 6) or any(
        t.kind in {PUNCT, MONEY} and t.text not in {"&", "'s", "’s", "!", "+"} for t in tokens[:end]
    ):
        return None
    if (
        tokens[0].low in w.FUNCTION - {"if", "one", "plus", "own", "do", "up", "over", "off", "first", "second", "more"}
        and (end == 1 or tokens[0].low in w.INTRO)
    ) or tokens[end - 1].low in {"bitcoin", "nasdaq", "ether"}:
        return None
    if tokens[0].low in _ASKS - {"if", "is", "all"} or any(
        t.low in _MANY or t.low in w.AUXILIARY - {"do", "can", "will", "must"} for t in tokens[:end]
    ):
        return None
    if (
        tokens[0].low in w.NATIONALITY
        or any(w.SUFFIX_DESCRIPTOR.match(t.text) for t in tokens[:end])
        or any(t.low in w.STRONG_DESCRIPTOR for t in tokens[: end - 1])
    ):
        return None
    if not all(t.caps or t.kind == NUMBER or i == 0 or t.low in w.FUNCTION for i, t in enumerate(tokens[:end])):
        return None
    return Name(0, end)


def adjacent(sentence: Sentence, i: int) -> list[Name] | str | None:
    """Return the name, or the list of names, that ends at token i."""
    tokens = sentence.tokens
    i = skip_brackets(sentence, i)
    if i < 0:
        return None
    own = tokens[i].text in {"'s", "’s"} and i > 0
    name = run_before(sentence, i - own)
    if name is not None and own and i + 1 < len(tokens) and tokens[i + 1].low in w.VERB | w.AUXILIARY:
        name = Name(name.first, i + 1)  # "Wendy's raised": the sign is part of the name
    if tokens[i].text in {"'s", "’s", "'", "’"} and i:
        i -= 1
    if name is None:
        low = tokens[i].low
        if low in {
            "company",
            "startup",
            "firm",
            "start-up",
            "business",
            "maker",
            "platform",
            "group",
            "provider",
            "team",
            "fintech",
            "unicorn",
        } and _determined(sentence, i):
            return PRONOUN
        return _described_before(sentence, i)
    names = [name]
    j = name.first - 1
    while j > 0 and len(names) < 12:
        k = j
        if tokens[k].low in {"and", "&"}:
            k -= 1
        if k >= 0 and tokens[k].text == ",":
            k -= 1
        if k == j:
            break
        k = skip_brackets(sentence, k)
        other = run_before(sentence, k)
        if other is None:
            break
        names.append(other)
        j = other.first - 1
    return names[::-1]


_AFTER_NAME = frozenset(
    "startup app platform valuation company firm founder founders co-founder co-founders ceo team maker parent marketplace service tool network".split()
)


def _described_before(sentence: Sentence, i: int) -> list[Name] | str | None:
    """Return the name before the words that describe it: "|Acme| trust management platform raises", "|Acme| founder raises"."""
    tokens = sentence.tokens
    if tokens[i].low not in _AFTER_NAME:
        return None
    j = i - 1
    while (
        j >= 0
        and i - j < 5
        and tokens[j].kind == WORD
        and not tokens[j].caps
        and tokens[j].low not in w.FUNCTION
        and tokens[j].low not in w.VERB - w.DESCRIPTOR
    ):
        j -= 1
    if (
        j >= 0
        and tokens[j].text in {"'s", "’s"}
        and tokens[i].low in {"founder", "founders", "co-founder", "co-founders", "ceo", "parent", "valuation"}
    ):
        j -= 1
    name = run_before(sentence, j) if j >= 0 else None
    if name is None:
        return None
    if tokens[name.first].low == "the" or (name.first and tokens[name.first - 1].low in {"the", "this"}):
        return PRONOUN  # "the San Francisco startup"
    return [name]


def _determined(sentence: Sentence, i: int) -> bool:
    return any(t.low in {"the", "this", "that", "said", "its"} for t in sentence.tokens[max(0, i - 4) : i])


def _before_apposition(sentence: Sentence, comma: int) -> list[Name] | str | None:
    """Return the subject of a verb after a comma: "Acme, a maker of tools, |raised" → Acme."""
    tokens = sentence.tokens
    start = clause_start(sentence, comma)
    before = next((j for j in range(comma - 1, start, -1) if tokens[j].text == ","), -1)
    if before > 0 and tokens[before - 1].low in w.DESCRIPTOR and not tokens[before - 1].caps:
        inner = run_before(sentence, comma - 1)
        if inner and inner.first == before + 1:
            return [inner]  # "the investor's company, |Acme|, raised"
    if start == 0 and (named := opening(sentence)):
        return [named]
    for i in range(start, comma):
        # "…, Acme, which makes tools, raised": the name before the nearest apposition that starts with an article or relative
        if (
            tokens[i].text == ","
            and i > start
            and i + 1 < comma
            and tokens[i + 1].low
            in {
                "a",
                "an",
                "which",
                "the",
                "who",
                "whose",
                "formerly",
                "one",
                "based",
                "known",
                "maker",
                "developer",
                "provider",
                "backed",
                "founded",
            }
        ):
            j = skip_brackets(sentence, i - 1)
            name = run_before(sentence, j)
            if name and (found := adjacent(sentence, j)):
                return found
    return main_subject(sentence, comma)


def clause_start(sentence: Sentence, i: int) -> int:
    """Return where the clause around token i begins: after a colon, a dash, a quotation mark, or at the sentence's start."""
    tokens = sentence.tokens
    depth = 0
    for j in range(i - 1, -1, -1):
        text = tokens[j].text
        depth += (text in _CLOSE) - (text in _OPEN)
        if text in _CLAUSE and depth <= 0:
            return j + 1
    return 0


_OPEN = frozenset({"(", "["})
_CLOSE = frozenset({")", "]"})


def opening(sentence: Sentence) -> Name | None:
    """Return the name that a sentence opens with and then describes, however it is spelt: "kwik, a Berlin-based …", "One Month, the …"."""
    tokens = sentence.tokens
    first = 0
    while first < len(tokens) and tokens[first].kind == PUNCT:
        first += 1
    while first < len(tokens) and w.SUFFIX_DESCRIPTOR.match(tokens[first].text):
        first += 1
    comma = next((j for j in range(first, min(first + 8, len(tokens))) if tokens[j].text in {",", "("}), -1)
    if comma <= first:
        return None
    last = comma
    if tokens[comma].text == "," and comma + 2 < len(tokens) and tokens[comma + 1].low in w.LEGAL:
        last = comma + 2
        comma = last
    if tokens[comma].text == "(":
        comma = next((j for j in range(comma, min(comma + 25, len(tokens))) if tokens[j].text == ")"), comma) + 1
    if comma + 1 >= len(tokens) or tokens[comma].text != "," or tokens[comma + 1].low not in _DESCRIBING:
        return None
    run = tokens[first:last]
    if tokens[first].low in w.INTRO - {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "back",
        "up",
        "over",
        "near",
        "inside",
        "across",
        "beyond",
        "above",
        "next",
        "now",
        "via",
    } or any(t.kind == MONEY for t in run):
        return None
    if all(t.caps or t.kind in {NUMBER, ROUND} or t.text in {"&", "+", ",", "/", "!"} for t in run):
        return Name(first, last) if not any(t.low in w.MONTHS for t in run) else None
    if len(run) <= 2 and all(t.kind in {WORD, NUMBER} and t.low not in w.FUNCTION and t.low not in w.VERB for t in run):
        return Name(first, last)
    return None


_DESCRIBING = frozenset(
    {"a", "an", "the", "which", "maker", "developer", "provider", "formerly", "one", "whose", "operator"}
)


def main_subject(sentence: Sentence, stop: int) -> list[Name] | str | None:
    """Return the first party of the clause before `stop`, past phrases such as "On Tuesday," and "Founded in 2019,"."""
    tokens = sentence.tokens
    i = clause_start(sentence, stop)
    if i == 0 and (named := opening(sentence)) and named.last < stop:
        return [named]
    for _ in range(3):
        while i < stop and tokens[i].kind == PUNCT and tokens[i].text not in {","}:
            i += 1
        comma = next((j for j in range(i, stop) if tokens[j].text == ","), -1)
        opens = i < stop and (tokens[i].low in w.INTRO or tokens[i].kind == NUMBER or _tells_time(sentence, i))
        if opens and (comma > 0 or not _is_part(sentence, i)):
            if comma < 0 or (tokens[i].low in {"and", "but"}):
                i += 1
                if comma < 0:
                    continue
            else:
                i = comma + 1
        else:
            break
    if i >= stop or (tokens[i].low in w.ACQUIRE | w.RAISE and i + 1 < len(tokens) and tokens[i + 1].low == "by"):
        return None
    if tokens[i].low in w.PRONOUN - {"its", "their", "i", "we", "who", "which", "that"}:
        return PRONOUN
    end = i
    while end < stop:
        token = tokens[end]
        if token.kind == MONEY or (token.kind == PUNCT and token.text not in {"&", "+", "'s", "’s", "'", "’"}):
            break
        if (
            end > i
            and token.low in w.FUNCTION
            and not (token.low in {"of", "for"} and tokens[end - 1].low in w.OF_HEAD)
            and not (token.text == "and" and end + 1 < stop and _is_part(sentence, end + 1))
        ):
            break
        if (
            end > i
            and token.kind == WORD
            and (token.low in w.VERB or token.low in w.AUXILIARY)
            and (sentence.titled or not token.caps)
        ):
            break
        end += 1
    if (
        end < stop
        and end - i > 1
        and sentence.titled
        and tokens[end].low in w.PREPOSITION
        and _verbish(tokens[end - 1])
    ):
        end -= 1
    for j in range(end - 1, i - 1, -1):
        if j + 1 < len(tokens) and tokens[j + 1].caps and w.SUFFIX_DESCRIPTOR.match(tokens[j + 1].text):
            continue
        if _is_part(sentence, j) or tokens[j].kind == NUMBER:
            name = adjacent(sentence, j)
            if isinstance(name, list):
                return name
    if end - 1 >= i and tokens[end - 1].low in w.DESCRIPTOR and tokens[i].low in {"the", "this"}:
        return PRONOUN
    return None


def _tells_time(sentence: Sentence, i: int) -> bool:
    """ "The following year, …", "A year later, …"."""
    near = [t.low for t in sentence.tokens[i : i + 5]]
    return (
        near[0] in {"the", "a", "that", "this", "an", "in"}
        and "," in near
        and bool({"year", "month", "week", "day", "quarter", "summer", "fall", "time"} & set(near))
    )


def _verbish(token: Token) -> bool:
    return token.kind == WORD and token.low.endswith("s") and not token.low.endswith("ss") and len(token.low) > 3


# --- the party after a verb or preposition ------------------------------------------------------------------------------------


def after(sentence: Sentence, i: int, reach: int = 14) -> Name | None:
    """Return the name of the party that a verb or preposition before token i points at: "AI startup |Acme| for", past what describes it."""
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
            _is_part(sentence, end)
            or (token.text == "The" and end + 1 < limit and _is_part(sentence, end + 1))
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
        if _closes_phrase(sentence, end) and not (
            end == i
            and token.low
            in {
                "a",
                "an",
                "the",
                "its",
                "their",
                "up",
                "out",
                "over",
                "in",
                "of",
                "two",
                "three",
                "rival",
                "fellow",
                "another",
                "both",
                "'s",
                "“",
                "‘",
                '"',
                "all",
                "here",
            }
        ):
            break
        end += 1
    return last


def _described_by(sentence: Sentence, name: Name, next_: int) -> bool:
    """Tell whether what was taken for a name only describes the next one: "|AI| observability platform Acme"."""
    tokens = sentence.tokens
    if next_ > 0 and (
        tokens[next_ - 1].low in w.DESCRIPTOR or tokens[next_ - 1].text in {"'s", "’s", "'", "’", "“", "‘", '"'}
    ):
        return True
    run = tokens[name.first : name.last]
    return all(
        t.low in w.NATIONALITY
        or (t.text.isupper() and len(t.text) <= 4)
        or t.low in {"saas", "iot", "b2b", "b2c", "d2c", "web3"}
        for t in run
    )


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


def _closes_phrase(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.kind == MONEY or token.kind == ROUND:
        return True
    if token.kind == PUNCT:
        return token.text not in {"“", "‘", "”", "’", '"', "&"}
    if token.low in w.FUNCTION and token.low not in {
        "new",
        "first",
        "one",
        "fresh",
        "latest",
        "another",
        "a",
        "an",
        "the",
        "own",
        "two",
        "three",
        "same",
    }:
        return True
    if token.low not in w.VERB or token.low in w.DESCRIPTOR:
        return False
    if sentence.titled:
        return True
    return not token.caps and (
        token.low.endswith(("s", "ed"))
        or token.low in _PAST
        or token.low in {"bringing", "valuing", "giving", "making", "joining"}
    )


_PAST = frozenset(
    {
        "led",
        "won",
        "got",
        "sold",
        "bought",
        "took",
        "made",
        "said",
        "saw",
        "grew",
        "went",
        "gave",
        "put",
        "held",
        "brought",
        "came",
    }
)
