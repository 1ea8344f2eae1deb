"""Personal communications: what entries are read as such; in the text, not in the list
(APA 7, section 8.9).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit import format_essay, open_library, read_essay


@pytest.mark.parametrize(
    ("entry", "listed"),
    [
        ("@letter{paz, %s}", 0),
        ("@misc{paz, howpublished={Personal communication}, %s}", 0),
        ("@misc{paz, type={personal interview}, title={On bees}, %s}", 0),
        ("@unpublished{paz, entrysubtype={e-mail to the author}, %s}", 0),
        ("@misc{paz, howpublished={Personal website}, %s}", 1),
        ("@misc{paz, title={Letter to the author}, %s}", 1),
    ],
)
def test_what_is_a_personal_communication(
    tmp_path: Path, entry: str, listed: int
) -> None:
    file = tmp_path / "sources.bib"
    file.write_text(entry % "author={Paz, Elena M.}, date={2020-12-03}")
    result = format_essay(
        read_essay(b"[@paz] @paz", format="markdown"), open_library([file])
    )
    assert len(result.bibliography) == listed
    personal = (
        "(E. M. Paz, personal communication, December 3, 2020) "
        "E. M. Paz (personal communication, December 3, 2020)"
    )
    assert result.text.startswith(personal if not listed else "(Paz, 2020) Paz (2020)")
