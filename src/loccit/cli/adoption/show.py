"""Show the plan of an adoption: a table of the citations, one of the list's entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import click

from loccit.cli.terminal import counted
from loccit.cli.terminal.wrapped_table import Cell, wrapped_table
from loccit.editing.adopt.adopt import Adoption
from loccit.editing.adopt.describe import shortened
from loccit.editing.adopt.plan import CitationPlan, EntryPlan, EssayPlan, Outcome
from loccit.recognize import Candidate, TypedCite

#: So much of an entry says which one it is.
_LONGEST_ENTRY = 100
#: So many reasons are shown for what is sure.
_FEW_REASONS = 2
_COLOURS: dict[Outcome, str | None] = {
    "adopted": "green",
    "doubtful": "yellow",
    "waiting": "yellow",
    "unknown": "red",
    "kept": None,
}
_OPEN: Sequence[Outcome] = ("doubtful", "waiting")
_STAYS = "stays as typed"


def show_plan(plan: EssayPlan) -> None:
    """Print what becomes of an essay."""
    click.secho(plan.essay.path, bold=True)
    if plan.citations:
        columns = ["Line", "Typed", "Becomes", "Sure", "Why"]
        rows = [_citation_row(each, plan.entries) for each in plan.citations]
        click.echo("\n" + wrapped_table(columns, rows))
    if plan.entries:
        columns = ["Line", "In the list", "Source", "Sure", "Why"]
        rows = [*map(_entry_row, plan.entries)]
        click.echo("\n" + wrapped_table(columns, rows))
    if not plan.citations and not plan.entries:
        click.echo("Nothing here is cited by hand.")
    click.echo()


def _citation_row(plan: CitationPlan, entries: Sequence[EntryPlan]) -> list[Cell]:
    confidences = [_confidence(each.cite) for each in plan.cites]
    return [
        Cell(str(plan.place.line)),
        Cell(" ".join(plan.citation.text.split())),
        _outcome(plan.outcome, plan.new or _maybe_cited(plan, entries)),
        _sure(min([*confidences, plan.citation.confidence]), plan.outcome),
        Cell("; ".join(_shown(plan.why, plan.outcome))),
    ]


def _confidence(cite: TypedCite) -> float:
    """Return how likely the work is that a cite is likely of."""
    others = [candidate.confidence for candidate in cite.candidates]
    return max([cite.confidence, *others])


def _entry_row(plan: EntryPlan) -> list[Cell]:
    is_new = plan.new is not None
    entry = plan.entry
    sure = entry.confidence if is_new else entry.match_confidence
    return [
        Cell(str(plan.place.line)),
        Cell(shortened(entry.text, _LONGEST_ENTRY)),
        _outcome(plan.outcome, _source(plan)),
        _sure(sure, plan.outcome),
        Cell("; ".join([*_shown(plan.why, plan.outcome), *map(_within, plan.missing)])),
    ]


def _within(sentence: str) -> str:
    """Begin a sentence in small letters, as it follows others after a semicolon."""
    return sentence[:1].lower() + sentence[1:]


def _shown(why: Sequence[str], outcome: Outcome) -> Sequence[str]:
    """Return the reasons to show: of what is sure, the first few are enough."""
    return why[:_FEW_REASONS] if outcome == "adopted" else why


def _source(plan: EntryPlan) -> str:
    if plan.key:
        return f"new: {plan.key}" if plan.new else plan.key
    if plan.outcome != "doubtful":
        return _STAYS
    if plan.new:
        return f"new: {plan.new.key}?"
    return _any_of([each.key or "" for each in plan.entry.candidates])


def _maybe_cited(plan: CitationPlan, entries: Sequence[EntryPlan]) -> str:
    """Name the works that a doubtful citation may be of."""
    if plan.outcome not in _OPEN:
        return _STAYS
    names = [_any_of(_keys(each.cite, entries)) for each in plan.cites]
    return "; ".join(filter(None, names)) or "?"


def _keys(cite: TypedCite, entries: Sequence[EntryPlan]) -> Iterator[str]:
    """Yield the keys that works have, or would get."""
    for candidate in cite.candidates or (Candidate(cite.entry, cite.key),):
        entry = None if candidate.entry is None else entries[candidate.entry]
        if candidate.key or entry is None:
            yield candidate.key or ""
        else:
            yield entry.key or (entry.new.key if entry.new else entry.id)


def _any_of(keys: Iterable[str]) -> str:
    names = [f"@{key}" for key in dict.fromkeys(keys) if key]
    return f"{' or '.join(names)}?" if names else ""


def _outcome(outcome: Outcome, text: str) -> Cell:
    return Cell(text, partial(click.style, fg=_COLOURS[outcome]))


def _sure(confidence: float, outcome: Outcome) -> Cell:
    """Say how sure it is what something becomes: yes, or how likely."""
    if outcome == "adopted":
        return Cell("yes")
    return Cell(f"{confidence:.0%}" if outcome in _OPEN else "")


def summary(adoption: Adoption, *, written: bool) -> Iterator[str]:
    """Yield lines that sum up an adoption."""
    for plan in adoption.plans:
        yield f"{plan.essay.path}: {', '.join(_counts(plan))}."
        if plan.looks_like and not plan.style and any(_listed(plan)):
            yield (
                f"The list is in APA style; `--style {plan.looks_like}` fits better to "
                "how the citations are typed."
            )
    new = len(adoption.new_sources)
    if new:
        target = adoption.draft.target
        would = "" if written else "would be "
        made = "" if target.exists() or written else " (a new file)"
        yield f"{target}{made}: {counted(new, 'new source')} {would}added."
    doubtful = any("doubtful" in plan.outcomes for plan in adoption.plans)
    if not written and (adoption.changes or doubtful):
        asks = " and asks what is doubtful" if doubtful else ""
        yield f"Nothing is written yet: --write does it{asks}."
    if written and adoption.changes:
        yield "`loccit adopt --undo` takes it back."


def _listed(plan: EssayPlan) -> Iterator[EntryPlan]:
    """Yield the entries of the list that become sources, or are."""
    return (each for each in plan.entries if each.outcome == "adopted")


def _counts(plan: EssayPlan) -> Iterator[str]:
    if plan.citations:
        adopted = sum(each.outcome == "adopted" for each in plan.citations)
        total = counted(len(plan.citations), "typed citation")
        yield f"{adopted} of {total} adopted"
    else:
        yield "no typed citations"
    if plan.entries:
        listed = len([*_listed(plan)])
        yield f"{listed} of {len(plan.entries)} in the list"
    doubtful = plan.outcomes.count("doubtful")
    if doubtful:
        yield f"{doubtful} to decide"
