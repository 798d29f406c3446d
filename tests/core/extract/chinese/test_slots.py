"""Names of any characters where the clause leaves no doubt of them, and the ways to say who raised what from whom."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport, Role


def news(text: str, title: str = "") -> list[DealReport]:
    content = f"{title}\n{text}" if title else text
    return [d for d in chinese.read(content, len(title), None).deals if d.background is None]


def told(text: str, title: str = "") -> list[tuple[str, str | None]]:
    return [(d.company.value if d.company else "", d.amount.quote if d.amount else None) for d in news(text, title)]


UNLIKELY = ["慢慢来", "早点睡", "里外", "好吃吗", "木屿自动泊车", "三三", "远方一对一"]
"""Names whose characters say no name: words, clauses, names with a common word inside."""


@pytest.mark.parametrize("name", UNLIKELY)
@pytest.mark.parametrize(
    "text",
    [
        "{}完成5亿元B轮融资",
        "1月28日，{}确认完成一笔5亿元融资，由木棉资本领投，松石创投跟投。",
        "近日，{}获得木棉资本5亿元投资。",
        "据知情人士透露，{}正寻求融资5亿元。",
        "木棉资本领投{}5亿元B轮融资",
    ],
)
def test_a_clause_that_leaves_no_doubt_names_a_firm(text: str, name: str) -> None:
    assert told(text.format(name)) == [(name, "5亿元")]


@pytest.mark.parametrize(
    "text",
    [
        "一般A轮是产品上线之后的事，B轮则看收入。",
        "上半年医疗行业完成融资300亿元",
        "多数团队在获得数百万元天使轮融资后就停步不前",
    ],
)
def test_talk_of_rounds_in_general_names_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "两位知情人士称，自动驾驶公司木屿科技在最新一轮融资中筹集了5亿美元。",
        "外媒报道，木屿科技周二宣布，自松石资本、远川集团等金主募得5亿美元",
        "木屿科技从松石资本、远川集团等投资者处筹集了5亿美元",
        "木屿科技“已经完成了5亿美元的B轮融资”，发言人称。",
        "本月最大一笔融资项目是专注于创新药的公司“木屿科技”完成5亿美元C轮融资。",
        "规模最大的一笔融资是木屿科技完成5亿美元C轮融资。",
        "继去年8月完成A轮融资后，时隔半年，木屿科技又宣布了5亿美元的B轮融资。",
        "市场传出木屿科技正洽谈融资5亿美元",
        "消息称松石集团拟领投木屿科技5亿美元新一轮融资",
    ],
)
def test_ways_to_say_who_raised_what(text: str) -> None:
    assert told(text) == [("木屿科技", "5亿美元")]


def test_the_clause_after_names_who_got_the_money() -> None:
    assert told("木屿科技做仓库机器人。", "拿下3亿元B轮融资，木屿科技正在改变物流业") == [("木屿科技", "3亿元")]


def test_whom_money_is_raised_from() -> None:
    (deal,) = news("木屿科技周二宣布，自松石资本、远川集团等金主募得5亿美元")
    assert [(b.value.name, b.value.role) for b in deal.investors] == [
        ("松石资本", Role.PARTICIPANT),
        ("远川集团", Role.PARTICIPANT),
    ]


def test_a_sum_told_as_near_takes_no_part_of_the_name() -> None:
    assert told("消息人士称木棉资本将领投木屿约5亿美元的新一轮融资")[0][0] == "木屿"
