"""Values, and what it takes to tell one: the characters of a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dealwire.model.terms import Basis, Precision, Qualifier, Role

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, month or day; `value` is the first day of what is known."""

    value: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole currency units, as hedged by its writer.

    `max` is the high end of a `range`. `also` holds the same sum as the text gives it in other currencies
    ("2.5 billion yuan ($342 million)"), the first-named sum being this one.
    """

    value: int
    currency: str
    qualifier: Qualifier = Qualifier.EXACT
    verbatim: str = ""
    max: int | None = None
    also: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Valuation:
    """What the whole company is said to be worth."""

    money: Money
    basis: Basis = Basis.UNSPECIFIED


@dataclass(frozen=True, slots=True)
class Investor:
    """A backer of a deal by the name that the text gives it."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Told(Generic[T_co]):
    """A value together with the characters of `Article.content` that tell it, and how sure the reader is (0..1)."""

    value: T_co
    start: int
    end: int
    quote: str
    confidence: float = 1.0
