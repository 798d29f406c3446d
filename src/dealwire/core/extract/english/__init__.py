"""The reader of English articles: deals with their backers, by rules, each value with the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import zip_longest
from typing import Final

from dealwire.core.extract import money, pairs, rounds
from dealwire.core.extract.assemble import Draft, merge, report, same_name
from dealwire.core.extract.english import (
    acquisitions,
    aliases,
    article,
    defaults,
    flotations,
    former_funds,
    funding,
    funds,
    headline,
    investing,
    listings,
    news,
    offerings,
    outcome,
    roundup,
    share_sales,
    shells,
    status,
    subscribers,
    tokens,
    when,
)
from dealwire.core.extract.english import words as w
from dealwire.core.extract.english.consistency import consistent, of_one_pursuit
from dealwire.core.extract.english.scene import Scene
from dealwire.model import Kind, Reading

__all__ = ["read"]

MAX_LENGTH: Final = 40_000
"""Characters of a text that are read: what stands further down an article is no news."""

LEAD: Final = 3
"""Sentences at the head of a text, its headline among them, that may tell its news as past."""

FULL: Final = 6
"""Sentences from which on a text is an article."""

MOST: Final = 120
"""Places that tell of a deal in one text, at most: to compare each with each must stay cheap."""

PRESENTED: Final = 6
"""Sentences at the head of a text among which one may present the company."""


def read(content: str, title_end: int, published: date | None) -> Reading:
    """Read the deals and name pairs of an English article.

    `content` is title, line feed, text; `title_end` is where the title ends.
    """
    part = content[:MAX_LENGTH]
    drafts = _drafts(part, title_end, published)
    names = pairs.find_pairs(part)
    drafts = aliases.written_out(aliases.spelt_out(drafts, names), part)
    merged = aliases.joined(merge(d for d in drafts if d.company is not None), part, title_end)
    named = [article.without_owners(d, part) for d in merged]
    nameless = [d for d in drafts if d.company is None]
    round_of = partial(defaults.round_of, content=part)
    return Reading(
        deals=tuple(report(d, round_of) for d in named),
        nameless=tuple(report(d, round_of) for d in nameless),
        names=names,
    )


def _drafts(content: str, title_end: int, published: date | None) -> list[Draft]:
    typed = tokens.typed_tokens(money.find_money(content), rounds.find_rounds(content))
    sentences = tokens.sentences(content, title_end, len(content), typed)
    scene = _told(content, sentences)
    listed = roundup.items(content, title_end, sentences, scene.drafts)
    if not listed:
        return _settled(scene, sentences, title_end, published)
    drafts: list[Draft] = []
    for item in listed:
        if item and len(drafts) < MOST:
            drafts += _settled(_told(content, item), item, title_end, published)
    return drafts


def _told(content: str, sentences: Sequence[tokens.Sentence]) -> Scene:
    """Read sentences one after the other, each in the light of those before it."""
    scene = Scene(content)
    for sentence, after in zip_longest(sentences[:PRESENTED], sentences[1:PRESENTED]):
        scene.present(sentence, after)
    for sentence in sentences[:PRESENTED] if scene.topic is None else ():
        scene.introduce(sentence)
    _go_through(scene, sentences)
    unnamed = scene.topic is None and not any(d.company is not None for d in scene.drafts)
    at = _round_at(sentences) if unnamed else 0
    if at and (guessed := scene.guess(sentences[: min(at, PRESENTED)])) is not None:
        again = Scene(content, topic=guessed)
        _go_through(again, sentences)
        if any(
            d.company is not None and d.amount is not None and (d.round or d.kind.value is not Kind.FUNDING_ROUND)
            for d in again.drafts
        ):
            return again
    return scene


_OF_DEALS: Final = w.words("round financing fund ipo offering acquire acquired acquisition buy bought")


def _round_at(sentences: Sequence[tokens.Sentence]) -> int:
    """Return which sentence is the first to hold a sum and a deal's name, and so tells of somebody's; 0 if none is."""
    for i, sentence in enumerate(sentences):
        kinds = {t.kind for t in sentence.tokens}
        if tokens.MONEY in kinds and (tokens.ROUND in kinds or any(t.low in _OF_DEALS for t in sentence.tokens)):
            return i
    return 0


def _go_through(scene: Scene, sentences: Sequence[tokens.Sentence]) -> None:
    for sentence in sentences:
        if len(scene.drafts) >= MOST:
            break
        scene.turn(sentence)
        scene.drafts += _stated(sentence, scene)
        for draft in _read(sentence, scene):
            rival = draft.company is not None and not sentence.title and scene.is_rival(draft.company)
            others = rival and draft.kind.value is not Kind.ACQUISITION and news.is_weak(draft)
            scene.drafts.append(news.as_history(draft) if others else draft)
            if draft.company is None or rival or scene.is_described(draft.company):
                continue
            if scene.focus is None or news.moves_on(draft):
                scene.focus = article.focus_after(draft, scene)


def _stated(sentence: tokens.Sentence, scene: Scene) -> list[Draft]:
    """Read a line of its own that says how far the deal told last has come: "Status: Closed"."""
    told = status.stated(sentence)
    last = next((d for d in reversed(scene.drafts) if not d.recalled), None)
    if told is None and (came := outcome.told(sentence, scene.content)) is not None:
        last = last if last is not None and last.kind.value in came[0] else None
        told = came[1]
    return [replace(last, status=told, investors=())] if told is not None and last is not None else []


def _settled(scene: Scene, sentences: Sequence[tokens.Sentence], title_end: int, published: date | None) -> list[Draft]:
    """Return the deals of a text, or of an item of a round-up, as the whole of it tells them."""
    content = scene.content
    drafts = article.named(headline.named_below(scene, title_end), sentences, content)
    drafts = [d for d in drafts if d.company is None or not d.company.value.endswith("Stock Exchange")]
    drafts = of_one_pursuit(drafts, content)
    drafts = article.of_listings(article.sure(article.unglued(drafts, content), sentences, content), content)
    drafts = article.known(consistent(article.without_shares(article.of_funds(drafts, content), scene.shares)))
    dated = when.dated(drafts, content, published)
    if published is None and article.is_history(dated, scene, title_end):
        return article.recalled(dated)
    other = "" if any(d.kind.start < title_end for d in scene.drafts) else content[:title_end]
    first = article.lead_end(sentences, 1 + bool(title_end))
    ends = news.Ends(title_end, first, article.lead_end(sentences, LEAD))
    return news.settled(dated, published, ends, full=len(sentences) > FULL, other=other.casefold())


def _read(sentence: tokens.Sentence, scene: Scene) -> list[Draft]:
    """Return the deals that a sentence tells; money raised in a listing or for a fund is no round as well."""
    if offerings.is_rating(sentence, scene.content):
        return []
    if offered := offerings.read(sentence, scene):
        return [replace(d, status=None) for d in funding.read(sentence, scene)] + offered  # the offering says how far
    apart = (
        shells.merged(sentence, scene)
        or flotations.read(sentence, scene)
        or listings.read_listing(sentence, scene)
        or listings.proceeds(sentence, scene)
        or share_sales.sold(sentence, scene)
    )
    raised = former_funds.settled(sentence, scene, funds.read_fund(sentence, scene))
    apart += subscribers.subscribed(sentence, scene, raised)
    listed = any(d.kind.value is Kind.IPO for d in apart)
    if not listed or _BOUGHT_LATER.search(scene.content, sentence.start, sentence.end):
        apart += [d for d in acquisitions.read(sentence, scene) if d.investors or not listed]
    rounds_ = investing.with_stake(funding.read(sentence, scene), sentence)
    apart = investing.with_stake(apart, sentence)
    return [d for d in rounds_ if not any(_one_matter(d, other) for other in apart)] + apart


_BOUGHT_LATER: Final = re.compile(
    r"\b(?:and|then|before it|until it) (?:was|were) (?:\w+ )?(?:acquired|bought|taken over) by\b"
)
"""What a firm that listed came to: "went public in 2011 and was acquired by"."""


def _one_matter(a: Draft, b: Draft) -> bool:
    if a.amount is not None and b.amount is not None and a.amount.start == b.amount.start:
        return True
    if a.valuation is not None and b.valuation is not None and a.valuation.start == b.valuation.start:
        return True
    if a.company is None or b.company is None or not same_name(a.company.value, b.company.value):
        return False
    new = [told for told in a.investors if not any(same_name(told.value.name, t.value.name) for t in b.investors)]
    return (a.amount is None and not new) or a.kind.start == b.kind.start
