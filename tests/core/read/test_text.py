from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.read import text


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("(Wire) â€” Acme said itâ€™s done", "(Wire) — Acme said it’s done"),
        ("sound — here\nbroken â€” there", "sound — here\nbroken — there"),
        ("cafÃ© and naÃ¯ve", "café and naïve"),
        ("ç”²ä¹™ç§‘æŠ€", "甲乙科技"),
        ("Acme &amp; Sons &#8212; &#x4e2d;", "Acme & Sons — 中"),
        ("Moon\u200bbeam\ufeff and\x00 \x1bmore\u00ad", "Moonbeam and more"),
        ("one\r\ntwo\rthree", "one \ntwo\nthree"),
        ("e\u0301clair", "éclair"),
        ("half \ud800 pair", "half  pair"),
    ],
)
def test_repair(broken: str, mended: str) -> None:
    assert text.repair(broken) == mended


@pytest.mark.parametrize(
    "sound",
    [
        "R&D at AT&T, see ?a=1&copy=2&lt",
        "Société Générale — “quoted” … €5m",
        "Ｆｕｌｌ　ｗｉｄｔｈ１００",
        "  two  blanks \n and a tab\t",
        "完成１亿元Ａ轮融资",
        "naïve Ünal Ångström Çelik",
    ],
)
def test_sound_text_stays_as_it_is(sound: str) -> None:
    assert text.repair(sound) == sound


@given(st.text(alphabet=st.characters(codec="ascii", exclude_categories=["Cc"], exclude_characters="&")))
def test_plain_ascii_is_never_touched(sound: str) -> None:
    assert text.repair(sound) == sound


@given(st.text())
def test_repaired_text_can_be_stored(any_text: str) -> None:
    text.repair(any_text).encode()


def test_markup_is_stripped_and_nothing_else() -> None:
    assert text.plain("<p>One <b>two</b>&amp; three</p><p>four<br>five</p>") == "One two& three\nfour\nfive"
    assert text.plain("<div>a<script>alert('no')</script> b</div>") == "a b"
    assert text.plain("a < b and c > d") == "a < b and c > d"
    assert text.plain("  untouched  ") == "  untouched  "


@pytest.mark.parametrize(
    "hostile",
    ["&" * 300_000, "&#" * 150_000, "â" * 300_000, "<" * 300_000, "</" * 150_000, "\n " * 150_000, "<p>" * 100_000],
)
def test_hostile_text_costs_little(hostile: str) -> None:
    began = time.perf_counter()
    text.paragraphs(text.plain(text.repair(hostile)))
    assert time.perf_counter() - began < 5


def test_the_colours_of_a_terminal_go_whole() -> None:
    assert text.repair("\x1b[31mAcme\x1b[0m raises\x1b]0;title\x07 $5M") == "Acme raises $5M"
