"""The notation of cases is read as tests/cases.py says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case, read_cases


def cases(tmp_path: Path, text: str) -> list[Case]:
    path = tmp_path / "test_x.txt"
    path.write_text(text, "utf-8")
    return read_cases(path)


def test_sections_have_names(tmp_path: Path) -> None:
    text = "About.\n\n# One\na\n\n b\n.\nc\n. problem\nd\n\n# Two\ne\n.\n"
    assert cases(tmp_path, text) == [
        Case("One", "a\n\n b", {"expected": "c", "problem": "d"}),
        Case("Two", "e", {"expected": ""}),
    ]


def test_a_row_is_a_case(tmp_path: Path) -> None:
    assert cases(tmp_path, "# Rows\n\na, b  => c\nd => e␣\n") == [
        Case("Rows", "a, b", {"expected": "c"}),
        Case("Rows", "d", {"expected": "e "}),
    ]


def test_marks_can_be_escaped(tmp_path: Path) -> None:
    [case] = cases(tmp_path, "# One\n\\# Heading\n\\.\n.\n\\# Heading\n\\.\n")
    assert (case.given, case.expected) == ("# Heading\n.", "# Heading\n.")


@pytest.mark.parametrize("text", ["", "no title\n.\n", "# no dot\ntext\n"])
def test_a_file_that_tests_nothing_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="no"):
        cases(tmp_path, text)
