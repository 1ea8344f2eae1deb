from __future__ import annotations

from loccit.csl.elements.name import NamePrinter
from loccit.csl.elements.name_options import NameOptions
from loccit.csl.elements.name_parts import split_name
from loccit.csl.locales.locale import load_locale
from loccit.csl.text.typeset import plain_text
from loccit.model import Name


def test_order(title: str, given: str, expected: str) -> None:
    family, _, first = given.partition("|")
    printer = NamePrinter(
        NameOptions(), {}, demote_particles="never", initialize_with_hyphen=True
    )
    node = printer.render(
        Name(family=family, given=first), inverted=title == "inverted"
    )
    assert plain_text(node, load_locale("en-US")) == expected


def test_a_style_may_demote_particles() -> None:
    printer = NamePrinter(
        NameOptions(),
        {},
        demote_particles="display-and-sort",
        initialize_with_hyphen=True,
    )
    node = printer.render(Name(family="van der Berg", given="Jan"), inverted=True)
    assert plain_text(node, load_locale("en-US")) == "Berg, Jan van der"


def test_names_that_must_not_be_split() -> None:
    name = Name(family="van der Berg", parse_names=False)
    assert split_name(name) is name
