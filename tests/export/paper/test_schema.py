"""Papers follow the schema of their format: the validator of Microsoft's Open XML SDK
finds no error in a DOCX file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.export.paper.essays import ESSAY, make
from tests.open_xml import errors, needs_validator

ALL = """\
# One

A "quoted" word,[^a] $x^2$, `code`, [a link](https://example.org), H~2~O, x^2^, ~~no~~,
[Words]{.smallcaps}, [Wort]{lang=de}, שלום.

[^a]: A note.

    - a list in it

    > a quotation

#### Level four

Text.

> - a list in a quotation
>
> | a | b |
> |---|---|
> | 1 | 2 |

: A table {#tbl-a}

+-----+-----+
| a   | b   |
+=====+=====+
| - x | > y |
+-----+-----+

| a line
|   block

Term
:   Definition

1. One
   a. Two

        code

***

$$ \\sum_{i=1}^n \\frac{i}{2} $$

- [ ] to do
- [x] done
"""


@needs_validator
@pytest.mark.parametrize("kind", ["student", "professional", "plain"])
@pytest.mark.parametrize(
    "setting", ["lang: en-GB", "csl: mla", "lang: ar", "fields: zotero", "fields: word"]
)
def test_docx_files_are_valid(kind: str, setting: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    essay = ESSAY.replace("lang: en-GB", setting) + ALL
    path.write_bytes(make(essay, kind).data)
    assert not errors(path)
