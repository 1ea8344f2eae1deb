"""Which numbers are printed on the pages of a file."""

from __future__ import annotations

import pytest

from loccit.lint.quoted.page_labels import covers, printed_labels
from loccit.lint.quoted.source_pages import SourcePages

#: Pages with running heads, the even ones at the left and the odd ones at the right.
HEADS = ["Bell\nWords.", "12 Rivers\nIn 1999.", "Bell 13\nWords.", "14 Rivers\n1999"]


@pytest.mark.parametrize(
    ("texts", "own", "of_source", "expected"),
    [
        (["a", "b", "c"], ["ix", "x", "1"], "", "ix x 1"),
        (["a", "b", "c"], ["1", "2", "3"], "", "? ? ?"),
        (["a", "b", "c"], ["1", "2", "3"], "55-57", "55 56 57"),
        (["a", "b", "c"], ["1", "2", "3"], "55-7", "55 56 57"),
        (["a", "b", "c"], ["1", "2", "3"], "55-56", "? ? ?"),
        (HEADS, [], "", "11 12 13 14"),
        (HEADS, [], "12-40", "11 12 13 14"),
        (["A cover", *HEADS], [], "11-14", "? 11 12 13 14"),
        # A preprint, whose numbers are not those of the article.
        (HEADS, [], "312-340", "? ? ? ?"),
        (HEADS, ["11", "12", "13", "14"], "312-340", "? ? ? ?"),
        (["Words\n1", "Words\n2", "Words\n3", "Words\n4"], [], "4-8", "? ? ? ?"),
        (["Words\n1", "Words\n2", "Words\n3", "Words\n4"], [], "1-8", "? ? ? ?"),
        (["Words\n1", "Words\n2", "Words\n3", "Words\n4"], [], "1-5", "1 2 3 4"),
        # A chapter in a whole book.
        (["Words\n1", "Words\n2", "Words\n3", "Words\n4", "5"], [], "4-5", "1 2 3 4 5"),
        (HEADS, ["11", "12", "13", "14"], "312-315", "312 313 314 315"),
        # Years and numbers in the text don't count pages.
        (["In 1999\nx", "2001\nx", "1999", "x 7"], [], "", "? ? ? ?"),
        (["Words.\n- 3 -", "Words.\n- 4 -"], [], "", "3 4"),
        (["Page 1 of 2\nWords", "Page 2 of 2\nWords"], [], "", "1 2"),
        (["One page."], [], "e12", "?"),
        (["One page."], [], "12", "?"),
        ([], [], "", ""),
    ],
)
def test_printed_labels(
    texts: list[str], own: list[str], of_source: str, expected: str
) -> None:
    labels = printed_labels(SourcePages(texts, own), of_source)
    assert " ".join(label or "?" for label in labels) == expected


@pytest.mark.parametrize(
    ("locator", "label", "expected"),
    [
        ("46", "46", True),
        ("46", "47", False),
        ("46-48", "47", True),
        ("46–8", "48", True),
        ("46, 50", "50", True),
        ("46 & 50", "50", True),
        ("46 and 50-51", "51", True),
        ("XII", "xii", True),
        ("xii", "12", False),
        ("S12", "S12", True),
        ("146-9", "148", True),
        ("S12", "S13", False),
        ("46ff.", "46", True),
        ("46f", "47", True),
        ("46 et seq.", "48", True),
    ],
)
def test_the_pages_that_a_locator_names(
    locator: str, label: str, expected: bool
) -> None:
    assert covers(locator, label) == expected
