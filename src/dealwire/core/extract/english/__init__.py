"""The reader of English articles: deals with their backers, by rules, each value with the words that tell it."""

from __future__ import annotations

from datetime import date
from typing import Final

from dealwire.core.extract import dates, facts, money, pairs, rounds
from dealwire.core.extract.assemble import Draft, merge, report
from dealwire.core.extract.english import defaults, funding, names, tokens
from dealwire.core.extract.english.scene import Scene
from dealwire.model import Reading

__all__ = ["read"]

MAX_LENGTH: Final = 40_000
"""Characters of a text that are read: what stands further down an article is no news."""


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
    for sentence in tokens.sentences(content, title_end, len(content), typed):
        found = funding.read(sentence, scene)
        scene.drafts += found
        for draft in found:
            if draft.company is not None and not draft.recalled:
                scene.focus = draft.company
        if scene.topic is None:
            who = names.main_subject(sentence, min(len(sentence.tokens), 14))
            if isinstance(who, list):
                scene.topic = scene.told(sentence, who[0], 0.6)
    return scene.drafts
