"""The essays of the project in the styles that teachers ask for: `formatted/` holds
what each must become.

Every citation and entry of these files was read against the style's own manual or,
where CSL's style is all there is, against its source.  A difference here is a change of
what people hand in.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import loccit
from tests.paths import ROOT

FORMATTED = Path(__file__).with_name("formatted")

#: Folder of `formatted/` to style and language; None is the essay's own.
STYLES = {
    "apa": ("apa", None),
    "mla": ("modern-language-association", None),
    "chicago-author-date": ("chicago-author-date", None),
    "chicago-notes": ("chicago-notes-bibliography", None),
    "ieee": ("ieee", None),
    "vancouver": ("nlm-citation-sequence", None),
    "german": ("deutsche-gesellschaft-fur-psychologie", "de-DE"),
    "german-notes": ("foerster-geisteswissenschaft", "de-DE"),
}


@pytest.mark.parametrize(
    "essay", sorted((ROOT / "essays").iterdir()), ids=lambda path: path.name
)
@pytest.mark.parametrize("name", STYLES)
def test_essay(name: str, essay: Path) -> None:
    style, lang = STYLES[name]
    library = loccit.open_library([ROOT / "bibliography"])
    result = loccit.format_essay(essay, library, loccit.Settings(csl=style, lang=lang))
    assert result.data.decode() == (FORMATTED / name / essay.name).read_text("utf-8")
    assert not result.problems
