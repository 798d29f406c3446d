"""Whose listing a text tells, and how far it has come: lists, descriptions, what an exchange does, and no issuer."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import Kind, Status


def listings(text: str) -> list[tuple[str, Status | None]]:
    deals = chinese.read(f"\n{text}", 0, None).deals
    return [
        (d.company.value, d.status.value if d.status else None)
        for d in deals
        if d.company is not None and d.kind.value is Kind.IPO
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "今日，科创板上市委召开第12次审议会议，审议青禾科技、北岸膜业和银杉新材3家公司首发上市申请。",
            ["青禾科技", "北岸膜业", "银杉新材"],
        ),
        ("上交所受理海岳数网、木屿生物科创板上市申请。", ["海岳数网", "木屿生物"]),
        (
            "证监会同意远川控制股份有限公司、松江宏图信息股份有限公司、云帆科技股份有限公司3家公司科创板IPO注册。",
            ["远川控制股份有限公司", "松江宏图信息股份有限公司", "云帆科技股份有限公司"],
        ),
        ("审核结果显示，同意南麓光电、华岭微电子首发上市。", ["南麓光电", "华岭微电子"]),
    ],
)
def test_what_an_exchange_does_belongs_to_no_name_of_a_list(text: str, names: list[str]) -> None:
    assert listings(text) == [(name, Status.IN_TALKS) for name in names]


def test_a_clause_goes_on_about_the_list_before_it() -> None:
    text = "北岸超导、虹川软件、南麓医学3家科创板企业公布发行公告，确定发行价格，将于7月11日申购。"
    assert [name for name, _ in listings(text)] == ["北岸超导", "虹川软件", "南麓医学"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("正在筹备A股上市的江北农商行，频陷贷款纠纷。", "江北农商行"),
        ("记者获悉，计划赴美上市的青客公寓已更换财务总监。", "青客公寓"),
        ("即将在港交所上市的蓝岭物业去年净利润翻番。", "蓝岭物业"),
        ("曾于6月搁置上市计划的物流地产商海岳仓储近日重启赴港IPO，集资额达10亿港元。", "海岳仓储"),
    ],
)
def test_a_firm_is_told_by_the_listing_that_it_plans(text: str, name: str) -> None:
    assert listings(text) == [(name, Status.IN_TALKS)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("远川科技向港交所提交的上市申请正式失效。", [("远川科技", Status.ABANDONED)]),
        ("木屿新成的科创板IPO注册申请被证监会否决。", [("木屿新成", Status.ABANDONED)]),
        (
            "青禾芯片披露科创板发行结果，网上投资者放弃认购73万元，公司将于下周上市。",
            [("青禾芯片", Status.IN_TALKS)],
        ),
        ("北岸燃气集团向港交所递交上市前文件。", [("北岸燃气集团", Status.ANNOUNCED)]),
        ("南麓生物来港申请上市，中银国际为独家保荐人。", [("南麓生物", Status.ANNOUNCED)]),
        ("海岳银行拿到A股IPO批文。", [("海岳银行", Status.IN_TALKS)]),
        ("青禾制药拟上科创板，木屿投资退出。", [("青禾制药", Status.IN_TALKS)]),
        ("国岭股份顺利通过发审会，将择日在主板挂牌上市。", [("国岭股份", Status.IN_TALKS)]),
    ],
)
def test_how_far_a_listing_has_come(text: str, told: list[tuple[str, Status]]) -> None:
    assert listings(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "海岳地产4亿美元优先票据将于7月11日在港交所上市。",
        "青禾黄金交易所纽约金合约挂牌上市首日下跌。",
        "中证协发布《科创板首次公开发行股票承销业务规范》。",
        "木岭会计师事务所：香港上半年IPO集资额位列全球第三。",
        "木屿玻璃公告，若财报仍被出具无法表示意见，深交所可能暂停公司股票上市。",
        "2019年5月，北岸签名登陆纳斯达克大屏，向世界展示中国品牌。",
    ],
)
def test_what_is_listed_and_no_firm_is_none(text: str) -> None:
    assert listings(text) == []


def test_banks_are_told_by_each_of_their_parts() -> None:
    def banks(text: str) -> list[str]:
        return [b.value.name for d in chinese.read(f"\n{text}", 0, None).deals for b in d.investors]

    several = "木屿汽车完成纽交所上市，高盛、瑞银担任联席主承销商，虎岭证券和雪峰证券为副承销商。"
    assert banks(several) == ["高盛", "瑞银", "虎岭证券", "雪峰证券"]
    verb = "北岸燃气集团向港交所递交上市前文件，木屿国际、海岳资本联席保荐。"
    assert banks(verb) == ["木屿国际", "海岳资本"]


def test_a_later_sentence_gives_its_sum_to_whom_it_names() -> None:
    text = (
        "北京木屿微电子股份有限公司（简称“木屿微”）、厦门青禾芯片股份有限公司（简称“青禾芯”）科创板IPO过会。\n"
        "此次IPO，木屿微拟募资20.67亿元，用于射频芯片项目。"
    )
    deals = chinese.read(f"\n{text}", 0, None).deals
    told = {d.company.value: d.amount.quote if d.amount else None for d in deals if d.company}
    assert told == {"木屿微": "20.67亿元", "青禾芯": None}


def test_whom_a_firm_chooses_advises_it_and_not_the_firm() -> None:
    text = "本次IPO，青禾创新向港交所递交招股书，青禾创新委任木屿证券及海岳证券为整体协调人。"
    deals = chinese.read(f"\n{text}", 0, None).deals
    assert [[b.value.name for b in d.investors] for d in deals] == [["木屿证券", "海岳证券"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("木屿科技计划最早于2026年在港完成首次公开募股（IPO）。", [("木屿科技", Status.IN_TALKS)]),
        (
            "上市委审议通过了科创板拟上市企业青禾存储发行上市申请。",
            [("青禾存储", Status.IN_TALKS)],
        ),
    ],
)
def test_what_is_planned_or_passed_is_not_done(text: str, told: list[tuple[str, Status]]) -> None:
    assert listings(text) == told
