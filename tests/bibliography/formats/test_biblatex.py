"""Entries in BibTeX, in BibLaTeX, and as they stand: what is written, what it loses,
and that pandoc reads the same.
"""

from __future__ import annotations

import json
import subprocess

import pypandoc
import pytest
from hypothesis import given as draw
from hypothesis import settings

from loccit.bibliography import Library, losses, write_sources
from loccit.bibliography.formats import bib, biblatex, bibtex
from loccit.bibliography.formats.bibtex.entry_source import in_headline_case
from loccit.bibliography.formats.bibtex.fields import VARIABLES
from loccit.model import Source
from loccit.model.csl_json import source_from_csl_json
from loccit.values.csl_types import CSL_TYPES
from tests.bibliography.described import (
    NUMBER,
    PEOPLE,
    WORDS,
    any_sources,
    changed,
    plain_sources,
)

FORMATS = {"bib": bib, "bibtex": bibtex, "biblatex": biblatex}


def read(text: str) -> Source:
    source = bibtex.read(text, "").read(0).source
    assert source
    return source


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "entry",
    [
        '@Book{a,\n\ttitle="The {New}", % mine\n author = "Doe, Jane" }',
        "@misc{a, title = {A}, groups = {mine}, file = {:a.pdf:PDF}}",
        "@article{a, title = {A}, volume = 1, doi = {10.1000/1}}",
    ],
)
def test_an_entry_that_both_have_stays_as_it_is(name: str, entry: str) -> None:
    source = read(entry)
    assert write_sources([source], name) == entry + "\n"
    assert not list(losses([source], name))


def test_conversions(given: str, expected: str) -> None:
    """All entries in BibTeX, then in BibLaTeX; what is lost is told below."""
    library = Library([bibtex.read(given, "")])
    assert write_sources(library, "bib") == given.replace("\n@", "\n\n@") + "\n"
    written = [
        *(
            write_sources(library, "bibtex"),
            *(problem.message + "\n" for problem in losses(library, "bibtex")),
        ),
        *(
            write_sources(library, "biblatex"),
            *(problem.message + "\n" for problem in losses(library, "biblatex")),
        ),
    ]
    assert "\n".join(written) == expected + "\n"


ITEMS: list[dict[str, object]] = [
    {"type": "article-journal", "container-title": "Notes & Queries", "container-title-short": "NQ", "volume": "12",
     "issue": "3", "page": "12-19", "issued": {"date-parts": [[2018, 3, 9]]}, "DOI": "10.1000/a_b", "keyword": "a, b",
     "abstract": "On 100%.", "ISSN": "1234-5678",
     "author": [{"family": "Doe", "given": "Jane"}, {"literal": "World Health Organization"}]},
    {"type": "article-magazine", "container-title": "Time"},
    {"type": "article-newspaper", "container-title": "The Times", "URL": "https://example.org/a_b?c=%20d&e~f"},
    {"type": "book", "publisher": "Barnes and Noble", "publisher-place": "New York", "edition": "2", "volume": "2",
     "collection-title": "Essays", "collection-number": "4", "ISBN": "978-1", "number-of-pages": "210",
     "author": [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}],
     "translator": [{"family": "Roe", "given": "Ada"}], "issued": {"date-parts": [[2001]]}},
    {"type": "book", "editor": [{"family": "Roe", "given": "Ada"}], "number-of-volumes": "3"},
    {"type": "chapter", "container-title": "Doors", "editor": [{"family": "Roe", "given": "Ada"}], "page": "1-9",
     "chapter-number": "4"},
    {"type": "paper-conference", "container-title": "Proceedings", "page": "1-9", "event-place": "Paris"},
    {"type": "thesis", "publisher": "UCLA", "genre": "Habilitation"},
    {"type": "report", "publisher": "NIMH", "number": "7", "genre": "White paper",
     "issued": {"date-parts": [[2001, 5]]}},
    {"type": "manuscript", "note": "Signed."},
]  # fmt: skip
#: Types that BibTeX has not.
BEYOND_BIBTEX: list[dict[str, object]] = [
    {
        "type": "webpage",
        "publisher": "NIMH",
        "URL": "https://example.org",
        "accessed": {"date-parts": [[2020, 1, 2]]},
    },
    {"type": "webpage", "URL": "https://example.org"},
    {
        "type": "motion_picture",
        "director": [{"family": "Lee", "given": "Spike"}],
        "genre": "Film",
    },
    {"type": "entry-encyclopedia", "container-title": "Britannica"},
    {"type": "dataset", "version": "1.0", "publisher": "Acme"},
    {"type": "software", "version": "1.0", "publisher": "Acme"},
    {"type": "legislation"},
    {"type": "legal_case", "volume": "347", "page": "483"},
    {"type": "patent", "number": "7"},
    {"type": "graphic"},
    {"type": "song"},
    {"type": "book", "issued": {"date-parts": [[2001], [2003]]}},
    {"type": "book", "issued": {"date-parts": [[-299]]}},
    {"type": "article-journal", "language": "en-US"},
]


@pytest.mark.parametrize(
    ("name", "item"),
    [
        *(("bibtex", item) for item in ITEMS),
        *(("biblatex", item) for item in [*ITEMS, *BEYOND_BIBTEX]),
    ],
    ids=lambda value: str(value if isinstance(value, str) else value["type"]),
)
def test_pandoc_reads_the_same(name: str, item: dict[str, object]) -> None:
    item = {"id": "doe", "title": "On doors of the <i>world</i>", **item}
    text = write_sources([source_from_csl_json(item)], name)
    command = [pypandoc.get_pandoc_path(), "-f", name, "-t", "csljson"]
    run = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    (found,) = json.loads(run.stdout)
    assert {variable: found.get(variable) for variable in item} == item


#: What the place of a publisher is in BibLaTeX: where a law is found, where a patent
#: holds.
OTHERWISE = {"legislation": "publisher-place", "patent": "publisher-place"}


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=50, deadline=None)
@draw(
    plain_sources(
        sorted(CSL_TYPES),
        {"edition": NUMBER, "editor": PEOPLE, "translator": PEOPLE, "genre": WORDS},
    )
)
def test_plain_sources_come_back(name: str, source: Source) -> None:
    expected = (
        {OTHERWISE.get(source.type)} & source.variables.keys()
        if name == "biblatex"
        else set()
    )
    assert (
        set(changed(in_headline_case(source), read(write_sources([source], name))))
        == expected
    )
    assert len(list(losses([source], name))) == len(expected)


PLAIN = Source("plain", "book", {"title": "A"}, headline=True)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=50, deadline=None)
@draw(any_sources(sorted(CSL_TYPES), sorted(VARIABLES)))
def test_whatever_a_source_holds_its_neighbours_are_read(
    name: str, source: Source
) -> None:
    file = bibtex.read(write_sources([source, PLAIN], name), "")
    last = file.read(len(file.keys) - 1).source
    assert last and (last.key, last.variables) == (PLAIN.key, PLAIN.variables)
    list(losses([source], name))
