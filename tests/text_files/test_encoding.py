"""Bytes to text, whatever program wrote them, and back."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.errors import UnreadableFile, UnwritableFile
from loccit.text_files.encoding import decode, encode, require_exact

MARK = "\ufeff"
#: Byte order marks, and none.
MARKS = [
    b"",
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
]

#: The bytes; the text, the encoding, the mark, and whether the encoding was guessed.
CASES = {
    "UTF-8": (b"M\xc3\xbcller", "Müller", "utf-8", "", False),
    "nothing": (b"", "", "utf-8", "", False),
    "UTF-8 with a mark": (b"\xef\xbb\xbfa", "a", "utf-8", MARK, False),
    "only a mark": (b"\xef\xbb\xbf", "", "utf-8", MARK, False),
    "two marks": (b"\xef\xbb\xbf\xef\xbb\xbfa", MARK + "a", "utf-8", MARK, False),
    "UTF-16": (b"\xff\xfea\0\xfc\0", "aü", "utf-16-le", MARK, False),
    "UTF-16, big end first": (b"\xfe\xff\0a\0\xfc", "aü", "utf-16-be", MARK, False),
    "UTF-32": (b"\xff\xfe\0\0a\0\0\0", "a", "utf-32-le", MARK, False),
    "UTF-32, big end first": (b"\0\0\xfe\xff\0\0\0a", "a", "utf-32-be", MARK, False),
    "Windows-1252": (b"M\xfcller\x92s", "Müller’s", "windows-1252", "", True),
    "Latin-1": (b"M\xfcller\x81", "Müller\x81", "latin-1", "", True),
    "a NUL": (b"a\0b", "a\0b", "utf-8", "", False),
    "line ends": (b"a\r\nb\rc\n", "a\r\nb\rc\n", "utf-8", "", False),
}


@pytest.mark.parametrize("name", CASES)
def test_encodings(name: str) -> None:
    data, text, encoding, mark, is_guessed = CASES[name]
    decoded = decode(data, "a.bib")
    assert (decoded.text, decoded.encoding, decoded.mark) == (text, encoding, mark)
    assert bool(decoded.problems) is is_guessed
    assert encode(decoded.mark + decoded.text, decoded.encoding, "a.bib") == data


@pytest.mark.parametrize(
    ("data", "name"), [(b"\xfc", "Windows-1252"), (b"\xfc\x81", "Latin-1")]
)
def test_a_guess_is_a_warning(data: bytes, name: str) -> None:
    [problem] = decode(data, "a.bib").problems
    assert (problem.rule, problem.severity) == ("not-utf-8", "warning")
    assert problem.place.path == "a.bib"
    assert problem.message == f"This file is not UTF-8; it was read as {name}."


@given(st.sampled_from(MARKS), st.binary())
def test_no_byte_is_lost(mark: bytes, rest: bytes) -> None:
    decoded = decode(mark + rest, "a.bib")
    again = encode(decoded.mark + decoded.text, decoded.encoding, "a.bib")
    assert (again == mark + rest) is decoded.is_exact


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfea\0b", "Not all of this file is UTF-16: byte 5 does not fit"),
        (b"\xff\xfea\0\0\xd8", "Not all of this file is UTF-16: byte 5 does not fit"),
        (b"\0\0\xfe\xff\0\x11\0\0", "Not all of this file is UTF-32: byte 5 does"),
    ],
)
def test_bytes_that_do_not_fit(data: bytes, message: str) -> None:
    decoded = decode(data, "a.bib")
    assert "\ufffd" in decoded.text
    [problem] = decoded.problems
    assert problem.rule == "not-utf-8"
    assert problem.message.startswith(message)
    with pytest.raises(UnreadableFile, match=f"a.bib: {message}"):
        require_exact(decoded)


def test_a_character_that_the_encoding_lacks() -> None:
    with pytest.raises(UnwritableFile, match=r"in Windows-1252, .*'Ł' \(U\+0141\)"):
        encode("Łódź", "windows-1252", "a.bib")


def test_a_few_stray_bytes_do_not_change_the_other_letters() -> None:
    data = "Müller, Über Bäume\nS".encode() + b"\xf8r, 1138\x961150"
    decoded = decode(data, "a.bib")
    assert decoded.text == "Müller, Über Bäume\nSør, 1138–1150"
    [problem] = decoded.problems
    assert (problem.rule, problem.place.line) == ("not-utf-8", 2)
    with pytest.raises(UnreadableFile):
        require_exact(decoded)


def test_a_letter_in_utf_8_by_chance_does_not_make_a_file_utf_8() -> None:
    data = "é".join("abcdefghijklmnop").encode("windows-1252") + b"\xc3\xbc"
    assert decode(data, "a.bib").encoding == "windows-1252"


def test_a_declared_encoding_counts_where_the_bytes_show_no_other() -> None:
    assert decode(b"plain", "a.html", "windows-1252").encoding == "windows-1252"
    assert decode("Łódź".encode("iso8859-2"), "a", "iso8859-2").text == "Łódź"
    assert decode("Łódź".encode(), "a.html", "iso8859-2").encoding == "utf-8"
    assert decode(b"plain", "a.html", "no-such-codec").encoding == "utf-8"
