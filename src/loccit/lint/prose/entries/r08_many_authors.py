"""An entry with more than 20 authors, or with points in the place of some.

## What it does

Finds entries that name more than 20 authors, and those with an ellipsis that is not
between the 19th author and the last one, or is followed by "&".

## Why is this bad?

Of 21 or more authors APA gives the first 19, then ". . ." without "&", then the last one
(section 9.8).  Before its seventh edition it gave six.

## Example

    Neighborhoods changed (Ada et al., 2018).

    # References

    Ada, P., Bell, K., Cole, T., Dow, R., Ely, S., Fox, N., Gray, L., Hart, M., Ives,
    O., Jay, A., Kerr, B., Lund, C., Meyer, D., Nash, E., Orr, F., Pike, G., Quinn, H.,
    Ross, I., Shaw, J., Tate, V., & Urban, W. (2018). *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Ada et al., 2018).

    # References

    Ada, P., Bell, K., Cole, T., Dow, R., Ely, S., Fox, N., Gray, L., Hart, M., Ives,
    O., Jay, A., Kerr, B., Lund, C., Meyer, D., Nash, E., Orr, F., Pike, G., Quinn, H.,
    Ross, I., Shaw, J., . . . Urban, W. (2018). *The quiet street*. New Press.

## Fix safety

This fix is safe: it leaves out the names between the 19th and the last one, or writes the
ellipsis as APA does.  Where fewer than 19 names precede the ellipsis, there is no fix,
because the others are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.typed_names import TypedName, authors_end, typed_names
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.entry_mistakes.names import MOST
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: Of more than 20 authors, so many precede the ellipsis.
_FIRST = 19
#: Points, with what people type around them.
_ELLIPSIS = regex(r",?\s*(?:…|\.(?:[ \u00a0]?\.){2,})(?:,?\s*(?:&|and))?,?\s*")
_RIGHT = ", . . . "
#: One sign is as good: style sheets print it.
_ALIKE = (_RIGHT, ", … ", ", .\u00a0.\u00a0. ")
#: "Doe, J. K.": a name before an ellipsis.
_NAME = regex(r"[^\W\d_][\w’'\s-]+,(?:\s?-?[^\W\d_]\.)+")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        ellipsis = _ELLIPSIS.search(entry.text, 0, authors_end(entry))
        if ellipsis:
            yield from _shortened(essay, entry, *ellipsis.span())
            continue
        names = typed_names(entry)
        if len(names) > MOST:
            yield _too_many(essay, entry, names)


def _too_many(
    essay: CheckedEssay, entry: CheckedEntry, names: Sequence[TypedName]
) -> Mistake:
    start, end = names[_FIRST - 1].start, names[-1].end
    new = f"{names[_FIRST - 1].text}{_RIGHT}{names[-1].text}"
    message = f"The entry names {len(names)} authors."
    return expected(essay, entry, start, end, new, message)


def _shortened(
    essay: CheckedEssay, entry: CheckedEntry, start: int, end: int
) -> Iterator[Mistake]:
    """Report an ellipsis after too few names, or in another form than APA's."""
    before = [*_NAME.finditer(entry.text, 0, start)]
    if not before:
        return
    if len(before) != _FIRST:
        message = f"Points stand for authors after the first {len(before)}."
        advice = "Expected: all authors up to 20, of more the first 19 and the last."
        text = entry.text[start:end]
        start += len(text) - len(text.lstrip(" ,"))
        yield Mistake(
            entry.mapped, start, start + len(text.strip(" ,")), message, advice
        )
        return
    new = before[-1][0] + _RIGHT
    if entry.text[before[-1].end() : end] not in _ALIKE:
        message = "The points for left out authors are not those of APA."
        yield expected(essay, entry, before[-1].start(), end, new, message)
