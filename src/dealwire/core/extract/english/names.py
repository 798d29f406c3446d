"""Which words are a name: runs of capitals, without what describes them.

"Austin-based AI startup Acme" names Acme. In a headline where every word has a capital, a run ends at small words and
at the verbs of headlines, and begins after the last descriptor.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.proper import (
    FIRM_TAILS,
    PLURAL_TAILS,
    all_legal,
    introduced,
    is_adjective,
    is_letter,
    is_proper,
    names_nobody,
    only_describes,
)
from dealwire.core.extract.english.tokens import MONEY, NUMBER, PUNCT, ROUND, WORD, Sentence, Token
from dealwire.model import Round, Told

MAX_NAME = 9
"""Tokens of the longest name that is believed."""


class Name(NamedTuple):
    """A run of tokens: `first` up to, not including, `last`."""

    first: int
    last: int


def told(sentence: Sentence, name: Name, content: str, confidence: float = 0.9) -> Told[str]:
    """Return a name as the text writes it, with its span."""
    start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
    end -= len("-led") * content.endswith("-led", start, end)  # "an |Acme|-led consortium"
    quote = content[start:end]
    return Told(" ".join(quote.split()), start, end, quote, confidence)


def is_part(sentence: Sentence, i: int) -> bool:
    """Tell whether token i can be part of a name by itself."""
    token = sentence.tokens[i]
    if token.kind == ROUND:
        return token.caps and (_ends_firm(sentence, i) or (" " not in token.text and _beside_capital(sentence, i)))
    if token.kind != WORD:
        return False
    if not token.caps:
        return token.text in _SMALL_FORMS and i > 0 and _is_capital(sentence.tokens[i - 1])
    if token.low in w.FUNCTION:
        if token.low in w.LEGAL and token.text.isupper() and i and sentence.tokens[i - 1].caps and not sentence.titled:
            return True  # "Cardiomech AS"
        return _is_named_function(sentence, i) or is_letter(sentence, i)
    if (token.low in w.MONTHS and _in_date(sentence, i)) or token.low.partition("-")[2] in w.MONTHS:
        return False  # "mid-April"
    if sentence.titled and token.low in w.VERB and i > 0:
        return False
    if token.low in {"high-tech", "hi-tech"} and i and sentence.tokens[i - 1].caps:
        return True  # "China |High-Tech| Group"
    if "-" in token.low and _is_of_nations(sentence, i):
        return False
    return not w.SUFFIX_DESCRIPTOR.match(token.text) and not _COMPOUND.match(token.text)


def _is_of_nations(sentence: Sentence, i: int) -> bool:
    """Tell whether two nations describe what follows: "|Belgian-Brazilian| brewer Acme", not "Anglo-Dutch Holdings"."""
    first, _, second = sentence.low(i).partition("-")
    plain = i + 1 < len(sentence.tokens) and not sentence.tokens[i + 1].caps
    return plain and second in w.NATIONALITY and (first in w.NATIONALITY or first.endswith("o"))


_COMPOUND: Final = re.compile(
    r"(?:low|mid|pan|anti|non|pro|ex|near|post|pre|sub|trans|all|high|deep|inter|intra)[-‑][A-Z]"
)
"""Words that describe by a name: "low-Earth orbit", "pan-African"."""
_SMALL_FORMS: Final = frozenset({"plc", "gmbh", "spa", "a.s.", "a.s", "nv", "kgaa"})
"""Legal forms that are spelt small after a name: "Acme |plc|"."""


def _is_capital(token: Token) -> bool:
    return token.kind == WORD and token.caps and token.low not in w.FUNCTION


def _ends_firm(sentence: Sentence, i: int) -> bool:
    """Words of a round that close a firm's name: "Oakhill Growth Equity", "Delta Seed"."""
    token = sentence.tokens[i]
    label = token.round.value.round if token.round else None
    before = sentence.tokens[i - 1] if i else None
    if token.text == "Seed" and (before is None or before.low in w.VERB):
        return False
    return (
        ((" " in token.text and label in {Round.PRIVATE_EQUITY, Round.DEBT_FINANCING}) or token.text == "Seed")
        and not sentence.titled
        and before is not None
        and before.caps
        and before.kind == WORD
    )


_NEVER_NAMED: Final = w.words("the a an in on of and or for with by at to its it from as but is")
_OPENS_TITLE: Final = w.words("via first new one second third all every more three five seven next up over near now")
_COUNTS: Final = w.words("one two three four five six seven eight nine ten first second third")
_OPENS_SENTENCE: Final = w.words("via first new one second third all every three five seven next up over")


def _is_named_function(sentence: Sentence, i: int) -> bool:
    """A small word with a capital amid a sentence is part of a name ("Capital One").

    In a headline only the first ("First Stop Health").
    """
    tokens = sentence.tokens
    low = tokens[i].low
    if low in _NEVER_NAMED:
        return False
    beside = (
        i + 1 < len(tokens)
        and tokens[i + 1].caps
        and tokens[i + 1].kind == WORD
        and tokens[i + 1].low not in w.FUNCTION
    )
    if sentence.titled:
        counted = i > 0 and low in _COUNTS and tokens[i - 1].low in {"in", "for", "acquires", "buys", "backs"}
        proper = beside and tokens[i + 1].low not in w.GENERIC and not tokens[i + 1].low.endswith("s")
        return beside and ((i == 0 and low in _OPENS_TITLE) or (counted and proper))
    if i == 0:
        return beside and low in _OPENS_SENTENCE
    if tokens[i - 1].low in w.DESCRIPTOR and not tokens[i - 1].caps:
        return True  # "software startup Via"
    if tokens[i - 1].kind == PUNCT:
        return (beside and tokens[i - 1].text in _LIST_SIGNS) or tokens[i - 1].text == "&"
    return beside or (tokens[i - 1].caps and tokens[i - 1].kind == WORD)


_LIST_SIGNS: Final = frozenset(",(&/—")


_BEFORE_MONTH: Final = w.words("in on since of late early mid last this until by")


def _in_date(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    if i + 1 < len(tokens) and tokens[i + 1].kind == NUMBER:
        return True
    return i > 0 and (tokens[i - 1].kind == NUMBER or tokens[i - 1].low in _BEFORE_MONTH)


def _beside_capital(sentence: Sentence, i: int) -> bool:
    """A round's label that stands in a name: "Seed Health raises" — capitals after it, and no money before."""
    tokens = sentence.tokens
    if (
        i + 1 >= len(tokens)
        or tokens[i + 1].kind != WORD
        or not tokens[i + 1].caps
        or tokens[i + 1].low in w.FUNDING_NOUN | w.FUNCTION | w.VERB
    ):
        return False
    return not any(t.kind == MONEY for t in tokens[max(0, i - 3) : i])


_ENDS_FIRM: Final = w.words("inc. llc. ltd. corp.")
_PARTICLES: Final = w.words("de du des la le van von der del della di da do dos das e y")
_BENEFITS: Final = w.words("pension retirement provident superannuation credit pensions")
_OWNED_SHOPS: Final = w.words("club pizza foods coffee kitchen restaurant")


def _link_left(sentence: Sentence, i: int) -> int:
    """Return the index of the token before i that continues a run leftwards.

    Skipping a small word inside a name, or -1.
    """
    tokens = sentence.tokens
    if i < 1:
        return -1
    before = tokens[i - 1]
    if before.low in _ENDS_FIRM and tokens[i].low not in w.LEGAL:
        return -1  # "bought Acme, LLC. Quayside advised"
    if is_part(sentence, i - 1):
        return i - 1
    if i < 2:
        return -1
    if before.text == ")" and i > 3 and _is_seat(sentence, i):
        return i - 4
    if before.kind == NUMBER and tokens[i - 2].kind == WORD and is_part(sentence, i - 2) and tokens[i].caps:
        return i - 2
    if not is_part(sentence, i - 2):
        return -1
    if before.text in {"&", "+"}:
        return -1 if before.text == "&" and _two_firms(sentence, i) else i - 2
    if before.low == "by" and tokens[i - 2].low in _FIRM_ENDS and not sentence.titled:
        return i - 2  # "Bright Ventures by Acme"
    if before.text == "," and tokens[i].low in w.LEGAL:
        return i - 2
    if before.low == "and" and _closes_firm(sentence, i):
        return i - 2
    if before.low == "and" and i > 4 and tokens[i - 3].low in {"for", "of"} and tokens[i - 4].low in _BODIES:
        return i - 2  # "Bank for Reconstruction and |Development|"
    if before.low in {"of", "for"} and tokens[i - 2].low in w.OF_HEAD and (not sentence.titled or before.low == "of"):
        return i - 2
    if before.low in _PARTICLES or before.text == "i":
        return i - 2
    if before.text in {"'", "’"} and tokens[i].low in _BENEFITS and tokens[i - 2].low.endswith("s"):
        return i - 2  # "Teachers' |Pension| Plan"
    if before.text in {"'s", "’s"} and (tokens[i].low in _OWNED_SHOPS or _closes_legally(sentence, i)):
        return i - 2  # "|Phil's| Fresh Foods, LLC"
    return -1


def _is_seat(sentence: Sentence, i: int) -> bool:
    """Tell whether a bracket before a legal form tells a firm's seat: "Acme Imaging (Shanghai) |Co. Ltd."."""
    tokens = sentence.tokens
    seat = tokens[i - 3].text == "(" and tokens[i - 2].kind == WORD and tokens[i - 2].caps
    return seat and tokens[i].low in w.LEGAL and tokens[i].caps and is_part(sentence, i - 4)


def _closes_legally(sentence: Sentence, i: int) -> bool:
    """Tell whether the capitals from token i on end with a comma and a legal form: "Fresh |Foods, LLC|"."""
    for k in range(i, min(i + 5, len(sentence.tokens) - 1)):
        if sentence.low(k) == "," and sentence.low(k + 1) in w.LEGAL and sentence.tokens[k + 1].caps:
            return k > i
        if not sentence.tokens[k].caps or sentence.tokens[k].kind != WORD:
            return False
    return False


_BODIES: Final = w.words("bank ministry department agency office institute council")
_FIRM_ENDS: Final = w.words("ventures capital fund funds angels vc catalysts")


def _two_firms(sentence: Sentence, i: int) -> bool:
    """Tell whether "&" before token i stands between two backers: "Acme Ventures & |Quayside|"."""
    tokens = sentence.tokens
    further = i + 1 < len(tokens) and tokens[i + 1].low in w.LEGAL
    return tokens[i - 2].low in _FIRM_ENDS and tokens[i].low not in w.LEGAL | {"associates", "growth"} and not further


_TRADE_NOUNS: Final = w.words(
    "cement cements concretes chemicals fertilisers fertilizers textiles mills motors paints pharmaceuticals minerals "
    "metals exports finance leasing infrastructure construction builders developers electronics electricals "
    "safety marketing sales services supply associates sons daughters equipment logistics engineering design "
    "manufacturing wellness brothers technologies systems rehabilitation therapy storage security gas oil power "
    "lighting electric plumbing heating cooling air water media entertainment beverage bakery foods spirits dental "
    "surgery imaging diagnostics medspa aesthetics trading steel tool tools die machine lumber hardware rail marine "
    "environmental recycling distribution fabrication insurance benefits mortgage title realty hospitality"
)


def _closes_firm(sentence: Sentence, i: int) -> bool:
    """Read "Harper Fire and |Safety, LLC|": a trade with the firm's legal form."""
    if sentence.low(i) not in _TRADE_NOUNS or not sentence.tokens[i].caps:
        return False
    after = i + 1 + (sentence.low(i + 1) == ",")
    return sentence.low(after) in w.LEGAL and sentence.tokens[after].caps


_YEAR = re.compile(r"(?:19|20)\d\d")


def run_before(sentence: Sentence, end: int) -> Name | None:
    """Return the run of capitals whose last token is `end`."""
    tokens = sentence.tokens
    if end < 0:
        return None
    first = end
    if tokens[end].kind == NUMBER:
        if end < 1 or not is_part(sentence, end - 1):
            return None
        first = end - 1
    elif tokens[end].text in {"+", "!", "&"} and end and is_part(sentence, end - 1):
        first = end - 1
    elif not is_part(sentence, end):
        return None
    while end - first < 14:
        left = _link_left(sentence, first)
        if left < 0:
            break
        first = left
    if (first and tokens[first - 1].text == "The") or (
        first
        and tokens[first - 1].kind == NUMBER
        and not _YEAR.fullmatch(tokens[first - 1].text)
        and (first == 1 or tokens[first - 2].kind == PUNCT)
    ):
        first -= 1
    return trim(sentence, first, end + 1)


def run_after(sentence: Sentence, first: int) -> int:
    """Return the index after the run of capitals that begins at `first` (equal to `first` if none does)."""
    tokens = sentence.tokens
    last = first
    n = len(tokens)
    if (
        first < n
        and tokens[first].kind == NUMBER
        and "." not in tokens[first].text
        and first + 1 < n
        and is_part(sentence, first + 1)
        and len(tokens[first + 1].text) > 2
    ):
        last = first + 1
    while last < n and last - first < 14:
        if last > first and tokens[last - 1].low in _ENDS_FIRM and tokens[last].low not in w.LEGAL:
            break
        if is_part(sentence, last):
            last += 1
        elif last > first and last + 3 < n and tokens[last].text == "(" and _is_seat(sentence, last + 3):
            last += 4
        elif (
            last > first and last + 1 < n and _link_left(sentence, last + 1) == last - 1 and is_part(sentence, last + 1)
        ) or (
            last > first
            and last + 2 < n
            and tokens[last].text == ","
            and tokens[last + 1].low in w.LEGAL
            and tokens[last + 1].caps
        ):
            last += 2
        elif (
            last > first
            and tokens[last].kind == NUMBER
            and (last + 1 == n or tokens[last + 1].kind == PUNCT or tokens[last + 1].low in w.FUNCTION)
            and not tokens[last].text.endswith("%")
            and tokens[last - 1].low not in w.MONTHS
        ):
            last += 1
            break
        else:
            break
    return last


_ENDS_NAME: Final = w.words("up more one you me us them now here")


def trim(sentence: Sentence, first: int, last: int) -> Name | None:
    """Return a run without its descriptors, or None if it names nobody."""
    tokens = sentence.tokens
    if sentence.titled and last - first > 1 and tokens[last - 1].low in {"shares", "stock"}:
        last -= 1  # "|Acme| Shares Surge On New Merger"
    end_mark = last
    cut = first
    if sentence.titled and tokens[first].low in _COUNTS and tokens[last - 1].low.removesuffix("s") in w.DESCRIPTOR:
        return None  # "Three Biotechs"
    if only_describes(sentence, first, last):
        return None
    formal = first == 0 and tokens[last - 1].low in w.LEGAL  # "B&R Technology Merger Corp."
    for i in range(first, last - 1):
        low = tokens[i].low
        if (
            (w.SUFFIX_DESCRIPTOR.match(tokens[i].text) and low not in {"high-tech", "hi-tech"})
            or (
                low in w.STRONG_DESCRIPTOR
                and (sentence.titled or i == first == 0 or (i > first and tokens[i].text[0].islower()))
            )
            or (
                low in w.WEAK_DESCRIPTOR
                and sentence.titled
                and i > first
                and not formal
                and not all_legal([t for t in tokens[i + 1 : last] if t.kind != PUNCT])
                and tokens[i + 1].low not in FIRM_TAILS
                and not (i + 2 == last and tokens[i + 1].low in PLURAL_TAILS)
            )
        ):
            cut = i + 1
        elif (
            low in w.NATIONALITY
            and i == cut
            and tokens[i + 1].low in w.DESCRIPTOR
            and (sentence.titled or not tokens[i + 1].caps)
            and i + 2 < last
            and tokens[i + 2].caps
        ):
            cut = i + 2
    for i in range(cut + 1, last - 1):
        if tokens[i].low in _TITLES:
            cut = i + 1  # "Former Acme CEO Jane Doe"
    if tokens[cut].low in w.MONTHS and cut + 2 < last and _YEAR.fullmatch(tokens[cut + 1].text):
        cut += 2  # "In |May 2012| Acme raised"
    first = cut
    if last - first > 2 and tokens[last - 1].text.isupper() and tokens[last - 1].text == tokens[first].text:
        last -= 1  # "|ACM Group| ACM", the ticker left behind
    while last - 1 > first and (
        tokens[last - 1].low in _TITLES
        or (sentence.titled and tokens[last - 1].low in {"chairman", "chairwoman", "president"})
    ):
        last -= 1  # "Acme CEO"
    opens = tokens[0].low in _EXPLAINS or (tokens[0].low in _HEADINGS and not sentence.titled)
    if first == 0 and last > 1 and opens:
        first = 1
    if (
        first == 0
        and last == 1
        and tokens[0].low in w.WEEKDAYS
        and sentence.low(1) in {"is", "has", "raised", "raises"}
    ):
        return Name(first, last)  # "Sunday is a startup"
    while first < last and (
        tokens[first].low in w.WEEKDAYS
        or (tokens[first].low in {"ex", "rival", "startup", "start-up"} and first + 1 < last)
        or (first == 0 and tokens[0].low in w.TYCOON and last > 2 and not sentence.titled)
    ):
        first += 1
    if last - first == 1 and introduced(sentence, first):
        return Name(first, last)
    while last > first and (
        tokens[last - 1].low in w.WEEKDAYS
        or tokens[last - 1].low in {"startup", "start-up", "startups", "today"}
        or (
            tokens[last - 1].low in w.FUNCTION
            and tokens[last - 1].low not in _ENDS_NAME
            and not _is_named(sentence, last - 1)
        )
    ):
        last -= 1
    if first >= last or last - first > MAX_NAME or is_adjective(sentence, first, last):
        return None
    if last - first == 1 and first == 0 and tokens[first].low in _NAMES_AT_START and not sentence.titled:
        return Name(first, last)
    if last - first == 2 and tokens[first + 1].text == "A" and not sentence.titled:
        return Name(first, last)  # "Project A"
    formed = last - first > 1 and tokens[last - 1].low in _FORMS and tokens[last - 1].caps and not sentence.titled
    if formed and tokens[first].low not in w.PLACE | w.NATIONALITY | w.LEGAL:
        return Name(first, last)  # "Network AG", "Leader Merger Corp."
    if all(names_nobody(tokens[i]) for i in range(first, last)) and not (
        last - first > 1 and end_mark == last and is_proper(tokens[first:last])
    ):
        return None
    return Name(first, last)


def _is_named(sentence: Sentence, i: int) -> bool:
    return not sentence.titled and sentence.tokens[i].caps


_FORMS: Final = w.words("ag se plc gmbh inc inc. corp corp. ltd ltd. llc incorporated n.v. nv")
_TITLES: Final = w.words("ceo cto cfo coo")
_EXPLAINS: Final = w.words(
    "billionaires billionaire meet decoding inside unpacking explaining understanding breaking how why"
)
_HEADINGS = w.words("funding history acquisition acquisitions overview investment investments financing background")
_NAMES_AT_START = w.words(
    "stake carbon share cash money angel partner press release portfolio detail deal board seed round report "
    "own part group house person"
)
