"""The fields of one entry; most examples are among the cases of
formats/test_bibtex.txt.
"""

from __future__ import annotations

import time

import pytest

from loccit.bibliography.formats.bibtex.recover import read_fields


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize(
    "body",
    [
        "t = " + "a # " * 50_000 + "a",
        "t = {x} " + "u = {x} " * 20_000,
        "t = {x}\nu = {x}\n" * 20_000,
        "t = " + "{" * 100_000,
        "t = {" + " " * 200_000,
        "t = {x}, " + "," * 100_000,
        "t = {x}," + "a = 1,," * 20_000,
        'u = "' + '"' * 100_000,
        "@a{" * 50_000,
    ],
    ids=lambda body: str(body)[:10],
)
def test_time_is_linear(body: str, closed: bool) -> None:
    start = time.process_time()
    read_fields(body, {"a": "A"}, closed=closed)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("body", ["=", "t = {x}, =", "={y}, t = {x}", "= {y} t = {x}"])
def test_a_field_without_a_name_is_reported(body: str) -> None:
    fields = read_fields(body, {})
    assert fields.values == ({"t": "x"} if "x" in body else {})
    assert [error.rule for error in fields.errors if error.rule != "missing-comma"] == [
        "unreadable-field"
    ]
    assert body[fields.errors[0].position] == "="
