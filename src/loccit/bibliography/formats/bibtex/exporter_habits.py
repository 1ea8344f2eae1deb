"""What databases and programs write into .bib entries otherwise than BibTeX's own
fields have it.

Each habit is undone where it can mean nothing else, with a word on who has it.  The
file itself stays as it is.
"""

from __future__ import annotations

import html
import re

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.identifiers import read_verbatim
from loccit.bibliography.formats.bibtex.journal_macros import JOURNAL_MACROS
from loccit.bibliography.formats.bibtex.latex.read import plain_tex
from loccit.values.date_words import month_number
from loccit.values.dates import read_date
from loccit.values.identifiers import ARXIV_NUMBER, is_arxiv_number, read_arxiv

_ENTITY = regex(
    r"(?:\\?&|\{\\&\})((?:amp;)*(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,24});)",
    re.IGNORECASE,
)
_TEX_MARKS = frozenset("\\{}$~`'\"#%")

#: arXiv in the place of a journal: Google Scholar, Semantic Scholar, ADS; and DBLP,
#: which calls its part of it CoRR.
_ARXIV_JOURNAL = regex(
    rf"\{{*(?:CoRR|arXiv(?: e-?prints?| preprint)?(?:[\s,:]+(?:arXiv:)?{ARXIV_NUMBER}(?: ?\[[\w.-]+\])?)?)\}}*",
    re.IGNORECASE,
)
_ON_ARXIV = regex(rf"(?:arXiv(?: preprint)?[:\s]+|abs/)({ARXIV_NUMBER})", re.IGNORECASE)

_ACCESSED = regex(
    r"\W*(?:\b(?:online|web(?:site|page)?|last|date|url)\b\W*)*\b(?:accessed|access|retrieved|visited|viewed|checked)\b"
    r"(?: date)?(?: on| at)?[:,]?\s*([^\s\])][^\])]*?)[\]).\s]*",
    re.IGNORECASE,
)
_ADDRESS = regex(
    r"\W*(?:\b(?:available|accessible|online|retrieved|web ?site|web ?page|url|at|from|via)\b\W*)*"
    r"(?P<address>https?://[^\s{}]+?)(?P<rest>(?:[.,;]?\s.*)?)",
    re.IGNORECASE | re.DOTALL,
)
#: A longer text is no address with a date.
_LONGEST = 1000

#: Fields of programs that put the whole of every title in braces, whatever case it is
#: in: Web of Science, Mendeley, ADS and INSPIRE.
_WITH_BRACED_TITLES = frozenset(
    [
        "unique-id",
        "mendeley-groups",
        "mendeley-tags",
        "adsurl",
        "collaboration",
        "reportnumber",
        "slaccitation",
    ]
)
_BRACED = regex(r"\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")

#: Scopus: the month beside the number of an issue, the short name of a series of Springer's beside its volume.  Web of
#: Science: a special issue.
_ISSUE_AND_MONTH = regex(r"(\d+) ([A-Z][a-z]{2,8})")
_SPECIAL_ISSUE = regex(r"(\d[\d-]*), SI")
_VOLUME_AND_SERIES = regex(r"(\d+) (?:LN[A-Z]+|CCIS|AISC|IFIP ?AICT)")
_SUBSERIES = regex(r" \(including subseries .*\)", re.IGNORECASE | re.DOTALL)

#: ScienceDirect: a chapter's number in its title, a book's edition in the book's.
_CHAPTER = regex(r"Chapter (\d+) [-–] (?=\S)")
_EDITION = regex(r" \(([^()]* edition)\)", re.IGNORECASE)
#: Library catalogues (ISBD, 4.2).
_PLACE_AND_PUBLISHER = regex(r"([^:{}]*\w)\]? : (\S[^:]*)")

_R_PACKAGE = regex(r"R package version (\S+?)[.,]?")
_ON_WIKIPEDIA = regex(
    r"(.+?) (?:---|--|—|–) \{?Wikipedia\}?(?:\{,\}|,) The Free Encyclopedia", re.DOTALL
)


def with_characters(tex: str) -> str:
    """HTML's entities, as Crossref and many publishers write them, also twice over, to
    the characters they stand for.

    >>> with_characters("Spiegel &amp; Grau"), with_characters(r"A \\&lt;i\\&gt;Novel\\&lt;/i\\&gt;")
    ('Spiegel & Grau', 'A <i>Novel</i>')
    """
    return _ENTITY.sub(_character, tex) if "&" in tex and ";" in tex else tex


def _character(entity: re.Match[str]) -> str:
    character = html.unescape(
        "&"
        + entity[1].replace("amp;", "", entity[1].count("amp;") - (entity[1] == "amp;"))
    )
    if len(character) != 1 or not character.isprintable():
        return " " if character == "\N{NO-BREAK SPACE}" else entity[0]
    return (
        character
        if character not in _TEX_MARKS or character in "'\""
        else f"\\{character}"
    )


def undo_exporter_habits(kind: str, fields: dict[str, str]) -> None:
    """Change the fields of an entry of type `kind` to what they would be without the
    habits of who exported them.
    """
    if not _WITH_BRACED_TITLES.isdisjoint(fields):
        for name in fields.keys() & {
            "title",
            "booktitle",
            "journal",
            "series",
            "number",
        }:
            if whole := _BRACED.fullmatch(fields[name]):
                fields[name] = whole[1]
    if "journal" in fields:
        _read_journal(fields)
    if "number" in fields or "volume" in fields:
        _read_numbers(fields)
    for name in ("howpublished", "note"):
        if name in fields:
            _find_address(fields, name)
    if "eprint" in fields and "eprinttype" not in fields:
        _read_eprint(fields)
    if "booktitle" in fields:
        _read_book(fields)
    publisher = fields.get("publisher", "")
    if (
        " : " in publisher
        and "address" not in fields
        and (both := _PLACE_AND_PUBLISHER.fullmatch(publisher.rstrip(" ,;")))
    ):
        fields["address"], fields["publisher"] = both[1].lstrip("["), both[2]
    if (
        kind == "manual"
        and "version" not in fields
        and (package := _R_PACKAGE.fullmatch(fields.get("note", "")))
    ):
        fields |= {"version": package[1], "entrysubtype": "software"}
    if kind == "misc" and (article := _ON_WIKIPEDIA.fullmatch(fields.get("title", ""))):
        fields |= {
            "title": article[1],
            "booktitle": "Wikipedia",
            "entrysubtype": "entry-encyclopedia",
        }
        if "Wikipedia contributors" in fields.get("author", ""):
            del fields["author"]


def _read_journal(fields: dict[str, str]) -> None:
    """A journal's name, or the archive that stands in its place."""
    journal = fields["journal"]
    if journal.startswith("\\"):
        fields["journal"] = JOURNAL_MACROS.get(journal.strip("\\ "), journal)
    elif journal.endswith(")"):
        fields["journal"] = _SUBSERIES.sub("", journal)
    elif _ARXIV_JOURNAL.fullmatch(journal):
        for name in ("journal", "volume", "pages", "eid"):
            if number := _ON_ARXIV.search(fields.get(name, "")):
                fields.setdefault("eprint", number[1])
                if name != "journal":
                    del fields[name]
        if "eprint" in fields:
            del fields["journal"]
            fields.setdefault("eprinttype", "arxiv")


def _read_numbers(fields: dict[str, str]) -> None:
    number, volume = fields.get("number", ""), fields.get("volume", "")
    if " " not in number and " " not in volume:
        return
    if special := _SPECIAL_ISSUE.fullmatch(number):
        fields["number"] = special[1]
    elif (issue := _ISSUE_AND_MONTH.fullmatch(number)) and month_number(issue[2]):
        fields["number"] = issue[1]
        fields.setdefault("month", issue[2])
    if series := _VOLUME_AND_SERIES.fullmatch(volume):
        fields["volume"] = series[1]


def _find_address(fields: dict[str, str], name: str) -> None:
    """An address, and the day on which somebody read it there, in a field for words:
    BibTeX's own styles have no other.

    Wikipedia's "Cite this page" writes such a note, too.
    """
    text = read_verbatim(fields[name])
    if len(text) > _LONGEST:
        return
    found = _ADDRESS.fullmatch(text)
    rest = found["rest"] if found else text
    accessed = _ACCESSED.fullmatch(rest)
    date = read_date(plain_tex(accessed[1])) if accessed else None
    if rest.strip(" .,;") and not (
        date and date.start and date.start.month and "urldate" not in fields
    ):
        if not found or name == "note":
            return
        fields.setdefault("note", rest.strip(" .,;"))
    elif accessed:
        fields["urldate"] = plain_tex(accessed[1])
    if found:
        if name == "note" and "url" in fields and fields["url"] != found["address"]:
            return
        fields.setdefault("url", found["address"])
    del fields[name]


def _read_eprint(fields: dict[str, str]) -> None:
    """An address in the place of a number: Wiley, Taylor & Francis, and SAGE write one
    of the work's PDF.
    """
    eprint = read_verbatim(fields["eprint"])
    if is_arxiv_number(eprint):
        return
    if arxiv := read_arxiv(eprint):
        fields |= {"eprint": arxiv, "eprinttype": "arxiv"}
    elif eprint.startswith(("http://", "https://")):
        fields.setdefault("url", eprint)
        del fields["eprint"]


def _read_book(fields: dict[str, str]) -> None:
    edition = fields.get("edition", "").lower()
    if (
        (stated := _EDITION.search(fields["booktitle"]))
        and edition
        and stated[1].lower().startswith(edition)
    ):
        fields["booktitle"] = (
            fields["booktitle"][: stated.start()] + fields["booktitle"][stated.end() :]
        )
    if "chapter" not in fields and (chapter := _CHAPTER.match(fields.get("title", ""))):
        fields["title"] = fields["title"][chapter.end() :]
        fields["chapter"] = chapter[1]
