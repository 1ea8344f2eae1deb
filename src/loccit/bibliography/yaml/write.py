"""Write YAML, with the letters of all languages as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

#: Keep each text on one line, however long. libyaml and PyYAML fold text in double
#: quotation marks differently, and changing a word in a folded text changes every line
#: after it. libyaml stores the width in a C `int`.
_WIDTH = 2**31 - 1


def write_yaml(value: object, *, flow: bool = False) -> str:
    """Write lists, dictionaries and their values as YAML, in the given order.

    Args:
        value: what to write.
        flow: whether to write it in brackets and braces.

    >>> print(write_yaml([{"id": "müller", "title": "Yes: 🙂"}]), end="")
    - id: müller
      title: 'Yes: 🙂'
    """
    import yaml  # most runs write no YAML

    if hasattr(yaml, "CSafeDumper"):
        try:
            text = _dump(value, yaml.CSafeDumper, flow)
            if "\\U" not in text:  # it escapes emoji and other characters of four bytes
                return text
        except UnicodeEncodeError:
            pass  # a lone surrogate, which PyYAML escapes
    return _dump(value, yaml.SafeDumper, flow)


def _dump(
    value: object, dumper: type[yaml.SafeDumper | yaml.CSafeDumper], flow: bool
) -> str:
    import yaml

    text = yaml.dump(
        value,
        Dumper=dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        default_flow_style=flow,
    )
    return str(text)
