"""The reasons for what was recognized, by their codes: what `loccit explain` prints and
docs/reasons.md lists.

A test reads every `Reason` in this room, and fails if one is missing here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: What each reason means, and what it does to the confidence, where that is not obvious.
_OF_NAMES = {
    "same-name": "The surname is the same, whatever its accents, letter case, hyphens, "
    "particles, and letters that are written as two (ü and ue).",
    "same-full-name": "The surname is the same, and so is the given name or its initial.",
    "same-group": "The group is the same: its name, or the acronym of its words.",
    "defined-acronym": "The essay says what the acronym stands for, as in “World Health "
    "Organization (WHO)”.",
    "respelt-name": "The name is written as another language writes it: Tschechow and "
    "Chekhov. Check that it is the same person.",
    "misspelt-name": "One or two letters of the name differ. Check the spelling, here and "
    "in the list.",
    "part-of-name": "Only a part of a compound surname is typed. Type all of it.",
    "beginning-of-name": "Only the beginning of a group's name is typed.",
    "given-name": "The given name is typed instead of the surname.",
    "other-given-name": "The surname is the same, but the given name or its initial is "
    "another one: somebody else.",
    "later-author": "The name is that of an author who is not the first one. Citations "
    "name the first author.",
    "other-name": "The first author has another name: probably another work.",
    "other-order": "The authors are the same, in another order than there.",
    "name-in-entry": "The name is in the text of the entry, whose authors could not be "
    "read with certainty.",
    "words-before-name": "A word that is not a name is typed before the name.",
    "no-name-in-list": "The entry names no author.",
    "publisher-as-author": "The work names no author, and the publisher or the site is "
    "typed instead.",
    "same-coauthor": "A further author is the same.",
    "coauthor-not-listed": "The list ends with “et al.” before this author, so it does not "
    "say whether the author is one of them.",
    "other-coauthor": "A further author is another one: probably another work.",
    "more-authors": "“et al.” is typed, and the work has more authors than are typed.",
    "et-al-of-two": "“et al.” is typed for a single further author. Most styles name two "
    "authors.",
    "no-more-authors": "“et al.” is typed, but the work has no further authors.",
    "missing-et-al": "The work has further authors, and “et al.” is missing.",
}
_OF_YEARS = {
    "same-year": "The year is the same; for a reprint, one of its years.",
    "other-year": "The year is another one. Check it: a year that is off by one or two is "
    "usually a mistake, any other is another work.",
    "year-in-entry": "The year is in the entry, but not as the year of the work: of a "
    "reprint, of the day when a page was read.",
    "no-year-in-list": "The list does not say the year.",
    "both-undated": "The citation says that there is no date, and so does the list.",
    "dated-in-list": "The citation says that there is no date, but the list has one.",
    "undated-in-list": "The list says that there is no date.",
    "same-letter": "The letter after the year is the same.",
    "other-letter": "The letter after the year is another one: another work of that year.",
    "letter-by-order": "The list has several works of that author and year and no letters; "
    "the letter counts them in the order of the list.",
    "letter-not-listed": "The citation has a letter after the year, but the list has only "
    "one work of that author and year.",
    "letter-not-typed": "The list has a letter after the year. Type it.",
}
_OF_TITLES = {
    "same-title": "The title is the same.",
    "first-words-of-title": "The first words of the title are typed instead of an author.",
    "title-without-subtitle": "The title is the same, except that one has no subtitle.",
    "similar-title": "The titles differ in a few letters.",
    "title-in-entry": "The title is in the text of the entry, whose title could not be read "
    "with certainty.",
    "title-in-cite": "The citation has the beginning of the title beside the name.",
    "other-title-in-cite": "The citation has a title in quotation marks, another one than "
    "that of the work.",
    "title-in-sentence": "The sentence around the citation has the title of the work, or "
    "rare words of it. This decides where name and year do not.",
}
_OF_WORKS = {
    "listed": "The work is in the essay's own list.",
    "not-in-list": "The work is in the library, but not in the list that the essay has. Add "
    "it to the list, or cite a work that is listed.",
    "same-number": "The entry has that number in the list.",
    "place-in-list": "The list has no numbers; the entry is in that place.",
    "same-identifier": "DOI, PMID, PMCID or ISBN is the same.",
    "other-identifier": "The DOI is another one: a preprint, or another work.",
    "same-edition": "The edition is the same.",
    "other-edition": "The edition is another one, and its pages differ.",
    "unknown-edition": "Only one of the two says which edition it is.",
    "year-of-edition": "The list does not say which edition it has; the library has one of "
    "the year in the citation.",
    "part-or-whole": "One is a chapter or an article, the other a whole work.",
    "same-container": "It is in the same journal or book.",
    "other-container": "It is in another journal or book: a reprint, or another work.",
    "same-page": "It begins on the same page.",
}
_OF_PLACES = {
    "named-before": "The citation has no name; it is of the work that is cited before it "
    "in the paragraph.",
    "named-in-text": "The citation has no name; an author of the work is named before it.",
    "cited-most": "The citation has no name, and nothing is named before it in the "
    "paragraph; the essay has cited pages of this work more often than of any other. "
    "Check it.",
    "cite-before": "“ibid.” is of the work of the citation before.",
    "cited-before": "Several works are by that author; this one was cited last.",
}
_FOR_CITATIONS = {
    "listed-work": "The list or the library has a work of that name and year.",
    "listed-near": "The list or the library has that name, and a year that is off by one "
    "or two.",
    "listed-name": "The list or the library has that name.",
    "listed-misspelt": "The list or the library has nearly that name, and the year. Check "
    "the spelling.",
    "listed-title": "A title of the list is directly before the year.",
    "cited-before": "A possessive is before the year, of a name that the essay surely "
    "cites: “Doe’s Weather Map (2001)”.",
    "listed-before": "A name of the list is before the year in the sentence, and its work "
    "is of that year.",
    "numbered": "The list has an entry of that number.",
    "cited-elsewhere": "A sure citation has that name elsewhere.",
    "named-in-sentence": "The text before the brackets has the name.",
    "after-name": "A name is before the number.",
    "labelled": "A word says that the number is a page.",
    "quotation-near": "A quotation is in the sentence.",
    "has-et-al": "It has “et al.”, which only citations have.",
    "joined-names": "It joins several names.",
    "several-works": "It has several works.",
    "located": "A page or the like follows the year.",
    "undated": "It says that there is no year, or none yet: “n.d.”, “in press”.",
    "year-letter": "A letter follows the year.",
    "personal": "It says that it is a personal communication.",
    "reports": "The sentence says what the names write: “Doe (2001) argues”.",
    "signal": "A word that introduces a source is before it: “see”, “cf.”.",
    "linked": "It is the text of a link; one to a publication proves more.",
    "attributes": "The sentence gives the names credit: “according to Doe (2001)”.",
    "begins": "A paragraph begins with it.",
    "beside": "A sure citation is beside it.",
    "own-form": "The essay cites in that form elsewhere.",
    "own-pages": "The essay has pages alone elsewhere.",
    "roman": "The number is a roman one, as in a preface.",
    "quotation": "A quotation is before it.",
    "after-title": "A title or a quotation is before it.",
    "after-sentence": "A sentence ends before it.",
    "ends": "A clause ends with it.",
    "work-before": "A work is named before it, in its paragraph or section.",
}
_AGAINST_CITATIONS = {
    "unlisted": "No work of the list or the library has such a name. Add the work, or "
    "check the spelling.",
    "no-list": "No list says whose name it is.",
    "no-work": "No work is named before the page.",
    "named-elsewhere": "No work is named before the page in its section.",
    "label": "The word is of a part of a document, or is counted: “Figure 3”.",
    "date": "It is a date.",
    "event": "It is an event, a law, a film or the like, with its year.",
    "place": "The word is a place, a people or the like.",
    "publisher": "It is a publisher, or a place and its publisher.",
    "given-names": "The names are first names: “Thelma and Louise”.",
    "owned": "A possessive is before the name: it is what somebody made, as in “Picasso’s "
    "Guernica (1937)”.",
    "common-word": "The name is a common word.",
    "abbreviations": "It has nothing but abbreviations.",
    "digits": "The name has digits.",
    "short-title": "The words are a short title, no person and no group.",
    "in-title": "It is within a title.",
    "exact-date": "It has a day, as dates of events have.",
    "time": "The year says when something was.",
    "issue": "The volume or the issue of a journal is before the year.",
    "court-case": "It is a case of a court.",
    "after-italics": "A title in italics is before the brackets.",
    "other-punctuation": "Other citations have a comma before the year and this one has "
    "none, or the other way round.",
    "abbreviation": "The name is an abbreviation.",
    "definition": "It says how the words before it are abbreviated.",
    "inside-longer-name": "The name goes on before it: “Treaty of Versailles (1919)”.",
    "article": "An article is before the name.",
    "no-text": "The sentence says that it is a film, a novel or the like.",
    "italics": "A title in italics is before the year.",
    "adjective": "The year is of something else, or the name is the label of a row.",
    "picture": "It says who made a picture.",
    "running-text": "The brackets have running text.",
    "range-of-years": "It is a range of years, as of a life or a war.",
    "life": "The years are of a life, a reign or the like.",
    "unlikely-year": "Hardly a work is of that year.",
    "entry": "It is the beginning of an entry of a list.",
    "counted": "The number counts something else: “model (2)”.",
    "enumerated": "The numbers in brackets count up.",
    "attached": "The brackets are attached to a word, as in “f(2)”.",
    "power": "The number is a power, an index or the like.",
    "mark-of-note": "It begins a paragraph, as the mark of a note does.",
    "numbered-list": "The list is numbered, so that numbers are its entries, not pages.",
    "no-numbered-list": "The list is not numbered.",
    "no-such-number": "The list has no entry of that number.",
    "other-form": "The essay cites in another form.",
}

#: The page of each reason.
REASONS: Mapping[str, str] = MappingProxyType(
    {
        **_OF_NAMES,
        **_OF_YEARS,
        **_OF_TITLES,
        **_OF_WORKS,
        **_OF_PLACES,
        **_FOR_CITATIONS,
        **_AGAINST_CITATIONS,
    }
)
