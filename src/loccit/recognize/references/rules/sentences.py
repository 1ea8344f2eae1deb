"""Find where the sentences of a reference end, which its parts are."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.recognize.references.rules.draft import TAKEN

#: A stop before a space and a capital, digit or quotation mark.
_STOP = regex(r"[.?!][”\"’')\]]*(?=\s|\0|$)")
#: A stop that ends an abbreviation or an initial: "vs.", "St. Louis", "J. Doe".
_ABBREVIATION = regex(
    r"(?:^|[\s(\[.-])(?:[A-Z]|St|vs|Vol|No|Nr|Mr|Mrs|Ms|Dr|ed|eds|Ed|Eds|cf|ca|approx|Univ|Dept|Inst|Proc|Conf|Int|Soc|Assoc"
    r"|Am|J|Jr|Sr|Co|pp|Bd|Hrsg|Aufl|Rev|Trans|Ph|Sci|Lett|Phys|Chem|Natl|Acad|Med|Biol|Eng|Mass|Calif|Conn|Fla|Pa|Ont|N\.Y|U\.S|D\.C)$"
)
_CAPITAL_OR_END = regex(r"[\s\0]*(?:$|\0|[\"“‘'(\[«]*[A-ZÀ-ÞΑ-ΩА-Я0-9]|[\"“‘«])")
#: Where the names after "edited by" end.
_END_OF_NAMES = regex(
    r"\0|[;:()\[\]“”\"]|,\s(?=\d|pp|vol|[a-z]|\0)|[.,]?\s?$|[.,]\s(?=\0)", re.IGNORECASE
)


def sentence_end(text: str, start: int, end: int) -> int:
    """Return where the sentence that begins at `start` ends, its stop included."""
    for found in _STOP.finditer(text, start, end):
        if found[0][0] == "." and _ABBREVIATION.search(text[start : found.start()]):
            continue
        if _CAPITAL_OR_END.match(text, found.end()):
            return found.end()
    taken = text.find(TAKEN, start, end)
    return end if taken < 0 else taken


def end_of_names(text: str, start: int) -> int:
    """Return where the names that begin at `start` end."""
    stop = sentence_end(text, start, len(text))
    found = _END_OF_NAMES.search(text, start, stop)
    end = found.start() if found else stop
    return (
        end - 1
        if text[start:end].endswith(".") and not _is_initial(text[:end])
        else end
    )


def _is_initial(text: str) -> bool:
    return (
        len(text) > 1
        and text[-2].isupper()
        and (len(text) < 3 or not text[-3].isalpha())
    )
