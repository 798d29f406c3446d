"""What each sum in a sentence is: the money of a deal, a valuation, a total of several rounds, or none of these."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from dealwire.core.extract.english import income, worth
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, Sentence
from dealwire.model import Basis, Told, Valuation

SMALLEST: Final = 5_000
"""Less than this (in whole units of a currency) is a price or a slip ("$10.75 in Series A funding").

Not the sum of a deal.
"""


_SMALL_UNITS: Final = {"KRW": 1000, "VND": 20_000, "IDR": 10_000, "JPY": 100, "INR": 50, "PKR": 200, "NGN": 500}
"""Currencies of small units → how many of them go to one of the others, in round figures."""


class Sum(Enum):
    """The part that a sum plays."""

    AMOUNT = "amount"
    VALUATION = "valuation"
    TOTAL = "total"
    SHARE = "share"
    OTHER = "other"


_OTHER_AFTER: Final = w.words(
    "revenue revenues arr sales turnover aum assets profit profits loss losses ebitda gmv bookings savings "
    "damages fine fines penalty tax taxes fee fees salary salaries bonus prize prizes contract contracts "
    "order orders annually yearly monthly market opportunity industry budget gdp users customers lawsuit "
    "settlement fraud scheme ticket tickets subscription bitcoin transactions payments deposits mrr run-rate "
    "quarterly annual-recurring income earnings exit exits jackpot project wiped royalty royalties rebate "
    "discount bounty ransom ponzi heist inventory spending spend payment price pay package compensation phone "
    "car goods merchandise dividend dividends buyback backlog loans mortgages margin"
)
_OTHER_BEFORE: Final = w.words(
    "revenue revenues sales arr turnover profit profits loss losses fine fined price priced costs cost "
    "costing save saves saving worth-of paying pay pays paid manages managing oversees overseeing assets "
    "bottom-line line spent spends spend earns earned lost losing ebitda market sue sued owes owed debt-laden "
    "capitalization "
    "cap payment payments royalties earnings income charge writedown write-down impairment deficit surplus"
)
_UNIT_RATE: Final = frozenset({"per", "a", "an", "each"})
_RATE_NOUN: Final = w.words(
    "year month share user quarter day hour week seat barrel ton tonne unit company startup deal investment"
)
_VALUE_WORD: Final = w.words(
    "valuation valuations valued valuing values value pre-money post-money premoney postmoney priced"
)
_HEDGE: Final = w.words(
    "a an about around roughly over nearly almost approximately more than up to at least of as much the some "
    "just under below north above exceeding upwards between reportedly whopping massive staggering estimated "
    "its total well with new huge record fresh now or"
)


def classify(sentence: Sentence) -> dict[int, Sum]:
    """Return the part of each sum in a sentence by its token's index."""
    return dict(_classified(sentence))


@lru_cache(maxsize=8)
def _classified(sentence: Sentence) -> Mapping[int, Sum]:
    """Return the parts once for all rules that ask for those of a sentence."""
    parts: dict[int, Sum] = {}
    for i, token in enumerate(sentence.tokens):
        if token.kind == MONEY:
            parts[i] = _part(sentence, i, parts)
            whole = next((k for k in parts if k < i and parts[k] is Sum.AMOUNT), None)
            if parts[i] is Sum.SHARE and whole is not None and _is_one_of(sentence, i, whole):
                parts[i], parts[whole] = Sum.AMOUNT, Sum.TOTAL
    return MappingProxyType(parts)


def _is_one_of(sentence: Sentence, i: int, whole: int) -> bool:
    """Tell whether a part is a round of its own and its whole only a sum: "$115M, including a |$100M| Series A"."""
    labelled = any(
        t.kind == ROUND and t.low.startswith(("series", "seed", "pre-")) for t in sentence.tokens[i + 1 : i + 3]
    )
    if any(t.kind == MONEY for t in sentence.tokens[i + 1 : i + 25]):
        return False
    near = sentence.tokens[whole + 1 : min(whole + 6, i)]
    return labelled and not any(t.kind == ROUND or t.low in w.FIRM_NOUN for t in near)


def _part(sentence: Sentence, i: int, before: dict[int, Sum]) -> Sum:
    tokens = sentence.tokens
    following = [t.low for t in itertools.takewhile(lambda t: t.kind != MONEY, tokens[i + 1 : i + 9])]
    money = tokens[i].money
    if money is not None and (money.value.max or money.value.value) < SMALLEST * _SMALL_UNITS.get(
        money.value.currency, 1
    ):
        return Sum.OTHER
    if income.is_of_order(sentence, i):
        return Sum.OTHER
    if _is_valuation(sentence, i, following, before):
        return Sum.VALUATION
    if _is_total(sentence, i, following) or _is_told_of_all(sentence, i, following):
        return Sum.TOTAL
    if _is_other(sentence, i, following) or _SOLD.match(" ".join(following)):
        return Sum.OTHER
    if _is_share(sentence, i, before):
        return Sum.SHARE
    return Sum.AMOUNT


def _skip_hedge(sentence: Sentence, i: int) -> int:
    j = i - 1
    while j >= 0 and (
        (
            sentence.tokens[j].low in _HEDGE
            and (sentence.tokens[j].low not in {"of", "to", "at"} or sentence.tokens[j + 1].low in {"least", "most"})
        )
        or (sentence.tokens[j].low == "to" and sentence.low(j - 1) == "up" and sentence.low(j - 2) in {"at", "of"})
        or (sentence.tokens[j].kind == PUNCT and sentence.tokens[j].text in {"~", "“", "‘", '"'})
    ):
        j -= 1
    return j


_VALUATION_AFTER: Final = w.words("valuation value pre-money post-money valuations premoney postmoney post pre")
_VALUATION_BETWEEN: Final = w.words(
    "- plus + or more ( pre-investment equity enterprise company fully diluted unicorn implied private reported new"
)
_VALUATION_LINK: Final = w.words("at of to is from hit hits reach reaches reached by in as was upward past for")
_AROUND: Final = w.words("around about above over nearly roughly approximately than")
_LISTING: Final = w.words("including investors backers")
_MINTED: Final = w.words("mint minting mints minted valuing valued")


def _is_valuation(sentence: Sentence, i: int, following: list[str], before: dict[int, Sum]) -> bool:
    tokens = sentence.tokens
    if following[:2] == ["price", "tag"]:
        return True
    for k, low in enumerate(following[:5]):
        if low in _VALUATION_AFTER:
            if low in {"post", "pre"} and following[k + 1 : k + 2] not in (["money"], ["-"]):
                continue
            return True
        if low not in _VALUATION_BETWEEN:
            break
    if sentence.low(i - 1) == "of" and sentence.low(i - 2) in {"peak", "high", "low"}:
        return True  # "at $250M, well below its |peak of| $650M"
    if following[:1] == ["-valued"] or following[:2] == ["-", "valued"]:
        return True
    j = _skip_hedge(sentence, i)
    if j < 0:
        return False
    low = tokens[j].low
    loose = j < i - 1 and any(sentence.low(k) in {"value", "values", "valued", "valuing"} for k in range(j - 3, j))
    if loose and sentence.low(i - 1) in _AROUND and tokens[j].kind != MONEY:
        return True  # "would value it |around| $45 billion", "valued the company |above| $2bn"
    if low == "valuation":
        return j == 0 or tokens[j - 1].kind != MONEY  # not "hits $1B valuation with $9M round"
    if low in _MINTED | {"worth"} and not (low == "worth" and _deal_noun_before(sentence, j)):
        return True
    if low == "at" and sentence.low(j - 1) == "," and worth.valuing_before(sentence, j - 1) is not None:
        return True
    if low in {"of", "at"} and worth.is_given(sentence, j):
        return True
    if low in _VALUATION_LINK or low.startswith("double"):
        for k in range(j - 1, max(-1, j - 12), -1):
            token = tokens[k]
            if token.low in _VALUE_WORD or token.low == "valuation's":
                equity = token.low == "value" and low == "of" and sentence.low(k - 1) == "equity"
                return token.low not in {"value", "priced"} or low == "at" or equity
            if token.kind == MONEY:
                first = min(before, default=k)
                if low == "at" and any(sentence.low(j) in _LISTING for j in range(first, i)):
                    return False  # "€150 million from investors including Acme at |€50 million|"
                return (low == "at" and before.get(k) in {Sum.AMOUNT, Sum.VALUATION} and i - k <= 14) or (
                    low in {"to", "from"} and before.get(k) is Sum.VALUATION
                )
            if token.kind == PUNCT and token.text in {";", ":", "—", ")"} and token.text != ")":
                break
            if token.text == "," and low != "at":
                break
    return False


_DEAL_NOUNS: Final = w.words(
    "deal round investment funding financing transaction acquisition stake shares stock contract equity "
    "package loan fund cash combination offering ipo listing issue sale"
)


def _deal_noun_before(sentence: Sentence, j: int) -> bool:
    that = next((k for k in range(j - 1, max(0, j - 5), -1) if sentence.low(k) in {"that", "which"}), 0)
    modal = that and all(sentence.tokens[k].low in w.AUXILIARY for k in range(that + 1, j))
    near = sentence.tokens[max(0, that - 7) : that] if modal else sentence.tokens[max(0, j - 3) : j]
    return any(t.low in _DEAL_NOUNS or t.kind == ROUND for t in near)  # "an IPO in Oslo that could be |worth| $1B"


_BRINGS: Final = w.words("bringing brings brought bring taking takes")
_RAISED_NOUNS: Final = w.words(
    "round series seed funding raised financing investment capital raise fundraising amount haul sum total equity"
)
_TO_DATE: Final = re.compile(
    r"(?:to date|in total|so far|overall|total)\b"
    r"|.*?(?:to date|so far|total funding|in total|since (?:its|inception|founding|launch|it was)\b"
    r"|over (?:its \d|the (?:past|last|years|course))|(?:in|over) (?:just )?"
    r"(?:several|multiple|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years|rounds)"
    r"|(?:across|over|in) (?:several|multiple|two|three|four|five|\d+) (?:\w+ )?rounds)"
)
_LARGEST: Final = re.compile(r".*?\b(?:largest|biggest|one of|highest|most ambitious)\b.{0,60}?\b(?:to date|so far)\b")
"""A round is measured against those before it: "in one of its largest rounds to date"."""
_OVER_YEARS: Final = re.compile(r"\bover (?:its|the|their) (?:past |last )?(?:\w+ years|lifetime|history)\b(?! ago)")
_OVER_TIME: Final = re.compile(
    r"\b(?:over|in|during|throughout) (?:its|the) (?:\S+ )?(?:years?|history|lifetime|life|course)\b(?! ago)"
    r"|\bsince (?:its (?:inception|founding|launch|founding in)|inception|launching|being founded|it was "
    r"founded|20\d\d)"
    r"|\b(?:according to|per|data from) (?:\S+ )?(?:crunchbase|pitchbook|dealroom|tracxn|cb insights)\b.* "
    r"(?:has|had|have) "
)
"""Before a sum: it is that of many years, or what a database adds up."""
_ROUND_WORDS: Final = w.FIRM_NOUN | {"from", "led"}


def _is_told_of_all(sentence: Sentence, i: int, following: list[str]) -> bool:
    """Tell whether a sum is what a company "|which has raised| over $9M" took in, over all its rounds."""
    tokens = sentence.tokens
    j = _skip_hedge(sentence, i)
    has = j - 1 - (sentence.low(j - 1) in w.ADVERB)
    relative = (
        sentence.low(j) == "raised" and sentence.low(has) in {"has", "have"} and sentence.low(has - 1) in _RELATIVE
    )
    labelled = any(t.kind == ROUND for t in tokens[i + 1 : i + 5]) or bool(_ROUND_WORDS & set(following[:3]))
    this = sentence.low(0) in _WITH_THIS and bool(w.FIRM_NOUN & {sentence.low(k) for k in (1, 2, 3)})
    summed = this and sentence.low(j) == "raised" and sentence.low(has) in {"has", "have"}
    return (relative or summed) and not labelled  # "|Including this round|, Acme has raised $9M"


_WITH_THIS: Final = w.words("including with counting")
_RELATIVE: Final = w.words("which that who")
_VALUE_OF: Final = w.words("enterprise consideration transaction purchase")
_TOTALS: Final = w.words("total totaling totalling totals cumulative")


_SOLD: Final = re.compile(r"(?:for|from) (?:the|its|that) (?:sale|disposal|divestment|stake|shares)\b")
"""What a seller gets, which is no raise: "expects to receive $9M |for the sale|"."""


def _is_total(sentence: Sentence, i: int, following: list[str]) -> bool:
    """Tell whether a sum adds up several rounds: "bringing its total funding to $80M", "$50M to date"."""
    tokens = sentence.tokens
    following = list(_own_clause(following))
    after = " ".join(itertools.takewhile(lambda low: low not in _BRINGS, following))
    if (told := _TO_DATE.match(after)) and not _LARGEST.match(after) and not _goes_into_round(sentence, i):
        cut = bool({",", "."} & set(told.group().split()[:4]))
        if not cut or after.startswith(("in total", "to date")):
            return True
    before = [t.low for t in tokens[max(0, i - 12) : i]]
    if "to date" in " ".join(before) and not _named_apart(sentence, i):
        return True
    rest = " ".join(_own_clause([t.low for t in tokens[i + 1 : i + 40]]))
    if _OVER_YEARS.search(rest):
        return True
    if _OVER_TIME.search(" ".join(before)) and not any(t.round is not None for t in tokens[i + 1 : i + 5]):
        return True
    brings = "bring" in " ".join(before) or "brought" in before
    if _VALUE_OF & set(before[-5:]):
        return False  # "a total enterprise value of $1.4B"
    if _of_round(sentence, i):
        return False
    if following[:1] == ["in"] and following[1:2] in (["new"], ["fresh"]):
        return False  # "raised a total of $9M in new funding"
    if _TOTALS & set(before):
        labelled = any(t.round is not None for t in tokens[i + 1 : i + 5])
        alone = not any(t.kind == MONEY for t in tokens[max(0, i - 6) : i])
        if brings or (not labelled and (alone or "total" in before[-4:])):
            return True
        if not labelled:
            return False
    link = _skip_hedge(sentence, i)
    if link < 1 or sentence.low(link) != "to" or sentence.low(link - 1) == "up":
        one = any(t.round is not None for t in tokens[i + 1 : i + 5]) or bool(_ROUND_WORDS & set(following[:4]))
        summed = "now" in before and before[before.index("now") + 1 : before.index("now") + 2] == ["raised"]
        return summed and not one
    nouns = {t.low for t in tokens[max(0, i - 12) : i] if t.kind == ROUND} | _RAISED_NOUNS
    return any(word in _BRINGS and bool(nouns & set(before[k:])) for k, word in enumerate(before))


def _own_clause(lows: list[str]) -> Iterator[str]:
    """Yield words up to a clause of its own: "raised $9M from Acme|, reflecting growth over the past two years"."""
    for k, low in enumerate(lows):
        further = lows[k + 1] if k + 1 < len(lows) else ""
        if low == "," and k and further.endswith("ing") and further not in _BRINGS:
            return
        yield low


def _goes_into_round(sentence: Sentence, i: int) -> bool:
    """Tell whether what came in so far is of one round: "has secured |$60M| so far in an ongoing Series C"."""
    so_far = sentence.low(i + 1) == "so" and sentence.low(i + 2) == "far"
    into = next((k for k in range(i + 3, i + 6) if sentence.low(k) in {"in", "for", "of", "towards"}), 0)
    near = sentence.tokens[into + 1 : into + 8] if so_far and into else ()
    one = sentence.low(into + 1) in {"a", "an", "its", "the", "this"}
    return one and any(t.kind == ROUND or t.low in w.FIRM_NOUN for t in near)


def _named_apart(sentence: Sentence, i: int) -> bool:
    """Tell whether a round with a label is told past a total: "$45M to date, announced a |$20M| Series B"."""
    labelled = any(t.kind == ROUND for t in sentence.tokens[i + 1 : i + 4])
    return labelled and any(sentence.low(k) == "date" and sentence.low(k + 1) == "," for k in range(i - 8, i))


_TOTALLING: Final = w.words("totaling totalling amounting")


def _of_round(sentence: Sentence, i: int) -> bool:
    """Tell whether a sum is that of one round: "a Series A |totaling| $4M", "a debt facility |amounting to| $9M"."""
    k = i - 1
    while k > 0 and (sentence.low(k) in _HEDGE or sentence.low(k) == "to"):
        k -= 1
    noun = k - 1 - (sentence.low(k - 1) == ",")
    named = sentence.tokens[noun] if noun > 0 else None
    if named is None or sentence.low(k) not in _TOTALLING:
        return False
    return named.kind == ROUND or (named.low in w.FUNDING_NOUN and not named.low.endswith("s"))


_SUM_ENDS: Final = w.words(
    ", . from led at for to ; with through via series funding round investment financing as into on by"
)
_REACHES: Final = w.words("to at by reached hit was totaled totalled")


def _is_other(sentence: Sentence, i: int, following: list[str]) -> bool:
    tokens = sentence.tokens
    if next((low for low in following if low != "-"), "").startswith(("per-", "a-year")):
        return True  # "a $20 billion-per-year giant"
    if following[:1] == ["("] and ")" in following[:6]:
        following = following[following.index(")") + 1 :]  # "9 billion yen ($80 million) |in damages|"
    for k, low in enumerate(following[:4]):
        named = (
            k + i + 1 < len(tokens) and tokens[k + i + 1].text.istitle() and not sentence.titled
        )  # "$9M in |Dali Discount|"
        if low in _OTHER_AFTER and not named:
            return True
        if low == "worth" and following[k + 1 : k + 2] == ["of"] and not _ISSUED & set(following):
            return True
        rate = low in _UNIT_RATE and not (k and following[k - 1] in {"in", "of", "as"})  # "$5M a deal", not "in a deal"
        if rate and following[k + 1 : k + 2] and following[k + 1] in _RATE_NOUN:
            return True
        if low in _SUM_ENDS:
            break
    if {"cryptocurrency", "cryptocurrencies", "ether", "tokens"} & set(following[:5]) and following[:1] == ["of"]:
        return True
    if income.is_earned(following) or income.PROCEEDS.search(" ".join(following)):
        return True
    if following[:1] == ["debt"] and sentence.low(i - 1) in _OWN and following[1:2] not in _DEBT_RAISED:
        return True  # "wipes out half of its |$945M| debt"
    if income.is_of_licence(sentence, i):
        return True
    j = _skip_hedge(sentence, i)
    worth = [t.low for t in tokens[max(0, j - 6) : j + 1]]
    if j > 1 and "value" in worth and worth[: worth.index("value")][-1:] == ["market"] and {"low", "high"} & set(worth):
        return True  # "after its market value hit a new low of |$296M|"
    if j >= 0:
        if tokens[j].low == "of" and j:
            j -= 1
            if tokens[j].low in {"gain", "gains"}:
                return True  # "a gain of $5M", but not "Acme gains $5M"
        if tokens[j].low in _OTHER_BEFORE and not (tokens[j].low == "cap" and sentence.low(j - 1) in {"hard", "-"}):
            return True
        if tokens[j].low == "save":
            return True
        if tokens[j].low in _REACHES and any(
            t.low in _OTHER_BEFORE - {"market", "cap"} for t in tokens[max(0, j - 5) : j]
        ):
            return True
    return i + 1 < len(tokens) and tokens[i + 1].kind == NUMBER


_ISSUED: Final = w.words("bonds notes debentures bond shares equity stock investment funding financing capital")
_OWN: Final = w.words("its their 's ’s his her")
_DEBT_RAISED: Final = (
    ["financing"],
    ["facility"],
    ["round"],
    ["raise"],
    ["funding"],
    ["deal"],
    ["offering"],
    ["package"],
)
_COMES_IN: Final = w.words("joined joins came comes come chipped stepped weighed")
_PARTS: Final = w.words("component portion piece")
_COMPRISING: Final = w.words("including includes comprising comprised comprises")


def _is_share(sentence: Sentence, i: int, before: dict[int, Sum]) -> bool:
    """Tell whether a sum is part of another: "a $150M round, including |$30M| from A", "the |$20M| debt component"."""
    tokens = sentence.tokens
    if sentence.low(i - 1) == "with" and sentence.low(i - 2) == "in" and sentence.low(i - 3) in _COMES_IN:
        return True  # "arranger Acme Bank joined in with |$5M|"
    if _PARTS & {t.low for t in tokens[i + 1 : i + 4]}:
        return True
    opens = {sentence.low(k) for k in range(1, 4)} & w.FIRM_NOUN and sentence.low(0) in {"the", "this"}
    if opens and _COMPRISING & {t.low for t in tokens[max(0, i - 3) : i]}:
        return True  # "The financing includes a |$43 million| extension"
    if not any(part is Sum.AMOUNT for part in before.values()):
        return False
    first = next(k for k, part in before.items() if part is Sum.AMOUNT)
    listed = sentence.low(i - 1) == "at" and any(sentence.low(k) in _LISTING for k in range(first, i))
    if listed and sentence.low(i + 1) in {"and", ",", ".", ";", ""}:
        return True  # "€150M from investors including Acme at |€50M| and Pelt at |€30M|"
    near = {t.low for t in tokens[max(0, i - 5) : i]}
    of_which = any(sentence.low(k) == "which" and (sentence.low(k - 1) == "of" or k == i - 1) for k in range(i - 3, i))
    return bool(near & _COMPRISING) or of_which


def valuation(sentence: Sentence, i: int) -> Told[Valuation] | None:
    """Return the sum at token i as a valuation, pre- or post-money where the words beside it say so."""
    money = sentence.tokens[i].money
    if money is None:
        return None
    near = " ".join(t.low for t in sentence.tokens[max(0, i - 8) : i + 6])
    basis = (
        Basis.PRE
        if "pre-money" in near or "pre money" in near
        else Basis.POST
        if "post-money" in near or "post money" in near
        else Basis.UNSPECIFIED
    )
    return Told(Valuation(money.value, basis), money.start, money.end, money.quote, money.confidence)
