r"""An editor at work: a client with the files of a case, and a cursor in one of them.

A case's given text is `essay.md`, and its sections whose names have a dot, and no space,
are further files of its folder.  A `|` in one of them is the cursor; a `\|` is a bar.

    # Go to the entry of a key
    See [@doe|].
    . bibliography/sources.bib
    @book{doe, title = {Cats}}
    .
    what is expected

A case that names no file in `bibliography/` has the usual library, `SOURCES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.cases import Case
from tests.servers.lsp.client import Client, Json

#: The usual library.
SOURCES = """\
@book{alexander2010,
  author = {Alexander, Michelle},
  title = {The New {Jim Crow}},
  publisher = {The New Press},
  date = {2010},
}
@article{roe2018,
  author = {Roe, Jane and Doe, John},
  title = {Trust in Courts},
  journaltitle = {Law Review},
  volume = {12},
  pages = {1--20},
  date = {2018},
  doi = {10.1000/182},
}
"""

#: What the editor can do, as VS Code can.
CAPABILITIES = {
    "textDocument": {
        "completion": {
            "completionItem": {
                "documentationFormat": ["markdown", "plaintext"],
                "labelDetailsSupport": True,
                "snippetSupport": True,
                "resolveSupport": {"properties": ["documentation", "detail"]},
            }
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {
            "relatedInformation": True,
            "versionSupport": True,
            "codeDescriptionSupport": True,
            "tagSupport": {"valueSet": [1, 2]},
        },
        "rename": {"prepareSupport": True},
        "codeAction": {
            "resolveSupport": {"properties": ["edit"]},
            "isPreferredSupport": True,
        },
    },
    "workspace": {
        "workspaceEdit": {
            "documentChanges": True,
            "resourceOperations": ["create"],
        },
        "workspaceFolders": True,
        # Else the server would look at the files itself, whenever a case writes some.
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
}

_CURSOR = re.compile(r"(?<!\\)\|")


class Cursor(NamedTuple):
    """Where the cursor is.

    Attributes:
        path: the file, which is open.
        text: of the file, without the cursor.
        offset: of the cursor.
    """

    path: Path
    text: str
    offset: int

    @property
    def position(self) -> Json:
        """Its position, in units of UTF-16, as most clients count."""
        before = self.text[: self.offset]
        line = before.rpartition("\n")[2]
        character = len(line.encode("utf-16-le")) // 2
        return {"line": before.count("\n"), "character": character}

    @property
    def params(self) -> Json:
        """The document and the position, for a request."""
        document = {"uri": self.path.as_uri()}
        return {"textDocument": document, "position": self.position}


class Editor(Client):
    """A client that shows one case after the other, each in a folder of its own.

    Attributes:
        capabilities: the server's.
        case_folder: that of the case.
    """

    capabilities: Json

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.case_folder = folder
        self._numbers = count(1)

    def show(self, case: Case) -> Cursor:
        """Write the files of a case, and open the one with the cursor."""
        folder = self.case_folder = self.folder / f"case{next(self._numbers)}"
        cursors = []
        for name, text in _files(case):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            pieces = [piece.replace("\\|", "|") for piece in _CURSOR.split(text)]
            path.write_text("".join(pieces), "utf-8")
            if len(pieces) > 1:
                cursors.append(Cursor(path, "".join(pieces), len(pieces[0])))
        [cursor] = cursors
        self._add_folder(folder)
        self.open(cursor.path, cursor.text)
        return cursor

    def _add_folder(self, folder: Path) -> None:
        added = [{"uri": folder.as_uri(), "name": folder.name}]
        params = {"event": {"added": added, "removed": []}}
        self.notify("workspace/didChangeWorkspaceFolders", params)


def _files(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the names and the texts of a case's files."""
    files = {name: text for name, text in case.sections.items() if _is_file(name)}
    if not any(name.startswith("bibliography/") for name in files):
        yield "bibliography/sources.bib", SOURCES
    if case.given:
        yield "essay.md", case.given
    yield from files.items()


def _is_file(name: str) -> bool:
    return "." in name and " " not in name
