"""Listings told by the shares that are sold: "is selling 20 million shares at $19 each", in a text of listings."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import history, names, objects, parties, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.listing_sums import offering
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, NUMBER, Sentence
from dealwire.model import Kind, Money, Status, Told

_LISTING: Final = re.compile(
    r"\b(?:IPOs?|initial public offerings?|go(?:es|ing)? public|first day of trading|debuts?)\b"
)
_OFFERS: Final = w.verbs("price offer market issue float", "sell sells sold selling")
_SHARES: Final = w.words("shares adss adrs ads units stock receipts")
_AMID: Final = w.words(
    "million american depositary ordinary common class a b new existing more additional of its primary"
)
_PRICED: Final = w.words("at for between range each apiece")
REACH: Final = 14
"""Tokens between the shares and their price, and between either and what they bring."""


def sold(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read the listing of a sentence that counts the shares, or that calls one a listing: "was the week's largest IPO".

    A company that sells shares is listing where the text speaks of listings; elsewhere it may be listed already.
    """
    content = scene.content
    verb = _counts(sentence)
    who = parties.subject(sentence, verb) if verb else None
    if not verb or not who:
        who, verb = _called(sentence)
    if not verb or _LISTING.search(content, 0, sentence.end) is None:  # which goes back to where the text begins
        return []
    if isinstance(who, list) and len(who) == 1 and sentence.low(who[0].first - 1) in w.SELL:
        return []
    if verb and {"previously", "originally", "initially"} & {sentence.low(k) for k in range(verb - 4, verb)}:
        return []  # "had previously planned to sell 5 million shares"
    company = scene.company(sentence, who, 0.75) if verb else None
    if company is None or status.is_denied(sentence, verb, content):
        return []
    token = sentence.tokens[verb]
    told = status.read(sentence, verb, content)
    if told is not None and told.value is Status.IN_TALKS and _is_done(scene, company.value):
        return []  # "had planned to sell 5 million shares", of a listing told as done
    _, value = offering(sentence)
    return [
        Draft(
            kind=Told(Kind.IPO, token.start, token.end, token.text, 0.75),
            company=company,
            amount=raised(sentence),
            valuation=value,
            status=told,
            background=history.recalled(sentence, verb, content),
            confidence=0.75,
        )
    ]


def _is_done(scene: Scene, company: str) -> bool:
    told = [d for d in scene.drafts if d.kind.value is Kind.IPO and d.company is not None]
    return any(d.status is None and d.company is not None and same_name(d.company.value, company) for d in told)


def _counts(sentence: Sentence) -> int:
    """Return the verb of "|prices| 8.3 million shares at $17", "is |selling| 20 million of its shares", else 0."""
    tokens = sentence.tokens
    for i in range(1, len(tokens) - 2):
        if tokens[i].low not in _OFFERS or tokens[i + 1].kind != NUMBER:
            continue
        shares = next((k for k in range(i + 2, i + 8) if sentence.low(k) in _SHARES), 0)
        amid = all(sentence.low(k) in _AMID for k in range(i + 2, shares))
        near = tokens[shares : shares + REACH]
        priced = any(t.kind == MONEY for t in near) and any(t.low in _PRICED for t in near)
        if shares and amid and priced:
            return i
    return 0


_COPULAS: Final = w.words("was is became becomes marked marks")
_THAT: Final = w.words("a an the one from by of greatly heavily that came upsized downsized small large")
_PLACED: Final = w.words("largest biggest first second third best worst hottest only latest smallest")


def _called(sentence: Sentence) -> tuple[list[Name] | str | None, int]:
    """Return who "was the week's largest IPO", or whose "the first IPO of the year" was, and the copula."""
    tokens = sentence.tokens
    cue = next((i for i, t in enumerate(tokens) if t.text == "IPO" or t.low == "initial public offering"), -1)
    if cue < 1 or not any(t.low in _PLACED for t in tokens[max(0, cue - 6) : cue]):
        return None, 0
    before = next((k for k in range(cue - 1, max(0, cue - 9), -1) if tokens[k].low in _COPULAS), 0)
    if before:
        return parties.subject(sentence, before), before
    after = next((k for k in range(cue + 1, min(cue + 8, len(tokens))) if tokens[k].low in _COPULAS | {"came"}), 0)
    if not after or cue > 6:
        return None, 0
    at = after + 1
    while sentence.low(at) in _THAT:
        at += 1
    named = objects.after(sentence, at, 6) if names.run_after(sentence, at) > at else None
    return ([named] if named else None), after


_BRINGS: Final = w.verbs("raise net generate gross", "bring brings brought bringing") | {"proceeds"}


def raised(sentence: Sentence) -> Told[Money] | None:
    """Return what the shares bring: "to raise |$570 million|", "now anticipating gross proceeds of |$389 million|"."""
    parts = sums.classify(sentence)
    for i, part in parts.items():
        near = [sentence.low(k) for k in range(i - 6, i)]
        if part is Sum.AMOUNT and _BRINGS & set(near):
            return sentence.tokens[i].money
    return None
