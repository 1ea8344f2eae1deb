"""Little files of Word, made of the XML in their bodies."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_NAMESPACES = {
    "w": MAIN,
    "r": f"{_DOCUMENT}/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": f"{_DOCUMENT}/math",
    "b": f"{_DOCUMENT}/bibliography",
    "vt": f"{_DOCUMENT}/docPropsVTypes",
}
_DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items())


def word_file(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A file of Word.

    Args:
        body: what is in its `w:body`.
        parts: what is in its other parts, each by the kind of its relationship:
            `footnotes`, `styles`, `numbering`, `header`; `custom-properties` and
            `customXml`; `links` are relationships of the body.
    """
    given = dict(parts or {})
    links = given.pop("links", "")
    members = {"word/document.xml": _element("document", f"<w:body>{body}</w:body>")}
    related = "".join(_relationship(kind) for kind in given)
    members["word/_rels/document.xml.rels"] = _relationships(related + links)
    members["_rels/.rels"] = _relationships(
        f'<Relationship Id="r" Type="{_DOCUMENT}/relationships/officeDocument" Target="word/document.xml"/>'
    )
    members["[Content_Types].xml"] = _content_types(given)
    for kind, content in given.items():
        members[_name(kind)] = _part(kind, content)
    return archive(members)


def archive(members: Mapping[str, str]) -> bytes:
    """A zip archive of texts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def _name(kind: str) -> str:
    names = {
        "custom-properties": "docProps/custom.xml",
        "customXml": "customXml/item1.xml",
    }
    return names.get(kind, f"word/{kind}.xml")


def _part(kind: str, content: str) -> str:
    match kind:
        case "custom-properties":
            space = f"{_DOCUMENT}/custom-properties"
            return f'<Properties xmlns="{space}" {_DECLARED}>{content}</Properties>'
        case "customXml":
            return f"<b:Sources {_DECLARED}>{content}</b:Sources>"
        case "header" | "footer":
            return _element("hdr" if kind == "header" else "ftr", content)
        case _:
            return _element(kind, content)


def _element(name: str, content: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f"<w:{name} {_DECLARED}>{content}</w:{name}>"
    )


def _relationship(kind: str) -> str:
    return f'<Relationship Id="{kind}" Type="{_DOCUMENT}/relationships/{kind}" Target="/{_name(kind)}"/>'


def _relationships(content: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{content}</Relationships>'


def _content_types(parts: Mapping[str, str]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    word = f"{_OFFICE}.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{word}.{kind}+xml"/>'
        for kind in parts
        if _name(kind).startswith("word/")
    )
    return (
        f'<Types xmlns="{space}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{inside}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def field(code: str, result: str) -> str:
    """The runs of a field whose code and result are one run each."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t xml:space="preserve">{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
