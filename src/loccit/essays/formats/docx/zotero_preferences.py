"""What Zotero keeps of a document of Word: its style and language, as settings; and how
that is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.essays.document import FrontMatter
from loccit.essays.formats.docx.custom_properties import (
    custom_properties,
    property_edits,
)
from loccit.essays.live_citations.programs.zotero.preferences import (
    Preferences,
    preference_properties,
    read_preferences,
)
from loccit.essays.packages.package import Package
from loccit.model import Edit

_PROPERTIES = "ZOTERO_PREF_"


def document_settings(package: Package) -> FrontMatter | None:
    """Return the settings that Zotero has for a document; None if it has none."""
    found = read_preferences(custom_properties(package))
    if found is None:
        return None
    values = {"csl": found.style, "lang": found.locale}
    return FrontMatter((), {name: value for name, value in values.items() if value})


def preference_edits(package: Package, new: Preferences) -> Iterator[Edit]:
    """Yield the edits that tell Zotero the style and the language of a document."""
    old = read_preferences(custom_properties(package))
    if old is not None:
        new = new._replace(field_type=old.field_type)
    if new != old:
        properties = preference_properties(new)
        yield from property_edits(package, properties, _PROPERTIES)
