"""What two names have in common and what sets them apart: named features, each with its weight in bits and the reason.

The vocabulary is that of record linkage (Fellegi and Sunter; Splink, nomenklatura's LogicV2). Weights are logarithms
of how much likelier a finding is among names of one organisation than among names of two; docs/explanation/names.md
says which were measured, and on what.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from dealwire.core.legal_forms import SUFFIXES
from dealwire.core.name_parts import Parts
from dealwire.core.name_words import ARMS, COMMON, DESCRIPTIVE, FIRM, GLUED, NEUTRAL, PLACES, SMALL
from dealwire.core.names import acronym, numeronym
from dealwire.core.romanised import romanised

RARE: Final = 8.0
EVERYDAY: Final = 7.0
SHORT: Final = 6.0
SHARED_LETTER: Final = 1.5
SHARED_COMMON: Final = 1.0
SHARED_DESCRIPTION: Final = 0.4
SAME_WORDS: Final = 13.0
GLUED_ON: Final = 6.0

ADDED_SMALL: Final = -0.3
ADDED_NEUTRAL: Final = -1.0
ADDED_DESCRIPTION: Final = -1.5
ADDED_MORE: Final = -0.5
ADDED_REGISTERED: Final = -0.5
ADDED_FIRM: Final = -2.1
ADDED_MANAGER: Final = -1.8
ADDED_TRADE_TO_EVERYDAY: Final = -2.9
ADDED_TO_EVERYDAY: Final = -3.2
ADDED_TO_HEAD: Final = -3.2
ADDED_NEUTRAL_TO_EVERYDAY: Final = -1.6
ADDED_EVERYDAY: Final = -2.6
ADDED_TO_STEM: Final = -4.5
ADDED_WORD: Final = -8.0
ADDED_PLACE: Final = -0.5
OTHER_PLACE: Final = -2.0
OTHER_NEUTRAL: Final = -2.0
OTHER_REGISTRATION: Final = -1.0
OTHER_NUMBERS: Final = -5.0
ABBREVIATED: Final = -0.3
NEAR_WORDS: Final = -3.0
ONE_LETTER: Final = 3.0
NEARLY: Final = 0.66

MISSPELT: Final = {4: 0.5, 5: 3.1, 6: 3.1, 7: 3.1, 8: 3.2, 9: 3.5, 10: 3.8}
MISSPELT_LONG: Final = 6.5
HABITUAL: Final = 0.7
TWO_LETTERS: Final = 1.35
BUT_A_WORD: Final = -0.3
REST_EQUAL: Final = 2.0
REGISTERED: Final = 6.0
LONGER: Final = 4.6
OF_THE_FAMOUS: Final = 3.0

SYLLABLES: Final = {2: 4.6, 3: 5.6, 4: 6.5}
SYLLABLES_MORE: Final = 8.0
PER_INITIAL: Final = 1.1
PER_INVESTOR_INITIAL: Final = 1.25
NUMERONYM: Final = 7.0


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence: its name, what was found, its weight in bits, and a clause that says why."""

    name: str
    value: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the evidence of two names; `everyday` are the words of everyday English.

    `famous` says that just one of the names is in the table of aliases: names that many write are misspelt by many.
    """

    everyday: Collection[str]
    famous: bool = False

    def features(self, a: Parts, b: Parts) -> list[Feature]:
        """Return all that speaks for and against two names' being one organisation's."""
        letters = _letters(a, b)
        if letters:
            return [letters] if letters.name == "same letters" else [letters, *_numbers(a, b)]
        short = _acronym(a, b)
        if short:
            return [short]
        if a.latin is not b.latin:
            left = _spoken(a, b)
            if left:
                a, b, spoken = left
                told = (f for f in self._words(a, b) if f.name != "same words" and f.value != a.words[0])
                return [spoken, *told, *_numbers(a, b)]
        words = self._words(a, b)
        if (whole := _whole_brand(a, b)) and sum(feature.weight for feature in words) < whole.weight:
            words = [whole]
        return [*words, *_numbers(a, b), *_places(a, b)]

    def _words(self, a: Parts, b: Parts) -> list[Feature]:
        """Pair off the words of two names: equal, misspelt, nearly equal ones; what is left speaks against."""
        shared, only_a, only_b = [], list(a.words), list(b.words)
        for word in a.words:
            if word in only_b:
                only_a.remove(word)
                only_b.remove(word)
                shared.append(word)
        if SMALL.issuperset(only_a + only_b) and not SMALL.issuperset(shared):
            return [Feature("same words", " ".join(shared), SAME_WORDS, "the same words, in one spelling each")]
        found = [self._shared(word) for word in shared]
        misspelt = _paired_off(only_a, only_b, self._misspelling)
        found += misspelt
        if misspelt and not only_a and not only_b and any(word not in SMALL for word in shared):
            found.append(Feature("rest", " ".join(shared), REST_EQUAL, "all other words are the same"))
        found += _paired_off(only_a[1:] if a.words[0] in only_a else only_a, only_b, _abbreviation, (only_a,))
        described_a, described_b = _describing(a, only_a), _describing(b, only_b)
        if described_a and described_b:
            found.append(_other_description(a, b, described_a, described_b))
            only_a = [word for word in only_a if word not in described_a]
            only_b = [word for word in only_b if word not in described_b]
        only_a = [word for word in only_a if not a.is_number(word)]  # told by the feature on numbers
        only_b = [word for word in only_b if not b.is_number(word)]
        found += _paired_off(only_a, only_b, _near)
        found += _registered(a, b, only_a, only_b)
        beside = self._beside(a, b, shared, any(feature.name == "registered name" for feature in found))
        for owner, words in ((a, only_a), (b, only_b)):
            added = [self._added(word, owner, beside) for word in words]
            tail = [feature for feature in added if feature.name in TAIL]
            lightest = min((feature.weight for feature in tail), default=0.0)
            first = next((feature for feature in tail if feature.weight == lightest), None)
            found += [f if f is first or f not in tail else replace(f, weight=ADDED_MORE) for f in added]
        return found

    def _beside(self, a: Parts, b: Parts, shared: list[str], registered: bool) -> _Beside:
        """Tell what is shared beside an added word: a word that someone made up, or two rare words."""
        rare = [word for word in shared if word not in COMMON]
        letters = max((len(w) + 3 * (not w.isascii()) for w in rare if w not in self.everyday), default=0)
        return _Beside(
            coined=len(rare) > 1 or letters > 2 or registered,
            long=len(rare) > 1 or letters > 4,
            stem=a.words[0] == b.words[0] and len(rare) > 1,
            head=a.words[0] == b.words[0] and a.words[0] in rare and self._heads(a.words[0]),
            firm=not _HOUSE.isdisjoint(shared),
            registered=bool(a.places) is not bool(b.places),
        )

    def _heads(self, word: str) -> bool:
        """Tell whether a word that a name begins with is a house's own, whatever follows: coined, of five letters."""
        return word.isascii() and word.isalpha() and len(word) > 4 and word not in self.everyday

    def _shared(self, word: str) -> Feature:
        if word in COMMON:
            weight = 0.0 if word in SMALL else SHARED_DESCRIPTION if word in DESCRIPTIVE else SHARED_COMMON
            return Feature("shared common word", word, weight, f"both have '{word}', as many names do")
        if word in self.everyday:
            return Feature("shared everyday word", word, EVERYDAY, f"both have '{word}', a word of everyday")
        if len(word) == 1 and word.isascii():
            return Feature("shared letter", word, SHARED_LETTER, f"both have '{word}', a letter")
        weight = (SHORT if word.isascii() else EVERYDAY) if len(word) < 3 else RARE
        return Feature("shared word", word, weight, f"both have '{word}'")

    def _added(self, word: str, owner: Parts, beside: _Beside) -> Feature:
        coined = beside.coined
        if word in SMALL or (len(word) == 1 and word.isascii() and word.isalpha()):
            return Feature("small word", word, ADDED_SMALL, f"only one has '{word}'")
        if word != owner.words[0]:
            if beside.registered and owner.places and (owner.describes(word) or word in FIRM):
                return Feature("registered as", word, ADDED_REGISTERED, f"'{word}' is what the company registered as")
            if word in NEUTRAL:
                weight = ADDED_NEUTRAL if coined or word not in ("technology", "lab") else ADDED_NEUTRAL_TO_EVERYDAY
                return Feature("added description", word, weight, f"'{word}' only describes")
            if beside.firm and (word in FIRM or word == "partner"):
                return Feature("added firm word", word, ADDED_MORE, f"'{word}' is often left out")
            if owner.describes(word):
                weight = ADDED_DESCRIPTION if coined else ADDED_TRADE_TO_EVERYDAY
                return Feature("added trade", word, weight, f"'{word}' only describes{_beside(coined)}")
            if word == "venture" and "partner" in owner.words:
                return Feature("added firm word", word, ADDED_MORE, "'venture partners' is often left out")
            if word in FIRM and (not owner.han or (len(owner.words[0]) == 2 and FIRM.issuperset(owner.words[1:]))):
                weight = ADDED_MANAGER if word in _MANAGER else ADDED_FIRM
                weight = weight if coined else ADDED_TO_EVERYDAY
                return Feature("added firm word", word, weight, f"'{word}' is often left out{_beside(coined)}")
            common = beside.coined and word in COMMON
            if (common or (beside.long and word in self.everyday)) and word not in _TELLING_ARMS and not owner.han:
                return Feature("added everyday word", word, ADDED_EVERYDAY, f"'{word}' beside a coined name")
            if like_a_form(word):
                return Feature("small word", word, ADDED_SMALL, f"'{word}' is a legal form, misspelt")
            if beside.stem and word not in ARMS and word not in COMMON and word.isascii():
                return Feature("added partner", word, ADDED_TO_STEM, f"'{word}' after two words that are shared")
            if beside.head and word not in ARMS and word not in COMMON and word.isascii():
                return Feature("added last word", word, ADDED_TO_HEAD, f"'{word}' after a name that someone made up")
        return Feature("added word", word, ADDED_WORD, f"only one has '{word}'")

    def _misspelling(self, a: str, b: str) -> Feature | None:
        """Two words that are one, misspelt: never short ones, unlike ones, common ones, two words of everyday."""
        longest, shortest = max(len(a), len(b)), min(len(a), len(b))
        if shortest < min(MISSPELT) or longest - shortest > 2 or a in COMMON or b in COMMON:
            return None
        if not (a.isascii() and b.isascii() and a.isalpha() and b.isalpha()):
            return None
        distance = DamerauLevenshtein.distance(a, b, score_cutoff=2)
        if distance > (1 if longest < max(MISSPELT) - 1 else 2):
            return None
        words = self._is_word(a) + self._is_word(b)
        if words == 2:
            return None
        weight = MISSPELT.get(longest, MISSPELT_LONG) / (1.0 if distance == 1 else TWO_LETTERS)
        if words:
            weight += BUT_A_WORD
        elif distance == 1 and shortest > 5 and _habitual(a, b):
            weight += HABITUAL
        weight += OF_THE_FAMOUS if self.famous else 0.0
        return Feature("misspelling", f"{a} / {b}", weight, f"'{a}' and '{b}' differ by a letter or two")

    def _is_word(self, word: str) -> bool:
        """Tell whether a word is one of everyday, or made of two: then its letters are meant."""
        known = self.everyday
        return word in known or any(word[:n] in known and word[n:] in known for n in range(3, len(word) - 2))


TAIL: Final = frozenset({"added trade", "added firm word", "added everyday word", "added last word", "longer name"})
"""What a name may end with: the first such word says most, the next ones little more."""


_TELLING_ARMS: Final = ARMS - {"bank"}
"""X Bank stands beside another X in 8 % of Crunchbase's names, as X Partners does."""
_MANAGER: Final = frozenset({"management", "adviser", "associate", "asset"})
_HOUSE: Final = FIRM - {"global", "international", "holding"} | {"venture"}


@dataclass(frozen=True, slots=True)
class _Beside:
    """What two names share beside an added word."""

    coined: bool
    long: bool
    stem: bool
    head: bool
    firm: bool
    registered: bool


def _beside(coined: bool) -> str:
    return "" if coined else ", but the rest is no coined name"


def _numbers(a: Parts, b: Parts) -> list[Feature]:
    if a.numbers == b.numbers:
        return []
    value = f"{' '.join(a.numbers) or 'none'} / {' '.join(b.numbers) or 'none'}"
    name = "numbers" if a.numbers and b.numbers else "added word"
    return [Feature(name, value, OTHER_NUMBERS, f"their numbers differ ({value})")]


def _near(a: str, b: str) -> Feature | None:
    """Words so like that a person might want to look."""
    shortest, longest = min(len(a), len(b)), max(len(a), len(b))
    if shortest < 3 or shortest < longest * NEARLY or not (a.isascii() and b.isascii()):
        return None
    why = f"'{a}' is nearly '{b}', but not quite"
    if shortest > 4 and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1:
        return Feature("near word", f"{a} / {b}", ONE_LETTER, why)
    alike = Levenshtein.normalized_similarity(a, b) >= NEARLY
    return Feature("near word", f"{a} / {b}", NEAR_WORDS, why) if alike else None


def _abbreviation(a: str, b: str) -> Feature | None:
    """A describing word and its beginning: bio, biosciences."""
    short, long = sorted((a, b), key=lambda word: (len(word), word))
    if len(short) < 3 or not long.startswith(short) or not (short in COMMON or long in COMMON):
        return None
    return Feature("abbreviation", f"{short} / {long}", ABBREVIATED, f"'{short}' is short for '{long}'")


def _habitual(a: str, b: str) -> bool:
    """Tell whether two words differ as writers slip: a letter doubled, two swapped, or letters of one sound."""
    if sorted(a) == sorted(b):
        return True
    for sounds in (("ph", "f"), ("h", ""), ("z", "s"), ("k", "c"), ("y", "i")):
        a, b = a.replace(*sounds), b.replace(*sounds)
    return _undoubled(a) == _undoubled(b)


def _undoubled(word: str) -> str:
    return "".join(letter for letter, following in zip(word, [*word[1:], ""], strict=True) if letter != following)


def _paired_off(
    only_a: list[str], only_b: list[str], judge: Callable[[str, str], Feature | None], also: tuple[list[str], ...] = ()
) -> list[Feature]:
    """Take the words that a feature pairs off two lists, the heaviest pair of each first."""
    features: list[Feature] = []
    for word in list(only_a) if only_b else ():
        pairs = [(feature, other) for other in only_b if (feature := judge(word, other))]
        if pairs:
            feature, other = max(pairs, key=lambda pair: (pair[0].weight, pair[1]))
            features.append(feature)
            for words in (only_a, *also):
                if word in words:
                    words.remove(word)
            only_b.remove(other)
    return features


def _describing(owner: Parts, words: list[str]) -> list[str]:
    """Return the words that describe; 股份 (shares) is of every trade and says nothing."""
    described = [word for word in words if owner.describes(word) or (word in FIRM and word != owner.words[0])]
    return [] if described == ["shares"] else described


def _registered(a: Parts, b: Parts, only_a: list[str], only_b: list[str]) -> list[Feature]:
    """A Chinese brand of three letters or more at the start of the name that it is registered by, before its trade."""
    if not (a.han and b.han and only_a and only_b and a.words[0] in only_a and b.words[0] in only_b):
        return []
    (short, brand), (long, name) = sorted(((a, a.words[0]), (b, b.words[0])), key=lambda side: len(side[1]))
    if len(brand) < 3 or not name.startswith(brand) or len(short.words) > 1 or not long.places:
        return []
    only_a.remove(a.words[0])
    only_b.remove(b.words[0])
    return [Feature("registered name", f"{brand} / {name}", REGISTERED, f"'{name}' begins with '{brand}'")]


def _whole_brand(a: Parts, b: Parts) -> Feature | None:
    """A Chinese name of three letters or more that stands whole in a longer one, however either is cut into words.

    At the beginning, before or after a place, or for a longer name anywhere before the end: 中林甘家铺子餐饮管理. What
    is left must say more than an arm does, as 云 and 资本 do not, and a group's name before another's is no part of it.
    Names without a place may be those of subsidiaries, so they have to end like a registered name.
    """
    if not (a.han and b.han):
        return None
    brand, name = sorted((a, b), key=lambda one: len(one.compact))
    short, long = brand.compact, name.compact
    at = long.find(short)
    rest = long[at + len(short) :]
    if at < 0 or len(short) < 3 or len(long) - len(short) < 2 or not short.isalpha() or brand.words[0].isascii():
        return None
    starts = at == 0 or any(long[:at].startswith(place) and at <= len(place) + 1 for place in name.places)
    is_arm = not _HAN_ARMS.isdisjoint(GLUED.get(rest, "").split()) or rest in PLACES or rest.startswith("集团")
    if is_arm or not (starts or len(short) > 3):
        return None
    if name.places:
        return Feature("registered name", short, REGISTERED, f"'{long}' has all of '{short}' in it")
    return Feature("longer name", short, LONGER, f"'{long}' has all of '{short}' in it") if name.glued else None


_HAN_ARMS: Final = ARMS | {"capital"}
_LONG_FORMS: Final = [f[0] for f in SUFFIXES if len(f) == 1 and len(f[0]) > 5 and f[0].isascii()]


@lru_cache(maxsize=16384)
def like_a_form(word: str) -> bool:
    """Tell whether a word is a legal form but for a letter or two."""
    allowed = min(len(word) // 6, 2)
    return allowed > 0 and any(Levenshtein.distance(word, form, score_cutoff=2) <= allowed for form in _LONG_FORMS)


def _other_description(a: Parts, b: Parts, of_a: list[str], of_b: list[str]) -> Feature:
    """Names that describe themselves otherwise are two, but for words that any name may have."""
    value = f"{' '.join(of_a)} / {' '.join(of_b)}"
    if a.han and b.han:
        long_name = min(len(a.words[0]), len(b.words[0])) > 2
        registered = all(a.is_registration(word) for word in of_a) and all(b.is_registration(word) for word in of_b)
        if long_name or (registered and bool(a.places) is not bool(b.places)):
            why = "only the words differ that companies register under"
            return Feature("registration", value, OTHER_REGISTRATION, why)
    if NEUTRAL.issuperset(of_a + of_b) or FIRM.issuperset(of_a + of_b):
        return Feature("other description", value, OTHER_NEUTRAL, f"they differ in words that any name has ({value})")
    return Feature("added word", value, ADDED_WORD, f"each describes itself otherwise ({value})")


def _places(a: Parts, b: Parts) -> list[Feature]:
    if a.places == b.places or a.places & b.places:
        return []
    if a.places and b.places:
        value = f"{min(a.places)} / {min(b.places)}"
        return [Feature("added word", value, ADDED_WORD, "they are registered in different places")]
    placed, other = (a, b) if a.places else (b, a)
    longer = len(placed.words) < len(other.words)  # registered names lead with a place, and are not the shorter ones
    return [Feature("place", min(placed.places), OTHER_PLACE if longer else ADDED_PLACE, "only one names its place")]


_GLUED_ON: Final = NEUTRAL | {"labs", "tech", "ml"} | {form[0] for form in SUFFIXES if len(form) == 1}


def _letters(a: Parts, b: Parts) -> Feature | None:
    """Evidence from the letters alone, for names whose words don't match one by one."""
    if a.compact == b.compact:
        return Feature("same letters", a.compact, SAME_WORDS, "the same but for spaces")
    short, long = sorted((a.compact, b.compact), key=len)
    rest = long.removeprefix(short)
    if rest in _GLUED_ON and len(short) >= 4 and len(a.words) == len(b.words):
        return Feature("glued description", rest, GLUED_ON, f"'{rest}' at the end only describes")
    return None


def _spoken(a: Parts, b: Parts) -> tuple[Parts, Parts, Feature] | None:
    """Compare a name in another script with one in Latin letters by its sound: return both with the sound as a word."""
    other, latin = (b, a) if a.latin else (a, b)
    said = [word for word in other.words if not word.isascii()]
    sound = romanised("".join(said)).replace(" ", "")
    for size in range(1, len(latin.words) + 1):
        if sound and "".join(latin.words[:size]) == sound:
            letters = sum(len(word) for word in said)
            weight = SYLLABLES.get(letters, SYLLABLES_MORE if letters > max(SYLLABLES) else 0.0)
            if not other.han:
                weight = RARE if len(sound) > 4 else 0.0
            why = f"'{' '.join(latin.words[:size])}' is how '{''.join(said)}' is said"
            rest = [word for word in other.words if word.isascii()]
            left = other.only(sound, *rest), latin.only(sound, *latin.words[size:])
            return *left, Feature("transliteration", f"{''.join(said)} / {sound}", weight, why)
    return None


def _initials(short: str, long: str) -> bool:
    """Tell whether a name is another's initials ("ivp"), or its first and last letter around a count ("a16z")."""
    if short.isascii() and short.isalpha() and 3 <= len(short) <= 8:
        return acronym(long) == short
    return short == numeronym(long)


_LONGEST_INITIALS: Final = 8
_INVESTOR: Final = frozenset({"venture", "capital", "partner", "associate", "investment", "fund", "equity", "holding"})


def _acronym(a: Parts, b: Parts) -> Feature | None:
    """Initials: of three letters they are a likeness only of an investor's name, since any three words share them."""
    for short, long in ((a, b), (b, a)):
        if len(short.key) < min(len(long.key), _LONGEST_INITIALS + 1) and _initials(short.key, long.key):
            weight = len(short.key) * (PER_INVESTOR_INITIAL if _INVESTOR & set(long.words) else PER_INITIAL)
            why = f"'{short.key}' is short for '{long.key}'"
            return Feature("acronym", short.key, weight if short.key.isalpha() else NUMERONYM, why)
    return None
