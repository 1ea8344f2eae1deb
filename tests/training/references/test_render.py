"""Whether rendered references have the labels of their variables."""

from __future__ import annotations

from collections.abc import Mapping

from loccit import load_style
from loccit.bibliography import read_library
from training.references.pieces import Piece
from training.references.render import render_pieces

ARTICLE = {
    "id": "a",
    "type": "article-journal",
    "title": "On gardens",
    "author": [{"family": "Doe", "given": "Ann"}, {"family": "Roe", "given": "Bo"}],
    "issued": {"date-parts": [[2001]]},
    "container-title": "Journal of Soil",
    "volume": "12",
    "issue": "3",
    "page": "4-9",
    "DOI": "10.1000/x",
}
CHAPTER = {
    "id": "c",
    "type": "chapter",
    "title": "On roots",
    "author": [{"literal": "Garden Club"}],
    "editor": [{"family": "Poe", "given": "Cy"}],
    "issued": {"date-parts": [[1999]]},
    "container-title": "All plants",
    "publisher": "Field Press",
    "page": "7-8",
}


def render(item: Mapping[str, object], style: str) -> list[Piece]:
    """The pieces of one source in a style."""
    sources = list(read_library([item]))
    return next(render_pieces(load_style(style), "en-US", sources))


def labelled(pieces: list[Piece]) -> list[tuple[str, str]]:
    """The labels and texts of the segments."""
    return [(each.label, each.text) for each in pieces if each.label != "other"]


def test_apa() -> None:
    pieces = render(ARTICLE, "apa")
    assert "".join(piece.text for piece in pieces) == (
        "Doe, A., & Roe, B. (2001). On gardens. Journal of Soil, 12(3), 4–9. "
        "https://doi.org/10.1000/x"
    )
    assert labelled(pieces) == [
        ("author", "Doe, A., & Roe, B."),
        ("date", "2001"),
        ("title", "On gardens"),
        ("container-title", "Journal of Soil"),
        ("volume", "12"),
        ("issue", "3"),
        ("pages", "4–9"),
        ("doi", "https://doi.org/10.1000/x"),
    ]
    italics = [piece.text for piece in pieces if piece.mark == "emphasis"]
    assert italics == ["Journal of Soil", "12"] or italics == [
        "Journal of Soil",
        ", ",
        "12",
    ]


def test_roles_are_in_no_segment() -> None:
    pieces = render(CHAPTER, "apa")
    assert ("author", "Garden Club") in labelled(pieces)
    assert ("editor", "C. Poe") in labelled(pieces)
    assert any("(Ed.)" in each.text for each in pieces if each.label == "other")


def test_the_doi_without_what_introduces_it() -> None:
    dois = [text for label, text in labelled(render(ARTICLE, "ieee")) if label == "doi"]
    assert dois == ["10.1000/x"]


def test_editors_before_a_book_are_editors() -> None:
    book = {
        "id": "b",
        "type": "book",
        "title": "All plants",
        "editor": [{"family": "Poe", "given": "Cy"}],
    }
    assert labelled(render(book, "apa"))[0] == ("editor", "Poe, C.")


def test_directors_before_a_film_are_its_authors() -> None:
    film = {
        "id": "f",
        "type": "motion_picture",
        "title": "Weeds",
        "director": [{"family": "Moe", "given": "Di"}],
        "issued": {"date-parts": [[1980]]},
    }
    assert labelled(render(film, "apa"))[0] == ("author", "Moe, D.")
