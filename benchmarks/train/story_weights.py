"""Count how common words are in headlines, and write the tables of weights that stories are grouped by.

    python -m benchmarks.train story-weights

Reads headlines and sentences under ../shared/data; writes core/resolve/story_frequencies.py and story_pairs.py.
A word weighs by the source in which it is most common: what one publisher writes daily ties no story.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log
from pathlib import Path
from typing import Final, NamedTuple

from dealwire.core.resolve.story_words import words

ROOT: Final = Path(__file__).resolve().parents[2]
DATA: Final = ROOT.parent / "shared" / "data"
RESOLVE: Final = ROOT / "src" / "dealwire" / "core" / "resolve"
WIDTH: Final = 120

LEAST_ENGLISH: Final = 9
LEAST_CHINESE: Final = 15
"""Headlines that hold a word at least, for it to be in the table."""

RAREST_PAIR: Final = 5.6
PAIRS_LESS: Final = 4.0
"""Pairs of characters are commoner than words: their weights are lowered, and the rare ones left out."""

_ENGLISH = re.compile(r"[a-z0-9.]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Counted(NamedTuple):
    """In how many texts of a source each word stands, and how many texts there are."""

    texts: Counter[str]
    total: int


class Table(NamedTuple):
    """How a table is called: its module, what it counts, its name, what its keys are, the name of what is not in it."""

    module: str
    of: str
    name: str
    key: str
    note: str
    unknown: str
    weight: float


def main(_arguments: list[str]) -> None:
    """Count, weigh, write."""
    english = [
        counted(told("en_techcrunch_headlines", "title")),
        counted(told("en_vcnewsdaily_titles", "title")),
        counted(sentences()),
    ]
    chinese = [
        counted("".join(text.split())[:300] for text in told("zh_tech_articles", "text")),
        counted(told("zh_tech_articles", "title")),
        counted(told("zh_smoothnlp_deals", "title")),
    ]
    common = {w: v for w, v in weights(english, LEAST_ENGLISH).items() if _ENGLISH.fullmatch(w)}
    rare = {w: v for w, v in weights(chinese, LEAST_CHINESE).items() if _HAN.match(w) and v <= RAREST_PAIR}
    pairs = {w: max(0.5, v - PAIRS_LESS) for w, v in rare.items()}
    write(Table("story_frequencies", "English words", "COMMON", "Word, stemmed,", "", "UNKNOWN", 10.5), common)
    write(
        Table("story_pairs", "pairs of Chinese characters", "COMMON_PAIRS", "Pair", ", less 4", "UNKNOWN_PAIR", 6.5),
        pairs,
    )


def told(name: str, key: str) -> Iterator[str]:
    """Yield a field of each record of a file."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record.get(key) or record.get("text") or ""


def sentences() -> Iterator[str]:
    """Yield the sentences of the sets labelled with names."""
    for path in sorted((DATA / "en_ner").glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            sentence: list[str] = []
            for line in lines:
                if line.strip():
                    sentence.append(line.split()[0])
                elif sentence:
                    yield " ".join(sentence)
                    sentence = []


def counted(texts: Iterable[str]) -> Counted:
    """Count in how many texts each word stands."""
    found: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        found.update(set(words(text)))
    return Counted(found, total)


def weights(sources: list[Counted], least: int) -> dict[str, float]:
    """Return how rare each word is where it is most common: the natural logarithm, to the half."""
    known = {word for source in sources for word in source.texts if sum(s.texts[word] for s in sources) >= least}
    return {word: -log(max((s.texts[word] + 1) / (s.total + 100) for s in sources)) for word in known}


def write(table: Table, found: Mapping[str, float]) -> None:
    """Write a table as a module, a line for each weight."""
    by_weight: dict[float, list[str]] = defaultdict(list)
    for word, value in found.items():
        by_weight[round(2 * value) / 2].append(word)
    lines = [line for value in sorted(by_weight) for line in wrapped(f"{value}", sorted(by_weight[value]))]
    parsed = "map(str.split, _TABLE.strip().splitlines())"
    text = (
        f'"""How common {table.of} are in headlines, written by `python -m benchmarks.train story-weights`."""\n\n'
        "from __future__ import annotations\n\n"
        f'{table.unknown} = {table.weight}\n"""The weight of one that is not in the table."""\n\n'
        '_TABLE = """\n' + "\n".join(lines) + '\n"""\n\n'
        f"{table.name} = {{word: float(weight) for weight, *words in {parsed} for word in words}}\n"
        f'"""{table.key} → its weight: the natural logarithm of how rare it is, to the half{table.note}."""\n'
    )
    (RESOLVE / f"{table.module}.py").write_text(text, encoding="utf-8")


def wrapped(head: str, found: list[str]) -> Iterator[str]:
    """Yield lines that each begin with the same word and fit the page; a Chinese character takes two places."""
    line = head
    for word in found:
        if width(line) + 1 + width(word) > WIDTH:
            yield line
            line = head
        line += " " + word
    yield line


def width(text: str) -> int:
    """Return how many places a text takes in a line."""
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)
