"""Codes in case files, with what programs pack as people can read it."""

from __future__ import annotations

import base64
import re
import zlib

from loccit.essays.live_citations import FieldCode
from tests.cases import Case

#: What a program packs: `⟦base64 text⟧`, `⟦zlib text⟧`.
_PACKED = re.compile(r"⟦(base64|zlib) (.*?)⟧", re.DOTALL)


def code_of(case: Case) -> FieldCode:
    data = case.sections.get("data")
    sources = case.sections.get("sources", "")
    return FieldCode(
        packed(case.given),
        (packed(f"⟦base64 {data}⟧"),) if data else (),
        {re.findall("<b:Tag>(.*?)<", line)[0]: line for line in sources.splitlines()},
    )


def packed(text: str) -> str:
    def pack(found: re.Match[str]) -> str:
        data = found[2].encode()
        if found[1] == "zlib":
            data = zlib.compress(data)
        return base64.b64encode(data).decode()

    return _PACKED.sub(pack, text)
