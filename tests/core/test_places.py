"""Which country words for a place tell, and which leave it open."""

from __future__ import annotations

import pytest

from dealwire import app
from dealwire.core.countries import COUNTRIES
from dealwire.core.places import NOWHERE, most_told

PLACES = app.knowledge().places


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Berlin", "DE"),
        ("Zürich", "CH"),
        ("Austin, Texas", "US"),
        ("Cambridge, Mass.", "US"),
        ("Cambridge, UK", "GB"),
        ("Palo Alto, CA", "US"),
        ("NYC", "US"),
        ("Mequon, Wis.", "US"),
        ("Tbilisi, Georgia", "GE"),
        ("Atlanta, Georgia", "US"),
        ("Toronto", "CA"),
        ("Greater London", "GB"),
        ("the Netherlands", "NL"),
        ("U.S.", "US"),
        ("Indian", "IN"),
        ("South Korean", "KR"),
        ("Hong Kong", "HK"),
        ("深圳", "CN"),
        ("深圳市南山区", "CN"),
        ("德国柏林", "DE"),
        ("新加坡", "SG"),
        ("黑龙江省", "CN"),
        ("台北", "TW"),
    ],
)
def test_a_place_lies_in_its_country(words: str, code: str) -> None:
    assert PLACES.country(words) == code


@pytest.mark.parametrize(
    "words",
    ["", ",", "Cambridge", "Birmingham", "Georgia", "Valencia", "Europe", "Nowhere", "in", "us-", "欧洲", "某地", "中"],
)
def test_what_leaves_the_country_open_tells_none(words: str) -> None:
    assert PLACES.country(words) is None


def test_every_country_is_told_by_its_names() -> None:
    assert len(COUNTRIES) == 249
    for code, one in COUNTRIES.items():
        if one.english != "Georgia":
            assert PLACES.country(one.english) == code
        assert PLACES.country(one.chinese) == code


def test_without_a_table_of_cities_countries_and_their_parts_are_known() -> None:
    assert NOWHERE.country("Leipzig, Germany") == "DE"
    assert NOWHERE.country("Leipzig") is None


@pytest.mark.parametrize(
    ("articles", "country"),
    [
        ([], None),
        ([{"DE": 1}], "DE"),
        ([{"DE": 2, "FR": 1}], "DE"),
        ([{"DE": 1}, {"FR": 1}], None),
        ([{"DE": 1, "FR": 1}, {"FR": 1}], "FR"),
    ],
)
def test_the_country_that_most_articles_tell(articles: list[dict[str, int]], country: str | None) -> None:
    assert most_told(articles) == country
