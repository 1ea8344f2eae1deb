"""Institutions: universities, ministries, associations, courts."""

from __future__ import annotations

from loccit.csl.text.sentence_case.words import (
    Pattern,
    Word,
    after,
    capitals_before,
    capitals_from,
    is_text,
    lines,
)
from loccit.values.letter_case.small_words import SMALL_WORDS

_OF = lines("of for")
_ARTICLES = lines("a an A An")

#: What has its subject after "of", and is then a name whatever that is.
_OF_SUBJECT = lines("""
    Academy Bureau Department Faculty Institute Institutes Ministry Museum Office
    University
""")
_FOR_SUBJECT = lines("Center Centers Centre Centres")
_FOR = lines("for")
#: What has the name of a place or a person before it.
_AFTER_NAME = lines("""
    Abbey Academy Cathedral Chapel Clinic College Foundation Gallery Hospital Institute
    Laboratory Library Museum Orchestra Palace Press Prison School Seminary Theater
    Theatre University
""")
#: What goes between: "the Harvard Business School", "Ohio State University".
_BETWEEN = lines("""
    Art Business Catholic Community Divinity Graduate Law Medical Memorial National Polytechnic
    Public Research State Technical
""")
#: How names of associations begin, and end.
_NATION = lines("""
    American Australian British Canadian European Federal French German Indian
    International Irish Italian Japanese Latin National Pan Royal Scottish World
""")
_ASSOCIATION = lines("""
    Academy Agency Assembly Association Authority Bank Board Bureau Commission Committee
    Congress Corps Council Court Endowment Federation Foundation Fund Gallery Institute
    Institutes League Ministry Museum Observatory Organisation Organization Parliament
    Party Society Union
""")
_LONGEST_ASSOCIATION = 6
#: Projects that have names of three or more words.
_STUDIES = lines("Experiment Initiative Program Programme Project Study Trial")
_SURVEYS = lines("Census Poll Survey Surveys")
#: How names of surveys begin, beside nations.
_BEGINS_SURVEY = lines(
    "Community Current General Household Labor Labour National World"
)
#: What goes on with the name of a survey: "National Comorbidity Survey Replication".
_PARTS_OF_SURVEY = lines("Replication Supplement")
_AND_OF = lines("and for in of on the")
_FEWEST_WORDS = 2
_THE = lines("the The")
_VERSUS = lines("v")
_INSIDE_PARTY = lines("of for in")
#: Peoples have many universities.
_OF_PEOPLES = ("an", "ese", "ish")


def of_subject(word: Word) -> list[Word]:
    """Return an institution with its subject: "the Department of Veterans Affairs"."""
    is_center = word.text in _FOR_SUBJECT and is_text(word.next, _FOR)
    is_institution = word.text in _OF_SUBJECT and is_text(word.next, _OF)
    if not is_center and not is_institution:
        return []
    subject = capitals_from(word.next.next if word.next else None)
    return [word, *subject] if subject else []


def after_name(word: Word) -> list[Word]:
    """Return an institution after its name: "Columbia University"."""
    between: list[Word] = []
    name = word.previous
    while name is not None and name.text in _BETWEEN:
        between.append(name)
        name = name.previous
    if name is None or not name.is_name or name.text.endswith(_OF_PEOPLES):
        return []
    return [word, *between]


def study(word: Word) -> list[Word]:
    """Return a study with its place and subject: "the Framingham Heart Study"."""
    name = capitals_before(word)
    if len(name) < _FEWEST_WORDS:
        return []
    if not name[0].is_name or name[0].text.endswith(_OF_PEOPLES):
        return []
    return [*name, word] if is_text(name[0].previous, _THE) else []


def survey(word: Word) -> list[Word]:
    """Return a survey that is repeated: "the General Social Survey"."""
    before = capitals_before(word)
    if len(before) < _FEWEST_WORDS:
        return []
    first = before[0].text
    if first not in _BEGINS_SURVEY and first not in _NATION:
        return []
    if is_text(before[0].previous, _ARTICLES):
        return []
    following = word.next
    if following is not None and following.text in _PARTS_OF_SURVEY:
        return [*before, word, following]
    return [*before, word]


def with_acronym(word: Word) -> list[Word]:
    """Return a study before its acronym: "The Health and Retirement Study (HRS)".

    What is no study has one as well: "Event-Related Potentials (ERP)".
    """
    if word.number + 1 == len(word.title):
        return []
    acronym = word.title[word.number + 1].text
    name = [word]
    before = word.previous
    while before is not None and (before.has_capital or before.text in _AND_OF):
        name.insert(0, before)
        if _initials(name) == acronym:
            return [each for each in name if each.has_capital]
        before = before.previous
    return []


def _initials(name: list[Word]) -> str:
    return "".join([word.text[0] for word in name if word.has_capital])


def association(word: Word) -> list[Word]:
    """Return an association of a nation: "the National Science Foundation"."""
    before = capitals_before(word)[-_LONGEST_ASSOCIATION:]
    begins = [number for number, each in enumerate(before) if each.text in _NATION]
    # "A National Committee" is no name, nor is "the International Union".
    if not begins or begins[0] == len(before) - 1:
        return []
    name = before[begins[0] :]
    if is_text(name[0].previous, _ARTICLES):
        return []
    return [*name, word, *_rest(word)]


def _rest(word: Word) -> list[Word]:
    """Return what follows: "the National Institutes of Health"."""
    rest: list[Word] = []
    if is_text(word.next, _OF):
        rest = [each for each in after(word, 2) if each.has_capital]
    return rest


def of_nation(word: Word) -> list[Word]:
    """Return "the National Institutes of Health", "the American Society for Testing"."""
    following = word.next
    if (
        following is None
        or following.text not in _ASSOCIATION
        or not is_text(following.next, _OF)
    ):
        return []
    if is_text(word.previous, _ARTICLES):
        return []
    subject = capitals_from(following.next.next if following.next else None)
    return [word, following, *subject] if subject else []


def court_case(word: Word) -> list[Word]:
    """Return the parties of a case: "Brown v. Board of Education"."""
    title = word.title
    before = title[word.number - 1] if word.number else word
    after_it = title[word.number + 1] if word.number + 1 < len(title) else word
    return [
        *capitals_before(before),
        before,
        *_capitals_and_small_words(after_it),
    ]


def _capitals_and_small_words(word: Word | None) -> list[Word]:
    """Return capital words with the small words inside them: "Board of Education"."""
    found: list[Word] = []
    while word is not None and _is_inside_party(word):
        found.append(word)
        word = word.next
    return found


def _is_inside_party(word: Word) -> bool:
    if word.text in _INSIDE_PARTY:
        return True
    return word.has_capital and word.text.lower() not in SMALL_WORDS


PATTERNS: list[Pattern] = [
    Pattern(of_subject, _OF_SUBJECT | _FOR_SUBJECT),
    Pattern(after_name, _AFTER_NAME),
    Pattern(study, _STUDIES),
    Pattern(association, _ASSOCIATION),
    Pattern(of_nation, _NATION),
    Pattern(court_case, _VERSUS),
    Pattern(survey, _SURVEYS),
    Pattern(with_acronym, _STUDIES | _SURVEYS),
]
