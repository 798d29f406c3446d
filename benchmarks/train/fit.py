"""Trains any tagger on sets that label only part of what they hold: every tag that a set doesn't rule out is right."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn


class Example(NamedTuple):
    """A text as a tagger sees it: features (tokens by sorts), and which tags each token may bear (tokens by tags)."""

    features: NDArray[np.int64]
    allowed: NDArray[np.bool_]


class Plan(NamedTuple):
    """How to learn: tokens to see, tokens a step, the highest rate, the share of tokens over which it rises."""

    tokens: int
    batch: int
    rate: float
    warm: float = 0.05
    seed: int = 0


def loss(logits: Tensor, allowed: Tensor, mask: Tensor) -> Tensor:
    """Return the mean negative log of the odds that a token bears a tag it may bear."""
    everything = torch.logsumexp(logits, dim=-1)
    right = torch.logsumexp(logits.masked_fill(~allowed, -1e4), dim=-1)
    return ((everything - right) * mask).sum() / mask.sum()


def fit(model: nn.Module, examples: Sequence[Example], plan: Plan) -> None:
    """Train a model in place. It takes features (texts, tokens, sorts) and a mask, and gives logits."""
    torch.set_num_threads(1)
    torch.manual_seed(plan.seed)
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=plan.rate, weight_decay=0.01)
    model.train()
    seen, shown, started, losses = 0, 0, time.monotonic(), []
    for features, allowed, mask in _batches(examples, plan):
        done = seen / plan.tokens
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * min(1.0, done / plan.warm + 0.01, (1.0 - done) / (1.0 - plan.warm) + 0.01)
        value = loss(model(features, mask), allowed, mask)
        optimiser.zero_grad()
        torch.autograd.backward(value)
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        seen += int(mask.sum())
        losses.append(float(value.detach()))
        if seen * 20 // plan.tokens > shown:
            shown = seen * 20 // plan.tokens
            print(
                f"{seen:>10} tokens {time.monotonic() - started:6.0f} s  loss {np.mean(losses[-50:]):.4f}", flush=True
            )
    model.eval()


def _batches(examples: Sequence[Example], plan: Plan) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Yield texts of like length together until enough tokens are seen."""
    draw = random.Random(plan.seed)
    seen = 0
    while seen < plan.tokens:
        order = sorted(range(len(examples)), key=lambda i: len(examples[i].features) + draw.random() * 8)
        batches: list[list[int]] = [[]]
        for i in order:
            if batches[-1] and (len(batches[-1]) + 1) * len(examples[i].features) > plan.batch:
                batches.append([])
            batches[-1].append(i)
        draw.shuffle(batches)
        for batch in batches:
            features, allowed, mask = pad([examples[i] for i in batch])
            yield features, allowed, mask
            seen += int(mask.sum())
            if seen >= plan.tokens:
                return


def pad(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Return the features, allowed tags and mask of texts, filled up to the longest."""
    longest = max(len(e.features) for e in examples)
    sorts, tags = examples[0].features.shape[1], examples[0].allowed.shape[1]
    features = np.zeros((len(examples), longest, sorts), dtype=np.int64)
    allowed = np.zeros((len(examples), longest, tags), dtype=np.bool_)
    mask = np.zeros((len(examples), longest), dtype=np.float32)
    for row, example in enumerate(examples):
        length = len(example.features)
        features[row, :length] = example.features
        allowed[row, :length] = example.allowed
        mask[row, :length] = 1.0
    allowed[mask == 0.0] = True
    return torch.from_numpy(features), torch.from_numpy(allowed), torch.from_numpy(mask)
