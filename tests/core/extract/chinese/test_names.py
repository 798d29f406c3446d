"""Names cut out of running text."""

from __future__ import annotations

import pytest

from dealwire.core.extract.chinese.lists import segments
from dealwire.core.extract.chinese.names import Names
from dealwire.core.extract.chinese.prose import prose
from dealwire.core.extract.chinese.shape import is_anaphor, is_generic, is_name


def before(text: str, verb: str) -> str | None:
    names = Names(prose(text, 0))
    span = names.before(0, names.text.plain.index(verb))
    return names.told(span).value if span else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("木屿科技近日正式宣布完成融资", "木屿科技"),
        ("高性能模块厂家无锡木屿半导体有限公司（下称“木屿半导体”）完成融资", "木屿半导体"),
        ("总部位于柏林的软件公司Nordlicht完成融资", "Nordlicht"),
        ("据海外媒体报道木屿科技完成融资", "木屿科技"),
        ("正信光电正完成融资，正信光电已扩产", "正信光电"),
        ("木屿科技创始人李明透露完成融资", "木屿科技"),
        ("和光智能完成融资", "和光智能"),
        ("与光科技完成融资", "与光科技"),
        ("由木屿科技完成融资", "木屿科技"),
        ("据木屿科技完成融资", "木屿科技"),
        ("公司完成融资", None),
        ("多家机器人企业完成融资", None),
        ("某头部芯片公司完成融资", None),
        ("IT之家完成融资", None),
        ("芯片厂商完成融资", None),
    ],
)
def test_the_name_before_a_verb(text: str, name: str | None) -> None:
    assert before(text, "完成") == name


def test_an_adverb_that_ends_a_name_stays_where_the_text_always_writes_it() -> None:
    assert before("海光正完成融资，海光正将扩产，海光正在招聘", "完成") == "海光正"


def test_the_article_says_which_short_form_it_uses() -> None:
    text = "广东木屿智能系统有限公司（以下简称“木屿智能”）完成融资"
    names = Names(prose(text, 0))
    span = names.before(0, names.text.plain.index("完成"))
    assert span is not None
    told = names.told(span)
    assert (told.value, told.quote, text[told.start : told.end]) == ("木屿智能", "木屿智能", "木屿智能")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲基金、乙资本和丙创投", ["甲基金", "乙资本", "丙创投"]),
        ("和君资本、云和资本", ["和君资本", "云和资本"]),
        ("甲基金以及乙资本", ["甲基金", "乙资本"]),
        ("深圳市脑科学与类脑产业基金", ["深圳市脑科学与类脑产业基金"]),
    ],
)
def test_lists_are_cut_between_names_and_not_inside(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end, _ in segments(text, 0, len(text))] == parts


def test_what_can_be_no_name() -> None:
    assert not is_name("资金将主要用于研发")
    assert not is_name("了")
    assert is_name("有赞科技")
    assert is_generic("知名投资机构")
    assert not is_generic("远川资本")
    assert is_anaphor("该公司")
    assert not is_anaphor("木屿科技")
