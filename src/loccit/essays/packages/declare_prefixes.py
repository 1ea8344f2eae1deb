"""Declare the prefixes of XML that goes into a part which does not know them.

What is written has the usual prefix of each namespace, as `w:p`.  A part may have bound
another one, or none (Namespaces in XML 1.0, section 6).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from loccit._startup.regex import regex

_DECLARATION = regex(r"""\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']""")
#: A start tag without its end, after which a declaration can be put.
_START_TAG = regex(r"<[\w:.-][^<>]*?(?=\s*/?>)")
#: What an element or an attribute has before its colon.
_PREFIX = regex(r"[<\s]([\w.-]+):[\w.-]+(?=[\s=]|$)")


def declare_prefixes(xml: str, root: str, prefixes: Mapping[str, str]) -> str:
    """Return XML in which each start tag declares the prefixes that it needs.

    Args:
        xml: what goes into a part; its tags may be of elements around it.
        root: the start tag of the part's root element.
        prefixes: the usual prefix of each namespace.

    >>> declare_prefixes("<w:p/>", '<ns0:document xmlns:ns0="urn:w">', {"urn:w": "w"})
    '<w:p xmlns:w="urn:w"/>'
    """
    declared = dict(_DECLARATION.findall(root))
    missing = _missing(declared, prefixes)
    if not missing:
        return xml

    def with_declarations(tag: re.Match[str]) -> str:
        here = dict(_DECLARATION.findall(tag[0]))
        used = dict.fromkeys(_PREFIX.findall(tag[0]))
        return tag[0] + "".join(
            f' xmlns:{prefix}="{missing[prefix]}"'
            for prefix in used
            if prefix in missing and prefix not in here
        )

    return _START_TAG.sub(with_declarations, xml)


def _missing(
    declared: Mapping[str, str], prefixes: Mapping[str, str]
) -> dict[str, str]:
    """Return the namespaces of the prefixes that a part does not bind to one of theirs.

    Where there are two, as of Strict documents, it is the one that the part declares.
    """
    missing: dict[str, str] = {}
    for namespace, prefix in prefixes.items():
        if namespace in declared.values():
            missing[prefix] = namespace
        missing.setdefault(prefix, namespace)
    return {
        prefix: namespace
        for prefix, namespace in missing.items()
        if prefix != "xml" and declared.get(prefix) != namespace
    }
