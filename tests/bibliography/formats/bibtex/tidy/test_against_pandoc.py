"""pandoc, which has its own reader of .bib files, reads a tidied one as before."""

from __future__ import annotations

import json
import subprocess

import pytest

from loccit.bibliography.formats.bibtex.tidy import Action, actions, tidied

LIBRARY = """\
% Encoding: UTF-8

@string{acm = "ACM & Friends"}

@inproceedings{zhou,
  AUTHOR="Zhou, Ada and {World Bank} and S\\o rensen, J{\\"o}rg and {\\'E}tienne, A.", pages = "12-15, S3-S9",
  title = {On {TeX} \\& {\\ss}: \\'{e} and \\v{z}}, crossref="proc" , month = 5 }
% about the article
@Article{doe2010, title="{A} B", journal = {Essays}, year=2010, Month="June", volume = {7}, number = "1",
  doi = {10.1000/1}, url = {https://example.org/~doe/%7B}, pages = {A-1}, publisher = acm # ", Inc."
}
@book{b, title = {Sales & Such}, editor = "de la Cruz, María and others", date = {2010-05/2011}}  % behind

% Proceedings

@proceedings{proc, title = "Proceedings of {P}", year = 1999, editor = {Roe, Max}, publisher = acm}
@misc{a, title = {{Double}}, note = {Line one
    line two}, howpublished = "\\url{https://example.org/a#b}"}
"""


def as_pandoc_reads(text: str) -> dict[str, object]:
    pypandoc = pytest.importorskip("pypandoc")
    command = [pypandoc.get_pandoc_path(), "--from", "biblatex", "--to", "csljson"]
    made = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return {item["id"]: item for item in json.loads(made.stdout)}


#: pandoc does not know a month by its number, nor by its name in quotation marks; empty
#: fields are empty text to it.
UNLIKE = frozenset(["months", "remove-empty"])
KEEPING = tuple(
    action for action in actions() if action.keeps_meaning and action.name not in UNLIKE
)
CHOICES = {"all": KEEPING, **{action.name: (action,) for action in KEEPING}}


@pytest.mark.parametrize("chosen", CHOICES.values(), ids=CHOICES)
def test_pandoc_reads_the_same(chosen: tuple[Action, ...]) -> None:
    tidy = tidied(LIBRARY, "a.bib", chosen).text
    assert tidy != LIBRARY
    assert as_pandoc_reads(tidy) == as_pandoc_reads(LIBRARY)
