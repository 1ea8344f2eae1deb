"""Adopt what is typed by hand: proposals, decisions, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.essay.adopt import AdoptionPlan, adopt, plan_adoption
from loccit.drafting.printed.source import print_source
from loccit.editing.adopt.complete import Completer, leave_incomplete
from loccit.editing.adopt.plan import CitationPlan, EntryPlan
from loccit.editing.adopt.questions import Decision, Option, Question
from loccit.editing.adopt.undo import undo_adoption
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.desk_essay import DeskEssay
from loccit.servers.desk.essay_json import essay_as_json
from loccit.servers.desk.library_in_use import LibraryInUse, library_in_use
from loccit.servers.desk.markup import to_html
from loccit.servers.desk.page_text import PageText
from loccit.servers.desk.refusals import Refusal
from loccit.servers.desk.route import post
from loccit.workspace.settings import Settings


def plan(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return what would become of an essay, and what there is to decide."""
    essay = _saved_essay(desk, asked)
    library = library_in_use(desk, asked.about_essay())
    planned = plan_adoption(
        essay.path,
        Settings(csl=library.settings.csl, lang=library.settings.lang),
        None if library.files else library.usual_target(desk),
        Completer() if asked.flag("lookup") else leave_incomplete,
    )
    return {
        "plan": desk.adoptions.keep(planned),
        "version": essay.version,
        "citations": list(_citations(planned, essay)),
        "entries": list(_entries(planned, library)),
        "questions": [_question(each) for each in planned.questions.values()],
        "looks_like": planned.plan.looks_like,
    }


def _saved_essay(desk: Desk, asked: Asked) -> DeskEssay:
    essay = desk.essay(asked.text("path"))
    if not essay.is_saved:
        raise Refusal("conflict", "Save the essay first: this changes its file.")
    return essay


def _citations(planned: AdoptionPlan, essay: DeskEssay) -> Iterator[dict[str, object]]:
    page = essay.page
    for each in planned.plan.citations:
        yield {
            "id": each.id,
            **_span(each, page, is_text=essay.is_text),
            "typed": each.citation.text,
            "becomes": each.new,
            "outcome": each.outcome,
            "why": list(each.why),
            "questions": [cite.id for cite in each.cites],
        }


def _span(each: CitationPlan, page: PageText, *, is_text: bool) -> dict[str, object]:
    if not is_text:
        return {"start": None, "end": None}
    span = each.citation.span
    return {"start": page.to_page(span.start), "end": page.to_page(span.end)}


def _entries(
    planned: AdoptionPlan, library: LibraryInUse
) -> Iterator[dict[str, object]]:
    for each in planned.plan.entries:
        yield {
            "id": each.id,
            "typed": each.entry.text,
            "key": each.key,
            "is_new": each.new is not None,
            "html": _entry_html(each, library),
            "missing": list(each.missing),
            "outcome": each.outcome,
            "why": list(each.why),
        }


def _entry_html(each: EntryPlan, library: LibraryInUse) -> str:
    source = each.new or library.sources.get(each.key)
    if source is None:
        return ""
    return to_html(print_source(source, library.style, library.settings).entry)


def _question(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "kind": question.kind,
        "typed": question.typed,
        "doubtful": question.is_doubtful,
        "group": question.group,
        "options": [_option(option) for option in question.options],
        "may_be_new": question.kind == "entry",
        "why": list(question.why),
    }


def _option(option: Option) -> dict[str, object]:
    return {
        "key": option.key,
        "entry": option.entry,
        "words": option.words,
        "confidence": option.confidence,
        "why": list(option.why),
    }


def apply(desk: Desk, asked: Asked) -> dict[str, object]:
    """Write what was planned, as the user has decided."""
    planned = desk.adoptions.get(asked.text("plan"))
    with desk.lock:
        essay = _saved_essay(desk, asked)
        if essay.path != planned.path:
            raise Refusal("invalid", "The plan is of another essay.")
        done = adopt(planned, dict(_decisions(asked)))
        desk.changed_on_disk(set(done.changes))
        added = [source.key for source in done.new]
        return essay_as_json(desk, essay) | {"added": added}


def _decisions(asked: Asked) -> Iterator[tuple[str, Decision]]:
    for name, answer in asked.objects("decisions").items():
        yield name, _decision(name, answer)


def _decision(name: str, answer: Asked) -> Decision:
    decision = Decision(
        answer.text_or("key", ""),
        answer.text_or("entry", ""),
        answer.flag("new"),
        answer.flag("as_typed"),
    )
    given = (decision.key, decision.entry, decision.new, decision.as_typed)
    if sum(map(bool, given)) != 1:
        raise Refusal("invalid", f"The decision on `{name}` is not clear.")
    return decision


def undo(desk: Desk, asked: Asked) -> dict[str, object]:
    """Undo the last adoption of an essay."""
    with desk.lock:
        essay = _saved_essay(desk, asked)
        files = library_in_use(desk, asked.about_essay()).files
        folders = [
            *dict.fromkeys([*(file.parent for file in files), essay.path.parent])
        ]
        undone = undo_adoption(folders, essay.path, Settings())
        desk.changed_on_disk({*undone.essays, *files})
        return essay_as_json(desk, essay) | {"removed": list(undone.removed)}


ROUTES = [
    post("adopt/plan", plan),
    post("adopt/apply", apply),
    post("adopt/undo", undo),
]
