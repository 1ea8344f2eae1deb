"""The meaning of the findings of `loccit verify`, which `loccit explain` prints.

It is not in `verify_sources/`, which takes a second to import.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_EXPLANATIONS = {
    "concern": "The publisher has expressed a concern about the work: something in it may "
    "be wrong, and is being looked into. Read the notice before you rely on the work.",
    "different-data": "Your source and the record of a service differ in this variable. "
    "Services make mistakes, too: look at the work itself. `--fix --unsafe-fixes` takes "
    "what the service has.",
    "missing-data": "A service knows more of the work than your source says. `--fix` adds "
    "it, if nothing else differs.",
    "not-asked": "A service did not answer in time, refused, or is out of reach, so nothing "
    "is known of the work. Run the command again later; what was answered is kept.",
    "not-found": "All services that were asked answered, and none has a work with such a "
    "title, first author and year. That proves nothing: most chapters, reports and old "
    "books are in none of them, and neither is a work whose title is mistyped. Look for it "
    "in a library's catalog, or where you found it.",
    "not-searched": "No service lists works of this kind, such as web pages, films and "
    "laws; or the source lacks a title or an author to search for.",
    "notice": "The work is itself a notice about another one: of its retraction or "
    "correction. Cite the work that you mean.",
    "other-work": "The identifier is of another work: neither the title agrees, nor the "
    "first author and the year. Somebody may have copied it from the line above, or the "
    "reference may never have been looked at. Find the work, and take its identifier from "
    "there.",
    "preprint": "A service has a preprint with such a title and author, and no other record. "
    "Nobody knows whether journal, volume and pages are right: look for the published work.",
    "published": "The preprint was published elsewhere. Cite what you have read; APA wants "
    "the published version if you have read that (section 10.8).",
    "reinstated": "The work was retracted, and the retraction was taken back.",
    "retracted": "The work was retracted, withdrawn or removed: its publisher or authors no "
    "longer stand by it. Don't rely on it. If you write about the retraction, cite the "
    "work as retracted (APA 7, section 10.1).",
    "similar-works": "Works with such a title were found, but none is certainly yours: they "
    "are by other authors, of another year, or too much alike. Compare them.",
    "unknown-identifier": "No service knows the identifier. It may be mistyped, too new, "
    "or of an agency that does not share its records.",
    "updated": "A correction or an erratum to the work was published. Check that what you "
    "cite from it still holds.",
}

#: What each finding means, and what to do.
EXPLANATIONS: Mapping[str, str] = MappingProxyType(_EXPLANATIONS)
