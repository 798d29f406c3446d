"""How many plain wordings are read: templates in Chinese, filled in with names, sums and labels.

    python -m benchmarks.quality.grid [SECTION …] [--failures N]

Labelled texts say how often a reader is right on what papers print; they are few, and each holds a dozen difficulties
at once. A grid asks whether one clause is read, for hundreds of clauses. `grid_zh.txt` has words (`= what = one|other`)
and templates in sections (`# name | kind | status`); what stands in braces is filled in, and is what must be read:

    {c} company  {f} fund's house  {x} company with a Latin name  {s} seller  {m} sum  {r} label  {v} value
    {l} {l2} leads  {p} {p2} {j} {j2} backers  {o} {o2} old shareholders  {fa} {fa2} advisers  {b} buyer
    {t} when and by whose word  {d} what the company is

`<甲/乙>` is each of its parts in turn. A filling is right where the text is read as one deal (none where the section's
kind is "-") of the company, with that sum, label, value, backers by role, and the section's status where it has one.
Names are invented, and some are as hard as names can be: two letters, a word, a verb's letter.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from benchmarks.quality.deals import article
from dealwire.core.extract import extract
from dealwire.model import DealReport

TEMPLATES: Final = Path(__file__).parent / "grid_zh.txt"
FILLINGS: Final = 6
"""Texts made of each template."""

PARTIES: Final = {
    "l": ("backer", "lead"),
    "l2": ("backer", "lead"),
    "p": ("backer", "participant"),
    "p2": ("backer", "participant"),
    "j": ("backer", "participant"),
    "j2": ("backer", "participant"),
    "o": ("backer", "existing"),
    "o2": ("backer", "existing"),
    "fa": ("adviser", "adviser"),
    "fa2": ("adviser", "adviser"),
    "b": ("buyer", "acquirer"),
    "s": ("seller", ""),
}
"""The words for a party, and the role that it must be read in; none for who sells."""
WORDS: Final = {"m": ("sum", 5), "r": ("label", 4), "v": ("value", 1), "t": ("when", 2), "d": ("what", 3)}
"""The other placeholders, each with the step at which its words go round."""

_PLACE: Final = re.compile(r"\{(\w+)\}")
_EACH: Final = re.compile(r"<([^<>]+)>")
_HEDGES: Final = re.compile("约为?|共|近|超|最多|人民币|级|元$| ")


@dataclass(frozen=True, slots=True)
class Section:
    """Templates of one kind of deal, and how far it has come where they say so."""

    name: str
    kind: str
    status: str
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A text made of a template, and what must be read in it."""

    text: str
    told: Mapping[str, str]
    backers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A text, and which slots of it are read wrong."""

    section: str
    template: str
    text: str
    wrong: tuple[str, ...]


@cache
def _lines() -> tuple[str, ...]:
    return tuple(filter(None, TEMPLATES.read_text(encoding="utf-8").splitlines()))


@cache
def words(sort: str) -> tuple[str, ...]:
    """Return the words of one sort: companies, sums, labels."""
    line = next(line for line in _lines() if line.startswith(f"= {sort} = "))
    return tuple(line.removeprefix(f"= {sort} = ").split("|"))


@cache
def sections() -> tuple[Section, ...]:
    """Return the templates."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    head = ("", "", "")
    for line in _lines():
        if line.startswith("# "):
            name, kind, status = (part.strip() for part in line[2:].split("|"))
            head = (name, kind, status)
        elif not line.startswith("= "):
            found[head] += _each(line)
    return tuple(Section(*head, tuple(templates)) for head, templates in found.items())


def _each(line: str) -> Iterator[str]:
    """Yield the templates of a line: one for each way to choose among its `<甲/乙>`."""
    pieces = _EACH.split(line)
    for chosen in itertools.product(*(p.split("/") if i % 2 else [p] for i, p in enumerate(pieces))):
        yield "".join(chosen)


def filled(template: str, n: int) -> Filled:
    """Return the n-th text of a template."""
    size = len(template)
    used: dict[str, str] = {}
    backers: dict[str, str] = {}

    def of(pool: Sequence[str], at: int) -> str:
        return next(word for i in range(len(pool)) if (word := pool[(at + i) % len(pool)]) not in used.values())

    for name in dict.fromkeys(_PLACE.findall(template)):
        if name in WORDS:
            sort, step = WORDS[name]
            used[name] = words(sort)[(n * step + size) % len(words(sort))]
        elif name == "c":
            quoted = "“{c}" in template or "「{c}" in template
            used[name] = of([c for c in words("company") if not (quoted and c[0] in "“「")], n * 5 + size)
        elif name in ("x", "f"):
            used[name] = of(words("latin" if name == "x" else "house"), n * 3 + size)
        else:
            sort, role = PARTIES[name]
            used[name] = of(words(sort), n * 7 + size + 3 * len(name) + ord(name[0]))
            if role:
                backers[used[name]] = role
    text = _PLACE.sub(lambda place: used[place[1]], _spaced(template, used))
    return Filled(text, used, backers)


def _spaced(template: str, used: Mapping[str, str]) -> str:
    """Put a blank between a Latin name and the Latin word behind it, as print has it."""
    latin = {name for name in ("c", "x") if name in used and used[name][-1].isascii()}
    return re.sub(r"\{(\w+)\}(?=[A-Z{])", lambda p: p[0] + (" " if p[1] in latin else ""), template)


def wrong(section: Section, made: Filled) -> Iterator[str]:
    """Yield the slots of a text that are read wrong."""
    read = extract(article({"id": "1", "title": "", "text": made.text, "lang": "zh"})).deals
    news = [d for d in read if d.background is None or not d.background.value]
    if section.kind == "-":
        if news:
            yield "false"
        return
    name = _name(made.told.get("c") or made.told.get("x") or made.told["f"])
    own = [d for d in news if d.kind.value.value == section.kind and d.company and _name(d.company.value) == name]
    if not own:
        yield "deal"
        return
    if len(news) > 1:
        yield "more than one"
    yield from _slots(section, made, own[0])


def _slots(section: Section, made: Filled, deal: DealReport) -> Iterator[str]:
    said = made.told
    if _sum(said.get("m", "")) != _sum(deal.amount.value.verbatim if deal.amount else ""):
        yield "amount"
    label = deal.round_label.value if deal.round_label else ""
    if section.kind == "funding_round" and said.get("r", "轮").rstrip("轮") not in label:
        yield "label"
    if _sum(said.get("v", "")) != _sum(deal.valuation.value.money.verbatim if deal.valuation else ""):
        yield "value"
    if section.kind != "ipo" and {b.value.name: b.value.role.value for b in deal.investors} != dict(made.backers):
        yield "backers"
    if section.status != "-" and (deal.status is None or deal.status.value.value != section.status):
        yield "status"


def _name(name: str) -> str:
    return re.sub("（.*|[“”「」 ]", "", name)


def _sum(text: str) -> str:
    return _HEDGES.sub("", text)


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Read every text of the grid."""
    return tuple(
        Outcome(section.name, template, made.text, tuple(wrong(section, made)))
        for section in sections()
        for template in section.templates
        for made in (filled(template, n) for n in range(FILLINGS))
    )


def shares() -> dict[str, dict[str, float]]:
    """Return the share of texts that are read without a fault, by section and of all."""
    rows: dict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes():
        rows["all"].append(not outcome.wrong)
        rows[outcome.section].append(not outcome.wrong)
    return {name: {"read": sum(right) / len(right)} for name, right in rows.items()}


def main() -> None:
    """Print the shares, and the templates that fail most."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help="all, if none is named")
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="templates to list, the worst first")
    asked = parser.parse_args()
    chosen = [o for o in outcomes() if not asked.sections or o.section in asked.sections]
    failed: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in chosen:
        if outcome.wrong:
            failed[outcome.template].append(outcome)
    for template, of in sorted(failed.items(), key=lambda item: -len(item[1]))[: asked.failures]:
        causes = Counter(cause for outcome in of for cause in outcome.wrong)
        print(f"{len(of)} of {FILLINGS}  {template}\n    {of[0].text}\n    {dict(causes)}")
    for name, row in shares().items():
        if not asked.sections or name in asked.sections:
            print(f"{name:16}{row['read']:.3f}")


if __name__ == "__main__":
    main()
