"""Write docs/reference/api.md from the API's description: `python -m benchmarks.reference`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.testclient import TestClient

from dealwire.service.door import Dealwire
from dealwire.web.api.reference import Row, operations, shapes
from dealwire.web.app import create_app

PAGE = Path(__file__).resolve().parent.parent / "docs/reference/api.md"

HEAD = """# The API

Written by `python -m benchmarks.reference` from the description of the API in OpenAPI;
a server shows the same at `/api/v1/docs`.
[How to use it](../how-to/use-the-api.md) says how the parts work together.

"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page."""
    with tempfile.TemporaryDirectory() as folder, TestClient(create_app(Dealwire(f"{folder}/empty.db"))) as client:
        described = client.get("/api/v1/openapi.json").json()
    calls = "\n".join(
        f"### `{o.method} /api/v1{o.path}`\n\n{o.summary} Answers: {o.answer}.\n\n{_table('parameter', o.parameters)}"
        for o in operations(described)
    )
    objects = "\n".join(f"### {s.name}\n\n{s.meaning}\n\n{_table('field', s.fields)}" for s in shapes(described))
    return f"{HEAD}## Calls\n\n{calls}\n## Objects\n\n{objects}"


def _table(kind: str, rows: tuple[Row, ...]) -> str:
    if not rows:
        return ""
    told = [f"| `{row.name}` | {_cell(row.type)} | {_cell(row.meaning)} |\n" for row in rows]
    return f"| {kind} | type | meaning |\n| --- | --- | --- |\n{''.join(told)}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("[", "\\[")


if __name__ == "__main__":
    main()
