"""ISBN and ISSN, which formats with one field for both tell by their digits alone."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.records.lines import Tags
from loccit.bibliography.records.types import ARTICLES, NUMBERED

_ISSN = regex(r"[0-9]{4}-?[0-9]{3}[0-9xX]$")
_ISBN = regex(r"(?:97[89])?[0-9]{9}[0-9xX]$")
_NUMBER = regex(r"(?<![A-Za-z0-9])[0-9][0-9xX -]{6,}[0-9xX]")


def tell_standard_numbers(type_: str, from_: str, tags: Tags) -> None:
    """Lines with the tag `from_` become `issn`, `isbn` or, of works that have numbers
    of their own, `sn`.

    Several numbers may stand in a line, with words or spaces between.
    """
    other = "sn" if type_ in NUMBERED else "issn" if type_ in ARTICLES else "isbn"
    for line in tags.pop(from_, []):
        found = [
            number
            for match in _NUMBER.findall(line.text)
            for number in _apart(match.strip(" -"))
        ] or [line.text]
        for number in found:
            tag = _kind(number) or other
            if tag in tags:
                earlier = tags[tag][0]
                if number not in earlier.text.split(", "):
                    tags.put(tag, f"{earlier.text}, {number}", earlier)
            else:
                tags.put(tag, line.text if tag == "sn" else number, line)


def _kind(number: str) -> str:
    digits = number.replace("-", "").replace(" ", "")
    return "isbn" if _ISBN.match(digits) else "issn" if _ISSN.match(digits) else ""


def _apart(number: str) -> list[str]:
    """Numbers with nothing but spaces between, as Zotero has them; a number may have
    spaces itself.
    """
    parts = number.split()
    return parts if all(map(_kind, parts)) else [number]
