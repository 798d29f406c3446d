"""Rounds told as rows and fields: "甲公司｜A轮｜5000万元｜乙资本", or a line each for the round, the sum, the backers.

Round-ups set their deals so, without a verb. Where the words stand says what they are: a row has one cell that is a
round's label, its first cell names the company, and a cell behind the label its backers; a field says itself what it
holds, and belongs to the name on the line before the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dealwire.core.extract.assemble import Draft, join_investors
from dealwire.core.extract.chinese import roles
from dealwire.core.extract.chinese.names import Span
from dealwire.core.extract.chinese.prose import MONEY, ROUND
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_name
from dealwire.core.extract.rounds import RoundLabel
from dealwire.model import Basis, Investor, Kind, Role, Status, Told, Valuation

_LINE = re.compile(r"[^\n]+")
_MARKS = " ，·•▍▎■◆●★▶*#>-—｜【】「」“”"
"""What stands around a name on a line of its own."""
_PARTED = re.compile(r" *(?:｜+| ?[-–—]+ ?|/) *")
_TOLD = re.compile("[^，。；：]{2,24}：(?=\ue001)")
"""A name before a colon and the label of its round."""
_BY_COMMA = re.compile("[，：]")
_LABEL = re.compile(f"{ROUND}+(?:融资|投资)?")
_LABELS_FIELD = "(?:融资|投资|所属|本次|最新)?(?:轮次|阶段)"
_FIELDS = re.compile(
    rf"(?P<company>(?:公司|企业|项目|品牌)(?:名称|全称|简称)?|名称)|(?P<round>{_LABELS_FIELD})"
    r"|(?P<amount>(?:融资|投资|交易|本轮|获投)?(?:金额|规模|数额|额度))|(?P<lead>领投(?:方|机构))"
    r"|(?P<backers>(?:本轮)?(?:投资方|投资机构|投资人|投资者|资方|跟投方|参投方|跟投机构)(?:/?个人)?)"
    r"|(?P<adviser>(?:独家)?(?:财务|融资)顾问|FA)|(?P<value>(?:投后|投前|最新|公司)?估值)"
)
_LONGEST_NAME = 30
_LEAST_CELLS = 3
_TRADE = re.compile("收购|并购|上市|IPO|挂牌|退市|定增")
"""A row that tells no round."""


@dataclass(slots=True)
class _Record:
    """One round as its fields tell it so far, with the plain span of the lines that hold them."""

    company: Told[str]
    start: int
    end: int
    fields: dict[str, Span] = field(default_factory=dict)


def read(scene: Scene) -> Iterator[tuple[Draft, Span]]:
    """Yield the rounds that an article sets as rows or fields, each with the plain span of its lines."""
    coded = scene.text.coded
    if ROUND not in coded and "轮次" not in coded:
        return
    record: _Record | None = None
    before: Span | None = None
    for line in _LINE.finditer(coded, scene.text.title_end):
        start, end = _bare(coded, *line.span())
        if named := _field(coded, start, end):
            name, at = named
            if name == "company" or record is None:
                if record:
                    yield from _told(scene, record)
                where = (at, end) if name == "company" else before
                company = _company(scene, *where) if where else None
                record = _Record(company, where[0], end) if company and where else None
            if record and name != "company":
                record.fields.setdefault(name, (at, end))
                record.end = end
            continue
        if record:
            yield from _told(scene, record)
            record = None
        before = (start, end) if start < end else before
        if row := _row(scene, start, end):
            yield row, line.span()
    if record:
        yield from _told(scene, record)


def _bare(coded: str, start: int, end: int) -> Span:
    while start < end and coded[start] in _MARKS:
        start += 1
    while start < end and coded[end - 1] in _MARKS:
        end -= 1
    return start, end


def _field(coded: str, start: int, end: int) -> tuple[str, int] | None:
    """Return which field a line is and where what it holds begins."""
    named = _FIELDS.match(coded, start, end)
    if named is None or coded[named.end() : named.end() + 1] not in ("：", "｜") or named.lastgroup is None:
        return None
    return named.lastgroup, named.end() + 1


def _company(scene: Scene, start: int, end: int) -> Told[str] | None:
    """Return the company that a line or a cell names and nothing else."""
    start, end = _bare(scene.text.coded, start, end)
    if not 2 <= end - start <= _LONGEST_NAME:
        return None
    if span := scene.names.after(start, end):
        return scene.names.told(span, max(scene.names.sureness(span), _SURE))
    return scene.names.told((start, end), _SURE) if is_name(scene.text.coded[start:end]) else None


_SURE = 0.9
"""How sure a name is that stands where a table has the company."""


def _told(scene: Scene, record: _Record) -> Iterator[tuple[Draft, Span]]:
    """Yield the round of a record, if its fields tell of one."""
    given = record.fields
    label = scene.rounds.within(*given["round"])[:1] if "round" in given else ()
    sums = scene.money.within(*given["amount"])[:1] if "amount" in given else ()
    if len(given) < 2 or not (label or sums):
        return
    backers: list[Told[Investor]] = []
    for name, role in (("lead", Role.LEAD), ("backers", Role.PARTICIPANT), ("adviser", Role.ADVISER)):
        if name in given:
            backers += roles.listed(scene.names, *given[name], role)
    at = given.get("round") or given["amount"]
    draft = _draft(scene, record.company, at, backers)
    if label:
        draft = _labelled(draft, label[0][2])
    if sums:
        draft = replace(draft, amount=sums[0][2])
    if "value" in given and (worth := scene.money.within(*given["value"])[:1]):
        told = worth[0][2]
        draft = replace(
            draft, valuation=Told(Valuation(told.value, Basis.UNSPECIFIED), told.start, told.end, told.quote, 0.8)
        )
    yield draft, (record.start, record.end)


def _draft(scene: Scene, company: Told[str], at: Span, backers: list[Told[Investor]]) -> Draft:
    kind = scene.text.told(Kind.FUNDING_ROUND, *at, 0.85)
    status = Told(Status.ANNOUNCED, kind.start, kind.end, kind.quote, 0.8)
    named = join_investors(b for b in backers if b.value.name != company.value)
    return Draft(kind, company, named, status=status, confidence=_SURE)


def _labelled(draft: Draft, label: Told[RoundLabel]) -> Draft:
    span = (label.start, label.end, label.quote)
    return replace(draft, round=Told(label.value.round, *span, 0.9), round_label=Told(label.value.label, *span, 0.9))


def _row(scene: Scene, start: int, end: int) -> Draft | None:
    """Return the round of a row: "甲公司｜A轮｜5000万元｜乙资本", "甲公司：A轮，5000万元，乙资本领投"."""
    coded = scene.text.coded
    label = _LABEL.search(coded, start, end)
    if label is None or _TRADE.search(coded, start, end):
        return None
    parted = _BY_COMMA if _TOLD.match(coded, start, end) else _PARTED
    cells = list(_cells(coded, start, end, parted))
    at = next((i for i, cell in enumerate(cells) if _LABEL.fullmatch(coded, *cell)), None)
    if not at or len(cells) < _LEAST_CELLS:
        return None
    company = _company(scene, *cells[0])
    told = scene.rounds.within(*cells[at])
    if company is None or not told:
        return None
    backers: list[Told[Investor]] = []
    amount = None
    for cell in cells[1:]:
        if cell == cells[at]:
            continue
        if MONEY in coded[slice(*cell)] and amount is None:
            amount = next((s for _, _, s in scene.money.within(*cell)), None)
        elif cell > cells[at]:
            groups = [b for g in roles.groups(scene.names, *cell) for b in g.backers]
            backers += groups or roles.listed(scene.names, *cell, Role.PARTICIPANT)
    return replace(_labelled(_draft(scene, company, cells[at], backers), told[0][2]), amount=amount)


def _cells(coded: str, start: int, end: int, parted: re.Pattern[str]) -> Iterator[Span]:
    cursor = start
    for mark in parted.finditer(coded, start, end):
        if mark.start() > cursor:
            yield cursor, mark.start()
        cursor = mark.end()
    if cursor < end:
        yield cursor, end
