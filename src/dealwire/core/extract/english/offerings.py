"""Shares that a listed company sells anew, and bonds and notes that any sells: rounds told as an offering."""

from __future__ import annotations

import re
from typing import Final

from dealwire.core.extract.assemble import Draft
from dealwire.core.extract.english import backers, history, parties, status, sums
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, Sentence
from dealwire.model import Investor, Kind, Money, Role, Round, Status, Told

_DEBT: Final = r"(?:notes|bonds?|bills|debentures|sukuk|commercial paper|debt securities)"
_EQUITY: Final = r"(?:shares|stock|ADSs|American [Dd]epositary [Ss]hares|units|share capital|equity)"
_KIND: Final = (
    r"(?:(?:underwritten|registered|public|direct|follow-on|secondary|bought|deal|private|concurrent|previously"
    r"|announced"
    r"|upsized|proposed|planned|non-brokered|brokered|primary|at-the-market|new|its|the|an?)[ ,]+)"
)
_OFFERING: Final = re.compile(
    rf"\b(?P<plain>(?:underwritten|follow-on|registered direct|secondary|at-the-market|marketed|bought deal|private"
    rf"|best[- ]efforts[\"”]?)"
    rf"(?: \w+){{0,3}}? (?:offering|placing|placement|sale)"
    rf"|(?:plac|issu)\w+ (?:\S+ ){{0,3}}new shares)\b"
    rf"|\b(?:offering|placing|placement|issue|issuance|sale"
    rf"|principal amount) of\b(?P<of>[^;]{{0,110}}?\b(?P<what>{_DEBT}|{_EQUITY}))\b"
    rf"|\b(?P<noun>(?:senior |secured |convertible |unsecured |bond |note |notes |debt |share |stock "
    rf"|equity |rights )+)"
    rf"(?:offering|placing|placement|issue|issuance|sale)\b"
    rf"|\b(?P<issue>issu(?:e|es|ed|ing)|sold|sells?|selling|placed|places)\b(?P<object>[^;]{{0,70}}?\b(?P<bonds>{_DEBT}))\b",
)
_NOT_NEW: Final = re.compile(
    r"\b(?:initial|IPOs?|shareholders sold|rat(?:ing|ed)|selling (?:stock|share)holders|existing (?:stock"
    r"|share)holders|warning|ticket)\b",
    re.IGNORECASE,
)
_VERBS: Final = w.verbs(
    "price close complete announce launch commence raise plan propose upsize file issue sell conduct start consider "
    "conclude finalize finalise consummate secure",
    "sold seeks seek sought seeking undertakes undertake",
)
_PLANS: Final = ("plan", "propos", "consider", "seek", "sought")
_SELLS: Final = w.words("issue issues issued issuing sell sells sold selling place places placed")
REACH: Final = 16
"""Tokens between the verb and the offering that it is said of."""


def read(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the round that an offering of shares already listed, or of bonds, is: "priced its public offering of"."""
    content = scene.content
    cue = _OFFERING.search(content, sentence.start, sentence.end)
    if cue is None or _NOT_NEW.search(content, sentence.start, sentence.end):
        return []
    kind = _kind_of(cue)
    if kind is None or (kind is Round.POST_IPO_EQUITY and not _is_listed(content)):
        return []
    at = next(i for i, t in enumerate(sentence.tokens) if t.end > cue.start())
    verb = _verb(sentence, at)
    if verb is None or status.is_denied(sentence, verb, content):
        return []
    company = scene.company(sentence, parties.subject(sentence, verb), 0.8)
    amount = _sum(sentence, at)
    if company is None or (amount is None and kind is Round.DEBT_FINANCING):
        return []
    token = sentence.tokens[verb]
    buyers = _buyers(sentence, at, scene) if kind is Round.POST_IPO_EQUITY else ()
    return [
        Draft(
            kind=Told(Kind.FUNDING_ROUND, token.start, token.end, token.text, 0.75),
            company=company,
            amount=amount,
            round=None if buyers else Told(kind, cue.start(), cue.end(), cue.group(), 0.75),
            investors=buyers,
            status=_status(sentence, verb, content),
            background=history.recalled(sentence, verb, content),
            confidence=0.75,
        )
    ]


_RATED: Final = re.compile(
    r"\b(?:assign|affirm|reaffirm|upgrad|downgrad|plac)\w*\b[^;]{0,80}\brating|\brat(?:ings?|ed|es)\b[^;]{0,80}"
    r"\b(?:notes?|bonds?|debt|loans?|facilit\w+|debentures?|issuer)\b"
)


def is_rating(sentence: Sentence, content: str) -> bool:
    """Tell whether a sentence is of how sound a debt is said to be: "Moody's assigns a rating to Acme's notes"."""
    return _RATED.search(content, sentence.start, sentence.end) is not None


NEAR: Final = 5
"""Tokens of the longest description between "to" and who shares are issued to."""


def _buyers(sentence: Sentence, at: int, scene: Scene) -> tuple[Told[Investor], ...]:
    """Return to whom shares are issued: "will issue new shares |to Acme|"."""
    to = next((k for k in range(at + 1, at + 12) if sentence.low(k) == "to"), None)
    if to is None or not _SELLS & {sentence.low(k) for k in range(max(0, at - 1), at + 1)}:
        return ()
    listed = backers.read_list(sentence, to + 1)[0]
    if not listed or listed[0].name.first - to > NEAR:
        return ()
    return tuple(backers.told(sentence, listed, scene.content, Role.PARTICIPANT, 0.7))


def _kind_of(cue: re.Match[str]) -> Round | None:
    if cue["issue"] or (cue["what"] and re.fullmatch(_DEBT, cue["what"])):
        return Round.DEBT_FINANCING
    if cue["what"] or cue["plain"]:
        return Round.POST_IPO_EQUITY
    noun = cue["noun"].split()[-1]
    return Round.POST_IPO_EQUITY if noun in {"share", "stock", "equity", "rights"} else Round.DEBT_FINANCING


_LISTED: Final = re.compile(
    r"\((?:NASDAQ|Nasdaq|NYSE|TSX|TSXV|LSE|ASX|AIM|OTC|HKEX|HKG|BSE|NSE|SGX|AMEX|NYSE American|CSE|FRA|FRANKFURT"
    r"|OTCQB|OTCQX|TSX-V|NEO)\b"
    r"|\bunderwrit|\b(?:common|ordinary) (?:shares|stock)\b|\bclose[ds]?(?: \w+){0,2} at [$€£]|\bfollow-on\b"
    r"|\brights issue\b|\blast close\b|\bnew shares\b"
)
"""Signs that a company's shares are listed already."""


def _is_listed(content: str) -> bool:
    return _LISTED.search(content) is not None and not _FIRST.search(content)


_FIRST: Final = re.compile(r"\b[Ii]nitial public|\bIPO\b")


def _verb(sentence: Sentence, at: int) -> int | None:
    """Return the verb of an offering: before it, or the noun of its pricing ("announced the |pricing| of")."""
    if sentence.low(at) in _SELLS:
        return at
    found = None
    for i in range(at - 1, max(-1, at - REACH), -1):
        token = sentence.tokens[i]
        if token.low in _VERBS and (sentence.titled or not token.caps):
            before = sentence.low(i - 1)
            if before in {"the", "its", "a", "an", "of", "previously"} or token.low in {"pricing", "closing"}:
                found = found or None
                continue
            return i
        if token.text in {";", ":"}:
            return None
    return found


def _status(sentence: Sentence, verb: int, content: str) -> Told[Status] | None:
    told = status.read(sentence, verb, content, progressive=True, infinitive=True)
    if told is not None:
        return told
    token = sentence.tokens[verb]
    plan = token.low.startswith(_PLANS)
    return Told(Status.IN_TALKS, token.start, token.end, token.text, 0.7) if plan else None


_PROCEEDS: Final = w.words("proceeds raising raise raises raised totaling totalling worth for aggregating")


def _sum(sentence: Sentence, at: int) -> Told[Money] | None:
    """Return the size of an offering: "its |$1.5B| offering", "offering of |$500M| in notes", "proceeds of |$9M|"."""
    parts = sums.classify(sentence)
    tokens = sentence.tokens
    sized = [i for i, t in enumerate(tokens) if t.kind == MONEY and parts.get(i) not in {None, Sum.VALUATION}]
    large = [i for i in sized if (m := tokens[i].money) is not None and m.value.value >= 100_000]
    for i in large:  # the sum of an offering told by its proceeds
        near = {sentence.low(k) for k in range(i - 8, i)}
        if i > at and near & _PROCEEDS - {"for"} and "repurchase" not in near:
            return tokens[i].money
    beside = [i for i in large if at - 5 <= i <= at + 9]
    return tokens[beside[0]].money if beside else None
