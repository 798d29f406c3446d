"""What an editor types into a form, read as the value of a field: "$60 million", "2025-09", "Corvid Capital (lead)"."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import msgspec

from dealwire.core.dates import first_day
from dealwire.core.extract.money import find_money
from dealwire.core.records import plain
from dealwire.errors import UsageError
from dealwire.model import Role

LONGEST = 5000
_BACKER = re.compile(r"(?P<name>[^()（）]+)(?:[(（](?P<role>[a-z ]{1,20})[)）])?")
_PRECISION = {4: "year", 7: "month", 10: "day"}
_BASIS = re.compile(r"\b(pre|post)\b|投(前|后)", re.IGNORECASE)


def value(field: str, words: str) -> Any:  # noqa: ANN401 - plain JSON
    """Return the value that words tell, for `dealwire.core.corrections.checked`; JSON is taken as it is, "" empties.

    Raises:
        UsageError: the words tell no value of the field.
    """
    words = words.strip()
    if len(words) > LONGEST:
        raise UsageError(f"a value has {LONGEST:,} characters at most")
    if not words:
        return None
    if words[0] in '{["':
        with suppress(msgspec.DecodeError):
            return msgspec.json.decode(words)
    match field:
        case "amount":
            return _sum(words)
        case "valuation":
            basis = _BASIS.search(words)
            told = (basis[1] or {"前": "pre", "后": "post"}[basis[2]]).lower() if basis else "unspecified"
            return {**_sum(words), "basis": told}
        case "announced_on":
            first = first_day(words)
            return {"value": first.isoformat() if first else "", "precision": _PRECISION.get(len(words), "day")}
        case "investors":
            return [_backer(part) for part in re.split(r"[,;，、；]", words) if part.strip()]
        case "kind" | "round" | "status":
            return words.lower().replace(" ", "_").replace("-", "_")
        case _:
            return words


def _sum(words: str) -> dict[str, Any]:
    found = find_money(words)
    if not found:
        raise UsageError(f"{words!r} tells no sum with its currency: write $60 million, €1.2bn, 3亿元")
    told: dict[str, Any] = plain(found[0].value)
    return told


def _backer(part: str) -> dict[str, str]:
    found = _BACKER.fullmatch(part.strip())
    role = ((found["role"] or Role.PARTICIPANT.value) if found else "").strip().replace(" ", "_")
    if found is None or role not in set(Role):
        raise UsageError(f"{part.strip()!r} is no backer: write Corvid Capital (lead), Fern Capital")
    return {"name": found["name"].strip(), "role": role}
