from __future__ import annotations

from dealwire.ports import Store
from tests.factories import make_link, make_mention, make_organisation, make_pair, make_report


class TestMentions:
    def test_written_forms_with_the_number_of_articles(self, store: Store) -> None:
        store.replace_article_views("a", [], [make_mention("a", "Acme"), make_mention("a", "Acme", report="r")], [])
        store.replace_article_views("b", [], [make_mention("b", "Acme"), make_mention("b", "ACME")], [])
        assert store.mentions(["acme", "unknown"]) == {"acme": {"Acme": 2, "ACME": 1}}
        assert store.mention_keys(["a", "b", "c"]) == {"acme"}
        assert store.articles_mentioning(["acme"]) == ["a", "b"]
        assert store.articles_mentioning(["acme"], 2) == ["a", "b"]
        assert store.articles_mentioning(["acme"], 1) in (["a"], ["b"])
        assert store.articles_mentioning(["acme", "unknown"], 0) == []

    def test_replacing_leaves_nothing_of_before(self, store: Store) -> None:
        pair = ("zhipu", "智谱", make_pair())
        store.replace_article_views("a", [make_report("r1", "a")], [make_mention("a", "Acme")], [pair])
        store.replace_article_views("a", [make_report("r2", "a")], [make_mention("a", "Birch")], [])
        assert store.mentions(["acme"]) == {}
        assert store.mention_keys(["a"]) == {"birch"}
        assert store.pairs(["zhipu"]) == []
        assert [report.id for report in store.reports_of_articles(["a"])] == ["r2"]

    def test_replacing_one_leaves_the_others(self, store: Store) -> None:
        store.replace_article_views("a", [], [make_mention("a", "Acme")], [])
        store.replace_article_views("b", [], [], [])
        assert store.mention_keys(["a"]) == {"acme"}

    def test_counts_follow_what_articles_come_to_say(self, store: Store) -> None:
        acme = ["Acme", "Acme", "ACME"]
        store.replace_article_views(
            "a", [], [make_mention("a", name, report=f"r{n}") for n, name in enumerate(acme)], []
        )
        store.replace_article_views("b", [], [make_mention("b", "Acme")], [])
        store.replace_article_views("b", [], [make_mention("b", "ACME"), make_mention("b", "Birch")], [])
        assert store.mentions(["acme", "birch"]) == {"acme": {"Acme": 1, "ACME": 2}, "birch": {"Birch": 1}}
        store.replace_article_views("a", [], [], [])
        assert store.mentions(["acme", "birch"]) == {"acme": {"ACME": 1}, "birch": {"Birch": 1}}
        store.replace_article_views("b", [], [], [])
        assert store.mentions(["acme", "birch"]) == {}

    def test_many_keys(self, store: Store) -> None:
        written = [f"Name {n}" for n in range(2300)]
        store.replace_article_views("a", [], [make_mention("a", name) for name in written], [])
        assert store.mentions(name.casefold() for name in written) == {name.casefold(): {name: 1} for name in written}


class TestPairs:
    def test_either_side_finds_it_once(self, store: Store) -> None:
        first, second = ("a", "b", make_pair("A", "B")), ("b", "c", make_pair("B", "C"))
        store.replace_article_views("x", [], [], [second, first, first])
        assert store.pairs(["a"]) == [first]
        assert store.pairs(["c", "b", "a"]) == [first, second]


class TestNames:
    def test_blocks_sorted_and_limited(self, store: Store) -> None:
        store.add_names({"zhipu ai": ["zhi", "ai"], "acme ai": ["ai"], "birch ai": ["ai"]})
        store.add_names({"acme ai": ["ai"]})
        assert store.known_names(["zhipu ai", "other"]) == {"zhipu ai"}
        assert store.names_in_blocks(["ai", "zhi", "none"]) == {
            "ai": ["acme ai", "birch ai", "zhipu ai"],
            "zhi": ["zhipu ai"],
        }
        assert store.names_in_blocks(["ai"], limit=2) == {"ai": ["acme ai", "birch ai"]}

    def test_dropped_with_blocks_and_links(self, store: Store) -> None:
        store.add_names({"a": ["x"], "b": ["x"]})
        store.add_name_links([make_link("a", "b"), make_link("b", "c")])
        store.drop_names(["a"])
        assert store.known_names(["a", "b"]) == {"b"}
        assert store.names_in_blocks(["x"]) == {"x": ["b"]}
        assert store.name_links(["a", "b", "c"]) == [make_link("b", "c")]


class TestLinks:
    def test_one_for_each_pair_and_rule(self, store: Store) -> None:
        store.add_name_links([make_link("a", "b", "x", 0.1), make_link("a", "b", "y")])
        store.add_name_links([make_link("a", "b", "x", 0.7)])
        assert store.name_links(["b"]) == [make_link("a", "b", "x", 0.7), make_link("a", "b", "y")]

    def test_dropped_by_either_end(self, store: Store) -> None:
        links = [make_link("a", "b"), make_link("b", "c"), make_link("c", "d")]
        store.add_name_links(links)
        store.drop_name_links(["b"])
        assert store.name_links("abcd") == [links[2]]


class TestOrganisations:
    def test_by_key_and_by_id(self, store: Store) -> None:
        organisation = make_organisation("o1", "智谱", "Zhipu AI")
        store.replace_organisations([], [organisation])
        assert store.organisations(["智谱", "zhipu ai", "other"]) == dict.fromkeys(["智谱", "zhipu ai"], organisation)
        assert store.organisation("o1") == organisation
        assert store.organisation("o2") is None

    def test_a_merge_and_a_split_leave_nothing_of_before(self, store: Store) -> None:
        one, two = make_organisation("o1", "Acme"), make_organisation("o2", "Acme AI")
        both = make_organisation("o3", "Acme", "Acme AI")
        store.replace_organisations(["acme", "acme ai"], [one, two])
        store.replace_organisations(["acme"], [both])
        assert store.organisations(["acme", "acme ai"]) == {"acme": both, "acme ai": both}
        assert (store.organisation("o1"), store.organisation("o2")) == (None, None)
        store.replace_organisations(["acme ai"], [one, two])
        assert store.organisations(["acme", "acme ai"]) == {"acme": one, "acme ai": two}
        assert store.counts()["organisations"] == 2
        assert {hit.id for hit in store.search("acme")} == {"o1", "o2"}

    def test_twice_is_once(self, store: Store) -> None:
        for _ in range(2):
            store.replace_organisations(["acme"], [make_organisation("o1", "Acme")])
        assert store.counts()["organisations"] == 1
        assert len(store.search("acme")) == 1
