"""The API's reference as a page, made from its description, so that it can't drift from the code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealwire.web.render import render

OR_NULL = " or null"
"""What a parameter may be by being left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter or a field: its name, its type in words, what it means."""

    name: str
    type: str
    required: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A call: what it takes and what it answers."""

    method: str
    path: str
    summary: str
    parameters: tuple[Row, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Shape:
    """An object that answers are made of."""

    name: str
    meaning: str
    fields: tuple[Row, ...]


def reference(request: Request) -> Response:
    """Show the reference."""
    described = request.app.openapi()
    told = list(shapes(described))
    return render(
        request,
        "api.html",
        title=described["info"]["title"],
        paragraphs=described["info"]["description"].split("\n\n"),
        prefix=described["servers"][0]["url"],
        operations=list(operations(described)),
        shapes=told,
        names={shape.name for shape in told},
    )


def operations(described: Mapping[str, Any]) -> Iterator[Operation]:
    """Yield the calls of an API that OpenAPI describes."""
    schemas = described["components"]["schemas"]
    for path, item in described["paths"].items():
        for method, told in item.items():
            answer = told["responses"]["200"]["content"]["application/json"]["schema"]
            rows = tuple(
                Row(
                    p["name"],
                    type_of(p["schema"], schemas).removesuffix(OR_NULL),
                    p.get("required", False),
                    _meaning({**p["schema"], **p}),
                )
                for p in told.get("parameters", ())
            )
            yield Operation(method.upper(), path, told.get("description", ""), rows, type_of(answer, schemas))


def shapes(described: Mapping[str, Any]) -> Iterator[Shape]:
    """Yield the objects of an API that OpenAPI describes, by name."""
    schemas = described["components"]["schemas"]
    for name, told in sorted(schemas.items()):
        if told.get("type") == "object":
            required = set(told.get("required", ()))
            rows = tuple(
                Row(field, type_of(schema, schemas), field in required, _meaning(schema))
                for field, schema in told.get("properties", {}).items()
            )
            yield Shape(_name(name, schemas), told.get("description", ""), rows)


def type_of(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> str:
    """Return a schema's type in words: an enumeration is its values, an object its name."""
    match schema:
        case {"$ref": str(ref)}:
            name = ref.rpartition("/")[2]
            return type_of(schemas[name], schemas) if "enum" in schemas.get(name, ()) else _name(name, schemas)
        case {"anyOf": [*options]}:
            return " or ".join(dict.fromkeys(type_of(option, schemas) for option in options))
        case {"enum": [*values]}:
            return ", ".join(map(str, values))
        case {"const": value}:
            return str(value)
        case {"type": "array", "items": items}:
            return f"list of {type_of(items, schemas)}"
        case {"type": "object", "additionalProperties": dict(value)}:
            return f"map to {type_of(value, schemas)}"
        case {"type": "string", "format": str(format_)}:
            return format_
        case {"type": str(type_)}:
            return type_
        case _:
            return "any"


def _name(name: str, schemas: Mapping[str, Any]) -> str:
    return str(schemas.get(name, {}).get("title", name))


def _meaning(schema: Mapping[str, Any]) -> str:
    """Return what a description says, with the default and the bounds that a schema sets."""
    options = schema.get("anyOf", ())
    told = [schema.get("description") or next((o["description"] for o in options if "description" in o), "")]
    if (default := schema.get("default")) not in (None, "", []):
        told.append(f"Default: {str(default).lower() if isinstance(default, bool) else default}.")
    if "minimum" in schema and "maximum" in schema:
        told.append(f"{schema['minimum']} to {schema['maximum']}.")
    return " ".join(filter(None, told))


ROUTES = (Route("/docs", reference, name="reference"),)
