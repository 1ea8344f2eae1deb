"""Lists that loccit wrote are found again, entry for entry."""

from __future__ import annotations

import pytest

from loccit import Settings, format_essay, open_library, read_essay
from loccit.csl import load_style
from loccit.formatting.reference_list import list_title
from loccit.recognize.source_list import find_list

SOURCES: list[dict[str, object]] = [
    {
        "id": "book",
        "type": "book",
        "author": [{"family": "Doe", "given": "Jane"}],
        "title": "On it",
        "issued": "2001",
        "publisher": "Press",
        "publisher-place": "London",
    },
    {
        "id": "article",
        "type": "article-journal",
        "author": [
            {"family": "de la Cruz", "given": "María"},
            {"family": "Ström", "given": "Åke"},
        ],
        "title": "Under it: a study of [small] rooms",
        "container-title": "Journal of Rooms",
        "volume": "12",
        "issue": "3",
        "page": "45-67",
        "issued": "2012",
        "DOI": "10.5555/rooms_1",
    },
    {
        "id": "page",
        "type": "webpage",
        "author": [{"literal": "World Room Organization"}],
        "title": "Rooms",
        "issued": "2015-05-03",
        "URL": "https://example.org/rooms/a_b",
    },
    {
        "id": "chapter",
        "type": "chapter",
        "author": [{"family": "Roe", "given": "R. X."}],
        "title": "Over it",
        "container-title": "All about it",
        "editor": [{"family": "Poe", "given": "Pat"}],
        "issued": "1999",
        "page": "1-9",
        "publisher": "Press",
    },
]

STYLES = [
    "apa",
    "modern-language-association",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "harvard-cite-them-right",
    "ieee",
    "vancouver",
    "american-medical-association",
    "american-chemical-society",
    "nature",
    "din-1505-2",
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
def test_every_entry_is_found(style: str, name: str) -> None:
    cited = "\n\n".join(f"So it is [@{source['id']}]." for source in SOURCES)
    library = open_library([], SOURCES)
    formatted = format_essay(
        read_essay(cited.encode(), name), library, Settings(csl=style, lang="en-US")
    )
    document = read_essay(formatted.text.encode(), name).document
    title = list_title(load_style(style), "en-US")
    written = document.reference_list({title.casefold()}).entries
    found = find_list(document.paragraphs)
    assert found
    assert len(written) == len(SOURCES)
    assert [entry.span.end for entry in found.entries] == [each.end for each in written]
    for entry, span in zip(found.entries, written, strict=True):
        number = formatted.text[span.start : entry.span.start]
        assert number.strip(" \\[]().") in ("", entry.number)
