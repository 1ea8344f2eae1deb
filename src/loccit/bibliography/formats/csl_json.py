"""CSL-JSON: an array of items (csl-data.json of the schema), or an object that has it as `items` or `references`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from loccit.bibliography.source_file import Items
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Source
from loccit.model.csl_json import source_from_csl_json, source_to_csl_json

NAME = "csl-json"
EXTENSIONS = (".json",)


def read(text: str, path: str) -> Items:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"This is not JSON: {error.msg}.",
            place=Place(path, error.lineno, error.colno),
            advice="Export the sources again, or mend the file there.",
        ) from error
    except RecursionError as error:
        raise UnreadableFile("This JSON is nested too deep.", place=Place(path)) from error
    return read_items(data, Place(path))


def write(sources: Iterable[Source]) -> str:
    return json.dumps([source_to_csl_json(source) for source in sources], ensure_ascii=False, indent=2) + "\n"


def read_items(data: object, place: Place) -> Items:
    """The items in data that a JSON or YAML file holds; one without an id is a problem, as it can't be cited."""
    if isinstance(data, Mapping):
        data = data.get("references") or data.get("items") or ([data] if "id" in data else None)
    if not isinstance(data, list):
        raise UnreadableFile(
            "There are no sources in this file.",
            place=place,
            advice="CSL data is a list of items, each with an `id` and a `type`.",
        )
    sources, problems = [], []
    for number, item in enumerate(data, 1):
        source = source_from_csl_json(item) if isinstance(item, Mapping) else None
        if source and source.key:
            sources.append(replace(source, place=place))
        else:
            what = "has no `id` and can't be cited" if source else "is no item of CSL data"
            problems.append(Problem("missing-key", f"Source number {number} {what}.", place, "error"))
    return Items(sources, problems)
