"""When one organisation is a part of another: its fund, its investing arm, its branch. Told, and never merged.

A view of two names, like a comparison: SoftBank Vision Fund is a fund of SoftBank by what its name adds. For names that
the alias table knows, the name by which it knows them is read too, so that 阿里云 is an arm of Alibaba. That Google is
Alphabet's no name tells; a table does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dealwire.core.name_parts import Parts, parts
from dealwire.core.name_words import ARMS, COMMON, COUNTRIES, FIRM
from dealwire.core.names import fold
from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.compare import compare_keys

_FUND: Final = frozenset({"fund", "vision", "growth", "seed", "early", "opportunity", "opportunities", "accelerator"})
_INVESTS: Final = frozenset({"venture", "vc", "capital", "investment", "equity", "asset", "angels"})


@dataclass(frozen=True, slots=True)
class Relation:
    """One name's organisation is a part of another's.

    `kind` is "fund", "investing arm", "branch", "arm", "subsidiary" (by the table of parents) or "sister". Of
    sisters, two funds of one series, neither is the whole.
    """

    whole: str
    part: str
    kind: str
    why: str


def part_of(a: str, b: str, aliases: Aliases = NO_ALIASES) -> Relation | None:
    """Return what one of two folded names is to the other where it is a part, or None; in either order."""
    found = _part_of(a, b, aliases)
    # To compare costs ten times what it takes to see that most pairs have nothing of whole and part.
    return None if found is None or compare_keys(a, b, aliases).same else found


def _part_of(a: str, b: str, aliases: Aliases) -> Relation | None:
    for whole, part in ((a, b), (b, a)):
        for long in _names(part, aliases):
            for short in _names(whole, aliases):
                if kind := _kind(parts(short), parts(long), aliases, listed=aliases.entity(whole) is not None):
                    return Relation(
                        whole, part, kind, f"'{long}' is {_ARTICLES[kind]} of '{short}', not '{short}' itself"
                    )
        if aliases.owned_by(part, whole):
            return Relation(whole, part, "subsidiary", f"'{part}' is a subsidiary of '{whole}' by the table of parents")
    first, second = sorted((a, b))
    if _series(parts(first), parts(second)):
        return Relation(first, second, "sister", f"'{first}' and '{second}' are of one series, and two")
    return None


_ARTICLES: Final = {"fund": "a fund", "investing arm": "the investing arm", "branch": "a branch", "arm": "an arm"}


def _names(key: str, aliases: Aliases) -> Iterable[str]:
    entity = aliases.entity(key)
    return (key,) if entity is None else dict.fromkeys((key, fold(entity)))


def _kind(whole: Parts, part: Parts, aliases: Aliases, *, listed: bool) -> str | None:
    """Return what a name is whose words begin with all of another's and go on with such as name a part."""
    size = len(whole.words)
    if size >= len(part.words) or part.words[: size - 1] != whole.words[:-1]:
        return None
    if part.words[size - 1] not in (whole.words[-1], f"{whole.words[-1]}s"):  # "SoftBank's Vision Fund"
        return None
    telling = [word for word in whole.words if word not in COMMON]
    if not telling or not (listed or any(word not in aliases.everyday for word in telling)):
        return None
    added = set(part.words[size:])
    if added & _FUND or part.numbers != whole.numbers:
        return "fund"
    if added & _INVESTS:
        return "investing arm"
    if added & COUNTRIES:
        return "branch"
    return "arm" if added & (ARMS - FIRM) else None


def _series(a: Parts, b: Parts) -> bool:
    if a.numbers == b.numbers or not a.numbers or not b.numbers:
        return False
    first, second = ([word for word in of.words if not of.is_number(word)] for of in (a, b))
    return first == second and any(word not in COMMON for word in first)
