"""The thesis of the benchmarks as documents of Word: with typed keys, and with the fields
that Zotero writes.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from loccit import open_essay, open_library
from loccit.csl import locator_terms
from loccit.model import Citation, Locator
from loccit.model.csl_json import source_to_csl_json

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OPC = "application/vnd.openxmlformats-package.relationships+xml"
_MAIN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="{_OPC}"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>
</Types>"""
_RELATIONSHIPS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>"""

#: Writes the runs of a citation.
_Writer = Callable[[Citation, str], str]


def write_word_thesis(essay: Path, bib: Path) -> tuple[Path, Path]:
    """Write a Markdown thesis of one citation a paragraph as two documents of Word.

    Returns:
        The document with the keys as they are typed, and the one with Zotero's fields.
    """
    items = {source.key: source_to_csl_json(source) for source in open_library([bib])}
    keys, fields = essay.with_suffix(".keys.docx"), essay.with_suffix(".fields.docx")
    _write(essay, keys, lambda citation, text: _run(_text(text)))
    _write(essay, fields, lambda citation, text: _field(citation, text, items))
    return keys, fields


def _write(essay: Path, document: Path, write_citation: _Writer) -> None:
    text = essay.read_text("utf-8")
    body, done = [], 0
    for citation in open_essay(essay).citations(locator_terms("en-US")):
        before = text[done : citation.span.start].split("\n\n")
        body += [f"<w:p>{_run(_text(each))}</w:p>" for each in before[:-1]]
        runs = write_citation(citation, citation.span.of(text))
        done = citation.span.end
        body.append(f"<w:p>{_run(_text(before[-1]))}{runs}</w:p>")
    xml = f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(body)}</w:body></w:document>'
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONSHIPS)
        package.writestr("word/document.xml", xml)


def _field(citation: Citation, text: str, items: Mapping[str, object]) -> str:
    code = {
        "citationID": f"c{citation.span.start}",
        "properties": {"plainCitation": text, "noteIndex": 0},
        "citationItems": [
            {
                "id": cite.key,
                "uris": [f"http://zotero.org/users/1/items/{cite.key}"],
                "itemData": items[cite.key],
                **_locator(cite.locator),
            }
            for cite in citation.cites
        ],
    }
    instruction = f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(code)} "
    return "".join(
        [
            _run('<w:fldChar w:fldCharType="begin"/>'),
            _run(
                f'<w:instrText xml:space="preserve">{escape(instruction)}</w:instrText>'
            ),
            _run('<w:fldChar w:fldCharType="separate"/>'),
            _run(_text(text)),
            _run('<w:fldChar w:fldCharType="end"/>'),
        ]
    )


def _locator(locator: Locator | None) -> dict[str, str]:
    return {"locator": locator.value, "label": locator.label} if locator else {}


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _run(content: str) -> str:
    return f"<w:r>{content}</w:r>"
