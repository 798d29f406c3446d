"""Chinese sentences of our own wording under names drawn from lists.

They teach a tagger the words around a name, and not the name.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.train import chinese_data
from benchmarks.train.spans import (
    ACQUIRER,
    ADVISER,
    AMOUNT,
    COMPANY,
    INVESTOR,
    LABELS,
    LEAD,
    ORG,
    PERSON,
    ROUND,
    VALUATION,
    Labelled,
    Span,
)

_SLOTS: Final = {
    "C": COMPANY,
    "L": LEAD,
    "I": INVESTOR,
    "A": ADVISER,
    "B": ACQUIRER,
    "M": AMOUNT,
    "V": VALUATION,
    "R": ROUND,
    "O": ORG,
    "P": PERSON,
    "T": "",  # a sum that is no part of the deal
    "D": "",  # what a firm does
}
"""What each letter in braces stands for; "{Is}" is a list of investors."""

OPENINGS: Final = """\
{C}完成{M}{R}融资，由{L}领投，{Is}跟投。
近日，{D}{C}宣布完成{M}{R}融资，本轮由{L}和{L}联合领投，{Is}跟投，老股东{I}继续加码。
{D}「{C}」获{M}{R}融资，{L}领投
“{C}”已完成{M}{R}融资，投资方为{Is}，{A}担任独家财务顾问。
{C}获{I}{M}战略投资
{I}投资{C}，持股比例升至一成
{Is}入股{C}
天眼查显示，{C}发生工商变更，新增{Is}为股东，注册资本由{T}增至{T}。
{C}拿下{M}，{L}押注
{L}领投，{C}完成{R}融资
{C}再获{M}融资，投后估值{V}
知情人士称，{C}正洽谈融资{M}，估值或达{V}。
{O}消息，{C}计划以{V}估值融资{M}，{I}参与。
{B}拟以{M}收购{C}
{B}宣布收购{C}全部股权，交易金额{M}。
{C}被{B}收购，{O}退出
{B}公告，拟{M}收购{O}持有的{C}51%股权。
{B}完成对{C}的收购
{C}同意以{M}的价格将自己卖给{B}，此前{O}也曾出价。
{B}将成为{C}控股股东，{O}转让所持股份。
{C}向港交所递交招股书，{O}、{O}为联席保荐人。
{C}通过港交所聆讯，{P}持股三成。
{C}在科创板上市，募资{M}
{C}拟赴美IPO，{O}和{O}承销
{C}完成新一期人民币基金募集，规模{M}，出资人包括{Is}。
{O}创始人{P}创办的{C}获{M}{R}投资
成立两年的{C}连获{R}和{R}两轮融资，{Is}投了
从{O}离职后，{P}创立{C}，拿到{L}{M}投资。
{C}：拟向{I}定增募资{M}
投了{O}的{L}，又领投了{C}
""".splitlines()

BACKERS: Final = """\
本轮由{L}领投，{Is}跟投，{A}担任财务顾问。
投资方包括{Is}。
领投方为{L}，跟投方为{Is}，老股东{I}超额跟投。
{L}独家投资。
此次融资的投资方为{Is}，资金将用于研发。
{Is}等机构参与本轮投资。
本轮融资得到{Is}的支持，{L}作为领投方加入董事会。
{A}担任本轮独家融资顾问。
{L}合伙人{P}表示，看好{C}的团队。
此前，{C}已获得{Is}的投资。
{P}个人参与了本轮。
新股东{Is}，老股东{Is}追投。
本次交易由{A}担任卖方财务顾问。
""".splitlines()

OTHERS: Final = """\
资金将主要用于产品研发和市场拓展。
{C}成立于2019年，创始人{P}曾任职于{O}和{O}。
公司的客户有{O}、{O}和{O}。
{C}是一家{D}，去年收入{T}。
{O}数据显示，市场规模将达到{T}。
{P}告诉{O}，学习成本正在下降。
{O}与{O}签署合作协议，共同开发新产品。
{O}发布新款手机，售价{T}起。
{P}认为，未来三年是行业的关键期。
{O}计划在上海建厂，总投资{T}。
股价方面，{O}上涨3%，{O}下跌1%。
{O}二季度营收{T}，同比增长一成。
{P}此前在{O}负责业务，团队来自{O}。
{O}也推出了同类服务。
投资者对商务合作的前景并不乐观。
{O}起诉{O}侵犯专利权，索赔{T}。
{O}将发布会推迟到下月。
""".splitlines()

_DOES: Final = (
    "机器人公司 芯片设计商 人工智能初创公司 新茶饮品牌 跨境电商平台 医疗器械厂商 云计算服务商 自动驾驶企业 火箭制造商"
    " 低代码平台 生物医药公司 "
    "储能系统供应商 短剧制作公司 教育科技企业 传感器研发商"
)
_ROUNDS: Final = "天使轮 种子轮 天使+轮 Pre-A轮 A轮 A+轮 A1轮 B轮 B+轮 C轮 D轮 E轮 Pre-IPO轮 战略融资 首轮 新一轮"
_SURNAMES: Final = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁沈"
_GIVEN: Final = (
    "伟芳娜敏静秀强磊军洋勇艳杰涛明超兰霞平刚桂英华文建国志海波宇浩然思远子轩雨泽晨曦嘉诚一鸣星云天恒立群晓峰雪梅凯瑞琳"
)
_SLOT: Final = re.compile(r"\{(Is|[A-Z])\}")


def composed(seed: int, count: int) -> Iterator[Labelled]:
    """Yield short articles: one or two sentences that tell a deal, or none that does."""
    draw = random.Random(seed)
    firms = [n for n in chinese_data.firm_names() if 2 <= len(n) <= 14]
    short = chinese_data.short_names()
    for _ in range(count):
        lines = []
        if draw.random() < 0.75:
            lines.append(draw.choice(OPENINGS))
            lines += draw.sample(BACKERS, draw.choice((0, 0, 1, 1, 2)) if "{R}" in lines[0] else 0)
        lines += draw.sample(OTHERS, draw.choice((0, 1, 1, 2)) or (not lines))
        yield _filled(
            "".join(lines[:1]) + ("\n" if draw.random() < 0.5 else "") + "".join(lines[1:]), draw, firms, short
        )


def _filled(template: str, draw: random.Random, firms: Sequence[str], short: Sequence[str]) -> Labelled:
    text, cursor = "", 0
    spans: list[Span] = []
    company = _firm(draw, firms, short)
    for slot in _SLOT.finditer(template):
        text += template[cursor : slot.start()]
        cursor = slot.end()
        parts = [_value(slot[1][0], draw, firms, short) for _ in range(draw.randint(1, 5) if slot[1] == "Is" else 1)]
        for i, part in enumerate(parts):
            text += ("、" if i + 1 < len(parts) else draw.choice("、和与")) if i else ""
            value = company if slot[1] == "C" else part
            if label := _SLOTS[slot[1][0]]:
                spans.append(Span(len(text), len(text) + len(value), label))
            text += value
    return Labelled(text + template[cursor:], tuple(spans), frozenset(LABELS))


def _value(slot: str, draw: random.Random, firms: Sequence[str], short: Sequence[str]) -> str:
    if slot in "MVT":
        number = draw.choice(
            ("数千万", "近亿", "超亿", "数亿", "1.5亿", f"{draw.randint(1, 90) * 100}万", f"{draw.randint(1, 300)}亿")
        )
        return number + draw.choice(("元", "元", "元人民币", "美元", "美元", "港元"))
    if slot == "R":
        return draw.choice(_ROUNDS.split())
    if slot == "D":
        return draw.choice(_DOES.split())
    if slot == "P":
        return draw.choice(_SURNAMES) + "".join(draw.sample(_GIVEN, draw.choice((1, 2, 2))))
    if slot in "LIA" and draw.random() < 0.6:
        return draw.choice(short) + draw.choice(("资本", "创投", "投资", "基金", "集团", "产投", "国投", "中国"))
    return _firm(draw, firms, short)


def _firm(draw: random.Random, firms: Sequence[str], short: Sequence[str]) -> str:
    if draw.random() < 0.5:
        return draw.choice(firms)
    trade = draw.choice(("科技", "智能", "机器人", "半导体", "生物", "医疗", "能源", "航天", "", "", "", ""))
    return draw.choice(short) + trade
