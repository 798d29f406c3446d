"""What is bought: a company, a list of them, a unit of one, or a stake that gives control."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.english import backers, brackets, names, objects
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence

_KINDS_OF_FIRMS: Final = w.words(
    "including company firm startup companies namely startups firms businesses providers brands agencies"
)
UNIT: Final = w.words(
    "unit business division arm operations assets brand subsidiary businesses segment portfolio team platform "
    "brands operation branch stores"
)
_PART: Final = w.words("outstanding total sole outright complete majority controlling remaining full entire whole")
_REST: Final = w.words("remaining majority controlling")
"""Words by which a share of less than half gives control."""
_NOT_BOUGHT: Final = w.words(
    "stake stakes share shares stock bitcoin chips chip rights licence license licenses ads ad tickets bonds "
    "bond debt land building buildings property properties facility facilities center time votes plane planes "
    "aircraft satellites power electricity gpus capacity customers users talent domain house homes home car "
    "cars products product services goods data patents patent storage mall plant warehouse campus "
    "project projects headquarters mine mines field fields ship ships loans vehicles vehicle drones tokens token"
)
_PLACE: Final = w.words(
    "mine mall plaza stadium building airport ranch avenue street hotel program estate farm reservoir refinery"
)
_ALSO_PLACE: Final = w.words("field tower park station island bridge arena terminal")
"""Of these only one with an article is a place: "the Huron Field", but "IMG Arena"."""
_STAKES: Final = w.words("stake stakes interest interests shareholding share shares ownership equity securities stock")


def stake_at(sentence: Sentence, at: int) -> tuple[bool, int] | None:
    """Return whether "a 60% stake in |B|" gives control, and where the company begins; None if no stake is bought."""
    tokens = sentence.tokens
    for i in range(at, min(at + 9, len(tokens))):
        low = tokens[i].low
        follows = sentence.low(i + 1)
        if (low == "equity" and follows in _STAKES) or (low == "share" and follows == "capital"):
            continue
        if low in _STAKES or (low == "capital" and sentence.low(i - 1) == "share"):
            of = i + 1 + (tokens[i + 1].text in {'"', "”"} if i + 1 < len(tokens) else 0)
            if sentence.low(of) == "(":
                of = brackets.close_bracket(sentence, of) + 1  # "the remaining 55% stake (valued at $9M) in |Acme|"
            based = range(of, of + 6) if sentence.low(of) == "on" else ()
            of = next(
                (k + 1 for k in based if sentence.low(k) == "basis"), of
            )  # "a 26 per cent stake |on a fully diluted basis| in Acme"
            if sentence.low(of) not in {"in", "of"}:
                return (False, i) if low in {"stake", "stakes"} else None
            words = [t.low for t in tokens[max(0, at - 1) : i]]
            percent = _percent(sentence, at, i)
            control = bool(set(words) & _PART) or (percent is not None and percent > 50) or ("all" in words)
            control = control and (percent is None or percent > 50 or bool(set(words) & _REST))
            control = control or _is_rest(sentence, i)
            return control and "minority" not in words, of + 1
        if low == "investment" and sentence.low(i - 1) in {"majority", "controlling"} and sentence.low(i + 1) == "in":
            return True, i + 2
        if low in {"rest", "remainder", "balance"} and sentence.low(i + 1) == "of":
            return True, i + 2
        own = low == "majority" and sentence.low(i + 1) == "of" and sentence.low(i + 2) in {"its", "their"}
        if own and any(sentence.low(k) in {"shares", "stock", "holding", "holdings"} for k in range(i + 3, i + 7)):
            return False, i + 2  # "sold a majority of its Acme |shares|"
        if low in {"majority", "control", "ownership"} and sentence.low(i + 1) in {"of", "in"}:
            return True, i + 2
        if low.endswith("%") or tokens[i].kind in {NUMBER, MONEY}:
            rest = _is_rest(sentence, i) or any(sentence.low(k) in _REST for k in range(i - 2, i))
            share = 100 if rest else _percent(sentence, i, min(i + 2, len(tokens)))
            of = i + 1 + (sentence.low(i + 1) in {"%", "percent", "pct"})
            of += 2 * (sentence.low(of) == "per" and sentence.low(of + 1) == "cent")
            if share is not None and sentence.low(of) == "of" and of + 1 < len(tokens) and tokens[of + 1].caps:
                return share > 50, of + 1
            continue
        if tokens[i].kind == PUNCT and tokens[i].text not in {"%", "-", ".", '"', "“", "”"}:
            return None
        if tokens[i].caps:
            return None
    return None


def _is_rest(sentence: Sentence, i: int) -> bool:
    """Tell whether a stake is all that the buyer lacks: "the 50% of Acme that it |does not already own|"."""
    near = [sentence.low(k) for k in range(i, i + 14)]
    return "own" in near and bool({"not", "n't", "doesn't", "doesn’t"} & set(near[: near.index("own")]))


def stake_share(sentence: Sentence, at: int) -> float | None:
    """Return the share of a company that is told at a token, in percent."""
    return _percent(sentence, at, min(at + 3, len(sentence.tokens)))


_PERCENT: Final = w.words("percent per-cent pct")


def _percent(sentence: Sentence, at: int, end: int) -> float | None:
    tokens = sentence.tokens
    for i in range(at, end):
        text = tokens[i].text.rstrip("%")
        if tokens[i].kind == NUMBER and (
            tokens[i].text.endswith("%")
            or (i + 1 < end and tokens[i + 1].low in {"%", "percent", "per", "pct"})
            or (tokens[i + 1 : i + 2] and tokens[i + 1].text == "-" and sentence.low(i + 2) in _PERCENT)  # "76-percent"
        ):
            try:
                return float(text.replace(",", ""))
            except ValueError:
                return None
    return None


def objects_at(sentence: Sentence, at: int) -> list[Name]:
    """Return what is bought: a name, or a list of them."""
    tokens = sentence.tokens
    n = len(tokens)
    if at >= n or tokens[at].kind in {MONEY, ROUND}:
        return []
    listed = next(
        (
            i
            for i in range(at, min(at + 14, n))
            if tokens[i].low in _KINDS_OF_FIRMS
            and not tokens[i].caps
            and i + 2 < n
            and any(t.kind == PUNCT or t.low == "including" for t in tokens[i : i + 2])
            and (tokens[i].low != "including" or any(t.low in _KINDS_OF_FIRMS for t in tokens[at:i]))
        ),
        None,
    )
    if listed is not None and tokens[at].caps and any(t.text == "," for t in tokens[at:listed]):
        listed = None  # "Acme, a Hull packaging |firm|, by"
    start = at
    behind = next((i for i in range(at, min(at + 7, n)) if tokens[i].low == "behind"), None)
    if behind is not None and not any(t.caps for t in tokens[at:behind]):
        start = behind + 1
    if listed is not None:
        start = listed + 1
        while start < n and tokens[start].text in {",", ":", "—", "–"}:
            start += 1
        if several := _dated_list(sentence, start):
            return several
        start = at  # "Acme, a payroll startup, for $9M": what describes it opens no list
    name = object_at(sentence, start)
    if name is None:
        return []
    found = [name]
    end = _past_described(sentence, _past_year(sentence, name.last))
    while end + 1 < n and len(found) < 12:
        j = end
        if tokens[j].text == ",":
            j += 1
        if j < n and tokens[j].low in (
            {"and", "&", "plus", "or"} if sentence.low(at) == "either" else {"and", "&", "plus"}
        ):
            j += 1
        elif j > end and not _listing_on(sentence, j):
            break
        if j + 1 < n and j > end and tokens[j].low in {"later", "then", "subsequently"}:
            j += 1
        if j == end or j >= n:
            break
        named = j + (tokens[j].low == "the")
        stop = names.run_after(sentence, named)
        placed = stop > named and sentence.low(stop) in w.DESCRIPTOR and not sentence.titled
        behind_ = objects.after(sentence, j, 6) if placed and not tokens[stop].caps else None
        behind_ = behind_ if behind_ is not None and behind_.first == stop + 1 else None
        more = names.trim(sentence, j, stop) if stop > named else _described_next(sentence, j)
        more, stop = (behind_, behind_.last) if behind_ is not None else (more, stop)  # "the |Leeds| chain Acme"
        stop = more.last if more is not None and stop == named else stop
        if more is None or (
            stop < n and tokens[stop].kind == WORD and (tokens[stop].low in w.RAISE | w.AUXILIARY | w.VERB)
        ):
            break
        if sentence.low(j) in _FIRM_TAILS and sentence.tokens[j].caps:
            found[-1] = Name(found[-1].first, more.last)  # "acquired |Acme and Associates Brokers|"
        else:
            found.append(more)
        end = _past_described(sentence, _past_year(sentence, stop))
    owned = end + 1 < n and tokens[end].text in {"'s", "’s"} and len(found) > 1
    return [] if owned else found  # "buying Jane Doe and Bo Li's startup"


_FIRM_TAILS: Final = w.words("associates sons daughters brothers company co. partners")
_DESCRIPTION: Final = 14
"""Tokens of the longest description of one thing bought that a list goes on past."""


def _past_described(sentence: Sentence, i: int) -> int:
    """Return the index after a description that a list of purchases goes on past: "Acme|, a tile maker|, and Pelt"."""
    if sentence.low(i) == "," and sentence.low(i + 1) in {"based", "located", "headquartered"}:
        end = next((k for k in range(i + 3, i + 7) if sentence.low(k) in {",", "and"}), 0)
        return end or i  # "Acme, based in Bergen, and Pelt"
    if sentence.low(i) != "," or sentence.low(i + 1) not in {"a", "an", "the"}:
        return i
    end = next((k for k in range(i + 2, i + _DESCRIPTION) if sentence.low(k) in {",", ";", ""}), 0)
    inner = sentence.tokens[i + 2 : end]
    relative = any(t.low in w.AUXILIARY | {"which", "that", "who"} for t in inner)
    if sentence.low(end) != "," or relative or sentence.tokens[end - 1].caps:
        return i  # "Acme, a Toronto|, Ontario-based maker of"
    nxt = end + 1 + (sentence.low(end + 1) == "and")
    return end if names.run_after(sentence, nxt) > nxt else i


def _described_next(sentence: Sentence, at: int) -> Name | None:
    """Return the next thing bought past the words that describe it: "and |the data consultancy| Acme"."""
    name = objects.after(sentence, at, 6)
    if name is None or sentence.titled:
        return None
    between = sentence.tokens[at : name.first]
    plain = all(t.kind == WORD and not t.caps and t.low not in w.VERB - w.DESCRIPTOR for t in between)
    return name if plain and between and between[-1].low in w.DESCRIPTOR | _KINDS_OF_FIRMS else None


def _dated_list(sentence: Sentence, start: int) -> list[Name]:
    """Return the names of "A in 2003, B and C in 2004"."""
    found: list[Name] = []
    while len(found) < 12:
        listed, end = backers.read_list(sentence, start)
        found += [b.name for b in listed]
        past = _past_year(sentence, end)
        if not listed or past == end:
            break
        start = past + 1 + (sentence.low(past) == "," and sentence.low(past + 1) in {"and", "&"})
    return found


_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def _past_year(sentence: Sentence, i: int) -> int:
    """Return the index after "in 2003", "in May 2003", "(2003)" where a list of purchases goes on after it."""
    tokens = sentence.tokens
    if sentence.low(i) not in {"in", "("}:
        return i
    j = i + 1 + (sentence.low(i + 1) in w.MONTHS)
    if j >= len(tokens) or not _YEAR.fullmatch(tokens[j].text):
        return i
    j += 1 + (sentence.low(i) == "(")
    return j if sentence.low(j) in {",", "and", "&"} else i


def _listing_on(sentence: Sentence, j: int) -> bool:
    """After a comma: does the list go on ("B, C and D") rather than describe B ("B, Inc-backed maker of …")?"""
    tokens = sentence.tokens
    stop = names.run_after(sentence, j)
    stop = _past_year(sentence, stop) if stop > j else stop
    return stop > j and stop < len(tokens) and tokens[stop].low in {",", "and", "&"}


_POSSESSIONS: Final = w.words("assets")


def assets_of(sentence: Sentence, at: int) -> int:
    """Return where the company begins whose assets are bought, else 0: "|the technology assets of| Acme"."""
    tokens = sentence.tokens
    for i in range(at, min(at + 8, len(tokens) - 1)):
        if tokens[i].low in _POSSESSIONS:
            bare = all(t.low in {"the", "certain", "all", "key"} for t in tokens[at:i])
            return i + 2 if tokens[i + 1].low == "of" or (tokens[i + 1].low == "from" and bare) else 0
        if tokens[i].caps or tokens[i].kind != WORD:
            return 0
    return 0


_SPANS: Final = w.words("months weeks days years month")
_PAST_SHOP: Final = w.words("for from in to at , . and after with")
_NOT_OBJECT: Final = w.words("in from for with by")


def object_at(sentence: Sentence, at: int) -> Name | None:
    """Return the thing bought, with "unit" or "business" where that is what is bought of an owner."""
    tokens = sentence.tokens
    if (apart := objects.called_after(sentence, at)) is not None:
        return apart
    name = objects.after(sentence, at) or _unit_of(sentence, at)
    if name is None:
        return None
    described = tokens[name.first - 1].low in w.DESCRIPTOR and not tokens[name.first - 1].caps
    for i in range(at, at if described else name.first):
        token = tokens[i]
        called = token.text == "," and i == name.first - 1 and tokens[i - 1].low in w.DESCRIPTOR
        if called and not tokens[i - 1].caps and sentence.low(name.last) in {",", ".", ""}:
            continue  # "the Bergen-based biotech, |Acme|, after"
        if token.text == "," and w.SUFFIX_DESCRIPTOR.match(tokens[i + 1].text) and tokens[i + 1].low.endswith("based"):
            continue  # "acquired Nashville|, Tennessee-based| Acme"
        if token.low in _NOT_OBJECT or (token.kind == PUNCT and token.text in {",", ";", ":"}):
            return None
    end = name.last
    owner = _owner_before(sentence, name)
    tail = end
    while (
        tail < len(tokens)
        and tokens[tail].kind == WORD
        and not tokens[tail].caps
        and tokens[tail].low not in w.FUNCTION
        and tokens[tail].low not in w.VERB - w.DESCRIPTOR
        and tail - end < 5
    ):
        tail += 1
    nouns = [t.low for t in tokens[end:tail]]
    if end < len(tokens) and tokens[end].text in {"'s", "’s", "'"}:
        k = end + 1
        if k < len(tokens) and tokens[end].text != "'" and sentence.low(k) in _PAST_SHOP:
            return Name(name.first, k)  # "agreed to acquire |Donello's| for $2.1bn"
        held = [sentence.low(j) for j in range(k, k + 5)]
        if {"shares", "stock", "equity"} & set(held) and {"all", "outstanding", "entire"} & {*held, sentence.low(at)}:
            return name  # "will acquire all of |Acme|'s outstanding shares"
        while k < len(tokens) and tokens[k].kind == WORD and tokens[k].low not in w.FUNCTION - {"and"} and k - end < 7:
            if tokens[k].low in UNIT:
                named = names.run_after(sentence, k + 2)
                if sentence.low(k + 1) == "," and named > k + 2 and sentence.low(named) in {",", "(", "for", "in", "."}:
                    return names.trim(sentence, k + 2, named)  # "Acme's video business, |DISH DBS|"
                return Name(name.first, k + 1)
            k += 1
        return None
    if nouns:
        if nouns[0] in _SPANS:
            return name
        if nouns[-1] in _NOT_BOUGHT or nouns[0] in _NOT_BOUGHT:
            return None
        if nouns[-1] in UNIT and owner is not None:
            return Name(owner.first, tail)
        if tokens[name.first].kind == NUMBER and nouns[-1].endswith("s"):
            return None  # "26 Acme hypermarket |stores|"
        one = {tokens[k].low for k in range(at, name.first)} & {"a", "an"}
        if nouns[-1] in UNIT and one and not sentence.titled:
            return None  # "acquired |a| 10 MW solar PV portfolio"
        if (
            nouns[-1] not in w.DESCRIPTOR | UNIT
            and not sentence.titled
            and nouns[-1].endswith("s")
            and nouns[-1] != "business"
        ):
            return None
    if (tokens[end - 1].low in _NOT_BOUGHT and sentence.titled) or _is_site(sentence, name):
        return None
    return name


def named_apart(sentence: Sentence, at: int) -> Name | None:
    """Return what an apposition names: "its cookie brand, |Acme|, to", "the trading unit, |Acme|"."""
    tokens = sentence.tokens
    comma = next((k for k in range(at, min(at + 8, len(tokens) - 1)) if tokens[k].text == ","), 0)
    plain = comma > at and all(t.kind == WORD and not t.caps for t in tokens[at:comma])
    if not plain or tokens[comma - 1].low not in UNIT | w.DESCRIPTOR:
        return None
    end = names.run_after(sentence, comma + 1)
    closed = end > comma + 1 and (end >= len(tokens) or tokens[end].text in {",", "."} or tokens[end].low == "to")
    return names.trim(sentence, comma + 1, end) if closed else None


def _is_site(sentence: Sentence, name: Name) -> bool:
    """Tell whether a name is a place's: "Huron Plaza", "the Huron Field"."""
    last = sentence.low(name.last - 1)
    return last in _PLACE or (last in _ALSO_PLACE and (sentence.titled or sentence.low(name.first - 1) == "the"))


def _unit_of(sentence: Sentence, at: int) -> Name | None:
    """Return a part of a company named by its owner: "buys the |wealth arm of Acme|"."""
    tokens = sentence.tokens
    first = at + (sentence.low(at) in {"the", "a"})
    of = next((k for k in range(first + 1, min(first + 6, len(tokens) - 1)) if tokens[k].low == "of"), 0)
    if not of or tokens[of - 1].low not in _UNITS_OWNED:
        return None
    if any(t.kind != WORD or t.low in w.FUNCTION for t in tokens[first:of]):
        return None
    owner = objects.after(sentence, of + 1)
    return Name(first, owner.last) if owner is not None and owner.first <= of + 2 else None


_UNITS_OWNED: Final = w.words("unit business division arm operations segment subsidiary")


def _owner_before(sentence: Sentence, name: Name) -> Name | None:
    tokens = sentence.tokens
    if name.first > 1 and tokens[name.first - 1].text in {"'s", "’s", "'", "’"}:
        return names.run_before(sentence, name.first - 2)
    return None


_LISTS: Final = w.words("include includes included followed were are : ,")


def listed_after(sentence: Sentence, noun: int) -> list[Name]:
    """Return what "its other acquisitions include |A, B and C|", "other acquisitions followed: |A and B|" lists."""
    at = noun + 1
    if sentence.titled and sentence.low(at) in {"are", "were"}:
        return []  # "Studio Acquisitions |Are| Healthy"
    while sentence.low(at) in _LISTS:
        at += 1
    return [b.name for b in backers.read_list(sentence, at)[0]] if at > noun + 1 else []
