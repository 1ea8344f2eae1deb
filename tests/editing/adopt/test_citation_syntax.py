"""A typed citation in the citation syntax, in every way to type one."""

from __future__ import annotations

import pytest

from loccit.editing.adopt.citation_syntax import citations_by_key
from loccit.editing.adopt.plan import CitationPlan, CitePlan
from loccit.essays.syntax.written import written
from loccit.model import Locator, Name, Place, Source, Span
from loccit.recognize import TypedCitation, TypedCite, TypedMode

SOURCES = {
    "doe2001": Source("doe2001", "book", {"author": (Name("Doe", "Jane"),)}),
    "doe 2001": Source("doe 2001", "book", {"author": (Name("Doe", "Jane"),)}),
    "who2016": Source(
        "who2016", "report", {"author": (Name(literal="World Health Organization"),)}
    ),
}


def plan(
    mode: TypedMode, text: str, *cites: CitePlan, possessive: str = ""
) -> CitationPlan:
    typed = TypedCitation(
        mode,
        tuple(each.cite for each in cites),
        text,
        Span(0, len(text)),
        "",
        0,
        0,
        len(text),
        possessive,
    )
    return CitationPlan("c1", typed, Place("a.md", 1, 1), "adopted", cites)


def cite(
    key: str = "doe2001", page: str = "", label: str = "page", **more: str
) -> CitePlan:
    locator = Locator(label, page) if page else None
    names = (more.pop("name"),) if "name" in more else ()
    typed = TypedCite(names=names, locator=locator, **more)  # type: ignore[arg-type]  # all are text
    return CitePlan("c1", typed, "adopted", key or None, key=key)


def secondary(key: str, prefix: str = "") -> CitePlan:
    return CitePlan(
        "c2", TypedCite(prefix=prefix, secondary=True), "adopted", key, key=key
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (plan("parenthetical", "(Doe, 2001)", cite()), "[@doe2001]"),
        (plan("parenthetical", "(Doe, 2001)", cite("doe 2001")), "[@{doe 2001}]"),
        (plan("parenthetical", "", cite(page="46-47")), "[@doe2001, pp. 46-47]"),
        (plan("parenthetical", "", cite(page="46")), "[@doe2001, p. 46]"),
        (plan("parenthetical", "", cite(page="3, 7")), "[@doe2001, pp. 3, 7]"),
        (
            plan("parenthetical", "", cite(page="3", label="chapter")),
            "[@doe2001, chap. 3]",
        ),
        (
            plan("parenthetical", "", cite(page="4", label="paragraph")),
            "[@doe2001, para. 4]",
        ),
        (
            plan("parenthetical", "", cite(page="3", after="emphasis added")),
            "[@doe2001, p. 3, emphasis added]",
        ),
        (
            plan("parenthetical", "", cite(prefix="see"), cite("who2016", "3")),
            "[see @doe2001; @who2016, p. 3]",
        ),
        (
            plan(
                "parenthetical",
                "",
                cite("", name="Rabin", year="1941"),
                secondary("doe2001"),
            ),
            "[Rabin, 1941, as cited in @doe2001]",
        ),
        (
            plan(
                "parenthetical", "", cite("who2016"), secondary("doe2001", "quoted in")
            ),
            "[@who2016, quoted in @doe2001]",
        ),
        (
            plan(
                "narrative",
                "Rabin (1941, as cited in Doe, 2001)",
                cite("", name="Rabin", year="1941"),
                secondary("doe2001"),
            ),
            "Rabin [1941, as cited in @doe2001]",
        ),
        (plan("narrative", "Doe (2001)", cite()), "@doe2001"),
        (plan("narrative", "Doe (2001, p. 3)", cite(page="3")), "@doe2001 [p. 3]"),
        (
            plan("narrative", "Doe (2001; WHO, 2016)", cite(), cite("who2016")),
            "@doe2001 [; @who2016]",
        ),
        (
            plan(
                "narrative",
                "Doe (2001, p. 3; WHO, 2016)",
                cite(page="3"),
                cite("who2016"),
            ),
            "@doe2001 [p. 3; @who2016]",
        ),
        (plan("narrative", "Doe's (2001)", cite(), possessive="'s"), "@doe2001's"),
        (
            plan("narrative", "Doe's (2001, p. 3)", cite(page="3"), possessive="'s"),
            "@doe2001 [p. 3]'s",
        ),
        # What is no author's surname stays in the sentence.
        (plan("narrative", "WHO (2016)", cite("who2016")), "WHO [-@who2016]"),
        (
            plan("narrative", "Harbors (2001, p. 3)", cite(page="3")),
            "Harbors [-@doe2001, p. 3]",
        ),
        (plan("bare", "Doe 2001", cite()), "@doe2001"),
        (plan("mla", "(Doe 46)", cite(page="46")), "[@doe2001, p. 46]"),
        (plan("numeric", "[3]", cite()), "[@doe2001]"),
        (plan("numeric", "[1, 2]", cite(), cite("who2016")), "[@doe2001; @who2016]"),
        (plan("year-only", "(2001)", cite()), "[-@doe2001]"),
        (plan("year-only", "(2001, p. 3)", cite(page="3")), "[-@doe2001, p. 3]"),
        (plan("page-only", "(p. 12)", cite(page="12")), "[p. 12]"),
        (plan("name-only", "(Doe)", cite()), "[@doe2001]"),
        (plan("ibid", "(ibid., p. 3)", cite(page="3")), "[@doe2001, p. 3]"),
    ],
)
def test_citation_by_key(given: CitationPlan, expected: str) -> None:
    [first, *_] = citations_by_key(given, SOURCES.get, "en-US", False, written)
    assert first == expected


@pytest.mark.parametrize(
    ("is_named", "expected"),
    [(True, "[-@doe2001, p. 12]"), (False, "[@doe2001, p. 12]")],
)
def test_a_page_that_needs_its_source(is_named: bool, expected: str) -> None:
    given = plan("page-only", "(p. 12)", cite(page="12"))
    forms = citations_by_key(given, SOURCES.get, "en-US", is_named, written)
    assert forms[-1] == expected


def test_a_locator_in_the_language_of_the_essay() -> None:
    given = plan("parenthetical", "(Doe, 2001, S. 12)", cite(page="12"))
    forms = citations_by_key(given, SOURCES.get, "de-DE", False, written)
    assert forms == ["[@doe2001, S. 12]"]
