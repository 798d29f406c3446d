"""Whose a deal is where no name stands plainly before it: 前者, 这家公司, a spokesman's 公司, an apposition."""

from __future__ import annotations

from datetime import date

import pytest

from dealwire.core.extract import chinese
from dealwire.model import Kind


def told(text: str, title: str = "") -> list[tuple[Kind, str]]:
    content = f"{title}\n{text}"
    return [
        (d.kind.value, d.company.value if d.company else "")
        for d in chinese.read(content, len(title), date(2025, 6, 21)).deals
    ]


ROUND, BOUGHT, LISTED = Kind.FUNDING_ROUND, Kind.ACQUISITION, Kind.IPO


@pytest.mark.parametrize(
    ("text", "deals"),
    [
        (
            "木屿科技和松石智能同时召开发布会，前者宣布了4.8亿美元的巨额融资，后者宣布累计销量超过100万辆。",
            [(ROUND, "木屿科技")],
        ),
        ("此外，专注于家电维修的木修哥负责人也透露，公司已敲定Pre-A融资。", [(ROUND, "木修哥")]),
        (
            "木屿科技今日宣布完成A轮融资。另一家公司——行石无疆，今日完成1亿美元B+轮融资，青禾资本领投。",
            [(ROUND, "木屿科技"), (ROUND, "行石无疆")],
        ),
        ("当木屿机器人经历多年等待，终于在近日挺进B轮时，更多同行还被困在A轮融资里。", [(ROUND, "木屿机器人")]),
        ("备受困扰的“木石盒子”迈入D轮。", [(ROUND, "木石盒子")]),
        ("木屿汽车也于近日宣布获得国有资本100亿元人民币的战略支持。", [(ROUND, "木屿汽车")]),
        ("木屿集团拟推动旗下松石科技赴港上市。", [(LISTED, "松石科技")]),
        ("远川创投在投公司松石科技正式在科创板上市，开盘后上涨300%。", [(LISTED, "松石科技")]),
        ("木屿能源科创板鸣锣", [(LISTED, "木屿能源")]),
        ("木屿智能也正式成为“大模型第一股”。", [(LISTED, "木屿智能")]),
        ("港交所发布木屿科技聆讯后资料集，青禾证券担任保荐人。", [(LISTED, "木屿科技")]),
        ("木屿集团宣布收购广东一家知名医药企业——广州松石医药连锁有限公司。", [(BOUGHT, "广州松石医药连锁有限公司")]),
        ("据多位加盟商表示，木屿速递总部的新一轮融资已在筹备当中，融资规模百亿元级别。", [(ROUND, "木屿速递")]),
        ("市传木屿出行最快下季在港上市。", [(LISTED, "木屿出行")]),
        ("赤羽投资拟以增资扩股方式向松石铜箔投资不超过人民币5000万元。", [(ROUND, "松石铜箔")]),
        ("木屿科技董事会已收到来自青禾资本及松石投资等方面的非约束性私有化要约。", [(BOUGHT, "木屿科技")]),
        ("松石家居日前到账一笔新的投资，金额为6000万元。", [(ROUND, "松石家居")]),
        ("青禾资本这次又给松石智造投了8000万元。", [(ROUND, "松石智造")]),
        ("经过三个月谈判，松石冷链作价4.2亿元被木屿物流拿下。", [(BOUGHT, "松石冷链")]),
        ("木屿物流与松石冷链股东签署股权转让协议，以4.2亿元取得后者全部股权。", [(BOUGHT, "松石冷链")]),
        ("青禾集团抛售，松石百货易主木屿控股，交易价74亿元。", [(BOUGHT, "松石百货")]),
        ("木屿电子拟斥资3.8亿元控股松石光电，交易完成后将取得控制权。", [(BOUGHT, "松石光电")]),
        ("木屿股份吃下松石医疗，耗资1.58亿元。", [(BOUGHT, "松石医疗")]),
        ("木屿零售确认将支付160亿美元，换取电商Muyu约77%的股份。", [(BOUGHT, "Muyu")]),
        ("松石精密创业板发行申请获证监会注册通过。", [(LISTED, "松石精密")]),
        ("木屿科技、松石电子两家企业上会获通过。", [(LISTED, "木屿科技"), (LISTED, "松石电子")]),
        ("木屿科技已递表，松石生物则通过港交所聆讯。", [(LISTED, "木屿科技"), (LISTED, "松石生物")]),
        ("松石氏计划下半年赴中国香港、伦敦两地上市。", [(LISTED, "松石氏")]),
        ("木屿集团正考虑推动旗下机器人制造商松石于中国上市。", [(LISTED, "松石")]),
        ("加密货币公司Muyu将通过与空白支票公司合并上市。", [(LISTED, "Muyu")]),
        ("木屿控股：控股子公司松石传感拟向北交所公开发行股票并上市。", [(LISTED, "松石传感")]),
        ("電商平台木屿購物獲松石銀行2億美元挹注，成為最大單筆投資。", [(ROUND, "木屿購物")]),
        ("教育品牌木屿课堂拟以15亿美元估值引入战投，已与两家基金接触。", [(ROUND, "木屿课堂")]),
        ("木屿集团拟32亿英镑全购英国晶片商Songshi。", [(BOUGHT, "Songshi")]),
        ("松石生技（6666）將於30日以每股88元登錄興櫃。", [(LISTED, "松石生技")]),
        ("快訊／木屿半導體今日掛牌上市 蜜月行情首日大漲45%", [(LISTED, "木屿半導體")]),
        ("报道指松石基金正为旗下第三只私募基金筹集60亿美元。", [(Kind.FUND_CLOSE, "松石基金")]),
        ("木屿游戏把海外工作室Songshi Studio打包出售给沙特Savvy，价格未披露。", [(BOUGHT, "Songshi Studio")]),
        ("被终止审核后，木屿半导体改道港股，今日向联交所提交A1文件。", [(LISTED, "木屿半导体")]),
        ("木屿保险拟发行35亿美元可换股债，票息0.875%。", [(ROUND, "木屿保险")]),
        (
            "“木屿出行”旗下业务“已经完成10亿元的B轮融资。木屿出行去年开始试驾服务。木屿出行计划进入更多城市。",
            [(ROUND, "木屿出行")],
        ),
    ],
)
def test_whose(text: str, deals: list[tuple[Kind, str]]) -> None:
    assert told(text) == deals


@pytest.mark.parametrize(
    "text",
    [
        "所有投资人支持木屿旅游独立发展，独立IPO。",
        "青禾资本又斩获了一个百亿IPO。",
        "在这期间，五年融了15亿美元的木屿生鲜还不是烧得最快的。",
        "本篇将聚焦于早期至中期的新创募资情境与实务整理。",
        "木屿空间完成6次融资，在全国设立了近80个网点。",
        "花朵生物吃下苹果后颜色会改变。",
        "木屿电子的无线音箱已在美国市场开售，并将于明日在中国上市。",
        "越来越多新创企业选择在中国大陆上市，木屿创投表示。",
    ],
)
def test_nobodys(text: str) -> None:
    assert told(text) == []


def test_a_sum_before_the_next_firm_is_not_its_own() -> None:
    text = "木屿科技B轮融资10亿元，松石科技则拿到战略投资。"
    found = chinese.read(f"\n{text}", 0, None).deals
    assert [(d.company and d.company.value, d.amount and d.amount.quote) for d in found] == [
        ("木屿科技", "10亿元"),
        ("松石科技", None),
    ]


def test_an_acronym_is_written_out() -> None:
    assert told("木屿工业互联网（MIN）今日开会。目前MIN打算在A股上市。") == [(LISTED, "木屿工业互联网")]


def test_a_small_holder_sells_no_control() -> None:
    assert told("木屿控股计划出售其所持外卖公司松石的全部或大部分股份。目前，木屿控股持有17%的松石股份。") == []


def test_a_round_may_put_a_value_on_another() -> None:
    text = "木屿集团考虑在新的融资中为旗下松石科技筹资50亿元人民币。"
    assert told(text) == [(ROUND, "松石科技")]


def test_rounds_behind_a_colon() -> None:
    text = (
        "从A轮到C轮，木屿智驾只用了18个月：2021年3月获松石资本5000万元A轮融资，2021年12月获蓝石创投2亿元B轮融资，"
        "近日再获国石基金领投的6亿元C轮。"
    )
    found = chinese.read(f"\n{text}", 0, None).deals
    assert [(d.round_label and d.round_label.quote, d.background is not None) for d in found] == [
        ("A轮", True),
        ("B轮", True),
        ("C轮", False),
    ]
    assert {d.company.value for d in found if d.company} == {"木屿智驾"}


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("至于松石优选，2月完成的那轮30亿美元融资让它的估值一举突破80亿美元。", "松石优选"),
        ("木屿科技也在谋求新一轮融资，规模25亿元。", "木屿科技"),
        ("相比之下，工业场景的松石机器人更受追捧，Pre-IPO轮一口气融了4亿元。", "松石机器人"),
    ],
)
def test_whom_a_paragraph_turns_to(text: str, company: str) -> None:
    assert told(text) == [(ROUND, company)]


@pytest.mark.parametrize(
    ("text", "company", "amount"),
    [
        ("同行纷纷融资，木屿科技则拿到了青禾资本的1.2亿美元。", "木屿科技", "1.2亿美元"),
        ("木屿融资的消息不断，9号公司确认获得来自红杉、中金的8000万美元。", "9号公司", "8000万美元"),
        ("松石银行向电池制造商Muyuvolt提供3.5亿欧元贷款。", "Muyuvolt", "3.5亿欧元"),
        ("木屿科技宣布，公司已从多位天使投资人处募得500万元。", "木屿科技", "500万元"),
    ],
)
def test_money_without_a_round(text: str, company: str, amount: str) -> None:
    (deal,) = chinese.read(f"\n{text}", 0, None).deals
    assert deal.company is not None
    assert deal.amount is not None
    assert (deal.company.value, deal.amount.quote) == (company, amount)


@pytest.mark.parametrize(
    "text",
    [
        "木屿股份收到政府补助的3000万元。",
        "木屿科技获得客户的2亿元订单。",
        "如果木屿科技能完成2亿元B轮融资，估值将翻倍。",
    ],
)
def test_money_that_is_no_round(text: str) -> None:
    assert told(text) == []


def test_his_company_is_that_of_whom_the_sentence_before_names() -> None:
    text = "“环境比去年好一些。”礼石医疗创始人王某告诉记者。他的公司刚刚完成5000万元A轮融资。"
    assert told(text) == [(ROUND, "礼石医疗")]


def test_the_next_clause_of_a_headline_says_nothing_of_its_first() -> None:
    found = chinese.read("礼石半导体完成亿元融资，海岚科技启动A轮\n", 19, None).deals
    assert [d.status.value.value for d in found if d.status] == ["closed", "in_talks"]
