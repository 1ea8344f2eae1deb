"""The words around a key as RichText; what is not surely understood stays TeX."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.essays.formats.latex.reader import read_words
from loccit.essays.formats.latex.run import Run
from loccit.essays.formats.latex.tokens import Argument, Tex
from loccit.essays.paragraph import Mark as Stretch
from loccit.essays.paragraph import MarkKind
from loccit.model import Mark, RichText

_MARKS: dict[MarkKind, Mark] = {
    "emphasis": Mark("font-style", "italic"),
    "strong": Mark("font-weight", "bold"),
    "superscript": Mark("vertical-align", "sup"),
    "subscript": Mark("vertical-align", "sub"),
    "code": Mark("code"),
    "math": Mark("math", "inline"),
}
#: Characters that all mean themselves.
_PLAIN = regex(r"[\w .,;:()/-]*(?<!-)")
_RAW = Mark("raw", "latex")


def read_affix(tex: Tex, words: Argument | None) -> RichText:
    """Read the words at a place in the text, without the white space around them."""
    if words is None:
        return RichText()
    typed = " ".join(words.of(tex.text).split())
    if "--" not in typed and _PLAIN.fullmatch(typed):
        return RichText.of(typed)
    runs = read_words(tex, words)
    if len(runs) == 1 and _is_understood(runs[0]):
        return _rich(runs[0])
    return RichText.of(typed).marked(_RAW)


def _is_understood(run: Run) -> bool:
    kinds = {mark.kind for mark in run.marks}
    return not run.steps_over and not run.found and kinds <= _MARKS.keys()


def _rich(run: Run) -> RichText:
    paragraph = run.paragraph()
    text = paragraph.text.replace("\n", " ")
    return _between(text, 0, len(text), paragraph.marks)


def _between(text: str, start: int, end: int, marks: Sequence[Stretch]) -> RichText:
    """Return `text[start:end]` with the marks that begin there."""
    result = RichText()
    waiting = [*marks]
    while waiting:
        mark = waiting.pop(0)
        inside = [each for each in waiting if each.start < mark.end]
        del waiting[: len(inside)]
        content = _between(text, mark.start, mark.end, inside)
        before = RichText.of(text[start : mark.start])
        result += before + content.marked(_MARKS[mark.kind])
        start = mark.end
    return result + RichText.of(text[start:end])
