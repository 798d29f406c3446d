"""Training for the light tagger: hashed words, affixes and shapes into a stack of dilated convolutions, a few MB.

Training needs PyTorch. `benchmarks.train.tagger` reads what `save` writes, weights rounded to 8 bits, and says
what the features are.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from benchmarks.train.fit import Example
from benchmarks.train.spans import TAGS, Labelled, allowed
from benchmarks.train.tagger import DILATIONS, SORTS, Tagger, features, units

SIZES: Final = (64, 24, 24, 24, 24, 24)
WIDTH: Final = 160


def example(item: Labelled) -> Example:
    """Return a labelled text as the model sees it."""
    tokens = units(item.text)
    return Example(features(item.text, tokens), np.array(allowed(item, tokens), dtype=np.bool_).reshape(-1, len(TAGS)))


class LightNet(nn.Module):
    """Embeddings, then residual convolutions over three units each, ever further apart."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.embeddings = nn.ModuleList(nn.Embedding(n, size) for n, size in zip(SORTS, SIZES, strict=True))
        self.enter = nn.Linear(sum(SIZES), WIDTH)
        self.layers = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, padding=d, dilation=d) for d in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in DILATIONS)
        self.leave = nn.Linear(WIDTH, len(TAGS))
        self.dropout = nn.Dropout(dropout)
        self.forget = 0.1
        """The share of words (not of their shapes) that are hidden in training, as names unseen will be."""

    def forward(self, given: Tensor, mask: Tensor) -> Tensor:
        """Return the logits of the tags of each unit."""
        if self.training:
            known = (torch.rand(given.shape[:2]) > self.forget).long()
            given = torch.cat([given[..., :5] * known[..., None], given[..., 5:]], dim=-1)
        x = self.enter(self.dropout(torch.cat([e(given[..., i]) for i, e in enumerate(self.embeddings)], dim=-1)))
        for layer, norm in zip(self.layers, self.norms, strict=True):
            within = (norm(x) * mask[..., None]).transpose(1, 2)
            x = x + self.dropout(torch.relu(layer(within)).transpose(1, 2))
        logits: Tensor = self.leave(x)
        return logits


def save(model: LightNet, path: Path) -> None:
    """Write weights rounded to 8 bits a value, each with one scale a row."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, tensor in model.state_dict().items():
        values = tensor.numpy().astype(np.float32)
        if values.ndim == 1:
            arrays[name] = values
            continue
        scale = np.abs(values).reshape(len(values), -1).max(axis=1) / 127.0 + 1e-12
        arrays[name] = np.round(values / scale.reshape(-1, *[1] * (values.ndim - 1))).astype(np.int8)
        arrays[f"{name}.scale"] = scale.astype(np.float32)
    store: Callable[..., None] = np.savez_compressed
    with path.open("wb") as file:
        store(file, **arrays)


def stored(path: Path) -> dict[str, NDArray[np.float32]]:
    """Return the weights that `save` wrote."""
    arrays = np.load(path)
    weights: dict[str, NDArray[np.float32]] = {}
    for name in arrays.files:
        if not name.endswith(".scale"):
            values = arrays[name].astype(np.float32)
            scale = arrays[f"{name}.scale"].reshape(-1, *[1] * (values.ndim - 1)) if values.ndim > 1 else 1.0
            weights[name] = values * scale
    return weights


def load_tagger(path: Path) -> Tagger:
    """Load what training wrote."""
    with np.load(path) as stored:
        return Tagger(stored)
