from __future__ import annotations

from dealwire.core.resolve.story_board import lies_in, update
from dealwire.core.resolve.story_groups import NEAREST, Headline, Near
from dealwire.ports import Store

A = Headline("a", 100, {"harbour": 800, "deal": 640}, frozenset({"harbour"}))
B = Headline("b", 160, {"harbour": 800, "willow": 640})


class TestHeadlines:
    def test_kept_found_and_forgotten(self, store: Store) -> None:
        store.replace_headlines([], [A, B])
        assert store.headlines(["a", "b", "c"]) == {"a": A, "b": B}
        (shared,) = lies_in(A).keys() & lies_in(B).keys()
        assert sorted(store.headlines_in([shared], 9)[shared]) == [("a", 800), ("b", 800)]
        assert len(store.headlines_in([shared], 1)[shared]) == 1
        store.replace_headlines(["a"], [])
        assert store.headlines_in(lies_in(A), 9) == {shared: [("b", 800)]}
        assert store.headlines(["a"]) == {}

    def test_nearest_both_ways(self, store: Store) -> None:
        c = Headline("c", 100, {"ardal": 1024})
        store.replace_headlines([], [A, B, c])
        store.replace_nearest({"a": [Near("c", 0.25), Near("b", 0.5)], "b": [Near("a", 0.5)]})
        assert store.nearest(["a", "c"]) == {"a": (Near("b", 0.5), Near("c", 0.25))}
        assert store.nearest_to(["a", "b"]) == {"a": ["b"], "b": ["a"]}
        store.replace_nearest({"a": []})
        assert store.nearest("abc") == {"b": (Near("a", 0.5),)}
        store.replace_headlines(["a"], [])
        assert store.nearest("abc") == {}

    def test_the_farthest_of_full_lists(self, store: Store) -> None:
        others = [Headline(f"n{n}", 100, {"ardal": 1024}) for n in range(NEAREST)]
        store.replace_headlines([], [A, B, *others])
        store.replace_nearest({"a": [Near(one.key, 0.9 - n / 100) for n, one in enumerate(others)]})
        store.replace_nearest({"b": [Near("a", 0.5)]})
        assert store.farthest(["a", "b", "c"]) == {"a": 0.9 - (NEAREST - 1) / 100}

    def test_a_store_goes_on_where_it_ended(self, store: Store) -> None:
        alike = [Headline(f"h{n}", n, {"harbour": 700, "willow": 700, f"w{n}": 200}) for n in range(4)]
        first = update(store, alike[:2])
        assert set(first.pairs) == {("h0", "h1")}
        assert {key for pair in update(store, alike[2:]).pairs for key in pair} == {"h0", "h1", "h2", "h3"}
        assert update(store, alike).pairs.keys() == {(f"h{a}", f"h{b}") for a in range(4) for b in range(a + 1, 4)}
