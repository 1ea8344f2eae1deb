"""Citavi's sources as CSL-JSON."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.essays.live_citations.live_citation import Record
from loccit.essays.live_citations.programs.citavi.objects import Objects
from loccit.essays.live_citations.records import record_of_source
from loccit.essays.live_citations.values import text_at
from loccit.model import Name, Value
from loccit.values.dates import read_date

#: All others are documents.
_TYPES = {
    "ArchiveMaterial": "document",
    "AudioBook": "song",
    "AudioOrVideoDocument": "motion_picture",
    "Book": "book",
    "BookEdited": "book",
    "Broadcast": "broadcast",
    "CollectedWorks": "book",
    "ComputerProgram": "software",
    "ConferenceProceedings": "book",
    "Contribution": "chapter",
    "ContributionInLegalCommentary": "chapter",
    "CourtDecision": "legal_case",
    "InternetDocument": "webpage",
    "InterviewMaterial": "interview",
    "JournalArticle": "article-journal",
    "Lecture": "speech",
    "LegalCommentary": "book",
    "Manuscript": "manuscript",
    "Map": "map",
    "Movie": "motion_picture",
    "MusicAlbum": "song",
    "MusicTrack": "song",
    "NewsAgencyReport": "article-newspaper",
    "NewspaperArticle": "article-newspaper",
    "Patent": "patent",
    "PersonalCommunication": "personal_communication",
    "PressRelease": "article",
    "RadioPlay": "broadcast",
    "SpecialIssue": "periodical",
    "Standard": "standard",
    "StatuteOrRegulation": "legislation",
    "Thesis": "thesis",
    "UnpublishedWork": "manuscript",
}
#: Members of a source that are a variable of CSL.
_VARIABLES = {
    "Volume": "volume",
    "Number": "issue",
    "Edition": "edition",
    "PlaceOfPublication": "publisher-place",
    "Isbn": "ISBN",
    "OnlineAddress": "URL",
    "LanguageCode": "language",
    "PubMedId": "PMID",
}
_ROLES = {"Authors": "author", "Editors": "editor", "Translators": "translator"}
#: The first and the last page of a range, in the XML of a `PageRange`.
_ENDS = regex(r"<(sp|ep)>.{0,2000}?</\1>", re.DOTALL)
#: The pages as they were typed (`os`, original string), or as Citavi prints them.
_PAGES = regex(r"<(os|ps)>([^<]*)</\1>")


def record_of(entry: Mapping[str, object], objects: Objects) -> Record:
    """Return the record of the source that an entry of a citation is about."""
    source = objects.first(entry, "Reference")
    id_ = text_at(entry, "ReferenceId") or text_at(source, "Id")
    type_ = _TYPES.get(text_at(source, "ReferenceType", "ReferenceTypeId"), "document")
    record = record_of_source(id_, type_ if source else "", _variables(source, objects))
    return record._replace(uris=(f"citavi:{id_}",) if id_ else ())


def _variables(
    source: Mapping[str, object], objects: Objects
) -> dict[str, Value | None]:
    parent = objects.first(source, "ParentReference")
    # A contribution has the year and the publisher of its book.
    variables: dict[str, Value | None] = {
        variable: text_at(source, name) or text_at(parent, name)
        for name, variable in _VARIABLES.items()
    }
    variables["DOI"] = text_at(source, "Doi")
    variables["title"] = _title(source)
    for name, variable in _ROLES.items():
        variables[variable] = _people(source, name, objects)
    variables["editor"] = variables["editor"] or _people(parent, "Editors", objects)
    variables["container-title"] = _container(source, parent, objects)
    variables["collection-title"] = _name_at(source, "SeriesTitle", objects)
    publisher = _publisher(source, objects) or _publisher(parent, objects)
    variables["publisher"] = publisher
    variables["issued"] = read_date(_year(source) or _year(parent))
    variables["accessed"] = read_date(text_at(source, "AccessDate"))
    variables["page"] = pages_of(source.get("PageRange"))
    variables["citation-key"] = text_at(source, "CitationKey", "BibTeXKey")
    return variables


def pages_of(range_: object) -> str:
    """Return the pages of a range, which is an object, XML, or the pages themselves."""
    if isinstance(range_, Mapping):
        return text_at(range_, "OriginalString", "PrettyString").strip()
    if not isinstance(range_, str) or "<" not in range_:
        return range_.strip() if isinstance(range_, str) else ""
    found = _PAGES.search(_ENDS.sub("", range_)) or _PAGES.search(range_)
    return html.unescape(found[2]).strip() if found else ""


def _title(source: Mapping[str, object]) -> str:
    """Return title and subtitle."""
    title, subtitle = text_at(source, "Title"), text_at(source, "Subtitle")
    return f"{title}: {subtitle}" if title and subtitle else title


def _people(
    source: Mapping[str, object], name: str, objects: Objects
) -> tuple[Name, ...]:
    people = objects.all(source, name)
    return tuple(map(_name, filter(lambda person: text_at(person, "LastName"), people)))


def _name(person: Mapping[str, object]) -> Name:
    """Return the name of a person; a group has only a last name."""
    family = text_at(person, "LastName")
    given = " ".join(
        filter(None, (text_at(person, "FirstName"), text_at(person, "MiddleName")))
    )
    if not given:
        return Name(literal=family)
    return Name(
        family,
        given,
        suffix=text_at(person, "Suffix"),
        non_dropping_particle=text_at(person, "Prefix"),
    )


def _container(
    source: Mapping[str, object], parent: Mapping[str, object], objects: Objects
) -> str:
    return _name_at(source, "Periodical", objects) or _title(parent)


def _publisher(source: Mapping[str, object], objects: Objects) -> str:
    """Return the first publisher; of a thesis, the university."""
    publishers = objects.all(source, "Publishers")
    if publishers:
        return text_at(publishers[0], "Name")
    if text_at(source, "ReferenceType") != "Thesis":
        return ""
    groups = objects.all(source, "Organizations")
    return text_at(groups[0], "LastName", "Name") if groups else ""


def _name_at(parent: Mapping[str, object], name: str, objects: Objects) -> str:
    return text_at(objects.first(parent, name), "Name")


def _year(source: Mapping[str, object]) -> str:
    return text_at(source, "Date", "Year", "YearResolved")
