"""Keys in HTML essays for the commands that ask where they are, and change them."""

from __future__ import annotations

from pathlib import Path

import pytest

import loccit
from loccit.editing.unformat import unformat_essay
from loccit.errors import InvalidChange
from loccit.essays.rename import rename_keys
from loccit.model import Edit, Span
from loccit.workspace.rename_in_essays import rename_in_essays
from loccit.workspace.where_cited import where_cited
from tests.essays.formats.html.library import LIBRARY, formatted

TEXT = (
    "<p>So [@<b>doe</b>1, p. 3], &#64;roe and <i>-@do</i>e1. "
    "<span class=citation data-cites='roe doe1'>(Roe, 2002)</span> "
    '<d-cite key="doe1,roe"></d-cite></p>'
)


def renamed(old: str, new: str) -> str:
    essay = loccit.read_essay(TEXT.encode(), "essay.html")
    return rename_keys(essay, {old: new}, {"p.": "page"}).decode()


def test_keys_over_tags_and_in_attributes() -> None:
    assert renamed("doe1", "a&b") == (
        "<p>So [@a&amp;b, p. 3], &#64;roe and <i>-@a&amp;b</i>. "
        "<span class=citation data-cites='roe a&amp;b'>(Roe, 2002)</span> "
        '<d-cite key="a&amp;b,roe"></d-cite></p>'
    )


def test_a_key_that_an_attribute_can_not_have() -> None:
    with pytest.raises(InvalidChange, match="can't be cited"):
        renamed("roe", "two words")


def test_where_cited_looks_into_tags(tmp_path: Path) -> None:
    path = tmp_path / "essay.html"
    path.write_text(TEXT)
    essay = loccit.open_essay(path)
    assert len([*where_cited("doe1", [essay])]) == 4
    assert [*rename_in_essays({"doe1": "zed"}, [essay])] == [path]
    essay = loccit.read_essay(b"<p>@<b>do</b>e1</p>", "essay.html")
    assert len([*where_cited("doe1", [essay])]) == 1


def test_unformat_gives_keys_back() -> None:
    typed = "<p>So [@doe2001, p. 3] and <i>AT&amp;T</i> [see @roe2002].</p>"
    essay = loccit.read_essay(formatted(typed).data, "essay.html")
    assert unformat_essay(essay, LIBRARY).data.decode().splitlines()[0] == typed


def test_any_edit_keeps_tags_balanced() -> None:
    essay = loccit.read_essay(b"<p><b>So (Doe</b>, 2001, <i>p.</i> 3).", "essay.html")
    edit = Edit(Span(9, 37), "[@doe]")
    assert essay.with_edits([edit]) == b"<p><b>So [@doe]</b>."
