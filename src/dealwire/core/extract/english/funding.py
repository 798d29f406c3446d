"""The rounds that a sentence tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, join_investors, same_name
from dealwire.core.extract.english import (
    names,
    nominal,
    parties,
    phrases,
    several,
    splits,
    status,
    sums,
    syndicate,
    together,
)
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.backers import read_list
from dealwire.core.extract.english.backers import told as backers_told
from dealwire.core.extract.english.drafts import build
from dealwire.core.extract.english.elsewhere import is_elsewhere
from dealwire.core.extract.english.followers import followed
from dealwire.core.extract.english.frame import Frame, as_list, as_names
from dealwire.core.extract.english.frames import frame_of
from dealwire.core.extract.english.givers import with_backers
from dealwire.core.extract.english.governors import is_stake, target_at
from dealwire.core.extract.english.investing import invested
from dealwire.core.extract.english.neighbours import PRONOUN, THE_COMPANY
from dealwire.core.extract.english.phrases import Phrase
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.sums import Sum
from dealwire.core.extract.english.tokens import MONEY, PUNCT, ROUND, WORD, Sentence
from dealwire.core.extract.english.valuations import of_another, valued, with_valuations, worth_now
from dealwire.model import Investor, Kind, Role, Round, Told

_OTHER_DEAL: Final = w.words(
    "acquisition purchase takeover buyout merger deal offer bid buy sale ipo contract lawsuit settlement "
    "project plant factory"
)


def read(sentence: Sentence, scene: Scene) -> list[Draft]:
    """Return the rounds that a sentence tells."""
    if sentence.tokens[-1].text == "?" or (sentence.low(0) == "let" and sentence.low(1) in {"'s", "’s"}):
        return []
    parts = sums.classify(sentence)
    found = phrases.find(sentence, parts)
    drafts: list[tuple[Phrase, Draft]] = []
    scene.here, scene.owners = None, ()
    shared = any(t.low == "respectively" for t in sentence.tokens)  # the first phrase then speaks for all
    if not shared and (listed := several.read(sentence, scene)):
        return listed
    for before, phrase in zip([None, *found], found, strict=False):
        if before is not None and _is_its_purpose(sentence, before, phrase):
            continue
        if _is_funding(sentence, phrase) and not ((drafts and shared) or is_elsewhere(sentence, phrase, scene.content)):
            told = _drafts(sentence, phrase, scene) or together.coordinate(sentence, phrase, drafts)
            scene.here = told[-1].company if told else scene.here
            scene.owners = tuple(t.value.name for d in told for t in d.investors) or scene.owners
            drafts += [(phrase, draft) for draft in told]
    drafts = together.with_trailing(sentence, found, together.with_opening_label(sentence, found, drafts))
    drafts = together.topped_up(sentence, together.without_shares(scene, drafts))
    if split := splits.find(sentence, scene):
        drafts = splits.drafts_of(sentence, scene, split, drafts)
    told = with_backers(sentence, scene, drafts or _leading(sentence, scene) or _continued(sentence, scene))
    told = [_with_shares_sold(sentence, parts, draft, scene) for draft in told]
    valued_ = _with_values(sentence, parts, told, scene)
    more = invested(sentence, found, scene)
    told = valued_ + (more if valued_ else with_valuations(sentence, parts, more))
    told += syndicate.joined(sentence, scene, told)
    told += followed(sentence, scene, told)
    sure = SURE if sentence.title and sentence.low(0) in {"how", "why", "what"} else 0.0
    return [draft for draft in told if draft.confidence >= sure]


_SHARES: Final = w.words("stock shares equity stakes")


def _with_shares_sold(sentence: Sentence, parts: dict[int, Sum], draft: Draft, scene: Scene) -> Draft:
    """Read "a secondary sale in which staff |sell $9M of stock to Quayside|": the sum and the buyer of old shares."""
    if draft.amount is not None or draft.round is None or draft.round.value is not Round.SECONDARY_MARKET:
        return draft
    for i, part in parts.items():
        near = [sentence.low(k) for k in range(i + 1, i + 5)]
        if part is not Sum.AMOUNT or not _SHARES & set(near) or sentence.low(i - 1) not in w.SELL | {"of", "worth"}:
            continue
        at = next((k for k in range(i + 1, i + 8) if sentence.low(k) == "to"), None)
        listed = read_list(sentence, at + 1)[0] if at else []
        more = backers_told(sentence, listed, scene.content, Role.PARTICIPANT, 0.8)
        return replace(draft, amount=sentence.tokens[i].money, investors=join_investors((*draft.investors, *more)))
    return draft


_OF_STATE: Final = w.words("foreign external public national sovereign outstanding existing")
"""Debt that is owed, not raised."""
SURE: Final = 0.85
"""How sure a reading must be in a headline that asks: "How a $6M bet turned into a fortune"."""


def _is_funding(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase can be a round: not a total, a fund, the price of something, or investments at large."""
    if phrase.labels and sentence.low(phrase.last - 1) == "tender offer" and sentence.low(phrase.last) in {"for", "to"}:
        return False  # "extended its tender offer |for| Acme"
    tender = phrase.labels and sentence.low(phrase.last - 1) == "tender offer"
    if tender and any(t.low in w.ACQUIRE for t in sentence.tokens) and any(t.low == "shares" for t in sentence.tokens):
        return False  # "to acquire all outstanding shares through a |tender offer|"
    if sentence.low(0) in {"the", "this"} and sentence.low(1) in w.FUND_NOUN:
        return False  # "The fund, expected to lead Series A financings"
    if sentence.low(phrase.last) in _OTHER_DEAL or phrases.describes_another(sentence, phrase):
        return False
    if not (phrase.labels or phrase.firm) and _is_of_trade(sentence, phrase.last):
        return False
    own_site = sentence.low(phrase.last) == "at" and sentence.low(phrase.last + 1) in {
        "our",
        "its",
        "their",
        "the",
        "a",
    }
    if own_site and sentence.low(phrase.last - 1) in {"investment", "investments"} and not phrase.labels:
        return False  # "a £29m |investment at our factories|"
    sold = {t.low for t in sentence.tokens[: phrase.first]} & (w.SELL | w.ACQUIRE)
    if sold and phrase.sums and not phrase.labels and not phrase.firm and sentence.low(phrase.first - 1) == "for":
        return False  # "to sell its arm to Acme for $5M in cash"
    if sentence.low(phrase.last) in _OF_STATE and sentence.low(phrase.last + 1) in {"debt", "debts"}:
        return False
    after = {sentence.low(k) for k in range(phrase.last + 1, phrase.last + 5)}
    if sentence.low(phrase.last) == "for" and after & _CAUSES:
        return False  # "raised $9M |for charity|"
    if phrase.labels and not phrase.sums and _is_share_held(sentence, phrase):
        return False
    if phrase.nouns & w.DEBT_NOUN and _is_repaid(sentence, phrase):
        return False
    if sentence.low(phrase.last - 1) == "capital" and sentence.low(phrase.last - 2) == "share":
        return False  # "the entire issued |share capital| of Acme"
    words = {t.low for t in sentence.tokens[phrase.first : phrase.core + 1]}
    if not (phrase.sums or phrase.labels) and _is_approval(sentence, phrase):
        return False
    if not phrase.sums and ("total" in words or sentence.low(phrase.last - 1) == "investments"):
        return False
    return bool(phrase.labels) or not phrase.is_fund or not _is_fund_close(sentence, phrase)


_TRADES: Final = w.words("deal contract agreement pact order partnership")


def _is_of_trade(sentence: Sentence, i: int) -> bool:
    """Tell whether a sum is that of a deal of trade: "a $40M |supply deal|", "a €5M |rights agreement|"."""
    named = sentence.tokens[i : i + 3]
    noun = next((k for k, t in enumerate(named) if t.low in _TRADES), 0)
    return noun > 0 and all(
        t.kind == WORD and t.low not in w.FUNCTION | w.FUNDING_NOUN | w.FILLER | w.VERB for t in named[:noun]
    )


def _is_its_purpose(sentence: Sentence, before: Phrase, phrase: Phrase) -> bool:
    """Tell whether a phrase says what money is for: "raised $4M |to bring financing to shops|"."""
    if not (before.sums or before.labels) or phrase.sums or phrase.labels:
        return False
    to = next((k for k in range(before.last, phrase.first) if sentence.low(k) == "to"), None)
    if to is None or to - before.last > _NEAR or sentence.low(to + 1) not in w.RAISE:
        return False
    between = sentence.tokens[before.last : to]
    return not any(t.kind == PUNCT or t.low in w.VERB | w.TALKS | {"and", "but"} for t in between)


_NEAR: Final = 4
"""Words between a round and what it is for: "raised $4M |from Quayside Ventures| to bring"."""


_CAUSES: Final = w.words(
    "charity charities campaign re-election reelection victims relief refugees orphans hospice scholarships"
)
_REPAYS: Final = w.verbs("repay retire refinance terminate redeem prepay replace discharge") | {"repaid", "off"}


def _is_share_held(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a label only says when a share is held: "holds 23.5% |pre-IPO|"."""
    share = sentence.low(phrase.first - 1)
    held = share.endswith("%") or share in {"percent", "pct", "cent"}
    return held and sentence.low(phrase.last) not in {"stake", "round", "investment", "funding", "financing"}


def _is_repaid(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a debt is paid back: "used to repay and terminate its |outstanding $2.5B term loan|"."""
    near = {sentence.low(k) for k in range(phrase.first - 3, phrase.core + 1)}
    before = {sentence.low(k) for k in range(phrase.first - 9, phrase.first)}
    return "outstanding" in near and bool(before & _REPAYS)


def _is_approval(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether backing is only consent: "wins |backing| for its merger", "|backing| of shareholders"."""
    named = sentence.low(phrase.last) == "of" and names.run_after(sentence, phrase.last + 1) > phrase.last + 1
    if named and not any(t.low in {"for", "to", "in"} for t in sentence.tokens[phrase.last :]):
        return False  # "wins backing of Kelp Ventures"
    return sentence.low(phrase.last - 1) == "backing" and sentence.low(phrase.last) in {"for", "of", "to"}


def _with_values(sentence: Sentence, parts: dict[int, Sum], told: list[Draft], scene: Scene) -> list[Draft]:
    """Return drafts with their valuations; one that another company is given before them is a round of its own."""
    first = min((i for i, part in parts.items() if part is Sum.VALUATION), default=None)
    past = told and first is not None and all(d.recalled for d in told)
    if past and first is not None and sentence.tokens[first].end < told[0].kind.start:
        now = worth_now(sentence, parts, scene)
        if now:
            return [*told, *now]
    if not told and first is not None and (now := worth_now(sentence, parts, scene)):
        return now
    if not told or first is None or not of_another(sentence, first, told[0]):
        return with_valuations(sentence, parts, told) or valued(sentence, parts, scene)
    rest = {i: part for i, part in parts.items() if i != first}
    return [*valued(sentence, {first: Sum.VALUATION}, scene), *with_valuations(sentence, rest, told)]


def _leading(sentence: Sentence, scene: Scene) -> list[tuple[Phrase, Draft]]:
    """Read "A leads record deal to mint a $2B firm", "A leads deal for B": a round that is called a deal."""
    tokens = sentence.tokens
    for i in range(1, len(tokens)):
        if (
            tokens[i].low not in w.LEAD
            or tokens[i].low in {"head", "heads", "headed"}
            or (tokens[i].caps and not sentence.titled)
        ):
            continue
        noun = next((k for k in range(i + 1, min(i + 7, len(tokens))) if tokens[k].low == "deal"), None)
        owners = as_names(parties.subject(sentence, i))
        if noun is None or not owners:
            continue
        company = (
            target_at(sentence, noun + 1) if noun + 1 < len(tokens) and tokens[noun + 1].low in {"for", "in"} else None
        )
        frame = Frame(i, as_list(company), owners, Role.LEAD, confidence=0.7)
        investors = [
            Told(Investor(t.value, Role.LEAD), t.start, t.end, t.quote, t.confidence)
            for t in (scene.told(sentence, n) for n in owners)
        ]
        last = scene.drafts[-1] if scene.drafts else None
        round_told = last is not None and last.kind.value is Kind.FUNDING_ROUND
        again = round_told and tokens[noun - 1].low == "the"  # "Acme led |the deal|"
        spoken = last.company if last and again else None
        told = scene.told(sentence, company) if company else spoken
        return [(Phrase(i, i, i + 1, (), (), frozenset()), build(sentence, scene, None, frame, told, investors))]
    return []


def _continued(sentence: Sentence, scene: Scene) -> list[tuple[Phrase, Draft]]:
    """Read a sentence cut off from its headline, "led by A, with participation from B", as of the round told there."""
    if sentence.low(0) not in {"led", "co-led"} or sentence.tokens[0].caps or scene.focus is None:
        return []
    frame = Frame(0, None, anaphoric=True, confidence=0.75)
    return [(Phrase(0, 0, 1, (), (), frozenset()), build(sentence, scene, None, frame, scene.focus, []))]


def _is_fund_close(sentence: Sentence, phrase: Phrase) -> bool:
    last = sentence.tokens[phrase.last - 1].low
    if sentence.low(phrase.last) in {"raising", "raise", "raiser"}:
        return False  # "a fund |raising| campaign"
    if last == "funds" and (not phrase.sums or "in" in {t.low for t in sentence.tokens[phrase.core : phrase.last]}):
        return False
    return last in w.FUND_NOUN or sentence.tokens[phrase.core].low in w.FUND_NOUN


def _drafts(sentence: Sentence, phrase: Phrase, scene: Scene) -> list[Draft]:
    """Return the draft of a phrase; one for each company where "A and B each raised"."""
    frame = frame_of(sentence, phrase) or nominal.of_topic(sentence, phrase, scene)
    if frame is None:
        return []
    if isinstance(frame.company, list) and len(frame.company) > 1 and not frame.owners:
        near = sentence.tokens[frame.company[-1].last : phrase.core]
        each = _respectively(sentence, phrase, len(frame.company))
        if each:
            found = [_draft(sentence, phrase, scene, replace(frame, company=[name])) for name in frame.company]
            return [replace(d, amount=sentence.tokens[i].money) for d, i in zip(found, each, strict=True) if d]
        if any(t.low in {"each", "both", "respectively"} for t in near):
            return [
                d for name in frame.company if (d := _draft(sentence, phrase, scene, replace(frame, company=[name])))
            ]
    draft = _draft(sentence, phrase, scene, frame)
    if draft is None and (spoken := nominal.of_topic(sentence, phrase, scene)) is not None:
        draft = _draft(sentence, phrase, scene, spoken)
    return _by_round(sentence, phrase, draft) if draft else []


def _by_round(sentence: Sentence, phrase: Phrase, draft: Draft) -> list[Draft]:
    """Return a draft for each round that one sum covers, the latest last: "$9M in seed and Series A funding"."""
    named = {told.value.round: told for i in phrase.labels if (told := sentence.tokens[i].round) is not None}
    if len(named) < 2 or not all(round_ in _STAGES for round_ in named):
        return [draft]
    stages = sorted(named, key=_STAGES.index)
    rounds = [Told(stage, t.start, t.end, t.quote, t.confidence) for stage in stages for t in [named[stage]]]
    labels = [Told(t.value.label, t.start, t.end, t.quote, t.confidence) for t in (named[stage] for stage in stages)]
    whole = replace(draft, amount=None)
    return [
        replace(whole, round=round_, round_label=label, investors=draft.investors if round_ is rounds[-1] else ())
        for round_, label in zip(rounds, labels, strict=True)
    ]


_STAGES: Final[list[Round]] = [
    r for r in Round if r is not Round.SERIES_UNKNOWN and r.startswith(("pre_seed", "seed", "series_"))
]


def _respectively(sentence: Sentence, phrase: Phrase, count: int) -> list[int]:
    """Return the sums of "A, B and C raised |$9M|, |$5M| and |$1M| respectively", one for each company."""
    tokens = sentence.tokens
    said = next((i for i in range(phrase.core, phrase.core + 24) if sentence.low(i) == "respectively"), 0)
    sums_ = [i for i in range(phrase.core, said) if tokens[i].kind == MONEY]
    return sums_ if len(sums_) == count else []


_PERSONS: Final = (
    "Mr. ",
    "Mrs. ",
    "Ms. ",
    "Mr ",
    "Mrs ",
    "Ms ",
    "Senator ",
    "Sen. ",
    "Rep. ",
    "Gov. ",
    "CEO ",
    "CFO ",
    "CTO ",
    "COO ",
    "President ",
    "Dr. ",
)


def _draft(sentence: Sentence, phrase: Phrase, scene: Scene, frame: Frame) -> Draft | None:
    if status.is_denied(sentence, frame.verb, scene.content):
        return None
    company = scene.company(sentence, frame.company)
    if company is not None and company.value.startswith(_PERSONS):
        return None  # "Mr. Park has raised more than $400 million"
    if company is None and frame.anaphoric:
        company = scene.here or scene.focus or scene.topic
    if company is None and (frame.company == PRONOUN or frame.anaphoric) and phrase.sums and phrase.firm:
        company = _named_near(sentence, phrase, frame, scene)
    if company is not None and not phrase.sums and is_stake(sentence, phrase) and not (frame.owners or frame.spoken):
        return _recalled_stake(sentence, scene, phrase, frame, company)
    investors = [
        Told(Investor(t.value, frame.role), t.start, t.end, t.quote, t.confidence)
        for t in (scene.told(sentence, n) for n in frame.owners)
    ]
    if frame.spoken and (it := scene.spoken_of(sentence)) is not None:
        investors.append(Told(Investor(it.value, frame.role), it.start, it.end, it.quote, 0.7))
    if company is not None:
        investors = [i for i in investors if not same_name(i.value.name, company.value)]
    if company is None and (
        not investors
        or not (frame.role is Role.LEAD or tokens_join(sentence, frame.verb))
        or not (phrase.sums or phrase.labels)
    ):
        return build(sentence, scene, phrase, frame, None, investors) if _of_a_startup(sentence, phrase) else None
    return _of_before(sentence, phrase, scene, build(sentence, scene, phrase, frame, company, investors))


def _of_before(sentence: Sentence, phrase: Phrase, scene: Scene, draft: Draft) -> Draft:
    """Tell a round as history that a clause of its own looks back on: "topped the $9M loan |it secured| in August"."""
    past = sentence.low(phrase.last + 1) in w.RAISE_PLAIN and sentence.low(phrase.last + 1).endswith("ed")
    if sentence.low(phrase.last) not in {"it", "they"} or not past or draft.background is not None:
        return draft
    start, end = sentence.tokens[phrase.last].start, sentence.tokens[phrase.last + 1].end
    return replace(draft, background=Told(True, start, end, scene.content[start:end], 0.7))


def _named_near(sentence: Sentence, phrase: Phrase, frame: Frame, scene: Scene) -> Told[str] | None:
    """Return whose round it is where the text has spoken of nobody yet: the sentence's party, else the name before it.

    "|Acme|, now spun out, is worth $5B after Beta led a $1B investment", "We know |Acme| and back their round".
    """
    if sentence.low(0) in {"the", "this"} and any(
        t.kind == ROUND or t.low in w.FIRM_NOUN for t in sentence.tokens[1:5]
    ):
        return None  # "The $9M round, led by |Quayside|, follows a $2M seed": whoever gave it
    first = parties.main_subject(sentence, phrase.first)
    if isinstance(first, list) and first[0] not in frame.owners and first[0].last <= frame.verb:
        return scene.told(sentence, first[0], 0.6)
    for i in range(phrase.first - 1, max(0, phrase.first - 20), -1):
        name = names.run_before(sentence, i)
        if name is not None and sentence.low(name.last) in {"based", "headquartered"} | THE_COMPANY:
            return None  # "The |New York| based startup", "The |Bergen| company"
        if name is not None:
            return scene.told(sentence, name, 0.5) if name not in frame.owners else None
    return None


_STARTUPS: Final = w.words("startup start-up company firm app platform maker fintech unicorn lab founder founders")


def _of_a_startup(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a headline leaves the name of one company to the text: "This laundry |startup| raised |$9M|"."""
    before = {t.low for t in sentence.tokens[: phrase.core]}
    return sentence.title and bool(phrase.sums and before & _STARTUPS)


def _recalled_stake(sentence: Sentence, scene: Scene, phrase: Phrase, frame: Frame, company: Told[str]) -> Draft | None:
    """Read "This follows an investment in B".

    By whom the text spoke of as a backer before, if it is history; else no more than talk.
    """
    draft = build(sentence, scene, phrase, frame, company, ())
    if frame.verb == phrase.core and not draft.recalled:
        return (
            draft
            if scene.drafts and any(d.company and same_name(d.company.value, company.value) for d in scene.drafts)
            else None
        )
    if not draft.recalled:
        return draft
    backers_ = next((d.investors for d in reversed(scene.drafts) if d.investors), ())
    known = [
        replace(i, value=Investor(i.value.name, Role.PARTICIPANT), confidence=0.5)
        for i in backers_
        if i.value.name != company.value
    ]
    return replace(draft, investors=tuple(known) if len(known) == 1 else ())


def tokens_join(sentence: Sentence, verb: int) -> bool:
    """Tell whether the verb is one of joining a round, which can be told of without naming the company."""
    return sentence.tokens[verb].low in w.JOIN
