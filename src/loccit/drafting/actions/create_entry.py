"""Create an entry for a key that no source has, to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats import editable
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.acting.unknown_key import unknown_cite
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.problems.wanted import UNKNOWN_KEY
from loccit.drafting.sources.adding import target_of, text_of
from loccit.errors import InvalidChange
from loccit.model import Source

#: What most people make of a name and a year: `doe2001`.
_NAME_AND_YEAR = regex(r"([^\W\d_]+)[-_:]?((?:1[5-9]|20)\d\d)")


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer an entry for the key under the cursor."""
    here = unknown_cite(asked)
    if here:
        target = target_of(asked.library, asked.path)
        title = f"Create an entry for `{here.key}` in {target.name}"
        problem = asked.problem_at(UNKNOWN_KEY, here.span)
        yield Offer(title, "quickfix", problem=problem)


def edits(asked: Asked, argument: str) -> FileEdits:
    """Add an entry whose fields are empty, except what the key says."""
    here = unknown_cite(asked)
    if here is None:
        raise InvalidChange("There is no unknown key here any more.")
    target = target_of(asked.library, asked.path)
    text = text_of(asked.workspace, target)
    opened = editable(text, str(target), target.suffix)
    if not opened.can_have(here.key):
        raise InvalidChange(f"{target.name} can't have the key `{here.key}`.")
    return {target: opened.add([_source(here.key)])}


def _source(key: str) -> Source:
    found = _NAME_AND_YEAR.match(key)
    name, year = (found[1].capitalize(), found[2]) if found else ("", "")
    entry = f"@misc{{{key}, author = {{{name}}}, title = {{}}, date = {{{year}}}}}"
    return Source(key, "document", {"title": ""}, original=entry)
