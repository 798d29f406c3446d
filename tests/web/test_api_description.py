"""The API keeps to its own description, whatever is asked: requests made up from it by schemathesis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from dealwire.service.door import Dealwire
from dealwire.web.app import create_app

MADE_UP = 25
"""Requests that are made up for each call, of those that the description allows and of those that it doesn't."""


UNDECIDED = {"cursor", "since", "until", "country"}
"""What a pattern can't decide: whether a cursor is of this list, a month has a 31st, a code is a country's."""


@pytest.fixture(scope="module")
def description(examples: str) -> Iterator[Any]:
    with Dealwire(examples, make=False) as wire:
        generation = GenerationConfig(deterministic=True, max_examples=MADE_UP)
        config = SchemathesisConfig(seed=7, projects=ProjectsConfig(default=ProjectConfig(generation=generation)))
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(wire), config=config)


@pytest.mark.parametrize("mode", GenerationMode)
def test_answers_are_as_described(description: Any, mode: GenerationMode) -> None:  # noqa: ANN401 - it has no public type
    operations = [found.ok() for found in description.get_all_operations()]
    asked = [operation for operation in operations if mode is GenerationMode.POSITIVE or list(operation.query)]
    assert len(asked) > 7
    for operation in asked:

        @settings(max_examples=MADE_UP, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def answered(case: schemathesis.Case[Any]) -> None:
            undecided: list[Any] = [positive_data_acceptance] if UNDECIDED & (case.query or {}).keys() else []
            case.call_and_validate(excluded_checks=undecided)

        answered()
