"""Essays as people type them: what is certain is formatted, all else stays.

A case has an essay, what becomes of it, and the rules of the problems reported, with
their lines.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit import Library, Settings, format_essay, open_library, read_essay
from tests.cases import Case
from tests.paths import SHARED

HERE = Path(__file__).parent
ALEXANDER = (
    "Alexander, M. (2010). The new Jim Crow: Mass incarceration in the age of "
    "colorblindness. The New Press."
)
JIMENEZ = (
    "Jimenez, J., Pasztor, E. M., Chambers, R. M., & Fujii, C. P. (2014). Social policy and "
    "social change: Toward the creation of social and economic justice (2nd ed.). SAGE."
)
#: What is typed in the essay that this began with, and what becomes of it.
SEED = {
    "(Alexander, 2010, p. 46-47)": "(Alexander, 2010, pp. 46–47)",
    "Jimenez (2014)": "Jimenez et al. (2014)",
    "  • The New Jim Crow by Michelle Alexander\n": f"{ALEXANDER}\n",
    (
        "  • Social Policy & Social Change Toward the Creation of Social & Economic Justice "
        "by Jillian Jimenez et al.\n"
    ): f"{JIMENEZ}\n",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library([HERE / "library.bib"])


def test_on_the_fly(case: Case, library: Library) -> None:
    result = format_essay(read_essay(case.given.encode(), "essay.md"), library)
    assert result.text.rstrip("\n") == case.expected
    found = [f"{each.place.line} {each.rule}" for each in result.problems]
    assert found == case.sections.get("problems", "").splitlines()
    again = format_essay(read_essay(result.data, "essay.md"), library)
    assert again.data == result.data, "twice equals once"


def test_no_library_no_edit(case: Case) -> None:
    essay = read_essay(case.given.encode(), "essay.md")
    assert not format_essay(essay, open_library([])).edits


def test_it_can_be_left(case: Case, library: Library) -> None:
    essay = read_essay(case.given.encode(), "essay.md")
    if "@" in case.given:
        pytest.skip("cites by key, too")
    result = format_essay(essay, library, Settings(typed_citations=False))
    assert result.data == essay.data
    assert not result.problems


def test_the_essay_that_this_began_with(library: Library) -> None:
    path = SHARED / "seed" / "essay.txt"
    if not path.exists():
        pytest.skip("the essay is not here")
    essay = read_essay(path.read_bytes(), "essay.txt")
    result = format_essay(essay, library)
    expected = essay.text
    for typed, right in SEED.items():
        assert typed in expected
        expected = expected.replace(typed, right)
    assert result.text == expected
    again = format_essay(read_essay(result.data, "essay.txt"), library)
    assert again.data == result.data
