"""Firms called by a brand, a trade and 公司; words that end in 向; names with 么; what says who somebody is."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese, gate
from dealwire.core.extract.chinese.shape import is_branded


def told(text: str) -> list[tuple[str, list[str]]]:
    deals = chinese.read(f"\n{text}", 0, None).deals
    return [(d.company.value, [b.value.name for b in d.investors]) for d in deals if d.company is not None]


@pytest.mark.parametrize(
    ("text", "company", "backers"),
    [
        ("苏州青禾半导体公司完成了A轮融资，投资方为兰亭资本。", "苏州青禾半导体公司", ["兰亭资本"]),
        ("杭州蓝鲸机器人公司完成A轮融资。", "杭州蓝鲸机器人公司", []),
        ("云图软件公司获得数千万元天使轮融资，由泓远资本独家投资。", "云图软件公司", ["泓远资本"]),
        ("日前大河集团拆分出来的无锡木屿电子公司完成了B轮融资。", "无锡木屿电子公司", []),
        ("由北岸大学孵化的锐芯光电公司宣布完成新一轮融资。", "锐芯光电公司", []),
        ("大河集团旗下的青禾物流公司完成新一轮融资。", "青禾物流公司", []),
    ],
)
def test_a_brand_and_a_trade_name_a_firm(text: str, company: str, backers: list[str]) -> None:
    assert told(text) == [(company, backers)]


@pytest.mark.parametrize(
    "text",
    [
        "国内半导体公司完成新一轮融资。",
        "一家商业航天公司完成B轮融资。",
        "新兴生物科技公司获得融资。",
        "他创办的机器人公司完成新一轮融资。",
        "大河集团旗下的物流公司完成新一轮融资。",
    ],
)
def test_a_sort_of_firm_names_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("name", ["南京木屿半导体公司", "云图生物公司", "泓远汽车电子公司"])
def test_brands(name: str) -> None:
    assert is_branded(name)


@pytest.mark.parametrize(
    "name", ["商业航天公司", "新型储能公司", "移动互联网公司", "人形机器人公司", "北京人工智能公司", "公司"]
)
def test_sorts(name: str) -> None:
    assert not is_branded(name)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("肿瘤靶向药研发商科睿达生物宣布获得近3000万美元B轮融资。", "科睿达生物"),
        ("双向充电桩制造商云图科技宣布获得近3000万美元B轮融资。", "云图科技"),
    ],
)
def test_a_word_that_ends_in_xiang_leads_to_nobody(text: str, company: str) -> None:
    assert told(text) == [(company, [])]


@pytest.mark.parametrize(
    ("text", "company", "buyer"),
    [
        ("环宇资讯以总值44亿美元的股份代价收购对手KBS Data Ltd。", "KBS Data Ltd", "环宇资讯"),
        ("環宇資訊以44億美元的代價收購KBS Data。", "KBS Data", "環宇資訊"),
        ("云帆重工以3亿元的对价收购松涛机械。", "松涛机械", "云帆重工"),
        ("一位投资人今日证实，大河集团将全资收购吃了么，吃了么的估值为20亿美元。", "吃了么", "大河集团"),
        ("现在 Cloudline 收购了 Orbit 网页框架的创建者 The Orbit Company。", "The Orbit Company", "Cloudline"),
    ],
)
def test_purchases(text: str, company: str, buyer: str) -> None:
    assert told(text) == [(company, [buyer])]


def test_a_word_for_a_house_is_not_of_its_name() -> None:
    assert told("老牌风投北岸创投宣布35亿美元AI专项基金完成募集。") == [("北岸创投", [])]


@pytest.mark.parametrize("name", ["洋腔英语", "科力远", "壹笔作文", "诺华合", "京禾穗", "瑞科际"])
def test_what_fills_the_clause_behind_the_verb_is_whom_money_goes_to(name: str) -> None:
    assert told(f"红岭资本投资了{name}。") == [(name, ["红岭资本"])]


@pytest.mark.parametrize(
    "field",
    [
        "新能源",
        "人工智能",
        "医疗健康",
        "生物医药",
        "机器人",
        "具身智能",
        "电动汽车",
        "创新药",
        "房地产",
        "商业航天",
        "硬科技",
        "东南亚",
        "光伏电站",
        "云计算",
    ],
)
@pytest.mark.parametrize("text", ["红岭资本投资了{}。", "大河集团收购{}。", "红岭资本去年投资了{}，收益颇丰。"])
def test_a_field_or_a_region_is_no_firm(text: str, field: str) -> None:
    assert told(text.format(field)) == []


@pytest.mark.parametrize(
    ("text", "company", "backers"),
    [
        ("获红岭资本1亿元投资，云图科技加速出海", "云图科技", ["红岭资本"]),
        ("完成2亿元B轮融资，青禾智能想把机器人卖到欧洲", "青禾智能", []),
        ("获大河集团战略投资，木屿医药估值翻倍", "木屿医药", ["大河集团"]),
        ("云图科技宣布，已筹集1亿美元D轮资金，由红岭资本领投。", "云图科技", ["红岭资本"]),
        ("云图科技获批发行10亿元公司债", "云图科技", []),
        ("大河集团以5亿元认购云图科技新发行的股份。", "云图科技", ["大河集团"]),
    ],
)
def test_headlines_that_begin_with_the_round(text: str, company: str, backers: list[str]) -> None:
    assert told(text) == [(company, backers)]


@pytest.mark.parametrize("text", ["获超亿元融资，这家公司要挑战巨头", "完成亿元融资，他要做另一个优步"])
def test_a_headline_that_names_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["云图科技筹资3亿美元", "路透：云图科技计划筹资3亿美元", "雲圖科技籌得3億港元", "大河集团吞下云图科技"]
)
def test_the_gate_lets_plain_words_for_raising_and_buying_by(text: str) -> None:
    assert gate.passes(text)
    assert [company for company, _ in told(text)] == ["雲圖科技" if "雲" in text else "云图科技"]
