"""A first close and its extension are parts of one deal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dealwire.core.resolve.deals import cluster
from dealwire.core.resolve.parts import tranche_of
from dealwire.core.resolve.reconcile import reconcile
from dealwire.model import Kind, Report, Round
from tests.core.resolve.making import report, told, usd


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Tidewater raised $45 million in the first close of its Series B.", "first"),
        ("Tidewater completed the second and final closing of $45 million.", "second"),
        ("Halden Capital held the final close of its fund at $45 million.", "final"),
        ("Tidewater closed a $45 million extension of its Series B.", "extension"),
        ("Tidewater has extended its Series B by $45 million.", "extension"),
        ("Tidewater has increased the size of its Series B to $45 million.", "enlarged"),
        ("Tidewater added another $45 million to its latest round.", "extension"),
        ("Tidewater added three pumps to its range after it raised $45 million.", ""),
        ("潮汐科技完成A轮首次交割，金额$45 million。", "first"),
        ("Tidewater raised $45 million in a Series B.", ""),
    ],
)
def test_the_part_that_a_sentence_tells(sentence: str, name: str) -> None:
    content = f"A first close was held elsewhere.\nAnother sentence. {sentence} It means to extend its pier."
    start = content.index("$45 million")
    amount = replace(told(usd(45)), start=start, end=start + len("$45 million"))
    deal = report("a").deal
    assert tranche_of(content, replace(deal, amount=amount, kind=replace(deal.kind, start=start, end=start))) == name


def part(article: str, day: str, millions: float, tranche: str = "", **more: object) -> Report:
    made = report(article, day, amount=usd(millions), round_=Round.SERIES_B, label="Series B", **more)  # type: ignore[arg-type]
    return replace(made, tranche=tranche)


BASE = part("base", "2025-01-10", 70)
MORE = part("more", "2025-06-02", 20, "extension")
SILENT = part("silent", "2025-06-03", 20)


def test_an_extension_is_a_tranche_of_the_round() -> None:
    (found,) = cluster([MORE, BASE, part("again", "2025-06-02", 20, "extension")])
    deal = reconcile(found).deal
    assert [(p.name, p.amount["value"], p.announced_on["value"], len(p.reports)) for p in deal.tranches] == [
        ("whole", 70_000_000, "2025-01-10", 1),
        ("extension", 20_000_000, "2025-06-02", 2),
    ]
    assert deal.fields["amount"].value["value"] == 70_000_000
    assert deal.conflicts == ()


def test_who_tells_the_same_sum_in_the_same_days_tells_the_same_part() -> None:
    deal = reconcile([BASE, MORE, SILENT]).deal
    assert [len(p.reports) for p in deal.tranches] == [1, 2]
    assert deal.conflicts == ()


def test_a_round_without_parts_has_none() -> None:
    assert reconcile([BASE, part("other", "2025-01-11", 70)]).deal.tranches == ()


def test_the_final_size_is_the_deals() -> None:
    fund = [
        replace(report("first", "2025-01-10", kind=Kind.FUND_CLOSE, amount=usd(300)), tranche="first"),
        replace(report("final", "2025-09-10", kind=Kind.FUND_CLOSE, amount=usd(500)), tranche="final"),
    ]
    (found,) = cluster(fund)
    deal = reconcile(found).deal
    assert deal.fields["amount"].value["value"] == 500_000_000
    assert [p.name for p in deal.tranches] == ["first", "final"]
    assert deal.conflicts == ()


def test_the_next_stage_is_no_tranche() -> None:
    later = replace(report("c", "2025-06-02", amount=usd(20), round_=Round.SERIES_C, label="Series C"), tranche="first")
    assert len(cluster([BASE, later])) == 2
