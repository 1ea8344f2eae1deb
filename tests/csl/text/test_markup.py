from __future__ import annotations

from hypothesis import given as sampled
from hypothesis import strategies as st

from loccit.csl.locales.locale import load_locale
from loccit.csl.output_tree import Node
from loccit.csl.text.markup import parse_markup, parse_rich, parse_tags
from loccit.csl.text.typeset import plain_text, typeset
from loccit.model import Mark, RichText
from loccit.output import html


def test_text(title: str, given: str, expected: str) -> None:
    assert (
        html.render(typeset(Node(parse_markup(given)), load_locale("en-US")))
        == expected
    )


def test_quotes_of_a_language() -> None:
    assert plain_text(Node(parse_markup('"x"')), load_locale("de-DE")) == "„x“"


def test_quotes_pair_across_marks_of_a_prefix() -> None:
    prefix = RichText(
        (
            '"in ',
            *RichText.of("Nature").marked(Mark("font-style", "italic")).nodes,
            '" ',
        )
    )
    assert (
        html.render(typeset(parse_rich(prefix), load_locale("en-US")))
        == "“in <i>Nature</i>” "
    )


def test_tags_of_a_prefix_leave_its_quotes() -> None:
    assert parse_tags('see <i>x</i>, "y"').plain == 'see x, "y"'


@sampled(st.text(alphabet="ab <>/i'\"“”‘’«»", max_size=25))
def test_no_letter_is_lost(text: str) -> None:
    shown = plain_text(Node(parse_markup(text)), load_locale("en-US"))
    assert [c for c in shown if c in "ab"] == [c for c in text if c in "ab"]
