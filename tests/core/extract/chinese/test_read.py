"""What the Chinese reader tells of one article, form by form."""

from __future__ import annotations

from datetime import date

import pytest

from dealwire.core.extract.chinese import read
from dealwire.model import Basis, DealReport, Kind, Qualifier, Role, Round, Status

PUBLISHED = date(2026, 5, 20)


def deals(text: str, title: str = "", published: date | None = PUBLISHED) -> tuple[DealReport, ...]:
    content = f"{title}\n{text}"
    reading = read(content, len(title), published)
    for deal in reading.deals:
        told = [deal.kind, deal.company, deal.status, deal.amount, deal.valuation, deal.round, deal.round_label]
        for value in [*told, deal.background, deal.announced_on, *deal.investors]:
            assert value is None or content[value.start : value.end] == value.quote
    return reading.deals


def only(text: str, title: str = "") -> DealReport:
    found = deals(text, title)
    assert len(found) == 1, [(d.kind.value, d.company and d.company.value) for d in found]
    return found[0]


def news(text: str, title: str = "") -> list[DealReport]:
    return [d for d in deals(text, title) if d.background is None]


def company(deal: DealReport) -> str:
    assert deal.company is not None
    return deal.company.value


def backers(deal: DealReport, role: Role | None = None) -> list[str]:
    return [i.value.name for i in deal.investors if role in (None, i.value.role)]


def amount(deal: DealReport) -> tuple[int, str] | None:
    return (deal.amount.value.value, deal.amount.value.currency) if deal.amount else None


def stage(deal: DealReport) -> Round | None:
    return deal.round.value if deal.round else None


# --- who, how much, which round, who backs


def test_a_press_notice_in_full() -> None:
    deal = only(
        "近日，工业视觉检测服务商“澄目科技”宣布完成8000万元B轮融资，由远川资本、鹿鸣创投联合领投，海棠产业基金跟投，"
        "老股东青石资本持续加注，云桥资本担任独家财务顾问。资金将主要用于研发。"
    )
    assert company(deal) == "澄目科技"
    assert deal.kind.value is Kind.FUNDING_ROUND
    assert deal.status.value is Status.CLOSED
    assert amount(deal) == (80_000_000, "CNY")
    assert stage(deal) is Round.SERIES_B
    assert backers(deal, Role.LEAD) == ["远川资本", "鹿鸣创投"]
    assert backers(deal, Role.PARTICIPANT) == ["海棠产业基金"]
    assert backers(deal, Role.EXISTING) == ["青石资本"]
    assert backers(deal, Role.ADVISER) == ["云桥资本"]


def test_what_follows_in_later_sentences_belongs_to_the_round() -> None:
    deal = only(
        "36氪获悉，杭州澄目智能科技有限公司（以下简称“澄目智能”）于近日完成A+轮融资。本轮由远川资本领投，"
        "鹿鸣创投和海棠资本跟投。该公司成立于2021年。云桥资本担任本轮财务顾问。",
        "澄目智能完成近亿元A+轮融资",
    )
    assert company(deal) == "澄目智能"
    assert deal.amount is not None
    assert deal.amount.value.qualifier is Qualifier.ABOUT
    assert backers(deal, Role.LEAD) == ["远川资本"]
    assert backers(deal, Role.PARTICIPANT) == ["鹿鸣创投", "海棠资本"]
    assert backers(deal, Role.ADVISER) == ["云桥资本"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("企业级数据平台「星屿数据」完成数千万元天使轮融资", "星屿数据"),
        ("青年咖啡连锁品牌《木屿》完成数千万元天使轮融资", "木屿"),
        ('机器人企业"木屿动力"完成数千万元天使轮融资', "木屿动力"),
        ("国产GPU厂商木屿微完成数千万元天使轮融资", "木屿微"),
        ("智能投放计划平台蓝小鲸完成数千万元A轮融资", "蓝小鲸"),
        ("施工计划软件公司鲁林微日前完成数千万元种子轮融资", "鲁林微"),
        ("由前大厂高管创立的木屿微完成数千万元天使轮融资", "木屿微"),
        ("地平线旗下木屿机器人近日完成数千万元天使轮融资", "木屿机器人"),
        ("AI初创公司Lumora完成数千万元天使轮融资", "Lumora"),
        ("木屿AI完成数千万元天使轮融资", "木屿AI"),
        ("01.MU宣布完成数千万元天使轮融资", "01.MU"),
        ("木屿科技（Muyu Tech）完成数千万元天使轮融资", "木屿科技"),
        ("木屿科技(688001.SH)完成数千万元天使轮融资", "木屿科技"),
        ("此岸科技完成数千万元天使轮融资", "此岸科技"),
        ("北京木屿科技（集团）有限公司完成数千万元天使轮融资", "北京木屿科技（集团）有限公司"),
    ],
)
def test_names_are_cut_out_of_what_leads_to_them(text: str, name: str) -> None:
    assert company(only(text)) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("木屿科技完成A轮融资，由远川资本、鹿鸣创投及海棠基金共同投资。", ["远川资本", "鹿鸣创投", "海棠基金"]),
        ("木屿科技完成A轮融资，投资方为远川资本、鹿鸣创投以及海棠基金。", ["远川资本", "鹿鸣创投", "海棠基金"]),
        ("木屿科技获远川资本、鹿鸣创投数千万元A轮投资。", ["远川资本", "鹿鸣创投"]),
        ("木屿科技引入远川资本战略投资。", ["远川资本"]),
        ("木屿科技完成A轮融资，腾讯投资、小米产投等跟投。", ["腾讯投资", "小米产投"]),
        ("木屿科技完成A轮融资，由上汽集团旗下尚原资本独家投资。", ["尚原资本"]),
        ("木屿科技完成A轮融资，由著名天使投资人李明远投资。", ["李明远"]),
        ("木屿科技完成A轮融资，和君资本、云和资本跟投。", ["和君资本", "云和资本"]),
        ("木屿科技完成A轮融资，由多家知名投资机构共同投资。", []),
        ("木屿科技完成A轮融资，跟投方包括Harbor Ventures和鹿鸣创投。", ["Harbor Ventures", "鹿鸣创投"]),
    ],
)
def test_backers_in_lists(text: str, names: list[str]) -> None:
    assert backers(only(text)) == names


def test_one_list_may_name_leaders_joiners_and_old_holders() -> None:
    deal = only(
        "木屿科技完成Pre-A轮融资，由远川资本领投，产业方鹿鸣股份，知名机构海棠资本共同参与投资，"
        "今日基金、青石资本等老股东继续投资，某头部互联网公司跟投。"
    )
    assert backers(deal, Role.LEAD) == ["远川资本"]
    assert backers(deal, Role.PARTICIPANT) == ["鹿鸣股份", "海棠资本"]
    assert backers(deal, Role.EXISTING) == ["今日基金", "青石资本"]


def test_a_backer_before_its_company() -> None:
    deal = only("远川资本领投木屿科技2亿元C轮融资")
    assert (company(deal), backers(deal, Role.LEAD), amount(deal)) == ("木屿科技", ["远川资本"], (200_000_000, "CNY"))


def test_money_given_to_somebody() -> None:
    deal = only("海川汽车宣布向木屿动力战略投资3亿元。")
    assert (company(deal), backers(deal), stage(deal)) == ("木屿动力", ["海川汽车"], Round.CORPORATE_ROUND)


def test_a_headline_names_the_leader_first() -> None:
    deal = only("", "远川资本领投，「木屿科技」完成数千万元A轮融资｜首发")
    assert (company(deal), backers(deal, Role.LEAD)) == ("木屿科技", ["远川资本"])


@pytest.mark.parametrize(
    ("label", "round_"),
    [
        ("Pre-A+轮", Round.SERIES_A),
        ("A++轮", Round.SERIES_A),
        ("B2轮", Round.SERIES_B),
        ("天使+轮", Round.ANGEL),
        ("种子轮", Round.SEED),
        ("战略", Round.CORPORATE_ROUND),
        ("Pre-IPO轮", Round.SERIES_UNKNOWN),
        ("新一轮", Round.SERIES_UNKNOWN),
        ("首轮", Round.SERIES_UNKNOWN),
    ],
)
def test_rounds(label: str, round_: Round) -> None:
    assert stage(only(f"木屿科技完成1亿元{label}融资，由远川资本、鹿鸣创投投资。")) is round_


def test_two_rounds_at_once_share_no_amount_and_the_later_holds_the_backers() -> None:
    first, second = news(
        "木屿科技近日连续完成天使轮、天使+轮两轮融资，累计金额近亿元，由远川资本领投。",
        "木屿科技连续完成两轮近亿元融资",
    )
    assert (amount(first), amount(second)) == (None, None)
    assert first.round_label is not None
    assert second.round_label is not None
    assert (first.round_label.value, second.round_label.value) == ("天使轮", "天使+轮")
    assert (backers(first), backers(second)) == ([], ["远川资本"])


def test_a_valuation_is_not_the_amount() -> None:
    deal = only("木屿科技完成5亿元C轮融资，投后估值60亿元。")
    assert amount(deal) == (500_000_000, "CNY")
    assert deal.valuation is not None
    assert (deal.valuation.value.money.value, deal.valuation.value.basis) == (6_000_000_000, Basis.POST)


def test_traditional_characters() -> None:
    deal = only("木嶼科技宣佈完成2億美元B輪融資，遠川資本領投。")
    assert (company(deal), amount(deal), backers(deal, Role.LEAD)) == ("木嶼科技", (200_000_000, "USD"), ["遠川資本"])


# --- news and history


def test_recalled_rounds_are_background() -> None:
    found = deals(
        "近日，木屿科技完成1亿元B轮融资，由远川资本领投。此前，木屿科技曾于2023年6月完成3000万元A轮融资，由鹿鸣创投投资。"
    )
    told = {d.round.value: d.background is not None for d in found if d.round}
    assert told == {Round.SERIES_B: False, Round.SERIES_A: True}
    assert backers(next(d for d in found if d.background is None)) == ["远川资本"]


def test_a_total_to_date_is_no_deal() -> None:
    assert amount(only("木屿科技完成1亿元B轮融资。至此，公司累计融资额已超过5亿元。")) == (100_000_000, "CNY")
    assert not deals("木屿科技累计融资超过5亿元，员工三百人。")


def test_a_round_up_lists_each_deal() -> None:
    found = news(
        "木屿科技完成1亿元A轮融资，由远川资本领投。\n鹿角生物获5000万元天使轮融资，海棠资本投资。\n青禾汽车宣布收购北岸电池100%股权。",
        "早报｜三家公司完成交易；市场回暖",
    )
    assert [(d.kind.value, company(d)) for d in found] == [
        (Kind.FUNDING_ROUND, "木屿科技"),
        (Kind.FUNDING_ROUND, "鹿角生物"),
        (Kind.ACQUISITION, "北岸电池"),
    ]
    assert backers(found[1]) == ["海棠资本"]


def test_a_purchase_under_a_headline_about_something_else_is_recalled() -> None:
    (deal,) = deals(
        "青禾汽车今日公布一季度销量，同比增长两成，出口占三分之一，新车型贡献明显，渠道也在扩大，海外门店增至三百家。青禾汽车收购了北岸电池。",
        "青禾汽车一季度销量增长两成",
    )
    assert (company(deal), deal.background is not None) == ("北岸电池", True)


def test_two_forms_of_one_name_make_one_deal() -> None:
    text = "海川通信宣布将以80亿美元收购北星（Norstar）。收购Norstar后，海川通信将扩大服务。"
    (deal,) = [d for d in deals(text, "海川通信将收购北星（Norstar）") if d.background is None]
    assert (company(deal), amount(deal)) == ("北星", (8_000_000_000, "USD"))


def test_the_date_of_a_deal_is_told_where_the_text_gives_it() -> None:
    deal = only("5月18日，木屿科技宣布完成1亿元A轮融资。")
    assert deal.announced_on is not None
    assert deal.announced_on.value.value == date(2026, 5, 18)
    assert only("木屿科技宣布完成1亿元A轮融资。").announced_on is None


# --- how far a deal has come


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("木屿科技完成1亿元A轮融资", Status.CLOSED),
        ("木屿科技获得1亿元A轮融资", Status.ANNOUNCED),
        ("木屿科技正洽谈1亿元A轮融资", Status.IN_TALKS),
        ("木屿科技正与投资者洽谈新一轮融资，拟募集1亿元", Status.IN_TALKS),
        ("木屿科技寻求以20亿美元估值融资1亿美元", Status.IN_TALKS),
        ("消息称木屿科技完成1亿元A轮融资", Status.RUMOURED),
        ("据知情人士透露，木屿科技已获得1亿元A轮融资", Status.RUMOURED),
        ("木屿科技终止1亿元A轮融资", Status.ABANDONED),
    ],
)
def test_status_of_rounds(text: str, status: Status) -> None:
    assert only(text).status.value is status


# --- purchases


@pytest.mark.parametrize(
    ("text", "bought", "buyers"),
    [
        ("青禾汽车宣布以12亿元收购北岸电池", "北岸电池", ["青禾汽车"]),
        ("北岸电池被青禾汽车收购", "北岸电池", ["青禾汽车"]),
        ("北岸电池被阿里全资收购", "北岸电池", ["阿里"]),
        ("青禾汽车完成对北岸电池的收购", "北岸电池", ["青禾汽车"]),
        ("青禾汽车全资收购北岸电池", "北岸电池", ["青禾汽车"]),
        ("青禾汽车：全资子公司拟收购北岸股份100%股份", "北岸股份", ["青禾汽车"]),
        ("青禾汽车：拟收购北岸电池51%股权", "北岸电池", ["青禾汽车"]),
        ("海湾集团将旗下北岸电池出售给青禾汽车", "北岸电池", ["青禾汽车"]),
        ("青禾汽车向北岸电池提出收购要约", "北岸电池", ["青禾汽车"]),
        ("青禾汽车拟以发行股份的方式购买海湾集团持有的北岸电池100%股权", "北岸电池", ["青禾汽车"]),
        ("青禾汽车与北岸电池宣布合并", "北岸电池", ["青禾汽车"]),
        ("青禾汽车将收购美国电池公司NorthShore", "NorthShore", ["青禾汽车"]),
        ("北岸电池：控股股东变更为青禾汽车", "北岸电池", ["青禾汽车"]),
    ],
)
def test_purchases(text: str, bought: str, buyers: list[str]) -> None:
    deal = only(text)
    assert deal.kind.value is Kind.ACQUISITION
    assert (company(deal), backers(deal, Role.ACQUIRER)) == (bought, buyers)
    assert deal.round is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("青禾汽车宣布收购北岸电池", Status.ANNOUNCED),
        ("青禾汽车：拟收购北岸电池51%股权", Status.ANNOUNCED),
        ("青禾汽车正洽谈收购北岸电池", Status.IN_TALKS),
        ("消息称青禾汽车将收购北岸电池", Status.IN_TALKS),
        ("青禾汽车已完成对北岸电池的收购", Status.CLOSED),
        ("青禾汽车终止收购北岸电池", Status.ABANDONED),
    ],
)
def test_status_of_purchases(text: str, status: Status) -> None:
    assert only(text).status.value is status


def test_one_sentence_may_buy_two() -> None:
    found = deals("青禾汽车拟收购北岸电池100%股权及南港电机70%股权。")
    assert [company(d) for d in found] == ["北岸电池", "南港电机"]


# --- listings and funds


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("木屿科技股份有限公司递表港交所", Status.ANNOUNCED),
        ("上交所受理木屿科技科创板IPO申请", Status.IN_TALKS),
        ("木屿科技科创板IPO过会", Status.IN_TALKS),
        ("木屿科技向港交所提交上市申请书", Status.ANNOUNCED),
        ("木屿科技今日在港交所敲钟上市", Status.ANNOUNCED),
        ("木屿科技成功登陆纳斯达克", Status.ANNOUNCED),
        ("木屿科技拟通过SPAC在纳斯达克上市", Status.IN_TALKS),
    ],
)
def test_listings(text: str, status: Status) -> None:
    deal = only(text)
    assert deal.kind.value is Kind.IPO
    assert company(deal).startswith("木屿科技")
    assert deal.status.value is status


def test_what_a_listing_raises_is_its_amount() -> None:
    deal = only("木屿科技此次IPO拟募资42亿元，用于研发。", "木屿科技科创板IPO获受理")
    assert (deal.kind.value, amount(deal)) == (Kind.IPO, (4_200_000_000, "CNY"))


def test_a_share_sale_by_a_listed_company() -> None:
    deal = only(
        "木屿股份公告，公司拟向不超过35名特定对象发行股票，募集资金总额不超过5亿元。", "木屿股份：拟定增募资不超5亿元"
    )
    assert (company(deal), stage(deal), deal.status.value) == ("木屿股份", Round.POST_IPO_EQUITY, Status.IN_TALKS)
    assert deal.amount is not None
    assert deal.amount.value.qualifier is Qualifier.AT_MOST


def test_a_share_sale_in_the_words_of_the_exchange() -> None:
    deal = only("", "木屿股份：拟向特定对象发行A股股票募资不超14.28亿元")
    assert (company(deal), stage(deal), amount(deal)) == ("木屿股份", Round.POST_IPO_EQUITY, (1_428_000_000, "CNY"))


def test_a_fund_that_is_registered() -> None:
    deal = only("近日，木屿产业创业投资基金成立，执行事务合伙人为远川资本管理有限公司，出资额2亿元。")
    assert (deal.kind.value, company(deal)) == (Kind.FUND_CLOSE, "远川资本管理有限公司")
    assert amount(deal) == (200_000_000, "CNY")


# --- what is no deal


@pytest.mark.parametrize(
    "text",
    [
        "沪深融资余额一日上升8.8亿元",
        "统计显示上半年社会融资规模增量为9万亿元",
        "木屿科技新款电动车正式上市，售价12.98万元起",
        "木屿地产以13亿元竞得宁波一宗地块",
        "木屿科技中标2亿元智慧城市项目",
        "木屿科技获得政府补贴3000万元",
        "木屿科技起诉远川资本，索赔2亿元",
        "木屿股份：控股股东拟减持不超过3%股份",
        "海川资本增持木屿股份，持股比例升至6%",
        "海川人寿拟受让木屿股份5%股份",
        "青禾汽车拟收购北岸电池20%股权",
        "该公司完成1亿元A轮融资",
        "多家机器人企业完成新一轮融资，行业融资总额超过百亿元",
        "初创公司该不该在此时启动A轮融资？",
        "木屿科技：拟以1亿元回购公司股份",
        "木屿科技收到股票终止上市决定",
    ],
)
def test_no_deal(text: str) -> None:
    assert not deals(text)


def test_a_deal_that_names_nobody_is_kept_apart() -> None:
    title = "首发 | 柔性传感器厂商完成数千万元A轮融资"
    reading = read(f"{title}\n", len(title), PUBLISHED)
    assert not reading.deals
    (deal,) = reading.nameless
    assert deal.company is None
    assert (amount(deal), stage(deal)) == ((10_000_000, "CNY"), Round.SERIES_A)


def test_a_headline_without_a_name_adds_no_deal_to_the_named_one() -> None:
    title = "首发 | 柔性传感器厂商完成数千万元A轮融资"
    content = f"{title}\n近日，木屿科技完成数千万元A轮融资，远川资本领投。"
    reading = read(content, len(title), PUBLISHED)
    assert [company(d) for d in reading.deals] == ["木屿科技"]
    assert not reading.nameless


def test_nothing_in_nothing() -> None:
    assert not deals("")
    assert not deals("", "今天天气不错")
