"""Who a sentence speaks of.

The party before a verb, through appositions, pronouns and phrases that open the sentence.
"""

from __future__ import annotations

from typing import Final

from dealwire.core.extract.english import apart, groups
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.apart import (
    APPOSITION,
    agreeing,
    described,
    is_finite,
    is_governed,
    is_some_firm,
    of_second_clause,
    told_apart,
)
from dealwire.core.extract.english.brackets import skip_brackets
from dealwire.core.extract.english.names import Name, is_part, run_after, run_before
from dealwire.core.extract.english.neighbours import BUSINESSES, PRONOUN, THE_COMPANY, adjacent, may_name
from dealwire.core.extract.english.objects import called_after, place_end
from dealwire.core.extract.english.openings import (
    acts_before,
    is_adverb,
    is_aside,
    opening,
    past_description,
    prefix,
    reported,
    tells_time,
)
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, WORD, Sentence, Token

_CLAUSE = w.words(": ; -- — – ―")
_QUOTE = frozenset({"“", "”", '"', "‘", "’"})
_BEFORE_GERUND: Final = w.words("after by since while before with")


def subject(sentence: Sentence, verb: int) -> list[Name] | str | None:
    """Return who does what the verb at `verb` says: names joined by commas and "and", `PRONOUN` for "it", or None."""
    tokens = sentence.tokens
    if tokens[verb].low in {"reports", "writes", "wrote"} and sentence.low(verb + 1) == "that":
        return None  # "Jane Doe |reports| that Acme is in talks"
    head = groups.head_of_group(sentence, verb)
    i = head - 1
    if i == 0 and head == verb and tokens[0].low in _URGES and tokens[verb].low in w.RAISE:
        return None if not tokens[verb].low.endswith(("s", "ed")) else [Name(0, 1)]  # "|Go| raise $9M"
    if i < 0:
        return PRONOUN if _lacks_subject(tokens[0]) or tokens[0].low.replace("’", "'") in _CONTRACTED else None
    while i > 0 and tokens[i].text in _QUOTE:
        i -= 1
    day = tokens[i].low.rpartition("-")[2]
    if i > 1 and day in w.WEEKDAYS | w.MONTHS and sentence.low(i - 1) in {"on", "late", "early", "in"}:
        i -= 2  # "Acme |on Thursday| agreed"
    if i > 3 and tokens[i].kind == NUMBER and tokens[i - 1].low in w.MONTHS and sentence.low(i - 2) == "on":
        i -= 3  # "Acme says |on June 2| entered into"
    if i and tokens[i].low in {"says", "said"} and head > i and tokens[head].low not in w.SAY:
        i -= 1
    token = tokens[i]
    if token.low.startswith(_DROPS) and token.kind == WORD and tokens[head].low in w.TO_NOUN | _ARTICLES:
        return subject(sentence, i)  # "Acme |drops| its plan to raise"
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
        if (named := opening(sentence)) and named.last < i:
            return [named]  # "Acme, a maker of tools — small ones — |raised|"
        for j in range(i - 1, 0, -1):
            if tokens[j].text in {"—", "–", "--", "―"}:
                return adjacent(sentence, j - 1) or main_subject(sentence, head)
        return None
    if token.low in {"which", "who", "that"}:
        j = i - 1
        while j > 0 and tokens[j].text in {",", "("}:
            j -= 1
        j = skip_brackets(sentence, j)
        found = adjacent(sentence, j)
        if found is None and token.low == "that" and is_some_firm(sentence, j):
            return None  # "shuts down a startup |that| raised"
        if not isinstance(found, list) and (named := described(sentence, j)) is not None:
            return [named]  # "the winner was Acme, a tool maker, |which| raised"
        return found or main_subject(sentence, head)
    if token.low in w.PRONOUN or token.low.replace("’", "'") in _CONTRACTED:
        return _speaker(sentence, i) or PRONOUN
    if token.low in _BEFORE_GERUND and tokens[verb].low.endswith("ing"):
        return main_subject(sentence, i if i > 2 else len(tokens))
    opened = i > 1 and tokens[i - 1].text == "," and tokens[0].low in w.INTRO and head == i + 1
    listed = sentence.low(i - 1) in {"include", "includes", "included", "with", "and", ",", "like"}
    if (
        tokens[head].low.endswith("ing")
        and listed
        and head == i + 1
        and tokens[head].low in w.RAISE
        and may_name(token)
    ):
        return adjacent(sentence, i) or [Name(i, i + 1)]  # "highlights include |smallcase| securing $50M"
    found = adjacent(sentence, i) or ([Name(i, i + 1)] if opened and may_name(token) else None)
    finite = is_finite(tokens[head]) and not tokens[head].low.endswith("ing")
    if found is None and finite and token.low in w.DESCRIPTOR and (named := opening(sentence)) and named.last < i:
        return [named]  # "Acme, a Bergen-based startup |raised|", the second comma left out
    if found is None and finite and (named := told_apart(sentence, head)) is not None:
        return [named]
    about = tokens[head].low.endswith("ing") or tokens[head].low in {"about", "over", "on"}
    talked = about and any(sentence.low(k) in w.TALKS for k in range(max(0, head - groups.FAR), head))
    if talked and (found is None or (isinstance(found, list) and is_governed(sentence, found[0].first))):
        return main_subject(sentence, head)  # "in talks with Quayside about |raising|"
    hired = tokens[head].low == "to" and isinstance(found, list) and sentence.low(found[0].first - 1) in _HIRED
    if hired and isinstance(found, list):
        return main_subject(sentence, found[0].first - 1)  # "Acme has tapped Quayside |to prepare|"
    if isinstance(found, list) and tokens[head].low == "to" and is_governed(sentence, found[0].first):
        return main_subject(sentence, found[0].first - 1)  # "in talks with Quayside |to raise|"
    if not isinstance(found, list):
        return found
    found = agreeing(sentence, found, head)
    before = sentence.low(found[0].first - 1)
    if before == "by" and sentence.low(found[0].first - 2) in _OWNED and _opens_described(sentence, found[0].first - 3):
        return PRONOUN  # "The brand owned by Quayside |will file|"
    spun = before == "from" and sentence.low(0) in {"this", "the"} and sentence.low(found[0].first - 2) in _SPUN
    if spun:
        return PRONOUN  # "This latest spinoff from Quayside |raised|"
    if before in _BEFORE_ANOTHER and (named := opening(sentence)) and named.last < found[0].first:
        return [named]  # "Acme, new lab founded by Jane Doe, |raises|"
    if before in w.PREPOSITION and apart.is_postmodified(sentence, clause_start(sentence, head), found[0].first):
        return None  # "Medtech firm founded at Leeds University |raises|"
    if before == "to" and sentence.titled and found[0].first > 1:
        if found[0].first == 2 and (whole := prefix(sentence, head)):
            return [whole]  # "Learn to Sail |Raises|"
        return main_subject(sentence, found[0].first - 1)  # "Startup Seeking to Counter Acme |Raises|"
    return _past_opening(sentence, found)


_URGES: Final = w.words("go just please always never then")
_DROPS: Final = (
    "drop",
    "scrap",
    "abandon",
    "shelv",
    "shelf",
    "cancel",
    "ditch",
    "delay",
    "postpon",
    "confirm",
    "reviv",
    "unveil",
)
_ARTICLES: Final = w.words("a an its the any")
_HIRED: Final = w.words(
    "tapped hired picked selected appointed chosen asked enlisted taps hires picks selects appoints with"
)
_SPUN: Final = w.words("spinoff spin-off spinout spin-out startup company venture firm")
_BEFORE_ANOTHER: Final = w.words("by from in of at near")
_OWNED: Final = w.words("owned backed founded run led headed controlled operated started created built")


def _opens_described(sentence: Sentence, i: int) -> bool:
    """Tell whether a clause opens with "the company", "the London-based startup", up to token i."""
    described = (
        i >= 1 and sentence.low(i) in (THE_COMPANY | BUSINESSES) - {"group", "team"} and not sentence.tokens[i].caps
    )
    return described and any(sentence.low(k) in {"the", "this"} for k in range(max(0, i - 3), i))


def _past_opening(sentence: Sentence, found: list[Name]) -> list[Name]:
    """Return names without those of a phrase that opens the sentence: "After its launch of Acme, |Quayside| led"."""
    if sentence.low(0) not in w.INTRO or opening(sentence):
        return found
    if sentence.tokens[found[0].first - 1].kind == NUMBER:
        return found  # "In 2012 Acme, Norrland and Quayside"
    comma = next((i for i, t in enumerate(sentence.tokens) if t.text == ","), 0)
    return [name for name in found if name.first > comma] or found


def firm_of(sentence: Sentence, name: Name) -> Name:
    """Return the firm whose officer a name is: "|Acme| CEO Jane Doe" → Acme, else the name itself."""
    i = name.first - 1
    if sentence.low(i) not in _POSTS or i < 1:
        return name
    while i > 0 and sentence.low(i) in _POSTS | _OF_POST:
        i -= 1
    return run_before(sentence, i - (sentence.tokens[i].text in {"'s", "’s"})) or name


def _speaker(sentence: Sentence, pronoun: int) -> list[Name] | None:
    """Return who speaks of itself amid a sentence: "rose after |Acme| said it would buy"."""
    said = pronoun - 1 - (sentence.low(pronoun - 1) == "that")
    if sentence.low(pronoun) not in {"it", "they"} or said < 4 or sentence.low(said) not in w.SAY:
        return None
    who = adjacent(sentence, said - 1)
    if isinstance(who, list) and sentence.low(who[0].first - 1) in _POSTS:
        post = who[0].first - 1
        firm = run_before(sentence, post - 1 - (sentence.tokens[post - 1].text in {"'s", "’s"}))
        return [firm] if firm is not None else None  # "|Acme| CEO Jane Doe said it has raised"
    return who if isinstance(who, list) else None


_POSTS: Final = w.words("ceo cto cfo coo founder co-founder cofounder chief president chairman chairwoman executive")
_OF_POST: Final = w.words("executive officer operating financial and managing director vice")
_CONTRACTED: Final = frozenset({"we've", "it's", "they've", "we're", "i've"})


_PARTS: Final = w.words("division branch affiliate offshoot spinoff sister brainchild")


_CALLED: Final = w.words("called named dubbed")
_STARTUPS: Final = w.words("startup start-up company firm")


def _before_apposition(sentence: Sentence, comma: int) -> list[Name] | str | None:
    """Return the subject of a verb after a comma: "Acme, a maker of tools, |raised" → Acme."""
    tokens = sentence.tokens
    start = clause_start(sentence, comma)
    called = run_before(sentence, comma - 1)
    by_name = called is not None and sentence.low(called.first - 1) in _CALLED
    if called is not None and by_name and sentence.low(called.first - 2) in _STARTUPS:
        return [called]  # "A startup called |Acme|, has raised"
    before = next((j for j in range(comma - 1, start, -1) if tokens[j].text == ","), -1)
    if before > 0 and comma == before + 2 and tokens[before + 1].low in w.LEGAL:
        comma = before  # "its portfolio company, Acme|, Inc.|, has"
        before = next((j for j in range(comma - 1, start, -1) if tokens[j].text == ","), -1)
    described = before > 0 and not tokens[before - 1].caps
    if described and (tokens[before - 1].low in w.DESCRIPTOR | _PARTS or tokens[before - 1].low.endswith("maker")):
        inner = run_before(sentence, skip_brackets(sentence, comma - 1))
        if inner and inner.first == before + 1:
            return [inner]
        if inner and all(t.caps or t.low in {"and", "&"} for t in tokens[before + 1 : inner.first]):
            return [
                Name(before + 1, inner.last)
            ]  # "Quayside's shoe business, |Dock and Pier Corp.|, has"  # "the investor's company, |Acme|, raised"
    plain = not any(t.caps for t in tokens[1 : max(1, before)]) and sentence.low(0) in {"the", "a", "one", "another"}
    inside = run_before(sentence, skip_brackets(sentence, comma - 1)) if before > 0 and start == 0 and plain else None
    if inside is not None and inside.first == before + 1:
        return [inside]  # "The company behind the app, |Acme|, raised"
    if called is not None and by_name and before > 0 and called.first == before + 2:
        return [called]  # "the startup, called |Acme|, raised"
    if (second := of_second_clause(sentence, comma)) is not None:
        return [second]
    if start == 0 and (named := called_after(sentence, 0)) is not None and named.last == comma:
        return [named]  # "One of Britain's oldest bakers, |Acme|, has"
    if start == 0 and (named := opening(sentence)):
        return [named]
    for i in range(start, comma):
        # "…, |Acme|, which makes tools, raised"
        if tokens[i].text == "," and i > start and i + 1 < comma and tokens[i + 1].low in APPOSITION:
            j = skip_brackets(sentence, i - 1)
            name = run_before(sentence, j)
            if name and (found := adjacent(sentence, j)):
                return found
    return main_subject(sentence, comma)


def clause_start(sentence: Sentence, i: int) -> int:
    """Return where the clause around token i begins.

    After a colon, a dash, a quotation mark, or at the sentence's start.
    """
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
_NOT_SUBJECT: Final = w.words("its their i we who which that")
_INNER_SIGNS: Final = w.words("& + 's ’s ' ’")


def _lacks_subject(first: Token) -> bool:
    """Tell whether a sentence was cut off from its subject, the headline's: "|has| raised $5M in a round led by"."""
    return not first.caps and first.low in {"has", "have", "raised", "secured", "closed"}


def main_subject(sentence: Sentence, stop: int) -> list[Name] | str | None:
    """Return the first party of the clause before `stop`, past phrases such as "On Tuesday," and "Founded in 2019,"."""
    tokens = sentence.tokens
    i = clause_start(sentence, stop)
    if i == 0 and len(tokens) > 2 and tokens[0].low in _HEADINGS and tokens[1].text[:1].isupper():
        i += tokens[1].low in w.INTRO  # "History In May 2019, Acme said"
    if i == 0 and (named := opening(sentence)) and named.last < stop:
        return [named]
    i += 2 * (i == 0 and sentence.low(0) in {"first", "second", "third"} and sentence.low(1) == ",")
    i = reported(sentence, i, stop)
    the = i + (sentence.low(i) == "the")
    if the > i and (placed := place_end(sentence, run_after(sentence, the))):
        if sentence.low(placed) in THE_COMPANY and not is_part(sentence, placed + 1):
            return PRONOUN  # "The Boise, Idaho-based |startup| has"
        i = placed
    i = place_end(sentence, run_after(sentence, i)) or i  # "Oslo, Norway-based |Acme, Inc., raised|"
    for _ in range(3):
        while i < stop and tokens[i].kind == PUNCT and tokens[i].text != ",":
            i += 1
        comma = next((j for j in range(i, stop) if tokens[j].text == ","), -1)
        adverb = i < stop and is_adverb(sentence, i)
        opens = i < stop and (
            adverb
            or tokens[i].low in w.INTRO
            or tokens[i].kind == NUMBER
            or tells_time(sentence, i)
            or (i == 0 and is_aside(sentence))
        )
        participle = i == 0 and tokens[0].low in w.INTRO and tokens[0].low.endswith(("ed", "ing"))
        if opens and (comma > 0 or participle or adverb or not is_part(sentence, i)):
            if comma < 0 or (tokens[i].low in {"and", "but"}) or (adverb and acts_before(sentence, i, comma)):
                i += 1
            else:
                i = comma + 1
        else:
            break
    if i + 3 < stop and tokens[i].low in _FUNDS and tokens[i + 1].low in {"managed", "advised"}:
        i += 1
    if i + 2 < stop and tokens[i].low in _FUNDS and tokens[i + 1].low in {"in", "of", "by"}:
        i += 2  # "Shares in |Acme| rose", "Funds managed by |Acme|"
        while i < stop and tokens[i].kind == WORD and not is_part(sentence, i):
            i += 1
    if (
        i == 0
        and not sentence.titled
        and tokens[0].low in _IMPERATIVES
        and sentence.low(1) in {"the", "a", "this", "that"}
    ):
        return None  # "|Take| the case of Acme"
    gerund = i < stop and i <= 1 and tokens[i].low.endswith("ing") and tokens[i].low in w.JOIN | w.ACQUIRE | w.INVEST
    if gerund and not sentence.titled:
        return None  # "Joining Acme lets us"
    if i >= stop or (tokens[i].low in w.ACQUIRE | w.RAISE and i + 1 < len(tokens) and tokens[i + 1].low == "by"):
        return None
    if tokens[i].low in w.PRONOUN - _NOT_SUBJECT or (i == 0 and _lacks_subject(tokens[0])):
        return PRONOUN
    if i and i + 1 == stop and tokens[i - 1].text == "," and may_name(tokens[i]):
        return [Name(i, i + 1)]  # "In July 2008, mevio |secured|"
    if (named := past_description(sentence, i, stop)) is not None:
        return [named]
    end = i
    while end < stop:
        token = tokens[end]
        if token.kind == MONEY or (token.kind == PUNCT and token.text not in _INNER_SIGNS):
            break
        if (
            end > i
            and token.low in w.FUNCTION
            and not (token.low in {"of", "for"} and tokens[end - 1].low in w.OF_HEAD)
            and not (token.text == "and" and end + 1 < stop and is_part(sentence, end + 1))
        ):
            break
        if (
            end > i
            and token.kind == WORD
            and (token.low in w.VERB or token.low in w.AUXILIARY)
            and (sentence.titled or (not token.caps and is_finite(token)))
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
        if is_part(sentence, j) and sentence.low(j + 1) in THE_COMPANY | _MAKERS and _is_the_company(sentence, j):
            return PRONOUN
        if is_part(sentence, j) or tokens[j].kind == NUMBER:
            owned = tokens[j + 1].text in {"'s", "’s", "'", "’"} if j + 1 < len(tokens) else False
            if owned and j + 1 < end - 1 and tokens[end - 1].low in THE_COMPANY and not tokens[end - 1].caps:
                return None  # "Jane Doe's secretive startup"
            name = adjacent(sentence, j)
            if j == 0 and not sentence.titled and sentence.low(1) in w.FUNDING_NOUN and tokens[1].kind == WORD:
                return None  # "Successive rounds are"
            if isinstance(name, list):
                return [party for party in name if party.first >= i] or name
    said = tokens[i].low in {"the", "this"}
    if said and end > i and (tokens[end - 1].low in w.DESCRIPTOR or sentence.low(i + 1) in THE_COMPANY):
        return PRONOUN
    return None


_IMPERATIVES: Final = w.words("take consider imagine remember see look watch read check say think note forget")
_FUNDS: Final = w.words(
    "shares stock shareholders stockholders affiliates funds entities accounts clients managed advised"
)
_HEADINGS: Final = w.words("history background overview ownership acquisition acquisitions funding operations")


_MAKERS: Final = w.words("developer operator publisher designer specialist manufacturer supplier")


def _is_the_company(sentence: Sentence, i: int) -> bool:
    """Tell whether capitals before a descriptor only describe: "The San |Francisco| startup"."""
    name = run_before(sentence, i)
    return name is not None and "the" in {sentence.low(name.first), sentence.low(name.first - 1)}


def _verbish(token: Token) -> bool:
    return token.kind == WORD and token.low.endswith("s") and not token.low.endswith("ss") and len(token.low) > 3


def passive_subject(sentence: Sentence, verb: int) -> list[Name] | str | None:
    """Return what the passive verb at `verb` says to be bought."""
    tokens = sentence.tokens
    i = verb - 1
    if i >= 0 and tokens[i].text == "(":
        name = run_before(sentence, i - 1)
        return [name] if name else None
    if i > 0 and tokens[i].text == ",":
        name = run_before(sentence, skip_brackets(sentence, i - 1))
        return [name] if name else subject(sentence, verb)
    who = subject(sentence, verb)
    if isinstance(who, list):
        return who
    if who is None:
        return _coordinate(sentence, groups.head_of_group(sentence, verb)) or main_subject(sentence, verb)
    return who


def _coordinate(sentence: Sentence, head: int) -> list[Name] | str | None:
    """Read "the |Warehouse| brand and stock were acquired".

    The first capitals after the last comma that opens the clause.
    """
    first = main_subject(sentence, head)
    return first if isinstance(first, list) else None
