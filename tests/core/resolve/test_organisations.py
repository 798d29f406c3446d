"""Names judged to be one organisation's: a function of the set of names, links and judgements."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.core.names import fold
from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.ids import organisation_id
from dealwire.core.resolve.organisations import blocks, cluster, link, told_link
from dealwire.model import Judgement, NameLink, NamePair, Organisation, Verdict
from tests.core.resolve.making import judgement, told, undo

NAMES = [
    "Moonshot",
    "Moonshot AI",
    "Moonshot Robotics",
    "Alibaba",
    "Alibaba Cloud",
    "Harbour",
    "Harbour Ventures",
    "月之暗面",
]
FORMS = {fold(name): {name: n + 1} for n, name in enumerate(NAMES)}
KEYS = list(FORMS)


def links_of(keys: list[str], aliases: Aliases = NO_ALIASES) -> list[NameLink]:
    pairs = itertools.combinations(sorted(keys), 2)
    return [one for a, b in pairs if (one := link(a, b, aliases))]


def groups(organisations: list[Organisation]) -> set[tuple[str, ...]]:
    return {organisation.keys for organisation in organisations}


def test_a_name_between_two_organisations_joins_only_one() -> None:
    found = groups(cluster(KEYS, FORMS, links_of(KEYS)))
    assert ("moonshot", "moonshot ai") in found
    assert ("moonshot robotics",) in found
    assert ("alibaba",) in found


def test_a_table_of_aliases_crosses_scripts() -> None:
    table = Aliases.from_rows([{"entity": "Moonshot AI", "name": "月之暗面"}])
    assert blocks("月之暗面", table) & blocks("moonshot ai", table)
    found = groups(cluster(KEYS, FORMS, links_of(KEYS, table)))
    assert ("moonshot", "moonshot ai", "月之暗面") in found


def test_a_text_that_gives_two_names_links_them() -> None:
    pair = NamePair(told("月之暗面"), told("Moonshot AI"))
    stated = told_link("月之暗面", "moonshot ai", pair)
    assert stated is not None
    assert stated.a < stated.b
    found = groups(cluster(KEYS, FORMS, [*links_of(KEYS), stated]))
    assert ("moonshot", "moonshot ai", "月之暗面") in found


def test_initials_that_texts_give_to_two_names_go_to_one() -> None:
    names = ["brackwater group", "bg labs", "bright glen", "bg"]
    told_of = [("brackwater group", "bg"), ("bright glen", "bg")]
    links = [one for a, b in told_of if (one := told_link(a, b, NamePair(told(a), told(b))))]
    assert {one.rule for one in links} == {"told, initials"}
    found = groups(cluster(names, {key: {key: 1} for key in names}, links))
    assert found == {("bg", "brackwater group"), ("bg labs",), ("bright glen",)}
    assert groups(cluster(names[::-1], {key: {key: 1} for key in names}, links[::-1])) == found


def test_a_sound_that_two_names_share_goes_to_one() -> None:
    keys = ["海港智造", "海岗智造", "haigangzhizao"]
    forms = {key: {key: n} for n, key in enumerate(keys, start=1)}
    links = links_of(keys)
    assert len(links) == 2
    assert groups(cluster(keys, forms, links)) == {("haigangzhizao", "海岗智造"), ("海港智造",)}


def test_a_likely_link_is_kept_and_merges_nothing() -> None:
    keys = ["tarnwick", "tarnwick capital"]
    (only,) = links_of(keys)
    assert only.rule == "likely"
    assert 0.5 <= only.score < 0.8
    found = cluster(keys, {key: {key: 1} for key in keys}, [only])
    assert groups(found) == {("tarnwick",), ("tarnwick capital",)}
    assert [organisation.links for organisation in found] == [(), ()]
    said = judgement("1", "name", "Tarnwick", "Tarnwick Capital", Verdict.SAME)
    assert groups(cluster(keys, {key: {key: 1} for key in keys}, [only], [said])) == {("tarnwick", "tarnwick capital")}


def test_the_name_shown_is_the_one_most_articles_use() -> None:
    forms = {"alibaba": {"Alibaba": 3, "Alibaba Group": 5, "ALIBABA": 3}}
    (organisation,) = cluster(["alibaba"], forms, [])
    assert organisation.names == ("Alibaba Group", "ALIBABA", "Alibaba")
    assert organisation.name == "Alibaba Group"
    assert organisation.id == organisation_id("alibaba")


def test_a_person_joins_and_parts_names_against_all_rules() -> None:
    apart = judgement("1", "name", "Moonshot", "Moonshot AI", Verdict.DIFFERENT)
    together = judgement("2", "name", "Alibaba", "Alibaba Cloud", Verdict.SAME)
    found = groups(cluster(KEYS, FORMS, links_of(KEYS), [apart, together]))
    assert ("alibaba", "alibaba cloud") in found
    assert not any({"moonshot", "moonshot ai"} <= set(keys) for keys in found)


def test_a_later_verdict_wins_and_an_undone_one_leaves_no_trace() -> None:
    links = links_of(KEYS)
    first = judgement("1", "name", "Alibaba", "Alibaba Cloud", Verdict.SAME, day=0)
    second = judgement("2", "name", "Alibaba Cloud", "Alibaba", Verdict.DIFFERENT, day=1)
    plain = cluster(KEYS, FORMS, links)
    assert cluster(KEYS, FORMS, links, [second, first]) == plain
    assert cluster(KEYS, FORMS, links, [first, undo("3", "1")]) == plain
    assert groups(cluster(KEYS, FORMS, links, [first, second, undo("3", "2")])) != groups(plain)


verdicts = st.builds(
    lambda n, a, b, verdict, day: judgement(f"j{n}", "name", a, b, verdict, day),
    st.integers(0, 10**6),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]),
    st.integers(0, 9),
)


@settings(max_examples=60)
@given(st.lists(verdicts, max_size=5, unique_by=lambda j: j.id), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(judgements: list[Judgement], random: object) -> None:
    links = links_of(KEYS)
    expected = cluster(KEYS, FORMS, links, judgements)
    shuffle = random.shuffle  # type: ignore[attr-defined]
    keys, shuffled_links, shuffled = list(KEYS), list(links), list(judgements)
    for each in (keys, shuffled_links, shuffled):
        shuffle(each)
    assert cluster(keys, FORMS, shuffled_links * 2, shuffled) == expected


@settings(max_examples=60)
@given(st.lists(verdicts, min_size=1, max_size=5, unique_by=lambda j: j.id), st.data())
def test_a_judgement_undone_leaves_no_trace(judgements: list[Judgement], data: st.DataObject) -> None:
    links = links_of(KEYS)
    gone = data.draw(st.sampled_from(judgements))
    kept = [one for one in judgements if one is not gone]
    assert cluster(KEYS, FORMS, links, [*judgements, undo("u", gone.id, day=20)]) == cluster(KEYS, FORMS, links, kept)


def test_components_apart_give_what_they_give_together() -> None:
    links = links_of(KEYS)
    together = cluster(KEYS, FORMS, links)
    alone = [
        organisation
        for keys in (["moonshot", "moonshot ai", "moonshot robotics"], ["alibaba"], ["alibaba cloud"], ["harbour"])
        for organisation in cluster(keys, FORMS, [one for one in links if one.a in keys and one.b in keys])
    ]
    assert {organisation.id for organisation in alone} <= {organisation.id for organisation in together}


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
def test_a_verdict_on_names_that_are_not_there_is_harmless(verdict: Verdict) -> None:
    stray = judgement("1", "name", "Nowhere", "Alibaba", verdict)
    assert cluster(KEYS, FORMS, links_of(KEYS), [stray]) == cluster(KEYS, FORMS, links_of(KEYS))
