"""Record types as JSON Schema."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from pipeline.errors import UsageError
from pipeline.store.outputs import FILES
from pipeline.store.schema import RECORDS, schema


@pytest.mark.parametrize("name", ["claims", "claims.jsonl", "Claim"])
def test_a_schema_is_known_by_its_file_and_its_type(name: str) -> None:
    assert schema(name) == schema("claims")


def test_there_is_one_for_every_file() -> None:
    assert set(schema()) == set(RECORDS) == {file.name for file in FILES} | {"run"}
    for one in schema().values():
        Draft202012Validator.check_schema(one)


def test_another_name_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="no record 'claim'; there are documents, segments"):
        schema("claim")
