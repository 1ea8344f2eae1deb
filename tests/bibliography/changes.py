"""What the cases of changes are written in: a line that says which, then the file."""

from __future__ import annotations

import re

from loccit.bibliography.formats import editable
from loccit.errors import LoccitError
from loccit.model import Date, DateParts, Source, apply_edits

DOE = Source(
    "doe",
    "report",
    {"title": "On Essays", "publisher": "ACME", "issued": Date(DateParts(2010, 2))},
)


def values_of(arguments: str) -> dict[str, str]:
    """`name=value name=value` as a mapping; a value goes on to the next name."""
    parts = re.split(r"(?:^|(?<=\S) )([\w-]+(?: b)?)=", arguments)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def changed(case: str, path: str, extension: str) -> str:
    r"""The file of a case, changed as its first line says: `change KEY name=value ...`, `add`, `remove KEY ...`,
    `rename OLD NEW` or `replace KEY TEXT`, in which `\n` is a line's end; or what is wrong with the change.
    """
    command, _, text = case.partition("\n")
    verb, _, arguments = command.partition(" ")
    key, _, rest = arguments.partition(" ")
    try:
        file = editable(text, path, extension)
        if verb == "change":
            edits = file.change(key, values_of(rest))
        elif verb == "add":
            edits = file.add([DOE])
        elif verb == "remove":
            edits = file.remove(arguments.split())
        elif verb == "rename":
            edits = file.rename({key: rest})
        else:
            edits = file.replace(key, rest.replace("\\n", "\n"))
        return apply_edits(text, edits)
    except LoccitError as error:
        return str(error)
