"""CSL-YAML: CSL-JSON's items in YAML, under `references` (as pandoc has them in a
document's front matter) or bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from loccit._startup.regex import regex
from loccit.bibliography.editable import Editable
from loccit.bibliography.formats.csl_json.items import ItemFile, ReadItems, no_sources
from loccit.bibliography.formats.csl_yaml.markdown import in_markdown, of_markdown
from loccit.bibliography.yaml.document import read_document
from loccit.bibliography.yaml.write import written_yaml
from loccit.model import Place, Source
from loccit.model.csl_json import source_to_csl_json
from loccit.values.yaml import value_of

if TYPE_CHECKING:
    import yaml

NAME = "csl-yaml"
EXTENSIONS = (".yaml", ".yml")


#: A list under `references`, or one of items, each with an `id`.
_ITEMS = regex(
    r"^references:|\A(?:---[ \t]*\n|#[^\n]*\n|\s)*-[ \t]+(?:\w+:.*\n[ \t]+)*id:",
    re.MULTILINE,
)


def recognizes(text: str) -> bool:
    return bool(_ITEMS.search(text)) and "cff-version:" not in text


def read(text: str, path: str) -> ItemFile:
    return ItemFile(ReadItems(_items(text, path)))


def open_text(text: str, path: str) -> Editable:
    """The file's text, to be changed in place."""
    from loccit.bibliography.formats.csl_yaml.edit import EditableCslYaml

    read(text, path)  # says what is wrong with it
    return EditableCslYaml(text, path)


def write(sources: Iterable[Source]) -> str:
    items = [in_markdown(source_to_csl_json(source)) for source in sources]
    return written_yaml({"references": items})


def lost(source: Source) -> Iterator[str]:
    """Nothing: CSL's variables are the model's."""
    yield from ()


def _items(text: str, path: str) -> Iterator[tuple[object, Place]]:
    """Yield each item of the first document with its place.

    Raises:
        UnreadableFile: the text is not YAML, or has no list of items.
    """
    document = read_document(text, path)
    if document.root is None:
        return
    items = list_of_items(document.root)
    if items is None:
        raise no_sources(Place(path))
    for item in items.value:
        value = value_of(item)
        if isinstance(value, dict):
            value = of_markdown(value)
        yield value, document.place(item)


def list_of_items(node: yaml.Node | None) -> yaml.SequenceNode | None:
    """The list of items in a document."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        node = next(
            (
                value
                for key, value in node.value
                if key.value in ("references", "items")
            ),
            None,
        )
    return node if isinstance(node, yaml.SequenceNode) else None
