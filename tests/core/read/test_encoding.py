from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.read.encoding import decode

SIMPLIFIED = "某某科技公司宣布完成新一轮融资，由甲乙资本领投，资金将用于研发与市场。"
TRADITIONAL = "某某科技公司宣布完成新一輪融資，由甲乙資本領投，資金將用於研發與市場。"
WESTERN = "Société Acme – “dix millions” d’euros levés à Genève, et plus à Málaga"
RUSSIAN = "Компания объявила о новом раунде финансирования на десять миллионов"

CASES = [
    (SIMPLIFIED, "gbk"),
    (SIMPLIFIED, "gb18030"),
    ("甲乙科技融资", "gbk"),
    (TRADITIONAL, "big5"),
    ("甲乙科技融資", "big5"),
    (SIMPLIFIED, "utf-8"),
    (SIMPLIFIED, "utf-8-sig"),
    (SIMPLIFIED, "utf-16"),
    (f"<html>{SIMPLIFIED}</html>", "utf-16-le"),
    (f"<html><head><title>Acme</title></head>{SIMPLIFIED}</html>", "utf-16-be"),
    (WESTERN, "cp1252"),
    ("Acme: €5m", "cp1252"),
    (RUSSIAN, "cp1251"),
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_undeclared_text_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(("text", "encoding"), CASES[:11])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "no-such-encoding", "base64", "idna", "", "utf-16"])
def test_a_wrong_declaration_does_no_harm(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared) == text


def test_a_right_declaration_is_followed() -> None:
    assert decode("Łódź".encode("iso8859-2"), "iso-8859-2") == "Łódź"
    assert decode(RUSSIAN.encode("koi8-r"), "KOI8-R") == RUSSIAN
    assert decode("株式会社".encode("shift_jis"), "Shift_JIS") == "株式会社"
    assert decode("€5m".encode("cp1252"), "latin-1") == "€5m"  # as browsers do


def test_broken_utf8_is_utf8_still() -> None:
    raw = SIMPLIFIED.encode()
    assert decode(raw[:-1]) == SIMPLIFIED[:-1] + "\ufffd"
    assert decode((SIMPLIFIED * 5).encode() + b"\xff" + raw) == SIMPLIFIED * 5 + "\ufffd" + SIMPLIFIED


@given(
    st.binary(),
    st.none()
    | st.text()
    | st.sampled_from(["gbk", "utf-7", "hex", "zip", "rot13", "unicode_escape", "undefined", "mbcs"]),
)
def test_nothing_raises(body: bytes, declared: str | None) -> None:
    assert isinstance(decode(body, declared), str)
