"""What an editor may put in the place of a deal's field: the same forms that a deal record has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from dealwire.core.printable import printable
from dealwire.core.records import plain
from dealwire.errors import UsageError
from dealwire.model import Basis, Investor, Kind, Money, PartialDate, Precision, Qualifier, Round, Status, Valuation

LARGEST = 10**15
"""More money than that, in any currency, is a slip of the pen."""

LONGEST = 300
"""Characters of a name or a label."""

_CURRENCY = re.compile("[A-Z]{3}")


def checked(field: str, value: object) -> Any:  # noqa: ANN401 - plain JSON
    """Return a value (plain JSON) as the deal record holds it; None stands for no value.

    Raises:
        UsageError: no such field can be corrected, or its values have another form; the message shows one.
    """
    if field not in FORMS:
        raise UsageError(f"{field!r} can't be corrected: choose one of {', '.join(FORMS)}")
    if value is None and field not in _ALWAYS_TOLD:
        return [] if field == "investors" else None
    read, example = FORMS[field]
    try:
        return read(value)
    except ValueError as e:  # msgspec's errors are of this kind too
        raise UsageError(f"that is no value for {field}: {e}; write it as {example}") from e


def _sum(value: object) -> dict[str, Any]:
    return _whole(value, plain(_money(value)))


def _valuation(value: object) -> dict[str, Any]:
    money = _money(value)
    basis = value.get("basis", Basis.UNSPECIFIED) if isinstance(value, dict) else None
    return _whole(value, plain(Valuation(money, msgspec.convert(basis, Basis))))


def _money(value: object) -> Money:
    money = msgspec.convert(value, Money)
    for part in (money, *money.also):
        if not _CURRENCY.fullmatch(part.currency):
            raise ValueError(f"a currency is a code of three capital letters, not {part.currency!r}")
        if not 0 < part.value <= LARGEST:
            raise ValueError(f"a sum lies between 1 and {LARGEST:,}")
        if (part.max is not None) != (part.qualifier is Qualifier.RANGE):
            raise ValueError("a range has a `max`, and nothing else has one")
        if part.max is not None and not part.value < part.max <= LARGEST:
            raise ValueError("the `max` of a range is greater than its `value`")
    return money


def _whole(value: object, taken: dict[str, Any]) -> dict[str, Any]:
    """Return what was taken of a mapping, if all of it was."""
    if isinstance(value, Mapping) and (left := [key for key in value if value[key] and key not in taken]):
        raise ValueError(f"there is no {left[0]!r}")
    return taken


def _date(value: object) -> dict[str, Any]:
    told = msgspec.convert(value, PartialDate)
    first = told.value.replace(day=1) if told.precision is not Precision.DAY else told.value
    return _whole(
        value, plain(PartialDate(first.replace(month=1) if told.precision is Precision.YEAR else first, told.precision))
    )


def _investors(value: object) -> list[dict[str, Any]]:
    backers = msgspec.convert(value, list[Investor])
    return [plain(Investor(_name(backer.name), backer.role)) for backer in backers]


def _name(value: object) -> str:
    name = " ".join(printable(msgspec.convert(value, str)).split())
    if not 0 < len(name) <= LONGEST:
        raise ValueError(f"a name has 1 to {LONGEST} characters")
    return name


def _one_of(words: type[Kind] | type[Round] | type[Status]) -> tuple[Callable[[object], str], str]:
    return lambda value: str(msgspec.convert(value, words)), "one of " + ", ".join(words)


_ALWAYS_TOLD = frozenset({"kind", "company", "status"})
_NAME = (_name, '"Acme Labs", in quotes where it could be a number')

FORMS: Mapping[str, tuple[Callable[[object], Any], str]] = {
    "kind": _one_of(Kind),
    "company": _NAME,
    "amount": (_sum, '{"value": 60000000, "currency": "USD", "qualifier": "exact"}'),
    "valuation": (_valuation, '{"value": 2500000000, "currency": "USD", "basis": "post"}'),
    "round": _one_of(Round),
    "round_label": (_name, '"Series B+"'),
    "status": _one_of(Status),
    "announced_on": (_date, '{"value": "2024-02-27", "precision": "day"}'),
    "investors": (_investors, '[{"name": "Acme Ventures", "role": "lead"}]'),
}
"""Field → how its values are read, and what one looks like."""
