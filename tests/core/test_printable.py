from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;a new title\x07Acme", "Acme"),
        ("\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "31mred"),
        ("bell\x07 and\b back\r", "bell and back"),
        ("a \u202egnorw\u202c way", "a gnorw way"),
        ("tab\tand\nline 文字 👩‍💻", "tab\tand\nline 文字 👩‍💻"),
    ],
)
def test_what_steers_a_terminal_goes_and_nothing_else(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(alphabet=st.sampled_from("\x1b[]\\;m\x070a文\n"), max_size=40))
def test_no_escape_is_left(text: str) -> None:
    assert not set(printable(text)) & {"\x1b", "\x07"}


def test_time_grows_with_length() -> None:
    start = time.perf_counter()
    printable("\x1b]" * 100_000 + "\x1b[" + "0" * 100_000)
    assert time.perf_counter() - start < 1
