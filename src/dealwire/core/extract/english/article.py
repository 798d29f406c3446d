"""What a text of several paragraphs says beyond its sentences: whom it goes on to speak of, what is mere history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dealwire.core.extract.assemble import Draft, fold, money_meets, same_name
from dealwire.core.extract.english.scene import Scene
from dealwire.core.extract.english.tokens import Sentence
from dealwire.model import Kind, Qualifier, Status, Told


def focus_after(draft: Draft, scene: Scene) -> Told[str] | None:
    """Return whom "it" points to after a deal: its company, but the text's own subject where that one is the buyer."""
    topic = scene.topic
    if draft.kind.value is not Kind.ACQUISITION or topic is None or draft.company is None:
        return draft.company
    buyer = next((told for told in draft.investors if same_name(told.value.name, topic.value)), None)
    active = buyer is not None and buyer.start < draft.company.start
    return topic if active else draft.company


def is_history(drafts: Sequence[Draft], scene: Scene, title_end: int) -> bool:
    """Tell whether a text is the history of whom its title names and nothing more: deals told year by year."""
    named = scene.topic is not None and scene.topic.start == 0 and scene.topic.end == title_end
    dated = {str(draft.announced_on.value.value.year) for draft in drafts if draft.announced_on is not None}
    return named and len(drafts) > 1 and len(dated.union(_YEARS.findall(scene.content))) > 1


_YEARS: Final = re.compile(r"(?:^|[.!?] )(?:In|On|By|During)\b[^.!?,\n]{1,16}(?:, )?\b((?:19|20)\d\d)\b", re.MULTILINE)
"""The year that a sentence opens with."""


def recalled(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the deals of a history: all of them background."""
    return [d if d.background else replace(d, background=_history(d.kind)) for d in drafts]


def _history(by: Told[Kind]) -> Told[bool]:
    return Told(True, by.start, by.end, by.quote, 0.7)


def sure(drafts: Sequence[Draft], sentences: Sequence[Sentence], content: str) -> list[Draft]:
    """Return drafts without rounds that are no more than a turn of phrase: "we have the money we need".

    What the headline and the sentence after it tell is a deal, however little they say of it.
    """
    lead = lead_end(sentences, 2)
    opens = lead_end(sentences, 1 + bool(sentences and sentences[0].title))
    if not any(d.kind.start < opens for d in drafts):
        drafts = [d for d in drafts if not _sums_up(d, content)]
    return [d for d in drafts if d.kind.start < lead or not (_is_mere_talk(d) or _is_all_raised(d, content, drafts))]


_FROM_INVESTORS: Final = re.compile(r",? from (?:\w+ ){0,2}(?:investors|backers)\b")


def _sums_up(draft: Draft, content: str) -> bool:
    """Tell whether a round in a text about something else is all that was raised: "|has raised $9M from investors|"."""
    if draft.kind.quote != "raised" or draft.amount is None or draft.round_label or draft.recalled:
        return False
    perfect = content[: draft.kind.start].endswith(("has ", "have "))
    return perfect and _FROM_INVESTORS.match(content, draft.amount.end) is not None


def _is_all_raised(draft: Draft, content: str, drafts: Sequence[Draft]) -> bool:
    """Tell whether a round sums up a company's money in passing: "Rival Acme |has raised more than $90M|"."""
    if draft.kind.quote != "raised" or draft.amount is None or draft.round_label:
        return False
    if draft.investors and not any(_is_larger(draft, other) for other in drafts):
        return False
    hedged = draft.amount.value.qualifier in {Qualifier.AT_LEAST, Qualifier.ABOUT}
    return hedged and content[: draft.kind.start].endswith(("has ", "have "))


def _is_larger(draft: Draft, other: Draft) -> bool:
    """Tell whether a sum goes beyond that of a round told before of the same company: it then adds several up."""
    if draft.company is None or other.company is None or draft.amount is None or other.amount is None:
        return False
    before = other.kind.start < draft.kind.start and draft.amount.value.value > other.amount.value.value
    return before and same_name(draft.company.value, other.company.value)


def lead_end(sentences: Sequence[Sentence], count: int) -> int:
    """Return where the first `count` sentences end."""
    return sentences[min(count, len(sentences)) - 1].end if sentences else 0


def _is_mere_talk(draft: Draft) -> bool:
    bare = not (draft.amount or draft.valuation or draft.round or draft.round_label or draft.investors)
    return draft.kind.value is Kind.FUNDING_ROUND and bare


def known(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts of which a round that is told as a fact is no rumour, though its valuation may be one."""
    facts = [d for d in drafts if d.status is None and d.amount is not None and not d.recalled]
    return [replace(d, status=None) if _is_aside_of(d, facts) else d for d in drafts]


def _is_aside_of(draft: Draft, facts: Sequence[Draft]) -> bool:
    rumoured = draft.status is not None and draft.status.value is Status.RUMOURED
    bare = draft.amount is None and draft.round_label is None and draft.company is not None and not draft.recalled
    return rumoured and bare and any(_tells_same(fact, draft) for fact in facts)


def _tells_same(fact: Draft, draft: Draft) -> bool:
    if fact.company is None or draft.company is None or fact.kind.value is not draft.kind.value:
        return False
    return fact.kind.start < draft.kind.start and same_name(fact.company.value, draft.company.value)


def named(drafts: Sequence[Draft], sentences: Sequence[Sentence], content: str) -> list[Draft]:
    """Return drafts without those of a common noun that only opens a sentence: "Efforts to …" beside "its efforts"."""
    openings = {sentence.start for sentence in sentences}
    return [
        d
        for d in drafts
        if d.company is None
        or (
            not (_is_common(d.company, openings, content) or f"{d.company.value}-based" in content)
            and not _is_seat(d.company, content)
        )
    ]


_SEAT: Final = re.compile(r", [A-Z][A-Za-z.]{1,14}, (?:\w+ )?(?:biotech|company|startup|firm|maker|bank|group)\b")


def _is_seat(company: Told[str], content: str) -> bool:
    """Tell whether a name is only where a company sits: "|The Dayton|, OH, biotech said"."""
    return company.quote.startswith("The ") and _SEAT.match(content, company.end) is not None


def _is_common(company: Told[str], openings: set[int], content: str) -> bool:
    word = company.quote
    written = company.start in openings and word.isalpha() and word.istitle()
    noun = word.endswith("s") or _GOES_ON.match(content, company.end) is not None
    if not (written and noun) or content.startswith((",", " ("), company.end):
        return False  # "Screen, a maker of …"
    plain = re.search(rf"\b{word.lower()}\b", content) is not None
    return plain and not re.search(rf"[a-z,] {word}\b", content)


_GOES_ON: Final = re.compile(r" (?:of|to|in|with|for|on|by|from|between|over|at)\b")
"""What follows a noun that opens a sentence without an article: "Interest |in|", "Efforts |to|"."""


def without_shares(drafts: Sequence[Draft], shares: Sequence[Draft]) -> list[Draft]:
    """Return drafts without the sums that the text elsewhere tells as one backer's part of a round."""
    return [replace(d, amount=None) if any(_is_share(d, share) for share in shares) else d for d in drafts]


def _is_share(draft: Draft, share: Draft) -> bool:
    if draft.amount is None or share.amount is None or draft.company is None or share.company is None:
        return False
    alone = draft.round is None and draft.kind.value is Kind.FUNDING_ROUND and bool(draft.investors)
    return (
        alone
        and money_meets(draft.amount.value, share.amount.value)
        and same_name(draft.company.value, share.company.value)
    )


def of_listings(drafts: Sequence[Draft], content: str) -> list[Draft]:
    """Return drafts of which money that a company raises as it lists is the listing's: "it aims to raise $9M"."""
    return [_of_listing(d, drafts, content) for d in drafts]


def _of_listing(draft: Draft, drafts: Sequence[Draft], content: str) -> Draft:
    bare = not (draft.round or draft.round_label or draft.investors or draft.recalled)
    if bare and draft.kind.value is Kind.FUNDING_ROUND and draft.amount is not None and _in_recap(draft, content):
        return replace(draft, kind=replace(draft.kind, value=Kind.IPO))
    if draft.kind.value is not Kind.FUNDING_ROUND or not bare or draft.amount is None:
        return draft
    if _by_shares(draft, content):
        return replace(draft, kind=replace(draft.kind, value=Kind.IPO))
    ahead = content[max(0, draft.kind.start - 12) : draft.kind.start].endswith(("will have ", "would have "))
    if draft.status is None and not ahead:
        return draft
    return _with_listing(draft, drafts)


_SHARES: Final = re.compile(r"\bshares\b[^.;]{0,30}? (?:at|for) \S{1,12} (?:each|apiece|a share|per share|a piece)\b")
_LISTS: Final = re.compile(
    r"\b(?:IPOs?|initial public offering|greenshoe|float|flotation|stock market debut|start(?:s|ed)? trading|listing)\b"
)
_LISTED: Final = re.compile(
    r"\b(?:follow-on|secondary offering|rights issue|placing|already listed|private placement)\b"
)


def _by_shares(draft: Draft, content: str) -> bool:
    """Tell whether a sum is raised by shares sold at a price, in a text of a listing: "raised $9M, shares at"."""
    near = content[max(0, draft.kind.start - SOLD) : draft.kind.end + SOLD]
    return _SHARES.search(near) is not None and _LISTS.search(content) is not None and not _LISTED.search(content)


SOLD: Final = 160
"""Characters around the verb of a raise within which shares and their price are told."""


def _with_listing(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    for other in drafts:
        if other.kind.value is Kind.IPO and not other.recalled and other.kind.start < draft.kind.start:
            same = other.company and draft.company and same_name(other.company.value, draft.company.value)
            if same and other.amount is None:
                return replace(draft, kind=replace(draft.kind, value=Kind.IPO))
    return draft


_RAISES: Final = re.compile(r"\b(?:rais|fund|secur|round|invest)", re.IGNORECASE)


def _in_recap(draft: Draft, content: str) -> bool:
    """Tell whether the title is of listings alone, so that a sum raised below it is a listing's: "IPO weekly recap"."""
    title = content[: content.find("\n") + 1]
    listings = re.search(r"\bIPOs?\b", title) is not None and not _RAISES.search(title)
    first = fold(draft.company.value)[0] if draft.company is not None else ""
    return listings and draft.kind.start >= len(title) and first not in title.casefold()


_INVESTS: Final = (
    r"(?:venture capital|venture|VC|private equity|growth equity|buyout) (?:firm|fund|investor|company|outfit)"
)
_INVESTOR_BEFORE: Final = re.compile(rf"\b(?i:{_INVESTS}) \Z")
_TO_BACK: Final = re.compile(
    r"[^.;]{0,30}?\bto (?:back|invest in|fund|finance|support|seed) (?:\S+ ){0,5}?"
    r"(?:startups?|start-ups?|founders|companies|entrepreneurs|firms|businesses)\b"
)
_OF_FUND: Final = re.compile(r" (?:[\w-]+ ){0,3}(?:funds?|vehicle)\b")
"""Behind a sum that is a fund's: "with a $460 million |debut fund|"."""
_AMONG_FUNDS: Final = re.compile(
    r"\b(?:(?:new|latest|its|second|third|fourth|debut|maiden) (?:[\w-]+ )?fund|VCs|limited partners|LPs|dry powder)\b"
)
"""What a text says that tells of funds and their houses."""
_FIRM_ENDS: Final = ("Ventures", "Capital", "Partners", "Equity", "VC", "Investments", "Fund", "Angels")
_INVESTOR_AFTER: Final = re.compile(rf",? (?:\([^)]{{1,30}}\),? )?(?:is )?(?:an?|the) [^.,;]{{0,40}}?\b{_INVESTS}\b")


def of_funds(drafts: Sequence[Draft], content: str) -> list[Draft]:
    """Return drafts of which money that a venture firm raises, of no stage and from nobody named, is a fund's."""
    drafts = [d for k, d in enumerate(drafts) if not _is_more_of_fund(d, drafts[:k], content)]
    others = any(d.kind.value is Kind.FUND_CLOSE and d.amount is not None for d in drafts)
    return [
        replace(d, kind=replace(d.kind, value=Kind.FUND_CLOSE)) if _is_fund(d, content, others=others) else d
        for d in drafts
    ]


_MORE: Final = re.compile(r"\b(?:additional|another|further|extra) (?:up to )?\Z")


def _is_more_of_fund(draft: Draft, before: Sequence[Draft], content: str) -> bool:
    """Tell whether money sought is more for the fund just told: "It plans to secure an additional $100M for it"."""
    if draft.status is None or draft.status.value is not Status.IN_TALKS or draft.amount is None:
        return False
    told = [d for d in before if d.kind.value is Kind.FUND_CLOSE and d.company is not None and d.amount is not None]
    same = draft.company and any(d.company and same_name(d.company.value, draft.company.value) for d in told)
    return bool(same) and _MORE.search(content, max(0, draft.amount.start - 30), draft.amount.start) is not None


def _is_fund(draft: Draft, content: str, *, others: bool) -> bool:
    plain = draft.kind.value is Kind.FUNDING_ROUND and not draft.investors and draft.round is None
    if not plain or draft.company is None or draft.amount is None:
        return False
    before = content[max(0, draft.company.start - _DESCRIBED) : draft.company.start]
    after = content[draft.company.end : draft.company.end + _DESCRIBED]
    if draft.company.value.endswith(_FIRM_ENDS):
        backs = _TO_BACK.match(content, draft.amount.end) is not None  # "Acme Ventures lands $9M to back founders"
        if backs or others or _AMONG_FUNDS.search(content) or _OF_FUND.match(content, draft.amount.end):
            return True
    return _INVESTOR_BEFORE.search(before) is not None or _INVESTOR_AFTER.match(after) is not None


_DESCRIBED: Final = 120
"""Characters around a company's name within which a text says that it is a venture firm."""


_ARM_OF: Final = re.compile(
    r",? (?:which is )?(?:the|a|an|its)? ?[^.,;]{0,60}?\b(?:arm|unit|subsidiary|division|vehicle|fund|branch)\b"
)
ARM: Final = 130
"""Characters after a backer's name within which whose arm it is may be told."""


def without_owners(draft: Draft, content: str) -> Draft:
    """Return a draft without a backer whom the text names as the owner of another: "Acme Ventures, the arm of Acme"."""
    told = draft.investors[:MOST_PAIRED]
    owners = {
        owner.value.name
        for owner in told
        for arm in told
        if owner is not arm
        and owner.start < arm.start
        and _is_arm_of(content[arm.end : arm.end + ARM], owner.value.name)
    }
    return (
        replace(draft, investors=tuple(t for t in draft.investors if t.value.name not in owners)) if owners else draft
    )


def _is_arm_of(after: str, owner: str) -> bool:
    arm = _ARM_OF.match(after)
    return arm is not None and owner in re.split(r"[.,;](?:\s|$)", after[arm.end() :], maxsplit=1)[0]


MOST_PAIRED: Final = 8
"""Backers of a deal among whom an arm and its owner are looked for."""


def unglued(drafts: Sequence[Draft], content: str) -> list[Draft]:
    """Return drafts with names parted from a small word that lost its blank: "Acmein 2015" beside "Acme"."""
    return [replace(d, company=_unglued(d.company, content)) if d.company is not None else d for d in drafts]


_GLUED: Final = re.compile(r"(.*[^\W\d_]{3})(?:in|and|for|has|by|with|at|to|on|from|back)(?: (?:19|20)\d\d)?")
"""A name with a preposition at its end. The greedy start leaves the shortest: bounded by the length of a name."""


def _unglued(name: Told[str], content: str) -> Told[str]:
    found = _GLUED.fullmatch(name.quote)
    if found is None or not re.search(rf"\b{re.escape(found[1])}\b", content):
        return name
    end = name.start + len(found[1])
    return replace(name, value=" ".join(found[1].split()), end=end, quote=found[1])
