"""The record of a purchase: what is bought, by whom, for how much, and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, same_name
from dealwire.core.extract.english import backers, history, names, parties, status
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN
from dealwire.core.extract.english.prices import price_of, worth_of
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import MONEY, WORD, Sentence
from dealwire.model import Investor, Kind, Money, Role, Status, Told

Who = list[Name] | str | None
NOUNS: Final = w.words("acquisition takeover buyout purchase acquisitions acquihire acqui-hire")
"""Nouns of buying, beside "merger"."""


def drafts_of(
    sentence: Sentence,
    scene: Scene,
    at: int,
    who: Who,
    buyers: Who | Sequence[Name],
    *,
    from_: int,
    each: bool = False,
    mark: int | None = None,
    buyer: Told[str] | None = None,
    denied: bool = False,
    stage: Told[Status] | None = None,
) -> list[Draft]:
    """Return a draft for each thing bought; the price goes with one alone.

    `buyer` is one told in another sentence; `denied`: the reader knows that the deal is told as refused; `stage`: how
    far it has come, where the reader knows.
    """
    talks = None if denied else status.talks_denied(sentence, at, scene.content)
    if not denied and talks is None and status.is_denied(sentence, at, scene.content):
        return []
    companies: list[Told[str] | None] = []
    if who == PRONOUN:
        own = parties.main_subject(sentence, at)
        theirs = isinstance(own, list) and isinstance(buyers, list) and own[0] not in buyers and own[0].last < at
        told = scene.told(sentence, own[0], 0.7) if theirs and isinstance(own, list) else None
        companies = [told or scene.here or scene.focus or scene.topic or scene.spoken_of(sentence)]
    elif isinstance(who, list):
        companies = [scene.told(sentence, name) for name in (who if each else who[-1:])]
    token = sentence.tokens[at]
    investors: list[Told[Investor]] = []
    if buyers == PRONOUN:
        own = parties.main_subject(sentence, at)
        said = isinstance(own, list) and _says(sentence, own[0].last)  # "|Acme| said it will buy"
        party = scene.told(sentence, own[0], 0.8) if said and isinstance(own, list) else None
        spoken = buyer or party or last_buyer(scene) or scene.spoken_of(sentence)
        own_ = spoken is scene.here and sentence.low(0) == "it"  # "It bought Acme and in July it merged with Pelt"
        if spoken and isinstance(who, list) and (own_ or any(t.start == spoken.start for t in companies if t)):
            spoken = None  # "It has bought the following firms: |Acme| and Pelt"
        investors = (
            [Told(Investor(spoken.value, Role.ACQUIRER), spoken.start, spoken.end, spoken.quote, 0.7)] if spoken else []
        )
    elif isinstance(buyers, list):
        investors = [
            Told(Investor(t.value, Role.ACQUIRER), t.start, t.end, t.quote, t.confidence)
            for t in (scene.told(sentence, n) for n in buyers)
        ]
    price = price_of(sentence, from_) if len(companies) == 1 else None
    worth = worth_of(sentence, from_) if len(companies) == 1 else None
    drafts = []
    for company in companies:
        if company is None or any(same_name(i.value.name, company.value) for i in investors):
            continue
        drafts.append(
            Draft(
                kind=Told(Kind.ACQUISITION, token.start, token.end, token.text, 0.85),
                company=company,
                investors=tuple(investors),
                amount=price,
                valuation=worth,
                status=stage or talks or _status(sentence, at, scene.content),
                background=history.recalled(sentence, at if mark is None else mark, scene.content)
                or _is_previous(sentence, who),
                confidence=0.85 if investors else 0.6,
            )
        )
    return drafts


def _says(sentence: Sentence, i: int) -> bool:
    """Tell whether a party says what follows, past the day: "Acme |on Friday said|"."""
    i += 2 if sentence.low(i) == "on" and sentence.low(i + 1) in w.WEEKDAYS else 0
    return sentence.low(i) in w.SAY


def _is_previous(sentence: Sentence, who: Who) -> Told[bool] | None:
    """Return the word by which what was sold is someone's of old: "the sale of their |previous| startup, Acme,"."""
    first = who[-1].first if isinstance(who, list) else 0
    for i in range(first - 1, max(-1, first - 5), -1):
        if sentence.low(i) in {"previous", "former", "earlier"}:
            token = sentence.tokens[i]
            ventures = any(sentence.low(k) in _VENTURES for k in range(i + 1, first))
            ventures = ventures and sentence.low(i + 1) not in {"parent", "owner", "partner", "sister"}
            return Told(True, token.start, token.end, token.text, 0.8) if ventures else None
    return None


_VENTURES: Final = w.words("startup start-up startups company venture business firm")


def minority(sentence: Sentence, at: int, scene: Scene, target: Name | None, buyers: Who) -> list[Draft]:
    """Return the round told by who buys a part that gives no control: "A acquires a 5% stake in B".

    A stake bought from a holder, or on the market, brings the company no money.
    """
    words = {t.low for t in sentence.tokens[at:]}
    if target is None or not isinstance(buyers, list) or words & _OF_HOLDERS or _ON_MARKET.search(scene.content):
        return []
    share = words & {"minority", "%", "percent", "pct"} or any(low.endswith("%") for low in words)
    young = sentence.low(target.first - 1) in {"startup", "start-up"}
    paid = bool(words & {"investing", "invests", "injecting"}) and any(t.kind == MONEY for t in sentence.tokens)
    if not (sentence.title or share or young or paid):
        return []
    after = sentence.tokens[target.last] if target.last < len(sentence.tokens) else None
    if after is not None and after.kind == WORD and after.low not in w.FUNCTION and not sentence.titled:
        return []  # "a 35% stake in the |Ruritanian| bank"
    told = drafts_of(sentence, scene, at, [target], buyers, from_=at)
    return [
        replace(
            draft,
            kind=replace(draft.kind, value=Kind.FUNDING_ROUND, confidence=0.6),
            investors=tuple(replace(t, value=Investor(t.value.name, Role.PARTICIPANT)) for t in draft.investors),
            confidence=0.6,
        )
        for draft in told
    ]


_ON_MARKET: Final = re.compile(r"\b(?:block|bulk) (?:deal|trade|transaction)|\bopen[- ]market\b", re.IGNORECASE)
_THE_PRICE: Final = w.words("price deal transaction acquisition sale takeover merger consideration purchase buyout")
_DEALS: Final = _THE_PRICE - {"price", "consideration"} | w.words(
    "mega-merger megamerger mega-deal megadeal offer bid counteroffer tie-up swoop"
)
_NO_PRICE: Final = w.words("break termination break-up fee loan financing debt fund lawsuit contract stake")


def sized(sentence: Sentence) -> Told[Money] | None:
    """Return the sum of "opposition to |the $45B mega-merger|", where a sentence has but one such."""
    found: list[Told[Money]] = []
    for i, token in enumerate(sentence.tokens):
        if token.kind != MONEY or token.money is None or token.money.value.value < _LEAST:
            continue
        near = [sentence.low(k) for k in range(i + 1, i + 7)]
        if sentence.low(i - 1) in {"worth", "at"} and _is_worth(sentence, i):
            found.append(token.money)
            continue
        if sentence.low(i - 1) in {"for", "of"} and sentence.low(i - 2) in {"deal", "consideration"}:
            found.append(token.money)  # "Acme - deal for |$816M|"
            continue
        noun = next((k for k, low in enumerate(near) if low in _DEALS), None)
        if (
            noun is None
            or _NO_PRICE & set(near[: noun + 2])
            or set(near[:noun]) & (w.FUNCTION - {"or", "about", "nearly"})
        ):
            continue
        if not found or found[-1].end + ALSO < token.start:
            found.append(token.money)
    return found[0] if len(found) == 1 else None


def priced_apart(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Give the one purchase of a sentence the price told apart from it: "opposition to the |$45B| merger"."""
    if len(drafts) != 1 or drafts[0].amount is not None or drafts[0].valuation is not None:
        return drafts
    return [replace(drafts[0], amount=sized(sentence))]


def priced_once(drafts: list[Draft]) -> list[Draft]:
    """Leave a price told once with the purchase told right before it: "After buying A, it bought B for |$5M|"."""
    kept = []
    for draft in drafts:
        price = draft.amount
        nearer = price is not None and any(
            other.amount is not None
            and other.amount.start == price.start
            and _stands_nearer(other, draft, price.start)
            and other.company is not None
            and draft.company is not None
            and not same_name(other.company.value, draft.company.value)
            for other in drafts
        )
        kept.append(replace(draft, amount=None) if nearer else draft)
    return kept


def _stands_nearer(other: Draft, draft: Draft, price: int) -> bool:
    """Tell whether a price is told between another purchase's words and this one's, or right before the other's."""
    if draft.kind.start < other.kind.start < price:
        return True
    return draft.kind.start < price < other.kind.start and other.kind.start - price < BESIDE < price - draft.kind.start


BESIDE: Final = 24
"""Characters between a price and the noun right after it: "the |$7.5 billion| acquisition of"."""


def _is_worth(sentence: Sentence, i: int) -> bool:
    """Tell whether a sum is told behind the deal: "snubbed the bid, worth |$66B|"."""
    j = i - 1 - (sentence.low(i - 1) == "at" and sentence.low(i - 2) == "valued")
    j -= sentence.low(j - 1) == ","
    return sentence.low(j - 1) in _DEALS and sentence.low(j - 2) in {"the", "a", "its", "their", "this"}


_LEAST: Final = 100_000
ALSO: Final = 12
"""Characters between a sum and the same in another currency: "|3.9 billion euros| or about |$4.86 billion|"."""
_IS: Final = w.words("is was be worth valued values totals totaled totalled amounts amounted represents")


def priced(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "The purchase price was €75 million" of the purchase told last."""
    last = scene.drafts[-1] if scene.drafts else None
    tokens = sentence.tokens
    if last is None or last.kind.value is not Kind.ACQUISITION or last.recalled:
        return []
    if last.amount is not None:
        return _worth_of_last(sentence, last)
    if (price := sized(sentence)) is not None:
        return [replace(last, amount=price, status=None, investors=())]
    money = next((i for i, t in enumerate(tokens) if t.kind == MONEY), 0)
    pays = {sentence.low(k) for k in range(money - 3, money)} & {"paid", "pay", "paying", "pays"}
    thing = {sentence.low(k) for k in range(money + 1, money + 12)} & {"business", "company", "firm", "it"}
    if pays and thing and "for" in {sentence.low(k) for k in range(money + 1, money + 9)}:
        return [
            replace(last, amount=tokens[money].money, status=None, investors=())
        ]  # "The firm paid $9M for the business"
    if last.valuation is None and (worth := worth_of(sentence, 0)) is not None:
        return [replace(last, valuation=worth, status=None, investors=())]  # "The transaction values Acme at $3B"
    opens = sentence.low(0) in {"the", "this", "its"} and any(sentence.low(k) in _THE_PRICE for k in (1, 2))
    states = any(sentence.low(k) in _IS for k in range(2, money))
    named = sentence.low(0) in {"the", "this"} and money == 1 and sentence.low(2) in _THE_PRICE  # "The $3.8bn deal was"
    return (
        [replace(last, amount=tokens[money].money, status=None)] if (opens and states and money <= 14) or named else []
    )


def _worth_of_last(sentence: Sentence, last: Draft) -> list[Draft]:
    """Read "The offer values Acme at $3B" of the purchase told last, whose price is told apart."""
    opens = sentence.low(0) in {"the", "this", "its"} and any(sentence.low(k) in _DEALS | {"price"} for k in (1, 2, 3))
    worth = worth_of(sentence, 0) if opens and last.valuation is None else None
    return [replace(last, valuation=worth, amount=None, status=None, investors=())] if worth is not None else []


_OF_HOLDERS: Final = w.words(
    "from shares listed nyse nasdaq tsx lse stock market shareholding disclosed filing activist own owns its his "
    "their her"
)


_VEHICLES: Final = w.words("company vehicle entity fund funds firm")
_HELD: Final = w.words("controlled owned managed advised backed run")
_SEVERAL: Final = w.words("consortium group investors syndicate partnership consortia")


def consortium_before(sentence: Sentence, verb: int) -> list[Name]:
    """Return who leads "a consortium led by |Acme| completed its", "an |Acme|-led group bought", else nothing."""
    for i in range(verb - 1, max(-1, verb - 16), -1):
        if sentence.low(i) in _VEHICLES and sentence.low(i + 1) in _HELD and sentence.low(i + 2) == "by":
            listed, end = backers.read_list(sentence, i + 3, verb)
            return [b.name for b in listed] if verb - end <= REACH else []  # "a company controlled by |Acme| will buy"
        if sentence.low(i) not in _SEVERAL or sentence.tokens[i].caps:
            continue
        if sentence.low(i + 1) in {"including", "comprising"}:
            members, end = backers.read_list(sentence, i + 2, verb)
            return [b.name for b in members] if members and verb - end <= REACH else []
        if sentence.low(i + 1) in {"led", "headed"} and sentence.low(i + 2) == "by":
            listed, end = backers.read_list(sentence, i + 3, verb)
            return [b.name for b in listed] if verb - end <= REACH else []
        led = next((k for k in range(i - 1, max(-1, i - 3), -1) if sentence.low(k).endswith("-led")), None)
        if led is None or not sentence.tokens[led].caps:
            return []
        before = names.run_before(sentence, led - 1)
        return [Name(before.first if before else led, led + 1)]
    return []


REACH: Final = 5
"""Tokens of the longest verb between a consortium and what it buys: "has agreed in principle to"."""


def last_buyer(scene: Scene) -> Told[str] | None:
    """Return who bought in the deal told last: "A acquired B in 2018. In 2020 |it| bought C"."""
    last = scene.drafts[-1] if scene.drafts else None
    if last is None or last.kind.value is not Kind.ACQUISITION or len(last.investors) != 1:
        return None
    buyer = last.investors[0]
    active = buyer.start < last.kind.start
    return Told(buyer.value.name, buyer.start, buyer.end, buyer.quote, 0.7) if active else None


def sought(draft: Draft, plan: Told[Status]) -> Draft:
    """Return a purchase that is no more than sought, on whosever word: that wins over "sources say"."""
    open_ = draft.status is None or draft.status.value is Status.RUMOURED
    return replace(draft, status=plan) if open_ else draft


_ANNOUNCES: Final = w.verbs("announce unveil reveal")


def _is_announced(sentence: Sentence, told: Told[Status]) -> bool:
    """Tell whether what is planned is what the parties announce: "unveiled |plans to| merge"."""
    i = status.start_index(sentence, told.start)
    plans = told.quote.lower().startswith("plan") and told.value is Status.IN_TALKS
    return plans and bool(_ANNOUNCES & {sentence.low(k) for k in range(i - 2, i)})


def _is_definite(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is of a deal that is known already: "Acme|'s| $9M |purchase| of"."""
    return any(sentence.low(k) in {"'s", "’s", "its", "their"} for k in range(max(0, noun - 4), noun))


_APPROVALS: Final = w.words("approval approvals clearance nod consent go-ahead ok")


def _approved(sentence: Sentence, at: int) -> bool:
    """Tell whether a sentence is of leave for a deal, which is then agreed: "set to win |approval for| its bid"."""
    return any(
        sentence.low(k) in _APPROVALS and {"for", "of", "to"} & {sentence.low(k + 1), sentence.low(k + 2)}
        for k in range(max(0, at - 9), at)
    )


_OFFERS: Final = w.words("bid offer proposal approach counteroffer counterbid")


def _status(sentence: Sentence, at: int, content: str) -> Told[Status] | None:
    if _approved(sentence, at):
        return status.completed(sentence, at, content)
    told = status.read(sentence, at, content)
    if told is not None and (_is_announced(sentence, told) or told.quote.lower() == "set to"):
        told = status.heard(sentence, at, content)  # "announced plans to buy Acme", "is set to acquire Acme"
    is_noun = sentence.tokens[at].low in NOUNS | _OFFERS | {"merger", "sale"}
    if is_noun and told is not None and told.quote.lower().rstrip(".").endswith(("reported", "reports")):
        told = (
            None if _is_definite(sentence, at) else told
        )  # "a judge cleared Acme's purchase of Beta, the paper reported"
    if is_noun and (told is None or told.value is Status.RUMOURED):
        told = status.of_noun(sentence, at, content) or told
    return told or (status.completed(sentence, at, content) if is_noun else None)
