"""Plots as SVG without style or script of their own: pygal draws, the style sheet colours by class."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor, inf, log10
from typing import Any

import pygal
from markupsafe import Markup

from dealwire.core import money
from dealwire.lists import Month
from dealwire.service.deal_view import Axis, Bar
from dealwire.service.network import Network

# pygal puts a finder of maps, of which we have none, into the import system, by a protocol that Python has dropped.
sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]

WIDTH, HEIGHT = 720, 200


DRAWN = 256
"""Drawings that are remembered: to draw one takes longer than all else of its page, and most are seen again."""

DOTTED = 24
"""Points of a line that are drawn as dots too; more than that are a line by themselves, drawn in half the time."""

Unit = Callable[[float], str] | None
"""How a value is written, by a function that is there once, so that a drawing is known again; None for a count."""


def _count(value: float) -> str:
    return f"{value:,.0f}"


def dollars(value: float) -> str:
    """Write a sum in US dollars."""
    return money.short(value, "USD")


def columns(labels: Sequence[str], values: Sequence[float | None], title: str, unit: Unit = None) -> Markup:
    """Return columns over labels, of which some are written; `title` says to those who can't see it what it shows."""
    return _drawn(pygal.Bar, tuple(labels), tuple(values), unit or _count, title, unit is None)


def line(labels: Sequence[str], values: Sequence[float | None], title: str, unit: Unit = None) -> Markup:
    """Return a line with dots over labels."""
    return _drawn(pygal.Line, tuple(labels), tuple(values), unit or _count, title, unit is None)


@lru_cache(DRAWN)
def _drawn(
    kind: Callable[..., Any],
    labels: tuple[str, ...],
    values: tuple[float | None, ...],
    unit: Callable[[float], str],
    title: str,
    whole: bool,
) -> Markup:
    chart = kind(
        width=WIDTH,
        height=HEIGHT,
        css=[],
        js=[],
        no_prefix=True,
        disable_xml_declaration=True,
        show_legend=False,
        margin=4,
        margin_left=8,
        spacing=6,
        min_scale=2,
        max_scale=4,
        dots_size=3,
        show_dots=len(labels) <= DOTTED,
        include_x_axis=True,
        value_formatter=lambda v: unit(v or 0.0),
        x_labels_major_every=max(1, -(-len(labels) // 8)),
        show_minor_x_labels=False,
        truncate_label=-1,
    )
    chart.x_labels = list(labels)
    if whole:
        most = max((v for v in values if v is not None), default=0.0)
        step = max(1, -(-int(most) // 3))
        chart.y_labels = [float(n) for n in range(0, int(most) + step, step)]
    chart.add("", list(values))
    chart.add_xml_filter(lambda root: _bare(root, title))
    return Markup(chart.render(is_unicode=True))  # noqa: S704 - the library escapes what it draws


def _bare(root: Any, title: str) -> Any:  # noqa: ANN401 - an element of whichever tree the library builds
    """Take out what a strict policy forbids, and what a pointer alone could reach; name the picture."""
    for parent in list(root.iter("*")):
        for child in list(parent):
            tag = child.tag if isinstance(child.tag, str) else ""
            pointed = (child.get("class") or "") in ("tooltip", "text-overlay")
            stale = pointed or tag in ("defs", "script", "style", "desc", "title")
            if stale or not tag:
                parent.remove(child)
        for name in ("style", "id"):
            if name in parent.attrib:
                del parent.attrib[name]
    root.set("role", "img")
    root.set("aria-label", title)
    root.set("class", "plot-svg")
    return root


MONTHS = 36
"""Months that a plot shows, the latest."""


@dataclass(frozen=True, slots=True)
class ByMonth:
    """The money and the number of deals by month, as plots."""

    usd: Markup
    count: Markup


def by_month(months: Sequence[Month], t: Callable[..., str]) -> ByMonth:
    """Return the latest months as columns; months without a deal are there, and empty."""
    told = {one.month: one for one in months}
    span = _months(max(told), MONTHS, min(told)) if told else []
    labels = [f"{month:%Y-%m}" for month in span]
    found = [told.get(month) for month in span]
    return ByMonth(
        columns(labels, [one.usd if one else 0.0 for one in found], t("plot.usd"), dollars),
        columns(labels, [float(one.count) if one else 0.0 for one in found], t("plot.count")),
    )


def _months(last: date, most: int, first: date) -> list[date]:
    ordinal = last.year * 12 + last.month - 1
    start = max(ordinal - most + 1, first.year * 12 + first.month - 1)
    return [date(n // 12, n % 12 + 1, 1) for n in range(start, ordinal + 1)]


@dataclass(frozen=True, slots=True)
class Node:
    """A name and where it stands."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two nodes."""

    x1: float
    y1: float
    x2: float
    y2: float
    mid: float
    weight: float


@dataclass(frozen=True, slots=True)
class Columns:
    """A network drawn as two columns of names."""

    width: int
    height: int
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    lines: tuple[Line, ...]


LINE_HEIGHT, LEFT, RIGHT = 22, 250, 430
NETWORK_WIDTH = 660


def two_columns(network: Network) -> Columns:
    """Return where backers (left), companies (right) and the lines between them stand; a line is as wide as its sum."""
    rows = max(len(network.backers), len(network.companies), 1)
    left = {name: _spread(n, len(network.backers), rows) for n, name in enumerate(network.backers)}
    right = {name: _spread(n, len(network.companies), rows) for n, name in enumerate(network.companies)}
    most = max((tie.usd for tie in network.ties), default=0.0) or 1.0
    lines = tuple(
        Line(
            LEFT + 8,
            left[tie.backer],
            RIGHT - 8,
            right[tie.company],
            (LEFT + RIGHT) / 2,
            round(1 + 5 * (tie.usd / most) ** 0.5, 1),
        )
        for tie in network.ties
    )
    return Columns(
        NETWORK_WIDTH,
        rows * LINE_HEIGHT + 8,
        tuple(Node(name, LEFT, y) for name, y in left.items()),
        tuple(Node(name, RIGHT, y) for name, y in right.items()),
        lines,
    )


def _spread(n: int, of: int, rows: int) -> float:
    return round((n + 0.5) * rows / max(of, 1) * LINE_HEIGHT + 4, 1)


@dataclass(frozen=True, slots=True)
class Strip:
    """A bar on an axis of 0 to 100; an open end runs to the edge."""

    x: float
    width: float
    open_low: bool
    open_high: bool


def strip(axis: Axis, bar: Bar) -> Strip:
    """Return where a reported sum lies."""
    low, high = bar.interval.low, bar.interval.high
    left = 0.0 if low <= axis.low else _at(axis, low)
    right = 100.0 if high == inf else min(100.0, _at(axis, high))
    return Strip(round(left, 2), round(max(right - left, 1.2), 2), low <= 0, high == inf)


def ticks(axis: Axis, most: int = 4) -> list[tuple[float, str]]:
    """Return round sums along the axis: where, and what."""
    span = axis.high - axis.low
    if span <= 0:
        return []
    rough = span / most
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * m for m in (1, 2, 2.5, 5, 10) if unit * m >= rough)
    first = int(axis.low // step) + 1
    sums = (n * step for n in range(first, first + most + 1))
    return [(round(_at(axis, s), 2), money.short(s, axis.currency)) for s in sums if s < axis.high]


def _at(axis: Axis, value: float) -> float:
    return (value - axis.low) / (axis.high - axis.low) * 100
