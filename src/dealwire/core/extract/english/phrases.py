"""Phrases that name money coming in: "a $30M Series B funding round", "an undisclosed amount of growth capital"."""

from __future__ import annotations

from typing import Final, NamedTuple

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, NUMBER, ROUND, WORD, Sentence

MAX_GAP: Final = 5


class Phrase(NamedTuple):
    """Tokens `first` up to `last` that name money: its sums, its labels, its nouns. `core` is the first that does."""

    first: int
    core: int
    last: int
    sums: tuple[int, ...]
    labels: tuple[int, ...]
    nouns: frozenset[str]

    @property
    def is_fund(self) -> bool:
        """True for a fund that an investor raises."""
        return bool(self.nouns & w.FUND_NOUN)

    @property
    def firm(self) -> bool:
        """True where the words leave no doubt that it is a company's funding."""
        return bool(self.labels or self.nouns & w.FIRM_NOUN)


_NOT_LEFT: Final = w.words("plus secured close closing committed share working and & in of worth for extended")
LEFT: Final = (w.FILLER - _NOT_LEFT) | w.words(
    "more than up to over nearly almost about around approximately roughly at least as much some just under "
    "north upwards between an additional estimated reported whopping massive staggering record huge hefty "
    "cool oversubscribed tidy healthy undisclosed multi-million multimillion multi-million-dollar "
    "seven-figure eight-figure nine-figure seven six eight nine figure this that another first-ever largest "
    "biggest recent upcoming planned potential landmark reportedly one less whooping chunky cumulative "
    "previous prior earlier next last newest its' our your his her strategic rare successful super-sized "
    "multiple several full amounts level product"
)
_NOT_AFTER_NOUN: Final = w.words(
    "banker bankers bank group groups house firm firms company committee manager managers advice strategy "
    "opportunities office "
    "officer markets gains expenditure expenditures requirements portfolio team thesis arm vehicle giant "
    "professionals climate landscape environment tips options winter slump tracker news platform adviser "
    "advisor announcement's crm marketplace trust flow register advisory applications request requests "
    "application pause freeze cuts gap crisis drought program programs law package app note raiser management "
    "one efficiency spending grade allocation focus thesis activity appetite goals"
)


def find(sentence: Sentence, parts: dict[int, Sum]) -> list[Phrase]:
    """Return the phrases of a sentence in order."""
    tokens = sentence.tokens
    found: list[Phrase] = []
    i = 0
    while i < len(tokens):
        if not _is_anchor(sentence, i, parts):
            i += 1
            continue
        core = i
        members, last = _members(sentence, core, parts)
        first = _first(sentence, core)
        if found and first < found[-1].last:
            first = core
        sums = tuple(m for m in members if tokens[m].kind == MONEY)
        labels = tuple(m for m in members if tokens[m].kind == ROUND)
        nouns = frozenset("round" if t.low == "rounds" else t.low for t in tokens[core:last] if t.kind == WORD)
        boosted = sums and tokens[last - 1].low in w.FIRM_NOUN | {"cash", "finance"} and last < len(tokens)
        last += bool(boosted) and tokens[last].low in _WHOLE  # "a £3m funding |boost|"
        found.append(Phrase(first, core, last, sums, labels, nouns))
        i = last
    return found


_WHOLE: Final = w.words("boost package deal")
"""What money is called behind its noun: "a £3m funding |deal|"."""


def _members(sentence: Sentence, core: int, parts: dict[int, Sum]) -> tuple[list[int], int]:
    """Return the sums, labels and nouns of the phrase that begins with the one at `core`, and the index after it."""
    tokens = sentence.tokens
    members = [core]
    j, last = core + 1, core + 1
    gap = 0
    while j < len(tokens) and gap <= MAX_GAP:
        token = tokens[j]
        summed = any(tokens[m].kind == MONEY for m in members)
        if token.text == "(" and (beyond := _past_bracket(sentence, j)) > j:
            j = last = beyond
            continue
        if _is_anchor(sentence, j, parts, inside=True):
            if token.kind == MONEY and summed:
                break
            members.append(j)
            j, last, gap = j + 1, j + 1, 0
            continue
        if not summed and (told := _sum_after(sentence, j, parts)):
            j = told
            continue
        if summed and (noun := _noun_after_names(sentence, j)):
            j = noun
            continue
        if token.text == ":" and _is_spelt_out(sentence, j):
            j += 1
            continue
        if summed and (round_at := _past_time(sentence, j)):
            j = round_at
            continue
        within = token.text == "," and sentence.low(core - 1) == "(" and j + 1 < len(tokens)
        if within and (tokens[j + 1].kind == ROUND or (tokens[j + 1].kind == MONEY and not summed)):
            j += 1  # "Acme ($5M, Series A)", "Acme (Series A, $5M)"
            continue
        if not _fills(sentence, j):
            break
        gap += 1
        j += 1
    return members, _past_unnamed(sentence, _past_bracket(sentence, last))


_DAYS: Final = w.WEEKDAYS | w.MONTHS | w.words("week month year quarter summer spring fall autumn winter")
_TIME_WORDS: Final = _DAYS | w.words("yesterday today on in this last earlier late early mid of the recently")
_INTO_ROUND: Final = w.words("in through via from as")


def _past_time(sentence: Sentence, j: int) -> int:
    """Return where a round goes on past the time it is told with, else 0: "raised $9M |on Monday| in a Series B"."""
    k = j + 2 * (sentence.low(j) == "so" and sentence.low(j + 1) == "far")
    while k - j < 5 and (sentence.low(k) in _TIME_WORDS or (k > j and sentence.tokens[k].kind == NUMBER)):
        if sentence.low(k) in _INTO_ROUND and sentence.low(k + 1) in {"a", "an", "its", "the"}:
            break
        k += 1
        if k >= len(sentence.tokens):
            return 0
    timed = k > j and sentence.low(k) in _INTO_ROUND and sentence.low(k + 1) in {"a", "an", "its"}
    near = sentence.tokens[k : k + 6] if timed else ()
    return k if any(t.kind == ROUND or t.low in w.FIRM_NOUN for t in near) else 0


def _past_unnamed(sentence: Sentence, i: int) -> int:
    """Return the index after "an investment |of an undisclosed amount|"."""
    for j in range(i, min(i + 4, len(sentence.tokens))):
        if sentence.low(j) in {"amount", "sum", "size"}:
            return j + 1 if sentence.low(j - 1) == "undisclosed" else i
    return i


def _fills(sentence: Sentence, j: int) -> bool:
    """Tell whether a phrase may go on past the word at j."""
    token, before = sentence.tokens[j], sentence.tokens[j - 1]
    if token.low == "to":
        at = j + 1 + (sentence.low(j + 1) in {"its", "the", "their"})
        into_round = before.kind == MONEY and at < len(sentence.tokens) and sentence.tokens[at].kind == ROUND
        return into_round or before.low == "extension"  # "adds $6M |to| Series B"
    if token.low in {"and", "&"} and any(t.kind == ROUND for t in sentence.tokens[j + 1 : j + 4]):
        return _money_and(sentence, j)
    if token.low == "and":
        return _money_and(sentence, j)
    if token.low in w.MONTHS or (token.kind == NUMBER and before.low in w.MONTHS):
        return any(t.kind == ROUND for t in sentence.tokens[j + 1 : j + 4])  # "in a |January 2024| seed round"
    if token.low == "across":
        return any(t.kind == ROUND for t in sentence.tokens[j + 1 : j + 4])
    return token.low in w.FILLER or token.text in {"-", "‑", "+"}


_PROCEEDS: Final = w.words("for gross aggregate total net proceeds of")
_SUMMING: Final = w.words("of worth totaling totalling totals amounting raising with at on to by over")
_BEFORE_SUM: Final = w.words(
    "a an the up to about approximately approx approx. around roughly over nearly almost some more than at least as "
    "much just under additional further initial new reportedly to in amount of usd ~ , well cool"
)


def _sum_after(sentence: Sentence, j: int, parts: dict[int, Sum]) -> int:
    """Return the index of the sum told after a round, else 0: "a Series B |of up to| $18m", "|, raising| $4m"."""
    tokens = sentence.tokens
    k = j
    while sentence.low(k) in _PROCEEDS:
        k += 1
    if sentence.low(k - 1) == "of" and sentence.low(k - 2) == "proceeds" and parts.get(k) is Sum.AMOUNT:
        return k  # "a private placement |for gross proceeds of| $6M"
    k = j + (tokens[j].text == "," or tokens[j].low in {"reportedly", "in"})
    if k >= len(tokens) or (tokens[k].low not in _SUMMING and not (tokens[j].low == "in" and tokens[k].low == "an")):
        return 0
    if tokens[j].text == "," and tokens[k].low not in {"worth", "totaling", "totalling", "raising"}:
        return 0
    while k < len(tokens) and k - j < 8 and (tokens[k].low in _SUMMING or tokens[k].low in _BEFORE_SUM):
        k += 1
    fits = k < len(tokens) and k > j and parts.get(k) is Sum.AMOUNT
    return k if fits and tokens[k - 1].low != "the" else 0


MAX_GRANTOR: Final = 12
"""Tokens of the longest run of names between a sum and its noun."""
_GRANTED: Final = w.words("grant award grants loan")


def _noun_after_names(sentence: Sentence, j: int) -> int:
    """Return the index of a grant's noun past its programme's names, else 0: "a $600k |Polar Fund Phase II| grant"."""
    tokens = sentence.tokens
    if sentence.titled or not tokens[j].caps:
        return 0
    for k in range(j, min(j + MAX_GRANTOR, len(tokens))):
        if tokens[k].low in _GRANTED and k > j:
            return k
        if not (tokens[k].caps or tokens[k].text in {"(", ")", "’s", "'s"} or tokens[k].low in {"of", "for", "and"}):
            return 0
    return 0


def _first(sentence: Sentence, core: int) -> int:
    """Return where the words before the core begin that belong to the phrase: "|more than an additional| $5M"."""
    tokens = sentence.tokens
    first = core
    while (
        first > 0
        and core - first < 9
        and (tokens[first - 1].low in LEFT or tokens[first - 1].text in {"~", "$"})
        and not (tokens[first - 1].low == "reported" and sentence.low(first - 2) not in {"a", "an", "the"})
        and not (tokens[first - 1].low == "to" and (first < 2 or tokens[first - 2].low not in {"up", "close"}))
        and not (tokens[first - 1].low in {"up", "over", "in"} and _particle(sentence, first - 1))
    ):
        first -= 1
    return first


def _is_spelt_out(sentence: Sentence, colon: int) -> bool:
    """Read "fresh money|:| $5M"."""
    after = sentence.tokens[colon + 1 : colon + 2]
    before = sentence.tokens[colon - 1]
    return bool(after) and after[0].kind == MONEY and (before.low in {"money", "cash", "round"} or before.kind == ROUND)


_CURRENCY_WORDS: Final = w.words(
    "$ € £ us about approximately around ~ roughly usd equivalent pounds dollars euros yen"
)


def _past_bracket(sentence: Sentence, i: int) -> int:
    """Return the index after a bracket that says the sum again: "2.5 billion yuan |($342 million)|"."""
    tokens = sentence.tokens
    if (
        i + 1 < len(tokens)
        and tokens[i].text == "("
        and (tokens[i + 1].kind in {MONEY, NUMBER} or tokens[i + 1].low in _CURRENCY_WORDS)
    ):
        for j in range(i + 2, min(i + 9, len(tokens))):
            if tokens[j].text == ")":
                return j + 1
    return i


def _particle(sentence: Sentence, i: int) -> bool:
    """Read "pulls |in| $5M", "picks |up| $5M" (but not "up to $5M")."""
    tokens = sentence.tokens
    if i + 1 < len(tokens) and tokens[i].low == "up" and tokens[i + 1].low == "to":
        return False
    return i > 0 and tokens[i - 1].low in w.RAISE


_MIXED: Final = frozenset({("debt", "equity"), ("equity", "debt")})
_EQUITY: Final = w.words("equity debt funding primary stock series")
_AND_DEBT: Final = w.words("debt equity secondary loan loans venture grants grant")


def _money_and(sentence: Sentence, j: int) -> bool:
    """Tell whether the "and" at j joins parts of one sum: "in equity and debt", "seed and Series A"."""
    tokens = sentence.tokens
    before, after = tokens[j - 1], tokens[j + 1] if j + 1 < len(tokens) else None
    if after is None:
        return False
    if (before.low, after.low) in _MIXED:
        return True
    if before.kind == ROUND:
        return any(t.kind == ROUND for t in tokens[j + 1 : j + 4])
    return before.low in _EQUITY and any(t.low in _AND_DEBT or t.kind == ROUND for t in tokens[j + 1 : j + 3])


_WEAK_NOUNS: Final = w.words("check cheque bet note bridge extension cash money facility vehicle equity notes")
_FIRM_ENDS: Final = w.words("partners group management ventures markets one llc advisors holdings corp corp. inc inc.")
_NOUN_BETS: Final = w.words("bet cash check cheque extension")


_OF_FIRMS: Final = w.words("site sites platform platforms service services unit arm firm firms business team")
"""What a round's label before it only describes: "its growth-equity |unit|", "crowdfunding |sites|"."""


def _is_anchor(sentence: Sentence, i: int, parts: dict[int, Sum], *, inside: bool = False) -> bool:
    token = sentence.tokens[i]
    if token.kind == MONEY:
        return parts.get(i) is Sum.AMOUNT
    if token.low == "grant" and sentence.low(i - 1) in w.AUXILIARY:
        return False  # "aims to |grant| up to $6.6bn"
    if token.kind == ROUND or (inside and token.low == "award"):
        return sentence.low(i + 1) not in _OF_FIRMS
    if token.low == "finance" and inside:
        return sentence.low(i + 1) in _WHOLE  # "a £2m |finance| package"
    if token.low in {"amount", "sum"} and sentence.low(i - 1) == "undisclosed":
        return sentence.low(i - 2 - (sentence.low(i - 2) == "an")) not in {"for", "of", "at"}  # no price
    if token.kind != WORD or token.low not in w.FUNDING_NOUN:
        return False
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    if after is not None and after.low in _NOT_AFTER_NOUN and after.kind == WORD:
        return inside and after.low in _WHOLE
    named = token.low == "capital" and sentence.titled and i > 0 and sentence.tokens[i - 1].caps
    if (
        named
        and sentence.low(i - 1) not in w.FILLER | w.VERB | w.FUNCTION | w.RAISE
        and sentence.tokens[i - 1].kind == WORD
    ):
        return False  # "Investors: Oakhill Ventures, Rimu |Capital|."
    if token.low in _LENT and not inside and _is_compound(sentence, i):
        return False
    if token.low == "raise" and not _is_noun_raise(sentence, i):
        return False
    if token.low == "money" and i and sentence.low(i - 1) in {"fresh", "new", "additional"}:
        return True
    if token.low in _WEAK_NOUNS and not inside:
        return (token.low in _NOUN_BETS and not token.caps) or (token.low == "bet" and i > 0)
    if token.caps and not sentence.titled and i > 0 and not inside:
        return False
    if token.low == "fund" and sentence.low(i - 1) == "to":
        return False
    if token.caps and after is not None and after.kind == WORD and after.caps and after.low in _FIRM_ENDS:
        return False
    return not (after is not None and after.text in {"'s", "’s"} and token.low in w.FUND_NOUN)


_LENT: Final = w.words("loan bonds debt notes note cash")


def _is_compound(sentence: Sentence, i: int) -> bool:
    """Tell whether a word only describes the noun after it: "bad |loan| hurdles", "|debt| crisis"."""
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    if after is None or after.kind != WORD or (after.caps and not sentence.titled):
        return False
    return after.low not in w.FUNCTION | w.FUNDING_NOUN | w.FILLER | w.RAISE | w.LEAD | w.BACK | w.AUXILIARY


_BEFORE_RAISE: Final = w.words(
    "a the its their last latest new recent fresh this massive mega another seed 's ’s capital equity first"
)


def _is_noun_raise(sentence: Sentence, i: int) -> bool:
    if i == 0:
        return False
    before = sentence.tokens[i - 1]
    return before.kind in {MONEY, ROUND, NUMBER} or before.low in _BEFORE_RAISE


def is_definite(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase points back to a round told before.

    "the round", "this financing", "the latest investment".
    """
    if phrase.core > 0 and any(t.low in {"the", "this", "that"} for t in sentence.tokens[phrase.first : phrase.core]):
        return True
    return phrase.first > 0 and sentence.tokens[phrase.first - 1].low in {"the", "this", "that"}


def describes_another(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a bare sum only measures the noun after it: "a $200M case", "a $33M deal with a club"."""
    tokens = sentence.tokens
    if phrase.firm or phrase.nouns & w.FUNDING_NOUN or phrase.last >= len(tokens):
        return False
    after = tokens[phrase.last]
    if (
        after.kind != WORD
        or after.low in _AFTER_SUM
        or after.low in w.ADVERB
        or after.low in w.FUNCTION
        or after.low in w.WEEKDAYS
        or after.low in w.MONTHS
    ):
        return False
    if after.low.endswith(("-led", "ly")) or (sentence.titled and after.caps and after.low in w.VERB):
        return False
    return not any(t.low in w.FUNDING_NOUN or t.kind == ROUND for t in tokens[phrase.last : phrase.last + 4])


_AFTER_SUM: Final = w.words(
    "led co-led backed raised secured closed boost to plus upfront usd eur gbp cad aud today last late early "
    "secondary earlier ahead followed while amid euro euros us using via post pre and or"
)
