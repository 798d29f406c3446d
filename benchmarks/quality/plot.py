"""Draw how often values are right beside how surely they are told.

    python -m benchmarks.quality.plot

Needs matplotlib (dependency group `benchmarks`). Writes the drawing of docs/explanation/extraction.md, and the table
below it there that says the same.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import Final

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.quality import calibration, document
from benchmarks.quality.calibration import Bin

DRAWING: Final = document.PAGE.parent / "img" / "calibration.svg"
LANGUAGES: Final = {"en": "English", "zh": "Chinese"}
HALVES: Final = ((0, "half 0 (counted)", "#1b5e9b", "o", -0.15), (1, "half 1 (not counted)", "#c8501e", "s", 0.15))
"""Half, its name, colour and mark, and how far beside the middle of a bin it stands."""
LOWS: Final = calibration.EDGES[:-1]


def binned(lang: str, half: int) -> list[Bin]:
    """Return the values of one half of a language's texts in bins."""
    return calibration.bins(calibration.of_language(lang, half))


def spread(b: Bin) -> tuple[float, float]:
    """Return how far the true share may lie below and above the one counted (Wilson's interval, 95 %)."""
    z, n, p = 1.96, b.size, b.right
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(p - (centre - reach), 0.0), max(centre + reach - p, 0.0)


def draw() -> Figure:
    """Return the figure: a column a language, shares above, counts below."""
    mpl.rcParams.update({"svg.hashsalt": "dealwire", "svg.fonttype": "none", "font.size": 10})
    figure = Figure(figsize=(10, 6), facecolor="white", layout="constrained")
    figure.suptitle("Of the values told with a confidence, how many are right? (labelled development texts)")
    axes = figure.subplots(2, len(LANGUAGES), sharex=True, height_ratios=(3, 1), squeeze=False)
    for column, (lang, language) in enumerate(LANGUAGES.items()):
        above, below = axes[0][column], axes[1][column]
        for half, label, colour, marker, beside in HALVES:
            of = binned(lang, half)
            at = [LOWS.index(calibration.bin_of(b.sure)) + beside for b in of]
            _shares(above, at, of, label, colour, marker)
            _counts(below, at, of, colour)
        above.set(title=language, ylabel="share right", ylim=(0, 1.03))
        above.grid(color="#dddddd", linewidth=0.6)
        above.legend(loc="lower right", framealpha=1)
        below.set(xlabel="confidence told", ylabel="values told", yscale="log", ylim=(0.5, 5000))
        below.minorticks_off()
        below.set_xticks(range(len(LOWS)), [f"{low:.2f}–\n{high:.2f}" for low, high in pairwise(calibration.EDGES)])
    return figure


def _shares(axes: Axes, at: Sequence[float], of: Sequence[Bin], label: str, colour: str, marker: str) -> None:
    """Mark the share right of each bin, how far it may lie off, and, with a bar across, what was told."""
    reach = list(zip(*(spread(b) for b in of), strict=True))
    right = [b.right for b in of]
    axes.errorbar(at, right, yerr=reach, color=colour, marker=marker, linestyle="", capsize=3, label=label)
    once = "as told" if not axes.collections[1:] else "_nolegend_"
    axes.scatter(at, [b.sure for b in of], marker="_", s=220, color="black", zorder=3, label=once)


def _counts(axes: Axes, at: Sequence[float], of: Sequence[Bin], colour: str) -> None:
    axes.bar(at, [b.size for b in of], width=0.3, color=colour)
    for x, b in zip(at, of, strict=True):
        axes.annotate(str(b.size), (x, b.size), (0, 2), textcoords="offset points", ha="center", fontsize=8)


def table() -> Iterator[str]:
    """Yield the lines of the table that says what the drawing shows."""
    yield "| told with (bins without values left out) | half 0: values | share right | half 1: values | share right |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for lang, language in LANGUAGES.items():
        halves = [{calibration.bin_of(b.sure): b for b in binned(lang, half)} for half, *_ in HALVES]
        for low in sorted({low for half in halves for low in half}):
            cells = [f"{half[low].size} | {half[low].right:.3f}" if low in half else "0 | " for half in halves]
            high = calibration.EDGES[calibration.EDGES.index(low) + 1]
            yield f"| {language}, {low:.2f} to {high:.2f} | {' | '.join(cells)} |"


def main() -> None:
    """Write the drawing and the table that says the same."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    DRAWING.parent.mkdir(parents=True, exist_ok=True)
    draw().savefig(DRAWING, metadata={"Date": None, "Creator": None})
    document.refresh("calibration", table())


if __name__ == "__main__":
    main()
