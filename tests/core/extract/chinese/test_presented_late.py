"""Articles that name their company in passing and go on with 公司; what sentences say of backers and buyers."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport, Kind, Role

OPENINGS = (
    "宁波港口边的一座仓库里，海蓝机器人的测试员正忙着给机械臂换爪子。",
    "码头上的人越来越难招。海蓝机器人就是为此而来。",
    "沈一舟离开高校之后，创办了海蓝机器人。",
    "36氪获悉，海蓝机器人近日传来好消息。",
    "海蓝机器人正把装卸机器人卖到东南亚。",
)


def deals(text: str, title: str = "") -> list[DealReport]:
    """Read a text with its title."""
    content = f"{title}\n{text}"
    return [d for d in chinese.read(content, len(title), None).deals if d.background is None]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("speaker", ["公司", "该公司", "这家公司"])
def test_the_company_is_whom_the_opening_names(opening: str, speaker: str) -> None:
    """However the opening names it."""
    told = deals(f"{opening}日前，{speaker}宣布完成3亿元C轮融资。")
    assert [d.company.value for d in told if d.company] == ["海蓝机器人"]


BACKERS = {
    "紫藤资本和北岸基金参与了本轮融资，长汀创投为领投方。": {"紫藤资本", "北岸基金", "长汀创投*"},
    "长汀创投为领投机构，紫藤资本跟投。": {"长汀创投*", "紫藤资本"},
    "领投方为长汀创投，紫藤资本追加投资。": {"长汀创投*", "紫藤资本"},
}


@pytest.mark.parametrize(("sentence", "backers"), BACKERS.items())
def test_who_leads_is_told_by_what_it_is(sentence: str, backers: set[str]) -> None:
    """甲为领投方 names 甲, not 甲为."""
    (deal,) = deals(f"海蓝机器人宣布完成3亿元C轮融资。{sentence}")
    assert {b.value.name + "*" * (b.value.role is Role.LEAD) for b in deal.investors} == backers


BOUGHT = (
    "大运集团近日与海蓝机器人达成协议，将以9亿元将其收购。",
    "大运集团与海蓝机器人签署协议，计划以9亿元把其买下。",
    "大运集团同海蓝机器人订立协议，以9亿元将后者收入囊中。",
)


@pytest.mark.parametrize("sentence", BOUGHT)
def test_whom_a_buyer_agrees_with_is_bought(sentence: str) -> None:
    """将其收购 points back to the other party of the agreement."""
    (deal,) = deals(sentence)
    assert deal.kind.value is Kind.ACQUISITION
    assert deal.company is not None
    assert (deal.company.value, [b.value.name for b in deal.investors]) == ("海蓝机器人", ["大运集团"])
    assert deal.amount is not None
    assert deal.amount.value.value == 9e8


SPEAKERS = ("秦朗透露，", "秦朗对记者表示，", "秦朗告诉36氪，")


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_a_person_who_speaks_of_the_company_is_not_the_company(speaker: str) -> None:
    """公司 is the one that the text is about."""
    told = deals(f"海蓝机器人是一家做装卸机器人的公司。{speaker}公司刚刚完成3亿元C轮融资。")
    assert [d.company.value for d in told if d.company] == ["海蓝机器人"]


HEADS = ("秦朗是海蓝机器人的创始人，此前做过十年港口设计。", "秦朗是海蓝机器人的董事长。")


@pytest.mark.parametrize("opening", HEADS)
def test_whose_head_an_opening_presents(opening: str) -> None:
    """李明是甲的创始人 speaks of 甲."""
    told = deals(f"{opening}目前，公司已完成3亿元C轮融资。")
    assert [d.company.value for d in told if d.company] == ["海蓝机器人"]


ASIDE = (
    "同行北港智能今年3月也宣布完成2亿元B轮融资。",
    "竞争对手北港智能在3月拿到2亿元B轮融资。",
    "而在半年前，海蓝机器人刚刚完成1亿元B轮融资。",
)


@pytest.mark.parametrize("sentence", ASIDE)
def test_a_rivals_round_and_one_of_months_ago_are_no_news(sentence: str) -> None:
    """Beside the round that the text is about."""
    told = deals(f"海蓝机器人近日完成3亿元C轮融资。{sentence}")
    assert [d.amount.quote for d in told if d.amount] == ["3亿元"]


def test_a_round_told_after_talks_of_a_further_one_is_history() -> None:
    """The talks are the news."""
    told = deals("海蓝机器人正洽谈一笔8亿元的融资。今年1月，海蓝机器人完成3亿元C轮融资，由长汀创投领投。")
    assert [(d.amount.quote, d.status.value.value) for d in told if d.amount] == [("8亿元", "in_talks")]


POINTED_BACK = {
    "大运集团正与海蓝机器人进行接洽，可能向后者投资4亿元。": "大运集团",
    "大运集团与海蓝机器人签署协议，将对其增资4亿元。": "大运集团",
    "海蓝机器人拟增加注册资本，由大运集团以现金方式对其进行增资4亿元。": "大运集团",
    "紫藤资本正与海蓝机器人洽谈，拟向其投资4亿元。": "紫藤资本",
    "海蓝机器人与大运集团签署投资协议，大运集团将向其投资4亿元。": "大运集团",
}


@pytest.mark.parametrize(("sentence", "giver"), POINTED_BACK.items())
def test_money_goes_to_whom_a_clause_points_back_to(sentence: str, giver: str) -> None:
    """其 and 后者 are the other party, or whom the sentence is about."""
    (deal,) = deals(sentence)
    assert deal.company is not None
    assert (deal.company.value, [b.value.name for b in deal.investors]) == ("海蓝机器人", [giver])


def test_an_offer_that_is_accepted_is_announced() -> None:
    """同意接受甲提出的收购案."""
    (deal,) = deals("海蓝机器人同意接受大运集团提出的9亿元的收购案。")
    assert [b.value.name for b in deal.investors] == ["大运集团"]
    assert deal.status.value.value == "announced"


def test_a_funds_number_is_no_sum() -> None:
    """美元一期 is which fund it is."""
    (deal,) = deals("长汀创投宣布完成VC美元一期基金的首轮募集。")
    assert deal.amount is None


def test_what_more_allotments_would_bring_is_no_deal() -> None:
    """若超额配股权获悉数行使 tells of money that may come."""
    told = deals("星河物业在港交所挂牌上市。若超额配股权获悉数行使，星河物业将收取额外所得款项净额约9000万港元。")
    assert [d.kind.value for d in told] == [Kind.IPO]
