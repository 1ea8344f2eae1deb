"""Names joined and separated; the forms of whole names are in test_names.txt."""

from __future__ import annotations

import json

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.model import Name, Source
from loccit.values.names import (
    MAKERS,
    full_name,
    inverted_name,
    leading_particle,
    makers,
    particles,
    surname,
    trailing_particle,
)

NAMES = st.builds(
    Name, st.text(), st.text(), st.text(), st.text(), st.text(), st.text()
)
JANE, RUTH = Name("Doe", "Jane"), Name("Roe", "Ruth")


def report(name: Name) -> str:
    forms = {
        "surname": surname(name),
        "inverted": inverted_name(name),
        "full": full_name(name),
    }
    if particles(name):
        forms["particles"] = particles(name)
    return "\n".join(f"{form}: {text}".strip() for form, text in forms.items())


def test_forms(given: str, expected: str) -> None:
    parts = {part.replace("-", "_"): text for part, text in json.loads(given).items()}
    assert report(Name(**parts)) == expected


@draw(NAMES)
def test_every_name_has_its_forms(name: Name) -> None:
    for part in [name.literal] if name.literal else [name.given, name.family]:
        assert part in full_name(name)
        assert part in inverted_name(name)
    assert inverted_name(name).startswith(surname(name))


@pytest.mark.parametrize(
    ("family", "parts"),
    [
        ("van den Berg", ("van den", "Berg")),
        ("Van den Berg", ("", "Van den Berg")),
        ("Drummond de Andrade", ("", "Drummond de Andrade")),
        ("deGrasse Tyson", ("", "deGrasse Tyson")),
        ("bell hooks", ("bell", "hooks")),
        ("hooks", ("", "hooks")),
        ("", ("", "")),
    ],
)
def test_a_particle_before_a_surname(family: str, parts: tuple[str, str]) -> None:
    assert leading_particle(family) == parts


@pytest.mark.parametrize(
    ("given_names", "parts"),
    [
        ("Simone de", ("Simone", "de")),
        ("Jean de la", ("Jean", "de la")),
        ("Agrippa d’", ("Agrippa", "d’")),
        ("Jane", ("Jane", "")),
        ("jane", ("jane", "")),
        ("Jane m.", ("Jane m.", "")),
        ("", ("", "")),
    ],
)
def test_a_particle_after_given_names(given_names: str, parts: tuple[str, str]) -> None:
    assert trailing_particle(given_names) == parts


@draw(st.text())
def test_a_split_name_has_all_its_words(text: str) -> None:
    for split in (leading_particle, trailing_particle):
        assert " ".join(filter(None, split(text))).split() == text.split()


@pytest.mark.parametrize(
    ("variables", "names"),
    [
        ({"author": (JANE,), "editor": (RUTH,)}, (JANE,)),
        ({"editor": (RUTH,), "translator": (JANE,)}, (RUTH,)),
        ({"editor": (RUTH,), "director": (JANE,)}, (JANE,)),
        ({"container-author": (RUTH,), "editor": (JANE,)}, (JANE,)),
        ({"container-author": (RUTH,)}, (RUTH,)),
        ({"recipient": (RUTH,)}, ()),
        ({}, ()),
    ],
)
def test_the_names_that_a_work_is_known_by(
    variables: dict[str, tuple[Name, ...]], names: tuple[Name, ...]
) -> None:
    assert makers(Source("a", "book", {**variables})) == names


def test_every_role_is_one_of_csl() -> None:
    for role in MAKERS:
        assert makers(Source("a", "book", {role: (JANE,)})) == (JANE,)
