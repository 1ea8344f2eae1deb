"""What APA wants in the text, beyond what one citation says; test_in_text.txt has the
cases.

A case has a title with the section of the Publication Manual, a paragraph, what becomes
of it, the keys that are listed, and the problem that is reported.
"""

from __future__ import annotations

from loccit import Library, format_essay, read_essay
from loccit.bibliography.formats import bibtex
from tests.cases import Case

LIBRARY = """
@book{old1982, author = {Old, Pat}, title = {Old Work}, date = {1982}, publisher = {P}}
@book{old1983, author = {Old, Pat}, title = {Older Work}, date = {1983}, publisher = {P}}
@book{lyon2014, author = {Lyon, David and Gold, A. and Roe, B.}, title = {The Book}, date = {2014}, publisher = {P}}
@book{doe2001, author = {Doe, Jane}, title = {Doors}, date = {2001}, publisher = {P}}
@letter{paz2020, author = {Paz, E. Maria}, title = {Letter}, date = {2020-12-03}}
@letter{again, author = {Paz, E. Maria}, title = {Another Letter}, date = {2020-12-03}}
@book{davis1981, author = {Davis, Angela}, title = {Women}, date = {1981}, publisher = {P}}
@book{davis1981b, author = {Davis, Angela}, title = {Race}, date = {1981}, publisher = {P}}
@misc{two, author = {Doe, Jane and Paz, Ada}, howpublished = {E-mail to author}, date = {2021-04-01}}
@misc{union, author = {{Rent Union}}, type = {Personal communication}, date = {2021-04-01}}
"""


def test_in_text(case: Case) -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    result = format_essay(read_essay(case.given.encode(), "essay.md"), library)
    text, _, _ = result.text.partition("\n\n# References")
    assert text.rstrip("\n") == case.expected
    listed = " ".join(entry.key for entry in result.bibliography)
    assert listed == case.sections["list"]
    if "problem" in case.sections:
        problems = [found.message for found in result.problems]
        assert problems == [case.sections["problem"]]
