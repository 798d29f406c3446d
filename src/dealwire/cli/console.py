"""Where output goes: results to standard output, everything else to standard error, bars only on a terminal."""

from __future__ import annotations

import csv
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

import msgspec
from rich.console import Console, ConsoleOptions, RenderableType
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.segment import Segment
from rich.table import Table

from dealwire.core.printable import printable
from dealwire.core.tables import flat, harmless
from dealwire.model import Rejected

EXIT_REJECTED, EXIT_USAGE, EXIT_OUTAGE = 1, 2, 3

PIPE_WIDTH = 120
"""Columns of a table that goes into a file or a pipe, where no terminal says how wide it is."""

LISTED = 20
"""So many rejected inputs are listed at the end of a run; `dealwire doctor --rejected` lists all."""


class Format(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class _Clean(Console):
    """A console that no text can steer: Rich lets escape sequences through."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(printable(segment.text), segment.style)

    def on_broken_pipe(self) -> None:
        """Stop: whoever read has seen enough."""
        mute()
        raise SystemExit(0)


def mute() -> None:
    """Send what standard output still holds nowhere: Python would try to write it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _writing() -> Iterator[None]:
    """Write to standard output; where its reader has seen enough (`| head`), that is the end, and no failure."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        mute()
        raise SystemExit(0) from None


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else max(shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, PIPE_WIDTH)
    return _Clean(stderr=stderr, width=width, highlight=False, emoji=False, soft_wrap=False)


def out() -> Console:
    """Return the console of results."""
    return _console(stderr=False)


def err() -> Console:
    """Return the console of everything else."""
    return _console(stderr=True)


def complain(error: object) -> None:
    """Say what went wrong."""
    err().print(f"[bold red]dealwire:[/] {escape(str(error))}")


def json_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print a JSON object a line."""
    with _writing():
        for row in rows:
            sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")


def encoded_lines(lines: Iterable[bytes]) -> None:
    """Print lines that are encoded already."""
    with _writing():
        for line in lines:
            sys.stdout.buffer.write(line + b"\n")


def csv_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Print comma-separated values with a header; a list of texts is one cell."""
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    with _writing():
        writer.writeheader()
        writer.writerows({name: harmless(value) for name, value in row.items()} for row in rows)


def table(title: str, columns: Sequence[str | tuple[str, dict[str, Any]]], rows: Iterable[Sequence[object]]) -> None:
    """Print a table that fits the terminal: a column is its heading, or that and Rich's options for it.

    A column with the option `from_width` is left out where the terminal has fewer columns of characters.
    """
    to = out()
    grid = Table(
        title=title, title_justify="left", header_style="bold", box=None, pad_edge=False, collapse_padding=True
    )
    shown = []
    for n, column in enumerate(columns):
        heading, options = (column, {}) if isinstance(column, str) else column
        if to.width >= options.get("from_width", 0):
            shown.append(n)
            grid.add_column(heading, **{name: value for name, value in options.items() if name != "from_width"})
    for row in rows:
        grid.add_row(*(escape(flat(row[n])) for n in shown))
    to.print(grid)


def passed_over(skipped: Mapping[str, int]) -> None:
    """Say on standard error how many pages of web archives were passed over, and why."""
    if skipped:
        reasons = ", ".join(f"{count:,} {why}" for why, count in sorted(skipped.items(), key=lambda item: -item[1]))
        err().print(f"Pages passed over: {reasons}", markup=False, highlight=False)


def rejections(rejected: Sequence[Rejected]) -> None:
    """List what could not be used, with the reason."""
    if not rejected:
        return
    console = err()
    console.print(f"[bold yellow]{len(rejected)} rejected:[/]")
    for r in rejected[:LISTED]:
        console.print(f"  {escape(r.id)}: {escape(r.reason)} [dim]({r.stage})[/]", soft_wrap=True)
    if len(rejected) > LISTED:
        console.print(f"  … and {len(rejected) - LISTED} more: `dealwire doctor --rejected` lists them all")


@contextmanager
def progress(what: str) -> Iterator[tuple[Progress, Any]]:
    """Show a bar on standard error while something long runs; nothing where that is no terminal."""
    console = err()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        yield bar, bar.add_task(what, total=None, note="")
