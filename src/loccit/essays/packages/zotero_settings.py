"""What Zotero keeps of a document in its properties: style and language, as settings; and
how that is written.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit.essays.document import FrontMatter
from loccit.essays.live_citations.programs.zotero.preferences import (
    FieldType,
    Preferences,
    preference_properties,
    read_preferences,
)

#: What the names of Zotero's properties begin with.
PROPERTIES = "ZOTERO_PREF_"


def document_settings(properties: Mapping[str, str]) -> FrontMatter | None:
    """Return the settings that Zotero has for a document; None if it has none.

    Args:
        properties: the properties of the document.
    """
    found = read_preferences(properties)
    if found is None:
        return None
    values = {"csl": found.style, "lang": found.locale}
    return FrontMatter((), {name: value for name, value in values.items() if value})


def new_properties(
    properties: Mapping[str, str], new: Preferences, field_type: FieldType
) -> dict[str, str]:
    """Return the properties that tell Zotero the style and the language of a document;
    none where it knows them.

    Args:
        properties: those that the document has.
        new: what Zotero should know.
        field_type: how it keeps citations in a document that had none.
    """
    old = read_preferences(properties)
    new = new._replace(field_type=old.field_type if old else field_type)
    return {} if new == old else preference_properties(new)
