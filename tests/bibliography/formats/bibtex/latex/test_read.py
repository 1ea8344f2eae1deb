"""Read TeX as the text of a title."""

from __future__ import annotations

import re
import time

from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex


def test_tex(given: str, expected: str) -> None:
    assert tex_to_text(given, protect=True) == expected


def test_braces_outside_of_titles_protect_nothing() -> None:
    assert tex_to_text("{The New Press}") == "The New Press"


@draw(st.text(alphabet="abÉ {}\\$~`'-\"^_=&%#<>\n\x00") | st.text())
def test_whatever_is_typed_is_read(tex: str) -> None:
    text = tex_to_text(tex, protect=True)
    assert text == re.sub("  +", " ", text).strip(" ")


PIECES = (
    "a",
    "B ",
    " ",
    "-",
    "--",
    "é",
    "{",
    "}",
    "'",
    "~",
    "$",
    r"\"o",
    r"{\"O}",
    r"\'{e}",
    r"{\'{e}}",
    r"\~n",
    r"\' e",
    r"{\'\i}",
    r"\'{\i}",
    r"\c{c}",
    r"{\c c}",
    r"\v s",
    r"\H",
    "\\",
    r"\&",
)


@draw(st.lists(st.sampled_from(PIECES)).map("".join), st.booleans())
def test_what_is_plain_reads_as_it_does_beside_what_is_not(
    tex: str, protect: bool
) -> None:
    nothing = r"{{}}\-"  # braces in braces and a command: what stands beside them is taken apart
    assert tex_to_text(tex, protect=protect) == tex_to_text(
        nothing + tex, protect=protect
    )


PLAIN = st.text(alphabet="abÉ&%#_$^~{}\\–—“”’<é.,:")


@draw(PLAIN.map(str.strip))
def test_text_written_as_tex_is_read_again(text: str) -> None:
    assert tex_to_text(text_to_tex(text), protect=True) == text


@draw(
    st.lists(PLAIN.map(str.strip).filter(bool), min_size=3, max_size=3),
    st.sampled_from(["i", "b", "sc", "sup", "sub"]),
)
def test_markup_written_as_tex_is_read_again(parts: list[str], tag: str) -> None:
    text = f"{parts[0]} <{tag}>{parts[1]}</{tag}> {parts[2]}"
    assert tex_to_text(text_to_tex(text)) == text


def test_time_is_linear() -> None:
    for tex in (
        "{" * 50_000,
        "}" * 50_000,
        "\\em " * 30_000,
        "\\emph{" * 30_000,
        "$" * 50_001,
        "{a}" * 60_000,
        "\\'" * 30_000,
    ):
        start = time.process_time()
        tex_to_text(tex, protect=True)
        assert time.process_time() - start < 5, tex[:10]
