"""Listings told by their shares: how many are offered at what price, and what they did on their first day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import names, parties, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, NUMBER, Sentence
from dealwire.model import Kind, Money, Told, Valuation

BEGINS: Final = w.words("debuts debuted begins began starts started")
"""How an article tells of a first day on an exchange."""
AHEAD: Final = w.words("plans plan ambitions goal hopes before towards toward ahead planned upcoming")
"""What beside a listing says that it is yet to come."""
_SHARES: Final = re.compile(r"\b(?:shares|ADSs?|stocks?|units|debut\w*)\b")
_GOES_PUBLIC: Final = re.compile(
    r"\bIPOs?\b|\b[Ii]nitial (?:public |share )?offer|\b[Dd]ebut|\bunder the symbol\b|\bfirst day of|issue price\b"
)
"""Words by which a text says that the shares it tells of are first sold: else they may be those of any listed firm."""
_RANGE: Final = re.compile(r"\b(?:price|proposed|expected|indicative) range\b|\brange of\b")
_FIRST_DAY: Final = re.compile(
    r"\b(?:debut(?:s|ed|ing)?\b|(?:first|opening) (?:day|session) (?:of|as)|(?:beg[au]n|start(?:s|ed)?) trading)"
)
_ISSUE_PRICE: Final = re.compile(r"\bfrom (?:its|their|the|an?) (?:offer(?:ing)?|issue|IPO|listing) price\b")
_OFFERS: Final = w.words("offering selling issuing floating")
_MOVES: Final = w.verbs(
    "gain climb jump soar surge add advance drop slide slump sink plunge tumble debut open close end finish double",
    "leap leaps leapt leaped pop pops popped "
    "rise rises rose rising fall falls fell falling shoot shoots shot slid sank",
)


def read(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the listings that a sentence tells by shares offered at a price, or traded for the first time."""
    if not _SHARES.search(scene.content, sentence.start, sentence.end) and not _ISSUE_PRICE.search(
        scene.content, sentence.start, sentence.end
    ):
        return []
    if not (_GOES_PUBLIC.search(scene.content) or _RANGE.search(scene.content, sentence.start, sentence.end)):
        return []
    return _by_offering(sentence, scene) or _on_the_list(sentence, scene) or _traded(sentence, scene)


def _draft(
    sentence: Sentence, scene: Scene, at: int, company: Told[str], amount: Told[Money] | None, told: bool = True
) -> Draft:
    token = sentence.tokens[at]
    return Draft(
        kind=Told(Kind.IPO, token.start, token.end, token.text, 0.7),
        company=company,
        amount=amount,
        valuation=None,
        status=status.read(sentence, at, scene.content) if told else None,
        confidence=0.7,
    )


def _by_offering(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "Acme plans to raise |$75M by offering 5.0 million shares| at $14 to $16": its terms are out."""
    for i in range(2, len(sentence.tokens) - 3):
        if sentence.low(i) != "by" or sentence.low(i + 1) not in _OFFERS:
            continue
        shares = next((k for k in range(i + 2, i + 9) if sentence.low(k) in {"shares", "adss", "ads", "units"}), None)
        money = next((k for k in range(i - 1, max(0, i - 4), -1) if sentence.tokens[k].kind == MONEY), None)
        verb = next((k for k in range(i - 1, max(0, i - 12), -1) if sentence.low(k) in w.RAISE_PLAIN), None)
        if shares is None or money is None or verb is None:
            continue
        company = scene.company(sentence, parties.subject(sentence, verb), 0.8)
        if company is not None:
            return [_draft(sentence, scene, i + 1, company, sentence.tokens[money].money, told=False)]
    return []


LISTED: Final = 14
"""Tokens before the number of shares in an item of a calendar: "Acme – Lehi, Utah, |45 million shares|"."""


def _on_the_list(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "Acme – Lehi, Utah, |45 million shares, priced at $20-$23|" in a calendar of offerings."""
    at = next((k for k in range(3, LISTED) if sentence.low(k) == "shares"), None)
    if at is None or not {sentence.low(at + 1), sentence.low(at + 2)} & {"priced", "at"}:
        return []
    end = names.run_after(sentence, 0)
    counted = any(sentence.tokens[k].kind == NUMBER for k in (at - 1, at - 2))
    if not end or not counted or sentence.low(end) not in {"–", "—", "-", "--", ",", "("}:
        return []
    name = names.trim(sentence, 0, end)
    return [_draft(sentence, scene, at, scene.told(sentence, name), None)] if name is not None else []


def _traded(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "|Acme| gained 14% from its offer price, while |Beta| rose 9%": one listing a clause."""
    content = scene.content
    priced = _ISSUE_PRICE.search(content, sentence.start, sentence.end)
    first = _FIRST_DAY.search(content, sentence.start, sentence.end)
    if priced is None and first is None:
        return []
    found: list[Draft] = []
    for i in range(1, len(sentence.tokens)):
        token = sentence.tokens[i]
        if token.low not in _MOVES or token.caps:
            continue
        near = [sentence.low(k) for k in range(i + 1, i + 8)]
        moved = any(low.endswith("%") or low in {"per", "percent", "unchanged"} for low in near)
        debuts = token.low.startswith("debut") and "on" not in near[:1] and bool({"at", "unchanged"} & set(near[:3]))
        who = parties.subject(sentence, i) if moved or debuts else None
        if not isinstance(who, list):
            continue
        company = scene.told(sentence, who[-1], 0.8)
        if any(d.company is not None and same_name(d.company.value, company.value) for d in found):
            continue
        found.append(_draft(sentence, scene, i, company, _raised(sentence)))
    if len(found) > 1:
        return [replace(d, amount=None) for d in found]
    return found


def _raised(sentence: Sentence) -> Told[Money] | None:
    """Return the sum of "after |raising HK$1.6B| in its IPO"."""
    parts = sums.classify(sentence)
    return next(
        (
            sentence.tokens[i].money
            for i, part in parts.items()
            if part is Sum.AMOUNT and sentence.low(i - 1) in {"raising", "raised"}
        ),
        None,
    )


_WORTH: Final = re.compile(
    r"\b(?:market (?:value|cap(?:itali[sz]ation)?)|valued?|valuing|worth|valuation)\b", re.IGNORECASE
)
_COMMANDS: Final = w.words(
    "command commands commanded would implied implying giving gives gave valuing values midpoint "
    "proposed pricing priced"
)


def worth(sentence: Sentence, last: Draft) -> Told[Valuation] | None:
    """Return what the listing told last puts on its company: "At the midpoint, it would command a market value of"."""
    words = {t.low for t in sentence.tokens}
    if not words & _COMMANDS or last.company is None:
        return None
    own = parties.main_subject(sentence, len(sentence.tokens))
    for i, part in sums.classify(sentence).items():
        near = {t.low for t in sentence.tokens[max(0, i - 7) : i]}
        market = "market" in near and bool({"value", "capitalization", "capitalisation", "cap"} & near)
        valued = part is Sum.VALUATION or (market and part in {Sum.AMOUNT, Sum.OTHER})
        valued = valued or (bool({"valuing", "values"} & near) and part is Sum.AMOUNT)
        if not valued or "last" in near:
            continue
        if isinstance(own, list) and own[0].last < i:
            name = " ".join(t.text for t in sentence.tokens[own[0].first : own[0].last])
            if not same_name(name, last.company.value):
                return None
        return sums.valuation(sentence, i)
    return None


def grossed(sentence: Sentence) -> Told[Money] | None:
    """Return the sum of "The upsized offering, which was priced as expected, |raised $119 million|"."""
    opens = sentence.low(0) in {"the", "its"} and any(sentence.low(k) in _THE_LISTING for k in range(1, 5))
    raises = next((k for k in range(2, len(sentence.tokens)) if sentence.low(k) in {"raised", "raises", "grossed"}), 0)
    return next_sum(sentence, raises) if opens and raises else None


def sold(sentence: Sentence) -> Told[Money] | None:
    """Return the sum of "will offer 16 million shares priced between $14 and $16 each to raise up to |$266M|"."""
    tokens = sentence.tokens
    each = next((k for k, t in enumerate(tokens) if t.low in _EACH and tokens[k - 1].kind == MONEY), None)
    if each is None or not any(t.low in _COUNTED for t in tokens[:each]):
        return None
    raises = next((k for k in range(len(tokens)) if tokens[k].low in w.RAISE_PLAIN), None)
    return next_sum(sentence, raises) if raises is not None else None


def next_sum(sentence: Sentence, verb: int) -> Told[Money] | None:
    """Return the sum right after a verb."""
    return next((t.money for t in sentence.tokens[verb + 1 : verb + 6] if t.kind == MONEY), None)


_EACH: Final = w.words("each apiece per a")
_COUNTED: Final = w.words("shares adss adrs units")
_THE_LISTING: Final = w.words("offering ipo listing float flotation")


def is_long_listed(sentence: Sentence, cue: int) -> bool:
    """Tell whether shares have long been listed: "shares of Acme are |listed on| the Nasdaq", "a firm |listed in|"."""
    if sentence.low(cue) != "listed":
        return False
    before = {sentence.low(cue - 1), sentence.low(cue - 2)}
    described = sentence.low(cue - 1) in w.DESCRIPTOR and not sentence.tokens[cue - 1].caps
    return described or (bool(before & {"is", "are"}) and sentence.low(cue - 1) not in {"to", "being", "be"})
