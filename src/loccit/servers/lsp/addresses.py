"""Addresses of documents, and the paths of their files.

A document that was never saved has an address without a file: `untitled:Untitled-1`.
Its path is one beside the essays, which no file has.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from pygls.uris import from_fs_path, to_fs_path

from loccit.errors import LoccitError

#: The scheme of what was never saved.
_UNTITLED = "untitled:"
#: The extension of a new document, by the name that clients give its language (LSP
#: 3.17, "TextDocumentItem").
_EXTENSIONS: Mapping[str, str] = {
    "bibtex": ".bib",
    "html": ".html",
    "latex": ".tex",
    "markdown": ".md",
    "org": ".org",
    "plaintext": ".txt",
    "quarto": ".qmd",
    "restructuredtext": ".rst",
    "rmd": ".rmd",
    "tex": ".tex",
    "typst": ".typ",
}


class Addresses:
    """The addresses of the open documents, as the client writes them."""

    def __init__(self) -> None:
        self._uris: dict[Path, str] = {}
        self._paths: dict[str, Path] = {}

    def opened(self, uri: str, language: str, folder: Path) -> Path | None:
        """Return the path of a document from now on; None if it is not to be a file.

        Args:
            uri: its address.
            language: the client's name for its language.
            folder: where a new document will be.
        """
        path = path_of(uri)
        extension = _EXTENSIONS.get(language)
        if path is None and uri.startswith(_UNTITLED) and extension:
            path = folder / f".{quote(uri, safe='')}{extension}"
        if path:
            self._uris[path] = uri
            self._paths[uri] = path
        return path

    def closed(self, path: Path) -> None:
        """Forget a document."""
        uri = self._uris.pop(path, None)
        if uri:
            del self._paths[uri]

    def path(self, uri: str) -> Path:
        """Return the path of a document.

        Raises:
            LoccitError: it is not a file, nor one that is open and was never saved.
        """
        path = self._paths.get(uri) or path_of(uri)
        if path is None:
            raise LoccitError(f"{uri} is not a file.", advice="Save it as one first.")
        return path

    def is_open(self, uri: str) -> bool:
        """Return whether a document is open."""
        return uri in self._paths

    def uri(self, path: Path) -> str:
        """Return the address of a file, as the client writes it if it has it open."""
        return self._uris.get(path) or str(from_fs_path(str(path)))


def path_of(uri: str) -> Path | None:
    """Return the path of a file; None if the address is not that of a file."""
    path = to_fs_path(uri)
    return Path(path) if path else None
