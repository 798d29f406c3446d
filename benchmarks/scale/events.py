"""What happens in the synthetic world, and who tells it when: each event made from its number alone."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.scale import world
from benchmarks.scale.world import Company, Masthead

ROUNDS = ("seed", "series_a", "series_b", "series_c", "series_d")
USUAL = {"seed": 3, "series_a": 14, "series_b": 38, "series_c": 90, "series_d": 210}
"""A usual sum in millions of dollars."""

CHINESE = 0.4
"""The share of events that happen in China and are told in Chinese, but for a report here and there."""

COPIES = (0, 0, 0, 0, 1, 1, 2, 3, 6)
"""How many print an agency's report again."""

OTHERS = {
    "product": 22, "policy": 10, "research": 9, "people": 9, "earnings": 9, "partnership": 9, "security": 6,
    "legal": 6, "layoffs": 4, "feature": 16,
}  # fmt: skip
"""What else there is in the news, by weight."""

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Told:
    """One report of an event: how many minutes after it, at which stage, by whom, in which words.

    A copy is told in the words of the report that it names, or -1.
    """

    minutes: int
    stage: str
    masthead: Masthead
    variant: int
    copy_of: int = -1


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: a deal (`round` says which), or another kind of news, about a `subject` of its own."""

    number: int
    kind: str
    company: Company
    other: Company
    lead: tuple[str, str]
    backers: tuple[tuple[str, str], ...]
    subject: str
    round: str
    millions: float
    valuation: float
    reports: tuple[Told, ...]

    @property
    def deal(self) -> bool:
        """Whether money changes hands."""
        return self.kind in ("funding", "acquisition")


def event(seed: int, number: int, deals: float) -> Event:
    """Return the event of a number: a deal with the probability `deals`, else other news.

    Of two thirds of the deals the company is new; the rest are a later round of one that was met some 5,000 to
    100,000 events before.
    """
    rng = Random(f"{seed} {number}")
    dealt = rng.random() < deals
    kind = ("acquisition" if rng.random() < 0.1 else "funding") if dealt else _other(rng)
    who, round_ = number, rng.choice(ROUNDS[:3])
    if dealt and number > 5000 and rng.random() < 0.35:
        who = max(number - rng.randrange(5000, 100_000), number % 5000)
        round_ = rng.choice(ROUNDS[2:])
    elif not dealt:
        who = int(2000 * rng.random() ** 2) if rng.random() < 0.7 else number
    millions = USUAL[round_] * rng.choice((0.5, 0.7, 0.8, 1, 1, 1.2, 1.5, 2.2)) * (8 if kind == "acquisition" else 1)
    millions = round(millions, 1) if millions < 10 else round(millions)
    return Event(
        number,
        kind,
        world.company(who),
        world.company(int(2000 * rng.random() ** 2) + 1),
        world.some_investor(rng),
        tuple(world.some_investor(rng) for _ in range(rng.choice((0, 1, 1, 2, 3)))),
        world.invented(rng),
        round_,
        millions,
        millions * rng.randint(4, 9),
        tuple(_reports(rng, dealt, "zh" if rng.random() < CHINESE else "en")),
    )


def _other(rng: Random) -> str:
    return rng.choices(tuple(OTHERS), weights=tuple(OTHERS.values()))[0]


def _reports(rng: Random, dealt: bool, lang: str) -> list[Told]:
    told: list[Told] = []
    start = 0
    if dealt and rng.random() < 0.15:
        told.append(_told(rng, 0, "rumour", lang))
        start = rng.randrange(3, 25) * DAY
    own = rng.choice((1, 1, 1, 2, 2, 3)) if dealt else rng.choice((1, 1, 1, 1, 1, 2, 3))
    told += [_told(rng, start + int(rng.expovariate(1 / 400)), "news", lang) for _ in range(own)]
    for _ in range(rng.choice(COPIES) if rng.random() < 0.3 else 0):
        of = len(told) - 1 if told[-1].copy_of < 0 else told[-1].copy_of
        late = told[of].minutes + int(rng.expovariate(1 / 240))
        told.append(Told(late, "news", world.masthead(rng, told[of].masthead.lang), told[of].variant, of))
    if dealt and rng.random() < 0.08:
        told.append(_told(rng, start + rng.randrange(5, 40) * DAY, "closed", lang))
    return told


def _told(rng: Random, minutes: int, stage: str, lang: str) -> Told:
    lang = lang if rng.random() < 0.93 else {"en": "zh", "zh": "en"}[lang]
    return Told(minutes, stage, world.masthead(rng, lang), rng.randrange(2**31))
