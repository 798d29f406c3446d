"""The English taggers: what they learn from, and their training.

    python -m benchmarks.train english --model light|minilm --out PATH [--cache FILE]

Of the headlines of vcnewsdaily, which are much alike, a part is taken; ledes in which the rules find nothing mostly
tell a deal that they miss, so these teach nothing.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import torch

from benchmarks.train import light, minilm, sets
from benchmarks.train.composed import composed
from benchmarks.train.fit import Plan, fit
from benchmarks.train.light import LightNet
from benchmarks.train.silver import silver
from benchmarks.train.spans import Labelled, counted

HEADLINES: Final = 7_000
COMPOSED: Final = 14_000
NAMED: Final = ("conll2003_train", "politics_train", "politics_dev", "ai_train", "ai_dev")

UNLABELLED: Final = ("en_finsmes_ledes", "en_techcrunch_headlines", "en_vcnewsdaily_titles")
PAIRS: Final = (
    ("This is an example sentence", "Each sentence is converted"),
    ("That is a happy person", "That is a happy dog"),
    ("That is a happy person", "That is a very happy person"),
    ("That is a happy person", "Today is a sunny day"),
)
"""Sentences of the model's published examples; their similarities tell whether the weights were read aright."""

MINILM_MIX: Final = {"ledes": 3_500, "news": 1_500, "titles": 1_500, "composed": 5_000, "pairs": 1_500, "names": 1_000}
MINILM_PLAN: Final = Plan(tokens=320_000, batch=1_000, rate=3e-4)
LIGHT_MIX: Final = {"ledes": 7_000, "news": 2_000, "titles": 7_000, "composed": 14_000, "pairs": 4_500, "names": 5_000}
LIGHT_PLAN: Final = Plan(tokens=3_200_000, batch=2_500, rate=3e-3)
LIGHT_MORE: Final = Plan(tokens=900_000, batch=2_500, rate=1.5e-3, seed=1)


def learnt_from(cache: Path | None = None) -> dict[str, list[Labelled]]:
    """Return all that English taggers may learn from, by sort; it takes minutes, and may be kept in a file."""
    if cache is not None and cache.exists():
        kept: dict[str, list[Labelled]] = pickle.loads(cache.read_bytes())  # noqa: S301 - written by this function
        return kept
    held_out = sets.HeldOut(sets.scored("en"))
    ledes = list(silver(sets.texts("en_finsmes_ledes"), held_out, negatives=False))
    news = list(silver(sets.texts("en_techcrunch_headlines"), held_out))
    headlines = random.Random(0).sample(list(sets.texts("en_vcnewsdaily_titles")), HEADLINES)
    titles = list(silver(headlines, held_out, negatives=False))
    sorts = {
        "ledes": ledes,
        "news": news,
        "titles": titles,
        "composed": list(composed([*ledes, *news, *titles], seed=0, count=COMPOSED)),
        "pairs": [item for item in sets.core() if not held_out.has(item.text)],
        "names": [item for part in NAMED for item in sets.names(part) if item.text.strip()],
    }
    for sort, items in sorts.items():
        print(f"{sort:<10}{len(items):>7} texts  {counted(items)}")
    if cache is not None:
        cache.write_bytes(pickle.dumps(sorts))
    return sorts


def mixed(sorts: Mapping[str, Sequence[Labelled]], counts: Mapping[str, int]) -> list[Labelled]:
    """Draw so many texts of each sort, or all that there are."""
    draw = random.Random(0)
    return [item for sort, items in sorts.items() for item in draw.sample(items, min(counts[sort], len(items)))]


def train_light(sorts: Mapping[str, Sequence[Labelled]], out: Path, start: Path | None = None) -> None:
    """Train the light tagger, from nothing or on from an earlier one, and write it to a file."""
    plan = LIGHT_PLAN if start is None else LIGHT_MORE
    started = time.monotonic()
    torch.manual_seed(plan.seed)
    model = LightNet()
    if start is not None:
        model.load_state_dict({name: torch.from_numpy(values) for name, values in light.stored(start).items()})
    fit(model, [light.example(item) for item in mixed(sorts, LIGHT_MIX)], plan)
    light.save(model, out)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB in {time.monotonic() - started:.0f} s")


def train_minilm(sorts: Mapping[str, Sequence[Labelled]], out: Path, start: Path | None = None) -> None:
    """Fine-tune MiniLM, which always starts from the published weights, and write it to a folder."""
    if start is not None:
        raise SystemExit("MiniLM starts from its published weights")
    plan = MINILM_PLAN
    started = time.monotonic()
    torch.manual_seed(plan.seed)
    folder = minilm.published()
    every = [item.text for items in sorts.values() for item in items]
    pieces = minilm.pieces_of(folder, every + [text.content for text in sets.texts(*UNLABELLED)])
    model = minilm.load(folder, pieces.kept)
    print(f"{len(pieces.kept)} pieces kept")
    for a, b in PAIRS:
        print(f"similarity {minilm.similarity(model, pieces, a, b):.4f}  {a!r} {b!r}")
    model.words.weight.requires_grad_(False)  # most pieces are too rare here to be learnt anew
    fit(model, [pieces.example(item) for item in mixed(sorts, MINILM_MIX)], plan)
    minilm.export(model, pieces, folder, out)
    size = sum(file.stat().st_size for file in out.iterdir())
    print(f"{out}: {size / 1e6:.1f} MB in {time.monotonic() - started:.0f} s")


def main(argv: Sequence[str]) -> None:
    """Train one of the taggers."""
    parser = argparse.ArgumentParser("benchmarks.train english")
    parser.add_argument("--model", choices=["light", "minilm"], required=True)
    parser.add_argument("--out", type=Path, required=True, help="a file (light) or a folder (minilm)")
    parser.add_argument("--cache", type=Path, help="where the texts to learn from are kept between runs")
    parser.add_argument("--start", type=Path, help="a light tagger to go on from")
    wanted = parser.parse_args(argv)
    train = train_light if wanted.model == "light" else train_minilm
    train(learnt_from(wanted.cache), wanted.out, wanted.start)
