"""What of an article's deals is its news and what it recalls, by where and how it tells them."""

from __future__ import annotations

from datetime import date

import pytest

from dealwire.core.extract import chinese
from dealwire.model import DealReport, Kind

PUBLISHED = date(2025, 11, 8)


def deals(text: str, title: str = "") -> list[DealReport]:
    content = f"{title}\n{text}"
    return list(chinese.read(content, len(title), PUBLISHED).deals)


def told(text: str, title: str = "") -> dict[tuple[str, str | None], bool]:
    return {
        (d.company.value, d.round_label.quote if d.round_label else None): d.background is not None
        and d.background.value
        for d in deals(text, title)
        if d.company
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "松石汽车将获得赤羽电池的D2轮融资。今年10月底，松石汽车完成D1轮融资40亿元，其中远川集团领投20亿元。",
            {("松石汽车", "D2轮"): False, ("松石汽车", "D1轮"): True},
        ),
        (
            "木屿科技今日宣布完成5000万元B2轮融资，青禾资本领投。公司B1轮融资由蓝田创投独家投资。",
            {("木屿科技", "B2轮"): False, ("木屿科技", "B1轮"): True},
        ),
        (
            "木屿科技宣布完成2亿元A+轮融资。木屿科技的A轮融资由青禾资本独家投资。",
            {("木屿科技", "A+轮"): False, ("木屿科技", "A轮"): True},
        ),
        (
            "木屿科技曾在2023年获得青禾资本天使轮投资，近日又宣布完成2亿元B轮融资。",
            {("木屿科技", "B轮"): False, ("木屿科技", "天使轮"): True},
        ),
    ],
)
def test_an_earlier_round_is_recalled(text: str, found: dict[tuple[str, str | None], bool]) -> None:
    assert told(text) == found


def test_what_the_sentence_before_recalls_is_still_recalled() -> None:
    text = "木屿骑行去年获得不少机构入股，因此压力越来越大。木屿骑行融资3亿美元，投资人有青禾资本和蓝田创投。"
    assert told(text, "木屿骑行放眼海外") == {("木屿骑行", None): True}


def test_anothers_deal_of_weeks_ago_is_no_news_beside_the_headlines() -> None:
    text = "木屿科技今日宣布完成5000万元A轮融资。10月3日，蓝田智能宣布完成2000万元Pre-A轮融资。"
    assert told(text, "木屿科技完成5000万元A轮融资") == {("木屿科技", "A轮"): False, ("蓝田智能", "Pre-A轮"): True}


def test_a_circumstance_is_recalled() -> None:
    text = "在远川集团推迟IPO，估值缩水，整个行业风雨飘摇之际，木屿空间于11月5日向港交所递交招股书。"
    assert {d.company.value: d.background is not None for d in deals(text) if d.company} == {
        "远川集团": True,
        "木屿空间": False,
    }


def test_a_second_try_is_news() -> None:
    (deal,) = deals("回收商闪石科技去年两度在港申请上市未果后于本周四卷土重来，第三度向港交所递交上市申请。")
    assert deal.kind.value is Kind.IPO
    assert deal.background is None


def test_a_plan_told_after_what_was_begun_last_year_is_news() -> None:
    found = told("木屿科技透露，去年底已经启动新三板挂牌计划，预计今年将在新三板挂牌。")
    assert found == {("木屿科技", None): False}


def test_a_survey_tells_its_deals_wherever_they_stand() -> None:
    filler = "这一赛道的技术路线仍在演进，业内对其前景看法不一，临床数据也还有待积累。" * 12
    text = f"据统计，第三季度共有86家公司获得融资。{filler}刚成立的木屿生物完成4000万美元天使轮融资。"
    assert told(text, "第三季度超80家新药公司完成融资") == {("木屿生物", "天使轮"): False}


def test_a_case_that_an_essay_gives_is_recalled() -> None:
    text = "手术机器人前景广阔。例如，近期赤羽医疗以1.77亿美元收购了松石骨科，表现出对前景的信心。"
    assert told(text, "手术机器人的下一步") == {("松石骨科", None): True}


def test_what_a_firm_got_is_named_and_not_told() -> None:
    assert told("木屿智能今年10月完成的400亿美元融资仍是纪录。") == {("木屿智能", None): True}


def test_a_bare_month_long_before_the_article_is_history() -> None:
    found = told("木屿团购对外官宣了7.5亿美元的D轮融资，由青禾资本领投。3月，它刚完成由蓝石资本领投的C+轮。")
    assert found == {("木屿团购", "D轮"): False, ("木屿团购", "C+轮"): True}


def test_sums_to_date_are_no_round() -> None:
    assert told("木屿搜索成立于2022年，迄今共筹集约15亿美元。") == {}


def test_what_a_firm_has_come_through_is_recalled() -> None:
    text = "从创始人离职，到持续亏损、拟32.7亿元转让木屿集团100%股权，进入新一年的松石控股，依旧深陷漩涡。"
    assert all(told(text).values())
