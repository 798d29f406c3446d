"""Companies that go public, and investors that raise a fund."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import names, objects, parties, phrases, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.governors import governor
from dealwire.core.extract.english.names import Name
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, PUNCT, WORD, Sentence
from dealwire.model import Kind, Money, Status, Told, Valuation

Who = list[Name] | str | None

_PUBLIC: Final = re.compile(
    r"(?<![-‑])\b(?:IPO|(?i:initial (?:public|stock|share) offering|initial share sale|go(?:es|ing)? public|"
    r"went public|"
    r"public (?:listing|debut|offering)|direct listing|blank[- ]check|special[- ]purpose acquisition)|SPAC|"
    r"(?:stock )?market debut|S-1|F-1|list(?:s|ed|ing)? (?:its shares |shares |in |on )|(?:Nasdaq|NYSE|"
    r"stock market|Hong Kong|London|STAR Market) (?:listing|debut|flotation)|flotation|DRHP|red herring|"
    r"(?:US|U\.S\.|New York|Nasdaq|NYSE|Hong Kong|London|Tokyo|Mumbai) (?:(?i:share|stock|equity|ADR) )?"
    r"(?:(?i:offering|share sale|listing)))",
)
_LISTING_VERB: Final = w.verbs(
    "file price raise launch plan target eye delay postpone pull complete close aim prepare list debut "
    "consider weigh mull open explore upsize cut hit submit announce confirm pursue near ready pick tap "
    "hire push move shelve scrap receive revive start trade soar jump pop look intend expect surge value "
    "kick secure increase resume float schedule kickstart boost lift time inch step edge jump-start dust "
    "restart slash trim lower narrow",
    "seek seeks sought seeking set sets setting go goes went going make makes made take takes took taking "
    "withdraw withdraws withdrew begin begins began rise rises fall falls",
)
_FUND_VERB: Final = w.RAISE | w.verbs(
    "launch unveil debut form establish start create introduce open kick roll",
    "hold holds held holding set sets setting begin begins began",
)


# --- listings -------------------------------------------------------------------------------------


def read_listing(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the listing that a sentence tells: a filing, a pricing, a plan, a debut, a merger with a shell."""
    tokens = sentence.tokens
    for found in _PUBLIC.finditer(scene.content, sentence.start, sentence.end):
        cue = next(i for i, t in enumerate(tokens) if t.end > found.start())
        who, verb = _lister(sentence, cue)
        if who is not None:
            break
    else:
        return []
    if status.is_denied(sentence, verb, scene.content):
        return []
    company = scene.company(sentence, who, 0.8)
    if company is None:
        return []
    amount, value = _offering(sentence)
    token = tokens[cue]
    told = status.read(sentence, verb, scene.content) or _planned(sentence, verb, cue) or _filed(sentence, verb)
    return [
        Draft(
            kind=Told(Kind.IPO, found.start(), found.end(), found.group(), 0.8),
            company=company,
            amount=amount,
            valuation=value,
            status=told,
            background=status.recalled(sentence, verb, scene.content) or _went(sentence, cue, found),
            confidence=0.75 if token.low != "list" else 0.6,
        )
    ]


def _filed(sentence: Sentence, verb: int) -> Told[Status] | None:
    """Return the verb of a step towards a listing that is done: "Acme |filed| for an IPO"."""
    token = sentence.tokens[verb]
    done = token.low.startswith(("fil", "submit", "pric"))
    return Told(Status.ANNOUNCED, token.start, token.end, token.text, 0.8) if done else None


def _planned(sentence: Sentence, verb: int, cue: int) -> Told[Status] | None:
    """Return the words that say that a listing is yet to come: "IPO |plans|", "|readies| IPO", "|before| an IPO"."""
    for i in (cue + 1, cue - 1, cue - 2):
        if sentence.low(i) in _AHEAD:
            token = sentence.tokens[i]
            return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7)
    token = sentence.tokens[verb]
    if any(t.low.startswith(("pricing", "closing", "completion")) for t in sentence.tokens[verb:cue]):
        return None
    if verb == cue or token.low.startswith((*_DONE, *_DONE_TOO)):
        return None
    return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.6)


_AHEAD: Final = w.words("plans plan ambitions goal hopes before towards toward ahead planned upcoming")


def _went(sentence: Sentence, cue: int, found: re.Match[str]) -> Told[bool] | None:
    """Read "went public" looks back."""
    if not found.group().startswith(("went", "listed")):
        return None
    sure = 0.7 if sentence.low(cue - 1) in {"which", "that", "who"} else status.WEAK
    return Told(True, found.start(), found.end(), found.group(), sure)


def _lister(sentence: Sentence, cue: int) -> tuple[Who, int]:
    """Return who goes public and the token of the verb that says so."""
    tokens = sentence.tokens
    priced = names.run_before(sentence, cue - 2) if cue > 1 and tokens[cue - 1].kind == MONEY else None
    if priced is not None and sentence.low(priced.last - 1) not in _LISTING_VERB:
        return [priced], cue  # "Acme $606M IPO"
    before = tokens[cue - 1] if cue else None
    if before is not None and before.text in {"'s", "’s", "'", "’"}:
        name = names.run_before(sentence, cue - 2)
        return ([name] if name else None), cue
    if (
        cue + 1 < len(tokens)
        and tokens[cue + 1].low in {"of", "for", "by"}
        and tokens[cue].low in {"ipo", "offering", "listing"}
    ):
        name = objects.after(sentence, cue + 2)
        if name is not None:
            return [name], cue
    if sentence.low(cue + 1) in _ABOUT_LISTINGS:
        return None, cue
    if sentence.low(cue + 1) in {"price", "pricing"} and (named := names.run_before(sentence, cue - 1)):
        return [named], cue  # "Acme IPO price set at $15 a share"
    at = cue - 1 - (tokens[cue - 1].kind == MONEY)
    if cue > 3 and (
        sentence.low(at) in {"before", "towards", "toward"} or (sentence.low(at - 1), sentence.low(at)) in _AHEAD_OF
    ):
        return parties.main_subject(sentence, at), at
    listed = names.run_before(sentence, cue - 1) if cue > 2 else None
    if listed is not None and sentence.low(listed.first - 1) in _LISTING_VERB and not _is_place(sentence, listed):
        return [listed], listed.first - 1
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
    return None, cue


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


def _is_place(sentence: Sentence, name: Name) -> bool:
    return any(t.low in w.PLACE | w.NATIONALITY | w.GENERIC for t in sentence.tokens[name.first : name.last])


_OFFERED: Final = w.words(
    "raise raises raised raising ipo offering sell seeking seeks size debut listing targeting priced prices "
    "secures fetch proceeds"
)
_MARKET_VALUE: Final = w.words("value capitalization capitalisation cap worth")
_OTHER_SUMS: Final = w.words("by increase increasing revealed reveals")


def _offering(sentence: Sentence) -> tuple[Told[Money] | None, Told[Valuation] | None]:
    amount: Told[Money] | None = None
    value: Told[Valuation] | None = None
    for i, part in sums.classify(sentence).items():
        near = {t.low for t in sentence.tokens[max(0, i - 7) : i]}
        valued = part is Sum.OTHER and "market" in near and near & _MARKET_VALUE and near & {"giving", "gives", "gave"}
        if (part is Sum.VALUATION or valued) and not near & {"last", "once", "previously"}:
            value = value or sums.valuation(sentence, i)
        elif part is Sum.AMOUNT and not any(t.low in _OTHER_SUMS for t in sentence.tokens[max(0, i - 2) : i]):
            near = {t.low for t in sentence.tokens[max(0, i - 7) : i + 4]}
            near_debt = {t.low for t in sentence.tokens[i + 1 : i + 5]} & (w.DEBT_NOUN | {"convertible"})
            if near & _OFFERED and not near_debt and sentence.tokens[max(0, i - 1)].text not in {"'s", "’s"}:
                amount = amount or sentence.tokens[i].money
    return amount, value


# --- funds ----------------------------------------------------------------------------------------


def read_fund(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the fund that a sentence tells: raised, launched or closed."""
    tokens = sentence.tokens
    if not any(t.low in w.FUND_NOUN or t.low in _ROMAN or t.low == "commitments" for t in tokens):
        return []
    parts = sums.classify(sentence)
    drafts: list[Draft] = []
    for phrase in phrases.find(sentence, parts):
        fund = _fund_phrase(sentence, phrase)
        if not fund:
            continue
        who, verb = _manager(sentence, phrase)
        if who is None or status.is_denied(sentence, verb, scene.content):
            continue
        company = scene.company(sentence, who, 0.8)
        if company is None:
            continue
        if not phrase.sums and _is_mere_money(sentence, phrase, verb):
            continue
        money = tokens[phrase.sums[0]].money if phrase.sums else _fund_size(sentence, phrase, parts)
        if money is None and not phrase.is_fund:
            continue
        at = tokens[verb]
        told = status.read(sentence, verb, scene.content, progressive=True, infinitive=True) or _closed(
            sentence, phrase, scene
        )
        drafts.append(
            Draft(
                kind=Told(Kind.FUND_CLOSE, at.start, at.end, at.text, 0.8),
                company=company,
                amount=money,
                status=told,
                background=status.recalled(sentence, verb, scene.content),
                confidence=0.8,
            )
        )
        break
    return drafts or _named_fund(sentence, scene, parts)


def _is_mere_money(sentence: Sentence, phrase: Phrase, verb: int) -> bool:
    """Read "lands new funds", "begins raising funds": money, not a fund."""
    if sentence.low(phrase.last - 1) != "funds" or sentence.low(verb) not in w.RAISE_PLAIN:
        return False
    plain = all(sentence.low(k) in {"new", "fresh", "more", "additional"} for k in range(verb + 1, phrase.core))
    return plain or not sentence.low(verb).startswith(("rais", "clos"))


_TOWARDS: Final = w.words("for in across towards toward")


def _fund_phrase(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase is of a fund: "its second fund", "$50M for its new fund", "$11M in commitments"."""
    tokens = sentence.tokens
    if phrase.labels and not any(t.low in w.FUND_NOUN for t in tokens[phrase.core : phrase.last]):
        return False
    words = {t.low for t in tokens[phrase.core : phrase.last]}
    if phrase.sums and sentence.low(phrase.last - 1) == "funds" and "in" in words:
        return False  # "$5M in new funds"
    if phrase.is_fund and (tokens[phrase.last - 1].low in w.FUND_NOUN or tokens[phrase.core].low in w.FUND_NOUN):
        return True
    if any(t.low in {"commitments", "commitment"} for t in tokens[phrase.core : phrase.last + 3]):
        return bool(phrase.sums)
    if not phrase.sums:
        return False
    i = phrase.last
    if i < len(tokens) and tokens[i].low in _TOWARDS:
        for j in range(i + 1, min(i + 10, len(tokens))):
            if tokens[j].low in {"fund", "funds"}:
                return True
            if tokens[j].kind == PUNCT or tokens[j].kind == MONEY or tokens[j].low in {"funding", "from", "to", "led"}:
                return False
    return False


_FUND_PREPOSITION: Final = frozenset({"", "on", "with", "of", "in", "for", "up", "off"})
_NOT_FUND_VERB: Final = w.words("has have use take takes")


def _manager(sentence: Sentence, phrase: Phrase) -> tuple[Who, int]:
    tokens = sentence.tokens
    found = governor(sentence, phrase)
    i = phrase.first - 1
    while (
        i > 0
        and phrase.first - i < 4
        and tokens[i].text not in {"'s", "’s", "'", "’"}
        and tokens[i].kind == WORD
        and tokens[i].low not in w.VERB
    ):
        i -= 1
    if i > 0 and tokens[i].text in {"'s", "’s", "'", "’"}:
        name = names.run_before(sentence, i - 1)
        if name is not None and phrase.sums:
            return [name], phrase.core
    if found is not None:
        verb, preposition = found
        low = tokens[verb].low
        if low in _FUND_VERB and preposition in _FUND_PREPOSITION and low not in _NOT_FUND_VERB:
            return parties.subject(sentence, verb), verb
        return None, phrase.core
    return None, phrase.core


def _fund_size(sentence: Sentence, phrase: Phrase, parts: dict[int, Sum]) -> Told[Money] | None:
    """Read "closed its first fund, at over |$307m|", "a fund with $250M in commitments"."""
    for i in range(phrase.last, min(phrase.last + 10, len(sentence.tokens))):
        if parts.get(i) in {Sum.AMOUNT, Sum.VALUATION, Sum.TOTAL}:
            return sentence.tokens[i].money
    return None


def _closed(sentence: Sentence, phrase: Phrase, scene: Scene) -> Told[Status] | None:
    end = sentence.tokens[min(phrase.last + 2, len(sentence.tokens) - 1)].end
    start = sentence.tokens[max(0, phrase.first - 6)].start  # "|held the second close| of its first fund"
    return status.closed(scene.content, start, end)


_ROMAN: Final = w.words("i ii iii iv v vi vii viii ix x xi xii")
_FUND_STOP: Final = w.words("funding financing round series from by led into that who which because investment stake")
_RAISES: Final = w.verbs(
    "close raise launch announce complete secure unveil finalize debut",
    "hold holds held holding",
)


def _named_fund(sentence: Sentence, scene: Scene, parts: dict[int, Sum]) -> list[Draft]:
    """Read "Acme closes Acme Fund III at $300M", "closed its latest Europe-focused fund, at $10M".

    "Acme Fund III closes at $300M".
    """
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.kind != WORD or token.low not in _RAISES or i == 0 or (token.caps and not sentence.titled):
            continue
        if token.low.startswith("announc") and any(
            sentence.low(k) in _RAISES and sentence.low(k + 1) != "of" for k in range(i + 1, i + 6)
        ):
            continue
        who = parties.subject(sentence, i)
        subject_fund = isinstance(who, list) and any(
            _is_fund_word(sentence, j) for j in range(who[-1].first, who[-1].last)
        )
        fund = i if subject_fund else _fund_after(sentence, i)
        if fund is None or not who or status.is_denied(sentence, i, scene.content):
            continue
        money = next(
            (k for k in parts if i < k < max(fund, i) + 14 and parts[k] in {Sum.AMOUNT, Sum.VALUATION, Sum.TOTAL}), None
        )
        if money is None or tokens[money].money is None or any(t.low in _FUND_STOP for t in tokens[i:money]):
            continue
        company = scene.company(sentence, who, 0.7)
        if company is None:
            continue
        at = Told(Kind.FUND_CLOSE, token.start, token.end, token.text, 0.75)
        told = status.read(sentence, i, scene.content, progressive=True, infinitive=True)
        told = told or status.closed(scene.content, token.start, tokens[fund].end)
        return [
            Draft(
                kind=at,
                company=company,
                amount=tokens[money].money,
                status=told,
                background=status.recalled(sentence, i, scene.content),
                confidence=0.7,
            )
        ]
    return []


def _is_fund_word(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    if tokens[i].low in {"fund", "funds"}:
        return sentence.low(i - 1) != "to" and "in" not in {sentence.low(i - 1), sentence.low(i - 2)}
    return (
        tokens[i].low in _ROMAN
        and tokens[i].text.isupper()
        and i > 0
        and tokens[i - 1].caps
        and tokens[i - 1].low != "series"
    )


def _fund_after(sentence: Sentence, verb: int) -> int | None:
    """Return the word for a fund in the object of a verb, if it is one."""
    for i in range(verb + 1, min(verb + 16, len(sentence.tokens))):
        token = sentence.tokens[i]
        if _is_fund_word(sentence, i):
            roman = sentence.low(i + 1) in _ROMAN
            return i + roman
        if token.low in _FUND_STOP or token.text in {";", ":", ","}:
            return None
    return None
