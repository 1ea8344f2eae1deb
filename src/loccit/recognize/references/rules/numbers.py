"""Find volume, issue and pages, in the forms in which styles and people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.recognize.references.rules.draft import CERTAIN, Draft
from loccit.recognize.segments import Label
from loccit.values.date_words import is_word_of_date

_DASH = r"\s?[-‐-―−]+\s?"
#: A page, or the number of an article: 12, xii, S42, e13928, OF1, 2254.e39, 11-12.
_PAGE = r"(?:[A-Za-z]{0,5}\d+[\w.]*(?<![.])|[ivxlc]{1,7}\b)"
#: "4:1-4:13", as ACM counts the pages of an article.
_PAGES_IN_ARTICLE = rf"\d{{1,4}}:\d{{1,4}}{_DASH}\d{{1,4}}:\d{{1,4}}"
_PAGES = rf"{_PAGE}(?:{_DASH}{_PAGE})?(?:\s?ff?\b)?(?:,\s?\d+{_DASH}\d+)*"
_RANGE = rf"{_PAGE}{_DASH}{_PAGE}"
_VOLUME_WORD = (
    r"(?:\b(?:vol(?:ume)?s?|bd|band|jg|jahrgang|tome?|t|tomo|vol[uú]men|v)\b\.?\s?)"
)
_ISSUE_WORD = r"(?:\b(?:nos?|nrs?|num|number|núm|número|numéro|iss|issue|heft|h|fasc)\b\.?\s?|n[°º]\s?|#)"
_PAGES_WORD = (
    r"(?:\b(?:pp|pgs?|pages?|seiten?|págs?|paginas?|blz|art(?:icle)?(?: no| number)?)"
    r"(?:\b|(?=\d))\.?:?\s?|\b[ps](?:\.\s?|\s)(?=[A-Za-z]{0,5}\d)(?!(?:1[5-9]|20)\d\d\b(?!\s?[-–])))"
)
_VOLUME = r"(?:\d{1,4}(?:[-–/]\d{1,4})?[A-Z]?|[IVXLC]{1,8}\b)"
_ISSUE = r"(?:\w{1,8}(?:[-–/&+]\w{1,8})?)"
_BRACKETED_ISSUE = (
    r"(?!pp?\.)(?:(?:Suppl|Supplement|Spec|Special|Part|Pt|S)[^()\0]{0,20}"
    r"|[\w.]{1,8}(?:[-–/&,+ ]{1,3}\w{1,8})?)"
)

_PATTERNS = [
    # 24(2), 116–128 | 24 (2): 116 | 24(2) | vol. 24(2) | 24(Suppl 2), S42
    regex(
        rf"{_VOLUME_WORD}?(?<![\w.–-])(?P<volume>{_VOLUME})\s?\(\s?{_ISSUE_WORD}?(?P<issue>(?!(?:1[5-9]|20)\d\d\)){_BRACKETED_ISSUE})\)"
        rf"(?:[\s,:;.\0]{{1,3}}{_PAGES_WORD}?(?P<pages>{_PAGES})(?![\w(]))?",
        re.IGNORECASE,
    ),
    # vol. 7 no. 1, pp. 1-43 | vol. 44, no. 3 | Volume 74, Issue 4
    regex(
        rf"{_VOLUME_WORD}(?P<volume>{_VOLUME})[\s,;:(.]{{1,4}}{_ISSUE_WORD}(?P<issue>{_ISSUE})\)?(?=[\s,;:.\0)]|$)",
        re.IGNORECASE,
    ),
    # 24, no. 2
    regex(
        rf"(?<![\w.–-])(?P<volume>\d{{1,4}})[\s,;:]{{1,3}}{_ISSUE_WORD}(?P<issue>{_ISSUE})(?=[\s,;:.(\0]|$)",
        re.IGNORECASE,
    ),
    # vol. 3, pp. 12–14 | Bd. 3; "Volume 3: Sorting" belongs to a title
    regex(
        rf"{_VOLUME_WORD}(?<![\w-])(?P<volume>{_VOLUME})(?=[\s,;:.)\0]|$)(?!:\s(?-i:[A-ZÀ-Þ])\w{{3}})",
        re.IGNORECASE,
    ),
]
_PAGES_WITH_WORD = regex(
    rf"{_PAGES_WORD}(?P<pages>{_PAGES})(?![\w])[)\]]?", re.IGNORECASE
)
_ARTICLE_WITH_PAGES = regex(
    rf"(?:{_PAGES_WORD})?(?<![\w:])(?P<pages>{_PAGES_IN_ARTICLE})(?![\w:])",
    re.IGNORECASE,
)
#: "Subjectivity 12: 1, pp. 27–48".
_ISSUE_AFTER_COLON = regex(
    rf"(?<=\w\s)(?P<volume>\d{{1,3}})\s?:\s?(?P<issue>\d{{1,2}}),\s{_PAGES_WORD}(?P<pages>{_PAGES})",
    re.IGNORECASE,
)
#: A number after it is no volume: "24, no. 2 (May 2017)".
_AFTER_ISSUE_WORD = regex(rf"{_ISSUE_WORD}$", re.IGNORECASE)
_ISSUE_WITH_WORD = regex(
    rf"(?<=[\s,(]){_ISSUE_WORD}(?P<issue>\d[\w/–-]*)(?=[\s,;:.)\0]|$)", re.IGNORECASE
)
#: What follows the name of a journal without a word: "24:288–308", "120, e2311219120",
#: "7.3 (2001): 12-40"; a year is not a volume there.
_PLAIN_VOLUME = (
    r"(?<![\w.–-])(?P<volume>(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:[-–/]\d{1,4})?)"
)
_PLAIN = [
    regex(
        rf"{_PLAIN_VOLUME}[./](?P<issue>\d{{1,3}})(?=\s?[(\0][^()]{{0,20}}\)?\s?[:,]\s?\d)"
    ),
    regex(
        rf"{_PLAIN_VOLUME}\s?:\s?{_PAGES_WORD}?(?P<pages>{_PAGES})(?=[\s,;.\0()]|$)",
        re.IGNORECASE,
    ),
    regex(
        rf"(?<=\s){_PLAIN_VOLUME}[,.]\s{_PAGES_WORD}?(?P<pages>{_PAGES})(?=[\s,;.\0()]|$)",
        re.IGNORECASE,
    ),
]
#: "Cell, 14, p. 100234".
_BEFORE_PAGES = regex(rf"(?<=\s){_PLAIN_VOLUME}[,.:]\s?(?=\0)")
#: "24, no. 2 (1999): 12–15".
_AFTER_YEAR = regex(
    rf"(?:(?<=\d{{4}}\))|(?<=\d{{4}}))\s?:\s?{_PAGES_WORD}?(?P<pages>{_PAGES})(?=[\s,;.\0]|$)",
    re.IGNORECASE,
)
#: "Europe, 1789-1848" has no pages.
_YEARS = rf"(?:1[4-9]|20)\d\d{_DASH}(?:1[4-9]|20)\d\d\b"
#: Pages without a word: "edited by Doe, 206–228."
_LONE_RANGE = regex(
    rf"[,:]\s(?!{_YEARS})(?P<pages>{_RANGE})(?=[,.;:\s\0)]*(?:$|\0)|\. [A-Z])",
    re.IGNORECASE,
)
#: The number right after a title in italics, at the end.
_LONE_VOLUME = regex(r"[\s,]*(?P<volume>\d{1,4})(?=[.,]?\s*(?:$|\0)|, to appear)")
_YEAR = regex(r"(?<![\w–-])(?:1[5-9]|20)\d\d(?![\w–-])")
#: The page that a note cites of a book: "(London: Verso, 2003), p. 42".
_CITED_PAGE = regex(
    r"\([^()\0]{2,80}(?:1[5-9]|20)\d\d\),?\s(?P<other>(?:pp?\.\s?)?\d+(?:[-–]\d+)?)(?=[.\s]*$)"
)
_QUOTE = regex(r"[“\"‘«„]|(?<=[\s(])'")
_NO_WORD = regex(r"\W")
_WIDEST_ISSUE = 6
#: No word that announces an issue is longer, with the space after it.
_LONGEST_WORD = 8
#: How sure forms are besides "24(2), 116–128".
_USUAL = 0.9


def find_numbers(draft: Draft) -> None:
    """Label the volume, the issue and the pages of a reference.

    The last place counts that looks like them: what is before may be a title.
    """
    if not draft.first("pages"):
        _label_first_of(draft, [_ARTICLE_WITH_PAGES], CERTAIN)
    if not draft.first("volume"):
        _label_first_of(draft, [_ISSUE_AFTER_COLON, *_PATTERNS[:1]], CERTAIN)
    if not draft.first("volume"):
        _label_first_of(draft, _PATTERNS[1:])
    cited = None if draft.first("volume") else _CITED_PAGE.search(draft.free)
    if cited and not _QUOTE.search(draft.text):
        draft.label("other", *cited.span("other"))
    if not draft.first("pages"):
        _label_first_of(draft, [_PAGES_WITH_WORD], CERTAIN)
    if not draft.first("volume"):
        _label_first_of(draft, [_BEFORE_PAGES] if draft.first("pages") else _PLAIN)
    if not draft.first("volume"):
        _label_lone_volume(draft)
    if not draft.first("pages"):
        _label_first_of(draft, [_AFTER_YEAR, _LONE_RANGE])


def _label_first_of(
    draft: Draft, patterns: Sequence[re.Pattern[str]], probability: float = _USUAL
) -> None:
    for pattern in patterns:
        if found := _last(pattern, draft):
            _label(draft, found, probability)
            return


def _last(pattern: re.Pattern[str], draft: Draft) -> re.Match[str] | None:
    found = [each for each in pattern.finditer(draft.free) if not _is_issue(each)]
    return found[-1] if found else None


def _is_issue(found: re.Match[str]) -> bool:
    """Return whether the volume of a match is an issue: "no. 2 (May 2017)"."""
    if not found.groupdict().get("volume"):
        return False
    start = found.start("volume")
    before = found.string[max(0, start - _LONGEST_WORD) : start]
    return _AFTER_ISSUE_WORD.search(before) is not None


def _label(draft: Draft, found: re.Match[str], probability: float) -> None:
    """Label the groups of a match: a wide range in the place of an issue is pages, and
    a month there, as Chicago has it, is no issue.
    """
    groups = found.groupdict()
    issue, pages = groups.get("issue") or "", groups.get("pages") or ""
    if _YEAR.fullmatch(pages) and len(_YEAR.findall(draft.free)) == 1:
        _label_only(draft, found, ("volume", "issue"), probability)
        return  # "Seas 8(3), 2000"
    word = _NO_WORD.split(issue)[0]
    if word and not word.isdecimal() and is_word_of_date(word):
        _label_only(draft, found, ("volume", "pages"), probability)
    elif not groups.get("pages") and _is_wide(issue):
        draft.label("volume", *found.span("volume"), probability)
        draft.label("pages", *found.span("issue"), probability)
        draft.take(*found.span())
    else:
        draft.label_groups(found, probability)


def _label_only(
    draft: Draft, found: re.Match[str], labels: Sequence[Label], probability: float
) -> None:
    for label in labels:
        if found.groupdict().get(label):
            draft.label(label, *found.span(label), probability)


def _is_wide(issue: str) -> bool:
    """Return whether an issue has the numbers of pages: "99-108"."""
    first, _, last = issue.replace("–", "-").partition("-")
    are_numbers = first.isdecimal() and last.isdecimal()
    return are_numbers and int(last) - int(first) > _WIDEST_ISSUE


def _label_lone_volume(draft: Draft) -> None:
    for mark in draft.marks:
        if mark.kind == "emphasis" and (
            found := _LONE_VOLUME.match(draft.free, mark.end)
        ):
            draft.label_groups(found)
            return
