"""Every expression of the package can be compiled, and none is before it is used."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest

from pipeline.text.expressions import expression
from tests.support import ROOT

MODULES = sorted((ROOT / "pipeline").rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def all_expressions() -> list[tuple[str, re.Pattern[str]]]:
    """What the modules hold, lists and tables of expressions too."""
    found: list[tuple[str, re.Pattern[str]]] = []

    def look(where: str, value: object, depth: int = 0) -> None:
        if type(value).__name__ == "_Expression":
            found.append((where, value))  # type: ignore[arg-type]
        elif isinstance(value, dict) and depth < 3:
            for one in [*value.keys(), *value.values()]:
                look(where, one, depth + 1)
        elif isinstance(value, (list, tuple, set, frozenset)) and depth < 3:
            for one in value:
                look(where, one, depth + 1)

    for path in MODULES:
        if path.name != "__main__.py":
            for key, value in vars(importlib.import_module(name_of(path))).items():
                look(f"{name_of(path)}.{key}", value)
    return found


def test_every_expression_compiles() -> None:
    found = all_expressions()
    assert len(found) > 300
    assert not [where for where, one in found if not one.pattern]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_compiles_when_it_is_imported(path: Path) -> None:
    outside = compiles(ast.parse(path.read_text(encoding="utf-8")))
    assert not outside, f"lines {outside}: use pipeline.text.expressions.expression"


def compiles(node: ast.AST) -> list[int]:
    """The lines of calls of re.compile outside of functions."""
    found: list[int] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(child, ast.Call) and ast.unparse(child.func) == "re.compile":
            found.append(child.lineno)
        found += compiles(child)
    return found


def test_it_is_what_re_gives() -> None:
    one = expression(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert [match["word"] for match in one.finditer("Ab cD")] == ["Ab", "cD"]
    assert one.sub("x", "a b") == "x x"
    assert one.groupindex == {"word": 1}
    assert one.flags & re.IGNORECASE


def test_it_takes_bytes_too() -> None:
    assert expression(rb"\d+").findall(b"a1b22") == [b"1", b"22"]
