"""What each stage of the reader reaches by itself, so that one sees where a point is lost.

    python -m benchmarks.quality.stages --lang en|zh [--lost STAGE]

Each figure is a share of what the labelled deals hold:

- gate: texts with a deal that it lets by;
- money: amounts and valuations among the sums found;
- rounds: labelled rounds among the labels found;
- names: companies and backers that the cutting of names yields exactly, at a place where the text has them;
- roles: backers of found deals who were found, with the right role;
- assembly: sums, rounds and names that those stages found, which came into the right place of the right deal.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from benchmarks.quality import deals
from dealwire.core.extract import gate, money, rounds
from dealwire.core.extract.chinese.scene import scene
from dealwire.core.extract.english import names, tokens

STAGES: Final = ("gate", "money", "rounds", "names", "roles", "assembly")


class Part(NamedTuple):
    """A value of a labelled deal: the stage that has to find it, whether it did, whether it came out in its place."""

    stage: str
    value: Any
    found: bool
    placed: bool


@dataclass(slots=True)
class Share:
    """So many of so many, and what is not among them."""

    right: int = 0
    of: int = 0
    lost: list[tuple[str, Any]] = field(default_factory=list)

    def add(self, right: bool, text: deals.ReadText, value: object) -> None:
        """Count one."""
        self.of += 1
        self.right += right
        if not right:
            self.lost.append((text.item["id"], value))


def shares(lang: str) -> dict[str, dict[str, Share]]:
    """Return by group of texts, then by stage, how much of what is there comes through."""
    groups: dict[str, dict[str, Share]] = defaultdict(lambda: {stage: Share() for stage in STAGES})
    for text in deals.read_texts(lang):
        if not text.item["deals"]:
            continue
        content = deals.article(text.item).content
        parts = list(_parts(text))
        roles = list(_roles(text))
        for group in text.groups:
            of = groups[group]
            of["gate"].add(gate.passes(content), text, content[:80])
            for part in parts:
                of[part.stage].add(part.found, text, part.value)
                if part.found:
                    of["assembly"].add(part.placed, text, part.value)
            for right, name in roles:
                of["roles"].add(right, text, name)
    return dict(groups)


def _parts(text: deals.ReadText) -> Iterator[Part]:
    """Yield the parts of a text's labelled news."""
    judge = deals.scorer()
    content = deals.article(text.item).content
    sums = {(m.value, m.currency) for told in money.find_money(content) for m in (told.value, *told.value.also)}
    labels = {told.value.round for told in rounds.find_rounds(content)}
    cut = _cutter(text)
    pairs, missed, _ = judge.align(text.item["deals"], text.records)
    for gold, told in [*pairs, *((deal, None) for deal in missed)]:
        if gold["background"]:
            continue
        got = told if told is not None and not told["background"] else {}
        for slot in ("amount", "valuation"):
            if gold[slot]:
                found = (gold[slot]["value"], gold[slot]["currency"]) in sums
                yield Part("money", gold[slot]["verbatim"], found, judge.same_money(gold[slot], got.get(slot)))
        if gold["round_label"]:
            yield Part("rounds", gold["round_label"], gold["round"] in labels, got.get("round") == gold["round"])
        yield Part("names", gold["company"], cut(gold["company"]), bool(got))
        backers = [backer["name"] for backer in got.get("investors", ())]
        for backer in gold["investors"]:
            name = backer["name"]
            yield Part("names", name, cut(name), any(judge.same_name(name, other) for other in backers))


def _roles(text: deals.ReadText) -> Iterator[tuple[bool, str]]:
    """Yield whether each backer found of a deal found has its role."""
    judge = deals.scorer()
    for gold, told in judge.align(text.item["deals"], text.records)[0]:
        left = list(told["investors"])
        for backer in gold["investors"]:
            same = next((other for other in left if judge.same_name(backer["name"], other["name"])), None)
            if same is not None:
                left.remove(same)
                yield backer["role"] == same["role"], backer["name"]


# --- cutting names ----------------------------------------------------------------------------------------------------


class _English:
    """The names that the English reader cuts from its text, whichever token it comes from."""

    def __init__(self, text: deals.ReadText) -> None:
        article = deals.article(text.item)
        content = article.content
        typed = tokens.typed_tokens(money.find_money(content), rounds.find_rounds(content))
        self._names = {
            _folded(names.told(sentence, name, content).value)
            for sentence in tokens.sentences(content, len(article.title), len(content), typed)
            for at in range(len(sentence.tokens))
            for name in (names.run_before(sentence, at), names.trim(sentence, at, names.run_after(sentence, at)))
            if name is not None and name.last > name.first
        }

    def __call__(self, name: str) -> bool:
        return _folded(name) in self._names


_STARTS_SENTENCE = re.compile("[。！？；\n]")


class _Chinese:
    """The names that the Chinese reader cuts from its text, coming from where a labelled one ends."""

    def __init__(self, text: deals.ReadText) -> None:
        article = deals.article(text.item)
        published = article.published.date() if article.published else None
        self._content = article.content
        self._scene = scene(article.content, len(article.title), published)

    def __call__(self, name: str) -> bool:
        return any(_folded(cut) == _folded(name) for cut in self._cuts(name))

    def _cuts(self, name: str) -> Iterator[str]:
        text, cut = self._scene.text, self._scene.names
        for match in re.finditer(re.escape(name), self._content):
            start, end = text.place(*match.span())
            floor = max((m.end() for m in _STARTS_SENTENCE.finditer(text.plain, 0, start)), default=0)
            for span in (cut.before(floor, end), cut.in_list(floor, end), cut.after(start, end)):
                if span is not None:
                    yield text.text(*span)


def _cutter(text: deals.ReadText) -> _English | _Chinese:
    return _English(text) if text.item["lang"] == "en" else _Chinese(text)


def _folded(name: str) -> str:
    return "".join(deals.scorer().words(name))


def main() -> None:
    """Print the table of one language, and what a stage loses if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=["en", "zh"], required=True)
    parser.add_argument("--lost", choices=STAGES)
    wanted = parser.parse_args()
    groups = shares(wanted.lang)
    print(f"{'':<18}" + "".join(f"{stage:>18}" for stage in STAGES))
    for group, of in sorted(groups.items()):
        print(f"{group:<18}" + "".join(f"{of[stage].right:>9} of {of[stage].of:<5}" for stage in STAGES))
    for id_, value in groups["all"][wanted.lost].lost if wanted.lost else ():
        print(f"{id_}  {value}")


if __name__ == "__main__":
    main()
