"""The deals that an article tells twice, made one each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dealwire.core.extract.assemble import Draft, join, money_meets, one_deal, same_name
from dealwire.core.extract.chinese import words
from dealwire.core.extract.chinese.article import OWN_ROUND, STAGED
from dealwire.core.extract.chinese.prose import simplified
from dealwire.core.extract.chinese.register import REGISTER
from dealwire.model import Kind, Money, NamePair, Status, Told


def merged(text: str, one: Mapping[str, str], drafts: Iterable[Draft], title_end: int = 0) -> list[Draft]:
    """Join drafts of one deal. B+ and B++ are two deals, though of one series.

    What a headline tells is the news that its text opens with, though it rounds the sum or gives another currency's.
    """
    merged: list[Draft] = []
    for told in drafts:
        for i, first in enumerate(merged):
            other, draft = _in_one_currency(first, told)
            if _headlines(other, draft, title_end):
                other = replace(other, amount=None, restated=(*other.restated, *_sums(other)))
            if _one_purchase(other, draft, one) or (
                one_deal(*_alike(_named(other, one), _named(draft, one), other, draft))
                and _one_label(other, draft)
                and not _is_next(other, draft)
            ):
                merged[i] = replace(
                    join(*_without_short_forms(other, draft)),
                    company=_usual(text, other, draft),
                    status=_status(other, draft),
                )
                break
        else:
            merged.append(told)
    return [d for d in merged if not any(_describes(text, d, other) for other in merged)]


def _describes(text: str, headlined: Draft, draft: Draft) -> bool:
    """Tell whether a headline only describes whom its text names: "玩具公司获甲资本投资", and then the name."""
    body = text.partition("\n")[2]
    if headlined is draft or not (headlined.kind.value is draft.kind.value is Kind.FUNDING_ROUND):
        return False
    if headlined.company is None or draft.company is None or not body:
        return False
    if simplified(headlined.company.value) in body or simplified(draft.company.value) not in body:
        return False
    sums = [d.amount.value for d in (headlined, draft) if d.amount is not None]
    if len(sums) == 2 and not draft.recalled and money_meets(*sums):
        return True
    backers = {b.value.name for b in headlined.investors}
    return any(b.value.name in backers for b in draft.investors)


def _sums(draft: Draft) -> tuple[Told[Money], ...]:
    return (draft.amount,) if draft.amount else ()


_ROUNDED = 1.25
"""How far a headline's sum may be from its text's, one to the other."""
_LEDE = 160
"""Characters behind a headline within which its text tells the news again."""


def _headlines(a: Draft, b: Draft, title_end: int) -> bool:
    """Tell whether the one draft is of the headline, and the other tells its round with another sum."""
    if not (a.kind.end <= title_end < b.kind.start < title_end + _LEDE) or a.recalled or b.recalled:
        return False
    if not (a.kind.value is b.kind.value is Kind.FUNDING_ROUND) or a.amount is None or b.amount is None:
        return False
    x, y = a.amount.value, b.amount.value
    if x.currency != y.currency:
        return True
    return max(x.value, y.value) <= _ROUNDED * min(x.value, y.value) and not money_meets(x, y)


_CURRENCY = re.compile("元|币|镑|卢比|法郎|[$€£¥￥]")


def _in_one_currency(a: Draft, b: Draft) -> tuple[Draft, Draft]:
    """Read a headline's bare "650亿" in the currency that the text gives the same number in."""
    if a.amount is None or b.amount is None or a.amount.value.value != b.amount.value.value:
        return a, b
    if not _CURRENCY.search(a.amount.quote):
        return replace(a, amount=b.amount), b
    return (a, b) if _CURRENCY.search(b.amount.quote) else (a, replace(b, amount=a.amount))


def _two_scripts(a: Draft, b: Draft) -> bool:
    """Tell whether each purchase has one buyer, the one by a Latin and the other by a Chinese name."""
    if len(a.investors) != 1 or len(b.investors) != 1:
        return False
    return a.investors[0].value.name.isascii() != b.investors[0].value.name.isascii()


def _one_house(a: Draft, b: Draft) -> bool:
    """Tell whether buyers are of one house: a parent and its arm begin alike."""
    heads = {b.value.name[:2] for b in b.investors}
    return any(x.value.name[:2] in heads and x.value.name[:2] not in _PLACES for x in a.investors)


_PLACES = frozenset(words.PLACES.split("|"))


def _one_buyer(a: Draft, b: Draft) -> bool:
    """Tell whether one firm buys in both: then a second sum is a part of the price, or a value."""
    return any(x.value.name in y.value.name or y.value.name in x.value.name for x in a.investors for y in b.investors)


def _one_price(a: Draft, b: Draft) -> bool:
    return a.amount is not None and b.amount is not None and money_meets(a.amount.value, b.amount.value)


def _without_short_forms(a: Draft, b: Draft) -> tuple[Draft, Draft]:
    """Leave out the backers of a headline that the register names in full, and a buyer's second name.

    "北京产业基金" of the headline is "北京市产业投资基金" of the register.
    """
    if a.kind.value is Kind.IPO and a.recalled != b.recalled:
        a, b = (replace(d, amount=None, valuation=None) if d.recalled else d for d in (a, b))
    if a.kind.value is Kind.ACQUISITION and not one_deal(a, b):
        told = None if a.amount and _one_buyer(a, b) else b.amount  # a second sum is a part of the first
        return a, replace(b, investors=(), amount=told)  # a parent and its arm, or two names of one buyer
    if not b.kind.quote.startswith(REGISTER):
        return a, b
    full = [x.value.name for x in b.investors]
    kept = tuple(x for x in a.investors if not any(_short_for(x.value.name, name) for name in full))
    return replace(a, investors=kept), b


def _short_for(short: str, full: str) -> bool:
    """Tell whether a name of some length holds nothing but letters of another, in its order."""
    letters = iter(full)
    return 6 <= len(short) < len(full) and all(letter in letters for letter in short)


def _one_purchase(a: Draft, b: Draft, one: Mapping[str, str]) -> bool:
    """Tell whether a purchase that the text recalls is the one that it has news of: same target, same buyer."""
    if a.kind.value is b.kind.value is Kind.IPO and not a.recalled and not b.recalled:
        return one_deal(replace(_named(a, one), amount=None), replace(_named(b, one), amount=None))  # a firm lists once
    if a.kind.value is Kind.IPO and a.recalled != b.recalled:  # its filing is told as news, and as history
        return one_deal(replace(_named(a, one), background=None), replace(_named(b, one), background=None))
    if a.kind.value is not Kind.ACQUISITION or not a.investors or not b.investors:
        return False
    if not a.recalled and not b.recalled and _one_buyer(a, b):
        one_price = replace(_named(b, one), investors=a.investors, amount=a.amount, valuation=a.valuation)
        return one_deal(_named(a, one), one_price)
    if a.recalled == b.recalled:
        return (_one_price(a, b) or _two_scripts(a, b) or _one_house(a, b)) and one_deal(
            _named(a, one), replace(_named(b, one), investors=a.investors)
        )
    return one_deal(replace(_named(a, one), background=None), replace(_named(b, one), background=None))


def _status(a: Draft, b: Draft) -> Told[Status] | None:
    """Choose how far a deal has come.

    A purchase is as its first mention tells it, even where the text goes on to speak of offers. A listing that is
    told as done is done, though the text also tells of its filing; what only names it says least.
    """
    joined = join(a, b).status
    if a.kind.value is not Kind.FUNDING_ROUND and a.recalled != b.recalled:
        return b.status if a.recalled else a.status
    if a.kind.value is Kind.ACQUISITION and a.status and b.status and b.status.value is Status.IN_TALKS:
        return a.status
    if a.kind.value is not Kind.IPO or a.status is None or b.status is None:
        return joined
    return max((a.status, b.status), key=lambda s: (s.confidence, _FAR.get(s.value, 0)))


_FAR = {Status.ANNOUNCED: 1, Status.CLOSED: 2}
"""How far a listing has come that is told twice: what is done was filed and priced before."""


def _uses(text: str, name: str) -> int:
    """Return how often a plain text has a name, in whatever characters the name is told."""
    return text.count(simplified(name))


def _usual(text: str, a: Draft, b: Draft) -> Told[str] | None:
    """Of two forms of a name, choose the longer where the article uses it much; of two names, the usual one."""
    if a.company is None or b.company is None:
        return a.company or b.company
    short, long = sorted((a.company, b.company), key=lambda c: len(c.value))
    if a.kind.value is Kind.FUND_CLOSE and long.value.endswith("基金") and not short.value.endswith("基金"):
        return short
    if _ACRONYM.fullmatch(short.value) and long.value.isascii():
        return long
    if short.value not in long.value:
        return max((a.company, b.company), key=lambda c: _uses(text, c.value))
    if _plain_name(long.value) == short.value != long.value:
        return long
    return (
        long
        if _uses(text, long.value) >= 0.34 * _uses(text, short.value) and not long.value.endswith("有限公司")
        else short
    )


_ACRONYM = re.compile("[A-Z]{2,5}")
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
    value = one.get(draft.company.value, draft.company.value)
    company = replace(draft.company, value=_plain_name(value))
    return replace(draft, company=company)


_HALVES = re.compile(r"([\u4e00-\u9fff]{2,8}) ?[A-Z][A-Za-z0-9.]{2,}")


def _alike(named: Draft, other: Draft, a: Draft, b: Draft) -> tuple[Draft, Draft]:
    """Read a name of two halves by its Chinese one where the other mention has no more."""
    if a.company and b.company:
        short, long = sorted((a.company.value, b.company.value), key=len)
        halves = _HALVES.fullmatch(long)
        if halves and halves[1] == short:
            company = replace(a.company, value=short)
            return replace(named, company=company), replace(other, company=company)
    return named, other


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


_BEGUN = re.compile("开启|启动|推进|筹备|寻求|接洽|洽谈")
"""What is done about a round that only begins."""
_NEXT = re.compile("[新下]一?轮(?:次)?(?:的)?(?:融资|募资)")


def _is_next(first: Draft, draft: Draft) -> bool:
    """Tell whether a round is the one after: "完成A轮融资 … 公司已启动新一轮融资"."""
    done = first.status is not None and first.status.value is Status.CLOSED and not first.recalled
    planned = draft.status is not None and draft.status.value is Status.IN_TALKS and draft.amount is None
    told = first.status is not None and first.status.value in (Status.CLOSED, Status.RUMOURED) and not first.recalled
    if told and planned and first.amount and draft.round_label and first.round_label is None:
        return _BEGUN.search(simplified(draft.kind.quote)) is not None
    if _is_earlier(first, draft) or _is_earlier(draft, first):
        return True
    return done and planned and draft.round_label is None and _NEXT.search(draft.kind.quote) is not None


def _is_earlier(recalled: Draft, news: Draft) -> bool:
    """Tell whether a round that is recalled as done, by words for it, is not the one now talked about."""
    if recalled.background is None or recalled.background.confidence < _BY_WORDS or news.recalled:
        return False
    done = recalled.status is not None and recalled.status.value in (Status.ANNOUNCED, Status.CLOSED)
    planned = news.status is not None and news.status.value is Status.IN_TALKS
    return done and planned and recalled.round_label is not None and news.round_label is None


_BY_WORDS = 0.75


def _bare(label: str) -> str:
    return re.sub(r"[轮輪融资投股权外部\s-]|首次", "", label).casefold().replace("plus", "+").replace("首", "")


_AHEAD_OF_IT = re.compile("(?:IPO|上市|挂牌|公开(?:募股|招股|发行)\\W{0,2}(?:IPO)?\\W?)之?前[^，。；]{0,16}$")
"""What makes money that is raised one of its own, beside a listing: "在IPO之前募集最多3亿美元"."""


def without_echoes(drafts: list[Draft], content: str) -> list[Draft]:
    """Leave out what a listing brings, where a sentence tells it like a round of its own."""
    listings = [d for d in drafts if d.kind.value is Kind.IPO and d.company]
    own = [d for d in drafts if _AHEAD_OF_IT.search(simplified(content[max(0, d.kind.start - 40) : d.kind.end]))]
    kept = [d for d in drafts if d in own or not any(_echoes(d, listing) for listing in listings)]
    kept = [d for d in kept if not any(_pays_for(d, bought) for bought in kept)]
    return [d for d in kept if not any(_is_fund_of(d, house) for house in kept)]


_PUTS_IN = re.compile("投资|入股|出资")


def _pays_for(draft: Draft, bought: Draft) -> bool:
    """Tell whether money put in is what a purchase of the same firm costs: "投资甲公司，取得66%股权"."""
    if draft.kind.value is not Kind.FUNDING_ROUND or bought.kind.value is not Kind.ACQUISITION or draft.round_label:
        return False
    if not draft.company or not bought.company or not same_name(draft.company.value, bought.company.value):
        return False
    buyers = {b.value.name for b in bought.investors}
    return bool(_PUTS_IN.match(simplified(draft.kind.quote))) and any(b.value.name in buyers for b in draft.investors)


def _is_fund_of(draft: Draft, house: Draft) -> bool:
    """Tell whether a fund that goes by its own name is the one that a house is told to raise."""
    if draft is house or not (draft.kind.value is house.kind.value is Kind.FUND_CLOSE):
        return False
    if draft.company is None or house.company is None or not draft.company.value.endswith("基金"):
        return False
    return not house.company.value.endswith("基金") and (draft.amount is None or _one_price(draft, house))


def _echoes(draft: Draft, listing: Draft) -> bool:
    sold = draft.round_label is not None and draft.amount is None and simplified(draft.round_label.value) == "配售"
    if draft.kind.value is not Kind.FUNDING_ROUND or (draft.round_label and not sold):
        return False
    if not draft.company or not listing.company or not same_name(draft.company.value, listing.company.value):
        return False
    if not sold and OWN_ROUND.search(draft.kind.quote):
        return False
    return (
        draft.amount is None
        or "募" in draft.kind.quote
        or (listing.amount is not None and draft.amount.value == listing.amount.value)
    )
