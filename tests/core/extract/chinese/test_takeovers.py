"""Purchases that are meant, talked about or told by any verb of getting, and how far a sentence says that they are."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import Kind, Status


def purchases(text: str) -> list[tuple[str, list[str], Status | None]]:
    deals = chinese.read(f"\n{text}", 0, None).deals
    return [
        (d.company.value, [b.value.name for b in d.investors], d.status.value if d.status else None)
        for d in deals
        if d.company is not None and d.kind.value is Kind.ACQUISITION
    ]


@pytest.mark.parametrize(
    ("text", "company", "buyers"),
    [
        ("木屿乳业正研究对蓝岭食品的潜在收购，目前仍在磋商中。", "蓝岭食品", ["木屿乳业"]),
        ("市场消息：海岳外卖即将卖给云帆集团，谈判已接近完成。", "海岳外卖", ["云帆集团"]),
        ("据可靠消息，艺川成为微岭的优先收购目标。", "艺川", ["微岭"]),
        ("微岭对Valton也非常感兴趣，希望拿下游戏商PUBIX Corp。", "PUBIX Corp", []),
        ("知情人士称，北岸食品或以30亿元收购木屿酒业，双方尚未签约。", "木屿酒业", ["北岸食品"]),
        ("传海岳拟售木屿咖啡，木屿咖啡否认。", "木屿咖啡", []),
        ("路透社援引消息人士的话称，长峰资本正与木屿生物就收购事宜进行排他性谈判。", "木屿生物", ["长峰资本"]),
        ("木屿股份(600887.SH)正研究收购青禾乳业。", "青禾乳业", ["木屿股份"]),
    ],
)
def test_what_is_meant_is_in_talks(text: str, company: str, buyers: list[str]) -> None:
    assert [p for p in purchases(text) if p[0] == company] == [(company, buyers, Status.IN_TALKS)]


def test_what_is_sold_may_be_listed_behind_the_sale() -> None:
    text = "外媒报道，远川集团正寻求出售多项零售资产，包括零售商蓝岭鲜生和百货公司大福。"
    assert [name for name, _, _ in purchases(text)] == ["蓝岭鲜生", "大福"]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("微岭以25亿美元买下了《青禾世界》的开发商Mujang。", "Mujang"),
        ("海岳科技宣布收购“木屿浏览器”开发商北岸网络。", "北岸网络"),
        ("索岭互动收购《银河守卫》制作公司Firefall Studios。", "Firefall Studios"),
        ("消息称腾川将收购《方块王国》开发商北欧公司Blockey，作价3亿欧元。", "Blockey"),
    ],
)
def test_what_a_firm_makes_is_not_its_name(text: str, company: str) -> None:
    assert [name for name, _, _ in purchases(text)] == [company]


@pytest.mark.parametrize(
    ("text", "company", "buyer"),
    [
        ("大川发电拟取渝江集团60%股权", "渝江集团", "大川发电"),
        ("闽江电力近日揽下旺川水电有限公司70%股权，并与转让方约定了盈利底线。", "旺川水电有限公司", "闽江电力"),
        ("方岭集团夺得南昌铁业57.97%的国有股权。", "南昌铁业", "方岭集团"),
        ("木屿集团斥资3亿元拿到蓝岭酒店80%的股份。", "蓝岭酒店", "木屿集团"),
        ("河岳钢铁拟15亿接掌石城钢铁60%股权", "石城钢铁", "河岳钢铁"),
    ],
)
def test_any_verb_of_getting_does_before_a_stake(text: str, company: str, buyer: str) -> None:
    assert [(name, who) for name, who, _ in purchases(text)] == [(company, [buyer])]


def test_a_small_stake_is_no_purchase_by_any_verb() -> None:
    assert purchases("闽江电力近日揽下旺川水电有限公司20%股权。") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("木屿洁能拟收购青禾生态100%股权，海岳集团大生态业务欲整体上市。", Status.ANNOUNCED),
        ("木屿集团宣布以3亿元收购青禾软件，公司还在考虑进入欧洲市场。", Status.ANNOUNCED),
        ("海岳股份完成对木屿检测的收购，并计划明年扩建实验室。", Status.CLOSED),
        ("木屿集团宣布以3亿元收购青禾软件，双方仍在磋商细节。", Status.IN_TALKS),
    ],
)
def test_a_later_clause_about_something_else_says_nothing_of_a_purchase(text: str, status: Status) -> None:
    assert [told for _, _, told in purchases(text)] == [status]


def test_who_acts_as_the_offeror_buys_whose_notice_it_is() -> None:
    text = "木屿集团近日公告，大股东兼主席曾明山持有的公司作为要约人，以计划安排方式提出私有化，注销价格每股1.5港元。"
    assert purchases(text) == [("木屿集团", ["曾明山"], Status.IN_TALKS)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("木屿短信斥15亿收购青禾网", [("青禾网", ["木屿短信"])]),
        (
            "四川海岳子公司虹川投资对青禾佳华的私有化方案，使其股价在复牌后创下1.15港元的新高。",
            [("青禾佳华", ["虹川投资"])],
        ),
        ("海岳医疗持有的木屿医院80%股权拟以1元对价转让给受让方青禾生物。", [("木屿医院", ["青禾生物"])]),
        ("港股私有化浪潮涌动：要约频出，股价起死回生", []),
    ],
)
def test_words_around_the_parties_are_no_part_of_them(text: str, told: list[tuple[str, list[str]]]) -> None:
    assert [(name, who) for name, who, _ in purchases(text)] == told


def test_what_a_share_costs_is_no_price() -> None:
    text = "四川海岳子公司虹川投资对青禾佳华的私有化方案，使其股价在复牌后创下1.15港元的新高。"
    assert [d.amount for d in chinese.read(f"\n{text}", 0, None).deals] == [None]


@pytest.mark.parametrize(
    ("text", "company", "buyer"),
    [
        ("外媒报道，木屿科技执行长黄明山可能考虑以约730亿美元收购芯片厂海岳通。", "海岳通", "木屿科技"),
        ("北岸能源董事长李强透露，正考虑收购青禾电力。", "青禾电力", "北岸能源"),
        ("木屿实验室股价盘后大涨36%，有媒体报道海岳仪器有意收购，谈判已进入成熟阶段。", "木屿实验室", "海岳仪器"),
    ],
)
def test_who_speaks_for_a_buyer_is_cut_off_and_an_object_left_out_is_found(text: str, company: str, buyer: str) -> None:
    assert purchases(text) == [(company, [buyer], Status.IN_TALKS)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("木屿家居公告，公司拟收购青禾微电子60%股权。由于未达成共识，各方决定终止筹划前述事项。", Status.ABANDONED),
        ("木屿家居公告，公司拟收购青禾微电子60%股权。如未能按期披露方案，公司将终止筹划相关事项。", Status.ANNOUNCED),
    ],
)
def test_a_plan_is_off_where_it_is_ended_and_not_where_it_may_be(text: str, status: Status) -> None:
    assert [told for _, _, told in purchases(text)] == [status]


def test_a_purchase_of_that_time_is_history() -> None:
    deals = chinese.read("\n当初青团收购木屿单车时，不少人感到惋惜。", 0, None).deals
    assert [(d.company.value, d.background is not None) for d in deals if d.company] == [("木屿单车", True)]


def test_who_is_merged_becomes_an_arm_of_its_buyer() -> None:
    text = "木屿科技股东投票通过与海岳汽车的合并协议，合并后木屿科技将成为海岳汽车全资子公司并退市。"
    assert [(name, who) for name, who, _ in purchases(text)] == [("木屿科技", ["海岳汽车"])]


@pytest.mark.parametrize(
    ("text", "company", "buyer"),
    [
        ("美川于2月5日宣布以约7.17亿美元收购叮当买菜中国业务100%股权。", "叮当买菜", "美川"),
        ("嘉木集团斥资15亿买海南华航地产60%股权", "海南华航地产", "嘉木集团"),
        (
            "海岳莱士公告称，公司完成董事会换届。经审慎判断，公司控股股东变更为青禾康医疗科技有限公司。",
            "海岳莱士",
            "青禾康医疗科技有限公司",
        ),
    ],
)
def test_a_verb_inside_a_name_is_none_and_the_firm_may_stand_a_sentence_before(
    text: str, company: str, buyer: str
) -> None:
    assert [(name, who) for name, who, _ in purchases(text)] == [(company, [buyer])]


def test_numbers_and_cards_are_no_firms() -> None:
    assert purchases("广告内容是高价收购手机号、验证码、物联网卡，验证码和物联网卡被转卖。") == []
