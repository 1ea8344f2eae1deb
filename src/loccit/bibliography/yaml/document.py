"""The first document of a YAML file: its nodes and their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit.errors import UnreadableFile
from loccit.model import Place
from loccit.text_files.positions import Positions
from loccit.values.yaml import InvalidYaml, compose

if TYPE_CHECKING:
    import yaml


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


def read_document(text: str, path: str, *, as_tree: bool = False) -> Document:
    """Read the first document of a file.

    Args:
        text: the file's text.
        path: its name, for places.
        as_tree: as for `compose`.

    Raises:
        UnreadableFile: the text is not YAML; the error's place says where.
    """
    positions = Positions(text)
    try:
        return Document(compose(text, as_tree=as_tree), path, positions)
    except InvalidYaml as error:
        place = Place(path)
        if error.offset is not None:
            place = Place(path, *positions.at(error.offset))
        message = f"This is not YAML: {error.reason}."
        raise UnreadableFile(message, place=place, advice=error.advice) from error
