"""Listings as exchanges, agencies and Hong Kong papers tell them."""

from __future__ import annotations

import pytest

from dealwire.model import Kind, Qualifier, Role, Status
from tests.core.extract.chinese.test_read import amount, backers, company, deals, only


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("橙速達今日首日掛牌，開報18.6港元", Status.ANNOUNCED),
        ("橙速達（02988）今午招股結束，孖展認購逾300億元", Status.ANNOUNCED),
        ("橙速達公布，發售價已釐定為每股18.2港元，股份將於下周一買賣", Status.ANNOUNCED),
        ("橙速達已通過港交所上市聆訊，據報最快下周開始招股", Status.IN_TALKS),
        ("橙速達擬在港第二上市，集資最多5億美元", Status.IN_TALKS),
        ("橙速達暗盤收報9.2港元，較招股價高15%", Status.ANNOUNCED),
        ("橙速达完成IPO定价，发行价每股29美元，将于5月21日在纽交所交易", Status.ANNOUNCED),
        ("橙速达定价每股17美元，将于周四在纳斯达克挂牌", Status.ANNOUNCED),
        ("橙速达今日申购，发行价21.3元", Status.ANNOUNCED),
        ("证监会网站披露，橙速达已办理辅导备案登记", Status.IN_TALKS),
        ("橙速达昨日完成在科创板的上市，成为本市今年第三家上市公司", Status.CLOSED),
        ("橙速达拟借壳远山股份上市", Status.IN_TALKS),
        ("橙速达二次递表港交所", Status.ANNOUNCED),
    ],
)
def test_how_far_a_listing_has_come(text: str, status: Status) -> None:
    deal = only(text)
    assert (deal.kind.value, deal.status.value) == (Kind.IPO, status)
    assert company(deal) in ("橙速達", "橙速达")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("松岚半导体向港交所递交上市申请，联席保荐人是中金公司、招银国际。", ["中金公司", "招银国际"]),
        ("松岚半导体向港交所递交上市申请，华泰国际为独家保荐人。", ["华泰国际"]),
        ("松岚半导体已提交IPO申请。高盛、摩根大通为其首次公开募股的承销商。", ["高盛", "摩根大通"]),
        ("松岚半导体拟赴港IPO，正与中信证券和摩根大通合作。", ["中信证券", "摩根大通"]),
        ("鶴鳴醫藥計劃來港上市，聯席保薦人為華泰國際及建銀國際。", ["華泰國際", "建銀國際"]),
    ],
)
def test_who_brings_a_company_to_the_exchange(text: str, names: list[str]) -> None:
    assert backers(only(text), Role.ADVISER) == names


def test_a_sum_that_an_offering_may_reach_at_best() -> None:
    deal = only("松岚半导体计划赴美IPO，募资高达8亿美元。")
    assert deal.amount is not None
    assert deal.amount.value.qualifier is Qualifier.AT_MOST


def test_the_sum_that_an_offering_is_now_to_raise() -> None:
    deal = only("云枢科技已更新科创板IPO招股书，拟募资额由20亿元缩减至15亿元。")
    assert amount(deal) == (1_500_000_000, "CNY")


def test_what_the_public_orders_is_not_what_the_company_raises() -> None:
    assert only("松岚半导体招股结束，孖展认购逾300亿元。").amount is None


def test_the_arm_that_is_spun_off() -> None:
    assert company(only("橙市集團計劃分拆物流業務橙速達來港上市")) == "橙速達"


def test_a_merger_with_a_blank_cheque_company_is_a_listing() -> None:
    deal = only("SPAC公司Summit Acquisition宣布与激光雷达企业光策科技达成合并协议，将在纳斯达克上市。")
    assert (deal.kind.value, company(deal)) == (Kind.IPO, "光策科技")


def test_a_filing_told_as_news_and_as_history_is_one_listing() -> None:
    deal = only("松岚半导体今日再次向港交所递表。松岚半导体曾于2025年6月首次递表。")
    assert deal.background is None


@pytest.mark.parametrize(
    "text",
    [
        "一旦公司通过上市聆讯，须尽早公布文件",
        "港交所行政总裁表示，目前有超过300家公司排队上市",
        "青禾新款水冷散热器即将上市",
        "国产创新药ZX-101获批上市，用于治疗肺癌",
    ],
)
def test_no_listing(text: str) -> None:
    assert not deals(text)


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("橙速達（02988）在港招股，集資9.4億元。", (940_000_000, "HKD")),
        ("橙速達在港上市，集資9.4億元人民幣。", (940_000_000, "CNY")),
        ("橙速达在港上市，募资9.4亿元。", (940_000_000, "CNY")),
    ],
)
def test_a_hong_kong_paper_counts_in_its_own_dollars(text: str, sum_: tuple[int, str]) -> None:
    assert amount(only(text)) == sum_


def test_taiwan_dollars() -> None:
    deal = only("台積材料宣布以新台幣120億元收購晶銳科技100%股權。")
    assert amount(deal) == (12_000_000_000, "TWD")
