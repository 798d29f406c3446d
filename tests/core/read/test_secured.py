from __future__ import annotations

from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.read.secured import open_sealed, open_secured, seal

KEY = bytes(range(32))
NONCE = b"twelve bytes"


def hub_value(plaintext: bytes, key: bytes = KEY, iv: bytes = b"0123456789abcdef") -> str:
    padder = PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    ciphertext = encryptor.update(padder.update(plaintext) + padder.finalize()) + encryptor.finalize()
    return f"{b64encode(ciphertext).decode()};{b64encode(iv).decode()}"


@pytest.mark.parametrize("size", [16, 24, 32])
def test_the_hubs_value_opens_with_its_key(size: int) -> None:
    assert open_secured(hub_value("密 secret".encode(), KEY[:size]), KEY[:size]) == "密 secret".encode()


@pytest.mark.parametrize(
    "value", ["", ";", "AAAA", "AAAA;BBBB", "!!;??", hub_value(b"x") + ";", hub_value(b"x")[1:], "é;é"]
)
def test_what_is_no_such_value_does_not_open(value: str) -> None:
    assert open_secured(value, KEY) is None
    assert open_sealed(value, KEY, "r1") is None


def test_a_key_of_another_size_opens_nothing() -> None:
    assert open_secured(hub_value(b"x"), b"short") is None


@given(st.binary())
def test_sealed_opens_again_for_its_record_only(plaintext: bytes) -> None:
    sealed = seal(plaintext, KEY, "r1", NONCE)
    assert open_sealed(sealed, KEY, "r1") == plaintext
    assert open_sealed(sealed, KEY, "r2") is None
    assert open_sealed(sealed, bytes(32), "r1") is None
    assert sealed.startswith("dw1;")


def test_a_changed_bit_is_seen() -> None:
    form, nonce, ciphertext = seal(b"secret", KEY, "r1", NONCE).split(";")
    changed = ("B" if ciphertext[0] == "A" else "A") + ciphertext[1:]
    assert open_sealed(f"{form};{nonce};{changed}", KEY, "r1") is None


def test_sealing_wants_a_full_key_and_nonce() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal(b"", KEY[:16], "r1", NONCE)
    with pytest.raises(ValueError, match="nonce"):
        seal(b"", KEY, "r1", b"short")
