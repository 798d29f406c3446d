"""Signing in as a browser does."""

from __future__ import annotations

import re
from html import unescape

from httpx2 import Response
from starlette.testclient import TestClient

WORDS = "wooden rows on grey water"


def token_of(html: str) -> str:
    """Return the token of a page's first form."""
    found = re.search(r'name="token" value="([^"]+)"', html)
    assert found is not None
    return unescape(found[1])


def sign_in(client: TestClient, name: str = "Ada", password: str = WORDS, next_: str = "") -> Response:
    """Open the form, fill it in and send it; redirects are not followed."""
    form = client.get("/login", params={"next": next_} if next_ else {})
    hidden = re.search(r'name="next" value="([^"]*)"', form.text)
    assert hidden is not None
    fields = {"token": token_of(form.text), "next": unescape(hidden[1]), "name": name, "password": password}
    return client.post("/login", data=fields, follow_redirects=False)
