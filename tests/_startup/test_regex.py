"""A pattern behaves as the compiled one, and is not compiled before."""

from __future__ import annotations

import re

from loccit._startup.regex import regex


def test_it_does_what_a_compiled_one_does() -> None:
    word = regex(r"(?P<first>\w)\w*", re.ASCII)
    match = word.match("essay é")
    assert match is not None
    assert match["first"] == "e"
    assert [found[0] for found in word.finditer("one é two")] == ["one", "two"]
    assert word.sub("-", "one two") == "- -"
    assert (word.pattern, word.groups) == (r"(?P<first>\w)\w*", 1)


def test_it_is_compiled_when_it_is_used() -> None:
    broken = regex("(")  # a fault shows when it is used, so that every one needs a test
    try:
        broken.search("")
    except re.error as error:
        assert "unterminated" in str(error)
    else:
        raise AssertionError("an open bracket was compiled")
