"""The dataclasses, the schema that ships and the contract say the same."""

from __future__ import annotations

import json
from typing import Any

from response_app.domain.fieldnames import BLOCK_FIELDS, INLINE_FIELDS
from response_app.paths import template
from tests.fixtures.shared import SHARED, needs_shared

from .derived_schema import derived_schema, without_words


def _shipped() -> Any:
    return json.loads(template("record.schema.json").read_bytes())


def test_the_dataclasses_are_the_schema() -> None:
    assert derived_schema() == without_words(_shipped())


def test_keys_stand_in_the_order_of_the_schema() -> None:
    """Dictionaries are equal in any order; their text is not."""
    assert _order(derived_schema()) == _order(without_words(_shipped()))


def _order(schema: Any) -> Any:
    """Names of properties as lists, nested."""
    if "properties" in schema:
        return [(name, _order(each)) for name, each in schema["properties"].items()]
    inner = [schema["items"]] if "items" in schema else schema.get("anyOf", [])
    return [_order(each) for each in inner]


@needs_shared
def test_the_schema_that_ships_is_the_contract() -> None:
    assert template("record.schema.json").read_bytes() == (SHARED / "contract" / "record.schema.json").read_bytes()


@needs_shared
def test_the_fields_are_those_of_the_contract() -> None:
    contract = (SHARED / "contract" / "README.md").read_text("utf-8")
    assert f"Names: `{' '.join(INLINE_FIELDS)}`" in contract
    assert f"block fields `{' '.join(BLOCK_FIELDS)}`" in contract
