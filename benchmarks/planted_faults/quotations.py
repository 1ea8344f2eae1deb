"""Faults of quotations: their pages, marks, blocks and full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.planted_faults import Plant, Planted

#: A quotation in the text, its citation in brackets, and its page.
_QUOTED = re.compile(r"“([^“”\n]+)” \(([^()\n]*?)(,? ?pp?\. [\d–]+)\)")
#: A block quotation, its last full stop and its citation.
_BLOCK = re.compile(r"(?m)^> ([^\n]+)\. (\([^()\n]+\))$")
_PAGE = re.compile(r", p\. \d+(?=\)$)")
_LONG = (
    "they came on foot, in carts, and by the early train, and nobody who stood at the "
    "gate that morning could have said how many of them there were, or what they had "
    "been promised, or by whom; they only saw that none of them turned back before"
)


def _cut(text: str, span: tuple[int, int], new: str = "") -> Planted:
    start, end = span
    return text[:start] + new + text[end:], start


def without_page(text: str) -> Iterator[Planted]:
    """Take the page out of a citation, or the brackets that have only a page."""
    for found in _QUOTED.finditer(text):
        yield _cut(text, found.span(3) if found[2] else (found.end(1) + 1, found.end()))
    for found in _BLOCK.finditer(text):
        page = _PAGE.search(text, found.start(2), found.end(2))
        if page:
            yield _cut(text, page.span())


def without_citation(text: str) -> Iterator[Planted]:
    """Quote without a citation in the sentence and those around it."""
    quotations = (
        "It was a place where “everybody knew what the others had done before”. ",
        "The mayor called it “a street that nobody will remember in ten years.” ",
    )
    for number, found in enumerate(
        re.finditer(r"(?m)^(?=Most|The |That|In towns)", text)
    ):
        plain = "Much has changed since. Nothing else is left of it. "
        new = plain + quotations[number % 2] + plain
        damaged, place = _cut(text, (found.start(), found.start()), new)
        yield damaged, place + len(plain)
    for found in _QUOTED.finditer(text):
        if found[2]:
            yield _cut(text, (found.end(1) + 1, found.end()))


def in_other_marks(text: str) -> Iterator[Planted]:
    """Put quotations into German and French marks."""
    for number, found in enumerate(_QUOTED.finditer(text)):
        opening, closing = (("«", "»"), ("„", "“"), ("« ", " »"))[number % 3]
        span = found.start(), found.end(1) + 1
        yield _cut(text, span, f"{opening}{found[1]}{closing}")


def long_run_in(text: str) -> Iterator[Planted]:
    """Run blocks into the text, and make quotations long."""
    for found in _BLOCK.finditer(text):
        yield _cut(text, found.span(), f"One wrote: “{found[1]}” {found[2]}.")
    for found in _QUOTED.finditer(text):
        damaged, _ = _cut(text, found.span(1), f"{found[1]}, and {_LONG}")
        yield damaged, found.start()


def marks_around_block(text: str) -> Iterator[Planted]:
    """Put marks around blocks."""
    for number, found in enumerate(_BLOCK.finditer(text)):
        opening, closing = ("“”", '""')[number % 2]
        new = f"> {opening}{found[1]}.{closing} {found[2]}"
        yield _cut(text, found.span(), new)


def short_block(text: str) -> Iterator[Planted]:
    """Shorten blocks, and make blocks of short quotations."""
    for found in _BLOCK.finditer(text):
        words = found[1].split()
        yield _cut(text, found.span(), f"> {' '.join(words[:12])}. {found[2]}")
    for found in _QUOTED.finditer(text):
        if found[2]:
            new = f"\n\n> {found[1]}. ({found[2]}{found[3]})\n\n"
            yield _cut(text, found.span(), new)


def stop_before_citation(text: str) -> Iterator[Planted]:
    """Put the full stop before the citation."""
    for number, found in enumerate(_QUOTED.finditer(text)):
        stops = text.startswith(".", found.end())
        end = found.end() + (number % 2 if stops else 0)
        bracket = text[found.end(1) + 2 : found.end()]
        new = f"{found[1]}.” {bracket}"
        damaged, place = _cut(text, (found.start(1), end), new)
        yield damaged, place + len(found[1])


def stop_after_block(text: str) -> Iterator[Planted]:
    """Put the full stop of a block behind its citation, or one more."""
    for number, found in enumerate(_BLOCK.finditer(text)):
        stop = ("", ".")[number % 2]
        damaged, place = _cut(text, found.span(), f"> {found[1]}{stop} {found[2]}.")
        yield damaged, place + len(found[0])


def no_stop_after_question(text: str) -> Iterator[Planted]:
    """Let a question end the sentence that quotes it."""
    for number, found in enumerate(_QUOTED.finditer(text)):
        if text.startswith(".", found.end()):
            sign = "?!"[number % 2]
            bracket = text[found.end(1) + 2 : found.end()]
            new = f"{found[1]}{sign}” {bracket}"
            damaged, place = _cut(text, (found.start(1), found.end() + 1), new)
            yield damaged, place + len(new)


def in_single_marks(text: str) -> Iterator[Planted]:
    """Put quotations into single marks."""
    for number, found in enumerate(_QUOTED.finditer(text)):
        opening, closing = ("‘’", "''")[number % 2]
        span = found.start(), found.end(1) + 1
        yield _cut(text, span, f"{opening}{found[1]}{closing}")


def with_ellipsis(text: str) -> Iterator[Planted]:
    """Put an ellipsis before and after quotations, and one without spaces in them."""
    for number, found in enumerate(_QUOTED.finditer(text)):
        words = found[1]
        middle = words.replace(" ", "...", 1)
        new = (f"…{words}", f"...{words}", f"{words}…", f"{words} ...", middle)[
            number % 5
        ]
        yield _cut(text, found.span(1), new)


def added_in_parentheses(text: str) -> Iterator[Planted]:
    """Say in parentheses what is emphasized."""
    notes = ("(emphasis added)", "(my emphasis)", "(italics mine)")
    for number, found in enumerate(_QUOTED.finditer(text)):
        yield _cut(text, (found.end(1), found.end(1)), " " + notes[number % 3])


def sic(text: str) -> Iterator[Planted]:
    """Put a "sic" in parentheses, or not in italics."""
    for number, found in enumerate(_QUOTED.finditer(text)):
        note = ("(sic)", "[sic]", "(*sic*)")[number % 3]
        yield _cut(text, (found.end(1), found.end(1)), f" {note}")


def cited_in_quotation(text: str) -> Iterator[Planted]:
    """List a work that only quoted words cite."""
    entry = "Quillfeather, T. (1976). *Birds of the marshes*. Harbor Press.\n\n"
    heading = re.search(r"(?m)^# References\n\n", text)
    assert heading
    after = next(
        (each for each in re.finditer(r"(?m)^[R-Z]", text[heading.end() :])), None
    )
    place = heading.end() + after.start() if after else len(text)
    listed = text[:place] + entry + text[place:]
    for found in _QUOTED.finditer(text):
        damaged, _ = _cut(
            listed, (found.end(1), found.end(1)), " (Quillfeather, 1976) so"
        )
        yield damaged, place + len(" (Quillfeather, 1976) so")


def epigraph(text: str) -> Iterator[Planted]:
    """Put the source of an epigraph into brackets, or after a hyphen."""
    first = text.index("\n\n") + 2
    sources = ("(Alba, 2001, p. 3)", "- Rosa Alba", "-- Rosa Alba, 2001")
    for source in sources:
        line = " " if source[0] == "(" else "\n> "
        new = f"> Nobody counts what nobody sees.{line}{source}\n\n"
        damaged, place = _cut(text, (first, first), new)
        yield damaged, place + new.index(source)


PLANTS: dict[str, Plant] = {
    "Q01": without_page,
    "Q02": without_citation,
    "Q03": in_other_marks,
    "Q04": long_run_in,
    "Q05": marks_around_block,
    "Q06": short_block,
    "Q07": stop_before_citation,
    "Q08": stop_after_block,
    "Q09": no_stop_after_question,
    "Q10": in_single_marks,
    "Q11": with_ellipsis,
    "Q12": added_in_parentheses,
    "Q13": sic,
    "Q14": cited_in_quotation,
    "Q16": epigraph,
}
