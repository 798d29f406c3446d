"""Train what tells a Chinese name from other strings: a linear model over hashed n-grams, in int8.

    python -m benchmarks.train chinese-names

Needs PyTorch, and some three minutes of one core. Writes the weights to
src/dealwire/core/extract/chinese/name_weights.py and prints how well they tell names on CLUENER's development split.
"""

from __future__ import annotations

import random
import re
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from zlib import compress, crc32

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.train import chinese_data as data
from benchmarks.train.spans import AMOUNT, ORG, PERSON, ROUND, VALUATION, Labelled
from dealwire.core.extract.chinese.name_model import grams
from dealwire.core.extract.chinese.prose import Prose, prose

WEIGHTS: Final = (
    Path(__file__).resolve().parents[2] / "src" / "dealwire" / "core" / "extract" / "chinese" / "name_weights.py"
)
BITS: Final = 18
EPOCHS: Final = 3
BATCH: Final = 4096
RATE: Final = 0.01
DECAY: Final = 1e-6
IGNORED: Final = frozenset({data.OTHER, AMOUNT, VALUATION, ROUND})
UNLIKELY: Final = -1.0
"""The odds below which a string without a label counts as none."""
_MARGIN: Final = "|||"
"""What stands around a text, in the place of characters."""

_PUNCTUATION = re.compile(r"[，。、：；！？“”「」《》\s（）()—…,.;:!?\"'～~]")
_STARTERS = re.compile(
    r"(?<=[的了在由被从对向与和及是为将以让使给把据称])|(?<=获悉)|(?<=公告)|(?<=旗下)|(?<=表示)|(?<=公司)|(?<=平台)|(?<=企业)"
)
_TRADES: Final = re.findall(
    r"\w+",
    "科技 智能 资本 投资 创投 基金 集团 股份 生物 医疗 医药 半导体 机器人 能源 汽车 动力 航天 信息 网络 数据 软件 电子"
    " 光电 材料 传媒 文化 教育 健康 食品 银行 证券 控股 技术 微电子 通信 物流 新能源 世纪 时代 互娱 实业 环保 制药 芯"
    " 云 智联 视觉 数科",
)


class Example(NamedTuple):
    """A string, what stands around it where that is known, and whether it is a name."""

    name: str
    before: str
    after: str
    is_name: bool
    weight: float = 1.0


def main(argv: Sequence[str] = ()) -> None:
    """Train, write the weights, print the figures."""
    bits = int(argv[0]) if argv else BITS
    torch.manual_seed(7)
    torch.set_num_threads(1)
    chance = random.Random(7)
    examples = [*listed(chance), *commonplace(), *labelled(chance)]
    first = fit(examples, bits, epochs=1)
    examples += sifted(chance, lambda name: float(first[hashed(name, "", "", bits)].sum()))
    weights = fit(examples, bits)
    scale, packed = quantized(weights)
    WEIGHTS.write_text(module(scale, packed), encoding="utf-8")
    report(lambda n, b, a: float(packed[hashed(n, b, a, bits)].sum()) * scale)


# --- examples


def listed(chance: random.Random) -> Iterator[Example]:
    """Yield the names of lists, and the short ones once more with a trade behind them."""
    for name in data.firm_names():
        yield Example(name, "", "", True)
    for name in data.short_names():
        yield Example(name, "", "", True, 0.1 if len(name) == 2 else 0.4)
        if chance.random() < 0.3 and len(name) <= 3:
            yield Example(name + chance.choice(_TRADES), "", "", True, 0.4)


def commonplace() -> Iterator[Example]:
    """Yield the strings that many articles hold and no list of names does."""
    names = {*data.firm_names(), *data.short_names()}
    for sentences in (data.named_in_news(), [labelled for _, labelled in data.cluener()]):
        names |= {s.text[span.start : span.end] for s in sentences for span in s.spans}
    for gram, count in data.ngrams((*data.articles()[::2], *data.sentences())).items():
        if count >= 8 and gram not in names and not gram.isdigit():
            yield Example(gram, "", "", False, min(1.0, 0.3 + count / 60))


def in_sentence(labelled: Labelled, chance: random.Random, *, whole: bool) -> Iterator[Example]:
    """Yield the names of a labelled sentence, the same cut wrongly, and, where all names are labelled, what is none."""
    text = prose(labelled.text, 0)
    spans = [(*text.place(s.start, s.end), s.label) for s in labelled.spans]
    for start, end, label in spans:
        if label in IGNORED or end - start < 2:
            continue
        yield from _both(text, start, end, chance, 0.4 if label == PERSON else 1.0)
        for _ in range(8):
            first = start + chance.choice((0, 0, 0, 0, -1, -1, -2, -2, -3, -4, -5, 1, 1, 2))
            last = end + chance.choice((0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 4, 5, 6, -1, -1, -2))
            if _fits(text.plain, first, last) and (first, last) not in {(s, e) for s, e, _ in spans}:
                yield _example(text, first, last, is_name=False, weight=0.5)
    for first, last in cuts(text.plain, chance, 12 if whole else 3):
        if all(last <= start or end <= first for start, end, _ in spans):
            yield from _both(text, first, last, chance, 1.0 if whole else 0.3, is_name=False)


def labelled(chance: random.Random) -> Iterator[Example]:
    """Yield the names of the labelled sets, and of the articles that the rules read surely."""
    for split, sentence in data.cluener():
        if split == "train":
            yield from in_sentence(sentence, chance, whole=True)
    for sentence in (*data.named_in_news(), *data.read_surely()):
        yield from in_sentence(sentence, chance, whole=False)


def sifted(chance: random.Random, odds: Callable[[str], float]) -> Iterator[Example]:
    """Yield strings cut out of articles at likely borders that, seen alone, are hardly names: nobody labelled them."""
    for article in data.articles():
        text = prose(article[:700], 0)
        for first, last in cuts(text.plain, chance, 24):
            if odds(text.plain[first:last]) < UNLIKELY:
                yield _example(text, first, last, is_name=False, weight=0.3)


def cuts(plain: str, chance: random.Random, count: int) -> Iterator[tuple[int, int]]:
    """Yield strings cut out by chance, two in three from a likely border on."""
    if len(plain) < 4:
        return
    borders = [0, *(m.end() for m in _PUNCTUATION.finditer(plain)), *(m.end() for m in _STARTERS.finditer(plain))]
    for _ in range(count):
        first = chance.choice(borders) if chance.random() < 0.67 else chance.randrange(len(plain))
        last = first + chance.choice((2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12))
        mark = _PUNCTUATION.search(plain, first, last)
        last = mark.start() if mark else last
        if _fits(plain, first, last):
            yield first, last


def _fits(plain: str, first: int, last: int) -> bool:
    return first >= 0 and last <= len(plain) and last - first >= 2 and not _PUNCTUATION.search(plain, first, last)


def _both(
    text: Prose, start: int, end: int, chance: random.Random, weight: float, *, is_name: bool = True
) -> Iterator[Example]:
    """Yield a string in its place, and now and then without."""
    yield _example(text, start, end, is_name=is_name, weight=weight)
    if chance.random() < 0.3:
        yield Example(text.plain[start:end], "", "", is_name, weight)


def _example(text: Prose, start: int, end: int, *, is_name: bool, weight: float) -> Example:
    plain = text.plain
    before, after = (_MARGIN + plain[max(0, start - 3) : start])[-3:], (plain[end : end + 3] + _MARGIN)[:3]
    return Example(plain[start:end], before, after, is_name, weight)


# --- fitting


def hashed(name: str, before: str, after: str, bits: int) -> NDArray[np.int64]:
    """Return the buckets of what votes on a name."""
    mask = (1 << bits) - 1
    return np.fromiter((crc32(g.encode()) & mask for g in grams(name, before, after)), np.int64)


def fit(examples: Sequence[Example], bits: int, epochs: int = EPOCHS) -> NDArray[np.float32]:
    """Fit a logistic regression by Adam."""
    print(f"{len(examples)} examples, {sum(e.is_name for e in examples)} of them names", file=sys.stderr)
    parts = [hashed(e.name, e.before, e.after, bits).astype(np.int32) for e in examples]
    bounds = np.concatenate([[0], np.cumsum([len(p) for p in parts])])
    flat = np.concatenate(parts)
    wanted = torch.tensor([float(e.is_name) for e in examples])
    share = torch.tensor([e.weight for e in examples])
    bag = torch.nn.EmbeddingBag(1 << bits, 1, mode="sum", sparse=False)
    torch.nn.init.zeros_(bag.weight)
    steps = epochs * (len(examples) // BATCH + 1)
    best = torch.optim.Adam([bag.weight], lr=RATE, betas=(0.9, 0.99))
    slower = torch.optim.lr_scheduler.LinearLR(best, 1.0, 0.05, steps)
    for epoch in range(epochs):
        order = torch.randperm(len(examples)).numpy()
        sums = []
        for at in range(0, len(order), BATCH):
            chosen = order[at : at + BATCH]
            tokens = torch.from_numpy(
                np.concatenate([flat[bounds[i] : bounds[i + 1]] for i in chosen]).astype(np.int64)
            )
            starts = torch.from_numpy(np.concatenate([[0], np.cumsum(bounds[chosen + 1] - bounds[chosen])[:-1]]))
            odds = bag(tokens, starts)[:, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, wanted[chosen], weight=share[chosen])
            loss = loss + DECAY * bag.weight.square().sum()
            best.zero_grad()
            loss.backward()
            best.step()
            slower.step()
            sums.append(float(loss.detach()))
        print(f"epoch {epoch + 1}: loss {np.mean(sums):.4f}", file=sys.stderr)
    fitted: NDArray[np.float32] = bag.weight.detach().numpy()[:, 0]
    return fitted


def quantized(weights: NDArray[np.float32]) -> tuple[float, NDArray[np.int8]]:
    """Return weights as int8, and what one unit is worth."""
    scale = float(np.quantile(np.abs(weights), 0.9995)) / 127
    return scale, np.clip(np.round(weights / scale), -127, 127).astype(np.int8)


def module(scale: float, packed: NDArray[np.int8]) -> str:
    """Return the Python module that carries the weights."""
    text = b64encode(compress(packed.tobytes(), 9)).decode()
    lines = "\n".join(f'    "{text[i : i + 108]}"' for i in range(0, len(text), 108))
    about = '"""The weights of `name_model`, written by `python -m benchmarks.train chinese-names`."""'
    return f"{about}\n\nSCALE = {scale:.6g}\nWEIGHTS = (\n{lines}\n)\n"


# --- figures


def report(odds: Callable[[str, str, str], float]) -> None:
    """Print how well names are told from the rest, and their borders found, on CLUENER's development split."""
    chance = random.Random(1)
    names: list[float] = []
    rest: list[float] = []
    starts = ends = both = total = 0
    for split, labelled in data.cluener():
        if split == "train":
            continue
        text = prose(labelled.text, 0)
        spans = [text.place(s.start, s.end) for s in labelled.spans]
        for span, place in zip(labelled.spans, spans, strict=True):
            if span.label == ORG and _fits(text.plain, *place):
                names.append(_odds(odds, text, *place))
                around = [(s, e) for s in range(place[0] - 6, place[0] + 4) for e in range(place[1] - 3, place[1] + 6)]
                around = [p for p in around if _fits(text.plain, *p)]
                ranked = {p: _odds(odds, text, *p) for p in around}
                starts += place == max((p for p in ranked if p[1] == place[1]), key=lambda p: ranked[p])
                ends += place == max((p for p in ranked if p[0] == place[0]), key=lambda p: ranked[p])
                both += place == max(ranked, key=lambda p: ranked[p])
                total += 1
        for first, last in cuts(text.plain, chance, 12):
            if all(last <= start or end <= first for start, end in spans):
                rest.append(_odds(odds, text, first, last))
    at = np.array(rest)
    for kept in (0.9, 0.95, 0.98):
        floor = np.quantile(names, 1 - kept)
        others = f"{np.mean(at > floor):.1%} of {len(at)} other strings"
        print(f"of {len(names)} names {kept:.0%} have odds over {floor:.2f}, and so do {others}")
    shares = f"start {starts / total:.1%}, end {ends / total:.1%}, both {both / total:.1%}"
    print(f"of {total} names, borders found: {shares}")


def _odds(odds: Callable[[str, str, str], float], text: Prose, start: int, end: int) -> float:
    example = _example(text, start, end, is_name=False, weight=1)
    return odds(example.name, example.before, example.after)


if __name__ == "__main__":
    main(sys.argv[1:])
