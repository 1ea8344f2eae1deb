"""Replace a typed list by the generated one, in place."""

from __future__ import annotations

from itertools import pairwise

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.editing.adopt.essay_edits import edits_of
from loccit.editing.adopt.plan import EntryPlan, EssayPlan
from loccit.essays import read_essay
from loccit.formatting.draft import read_draft
from loccit.formatting.format_essay import format_draft
from loccit.model import Edit, Span
from loccit.output import load_output
from loccit.recognize import TypedList
from loccit.text_files.newlines import newline_of
from loccit.workspace.settings import Settings

_BULLET = regex(r"[\s>]*(?:[-*+•]|\[?\d+[\].)]?)?[\s>]*")


def list_edits(plan: EssayPlan, library: Library, settings: Settings) -> list[Edit]:
    """Return the edits that replace the typed list of an essay.

    Entries that are not adopted stay as they are typed, after the entry that they
    follow now.  A work that the essay cites by key is not listed twice.
    """
    typed = plan.recognized.list
    adopted = [entry for entry in plan.entries if entry.outcome == "adopted"]
    if typed is None or not adopted or _has_numbers_left(plan):
        return []
    if _has_other_text(typed, plan.essay.text):
        return []
    blocks = _generated(plan, library, settings)
    for entry in plan.entries:
        if entry.outcome != "adopted":
            _keep(entry, plan, blocks)
    text = plan.essay.text
    span = _whole_lines(typed, text)
    newline = newline_of(text)
    new = "\n\n".join(blocks.values()).replace("\n", newline)
    return [] if new == span.of(text) else [Edit(span, new, typed.part)]


def _has_numbers_left(plan: EssayPlan) -> bool:
    """Return whether the text has numbers of the typed list that stay."""
    return any(
        each.citation.mode == "numeric" and not each.edit for each in plan.citations
    )


def _has_other_text(typed: TypedList, text: str) -> bool:
    """Return whether there is more than bullets between the entries of a list."""
    between = [
        text[one.span.end : other.span.start] for one, other in pairwise(typed.entries)
    ]
    return not all(map(_BULLET.fullmatch, between))


def _generated(plan: EssayPlan, library: Library, settings: Settings) -> dict[str, str]:
    """Return the entries of the generated list, by key."""
    essay = plan.essay
    cited = read_essay(essay.with_edits(edits_of(plan.citations)), essay.path)
    listed = tuple(entry.key for entry in plan.entries if entry.key)
    settings = replace(settings, nocite=(*settings.nocite, *listed))
    formatted = format_draft(read_draft(cited, library, settings))
    output = load_output(essay.document.markup)
    blocks = output.entries(formatted.bibliography, anchors=False)
    keys = [entry.key for entry in formatted.bibliography]
    return dict(zip(keys, blocks, strict=True))


def _keep(entry: EntryPlan, plan: EssayPlan, blocks: dict[str, str]) -> None:
    """Put an entry as it is typed after the one that it follows in the typed list."""
    typed = entry.entry.span.of(plan.essay.text)
    if typed in blocks.values():  # an earlier adoption wrote it
        return
    before = ""
    for each in plan.entries:
        if each is entry:
            break
        before = each.key or each.id
    items = list(blocks.items())
    index = next((i + 1 for i, (key, _) in enumerate(items) if key == before), 0)
    items.insert(index, (entry.id, typed))
    blocks.clear()
    blocks.update(items)


def _whole_lines(typed: TypedList, text: str) -> Span:
    """Return the span of a list with the bullet of its first entry."""
    start = text.rfind("\n", 0, typed.span.start) + 1
    return Span(start, typed.span.end)
