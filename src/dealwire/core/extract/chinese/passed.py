"""Purchases told by what passes to whom, whoever hands it over: "甲由乙收购", "将甲剥离给乙", "甲已接近出售给乙"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dealwire.core.extract.chinese import bought, purchase, roles
from dealwire.core.extract.chinese.parties import own_subject, subject
from dealwire.core.extract.chinese.prose import MONEY
from dealwire.core.extract.chinese.purchase import Found
from dealwire.core.extract.chinese.scene import Scene
from dealwire.core.extract.chinese.shape import is_firm
from dealwire.core.extract.chinese.words import SPLIT
from dealwire.model import Role

_HOW = "(?:全资|整体|正式|联合|共同|战略|最终|直接|溢价|出资|完成)*"
_AHEAD = "(?:正式|将会?|拟|已经?|可能|或|有望|最终|计划|会|正|接近|即将|确认|同意|宣布|考虑|据悉|全部|整体|被)*"
_BY = re.compile(
    rf"(?P<object>[^，。；由]{{0,40}}?){_AHEAD}(?<!理)(?<!缘)由(?!于|此|来|衷)(?P<buyer>[^，。；由]{{2,40}}?)"
    rf"(?:以[^，。；]{{0,6}}{MONEY}[^，。；]{{0,8}}?)?{_HOW}"
    r"(?:收购|并购|接手|接盘|受让|买下|购得|竞得|拿下|吞并|收入囊中|取得(?:控制权|控股权))(?=$|[，。；、”」]|后|的(?!$))"
)
"""A purchase told by its object, and by whom after 由."""
_TO = re.compile(
    rf"(?P<object>[^，。；将把]{{0,40}}?){_AHEAD}(?P<sold>无偿划转|划转|剥离|转售|转手|脱手|出让|出售|转让|卖)(?:给予?|予|至|到)"
    r"(?!(?:了)?(?:第三方|买家|投资者|公众|客户|消费者|用户))(?P<buyer>[^，。；的]{2,40})"
)
"""What passes to whom, as the subject or after 将: "将北岸检测100%股权划转至甲集团", "甲已接近出售给乙"."""
_STAKE = re.compile(r"\d{1,3}(?:\.\d+)?%|控股权|控制权|控权|股权|全部股份|业务|子公司|部门")
_STAKE_ALONE = re.compile(r"(?:其|所持|持有|合计|约|的)*\d{1,3}(?:\.\d+)?%(?:的)?(?:股权|股份)|(?:该|这家)?公司")
_OWNERS = re.compile(
    "的?(?:(?:原|现|现有|全体|主要|控股|大)*股东|董事会|创始人|投资人)们?(?:拟|已|计划|同意|决定|批准|一致)*[将把]$"
)
"""Whose holders hand over a stake: "甲生物原股东将合计70%的股权出让予乙"."""
_TAKES = re.compile("购|接手|接盘|受让|买下|竞得|拿下|吞|收入囊中|取得控")
_HANDS = re.compile("(?:划转|剥离|转售|转手|脱手|出让|出售|转让|卖)[给予至到]")
"""What each of the two holds: quicker to look for."""
_HANDED = re.compile("将|把")
_OF_GOODS = re.compile("产品|设备|土地|地块|项目|资产|技术|专利|门票|商品|车辆|房|数据|订单|股票|债")


def passed(scene: Scene, start: int, first: int, last: int, end: int) -> Iterator[Found]:
    """Yield what a clause says that passes to a buyer."""
    coded = scene.text.coded
    if coded.find("由", first, last) >= 0 and _TAKES.search(coded, first, last):
        for m in _BY.finditer(coded, first, last):
            yield from _found(scene, m, (start, end), first)
    if _HANDS.search(coded, first, last):
        for m in _TO.finditer(coded, first, last):
            yield from _found(scene, m, (start, end), first)


def _found(scene: Scene, m: re.Match[str], sentence: tuple[int, int], first: int) -> Iterator[Found]:
    coded = scene.text.coded
    begin, finish = m.span("object")
    for handed in _HANDED.finditer(coded, first, begin):
        begin = handed.end()
    thing = coded[begin:finish]
    if _OF_GOODS.search(thing) and not _STAKE.search(thing):
        return
    span = bought.firm(scene, begin, finish) if finish - begin > 1 else None
    whole = None
    if span is None and not _STAKE.search(thing):
        whole = own_subject(scene, begin, finish) or (subject(scene, sentence[0], first, begin) if not thing else None)
    if span is None and _STAKE_ALONE.fullmatch(thing) and (owned := _OWNERS.search(coded, first, begin)):
        whole = own_subject(scene, first, owned.start())
    company = scene.names.told(span) if span else whole
    if company and span and _STAKE.match(coded, span[1]):
        company = replace(company, confidence=max(company.confidence, _SURE))
    buyers = roles.listed(scene.names, *m.span("buyer"), Role.ACQUIRER)
    if company is None or not buyers or any(b.value.name == company.value for b in buyers):
        return
    if bought.is_minor(scene, begin, m.end("buyer")):
        return
    sure = is_firm(company.value) or company.confidence >= _SURE or _STAKE.search(thing)
    if sure and (len(buyers) == 1 or _AND.search(coded, *m.span("buyer"))):
        yield purchase.draft(scene, company, buyers, m.span(), sentence), (m.start("object"), m.end())


_AND = re.compile(SPLIT)
_SURE = 0.75
"""How sure the name is of a firm of which no stake is told."""
