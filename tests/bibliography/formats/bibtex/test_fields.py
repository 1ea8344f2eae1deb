"""The table of fields; real entries are among the cases of
formats/test_bibtex.txt.
"""

from __future__ import annotations

import time

import pytest

from loccit.bibliography.formats.bibtex.entry_source import fields_of, source_of
from loccit.bibliography.formats.bibtex.entry_types import csl_type, entry_type
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES
from loccit.values.csl_types import CSL_TYPES

#: A field for every way of reading one.
NAMES = [
    *{row.converter: row.field for row in FIELDS}.values(),
    *(
        "year",
        "month",
        "day",
        "author",
        "author+an:role",
        "eprint",
        "citation",
        "howpublished",
    ),
]


@pytest.mark.parametrize(
    "token",
    [
        "a and ",
        "and ",
        "{",
        "}",
        "\\'",
        "\\",
        "1",
        "2010-",
        "ca. ",
        "~",
        ", ",
        "$",
        "--",
        "'",
        " ",
        "\n",
        "X.",
        "\\url{",
        "=",
    ],
)
def test_long_values_are_read_in_linear_time(token: str) -> None:
    start = time.process_time()
    source = source_of(
        "a", "misc", dict.fromkeys(NAMES, token * (20_000 // len(token)))
    )
    fields_of(source)
    assert time.process_time() - start < 10


def test_every_csl_type_is_written_as_one_that_is_read_as_it() -> None:
    for csl in CSL_TYPES:
        kind, subtype = entry_type(csl, "")
        assert csl_type(kind, subtype, ()) == csl


def test_variables_are_of_the_kind_that_csl_knows() -> None:
    for row in FIELDS:
        value = row.converter.read("2010")
        if row.variable != "short-author":
            assert isinstance(value, tuple) == (row.variable in NAME_VARIABLES), row
        assert (not isinstance(value, str | tuple)) == (
            row.variable in DATE_VARIABLES
        ), row
