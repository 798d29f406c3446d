"""What newsrooms write: flashes, notices, lists in one line, bonds, parts of groups, talks told from the other side."""

from __future__ import annotations

import pytest

from dealwire.model import Kind, Qualifier, Role, Round, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, only, stage


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("工业机器人公司云杉智造完成云帆资本领投的5000万元A轮融资", ["云帆资本"]),
        ("澜海智能宣布，公司已获得青禾创投领投，云帆资本跟投的1000万美元种子轮融资", ["青禾创投"]),
        ("澜海智能获得由青禾创投领投，云帆资本、海纳资本跟投的1000万美元种子轮融资", ["青禾创投"]),
    ],
)
def test_who_leads_stands_before_the_round(text: str, lead: list[str]) -> None:
    assert backers(only(text), Role.LEAD) == lead


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("木屿科技日前完成来自青禾创投、海纳资本的数千万元Pre-A轮融资。", ["青禾创投", "海纳资本"]),
        ("木屿科技完成A轮融资，投资方为三家产业基金，包括青禾创投、海纳资本。", ["青禾创投", "海纳资本"]),
        ("木屿科技完成A轮融资，投资方为一家专注消费的香港家族基金。", []),
    ],
)
def test_where_the_money_comes_from(text: str, names: list[str]) -> None:
    assert backers(only(text)) == names


def test_old_holders_after_a_comma() -> None:
    deal = only("北辰动力完成C轮融资，本轮投资方包括国投资本，以及老股东云帆资本、青禾创投等，资金将用于扩产。")
    assert backers(deal, Role.PARTICIPANT) == ["国投资本"]
    assert backers(deal, Role.EXISTING) == ["云帆资本", "青禾创投"]


def test_a_backers_own_word_is_no_hearsay() -> None:
    deal = only("据青禾创投消息，触元科技完成近亿元A轮融资，由青禾创投领投。")
    assert deal.status.value is Status.CLOSED


def test_talks_about_leading_are_of_the_other_sides_round() -> None:
    deal = only("软银正与阿尔法量子洽谈领投其新一轮融资，后者估值或达50亿美元。")
    assert company(deal) == "阿尔法量子"
    assert backers(deal, Role.LEAD) == ["软银"]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("蓝鲸新材发行3亿美元高级无抵押票据，票息4.5%。", (300_000_000, "USD")),
        ("澜海集团公告，公司拟发行不超过15亿元中期票据，用于偿还银行借款。", (1_500_000_000, "CNY")),
    ],
)
def test_bonds(text: str, money: tuple[int, str]) -> None:
    deal = only(text)
    assert stage(deal) is Round.DEBT_FINANCING
    assert amount(deal) == money


def test_a_states_bonds_are_no_deal() -> None:
    assert deals("财政部今日发行500亿元国债，中标利率1.5%。") == ()


def test_convertible_bonds_with_their_use() -> None:
    deal = only("", "触元科技：拟发行不超8亿元可转债用于传感器产线等项目")
    assert stage(deal) is Round.POST_IPO_DEBT
    assert amount(deal) == (800_000_000, "CNY")


def test_the_next_round_is_a_deal_of_its_own() -> None:
    found = deals("远岫科技近日完成2亿元B轮融资，由云帆资本独家投资。创始人表示，公司已启动新一轮融资，预计年底完成。")
    assert [d.status.value for d in found] == [Status.CLOSED, Status.IN_TALKS]


def test_rounds_in_clauses_have_come_as_far_as_their_sentence() -> None:
    found = deals("触元科技于一年内完成两轮融资，天使轮由青禾创投独家投资，Pre-A轮由云帆资本领投。")
    assert [(d.status.value, stage(d)) for d in found] == [
        (Status.CLOSED, Round.ANGEL),
        (Status.CLOSED, Round.SERIES_A),
    ]


def test_a_part_split_off_raises_the_money() -> None:
    deal = only("澜海汽车拟分拆智驾业务子公司远岫智驾，后者正寻求以30亿美元估值融资5亿美元。")
    assert company(deal) == "远岫智驾"


def test_a_parent_tells_of_its_arm() -> None:
    deal = only("澜海医药宣布旗下澜海健康科技有限公司（下称“澜海健康”）获得来自云帆资本的1.2亿元B轮融资。")
    assert company(deal) == "澜海健康"


def test_a_numbered_list_in_one_line() -> None:
    found = deals(
        "1. 咖啡品牌“山月”获海棠资本领投3000万元A轮融资 2. 智能硬件公司“远岫科技”完成2000万元天使轮融资",
        "今日融资日报",
    )
    assert [(company(d), amount(d)) for d in found] == [
        ("山月", (30_000_000, "CNY")),
        ("远岫科技", (20_000_000, "CNY")),
    ]


def test_an_arm_buys() -> None:
    deal = only(
        "澜海股份（600001.SH）公告称，公司控股子公司北辰新能源有限公司与云帆电力签署股权转让协议，"
        "拟以2.3亿元收购云帆电力持有的东岳光伏60%股权。"
    )
    assert backers(deal) == ["北辰新能源有限公司"]


def test_several_purchases_of_one_buyer() -> None:
    found = deals("澜海将以7亿美元收购Limora，并将支付至多18亿美元现金以收购Curelo。")
    assert [(company(d), backers(d)) for d in found] == [("Limora", ["澜海"]), ("Curelo", ["澜海"])]


def test_what_a_deal_is_valued_at_is_its_price() -> None:
    deal = only("澜海正考虑出售旗下支付机构Vocado的多数股权，这笔交易估值约4亿英镑。")
    assert amount(deal) == (400_000_000, "GBP")
    assert deal.valuation is None


def test_a_close_to_come_closes_nothing() -> None:
    deal = only("澜海控股将以约3000亿日元收购半导体设备商NovaTool全部股份，预计2027年一季度完成交割。")
    assert deal.status.value is Status.ANNOUNCED


@pytest.mark.parametrize(
    "text",
    [
        "远岫科技是一家于香港创业板上市的娱乐公司，近日与北辰新能源达成战略合作。",
        "期货公司将迎来A股IPO开闸，利好期货概念股。",
    ],
)
def test_no_listing(text: str) -> None:
    assert not [d for d in deals(text) if d.kind.value is Kind.IPO]


def test_a_listing_at_most() -> None:
    deal = only("远岫科技据悉考虑赴港IPO，最多募资10亿美元。")
    assert deal.amount is not None
    assert deal.amount.value.qualifier is Qualifier.AT_MOST


def test_a_headline_describes_whom_its_text_names() -> None:
    deal = only(
        "户外品牌「URTREK」日前已完成B轮融资，融资总额逾3亿元。本轮融资由Brisan Ventures领投，云帆资本跟投。",
        "Trike公司获Brisan Ventures、云帆资本参与超亿融资",
    )
    assert company(deal) == "URTREK"


def test_old_debt_put_off_brings_no_money() -> None:
    assert deals("澜海地产寻求展期15亿元境外债券。") == ()
