"""Forms of Chinese deal news that came up in texts of other years and publishers than those the rules began with."""

from __future__ import annotations

import pytest

from dealwire.model import Kind, Role, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, news, only

# --- sums that are not the round's, and rounds that share one


@pytest.mark.parametrize(
    "text",
    ["远川资本以300万美元领投澄目科技A轮融资", "青禾集团500万元参投木屿微天使轮融资"],
)
def test_what_one_backer_puts_in_is_not_the_round(text: str) -> None:
    assert only(text).amount is None


@pytest.mark.parametrize(
    "text",
    [
        "海川汽车公告，拟购买北辰材料60%股权和木屿精密55%股权，交易价格合计为3.2亿元。",
        "青禾集团宣布收购澄目科技及木屿动力100%股权，总价8亿元。",
    ],
)
def test_one_price_of_two_targets_is_neither_one_s(text: str) -> None:
    found = deals(text)
    assert len(found) == 2
    assert [amount(d) for d in found] == [None, None]


def test_a_series_of_rounds_shares_its_sum() -> None:
    found = deals("澄目科技近日完成亿元级天使轮系列融资。天使轮由远川资本领投，天使+轮由鹿鸣创投领投。")
    assert [amount(d) for d in found] == [None, None]
    assert [backers(d) for d in found] == [["远川资本"], ["鹿鸣创投"]]


def test_two_rounds_of_one_sentence_keep_their_backers_and_sums() -> None:
    found = deals(
        "澄目科技连续完成两轮融资，包括远川资本投资的2000万元天使轮融资，以及鹿鸣创投领投和青石资本跟投的1亿元A轮融资。"
    )
    assert [amount(d) for d in found] == [(20_000_000, "CNY"), (100_000_000, "CNY")]
    assert [backers(d) for d in found] == [["远川资本"], ["鹿鸣创投", "青石资本"]]


@pytest.mark.parametrize(
    "text",
    [
        "青禾能源公告，拟1.5亿元增资全资子公司青禾投资管理有限公司。",
        "海川汽车拟向全资子公司海川动力有限公司增资3亿元。",
        "上个月海外共有17起投资事件，所涉金额合计约9亿美元。",
        "澄目科技公告，由于无法获得新一轮融资，公司申请破产。",
        "据统计，去年AI芯片行业共发生融资事件320起，总额达300亿元，其中澄目科技最高，达20亿元。",
    ],
)
def test_money_that_is_no_round(text: str) -> None:
    assert deals(text) == ()


# --- backers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("澄目科技完成2亿元C轮融资，由鹿鸣创投领投，青禾创投战略投资。", {"鹿鸣创投", "青禾创投"}),
        ("澄目科技完成2亿元战略融资，远川资本作为领投方投资8000万元。", {"远川资本"}),
        ("澄目科技完成2亿元A轮融资，由国有企业结构调整基金领投。", {"国有企业结构调整基金"}),
        ("澄目科技完成2亿元A轮融资，远川资本领投。公司早期投资方包括青石资本、海棠创投。", {"远川资本"}),
        ("澄目科技完成2亿元B轮融资，远川资本领投。不久前，青石资本在A轮领投澄目科技。", {"远川资本"}),
        ("青石资本继领投木屿微A轮之后，继续领投木屿微B轮融资。", {"青石资本"}),
    ],
)
def test_who_backs_this_round(text: str, names: set[str]) -> None:
    deal = news(text)
    assert len(deal) == 1
    assert set(backers(deal[0])) == names


def test_a_list_behind_its_noun_is_not_that_of_the_next_verb() -> None:
    deal = only("木屿储能完成5亿元B轮融资，跟投机构有远川资本和海棠创投，多位老股东跟投。")
    assert backers(deal, Role.EXISTING) == []
    assert backers(deal, Role.PARTICIPANT) == ["远川资本", "海棠创投"]


def test_since_when_a_backer_invests_is_no_round() -> None:
    text = "木屿半导体完成1亿元C轮融资，由远川资本领投。云桥资本表示，我们从A轮开始投资木屿半导体。"
    assert amount(only(text)) == (100_000_000, "CNY")


def test_a_value_behind_a_blank_leaves_the_sum_before_it() -> None:
    deal = only("传木屿机器人正寻求10亿元融资 投后估值或达80亿元")
    assert amount(deal) == (1_000_000_000, "CNY")
    assert deal.valuation is not None
    assert deal.valuation.value.money.value == 8_000_000_000


def test_a_filing_abroad_without_its_exchange() -> None:
    deal = only("木屿出行已秘密递交香港上市申请，拟募资5亿美元")
    assert deal.kind.value is Kind.IPO
    assert amount(deal) == (500_000_000, "USD")


def test_banks_and_cornerstones_of_an_offering() -> None:
    deal = only("木屿科技今日在港交所启动招股，募资20亿港元。远川资本、青石资本等8家基石投资者合计认购1亿美元。")
    assert amount(deal) == (2_000_000_000, "HKD")
    named = only("木屿科技已向港交所提交上市申请，花旗及瑞银负责此次上市。")
    assert backers(named, Role.ADVISER) == ["花旗", "瑞银"]
    cornered = only("木屿科技在港交所启动招股，远川资本、青石资本等8家基石投资者合计认购1亿美元。")
    assert backers(cornered, Role.PARTICIPANT) == ["远川资本", "青石资本"]


# --- how far


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("青禾股份：拟2亿元收购成都澄目60%股权，审计评估已完成", Status.ANNOUNCED),
        ("青禾股份公告，以1亿元收购北辰材料70%股权，收购完成后北辰材料将成为其控股子公司。", Status.ANNOUNCED),
        ("青禾集团公告称，远川资本将以5000万美元投资木屿品牌有限公司。", Status.ANNOUNCED),
        ("木屿粉馆获千万元天使轮融资，计划今年开店100家", Status.ANNOUNCED),
        ("木屿科技宣布，预计将获得超过2亿美元的C轮融资。", Status.ANNOUNCED),
    ],
)
def test_how_far_a_deal_has_come(text: str, status: Status) -> None:
    told = only(text).status
    assert told is not None
    assert told.value is status


def test_a_sentence_may_tell_how_far_two_listings_have_come() -> None:
    found = deals("木屿健康正筹备在港交所上市，而零木科技已提交招股书")
    assert [(company(d), d.status.value) for d in found] == [
        ("木屿健康", Status.IN_TALKS),
        ("零木科技", Status.ANNOUNCED),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("安青科技公告，公司以自有资金1.8亿元取得澄目材料有限公司51%的股权。", ("澄目材料有限公司", "安青科技")),
        ("青禾集团同意以12亿美元出售旗下木屿动力给海川汽车", ("木屿动力", "海川汽车")),
        ("青禾钢铁要约收购北辰矿业期限届满", ("北辰矿业", "青禾钢铁")),
        ("Northlake公司以35亿美元收购Lumora公司。", ("Lumora", "Northlake")),
    ],
)
def test_who_is_bought_by_whom(text: str, names: tuple[str, str]) -> None:
    deal = only(text)
    assert (company(deal), backers(deal)[0]) == names
