"""Faults in the dates, titles and journals of entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.planted_faults import Planted
from benchmarks.planting import replaced

YEAR = r"\((\d{4}[a-z]?)\)\."
MONTHS = "January February March April May June July August September October November December"
DAY = rf"\((\d{{4}}), ({'|'.join(MONTHS.split())}) (\d{{1,2}})\)"
#: An article: its title, its journal, its volume.
ARTICLE = r"(?<=\)\. )([^*.?!()]{12,}?)\. (\*[^*]+\*)(?=, \*\d)"
#: The title of a work that stands alone.
ALONE = r"(?<=\)\. )\*([^*]{12,}?)\*(?=[. ])"
JOURNAL = r"(?<=[.?!] )\*([A-Z][^*]+)\*(?=, \*\d)"


def nobody(text: str) -> Iterator[Planted]:
    """Put a word for nobody before the title of a work without an author."""
    title = r"^(\*?[^*()]{8,}?\*?)\. (\(\d{4}[^)]*\)\.)"
    for word in ("Anonymous", "Unknown", "No author"):
        yield from replaced(text, title, rf"{word}. \2 \1.")


def year(text: str) -> Iterator[Planted]:
    """Take away the parentheses of the year, or its stop."""
    yield from replaced(
        text, r"(?<=[.*]) " + YEAR, r" \1.", r", \1.", r" (\1)", r" (\1),", r" [\1]."
    )


def date_order(text: str) -> Iterator[Planted]:
    """Put the month or the day first, or shorten the month."""
    yield from replaced(text, DAY, r"(\2 \3, \1)", r"(\3 \2 \1)", r"(\1, \3 \2)")
    yield from replaced(text, DAY, lambda m: f"({m[1]}, {m[2][:3]}. {m[3]})")


def full_date(text: str) -> Iterator[Planted]:
    """Give the month of a journal, or leave out the day of a newspaper."""
    journal = YEAR + r"(?=[^*]+\*[^*]*(?:Journal|Quarterly|Annals)[^*]*\*, \*\d)"
    yield from replaced(text, journal, r"(\1, March).", r"(\1, March 3).")
    yield from replaced(
        text, DAY + r"(?=[^*]+\*[^*]*(?:Times|Guardian|Post)\*)", r"(\1)"
    )


def retrieval_date(text: str) -> Iterator[Planted]:
    """Say when an address was read."""
    if "n.d." not in text:
        # What a handle links to may change.
        address = r"^(?!\\@)(.*[.*] )<?(https?://(?!doi)[^\s>]+)>?$"
        yield from replaced(
            text,
            address,
            r"\1Retrieved May 2, 2021, from \2",
            r"\1Accessed 2 May 2021, \2",
            r"\1\2 (accessed May 2, 2021)",
        )


def _as_headline(found: re.Match[str]) -> str:
    return re.sub(r"\b[a-z](?=\w{3})", lambda one: one[0].upper(), found[0])


def headline(text: str) -> Iterator[Planted]:
    """Type a title as a headline, or a subtitle with a small letter."""
    yield from replaced(text, ALONE, _as_headline)
    yield from replaced(text, r"(?<=\)\. )[A-Z][^*.?!()]{12,}?(?=\. \*)", _as_headline)
    yield from replaced(
        text, r"(?<=[a-z]: )[A-Z](?=[a-z]+ [a-z][^.]+\. )", lambda m: m[0].lower()
    )


def _cut(found: re.Match[str]) -> str:
    words = [
        word for word in found[1].split() if word not in ("of", "the", "and", "The")
    ]
    short = [word[:4] + "." if len(word) > 5 else word for word in words]
    return f"*{' '.join(short)}*".replace("Jour.", "J.")


def _in_small_letters(found: re.Match[str]) -> str:
    return "*" + found[1][0] + found[1][1:].lower() + "*"


def journal_name(text: str) -> Iterator[Planted]:
    """Cut the name of a journal short, or type it like a sentence."""
    several = JOURNAL.replace("[^*]+", r"[^*]+ (?:of|and|in) [^*]+")
    yield from replaced(text, several, _cut, _in_small_letters)


def quotation_marks(text: str) -> Iterator[Planted]:
    """Put the title of an article in quotation marks or italics."""
    yield from replaced(
        text, ARTICLE, r'"\1." \2', r"“\1”. \2", r"'\1', \2", r"*\1*. \2"
    )


def upright_title(text: str) -> Iterator[Planted]:
    """Leave out the italics of a book."""
    yield from replaced(
        text, ALONE + r"(?=\.? ?(?:\([^)]*\)|\[[^\]]*\])?\.? [A-Z][^*]+\.$)", r"\1"
    )


def volume_and_issue(text: str) -> Iterator[Planted]:
    """Leave out italics of journal or volume, or put a space before the issue."""
    yield from replaced(
        text, r"\*(\d+)\*\((\d+)\)", r"*\1* (\2)", r"*\1*, \2", r"\1(\2)", r"*\1(\2)*"
    )
    yield from replaced(text, JOURNAL, r"\1")


PLANTS = {
    "R13": nobody,
    "R14": year,
    "R15": date_order,
    "R16": full_date,
    "R17": retrieval_date,
    "R18": headline,
    "R19": journal_name,
    "R20": quotation_marks,
    "R21": upright_title,
    "R22": volume_and_issue,
}
