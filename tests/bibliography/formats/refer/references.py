"""Sources that Refer and EndNote's XML, which have the same fields, hold whole."""

from __future__ import annotations

from loccit.bibliography.formats.refer.fields import CSL_TYPES, FIELDS
from tests.bibliography.described import (
    NUMBER,
    PEOPLE,
    WORDS,
    any_sources,
    plain_sources,
)

TYPES = sorted(set(CSL_TYPES.values()))
#: What stands at the tag of one variable is another of these types: directors, the
#: court.
OTHERWISE = {"motion_picture": {"author"}, "legal_case": {"publisher"}}

PLAIN_REFERENCES = (
    plain_sources(
        ["article-journal", "article-magazine"],
        {"container-title": WORDS, "issue": NUMBER, "PMID": NUMBER},
    )
    | plain_sources(
        ["book"],
        {"editor": PEOPLE, "collection-title": WORDS, "collection-number": NUMBER},
    )
    | plain_sources(
        ["chapter", "paper-conference"], {"container-title": WORDS, "editor": PEOPLE}
    )
    | plain_sources(TYPES, {"title-short": WORDS, "call-number": WORDS})
)
ANY_REFERENCES = any_sources(
    [*TYPES, "song"], sorted({field.variable for field in FIELDS} | {"scale"})
)
