"""CSL-YAML: CSL-JSON's items in YAML, under `references` (as pandoc has them in a document's front matter) or bare."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.bibliography.formats.csl_json import read_items
from loccit.bibliography.source_file import Items
from loccit.errors import UnreadableFile
from loccit.model import Place, Source
from loccit.model.csl_json import source_to_csl_json

NAME = "csl-yaml"
EXTENSIONS = (".yaml", ".yml")


def read(text: str, path: str) -> Items:
    import yaml

    try:
        documents = [document for document in yaml.safe_load_all(text) if document is not None]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UnreadableFile(
            f"This is not YAML: {getattr(error, 'problem', None) or 'it has characters that YAML does not allow'}.",
            place=Place(path, mark.line + 1, mark.column + 1) if mark else Place(path),
            advice="Text with a colon, or that begins with a quotation mark or `[`, must stand in quotation marks.",
        ) from error
    except (RecursionError, ValueError) as error:  # a date such as 2010-02-31, an integer of 5,000 digits
        raise UnreadableFile(f"This YAML can't be read: {error}.", place=Place(path)) from error
    return read_items(documents[0] if documents else None, Place(path))


def write(sources: Iterable[Source]) -> str:
    import yaml

    items = [source_to_csl_json(source) for source in sources]
    return yaml.safe_dump({"references": items}, allow_unicode=True, sort_keys=False, width=100)
