"""Look up the DOI that an entry of a `.bib` file lacks."""

from __future__ import annotations

import json
from collections.abc import Iterator

from loccit.bibliography.formats import editable
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange, LookupFailed
from loccit.lookup import find_work
from loccit.model import Source
from loccit.model.csl_json import source_from_csl_json, source_to_csl_json

#: What is asked for.
_SENT = ("author", "editor", "title", "issued")


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it where the entry has no DOI."""
    source = asked.entry_source
    if source and source.text("title") and not source.text("DOI"):
        known = {
            name: source.variables[name] for name in _SENT if name in source.variables
        }
        asked_for = Source(source.key, source.type, known)
        argument = json.dumps(source_to_csl_json(asked_for))
        yield Offer("Look up its DOI", "refactor.rewrite", argument)


def fetch(argument: str) -> str:
    """Return the DOI of the work with this title, names and year.

    Raises:
        LookupFailed: no service has one, or none can be reached.
    """
    source = source_from_csl_json(json.loads(argument))
    found = find_work(source)
    doi = found.source.text("DOI") if found else ""
    if not doi:
        raise LookupFailed(
            f"No service has a DOI for “{source.plain('title')}” with these names and "
            "this year.",
            advice="Look at the publisher's page.",
        )
    return doi


def edits(asked: Asked, argument: str) -> FileEdits:
    """Add the DOI."""
    if not asked.entry_key or not isinstance(asked.fetched, str):
        raise InvalidChange("There is no entry here any more.")
    opened = editable(asked.text, str(asked.path), asked.path.suffix)
    return {asked.path: opened.change(asked.entry_key, {"doi": asked.fetched})}
