"""What Zotero keeps of a document in its properties: style and language, as settings; and
how that is written.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.essays.document import FrontMatter
from loccit.essays.live_citations.programs.zotero.preferences import (
    FieldType,
    Preferences,
    preference_properties,
    read_preferences,
)
from loccit.values.languages import primary_language

#: A language and where it is spoken; "zxx" and "x-none" are no language.
_LANGUAGE = regex(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
#: What the names of Zotero's properties begin with.
PROPERTIES = "ZOTERO_PREF_"


def document_settings(
    properties: Mapping[str, str], language: str
) -> FrontMatter | None:
    """Return the settings that a document brings along; None if it has none.

    Args:
        properties: the properties of the document, with what Zotero has for it.
        language: the language that its text is in.  English is not taken as a setting:
            which English it is depends on the computer rather than on the writer.
    """
    found = read_preferences(properties)
    style, locale = (found.style, found.locale) if found else ("", "")
    is_known = _LANGUAGE.fullmatch(language) is not None
    if not locale and is_known and primary_language(language) != "en":
        locale = language
    values = {"csl": style, "lang": locale}
    given = {name: value for name, value in values.items() if value}
    return FrontMatter((), given) if given else None


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
