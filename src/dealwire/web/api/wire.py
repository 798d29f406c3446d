"""The store that the API reads, as a parameter of what answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from dealwire.service.door import Dealwire


def _wire(request: Request) -> Dealwire:
    wire: Dealwire = request.app.state.wire
    return wire


Wire = Annotated[Dealwire, Depends(_wire)]
