"""Comparing two names: a table of named features, each with its weight in bits and the reason, summed like a waterfall.

The vocabulary is that of record linkage (Fellegi and Sunter; Splink, nomenklatura's LogicV2): evidence adds bits to the odds that two
names are one organisation's, from a prior well below even. Names are the same when the sum reaches 0, that is even odds; weights are
set so that a false merge costs more than a missed one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from dealwire.core.name_parts import COMMON, Parts, parts
from dealwire.core.names import acronym, fold
from dealwire.core.resolve.aliases import NO_ALIASES, Aliases

PRIOR = -4.0
CERTAIN = 20.0
RARE = 8.0
RARE_SHORT = 6.0
SHARED_COMMON = 1.0
ADDED_DESCRIPTION = -1.5
ADDED_PLACE = -0.5
ADDED_WORD = -8.0
OTHER_NUMBERS = -20.0
ONE_NUMBER = -6.0
SAME_LETTERS = 13.0
MISSPELT_PER_LETTER = 0.5
LONGEST_MISSPELT = 10
SHORTEST_MISSPELT = 5
ACRONYM_PER_LETTER = 1.5


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence: its name, what was found, its weight in bits, and a clause that says why."""

    name: str
    value: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two names are one organisation's; `score` is the probability that the features sum to."""

    same: bool
    score: float
    features: tuple[Feature, ...]

    @property
    def why(self) -> str:
        """The strongest pieces of evidence, in words."""
        told = sorted((f for f in self.features if f.name != "prior"), key=lambda f: (-abs(f.weight), f.name))
        return "; ".join(feature.why for feature in told[:3]) or "nothing in common"


def _total(features: list[Feature]) -> Comparison:
    bits = sum(feature.weight for feature in features)
    odds = 2.0 ** max(-40.0, min(40.0, bits))
    return Comparison(bits >= 0, round(odds / (1 + odds), 6), tuple(features))


def _known(a: str, b: str, aliases: Aliases) -> Feature | None:
    """Say what the alias table knows of two keys."""
    first, second = aliases.entity(a), aliases.entity(b)
    if first is None or second is None:
        return None
    if first == second:
        return Feature("alias", first, CERTAIN, f"both are known names of {first}")
    return Feature("alias", f"{first} / {second}", -CERTAIN, f"known as two organisations, {first} and {second}")


def _numbers(a: Parts, b: Parts) -> list[Feature]:
    if a.numbers == b.numbers:
        return []
    weight = OTHER_NUMBERS if a.numbers and b.numbers else ONE_NUMBER
    value = f"{' '.join(a.numbers) or 'none'} / {' '.join(b.numbers) or 'none'}"
    return [Feature("numbers", value, weight, f"their numbers differ ({value})")]


def _misspelt(a: str, b: str) -> float:
    """Return the weight of two words being one, misspelt: 0 where they are too short, too different, or both words in their own right."""
    longest = max(len(a), len(b))
    if min(len(a), len(b)) < SHORTEST_MISSPELT or not (a.isascii() and b.isascii()) or a in COMMON or b in COMMON:
        return 0.0
    if not (a.isalpha() and b.isalpha()) or a + "s" == b or b + "s" == a:
        return 0.0
    allowed = 1 if longest < LONGEST_MISSPELT else 2
    distance = DamerauLevenshtein.distance(a, b, score_cutoff=allowed)
    return 0.0 if distance > allowed else min(longest, LONGEST_MISSPELT) * MISSPELT_PER_LETTER / distance


def _shared(word: str) -> Feature:
    if word in COMMON:
        return Feature("shared common word", word, SHARED_COMMON, f"both have '{word}', as many names do")
    weight = RARE if len(word) > 2 else RARE_SHORT
    return Feature("shared word", word, weight, f"both have '{word}'")


def _added(word: str, owner: Parts) -> Feature:
    if owner.describes(word):
        return Feature("added description", word, ADDED_DESCRIPTION, f"'{word}' only describes")
    return Feature("added word", word, ADDED_WORD, f"only one has '{word}'")


def _words(a: Parts, b: Parts) -> list[Feature]:
    """Pair off the words of two names: equal ones, then misspelt ones; what is left speaks against."""
    left, right = Counter(a.words), Counter(b.words)
    features = [_shared(word) for word in sorted((left & right).elements())]
    only_a = sorted((left - right).elements())
    only_b = sorted((right - left).elements())
    for word in list(only_a):
        weight, other = max(((_misspelt(word, candidate), candidate) for candidate in only_b), default=(0.0, ""))
        if weight:
            features.append(Feature("misspelling", f"{word} / {other}", weight, f"'{word}' and '{other}' differ by a letter or two"))
            only_a.remove(word)
            only_b.remove(other)
    if only_a and only_b and any(a.describes(w) for w in only_a) and any(b.describes(w) for w in only_b):
        features.append(Feature("other description", f"{only_a[0]} / {only_b[0]}", ADDED_WORD, "each describes itself otherwise"))
    features += [_added(word, a) for word in only_a]
    features += [_added(word, b) for word in only_b]
    return features


def _places(a: Parts, b: Parts) -> list[Feature]:
    if a.places == b.places:
        return []
    if a.places and b.places:
        return [Feature("other place", f"{min(a.places)} / {min(b.places)}", ADDED_WORD, "they are registered in different places")]
    return [Feature("place", min(a.places | b.places), ADDED_PLACE, "only one names its place")]


def _letters(a: Parts, b: Parts) -> list[Feature]:
    """Evidence from the letters alone, for names whose words don't match one by one."""
    if a.compact == b.compact:
        return [Feature("same letters", a.compact, SAME_LETTERS, "the same but for spaces")]
    return []


def _acronym(a: str, b: str, a_forms: tuple[str, ...], b_forms: tuple[str, ...]) -> Feature | None:
    for short, longs in ((a, (b, *b_forms)), (b, (a, *a_forms))):
        if short.isascii() and short.isalpha() and 3 <= len(short) <= 8:
            for long in longs:
                if acronym(long) == short:
                    weight = ACRONYM_PER_LETTER * len(short)
                    return Feature("acronym", short, weight, f"'{short}' is made of the first letters of '{long}'")
    return None


@lru_cache(maxsize=65536)
def _compare(a: str, b: str, a_plain: str, b_plain: str) -> Comparison:
    if a == b:
        return _total([Feature("same key", a, CERTAIN, "the same but for case, accents, punctuation and legal form")])
    first, second = parts(a), parts(b)
    prior = Feature("prior", "", PRIOR, "two names are rarely one organisation's")
    letters = _letters(first, second)
    if letters:
        return _total([prior, *letters, *_numbers(first, second)])
    short = _acronym(a, b, (a_plain,), (b_plain,))
    if short:
        return _total([prior, short])
    return _total([prior, *_words(first, second), *_numbers(first, second), *_places(first, second)])


def compare(a: str, b: str, aliases: Aliases = NO_ALIASES) -> Comparison:
    """Compare two names as written, in either order."""
    first, second = sorted((a, b))
    return compare_keys(fold(first), fold(second), aliases)


def compare_keys(a: str, b: str, aliases: Aliases = NO_ALIASES) -> Comparison:
    """Compare two folded names, in either order."""
    a, b = sorted((a, b))
    known = None if a == b else _known(a, b, aliases)
    return _total([known]) if known else _compare(a, b, a, b)


def apart(a: str, b: str) -> bool:
    """Tell whether two folded names, on their own, look like two organisations that share a rare word: "alibaba", "alibaba cloud"."""
    shared = set(parts(a).telling) & set(parts(b).telling)
    return bool(shared) and not _compare(*sorted((a, b)), "", "").same
