"""Which passwords are taken, and how long a guesser waits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.core import throttle
from dealwire.core.passwords import LONGEST, SHORTEST, normalised, trouble
from dealwire.model.accounts import Role, Tries
from tests.factories import NOON


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "a river, a spoon",
        "十五个汉字以上的口令也可以用来登录",
        "                 ten words or so",
        "7f3Kq-92mXw-LpR0t",
        "🦆 rows over grey water",
    ],
)
def test_long_passwords_of_any_characters_are_taken(password: str) -> None:
    assert trouble(password, "ada") is None


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "x" * (SHORTEST - 1),
        "x" * 40,
        "abababababababababab",
        "123456789012345678",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjkl",
        "dealwiredealwire1",
        "PasswordPassword123",
        "ada lovelace ada lovelace",
        "a" * (LONGEST + 1),
    ],
)
def test_short_and_expected_passwords_are_not(password: str) -> None:
    assert trouble(password, "Ada Lovelace")


def test_a_password_is_the_same_from_every_keyboard() -> None:
    assert normalised("cafe\u0301 ﬁve") == normalised("caf\u00e9 five")


@given(st.text(max_size=400), st.text(max_size=70))
def test_any_text_is_judged(password: str, name: str) -> None:
    said = trouble(password, name)
    assert said is None or said.strip()
    assert said is not None or SHORTEST <= len(normalised(password)) <= LONGEST


def test_waiting_doubles_up_to_an_hour_and_is_forgotten_after_a_day() -> None:
    tries: Tries | None = None
    waits = []
    for _ in range(14):
        tries = throttle.failed(tries, "k", NOON)
        end = throttle.until(tries, throttle.FREE_OF_NAME)
        waits.append((end - NOON).total_seconds() if end else 0)
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert tries is not None
    assert throttle.failed(tries, "k", NOON + timedelta(hours=23)).failures == 15
    assert throttle.failed(tries, "k", NOON + timedelta(hours=25)).failures == 1
    assert throttle.until(Tries("k", 10**9, NOON), 5) == NOON + throttle.LONGEST


def test_each_role_may_what_those_before_it_may() -> None:
    assert [[a.covers(b) for b in Role] for a in Role] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]
