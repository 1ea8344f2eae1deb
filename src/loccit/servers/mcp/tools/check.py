"""Check an essay."""

from __future__ import annotations

from pydantic import BaseModel, Field

from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.problems.of_essay import all_findings
from loccit.lint import Finding
from loccit.servers.mcp.answers import READS, Answer, Noticed, noticed
from loccit.servers.mcp.asked_essay import asked_essay
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.servers.mcp.parameters import Essay, Format, Lang, Style, Text

TITLE = "Check an essay"
ANNOTATIONS = READS

_MOST = 100


class Replacement(BaseModel):
    """A stretch of the text, and what to type in its place."""

    old: str
    new: str


class Mistake(Noticed):
    """A mistake, with its correction if there is one."""

    fix: list[Replacement]
    is_safe: bool = Field(description="Whether the correction is right beyond doubt.")


class Checked(Answer):
    """The mistakes, in the order of the text."""

    mistakes: list[Mistake]
    total: int = Field(description="How many there are, if more than are returned.")


def answer(
    folder: OpenFolder,
    essay: Essay = "",
    text: Text = "",
    format: Format = "markdown",  # noqa: A002 - what assistants know it by
    style: Style = "",
    lang: Lang = "",
) -> Checked:
    """Check the citations, the quotations and the reference list of an essay, and the
    sources that it cites, as a strict teacher does.  Keys that the library lacks are
    among the mistakes, with the nearest ones.
    """
    opened = asked_essay(folder, essay, text, format, style, lang)
    findings = all_findings(opened, lambda: False) or []
    mistakes = [_mistake(folder, opened, each) for each in findings[:_MOST]]
    return Checked(mistakes=mistakes, total=len(findings))


def _mistake(folder: OpenFolder, essay: OpenEssay, finding: Finding) -> Mistake:
    [one] = noticed(folder.named([finding.problem]))
    fix = finding.problem.fix
    is_own = fix is not None and fix.path == essay.essay.path
    edits = fix.edits if fix and is_own else ()
    parts = essay.essay.document.parts
    replacements = [
        Replacement(old=each.span.of(parts[each.part]), new=each.new) for each in edits
    ]
    is_safe = fix is not None and fix.safety == "safe"
    return Mistake(**one.model_dump(), fix=replacements, is_safe=is_safe)
