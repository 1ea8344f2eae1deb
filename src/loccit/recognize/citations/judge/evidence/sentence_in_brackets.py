"""Running text in brackets that ends with a year: "(a term that he made up in 2001)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

_SMALL = regex(r"(?<![\w'’-])[^\W\d_]+(?![\w'’])")
_LONG, _VERY_LONG = 5, 9
_PICTURE = regex(
    r"(?i)(?:photo\w*|credits?|courtesy|picture|dir\.|directed|prod\.|starring|feat\.)"
)
#: What is made in a year: "the phone (Apple, 2007)".
_MADE = regex(
    r"(?i)\b(?:film|movie|novel|album|song|painting|photograph|photo|statue|sculpture|ship|car"
    r"|phone|(?:video )?game|cartoon|symphony|opera|episode|exhibition|bridge|musical|single"
    r"|poster|mural|aircraft|battle|match|wine)s?\s\Z"
)
_SIGNALS = regex(r"(?i)(?:\bsee|\be\.g|\bcf|\bfor example|\breview|\bcited)\b")

_VERBS = frozenset(
    ["is", "are", "was", "were", "has", "have", "had", "that", "which", "who", "since"]
)


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Count the words before the names, and those in small letters among them."""
    read = possible.cites[0].read
    if possible.mode != "parenthetical" or read is None:
        return
    if _MADE.search(possible.before) and not essay.lists(possible.cites[0]):
        reason = Reason("no-text", "it is a film or the like")
        yield Evidence(-2.0, reason)
    if _PICTURE.match(read.prefix):
        yield Evidence(-3.0, Reason("picture", "it says who made a picture"))
    count = len(read.prefix.split())
    if count > _VERY_LONG:
        yield Evidence(-3.0, Reason("running-text", "the bracket has running text"))
    elif count > _LONG and not _SIGNALS.search(read.prefix):
        yield Evidence(-1.5, Reason("running-text", "the bracket has running text"))
    if read.is_literal and not read.is_title and not essay.lexicon.known(read.names[0]):
        small = [word for word in _SMALL.findall(read.names[0]) if word.islower()]
        if len(small) > _LONG or any(word in _VERBS for word in small):
            yield Evidence(-2.5, Reason("running-text", "the bracket has running text"))
