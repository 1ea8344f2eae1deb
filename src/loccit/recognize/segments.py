"""The parts of a typed reference: where the author, the title, the pages are.

A `Segment` is a run of the reference's text with a label. It begins and ends with a word:
the punctuation, brackets and quotation marks around it belong to no segment, nor do the
words that only announce one ("In", "Eds.", "Vol.", "pp.", "Retrieved from").
"""

from __future__ import annotations

from typing import Literal

from loccit._startup.namedtuple import NamedTuple

#: Each label is a CSL variable or a few that look alike.
#:
#: - author: all the names of those who made the work, "et al." included; directors, hosts
#:   and the like where they come first; groups.
#: - editor, translator: their names, without "Ed." and "trans.".
#: - date: year, month, day, season; "n.d.", "in press"; the year of an earlier edition.
#: - title: with its subtitle.
#: - container-title: journal, newspaper, website, or the book that a chapter is in.
#: - collection-title: the series of a book.
#: - volume, issue: also the number of a volume in its series, right after the series;
#:   but not how many volumes there are ("3 vols.").
#: - pages: also the number of an article in a journal that has no pages; but not how many
#:   pages there are ("320 p."), nor the one page that a note cites.
#: - edition: "2nd", "Revised edition".
#: - publisher: also the university of a thesis and the institution of a report.
#: - place: where the publisher is, or where a conference was.
#: - url, doi, isbn: addresses as they are typed, the `doi:` before them left out.
#: - accessed: the date on which a web page was read.
#: - genre: "PhD thesis", "[Video]", "Working paper".
#: - number: of a report, a patent, a standard.
#: - event: the name of a conference.
#: - archive: the archive, library or database that holds the work.
#: - note: what says something else about the work.
#: - citation-number: the number or bracketed label before the reference.
#: - other: what belongs to none of them.
Label = Literal[
    "author",
    "editor",
    "translator",
    "date",
    "title",
    "container-title",
    "collection-title",
    "volume",
    "issue",
    "pages",
    "edition",
    "publisher",
    "place",
    "url",
    "doi",
    "isbn",
    "accessed",
    "genre",
    "number",
    "event",
    "archive",
    "note",
    "citation-number",
    "other",
]

#: How sure a part is that only the rules found.
FILLED = 0.4


class Segment(NamedTuple):
    """A part of a reference, `text[start:end]`.

    Attributes:
        probability: how sure the model is of all of it, from 0 to 1.
    """

    label: Label
    start: int
    end: int
    probability: float = 1.0
