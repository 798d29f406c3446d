"""Deal records as flat rows: the deals, who backs them, and the quote behind each field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from dealwire.core.printable import printable

DEAL_COLUMNS = (
    "id",
    "kind",
    "company",
    "round",
    "round_label",
    "status",
    "announced_on",
    "announced_precision",
    "amount",
    "amount_max",
    "amount_currency",
    "amount_qualifier",
    "amount_verbatim",
    "amount_usd",
    "valuation",
    "valuation_max",
    "valuation_currency",
    "valuation_qualifier",
    "valuation_basis",
    "leads",
    "investors",
    "background",
    "conflicts",
    "articles",
    "origins",
    "confidence",
    "country",
)
INVESTOR_COLUMNS = ("deal", "company", "investor", "role")
EVIDENCE_COLUMNS = ("deal", "field", "article", "url", "start", "end", "quote")


def harmless(cell: Any) -> Any:  # noqa: ANN401 - a cell is any plain value
    """Return a cell that no spreadsheet takes for a formula: texts come from strangers (OWASP, "CSV injection").

    Control characters go; lists and mappings become text.
    """
    if not isinstance(cell, str | list | tuple | dict):
        return cell
    text = printable(flat(cell))
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def flat(value: Any) -> str:  # noqa: ANN401 - any plain JSON
    """Return a value as the text of one cell: nothing as "", texts joined by "; ", other lists and mappings as JSON."""
    match value:
        case None:
            return ""
        case [*items] if all(isinstance(item, str) for item in items):
            return "; ".join(items)
        case [*_] | {}:
            return msgspec.json.encode(value).decode()
        case _:
            return str(value)


def deal_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a deal as one flat row: lists joined by "; "."""
    amount, valuation = record["amount"] or {}, record["valuation"] or {}
    date = record["announced_on"] or {}
    return {
        **{name: record[name] for name in ("id", "kind", "company", "round", "round_label", "status", "background")},
        "announced_on": date.get("value"),
        "announced_precision": date.get("precision"),
        "amount": amount.get("value"),
        "amount_max": amount.get("max"),
        "amount_currency": amount.get("currency"),
        "amount_qualifier": amount.get("qualifier"),
        "amount_verbatim": amount.get("verbatim"),
        "amount_usd": record["amount_usd"],
        "valuation": valuation.get("value"),
        "valuation_max": valuation.get("max"),
        "valuation_currency": valuation.get("currency"),
        "valuation_qualifier": valuation.get("qualifier"),
        "valuation_basis": valuation.get("basis"),
        "leads": "; ".join(i["name"] for i in record["investors"] if i["role"] == "lead"),
        "investors": "; ".join(i["name"] for i in record["investors"] if i["role"] != "adviser"),
        "conflicts": "; ".join(c["field"] for c in record["conflicts"]),
        "articles": "; ".join(record["articles"]),
        "origins": record["origins"],
        "confidence": record["confidence"],
        "country": record["country"],
    }


def investor_rows(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield who backs a deal, one row each."""
    for i in record["investors"]:
        yield {"deal": record["id"], "company": record["company"], "investor": i["name"], "role": i["role"]}


def evidence_rows(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the quote behind each field of a deal, one row each."""
    for field, evidence in record["evidence"].items():
        yield {"deal": record["id"], "field": field, **evidence}


TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Mapping[str, Any]], Iterator[dict[str, Any]]]]] = {
    "deals": (DEAL_COLUMNS, lambda record: iter([deal_row(record)])),
    "investors": (INVESTOR_COLUMNS, investor_rows),
    "evidence": (EVIDENCE_COLUMNS, evidence_rows),
}
"""Table → its columns, and how a deal record becomes its rows."""
