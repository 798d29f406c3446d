"""Funds: who raises them, how far they have come, who puts money in."""

from __future__ import annotations

import pytest

from dealwire.model import Kind, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, only


@pytest.mark.parametrize(
    ("text", "manager", "status"),
    [
        ("鹿鸣资本宣布完成第三期人民币基金终关，总规模达20亿元。", "鹿鸣资本", Status.CLOSED),
        ("远川资本官宣，旗下四期美元成长基金募集完成，规模8亿美元。", "远川资本", Status.CLOSED),
        ("鹿鸣资本宣布，其首支并购基金已完成备案，规模6亿元。", "鹿鸣资本", Status.CLOSED),
        ("鹿鸣创星首支外币基金完成首关", "鹿鸣创星", Status.CLOSED),
        ("知情人士称，鹿鸣资本正在募集一支规模约10亿美元的新基金。", "鹿鸣资本", Status.IN_TALKS),
        ("Harbor Partners计划为其第九期旗舰基金募资200亿美元。", "Harbor Partners", Status.IN_TALKS),
        ("江南省低空经济产业母基金揭牌，总规模100亿元，由江南国投管理。", "江南国投", Status.ANNOUNCED),
    ],
)
def test_who_raises_a_fund(text: str, manager: str, status: Status) -> None:
    deal = only(text)
    assert (deal.kind.value, company(deal), deal.status.value) == (Kind.FUND_CLOSE, manager, status)


def test_a_fund_that_a_company_sets_up_with_a_house() -> None:
    deal = only("远山股份公告，拟出资2亿元与鹿鸣资本共同设立新能源产业基金，基金目标规模10亿元。")
    assert (company(deal), backers(deal), amount(deal)) == ("鹿鸣资本", ["远山股份"], (1_000_000_000, "CNY"))


def test_the_register_of_a_partnership_names_its_manager() -> None:
    deal = only(
        "天眼查显示，近日，苏州鹿鸣三期创业投资合伙企业（有限合伙）成立，执行事务合伙人为苏州鹿鸣私募基金管理有限公司、"
        "苏州高创企业管理有限公司，出资额8亿元，由远山股份、青禾产投等共同出资。"
    )
    assert company(deal) == "苏州鹿鸣私募基金管理有限公司"
    assert backers(deal) == ["远山股份", "青禾产投"]


def test_who_joins_a_fund() -> None:
    deal = only("鹿鸣资本旗下S基金完成首轮募集，规模12亿元人民币，江南国投等参与出资。")
    assert (company(deal), backers(deal)) == ("鹿鸣资本", ["江南国投"])


def test_sorts_of_partners_are_no_names() -> None:
    deal = only("鹿鸣资本完成新一期5亿美元基金募集，LP包括主权财富基金、家族办公室和远川资本等。")
    assert backers(deal) == ["远川资本"]


def test_a_fund_goes_by_its_house_where_both_are_named() -> None:
    deal = only(
        "鹿鸣科技今日与多方签约设立出海专项基金，完成首期募资1.5亿美元。", "出海专项基金成立，首期募资1.5亿美元"
    )
    assert company(deal) == "鹿鸣科技"


@pytest.mark.parametrize(
    "text",
    [
        "国办：严控新设政府投资基金，县区不得新设",
        "青禾集团成立私募基金管理公司，注册资本1亿元",
        "远见成长混合基金成立，募集规模25.9亿元",
        "外币基金加速募集趋势明显",
    ],
)
def test_no_private_fund(text: str) -> None:
    assert not deals(text)
