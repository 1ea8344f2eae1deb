"""RTF must read back, with pandoc and with LibreOffice, as the text and marks that were
meant.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, rtf
from tests.output.conftest import TEXTS
from tests.output.pandoc import blocks, words

FLUSH = BibliographyOptions(second_field_align="flush", max_offset=4)


def written(texts: list[RichText], options: BibliographyOptions = FLUSH) -> str:
    return rtf.document(
        [Section(rtf.entries([Entry("k", text) for text in texts], anchors=True))],
        options,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{a}\\", r"\{a\}\\"),
        ("Jiménez", r"Jim\u233\'e9nez"),
        ("–", r"\u8211\'96"),
        ("😀", r"\u-10179\'3f\u-8704\'3f"),
        ("\uff5b", r"\u-165\'3f"),
        ("one\r\ntwo", "one two"),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    assert rtf.render(RichText.of(text)) == expected


def test_links() -> None:
    address = 'https://x.org/a%20b?c="d"&{e}\\f'
    expected = r'{\field{\*\fldinst{HYPERLINK "https://x.org/a%20b?c=%22d%22&%7Be%7D%5Cf"}}{\fldrslt{Doe}}}'
    assert rtf.render(RichText.of("Doe").marked(Mark("link", address))) == expected


def test_a_link_leads_to_its_entry() -> None:
    link = rtf.render(RichText.of("Doe").marked(Mark("link", "#ref-a:b")))
    [entry] = rtf.entries([Entry("a:b", RichText.of("Doe"))], anchors=True)
    assert r'HYPERLINK \\l "ref_a_3a_b"' in link
    assert entry.startswith(r"{\*\bkmkstart ref_a_3a_b}")


def test_marks(mark: Mark) -> None:
    [block] = blocks(
        written(
            [RichText.of("x") + RichText.of("y").marked(mark)], BibliographyOptions()
        ),
        "rtf",
    )
    names = {
        "italic": "Emph", "bold": "Strong", "small-caps": "SmallCaps", "underline": "Underline",
        "sup": "Superscript", "sub": "Subscript",
    }  # fmt: skip
    assert block["c"][-1]["t"] == names[mark.value]


def test_upright_within_italics() -> None:
    inner = RichText.of("Hamlet").marked(Mark("font-style", "normal"))
    assert (
        rtf.render((RichText.of("On ") + inner).marked(Mark("font-style", "italic")))
        == r"{\i On {\i0 Hamlet}}"
    )


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_pandoc_reads_back_what_was_meant(texts: list[str]) -> None:
    # pandoc does not join the halves of a character beyond U+FFFF, and fails at an
    # apostrophe behind a fallback
    texts = [" ".join(re.sub("[😀']", "", text).split()) for text in texts]
    read = [
        words(block["c"])
        for block in blocks(written([RichText.of(text) for text in texts]), "rtf")
    ]
    assert read == texts


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice (`soffice`) is not installed"
)
@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(TEXTS)
def test_libreoffice_reads_back_what_was_meant(
    tmp_path: Path, texts: list[str]
) -> None:
    number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    (tmp_path / "list.rtf").write_text(
        written([number + RichText.of(text) for text in texts]), "ascii"
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "list.rtf"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    lines = (tmp_path / "list.txt").read_text("utf-8-sig").splitlines()
    assert lines == [f"[1]\t{text}" for text in texts]
