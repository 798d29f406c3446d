"""Single clauses of Chinese deal news, in words that are ours: what each is told to say, and what isn't a deal."""

from __future__ import annotations

import pytest

from dealwire.core.extract import gate
from dealwire.model import Kind, Role, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, news, only


@pytest.mark.parametrize(
    ("text", "name", "sum_", "who"),
    [
        ("松涧资本投资拾光智造，金额5000万元。", "拾光智造", 50_000_000, ["松涧资本"]),
        ("近日松涧资本向云杉健康注资5000万元。", "云杉健康", 50_000_000, ["松涧资本"]),
        ("松涧资本同意向拾光智造投资5000万元。", "拾光智造", 50_000_000, ["松涧资本"]),
        ("拾光智造喜获松涧资本5000万元投资。", "拾光智造", 50_000_000, ["松涧资本"]),
        ("云杉健康获松涧资本青睐，完成5000万元天使轮融资。", "云杉健康", 50_000_000, ["松涧资本"]),
        ("云杉健康融到5000万元。", "云杉健康", 50_000_000, []),
        ("5000万元！云杉健康完成A轮融资", "云杉健康", 50_000_000, []),
        ("云杉健康的A轮融资已完成，金额5000万元。", "云杉健康", 50_000_000, []),
        ("云杉健康累计完成5000万元天使轮融资", "云杉健康", 50_000_000, []),
        ("自由鱼机器人完成5000万元A轮融资，松涧资本投资。", "自由鱼机器人", 50_000_000, ["松涧资本"]),
        ("国产大模型Nimbra完成5000万元A轮融资。", "Nimbra", 50_000_000, []),
        ("云杉健康以超10亿元估值完成5000万元A轮融资。", "云杉健康", 50_000_000, []),
        ("从望舒实验室孵化的云杉健康完成5000万元A轮融资。", "云杉健康", 50_000_000, []),
        ("融资5000万元，云杉健康要做什么？", "云杉健康", 50_000_000, []),
    ],
)
def test_a_round_in_one_clause(text: str, name: str, sum_: int, who: list[str]) -> None:
    deal = only(text)
    assert (company(deal), deal.kind.value) == (name, Kind.FUNDING_ROUND)
    assert amount(deal) == (sum_, "CNY")
    assert backers(deal) == who


@pytest.mark.parametrize(
    "text",
    [
        "云杉健康发生工商变更，新增股东松涧资本。",
        "天眼查App显示，近日云杉健康发生工商变更，松涧资本入股。",
        "云杉健康完成工商变更，新增松涧资本为股东。",
    ],
)
def test_a_change_of_the_register(text: str) -> None:
    deal = only(text)
    assert (company(deal), backers(deal)) == ("云杉健康", ["松涧资本"])


@pytest.mark.parametrize(
    "text",
    [
        "星野科技今日发布新品。该公司同时宣布完成5000万元A轮融资。",
        "星野科技创始人李某告诉记者，公司已完成5000万元A轮融资。",
        "公司日前获得松涧资本5000万元A轮融资。星野科技成立于2020年。",
        "星野科技主营业务为智能仓储。11月3日，其完成5000万元A轮融资。",
    ],
)
def test_the_company_stands_in_another_sentence(text: str) -> None:
    deal = only(text)
    assert (company(deal), amount(deal)) == ("星野科技", (50_000_000, "CNY"))


def test_since_when_a_firm_is_tells_nothing_of_its_round() -> None:
    deal = only("成立于2015年的星野科技完成5000万元A轮融资。")
    assert not (deal.background and deal.background.value)


def test_a_label_ends_no_latin_name() -> None:
    deal = only("Nimbra宣布完成1亿美元B轮融资，由CapitalG 领投。")
    assert (deal.round_label and deal.round_label.value, backers(deal, Role.LEAD)) == ("B轮", ["CapitalG"])


@pytest.mark.parametrize(
    ("text", "name", "buyer"),
    [
        ("云杉健康获蓝桥集团收购。", "云杉健康", "蓝桥集团"),
        ("云杉健康卖身蓝桥集团。", "云杉健康", "蓝桥集团"),
        ("云杉健康以5000万元卖给蓝桥集团。", "云杉健康", "蓝桥集团"),
        ("云杉健康成为蓝桥集团全资子公司。", "云杉健康", "蓝桥集团"),
        ("云杉健康加入蓝桥集团，成为其全资子公司。", "云杉健康", "蓝桥集团"),
        ("云杉健康被收购，买方为蓝桥集团。", "云杉健康", "蓝桥集团"),
        ("蓝桥集团与云杉健康达成收购协议。", "云杉健康", "蓝桥集团"),
        ("蓝桥集团取得云杉健康控制权。", "云杉健康", "蓝桥集团"),
        ("蓝桥集团成为云杉健康控股股东。", "云杉健康", "蓝桥集团"),
        ("蓝桥集团入主云杉健康。", "云杉健康", "蓝桥集团"),
        ("近日蓝桥集团收购了云杉健康。", "云杉健康", "蓝桥集团"),
        ("蓝桥集团与云杉健康达成协议，将以5000万元现金收购后者。", "云杉健康", "蓝桥集团"),
        ("蓝桥集团收购了意大利KUVO公司。", "KUVO", "蓝桥集团"),
    ],
)
def test_a_purchase_in_one_clause(text: str, name: str, buyer: str) -> None:
    deal = only(text)
    assert (deal.kind.value, company(deal), backers(deal, Role.ACQUIRER)) == (Kind.ACQUISITION, name, [buyer])


def test_a_purchase_that_came_to_nothing() -> None:
    deal = only("蓝桥集团对云杉健康的收购告吹。")
    assert (company(deal), deal.status and deal.status.value) == ("云杉健康", Status.ABANDONED)


@pytest.mark.parametrize(
    "text",
    [
        "蓝桥集团与李某签署《收购意向协议》，拟收购其持有的资产。",
        "蓝桥集团接手云杉健康的研发项目。",
        "蓝桥集团买下英国教育巨头的一栋楼。",
        "云杉健康获蓝桥集团订单。",
        "云杉健康向中国台湾地区投资100亿美元，加速建设基础设施。",
        "云杉健康表示，公司致力于遵守在纳斯达克的所有上市要求。",
        "松涧资本看好云杉健康，称有意投资人工智能领域。",
        "云杉健康去年营收5000万元，成为蓝桥集团最大供应商。",
    ],
)
def test_no_deal(text: str) -> None:
    assert news(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "云杉健康冲刺科创板，拟募资5亿元。",
        "云杉健康公开招股，拟募资5亿元。",
        "云杉健康拟香港上市，集资5亿元。",
        "云杉健康今日上市，发行价20元，募资5亿元。",
        "证监会同意云杉健康首次公开发行股票注册，拟募资5亿元。",
    ],
)
def test_a_listing_and_what_it_brings(text: str) -> None:
    deal = only(text)
    assert (deal.kind.value, company(deal), amount(deal)) == (Kind.IPO, "云杉健康", (500_000_000, "CNY"))


def test_a_listing_leaves_no_doubt_of_its_subject() -> None:
    deal = only("频岭激光上交所IPO定于5月21日上会")
    assert (deal.kind.value, company(deal)) == (Kind.IPO, "频岭激光")


@pytest.mark.parametrize(
    "text",
    [
        "深交所：云杉健康创业板IPO审核状态变更为“终止”。",
        "云杉健康主动撤回上市申请。",
        "上交所终止审核云杉健康科创板IPO。",
    ],
)
def test_a_listing_given_up(text: str) -> None:
    deal = only(text)
    assert (deal.kind.value, company(deal)) == (Kind.IPO, "云杉健康")
    assert deal.status
    assert deal.status.value is Status.ABANDONED


@pytest.mark.parametrize(
    "text",
    [
        "松涧资本完成首关，规模5亿元，基金将投资硬科技。",
        "松涧资本新基金首关5亿元。",
        "松涧资本宣布成功募集5亿元。新基金将投资于早期项目。",
        "松涧资本完成最新一期基金关账，总规模5亿元。",
    ],
)
def test_a_fund_in_one_clause(text: str) -> None:
    deal = deals(text)[0]
    assert (deal.kind.value, company(deal), amount(deal)) == (Kind.FUND_CLOSE, "松涧资本", (500_000_000, "CNY"))


THREE = ["星烁半导体", "云杉健康", "赤兔智能"]


@pytest.mark.parametrize(
    "text",
    [
        "本周，星烁半导体、云杉健康、赤兔智能三家公司递表港交所。",
        "今年以来，星烁半导体、云杉健康、赤兔智能等相继登陆港交所。",
        "递表港交所的企业包括星烁半导体、云杉健康和赤兔智能。",
        "近期递交上市申请的还有星烁半导体、云杉健康和赤兔智能。",
        "包括星烁半导体、云杉健康、赤兔智能在内的多家公司已递表港交所。",
        "证监会同意星烁半导体、云杉健康、赤兔智能首次公开发行股票注册。",
        "下周将有星烁半导体、云杉健康、赤兔智能三只新股申购。",
        "星烁半导体通过港交所聆讯，云杉健康、赤兔智能递表。",
        "在上月获得B轮融资的星烁半导体、云杉健康和赤兔智能纷纷登陆港交所。",
    ],
)
def test_listings_of_several(text: str) -> None:
    listed = [d for d in news(text) if d.kind.value is Kind.IPO]
    assert [company(d) for d in listed] == THREE


@pytest.mark.parametrize(
    "text",
    [
        "星烁半导体、云杉健康、赤兔智能先后获得融资。",
        "星烁半导体、云杉健康、赤兔智能等机器人公司相继获得新一轮融资。",
        "获得融资的企业包括星烁半导体、云杉健康和赤兔智能。",
        "今年以来AI融资持续火热，星烁半导体、云杉健康、赤兔智能等先后完成新一轮融资。",
        "● 星烁半导体完成A轮融资\n● 云杉健康完成B轮融资\n● 赤兔智能完成天使轮融资",
    ],
)
def test_rounds_of_several(text: str) -> None:
    assert [company(d) for d in news(text)] == THREE


def test_a_sum_that_each_got() -> None:
    found = news("星烁半导体、云杉健康均完成超亿元融资。")
    assert [(company(d), amount(d)) for d in found] == [
        ("星烁半导体", (100_000_000, "CNY")),
        ("云杉健康", (100_000_000, "CNY")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "星烁半导体、云杉健康分别获净买入约7亿港元、5亿港元。",
        "宣布入股的上市公司还有星烁半导体、云杉健康和赤兔智能。",
    ],
)
def test_lists_that_tell_no_deal(text: str) -> None:
    assert news(text) == []


def test_a_name_may_hold_the_word_for_and() -> None:
    deal = only("上海海和药物研究开发股份有限公司科创板IPO获受理。")
    assert company(deal) == "上海海和药物研究开发股份有限公司"


@pytest.mark.parametrize(
    ("text", "name", "value", "label"),
    [
        ("本周，雲杉健康完成數千萬元種子輪融資。", "雲杉健康", 10_000_000, "種子輪"),
        ("雲杉健康獲松澗資本5000萬元戰略投資。", "雲杉健康", 50_000_000, "戰略投資"),
        ("雲杉健康完成首輪融資，金額達數億元。", "雲杉健康", 100_000_000, "首輪融資"),
    ],
)
def test_labels_and_sums_in_traditional_characters(text: str, name: str, value: int, label: str) -> None:
    deal = only(text)
    assert (company(deal), deal.amount and deal.amount.value.value) == (name, value)
    assert deal.round_label
    assert deal.round_label.value == label


@pytest.mark.parametrize("text", ["雲杉健康登陸港交所。", "雲杉健康通過港交所聆訊。", "雲杉健康首掛收報12元。"])
def test_a_listing_in_traditional_characters_passes_the_gate(text: str) -> None:
    assert gate.passes(text)
    assert (only(text).kind.value, company(only(text))) == (Kind.IPO, "雲杉健康")


DATELINES = [
    "中新网11月3日电 ",
    "【远山财经网】",
    "本报讯 ",
    "[远山新闻] ",
    "远山财经讯11月3日消息，",
    "　　",
    "● ",
]


@pytest.mark.parametrize("line", DATELINES)
def test_a_dateline_is_no_part_of_a_name(line: str) -> None:
    deal = only(f"{line}拾光智造宣布完成5000万元A轮融资。")
    assert company(deal) == "拾光智造"
    deal = only(f"{line}松涧资本宣布对云杉健康进行5000万元战略投资。")
    assert (company(deal), backers(deal)) == ("云杉健康", ["松涧资本"])


def test_a_full_stop_of_ascii_parts_sentences() -> None:
    deal = only("拾光智造完成5000万元A轮融资.松涧资本领投,望潮创投跟投.")
    assert backers(deal) == ["松涧资本", "望潮创投"]


UNRELATED = "行业观察：机器人赛道升温"
BEFORE = "工业机器人市场近年来增长较快，应用场景不断拓展。业内人士认为，技术路线仍在演变之中，竞争格局尚未定型。"


@pytest.mark.parametrize("text", ["近日，蓝桥集团宣布收购云杉健康。", "日前，云杉健康正式登陆港交所。"])
def test_fresh_news_under_a_headline_about_something_else(text: str) -> None:
    assert [company(d) for d in news(BEFORE + text, UNRELATED)] == ["云杉健康"]


def test_a_deal_told_in_passing_is_recalled() -> None:
    assert news(BEFORE + "蓝桥集团收购云杉健康。", UNRELATED) == []


def test_many_rounds_of_all_years_are_none() -> None:
    assert news("创立至今，云杉健康完成了8轮融资，投资方包括松涧资本、望潮创投等。") == []


def test_the_latter_is_who_a_sale_is_agreed_with() -> None:
    deal = only("远安集团宣布，与蓝桥资本达成协议，将旗下宠物公司麦粒粒以5000万元出售给后者。")
    assert (company(deal), backers(deal, Role.ACQUIRER)) == ("麦粒粒", ["蓝桥资本"])


def test_a_listed_firm_taken_private_by_its_holder() -> None:
    text = "港股上市公司鹿鸣生物（02345.HK）公告，控股股东远安集团提出以每股5.8港元将公司私有化。"
    deal = only(text)
    assert (company(deal), backers(deal, Role.ACQUIRER)) == ("鹿鸣生物", ["远安集团"])
