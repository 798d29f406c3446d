"""What a sentence opens with, taken for a name however it is spelt: "Bento for Business |scoops|", "kwik, a shop"."""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name, is_part, run_after, trim
from dealwire.core.extract.english.neighbours import THE_COMPANY
from dealwire.core.extract.english.objects import is_placed
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence, Token

_ASKS = w.words(
    "why how what when where who here here's this these those meet every all does is are can should will if "
    "inside exclusive report watch"
)
_MANY = w.words(
    "startups companies founders investors firms vcs shareholders employees banks funds teens alumni alum vet "
    "vets veterans startup company founder"
)
_NAMED_FUNCTION: Final = w.words("if one plus own do up over off first second more")
_ODD_NAMES: Final = w.words("also via now here there still soon together once even ever over under before after per")
_NAME_SIGNS: Final = w.words("& 's ’s ! +")


def prefix(sentence: Sentence, end: int) -> Name | None:
    """Return all that stands before the verb of a short headline as a name.

    "Bento for Business |Scoops", "quip |Inks".
    """
    tokens = sentence.tokens
    if not (sentence.title and 0 < end <= 6) or any(
        t.kind in {PUNCT, MONEY} and t.text not in _NAME_SIGNS for t in tokens[:end]
    ):
        return None
    odd = end == 1 and tokens[0].low in _ODD_NAMES and tokens[1].low in w.RAISE_PLAIN and tokens[1].low.endswith("s")
    if (not odd and tokens[0].low in w.FUNCTION - _NAMED_FUNCTION and (end == 1 or tokens[0].low in w.INTRO)) or tokens[
        end - 1
    ].low in {"bitcoin", "nasdaq", "ether"}:
        return None
    if any(t.low in w.SAY for t in tokens[:end]) or all(t.low in w.PLACE | w.NATIONALITY for t in tokens[:end]):
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


_NAMED_INTRO: Final = w.words(
    "one two three four five six seven back up over near inside across beyond above next now via here"
)
_NAME_MARKS: Final = frozenset("&+,/!")


def opening(sentence: Sentence) -> Name | None:
    """Return the name that a sentence opens with and then describes, however it is spelt.

    "kwik, a Berlin-based …", "One Month, the …".
    """
    tokens = sentence.tokens
    first = 0
    while first < len(tokens) and tokens[first].kind == PUNCT:
        first += 1
    while first < len(tokens) and w.SUFFIX_DESCRIPTOR.match(tokens[first].text):
        first += 1
    if sentence.low(first) in _COUNTED_OFF and sentence.low(first + 1) == ",":
        return None  # "|First|, the news broke"
    follows = first + 1 < len(tokens) and is_part(sentence, first + 1)
    first += sentence.low(first) in {"then", "meanwhile"} and follows  # "Then |Acme, a maker of|"
    first += sentence.low(first) in {"meet", "introducing"} and first + 1 < len(tokens) and tokens[first + 1].caps
    comma = next((j for j in range(first, min(first + 8, len(tokens))) if tokens[j].text in {",", "("}), -1)
    if comma <= first or (sentence.low(first) == "the" and _is_based(sentence, comma)):
        return None  # "The Louisville, Ky.-based firm, which"
    last = comma
    if tokens[comma].text == "," and comma + 2 < len(tokens) and tokens[comma + 1].low in w.LEGAL:
        last = comma + 2
        comma = last
    if tokens[comma].text == "(":
        comma = next((j for j in range(comma, min(comma + 25, len(tokens))) if tokens[j].text == ")"), comma) + 1
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return None
    if tokens[comma + 1].low not in _DESCRIBING and not is_placed(sentence, comma):
        return None
    if (
        sentence.low(comma + 1) in {"the", "this"}
        and sentence.low(comma + 2) in THE_COMPANY
        and _acts(sentence, comma + 3)
    ):
        return None  # "Next year, the startup |plans|"
    run = tokens[first:last]
    if run[0].low in {"the", "this"} and run[-1].low in w.DESCRIPTOR and not run[-1].caps:
        return None  # "The San Francisco company, which |raised|"
    if last == comma and len(run) > 2 and run[-1].low in w.LEGAL and run[-2].text == ",":
        run = run[:-2]
    elif len(run) > 1 and run[-1].low in w.LEGAL and run[-2].low not in w.FUNCTION:
        run = run[:-1]
    if len(run) > 2 and run[-1].kind == NUMBER and run[-2].low == "in":
        return None  # "Acquisition In 2006, a stake was"
    if (tokens[first].low in w.INTRO - _NAMED_INTRO and not _is_odd_name(sentence, first, comma)) or any(
        t.kind == MONEY for t in run
    ):
        return None
    if all(t.caps or t.kind in {NUMBER, ROUND} or t.text in _NAME_MARKS for t in run):
        dated = any(t.low in w.MONTHS for t in run) and not (len(run) == 1 and sentence.low(comma + 1) in {"a", "an"})
        return Name(first, last) if not dated else None
    if len(run) <= 2 and all(t.kind in {WORD, NUMBER} and t.low not in w.FUNCTION and t.low not in w.VERB for t in run):
        return Name(first, last)
    return None


_COUNTED_OFF: Final = w.words("first second third fourth next last then")


def _is_based(sentence: Sentence, comma: int) -> bool:
    """Tell whether a comma stands between a town and its country: "Bergen|, Norway-based|"."""
    return any(sentence.low(k).endswith("-based") for k in range(comma + 1, comma + 4))


_ODD_OPENERS: Final = w.words("after before under once last next then still just only also behind between despite")


def _is_odd_name(sentence: Sentence, first: int, comma: int) -> bool:
    """Tell whether a small word opens a name: "After Hours, a Berlin-based bar app, |raised|", "Also, the maker …"."""
    tokens = sentence.tokens
    if all(t.text.isupper() and len(t.text) > 1 for t in tokens[first:comma]):
        return True  # "AND OR, a Bergen-based …"
    if tokens[first].low not in _ODD_OPENERS or not all(t.caps for t in tokens[first:comma]):
        return False
    further = [j for j in range(comma + 1, min(comma + 30, len(tokens) - 1)) if tokens[j].text == ","]
    return any(tokens[j + 1].low in w.RAISE | {"has", "today", "said"} for j in further)


def _acts(sentence: Sentence, i: int) -> bool:
    low = sentence.low(i)
    return low in w.AUXILIARY or (low in w.VERB - w.DESCRIPTOR and low.endswith(("ed", "s")))


def acts_before(sentence: Sentence, i: int, comma: int) -> bool:
    """Tell whether a clause's verb stands before a comma: "Last year the startup |raised| $5M from Acme, Pelt"."""
    return any(_acts(sentence, k) for k in range(i + 1, comma))


def is_adverb(sentence: Sentence, i: int) -> bool:
    """Tell whether a first word is capital for its place only: "|Last| year the startup", "|Late| in 2021 it".

    After it a month or a day is of it too: "Back in |March|".
    """
    tokens = sentence.tokens
    if i in {1, 2} and sentence.low(0) in w.INTRO:
        return tokens[i].low in w.MONTHS | w.WEEKDAYS
    if i or sentence.titled or sentence.low(0) not in w.INTRO or len(tokens) < 2 or tokens[1].kind != WORD:
        return False
    follows = tokens[1]
    verb = follows.low in w.VERB | w.AUXILIARY or follows.low.endswith("ed")
    return (not follows.caps or follows.low in w.MONTHS | w.WEEKDAYS) and not verb


_DESCRIBING = w.words("a an the new which maker developer provider formerly one whose operator")


def is_aside(sentence: Sentence) -> bool:
    """Tell whether a sentence opens with a participle's clause: "|Sensing demand|, Acme raised", "|Betting that| …"."""
    if len(sentence.tokens) < 3 or sentence.titled or len(sentence.low(0)) < 6 or not sentence.low(0).endswith("ing"):
        return False
    follows = sentence.tokens[1]
    finite = follows.low in w.AUXILIARY or follows.low.endswith(("s", "ed", "ing"))
    return follows.kind == WORD and not follows.caps and not finite and follows.low not in w.DESCRIPTOR


_TIME_OPENERS: Final = w.words("the a that this an in")
_TIMES: Final = w.words("year month week day quarter summer fall time")


def tells_time(sentence: Sentence, i: int) -> bool:
    """Read "The following year, …", "A year later, …"."""
    near = [t.low for t in sentence.tokens[i : i + 5]]
    return near[0] in _TIME_OPENERS and "," in near and bool(_TIMES & set(near))


PERSONS: Final = w.words(
    "professor founder co-founder cofounder engineer entrepreneur scientist physicist chemist doctor lawyer executive "
    "analyst journalist student researcher veteran partner ceo cto author economist who"
)


def is_person(sentence: Sentence, comma: int) -> bool:
    """Tell whether a name is described as a person: "Jane Doe|, a Stanford professor|"."""
    near = [sentence.low(k) for k in range(comma, comma + 7)]
    return near[0] == "," and any(low in PERSONS for low in near[1:]) and "of" not in near[1:3]


DESCRIPTION: Final = 25
"""Tokens of the longest apposition that is looked past for the name before it."""


def past_description(sentence: Sentence, i: int, stop: int) -> Name | None:
    """Return the name past plain words that describe it: "Online lending and savings platform |Acme| may"."""
    tokens = sentence.tokens
    if sentence.titled or i + 2 >= stop or not tokens[i].caps or tokens[i].low in w.FUNCTION:
        return None
    begin = i + 1 + (tokens[i].low in w.NATIONALITY and tokens[i + 1].caps and not tokens[i + 2].caps)
    thing = False  # "marketplace |for used bikes| Acme"
    for k in range(begin, min(stop, i + DESCRIPTION)):
        if tokens[k].caps:
            described = (tokens[k - 1].low in w.DESCRIPTOR or (thing and _is_plain_noun(tokens[k - 1]))) and k > i + 2
            end = run_after(sentence, k) if described else k
            after = sentence.low(end)
            goes_on = after in w.AUXILIARY or after in {",", "("} or (after in w.VERB and not tokens[end].caps)
            goes_on = goes_on or (after == "on" and sentence.low(end + 1) in w.WEEKDAYS) or after in w.WEEKDAYS
            return trim(sentence, k, end) if end > k and goes_on else None
        if thing is False and tokens[k].low in {"for", "of"} and tokens[k - 1].low in w.DESCRIPTOR:
            thing = True
            continue
        plain = tokens[k].kind == WORD and tokens[k].low not in (w.FUNCTION | w.AUXILIARY) - {"and"}
        described = tokens[k].low.endswith(("ing", "ed") if thing else "ing")
        if not plain or (tokens[k].low in w.VERB - w.DESCRIPTOR and not described):
            return None
    return None


def _is_plain_noun(token: Token) -> bool:
    return token.kind == WORD and not token.caps and token.low not in w.FUNCTION | w.AUXILIARY | w.VERB


_REPORTS: Final = w.SAY | {"reports", "writes", "wrote", "understands", "learned", "believe", "believes"}


def reported(sentence: Sentence, start: int, stop: int) -> int:
    """Return where what others report begins: "Two papers reported that |Acme| was", or the start."""
    for k in range(start + 1, min(stop, start + 14)):
        if sentence.low(k) != "that" or sentence.low(k - 1) not in _REPORTS:
            continue
        for j in range(k + 1, min(stop, k + 7)):
            if is_part(sentence, j):
                return k + 1
            if sentence.low(j) in (w.PRONOUN | w.AUXILIARY | w.FUNCTION) - {"the", "a"}:
                break
    return start
