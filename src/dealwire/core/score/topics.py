"""What an article is about: topics of a small taxonomy, by words of its title and its beginning."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from dealwire.core.name_parts import HAN
from dealwire.core.resolve.story_words import stem
from dealwire.core.score.topic_words import TOPICS, Topic

BEGINNING = 400
"""Characters of a text that are looked at."""

LONGEST_TITLE = 300

STRONG, WEAK = 2, 1
IN_TITLE = 3
"""A word of the title counts so many times what it counts in the text."""

ENOUGH = 5
"""Points that make a topic: a strong word of the title, or a weak one with a strong one of the text."""

MONEY = "$"
"""Stands in the tables for a sum."""

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*|\$(?=\d)")
_HAN = re.compile(rf"[{HAN}]")
_SENTENCE = re.compile(r"[^.!?。！？\n]{1,300}")

Words = dict[str, list[tuple[str, int]]]


def _stems(phrase: str) -> str:
    return phrase.strip() if phrase.strip() == MONEY else " ".join(stem(w) for w in _WORD.findall(phrase.casefold()))


@lru_cache(maxsize=1)
def _tables() -> tuple[Words, dict[str, list[tuple[str, str, int]]]]:
    """Return stemmed phrase → (topic, points), and first pair of characters → (Chinese word, topic, points)."""
    spaced: Words = defaultdict(list)
    glued: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for topic in TOPICS:
        for words, points in ((topic.strong, STRONG), (topic.weak, WEAK)):
            for phrase in {_stems(phrase) for phrase in words.split(",")}:
                spaced[phrase].append((topic.name, points))
        for word, points in _chinese(topic):
            if _HAN.search(word):
                glued[word[:2]].append((word, topic.name, points))
            elif (topic.name, STRONG) not in spaced[_stems(word)]:
                spaced[_stems(word)].append((topic.name, points))
    return dict(spaced), dict(glued)


def _chinese(topic: Topic) -> list[tuple[str, int]]:
    return [(w, STRONG) for w in topic.chinese_strong.split()] + [(w, WEAK) for w in topic.chinese_weak.split()]


def topics(title: str, text: str) -> frozenset[str]:
    """Return the topics of an article, of those in `topic_words.TOPICS`."""
    title, text = title[:LONGEST_TITLE], text[:BEGINNING]
    if not title and (first := _SENTENCE.match(text)):
        title = first[0]
    points: dict[str, int] = defaultdict(int)
    in_title = _found(title)
    for speaks_for in in_title.values():
        for topic, n in speaks_for:
            points[topic] += IN_TITLE * n
    for word, speaks_for in _found(text).items():
        if word not in in_title:
            for topic, n in speaks_for:
                points[topic] += n
    return frozenset(topic for topic, n in points.items() if n >= ENOUGH)


def _found(text: str) -> dict[str, list[tuple[str, int]]]:
    """Return the words of the tables that a text holds, each with the topics that it speaks for."""
    spaced, glued = _tables()
    found: dict[str, list[tuple[str, int]]] = {}
    stems = [stem(word) for word in _WORD.findall(text.casefold())]
    phrases = {*stems, *map(" ".join, pairwise(stems))}
    phrases.update(map(" ".join, zip(stems, stems[1:], stems[2:], strict=False)))
    for phrase in phrases & spaced.keys():
        found[phrase] = spaced[phrase]
    if not text.isascii():
        for pair in {text[n : n + 2] for n in range(len(text) - 1)} & glued.keys():
            for word, topic, n in glued[pair]:
                if len(word) == len(pair) or word in text:
                    found.setdefault(word, []).append((topic, n))
    return found
