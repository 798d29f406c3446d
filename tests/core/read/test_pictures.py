from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from dealwire.core.read.pictures import LARGEST, THUMBNAIL, addresses, marked, picture
from dealwire.errors import InputError

FRONT: dict[str, Any] = {
    "title": "Tarn raises",
    "images": [{"url": "https://a.example/1.jpg", "width": 1, "height": 1, "isCached": False}, "stray"],
    "provider": {"name": "A", "images": [{"url": "https://a.example/logo.png"}]},
    "related": [{"title": "x", "images": [{"url": "https://b.example/2.png", "credit": "C"}]}, None],
}


def drawn(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **how: Any) -> bytes:  # noqa: ANN401
    out = BytesIO()
    Image.new(mode, size, "teal").save(out, kind, **how)
    return out.getvalue()


def reopened(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body))


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("GIF", "image/png"), ("WEBP", "image/webp")],
)
def test_pictures_are_encoded_anew_with_a_small_copy(kind: str, media_type: str) -> None:
    got = picture(drawn(kind, (800, 400)))
    assert (got.media_type, got.width, got.height) == (media_type, 800, 400)
    assert got.digest == sha256(got.body).hexdigest()
    assert reopened(got.thumbnail).size == (THUMBNAIL, THUMBNAIL // 2)
    assert reopened(got.thumbnail).format == "WEBP"


def test_nothing_but_pixels_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "<script>alert(1)</script>"
    body = drawn("JPEG", exif=exif) + b"<?php system($_GET['c']); ?>"
    assert b"script" not in picture(body).body
    assert b"php" not in picture(body).body


def test_a_picture_is_turned_as_its_camera_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    got = picture(drawn("JPEG", (40, 20), exif=exif))
    assert (got.width, got.height) == (20, 40)


def test_large_pictures_are_made_smaller_and_see_through_ones_stay_so() -> None:
    assert picture(drawn("PNG", (LARGEST + 600, 30))).width == LARGEST
    assert reopened(picture(drawn("PNG", mode="RGBA")).body).mode == "RGBA"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html></html>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        drawn("PNG")[:-30],
        drawn("JPEG", (300, 300))[:200],
        drawn("BMP"),
        drawn("TIFF"),
        drawn("PNG", (8000, 8000), "1"),
    ],
)
def test_what_is_no_picture_and_what_is_too_large_is_refused(body: bytes) -> None:
    with pytest.raises(InputError):
        picture(body)


def test_a_records_pictures_are_its_own_its_providers_and_those_of_related_articles() -> None:
    assert addresses(FRONT) == ("https://a.example/1.jpg", "https://a.example/logo.png", "https://b.example/2.png")
    assert addresses({"images": "none", "related": {"images": 1}}) == ()
    assert addresses({"images": [{"url": "javascript:alert(1)"}, {"url": 7}, {}]}) == ()


def test_cached_pictures_are_marked_and_nothing_else_changes() -> None:
    got = marked(FRONT, {"https://b.example/2.png": (640, 480)})
    related = {"url": "https://b.example/2.png", "credit": "C", "width": 640, "height": 480, "isCached": True}
    assert got["related"] == [{"title": "x", "images": [related]}, None]
    assert {k: v for k, v in got.items() if k != "related"} == {k: v for k, v in FRONT.items() if k != "related"}
    assert list(got) == list(FRONT)
    assert marked(FRONT, {}) == FRONT
