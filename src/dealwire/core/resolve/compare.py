"""Comparing two names: a table of named features, each with its weight in bits and the reason, summed like a waterfall.

The vocabulary is that of record linkage (Fellegi and Sunter; Splink, nomenklatura's LogicV2): evidence adds bits to
the odds that two names are one organisation's, from a prior well below even. Names are the same when the sum reaches
0, that is even odds; weights are set so that a false merge costs more than a missed one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from dealwire.core.name_parts import Parts, parts
from dealwire.core.name_words import COMMON, DESCRIPTIVE, NEUTRAL, SMALL
from dealwire.core.names import acronym, fold, numeronym
from dealwire.core.resolve.aliases import NO_ALIASES, Aliases

PRIOR = -4.0
CERTAIN = 20.0
RARE = 8.0
RARE_SHORT = 6.0
SHARED_COMMON = 1.0
SHARED_DESCRIPTION = 0.4
ADDED_NEUTRAL = -1.0
ADDED_DESCRIPTION = -1.5
ADDED_SMALL = -0.3
ADDED_PLACE = -0.5
ADDED_WORD = -8.0
OTHER_REGISTRATION = -1.0
NEAR_WORDS = -3.0
NEARLY = 0.66
OTHER_NUMBERS = -5.0
SAME_WORDS = 13.0
GLUED_ON = 6.0
MISSPELT_PER_LETTER = 0.5
MISSPELT_AT_MOST = 3.5
HABITUAL = 1.5
LONGEST_MISSPELT = 10
SHORTEST_MISSPELT = 5
SHORTEST_HABITUAL = 6
PER_INITIAL = 1.1
PER_INVESTOR_INITIAL = 1.5

# No shared words make up for these: an arm is not its parent, the third fund not the second.
ADDED_LIMIT = -2.5
NEAR_LIMIT = -1.0
NUMBERS_LIMIT = -0.5


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
    for name, limit in (("added word", ADDED_LIMIT), ("near word", NEAR_LIMIT), ("numbers", NUMBERS_LIMIT)):
        if bits > limit and any(feature.name == name for feature in features):
            features = [*features, Feature("limit", name, limit - bits, "which no likeness makes up for")]
            bits = limit
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
    value = f"{' '.join(a.numbers) or 'none'} / {' '.join(b.numbers) or 'none'}"
    name = "numbers" if a.numbers and b.numbers else "added word"
    return [Feature(name, value, OTHER_NUMBERS, f"their numbers differ ({value})")]


def _misspelt(a: str, b: str) -> float:
    """Return the weight of two words being one, misspelt; 0 for short ones, unlike ones, and common words."""
    longest, shortest = max(len(a), len(b)), min(len(a), len(b))
    if shortest < SHORTEST_MISSPELT or longest - shortest > 2 or a in COMMON or b in COMMON:
        return 0.0
    if not (a.isascii() and b.isascii() and a.isalpha() and b.isalpha()):
        return 0.0
    allowed = 1 if longest < LONGEST_MISSPELT - 3 else 2
    distance = DamerauLevenshtein.distance(a, b, score_cutoff=allowed)
    if distance > allowed:
        return 0.0
    habit = HABITUAL if distance == 1 and shortest >= SHORTEST_HABITUAL and _habitual(a, b) else 0.0
    return min(longest * MISSPELT_PER_LETTER, MISSPELT_AT_MOST) / distance + habit


def _misspelling(a: str, b: str) -> Feature | None:
    weight = _misspelt(a, b)
    why = f"'{a}' and '{b}' differ by a letter or two"
    return Feature("misspelling", f"{a} / {b}", weight, why) if weight else None


def _near(a: str, b: str) -> Feature | None:
    """Words so like that a person might want to look."""
    if not (a.isascii() and b.isascii()) or min(len(a), len(b)) < 3:
        return None
    why = f"'{a}' is nearly '{b}', but not quite"
    alike = Levenshtein.normalized_similarity(a, b) >= NEARLY
    return Feature("near word", f"{a} / {b}", NEAR_WORDS, why) if alike else None


def _habitual(a: str, b: str) -> bool:
    """Tell whether two words differ as writers slip: a letter doubled, two swapped, or letters of one sound."""
    if sorted(a) == sorted(b):
        return True
    for sounds in (("ph", "f"), ("h", ""), ("z", "s"), ("k", "c"), ("y", "i")):
        a, b = a.replace(*sounds), b.replace(*sounds)
    return _undoubled(a) == _undoubled(b)


def _undoubled(word: str) -> str:
    return "".join(letter for letter, following in zip(word, [*word[1:], ""], strict=True) if letter != following)


def _shared(word: str) -> Feature:
    if word in COMMON:
        weight = 0.0 if word in SMALL else SHARED_DESCRIPTION if word in DESCRIPTIVE else SHARED_COMMON
        return Feature("shared common word", word, weight, f"both have '{word}', as many names do")
    return Feature("shared word", word, RARE if len(word) > 2 else RARE_SHORT, f"both have '{word}'")


def _added(word: str, owner: Parts) -> Feature:
    if word in SMALL:
        return Feature("small word", word, ADDED_SMALL, f"only one has '{word}'")
    if owner.describes(word):
        weight = ADDED_NEUTRAL if word in NEUTRAL else ADDED_DESCRIPTION
        return Feature("added description", word, weight, f"'{word}' only describes")
    return Feature("added word", word, ADDED_WORD, f"only one has '{word}'")


def _words(a: Parts, b: Parts) -> list[Feature]:
    """Pair off the words of two names: equal ones, misspelt ones, nearly equal ones; what is left speaks against."""
    shared, only_a, only_b = [], list(a.words), list(b.words)
    for word in a.words:
        if word in only_b:
            only_a.remove(word)
            only_b.remove(word)
            shared.append(word)
    if SMALL.issuperset(only_a + only_b) and not SMALL.issuperset(shared):
        return [Feature("same words", " ".join(shared), SAME_WORDS, "the same words, in one spelling each")]
    features = [_shared(word) for word in shared]
    features += _paired_off(only_a, only_b, _misspelling)
    described_a = [word for word in only_a if a.describes(word)]
    described_b = [word for word in only_b if b.describes(word)]
    if described_a and described_b:
        features.append(_other_description(a, b, described_a, described_b))
        only_a = [word for word in only_a if word not in described_a]
        only_b = [word for word in only_b if word not in described_b]
    only_a = [word for word in only_a if not a.is_number(word)]  # told by the feature on numbers
    only_b = [word for word in only_b if not b.is_number(word)]
    features += _paired_off(only_a, only_b, _near)
    return features + [_added(word, owner) for owner, words in ((a, only_a), (b, only_b)) for word in words]


def _paired_off(only_a: list[str], only_b: list[str], judge: Callable[[str, str], Feature | None]) -> list[Feature]:
    """Take the words that a feature pairs off two lists, the heaviest pair of each first."""
    features = []
    for word in list(only_a):
        pairs = [(feature, other) for other in only_b if (feature := judge(word, other))]
        if pairs:
            feature, other = max(pairs, key=lambda pair: (pair[0].weight, pair[1]))
            features.append(feature)
            only_a.remove(word)
            only_b.remove(other)
    return features


def _other_description(a: Parts, b: Parts, of_a: list[str], of_b: list[str]) -> Feature:
    """Names that describe themselves otherwise are two, but for a Chinese brand and the name it is registered by."""
    value = f"{' '.join(of_a)} / {' '.join(of_b)}"
    if a.han and b.han:
        long_name = min(len(a.words[0]), len(b.words[0])) > 2
        registered = all(a.is_registration(word) for word in of_a) and all(b.is_registration(word) for word in of_b)
        if long_name or (registered and bool(a.places) is not bool(b.places)):
            return Feature(
                "registration", value, OTHER_REGISTRATION, "only the words differ that companies register under"
            )
    return Feature("added word", value, ADDED_WORD, f"each describes itself otherwise ({value})")


def _places(a: Parts, b: Parts) -> list[Feature]:
    if a.places == b.places:
        return []
    if a.places and b.places:
        return [
            Feature(
                "added word",
                f"{min(a.places)} / {min(b.places)}",
                ADDED_WORD,
                "they are registered in different places",
            )
        ]
    return [Feature("place", min(a.places | b.places), ADDED_PLACE, "only one names its place")]


def _letters(a: Parts, b: Parts) -> list[Feature]:
    """Evidence from the letters alone, for names whose words don't match one by one."""
    if a.compact == b.compact:
        return [Feature("same letters", a.compact, SAME_WORDS, "the same but for spaces")]
    short, long = sorted((a.compact, b.compact), key=len)
    rest = long.removeprefix(short)
    if rest in _GLUED_ON and len(short) >= 4 and len(a.words) == len(b.words):
        return [Feature("glued description", rest, GLUED_ON, f"'{rest}' at the end only describes")]
    return []


_GLUED_ON = NEUTRAL | {"labs", "tech", "ml"}


def _initials(short: str, long: str) -> bool:
    """Tell whether a name is another's initials ("ivp"), or its first and last letter around a count ("a16z")."""
    if short.isascii() and short.isalpha() and 3 <= len(short) <= 8:
        return acronym(long) == short
    return short == numeronym(long)


def _acronym(a: str, b: str) -> Feature | None:
    """Initials: of three letters they are a likeness only of an investor's name, since any three words share them."""
    for short, long in ((a, b), (b, a)):
        if len(short) < len(long) and _initials(short, long):
            weight = PER_INVESTOR_INITIAL if _INVESTOR & set(parts(long).words) else PER_INITIAL
            return Feature("acronym", short, weight * len(short), f"'{short}' is short for '{long}'")
    return None


_INVESTOR = frozenset({"venture", "capital", "partner", "associate", "investment", "fund", "equity", "holding"})


@lru_cache(maxsize=65536)
def _compare(a: str, b: str) -> Comparison:
    if a == b:
        return _total([Feature("same key", a, CERTAIN, "the same but for case, accents, punctuation and legal form")])
    first, second = parts(a), parts(b)
    prior = Feature("prior", "", PRIOR, "two names are rarely one organisation's")
    letters = _letters(first, second)
    if letters:
        return _total([prior, *letters, *_numbers(first, second)])
    short = _acronym(a, b)
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
    if known:
        return _total([known])
    comparison = _compare(a, b)
    listed = aliases.entity(a) or aliases.entity(b)
    return _unlisted(comparison, listed) if listed and comparison.same and a != b else comparison


def _unlisted(comparison: Comparison, listed: str) -> Comparison:
    """A famous name whose variants are listed, and a longer one that isn't among them: Toyota and Toyota Industries."""
    longer = [f for f in comparison.features if f.name == "added description" and f.weight == ADDED_DESCRIPTION]
    if not longer:
        return comparison
    why = f"'{longer[0].value}' is in no listed name of {listed}"
    return _total([*comparison.features, Feature("added word", longer[0].value, ADDED_WORD, why)])


def apart(a: str, b: str) -> bool:
    """Tell whether two folded names look like two organisations that share a rare word: "acme", "acme cloud"."""
    shared = set(parts(a).telling) & set(parts(b).telling)
    return bool(shared) and not _compare(*sorted((a, b))).same
