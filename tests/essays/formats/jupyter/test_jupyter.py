"""Notebooks change in the source of their Markdown cells and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loccit
from loccit.errors import UnreadableFile
from tests.cases import Case, read_cases
from tests.essays.formats.cites import keys_by_pandoc

CASES = read_cases(Path(__file__).with_suffix(".txt"))
LIBRARY = loccit.open_library(
    [],
    [
        {"id": "doe", "type": "book", "title": "On it", "issued": "2001"}
        | {"author": [{"family": "Doe", "given": "Jo"}]},
        {"id": "roe", "type": "book", "title": "Zoë’s", "issued": "2002"}
        | {"author": [{"family": "Roe", "given": "Li"}]},
    ],
)
#: What the cells of random notebooks say.
SAID = st.sampled_from(
    [
        "So [@doe, p. 3].",
        "As @roe [p. 4;\nsee also @doe] says\n",
        'A "quote"\tand \\alpha, café 😀 [@roe].\n',
        "- item [see @doe]\n- Doe (2001)\n",
        "```\n[@doe]\n```\n",
        "",
        "\n",
        "# References\n\nRoe, L. (2002). *Zoë’s*.\n",
    ]
)
LINES = st.booleans()
KINDS = st.sampled_from(["markdown", "markdown", "code", "raw"])
CELLS = st.lists(st.tuples(KINDS, SAID, LINES), max_size=6)
INDENTS = st.sampled_from([None, 1, "\t"])


def read(data: bytes) -> loccit.Essay:
    return loccit.read_essay(data, "essay.ipynb")


def formatted(data: bytes, style: str = "apa") -> bytes:
    settings = loccit.Settings(csl=style)
    return loccit.format_essay(read(data), LIBRARY, settings).data


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_format(case: Case) -> None:
    assert formatted(case.given.encode()).decode() == case.expected


def notebook(cells: list[tuple[str, str, bool]], **options: Any) -> bytes:
    written = [
        {
            "cell_type": kind,
            "source": said.splitlines(keepends=True) if in_lines else said,
            "metadata": {"said": said},
            "outputs": ["[@doe]"],
        }
        for kind, said, in_lines in cells
    ]
    return json.dumps({"cells": written, "nbformat": 4}, **options).encode()


def sources(data: bytes) -> list[str]:
    return [
        "".join(cell["source"])
        for cell in json.loads(data)["cells"]
        if cell["cell_type"] == "markdown" and cell["source"] != []
    ]


def without_markdown(data: bytes) -> Any:
    read = json.loads(data)
    for cell in read["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = []
    return read


@given(CELLS, INDENTS, st.booleans())
def test_only_markdown_changes(
    cells: list[tuple[str, str, bool]], indent: Any, is_ascii: bool
) -> None:
    data = notebook(cells, indent=indent, ensure_ascii=is_ascii)
    once = formatted(data)
    assert without_markdown(once) == without_markdown(data)
    assert formatted(once) == once
    result = loccit.format_essay(read(data), LIBRARY)
    text = result.essay.document.with_edits(result.edits).text
    assert "\n\n".join(sources(once)) == text


@given(CELLS, INDENTS)
def test_it_reads_as_markdown(cells: list[tuple[str, str, bool]], indent: Any) -> None:
    data = notebook(cells, indent=indent)
    essay = read(data)
    text = "\n\n".join(sources(data))
    assert essay.text == text
    as_markdown = loccit.read_essay(text.encode(), "essay.md")
    words = {"p.": "page"}
    assert essay.citations(words) == as_markdown.citations(words)


def test_a_place_is_one_in_the_file() -> None:
    data = notebook([("code", "x", False), ("markdown", "a\nb [@x]", True)], indent=1)
    [citation] = read(data).citations({})
    place = read(data).place(citation.span.start)
    line = data.decode().splitlines()[(place.line or 0) - 1]
    assert line[(place.column or 0) - 1 :].startswith("[@x]")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{", "This is not a notebook: Expecting property name"),
        ("[]", "This is not a notebook: it is not a JSON object."),
        ('{"cells": []} x', "This is not a notebook: Extra data."),
        ("[" * 100_000, "This is not a notebook: it has too many values in values."),
    ],
)
def test_what_is_not_a_notebook(data: str, message: str) -> None:
    with pytest.raises(UnreadableFile, match="not a notebook") as error:
        read(data.encode())
    assert error.value.message.startswith(message)


@pytest.mark.parametrize(
    "data",
    [
        "{}",
        '{"cells": 3}',
        '{"cells": [1, {"cell_type": "markdown"}]}',
        '{"cells": [{"cell_type": "markdown", "source": [1, "\\ud800 [@doe]"]}]}',
    ],
)
def test_an_odd_notebook(data: str) -> None:
    json.loads(formatted(data.encode()))


def test_pandoc_reads_the_same_keys() -> None:
    markdown = [
        "So [see @doe, p. 3; @roe] and\n",
        "@doe [p. 4].\n",
        "- `[@no]` [-@roe]",
    ]
    code = {"cell_type": "code", "source": ["'[@code]'"], "metadata": {}}
    cells = [
        {"cell_type": "markdown", "source": markdown, "metadata": {}},
        code | {"execution_count": None, "outputs": []},
        {"cell_type": "raw", "source": ["[@raw]"], "metadata": {}},
    ]
    version = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}}
    data = json.dumps({"cells": cells} | version)
    ours = [
        tuple(cite.key for cite in citation.cites)
        for citation in read(data.encode()).citations({})
    ]
    assert ours == keys_by_pandoc(data, "ipynb+citations")
