"""An address lives: whatever id a thing has had while news came leads to what it is now, on a store rebuilt too."""

from __future__ import annotations

from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from dealwire.app import knowledge
from dealwire.lists import Listed
from dealwire.model import Document, Verdict
from dealwire.ports import Store
from dealwire.service import review
from dealwire.service.rebuild import rebuild
from tests.service.newsroom import fresh, newsrooms, take_in, views
from tests.service.test_laws import EDITOR, MORE, two_of

NOBODY = knowledge("none")


def ids(store: Store) -> set[tuple[str, str, str]]:
    """Return the id of each thing with the member that it derives from: an article, a folded name, a report."""
    told = views(store)
    return {
        *(("story", story.id, story.articles[0]) for story in told["stories"]),
        *(("organisation", own.id, own.keys[0]) for own in told["organisations"].values()),
        *(("deal", row.deal.id, row.deal.reports[0]) for row in told["deals"]),
    }


def leads_to(store: Store, what: str, id_: str) -> tuple[str, ...]:
    """Return the members of what an id leads to."""
    listed = cast(Listed, store)
    if what == "story":
        return story.articles if (story := listed.story(id_)) else ()
    if what == "organisation":
        return own.keys if (own := listed.organisation(id_)) else ()
    return row.deal.reports if (row := listed.deal(id_)) else ()


def held(store: Store) -> set[str]:
    """Return all members there are."""
    told = views(store)
    of = (
        *(story.articles for story in told["stories"]),
        *(own.keys for own in told["organisations"].values()),
        *(row.deal.reports for row in told["deals"]),
    )
    return {member for members in of for member in members}


@MORE
@given(newsrooms(), st.integers(1, 3))
def test_every_id_that_news_made_leads_to_where_its_member_is_now(news: list[Document], size: int) -> None:
    with fresh() as store:
        seen: set[tuple[str, str, str]] = set()
        for start in range(0, len(news), size):
            take_in(store, [news[start : start + size]])
            seen |= ids(store)
        for _ in ("as they came", "rebuilt"):
            there = held(store)
            dead = [one for one in seen if one[2] in there and one[2] not in leads_to(store, one[0], one[1])]
            assert dead == []
            rebuild(store, NOBODY)


@MORE
@given(st.data(), newsrooms())
def test_what_is_judged_one_is_found_by_either_id_and_two_again_once_undone(
    data: st.DataObject, news: list[Document]
) -> None:
    with fresh() as store:
        take_in(store, [news])
        before = ids(store)
        one, other = data.draw(two_of({own.id for own in views(store)["organisations"].values()}))
        a, b = (leads_to(store, "organisation", id_)[0] for id_ in (one, other))
        judged = review.decide(store, NOBODY, EDITOR, Verdict.SAME, a, b)
        merged = leads_to(store, "organisation", one)
        assert {a, b} <= set(merged)
        assert leads_to(store, "organisation", other) == merged
        review.undo(store, NOBODY, EDITOR, judged.id)
        assert leads_to(store, "organisation", one) != leads_to(store, "organisation", other)
        assert ids(store) == before
