"""Decisions by the table: a line of a CSV each, taken or refused by itself."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from dealwire.core.resolve.knowledge import Knowledge
from dealwire.errors import UsageError
from dealwire.model import Judgement, Rejected, Verdict
from dealwire.ports import Store
from dealwire.service import review
from dealwire.service.review import Decision, Editor

COLUMNS = ("verdict", "a", "b", "value", "why", "by")
NEEDED = ("verdict", "a")
LONGEST = 100_000
"""Characters of a cell; the csv module refuses longer ones."""


def decisions(
    store: Store, knowledge: Knowledge, editor: Editor, lines: Iterable[str]
) -> Iterator[Judgement | Rejected]:
    """Keep the decision of each line of a CSV, in order, and yield it; a line that can't be kept, with the reason.

    `verdict` is same, different, correct, publish, draft or undo; `a` and `b` what the command of that name takes: for
    correct the deal and the field, with `value`. `why` and `by` may be left out. Each is durable when it is yielded.

    Raises:
        UsageError: the first line doesn't name the columns.
    """
    rows = csv.DictReader(lines)
    try:
        named = rows.fieldnames or ()
    except csv.Error as e:
        raise UsageError(f"not a CSV: {e}") from e
    if missing := [name for name in NEEDED if name not in named]:
        raise UsageError(f"the first line lacks {', '.join(missing)}; it names the columns: {','.join(COLUMNS)}")
    while True:
        try:
            row = next(rows, None)
        except csv.Error as e:
            yield Rejected("review", f"line {rows.line_num}", f"not a line of a CSV: {e}")
            continue
        if row is None:
            return
        try:
            yield review.keep(store, knowledge, _decision(store, editor, row))
        except UsageError as e:
            yield Rejected("review", f"line {rows.line_num}", str(e))


def _decision(store: Store, editor: Editor, row: Mapping[str, Any]) -> Decision:
    cell = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if row.get(None):  # type: ignore[call-overload] # what csv puts there are the cells beyond the columns
        raise UsageError("more cells than columns; a cell with a comma stands in quotes")
    by = Editor(cell["by"] or editor.name, editor.at)
    try:
        verdict = Verdict(cell["verdict"].casefold())
    except ValueError:
        raise UsageError(
            f"{cell['verdict']!r} is no verdict: same, different, correct, publish, draft or undo"
        ) from None
    value = _value(cell["value"]) if verdict is Verdict.CORRECT else None
    return review.decision(store, by, verdict, cell["a"], cell["b"], value, cell["why"])


def _value(text: str) -> Any:  # noqa: ANN401 - plain JSON
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(text)
    return text
