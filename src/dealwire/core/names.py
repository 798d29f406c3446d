"""Folding a name to the key under which its spellings meet, and to the blocks in which like names are looked for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dealwire.core import legal_forms
from dealwire.core.name_parts import HAN, Parts, parts
from dealwire.core.name_words import COMMON, PLACES, SMALL
from dealwire.core.romanised import romanised

LONGEST_NAME = 200
"""Characters of a name that are read: hostile input may hand over a page."""

_GLUED = rf"{HAN}\u3040-\u30ff"
_SPACE_BESIDE_GLUED = re.compile(rf"(?<=[{_GLUED}]) +| +(?=[{_GLUED}])")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){1,7}[^\W\d_](?![^\W_])\.?")
_LATIN_MARKS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_HAS_GLUED = re.compile(rf"[{_GLUED}\uac00-\ud7af]")
_BRACKETED_GLUED_FORM = re.compile(r"[((](?:株|有|合|주|유)[))]")
_CHINESE_SUBSIDIARY = re.compile(r"[((]中国[))](?=.{0,12}公司$)")
_ADDRESS = re.compile(
    r"^(?:https?://(?:www\.)?|www\.)(?=[\w-]+\.[a-z])|(?<=[a-z0-9]\.[a-z]{2})/\S*$|(?<=[a-z]\.[a-z]{3})/\S*$"
)
"""What a web address has around the domain: www.acme.ai/about is Acme AI's."""
_CHINESE_SEAT = re.compile(rf"^([{HAN}]{{2,12}})[((]([{HAN}]{{2,5}})[))](?=.{{0,16}}公司$)")

# Latin letters that Unicode does not decompose.
_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
}
_SIGNS = {"&": " and ", "+": " plus ", "'": "", "’": "", "‘": "", "`": "", "ʼ": "", "´": "", "＆": " and "}


class _Characters(dict[int, str]):
    """What each character of a case-folded name becomes, worked out when it is first met.

    Accents go only from Latin letters: in other scripts they tell letters apart. Vowel signs and other marks stay.
    """

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = self[point] = self._fold(character)
        return folded

    @staticmethod
    def _fold(character: str) -> str:
        if character in _SIGNS:
            return _SIGNS[character]
        if character in _LETTERS:
            return _LETTERS[character]
        category = unicodedata.category(character)
        if category == "Cf":
            return ""
        if category[0] in "PSZC":
            return " "
        base = unicodedata.normalize("NFD", character)
        return base[0] if base[0].isascii() and base[0].isalpha() else character


_CHARACTERS = _Characters()


def plain(name: str) -> str:
    """Return a name in one case and width, without accents on Latin letters or punctuation; legal forms stay."""
    text = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).casefold()
    text = _ADDRESS.sub("", text.strip()) if "/" in text or "www." in text else text
    text = _CHINESE_SUBSIDIARY.sub("", _BRACKETED_GLUED_FORM.sub(" ", text))
    if (seat := _CHINESE_SEAT.match(text)) and seat[2].removesuffix("市").removesuffix("省") in PLACES:
        text = seat[2] + seat[1] + text[seat.end() :]  # 海港（上海）科技公司 is registered as 上海海港科技公司 is
    text = _INITIALS.sub(lambda match: match[0].replace(".", "") + " ", text)
    text = " ".join(text.translate(_CHARACTERS).split())
    text = _SPACE_BESIDE_GLUED.sub("", text) if _HAS_GLUED.search(text) else text
    return text if text.isascii() else _LATIN_MARKS.sub("", text)


_FIRST_WORDS = frozenset(form[0] for form in legal_forms.PREFIXES)
_LAST_WORDS = frozenset(form[-1] for form in legal_forms.SUFFIXES)


def _without_spaced_forms(text: str) -> str:
    """Strip legal forms that are words of their own, and a leading article, as long as something is left."""
    words = text.split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if words and words[0] in _FIRST_WORDS:
        for size in range(min(legal_forms.LONGEST, len(words) - 1), 0, -1):
            if tuple(words[:size]) in legal_forms.PREFIXES:
                del words[:size]
                break
    stripping = True
    while stripping and len(words) > 1 and words[-1] in _LAST_WORDS:
        stripping = False
        for size in range(min(legal_forms.LONGEST, len(words) - 1), 0, -1):
            if tuple(words[-size:]) in legal_forms.SUFFIXES:
                del words[-size:]
                stripping = True
                break
    return " ".join(words[:-1] if len(words) > 1 and words[-1] == "and" else words)


def _without_glued_forms(text: str) -> str:
    """Strip legal forms glued to a name in Chinese, Japanese or Korean, as long as two characters are left."""
    for form in legal_forms.GLUED_PREFIXES:
        if text.startswith(form) and len(text) >= len(form) + 2:
            text = text[len(form) :].strip()
            break
    stripping = True
    while stripping:
        stripping = False
        for form in legal_forms.GLUED_SUFFIXES:
            if text.endswith(form) and len(text) >= len(form) + 2:
                text = text[: -len(form)].strip()
                stripping = True
                break
    return text


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key under which a name's spellings meet: "Acme Group Holding Ltd." and "ACME" give "acme".

    Case, width, punctuation, accents of Latin letters and legal forms don't count; every non-Latin letter does. The
    key is "" only for a name without any character; a name that is nothing but punctuation or a legal form is its own
    key.
    """
    text = plain(name)
    folded = _without_spaced_forms(_without_glued_forms(text) if _HAS_GLUED.search(text) else text)
    return folded or text or " ".join(name[:LONGEST_NAME].split()) or name[:LONGEST_NAME]


def acronym(key: str) -> str:
    """Return the initials of a folded name, small words left out: "institutional venture partners" gives "ivp"."""
    words = [word for word in key.split() if word not in SMALL]
    return "".join(word[0] for word in words) if 3 <= len(words) <= 8 else ""


def _block_words(telling: tuple[str, ...], split: Parts) -> list[str]:
    longer = [word for word in telling if len(word) > 1] or list(split.words)
    return sorted(set(longer))[:6]


def numeronym(key: str) -> str:
    """Return a folded name's outer letters around the count of the others: "andreessen horowitz" gives "a16z"."""
    letters = key.replace(" ", "")
    return f"{letters[0]}{len(letters) - 2}{letters[-1]}" if len(letters) > 4 else ""


def blocks(key: str) -> frozenset[str]:
    """Return the blocks of a folded name: names that share none of them are never compared.

    A block is a rare word, the start or end of the name without spaces (one of them survives a misspelling), an
    acronym, or the sound of a name in another script. It depends on the one name alone, so which pairs are compared
    does not depend on what else is known.
    """
    split = parts(key)
    telling = split.telling
    found = {f"w:{word}" for word in _block_words(telling, split)}
    rare = "".join(word for word in telling if word not in COMMON)
    for side, letters in (("p", split.compact[:5]), ("s", rare[-5:])):
        if len(letters) == 5 and letters.isascii():
            found.add(f"{side}:{letters}")
    short: set[str] = set()
    if len(split.words) > 1 and not split.han:
        short = {acronym(key), numeronym(key)} - {""}
    elif 3 <= len(key) <= 8 and rare:
        short = {key}
    return frozenset(found | {f"a:{letters}" for letters in short} | _sounds(split))


_PINYIN = re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,4}(?:ng|n|r)?){2,8}")
_LONGEST_PINYIN = 24


def _sounds(split: Parts) -> set[str]:
    """Return the blocks in which a name meets its spelling in Latin letters, for names that have or could be one."""
    if not split.latin:
        sound = romanised("".join(word for word in split.words if not word.isascii())).replace(" ", "")
        found = {f"r:{sound}"} if len(sound) > 3 else set()
        return found if split.han or len(sound) < 5 else found | {f"p:{sound[:5]}"}  # alphabets may vary in the end
    starts = ("".join(split.words[:size]) for size in range(1, min(len(split.words), 4) + 1))
    return {f"r:{start}" for start in starts if len(start) <= _LONGEST_PINYIN and _PINYIN.fullmatch(start)}
