"""TOML, with the parser of the standard library where it has one."""

from __future__ import annotations

import sys
from collections.abc import Mapping


def read_toml(text: str) -> Mapping[str, object]:
    """Read a TOML document.

    Raises:
        ValueError: the text is not TOML.

    >>> read_toml('csl = "apa"')
    {'csl': 'apa'}
    """
    # Few projects and essays have TOML; the others start faster without its parser.
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    values: dict[str, object] = tomllib.loads(text)
    return values
