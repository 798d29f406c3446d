"""Forms of Chinese deal news that other publishers use: papers of Hong Kong and Taiwan, notices, tables, round-ups."""

from __future__ import annotations

import pytest

from dealwire.core.extract import gate
from dealwire.core.extract.chinese import cuts
from dealwire.model import Kind, Role, Round, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, news, only, stage

# --- rows and fields

ROWS = [
    "【木屿科技】\n轮次：A轮\n金额：5000万元人民币\n投资方：远川资本（领投）、鹿鸣创投\n"
    "【澄目智能】\n轮次：天使轮\n金额：未披露\n投资方：青石资本",
    "公司名称：木屿科技\n融资轮次：A轮\n融资金额：5000万元人民币\n投资方：远川资本（领投）、鹿鸣创投\n"
    "公司名称：澄目智能\n融资轮次：天使轮\n投资方：青石资本",
    "木屿科技：A轮，5000万元，远川资本领投，鹿鸣创投跟投\n澄目智能：天使轮，金额未披露，投资方为青石资本",
]


@pytest.mark.parametrize("text", ROWS)
def test_fields_of_a_round_up(text: str) -> None:
    first, second = deals(text, "投融资周报（9.7-9.13）")
    assert (company(first), amount(first), stage(first)) == ("木屿科技", (50_000_000, "CNY"), Round.SERIES_A)
    assert backers(first, Role.LEAD) == ["远川资本"]
    assert backers(first, Role.PARTICIPANT) == ["鹿鸣创投"]
    assert (company(second), amount(second), stage(second)) == ("澄目智能", None, Round.ANGEL)
    assert backers(second) == ["青石资本"]


@pytest.mark.parametrize(
    "text",
    [
        "1、木屿科技 - A轮 - 5000万人民币 - 远川资本\n2、澄目智能 - 天使轮 - 未披露 - 青石资本、鹿鸣创投",
        "▍木屿科技｜A轮｜5000万元｜远川资本\n▍澄目智能｜天使轮｜未披露｜青石资本、鹿鸣创投",
        "| 公司 | 行业 | 轮次 | 金额 | 投资方 |\n| --- | --- | --- | --- | --- |\n"
        "| 木屿科技 | 机器人 | A轮 | 5000万元 | 远川资本 |\n| 澄目智能 | 医疗 | 天使轮 | 未披露 | 青石资本、鹿鸣创投 |",
    ],
)
def test_rows_of_a_round_up(text: str) -> None:
    first, second = deals(text, "9月10日投融资日报")
    assert (company(first), amount(first), stage(first)) == ("木屿科技", (50_000_000, "CNY"), Round.SERIES_A)
    assert backers(first) == ["远川资本"]
    assert (company(second), amount(second), stage(second)) == ("澄目智能", None, Round.ANGEL)
    assert backers(second) == ["青石资本", "鹿鸣创投"]


def test_a_row_without_a_label_is_no_round() -> None:
    assert deals("木屿科技｜机器人｜深圳\n澄目智能｜医疗｜杭州", "公司名录") == ()


# --- whose round it is


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("记者从木屿茶饮获悉，该品牌已于日前获得由青石资本领投的近亿元A轮融资。", "木屿茶饮"),
        ("澄目最近的这轮融资由新投资者远川资本领投。", "澄目"),
        ("青禾汽車擬為旗下電動車品牌木嶼尋求融資50億人幣", "木嶼"),
        ("青禾集團旗下連鎖超市木嶼鮮生正尋求以約60億美元的估值集資", "木嶼鮮生"),
        ("海川集团宣布，旗下二手交易平台木屿已与多家投资者达成协议，完成3亿美元B轮融资。木屿持有转售牌照。", "木屿"),
        ("陌生人社区“有木”完成千万美元天使轮融资", "有木"),
        ("东南亚领先的“木屿”打车应用完成3亿美元融资", "木屿"),
        ("專注遊戲的AI新創木嶼科技宣布完成B輪募資，金額達1700萬美元", "木嶼科技"),
        ("中國青禾(02318)：旗下木嶼好醫擬引入戰略投資者，投前估值約50億美元", "木嶼好醫"),
        ("木屿宣布完成A++++轮融资，金额近3亿元。至此，公司两个月内连续完成三轮融资，累计近7亿元。", "木屿"),
    ],
)
def test_whose_round_it_is(text: str, name: str) -> None:
    deal = only(text)
    assert deal.kind.value is Kind.FUNDING_ROUND
    assert company(deal) == name


def test_a_round_that_says_who_the_subject_is_is_recalled() -> None:
    text = "去年获得海川集团1亿美元D轮投资的水果电商木屿果园昨天宣布新获2亿元人民币的D+轮融资，由澄江高科独家投资。"
    recalled, fresh = deals(text)
    assert recalled.background is not None
    assert (company(recalled), backers(recalled)) == ("木屿果园", ["海川集团"])
    assert (company(fresh), amount(fresh), backers(fresh)) == ("木屿果园", (200_000_000, "CNY"), ["澄江高科"])


def test_an_earlier_round_after_the_news_is_recalled() -> None:
    found = deals("木屿今天宣布完成B轮融资8500万，投资方包括远川资本。其中鹿鸣创投参与了木屿的A轮5000万融资。")
    assert [(stage(d), d.background is not None) for d in found] == [(Round.SERIES_B, False), (Round.SERIES_A, True)]


def test_a_company_that_only_its_text_introduces() -> None:
    deal = only(
        "机器人公司近日完成5000万元A轮融资，由远川资本领投。\n木屿科技成立于2021年，总部位于深圳。木屿科技计划扩产。"
    )
    assert company(deal) == "木屿科技"


@pytest.mark.parametrize(
    "text",
    [
        "上半年融资事件数环比下降，其中A轮占比超39%，融资总额达806亿元。",
        "7月医疗行业共发生60起融资，平均单笔融资金额为0.43亿元，天使轮到B+轮占据总数的70%。",
        "青禾茶饮做了一笔天使投资",
        "董事会同意公司为木屿置业的融资提供担保。",
        "未来两年将为当地带来千亿投资",
    ],
)
def test_no_round_of_anybody(text: str) -> None:
    assert news(text) == []


# --- backers


@pytest.mark.parametrize(
    ("text", "lead", "rest"),
    [
        ("木屿科技完成3亿美元融资，远川资本、中投和鹿鸣为本轮投资者。", [], ["远川资本", "中投", "鹿鸣"]),
        ("木屿科技完成A轮融资（远川资本领投，鹿鸣创投跟投）。", ["远川资本"], ["鹿鸣创投"]),
        ("木屿科技完成A轮融资。本轮领投方远川资本合伙人李明表示，看好团队。", ["远川资本"], []),
        ("木屿科技完成A轮融资，由远川资本旗下基金领投。", ["远川资本"], []),
        ("木屿科技完成B轮融资，投资方包括远川资本，鹿鸣投资，海棠基金以及青石资本。", [], None),
        ("木屿科技完成千万元A轮融资，鹿鸣创投投资。", [], ["鹿鸣创投"]),
        ("居家养老平台“木屿”完成海川洗衣千万元融资", [], ["海川洗衣"]),
        (
            "木屿芯完成由海财基金管理的远川省新材料基金三期与青禾创业基金联合领投，澄江创投、松石产投共同参与的"
            "约八亿元A轮融资。",
            ["远川省新材料基金三期", "青禾创业基金"],
            ["澄江创投", "松石产投"],
        ),
    ],
)
def test_backers(text: str, lead: list[str], rest: list[str] | None) -> None:
    deal = only(text)
    assert backers(deal, Role.LEAD) == lead
    expected = ["远川资本", "鹿鸣投资", "海棠基金", "青石资本"] if rest is None else rest
    assert backers(deal, Role.PARTICIPANT) == expected


def test_holders_of_an_earlier_round_make_no_history() -> None:
    deal = only("木屿科技宣布获得数亿元C轮融资。本轮融资由远川资本领投，上一轮投资方鹿鸣创投此轮继续跟投。")
    assert backers(deal, Role.LEAD) == ["远川资本"]
    assert backers(deal, Role.EXISTING) == ["鹿鸣创投"]


def test_labels_that_open_clauses_share_how_far_they_have_come() -> None:
    found = deals("木屿科技完成总计数亿元天使轮融资。其中天使轮由远川资本领投；天使+轮由鹿鸣创投领投，青石资本跟投。")
    assert [(backers(d), d.status.value) for d in found] == [
        (["远川资本"], Status.CLOSED),
        (["鹿鸣创投", "青石资本"], Status.CLOSED),
    ]


# --- sums


def test_a_headline_ends_with_a_bare_sum() -> None:
    assert amount(only("木屿微成立于2019年。", "摄影平台木屿微A轮融资1.2亿")) == (120_000_000, "CNY")


def test_a_value_before_the_sum() -> None:
    deal = only("Lumora以20亿美元估值完成1.5亿美元C轮融资")
    assert amount(deal) == (150_000_000, "USD")
    assert deal.valuation is not None
    assert deal.valuation.value.money.value == 2_000_000_000


def test_one_round_may_have_two_labels_in_a_row() -> None:
    deal = only("木屿科技完成亿元级Pre-A轮战略融资")
    assert stage(deal) is Round.SERIES_A
    assert amount(deal) == (100_000_000, "CNY")


# --- notices of Hong Kong, loans


@pytest.mark.parametrize(
    ("text", "name", "sum_", "round_"),
    [
        (
            "木屿药业(02468)发布公告，公司与配售代理订立配售协议，按每股7.88港元配售2500万股新股份，所得款项净额约1.94亿港元。",
            "木屿药业",
            (194_000_000, "HKD"),
            Round.POST_IPO_EQUITY,
        ),
        (
            "木嶼健康(00241)公布，建議以先舊後新方式配售2億股，每股作價10元，較昨日收市價折讓6%，集資20億元。",
            "木嶼健康",
            (2_000_000_000, "HKD"),
            Round.POST_IPO_EQUITY,
        ),
        (
            "遠川地產(03333)宣布向中資投資者發行可換股債券，集資10億美元。",
            "遠川地產",
            (1_000_000_000, "USD"),
            Round.POST_IPO_DEBT,
        ),
        (
            "青禾国际有限公司宣布，已完成一笔总额8.88亿美元的银团贷款。",
            "青禾国际有限公司",
            (888_000_000, "USD"),
            Round.DEBT_FINANCING,
        ),
    ],
)
def test_money_of_listed_companies(text: str, name: str, sum_: tuple[int, str], round_: Round) -> None:
    deal = only(text)
    assert (company(deal), amount(deal), stage(deal)) == (name, sum_, round_)


def test_a_loan_to_be_paid_back_or_guaranteed_is_no_deal() -> None:
    assert news("青禾置业拟为旗下三家子公司19亿元贷款提供担保。木屿集团已足够偿还江海信托的3亿贷款。") == []


# --- purchases


@pytest.mark.parametrize(
    ("text", "target", "buyers", "status"),
    [
        (
            "木屿服务及要约人远川一品有限公司联合公布，要约人建议以计划方式将公司私有化。",
            "木屿服务",
            ["远川一品有限公司"],
            Status.ANNOUNCED,
        ),
        (
            "公司签署《青禾地产股份有限公司与青禾电气股份有限公司关于澄目矿业有限公司之股权收购协议》，以6800万元购买其100%股权。",
            "澄目矿业有限公司",
            ["青禾地产股份有限公司"],
            Status.ANNOUNCED,
        ),
        (
            "青禾集团同时公告，拟将旗下木屿物流科技有限公司78%的股权，以约6.3亿元的价格出售给海川快递。",
            "木屿物流科技有限公司",
            ["海川快递"],
            Status.ANNOUNCED,
        ),
        ("UPX将以6亿美元把旗下的渡轮公司Lumora出售给Northlake。", "Lumora", ["Northlake"], Status.ANNOUNCED),
        ("新青發展宣布以80億元出售旗下青禾建設全部股權予海川地產。", "青禾建設", ["海川地產"], Status.ANNOUNCED),
        ("青禾集团出售澄目食品全部股权，接盘方为远川资本。", "澄目食品", ["远川资本"], Status.ANNOUNCED),
        ("国光电子宣布以18亿美元收购美国被动元件厂Lumora。", "Lumora", ["国光电子"], Status.ANNOUNCED),
        (
            "路透報道，軟體巨頭澄目科技接近以每股38美元現金收購遊戲商Northlake。",
            "Northlake",
            ["澄目科技"],
            Status.RUMOURED,
        ),
        (
            "海川集团宣布，将出资8亿美元，入股木屿影业。此次入股后，海川集团将持有木屿影业60%的股份。",
            "木屿影业",
            ["海川集团"],
            Status.ANNOUNCED,
        ),
        ("海川与木屿重工签署重组协议，双方将合并成立新集团。", "木屿重工", ["海川"], Status.ANNOUNCED),
        (
            "青禾集团公告，公司拟以现金12.6亿元收购澄目光电51%的股权，交易完成后澄目光电将纳入公司合并报表范围。",
            "澄目光电",
            ["青禾集团"],
            Status.ANNOUNCED,
        ),
    ],
)
def test_purchases(text: str, target: str, buyers: list[str], status: Status) -> None:
    deal = only(text)
    assert deal.kind.value is Kind.ACQUISITION
    assert company(deal) == target
    assert backers(deal) == buyers
    assert deal.status.value is status


# --- listings


@pytest.mark.parametrize(
    ("text", "names", "status"),
    [
        ("木屿医药和澄目生物纷纷在本月登陆港交所。", ["木屿医药", "澄目生物"], Status.ANNOUNCED),
        ("木嶼半導體以每股168元掛牌上市，首日大漲45%。", ["木嶼半導體"], Status.ANNOUNCED),
        (
            "美國電動車廠Lumora周四向美國證交會遞件申請首次公開發行，擬以代號LMRA在那斯達克掛牌。",
            ["Lumora"],
            Status.ANNOUNCED,
        ),
        ("據IPO早知道消息，木嶼機器人已於近日向港交所遞交招股說明書。", ["木嶼機器人"], Status.ANNOUNCED),
        ("青禾藥業附屬木嶼科技擬分拆至科創板上市。", ["木嶼科技"], Status.IN_TALKS),
        ("木屿生物(6826)招股首日反应热烈，孖展认购已录超额。", ["木屿生物"], Status.ANNOUNCED),
    ],
)
def test_listings(text: str, names: list[str], status: Status) -> None:
    found = deals(text)
    assert [(d.kind.value, company(d)) for d in found] == [(Kind.IPO, name) for name in names]
    assert all(d.status.value is status for d in found)


@pytest.mark.parametrize(
    "text",
    [
        "已于香港上市的木屿影业是一家传媒公司",
        "木屿股份：股东拟减持首次公开发行前取得的股份不超3%",
    ],
)
def test_what_only_says_where_a_firm_is_listed(text: str) -> None:
    assert news(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "木嶼健康公布配售2億股，集資20億元",
        "遠川地產發行可換股債券",
        "生技公司青禾送件申請上櫃，由凱基證券輔導",
        "青禾國際完成銀團貸款",
    ],
)
def test_the_gate_reads_traditional_characters(text: str) -> None:
    assert gate.passes(text)


# --- where a name begins or ends, by its characters


@pytest.mark.parametrize(
    ("text", "target", "buyers", "status"),
    [
        ("青禾电网收购木屿电气获批准", "木屿电气", ["青禾电网"], Status.ANNOUNCED),
        ("青禾集团洽购木屿控股", "木屿控股", ["青禾集团"], Status.IN_TALKS),
        ("木屿钢铁获批并入青禾集团", "木屿钢铁", ["青禾集团"], Status.ANNOUNCED),
        ("木屿航空和青禾航空宣布合并", "青禾航空", ["木屿航空"], Status.ANNOUNCED),
        ("青禾能源宣布了总价12亿美元的现金收购木屿资源的计划", "木屿资源", ["青禾能源"], Status.ANNOUNCED),
        ("业务受阻 青禾股份终止收购木屿科技", "木屿科技", ["青禾股份"], Status.ABANDONED),
        ("木屿集团100%的股权以20亿元的价格转让给青禾置业", "木屿集团", ["青禾置业"], Status.ANNOUNCED),
        ("木屿航空与青禾航空的合并计划已告吹。", "青禾航空", ["木屿航空"], Status.ABANDONED),
        ("自Northlake和Lumora合并以来，核心人才正在流失。", "Lumora", ["Northlake"], Status.ANNOUNCED),
    ],
)
def test_parties_of_short_headlines(text: str, target: str, buyers: list[str], status: Status) -> None:
    deal = only(text)
    assert deal.kind.value is Kind.ACQUISITION
    assert (company(deal), backers(deal), deal.status.value) == (target, buyers, status)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("木屿股份披露首次公开发行预披露更新文件", ["木屿股份"]),
        ("木屿科技(301234)明日上市", ["木屿科技"]),
        ("木屿半导体进入上市辅导期，辅导机构为远川证券", ["木屿半导体"]),
        ("证监会同意木屿新材、澄目生物科创板上市提交注册", ["木屿新材", "澄目生物"]),
        ("木屿科技、澄目智能科创板首发过会", ["木屿科技", "澄目智能"]),
    ],
)
def test_listings_under_way(text: str, names: list[str]) -> None:
    found = deals(text)
    assert [(d.kind.value, company(d), d.status.value) for d in found] == [
        (Kind.IPO, name, Status.IN_TALKS) for name in names
    ]


@pytest.mark.parametrize(
    ("text", "backer", "sum_of"),
    [
        ("远川资本给木屿科技投资了5000万元", "远川资本", (50_000_000, "CNY")),
        ("远川资本作为战略投资者入股木屿科技，金额1亿元", "远川资本", (100_000_000, "CNY")),
        ("此次融资为木屿科技的B2轮，由远川资本领投", "远川资本", None),
    ],
)
def test_rounds_from_the_side_of_who_gives(text: str, backer: str, sum_of: tuple[int, str] | None) -> None:
    deal = only(text)
    assert (company(deal), backers(deal), amount(deal)) == ("木屿科技", [backer], sum_of)


def test_the_likelier_of_two_cuts() -> None:
    text = "最强者木屿科技收购澄目智能"
    found = text.index("木屿"), text.index("收购")
    marked: set[str] = set()
    assert cuts.likelier(text, (1, found[1]), cuts.endings(text, 0, found[1]), marked) in (found, None)
    assert cuts.is_good(text, found, marked)
    assert cuts.is_short_for("深创投", "深圳市创新投资集团")
    assert cuts.inside_word("Lumora", 3)
    assert not cuts.inside_word("木屿Lumora", 2)
    mixed = "木屿Lumora完成融资"
    assert all(start != 2 for start, _ in cuts.endings(mixed, 0, mixed.index("完成")))
