"""The reader of English articles: deals with their backers, by rules, each value with the words that tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from dealwire.core.extract import facts, money, pairs, rounds
from dealwire.core.extract.assemble import Draft, merge, report, same_name
from dealwire.core.extract.english import acquisitions, defaults, funding, listings, status, tokens, when
from dealwire.core.extract.english.scene import Scene
from dealwire.model import Kind, Reading

__all__ = ["read"]

MAX_LENGTH: Final = 40_000
"""Characters of a text that are read: what stands further down an article is no news."""


PRESENTED: Final = 6
"""Sentences at the head of a text among which one may present the company."""


RECENT: Final = 60
"""Days before its publication within which a dated deal may be a text's news."""


def read(content: str, title_end: int, published: date | None) -> Reading:
    """Read the deals, facts and name pairs of an English article. `content` is title, line feed, text; `title_end` ends the title."""
    part = content[:MAX_LENGTH]
    drafts = _drafts(part, title_end, published)
    named = merge(d for d in drafts if d.company is not None)
    nameless = [d for d in drafts if d.company is None]
    deals = tuple(report(d, defaults.round_of) for d in named)
    told = [d.company for d in named if d.company is not None]
    return Reading(
        deals,
        tuple(report(d, defaults.round_of) for d in nameless),
        facts.find_facts(part, published, names=told),
        pairs.find_pairs(part),
    )


def _drafts(content: str, title_end: int, published: date | None) -> list[Draft]:
    typed = tokens.typed_tokens(money.find_money(content), rounds.find_rounds(content))
    scene = Scene(content)
    read_ = tokens.sentences(content, title_end, len(content), typed)
    for sentence in read_[:PRESENTED]:
        scene.present(sentence)
    for sentence in read_:
        found = _read(sentence, scene)
        scene.drafts += found
        for draft in found:
            if draft.company is not None and (
                scene.focus is None or not draft.recalled or draft.background.confidence <= status.WEAK
            ):
                scene.focus = draft.company
    return _news(when.dated(scene.drafts, content, published), published)


def _news(drafts: list[Draft], published: date | None) -> list[Draft]:
    """Return drafts of which those told as past by words of time alone are news, unless something else is."""
    if not any(d.recalled for d in drafts):
        return drafts
    firm = [d for d in drafts if not d.recalled]

    def is_news(draft: Draft) -> bool:
        if draft.background is None or draft.background.confidence > status.WEAK:
            return False
        if draft.background.confidence > status.YEAR:
            return not firm
        return not any(_current(d, published) and _share_party(d, draft) for d in firm)

    return [replace(d, background=None) if is_news(d) else d for d in drafts]


def _current(draft: Draft, published: date | None) -> bool:
    return draft.announced_on is None or (
        published is not None and (published - draft.announced_on.value.value).days < RECENT
    )


def _share_party(a: Draft, b: Draft) -> bool:
    names_a, names_b = ([i.value.name for i in d.investors] + [d.company.value] if d.company else [] for d in (a, b))
    return any(same_name(x, y) for x in names_a for y in names_b)


def _read(sentence: tokens.Sentence, scene: Scene) -> list[Draft]:
    """Return the deals that a sentence tells; money raised in a listing or for a fund is no round as well."""
    apart = listings.read_listing(sentence, scene) + listings.read_fund(sentence, scene)
    bought = [] if any(d.kind.value is Kind.IPO for d in apart) else acquisitions.read(sentence, scene)
    rounds_ = [
        d for d in funding.read(sentence, scene) if not any(_one_matter(d, other) for other in (*apart, *bought))
    ]
    return rounds_ + apart + bought


def _one_matter(a: Draft, b: Draft) -> bool:
    if a.amount is not None and b.amount is not None and a.amount.start == b.amount.start:
        return True
    if a.company is None or b.company is None or a.company.start != b.company.start:
        return False
    return a.amount is None or a.kind.start == b.kind.start
