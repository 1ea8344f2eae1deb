"""Names as BibTeX writes them."""

from __future__ import annotations

import json

from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.formats.bibtex.names import read_names, write_names
from loccit.model import Name, Source
from loccit.model.csl_json import source_to_csl_json


def as_csl(names: tuple[Name, ...]) -> str:
    people = source_to_csl_json(Source("", "", {"author": names}))["author"]
    assert isinstance(people, list)
    return "\n".join(json.dumps(person, ensure_ascii=False) for person in people)


def test_names(given: str, expected: str) -> None:
    assert as_csl(read_names(given)) == expected


@draw(st.text(alphabet="ab Zé{}\\,'~.=and"))
def test_whatever_is_typed_is_read(tex: str) -> None:
    for name in read_names(tex):
        assert name != Name()


PART = st.text(alphabet="AbcÉü", min_size=1).map(str.capitalize)


@draw(
    st.lists(
        st.builds(Name, family=PART, given=PART, suffix=st.sampled_from(["", "Jr."])),
        min_size=1,
    )
)
def test_names_written_are_read_again(names: list[Name]) -> None:
    assert read_names(write_names(tuple(names))) == tuple(names)
