"""Templates are filled in as their placeholders say, and what is read of them is compared slot by slot."""

from __future__ import annotations

import pytest
from benchmarks.quality import grid
from benchmarks.quality.grid import Section, filled, sections, wrong

FUNDING = "funding_round"


def section(template: str, kind: str = FUNDING, status: str = "-") -> Section:
    return Section("own", kind, status, (template,))


def causes(template: str, kind: str = FUNDING, status: str = "-") -> set[str]:
    return {cause for n in range(3) for cause in wrong(section(template, kind, status), filled(template, n))}


def test_every_placeholder_is_filled_and_parties_differ() -> None:
    made = filled("{t}{c}完成{m}{r}融资，{l}领投，{j}、{j2}跟投。", 1)
    assert "{" not in made.text
    assert set(made.backers.values()) == {"lead", "participant"}
    assert len(made.backers) == 3


def test_a_filling_is_the_same_each_time() -> None:
    assert filled("{c}获{p}{m}投资", 4) == filled("{c}获{p}{m}投资", 4)
    assert filled("{c}获{p}{m}投资", 4) != filled("{c}获{p}{m}投资", 5)


def test_alternatives_are_templates_of_their_own() -> None:
    templates = [t for s in sections() for t in s.templates]
    assert not [t for t in templates if "<" in t or ">" in t]
    assert "{t}{c}斩获{m}{r}融资。" in templates
    assert len(set(templates)) > 600


@pytest.mark.parametrize(
    ("template", "kind", "status", "said"),
    [
        ("{c}完成{m}{r}融资，{l}领投。", FUNDING, "-", set()),
        ("{c}完成{m}{r}融资。", FUNDING, "in_talks", {"status"}),
        ("{c}完成{m}{r}融资。", "ipo", "-", {"deal"}),
        ("{c}完成{m}{r}融资。", "-", "-", {"false"}),
        ("{c}发布新品，{m}的订单来自{p}。", FUNDING, "-", {"deal"}),
    ],
)
def test_what_is_wrong_is_named(template: str, kind: str, status: str, said: set[str]) -> None:
    assert causes(template, kind, status) == said


def test_shares_are_of_all_and_of_each_section() -> None:
    shares = grid.shares()
    assert set(shares) == {"all", *(s.name for s in sections())}
    assert all(0.8 < row["read"] <= 1 for row in shares.values())
