"""The `secured` value of a content-hub record: opening the hub's own, and sealing one bound to its record.

Two forms. The hub's: `base64(ciphertext);base64(iv)`, AES-CBC with PKCS#7 padding; nothing in it shows tampering.
Dealwire's: `dw1;base64(nonce);base64(ciphertext and tag)`, AES-256-GCM with the UTF-8 bytes of `dealwire:` and the
record's id as associated data, so that a value moved to another record, or changed in one bit, does not open.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.padding import PKCS7

SEALED = "dw1"
NONCE_BYTES = 12
KEY_BYTES = 32
_BLOCK = 16
_MAX_CHARACTERS = 10_000_000


def open_secured(value: str, key: bytes) -> bytes | None:
    """Return the plain bytes of a hub's value, or None where the value or the key (16, 24 or 32 bytes) is not right."""
    parts = _decoded(value.split(";"))
    if parts is None or len(parts) != 2 or len(key) not in {16, 24, 32}:
        return None
    ciphertext, iv = parts
    if len(iv) != _BLOCK or not ciphertext or len(ciphertext) % _BLOCK:
        return None
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    padded = decryptor.update(ciphertext) + decryptor.finalize()
    unpadder = PKCS7(_BLOCK * 8).unpadder()
    try:
        return unpadder.update(padded) + unpadder.finalize()
    except ValueError:  # another key leaves noise where the padding should be
        return None


def seal(plaintext: bytes, key: bytes, record_id: str, nonce: bytes) -> str:
    """Return the sealed value. `nonce` is 12 bytes that this key has never been used with; the caller draws them."""
    if len(key) != KEY_BYTES or len(nonce) != NONCE_BYTES:
        raise ValueError(f"sealing takes a key of {KEY_BYTES} bytes and a nonce of {NONCE_BYTES}")
    ciphertext = AESGCM(key).encrypt(nonce, plaintext, _bound_to(record_id))
    return ";".join((SEALED, b64encode(nonce).decode(), b64encode(ciphertext).decode()))


def open_sealed(value: str, key: bytes, record_id: str) -> bytes | None:
    """Return what was sealed for this record with this key; None for another's, a changed one, or none at all."""
    form, _, rest = value.partition(";")
    parts = _decoded(rest.split(";"))
    if form != SEALED or parts is None or len(parts) != 2 or len(parts[0]) != NONCE_BYTES or len(key) != KEY_BYTES:
        return None
    try:
        return AESGCM(key).decrypt(parts[0], parts[1], _bound_to(record_id))
    except InvalidTag:
        return None


def _bound_to(record_id: str) -> bytes:
    return f"dealwire:{record_id}".encode()


def _decoded(parts: list[str]) -> list[bytes] | None:
    try:
        return [b64decode(part, validate=True) for part in parts] if sum(map(len, parts)) <= _MAX_CHARACTERS else None
    except (binascii.Error, ValueError):
        return None
