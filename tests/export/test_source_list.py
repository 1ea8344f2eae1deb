"""Lists of their own: their headings, in every output, and that what is written can be
used.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs

import lxml.html
import pytest

from loccit.export.source_list import source_list
from loccit.model import Date, DateParts, Name, Source
from loccit.output import outputs
from loccit.workspace.settings import Settings

DOE = (Name("Doe", "Jane"),)
SOURCES = [
    Source(
        "a",
        "book",
        {
            "author": DOE,
            "title": "Doors",
            "issued": Date(DateParts(2001)),
            "annote": "On.\n\nAnd on.",
        },
    ),
    Source(
        "b",
        "webpage",
        {"author": DOE, "title": "Rooms & more", "issued": Date(DateParts(1990))},
    ),
]


def text(
    output_name: str,
    *,
    style: str = "apa",
    group_by: str | None = None,
    annotated: bool = False,
    as_page: bool = False,
) -> str:
    settings = Settings(csl=style)
    made = source_list(
        SOURCES,
        output_name,
        settings,
        group_by=group_by,
        annotated=annotated,
        as_page=as_page,
    )
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize(
    ("output_name", "heading"),
    [
        ("html", "<h2>Book</h2>"),
        ("latex", r"\subsection*{Book}"),
        ("markdown", "## Book"),
        ("plain_text", "Book"),
        ("rtf", r"{\pard\outlinelevel1\keepn\sl480\slmult1\f0\b\fs24 Book\par}"),
        ("typst", "== Book"),
    ],
)
def test_headings(output_name: str, heading: str) -> None:
    made = text(output_name, group_by="type")
    assert heading in made.splitlines()
    order = [made.index(word) for word in ("Book", "Doors", "Webpage", "Rooms")]
    assert order == sorted(order)


def test_a_dash_for_the_author_before_would_point_into_another_group() -> None:
    style = "chicago-author-date-17th-edition"
    assert "———" in text("plain_text", style=style)
    assert text("plain_text", style=style, group_by="type").count("Doe, Jane") == 2


def test_a_source_may_stand_in_several_groups() -> None:
    source = Source("a", "book", {"title": "Doors", "keyword": "iron, wood"})
    made = source_list([source], "markdown", Settings(), group_by="keyword")
    assert made == "## iron\n\n*Doors*. (n.d.).\n\n## wood\n\n*Doors*. (n.d.)."


@pytest.mark.parametrize("output_name", outputs())
def test_nothing_is_a_list_too(output_name: str) -> None:
    source_list([], output_name, Settings())
    source_list([], output_name, Settings(), group_by="type", as_page=True)


@pytest.mark.skipif(
    not shutil.which("pdflatex"), reason="LaTeX (`pdflatex`) is not installed"
)
@pytest.mark.parametrize("style", ["apa", "ieee"])
@pytest.mark.parametrize("group_by", [None, "type"])
def test_latex_sets_it(style: str, group_by: str | None, tmp_path: Path) -> None:
    packages = (
        r"\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{hyperref}"
    )
    made = text("latex", style=style, group_by=group_by, annotated=True)
    (tmp_path / "list.tex").write_text(
        f"\\documentclass{{article}}{packages}\\begin{{document}}\n{made}\n\\end{{document}}\n",
        "utf-8",
    )
    run = subprocess.run(
        ["pdflatex", "-halt-on-error", "-interaction=nonstopmode", "list.tex"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout.decode("utf-8", "replace")


def test_typst_sets_it() -> None:
    typst = pytest.importorskip("typst")
    made = text("typst", group_by="type", annotated=True, as_page=True)
    assert re.search(r"^= References$", made, re.MULTILINE)
    assert typst.compile(made.encode()).startswith(b"%PDF")


def test_a_page_of_rtf_has_its_number_and_its_heading_in_the_middle() -> None:
    made = text("rtf", as_page=True)
    assert (
        r"{\pard\qc\outlinelevel0\keepn\sl480\slmult1\f0\b\fs24 References\par}" in made
    )
    assert r"{\header\pard\qr\f0\fs24 {\field{\*\fldinst PAGE}" in made
    assert r"\header" not in text(
        "rtf", group_by="type"
    )  # what goes on the clipboard is no page


def test_a_page_of_html_says_what_it_lists() -> None:
    made = text("html", as_page=True)
    page = lxml.html.document_fromstring(made)
    assert [heading.text for heading in page.iter("h1", "title")] == [
        "References",
        "References",
    ]
    spans = [
        parse_qs(str(span.get("title")))
        for span in page.iter("span")
        if span.get("class") == "Z3988"
    ]
    assert [
        span["rft.btitle" if "rft.btitle" in span else "rft.title"] for span in spans
    ] == [
        ["Rooms & more"],
        ["Doors"],
    ]
    [script] = page.iter("script")
    assert [thing["name"] for thing in json.loads(str(script.text))["@graph"]] == [
        "Rooms & more",
        "Doors",
    ]
    assert "Z3988" not in text("html")
