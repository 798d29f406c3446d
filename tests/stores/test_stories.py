from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dealwire.model import StoryLink, Telling
from dealwire.ports import Store
from tests.factories import make_story


class TestSignatures:
    def test_neighbours_sorted(self, store: Store) -> None:
        store.replace_signatures({"b": [1, 2], "a": [1], "c": [1, 1]})
        assert store.band_neighbours([1, 2, 3]) == {1: ["a", "b", "c"], 2: ["b"]}

    def test_bands_of_64_bits_with_and_without_sign(self, store: Store) -> None:
        wide = [2**64 - 1, 2**63, 2**63 - 1, 0, -5]
        store.replace_signatures({"a": wide})
        assert store.band_neighbours(wide) == {band: ["a"] for band in wide}

    def test_replaced_bands_are_gone(self, store: Store) -> None:
        store.replace_signatures({"a": [1, 2], "b": [2]})
        store.replace_signatures({"a": [2, 3]})
        assert store.band_neighbours([1, 2, 3]) == {2: ["a", "b"], 3: ["a"]}

    def test_thousands_at_once(self, store: Store) -> None:
        bands = {f"a{n}": range(n * 16, n * 16 + 16) for n in range(500)}
        store.replace_signatures(bands)
        store.replace_signatures(bands)
        assert store.band_neighbours(range(8000)) == {band: [f"a{band // 16}"] for band in range(8000)}

    def test_of_an_article(self, store: Store) -> None:
        store.replace_signatures({"b": [2, 1], "a": []})
        assert store.signatures(["a", "b", "c"]) == {"b": (1, 2)}


class TestTellings:
    def test_kept_and_replaced(self, store: Store) -> None:
        first = Telling("a", datetime(2026, 5, 1, tzinfo=UTC), "Harbour rises", 40, "paper.example")
        store.replace_tellings([first, replace(first, key="b", draft=True)])
        store.replace_tellings([replace(first, quality=60)])
        assert store.tellings("abc") == {"a": replace(first, quality=60), "b": replace(first, key="b", draft=True)}
        store.clear_views()
        assert store.tellings("abc") == {}


class TestLinks:
    def test_one_for_each_pair_rule_and_via(self, store: Store) -> None:
        links = [
            StoryLink("a", "b", "near-duplicate", 0.9),
            StoryLink("a", "b", "same deal", via="d1"),
            StoryLink("a", "b", "same deal", via="d2"),
            StoryLink("b", "c", "near-duplicate"),
        ]
        store.add_story_links(links[::-1])
        store.add_story_links(links)
        assert store.story_links(["b"]) == links
        assert store.story_links(["c"]) == [links[3]]

    def test_dropped_by_article_and_by_via(self, store: Store) -> None:
        near, deal, other = (
            StoryLink("a", "b", "near-duplicate"),
            StoryLink("b", "c", "same deal", via="d1"),
            StoryLink("c", "d", "near-duplicate"),
        )
        store.add_story_links([near, deal, other])
        store.drop_story_links(via=["d1"])
        assert store.story_links("abcd") == [near, other]
        store.drop_story_links(articles=["a"])
        assert store.story_links("abcd") == [other]


class TestStories:
    def test_the_hottest_first_then_by_id(self, store: Store) -> None:
        stories = [make_story("s1", "a", heat=1), make_story("s2", "b", heat=5), make_story("s3", "c", heat=5)]
        store.replace_stories([], stories)
        assert list(store.stories()) == [stories[1], stories[2], stories[0]]

    def test_a_merge_leaves_nothing_of_before(self, store: Store) -> None:
        one, two, both = make_story("s1", "a"), make_story("s2", "b"), make_story("s3", "a", "b")
        store.replace_stories(["a", "b"], [one, two])
        store.replace_stories(["a"], [both])
        assert list(store.stories()) == [both]
        assert store.stories_of_articles(["a", "b", "c"]) == {"a": both, "b": both}
        store.replace_stories(["a", "b"], [])
        assert list(store.stories()) == []
