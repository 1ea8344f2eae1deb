"""Which files are those of a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import read_library
from loccit.lint.quoted.files.source_files import SourceFiles
from loccit.model import Source

pytestmark = pytest.mark.usefixtures("cache_folder")

LIBRARY = r"""
@article{doe2001, author = {Doe, Jane and Roe, Richard}, date = 2001,
  title = {The Rivers of the Valley: A History}, journal = {J}, doi = {10.1000/xyz.12345}}
@book{doe2005a, author = {Doe, Jane}, date = 2005, title = {Embankments and Their Makers}}
@book{doe2005b, author = {Doe, Jane}, date = 2005, title = {On the Uses of Marshes}}
@book{who2010, author = {{World Health Organization}}, date = 2010, title = {Water}}
@book{trust, author = {van der Linden, Sander}, date = 2017, title = {Trust in Floods}}
@book{nobody, title = {Anonymous Letters on Drainage}, date = 1888}
"""
LONG = "Words enough to be the text of a source, which has to have some of them. "


@pytest.fixture
def sources() -> dict[str, Source]:
    return {source.key: source for source in read_library(LIBRARY)}


def found(folder: Path, source: Source, sources: dict[str, Source]) -> str:
    files = SourceFiles(folder, list(sources.values())).of(source)
    names = ", ".join(str(path.relative_to(folder)) for path in files.paths)
    return f"rivals: {names}" if files.are_rivals else names


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("doe2001.txt", "doe2001"),
        ("10.1000_xyz.12345.txt", "doe2001"),
        ("xyz.12345.txt", "doe2001"),
        ("Doe 2001.txt", "doe2001"),
        ("Doe et al. - 2001 - The Rivers of the Val.txt", "doe2001"),
        ("Doe and Roe - 2001 - The Rivers of the Valley A History.txt", "doe2001"),
        ("DoeRoe_2001_final.txt", ""),
        ("Doe_Roe_2001_final (1).txt", "doe2001"),
        ("The rivers of the valley.txt", ""),
        ("The rivers of the valley - a history.txt", "doe2001"),
        ("Doe 2002.txt", ""),
        ("Doe 2001 Another matter entirely.txt", ""),
        ("Doe 2005.txt", ""),
        ("Doe 2005 Embankments.txt", "doe2005a"),
        ("Doe - 2005 - On the uses of marshes.txt", "doe2005b"),
        ("World Health Organization 2010.txt", "who2010"),
        ("Van der Linden (2017).txt", "trust"),
        ("Linden 2017.txt", "trust"),
        ("Sander van der Linden 2017.txt", "trust"),
        ("Anonymous letters on drainage.txt", "nobody"),
        ("notes.txt", ""),
        ("2001.txt", ""),
    ],
)
def test_a_file_by_its_name(
    tmp_path: Path, sources: dict[str, Source], name: str, key: str
) -> None:
    inside = tmp_path / "papers" / name
    inside.parent.mkdir()
    inside.write_text(LONG)
    of = {each for each in sources if found(tmp_path, sources[each], sources)}
    assert of == ({key} if key else set())


@pytest.mark.parametrize(
    ("first", "key"),
    [
        ("J. Doe and R. Roe, The Rivers of the Valley: A History", "doe2001"),
        ("https://doi.org/10.1000/xyz.12345", "doe2001"),
        ("On the Uses of Marshes, by Jane Doe", "doe2005b"),
        ("The Uses of Marshes, by Jane Doe", ""),
        ("Water. World Health Organization", ""),
    ],
)
def test_a_file_by_its_first_page(
    tmp_path: Path, sources: dict[str, Source], first: str, key: str
) -> None:
    tmp_path.joinpath("scan0012.txt").write_text(f"{first}\n{LONG}")
    of = {each for each in sources if found(tmp_path, sources[each], sources)}
    assert of == ({key} if key else set())


def test_the_first_page_decides_between_two_sources(
    tmp_path: Path, sources: dict[str, Source]
) -> None:
    tmp_path.joinpath("Doe 2005.txt").write_text(f"On the Uses of Marshes. Doe. {LONG}")
    assert found(tmp_path, sources["doe2005a"], sources) == ""
    assert found(tmp_path, sources["doe2005b"], sources) == "Doe 2005.txt"


def test_of_two_files_neither_is_guessed(
    tmp_path: Path, sources: dict[str, Source]
) -> None:
    for name in ("Doe, Roe 2001.txt", "Doe & Roe (2001).txt"):
        tmp_path.joinpath(name).write_text(LONG)
    rivals = "rivals: Doe & Roe (2001).txt, Doe, Roe 2001.txt"
    assert found(tmp_path, sources["doe2001"], sources) == rivals


def test_of_a_pdf_and_its_text_the_pdf_is_chosen(
    tmp_path: Path, sources: dict[str, Source]
) -> None:
    for name in ("Doe 2001.txt", "Doe 2001.pdf"):
        tmp_path.joinpath(name).write_text(LONG)
    assert found(tmp_path, sources["doe2001"], sources) == "Doe 2001.pdf"


def test_a_better_name_wins(tmp_path: Path, sources: dict[str, Source]) -> None:
    for name in ("Doe and Roe 2001.txt", "Doe - 2001 - Rivers of the valley.txt"):
        tmp_path.joinpath(name).write_text(LONG)
    best = "Doe - 2001 - Rivers of the valley.txt"
    assert found(tmp_path, sources["doe2001"], sources) == best


@pytest.mark.parametrize(
    "field",
    [
        ":papers/a.pdf:PDF",
        "papers/a.pdf",
        "Full Text:papers/a.pdf:application/pdf;Notes:b.doc:application/msword",
        r":C$\backslash$:/Users/doe/papers/a.pdf:pdf",
        r"C:\Users\doe\Zotero\storage\ABCD2345\a.pdf",
        ":/home/doe/moved/a.pdf:PDF",
        "{root}/papers/a.pdf",
        ":{unrooted}/papers/a.pdf:pdf",
    ],
)
def test_a_linked_file(tmp_path: Path, field: str) -> None:
    path = tmp_path / "papers" / "a.pdf"
    path.parent.mkdir()
    path.touch()
    root = str(tmp_path)
    field = field.replace("{root}", root).replace("{unrooted}", root.lstrip("/"))
    source = Source("a", "book", {"title": "A"}, custom={"file": field})
    assert found(tmp_path, source, {"a": source}) == "papers/a.pdf"


@pytest.mark.parametrize(
    "field", ["missing.pdf", "\0.pdf", "a" * 999 + ".pdf", ":", ""]
)
def test_a_linked_file_that_is_missing(tmp_path: Path, field: str) -> None:
    source = Source("a", "book", {"title": "A"}, custom={"file": field})
    assert found(tmp_path, source, {"a": source}) == ""
