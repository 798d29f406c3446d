"""Values on a page, and strangers' texts that try to be more than that."""

from __future__ import annotations

import pytest

from dealwire.web import filters


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example/a?b=1", "https://news.example/a?b=1"),
        (" http://news.example/ ", "http://news.example/"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("JAVASCRIPT://news.example/%0aalert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//news.example/", ""),
        ("/deals", ""),
        ("https://[broken", ""),
        ("https://news.example/" + "a" * 10_000, ""),
        (None, ""),
    ],
)
def test_only_the_web_is_linked_to(address: str | None, expected: str) -> None:
    assert filters.web(address) == expected


def test_a_long_name_is_cut_and_opens() -> None:
    shown = filters.whole("<b>" + "x" * 1_000_000)
    assert shown.startswith('<details class="long"><summary><bdi>&lt;b&gt;xxx')
    assert len(shown) < filters.LONGEST_SHOWN * 2
    assert filters.whole("Harrow") == "<bdi>Harrow</bdi>"


def test_marks_that_turn_the_direction_go() -> None:
    assert filters.cut("Harrow \u202efdp.exe\u202c \x1b[31mLabs\x00") == "Harrow fdp.exe Labs"


def test_backers_come_by_what_they_do_and_without_advisers() -> None:
    roles = ("participant", "adviser", "lead", "existing", "acquirer")
    told = [{"name": f"Fund {n}", "role": role} for n, role in enumerate(roles)]
    assert [one["role"] for one in filters.backers(told)] == ["acquirer", "lead", "existing", "participant"]
    assert filters.backers([]) == []
