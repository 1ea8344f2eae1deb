"""Comments in an essay that say which findings to ignore.

`<!-- loccit: ignore C05 -->` on a line of its own is about the paragraph that follows,
and at the end of a line about that line; `ignore-file` is about the whole essay.  Without
the codes or names of rules it is about all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from types import MappingProxyType

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays import Essay
from loccit.lint import Finding
from loccit.lint.selection import nearest_rule, unknown_rules, weight
from loccit.model import Place, Problem, Span
from loccit.text_files.newlines import LINE_END

#: What a comment says after the signs that begin it.
_SAID = r"loccit:[ \t]*(?P<what>ignore(?:-file)?)(?P<rules>(?:[ \t,]+[\w-]+)*)[ \t]*"
#: The end of a line.
_END = r"(?![^\r\n])"
_HTML = regex(rf"<!--[ \t]*{_SAID}-->")
#: Comments by formats; a document of Word or LibreOffice has none that are text.
_COMMENTS = MappingProxyType(
    {
        "markdown": _HTML,
        "plain_text": _HTML,
        "html": _HTML,
        "jupyter": _HTML,
        "latex": regex(rf"(?<!\\)%+[ \t]*{_SAID}{_END}"),
        "typst": regex(rf"//+[ \t]*{_SAID}{_END}"),
        "rst": regex(rf"(?<![^\r\n])[ \t]*\.\.[ \t]+{_SAID}{_END}"),
        "org": regex(rf"(?<![^\r\n])[ \t]*#[ \t]+{_SAID}{_END}"),
    }
)
_SEPARATOR = regex(r"[\s,]+")
_RULE = "unused-ignore"


@dataclass(frozen=True, slots=True)
class IgnoreComment:
    """A comment that says what to ignore.

    Attributes:
        place: where it is.
        end: where it ends.
        rules: codes, names, or beginnings of codes; none for all.
        lines: the numbers of the lines that it is about; None for all of the essay.
    """

    place: Place
    end: Place
    rules: tuple[str, ...]
    lines: range | None

    def ignores(self, finding: Finding) -> bool:
        """Return whether it is about a finding in its essay."""
        problem = finding.problem
        if finding.key or problem.place.path != self.place.path:
            return False
        if self.lines is not None and problem.place.line not in self.lines:
            return False
        return not self.rules or any(weight(each, problem.rule) for each in self.rules)


def ignore_comments(essay: Essay) -> Sequence[IgnoreComment]:
    """Find the comments of an essay that say what to ignore."""
    pattern = _COMMENTS.get(essay.format)
    if pattern is None or "loccit:" not in essay.text:
        return []
    paragraphs = sorted(
        each.span(0, len(each.text)) for each in essay.document.paragraphs
    )
    return [
        _comment(essay, found, paragraphs) for found in pattern.finditer(essay.text)
    ]


def _comment(
    essay: Essay, found: re.Match[str], paragraphs: Sequence[Span]
) -> IgnoreComment:
    place = essay.place(found.start())
    if found["what"] == "ignore-file":
        lines = None
    elif _is_alone(essay.text, found, place):
        lines = _lines_below(essay, found, paragraphs)
    else:
        lines = range(place.line, place.line + 1)
    named = _SEPARATOR.split(found["rules"])
    rules = tuple(name for name in named if name)
    return IgnoreComment(place, essay.place(found.end()), rules, lines)


def _lines_below(
    essay: Essay, comment: re.Match[str], paragraphs: Sequence[Span]
) -> range:
    """Return the lines of the next paragraph; of the same one, where the comment is
    amid its lines, the next line.
    """
    index = bisect_right(paragraphs, comment.start(), key=_start)
    if index and paragraphs[index - 1].end > comment.end():
        line = essay.place(comment.end()).line
        return range(line + 1, line + 2)
    if index == len(paragraphs):
        return range(0)
    below = paragraphs[index]
    first, last = essay.place(below.start), essay.place(below.end)
    return range(first.line, last.line + 1)


def _start(span: Span) -> int:
    return span.start


def _is_alone(text: str, comment: re.Match[str], place: Place) -> bool:
    """Return whether there is nothing else on the line of a comment."""
    before = text[comment.start() - place.column + 1 : comment.start()]
    line_end = LINE_END.search(text, comment.end())
    after = text[comment.end() : line_end.start() if line_end else len(text)]
    return not (before.strip() or after.strip())


def without_ignored(
    essay: Essay,
    findings: Iterable[Finding],
    checked: Collection[str],
    *,
    are_all: bool,
) -> Sequence[Finding]:
    """Leave out what comments ignore, and report comments that ignore nothing.

    Args:
        checked: the codes and names of what was checked.
        are_all: whether that is all that can be checked unasked.
    """
    comments = ignore_comments(essay)
    if not comments:
        return [*findings]
    used: set[IgnoreComment] = set()
    kept = []
    for finding in findings:
        ignoring = [each for each in comments if each.ignores(finding)]
        used.update(ignoring)
        if not ignoring:
            kept.append(finding)
    if _RULE not in checked:
        return kept
    unused = [
        each
        for each in comments
        if each not in used and (are_all or _is_checked(each, checked))
    ]
    return [*kept, *map(_unused, unused)]


def _is_checked(comment: IgnoreComment, checked: Collection[str]) -> bool:
    """Return whether each rule of a comment was checked, so that it may be unused."""
    return bool(comment.rules) and all(
        any(weight(choice, rule) for rule in checked) or unknown_rules([choice])
        for choice in comment.rules
    )


def _unused(comment: IgnoreComment) -> Finding:
    message, advice = "This comment ignores nothing.", "Take it out."
    if unknown := unknown_rules(comment.rules):
        near = nearest_rule(unknown[0])
        message = f"There is no rule `{unknown[0]}`; this comment ignores nothing."
        advice = f"Did you mean `{near}`?" if near else ""
    return Finding(Problem(_RULE, message, comment.place, "note", advice, comment.end))
