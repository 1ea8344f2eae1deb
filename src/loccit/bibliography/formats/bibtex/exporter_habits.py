"""Undo what databases and programs write differently from BibTeX's own fields.

A habit is undone only where the field can mean nothing else. The file itself stays as
it is. To add a habit, add a row to `HABITS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.entry_types import (
    CHAPTERLIKE,
    PERIODICAL,
    WHOLE,
)
from loccit.bibliography.formats.bibtex.identifiers import read_verbatim
from loccit.bibliography.formats.bibtex.journal_macros import JOURNAL_MACROS
from loccit.bibliography.formats.bibtex.latex.read import plain_tex
from loccit.values.character_references import unescape
from loccit.values.date_words import month_number
from loccit.values.dates import read_date
from loccit.values.genres import read_genre
from loccit.values.identifiers import ARXIV_NUMBER, is_arxiv_number, read_arxiv

Fields = dict[str, str]


class Habit(NamedTuple):
    """A habit of some exporters, and the way to undo it.

    Attributes:
        field: an entry without this field doesn't have the habit.
        undo: changes the fields of an entry, if it has the habit.
        writers: who writes so, or why; `""` where no source is known.
        kinds: the entry types that may have it; None for all.
        unless: an entry with this field doesn't have the habit.
    """

    field: str
    undo: Callable[[Fields], None]
    writers: str = ""
    kinds: frozenset[str] | None = None
    unless: str | None = None


#: An HTML entity, whose `&` may be escaped for TeX, or for HTML once more.
_ENTITY = regex(
    r"(?:\\?&|\{\\&\})((?:amp;)*(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,24});)",
    re.IGNORECASE,
)
_TEX_MARKS = frozenset("\\{}$~`#%")

#: arXiv in place of a journal. DBLP calls its part of arXiv CoRR.
_ARXIV_JOURNAL = regex(
    rf"\{{*(?:CoRR|arXiv(?: e-?prints?| preprint)?(?:[\s,:]+(?:arXiv:)?{ARXIV_NUMBER}(?: ?\[[\w.-]+\])?)?)\}}*",
    re.IGNORECASE,
)
_ON_ARXIV = regex(rf"(?:arXiv(?: preprint)?[:\s]+|abs/)({ARXIV_NUMBER})", re.IGNORECASE)

#: "Accessed on 5 May 2020", "[Online; accessed ...]".
_ACCESSED = regex(
    r"\W*(?:\b(?:online|web(?:site|page)?|last|date|url)\b\W*)*\b(?:accessed|access|retrieved|visited|viewed|checked)\b"
    r"(?: date)?(?: on| at)?[:,]?\s*([^\s\])][^\])]*?)[\]).\s]*",
    re.IGNORECASE,
)
#: "Available at https://...", and the text after it.
_URL = regex(
    r"\W*(?:\b(?:available|accessible|online|retrieved|web ?site|web ?page|url|at|from|via)\b\W*)*"
    r"(?P<url>https?://[^\s{}]+?)(?P<rest>(?:[.,;]?\s.*)?)",
    re.IGNORECASE | re.DOTALL,
)
#: A longer text is more than a URL with a date.
_LONGEST = 1000

#: Fields of programs that put every title in braces, whatever its case: Web of Science,
#: Mendeley, ADS and INSPIRE.
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
_BRACED_FIELDS = ("title", "booktitle", "journal", "series", "number")
_BRACED = regex(r"\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")

_ISSUE_AND_MONTH = regex(r"(\d+) ([A-Z][a-z]{2,8})")
_SPECIAL_ISSUE = regex(r"(\d[\d-]*), SI")
_VOLUME_AND_SERIES = regex(r"(\d+) (?:LN[A-Z]+|CCIS|AISC|IFIP ?AICT)")
_SUBSERIES = regex(r" \(including subseries .*\)", re.IGNORECASE | re.DOTALL)
_CHAPTER = regex(r"Chapter (\d+) [-–] (?=\S)")
_EDITION = regex(r" \(([^()]* edition)\)", re.IGNORECASE)
_PLACE_AND_PUBLISHER = regex(r"([^:{}]*\w)\]? : (\S[^:]*)")
#: "s.n." and "s.l.": sine nomine, sine loco.
_UNKNOWN = regex(r"(?i)[\[{]*s\. ?[nl]\.[,:\]}]*|\[s ?[nl]\]")
#: The number of pages in place of a part's pages: "xiv + 337", "394 p.".
_PAGE_COUNT = regex(
    r"(?i)(?:[ivxlc]+|\d+)(?:\s*[+,]\s*(?:[ivxlc]+|\d+))*(?:\s*(?:pp?|pages|s)\.?)?"
)
_R_PACKAGE = regex(r"R package version (\S+?)[.,]?")
_ON_WIKIPEDIA = regex(
    r"(.+?) (?:---|--|—|–) \{?Wikipedia\}?(?:\{,\}|,) The Free Encyclopedia", re.DOTALL
)


def with_characters(tex: str) -> str:
    """Replace HTML entities by characters, also where `&` is escaped twice.

    Crossref and many publishers write them.

    >>> with_characters("Spiegel &amp; Grau"), with_characters(r"A \\&lt;i\\&gt;Novel\\&lt;/i\\&gt;")
    ('Spiegel & Grau', 'A <i>Novel</i>')
    """
    if "&" not in tex or ";" not in tex:
        return tex
    return _ENTITY.sub(_character, tex)


def undo_exporter_habits(kind: str, fields: Fields) -> None:
    """Change the fields of an entry to what they would be without exporters' habits.

    Args:
        kind: the entry type.
        fields: the entry's fields by one name each.
    """
    if not _WITH_BRACED_TITLES.isdisjoint(fields):
        _unwrap_titles(fields)
    for field, undo, _, _, unless in _habits_of(kind):
        if field in fields and unless not in fields:
            undo(fields)


@lru_cache(maxsize=256)
def _habits_of(kind: str) -> list[Habit]:
    """Return the rows for an entry type."""
    return [each for each in HABITS if each.kinds is None or kind in each.kinds]


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    # `&amp;amp;` and `&amp;lt;` were escaped again and again; `&amp;` itself stays.
    repeated = name.count("amp;")
    if name == "amp;" * repeated:
        repeated -= 1
    character = unescape("&" + name.replace("amp;", "", repeated))
    if character == "\N{NO-BREAK SPACE}":
        return " "
    if len(character) != 1 or not character.isprintable():
        return entity[0]
    if character in _TEX_MARKS:
        return f"\\{character}"
    return character


def _unwrap_titles(fields: Fields) -> None:
    for name in _BRACED_FIELDS:
        if name not in fields:
            continue
        wrapped = _BRACED.fullmatch(fields[name])
        if wrapped is not None:
            fields[name] = wrapped[1]


def _read_journal(fields: Fields) -> None:
    """Read a journal's name, or the archive in place of it."""
    journal = fields["journal"]
    if journal.startswith("\\"):
        fields["journal"] = JOURNAL_MACROS.get(journal.strip("\\ "), journal)
    elif journal.endswith(")"):
        fields["journal"] = _SUBSERIES.sub("", journal)
    elif _ARXIV_JOURNAL.fullmatch(journal):
        _read_arxiv_journal(fields)


def _read_arxiv_journal(fields: Fields) -> None:
    for name in ("journal", "volume", "pages", "eid"):
        number = _ON_ARXIV.search(fields.get(name, ""))
        if number is None:
            continue
        fields.setdefault("eprint", number[1])
        if name != "journal":
            del fields[name]
    if "eprint" in fields:
        del fields["journal"]
        fields.setdefault("eprinttype", "arxiv")


def _read_number(fields: Fields) -> None:
    number = fields["number"]
    if " " not in number:
        return
    special = _SPECIAL_ISSUE.fullmatch(number)
    if special is not None:
        fields["number"] = special[1]
        return
    issue = _ISSUE_AND_MONTH.fullmatch(number)
    if issue is not None and month_number(issue[2]):
        fields["number"] = issue[1]
        fields.setdefault("month", issue[2])


def _read_volume(fields: Fields) -> None:
    series = _VOLUME_AND_SERIES.fullmatch(fields["volume"])
    if series is not None:
        fields["volume"] = series[1]


def _url_in(name: str) -> Callable[[Fields], None]:
    return lambda fields: _find_url(fields, name)


def _find_url(fields: Fields, name: str) -> None:
    """Find a URL, and the date when it was visited, in a field of text."""
    text = read_verbatim(fields[name])
    if len(text) > _LONGEST:
        return
    found = _URL.fullmatch(text)
    rest = found["rest"] if found else text
    accessed = _ACCESSED.fullmatch(rest)
    rest = rest.strip(" .,;")
    if accessed and _is_new_access_date(accessed[1], fields):
        fields["urldate"] = plain_tex(accessed[1])
    elif rest:
        if not found or name == "note":
            return
        fields.setdefault("note", rest)
    if found:
        url = found["url"]
        if name == "note" and fields.get("url", url) != url:
            return
        fields.setdefault("url", url)
    del fields[name]


def _is_new_access_date(tex: str, fields: Fields) -> bool:
    if "urldate" in fields:
        return False
    date = read_date(plain_tex(tex))
    return date is not None and date.start is not None and bool(date.start.month)


def _read_eprint(fields: Fields) -> None:
    """Read a URL in place of a number in an archive."""
    eprint = read_verbatim(fields["eprint"])
    if is_arxiv_number(eprint):
        return
    arxiv = read_arxiv(eprint)
    if arxiv:
        fields |= {"eprint": arxiv, "eprinttype": "arxiv"}
    elif eprint.startswith(("http://", "https://")):
        fields.setdefault("url", eprint)
        del fields["eprint"]


def _drop_edition(fields: Fields) -> None:
    """Drop the edition from a book's title, if `edition` has it too."""
    title = fields["booktitle"]
    stated = _EDITION.search(title)
    edition = fields.get("edition", "").lower()
    if stated and edition and stated[1].lower().startswith(edition):
        fields["booktitle"] = title[: stated.start()] + title[stated.end() :]


def _read_chapter(fields: Fields) -> None:
    title = fields.get("title", "")
    chapter = _CHAPTER.match(title)
    if chapter is not None:
        fields["title"] = title[chapter.end() :]
        fields["chapter"] = chapter[1]


def _separate_place(fields: Fields) -> None:
    publisher = fields["publisher"].rstrip(" ,;")
    if " : " not in publisher:
        return
    both = _PLACE_AND_PUBLISHER.fullmatch(publisher)
    if both is not None:
        fields["address"] = both[1].lstrip("[")
        fields["publisher"] = both[2]


def _read_r_package(fields: Fields) -> None:
    package = _R_PACKAGE.fullmatch(fields["note"])
    if package is not None:
        fields |= {"version": package[1], "entrysubtype": "software"}


def _read_wikipedia(fields: Fields) -> None:
    article = _ON_WIKIPEDIA.fullmatch(fields["title"])
    if article is None:
        return
    fields |= {
        "title": article[1],
        "booktitle": "Wikipedia",
        "entrysubtype": "entry-encyclopedia",
    }
    if "Wikipedia contributors" in fields.get("author", ""):
        del fields["author"]


def _drop_document_type(fields: Fields) -> None:
    """Drop a type of databases, which the entry type says already."""
    if not read_genre(plain_tex(fields["type"])):
        del fields["type"]


def _drop_prepublished(fields: Fields) -> None:
    if fields["pubstate"].strip("{} ").lower() == "prepublished":
        del fields["pubstate"]


def _name_container(fields: Fields) -> None:
    if "volume" in fields and "pages" in fields:
        fields["booktitle"] = fields.pop("series")


def _copy(name: str, to: str) -> Callable[[Fields], None]:
    def copy(fields: Fields) -> None:
        fields[to] = fields[name]

    return copy


def _swap_full_journal(fields: Fields) -> None:
    if "journal" in fields:
        fields.setdefault("shortjournal", fields["journal"])
        fields["journal"] = fields["fjournal"]


def _drop_if_unknown(name: str) -> Callable[[Fields], None]:
    def drop(fields: Fields) -> None:
        if _UNKNOWN.fullmatch(fields[name]):
            del fields[name]

    return drop


def _read_page_count(fields: Fields) -> None:
    if _PAGE_COUNT.fullmatch(fields["pages"]):
        fields["pagetotal"] = fields.pop("pages")


def _drop_type_of_scopus(fields: Fields) -> None:
    """Drop Scopus' type of document, such as "Review" or "Conference paper"."""
    if fields.get("source", "").lower() == "scopus" or "publication_stage" in fields:
        del fields["type"]


#: Every habit; each sees the fields as those above it have left them.
HABITS = [
    Habit("type", _drop_type_of_scopus, "Scopus"),
    Habit("journal", _read_journal, "Google Scholar, Semantic Scholar, ADS, DBLP"),
    Habit("number", _read_number, "Scopus (month), Web of Science (special issue)"),
    Habit("volume", _read_volume, "Scopus (Springer's series)"),
    Habit("howpublished", _url_in("howpublished"), "BibTeX's styles have no `url`"),
    Habit("note", _url_in("note"), 'Wikipedia\'s "Cite this page", and people'),
    Habit(
        "eprint",
        _read_eprint,
        "Wiley, Taylor & Francis, SAGE (the URL of the PDF)",
        unless="eprinttype",
    ),
    Habit("booktitle", _drop_edition, "ScienceDirect"),
    Habit("booktitle", _read_chapter, "ScienceDirect", unless="chapter"),
    Habit(
        "publisher",
        _separate_place,
        "library catalogues (ISBD, 4.2)",
        unless="address",
    ),
    Habit(
        "note",
        _read_r_package,
        "R's `citation()`",
        kinds=frozenset(["manual"]),
        unless="version",
    ),
    Habit(
        "title",
        _read_wikipedia,
        'Wikipedia\'s "Cite this page"',
        kinds=frozenset(["misc"]),
    ),
    Habit(
        "shortjournal",
        _copy("shortjournal", to="journal"),
        unless="journal",
    ),
    Habit(
        "shortseries",
        _copy("shortseries", to="series"),
        unless="series",
    ),
    Habit(
        "type",
        _drop_document_type,
        "Scopus",
        kinds=PERIODICAL | CHAPTERLIKE,
    ),
    Habit(
        "series",
        _name_container,
        "ScienceDirect (chapters of serials)",
        kinds=CHAPTERLIKE - {"inbook"},
        unless="booktitle",
    ),
    Habit(
        "pubstate",
        _drop_prepublished,
        "Better BibTeX (preprints)",
        kinds=frozenset(["misc", "online", "unpublished"]),
    ),
    Habit("eissn", _copy("eissn", to="issn"), "Web of Science", unless="issn"),
    Habit("repository", _copy("repository", to="url"), unless="url"),
    Habit("fjournal", _swap_full_journal),
    Habit("publisher", _drop_if_unknown("publisher"), "library catalogues (ISBD)"),
    Habit("address", _drop_if_unknown("address"), "library catalogues (ISBD)"),
    Habit("institution", _drop_if_unknown("institution"), "library catalogues (ISBD)"),
    Habit(
        "organization", _drop_if_unknown("organization"), "library catalogues (ISBD)"
    ),
    Habit("school", _drop_if_unknown("school"), "library catalogues (ISBD)"),
    Habit(
        "pages",
        _read_page_count,
        kinds=WHOLE,
        unless="pagetotal",
    ),
    Habit(
        "holder",
        _copy("holder", to="author"),
        kinds=frozenset(["patent"]),
        unless="author",
    ),
    Habit(
        "isrn",
        _copy("isrn", to="number"),
        kinds=frozenset(["report", "techreport"]),
        unless="number",
    ),
]
