"""Names of any characters where the clause leaves no doubt of them, and the ways to say who raised what from whom."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport, Role, Status


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
        "四月里金额最大的一笔融资是做海水淡化的公司“木屿科技”完成5亿美元C轮融资。",
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


def backers(text: str, title: str = "") -> list[tuple[str, Role]]:
    (deal,) = news(text, title)
    return [(b.value.name, b.value.role) for b in deal.investors]


@pytest.mark.parametrize(
    ("title", "leads"),
    [
        ("木屿机器人获5亿元融资 松石愿景基金2期领投", ["松石愿景基金2期"]),
        ("木屿机器人获5亿元融资 KLM资本领投", ["KLM资本"]),
    ],
)
def test_a_headline_parts_its_halves_with_a_blank(title: str, leads: list[str]) -> None:
    assert backers("", title) == [(name, Role.LEAD) for name in leads]


def test_old_holders_are_those_that_the_mark_stands_before() -> None:
    told = backers("木屿科技完成数千万元A轮融资，本轮融资由松石投资领投，赤羽健康以及老股东远川资本持续跟投。")
    assert told == [("松石投资", Role.LEAD), ("赤羽健康", Role.PARTICIPANT), ("远川资本", Role.EXISTING)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("木屿汽车完成5亿元融资，参投方包括远川海运集团旗下人民币投资机构等。", ["远川海运集团"]),
        ("木屿汽车完成5亿元融资，远川香港旗下新能源产业基金、青禾创投等跟投。", ["远川香港", "青禾创投"]),
        ("木屿汽车完成5亿元融资，远川市政府投资3亿元参与本轮融资。", ["远川市政府"]),
        ("木屿汽车完成5亿元融资，老股东青禾创投、松石投资持续加投。", ["青禾创投", "松石投资"]),
        ("木屿汽车完成5亿元融资，其中松石集团作为领投战略投资人，出资4亿元。", ["松石集团"]),
    ],
)
def test_ways_to_name_a_backer(text: str, names: list[str]) -> None:
    assert [name for name, _ in backers(text)] == names


def test_backers_of_all_rounds_are_none_of_this_one() -> None:
    text = (
        "木屿科技宣布在最新一轮融资中筹集约4亿美元，由松石汽车领投。\n"
        "截至目前，木屿科技总共获得约8亿美元融资，投资者包括远川资本、赤羽资本等。"
    )
    assert backers(text) == [("松石汽车", Role.LEAD)]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("木屿医疗获3亿元融资", "木屿医疗近日宣布完成超3.2亿元B轮融资，松石资本领投。"),
        ("木屿医疗融资3亿美元", "木屿医疗近日宣布完成B轮融资，融资总额20亿元人民币。"),
        ("「木屿医疗」获得亿元A轮融资", "脑科学企业木屿医疗MuYu已完成近亿元A轮融资，由松石资本领投。"),
        ("电动滑板mooYu完成1500万美元A轮融资", "初创公司mooYu说，它的A轮融资已经完成，规模为1500万美元。"),
    ],
)
def test_a_headline_and_its_text_tell_one_deal(title: str, text: str) -> None:
    assert len(news(text, title)) == 1


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("松石集团计划融资约10亿美元，用于扩张旗下平台木屿，此次融资对木屿的估值可能会接近80亿美元。", "木屿"),
        ("松石集团拟为旗下云业务木屿云引入外部融资5亿美元", "木屿云"),
        ("木屿科技后脚便告诉外界，我们B轮融资拿到了45亿元", "木屿科技"),
    ],
)
def test_whose_round_it_is(text: str, told_of: str) -> None:
    assert [d.company.value if d.company else "" for d in news(text)] == [told_of]


@pytest.mark.parametrize(
    "text",
    [
        "上百家投资机构争抢，一笔融资45亿元创纪录",
        "新药临床完成后，木屿医药可提出上市申请，药监部门加快审评。",
        "未来的融资将取决于市场",
    ],
)
def test_what_looks_like_a_deal(text: str) -> None:
    assert news(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "拾光智造今日宣布获得500万元天使轮投资。",
        "拾光智造宣布获得松涧资本500万元A轮投资。",
        "拾光智造宣布完成500万元种子轮投资。",
        "今日，拾光智造官宣获得500万元投资，投资方为松涧资本。",
    ],
)
def test_an_investment_that_a_company_tells_to_have_got_is_its_round(text: str) -> None:
    assert told(text) == [("拾光智造", "500万元")]


def test_an_investment_that_a_company_tells_to_make_is_not_its_round() -> None:
    assert told("蓝桥集团宣布投资5000万元建设新厂。") == []


@pytest.mark.parametrize(
    ("text", "backers"),
    [
        ("知情人士称，拾光智造正与松涧资本就新一轮融资进行谈判。", ["松涧资本"]),
        ("拾光智造正与松涧资本、望潮资本就5亿美元C轮融资展开初步洽谈。", ["松涧资本", "望潮资本"]),
        ("据报道，拾光智造正与投资者就融资事宜进行磋商。", []),
    ],
)
def test_talks_about_a_round_are_told_with_the_verb_behind_it(text: str, backers: list[str]) -> None:
    (deal,) = news(text)
    assert deal.company
    assert (deal.company.value, deal.status.value) == ("拾光智造", Status.IN_TALKS)
    assert [backer.value.name for backer in deal.investors] == backers
