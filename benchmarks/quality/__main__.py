"""What dealwire reads right, beside the floors that an update may not lower.

    make bench-quality
    python -m benchmarks.quality [--update [--allow-lower "why"]] [--document]

Prints for each language, by half and by source, what whole deals reach, what each stage reaches, how well confidence is
calibrated, and how well reports of one deal find each other; exits with 1 where a figure is below its floor. `--update`
writes the measured figures as the new floors; a lower one needs a reason, which is kept beside it in floors.json.
`--document` writes the tables into docs/explanation/extraction.md.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.quality import (
    calibration,
    composed,
    deals,
    document,
    feeds,
    grid,
    names,
    pages,
    pairing,
    placed,
    recognizers,
    stages,
    stories,
    wordings,
)
from benchmarks.quality.floors import Floors, LoweredError

FLOORS: Final = Path(__file__).parent / "floors.json"

LANGUAGES: Final = {"en": "English", "zh": "Chinese"}
WHOLE: Final = ("deal", "slot", "exact")
EMPTY: Final = "empty texts left empty"
SLOTS: Final = ("amount", "valuation", "round", "status", "investor", "lead")


class Table(NamedTuple):
    """Figures in rows and columns; a row's figures lack where it has nothing to measure."""

    name: str
    title: str
    columns: Sequence[str]
    rows: Mapping[str, Mapping[str, float]]

    @property
    def figures(self) -> Iterator[tuple[str, float]]:
        """Each figure with the name that its floor has."""
        for row, of in self.rows.items():
            for column, value in of.items():
                yield f"{self.name} {row} {column}", value


def tables() -> Iterator[Table]:
    """Measure everything."""
    yield fed()
    yield told()
    yield paged()
    for lang, language in LANGUAGES.items():
        yield whole_deals(lang, language)
        yield by_stage(lang, language)
    yield worded()
    yield gridded()
    yield named_in_places()
    yield put_together()
    yield confidence()
    yield typed()
    yield paired()
    yield organisations()


def measured() -> dict[str, float]:
    """Return each figure by its name; all are shares, the higher the better."""
    return {name: value for table in tables() for name, value in table.figures}


def whole_deals(lang: str, language: str) -> Table:
    """Measure F1 for deals and their slots, and which share of the texts without a deal is left without one."""
    rows = {}
    for group, of in sorted(deals.tallies(lang).items()):
        shown = (*WHOLE, *SLOTS) if group == "all" else WHOLE
        rows[group] = {name: of.scores[name].prf()[2] for name in shown}
        if of.empty and group == "all":
            rows[group][EMPTY] = 1 - of.false / of.empty
    return Table(lang, f"{language}: F1 of whole deals and of their slots", (*WHOLE, *SLOTS, EMPTY), rows)


def by_stage(lang: str, language: str) -> Table:
    """Measure what each stage lets through or gets right of what the labelled deals hold."""
    rows = {
        group: {stage: share.right / share.of for stage, share in of.items() if share.of}
        for group, of in sorted(stages.shares(lang).items())
    }
    return Table(f"{lang} stage", f"{language}: share that comes through each stage", stages.STAGES, rows)


def confidence() -> Table:
    """Measure how close confidence lies to the share right, and the share right of what is told with 0.9 or more."""
    rows = {}
    for lang, language in LANGUAGES.items():
        values = calibration.of_language(lang)
        rows[language] = {
            "calibrated": 1 - calibration.mean_error(values),
            "right where told with .9": calibration.share_right(v for v in values if v.sure >= 0.9),
        }
    columns = ("calibrated", "right where told with .9")
    return Table("confidence", "Confidence: 1 less the calibration error", columns, rows)


def typed() -> Table:
    """Measure the reading of sums and dates on the cases of Recognizers-Text."""
    rows = {language: recognizers.shares(language) for language in recognizers.FLOORS}
    return Table("recognizers", "Cases of Recognizers-Text", ("cases", "dates"), rows)


def worded() -> Table:
    """Measure which wordings of English deal news are read whole."""
    rows = {heading: {"read whole": share} for heading, share in wordings.shares().items()}
    return Table("wordings", "English wordings, composed: share read whole", ("read whole",), rows)


def gridded() -> Table:
    """Measure how many plain Chinese wordings are read without a fault."""
    return Table("grid zh", "Chinese: plain wordings read without a fault", ("read",), grid.shares())


def named_in_places() -> Table:
    """Measure how many names of real organisations are read in each place of plain sentences."""
    shares = placed.shares()
    columns = tuple(dict.fromkeys(place for places in shares.values() for place in places))
    titles = {"zh": "Chinese firms", "zh house": "Chinese houses", "en": "English firms"}
    rows = {titles[table]: places for table, places in shares.items()}
    return Table("placed", "Names in plain sentences: share read", columns, rows)


def put_together() -> Table:
    """Measure how many plain articles, composed of sentences of ours, are read whole."""
    rows = {name: {"read whole": share} for name, share in composed.shares().items()}
    return Table("composed", "Plain articles, composed: share read whole", ("read whole",), rows)


def paired() -> Table:
    """Measure how well reports of one deal find each other, from ingest on."""
    return Table("pairing", "Which quotes tell of one deal: pairwise, through ingest", ("F1",), pairing.shares())


def fed() -> Table:
    """Measure which of feedparser's own tests hold."""
    shares = feeds.share()
    return Table("feeds", "feedparser's tests of what is read of a feed", tuple(shares), {"all": shares})


def organisations() -> Table:
    """Measure which names are told to be one organisation's."""
    rows = {name: names.figures(row) for name, row in names.rows().items()}
    return Table("names", "Names: which are one organisation's", names.COLUMNS, rows)


def paged() -> Table:
    """Measure how much of the articles of real pages is read, and how much beside them."""
    return Table("pages", "The text of articles in 181 pages", ("F1", "half 0", "half 1"), pages.shares())


def told() -> Table:
    """Measure which headlines are told to be of one event."""
    return Table("stories", "Headlines of one event: BCubed F1", ("F1",), stories.shares())


def shown(table: Table, floors: Floors, below: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a table; a figure below its floor is marked and stands beside it."""
    yield table.title
    widths = [max(len(column) + 2, 10) for column in table.columns]
    first = max(18, *(len(row) + 1 for row in table.rows))
    yield f"{'':{first}}" + "".join(f"{column:>{width}}" for column, width in zip(table.columns, widths, strict=True))
    for row, of in table.rows.items():
        cells = [f"{of[c]:.3f}" if c in of else "" for c in table.columns]
        yield f"{row:{first}}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
    for name, value in table.figures:
        if name in below:
            yield f"  below its floor: {name} {value:.4f} < {floors.figures[name]:.4f}"
    yield ""


def errors() -> Iterator[str]:
    """Yield the lines of a Markdown table: how many errors of each kind the scorer lists."""
    counts = {lang: Counter(what for _, what, *_ in deals.tallies(lang)["all"].errors) for lang in LANGUAGES}
    kinds = sorted({kind for of in counts.values() for kind in of}, key=lambda k: -sum(of[k] for of in counts.values()))
    yield f"| Errors by kind | {' | '.join(LANGUAGES.values())} |"
    yield "| --- |" + " ---: |" * len(LANGUAGES)
    for kind in kinds:
        yield f"| {kind} | {' | '.join(str(of[kind]) for of in counts.values())} |"


def markdown(table: Table) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield f"| {table.title} | {' | '.join(table.columns)} |"
    yield "| --- |" + " ---: |" * len(table.columns)
    for row, of in table.rows.items():
        yield f"| {row} | {' | '.join(f'{of[c]:.3f}' if c in of else '' for c in table.columns)} |"
    yield ""


def main() -> None:
    """Print the figures beside the floors; exit with 1 where one is below."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="take the measured figures as the new floors")
    parser.add_argument("--allow-lower", metavar="WHY", help="the reason for which floors may fall")
    parser.add_argument("--floors", metavar="FILE", type=Path, default=FLOORS, help="where the floors lie")
    parser.add_argument("--document", action="store_true", help="write the tables into the documentation, and no more")
    wanted = parser.parse_args()
    made = list(tables())
    if wanted.document:
        document.refresh("figures", [*(line for table in made for line in markdown(table)), *errors()])
        return
    now = {name: round(value, 4) for table in made for name, value in table.figures}
    floors = Floors.load(wanted.floors)
    below = floors.below(now)
    print("\n".join(line for table in made for line in shown(table, floors, below)))
    if not wanted.update:
        gone = [name for name in below if name not in now]
        sys.exit("\n".join([f"no longer measured: {name}" for name in gone]) or 1 if below else 0)
    try:
        floors.updated(now, wanted.allow_lower).save(wanted.floors)
    except LoweredError as e:
        sys.exit(f"{e}\n--update needs --allow-lower with the reason")


if __name__ == "__main__":
    main()
