"""Faults in the places that citations say: pages, paragraphs, chapters, times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from benchmarks.planted_faults import Plant, Planted
from benchmarks.planted_faults.names_and_years import body_of, replaced

#: One page, and several, in brackets.
_ONE = re.compile(r"[, (]((p\. )(\d+))\)")
_SEVERAL = re.compile(r"[, (]((pp\. )(\d+)–(\d+))\)")
_AFTER_YEAR = re.compile(r"\d{4}[a-z]?(, (p\. )(\d+))\)")
_ARTICLE = re.compile(r"(?m)^([A-Z][\w’-]+), .*?\((\d{4}).*, (\d+)–(\d+)\.")


def _each(
    text: str, pattern: re.Pattern[str], group: int, forms: Sequence[str]
) -> Iterator[Planted]:
    """Put forms in the place of a group, in turn; `{}` is the page, `{a}` and `{b}` are
    the first and the last one.
    """
    for number, found in enumerate(pattern.finditer(body_of(text))):
        first, last = found[3], found[4] if pattern is _SEVERAL else found[3]
        new = forms[number % len(forms)].format(first, a=first, b=last)
        yield replaced(text, *found.span(group), new)


def p_for_several(text: str) -> Iterator[Planted]:
    """Write "p." before several pages."""
    yield from _each(text, _SEVERAL, 2, ["p. ", "p."])


def pp_for_one(text: str) -> Iterator[Planted]:
    """Write "pp." before one page."""
    yield from _each(text, _ONE, 2, ["pp. ", "pp."])


def other_labels(text: str) -> Iterator[Planted]:
    """Write other labels of pages."""
    one = ["pg. ", "page ", "P. ", "p ", "pg ", "p", "Page "]
    yield from _each(text, _ONE, 2, one)
    yield from _each(text, _SEVERAL, 2, ["pgs. ", "pages ", "PP. ", "pp "])


def no_space(text: str) -> Iterator[Planted]:
    """Take the space after the label."""
    yield from _each(text, _ONE, 2, ["p."])
    yield from _each(text, _SEVERAL, 2, ["pp."])


def other_dashes(text: str) -> Iterator[Planted]:
    """Put hyphens, spaces, other dashes, words between two pages."""
    forms = ["{a}-{b}", "{a} – {b}", "{a}—{b}", "{a} - {b}", "{a} to {b}"]
    yield from _each(text, _SEVERAL, 1, [f"pp. {form}" for form in forms])


def joined_pages(text: str) -> Iterator[Planted]:
    """Join pages by words, and by a second label."""
    yield from _each(text, _ONE, 1, ["p. {} and 888", "pp. {} & 888", "p. {}, p. 888"])


def cut_ranges(text: str) -> Iterator[Planted]:
    """Cut the last page of a range."""
    for found in _SEVERAL.finditer(body_of(text)):
        first, last = found[3], found[4]
        same = [a == b for a, b in zip(first, last, strict=False)]
        if len(first) == len(last) and same[0] and len(first) > 1:
            yield replaced(text, *found.span(4), last[same.index(False) :])


def other_separators(text: str) -> Iterator[Planted]:
    """Put other signs between the year and the page."""
    yield from _each(
        text, _AFTER_YEAR, 1, [": {}", ":{}", ": p. {}", "; p. {}", " p. {}"]
    )


def no_label(text: str) -> Iterator[Planted]:
    """Take the label."""
    yield from _each(text, _AFTER_YEAR, 1, [", {}"])


def short_chapters(text: str) -> Iterator[Planted]:
    """Abbreviate chapters and the like."""
    forms = ["chap. 3", "ch. 3", "chapter 3", "fig. 2", "sec. 2", "table 4", "slide 7"]
    for number, found in enumerate(re.finditer(r"Chapter 3(?=\))", body_of(text))):
        yield replaced(text, *found.span(), forms[number % len(forms)])


def paragraphs(text: str) -> Iterator[Planted]:
    """Write other labels of paragraphs."""
    forms = [", ¶ 4", ", par. 4", ", paragraph 4", ", ¶4", ", para 4", ", para. 4–5"]
    yield from _each(text, _AFTER_YEAR, 1, forms)


def labelled_times(text: str) -> Iterator[Planted]:
    """Add labels to times."""
    forms = [", min. 1:30", ", minute 12:05", ", 1:30 min", ", at 1:30"]
    yield from _each(text, _AFTER_YEAR, 1, forms)


def outside_brackets(text: str) -> Iterator[Planted]:
    """Put pages after the brackets, and take those of pages after quotations."""
    body = body_of(text)
    for found in re.finditer(r"[”\"] (\((p\. \d+)\))", body):
        yield replaced(text, *found.span(1), found[2])
    for number, found in enumerate(re.finditer(r"\d{4}[a-z]?((, p\. \d+)\))", body)):
        yield replaced(
            text, *found.span(1), f"){found[2]}" if number % 2 else f") {found[2][2:]}"
        )


def outside_the_work(text: str) -> Iterator[Planted]:
    """Cite pages that the article does not have."""
    for entry in _ARTICLE.finditer(text, len(body_of(text))):
        cite = re.compile(rf"{entry[1]}[^();]*,? \(?{entry[2]}(?=[);])")
        for number, found in enumerate(cite.finditer(body_of(text))):
            page = int(entry[4]) + 7 if number % 2 else max(1, int(entry[3]) - 7)
            if not int(entry[3]) <= page <= int(entry[4]):
                yield replaced(text, found.end(), found.end(), f", p. {page}")


def kindle(text: str) -> Iterator[Planted]:
    """Cite locations of a Kindle."""
    forms = [", loc. 341", ", Kindle loc. 341", ", location 341", ", loc. 341–345"]
    yield from _each(text, _AFTER_YEAR, 1, forms)


def reversed_ranges(text: str) -> Iterator[Planted]:
    """Swap the pages of a range."""
    yield from _each(text, _SEVERAL, 1, ["pp. {b}–{a}", "pp. {b}-{a}"])


PLANTS: dict[str, Plant] = {
    "L01": p_for_several,
    "L02": pp_for_one,
    "L03": other_labels,
    "L04": no_space,
    "L05": other_dashes,
    "L06": joined_pages,
    "L07": cut_ranges,
    "L08": other_separators,
    "L09": no_label,
    "L10": short_chapters,
    "L11": paragraphs,
    "L12": labelled_times,
    "L13": outside_brackets,
    "L14": outside_the_work,
    "L15": kindle,
    "L16": reversed_ranges,
}
