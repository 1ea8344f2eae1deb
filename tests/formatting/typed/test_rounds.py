"""The edits of two rounds as those of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from loccit import format_essay, open_library, read_essay
from loccit._startup.dataclass import replace
from loccit.essays.document import Document
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.formatting.typed.rounds import (
    composed,
    composed_by_part,
    format_until_settled,
)
from loccit.model import Edit, Span, apply_edits
from loccit.model.span import edits_by_part
from tests.essays.toy_format import ToyDocument
from tests.paths import ROOT

TEXTS = st.text("abc", max_size=12)
MARK = "<mark/>"


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of a text, in order, that don't overlap."""
    places = st.integers(0, len(text))
    ends = sorted(draw(st.lists(places, max_size=8, unique=True)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return [Edit(Span(start, end), draw(TEXTS)) for start, end in pairs]


@given(st.data(), TEXTS)
def test_composed(data: st.DataObject, text: str) -> None:
    first = data.draw(edits_of(text))
    between = apply_edits(text, first)
    then = data.draw(edits_of(between))
    both = [*composed(first, between, then)]
    assert apply_edits(text, both) == apply_edits(between, then)
    assert are_apart(both)


class PreparedDocument(ToyDocument):
    """A document that puts a mark before each part that it changes."""

    def preparations(self, edits: Iterable[Edit]) -> Sequence[Edit]:
        changed = edits_by_part(edits)
        return [
            Edit(Span(0, 0), MARK, part)
            for part in changed
            if not self.parts[part].startswith(MARK)
        ]

    def with_edits(self, edits: Iterable[Edit]) -> PreparedDocument:
        made = [*edits]
        changed = super().with_edits([*self.preparations(made), *made])
        return PreparedDocument(changed.file)


@given(st.data(), TEXTS, TEXTS)
def test_each_part_is_composed_by_itself(
    data: st.DataObject, body: str, aside: str
) -> None:
    document = PreparedDocument(f'{{"body": "{body}", "aside": "{aside}"}}')
    first = data.draw(edits_of_parts(document))
    between = document.with_edits(first)
    then = data.draw(edits_of_parts(between))
    both = [*composed_by_part(document, first, then)]
    assert document.with_edits(both).data == between.with_edits(then).data


@st.composite
def edits_of_parts(draw: st.DrawFn, document: Document) -> list[Edit]:
    """Edits of every part, in any order; none is of its mark."""
    edits = []
    for part, text in document.parts.items():
        start = len(MARK) if text.startswith(MARK) else 0
        for edit in draw(edits_of(text[start:])):
            span = Span(edit.span.start + start, edit.span.end + start)
            edits.append(Edit(span, edit.new, part))
    return draw(st.permutations(edits))


def are_apart(edits: Sequence[Edit]) -> bool:
    """Return whether edits are in order, and none overlaps the next."""
    spans = [edit.span for edit in edits]
    return all(one.end <= other.start for one, other in pairwise(spans))


def test_what_the_second_round_leaves_stays_as_it_is() -> None:
    first = [Edit(Span(0, 1), "xyz"), Edit(Span(4, 4), "-")]
    both = [*composed(first, "xyzbcd-e", [Edit(Span(7, 8), "E")])]
    assert both == [Edit(Span(0, 1), "xyz"), Edit(Span(4, 5), "-E")]


def test_what_a_later_round_formats_is_not_reported() -> None:
    library = open_library([ROOT / "bibliography"])
    text = "So (Davis, 2003) says, with (Alexandre, 2010) and (Jimenes et al., 2014)."
    essay = read_essay(text.encode(), "essay.md")
    first = format_essay(essay, library)
    doubtful = [text.index(name) for name in ("(Alex", "(Jimen")]
    assert [each.place.column - 1 for each in first.problems] == doubtful
    name = doubtful[0] + 1
    rounds = [Edit(Span(0, 2), "As"), Edit(Span(name, name + 9), "Alexander")]

    def format_once(draft: Draft) -> FormattedEssay:
        return replace(first, edits=(rounds.pop(0),) if rounds else ())

    result = format_until_settled(read_draft(essay, library), format_once)
    assert [edit.new for edit in result.edits] == ["As", "Alexander"]
    assert [each.place.column - 1 for each in result.problems] == doubtful[1:]
