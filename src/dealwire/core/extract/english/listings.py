"""Companies that go public: filings, pricings, plans, debuts, mergers with a shell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import brackets, flotations, history, listers, names, objects, parties, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.listing_sums import offering
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.neighbours import PRONOUN, THE_COMPANY
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, WORD, Sentence
from dealwire.model import Kind, Money, Status, Told

Who = list[Name] | str | None

_PUBLIC: Final = re.compile(
    r"(?<![-‑])\b(?:IPO(?! (?:ETF|index|[Ii]ndex|[Ff]und)\b)|(?i:initial (?:public |stock |share )?offer(?:ing)?\b|"
    r"initial share sale|go(?:es|ing)? public|went public|(?:draft|preliminary"
    r"|red herring) (?:red herring )?prospectus|(?:pursue|seek|plan|consider|eye)\w* "
    r"(?:an? |its |the )?(?:\w+ ){0,3}listing|listing of (?:its|their) (?:own )?(?:\w+ )?shares|"
    r"becom(?:e|es|ing) (?:a )?public(?:ly traded)? company|trading debut|"
    r"public (?:listing|debut|offering)|direct listing|blank[- ]check|special[- ]purpose acquisition)|SPAC|"
    r"draft registration statement|(?:potential|planned|possible|proposed|future) (?:\w+ )?listing|"
    r"(?:float|list)(?:s|ed|ing)? (?:its|the|their) (?!bonds|notes|debt)(?:[\w-]+ ){1,4}(?:on|in) |"
    r"tak(?:e|es|ing) (?:\S+ ){1,4}public\b|"
    r"top of (?:its|the) (?:\w+ )?range|first day of trading|spin(?:s|ning)? off (?:\S+ ){1,4}(?:through|via|in) |"
    r"(?:prepar\w+|plan\w*|push\w*|ready|readies) (?:for |a |its |for a |for its )(?:\w+ )?listing|"
    r"(?:stock )?market debut|(?:its|their) (?:trading )?debut (?:on|in|after)\b|S-1|F-1|"
    r"debut(?:s|ed) on (?:the )?(?:Nasdaq|NYSE|New York|London|Hong Kong)|(?:beg(?:ins|an)|start(?:s|ed)) trading|"
    r"(?:list|float)(?:s|ed|ing)? (?:its shares |shares |in |on |through |via )|"
    r"shares (?:listed at (?:an? |the )|(?:made|make|makes|making) (?:an? |its |their )?(?:\w+ ){0,3}debut\b)|"
    r"(?:Nasdaq|NYSE|"
    r"stock market|Hong Kong|London|STAR Market) (?:listing|debut|flotation)|flotation\b|DRHP|red herring|"
    r"(?:US|U\.S\.|New York|Nasdaq|NYSE|Hong Kong|London|Tokyo|Mumbai) (?:(?i:share|stock|equity|ADR) )?"
    r"(?:(?i:offering|share sale|listing|float\b)))",
)
_LISTING_VERB: Final = w.verbs(
    "file price raise launch plan target eye delay postpone pull complete close aim prepare list debut "
    "consider weigh mull open explore upsize cut hit submit announce confirm pursue near ready pick tap "
    "hire push move shelve scrap receive revive start trade soar jump pop look intend expect surge value "
    "kick secure increase resume float schedule kickstart boost lift time inch step edge jump-start dust "
    "restart slash fix peg finalize finalise trim lower narrow update amend downsize point head step "
    "gear approve win receive sell fetch line appoint mandate select choose shortlist invite tap",
    "seek seeks sought seeking set sets setting go goes went going make makes made take takes took taking "
    "withdraw withdraws withdrew withdrawn submitted submitting "
    "get gets got work works working begin begins began rise rises fall falls",
)


def read_listing(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the listing that a sentence tells: a filing, a pricing, a plan, a debut, a merger with a shell."""
    tokens = sentence.tokens
    for found in _PUBLIC.finditer(scene.content, sentence.start, sentence.end):
        cue = next(i for i, t in enumerate(tokens) if t.end > found.start())
        if flotations.is_long_listed(sentence, cue):
            continue
        beyond = _listed_beyond(sentence, found.end())
        last = max(i for i, t in enumerate(tokens) if t.start < found.end())
        other = listers.another(sentence, cue, last)
        who, verb = ([other[0]], other[1]) if other is not None else _lister(sentence, cue)
        who = [beyond] if beyond is not None else who
        if who is not None:
            break
    else:
        return listers.recalled(sentence, scene)
    if status.is_denied(sentence, verb, scene.content) or _is_only_ahead(sentence, cue):
        return []
    company = scene.company(sentence, who, 0.8)
    if company is None or company.value.endswith(("Exchange", "Bourse")) or _is_aside(sentence, who):
        return []
    first = _first_of_two(sentence, who, scene)
    amount, value = offering(sentence)
    if amount is None and verb > cue and sentence.low(verb) in w.RAISE:
        amount = flotations.next_sum(sentence, verb)
    if sentence.low(verb) in {"of", "before", "to"} and amount is not None and amount.end < tokens[verb].start:
        amount = None  # "raised $5M |ahead of| its IPO"
    ahead_ = _to_come(found) or _planned(sentence, verb, cue)
    told = status.read(sentence, verb, scene.content) or (listers.sought(sentence, cue, scene) if other else None)
    filed = _filed(sentence, verb)
    if told is None or (told.value is Status.RUMOURED and ahead_ is not None):
        told = ahead_ or told or filed
    elif told.value is Status.RUMOURED and filed is not None and filed.value is Status.IN_TALKS:
        told = filed  # "will file for an IPO, sources said"
    draft = Draft(
        kind=Told(Kind.IPO, found.start(), found.end(), found.group(), 0.8),
        company=company,
        amount=amount,
        valuation=value,
        status=told,
        background=_recalled(sentence, verb, scene, told) or _went(sentence, cue, found),
        confidence=0.75 if tokens[cue].low != "list" else 0.6,
    )
    return [replace(draft, company=first, amount=None, valuation=None), draft] if first is not None else [draft]


def _listed_beyond(sentence: Sentence, end: int) -> Name | None:
    """Return whose listing it is past the bracket that names it again.

    "an initial public offering (IPO) for |Acme|".
    """
    at = next((i for i, t in enumerate(sentence.tokens) if t.start >= end), None)
    if at is None or sentence.low(at) != "(":
        return None
    close = brackets.close_bracket(sentence, at)
    return objects.after(sentence, close + 2) if sentence.low(close + 1) in {"for", "of"} else None


def _is_only_ahead(sentence: Sentence, cue: int) -> bool:
    """Tell whether money is sought "before |its public listing|": the round is the news, not the listing."""
    own = sentence.low(cue - 1) in {"its", "their"} and sentence.low(cue - 2) == "before"
    told = sentence.tokens[: max(0, cue - 2)]
    return own and any(t.kind == MONEY for t in told) and any(t.low in {"raise", "raising", "raises"} for t in told)


def _recalled(sentence: Sentence, verb: int, scene: Scene, told: Told[Status] | None) -> Told[bool] | None:
    """Return the words that tell a listing as history; one still sought, "has recently begun work on", is none."""
    past = history.recalled(sentence, verb, scene.content)
    ahead = told is not None and told.value is Status.IN_TALKS
    return None if past is not None and ahead and past.quote.lower() == "recently" else past


def _is_aside(sentence: Sentence, who: Who) -> bool:
    """Tell whether others are told of in passing: "new listings did well, |with| Acme soaring on its market debut"."""
    if not isinstance(who, list):
        return False
    near = range(max(0, who[0].first - 14), who[0].first)
    return sentence.low(who[-1].last).endswith("ing") and any(
        sentence.low(k) == "with" and sentence.low(k - 1) == "," for k in near
    )


def _first_of_two(sentence: Sentence, who: Who, scene: Scene) -> Told[str] | None:
    """Return the first of two companies that list apart: "|Acme Inc.| and Beta LLC have filed for their IPOs"."""
    if not isinstance(who, list) or len(who) != 2 or not any(t.low == "their" for t in sentence.tokens):
        return None
    both = any(t.low in {"both", "each"} for t in sentence.tokens)
    return scene.told(sentence, who[0], 0.8) if both or sentence.low(who[0].last - 1) in w.LEGAL else None


_TO_COME: Final = ("prepar", "plan", "push", "read", "potential", "possible", "proposed", "future")


def _to_come(found: re.Match[str]) -> Told[Status] | None:
    """Return the words of a listing that say that it is yet to come: "|prepare| for a listing"."""
    ahead = found.group().lower().startswith(_TO_COME)
    return Told(Status.IN_TALKS, found.start(), found.end(), found.group(), 0.7) if ahead else None


_PROCEEDS: Final = w.words("gross net total aggregate")
_ARE: Final = w.words("were are was is of totaled totalled approximately")


def proceeds(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Read "Gross proceeds from the offering were |$170 million|" of the listing or round told last without a sum."""
    last = scene.drafts[-1] if scene.drafts else None
    at = next((k for k in range(4) if sentence.low(k) == "proceeds"), None) or _of_offering(sentence)
    if last is not None and last.kind.value is Kind.IPO and last.valuation is None:
        value = flotations.worth(sentence, last)
        last = replace(last, valuation=value) if value is not None else last
        if value is not None and (last.amount is not None or not any(t.low in _RAISES for t in sentence.tokens)):
            return [replace(last, investors=(), amount=None)]
    if last is not None and last.kind.value is Kind.IPO and (cash := _delivered(sentence)) is not None:
        return [replace(last, amount=cash, investors=())] if last.amount is None else []
    if last is not None and last.kind.value is Kind.IPO and last.amount is None and at is None:
        return _sized(sentence, last, scene)
    if last is None or last.amount is not None or last.recalled or at is None or last.kind.value is Kind.ACQUISITION:
        return []
    if at and sentence.low(at - 1) not in _PROCEEDS | {"the", "net"}:
        return []
    i = next((k for k in range(at, min(at + 34, len(sentence.tokens))) if sentence.tokens[k].kind == MONEY), None)
    stated = i is not None and any(sentence.low(k) in _ARE for k in range(at, i))
    return [replace(last, amount=sentence.tokens[i].money, investors=())] if i is not None and stated else []


_RAISES: Final = w.words("raise raises raised raising proceeds")


def _of_offering(sentence: Sentence) -> int | None:
    """Return where "Acme expects the gross |proceeds from the offering| to be" tells of proceeds, else None."""
    for i in range(3, 14):
        if sentence.low(i) == "proceeds" and sentence.low(i + 1) in {"from", "of"}:
            named = {sentence.low(k) for k in range(i + 2, i + 7)}
            return i if named & (_THE_LISTING | {"sale", "placement", "issue"}) else None
    for i, token in enumerate(sentence.tokens):
        if token.low == "proceeds" and sentence.low(i - 1) in {"gross", "net"} and sentence.low(i + 1) == "of":
            return i  # "but adjusted its plan, now anticipating gross |proceeds of| $389M"
    return None


_DELIVERS: Final = w.verbs("deliver provide generate yield raise", "brings bring brought gives give")


_MERGERS: Final = w.words("transaction deal merger combination")


def _delivered(sentence: Sentence) -> Told[Money] | None:
    """Return the sum of "The transaction is expected to deliver up to |$611M| of gross proceeds"."""
    if sentence.low(0) not in {"the", "this"} or sentence.low(1) not in _MERGERS:
        return None
    money = next((i for i, t in enumerate(sentence.tokens) if t.kind == MONEY), 0)
    delivers = any(sentence.low(k) in _DELIVERS for k in range(2, money))
    cash = {"proceeds", "cash"} & {sentence.low(k) for k in range(money + 1, money + 5)}
    return sentence.tokens[money].money if delivers and cash else None


_THE_LISTING: Final = w.words("offering ipo listing float flotation")


def _sized(sentence: Sentence, last: Draft, scene: Scene) -> list[Draft]:
    """Read "The company has set a |$100 million| target for the offering" of the listing told last without a sum."""
    if (sold := flotations.sold(sentence)) is not None:
        return [replace(last, amount=sold, valuation=None, investors=())]
    if (grossed := flotations.grossed(sentence)) is not None:
        return [replace(last, amount=grossed, valuation=None, investors=())]
    the = {"the", "its"}
    said = [
        k
        for k, t in enumerate(sentence.tokens)
        if t.low in _THE_LISTING and the & {sentence.low(k - 1), sentence.low(k - 2)}
    ]
    amounts = [i for i, part in sums.classify(sentence).items() if part is Sum.AMOUNT]
    if (
        len(amounts) != 1
        or any(d.valuation for d in scene.drafts)
        or any(t.low.startswith("valu") for t in sentence.tokens)
    ):
        return []
    if not said or abs(amounts[0] - said[0]) > SIZED:
        return []
    return [replace(last, amount=sentence.tokens[amounts[0]].money, investors=())]


SIZED: Final = 8
"""Tokens between a sum and the listing that it is the size of."""


def _filed(sentence: Sentence, verb: int) -> Told[Status] | None:
    """Return the verb of a step towards a listing that is done: "Acme |filed| for an IPO"."""
    token = sentence.tokens[verb]
    if not token.low.startswith(("fil", "submit", "pric")):
        return None
    ahead = sentence.low(verb - 1) in {"will", "to", "would", "may", "could", "might"}
    stage = Status.IN_TALKS if ahead else Status.ANNOUNCED
    return Told(stage, token.start, token.end, token.text, 0.8)


def _planned(sentence: Sentence, verb: int, cue: int) -> Told[Status] | None:
    """Return the words that say that a listing is yet to come: "IPO |plans|", "|readies| IPO", "|before| an IPO"."""
    for i in (cue + 1, cue - 1, cue - 2):
        if sentence.low(i) in flotations.AHEAD:
            token = sentence.tokens[i]
            return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    token = sentence.tokens[verb]
    if sentence.low(cue) in flotations.BEGINS or any(
        t.low.startswith(("pricing", "closing", "completion")) for t in sentence.tokens[verb:cue]
    ):
        return None
    if any(sentence.low(k).startswith(("agree", "sign", "announc", "enter")) for k in range(verb - 4, verb)):
        return None
    if sentence.low(verb - 1) == "to" and sentence.low(verb - 2) in w.CATENATIVE - {"agreed", "agrees", "agree"}:
        return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.6)  # "is seeking to raise $9M in its IPO"
    if verb == cue or (verb > cue and token.low in w.RAISE) or token.low.startswith((*_DONE, *_DONE_TOO)):
        return None
    taken = token.low in w.RAISE_PLAIN and not token.low.startswith(("seek", "sought"))
    money = any(t.kind == MONEY for t in sentence.tokens[verb:cue])
    if taken and money and verb > 0 and sentence.low(verb - 1) != "to":
        return None  # "pulled in $84 million from its IPO"
    if any(t.low == "terms" for t in sentence.tokens[verb:cue]):
        return None  # "sets |terms| for its IPO"
    return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.6)


def _went(sentence: Sentence, cue: int, found: re.Match[str]) -> Told[bool] | None:
    """Read "went public" looks back."""
    if not found.group().startswith(("went", "listed")):
        return None
    sure = 0.7 if sentence.low(cue - 1) in {"which", "that", "who"} else history.WEAK
    return Told(True, found.start(), found.end(), found.group(), sure)


_OF_PLAN: Final = w.words("its their a an the planned expected possible potential initial eventual")


def _lister(sentence: Sentence, cue: int) -> tuple[Who, int]:
    """Return who goes public and the token of the verb that says so."""
    tokens = sentence.tokens
    priced = names.run_before(sentence, cue - 2) if cue > 1 and tokens[cue - 1].kind == MONEY else None
    if priced is not None and sentence.low(priced.last - 1) not in _LISTING_VERB:
        return [priced], cue  # "Acme $606M IPO"
    before = tokens[cue - 1] if cue else None
    if before is not None and before.kind == MONEY and sentence.low(cue - 2) in {"'s", "'"}:
        name = names.run_before(sentence, cue - 3)
        return ([name] if name else None), cue  # "Acme's $606M IPO"
    if before is not None and before.text in {"'s", "’s", "'", "’"}:
        name = names.run_before(sentence, cue - 2)
        return ([name] if name else None), cue
    ahead = any(t.low in {"could", "would", "may", "might", "if", "will"} for t in tokens)
    if sentence.low(cue - 1) == "the" and ahead and any(t.low in _VALUED for t in tokens[:cue]):
        who = parties.main_subject(sentence, cue)
        if isinstance(who, list):
            return who, cue  # "|Acme| could be valued at $5B if the IPO prices at the top"
    if sentence.low(0) == "in" and (told := _opened_by(sentence, cue)) is not None:
        return told
    if (shell := _merging_shell(sentence)) is not None:
        return [shell[0]], shell[1]
    if sentence.low(cue) == "debut" or sentence.low(cue + 1) == "debut":
        who = parties.main_subject(sentence, cue)
        if isinstance(who, list):
            return who, cue  # "|Acme| shares sink in London debut"
    if sentence.low(cue - 1) in {"its", "their"} and sentence.low(cue - 2) in {"with", "on", "in"}:
        found = (names.run_before(sentence, k) for k in range(cue - 2, max(0, cue - 9), -1))
        name = next((n for n in found if n is not None), None)
        raised = name is not None and any(sentence.low(k) in w.RAISE_PLAIN for k in range(name.last, cue - 2))
        if name is not None and not raised and not isinstance(parties.main_subject(sentence, name.first), str):
            return [name], cue  # "represented |Acme| in connection with its IPO"
    day = {"first", "debut"} & {t.low for t in tokens} and sentence.low(cue + 1) == "price"
    if day and isinstance(moved := parties.main_subject(sentence, cue), list):
        return moved, cue  # "Acme shares close above IPO price on first day"
    if sentence.low(cue + 1) in _ABOUT_LISTINGS and sentence.low(cue) != "stock":
        return None, cue
    if sentence.low(cue + 1) in {"price", "pricing"} and (named := names.run_before(sentence, cue - 1)):
        return [named], cue  # "Acme IPO price set at $15 a share"
    at = cue - 1 - (tokens[cue - 1].kind == MONEY)
    while at > 3 and sentence.low(at) in _OF_PLAN:
        at -= 1
    if cue > 3 and (
        sentence.low(at) in {"before", "towards", "toward"} or (sentence.low(at - 1), sentence.low(at)) in _AHEAD_OF
    ):
        return parties.main_subject(sentence, at), at
    plural = sentence.low(cue) == "ipos"  # "Healthcare |IPOs| defy gravity"
    listed = None if plural else names.run_before(sentence, cue - 1) if cue > 2 or (cue and sentence.title) else None
    verb = listed.first - 1 if listed is not None else -1
    if (
        listed is not None
        and not listers.is_place(sentence, listed)
        and (sentence.low(verb) in _LISTING_VERB or verb < 0)
    ):
        return [listed], max(verb, 0)  # "Acme IPO opens on Monday"
    for i in range(cue, max(-1, cue - 14), -1):
        token = tokens[i]
        if token.low in _OTHER_CLAUSE:
            break
        if (
            token.kind == WORD
            and token.low in _LISTING_VERB
            and (sentence.titled or not token.caps or i == cue)
            and i > 0
            and tokens[i - 1].low not in {"a", "an", "the"}
        ):
            filed = next((k for k in range(max(0, i - 8), i) if sentence.low(k).startswith(("fil", "submit"))), i)
            who = parties.subject(sentence, filed)
            if who:
                return who, filed
        if token.text in {";", ":"}:
            break
    near = {sentence.low(k) for k in range(max(0, cue - 5), cue)}
    by_way = not tokens[cue].text.endswith("s") and bool(near & {"in", "through", "via"})
    heading = sentence.title and sentence.low(cue - 1) in {"for", "to", "towards", "toward"}
    heading = heading and not any(t.kind == MONEY for t in tokens)
    first = parties.main_subject(sentence, cue) if by_way or heading else None
    spoken = by_way and sentence.low(0) == "the" and any(sentence.low(k) in THE_COMPANY for k in range(1, 5))
    if spoken and not isinstance(first, list):
        verb = next((k for k in range(cue, 1, -1) if sentence.low(k) in w.RAISE_PLAIN), cue)
        return PRONOUN, verb  # "The US company, which makes pumps, raised $5M in the biggest IPO"
    if isinstance(first, list) and first[0].first < 8:
        verb = next((k for k in range(first[0].last, cue) if sentence.low(k) in _LISTING_VERB), cue)
        return first, verb  # "|Acme| sold 11 million shares in an IPO", "|Acme| points to April for IPO"
    return None, cue


_VALUED: Final = w.words("valued worth value fetch command")


def _opened_by(sentence: Sentence, cue: int) -> tuple[Who, int] | None:
    """Return who raises money past "In one of the larger IPOs of the year, |Acme| pulled in $281M", and the verb."""
    comma = next((k for k in range(cue, min(cue + 6, len(sentence.tokens))) if sentence.low(k) == ","), None)
    if comma is None or cue > OPENED or any(t.low in _YET for t in sentence.tokens[1:cue]):
        return None
    reach = range(comma + 1, min(comma + 12, len(sentence.tokens)))
    verb = next((k for k in reach if sentence.low(k) in w.RAISE and not sentence.tokens[k].caps), None)
    who = parties.subject(sentence, verb) if verb is not None else None
    return (who, verb) if verb is not None and isinstance(who, list) else None


_YET: Final = w.words("ahead preparation before prior statement for run-up advance anticipation towards toward")
OPENED: Final = 9
"""Tokens of the longest phrase that opens a sentence with the listing: "In one of the larger IPOs in 2023"."""


def _merging_shell(sentence: Sentence) -> tuple[Name, int] | None:
    """Return who goes public as a shell merges with it, and the verb: "SPAC Quayside agreed to combine with |Acme|"."""
    for i in range(2, len(sentence.tokens) - 1):
        joins = sentence.low(i) in w.MERGE or sentence.low(i) in {"merger", "combination"}
        if not joins or sentence.low(i + 1) != "with":
            continue
        shell = any(_SHELL & {sentence.low(k), sentence.low(k + 1)} for k in range(i))
        target = objects.after(sentence, i + 2)
        beyond = {sentence.low(k) for k in range(i + 2, target.last + 6)} if target else set()
        if shell and target is not None and not beyond & _SHELL:
            return target, i
    return None


_SHELL: Final = w.words("spac blank-check blank-cheque blank special-purpose")
_AHEAD_OF: Final = frozenset({("ahead", "of"), ("prior", "to")})
_ABOUT_LISTINGS: Final = w.words(
    "market markets success window pipeline drought boom pop wave season bankers investors"
)
_OTHER_CLAUSE: Final = w.words("as while after amid since until")
_DONE: Final = (
    "fil",
    "pric",
    "rais",
    "list",
    "debut",
    "go",
    "went",
    "launch",
    "clos",
    "complet",
    "open",
    "trad",
    "soar",
    "jump",
)
_DONE_TOO: Final = (
    "pop",
    "surg",
    "rise",
    "rose",
    "fall",
    "fell",
    "mak",
    "made",
    "begin",
    "began",
    "start",
    "float",
    "submit",
    "announc",
    "upsiz",
)
