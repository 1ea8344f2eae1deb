"""The first document of a YAML file: its nodes, and their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from loccit.errors import UnreadableFile
from loccit.model import Place
from loccit.text_files.positions import Positions
from loccit.values.yaml import InvalidYaml, compose

if TYPE_CHECKING:
    import yaml

_ADVICE = (
    "Put text in quotation marks that has a colon in it,"
    " or begins with a quotation mark or `[`."
)


class Document(NamedTuple):
    """A YAML document.

    Attributes:
        root: its outermost node; None if the file has no document.
        path: the file's name.
        positions: the positions in the file's text.
    """

    root: yaml.Node | None
    path: str
    positions: Positions

    def place(self, node: yaml.Node) -> Place:
        """Return the place where a node begins."""
        return Place(self.path, *self.positions.at(node.start_mark.index))


def read_document(text: str, path: str) -> Document:
    """Read the first document of a file.

    Raises:
        UnreadableFile: the text is not YAML; the place says where.
    """
    positions = Positions(text)
    try:
        return Document(compose(text), path, positions)
    except InvalidYaml as error:
        place = Place(path)
        if error.offset is not None:
            place = Place(path, *positions.at(error.offset))
        message = f"This is not YAML: {error.reason}."
        raise UnreadableFile(message, place=place, advice=_ADVICE) from error
