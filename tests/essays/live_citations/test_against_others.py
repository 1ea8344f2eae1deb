"""Other programs read the codes that are written: pandoc, and an independent reader."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.sax.saxutils import escape

import pytest

from loccit.essays.live_citations.programs import word
from loccit.essays.live_citations.programs.zotero import write
from loccit.model import Citation, Cite, Locator, RichText
from tests.essays.live_citations.written import ITALIC, ITEMS
from tests.paths import SHARED

TRUTH = SHARED / "tools" / "documents" / "truth.py"


def test_pandoc_reads_zoteros(tmp_path: Path) -> None:
    cites = (
        Cite("bell2009", prefix=RichText.of("see "), locator=Locator("page", "3-4")),
        Cite("roe:10", "suppress-author", suffix=RichText.of(", passim")),
    )
    text = RichText(("(see ", RichText.of("Bell").marked(ITALIC).nodes[0], ", 2010)"))
    code = write.citation_code(Citation(cites), ITEMS, text, "a1")
    found = read_by_pandoc(tmp_path, code, text.plain)
    assert found["references"] == {"bell2009", "roe:10"}
    assert found["cites"] == [
        ("bell2009", "NormalCitation"),
        ("roe:10", "SuppressAuthor"),
    ]


def read_by_pandoc(folder: Path, code: str, text: str) -> dict[str, Any]:
    """What pandoc reads in a document with one field."""
    pypandoc = pytest.importorskip("pypandoc")
    document = folder / "a.docx"
    document.write_bytes(document_with_field(f" ADDIN {code} ", text))
    command = [pypandoc.get_pandoc_path(), "-f", "docx+citations", "-t", "json"]
    output = subprocess.run([*command, document], capture_output=True, check=True)
    tree = json.loads(output.stdout)
    [cite] = [
        inline["c"][0] for inline in tree["blocks"][0]["c"] if inline["t"] == "Cite"
    ]
    references = tree["meta"]["references"]["c"]
    return {
        "cites": [(each["citationId"], each["citationMode"]["t"]) for each in cite],
        "references": {
            each["c"]["id"]["c"] for each in references if each["t"] == "MetaMap"
        },
    }


def document_with_field(code: str, text: str) -> bytes:
    """A Word document with one field."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    runs = [
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{escape(code)}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f'<w:t xml:space="preserve">{escape(text)}</w:t>',
        '<w:fldChar w:fldCharType="end"/>',
    ]
    body = "".join(f"<w:r>{run}</w:r>" for run in runs)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Override PartName="/d.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r" Target="d.xml" '
        f'Type="{office}/officeDocument"/></Relationships>',
        "d.xml": f'<w:document xmlns:w="{word}"><w:body><w:p>{body}</w:p></w:body></w:document>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["zotero", "word"])
def test_another_reader_reads_them(kind: str) -> None:
    cites = (
        Cite("bell2009", prefix=RichText.of("see "), locator=Locator("page", "3-4")),
        Cite("roe:10", "suppress-author", suffix=RichText.of(' passim "x"')),
    )
    citation = Citation(cites)
    if kind == "zotero":
        code = write.citation_code(citation, ITEMS, RichText.of("(x)"), "a1")
    else:
        code = word.citation_code(citation) or ""
    found, odd = read_by_truth(kind, f" ADDIN {code} " if kind == "zotero" else code)
    assert [each["ids"][0] for each in found] == ["bell2009", "roe:10"]
    assert [each["locator"] for each in found] == ["3-4", None]
    assert found[0]["prefix"] == "see"
    assert found[1]["mode"] == "suppress-author"
    assert set(odd) <= {"tag-without-source"}


def truth() -> ModuleType:
    """The independent reader of documents."""
    if not TRUTH.exists():
        pytest.skip("the independent reader is not here")
    spec = importlib.util.spec_from_file_location("truth", TRUTH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_by_truth(kind: str, code: str) -> tuple[list[dict[str, Any]], list[str]]:
    odd: list[str] = []
    found: list[dict[str, Any]] = truth().payload(kind, code, [], {}, odd)[0]
    return found, odd
