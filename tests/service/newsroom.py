"""Newsrooms to test the laws with.

Articles that announce, repeat, contradict, recall and rumour deals, in two languages.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from dealwire.app import knowledge, open_store
from dealwire.core.read import HUB, JSON_LINE
from dealwire.core.trends import TrendFilter
from dealwire.model import Document, Rejected
from dealwire.ports import DealFilter, Engine, Store
from dealwire.service.ingest import ingest

NOW = datetime(2026, 6, 1, tzinfo=UTC)

COMPANIES = (
    ("Veloria Labs", "维洛利亚科技"),
    ("Quillon AI", "奎隆智能"),
    ("Tarn Robotics", "塔恩机器人"),
    ("Ostrava Bio", "奥斯特生物"),
)
INVESTORS = (("Northgate Ventures", "北门资本"), ("Halden Capital", "哈尔登资本"), ("Corvid Partners", "鸦科创投"))
AMOUNTS = ((20, "1.4亿元"), (21, "1.5亿元"), (45, "3.2亿元"))
ROUNDS = (("Series A", "A轮"), ("Series B", "B轮"), ("seed", "种子轮"))
ENGLISH = (
    "{company} has raised ${amount} million in a {round} round led by {lead}. {other} also took part.",
    "{company} said on Tuesday that it closed a ${amount} million {round} financing, with {lead} leading the round.",
    "{company} is in talks to raise at least ${amount} million, people familiar with the matter said.",
    "{company} was founded in 2019. The startup earlier raised ${amount} million from {lead} in 2021.",
    "{company}, known in China as {chinese}, raised ${amount} million from {lead} and {other}.",
    "{lead} has acquired {company} for ${amount} million.",
    "LISBON (Reuters) - {company} has raised ${amount} million in a {round} round led by {lead}.",
    "{company} raised ${amount} million, {lead} leading the {round} round, Bloomberg News reported on Monday.",
    "{company} has extended its {round} round with ${amount} million from {other}.",
    "{company} has called off talks to raise ${amount} million from {lead}.",
)
CHINESE = (
    "近日，{chinese}宣布完成{yuan}{lun}融资，由{lead_zh}领投，{other_zh}跟投。",
    "{chinese}（{company}）完成{yuan}{lun}融资，投资方为{lead_zh}。",
    "据知情人士透露，{chinese}正在洽谈新一轮融资，金额超过{yuan}。",
)


@dataclass(frozen=True)
class Given:
    """A source of documents at hand."""

    of: Sequence[Document]

    def documents(self, _engine: Engine | None = None) -> Iterator[Document | Rejected]:
        """See `Source`."""
        return iter(self.of)


def document(body: bytes, media_type: str, origin: str) -> Document:
    return Document(sha256(body).hexdigest(), body, media_type, origin, NOW)


@st.composite
def articles(draw: st.DrawFn) -> dict[str, Any]:
    company, chinese = draw(st.sampled_from(COMPANIES))
    (lead, lead_zh), (other, other_zh) = draw(st.permutations(INVESTORS))[:2]
    amount, yuan = draw(st.sampled_from(AMOUNTS))
    round_, lun = draw(st.sampled_from(ROUNDS))
    text = draw(st.sampled_from(ENGLISH + CHINESE)).format(
        company=company, chinese=chinese, lead=lead, lead_zh=lead_zh, other=other, other_zh=other_zh,
        amount=amount, yuan=yuan, round=round_, lun=lun,
    )  # fmt: skip
    day = NOW - timedelta(days=draw(st.sampled_from((1, 2, 9, 40, 400))))
    paper = draw(st.sampled_from(("daily.example", "wire.example", "post.example")))
    return {
        "title": draw(
            st.sampled_from(("", f"{company} in the news", f"{lead} bets on {company}", f"{chinese}获{lead_zh}投资"))
        ),
        "text": text,
        "url": f"https://{paper}/{draw(st.integers(0, 30))}",
        "published": draw(st.sampled_from((day.isoformat(), None))),
        "provider": {"name": paper, "domain": paper},
    }


@st.composite
def copies(draw: st.DrawFn, told: list[dict[str, Any]]) -> dict[str, Any]:
    """An article under another masthead: the same words, perhaps a new headline, a day later."""
    copied = draw(st.sampled_from(told))
    paper = draw(st.sampled_from(("mirror.example", "post.example", "echo.example")))
    title = draw(st.sampled_from((copied["title"], "From our correspondents")))
    url = f"https://{paper}/copy-{draw(st.integers(0, 9))}"
    return {**copied, "title": title, "url": url, "provider": {"name": paper, "domain": paper}}


@st.composite
def records(draw: st.DrawFn) -> str:
    """A content-hub record with a related article that names no company."""
    company, _ = draw(st.sampled_from(COMPANIES))
    n = draw(st.integers(0, 5))
    return (
        f'---\ntitle: "Halden Capital leads $45M round in {company}"\nwebUrl: "https://hub.example/{n}"\n'
        f"publishedDateTime: 2026-05-0{n + 1}T10:00:00Z\npublished: false\nrelated:\n"
        f'  - title: "Halden Capital leads round to mint $1 billion AI firm"\n    webUrl: "https://other.example/{n}"\n'
        f"---\n{company} has raised $45 million from Halden Capital.\n"
    )


@st.composite
def newsrooms(draw: st.DrawFn) -> list[Document]:
    told = draw(st.lists(articles(), min_size=1, max_size=9))
    told += draw(st.lists(copies(told), max_size=3))
    documents = [document(json.dumps(a).encode(), JSON_LINE, f"given.jsonl:{n}") for n, a in enumerate(told, start=1)]
    documents += [document(r.encode(), HUB, "record.md") for r in draw(st.lists(records(), max_size=2))]
    return list({d.digest: d for d in documents}.values())


def store_at(path: Path) -> Store:
    return open_store(f"sqlite:///{path}")


@contextmanager
def fresh() -> Iterator[Store]:
    """Open a store of its own for one example, which a test's own folder would have to share."""
    with tempfile.TemporaryDirectory() as folder:
        store = store_at(Path(folder) / "t.db")
        try:
            yield store
        finally:
            store.close()


def take_in(store: Store, batches: Iterable[Sequence[Document]]) -> None:
    for batch in batches:
        ingest(store, Given(batch), knowledge("none"), NOW)


def views(store: Store) -> dict[str, Any]:
    """Return all that a store shows, in full."""
    deals = list(store.deals(DealFilter()))
    reports = store.reports(r for row in deals for r in row.deal.reports)
    names = {k for r in reports for k in store.mention_keys([r.article])}
    return {
        "deals": deals,
        "reports": reports,
        "organisations": dict(sorted(store.organisations(names).items())),
        "stories": sorted(store.stories(), key=lambda s: s.id),
        "articles": list(store.scan_articles()),
        "topics": store.topics_of(article.key for article in store.scan_articles()),
        "topics by day": store.topic_days(TrendFilter()),
        "links": store.story_links(article.key for article in store.scan_articles()),
    }
