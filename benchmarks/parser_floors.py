"""The least that reading a library can take: the bare parser of each format, which makes
nothing of what it finds.

YAML is parsed by libyaml to events, which is a tenth of what its loader takes; XML by
expat through `iterparse`, of which each element is cleared; tables and JSON by the
standard library; tagged lines by a loop that takes tag and text of each line apart.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.measure import Command

_YAML = """
import yaml
with open(sys.argv[1], encoding="utf-8") as file:
    for _ in yaml.parse(file.read(), yaml.CSafeLoader):
        pass
"""
_XML = """
from xml.etree import ElementTree
for _, element in ElementTree.iterparse(sys.argv[1]):
    element.clear()
"""
_CSV = """
import csv
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    for _ in csv.reader(file):
        pass
"""
_JSON = """
import json
with open(sys.argv[1], encoding="utf-8") as file:
    json.load(file)
"""
_LINES = """
record = []
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        tag, text = line[:4].strip(), line[4:].strip()
        if tag or text:
            record.append((tag, text))
        else:
            record = []
"""
_PARSERS = {
    "cff": _YAML,
    "csl-json": _JSON,
    "csl-yaml": _YAML,
    "csv": _CSV,
    "endnote-xml": _XML,
    "hayagriva": _YAML,
    "medline": _LINES,
    "mods": _XML,
    "refer": _LINES,
    "ris": _LINES,
    "word-xml": _XML,
}


def bare_parser(format_name: str, library: Path) -> Command:
    """Return the command that parses a library and does nothing else."""
    return [sys.executable, "-c", f"import sys\n{_PARSERS[format_name]}", library]
