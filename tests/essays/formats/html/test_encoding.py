"""Essays in HTML that declare an encoding."""

from __future__ import annotations

import pytest

from loccit.essays.formats.html.encoding import declared_encoding
from tests.essays.formats.html.library import formatted

META = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="utf-8">', None),
        ("<META CHARSET=latin1>", "windows-1252"),
        (META, "windows-1252"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso8859-2"),
        ("<meta charset=nonsense>", None),
        ("<p>charset=latin1</p>", None),
    ],
)
def test_declared(head: str, codec: str | None) -> None:
    assert declared_encoding(head.encode()) == codec


def test_what_the_encoding_lacks_is_a_reference() -> None:
    given = f"{META}<p>Café, naïve, but [@roe2002] – so.</p>".encode("windows-1252")
    result = formatted(given)
    text = result.data.decode("windows-1252")
    assert "<p>Café, naïve, but (Roe, 2002) – so.</p>" in text
    assert "&#321;ód&#378;." in text
    assert not result.problems


def test_ascii_in_another_encoding_than_unicode() -> None:
    given = "<meta charset=windows-1252><p>So [@doe2001, pp. 3-5].</p>"
    assert "pp. 3\x965".encode("latin-1") in formatted(given).data
