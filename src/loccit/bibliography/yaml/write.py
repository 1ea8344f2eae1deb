"""YAML as it is written: in lines of a hundred characters, with the letters of all
languages as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml


def written_yaml(value: object) -> str:
    """The YAML of lists, dictionaries and what they hold, in their order.

    >>> print(written_yaml([{"id": "müller", "title": "Yes: 🙂"}]), end="")
    - id: müller
      title: 'Yes: 🙂'
    """
    import yaml

    if hasattr(yaml, "CSafeDumper"):
        try:
            text = _dumped(value, yaml.CSafeDumper)
            if "\\U" not in text:  # it escapes emoji and other characters of four bytes
                return text
        except UnicodeEncodeError:
            pass  # half a character, which PyYAML escapes
    return _dumped(value, yaml.SafeDumper)


def _dumped(value: object, dumper: type[yaml.SafeDumper | yaml.CSafeDumper]) -> str:
    import yaml

    return str(
        yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100)
    )
