"""A writer killed at any moment leaves whole transactions only, and every one that it acknowledged."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dealwire.ports import Store
from dealwire.stores import open_store
from dealwire.stores.sqlite import RANKED
from tests.factories import digest, make_article, make_document

BATCH = 20
ROOT = Path(__file__).parent.parent.parent


def write_for_ever(url: str) -> None:
    """Keep batch after batch from where the store stands, and print each once it is kept."""
    store = open_store(url)
    number = store.counts()["documents"] // BATCH
    while True:
        documents = [make_document(body(number, part)) for part in range(BATCH)]
        articles = [make_article(f"{number} {document.digest}", document=document) for document in documents]
        with store.transaction():
            store.add_documents(documents)
            store.add_articles(articles)
            store.replace_signatures({article.key: range(number, number + 16) for article in articles})
            store.index(articles)
        print(number, flush=True)  # noqa: T201  (the acknowledgement)
        number += 1


def body(number: int, part: int) -> bytes:
    return f"batch {number} part {part} ".encode() * 50


def kill_a_writer(url: str, after: float) -> int:
    """Start a writer, kill it `after` seconds of writing, return the last batch that it acknowledged, or -1."""
    command = [sys.executable, "-m", "tests.stores.test_kill", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:  # noqa: S603
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().splitlines(keepends=True)
    whole = [line for line in [first, *rest] if line.endswith("\n")]
    return int(whole[-1]) if whole else -1


def whole_batches(store: Store) -> int:
    """Return how many batches there are, all of them whole."""
    documents = store.counts()["documents"]
    assert documents % BATCH == 0
    batches = documents // BATCH
    digests = {digest(body(number, part)) for number in range(batches) for part in range(BATCH)}
    assert store.seen(digests).keys() == digests
    return batches


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_kill_loses_nothing_acknowledged_and_keeps_no_half_batch(tmp_path: Path) -> None:
    url = str(tmp_path / "store.db")
    moments = random.Random(20)
    for _ in range(6):
        acknowledged = kill_a_writer(url, moments.uniform(0.0, 0.25))
        store = open_store(url)
        batches = whole_batches(store)
        assert batches in (acknowledged + 1, acknowledged + 2), "the last may be kept and not yet acknowledged"
        assert store.counts()["articles"] == batches * BATCH
        assert len(store.search("orchid", limit=batches * BATCH + 1)) == min(batches * BATCH, RANKED)
        assert [words for _, well, words in store.checks() if not well] == []
        store.close()


if __name__ == "__main__":
    write_for_ever(sys.argv[1])
