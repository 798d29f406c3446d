"""The deals that an article tells twice, made one each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dealwire.core.extract.assemble import Draft, join, one_deal, same_name
from dealwire.core.extract.chinese.article import OWN_ROUND, STAGED
from dealwire.model import Kind, NamePair, Status, Told


def merged(text: str, one: Mapping[str, str], drafts: Iterable[Draft]) -> list[Draft]:
    """Join drafts of one deal. B+ and B++ are two deals, though of one series."""
    merged: list[Draft] = []
    for draft in drafts:
        for i, other in enumerate(merged):
            if one_deal(_named(other, one), _named(draft, one)) and _one_label(other, draft):
                merged[i] = replace(
                    join(other, draft), company=_usual(text, other, draft), status=_status(other, draft)
                )
                break
        else:
            merged.append(draft)
    return merged


def _status(a: Draft, b: Draft) -> Told[Status] | None:
    """Choose how far a deal has come.

    A purchase is as its first mention tells it, even where the text goes on to speak of offers. A listing that is
    told as done is done, though the text also tells of its filing; what only names it says least.
    """
    joined = join(a, b).status
    if a.kind.value is Kind.ACQUISITION and a.status and b.status and b.status.value is Status.IN_TALKS:
        return a.status
    if a.kind.value is not Kind.IPO or a.status is None or b.status is None:
        return joined
    return max((a.status, b.status), key=lambda s: (s.confidence, s.value is Status.ANNOUNCED))


def _usual(text: str, a: Draft, b: Draft) -> Told[str] | None:
    """Of two forms of a name, choose the longer where the article uses it much; of two names, the usual one."""
    if a.company is None or b.company is None:
        return a.company or b.company
    short, long = sorted((a.company, b.company), key=lambda c: len(c.value))
    if short.value not in long.value:
        return max((a.company, b.company), key=lambda c: text.count(c.value))
    if _plain_name(long.value) == short.value != long.value:
        return long
    return (
        long
        if text.count(long.value) >= 0.34 * text.count(short.value) and not long.value.endswith("有限公司")
        else short
    )


_OTHER_NAME = re.compile(r"[”」]?\s*[（(](?P<other>[A-Z][A-Za-z0-9 .&+-]{1,24}|[\u4e00-\u9fff]{2,6})[)）]")


def one_name(pairs: Iterable[NamePair], text: str, drafts: Iterable[Draft]) -> dict[str, str]:
    """Map each other name that the text gives an organisation to the one it is paired with: "铱星（Iridium）"."""
    one = {p.other.value: p.name.value for p in pairs}
    for draft in drafts:
        other = _OTHER_NAME.match(text, draft.company.end) if draft.company else None
        if draft.company and other and one.get(draft.company.value) != other["other"]:
            one.setdefault(other["other"], draft.company.value)
    return one


def _named(draft: Draft, one: Mapping[str, str]) -> Draft:
    """Give a draft's company and backers the name that the text pairs theirs with."""
    if draft.company is None:
        return draft
    company = replace(draft.company, value=_plain_name(one.get(draft.company.value, draft.company.value)))
    return replace(draft, company=company)


def _plain_name(name: str) -> str:
    """Leave the Latin half of a name that joins a Chinese and a Latin one (月之暗面 Kimi, Kimi)."""
    both = re.fullmatch(r"[\u4e00-\u9fff]{2,8} ?([A-Z][A-Za-z0-9.]{2,})", name)
    return both[1] if both else name


def _one_label(a: Draft, b: Draft) -> bool:
    if (
        not a.round_label
        or not b.round_label
        or not (STAGED.search(a.round_label.value) and STAGED.search(b.round_label.value))
    ):
        return True
    return _bare(a.round_label.value) == _bare(b.round_label.value)


def _bare(label: str) -> str:
    return re.sub(r"[轮輪融资投股权外部\s-]|首次", "", label).casefold().replace("plus", "+").replace("首", "")


def without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Leave out what a listing brings, where a sentence tells it like a round of its own."""
    listings = [d for d in drafts if d.kind.value is Kind.IPO and d.company]
    return [d for d in drafts if not any(_echoes(d, listing) for listing in listings)]


def _echoes(draft: Draft, listing: Draft) -> bool:
    if draft.kind.value is not Kind.FUNDING_ROUND or draft.round_label or OWN_ROUND.search(draft.kind.quote):
        return False
    if not draft.company or not listing.company or not same_name(draft.company.value, listing.company.value):
        return False
    return draft.amount is None or "募" in draft.kind.quote or draft.amount == listing.amount
