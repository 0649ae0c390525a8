"""Who may import whom: the rooms of docs/design.md, from the inside out."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.support import ROOT

INSIDE = {"errors", "records", "text", "config"}
# each room with all that it may import; no room imports one that is not named here
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "records": set(),
    "text": {"records"},
    "config": {"errors", "records"},
    "article": {"config", "records"},
    "lexicon": {"errors", "records", "text"},
    "readers": {*INSIDE, "article", "lexicon"},
    "parse": {*INSIDE, "article"},
    "segment": {*INSIDE, "article", "lexicon", "readers"},
    "values": {*INSIDE, "lexicon"},
    "names": {*INSIDE, "article", "lexicon", "segment"},
    "tag": {*INSIDE, "article", "lexicon", "names", "values"},
    "extract": {*INSIDE, "article", "lexicon", "names"},
    "compare": {*INSIDE, "lexicon"},
    "stages": {"config", "records", "article", "parse", "segment", "tag", "extract", "compare"},
    "store": {*INSIDE, "article", "__init__"},
    "engine": {*INSIDE, "article", "store", "__init__"},
    "report": {*INSIDE, "store"},
    "run": {
        *INSIDE,
        "__init__",
        "article",
        "lexicon",
        "readers",
        "parse",
        "tag",
        "extract",
        "compare",
        "stages",
        "store",
        "engine",
    },
    "settings": {*INSIDE},
    "cli": {*INSIDE, "settings", "run", "store", "engine", "report", "__init__"},
    "__init__": set(),
    "__main__": {"cli"},
}
PACKAGE = ROOT / "pipeline"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    """The room of a module: the folder or file below pipeline/."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a module imports, inside functions and for types too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[1] for name in node.names if name.name.startswith("pipeline.")}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "pipeline":
            below = node.module.split(".")[1:]
            names = {below[0]} if below else {name.name for name in node.names}
            found |= {name if name in MAY_IMPORT else "__init__" for name in names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    assert imported(path) - {room} <= MAY_IMPORT[room]


def test_the_layers_have_no_circle() -> None:
    order = list(TopologicalSorter(MAY_IMPORT).static_order())
    assert order.index("cli") > order.index("run") > order.index("compare") > order.index("lexicon")


def test_no_circle_inside_a_room() -> None:
    """Modules do not import each other in a circle either, but for what only types need."""
    graph = {name_of(path): runtime_imports(path) for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def runtime_imports(path: Path) -> set[str]:
    """The modules that one imports when it is imported itself."""
    names = {name_of(other) for other in MODULES}
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            below = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (below & names) or {node.module}
    return found & names - {name_of(path)}


def test_the_design_shows_every_room() -> None:
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    for room in MAY_IMPORT:
        assert room.startswith("__") or f"{room}.py" in design or f"{room}/" in design, room
