"""Whose money a fund is: told by a part in it, as its holders, or by the notice of whoever gives."""

from __future__ import annotations

import pytest

from dealwire.core.extract import chinese
from dealwire.model import Kind


@pytest.mark.parametrize(
    ("text", "fund", "givers"),
    [
        (
            "木屿创投完成2支风险投资基金的筹资，其中一支新的3亿美元基金由海岳集团担任关键投资人。",
            "木屿创投",
            ["海岳集团"],
        ),
        ("木屿愿景基金已筹集930亿美元，主要投资者为海岳集团和青禾基金。", "木屿愿景基金", ["海岳集团", "青禾基金"]),
        (
            "国家木屿产业投资基金三期成立，注册资本3440亿元，股东包括海岳金融、银杉银行等。",
            "国家木屿产业投资基金三期",
            ["海岳金融", "银杉银行"],
        ),
        (
            "海岳科技公告，出资1.5亿元参与投资木屿光电创业投资合伙企业（有限合伙），认缴出资总额为3.8亿元。",
            "木屿光电创业投资合伙企业",
            ["海岳科技"],
        ),
        (
            "木屿资本新一期人民币基金完成首关，规模30亿元，出资人主要包括海岳集团、青禾产投。",
            "木屿资本",
            ["海岳集团", "青禾产投"],
        ),
    ],
)
def test_who_gives(text: str, fund: str, givers: list[str]) -> None:
    (deal,) = chinese.read(f"\n{text}", 0, None).deals
    assert deal.kind.value is Kind.FUND_CLOSE
    assert deal.company is not None
    assert deal.company.value == fund
    assert [b.value.name for b in deal.investors] == givers
