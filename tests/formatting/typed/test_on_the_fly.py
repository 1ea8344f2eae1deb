"""Essays as people type them: what is certain is formatted, all else stays.

A case has an essay, what becomes of it, and the rules of the problems reported, with
their lines.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit import Library, Settings, format_essay, open_library, read_essay
from loccit._startup.dataclass import replace
from loccit.model.csl_json import source_to_csl_json
from loccit.recognize import read_list
from tests.cases import Case
from tests.paths import ROOT, SHARED

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


@pytest.mark.parametrize(
    "style", ["apa", "chicago-author-date", "modern-language-association"]
)
def test_no_entry_gets_lost(style: str) -> None:
    """Names in small letters may be taken for a part of the entry above them."""
    lost = "hooks, bell. 1992. *Black Looks: Race and Representation*. South End Press."
    text = (
        "So (Doane 1982, 82) it is (Marks 2000, 3).\n\n**Works Cited**\n\n"
        "Doane, Mary Ann. 1982. “Film and the Masquerade.” *Screen* 23 (3–4): 74–88.\n\n"
        f"{lost}\n\n"
        "Marks, Laura U. 2000. *The Skin of the Film: Intercultural Cinema*. Duke UP.\n\n"
        "Sobchack, Vivian. 2004. *Carnal Thoughts*. U of California P.\n"
    )
    doane = [{"family": "Doane", "given": "Mary Ann"}]
    title = "Film and the Masquerade"
    item = {"id": "doane", "type": "article-journal", "title": title, "author": doane}
    library = open_library([], [item | {"issued": "1982", "container-title": "Screen"}])
    result = format_essay(
        read_essay(text.encode(), "essay.md"), library, Settings(csl=style)
    )
    assert lost in result.text


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


ESSAY = (ROOT / "essays" / "neighbors.txt").read_bytes()


def test_a_library_that_has_half_of_the_works() -> None:
    """What is known is formatted; the others stay, and are reported."""
    kept = ["alexander2010", "davis2003"]
    whole = open_library([ROOT / "bibliography"])
    half = open_library([], [source_to_csl_json(whole.require(key)) for key in kept])
    result = format_essay(read_essay(ESSAY, "neighbors.txt"), half)
    assert "(Alexander, 2010, pp. 46–47). Jimenez (2014) explains" in result.text
    assert "(Lorde 2007, p.112)." in result.text
    _, _, listed = result.text.partition("Sources:\n\n")
    begins = [entry[:12] for entry in listed.split("\n\n")]
    assert begins == [
        "Alexander, M",
        "Audre Lorde,",
        "Davis, A. Y.",
        "Social Polic",
        "Previous\nKey",
        "Next\nWhy I K",
    ]
    assert [each.rule for each in result.problems] == ["typed-entry-unknown"] * 2
    again = format_essay(read_essay(result.data, "neighbors.txt"), half)
    assert again.data == result.data


def test_an_empty_library() -> None:
    """Nothing is changed, and one line says what to do next."""
    result = format_essay(read_essay(ESSAY, "neighbors.txt"), open_library([]))
    assert result.data == ESSAY
    [problem] = result.problems
    assert problem.rule == "typed-nothing-known"
    assert "4 listed sources" in problem.message
    assert "loccit adopt neighbors.txt" in problem.advice


def test_text_and_list_follow_the_library(library: Library) -> None:
    text = (
        b"So it is (Doe, 2001; Zola, 1885).\n\n# References\n\n"
        b"Doe, J. (2001). On harbours and ships. Harbor Press.\n\n"
        b"Zola, E. (1885). Germinal. Charpentier.\n"
    )
    doe = {
        "id": "doe",
        "type": "book",
        "title": "On harbours and ships",
        "issued": "2001",
    }
    names = [{"family": "Doe", "given": "Jo"}]
    before = open_library([], [doe | {"author": names}])
    once = format_essay(read_essay(text, "essay.md"), before)
    assert "*On harbours and ships*." in once.text
    with_roe = [*names, {"family": "Roe", "given": "Al"}]
    after = open_library([], [doe | {"publisher": "Harbor", "author": with_roe}])
    twice = format_essay(read_essay(once.data, "essay.md"), after)
    assert "Doe, J., & Roe, A. (2001). *On harbours and ships*. Harbor." in twice.text


#: Styles that name works by author and year, author and title, and number, each with
#: every how many-th of the works that the essay lists in the library.
STYLES = [("apa", 1), ("apa", 2), ("modern-language-association", 1), ("ieee", 1)]
TYPED = sorted((ROOT / "tests" / "recognize" / "essays").iterdir())


@pytest.mark.parametrize(("style", "step"), STYLES)
@pytest.mark.parametrize("path", TYPED, ids=lambda path: path.stem)
def test_twice_equals_once(path: Path, style: str, step: int) -> None:
    essay = read_essay(path.read_bytes(), path.name)
    listed = [
        source_to_csl_json(replace(entry.source, key=f"k{number}"))
        for number, entry in enumerate(read_list(essay))
    ]
    library = open_library([], listed[::step])
    once = format_essay(essay, library, Settings(csl=style))
    again = read_essay(once.data, path.name)
    assert format_essay(again, library, Settings(csl=style)).data == once.data


def test_essays_by_key_do_not_load_the_recognizer() -> None:
    """Formatting an essay without typed citations must not become slower."""
    code = (
        "import sys, loccit\n"
        "essay = loccit.read_essay(b'So [@a, p. 3] (1939-1945).')\n"
        "item = {'id': 'a', 'type': 'book', 'title': 'A'}\n"
        "assert loccit.format_essay(essay, loccit.open_library([], [item])).edits\n"
        "sys.exit('loccit.recognize' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


#: What typed essays are made of, sense and nonsense.
PIECES = [
    "(Alexander, 2010, p. 46-47)",
    "Alexander (2010)",
    "Michelle Alexander's (2010)",
    "(Jimenez 2014; Davis, 2003: 12)",
    "(p. 12)",
    "(2003)",
    "[1]",
    "[2, p. 3]",
    "Davis",
    "(1939-1945)",
    "[@davis2003]",
    "\n\n",
    "\n",
    "* ",
    "> ",
    "*",
    "et al.",
    "“so”",
    ". ",
]


ENTRIES = [
    "- The New Jim Crow by Michelle Alexander",
    "1. Davis, A. Y. (2003). Are prisons obsolete? Seven Stories Press.",
    "Bell, D. (1992). Faces at the bottom of the well. Basic Books.",
    "Jimenez, J., et al. (2014). *Social policy and social change*. SAGE.",
]


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.sampled_from(["", "\n\n# References\n\n", "\n\nSources:\n\n"]),
    st.lists(st.sampled_from(ENTRIES), max_size=4, unique=True).map("\n\n".join),
    st.sampled_from(["md", "txt"]),
)
def test_typed_pieces(
    library: Library, text: str, heading: str, entries: str, ending: str
) -> None:
    data = (text + heading + (entries if heading else "")).encode()
    name = f"essay.{ending}"
    once = format_essay(read_essay(data, name), library)
    assert format_essay(read_essay(once.data, name), library).data == once.data
    if "@" not in text:
        assert not format_essay(read_essay(data, name), open_library([])).edits


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["C"])), st.sampled_from(["md", "txt"]))
def test_any_text_without_a_library(text: str, ending: str) -> None:
    essay = read_essay(text.encode("utf-8", "ignore"), f"essay.{ending}")
    by_key = format_essay(essay, open_library([]), Settings(typed_citations=False))
    assert format_essay(essay, open_library([])).edits == by_key.edits == ()
