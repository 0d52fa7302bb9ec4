"""The JSON schema that the dataclasses stand for, without descriptions, to compare with the one that ships."""

from __future__ import annotations

from typing import Any

from response_app.domain.record import Record
from response_app.interchange import shapes
from response_app.interchange.record_file import FORMAT, VERSION
from response_app.interchange.shapes import Key, Shape, keys_of

_PLAIN: dict[type, dict[str, Any]] = {
    shapes.Flag: {"type": "boolean"},
    shapes.Whole: {"type": "integer"},
    shapes.Day: {"type": "string", "format": "date"},
    shapes.Html: {"type": "string", "contentMediaType": "text/html"},
    shapes.JsonObject: {"type": "object"},
    shapes.Counts: {"type": "object", "additionalProperties": {"type": "integer"}},
}


def derived_schema() -> dict[str, Any]:
    """Return the schema of a record file as the dataclasses have it."""
    schema = _object(Record)
    schema["properties"] = {"format": {"const": FORMAT}, "version": {"const": VERSION}, **schema["properties"]}
    schema["required"] = ["format", "version", *schema.get("required", ())]
    return schema


def without_words(schema: Any) -> Any:
    """Return `schema` without titles and descriptions, which the dataclasses say in their own words."""
    if isinstance(schema, list):
        return [without_words(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if not (key in ("title", "description", "$schema") and isinstance(value, str))}
    return {key: without_words(value) for key, value in kept.items()}


def _object(made: type) -> dict[str, Any]:
    keys = keys_of(made)
    schema: dict[str, Any] = {"type": "object", "properties": {key.name: _key(key) for key in keys}, "additionalProperties": False}
    if required := [key.name for key in keys if key.required]:
        schema["required"] = required
    return schema


def _key(key: Key) -> dict[str, Any]:
    schema = _value(key.shape)
    if not key.nullable:
        return schema
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    if schema["type"] == "object":
        return {"anyOf": [{"type": "null"}, schema]}
    return {**schema, "type": [schema["type"], "null"]}


def _value(shape: Shape) -> dict[str, Any]:
    match shape:
        case shapes.Text():
            return {"enum": list(shape.choices)} if shape.choices else {"type": "string"}
        case shapes.Choice():
            return {"enum": [each.value for each in shape.enum]}
        case shapes.ListOf():
            return {"type": "array", "items": _value(shape.item)}
        case shapes.ObjectOf():
            return _object(shape.made)
    return dict(_PLAIN[type(shape)])
