"""Whether a text recalls a deal or reports it, with the words that say so."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.english import groups
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.status import search, start_index
from dealwire.core.extract.english.tokens import NUMBER, PUNCT, Sentence
from dealwire.model import Told

_RECALLED_VERB: Final = re.compile(
    r"\b(?:previously(?![- ](?:announced|disclosed|agreed|reported))|"
    r"earlier|already|formerly|once\b(?!-)|originally|initially|recently|last (?:year|month|fall|spring|"
    r"summer|winter|week)\b|(?<!has )(?<!have )had\b(?! to)|last\b(?!-)|most recently|"
    r"(?:after|since|before|following|despite|from|having)(?: \w+ly)?(?: having)? \S+ing|(?:after|since|"
    r"when|before) (?:it|they|the (?:\S+ ){0,2}\w+|he|she) (?:\w+ )?)",
    re.IGNORECASE,
)
"""In the words of the verb group: history, unless nothing else is the news."""
_SINCE: Final = ("including", "after", "following", "on the heels of", "fresh off")
_RECENT: Final = frozenset({"recently", "last week", "last month"})
_RECALLED_BEFORE: Final = re.compile(
    r"\b(?:after|follow(?:s|ing|ed)(?: on)?(?: from)?|since|on the heels of|build(?:s|ing)? on|"
    r"comes? (?:\S+ ){0,4}after|came (?:\S+ ){0,4}after|in addition to|on top of|fallout from|up from|"
    r"compared (?:with|to)|preceding|"
    r"exceed(?:s|ing)|surpass(?:es|ing)|topp(?:ed|ing)|dwarf(?:s|ing)|beat(?:s|ing)|beyond|prior|previous|past"
    r"|last|earlier|fresh off|including)\W+(?:(?:a|an|its|the|their|our|"
    r"(?:[A-Z]\S* ){0,4}\S+['’]s|\S+['’]|"
    r"previous|prior|last|earlier|recent|closing|completing|raising|significant|major) ?){0,4}\Z",
    re.IGNORECASE,
)
"""Right before the verb or the phrase."""
_AFTER_ANOTHER: Final = re.compile(r"\b(?:hours|days?|weeks?|months?|years?) after (?:[^\s,]+ ){0,7}\Z", re.IGNORECASE)
"""Before the subject: "days after rival Acme |gets|"."""
_RECALLED_AFTER: Final = re.compile(
    r"\b(?:last (?:year|month|fall|spring|summer|winter|autumn|quarter|week|january|february|march|april|"
    r"may|june|july|august|september|october|november|december)|(?:months?|years?|weeks?|days) (?:ago|"
    r"earlier|prior|before)|"
    r"a (?:year|month|week) (?:ago|earlier|before)|earlier this (?:year|month|week)|earlier in|"
    r"previously(?![- ](?:announced|disclosed|agreed|reported)))\b",
    re.IGNORECASE,
)
WEAK: Final = 0.5
"""Words of time alone ("last year") make a deal history only beside other news."""
YEAR: Final = 0.4
"""A year alone ("in 2021") makes a deal history only beside news that has none."""


_RECALLED_START: Final = re.compile(
    r"(?:earlier (?:this|in|that)|last (?:year|month|week|fall|spring|summer|winter|quarter|january|"
    r"february|march|april|may|june|july|august|september|october|november|december)|previously|"
    r"it (?:was|is|has been|['’]s been) (?:just |only |nearly |about )?(?:\w+ ){1,2}(?:years?|months?|weeks?) ago|"
    r"(?:and |but )?(?:just |only |nearly |about |some )?(?:(?:a )?few|a couple of|two|three|four|five|six"
    r"|several|\d+|a|one) "
    r"(?:years?|months?|weeks?|days?) (?:ago|earlier|before))\b",
    re.IGNORECASE,
)
"""At the start of a sentence: history where the text has other news."""


AGO_REACH: Final = 30
"""Characters at the end of a sentence that may tell how long ago all of it was: ", two months ago."."""
_TOLD_THEN: Final = re.compile(
    r"\b(?:told|said|reported)\b[^.,;]{0,40} (?:earlier this|last) (?:week|month|year)(?=\W*\Z)"
)
"""At the end of a sentence: what was told then is no news: "two people told the paper earlier this month"."""
_AGO: Final = re.compile(r"(?<=, )(?:just |only |nearly |about )?\w+ (?:weeks?|months?|years?) ago(?=\W*\Z)")
_BACK_IN: Final = re.compile(r"\b[Bb]ack in (?:\w+ )?(?:19|20)\d\d\b")
_PUT_IN: Final = re.compile(
    r", (?:back )?in (?:[A-Z][a-z]+ )?(?:19|20)\d\d,(?= (?:was|totaled|totalled|raised|brought))"
)
"""A year between commas, behind a round that its sum follows: "Its seed round|, in 2022,| was $3 million"."""
_FORMED: Final = re.compile(
    r"\b(?:formed|created|born|founded|established)\b[^;]{0,50}\b(?:from|by|through|via|out of|in) (?:[^\s,;]+ ){0,6}\Z"
)
"""Before a merger that a company came out of: "formed in 2015 |from the $15 billion| merger of"."""
_IN_YEAR: Final = re.compile(
    r"\bIn (?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December),"
    r"|\b(?:In|During) (?:(?:its|their|a|an|the) )?(?:early |late |mid-)?(?:19|20)\d\d\b"
    r"|\b(?:in|during|since)(?: (?:early|late|mid)[- ]?)? ?(?:(?:\w{3,9} )?(?:19|20)\d\d|(?:January|"
    r"February|March|April|May|June|July|August|September|October|November|December))\b"
)


def _is_reported(sentence: Sentence, head: int) -> bool:
    """Tell whether "had" is only the tense of reported speech: "Acme said on Tuesday that it |had| raised"."""
    spoken = sentence.low(head - 1) in {"it", "they", "he", "she"}
    return spoken and any(sentence.low(k) in _SAYS for k in range(head - 6, head))


_SAYS: Final = w.SAY | {"announcement", "news"}
_NOW: Final = w.words("just is are will plans aims today now seeks wants hopes expects")
_EARLIER: Final = w.words("previously earlier once had formerly originally last went")


def _led_before(sentence: Sentence, phrase: int) -> int | None:
    """Return where a backer's part in a round before is told: "Quayside, |which led the company's| seed round"."""
    for k in range(phrase - 1, max(0, phrase - 7), -1):
        token = sentence.tokens[k]
        if token.low in {"which", "who"}:
            owned = any(sentence.low(j) in {"its", "'s", "’s", "their", "our"} for j in range(k, phrase))
            owned = owned and not any(sentence.low(j) in {"new", "latest", "current", "this"} for j in range(k, phrase))
            return k if owned and sentence.low(k + 1) in w.LEAD | w.BACK | {"had", "also", "previously"} else None
        if token.kind == PUNCT and token.text not in {"'s", "’s", "$"}:
            return None
    return None


_LISTS: Final = w.words("include includes included including encompass encompassed featured feature like were was are")
LISTED: Final = 80
"""Tokens before a relative clause within which the word is looked for that lists deals."""


def _is_listed(sentence: Sentence, which: int) -> bool:
    """Tell whether a relative clause tells one of a list's deals: "Deals |included| Acme, which raised $9M, and …"."""
    lists = any(sentence.low(k) in _LISTS and k for k in range(max(0, which - LISTED), which - 1))
    opens = sentence.low(0) in {"that", "this", "these", "they"} or any(
        sentence.low(k) in _OF_DEALS for k in range(min(which, 8))
    )
    return lists and opens


_OF_DEALS: Final = w.words(
    "deals rounds investments winners fundraises raises startups companies firms standout highlight highlights week "
    "funding others investment month list deal"
)


def _is_dated(sentence: Sentence, verb: int) -> bool:
    """Tell whether a relative clause puts its deal well back: "which bought Acme |last year|", "that did |in 2021|"."""
    for i in range(verb + 1, min(verb + CLAUSE, len(sentence.tokens))):
        low = sentence.low(i)
        if low in {",", ";"}:
            return False
        year = sentence.tokens[i].kind == NUMBER and len(low) == 4 and low.startswith(("19", "20"))
        if (year and sentence.low(i - 1) == "in") or (low == "year" and sentence.low(i - 1) == "last"):
            return True
        if low == "ago" and sentence.low(i - 1) == "years":
            return True
    return False


CLAUSE: Final = 20
"""Tokens of a relative clause within which its date is looked for."""


_YEAR_BEFORE: Final = re.compile(r"\b(?:the|its|their|his|her|['’]s) (?:[A-Z][a-z]+ )?(?:19|20)\d\d (?:\w+ ){0,2}\Z")
"""Before the noun of a deal: "the |2007| acquisition of"."""


def recalled(sentence: Sentence, verb: int, content: str, *, of_round: bool = False) -> Told[bool] | None:
    """Return the words near a verb (or the noun of a deal) that tell its deal as history, or None.

    `of_round`: "after a $5M Series A" is news where nothing else is; "after its purchase of Acme" is none.
    """
    tokens = sentence.tokens
    helped = next((k for k in range(verb - 1, max(0, verb - 6), -1) if sentence.low(k) in {"helped", "help"}), 0)
    if sentence.low(helped) == "helped" and helped and not sentence.title and tokens[verb].low in w.RAISE:
        start, end = tokens[helped].start, tokens[verb].end
        return Told(True, start, end, content[start:end], 0.7)  # "She |helped| Acme raise $9M"
    verb = helped or verb  # "who previously |helped| Acme raise"
    head = groups.head_of_group(sentence, verb)
    if (led := _led_before(sentence, verb)) is not None:
        start, end = tokens[led].start, tokens[verb].end
        return Told(True, start, end, content[start:end], 0.7)
    that = sentence.low(head - 1) == "that" and sentence.low(head - 2) in w.DESCRIPTOR  # "the startup |that| raised"
    relative = (that or sentence.low(head - 1) in {"which", "who"}) and not _NOW & {
        sentence.low(k) for k in range(head, verb + 1)
    }
    relative = relative and (_is_dated(sentence, verb) or not _is_listed(sentence, head - 1))
    if relative and sentence.low(verb) not in w.LEAD | w.JOIN | w.INVEST | w.BACK:
        start, end = tokens[head - 1].start, tokens[verb].end
        firm = sentence.low(head - 1) == "who" or any(sentence.low(k) in _EARLIER for k in range(head, verb + 1))
        firm = firm or _is_dated(sentence, verb)
        return Told(True, start, end, content[start:end], 0.7 if firm else WEAK)
    if sentence.low(verb) in {"merger", "combination"} and (
        found := _FORMED.search(content, max(sentence.start, tokens[verb].start - 100), tokens[verb].start)
    ):
        return Told(True, found.start(), found.end(), found.group(), 0.7)
    begin = max(0, head - 2)
    begin = next((k for k in range(head - 1, max(-1, head - 6), -1) if sentence.low(k) in {"when", "since"}), begin)
    before = tokens[max(0, head - 8)].start
    if found := _AFTER_ANOTHER.search(content, before, tokens[verb].start):
        return Told(True, found.start(), found.end(), found.group(), 0.7)
    if found := search(_RECALLED_VERB, content, tokens[begin].start, tokens[verb].end):
        if found.group().lower() == "had" and (
            _is_reported(sentence, head) or _is_reported(sentence, start_index(sentence, found.start()))
        ):
            return None
        recent = found.group().lower() in _RECENT or found.group().lower().startswith("after it")
        sure = (
            WEAK if tokens[verb].low.endswith("ing") or recent else 0.7
        )  # "launched after raising $5M" is news, alone
        return Told(True, found.start(), found.end(), found.group(), sure)
    if (
        (found := _RECALLED_BEFORE.search(content, before, tokens[verb].start))
        or (found := _RECALLED_BEFORE.search(content, before, tokens[head].start))
        or (found := _AFTER_ANOTHER.search(content, before, tokens[head].start))
    ):
        weak = (
            found.group().lower().startswith(_SINCE if of_round else _SINCE[:1])
        )  # "$9M, including a $5M Series A", "worth $1B after a $5M Series A"
        sure = WEAK if weak else 0.7
        return Told(True, found.start(), found.end(), found.group(), sure)
    if found := _YEAR_BEFORE.search(content, before, tokens[verb].start):
        return Told(True, found.start(), found.end(), found.group(), 0.7)
    end = verb
    while (
        end + 1 < len(tokens)
        and end - verb < 12
        and tokens[end + 1].text not in {",", ";", "—"}
        and tokens[end + 1].low not in {"after", "since", "following"}
    ):
        end += 1
    if found := _BACK_IN.match(content, sentence.start) or search(
        _BACK_IN, content, tokens[verb].start, tokens[end].end
    ):
        return Told(True, found.start(), found.end(), found.group(), 0.7)
    if of_round and (found := _PUT_IN.match(content, tokens[end].end)):
        return Told(True, found.start(), found.end(), found.group(), WEAK)
    if found := search(_RECALLED_AFTER, content, tokens[verb].start, tokens[end].end):
        return Told(True, found.start(), found.end(), found.group(), WEAK)
    if (found := _RECALLED_START.match(content, sentence.start, min(sentence.end, sentence.start + 60))) and tokens[
        verb
    ].start < sentence.start + 200:
        return Told(True, found.start(), found.end(), found.group(), WEAK)
    if found := _AGO.search(content, max(sentence.start, sentence.end - AGO_REACH), sentence.end):
        return Told(True, found.start(), found.end(), found.group(), WEAK)
    if found := _TOLD_THEN.search(content, tokens[verb].end, sentence.end):
        return Told(True, found.start(), found.end(), found.group(), WEAK)
    if head > 2 and (found := search(_IN_YEAR, content, tokens[head - 2].start, tokens[head].start)):
        return Told(True, found.start(), found.end(), found.group(), YEAR)  # "The conglomerate |in May| agreed to"
    if (found := _IN_YEAR.match(content, sentence.start)) or (
        found := search(_IN_YEAR, content, tokens[verb].start, tokens[end].end)
    ):
        return Told(True, found.start(), found.end(), found.group(), YEAR)
    return None
