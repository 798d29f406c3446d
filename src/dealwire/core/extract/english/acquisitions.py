"""Who buys whom: told from either side, as a verb or as a noun, with the price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, names, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import PRONOUN, Name
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence
from dealwire.model import Investor, Kind, Money, Role, Status, Told

Who = list[Name] | str | None

_TRIGGER: Final = re.compile(
    r"acqui|buy|bought|purchas|merg|sell|sold|takeover|tak(?:e|es|ing) over|took over|stake|swallow|snap|scoop|pick|gobbl|absorb|combin|divest|\bbid\b|offer for|private|takes control|offload|majority|controlling",
    re.IGNORECASE,
)
MOST: Final = 12
"""Deals that one sentence is believed to tell."""

_UP: Final = w._verb("snap", "scoop", "pick", "gobble", "swallow", "hoover") - {"picking"}
_NOUN: Final = frozenset({"acquisition", "takeover", "buyout", "purchase", "acquisitions", "acquihire", "acqui-hire"})
_UNIT: Final = frozenset(
    {
        "unit",
        "business",
        "division",
        "arm",
        "operations",
        "assets",
        "brand",
        "subsidiary",
        "businesses",
        "segment",
        "portfolio",
        "team",
        "platform",
        "brands",
        "operation",
        "branch",
        "stores",
    }
)
_PART: Final = frozenset({"majority", "controlling", "remaining", "full", "entire", "whole"})
_NOT_BOUGHT: Final = frozenset(
    "stake stakes share shares stock bitcoin chips chip rights licence license licenses ads ad tickets bonds bond debt land building buildings property properties facility facilities center "
    "time votes plane planes aircraft satellites power electricity gpus capacity customers users talent domain house homes home car cars products product services goods data patents patent "
    "storage mall plant warehouse campus headquarters mine mines field fields ship ships loans vehicles vehicle drones tokens token".split()
)
_PLACE: Final = frozenset(
    "field mine mall plaza tower stadium building park airport station island ranch avenue street hotel program estate bridge arena farm reservoir terminal refinery".split()
)
_SKIP_OBJECT: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "all",
        "of",
        "its",
        "rival",
        "fellow",
        "two",
        "three",
        "both",
        "up",
        "over",
        "out",
        "another",
        "most",
        "parts",
        "assets",
        "outstanding",
        "shares",
        "company",
        "companies",
    }
)


def read(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the acquisitions and mergers that a sentence tells."""
    tokens = sentence.tokens
    if tokens[-1].text == "?" or not _TRIGGER.search(scene.content, sentence.start, sentence.end):
        return []
    found: list[Draft] = []
    for i, token in enumerate(tokens):
        if token.kind != WORD or (token.caps and not sentence.titled and i > 0):
            continue
        low = token.low
        if len(found) >= MOST:
            break
        if (
            low in w.ACQUIRE
            or (low in _UP and _next(sentence, i) == "up")
            or (low in {"take", "takes", "took", "taking", "taken"} and _next(sentence, i) == "over")
        ):
            found += _bought(sentence, i, scene)
        elif low in {"received", "receives", "secured", "secures", "closed", "announced", "gets", "lands", "completed"}:
            found += _majority_received(sentence, i, scene)
        elif low in w.SELL:
            found += _sold(sentence, i, scene)
        elif low in {"merge", "merges", "merged", "merging"}:
            found += _merged(sentence, i, scene)
        elif low in _NOUN or low == "merger":
            found += _noun(sentence, i, scene)
        elif low in {"bid", "offer"} and _next(sentence, i) == "for":
            found += _bid(sentence, i, scene)
        elif low in {"take", "takes", "took", "taking", "hold", "gain", "gains"}:
            found += _took(sentence, i, scene)
    return _once(found)


def _next(sentence: Sentence, i: int) -> str:
    return sentence.tokens[i + 1].low if i + 1 < len(sentence.tokens) else ""


def _once(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        if draft.company is None or not any(
            k.company is not None and k.company.start == draft.company.start for k in kept
        ):
            kept.append(draft)
    return kept


# --- frames -----------------------------------------------------------------------------------------------------------------------


def _bought(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """ "A acquires B"; "B acquired by A"; "A acquires a majority stake in B"."""
    tokens = sentence.tokens
    at = verb + 1
    if at < len(tokens) and tokens[at].low in {"up", "over", "out"}:
        at += 1
    while at < len(tokens) and (tokens[at].low in w.ADVERB or tokens[at].low in {"outright", "for"} and False):
        at += 1
    by = _by(sentence, at)
    if by is not None:
        if not _passive(sentence, verb):
            return []
        buyers, end = backers.read_list(sentence, by)
        who = _passive_subject(sentence, verb)
        return _drafts(sentence, scene, verb, who, [b.name for b in buyers], from_=verb)
    if (
        verb
        and tokens[verb - 1].low in {"be", "been", "being", "gets", "get", "got", "getting", "was", "were"}
        and (at >= len(tokens) or tokens[at].kind == PUNCT or tokens[at].low in w.FUNCTION)
    ):
        return _drafts(sentence, scene, verb, _passive_subject(sentence, verb), [], from_=verb)
    if not _active(sentence, verb):
        return []
    buyers_ = names.subject(sentence, verb) or names.main_subject(sentence, verb)
    stake = _stake(sentence, at)
    if stake is not None:
        control, of = stake
        if not control:
            return []
        target = names.after(sentence, of)
        return _drafts(sentence, scene, verb, [target] if target else None, buyers_, from_=verb)
    targets = _objects(sentence, at)
    if not targets:
        return []
    return _drafts(sentence, scene, verb, targets, buyers_, from_=verb, each=True)


def _by(sentence: Sentence, at: int) -> int | None:
    """Return where the buyers of "acquired (in 2020) by |A|" begin, if they do."""
    tokens = sentence.tokens
    for i in range(at, min(at + 6, len(tokens))):
        if tokens[i].low == "by":
            return i + 1
        if (
            tokens[i].kind == PUNCT
            or tokens[i].low in {"and", "to", "a", "the"}
            or (tokens[i].caps and tokens[i].low not in w.MONTHS and i == at)
        ):
            return None
    return None


def _passive(sentence: Sentence, verb: int) -> bool:
    return sentence.tokens[verb].low.endswith(("ed", "bought", "over")) or sentence.tokens[verb].low in {
        "taken",
        "took",
    }


def _passive_subject(sentence: Sentence, verb: int) -> Who:
    tokens = sentence.tokens
    i = verb - 1
    if i >= 0 and tokens[i].text == "(":
        name = names.run_before(sentence, i - 1)
        return [name] if name else None
    if i > 0 and tokens[i].text == ",":
        name = names.run_before(sentence, names.skip_brackets(sentence, i - 1))
        return [name] if name else names.subject(sentence, verb)
    who = names.subject(sentence, verb)
    if isinstance(who, list):
        return who
    if who is None:
        return _coordinate(sentence, names.head_of_group(sentence, verb)) or names.main_subject(sentence, verb)
    return who


def _coordinate(sentence: Sentence, head: int) -> Who:
    """ "the |Warehouse| brand and stock were acquired": the first capitals after the last comma that opens the clause."""
    first = names.main_subject(sentence, head)
    return first if isinstance(first, list) else None


def _active(sentence: Sentence, verb: int) -> bool:
    low = sentence.tokens[verb].low
    if low in {"purchase", "buy", "takeover"}:
        before = sentence.tokens[verb - 1].low if verb else ""
        return before not in {"a", "an", "the", "best", "'s", "’s", "its", "their", "this", "of"}
    return True


def _stake(sentence: Sentence, at: int) -> tuple[bool, int] | None:
    """Return whether "a 60% stake in |B|" gives control, and where the company begins; None if no stake is bought."""
    tokens = sentence.tokens
    for i in range(at, min(at + 9, len(tokens))):
        low = tokens[i].low
        if low in {
            "stake",
            "stakes",
            "interest",
            "interests",
            "shareholding",
            "share",
            "shares",
            "ownership",
            "equity",
        }:
            if _next(sentence, i) not in {"in", "of", "from"}:
                return (False, i) if low in {"stake", "stakes"} else None
            words = [t.low for t in tokens[max(0, at - 1) : i]]
            percent = _percent(sentence, at, i)
            control = bool(set(words) & _PART) or (percent is not None and percent > 50) or ("all" in words)
            return control and "minority" not in words, i + 2
        if low in {"majority", "control", "ownership"} and _next(sentence, i) in {"of", "in"}:
            return True, i + 2
        if low.endswith("%") or tokens[i].kind in {NUMBER, MONEY}:
            if low == "100%" and _next(sentence, i) == "of":
                return True, i + 2
            continue
        if tokens[i].kind == PUNCT and tokens[i].text not in {"%", "-", "."}:
            return None
        if tokens[i].caps:
            return None
    return None


def _percent(sentence: Sentence, at: int, end: int) -> float | None:
    tokens = sentence.tokens
    for i in range(at, end):
        text = tokens[i].text.rstrip("%")
        if tokens[i].kind == NUMBER and (
            tokens[i].text.endswith("%") or (i + 1 < end and tokens[i + 1].low in {"%", "percent", "per"})
        ):
            try:
                return float(text.replace(",", ""))
            except ValueError:
                return None
    return None


def _objects(sentence: Sentence, at: int) -> list[Name]:
    """Return what is bought: a name, or a list of them."""
    tokens = sentence.tokens
    n = len(tokens)
    if at >= n or tokens[at].kind in {MONEY, ROUND}:
        return []
    listed = next(
        (
            i
            for i in range(at, min(at + 14, n))
            if tokens[i].low
            in {
                "including",
                "companies",
                "namely",
                "startups",
                "firms",
                "businesses",
                "providers",
                "brands",
                "agencies",
            }
            and not tokens[i].caps
            and i + 2 < n
            and any(t.kind == PUNCT or t.low in {"including"} for t in tokens[i : i + 2])
        ),
        None,
    )
    start = at
    behind = next((i for i in range(at, min(at + 7, n)) if tokens[i].low == "behind"), None)
    if behind is not None and not any(t.caps for t in tokens[at:behind]):
        start = behind + 1
    if listed is not None:
        start = listed + 1
        while start < n and tokens[start].text in {",", ":", "—", "–"}:
            start += 1
        return [b.name for b in backers.read_list(sentence, start)[0]]
    name = _object(sentence, start)
    if name is None:
        return []
    found = [name]
    end = name.last
    while end + 1 < n and len(found) < 12:
        j = end
        if tokens[j].text == ",":
            j += 1
        if j < n and tokens[j].low in {"and", "&", "plus"}:
            j += 1
        elif j > end and not _listing_on(sentence, j):
            break
        if j == end or j >= n:
            break
        stop = names.run_after(sentence, j + (tokens[j].low == "the"))
        more = names.trim(sentence, j, stop) if stop > j else None
        if more is None or (
            stop < n and tokens[stop].kind == WORD and (tokens[stop].low in w.RAISE | w.AUXILIARY | w.VERB)
        ):
            break
        found.append(more)
        end = stop
    return found


def _listing_on(sentence: Sentence, j: int) -> bool:
    """After a comma: does the list go on ("B, C and D") rather than describe B ("B, Inc-backed maker of …")?"""
    tokens = sentence.tokens
    stop = names.run_after(sentence, j)
    return stop > j and stop < len(tokens) and tokens[stop].low in {",", "and", "&"}


def _object(sentence: Sentence, at: int) -> Name | None:
    """Return the thing bought, with "unit" or "business" where that is what is bought of an owner."""
    tokens = sentence.tokens
    name = names.after(sentence, at)
    if name is None:
        return None
    for i in range(at, name.first):
        token = tokens[i]
        if token.low in {"in", "from", "for", "with", "by"} or token.kind == PUNCT and token.text in {",", ";", ":"}:
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
        while k < len(tokens) and tokens[k].kind == WORD and tokens[k].low not in w.FUNCTION and k - end < 7:
            if tokens[k].low in _UNIT:
                return Name(name.first, k + 1)
            k += 1
        return None
    if nouns:
        if nouns[0] in {"months", "weeks", "days", "years", "month", "weeks"}:
            return name
        if nouns[-1] in _NOT_BOUGHT or nouns[0] in _NOT_BOUGHT:
            return None
        if nouns[-1] in _UNIT and owner is not None:
            return Name(owner.first, tail)
        if (
            nouns[-1] not in w.DESCRIPTOR | _UNIT
            and not sentence.titled
            and nouns[-1].endswith("s")
            and nouns[-1] not in {"business"}
        ):
            return None
    if (tokens[end - 1].low in _NOT_BOUGHT and sentence.titled) or tokens[end - 1].low in _PLACE:
        return None
    return name


def _owner_before(sentence: Sentence, name: Name) -> Name | None:
    tokens = sentence.tokens
    if name.first > 1 and tokens[name.first - 1].text in {"'s", "’s", "'", "’"}:
        return names.run_before(sentence, name.first - 2)
    return None


def _majority_received(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """ "A received a majority investment from B": control changes hands."""
    tokens = sentence.tokens
    for i in range(verb + 1, min(verb + 10, len(tokens) - 1)):
        if tokens[i].low in {"majority", "controlling"} and any(
            t.low in {"investment", "stake", "recapitalization", "buyout", "interest"} for t in tokens[i + 1 : i + 4]
        ):
            if any(t.low == "in" for t in tokens[i + 1 : i + 5]):
                return []
            source = next((k for k in range(i, min(i + 8, len(tokens))) if tokens[k].low in {"from", "by"}), None)
            buyers = [b.name for b in backers.read_list(sentence, source + 1)[0]] if source else []
            return _drafts(sentence, scene, verb, names.subject(sentence, verb), buyers, from_=verb)
        if tokens[i].kind == PUNCT:
            break
    return []


def _sold(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """ "A sells B to C", "B sold to C", "B is selling to C for $1B"."""
    tokens = sentence.tokens
    n = len(tokens)
    to = next(
        (
            i
            for i in range(verb + 1, min(verb + 45, n))
            if tokens[i].low == "to" and (i - verb < 16 or tokens[i - 1].text == ",")
        ),
        None,
    )
    if to is None or to + 1 >= n:
        return []
    between = tokens[verb + 1 : to]
    stake = _stake(sentence, verb + 1)
    if stake is not None and stake[0] and stake[1] < to and (target := names.after(sentence, stake[1])):
        return _drafts(
            sentence, scene, verb, [target], [b.name for b in backers.read_list(sentence, to + 1)[0]], from_=verb
        )
    if any(
        t.low in {"stake", "shares", "share", "minority", "products", "tickets", "interest", "off"} for t in between
    ):
        return []
    buyers, _ = backers.read_list(sentence, to + 1)
    if not buyers or (
        tokens[to + 1].kind == WORD
        and not tokens[to + 1].caps
        and tokens[to + 1].low in w.RAISE | w.ACQUIRE | w.OTHER_VERB
        and not tokens[buyers[0].name.first - 1].low in w.DESCRIPTOR | {"a", "the"}
    ):
        return []
    words = [
        t
        for t in between
        if t.low not in w.ADVERB and t.low not in {"itself", "out", "for", "the", "company"} and t.kind != MONEY
    ]
    if not words:
        who = names.subject(sentence, verb)
    else:
        target = _object(sentence, verb + 1)
        if target is None or target.last > to:
            return []
        who = [target]
    return _drafts(sentence, scene, verb, who, [b.name for b in buyers], from_=verb)


def _merged(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """ "A merges with B", "A and B to merge"."""
    tokens = sentence.tokens
    who = names.subject(sentence, verb)
    at = verb + 1
    if at < len(tokens) and tokens[at].low in {"with", "into"}:
        target = names.after(sentence, at + 1)
        return _drafts(sentence, scene, verb, [target] if target else None, who, from_=verb)
    if isinstance(who, list) and len(who) == 2:
        return _drafts(sentence, scene, verb, [who[1]], [who[0]], from_=verb)
    return []


def _noun(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """ "A's acquisition of B", "the takeover of B by A", "A's $2B B acquisition", "A completes acquisition of B", "merger with B"."""
    tokens = sentence.tokens
    n = len(tokens)
    follows = _next(sentence, noun)
    if follows in {"of", "with", "between"}:
        if follows == "between" or (tokens[noun].low == "merger" and follows == "of"):
            pair = [b.name for b in backers.read_list(sentence, noun + 2)[0]]
            return _drafts(sentence, scene, noun, [pair[1]], [pair[0]], from_=noun) if len(pair) == 2 else []
        stake = _stake(sentence, noun + 2)
        targets = (
            _objects(sentence, noun + 2)
            if stake is None
            else ([t] if stake[0] and (t := names.after(sentence, stake[1])) else [])
        )
        if not targets:
            return []
        by = next((k for k in range(targets[-1].last, min(targets[-1].last + 4, n)) if tokens[k].low in {"by"}), None)
        buyers: Who
        if by is not None:
            buyers = [b.name for b in backers.read_list(sentence, by + 1)[0]]
        else:
            buyers = _noun_owner(sentence, noun)
        if tokens[noun].low in {"purchase"} and not buyers:
            return []
        return _drafts(sentence, scene, noun, targets, buyers, from_=max(0, noun - 6), each=True)
    # "A's B acquisition", "the B acquisition"
    target = names.run_before(sentence, noun - 1)
    if target is None or tokens[noun].low in {"purchase", "merger"} and target.first == 0:
        return []
    i = target.first - 1
    if i > 0 and tokens[i].kind == MONEY:
        i -= 1
    if i > 0 and tokens[i].text in {"'s", "’s", "'", "’"}:
        owner = names.run_before(sentence, i - 1)
        if owner:
            return _drafts(sentence, scene, noun, [target], [owner], from_=max(0, noun - 6), mark=owner.first)
    if (
        target.last - target.first <= 4
        and i >= 0
        and tokens[i].low in {"the", "of", "completes", "closes", "announces", "its", "with", "after"}
        or (i >= 0 and tokens[i].kind == MONEY)
    ):
        buyers_ = _noun_owner(sentence, target.first)
        return _drafts(sentence, scene, noun, [target], buyers_, from_=max(0, noun - 6)) if buyers_ else []
    return []


def _bid(sentence: Sentence, noun: int, scene: Scene) -> list[Draft]:
    """ "A makes a $2B bid for B": an offer, as yet no more."""
    target = names.after(sentence, noun + 2)
    buyers = _noun_owner(sentence, noun)
    token = sentence.tokens[noun]
    drafts = _drafts(sentence, scene, noun, [target] if target else None, buyers, from_=max(0, noun - 5))
    offer = Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    return [replace(d, status=d.status or offer) for d in drafts if d.investors or d.amount]


def _noun_owner(sentence: Sentence, noun: int) -> Who:
    """Return who makes the acquisition: an owner before it, or the subject of the verb that governs it."""
    tokens = sentence.tokens
    for i in range(noun - 1, max(-1, noun - 12), -1):
        token = tokens[i]
        if token.text in {"'s", "’s", "'", "’"}:
            owner = names.run_before(sentence, i - 1)
            if owner:
                return [owner]
        if (
            token.kind == WORD
            and token.low in w.RAISE | w.OTHER_VERB | w.LEAD | w.AUXILIARY
            and (sentence.titled or not token.caps)
            and token.low not in {"to", "has"}
        ):
            return names.subject(sentence, i) or names.main_subject(sentence, i)
        if token.low in {"its", "their"}:
            return names.main_subject(sentence, i)
        if token.low == "by" and (named := names.after(sentence, i + 1)) and named.last < noun:
            return [named]
    return names.main_subject(sentence, noun)


def _took(sentence: Sentence, verb: int, scene: Scene) -> list[Draft]:
    """ "A takes B private", "A takes a majority stake in B", "A takes control of B"."""
    tokens = sentence.tokens
    stake = _stake(sentence, verb + 1)
    if stake is not None:
        if not stake[0]:
            return []
        target = names.after(sentence, stake[1])
        return _drafts(sentence, scene, verb, [target] if target else None, names.subject(sentence, verb), from_=verb)
    for i in range(verb + 2, min(verb + 7, len(tokens))):
        if tokens[i].low == "private":
            target = names.after(sentence, verb + 1)
            if target and target.last <= i:
                return _drafts(sentence, scene, verb, [target], names.subject(sentence, verb), from_=verb)
    return []


# --- drafts --------------------------------------------------------------------------------------------------------------------------


def _drafts(
    sentence: Sentence,
    scene: Scene,
    at: int,
    who: Who,
    buyers: Who | Sequence[Name],
    *,
    from_: int,
    each: bool = False,
    mark: int | None = None,
) -> list[Draft]:
    """Return a draft for each thing bought; the price goes with one alone."""
    if status.is_denied(sentence, at, scene.content):
        return []
    companies: list[Told[str] | None] = []
    if who == PRONOUN:
        companies = [scene.focus or scene.topic]
    elif isinstance(who, list):
        companies = [scene.told(sentence, name) for name in (who if each else who[-1:])]
    token = sentence.tokens[at]
    investors: list[Told[Investor]] = []
    if buyers == PRONOUN:
        spoken = scene.spoken_of(sentence)
        investors = (
            [Told(Investor(spoken.value, Role.ACQUIRER), spoken.start, spoken.end, spoken.quote, 0.7)] if spoken else []
        )
    elif isinstance(buyers, list):
        investors = [
            Told(Investor(t.value, Role.ACQUIRER), t.start, t.end, t.quote, t.confidence)
            for t in (scene.told(sentence, n) for n in buyers)
        ]
    price = _price(sentence, from_) if len(companies) == 1 else None
    drafts = []
    for company in companies:
        if company is None or any(i.start == company.start for i in investors):
            continue
        drafts.append(
            Draft(
                kind=Told(Kind.ACQUISITION, token.start, token.end, token.text, 0.85),
                company=company,
                investors=tuple(investors),
                amount=price,
                status=status.read(sentence, at, scene.content),
                background=status.recalled(sentence, at if mark is None else mark, scene.content),
                confidence=0.85 if investors else 0.6,
            )
        )
    return drafts


def _price(sentence: Sentence, from_: int) -> Told[Money] | None:
    """Return the price: the first sum after the verb that is a price or the value of the deal."""
    parts = sums.classify(sentence)
    for i, part in parts.items():
        if i < from_:
            continue
        if (part is Sum.AMOUNT and _is_price(sentence, i)) or (part is Sum.VALUATION and _of_deal(sentence, i)):
            return sentence.tokens[i].money
    return None


def _is_price(sentence: Sentence, i: int) -> bool:
    before = {t.low for t in sentence.tokens[max(0, i - 6) : i]}
    after = {t.low for t in sentence.tokens[i + 1 : i + 4]}
    return bool(before & _PRICE_BEFORE or after & _PRICE_AFTER)


_PRICE_BEFORE: Final = frozenset(
    "for worth at valued of pay paid pays paying price totaling totalling fetch fetched sum".split()
)
_PRICE_AFTER: Final = frozenset(
    "deal acquisition takeover buyout merger transaction purchase cash all-cash bid offer all-stock stock sale".split()
)


def _of_deal(sentence: Sentence, i: int) -> bool:
    near = {t.low for t in sentence.tokens[max(0, i - 8) : i]}
    return bool(near & {"deal", "transaction", "acquisition", "takeover", "for", "buyout", "merger", "at", "valued"})
