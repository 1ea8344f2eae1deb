"""Completion in `.bib` files: what is typed at `|`, and the first of what is offered."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.scan import scan
from loccit.bibliography.search.summary import Summary
from loccit.drafting.bib.completion import BibLibrary, complete_bib
from tests.drafting.cursor import with_cursor


def completions(given: str) -> list[tuple[str, str]]:
    """Return each label, and the text with it in place and the cursor in it."""
    text, offset = with_cursor(given)
    entries = scan(text).entries
    summaries = [Summary(each.key, "", "", "", each.type) for each in entries]
    done = []
    for each in complete_bib(BibLibrary(text, lambda _: summaries), offset):
        before, after = text[: each.span.start], text[each.span.end :]
        done.append((each.label, f"{before}{each.new}|{each.after}{after}"))
    return done


def test_what_is_offered(given: str, expected: str) -> None:
    labels = [label for label, _ in completions(given)]
    wanted = expected.split("; ")
    if wanted == ["nothing"]:
        assert labels == []
    else:
        assert labels[: len(wanted)] == wanted


def typed(given: str, label: str) -> str:
    return dict(completions(given))[label]


def test_a_new_entry_gets_its_braces() -> None:
    assert typed("@bo|", "book") == "@book{|,\n}"
    assert typed("@bo|{a}", "book") == "@book|{a}"
    assert typed("@str|", "string") == "@string{|}"


def test_a_field_is_written_as_those_around_it() -> None:
    assert typed("@book{a, |}", "title") == "@book{a, title = {|},}"
    assert typed("@book{a, |,}", "title") == "@book{a, title = {|},}"
    assert typed("@book{a, ti| = {Emma}}", "title") == "@book{a, title| = {Emma}}"
    given = '@book{a, title="Emma", |}'
    assert typed(given, "date") == '@book{a, title="Emma", date="|",}'
    assert typed("@book{a, |}", "month") == "@book{a, month = |,}"


def test_one_name_of_several_is_replaced() -> None:
    given = "@book{a, author = {Roe and Poe}}\n@book{b, author = {A and P| and C}}"
    assert typed(given, "Poe").endswith("{A and Poe| and C}}")


def test_a_name_that_is_being_typed_is_not_offered() -> None:
    labels = [label for label, _ in completions("@book{a, author = {Ro|}}")]
    assert labels == []
