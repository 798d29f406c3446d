"""How many plain articles are read whole: put together by chance from sentences of ours, each of which says one thing.

    python -m benchmarks.quality.composed [--failures N] [--articles N] [--seed N]

An article of each sort tells one deal as news: a headline, how it opens, the deal, who is in it, and what stands around
it: a round before, the money raised in all, a market's size, a rival, what somebody said. The order is drawn too. The
parts, with what each tells, are in composed_en.toml and composed_zh.toml. Real articles hide what fails in them; here
one part is changed at a time, and the failures are counted by part.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.quality.deals import article
from dealwire.core.extract import extract
from dealwire.model import DealReport, Role

ARTICLES: Final = 200
"""Articles of each sort whose share is held."""
HERE: Final = Path(__file__).parent
LANGUAGES: Final = {"en": "English", "zh": "Chinese"}


class Composed(NamedTuple):
    """An article with the parts that it is made of."""

    title: str
    text: str
    parts: Mapping[str, str]
    backers: frozenset[str]
    leads: frozenset[str]


class Sort(NamedTuple):
    """A sort of article: what its deal is, and the sentences that each part is drawn from."""

    lang: str
    kind: str
    company: str
    amount: str
    round: str | None
    status: Sequence[str]
    around: Sequence[str]
    parts: Mapping[str, Sequence[str]]
    who: Mapping[str, tuple[frozenset[str], frozenset[str]]]


@cache
def sorts() -> Mapping[str, Sort]:
    """Return the sorts of articles by name."""
    found = {}
    for lang, language in LANGUAGES.items():
        for name, of in tomllib.loads((HERE / f"composed_{lang}.toml").read_text("utf-8")).items():
            found[f"{language} {name}"] = _sort(lang, of)
    return found


def _sort(lang: str, of: Mapping[str, Any]) -> Sort:
    parts: dict[str, list[str]] = {}
    who: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for part, sentences in of["parts"].items():
        parts[part] = [text for text, _, _ in map(_split, sentences)]
        who |= {text: (backers, leads) for text, backers, leads in map(_split, sentences)}
    around = [part for part in parts if part not in {"title", "opening"}]
    return Sort(
        lang, of["kind"], of["company"], of["amount"], of.get("round"), of.get("status", ()), around, parts, who
    )


def _split(sentence: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """Split "Acme led. | Acme*, Pelt" into the sentence, those whom it tells, and those of them who lead."""
    text, _, names = sentence.partition(" | ")
    told = [name.strip() for name in names.split(",") if name.strip()]
    return text, frozenset(name.rstrip("*") for name in told), frozenset(n.rstrip("*") for n in told if n.endswith("*"))


def articles(sort: Sort, count: int, seed: int = 1) -> Iterator[Composed]:
    """Compose articles of a sort; what is around the deal comes in any order, but who is in it soon after it."""
    draw = random.Random(seed)
    for _ in range(count):
        chosen = {part: draw.choice(sentences) for part, sentences in sort.parts.items()}
        around = [part for part in sort.around if part != "deal"]
        draw.shuffle(around)
        at = draw.randint(0, 1) if draw.random() < 0.5 else 0
        order = [*around[:at], *(["deal"] if "deal" in chosen else []), *around[at:]]
        if "backers" in order:
            order.remove("backers")
            after = order.index("deal") + 1
            between = order[after : after + 1] in (["aside"], ["quote"]) and draw.random() < 0.5
            order.insert(after + between, "backers")
        gap = "" if sort.lang == "zh" else " "
        text = gap.join(chosen[part] for part in ("opening", *order) if chosen[part])
        told = [sort.who[sentence] for sentence in chosen.values()]
        backers, leads = (frozenset().union(*of) for of in zip(*told, strict=True))
        yield Composed(chosen["title"], text, chosen, backers, leads)


def faults(sort: Sort, made: Composed) -> list[str]:
    """Return what is read wrong in an article, in words; nothing where all of it is right."""
    told = extract(article({"id": "1", "title": made.title, "text": made.text, "lang": sort.lang}))
    news = [deal for deal in told.deals if not (deal.background and deal.background.value)]
    own = [d for d in news if d.kind.value.value == sort.kind and d.company and sort.company in d.company.value]
    found = []
    if not sort.kind:
        return [f"deals: {'; '.join(map(_line, news))}"] if news else []
    if len(news) != 1 or not own:
        found.append("deals: " + "; ".join(_line(deal) for deal in news))
    if own:
        found += _values(sort, made, max(own, key=lambda deal: deal.amount is not None))
    return found


def _values(sort: Sort, made: Composed, deal: DealReport) -> Iterator[str]:
    if sort.amount and (deal.amount is None or sort.amount not in deal.amount.quote.replace(" ", "")):
        yield f"amount: {deal.amount.quote if deal.amount else None}"
    told = deal.round.value.value if deal.round else None
    if sort.round is not None and told != sort.round:
        yield f"round: {told}"
    if sort.status and deal.status.value.value not in sort.status:
        yield f"status: {deal.status.value.value}"
    backers = {backer.value.name for backer in deal.investors}
    leads = {backer.value.name for backer in deal.investors if backer.value.role is Role.LEAD}
    if backers != made.backers:
        yield f"backers: {', '.join(sorted(backers))}"
    elif leads != made.leads:
        yield f"leads: {', '.join(sorted(leads))}"


def _line(deal: DealReport) -> str:
    company = deal.company.value if deal.company else "?"
    return f"{deal.kind.value.value} {company} {deal.amount.quote if deal.amount else ''}".strip()


def shares() -> dict[str, float]:
    """Return the share of articles that is read whole, by sort."""
    return {
        name: sum(not faults(sort, made) for made in articles(sort, ARTICLES)) / ARTICLES
        for name, sort in sorts().items()
    }


def main() -> None:
    """Print the shares, and for each sort the parts that most of the faults are in, with examples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--failures", metavar="N", type=int, default=0, help="parts to list for each sort")
    parser.add_argument("--articles", metavar="N", type=int, default=ARTICLES)
    parser.add_argument("--seed", metavar="N", type=int, default=1)
    parser.add_argument("--sort", metavar="NAME", default="", help='only of sorts with this in their name: "English"')
    wanted = parser.parse_args()
    for name, sort in sorts().items():
        if wanted.sort not in name:
            continue
        every: Counter[tuple[str, str]] = Counter()
        wrong: Counter[tuple[str, str]] = Counter()
        example: dict[tuple[str, str], str] = {}
        failed = 0
        for made in articles(sort, wanted.articles, wanted.seed):
            found = faults(sort, made)
            failed += bool(found)
            every.update(made.parts.items())
            if found:
                wrong.update(made.parts.items())
                example |= {part: f"{' | '.join(found)} :: {made.title} || {made.text}" for part in made.parts.items()}
        print(f"{name:22} {1 - failed / wanted.articles:.3f}")
        for part in sorted(wrong, key=lambda part: -wrong[part] / every[part])[: wanted.failures]:
            print(f"  {wrong[part]:4} of {every[part]:4}  {part[0]}: {part[1]}\n      {example[part]}")


if __name__ == "__main__":
    main()
