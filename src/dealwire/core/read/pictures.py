"""Pictures: those that a record names, and making harmless what comes from their addresses.

A picture is decoded and encoded anew, so that nothing but pixels is left of it: no script, no metadata, no second file
behind its end. What is no JPEG, PNG, WebP or GIF, SVG above all, is refused (OWASP, "File Upload Cheat Sheet").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageOps

from dealwire.core.read.article import string
from dealwire.core.read.result import guarded
from dealwire.errors import InputError
from dealwire.model.pictures import Picture

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
MOST_PIXELS: Final = 40_000_000
LARGEST: Final = 2400
"""Pixels along the longer side of what is kept."""

THUMBNAIL: Final = 320
"""Pixels along the longer side of the small copy."""

MAX_PICTURES: Final = 100
"""Pictures of one record that are looked at."""


def addresses(front: Mapping[Any, Any]) -> tuple[str, ...]:
    """Return the addresses of a record's pictures: its own, its provider's, and those of its related articles."""
    found = (url for entry in _entries(front) if (url := string(entry.get("url"))))
    return tuple(dict.fromkeys(url for url in found if url.startswith(("http://", "https://"))))[:MAX_PICTURES]


def own_addresses(front: Mapping[Any, Any]) -> tuple[str, ...]:
    """Return the addresses of the pictures that a record has of its own."""
    return addresses({"images": front.get("images")})


def marked(front: Mapping[Any, Any], known: Mapping[str, tuple[int, int]]) -> dict[Any, Any]:
    """Return a record's front matter with its cached pictures marked: `known` has width and height by address."""

    def picture(entry: object) -> object:
        size = known.get(string(entry.get("url")) or "") if isinstance(entry, Mapping) else None
        if not isinstance(entry, Mapping) or size is None:
            return entry
        return {**entry, "width": size[0], "height": size[1], "isCached": True}

    def changed(fields: Mapping[Any, Any]) -> dict[Any, Any]:
        result = dict(fields)
        if isinstance(images := fields.get("images"), list):
            result["images"] = [picture(entry) for entry in images]
        for name in ("provider", "related"):
            value = fields.get(name)
            if isinstance(value, Mapping):
                result[name] = changed(value)
            elif isinstance(value, list):
                result[name] = [changed(one) if isinstance(one, Mapping) else one for one in value]
        return result

    return changed(front)


def _entries(fields: Mapping[Any, Any]) -> Iterator[Mapping[Any, Any]]:
    images = fields.get("images")
    yield from (entry for entry in images if isinstance(entry, Mapping)) if isinstance(images, list) else ()
    if isinstance(provider := fields.get("provider"), Mapping):
        yield from _entries(provider)
    if isinstance(related := fields.get("related"), list):
        for entry in related:
            if isinstance(entry, Mapping):
                yield from _entries(entry)


def picture(body: bytes) -> Picture:
    """Return what is kept of a picture's bytes; raises `InputError` for what is none, or too large."""
    with guarded("the picture", lambda: Image.open(BytesIO(body), formats=FORMATS)) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise InputError(f"a picture of {opened.width} × {opened.height} pixels")
        kind = str(opened.format)
        upright = guarded("the picture", lambda: _upright(opened))
    whole = _within(upright, LARGEST)
    encoded = _encoded(whole, "JPEG" if kind == "JPEG" else "PNG" if kind in {"PNG", "GIF"} else "WEBP")
    small = _encoded(_within(upright, THUMBNAIL), "WEBP")
    media_type = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/png"}.get(kind, "image/webp")
    return Picture(sha256(encoded).hexdigest(), media_type, whole.width, whole.height, encoded, small)


def _upright(opened: Image.Image) -> Image.Image:
    """Decode the first frame, turned as its metadata say, in plain colours."""
    opened.draft("RGB", (LARGEST, LARGEST))  # lets a large JPEG be decoded at a fraction of its size
    turned = ImageOps.exif_transpose(opened)
    transparent = "A" in turned.getbands() or "transparency" in turned.info
    return turned.convert("RGBA" if transparent else "RGB")


def _within(image: Image.Image, side: int) -> Image.Image:
    small = image.copy()
    small.thumbnail((side, side))
    return small


def _encoded(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    (image.convert("RGB") if kind == "JPEG" else image).save(out, kind)
    return out.getvalue()
