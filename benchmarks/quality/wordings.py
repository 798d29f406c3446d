r"""How many wordings of deal news are read whole: templates of sentences, filled with names and sums of every shape.

    python -m benchmarks.quality.wordings [--lost N]

A line of `wordings_english.tsv` is a text and what it tells. A text with a full stop is a lede, one without a
headline; `\n` parts title and text. {c} stands for the company, {x} for another, {i} {j} {k} for backers, {b} for a
buyer, {m} for the sum, {v} for a valuation, {M} for the sum of an earlier round or of all, {r} for a round; capitals
are a flash's.

What is told: the kind (F round, B purchase, I listing, U fund, N nothing), then the slots that are filled: `m v r`,
backers (`i` takes part, `i+` leads, `i-` held shares before; `b0` no buyer), `=round`, and how far it has come (`~` in
talks, `?` rumoured, `!` closed, `x` abandoned, `.` not judged). A wording counts where every slot is right, and so are
the company and its kind, for each set of names.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.quality import deals
from dealwire.core.extract import extract
from dealwire.core.extract.assemble import same_name
from dealwire.model import Article, DealReport, Kind, Role

TEMPLATES: Final = Path(__file__).with_name("wordings_english.tsv")

NAMES: Final = (
    (
        "Tideline Robotics",
        "Marrow Labs",
        "Mossgate Ventures",
        "Corvid Capital",
        "Pelham Growth Partners",
        "Fernhill Energy",
    ),
    ("Quillstone", "Norvik", "Kelvor", "HartBank", "Falcon Global", "Brennmann"),
    ("Kopra.io", "Bramble", "9VC", "Oxbow Equity", "k12z", "Grupo Alto"),
    ("Wren & Vale", "Sable", "LUNIQ Growth", "Selamat Holdings", "Harlan Collective", "Hobart & Finch"),
)
"""Company, another company, three backers, a buyer."""
MONEY: Final = (
    (("$50 million", 50e6), ("$1.2 billion", 1.2e9), "$95 million", ("$50 MLN", "$1.2 BLN")),
    (("€12m", 12e6), ("€150m", 150e6), "€31m", ("€12M", "€150M")),
    (("£30 million", 30e6), ("£400 million", 400e6), "£77 million", ("£30 MLN", "£400 MLN")),
    (("US$7.5M", 7.5e6), ("US$60M", 60e6), "US$19M", ("US$7.5M", "US$60M")),
)
"""The sum, the valuation, the sum of other rounds, the first two as a flash has them."""
ROUNDS: Final = (("Series B", "series_b"), ("seed", "seed"), ("Series C", "series_c"), ("pre-seed", "pre_seed"))
KINDS: Final = {"F": Kind.FUNDING_ROUND, "B": Kind.ACQUISITION, "I": Kind.IPO, "U": Kind.FUND_CLOSE}
STATUS: Final = {"~": "in_talks", "?": "rumoured", "!": "closed", "x": "abandoned"}
BACKING: Final = frozenset({Role.LEAD, Role.PARTICIPANT, Role.EXISTING, Role.ACQUIRER})


class Wording(NamedTuple):
    """A template, what it tells, and the heading that it stands under."""

    text: str
    tells: tuple[str, ...]
    heading: str


def wordings() -> Iterator[Wording]:
    """Read the templates."""
    heading = ""
    for line in TEMPLATES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line:
            text, _, tells = line.partition("\t")
            yield Wording(text.replace("\\n", "\n"), tuple(tells.split()), heading)


def article(wording: Wording, k: int) -> Article:
    """Return a wording filled with the k-th names and sums."""
    c, x, i, j, third, b = NAMES[k]
    (money, _), (worth, _), other, (shout, loud) = MONEY[k]
    filled = wording.text.format(
        c=c, x=x, i=i, j=j, k=third, b=b, m=money, v=worth, M=other, r=ROUNDS[k][0],
        C=c.upper(), I=i.upper(), B=b.upper(), MM=shout, VV=loud,
    )  # fmt: skip
    title, parted, text = filled.partition("\n")
    if not parted and title.endswith("."):
        title, text = "", title
    return deals.article({"id": "1", "lang": "en", "title": title, "text": text})


def wrong(wording: Wording, k: int) -> str:
    """Return what is wrong in what is read of a wording with the k-th names, nothing where all is right."""
    news = [d for d in extract(article(wording, k)).deals if d.background is None or not d.background.value]
    kind, slots = wording.tells[0], wording.tells[1:]
    if kind == "N":
        return "a deal" if news else ""
    told = [(d.kind.value, d.company.value if d.company else "") for d in news]
    if len(told) != 1 or told[0][0] is not KINDS[kind]:
        return f"told {told}" if told else "missed"
    names = dict(zip("cxijkb", NAMES[k], strict=True))
    company = names["i" if kind == "U" else "c"]
    if not same_name(told[0][1], company):
        return f"company {told[0][1]}"
    return _wrong_sums(news[0], slots, k) or _wrong_parties(news[0], kind, slots, names)


def _wrong_sums(deal: DealReport, slots: tuple[str, ...], k: int) -> str:
    amount, worth = (part[1] for part in MONEY[k][:2])
    told = deal.amount.value.value if deal.amount else None
    if told != (amount if "m" in slots else None):
        return f"amount {told}"
    value = deal.valuation.value.money.value if deal.valuation else None
    if value != (worth if "v" in slots else None):
        return f"valuation {value}"
    wanted = ROUNDS[k][1] if "r" in slots else next((s[1:] for s in slots if s.startswith("=")), None)
    if wanted is not None and (deal.round is None or deal.round.value.value != wanted):
        return f"round {deal.round.value.value if deal.round else None}"
    status = next((STATUS[s] for s in slots if s in STATUS), "announced")
    return "" if "." in slots or deal.status.value.value == status else f"status {deal.status.value.value}"


def _wrong_parties(deal: DealReport, kind: str, slots: tuple[str, ...], names: Mapping[str, str]) -> str:
    wanted = {names[s[0]].casefold(): s[1:] for s in slots if s[0] in "ijkb" and len(s) <= 2}
    if kind == "B" and "b0" not in slots:
        wanted[names["b"].casefold()] = ""
    wanted.pop(names["b"].casefold(), None) if "b0" in slots else None
    told = {
        i.value.name.casefold(): {Role.LEAD: "+", Role.EXISTING: "-"}.get(i.value.role, "")
        for i in deal.investors
        if i.value.role in BACKING
    }
    return "" if told == wanted else f"backers {told}"


def shares() -> dict[str, float]:
    """Return the share of wordings that are read whole with all names, by heading and in all."""
    right: dict[str, list[bool]] = defaultdict(list)
    for wording in wordings():
        whole = not any(wrong(wording, k) for k in range(len(NAMES)))
        right[wording.heading].append(whole)
        right["all"].append(whole)
    return {heading: sum(of) / len(of) for heading, of in right.items()}


def main() -> None:
    """Print the shares, and wordings that are lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lost", type=int, default=0, help="so many wordings that are not read whole")
    lost = parser.parse_args().lost
    for heading, share in shares().items():
        print(f"{heading:24}{share:.3f}")
    for wording in wordings():
        causes = [cause for k in range(len(NAMES)) if (cause := wrong(wording, k))]
        if causes and lost > 0:
            lost -= 1
            print(f"{4 - len(causes)} of 4  {wording.text!r}  {' '.join(wording.tells)}\n    {causes[0]}")


if __name__ == "__main__":
    main()
