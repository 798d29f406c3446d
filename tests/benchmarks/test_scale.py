"""The synthetic newsroom: the same from the same seed, in order, without end, and true to what it says of itself."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from benchmarks.scale import world
from benchmarks.scale.run import Synthetic, take_in
from benchmarks.scale.stream import articles

from dealwire import app

SOME = 3000


def test_the_same_seed_gives_the_same_articles_and_a_longer_run_begins_with_a_shorter_one() -> None:
    first = list(articles(SOME))
    assert list(islice(articles(10 * SOME), SOME)) == first
    assert [made.record for made in articles(SOME, seed=2)] != [made.record for made in first]
    assert len({made.record["url"] for made in first}) == len({made.record["id"] for made in first}) == SOME


def test_articles_come_by_date_in_both_languages_with_copies_and_deals_at_their_share() -> None:
    made = list(articles(SOME))
    dates = [one.record["published"] for one in made]
    assert dates == sorted(dates)
    langs = [one.record["lang"] for one in made]
    assert 0.3 < langs.count("zh") / SOME < 0.5
    assert 0.15 < sum(one.deal for one in made) / SOME < 0.3
    assert 0.05 < 1 - len({one.origin for one in made}) / SOME < 0.35
    texts = {one.record["text"] for one in made}
    assert len(texts) > 0.8 * len({one.origin for one in made})


def test_no_two_companies_share_a_name() -> None:
    companies = [world.company(n) for n in range(100_000)]
    assert len({company.english for company in companies}) == len({company.chinese for company in companies}) == 100_000


def test_a_run_takes_in_what_was_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take_in(Synthetic(200, 1, 2000, 0.2), tmp_path / "scale.db")
    table = capsys.readouterr().out
    assert "articles 200" in table
    assert len(table.splitlines()) >= 3


def test_a_run_goes_on_where_one_was_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take_in(Synthetic(120, 1, 2000, 0.2), tmp_path / "stopped.db")
    take_in(Synthetic(200, 1, 2000, 0.2), tmp_path / "stopped.db")
    assert "holds 120 articles already" in capsys.readouterr().out
    take_in(Synthetic(200, 1, 2000, 0.2), tmp_path / "at_once.db")
    stopped, at_once = (app.open_store(f"sqlite:///{tmp_path / name}.db") for name in ("stopped", "at_once"))
    with closing(stopped), closing(at_once):
        assert stopped.counts() == at_once.counts()
        assert stopped.counts()["documents"] == 200
