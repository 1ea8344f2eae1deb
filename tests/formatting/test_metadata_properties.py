"""Formatting keeps metadata readable: it stays YAML, and says what the same text says as
a paragraph.
"""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit import Library, format_essay, read_essay
from loccit.bibliography.formats import bibtex

LIBRARY = """
@book{moss, author = {O'Moss, Ada}, title = {Harbor "Light"}, date = {2010}}
@book{ports, title = {Ports: {A} History \\\\ of 'it'}, date = {2001}}
"""
WORDS = st.sampled_from(
    ["So", "it's", '"so"', "a: b", "a #b", "(x)", "{y}", r"\*", "so, no", "é", "a & b"]
)
CITATIONS = st.sampled_from(
    ["@moss", "[@moss, p. 3]", "@ports [p. 3]", "[see @ports; @moss]", "[-@moss]"]
)
TEXTS = st.lists(WORDS | CITATIONS, min_size=2, max_size=6).map(" ".join)
STYLES = st.sampled_from(['"', "'", None, "|", ">"])


def formatted(essay: str) -> str:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    result = format_essay(read_essay(essay.encode(), "essay.md"), library)
    return result.text.partition("\n# References")[0]


def even(text: str) -> str:
    """Return a text without what keeps it a plain value, on one line."""
    plain = text.replace("&#58;", ":").replace(r"\#", "#").replace("\\(", "(")
    return " ".join(plain.split())


@settings(max_examples=40)
@given(TEXTS, STYLES, st.sampled_from(["\n", "\r\n"]))
def test_metadata_says_what_a_paragraph_says(
    text: str, style: str | None, newline: str
) -> None:
    block = yaml.dump({"abstract": text}, default_style=style)
    essay = f"---\n{block}---\n\nText.\n".replace("\n", newline)
    after = yaml.safe_load(formatted(essay).split("---")[1])
    assert even(after["abstract"]) == even(formatted(f"{text}\n"))
