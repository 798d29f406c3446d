"""The hard things of Chinese funding news: names, sums, labels, backers elsewhere, round-ups, history, denials."""

from __future__ import annotations

from datetime import date

import pytest

from dealwire.model import Basis, Kind, Qualifier, Role, Round, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, news, only, stage

# --- names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("澄目光电完成近亿元Pre-B轮融资", "澄目光电"),
        ("“木屿微”获千万级天使轮融资", "木屿微"),
        ("「Lumora」完成数千万元A轮融资", "Lumora"),
        ("【澄目科技】完成数千万元A+轮融资", "澄目科技"),
        ("AR眼镜公司澄目Vision完成数千万元A轮融资", "澄目Vision"),
        ("木屿未来（MuyuFuture）团队获得远川资本投资", "木屿未来"),
        ("澄目科技再迎喜讯：于近日完成8000万元B2轮融资", "澄目科技"),
        ("由青禾集团与海川汽车联合打造的高端品牌木屿汽车，目前完成超10亿元增资", "木屿汽车"),
        ("远川资本投资的玩具公司「木屿星球」获得数千万元天使轮融资", "木屿星球"),
        ("深圳市木屿创新机器人有限公司（木屿机器人）完成数千万元天使轮融资", "木屿机器人"),
        ("成都澄目科技有限公司（以下简称“澄目”）、远川计划生态企业，近日完成数千万元A轮融资", "澄目"),
        ("木嶼科技宣布完成1億元A輪融資", "木嶼科技"),
        ("Northlake正就新一轮5亿美元融资进行谈判", "Northlake"),
        ("木屿跃动正洽谈新一轮融资，拟募集1亿元", "木屿跃动"),
        ("青禾发展完成1亿元A轮融资", "青禾发展"),
    ],
)
def test_the_company_of_a_round(text: str, name: str) -> None:
    assert company(only(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        "她意识到，拿到融资的项目是极少数",
        "一边是经过多轮融资、资金充沛的公司",
        "企业债券净融资1.67万亿元，同比多7577亿元",
        "远川云联合创始人离职创业，已拿到1.5亿元天使轮",
        "全球VC融资周报：市场回暖",
        "审议通过了《关于公司首次公开发行股票的议案》",
    ],
)
def test_what_is_no_company(text: str) -> None:
    assert not deals(text)


# --- sums


@pytest.mark.parametrize(
    ("said", "value", "currency", "qualifier", "high"),
    [
        ("数千万元", 10_000_000, "CNY", Qualifier.RANGE, 100_000_000),
        ("近亿元", 100_000_000, "CNY", Qualifier.ABOUT, None),
        ("超10亿美元", 1_000_000_000, "USD", Qualifier.AT_LEAST, None),
        ("1.5亿港元", 150_000_000, "HKD", Qualifier.EXACT, None),
        ("人民币2亿元", 200_000_000, "CNY", Qualifier.EXACT, None),
        ("亿元级", 100_000_000, "CNY", Qualifier.RANGE, 1_000_000_000),
        ("8~10亿美元", 800_000_000, "USD", Qualifier.RANGE, 1_000_000_000),
    ],
)
def test_sums(said: str, value: int, currency: str, qualifier: Qualifier, high: int | None) -> None:
    deal = only(f"木屿科技完成{said}A轮融资")
    assert deal.amount is not None
    told = deal.amount.value
    assert (told.value, told.currency, told.qualifier, told.max) == (value, currency, qualifier, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("木屿科技拟以100亿美元估值筹集8亿美元。", 800_000_000),
        ("木屿科技表示，其已在由远川集团领投的C轮融资中筹集10.5亿美元。", 1_050_000_000),
        ("木屿科技获逾10亿美元初始资金，远川资本孵化。", 1_000_000_000),
        ("木屿科技完成B轮融资，融资总额超2亿元。", 200_000_000),
        ("木屿科技完成数亿元B轮融资。本轮融资总金额达3.2亿元，由远川资本领投。", 320_000_000),
        ("青禾集团出资28亿元投资木屿科技。此次融资累计金额46亿元，青禾集团为领投方。", 4_600_000_000),
    ],
)
def test_what_a_round_brings(text: str, value: int) -> None:
    told = amount(only(text))
    assert told is not None
    assert told[0] == value


@pytest.mark.parametrize(
    "text",
    [
        "木屿科技完成1亿元B轮融资，至此B轮融资总额达到5亿元。",
        "木屿科技完成1亿元B轮融资。成立至今，公司累计融资已超5亿元。",
        "木屿科技完成1亿元B轮融资。公司历史融资总额约5亿元。",
    ],
)
def test_totals_are_no_deal(text: str) -> None:
    assert amount(only(text)) == (100_000_000, "CNY")


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("木屿科技完成5亿元C轮融资，投前估值60亿元", 6_000_000_000, Basis.PRE),
        ("木屿科技完成5亿元C轮融资，投后估值超60亿元", 6_000_000_000, Basis.POST),
        ("木屿科技完成5亿元C轮融资，估值翻倍至60亿元", 6_000_000_000, Basis.UNSPECIFIED),
        ("木屿科技完成5亿元C轮融资。本轮融资后，公司估值达60亿元。", 6_000_000_000, Basis.POST),
        (
            "木屿科技寻求数亿元融资，估值接近80亿元。这轮融资将使公司的融资前估值达到60亿元。",
            6_000_000_000,
            Basis.PRE,
        ),
    ],
)
def test_valuations(text: str, value: int, basis: Basis) -> None:
    deal = only(text)
    assert deal.valuation is not None
    assert (deal.valuation.value.money.value, deal.valuation.value.basis) == (value, basis)


# --- labels


def test_labels_that_share_a_word() -> None:
    found = news("木屿动力近日连续完成天使+、天使++两轮融资，总金额达数千万元，投资方包括远川资本、鹿鸣创投。")
    assert [(stage(d), amount(d)) for d in found] == [(Round.ANGEL, None), (Round.ANGEL, None)]
    assert [backers(d) for d in found] == [[], ["远川资本", "鹿鸣创投"]]


def test_each_of_two_rounds_has_its_own_backers() -> None:
    first, second = news(
        "木屿星球宣布连续完成Pre-A、Pre-A+轮融资，总融资金额近2亿元，Pre-A轮由远川资本独家投资，"
        "Pre-A+轮由鹿鸣战投领投，青石资本跟投。"
    )
    assert (amount(first), amount(second)) == (None, None)
    assert (backers(first), backers(second)) == (["远川资本"], ["鹿鸣战投", "青石资本"])


def test_a_label_may_say_since_when_somebody_holds_shares() -> None:
    deal = only("木屿医药完成1.2亿元B+轮融资。该轮融资由远川资本领投，A轮投资方鹿鸣资本继续追投。")
    assert (stage(deal), backers(deal, Role.LEAD)) == (Round.SERIES_B, ["远川资本"])


@pytest.mark.parametrize(
    ("text", "round_"),
    [
        ("木屿科技完成1亿元融资，鹿鸣汽车独家投资。", Round.CORPORATE_ROUND),
        ("木屿科技完成1亿元融资，鹿鸣汽车等参投。", Round.SERIES_UNKNOWN),
        ("木屿科技计划发行债券筹集200亿美元。", Round.DEBT_FINANCING),
        ("木屿股份：拟向远川实业控股有限公司定向发行H股，募资总额为160亿元", Round.POST_IPO_EQUITY),
    ],
)
def test_rounds_without_a_label(text: str, round_: Round) -> None:
    assert stage(only("", text)) is round_


# --- backers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由远川资本、鹿鸣中国与青石资本共同参与。", ["远川资本", "鹿鸣中国", "青石资本"]),
        ("由远川产投、鹿鸣锐正和青石新兴三家新进投资方联合投资。", ["远川产投", "鹿鸣锐正", "青石新兴"]),
        ("既有远川资本、鹿鸣创投等知名机构，也有青石控股等地方平台参投。", ["远川资本", "鹿鸣创投", "青石控股"]),
        ("投资方包括远川资本，还包括产业投资方鹿鸣空间。", ["远川资本", "鹿鸣空间"]),
        ("新进股东为远川资本、鹿鸣基金。", ["远川资本", "鹿鸣基金"]),
        ("远川资本、某知名投资机构、央视融媒体基金跟投。", ["远川资本", "央视融媒体基金"]),
        ("本轮融资还获得了远川基金、鹿鸣资本的跟投。", ["远川基金", "鹿鸣资本"]),
    ],
)
def test_lists_of_backers(text: str, names: list[str]) -> None:
    assert backers(only(f"木屿科技完成1亿元A轮融资，{text}")) == names


def test_who_leads_by_a_second_verb() -> None:
    deal = only("木屿机器人完成2亿元B轮融资。本轮由远川基金领投，产业资本鹿鸣精密战略入局、联合领投。")
    assert backers(deal, Role.LEAD) == ["远川基金", "鹿鸣精密"]


def test_who_joins_again_holds_shares_and_an_adviser_may_invest() -> None:
    deal = only(
        "木屿智造完成数亿元B+轮融资，由远川产投投资，鹿鸣创投、青石资本持续追加投资，云桥资本作为独家财务顾问并进行投资。"
    )
    assert backers(deal, Role.EXISTING) == ["鹿鸣创投", "青石资本"]
    assert set(backers(deal, Role.PARTICIPANT)) == {"远川产投", "云桥资本"}


def test_old_holders_before_and_after_their_mark() -> None:
    before = only("木屿星球完成5亿元B轮融资，远川中国、鹿鸣资本、BAI资本等老股东全部跟投。")
    after = only("木屿星球完成5亿元B轮融资，老股东远川中国、鹿鸣资本继续加码。")
    assert backers(before, Role.EXISTING) == ["远川中国", "鹿鸣资本", "BAI资本"]
    assert backers(after, Role.EXISTING) == ["远川中国", "鹿鸣资本"]


def test_who_is_in_talks_to_invest() -> None:
    deal = only("木屿速递正在与青禾集团以及几家投资者进行融资洽谈，规模逾12亿美元。")
    assert (backers(deal), stage(deal), deal.status.value) == (["青禾集团"], Round.SERIES_UNKNOWN, Status.IN_TALKS)


# --- across sentences


def test_the_team_is_the_company_introduced_before() -> None:
    deal = only("Lumora是一个数字学习平台。该团队刚刚在远川资本领投的A轮融资中获得了1000万欧元。")
    assert (company(deal), amount(deal)) == ("Lumora", (10_000_000, "EUR"))


def test_what_a_sentence_recalls_adds_nothing_to_the_news() -> None:
    deal = only("木屿科技寻求新一轮融资，目标估值60亿美元。早前的投资方包括远川资本和鹿鸣创投。")
    assert not backers(deal)


# --- several deals


def test_items_of_a_round_up_keep_apart() -> None:
    found = news(
        "木屿生物创业板IPO过会\n交易所公告，木屿生物科技股份有限公司首发获通过。\n"
        "澄目股份：拟回购股份\n公司公告，回购资金总额不低于5亿元。\n"
        "鹿角机器人完成A轮融资\n鹿角机器人完成3000万元A轮融资，远川资本领投。",
        "晚报｜三件事",
    )
    told = [(d.kind.value, company(d), amount(d)) for d in found]
    assert (Kind.FUNDING_ROUND, "鹿角机器人", (30_000_000, "CNY")) in told
    assert all(a is None for k, _, a in told if k is Kind.IPO)
    assert len(told) == 2


def test_a_headline_that_lists_rounds() -> None:
    found = news("", "本周融资速递：木屿微完成数亿元C轮融资；澄目获近亿元Pre-A轮融资；Lumora拿下8000万美元B轮融资")
    assert [company(d) for d in found] == ["木屿微", "澄目", "Lumora"]


def test_other_articles_below_an_article_are_not_read() -> None:
    assert not deals("木屿科技发布新品。相关阅读：《澄目科技完成1亿元A轮融资》", "木屿科技发布新品")


# --- history


@pytest.mark.parametrize(
    "text",
    [
        "公开资料显示，木屿科技获得远川资本1000万元A轮融资。",
        "同年，木屿科技完成1亿元B轮融资。",
        "距其上一次完成A轮融资，木屿科技仅用了三个月。",
    ],
)
def test_words_of_history(text: str) -> None:
    assert not news(text)


def test_a_bare_year_is_history_where_nothing_else_dates_the_text() -> None:
    (old,) = deals("2016年，青禾集团收购北岸电池100%股权。", published=None)
    (new,) = deals("2016年5月9日，青禾集团收购北岸电池100%股权。", published=None)
    assert (old.background is not None, new.background is not None) == (True, False)


def test_half_a_year_is_history() -> None:
    found = deals(
        "木屿汽车已完成12亿元融资。2025年年中，公司才完成了4亿元A轮融资。", "木屿汽车再获12亿元融资", date(2026, 3, 16)
    )
    assert [amount(d) for d in found if d.background is None] == [(1_200_000_000, "CNY")]


def test_what_came_before_does_not_make_the_news_history() -> None:
    deal = news("木屿科技继去年获得远川资本6亿元A轮融资后，近日再获新一轮融资，投资方为鹿鸣保险。")[-1]
    assert (company(deal), backers(deal)[-1]) == ("木屿科技", "鹿鸣保险")


# --- how far


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("据远川资本消息，其孵化的企业木屿科技已完成数千万元天使轮融资", Status.CLOSED),
        ("据外媒报道，木屿科技宣布完成3亿元A轮融资", Status.CLOSED),
        ("据外媒报道，木屿科技已完成3亿元A轮融资", Status.RUMOURED),
        ("木屿科技获得1000万元天使轮融资，正进行工商变更", Status.ANNOUNCED),
    ],
)
def test_whose_word_a_round_rests_on(text: str, status: Status) -> None:
    assert only(text).status.value is status


def test_hearsay_takes_nothing_from_what_is_told_as_fact() -> None:
    deal = only("木屿茶饮宣布完成A轮融资，远川资本参与了本轮融资。\n网络传言青禾集团入股木屿茶饮，打算进军茶饮界。")
    assert (deal.status.value, backers(deal)) == (Status.CLOSED, ["远川资本"])


def test_a_purchase_called_off_further_on() -> None:
    deal = only(
        "公司原计划发行股份购买北岸电池100%股权。因市场变化，公司决定终止此次交易。", "青禾股份：终止购买资产事项"
    )
    assert (deal.kind.value, company(deal), deal.status.value) == (Kind.ACQUISITION, "北岸电池", Status.ABANDONED)


def test_a_plan_to_pass_control() -> None:
    deal = only("青禾股份公告，公司控股股东正在筹划公司控制权变更相关事宜。", "青禾股份：筹划控制权变更，股票停牌")
    assert (deal.kind.value, company(deal), deal.status.value) == (Kind.ACQUISITION, "青禾股份", Status.IN_TALKS)


def test_bidders_told_in_a_list() -> None:
    deal = only("青禾集团计划出售“木屿互娱”。已接触三位买家，分别是远川网络、鹿鸣游戏和青石集团，出售价格为70亿元。")
    assert (company(deal), backers(deal)) == ("木屿互娱", ["远川网络", "鹿鸣游戏", "青石集团"])
    assert amount(deal) == (7_000_000_000, "CNY")
